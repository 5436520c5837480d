"""The rules of reminding: how long ahead, when, which days are off, how long afterwards."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.text import weekday
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.switch import Switch

_MONDAY: Final = dt.date(2024, 1, 1)
_WEEK: Final = 7
_MOST_AHEAD: Final = 14
_MOST_GRACE: Final = 7
_WIDTH: Final = 116


class NumberBox(QSpinBox):
    """A number with its unit; the wheel scrolls the page and leaves it alone."""

    def __init__(self, name: str, low: int, high: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(low, high)
        self.setSuffix(unit)
        self.setAccessibleName(name)
        self.setFixedWidth(_WIDTH)
        self.setKeyboardTracking(False)
        self.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class RemindersCard(Card):
    """A card of rules."""

    def __init__(self, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._keeping = keeping
        self.lead = NumberBox(self.tr("Days ahead for big clients"), 1, _MOST_AHEAD)
        self.grace = NumberBox(self.tr("Days afterwards"), 0, _MOST_GRACE)
        self.at = QTimeEdit()
        self.at.setDisplayFormat("HH:mm")
        self.at.setFixedWidth(_WIDTH)
        self.at.setAccessibleName(self.tr("Time of the daily pop-up"))
        self.at.setKeyboardTracking(False)
        self.at.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
        self.men_at_nine = Switch(self.tr("Round birthdays of men a year early"))
        self.off = [button(weekday(_MONDAY + dt.timedelta(days=day))) for day in range(_WEEK)]
        self._build()
        self.lead.valueChanged.connect(self._on_lead)
        self.grace.valueChanged.connect(self._on_grace)
        self.at.timeChanged.connect(self._on_at)
        self.men_at_nine.clicked.connect(self._on_men_at_nine)
        keeping.loaded.connect(self.show_settings)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        for box in (self.lead, self.grace, self.at):
            box.blockSignals(True)
        self.lead.setValue(settings.lead_days)
        self.grace.setValue(settings.grace_days)
        self.at.setTime(QTime(settings.pop_up_at.hour, settings.pop_up_at.minute))
        for box in (self.lead, self.grace, self.at):
            box.blockSignals(False)
        self.men_at_nine.setChecked(settings.rounds_men_at_nine)
        for day, made in enumerate(self.off):
            with QSignalBlocker(made):
                made.setChecked(day in settings.weekly_off)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Reminders"), Role.SECTION))
        for line in (
            SettingLine(
                self.tr("Days ahead for big clients"),
                self.tr("And again on the day. Others are greeted on the day only."),
                self.lead,
            ),
            SettingLine(self.tr("Time of the daily pop-up"), "", self.at),
            SettingLine(
                self.tr("Days afterwards"),
                self.tr("How long a day that was missed is still told."),
                self.grace,
            ),
            SettingLine(
                self.tr("Round birthdays of men a year early"),
                self.tr("The 60th is kept when he is 59 by lunar years, and so on."),
                self.men_at_nine,
            ),
            SettingLine(
                self.tr("Days off in the week"),
                self.tr("What falls on one is told on the last working day before as well."),
            ),
        ):
            self.body.addWidget(line)
        for made in self.off:
            made.setCheckable(True)
            made.clicked.connect(self._on_off)
        self.body.addLayout(row(*self.off, 1, spacing=SPACE_XS))
        who = self.tr("Big clients are those of tier A or B, VIPs, and whom you marked yourself.")
        self.body.addSpacing(SPACE_XS)
        self.body.addWidget(wrapped(who, Role.SECOND))

    def _on_lead(self, days: int) -> None:
        self._keeping.change(lead_days=days)

    def _on_grace(self, days: int) -> None:
        self._keeping.change(grace_days=days)

    def _on_at(self, at: QTime) -> None:
        self._keeping.change(pop_up_at=dt.time(at.hour(), at.minute()))

    def _on_men_at_nine(self) -> None:
        self._keeping.change(rounds_men_at_nine=self.men_at_nine.isChecked())

    def _on_off(self) -> None:
        off = frozenset(day for day, made in enumerate(self.off) if made.isChecked())
        self._keeping.change(weekly_off=off)
