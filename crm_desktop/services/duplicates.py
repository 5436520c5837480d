"""Who may be in the book twice: asked at entry, of one client, or over the whole book."""

import datetime as dt
import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.duplicates import Likeness, Pair, Progress, likenesses, likenesses_of
from crm_desktop.domain.joining import MergeChoice
from crm_desktop.domain.matching import Identity
from crm_desktop.domain.placing import card_key, handles_of
from crm_desktop.domain.records import (
    Change,
    Client,
    ClientDate,
    ClinicCard,
    DateKind,
    NotSame,
    Phone,
)
from crm_desktop.models import CLIENT_SEARCH
from crm_desktop.services.journal import Journal
from crm_desktop.services.merging import Comparison, compare, merge
from crm_desktop.services.records import fetch, get, put, table_of
from crm_desktop.services.search_keys import Found, compacted

DRAFT: Final = 0
"""Stands for the client who is being typed and has no number yet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What has been typed of a new client so far."""

    name: str = ""
    phones: tuple[str, ...] = ()
    birthday: DatedFact | None = None
    wechat: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Face:
    """A client as she is shown beside another one."""

    id: int
    name: str
    called: str
    phone: str
    birthday: DatedFact | None
    is_big: bool
    is_archived: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two clients who may be one, and on what grounds; at entry `one` is None."""

    likeness: Likeness
    one: Face | None
    other: Face


class Duplicates:
    """Finds who may be one person, takes the answer, and makes one of two."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def like(self, draft: Draft, limit: int = 3) -> tuple[Alike, ...]:
        """Return who in the book a new client may be, the surest first."""
        pieces = Identity(
            names=(draft.name,) if draft.name else (),
            phones=draft.phones,
            birthday=draft.birthday,
            handles=handles_of(draft.wechat, ""),
        )
        with self._database.read() as session:
            near = _near(session, draft.phones, pieces.names)
            people = [*_identities(session, near), (DRAFT, pieces)]
            return _faced(session, likenesses_of(DRAFT, people)[:limit])

    def about(self, client_id: int) -> tuple[Alike, ...]:
        """Return who this client may be as well, the surest first."""
        with self._database.read() as session:
            hers = list(_identities(session, [client_id]))
            phones = [phone for _, piece in hers for phone in piece.phones]
            names = [name for _, piece in hers for name in piece.names]
            near = _near(session, phones, names) | _by_card(session, client_id)
            people = _identities(session, near | {client_id})
            return _faced(session, likenesses_of(client_id, people, _not_same(session, client_id)))

    def all(self, progress: Progress | None = None) -> tuple[Alike, ...]:
        """Return every pair of the book that may be one person, the surest first."""
        with self._database.read() as session:
            if progress is not None:
                progress(0, 0)
            found = likenesses(_identities(session), _not_same(session), progress)
            return _faced(session, found)

    def not_same(self, one_id: int, other_id: int, today: dt.date) -> Change:
        """Remember that two clients are two people; they are never asked about again.

        Raises:
            RecordGone: One of them is no longer in the book.
        """
        with self._journal.change("client.not_same") as work:
            work.about(get(work.session, Client, one_id).called)
            get(work.session, Client, other_id)
            if (one_id, other_id) not in _not_same(work.session, one_id):
                pair = sorted((one_id, other_id))
                put(work.session, NotSame(client_id=pair[0], other_id=pair[1], said_on=today))
        return work.change

    def compare(self, keep_id: int, other_id: int) -> Comparison:
        """Return two clients side by side: what is to be asked before one is made of them.

        Raises:
            RecordGone: One of them is no longer in the book.
        """
        with self._database.read() as session:
            return compare(session, keep_id, other_id)

    def merge(self, keep_id: int, other_id: int, choice: MergeChoice, aside: str = "") -> Change:
        """Make one client of two: `other` goes into `keep`; one undo brings both back.

        `aside` says in words what was not chosen, for the private notes.

        Raises:
            RecordGone: One of them is no longer in the book.
            FactRefused: Two texts do not fit into one.
        """
        with self._journal.change("client.merge") as work:
            work.about(merge(work, keep_id, other_id, choice, aside).called)
        return work.change


def _ids(likeness: Likeness) -> Pair:
    return likeness.one_id, likeness.other_id


def _identities(
    session: Session, only: Collection[int] | None = None
) -> Iterator[tuple[int, Identity]]:
    """Yield what is known of every client, or of some, outside the trash, in pieces."""
    client = table_of(Client).c
    wanted = select(
        client.id, client.name, client.display_name, client.wechat, client.qq, client.trashed_on
    )
    known = set()
    for client_id, name, called, wechat, qq, trashed_on in session.execute(
        wanted.where(*_among(client.id, only))
    ):
        # Asked of the database, the index on that day would be read through to its end.
        if trashed_on is None:
            known.add(client_id)
            yield client_id, Identity(names=(name, called), handles=handles_of(wechat, qq))
    for client_id, identity in _facts(session, only):
        if client_id in known:
            yield client_id, identity


def _facts(session: Session, only: Collection[int] | None) -> Iterator[tuple[int, Identity]]:
    phone, card = table_of(Phone).c, table_of(ClinicCard).c
    phones = select(phone.client_id, phone.digits).where(*_among(phone.client_id, only))
    for client_id, digits in session.execute(phones):
        yield client_id, Identity(phones=(digits,))
    cards = select(card.client_id, card.source, card.number).where(*_among(card.client_id, only))
    for client_id, source, number in session.execute(cards):
        yield client_id, Identity(keys=(card_key(source, number),))
    for client_id, fact in _birthdays(session, only):
        yield client_id, Identity(birthday=fact)


def _birthdays(session: Session, only: Collection[int] | None) -> Iterator[tuple[int, DatedFact]]:
    """Yield the birthdays of clients, the one that is kept last."""
    date = table_of(ClientDate).c
    wanted = (
        select(
            date.client_id,
            date.person_id,
            *(date.calendar, date.year, date.month, date.day, date.leap),
        )
        .where(date.kind == DateKind.BIRTHDAY, *_among(date.client_id, only))
        .order_by(date.is_main, date.id)
    )
    for client_id, person_id, calendar, year, month, day, leap in session.execute(wanted):
        # Asked of the database, the index on persons would be read through, as above.
        if person_id is None:
            fact = DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap)
            yield client_id, fact


def _near(session: Session, phones: Collection[str], names: Collection[str]) -> set[int]:
    """Return the clients who bear one of these phones or names, by the index of search."""
    keys = {f"{Found.PHONE}{phone}" for phone in phones if phone}
    keys |= {f"{Found.NAME}{compacted(name)}" for name in names if compacted(name)}
    wanted = select(CLIENT_SEARCH.c.client_id).where(CLIENT_SEARCH.c.key.in_(keys))
    return set(session.scalars(wanted))


def _by_card(session: Session, client_id: int) -> set[int]:
    """Return the clients with one of her card numbers of the same system."""
    hers, card = table_of(ClinicCard).alias(), table_of(ClinicCard)
    wanted = select(card.c.client_id).join(
        hers, (hers.c.source == card.c.source) & (hers.c.number == card.c.number)
    )
    return set(session.scalars(wanted.where(hers.c.client_id == client_id)))


def _not_same(session: Session, client_id: int | None = None) -> set[Pair]:
    """Return the pairs she said are two, those of one client or all, both ways round."""
    table = table_of(NotSame).c
    hers = (
        ()
        if client_id is None
        else (or_(table.client_id == client_id, table.other_id == client_id),)
    )
    pairs = {(one.client_id, one.other_id) for one in fetch(session, NotSame, *hers)}
    return pairs | {(other, one) for one, other in pairs}


def _faced(session: Session, found: Collection[Likeness]) -> tuple[Alike, ...]:
    ids = {client_id for each in found for client_id in _ids(each)} - {DRAFT}
    faces = _faces(session, ids)
    return tuple(
        Alike(likeness=each, one=faces.get(each.one_id), other=faces[each.other_id])
        for each in found
    )


def _faces(session: Session, ids: Collection[int]) -> dict[int, Face]:
    birthdays = dict(_birthdays(session, ids))
    phone = table_of(Phone).c
    main = select(phone.client_id, phone.digits).where(*_among(phone.client_id, ids))
    phones: dict[int, str] = {}
    for client_id, digits in session.execute(main.order_by(phone.is_main.desc(), phone.id)):
        phones.setdefault(client_id, digits)
    return {
        client.id: Face(
            id=client.id,
            name=client.name,
            called=client.called,
            phone=phones.get(client.id, ""),
            birthday=birthdays.get(client.id),
            is_big=client.is_big,
            is_archived=client.archived_on is not None,
        )
        for client in fetch(session, Client, *_among(table_of(Client).c.id, ids))
    }


def _among(column: ColumnElement[int], ids: Collection[int] | None) -> list[ColumnElement[bool]]:
    """Return the condition that `column` is one of many ids, no condition for None."""
    if ids is None:
        return []
    each: Any = func.json_each(json.dumps(list(ids))).table_valued("value")
    return [column.in_(select(each.c.value))]
