"""The card of festivals that come: a line each, however many clients it is for."""

import datetime as dt
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.domain.occasions import Reminder
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.festivals import festival_name
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row


class Festivals(Card):
    """Says which festival comes and how many clients are still to be greeted.

    Signals:
        list_wanted: the list of a festival is to be opened: its code, its day.
    """

    list_wanted = Signal(str, object)

    def __init__(
        self,
        reminders: Sequence[Reminder],
        today: dt.date,
        answers: Answers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Festivals"), parent=parent)
        self._answers = answers
        for reminder in reminders:
            self.body.addLayout(self._line(reminder, today))

    def _line(self, reminder: Reminder, today: dt.date) -> QHBoxLayout:
        occasion = reminder.occasion
        name = occasion.label or festival_name(occasion.festival)
        opener = button(self.tr("Open the list"), symbol=Icon.CHECK_LIST)
        opener.setAccessibleDescription(name)
        opener.clicked.connect(partial(self._on_open, occasion.festival, occasion.on))
        close = IconButton(Icon.CHECK, self.tr("{name} is done").format(name=name))
        close.clicked.connect(partial(self._answers.done, reminder))
        left = self._count(occasion.clients)
        return row(
            label(name, Role.STRONG),
            ElidedLabel(f"{day_and_relative(occasion.on, today)} · {left}", Role.SECOND),
            1,
            opener,
            close,
            spacing=SPACE_S,
        )

    def _count(self, clients: int) -> str:
        if clients == 1:
            return self.tr("1 client still to be greeted")
        return self.tr("{count} clients still to be greeted").format(count=clients)

    def _on_open(self, code: str, on: dt.date) -> None:
        self.list_wanted.emit(code, on)
