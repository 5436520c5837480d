"""Tombstones as the book keeps them: set, looked up, carried into a backup brought back."""

import json
from collections.abc import Iterable, Iterator
from typing import Final, TypeVar

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from crm_desktop.clock import Clock
from crm_desktop.domain.matching import Identity
from crm_desktop.domain.placing import card_key, handles_of
from crm_desktop.domain.records import Client, ClientDate, ClinicCard, DateKind, Phone
from crm_desktop.domain.tombstones import NOBODY, Buried, digest, marks_of, uid_mark
from crm_desktop.models import TombstoneRow
from crm_desktop.security.keys import Keys, Purpose
from crm_desktop.services.records import fetch, table_of

_KEY: Final = "key:"
"""Begins a row that keeps the key of tombstones set before the keys of the book were renewed."""

_Row: Final = TombstoneRow.__table__
R = TypeVar("R", Phone, ClinicCard, ClientDate)
Stone = tuple[str, str]
"""A row of the table as the file holds it: when, and the JSON of its digests."""


def marks_of_client(session: Session, client: Client) -> Iterator[str]:
    """Yield every mark of a client in the book; a birthday goes with each of her names."""
    names = (client.name, client.display_name)
    yield uid_mark(client.uid)
    yield from marks_of(Identity(handles=handles_of(client.wechat, client.qq)))
    for phone in _of(session, Phone, client):
        yield from marks_of(Identity(phones=(phone.digits,)))
    for card in _of(session, ClinicCard, client):
        yield from marks_of(Identity(keys=(card_key(card.source, card.number),)))
    for date in _of(session, ClientDate, client):
        if date.kind is DateKind.BIRTHDAY and date.person_id is None:
            yield from marks_of(Identity(names=names, birthday=date.fact))


def bury(session: Session, keys: Keys, clock: Clock, marks: Iterable[str]) -> None:
    """Set the tombstone of one client."""
    key = _key(keys)
    digests = sorted({digest(key, mark) for mark in marks})
    session.execute(insert(TombstoneRow).values(at=clock.now(), marks=json.dumps(digests)))


def buried(session: Session, keys: Keys) -> Buried:
    """Return the tombstones of a book; the key is only derived where there are any."""
    digests: set[str] = set()
    retired: list[bytes] = []
    for marks in session.scalars(select(_Row.c.marks)):
        if marks.startswith(_KEY):
            retired.append(bytes.fromhex(marks.removeprefix(_KEY)))
        else:
            digests.update(json.loads(marks))
    if not digests:
        return NOBODY
    return Buried(digests=frozenset(digests), keys=(_key(keys), *retired))


def retire(session: Session, keys: Keys, clock: Clock) -> None:
    """Keep the key of the tombstones in the book, whose own keys are about to be renewed."""
    if session.execute(select(_Row.c.id).limit(1)).first() is None:
        return
    marks = f"{_KEY}{_key(keys).hex()}"
    if marks not in set(session.scalars(select(_Row.c.marks))):
        session.execute(insert(TombstoneRow).values(at=clock.now(), marks=marks))


def stones(session: Session) -> list[Stone]:
    """Return every row, to be carried into another file of the same book."""
    known = session.connection().exec_driver_sql("SELECT at, marks FROM tombstone ORDER BY id")
    return [(at, marks) for at, marks in known]


def carry(session: Session, carried: Iterable[Stone]) -> None:
    """Add the rows this file does not have yet."""
    known = {marks for _, marks in stones(session)}
    for at, marks in carried:
        if marks not in known:
            session.connection().exec_driver_sql(
                "INSERT INTO tombstone (at, marks) VALUES (?, ?)", (at, marks)
            )


def returned(session: Session, keys: Keys) -> list[int]:
    """Return the clients in this file who were deleted for good, by the uid that is theirs alone.

    Somebody entered anew by hand has another uid and stays.
    """
    known = buried(session, keys)
    client = table_of(Client).c
    rows = session.execute(select(client.id, client.uid)) if known.digests else ()
    return [id_ for id_, uid in rows if known.holds((uid_mark(uid),))]


def _of(session: Session, kind: type[R], client: Client) -> list[R]:
    return fetch(session, kind, table_of(kind).c.client_id == client.id)


def _key(keys: Keys) -> bytes:
    return bytes(keys.derive(Purpose.TOMBSTONES))
