"""Taking an import back long after it: field by field, leaving whatever she did since.

Rows are the raw column values of a table as the journal keeps them; a row is named by its
table and its id.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

Raw = str | int | float | None
Values = Mapping[str, Raw]
Key = tuple[str, int]

CLIENT: Final = "client"
UNTOLD: Final = frozenset({"sync_base", "fact_source"})
"""Tables that hold no fact she wrote: what stays in them is not listed."""

_BOOKKEEPING: Final = frozenset({"id", "created_at", "updated_at"})
_MOVED: Final = frozenset({"client_id"})
"""A row that only went to another client, when two became one, is still as it came."""


class KeptBecause(StrEnum):
    """Why something an import wrote stays, or something it took away does not come back."""

    EDITED = "edited"
    IN_USE = "in_use"
    GONE = "gone"
    THERE_AGAIN = "there_again"


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """One thing that is not taken back.

    `field` is the column she edited, "" for the row as a whole; `stands` what it holds now.
    """

    table: str
    row_id: int
    client_id: int | None
    why: KeptBecause
    field: str = ""
    stands: Raw = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A row that names another by one of its columns."""

    child: Key
    column: str
    parent: Key


def edited(after: Values, now: Values) -> tuple[str, ...]:
    """Return the columns of a row that came by an import which she has changed since."""
    return tuple(
        name
        for name, value in after.items()
        if name not in _BOOKKEEPING | _MOVED and name in now and now[name] != value
    )


def fields_back(before: Values, after: Values, now: Values) -> tuple[dict[str, Raw], list[str]]:
    """Return the columns that go back with the values they had, and those she changed since."""
    back: dict[str, Raw] = {}
    kept: list[str] = []
    for name, value in after.items():
        if name == "id" or name not in now or before.get(name) == value:
            continue
        if now[name] == value:
            back[name] = before.get(name)
        elif now[name] != before.get(name) and name not in _BOOKKEEPING:
            kept.append(name)
    return back, kept


def owner_of(key: Key, values: Values) -> int | None:
    """Return the client a row is about, None for one of the whole book."""
    table, row_id = key
    if table == CLIENT:
        return row_id
    client_id = values.get("client_id")
    return client_id if isinstance(client_id, int) else None


def held(removable: Collection[Key], references: Iterable[Reference]) -> set[Key]:
    """Return the rows that cannot go because something that stays names them, or what names them.

    `removable` are the rows that came by the import and are as it wrote them.
    """
    names: defaultdict[Key, set[Key]] = defaultdict(set)
    stays: set[Key] = set()
    for reference in references:
        if reference.parent not in removable:
            continue
        if reference.child in removable:
            names[reference.child].add(reference.parent)
        else:
            stays.add(reference.parent)
    open_ = list(stays)
    while open_:
        fresh = names[open_.pop()] - stays
        stays |= fresh
        open_ += fresh
    return stays


@dataclass(frozen=True, slots=True, kw_only=True)
class BackPlan:
    """Exactly what taking one import back would do.

    `fields` go back to what they held, `removed` are the ids of rows to take out by table,
    `restored` rows to put in again; `kept` is what stays for her sake.
    """

    fields: Mapping[Key, Values]
    removed: Mapping[str, tuple[int, ...]]
    restored: Mapping[Key, Values]
    kept: tuple[Kept, ...]

    @property
    def writes(self) -> int:
        """Return how many rows it would write."""
        gone = sum(len(ids) for ids in self.removed.values())
        return len(self.fields) + gone + len(self.restored)

    @property
    def told(self) -> tuple[Kept, ...]:
        """Return what is kept and worth telling her."""
        return tuple(kept for kept in self.kept if kept.table not in UNTOLD)
