"""RecordRow: one record in a line; pressed, it opens its fields right under it."""

from typing import ClassVar, Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.services.records import Record
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.lines import line_of
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.steps import Step, other_step_of, step_of
from crm_desktop.ui.client.when import learnt_words
from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.listing import ListRow
from crm_desktop.ui.widgets.pill import Pill

_SIDE: Final = 8


class RowHead(ListRow):
    """The line itself: takes the focus, opens by Enter, Space or a press.

    Signals:
        pressed: it was pressed.
    """

    pressed = Signal()

    def __init__(self, *trailing: QWidget, leading: QWidget | None = None) -> None:
        super().__init__("", "", *trailing, leading=leading)
        self.setProperty("role", "line")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        if (inside := self.layout()) is not None:
            inside.setContentsMargins(_SIDE, 2, _SIDE - 2, 2)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.pos()):
            self.pressed.emit()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.pressed.emit()
        else:
            super().keyPressEvent(event)


class RecordRow(QWidget):
    """A head, and below it while it is open the form, what hangs on the record, and *remove*.

    Attributes:
        columns: how many fields of the form stand beside each other.
    """

    columns: ClassVar[int] = 2

    def __init__(self, record: Record, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.record = record
        self.shown = shown
        self.sheet: QFrame | None = None
        self.form: RecordForm | None = None
        self._pill = Pill("")
        self._step = button("", Role.LINK)
        self._other: QPushButton | None = None
        self.head = RowHead(self._step, *self.trailing(), self._pill, leading=self.leading())
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.head)
        self._step.clicked.connect(self._on_step)
        self.head.pressed.connect(self.toggle)
        self.show_record(record)

    @property
    def is_open(self) -> bool:
        """Whether the fields are shown."""
        return self.sheet is not None

    def show_record(self, record: Record) -> None:
        """Show the record as it stands now."""
        self.record = record
        line = line_of(record, self.shown)
        self.head.say(line.title, line.detail, line.more)
        told = f"{line.title} {line.pill} {line.detail} {line.more}"
        self.head.setAccessibleName(told.strip())
        self.head.setToolTip(learnt_words(record, self.shown.today))
        self._pill.say(line.pill, line.tone if line.pill else Tone.PLAIN)
        self._pill.setVisible(bool(line.pill))
        self._say_steps(record, line.title)
        if self.form is not None:
            self.form.show_record(record)
            self.show_extras()

    def _say_steps(self, record: Record, title: str) -> None:
        """Offer the step that usually comes next, and what may come instead of it."""
        _say_step(self._step, step_of(record, self.shown.today), title)
        other = other_step_of(record, self.shown.today)
        if other is not None and self._other is None:
            self._other = button("", Role.LINK)
            self._other.clicked.connect(self._on_other)
            self.head.trailing.insertWidget(1, self._other)
        if self._other is not None:
            _say_step(self._other, other, title)

    def toggle(self) -> None:
        """Open the fields, or close them."""
        if self.is_open:
            self.close_sheet()
        else:
            self.open_sheet()

    def open_sheet(self) -> None:
        """Show the fields under the line."""
        if self.is_open:
            return
        self.sheet = QFrame()
        set_role(self.sheet, Role.CARD_ALT)
        inside = QVBoxLayout(self.sheet)
        inside.setContentsMargins(_SIDE, _SIDE, _SIDE, _SIDE)
        inside.setSpacing(SPACE_S)
        self.form = RecordForm(self.record, SPECS[type(self.record)], self.shown, self.columns)
        self.form.keep()
        inside.addWidget(self.form)
        for extra in self.make_extras():
            inside.addWidget(extra)
        remove = button(self.tr("Remove"), Role.DANGER, Icon.TRASH)
        remove.clicked.connect(self._on_remove)
        inside.addLayout(row(1, remove))
        self._whole.addWidget(self.sheet)
        self.form.begin()

    def close_sheet(self) -> None:
        """Save what is typed and hide the fields."""
        if self.sheet is None or self.form is None:
            return
        self.form.commit()
        if self.isAncestorOf(QApplication.focusWidget() or self.head):
            self.head.setFocus()
        self.sheet.hide()
        self.sheet.deleteLater()
        self.sheet = self.form = None
        self.drop_extras()

    def leading(self) -> QWidget | None:
        """Return what stands before the words."""
        return None

    def trailing(self) -> list[QWidget]:
        """Return what stands between the steps and the pill."""
        return []

    def make_extras(self) -> list[QWidget]:
        """Return what hangs on the record, to stand under its fields."""
        return []

    def show_extras(self) -> None:
        """Show again what hangs on the record."""

    def drop_extras(self) -> None:
        """Forget the widgets of what hangs on the record."""

    def _on_step(self) -> None:
        self._take(step_of(self.record, self.shown.today))

    def _on_other(self) -> None:
        self._take(other_step_of(self.record, self.shown.today))

    def _take(self, step: Step | None) -> None:
        if step is not None:
            self.shown.change(self.record, step.record)

    def _on_remove(self) -> None:
        self.shown.remove(self.record)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self._is_open) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.is_open:
            self.close_sheet()
        else:
            super().keyPressEvent(event)

    def _is_open(self) -> bool:
        return getattr(self, "sheet", None) is not None


def _say_step(made: QPushButton, step: Step | None, title: str) -> None:
    made.setVisible(step is not None)
    if step is not None:
        made.setText(step.words)
        made.setAccessibleName(f"{step.words} {title}")
