"""Checking a record against the book it is to stand in."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final, TypeVar

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.checks import Around, check
from crm_desktop.domain.cleaning import cleaned
from crm_desktop.domain.errors import FactRefused, RecordGone
from crm_desktop.domain.findings import Finding, refused
from crm_desktop.domain.records import Client, ClientDate, Person, Relation
from crm_desktop.services.records import Record, fetch, get, table_of

R = TypeVar("R", bound=Record)

_REFERRERS: Final = text(
    "WITH RECURSIVE up(id) AS (SELECT :first UNION"
    " SELECT client.referred_by_id FROM client JOIN up ON client.id = up.id"
    " WHERE client.referred_by_id IS NOT NULL) SELECT id FROM up"
)


def findings(session: Session, record: Record, today: dt.date) -> tuple[Finding, ...]:
    """Return what is the matter with a record that is to be written.

    Raises:
        RecordGone: It names a client who is no longer in the book.
    """
    _want_linked(session, record)
    around = Around(today=today, known=_known(session, record))
    if isinstance(record, Client) and record.id and record.referred_by_id is not None:
        around = replace(around, referrers=referrers(session, record.referred_by_id))
    elif isinstance(record, Person) and record.also_client_id is not None:
        around = replace(around, husbands=_husbands(session, record.also_client_id))
    elif isinstance(record, ClientDate):
        persons, days = _family(session, record.client_id)
        around = replace(around, persons=persons, days=days)
    return check(record, around)


def findings_of_person(
    session: Session, person: Person, dates: Sequence[ClientDate], today: dt.date
) -> tuple[Finding, ...]:
    """Return what is the matter with somebody of her family and the days of that person."""
    found = list(findings(session, person, today))
    persons, days = _family(session, person.client_id)
    others = tuple(one for one in persons if one.id != person.id)
    for date in dates:
        owned = replace(date, client_id=person.client_id, person_id=person.id)
        known = _known(session, owned)
        found += check(
            owned, Around(today=today, known=known, persons=(*others, person), days=days)
        )
    return tuple(found)


def checked(session: Session, record: R, today: dt.date) -> R:
    """Return the record as it may be written, its texts cleaned.

    Raises:
        FactRefused: It may not.
    """
    refuse(findings(session, record, today))
    return cleaned(record)


def refuse(found: Iterable[Finding]) -> None:
    """Let what may stand pass.

    Raises:
        FactRefused: Something among the findings may not.
    """
    faults = refused(found)
    if faults:
        raise FactRefused(faults)


def referrers(session: Session, client_id: int) -> tuple[int, ...]:
    """Return this client and everybody she was brought by, step by step."""
    return tuple(session.execute(_REFERRERS, {"first": client_id}).scalars())


def _want_linked(session: Session, record: Record) -> None:
    """Let nobody be brought by, or be, a client who was taken out in the meantime."""
    linked = None
    if isinstance(record, Client):
        linked = record.referred_by_id
    elif isinstance(record, Person):
        linked = record.also_client_id
    if linked is not None:
        get(session, Client, linked)


def _known(session: Session, record: Record) -> Record | None:
    if not record.id:
        return None
    try:
        return get(session, type(record), record.id)
    except RecordGone:
        return None


def _husbands(session: Session, client_id: int) -> frozenset[int]:
    """Return the clients who are said to be the husband of this one."""
    person = table_of(Person).c
    wanted = select(person.also_client_id).where(
        person.client_id == client_id,
        person.relation == Relation.HUSBAND,
        person.also_client_id.is_not(None),
    )
    return frozenset(session.scalars(wanted))


def _family(session: Session, client_id: int) -> tuple[tuple[Person, ...], tuple[ClientDate, ...]]:
    """Return her people, and the days of all of them and her own."""
    persons = fetch(session, Person, table_of(Person).c.client_id == client_id)
    days = fetch(session, ClientDate, table_of(ClientDate).c.client_id == client_id)
    return tuple(persons), tuple(days)
