"""Festivals: the list of one, whom it is for, who was greeted, and ticking them off."""

import datetime as dt
import json
from collections import defaultdict
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy import Select, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.festivals import Festival, FestivalTable, Silence
from crm_desktop.domain.greetings import ABOUT
from crm_desktop.domain.occasions import Kept, Reminder, ReminderState, Source, Stage, What
from crm_desktop.domain.records import (
    Change,
    Contact,
    FestivalMark,
    FestivalOutcome,
    Knows,
    Person,
    Tier,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.silence import silence_on
from crm_desktop.domain.unaware import among
from crm_desktop.models import CLIENT_INDEX, ReminderRow
from crm_desktop.services import festival_gifts
from crm_desktop.services.campaigns import festival_occasion
from crm_desktop.services.festival_audience import for_whom, waiting
from crm_desktop.services.festival_gifts import AgainstGift, FestivalGift
from crm_desktop.services.festival_table import festival_table
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import (
    fetch,
    put,
    put_new,
    put_numbered,
    remove,
    table_of,
)
from crm_desktop.services.reminder_rows import keep
from crm_desktop.services.search_index import Progress

_index: Final = CLIENT_INDEX.c
_mark: Final = table_of(FestivalMark).c
_ORDER: Final = (~_index.is_big, _index.tier_rank, _index.sort_key, _index.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalLine:
    """One client in the list of a festival; `outcome` is None while nothing was done.

    `unaware` are those around her who must hear no word of the clinic.
    """

    client_id: int
    name: str
    called: str
    tier: Tier | None = None
    vip: bool = False
    big: bool = False
    outcome: FestivalOutcome | None = None
    unaware: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalList:
    """The list of a festival on a day: big clients first, then by tier and name.

    `silence` is why nobody is greeted that day, None for most.
    """

    festival: Festival
    on: dt.date
    lines: tuple[FestivalLine, ...]
    silence: Silence | None = None

    @property
    def done(self) -> int:
        """Return how many are ticked off, whatever was done."""
        return sum(line.outcome is not None for line in self.lines)

    @property
    def left(self) -> int:
        """Return how many are still to be greeted."""
        return len(self.lines) - self.done


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalTick:
    """What was done at `at`; `text` and `channel` of what was sent stand in her file.

    `gift` is what was given, where something was.
    """

    outcome: FestivalOutcome
    at: dt.datetime
    text: str = ""
    channel: str = ""
    gift: FestivalGift = field(default_factory=FestivalGift)


class Festivals:
    """The lists of festivals of one open book; nothing here sends anything."""

    def __init__(
        self, database: Database, journal: Journal, settings: Callable[[], BookSettings]
    ) -> None:
        self._database = database
        self._journal = journal
        self._settings = settings

    def table(self) -> FestivalTable:
        """Return the festivals as she set them."""
        return festival_table(self._settings())

    def sheet(self, code: str, on: dt.date) -> FestivalList:
        """Return whom a festival is for and what was done; who was ticked off always stays.

        Raises:
            RecordGone: There is no such festival any more.
        """
        settings = self._settings()
        festival, table = _known(settings, code), festival_table(settings)
        with self._database.read() as session:
            lines = _lines(session, festival, on)
        silence = silence_on(on, table, settings)
        return FestivalList(festival=festival, on=on, lines=lines, silence=silence)

    def against(
        self, on: dt.date, client_ids: Collection[int], gift: FestivalGift, today: dt.date
    ) -> tuple[AgainstGift, ...]:
        """Return what speaks against giving something to clients, each reason once.

        Raises:
            RecordGone: One of them is no longer in the book.
        """
        settings = self._settings()
        with self._database.read() as session:
            planned = festival_gifts.planned_gift(gift, on, today)
            return festival_gifts.against(session, client_ids, planned, settings, today)

    def mark(
        self,
        code: str,
        on: dt.date,
        client_ids: Collection[int],
        tick: FestivalTick,
        progress: Progress | None = None,
    ) -> Change:
        """Tick clients off; whoever was greeted or given something gets a line in her file.

        What was given stands among her gifts, past the guard. With the last one the reminder of
        the festival is done. Who was ticked off before is what is said now. `progress` hears of
        those whose files are brought in step.

        Raises:
            RecordGone: There is no such festival any more, or no such client.
            GiftWarned: Something speaks against a gift that `tick` does not set aside.
            GiftGoneOn: A gift told before was worked on since, and is none any more now.
        """
        settings = self._settings()
        festival = _known(settings, code)
        action = f"festival.{tick.outcome.value}"
        with self._journal.change(action, progress=progress) as work:
            session, wanted = work.session, frozenset(client_ids)
            work.about(_subject(session, wanted))
            known = {mark.client_id: mark for mark in _marks(session, code, on, wanted)}
            marks = [
                replace(
                    known.get(client_id, FestivalMark(client_id=client_id, festival=code, on=on)),
                    outcome=tick.outcome,
                    at=tick.at,
                )
                for client_id in sorted(wanted)
            ]
            _write(session, _gifted(session, marks, tick, settings), tick)
            if not waiting(session, festival, on):
                _close(session, festival, on, tick.at)
        return work.change

    def unmark(self, code: str, on: dt.date, client_ids: Collection[int]) -> Change:
        """Take clients off the ticks again, with what these left in their files.

        Raises:
            RecordGone: There is no such festival any more.
            GiftGoneOn: A gift was worked on since; nothing is taken off then.
        """
        festival = _known(self._settings(), code)
        with self._journal.change("festival.unmark") as work:
            session, wanted = work.session, frozenset(client_ids)
            work.about(_subject(session, wanted))
            if not waiting(session, festival, on):
                _reopen(session, festival, on)
            for mark in festival_gifts.drop_gifts(session, _marks(session, code, on, wanted)):
                remove(session, FestivalMark, mark.id)
                _forget(session, mark.contact_id)
        return work.change


def _known(settings: BookSettings, code: str) -> Festival:
    festival = festival_table(settings).get(code)
    if festival is None:
        raise RecordGone("Festival", 0)
    return festival


def _lines(session: Session, festival: Festival, on: dt.date) -> tuple[FestivalLine, ...]:
    marks = fetch(session, FestivalMark, _mark.festival == festival.code, _mark.on == on)
    outcomes = {mark.client_id: mark.outcome for mark in marks}
    marked = _index.id.in_(_listed(outcomes)), ~_index.is_archived
    wanted = or_(for_whom(festival.audience, on), and_(*marked))
    columns = _index.id, _index.name, _index.called, _index.tier, _index.vip, _index.is_big
    rows = session.execute(select(*columns).where(wanted).order_by(*_ORDER)).all()
    ignorant = _ignorant(session)
    return tuple(
        FestivalLine(
            client_id=row.id,
            name=row.name,
            called=row.called or row.name,
            tier=row.tier,
            vip=row.vip,
            big=row.is_big,
            outcome=outcomes.get(row.id),
            unaware=among(ignorant.get(row.id, ()), None),
        )
        for row in rows
    )


def _ignorant(session: Session) -> dict[int, list[Person]]:
    """Return by client those of hers who do not know."""
    found: dict[int, list[Person]] = defaultdict(list)
    for person in fetch(session, Person, table_of(Person).c.knows == Knows.NO):
        found[person.client_id].append(person)
    return found


def _marks(
    session: Session, code: str, on: dt.date, client_ids: Collection[int]
) -> list[FestivalMark]:
    these = _mark.client_id.in_(_listed(client_ids))
    return fetch(session, FestivalMark, these, _mark.festival == code, _mark.on == on)


def _gifted(
    session: Session, marks: list[FestivalMark], tick: FestivalTick, settings: BookSettings
) -> list[FestivalMark]:
    """Write what was given, or take out what is no longer said to have been."""
    if tick.outcome is not FestivalOutcome.GIFT:
        return festival_gifts.drop_gifts(session, marks)
    today = tick.at.date()
    put_gift = festival_gifts.put_gift
    return [put_gift(session, mark, tick.gift, settings, today) for mark in marks]


def _write(session: Session, marks: list[FestivalMark], tick: FestivalTick) -> None:
    """Write the ticks; what was sent is told in each file once, what was skipped is not."""
    left = []
    if tick.outcome is FestivalOutcome.SKIPPED:
        left = [mark.contact_id for mark in marks]
        marks = [replace(mark, contact_id=None) for mark in marks]
    else:
        untold = [mark for mark in marks if mark.contact_id is None]
        ids = put_numbered(session, Contact, [_contact(mark, tick) for mark in untold])
        told = [replace(mark, contact_id=id_) for mark, id_ in zip(untold, ids, strict=True)]
        marks = [*told, *(mark for mark in marks if mark.contact_id is not None)]
    put_new(session, FestivalMark, [mark for mark in marks if not mark.id])
    for mark in marks:
        if mark.id:
            put(session, mark)
    for contact_id in left:
        _forget(session, contact_id)


def _contact(mark: FestivalMark, tick: FestivalTick) -> Contact:
    return Contact(
        client_id=mark.client_id,
        on=tick.at.date(),
        channel=tick.channel,
        notes=tick.text,
        about=f"{ABOUT}{mark.festival}",
        occasion_on=mark.on,
    )


def _forget(session: Session, contact_id: int | None) -> None:
    if contact_id is not None:
        remove(session, Contact, contact_id)


def _close(session: Session, festival: Festival, on: dt.date, now: dt.datetime) -> None:
    """Note the reminder of a festival as done, every stage of it."""
    occasion = festival_occasion(festival, on, 0)
    stages = (Stage.PREPARE, Stage.DAY) if festival.lead_days else (Stage.DAY,)
    done = ReminderState.DONE
    reminders = [
        Reminder(occasion=occasion, stage=stage, raise_on=on, state=done, what=What.GREETING)
        for stage in stages
    ]
    keep(session, reminders, Kept(state=done, changed_at=now))


def _reopen(session: Session, festival: Festival, on: dt.date) -> None:
    """Let a festival remind again that was done with the last tick."""
    session.execute(
        delete(ReminderRow).where(
            ReminderRow.source == Source.FESTIVAL.value,
            ReminderRow.source_id == festival.number,
            ReminderRow.occurs_on == on,
            ReminderRow.state == ReminderState.DONE,
        )
    )


def _subject(session: Session, client_ids: Collection[int]) -> str:
    """Return what one client is called, "" for many.

    Raises:
        RecordGone: One of them is no longer in the book.
    """
    wanted = _index.id.in_(_listed(client_ids))
    called = {
        row.id: row.called
        for row in session.execute(select(_index.id, _index.called).where(wanted))
    }
    for client_id in client_ids:
        if client_id not in called:
            raise RecordGone("Client", client_id)
    return next(iter(called.values())) if len(called) == 1 else ""


def _listed(ids: Collection[int]) -> Select[tuple[int]]:
    values = func.json_each(json.dumps(sorted(ids))).table_valued("value")
    return select(values.c.value)
