"""DayList: single days, each a small button that takes it away; its field adds one more."""

import datetime as dt
from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.days import day_with_year
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.flow import FlowLayout

_FIELD = 150


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
        self.field = DayField(name, None, today)
        self.field.setPlaceholderText(self.tr("Add a day"))
        self.field.setFixedWidth(scaled(_FIELD))
        # A setting looks like a field before it is pointed at.
        set_mark(self.field, "role", "")
        self.field.committed.connect(self._on_day)
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
        ahead = sorted(day for day in self._days if day >= self._today)
        for day in ahead:
            made = button(day_with_year(day), None, Icon.CLOSE)
            made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
            made.setAccessibleName(self.tr("Take away {day}").format(day=day_with_year(day)))
            made.setToolTip(made.accessibleName())
            made.clicked.connect(partial(self._on_gone, day))
            self.flow.addWidget(made)
        self.setVisible(bool(ahead))
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
