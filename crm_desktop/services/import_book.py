"""The book as an import needs it, read by the set: who is who, and the facts of some clients."""

import json
from collections.abc import Collection, Iterable
from typing import Final

from sqlalchemy import ColumnElement, Table, func, select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.import_plan import KINDS, ClientFacts, Fact
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.matching import Identities, Identity
from crm_desktop.domain.placing import card_key, handles_of
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    ClinicCard,
    DateKind,
    Phone,
)
from crm_desktop.services.records import fetch, table_of

_AT_ONCE: Final = 1000
_LAST_ID: Final = text("SELECT seq FROM sqlite_sequence WHERE name = :name")


def known_identities(session: Session) -> Identities:
    """Return who every client of the book is."""
    known = Identities()
    for client_id, identity in _identities(session):
        known.add(client_id, identity)
    return known


def trashed(session: Session) -> frozenset[int]:
    """Return the clients in the trash: a list changes nothing about them."""
    clients = table_of(Client).c
    found = session.scalars(select(clients.id).where(clients.trashed_on.is_not(None)))
    return frozenset(found)


def facts_of(
    session: Session, client_ids: Collection[int], progress: Progress
) -> dict[int, ClientFacts]:
    """Return the clients of these ids with every fact an import may touch.

    Those whom the list itself is to make have none yet.

    Raises:
        RecordGone: one of them is no longer in the book.
    """
    free = free_id(session, Client)
    ordered = sorted(client_id for client_id in client_ids if client_id < free)
    found: dict[int, ClientFacts] = {}
    for start in range(0, len(ordered), _AT_ONCE):
        progress(start, len(ordered))
        found |= _some_facts(session, ordered[start : start + _AT_ONCE])
    return found


def owner_of(fact: Fact) -> int:
    """Return the id of the client a fact is about."""
    return fact.id if isinstance(fact, Client) else fact.client_id


def _some_facts(session: Session, client_ids: Collection[int]) -> dict[int, ClientFacts]:
    facts: dict[int, list[Fact]] = {client_id: [] for client_id in client_ids}
    for kind in KINDS:
        if kind is not Client:
            for fact in fetch(session, kind, _among(table_of(kind), "client_id", client_ids)):
                facts[owner_of(fact)].append(fact)
    clients = fetch(session, Client, _among(table_of(Client), "id", client_ids))
    for gone in facts.keys() - {client.id for client in clients}:
        raise RecordGone(Client.__name__, gone)
    return {
        client.id: ClientFacts(client=client, facts=tuple(facts[client.id])) for client in clients
    }


def free_id(session: Session, kind: type[Fact]) -> int:
    """Return the id the next new record of `kind` gets; ids are never used again."""
    last = session.execute(_LAST_ID, {"name": table_of(kind).name}).scalar()
    return int(last or 0) + 1


def _identities(session: Session) -> Iterable[tuple[int, Identity]]:
    """Yield what is known of each client, in pieces that belong together by her id."""
    clients = table_of(Client).c
    wanted = (clients.id, clients.name, clients.display_name, clients.wechat, clients.qq)
    for client_id, name, called, wechat, qq in session.execute(select(*wanted)):
        names = (name, called) if called else (name,)
        yield client_id, Identity(names=names, handles=handles_of(wechat, qq))
    phones = table_of(Phone).c
    for client_id, digits in session.execute(select(phones.client_id, phones.digits)):
        yield client_id, Identity(phones=(digits,))
    cards = table_of(ClinicCard).c
    for client_id, source, number in session.execute(
        select(cards.client_id, cards.source, cards.number)
    ):
        yield client_id, Identity(keys=(card_key(source, number),))
    yield from _birthdays(session)


def _birthdays(session: Session) -> Iterable[tuple[int, Identity]]:
    days = table_of(ClientDate).c
    wanted = select(days.client_id, days.calendar, days.year, days.month, days.day, days.leap)
    hers = wanted.where(days.person_id.is_(None), days.kind == DateKind.BIRTHDAY)
    for client_id, calendar, year, month, day, leap in session.execute(hers):
        fact = DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap)
        yield client_id, Identity(birthday=fact)


def _among(table: Table, column: str, ids: Collection[int]) -> ColumnElement[bool]:
    """Return the condition that `column` is one of many ids, which travel as one value."""
    each = func.json_each(json.dumps(list(ids))).table_valued("value")
    return table.c[column].in_(select(each.c.value))
