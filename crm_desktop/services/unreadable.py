"""Rows that cannot be read, as no build of ours writes them: found by the type of each column.

Reminding passes over them, each by itself. Here they are counted, so that nobody is silently not
reminded of.
"""

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Boolean, Column, ColumnElement, Date, Enum, Integer, func, select
from sqlalchemy.orm import Session

from crm_desktop.domain.book_check import Unreadable
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.leads import MOST_DAYS
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Contact,
    Person,
    PointsEntry,
    Promise,
    Visit,
)
from crm_desktop.models.base import Moment
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.records import R, fetch, table_of
from crm_desktop.services.sound_rows import sound

_KINDS: Final[tuple[type[Any], ...]] = (
    Client, Person, ClientDate, Visit, Contact, Promise, PointsEntry,
)  # fmt: skip
"""The kinds reminding reads."""

_NO_SUCH_DAY: Final = """
 month NOT BETWEEN 1 AND 12 OR day NOT BETWEEN 1 AND iif(calendar = 'lunar', 30, 31)
 OR calendar = 'solar' AND date(printf('2000-%02d-%02d', month, day))
 IS NOT printf('2000-%02d-%02d', month, day)
 OR year NOT BETWEEN 1 AND 9999 OR lead_days NOT BETWEEN 0 AND most
 OR policy NOT IN (SELECT value FROM json_each(readable))
"""
_POLICIES: Final = "SELECT DISTINCT policy FROM client_date"
_ONLY: Final = " WHERE client_id = {:d}"
_HER: Final = (
    "SELECT id, name, coalesce(nullif(display_name, ''), name) FROM client"
    " WHERE trashed_on IS NULL AND id IN (SELECT value FROM json_each(?))"
)


@dataclass(frozen=True, slots=True)
class Broken:
    """The numbers of the rows of each kind that cannot be read, and whose they are."""

    rows: Mapping[type[Any], frozenset[int]]
    clients: Mapping[int, int]

    def sound(self, session: Session, kind: type[R], *where: ColumnElement[bool]) -> list[R]:
        """Return the records of a kind that can be read."""
        ids = self.rows.get(kind)
        if not ids:
            return fetch(session, kind, *where)
        listed = select(func.json_each(json.dumps(sorted(ids))).table_valued("value").c.value)
        return fetch(session, kind, *where, table_of(kind).c.id.not_in(listed))

    def told(self, session: Session) -> tuple[Unreadable, ...]:
        """Return in whose files they stand, by name; nobody in the trash."""
        found = bare_rows(session, _HER, json.dumps(sorted(self.clients)))
        told = (
            Unreadable(client_id=id_, name=str(name), called=str(called), rows=self.clients[id_])
            for id_, name, called in found
        )
        return tuple(sorted(told, key=_name))


def broken_rows(session: Session, client_id: int | None = None) -> Broken:
    """Return what cannot be read of one client, or of the whole book."""
    policies = bare_rows(
        session, _POLICIES + ("" if client_id is None else _ONLY.format(client_id))
    )
    readable = json.dumps(list(sound(policies, _readable_policy)))
    rows: dict[type[Any], frozenset[int]] = {}
    clients: Counter[int] = Counter()
    for kind in _KINDS:
        found = bare_rows(session, _query(kind, client_id), readable, MOST_DAYS)
        rows[kind] = frozenset(id_ for id_, _ in found)
        clients.update(whose for _, whose in found)
    return Broken(rows, clients)


def bare_client(session: Session, client_id: int) -> Client | None:
    """Return by name alone a client whose own row cannot be read."""
    named = "SELECT name, display_name FROM client WHERE id = ?"
    for name, display_name in bare_rows(session, named, client_id):
        return Client(id=client_id, name=str(name), display_name=str(display_name))
    return None


def _query(kind: type[Any], client_id: int | None) -> str:
    whose = "id" if kind is Client else "client_id"
    faults = " OR ".join(_faults(kind))
    only = "" if client_id is None else f" AND {whose} = {client_id:d}"
    # Both parameters are named in every query: the driver counts them.
    asked = "SELECT ?1 AS readable, ?2 AS most"
    table = f"{table_of(kind).name} CROSS JOIN ({asked})"
    return f"SELECT id, {whose} FROM {table} WHERE ({faults}){only}"  # noqa: S608 - our own text and a number


def _faults(kind: type[Any]) -> Iterator[str]:
    for column in table_of(kind).columns:
        fault = _fault(column)
        if fault:
            yield f'"{column.name}" IS NOT NULL AND {fault}'
    if kind is ClientDate:
        yield _NO_SUCH_DAY


def _fault(column: Column[Any]) -> str:
    """Return what is true of a value that is none of its type; "" where every text is one."""
    name, type_ = f'"{column.name}"', column.type
    if isinstance(type_, Enum):
        return f"{name} NOT IN ({', '.join(repr(str(value)) for value in type_.enums)})"
    if isinstance(type_, Boolean):
        return f"{name} NOT IN (0, 1)"
    if isinstance(type_, Integer):
        return f"typeof({name}) <> 'integer'"
    if isinstance(type_, Date):
        return f"date({name}) IS NOT {name}"
    return f"datetime({name}) IS NULL" if isinstance(type_, Moment) else ""


def _readable_policy(row: tuple[Any, ...]) -> str:
    policy_from_code(row[0])
    return str(row[0])


def _name(one: Unreadable) -> tuple[str, int]:
    return one.name, one.client_id
