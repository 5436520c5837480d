"""Dates and days: how long ahead, which festivals, which days are off, which are silent."""

import datetime as dt

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from crm_desktop.clock import today
from crm_desktop.domain.festivals import FestivalTable
from crm_desktop.domain.holiday_notice import Notice
from crm_desktop.domain.leads import read
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.festival_table import festival_table
from crm_desktop.services.public_holidays import public_holidays
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.settings.day_list import DayList
from crm_desktop.ui.settings.festivals_dialog import FestivalsDialog
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.leads_dialog import LeadsDialog
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.settings.notice_dialog import NoticeDialog
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.festivals import name_of
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.switch import Switch

_YEAR = 366


class DatesCard(Card):
    """A card with two tables behind buttons and three lists of single days."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._keeping = keeping
        self._today = today(desk.clock)
        self.leads_button = button(self.tr("Change…"))
        self.leads_button.setAccessibleName(self.tr("Change how long ahead"))
        self.festivals_button = button(self.tr("Change…"))
        self.festivals_button.setAccessibleName(self.tr("Change the festivals"))
        self.holidays = Switch(self.tr("Public holidays are days off"))
        self.notice_button = button(self.tr("Paste the notice…"))
        self.off = DayList(self.tr("One more day off"), self._today)
        self.worked = DayList(self.tr("One more day that is worked"), self._today)
        self.silent = DayList(self.tr("One more silent day"), self._today)
        self._leads = SettingLine(self.tr("How long ahead"), "", self.leads_button)
        self._festivals = SettingLine(self.tr("Festivals"), "", self.festivals_button)
        self._holidays = SettingLine(self.holidays.accessibleName(), "", self.holidays)
        self._notice = SettingLine(self.tr("The holidays of a new year"), "", self.notice_button)
        self._build()
        self.leads_button.clicked.connect(self._on_leads)
        self.festivals_button.clicked.connect(self._on_festivals)
        self.holidays.toggled.connect(self._on_holidays)
        self.notice_button.clicked.connect(self._on_notice)
        self.off.changed.connect(self._on_off)
        self.worked.changed.connect(self._on_worked)
        self.silent.changed.connect(self._on_silent)
        keeping.loaded.connect(self.show_settings)

    def show_settings(self, settings: BookSettings) -> None:
        """Show what stands in the book."""
        cells = len(read(settings.leads).cells)
        by_rule = self.tr("By the rule everywhere; every cell can be set by itself.")
        otherwise = self.tr("{count} set otherwise than the rule.").format(count=cells)
        self._leads.say(otherwise if cells else by_rule)
        self._festivals.say(self._told(festival_table(settings)))
        with QSignalBlocker(self.holidays):
            self.holidays.setChecked(settings.follows_public_holidays)
        self.holidays.update()
        self._tell_of_holidays(on=settings.follows_public_holidays)
        self._tell_of_next_year(settings)
        for shown, days in (
            (self.off, settings.days_off),
            (self.worked, settings.working_days),
            (self.silent, settings.silent_days),
        ):
            if shown.days != days:
                shown.show_days(days)

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Dates and days"), Role.SECTION))
        for line in (self._leads, self._festivals, self._holidays, self._notice):
            self.body.addWidget(line)
        for title, hint, days in (
            (self.tr("Days off"), self.tr("Your holidays, for instance."), self.off),
            (
                self.tr("Worked all the same"),
                self.tr("Days of the weekend, or holidays, on which you are there."),
                self.worked,
            ),
            (
                self.tr("Silent days"),
                self.tr("No lists of greetings; a client's own day is told quietly."),
                self.silent,
            ),
        ):
            self.body.addWidget(SettingLine(title, hint, days.field))
            self.body.addWidget(days)

    def _told(self, table: FestivalTable) -> str:
        """Return how many are told, and the next one."""
        count = sum(each.is_campaign for each in table.festivals)
        ahead = table.between(self._today, self._today + dt.timedelta(days=_YEAR))
        following = next(((on, each) for on, each in ahead if each.is_campaign), None)
        if following is None:
            return self.tr("None is told.")
        on, festival = following
        pattern = self.tr("{count} are told; next {name}, {day}.")
        when = day_and_relative(on, self._today)
        return pattern.format(count=count, name=name_of(festival), day=when)

    def _tell_of_holidays(self, *, on: bool) -> None:
        """Say to which year they are known; the table is read only once they are wanted."""
        if not on:
            self._holidays.say(self.tr("With the days that are worked instead."))
            return
        until = public_holidays().until
        known = self.tr("Known to the end of {year}; after that, what is entered below counts.")
        unknown = self.tr("They are not known on this computer; what is entered below counts.")
        self._holidays.say(known.format(year=until) if until else unknown)

    def _tell_of_next_year(self, settings: BookSettings) -> None:
        """Say what she entered for the year to come, or how that is done."""
        year = self._today.year + 1
        off = sum(day.year == year for day in settings.days_off)
        worked = sum(day.year == year for day in settings.working_days)
        told = self.tr("{year}: {off} days off and {worked} worked instead are entered.")
        ask = self.tr("It comes out each November: paste it, and all its days are entered below.")
        entered = told.format(year=year, off=off, worked=worked)
        self._notice.say(entered if off or worked else ask)

    def _on_notice(self) -> None:
        dialog = NoticeDialog(self._today, self.window())
        dialog.told.connect(self._on_told)
        dialog.open()

    def _on_told(self, notice: Notice) -> None:
        """Enter the days of a notice; each is off or worked as it says, whatever stood before."""
        self._keep_days(
            (self.off.days | notice.days_off) - notice.working_days,
            (self.worked.days | notice.working_days) - notice.days_off,
        )

    def _keep_days(self, off: frozenset[dt.date], worked: frozenset[dt.date]) -> None:
        self.off.show_days(off)
        self.worked.show_days(worked)
        self._keeping.change(days_off=off, working_days=worked)
        if (settings := self._keeping.now) is not None:
            self._tell_of_next_year(settings)

    def _on_leads(self) -> None:
        if (settings := self._keeping.now) is not None:
            LeadsDialog(self._keeping, settings, self.window()).open()

    def _on_festivals(self) -> None:
        if (settings := self._keeping.now) is not None:
            table = festival_table(settings)
            FestivalsDialog(self._keeping, table, self._today, self.window()).open()

    def _on_holidays(self, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self._tell_of_holidays(on=on)
        self._keeping.change(follows_public_holidays=on)

    def _on_off(self, days: frozenset[dt.date]) -> None:
        self._keeping.change(days_off=days)

    def _on_worked(self, days: frozenset[dt.date]) -> None:
        self._keeping.change(working_days=days)

    def _on_silent(self, days: frozenset[dt.date]) -> None:
        self._keeping.change(silent_days=days)
