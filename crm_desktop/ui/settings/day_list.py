"""DayList: days and rows of days, each a small button that takes it away; its field adds more."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.days_off import runs
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import dated_fact, day_with_year
from crm_desktop.ui.text.typed_days import days_from
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.flow import FlowLayout

_FIELD = 170


class DaysField(DayField):
    """Takes a day to come or, as `2-5~2-11`, a row of them; it is empty again afterwards.

    Signals:
        entered: the days, a tuple.
    """

    entered = Signal(object)

    @override
    def commit(self) -> None:
        days = days_from(self.text(), self._today) if self.isModified() else ()
        if days:
            self.set_value(None)
            self.entered.emit(days)

    @override
    def _take(self, day: dt.date | None) -> None:
        if day is not None:
            self.entered.emit((day,))

    @override
    def _on_typed(self, text: str) -> None:
        is_wrong = bool(text.strip()) and not days_from(text, self._today)
        set_mark(self, "wrong", "yes" if is_wrong else "no")


class DayList(QWidget):
    """Days still to come, soonest first; days gone by are kept and not shown.

    Attributes:
        field: where one more is entered, to be put beside what the days are called.

    Signals:
        changed: the days as they are now, those gone by among them, a frozenset.
    """

    changed = Signal(object)

    def __init__(self, name: str, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days: frozenset[dt.date] = frozenset()
        self.field = DaysField(name, None, today)
        self.field.setPlaceholderText(self.tr("Add: 2-5, 2-5~2-11"))
        self.field.setFixedWidth(scaled(_FIELD))
        # A setting looks like a field before it is pointed at.
        set_mark(self.field, "role", "")
        self.field.entered.connect(self._on_days)
        self.flow = FlowLayout(self, SPACE_XS)
        self.hide()

    @property
    def days(self) -> frozenset[dt.date]:
        """The days as they are now."""
        return self._days

    def show_days(self, days: Iterable[dt.date]) -> None:
        """Show these."""
        self._days = frozenset(days)
        self.flow.clear()
        ahead = [day for day in self._days if day >= self._today]
        for first, last in runs(ahead):
            words = row_of_days(first, last)
            made = button(words, None, Icon.CLOSE)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            made.setAccessibleName(self.tr("Take away {day}").format(day=words))
            made.setToolTip(made.accessibleName())
            made.clicked.connect(partial(self._on_gone, first, last))
            self.flow.addWidget(made)
        self.setVisible(bool(ahead))
        self.updateGeometry()

    def _on_days(self, days: tuple[dt.date, ...]) -> None:
        if not self._days.issuperset(days):
            self._put(self._days.union(days))

    def _on_gone(self, first: dt.date, last: dt.date) -> None:
        self._put(frozenset(day for day in self._days if not first <= day <= last))

    def _put(self, days: frozenset[dt.date]) -> None:
        self.show_days(days)
        self.changed.emit(days)


def row_of_days(first: dt.date, last: dt.date) -> str:
    """Return `5 Feb 2027`, `5 Feb 2027 – 11 Feb`, `2027年2月5日至2月11日`."""
    if first == last:
        return day_with_year(first)
    ends = day_with_year(last)
    if first.year == last.year:
        ends = dated_fact(DatedFact(calendar=Calendar.SOLAR, month=last.month, day=last.day))
    pattern = QCoreApplication.translate("DayList", "{first} – {last}")
    return pattern.format(first=day_with_year(first), last=ends)
