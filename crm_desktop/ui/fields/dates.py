"""DateField: a yearly day as it was told, solar or lunar, its year known or not."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QFrame,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crm_desktop.domain import lunar
from crm_desktop.domain.date_faults import DateFault, date_fault
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.errors import NoSuchLunarDay
from crm_desktop.ui.text import dated_fact
from crm_desktop.ui.text.date_faults import date_fault_text
from crm_desktop.ui.text.days import lunar_day_name, lunar_month_name, month_name
from crm_desktop.ui.theme.roles import Role, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.screens import room_at

_FIRST_YEAR = 1901
_LAST_YEAR = 2100
_NO_YEAR = _FIRST_YEAR - 1
_LONGEST = {Calendar.SOLAR: 31, Calendar.LUNAR: 30}
_MONTHS = 12
# Where nobody says what day it is: two figures of a year up to 29 are of this century.
_A_DAY: Final = dt.date(2029, 12, 31)
_JANUARY: Final = DatedFact(calendar=Calendar.SOLAR, month=1, day=1)


class DateField(QPushButton):
    """Shows the fact in words; pressing it opens an editor under it.

    Signals:
        committed: the new `DatedFact`, or None when it was taken away.
    """

    committed = Signal(object)

    def __init__(
        self,
        name: str,
        value: DatedFact | None = None,
        hint: str = "",
        parent: QWidget | None = None,
        *,
        today: dt.date = _A_DAY,
    ) -> None:
        super().__init__(parent)
        self._today = today
        set_role(self, Role.INPLACE)
        self.setAutoDefault(False)
        self.setAccessibleName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name = name
        self._hint = hint
        self._value: DatedFact | None = None
        self.set_value(value)
        self.clicked.connect(self._on_clicked)

    def value(self) -> DatedFact | None:
        """Return the fact as saved last."""
        return self._value

    def set_value(self, value: DatedFact | None) -> None:
        """Show `value` as saved."""
        self._value = value
        words = self._hint or self.tr("Add a date")
        self.setText(words if value is None else dated_fact(value))
        set_mark(self, "empty", "yes" if value is None else "no")

    def _on_clicked(self) -> None:
        editor = DateEditor(self._name, self._value, self, today=self._today)
        editor.saved.connect(self._on_saved)
        editor.adjustSize()
        editor.move(self._place_of(editor.size()))
        editor.show()
        editor.begin()

    def _place_of(self, size: QSize) -> QPoint:
        """Return where the sheet goes: under the field, above it where the screen ends."""
        under = self.mapToGlobal(self.rect().bottomLeft())
        screen = room_at(self.mapToGlobal(self.rect().center()))
        if under.y() + size.height() > screen.bottom():
            under = self.mapToGlobal(self.rect().topLeft()) - QPoint(0, size.height())
        last = max(screen.left(), screen.right() - size.width())
        return QPoint(min(max(under.x(), screen.left()), last), max(under.y(), screen.top()))

    def _on_saved(self, value: DatedFact | None) -> None:
        if value != self._value:
            self.set_value(value)
            self.committed.emit(value)


class DateEditor(QFrame):
    """A line to type the day into as it was told, and under it calendar, year, month and day.

    Tells at once what cannot be; what is typed stays, whatever is wrong with it. Left for
    another place, it keeps a day that was entered and stays where that is none; Esc drops it.

    Signals:
        saved: the `DatedFact` entered, or None to take it away.
    """

    saved = Signal(object)

    def __init__(
        self,
        name: str,
        value: DatedFact | None,
        parent: QWidget | None = None,
        *,
        today: dt.date = _A_DAY,
    ) -> None:
        super().__init__(parent, _window_flags())
        self._today = today
        self._is_showing = False
        self._is_touched = False
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setProperty("role", "popup")
        self._solar = self._calendar_button(self.tr("Solar"))
        self._lunar = self._calendar_button(self.tr("Lunar"))
        self._calendars = QButtonGroup(self)
        self._calendars.addButton(self._solar)
        self._calendars.addButton(self._lunar)
        self.typed = QLineEdit()
        self._year = QSpinBox()
        self._month = QComboBox()
        self._day = QComboBox()
        self._leap = QCheckBox(self.tr("Leap month"))
        self._says = wrapped("", Role.BAD)
        self._save = primary(self.tr("Save"))
        self._clear = button(self.tr("Remove"), Role.DANGER)
        self._build(name, has_value=value is not None)
        self._show(value or _JANUARY)
        self._connect()
        self._on_changed()
        self._is_touched = False

    @override
    def event(self, event: QEvent) -> bool:
        is_left = event.type() == QEvent.Type.WindowDeactivate
        if is_left and QApplication.activePopupWidget() is None:
            self._leave()
        return super().event(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A pop-up hears of a press beside it, and would close by itself.
        if self.rect().contains(event.position().toPoint()):
            super().mousePressEvent(event)
        else:
            self._leave()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_touched and self._save.isEnabled():
            self._is_touched = False
            self.saved.emit(self.fact())
        super().closeEvent(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._is_touched = False
            self.close()
        else:
            super().keyPressEvent(event)

    def begin(self) -> None:
        """Put the cursor into the line, so that the next key is part of the date."""
        self.activateWindow()
        self.typed.setFocus(Qt.FocusReason.OtherFocusReason)

    def fact(self) -> DatedFact:
        """Return what is entered, possible or not."""
        chosen = Calendar.LUNAR if self._lunar.isChecked() else Calendar.SOLAR
        year = self._year.value()
        return DatedFact(
            calendar=chosen,
            year=None if year == _NO_YEAR else year,
            month=self._month.currentIndex() + 1,
            day=self._day.currentIndex() + 1,
            leap=chosen is Calendar.LUNAR and self._leap.isChecked(),
        )

    def _build(self, name: str, *, has_value: bool) -> None:
        self.typed.setAccessibleName(self.tr("Type the day"))
        self.typed.setPlaceholderText(self.tr("Type it: 1990-5-12, 0229, 农历八月十五"))
        self._year.setRange(_NO_YEAR, _LAST_YEAR)
        self._year.setSpecialValueText(self.tr("Year unknown"))
        self._year.setAccessibleName(self.tr("Year"))
        self._year.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
        self._month.setAccessibleName(self.tr("Month"))
        self._day.setAccessibleName(self.tr("Day"))
        for names in (self._month, self._day):
            # Lunar names are longer than figures.
            names.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._clear.setVisible(has_value)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(label(name, Role.STRONG), 1, self._solar, self._lunar))
        whole.addWidget(self.typed)
        whole.addLayout(row(self._year, self._month, self._day))
        whole.addWidget(self._leap)
        whole.addWidget(self._says)
        whole.addLayout(row(self._clear, 1, self._save))

    def _connect(self) -> None:
        self._calendars.buttonClicked.connect(self._on_calendar)
        self._year.valueChanged.connect(self._on_changed)
        self._month.currentIndexChanged.connect(self._on_changed)
        self._day.currentIndexChanged.connect(self._on_changed)
        self._leap.toggled.connect(self._on_changed)
        self.typed.textEdited.connect(self._on_typed)
        self.typed.returnPressed.connect(self._on_entered)
        self._save.clicked.connect(self._on_save)
        self._clear.clicked.connect(self._on_clear)

    def _show(self, fact: DatedFact) -> None:
        (self._lunar if fact.is_lunar else self._solar).setChecked(True)
        self._fill(fact.calendar)
        self._year.setValue(_NO_YEAR if fact.year is None else fact.year)
        self._month.setCurrentIndex(fact.month - 1)
        self._day.setCurrentIndex(fact.day - 1)
        self._leap.setChecked(fact.leap)

    def _fill(self, chosen: Calendar) -> None:
        """Fill months and days in the words of the calendar."""
        month, day = self._month.currentIndex(), self._day.currentIndex()
        is_lunar = chosen is Calendar.LUNAR
        self._month.clear()
        self._day.clear()
        for number in range(1, _MONTHS + 1):
            self._month.addItem(lunar_month_name(number) if is_lunar else month_name(number))
        for number in range(1, _LONGEST[chosen] + 1):
            self._day.addItem(lunar_day_name(number) if is_lunar else str(number))
        self._month.setCurrentIndex(max(month, 0))
        self._day.setCurrentIndex(min(max(day, 0), _LONGEST[chosen] - 1))
        self._leap.setVisible(is_lunar)

    def _calendar_button(self, words: str) -> QPushButton:
        made = button(words)
        made.setCheckable(True)
        return made

    def _on_calendar(self) -> None:
        self._fill(Calendar.LUNAR if self._lunar.isChecked() else Calendar.SOLAR)
        self._on_changed()

    def _on_changed(self) -> None:
        if self._is_showing:
            return
        self._is_touched = True
        self.typed.clear()
        self._say(date_fault(self.fact()))

    def _on_typed(self, text: str) -> None:
        """Show the day that is typed in the fields below, or what is wrong with it."""
        from crm_desktop.services.typed_dates import typed_date  # noqa: PLC0415 - when typed alone

        self._is_touched = bool(text.strip())
        found = typed_date(text, self.fact(), today=self._today)
        if isinstance(found, DatedFact):
            self._is_showing = True
            self._show(found)
            self._is_showing = False
        self._say(found if isinstance(found, DateFault) else date_fault(self.fact()))
        # Half a date is no mistake yet; Enter says so.
        self._says.setVisible(self._says.isVisibleTo(self) and found is not DateFault.UNREADABLE)

    def _on_entered(self) -> None:
        if self._save.isEnabled():
            self._on_save()
        self._says.setVisible(bool(self._says.text()))

    def _leave(self) -> None:
        """Close for another place, unless what is entered is no day: that is said then."""
        if self._is_touched and not self._save.isEnabled():
            self._says.setVisible(bool(self._says.text()))
            self.adjustSize()
        else:
            self.close()

    def _say(self, fault: DateFault | None) -> None:
        self._offer_leap(self.fact())
        self._says.setText("" if fault is None else date_fault_text(fault))
        self._says.setVisible(fault is not None)
        self._save.setEnabled(fault is None)
        self.adjustSize()

    def _offer_leap(self, fact: DatedFact) -> None:
        """Let the leap month be ticked only where that year repeats that month."""
        possible = fact.year is None
        if fact.year is not None and fact.is_lunar:
            try:
                possible = lunar.leap_month(fact.year) == fact.month
            except NoSuchLunarDay:
                possible = False
        self._leap.setEnabled(possible or fact.leap)

    def _on_save(self) -> None:
        self._is_touched = False
        self.saved.emit(self.fact())
        self.close()

    def _on_clear(self) -> None:
        self._is_touched = False
        self.saved.emit(None)
        self.close()


def _window_flags() -> Qt.WindowType:
    """Return those of a window of its own: in a pop-up no input method can type Chinese.

    Under Wayland only a pop-up can be put where the field is.
    """
    if QGuiApplication.platformName().startswith("wayland"):
        return Qt.WindowType.Popup
    return Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint
