"""StepRow: one step of the workbench, folded to two lines or open with its form."""

import datetime as dt

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.workbench import Step, StepState
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.workbench import step_detail, step_title
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import column, row
from crm_desktop.ui.widgets.pill import Pill
from crm_desktop.ui.workbench.form import StepForm
from crm_desktop.ui.workbench.marker import Marker


class StepRow(QWidget):
    """The head of a step with its marker, and under it the form while it is open.

    Signals:
        toggled: she asks for the step to be opened, or folded.
        taken_up: she takes up a step again that was left out.
    """

    toggled = Signal()
    taken_up = Signal()

    def __init__(self, number: int, *, is_last: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.form: StepForm | None = None
        self.is_open = False
        self._marker = Marker(number, is_last=is_last)
        self._title = ElidedLabel("", Role.STRONG)
        self._detail = ElidedLabel("", Role.SECOND)
        self._pill = Pill("")
        self.again = button(self.tr("Take it up again"), Role.LINK)
        self.fold = IconButton(Icon.CHEVRON_DOWN, self.tr("Open this step"))
        self._head = _Head()
        inside = QHBoxLayout(self._head)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_S)
        inside.addLayout(column(self._title, self._detail, spacing=2), 1)
        inside.addLayout(row(self._pill, self.again, self.fold))
        self._body = QVBoxLayout()
        self._body.setContentsMargins(0, 0, 0, 0)
        words = QVBoxLayout()
        words.setContentsMargins(0, 2, 0, 0 if is_last else SPACE_L)
        words.setSpacing(SPACE_M)
        words.addWidget(self._head)
        words.addLayout(self._body)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_M)
        whole.addWidget(self._marker)
        whole.addLayout(words, 1)
        self._head.clicked.connect(self._on_head)
        self.fold.clicked.connect(self.toggled)
        self.again.clicked.connect(self.taken_up)

    def say(self, step: Step, bench: Bench, today: dt.date, *, is_current: bool) -> None:
        """Show how a step stands."""
        self._title.setText(step_title(step))
        self._detail.setText(step_detail(step, bench, today))
        self._detail.setVisible(bool(self._detail.text()))
        self._marker.say(step.state, is_current=is_current)
        self.setAccessibleName(f"{self._title.text()}, {self._detail.text()}")
        is_left_out = step.state is StepState.SKIPPED
        self._pill.setVisible(step.state is StepState.DONE)
        self._pill.say(self.tr("Done"), Tone.OK)
        self.again.setVisible(is_left_out)

    def hold(self, form: StepForm | None) -> None:
        """Keep the form of the step; None where there is nothing to fill in."""
        if self.form is not None:
            self.form.hide()
            self._body.removeWidget(self.form)
            self.form.deleteLater()
        self.form = form
        self.fold.setVisible(form is not None)
        self._head.setCursor(
            Qt.CursorShape.PointingHandCursor if form else Qt.CursorShape.ArrowCursor
        )
        if form is not None:
            self._body.addWidget(form)
            form.hide()
        self.open(is_open=False)

    def open(self, *, is_open: bool) -> None:
        """Unfold the form, or fold it."""
        self.is_open = is_open and self.form is not None
        if self.form is not None:
            self.form.setVisible(self.is_open)
        says = self.tr("Fold this step") if self.is_open else self.tr("Open this step")
        self.fold.point(Icon.CHEVRON_UP if self.is_open else Icon.CHEVRON_DOWN)
        self.fold.setToolTip(says)
        self.fold.setAccessibleName(f"{says}: {self._title.text()}")

    def _on_head(self) -> None:
        if self.form is not None:
            self.toggled.emit()


class _Head(QWidget):
    """The lines of a step, which can be clicked; by keyboard the button beside them does it.

    Signals:
        clicked: it was clicked.
    """

    clicked = Signal()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self.clicked.emit()
        super().mouseReleaseEvent(event)
