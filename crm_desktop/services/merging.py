"""Merging: two clients become one in a single change, with everything that hangs on both."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from sqlalchemy import Table, delete, or_, select, text, update
from sqlalchemy.orm import Session

from crm_desktop.domain.checks import Around, check
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.findings import Fault
from crm_desktop.domain.joining import Difference, MergeChoice, both, differences
from crm_desktop.domain.joining_lists import joined
from crm_desktop.domain.joining_records import Joined
from crm_desktop.domain.occasions import ReminderState, Source
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    CompletedProject,
    Contact,
    Deposit,
    FestivalMark,
    Gift,
    NotSame,
    Package,
    Person,
    PointsEntry,
    Preference,
    Promise,
    Relation,
    Visit,
)
from crm_desktop.domain.reminders import progress
from crm_desktop.models import ReminderRow
from crm_desktop.services.checking import referrers, refuse
from crm_desktop.services.folders import folder_of
from crm_desktop.services.journal import Work
from crm_desktop.services.records import KINDS, fetch, get, put, remove, table_of
from crm_desktop.services.replay import note_contents
from crm_desktop.services.sync_bases import hand_over_lines

_FIRST_DROPPED: Final[tuple[type[Any], ...]] = (
    FestivalMark,
    Contact,
    Gift,
    Preference,
    ClientDate,
    Person,
    CompletedProject,
    Package,
    Deposit,
    Bill,
)
"""What goes before that on which it hangs; the order of all others does not matter."""

_OWNED: Final = tuple(
    kind for kind in KINDS if "client_id" in table_of(kind).c and kind is not NotSame
)
_Reminder: Final = ReminderRow.__table__

_REMINDED: Final[Mapping[Source, type[Any]]] = {
    Source.DATE: ClientDate,
    Source.MILESTONE: ClientDate,
    Source.TALK: Contact,
    Source.VISIT: Visit,
    Source.PROMISE: Promise,
    Source.POINTS: PointsEntry,
}
"""What the reminders of each source are about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Two clients side by side: what is to be asked, and how much hangs on each.

    `counts` pairs the number of records of the kept and of the other client, by kind; `brought`
    names who brought either of them, by id.
    """

    kept: Client
    other: Client
    differences: tuple[Difference, ...]
    counts: tuple[tuple[type[Any], int, int], ...]
    brought: tuple[tuple[int, str], ...]


def compare(session: Session, keep_id: int, other_id: int) -> Comparison:
    """Return two clients side by side.

    Raises:
        RecordGone: One of them is no longer in the book.
    """
    kept, other = (folder_of(session, get(session, Client, id_)) for id_ in (keep_id, other_id))
    ours, theirs = _counts(session, keep_id), _counts(session, other_id)
    return Comparison(
        kept=kept.client,
        other=other.client,
        differences=differences(kept, other),
        counts=tuple((kind, ours[kind], theirs[kind]) for kind in _OWNED),
        brought=tuple(
            (folder.client.referred_by_id, folder.referred_by)
            for folder in (kept, other)
            if folder.client.referred_by_id is not None
        ),
    )


def merge(work: Work, keep_id: int, other_id: int, choice: MergeChoice, aside: str = "") -> Client:
    """Put everything of `other` into `keep`, remove `other`, and return who stands now.

    `aside` says in words what was not chosen; it goes among the private notes, so that
    nothing of either is lost.

    Raises:
        RecordGone: One of them is no longer in the book.
        FactRefused: Two texts do not fit into one.
    """
    session = work.session
    if keep_id == other_id:
        raise RecordGone(Client.__name__, other_id)
    kept, other = (folder_of(session, get(session, Client, id_)) for id_ in (keep_id, other_id))
    whole = _with_aside(joined(kept, other, choice), aside)
    _refuse_overlong(work, kept.client, whole.client)
    _write(session, whole, keep_id, other_id)
    _move_reminders(session, whole, keep_id, other_id)
    _move_answers(session, keep_id, other_id)
    _move_bases(work, keep_id, other_id)
    _move_links(session, keep_id, other_id)
    referred_by = _referrer(session, whole.client, other.client)
    client = replace(whole.client, referred_by_id=referred_by, updated_at=work.at)
    put(session, client)
    remove(session, Client, other_id)
    return client


def _with_aside(whole: Joined, aside: str) -> Joined:
    notes = both(whole.client.private_notes, aside, lines=True)
    return replace(whole, client=replace(whole.client, private_notes=notes))


def _counts(session: Session, client_id: int) -> dict[type[Any], int]:
    return {
        kind: len(
            session.execute(
                select(table_of(kind).c.id).where(table_of(kind).c.client_id == client_id)
            ).all()
        )
        for kind in _OWNED
    }


def _refuse_overlong(work: Work, kept: Client, client: Client) -> None:
    found = check(client, Around(today=work.at.date(), known=kept))
    refuse(each for each in found if each.code is Fault.TOO_LONG)


def _write(session: Session, whole: Joined, keep_id: int, other_id: int) -> None:
    for record in whole.put:
        put(session, record)
    for kind in (*_FIRST_DROPPED, *(kind for kind in _OWNED if kind not in _FIRST_DROPPED)):
        for record in whole.dropped:
            if type(record) is kind:
                remove(session, kind, record.id)
    for kind in _OWNED:
        _hand_over(session, table_of(kind), keep_id, other_id)


def _move_bases(work: Work, keep_id: int, other_id: int) -> None:
    """Let what clinics said of lines follow them; what else was said goes, and undo brings it."""
    session = work.session
    hand_over_lines(session, keep_id, other_id)
    session.execute(text("DELETE FROM sync_base WHERE client_id = :id"), {"id": other_id})
    note_contents(session, "before", "verb = 'delete' AND change_id = :id", id=work.change.id)


def _hand_over(session: Session, table: Table, keep_id: int, other_id: int) -> None:
    session.execute(update(table).where(table.c.client_id == other_id).values(client_id=keep_id))


def _move_reminders(session: Session, whole: Joined, keep_id: int, other_id: int) -> None:
    """Let what was answered about a day follow it; the answer that is furthest along stands."""
    for source, kind in _REMINDED.items():
        for gone, stands in whole.same.get(kind, {}).items():
            _move_answered(session, source, gone, stands)
    _hand_over(session, ReminderRow.metadata.tables[ReminderRow.__tablename__], keep_id, other_id)


def _move_answered(session: Session, source: Source, gone: int, stands: int) -> None:
    of_source = _Reminder.c.source == source.value
    ours, theirs = (_answered(session, source, one) for one in (stands, gone))
    for on, stage in ours.keys() & theirs.keys():
        is_further = progress(theirs[on, stage]) > progress(ours[on, stage])
        passed_over = _Reminder.c.source_id == (stands if is_further else gone)
        same = of_source, _Reminder.c.occurs_on == on, _Reminder.c.stage == stage
        session.execute(delete(ReminderRow).where(passed_over, *same))
    moved = update(ReminderRow).where(of_source, _Reminder.c.source_id == gone)
    session.execute(moved.values(source_id=stands))


def _answered(
    session: Session, source: Source, source_id: int
) -> dict[tuple[dt.date, str], ReminderState]:
    row = _Reminder.c
    whose = row.source == source.value, row.source_id == source_id
    found = session.execute(select(row.occurs_on, row.stage, row.state).where(*whose))
    return {(on, stage): ReminderState(state) for on, stage, state in found}


def _move_answers(session: Session, keep_id: int, other_id: int) -> None:
    """Let *not the same* follow too: each pair once, and never a client with herself."""
    table = table_of(NotSame).c
    known: set[frozenset[int]] = set()
    hers = or_(table.client_id.in_((keep_id, other_id)), table.other_id.in_((keep_id, other_id)))
    for answer in fetch(session, NotSame, hers):
        ids = [keep_id if id_ == other_id else id_ for id_ in (answer.client_id, answer.other_id)]
        if len(set(ids)) == 1 or frozenset(ids) in known:
            remove(session, NotSame, answer.id)
            continue
        known.add(frozenset(ids))
        put(session, replace(answer, client_id=min(ids), other_id=max(ids)))


def _move_links(session: Session, keep_id: int, other_id: int) -> None:
    """Let whoever is linked to the other client be linked to the kept one, never to herself."""
    person, client = table_of(Person), table_of(Client)
    linked = person.c.also_client_id.in_((keep_id, other_id))
    for one in fetch(session, Person, linked):
        is_herself = one.client_id == keep_id
        put(session, replace(one, also_client_id=None if is_herself else keep_id))
    for one in fetch(session, Person, person.c.client_id == keep_id):
        if one.relation is Relation.HUSBAND and _is_husband(session, keep_id, one.also_client_id):
            put(session, replace(one, also_client_id=None))
    brought = update(client).where(client.c.referred_by_id == other_id, client.c.id != keep_id)
    session.execute(brought.values(referred_by_id=keep_id))


def _is_husband(session: Session, client_id: int, of_id: int | None) -> bool:
    """Tell whether a client is said to be the husband of another one."""
    person = table_of(Person).c
    husband = person.relation == Relation.HUSBAND
    links = person.client_id == of_id, person.also_client_id == client_id
    return session.execute(select(person.id).where(husband, *links)).first() is not None


def _referrer(session: Session, client: Client, other: Client) -> int | None:
    """Return who brought her: as chosen, else as the other one had it, but never in a circle."""
    for referrer_id in (client.referred_by_id, other.referred_by_id):
        if referrer_id in {None, client.id, other.id}:
            continue
        assert referrer_id is not None  # noqa: S101 - narrows what the set has excluded
        if not {client.id, other.id} & set(referrers(session, referrer_id)):
            return referrer_id
    return None
