"""The festivals of the year: which are told and how long ahead; some of her own."""

import datetime as dt
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.festival_days import DayKind, FestivalDay, days_in
from crm_desktop.domain.festivals import LONGEST_NAME, MOST_LEAD, Festival, FestivalTable, changes
from crm_desktop.services.festival_table import built_in_festivals
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.settings.reminders_card import NumberBox
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.festivals import audience_words, name_of, silence_words
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.gradual import Gradual
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, hairline, row
from crm_desktop.ui.widgets.switch import Switch

_WIDTH: Final = 660
_HEIGHT: Final = 620
_NUMBER: Final = 92
_SAMPLE_YEARS: Final = 5


class FestivalsDialog(Dialog):
    """Every festival a line, the next one first; saved as soon as it is changed."""

    def __init__(
        self,
        keeping: Keeping,
        table: FestivalTable,
        today: dt.date,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "", parent)
        self._keeping = keeping
        self._today = today
        self.table = table
        self.lines: dict[str, SettingLine] = {}
        self.name = QLineEdit()
        self.calendar = QComboBox()
        self.month = NumberBox(self.tr("Month"), 1, 12)
        self.day = NumberBox(self.tr("Day of the month"), 1, 31)
        self.add_button = button(self.tr("Add"), None, Icon.PLUS)
        self._scroll = ScrollColumn()
        self._gradual = Gradual(self._scroll.content, self)
        self._build()
        self._show()

    def _build(self) -> None:
        title = self.tr("Festivals")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Close"))
        self.accept_button.setDefault(False)
        self.cancel_button.hide()
        self.resize(_WIDTH, _HEIGHT)
        told = self.tr("Each is one line on the Today page, so many days ahead and on the day.")
        self.body.addWidget(wrapped(told, Role.SECOND))
        self.body.addWidget(self._scroll, 1)
        self.body.addWidget(hairline())
        self.body.addWidget(label(self.tr("One of your own"), Role.FIELD_LABEL))
        self.name.setPlaceholderText(self.tr("Such as the birthday of the shop"))
        self.name.setAccessibleName(self.tr("Name of the festival"))
        self.name.setMaxLength(LONGEST_NAME)
        self.calendar.setAccessibleName(self.tr("Calendar"))
        self.calendar.addItem(self.tr("solar"), DayKind.SOLAR)
        self.calendar.addItem(self.tr("lunar"), DayKind.LUNAR)
        for box, pattern in (
            (self.month, self.tr("month {number}")),
            (self.day, self.tr("day {number}")),
        ):
            before, after = pattern.split("{number}")
            box.setPrefix(before)
            box.setSuffix(after)
            box.setFixedWidth(scaled(_NUMBER))
            box.setToolTip(box.accessibleName())
        line = row(self.name, self.calendar, self.month, self.day, self.add_button)
        line.setStretchFactor(self.name, 1)
        self.body.addLayout(line)
        self.body.setSpacing(SPACE_S)
        self.name.textChanged.connect(self._on_typed)
        for typed in (self.name, self.month.lineEdit(), self.day.lineEdit()):
            typed.returnPressed.connect(self._on_add)
        self.calendar.activated.connect(self._on_typed)
        for box in (self.month, self.day):
            box.valueChanged.connect(self._on_typed)
        self.add_button.clicked.connect(self._on_add)
        self._on_typed()

    def _show(self) -> None:
        self._scroll.clear()
        self.lines.clear()
        ordered = sorted(self.table.festivals, key=self._next)
        self._gradual.fill([partial(self._line, each.code) for each in ordered])

    def _next(self, festival: Festival) -> tuple[bool, dt.date]:
        """Return what it stands by: silent days last, the next day first."""
        on = self.table.next_day(festival.code, self._today)
        return festival.silence is not None, on or dt.date.max

    def _line(self, code: str) -> SettingLine:
        festival = self.table.get(code)
        assert festival is not None  # noqa: S101 - a line is made for what the table holds
        name = name_of(festival)
        switch = Switch(name, on=festival.is_on)
        switch.toggled.connect(partial(self._on_switch, code))
        controls: list[QWidget] = [switch]
        if festival.silence is None:
            lead = NumberBox(self.tr("{name}: days ahead").format(name=name), 0, MOST_LEAD)
            lead.setSuffix(self.tr(" days"))
            lead.setFixedWidth(scaled(_NUMBER))
            lead.setToolTip(self.tr("Days ahead; 0 for the day alone"))
            with QSignalBlocker(lead):
                lead.setValue(festival.lead_days)
            lead.setEnabled(festival.is_on)
            lead.valueChanged.connect(partial(self._on_lead, code))
            switch.toggled.connect(lead.setEnabled)
            controls.insert(0, lead)
        if festival.is_own:
            gone = IconButton(Icon.TRASH, self.tr("Remove {name}").format(name=name))
            gone.clicked.connect(partial(self._on_remove, code))
            controls.insert(0, gone)
        self.lines[code] = SettingLine(name, self._told(festival), *controls)
        return self.lines[code]

    def _told(self, festival: Festival) -> str:
        """Return when it comes next and whom it is for."""
        on = self.table.next_day(festival.code, self._today)
        when = "" if on is None else day_and_relative(on, self._today)
        if festival.silence is not None:
            return f"{when} · {silence_words(festival.silence)}"
        return f"{when} · {audience_words(festival.audience)}"

    def _new_day(self) -> FestivalDay | None:
        """Return the day that stands in the fields, None if it never comes."""
        kind = DayKind(self.calendar.currentData())
        day = FestivalDay(kind=kind, month=self.month.value(), day=self.day.value())
        if kind is DayKind.LUNAR:
            return day if day.day <= 30 else None  # noqa: PLR2004 - no lunar month is longer
        years = range(self._today.year, self._today.year + _SAMPLE_YEARS)
        try:
            return day if any(days_in(day, year) for year in years) else None
        except ValueError:
            return None

    def _on_typed(self) -> None:
        is_named = bool(self.name.text().strip())
        self.add_button.setEnabled(is_named and self._new_day() is not None)

    def _on_add(self) -> None:
        day = self._new_day()
        if not self.add_button.isEnabled() or day is None:
            return
        self._keep(self.table.with_own(self.name.text(), day, 2))
        self.name.clear()
        self._show()

    def _on_remove(self, code: str) -> None:
        self._keep(self.table.without_own(code))
        self._show()

    def _on_switch(self, code: str, on: bool) -> None:  # noqa: FBT001 - a slot of a switch
        self._change(code, is_on=on)

    def _on_lead(self, code: str, days: int) -> None:
        self._change(code, lead_days=days)

    def _change(self, code: str, **said: int) -> None:
        festival = self.table.get(code)
        if festival is not None:
            self._keep(self.table.with_festival(replace(festival, **said)))  # type: ignore[arg-type] # fields of a festival

    def _keep(self, table: FestivalTable) -> None:
        self.table = table
        self._keeping.change(festivals=changes(table, built_in_festivals()))

    @override
    def done(self, result: int) -> None:
        self._keeping.save()
        super().done(result)
