"""Which clients a list shows and in which order, and the same as JSON with stable names."""

import dataclasses
import datetime as dt
import functools
import json
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from crm_desktop.domain.records.enums import Tier
from crm_desktop.domain.traits import Missing, Standing


class Sort(StrEnum):
    """What the list may be sorted by."""

    NAME = "name"
    TIER = "tier"
    LAST_VISIT = "last_visit"
    PAID_TOTAL = "paid_total"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListQuery:
    """Which clients, in which order; ascending TIER begins with A.

    All that is set must hold. Of several tiers, owners, sources, projects, standings or missing
    facts one is enough, and of several tags too unless `all_tags`; "" and None among them stand
    for *none given*. `never_visited` lets those in who never came, beside what the other limits
    of the last visit let in. `birthday_*` are about her own next birthday: a client whose
    reminders have stopped has none. Amounts are fen of all she ever paid.
    """

    sort: Sort = Sort.NAME
    descending: bool = False
    archived: bool = False
    text: str = ""
    tiers: frozenset[Tier | None] = frozenset()
    big_only: bool = False
    vip_only: bool = False
    do_not_contact: bool = False
    tags: frozenset[str] = frozenset()
    all_tags: bool = False
    missing: frozenset[Missing] = frozenset()
    standing: frozenset[Standing] = frozenset()
    done: frozenset[str] = frozenset()
    wanted: frozenset[str] = frozenset()
    owners: frozenset[str] = frozenset()
    sources: frozenset[str] = frozenset()
    never_visited: bool = False
    visited_from: dt.date | None = None
    visited_until: dt.date | None = None
    visited_within: int | None = None
    not_visited_for: int | None = None
    birthday_month: int | None = None
    birthday_within: int | None = None
    paid_from: int | None = None
    paid_until: int | None = None

    @property
    def filters(self) -> frozenset[str]:
        """Return the names of the fields that keep clients out."""
        return frozenset(
            name
            for name in FIELDS
            if name not in _ORDER and getattr(self, name) != getattr(_EVERYONE, name)
        )

    @property
    def is_narrowed(self) -> bool:
        """Return whether some clients are kept out by choice."""
        return bool(self.filters)

    @property
    def everyone(self) -> "ListQuery":
        """Return the same order without a filter."""
        return ListQuery(sort=self.sort, descending=self.descending)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadQuery:
    """A query out of JSON, and the names in it this version does not know."""

    query: ListQuery
    unknown: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Clients picked for one deed: these ids, or with a query all it finds but these ids."""

    ids: frozenset[int] = frozenset()
    query: ListQuery | None = None


HERSELF: Final = "本人"
"""What lists and sheets say of a client who is with the one whose book it is."""


def hers(consultant: str) -> ListQuery:
    """Return the query for her own clients: those with her, under whatever name, or nobody."""
    return ListQuery(owners=frozenset({"", HERSELF, consultant}))


FIELDS: Final = tuple(field.name for field in dataclasses.fields(ListQuery))
"""The names of the fields, as they stand in JSON too."""

_ORDER: Final = frozenset({"sort", "descending"})
_EVERYONE: Final = ListQuery()
_MOST_DAYS: Final = 36_500
_MONTHS: Final = 12


def to_json(query: ListQuery) -> str:
    """Return the query as JSON: what differs from *everyone by name*, in a fixed order."""
    set_ = {
        name: _plain(getattr(query, name))
        for name in FIELDS
        if getattr(query, name) != getattr(_EVERYONE, name)
    }
    return json.dumps(set_, ensure_ascii=False, sort_keys=True)


def from_json(text: str) -> ReadQuery:
    """Return the query; what is of a newer version, or no value at all, is left out and named."""
    try:
        found = json.loads(text or "{}")
    except ValueError:
        found = None
    if not isinstance(found, dict):
        return ReadQuery(query=ListQuery(), unknown=("*",))
    parts: dict[str, Any] = {}
    unknown = []
    for name, value in found.items():
        try:
            parts[name] = _READERS[name](value)
        except (KeyError, ValueError, TypeError):
            unknown.append(name)
    return ReadQuery(query=ListQuery(**parts), unknown=tuple(unknown))


def _plain(value: Any) -> Any:  # noqa: ANN401 - any value of a field
    """Return a value of a field as JSON knows it; sets are sorted, None among them is ""."""
    if isinstance(value, frozenset):
        return sorted("" if each is None else str(each) for each in value)
    return value.isoformat() if isinstance(value, dt.date) else value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: list[object]) -> frozenset[str]:
    return frozenset(_words(each) for each in _list(value))


def _members(kind: type[StrEnum], value: list[object]) -> frozenset[StrEnum]:
    return frozenset(kind(_words(each)) for each in _list(value))


def _tiers(value: list[object]) -> frozenset[Tier | None]:
    return frozenset(Tier(each) if each else None for each in map(_words, _list(value)))


def _list(value: object) -> list[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _number(low: int, high: int, value: object) -> int:
    if isinstance(value, bool) or not isinstance(value, int):
        raise TypeError
    if not low <= value <= high:
        raise ValueError
    return value


_Read = Callable[[Any], Any]
_days: Final = functools.partial(_number, 0, _MOST_DAYS)
_fen: Final = functools.partial(_number, -(2**53), 2**53)

_READERS: Final[dict[str, _Read]] = {
    "sort": Sort,
    "text": _words,
    "tiers": _tiers,
    "missing": functools.partial(_members, Missing),
    "standing": functools.partial(_members, Standing),
    "visited_from": dt.date.fromisoformat,
    "visited_until": dt.date.fromisoformat,
    "visited_within": _days,
    "not_visited_for": _days,
    "birthday_month": functools.partial(_number, 1, _MONTHS),
    "birthday_within": _days,
    "paid_from": _fen,
    "paid_until": _fen,
    **dict.fromkeys(("tags", "done", "wanted", "owners", "sources"), _texts),
    **dict.fromkeys(
        (
            "descending",
            "archived",
            "big_only",
            "vip_only",
            "do_not_contact",
            "all_tags",
            "never_visited",
        ),
        _flag,
    ),
}
