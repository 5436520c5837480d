"""The card of what comes in the next two weeks, a line for each occasion."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.domain.occasions import Kind, Occasion
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.occasions import client_called, event, whose
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.avatar import SMALL, Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.pill import Pill

_SHOWN: Final = 8


class Coming(Card):
    """Lists what comes, big clients marked; the calendar has the rest.

    Signals:
        client_wanted: the client whose file is to be opened.
        list_wanted: the list of a festival is to be opened: its code, its day.
        calendar_wanted: the calendar is to be opened.
    """

    client_wanted = Signal(int)
    list_wanted = Signal(str, object)
    calendar_wanted = Signal()

    def __init__(
        self, occasions: Sequence[Occasion], today: dt.date, parent: QWidget | None = None
    ) -> None:
        calendar = button(self.tr("Calendar"), Role.QUIET, Icon.CALENDAR)
        super().__init__(self.tr("The next two weeks"), calendar, parent=parent)
        calendar.clicked.connect(self.calendar_wanted)
        self.set_detail(str(len(occasions)))
        shown = sorted(sorted(occasions, key=_big_first)[:_SHOWN], key=_by_day)
        for occasion in shown:
            self.body.addLayout(self._line(occasion, today))
        if len(occasions) > len(shown):
            more = self.tr("and {count} more in the calendar")
            self.body.addWidget(label(more.format(count=len(occasions) - len(shown)), Role.SECOND))

    def _line(self, occasion: Occasion, today: dt.date) -> QHBoxLayout:
        if occasion.kind is Kind.FESTIVAL:
            return self._festival(occasion, today)
        tone = Tone.ACCENT if occasion.big else Tone.PLAIN
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open her file"))
        opener.setProperty("client", occasion.client_id)
        opener.clicked.connect(self._on_open)
        marks = [Pill(occasion.tier.value, Tone.ACCENT)] if occasion.tier else []
        return row(
            Avatar(client_called(occasion), SMALL, tone),
            label(whose(occasion)),
            *marks,
            ElidedLabel(event(occasion), Role.SECOND),
            1,
            label(day_and_relative(occasion.on, today), Role.SECOND),
            opener,
            spacing=SPACE_S,
        )

    def _festival(self, occasion: Occasion, today: dt.date) -> QHBoxLayout:
        # The words of festivals read a table that most mornings do without.
        from crm_desktop.ui.text.festivals import festival_name  # noqa: PLC0415 - see above

        name = occasion.label or festival_name(occasion.festival)
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open the list"))
        opener.clicked.connect(partial(self._on_list, occasion.festival, occasion.on))
        return row(
            Avatar(name, SMALL, Tone.GOLD),
            label(name),
            1,
            label(day_and_relative(occasion.on, today), Role.SECOND),
            opener,
            spacing=SPACE_S,
        )

    def _on_list(self, code: str, on: dt.date) -> None:
        self.list_wanted.emit(code, on)

    def _on_open(self) -> None:
        self.client_wanted.emit(self.sender().property("client"))


def _big_first(occasion: Occasion) -> tuple[bool, dt.date]:
    return not (occasion.big or occasion.kind is Kind.FESTIVAL), occasion.on


def _by_day(occasion: Occasion) -> tuple[dt.date, bool]:
    return occasion.on, not occasion.big
