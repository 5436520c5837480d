"""The lists of the whole book: what comes, what was missed, whom it does not cover."""

import datetime as dt
from collections.abc import Callable, Sequence
from functools import partial
from typing import Final, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.book_check import Gap, Unreadable
from crm_desktop.domain.occasions import Reminder
from crm_desktop.domain.records import Client
from crm_desktop.domain.reminder_check import Raise
from crm_desktop.ui.reminder_check.fixes import Fix, fix_for, fix_words
from crm_desktop.ui.text.cards import card_title
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.occasions import client_called, event, whose
from crm_desktop.ui.text.reminder_check import (
    ahead_detail,
    ahead_words,
    gap_detail,
    gap_title,
    unreadable_words,
)
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import button, quiet
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.listing import ListRow

T = TypeVar("T")
_AT_FIRST: Final = 5
_MORE: Final = 20


class LongCard(Card):
    """A card with the first rows of a list, and a button for more."""

    def __init__(self, title: str, explained: str = "", parent: QWidget | None = None) -> None:
        super().__init__(title, parent=parent)
        self.more_button = button("", Role.LINK)
        self.more_button.clicked.connect(self._on_more)
        self._makers: list[Callable[[], QWidget]] = []
        self._shown = 0
        if explained:
            self.body.addWidget(wrapped(explained, Role.SECOND))

    def fill(self, makers: Sequence[Callable[[], QWidget]]) -> None:
        """Show the first rows; the others are made when they are asked for."""
        self._makers = list(makers)
        self.set_detail(f"{len(makers):,}")
        self.body.addLayout(row(self.more_button, 1))
        self._add(_AT_FIRST)

    def _add(self, count: int) -> None:
        place = self.body.count() - 1
        for make in self._makers[self._shown : self._shown + count]:
            self.body.insertWidget(place, make())
            place += 1
        self._shown = min(self._shown + count, len(self._makers))
        left = len(self._makers) - self._shown
        self.more_button.setVisible(left > 0)
        self.more_button.setText(self.tr("Show {count} more").format(count=min(left, _MORE)))

    def _on_more(self) -> None:
        self._add(_MORE)


class GapsCard(LongCard):
    """Clients with something to be mended.

    Signals:
        client_wanted: the id of a client, whose reminders are to be checked.
        fix_wanted: the `Fix`, the `Client`, and the `ClientDate` or None.
    """

    client_wanted = Signal(int)
    fix_wanted = Signal(object, object, object)

    def __init__(
        self, title: str, explained: str, gaps: Sequence[Gap], parent: QWidget | None = None
    ) -> None:
        super().__init__(title, explained, parent)
        self.fill([partial(self._row, gap) for gap in gaps])

    def _row(self, gap: Gap) -> ListRow:
        client = gap.client
        called = discreet_name(client.called)
        fix = _fix_of(gap)
        act = button(fix_words(fix), Role.LINK)
        act.setAccessibleName(f"{act.text()}, {called}")
        act.clicked.connect(partial(self.fix_wanted.emit, fix, client, gap.date))
        check = quiet(self.tr("Check her"))
        check.setAccessibleName(f"{check.text()}, {called}")
        check.clicked.connect(partial(self.client_wanted.emit, client.id))
        detail = gap_detail(gap)
        words = f"{gap_title(gap)} · {detail}" if detail else gap_title(gap)
        return ListRow(called, words, check, act, leading=_avatar(client))


class UnreadableCard(LongCard):
    """Clients in whose files something is passed over, as it cannot be read.

    Signals:
        client_wanted: the id of a client, whose reminders are to be checked.
    """

    client_wanted = Signal(int)

    def __init__(self, found: Sequence[Unreadable], parent: QWidget | None = None) -> None:
        super().__init__(self._titled(), self._explained(), parent)
        self.fill([partial(self._row, one) for one in found])

    def _titled(self) -> str:
        return self.tr("Entries that cannot be read")

    def _explained(self) -> str:
        return self.tr(
            "They may never pop up; everything else reminds as always. An older backup may still "
            "hold them: look there, or ask her again."
        )

    def _row(self, one: Unreadable) -> ListRow:
        called = discreet_name(one.called)
        check = quiet(self.tr("Check her"))
        check.setAccessibleName(f"{check.text()}, {called}")
        check.clicked.connect(partial(self.client_wanted.emit, one.client_id))
        return ListRow(called, unreadable_words(one.rows), check, leading=Avatar(called))


class AheadCard(LongCard):
    """What pops up in the coming two weeks, by its day.

    Signals:
        client_wanted: the id of a client, whose reminders are to be checked.
    """

    client_wanted = Signal(int)

    def __init__(
        self, ahead: Sequence[Raise], today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(self._titled(), parent=parent)
        if not ahead:
            self.body.addWidget(wrapped(self.tr("Nothing is due in these days."), Role.SECOND))
        self.fill(list(self._rows(ahead, today)))

    def _titled(self) -> str:
        return self.tr("What pops up in the coming 14 days")

    def _rows(self, ahead: Sequence[Raise], today: dt.date) -> list[Callable[[], QWidget]]:
        return [partial(self._row, one, today) for one in ahead]

    def _row(self, one: Raise, today: dt.date) -> ListRow:
        occasion = one.reminder.occasion
        at = label(day_and_relative(one.at.date(), today) + f"  {one.at:%H:%M}", Role.SECOND)
        tone = Tone.ACCENT if occasion.big else Tone.PLAIN
        made = ListRow(
            ahead_words(one),
            ahead_detail(one, today),
            at,
            leading=Avatar(client_called(occasion) or event(occasion), tone=tone),
        )
        if occasion.client_id:
            check = quiet(self.tr("Check her"))
            check.setAccessibleName(f"{check.text()}, {client_called(occasion)}")
            check.clicked.connect(partial(self.client_wanted.emit, occasion.client_id))
            made.trailing.addWidget(check)
        return made


class MissedCard(LongCard):
    """What came and went unseen in the last year.

    Signals:
        word_wanted: the `Reminder` to which she still wants to say a word.
        letting_go: the `Reminder` she lets go.
    """

    word_wanted = Signal(object)
    letting_go = Signal(object)

    def __init__(
        self, missed: Sequence[Reminder], today: dt.date, parent: QWidget | None = None
    ) -> None:
        super().__init__(self._titled(), self._explained(), parent)
        self.fill([partial(self._row, one, today) for one in missed])

    def _titled(self) -> str:
        return self.tr("Missed – still worth a word")

    def _explained(self) -> str:
        return self.tr("Kept here for a year, until you send a word or let it go.")

    def _row(self, one: Reminder, today: dt.date) -> ListRow:
        occasion = one.occasion
        word = button(self.tr("Send a word"))
        word.clicked.connect(partial(self.word_wanted.emit, one))
        leave = quiet(self.tr("Let it go"))
        leave.clicked.connect(partial(self.letting_go.emit, one))
        for made in (word, leave):
            made.setAccessibleName(f"{made.text()}, {whose(occasion)}")
        words = f"{event(occasion)} · {day_and_relative(one.on, today)}"
        tone = Tone.ACCENT if occasion.big else Tone.PLAIN
        avatar = Avatar(client_called(occasion) or event(occasion), tone=tone)
        return ListRow(card_title(occasion), words, leave, word, leading=avatar)


def _fix_of(gap: Gap) -> Fix:
    """Return what a button offers: where no single date is meant, she chooses in the file."""
    fix = Fix.FILE if gap.why is None else fix_for(gap.why)
    needs_a_date = fix in {Fix.MAIN, Fix.KEEP} and gap.date is None
    return Fix.FILE if needs_a_date else fix


def _avatar(client: Client) -> Avatar:
    tone = Tone.GOLD if client.vip else Tone.ACCENT if client.is_big else Tone.PLAIN
    return Avatar(discreet_name(client.called), tone=tone)
