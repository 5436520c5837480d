"""Small builders of records: plainly fictional, every column filled where it matters."""

# ruff: noqa: ANN401 - a builder hands any fact on to the record class
import dataclasses
import datetime as dt
import enum
import types
import typing
from typing import Any, TypeVar

from crm_desktop.domain.records import Client, ClientDate, Person, Phone
from crm_desktop.services.records import Record

R = TypeVar("R", bound=Record)


def client(name: str = "王雅琴", **facts: Any) -> Client:
    """Return a new client; her uid is her name unless given."""
    return Client(**{"name": name, "uid": f"uid-{name}", **facts})


def phone(client_id: int, digits: str = "13800138000", **facts: Any) -> Phone:
    return Phone(**{"client_id": client_id, "digits": digits, "is_main": True, **facts})


def person(client_id: int, **facts: Any) -> Person:
    return Person(**{"client_id": client_id, **facts})


def date(client_id: int, month: int, day: int, **facts: Any) -> ClientDate:
    return ClientDate(**{"client_id": client_id, "month": month, "day": day, **facts})


def filled(kind: type[R], seed: int = 1, **facts: Any) -> R:
    """Return a record of `kind` whose every field differs from its default and by `seed`.

    Keys to other records are left at their defaults unless given.
    """
    hints = typing.get_type_hints(kind)
    values = {
        field.name: _value(hints[field.name], seed + place, field.name)
        for place, field in enumerate(dataclasses.fields(kind))
        if field.name != "id" and not field.name.endswith("_id")
    }
    if kind is ClientDate:
        values |= {"month": 1 + seed % 12, "day": 1 + seed % 28, "leap": False, "policy": ""}
    return kind(**{**values, **{name: fact for name, fact in facts.items() if name in hints}})


def _value(hint: Any, seed: int, name: str) -> Any:
    kind = hint
    if isinstance(hint, types.UnionType):
        kind = next(part for part in typing.get_args(hint) if part is not type(None))
    if issubclass(kind, enum.Enum):
        members = list(kind)
        return members[seed % len(members)]
    return _PLAIN[kind](seed, name)


def _moment(seed: int, _name: str) -> dt.datetime:
    zone = dt.timezone(dt.timedelta(hours=8))
    return dt.datetime(2026, 1, 1, 12, seed % 60, tzinfo=zone)


def _day(seed: int, _name: str) -> dt.date:
    return dt.date(2020, 1, 1) + dt.timedelta(days=seed)


def _words(seed: int, name: str) -> str:
    return f"{name} {seed} 「引号'\"」"


def _flag(seed: int, _name: str) -> bool:
    return bool(seed % 2)


def _number(seed: int, _name: str) -> int:
    return 1 + seed


_PLAIN: dict[Any, Any] = {
    dt.datetime: _moment,
    dt.date: _day,
    str: _words,
    bool: _flag,
    int: _number,
}
