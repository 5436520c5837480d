"""DayField: a day of the calendar, typed as she says it or picked from a sheet."""

import datetime as dt

from PySide6.QtCore import QDate, QEvent, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QPalette, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QFrame,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text import day_with_year
from crm_desktop.ui.text.typed_days import day_from
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.screens import room_at

_MONTH_SIZE = (300, 284)


class DayField(QLineEdit):
    """Shows a day in words; takes `11-22`, `明天`, `+7`, and shows a month to pick from.

    Signals:
        committed: the new `date`, or None when it was taken away.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        value: dt.date | None,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.INPLACE)
        self.setAccessibleName(name)
        self.setPlaceholderText(self.tr("Day"))
        self._today = today
        self._value: dt.date | None = None
        pick: QAction = self.addAction(
            icon(Icon.CALENDAR, "text3"), QLineEdit.ActionPosition.TrailingPosition
        )
        pick.setToolTip(self.tr("Pick a day"))
        pick.triggered.connect(self._on_pick)
        self.set_value(value)
        self.editingFinished.connect(self.commit)
        self.textEdited.connect(self._on_typed)

    def value(self) -> dt.date | None:
        """Return the day as saved last."""
        return self._value

    def set_value(self, value: dt.date | None) -> None:
        """Show `value` as saved."""
        self._value = value
        self.setText("" if value is None else day_with_year(value))
        self.setCursorPosition(0)
        set_mark(self, "wrong", "no")

    def commit(self) -> None:
        """Save what is typed; what is no day stays marked as wrong."""
        if not self.isModified():
            return
        typed = self.text().strip()
        day = day_from(typed, self._today)
        if typed and day is None:
            return
        self._take(day)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self.isModified) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isModified():
            self.set_value(self._value)
        elif event.key() == Qt.Key.Key_Down:
            self._on_pick()
        else:
            super().keyPressEvent(event)

    def _take(self, day: dt.date | None) -> None:
        is_new = day != self._value
        self.set_value(day)
        if is_new:
            self.committed.emit(day)

    def _on_typed(self, text: str) -> None:
        is_wrong = bool(text.strip()) and day_from(text, self._today) is None
        set_mark(self, "wrong", "yes" if is_wrong else "no")

    def _on_pick(self) -> None:
        sheet = MonthSheet(self._value or self._today, self)
        sheet.picked.connect(self._on_picked)
        sheet.open_by(self)

    def _on_picked(self, day: dt.date) -> None:
        self._take(day)


class MonthSheet(QFrame):
    """A month under the field.

    Signals:
        picked: the day that was pressed.
    """

    picked = Signal(object)

    def __init__(self, shown: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self.month = QCalendarWidget()
        self.month.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.month.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.SingleLetterDayNames
        )
        self.month.setMinimumSize(*(scaled(length) for length in _MONTH_SIZE))
        self.month.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.month.setSelectedDate(QDate(shown.year, shown.month, shown.day))
        self.month.clicked.connect(self._on_day)
        self.month.activated.connect(self._on_day)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        inside.addWidget(self.month)
        self._dress()
        self.month.setFocus()

    def open_by(self, widget: QWidget) -> None:
        """Show the month under `widget`, or over it where the screen ends."""
        self.adjustSize()
        self._put_by(widget)
        self.show()
        self._put_by(widget)  # it has its style and its full size only now

    def _put_by(self, widget: QWidget) -> None:
        place = widget.mapToGlobal(widget.rect().bottomLeft())
        room = room_at(widget.mapToGlobal(widget.rect().center()))
        if place.y() + self.height() > room.bottom():
            place = widget.mapToGlobal(widget.rect().topLeft()) - QPoint(0, self.height())
        last = room.bottomRight() - self.rect().bottomRight()
        self.move(max(min(place.x(), last.x()), room.left()), max(place.y(), room.top()))

    def _dress(self) -> None:
        """Give the month our arrows and inks; a calendar has its own for days and week-ends."""
        for name, shape in (("prev", Icon.CHEVRON_LEFT), ("next", Icon.CHEVRON_RIGHT)):
            arrow = self.month.findChild(QToolButton, f"qt_calendar_{name}month")
            if arrow is not None:
                arrow.setIcon(icon(shape, "text2"))
        ink = QTextCharFormat()
        ink.setForeground(self.palette().brush(QPalette.ColorRole.Text))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.month.setWeekdayTextFormat(day, ink)

    def _on_day(self, on: QDate) -> None:
        self.picked.emit(dt.date(on.year(), on.month(), on.day()))
        self.close()
