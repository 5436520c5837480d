"""The card of follow-ups that are due: a line each, the longest overdue first."""

import datetime as dt
from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from crm_desktop.domain.occasions import Kind, Reminder
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.later import offer_pauses
from crm_desktop.ui.text import relative
from crm_desktop.ui.text.cards import card_line
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.occasions import client_called
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.avatar import SMALL, Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.pill import Pill

AT_FIRST: Final = 6
MORE: Final = 20


class FollowUps(Card):
    """Lists whom she meant to be in touch with by today, and what she promised.

    Signals:
        client_wanted: the client whose file is to be opened.
        more_wanted: more lines are to be shown.
    """

    client_wanted = Signal(int)
    more_wanted = Signal()

    def __init__(
        self,
        reminders: Sequence[Reminder],
        today: dt.date,
        answers: Answers,
        most: int = AT_FIRST,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Follow-ups"), parent=parent)
        self._today = today
        self._answers = answers
        self.set_detail(str(len(reminders)))
        for reminder in reminders[:most]:
            self.body.addLayout(self._line(reminder))
        if (left := len(reminders) - most) > 0:
            more = button(self.tr("Show {count} more").format(count=min(left, MORE)), Role.LINK)
            more.clicked.connect(self.more_wanted)
            self.body.addLayout(row(more, 1))

    def _line(self, reminder: Reminder) -> QHBoxLayout:
        occasion = reminder.occasion
        called = client_called(occasion)
        tone = Tone.ACCENT if occasion.big else Tone.PLAIN
        done = IconButton(Icon.CHECK, self.tr("Done: {client}").format(client=called))
        if occasion.kind is Kind.POINTS:
            done.clicked.connect(partial(self._answers.done, reminder))
        else:
            done.clicked.connect(partial(self._answers.talked, reminder, self))
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open her file"))
        opener.clicked.connect(partial(self._on_open, occasion.client_id))
        marks = [Pill(occasion.tier.value, Tone.ACCENT)] if occasion.tier else []
        since = label(relative(occasion.on, self._today), Role.SECOND)
        set_mark(since, "shade", "bad" if occasion.on < self._today else "")
        return row(
            Avatar(called, SMALL, tone),
            label(called),
            *marks,
            ElidedLabel(_about(reminder, self._today), Role.SECOND),
            1,
            since,
            done,
            self._later(reminder),
            opener,
            spacing=SPACE_S,
        )

    def _later(self, reminder: Reminder) -> IconButton:
        later = IconButton(Icon.CLOCK, self.tr("Later"))
        later.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(later)
        menu.aboutToShow.connect(partial(self._fill_later, menu, reminder))
        later.setMenu(menu)
        return later

    def _fill_later(self, menu: QMenu, reminder: Reminder) -> None:
        if menu.actions():
            return
        offer_pauses(menu, reminder, self._answers)
        menu.addSeparator()
        action = menu.addAction(icon(Icon.BELL_OFF, "text2"), self.tr("Let it go this time"))
        action.triggered.connect(partial(self._answers.dismiss, reminder))

    def _on_open(self, client_id: int) -> None:
        self.client_wanted.emit(client_id)


def _about(reminder: Reminder, today: dt.date) -> str:
    """Return what it is about as on a card: the words of the talk, what was promised, points."""
    occasion, told = reminder.occasion, card_line(reminder, today, with_day=False)
    if occasion.kind is not Kind.PROMISE or told != occasion.label:
        return told
    kind = choice(occasion.kind)
    return f"{kind[:1].upper()}{kind[1:]} · {told}"
