"""StepForm: what every form of a step has: fields, buttons, and the deed it asks for."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from crm_desktop.domain.records import Change
from crm_desktop.domain.workbench import Step
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import quiet
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row


class StepForm(QWidget):
    """The form of one step; its primary button does the step, *leave it out* skips it.

    Signals:
        wanted: a deed of the services as a call without arguments, which gives a `Change`.
        copied: words of hers that are to stand on the clipboard.
    """

    wanted = Signal(object)
    copied = Signal(str)

    def __init__(self, desk: Desk, bench: Bench, step: Step, done: QPushButton) -> None:
        super().__init__()
        self.desk = desk
        self.bench = bench
        self.step = step
        self.done_button = done
        self.skip_button = quiet(self.tr("Leave it out"))
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(SPACE_S)
        self.done_button.clicked.connect(self.do)
        self.skip_button.clicked.connect(self._on_skip)

    def do(self) -> None:
        """Ask for the deed of the step, if all it needs is there."""
        if self.done_button.isEnabled() and self.isVisible():
            self.wanted.emit(self.deed())

    def deed(self) -> Callable[[], Change]:
        """Return what doing the step writes."""
        raise NotImplementedError

    def told(self) -> None:
        """Hear that other facts of the event changed; `bench` is the new one already."""

    def add_field(self, name: str, field: QWidget, *beside: QWidget) -> None:
        """Add a field with its name over it, and buttons at the right of the name."""
        field.setAccessibleName(name)
        over = label(name, Role.FIELD_LABEL)
        over.setBuddy(field)
        line = column(spacing=4)
        line.addLayout(row(over, 1, *beside, spacing=4))
        line.addWidget(field)
        self.body.addLayout(line)

    def add_buttons(self, *before: QWidget | int) -> None:
        """Add the row of buttons, the one that does the step first."""
        self.body.addSpacing(4)
        self.body.addLayout(row(self.done_button, *before, 1, self.skip_button))

    def _on_skip(self) -> None:
        now, step = self.desk.clock.now(), self.bench.reminder(self.step.stage)
        self.wanted.emit(partial(self.desk.book.workbench.skip, step, now))


def named(name: str, field: QWidget) -> QVBoxLayout:
    """Return a field with its name over it."""
    field.setAccessibleName(name)
    over = label(name, Role.FIELD_LABEL)
    over.setBuddy(field)
    return column(over, field, spacing=4)
