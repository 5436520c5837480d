"""DayList: single days, each a small button that takes it away, and a field for one more."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import day_with_year
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.flow import FlowLayout

_FIELD = 150


class DayList(QWidget):
    """Days still to come, soonest first; days gone by are kept and not shown.

    Signals:
        changed: the days as they are now, those gone by among them, a frozenset.
    """

    changed = Signal(object)

    def __init__(self, name: str, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._days: frozenset[dt.date] = frozenset()
        self.field = DayField(name, None, today)
        self.field.setPlaceholderText(self.tr("Add a day"))
        self.field.setFixedWidth(scaled(_FIELD))
        self.field.committed.connect(self._on_day)
        self.flow = FlowLayout(self, SPACE_XS)
        self.flow.addWidget(self.field)

    @property
    def days(self) -> frozenset[dt.date]:
        """The days as they are now."""
        return self._days

    def show_days(self, days: Iterable[dt.date]) -> None:
        """Show these."""
        self._days = frozenset(days)
        self.flow.removeWidget(self.field)
        self.flow.clear()
        for day in sorted(day for day in self._days if day >= self._today):
            made = button(day_with_year(day), None, Icon.CLOSE)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            made.setAccessibleName(self.tr("Take away {day}").format(day=day_with_year(day)))
            made.setToolTip(made.accessibleName())
            made.clicked.connect(partial(self._on_gone, day))
            self.flow.addWidget(made)
        self.flow.addWidget(self.field)
        self.updateGeometry()

    def _on_day(self, day: dt.date | None) -> None:
        self.field.set_value(None)
        if day is not None and day not in self._days:
            self._put(self._days | {day})

    def _on_gone(self, day: dt.date) -> None:
        self._put(self._days - {day})

    def _put(self, days: frozenset[dt.date]) -> None:
        self.show_days(days)
        self.changed.emit(days)
