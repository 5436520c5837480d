"""The clients written by hand: tables of `resources/demo/` turned into records.

The keys are the fields of the records, and two conveniences: days are counted from the day
the book is opened at, and `ref` names a date or a person that `date_ref`, `person_ref` mean.
"""

import datetime as dt
import types
import typing
from collections.abc import Collection
from enum import StrEnum
from typing import Any, Final, TypeVar

from crm_desktop.domain import records
from crm_desktop.domain.dates import Calendar
from crm_desktop.services.demo.batch import KIND_NAMED, Batch
from crm_desktop.services.demo.days import fact_on
from crm_desktop.services.demo.sales import sell
from crm_desktop.services.demo.words import Table
from crm_desktop.services.records import Record

R = TypeVar("R", bound=Record)

_MONEY: Final = {"income", "budget", "cost", "paid", "list_price", "amount", "spent"}
_NESTED: Final = {"client", "dates", "people", "visits"}


class Portraits:
    """Puts hand-written clients into a batch, with `on` as the day everything counts from."""

    def __init__(self, batch: Batch, on: dt.date, written_at: dt.datetime) -> None:
        self._batch = batch
        self._on = on
        self._written_at = written_at
        self._refs: dict[str, int] = {}

    def add(self, portrait: Table, client: records.Client) -> int:
        """Add one client with everything her table tells; `client` brings uid and phone-like ids.

        Returns the id of the client.
        """
        self._refs = {}
        told = self._record(records.Client, _table(portrait["client"]), base=client)
        client_id = self._batch.add(told)
        self._dates(portrait, client_id, None)
        for position, person in enumerate(_tables(portrait, "people")):
            self._person(person, client_id, position)
        by_hand = _told(portrait)
        for visit in _tables(portrait, "visits"):
            self._visit(visit, client_id, by_hand)
        for name in portrait.keys() - _NESTED:
            for row in _tables(portrait, name):
                self._batch.add(self._record(KIND_NAMED[name], row, client_id=client_id))
        return client_id

    def of_book(self, kind: type[Record], row: Table) -> int:
        """Add what belongs to no client, as an activity or a list, and return its id."""
        return self._batch.add(self._record(kind, row))

    def _dates(self, owner: Table, client_id: int, person_id: int | None) -> None:
        for row in _tables(owner, "dates"):
            day = self._on + dt.timedelta(days=_number(row["in_days"]))
            age = row.get("age")
            fact = fact_on(
                day, Calendar(str(row["calendar"])), None if age is None else _number(age)
            )
            date = records.ClientDate(
                client_id=client_id,
                person_id=person_id,
                kind=records.DateKind(str(row["kind"])),
                label=str(row.get("label", "")),
                calendar=fact.calendar,
                year=fact.year,
                month=fact.month,
                day=fact.day,
                leap=fact.leap,
                created_at=self._written_at,
            )
            self._name(row, "date", self._batch.add(date))

    def _person(self, row: Table, client_id: int, position: int) -> None:
        told = {name: value for name, value in row.items() if name != "dates"}
        person = self._record(records.Person, told, client_id=client_id, position=position)
        person_id = self._batch.add(person)
        self._name(row, "person", person_id)
        self._dates(row, client_id, person_id)

    def _visit(
        self, row: Table, client_id: int, by_hand: Collection[tuple[object, object]]
    ) -> None:
        """Add a visit and its bills; what a bill did that is told `by_hand` is left to that."""
        plain = {name: value for name, value in row.items() if name != "bills"}
        visit = self._record(records.Visit, plain, client_id=client_id)
        visit_id = self._batch.add(visit)
        for each in _tables(row, "bills"):
            bill = self._record(
                records.Bill, each, client_id=client_id, visit_id=visit_id, on=visit.on
            )
            if (each["project"], row["on"]) in by_hand:
                self._batch.add(bill)
            else:
                sell(self._batch, bill, visit.doctor)

    def _name(self, row: Table, of: str, record_id: int) -> None:
        if "ref" in row:
            self._refs[f"{of}:{row['ref']}"] = record_id

    def _record(
        self, kind: type[R], row: Table, *, base: R | None = None, **links: int | dt.date
    ) -> R:
        values: dict[str, Any] = {} if base is None else _set_fields(base)
        values |= links
        wanted = _types(kind)
        for name, value in row.items():
            if name.endswith("_ref"):
                of = name.removesuffix("_ref")
                values[f"{of}_id"] = self._refs[f"{of}:{value}"]
            elif name != "ref":
                values[name] = self._value(wanted[name], name, value)
        return kind(**values)

    def _value(self, wanted: tuple[object, ...], name: str, value: object) -> object:
        if isinstance(value, int) and dt.date in wanted:
            return self._on + dt.timedelta(days=value)
        if isinstance(value, int) and name in _MONEY:
            return value * 100
        for choice in wanted:
            if isinstance(choice, type) and issubclass(choice, StrEnum):
                return choice(str(value))
        return value


def _told(portrait: Table) -> frozenset[tuple[object, object]]:
    """Return the projects and days of what was done and of packages, as told by hand."""
    done = [(each["project"], each.get("on")) for each in _tables(portrait, "completed_project")]
    packages = [(each["project"], each.get("bought_on")) for each in _tables(portrait, "package")]
    return frozenset((*done, *packages))


def _set_fields(record: Record) -> dict[str, object]:
    """Return the fields of `record` that are not at their default."""
    bare = type(record)()
    values = {name: getattr(record, name) for name in _types(type(record))}
    return {name: value for name, value in values.items() if value != getattr(bare, name)}


def _types(kind: type) -> dict[str, tuple[object, ...]]:
    """Return the types each field of `kind` may have."""
    hints = typing.get_type_hints(kind)
    return {
        name: typing.get_args(hint) if isinstance(hint, types.UnionType) else (hint,)
        for name, hint in hints.items()
    }


def _tables(owner: Table, name: str) -> list[Table]:
    found = owner.get(name, [])
    return found if isinstance(found, list) else []


def _table(value: object) -> Table:
    return value if isinstance(value, dict) else {}


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0
