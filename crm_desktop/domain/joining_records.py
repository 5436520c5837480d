"""Joining: the records of two clients become those of one, doubles are dropped, links follow."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass, fields, replace
from typing import Any, Final, TypeVar

from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Contact,
    Deposit,
    Gift,
    Package,
    Person,
    PointsEntry,
    Visit,
)

R = TypeVar("R")

_LINKS: Final[Mapping[str, type[Any]]] = {
    "person_id": Person,
    "date_id": ClientDate,
    "visit_id": Visit,
    "bill_id": Bill,
    "package_id": Package,
    "deposit_id": Deposit,
    "gift_id": Gift,
    "lot_id": PointsEntry,
    "contact_id": Contact,
}
_NOT_SEEN: Final = frozenset({"id", "client_id", "learnt_on", "learnt_from", "created_at"})
"""What may differ in two records that say the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What is to be written so that one client stands where two stood.

    `put` are records of either as they stand from now on, `dropped` those of the other that
    are doubles; every other record of hers only changes hands. `same` leads from a dropped
    record to the one that stands for it, by kind and id.
    """

    client: Client
    put: tuple[Any, ...]
    dropped: tuple[Any, ...]
    same: Mapping[type[Any], Mapping[int, int]]


class Joining:
    """The records of two clients while they are put together."""

    def __init__(self, kept_id: int) -> None:
        self._kept_id = kept_id
        self._before: dict[tuple[type[Any], int], Any] = {}
        self._now: dict[tuple[type[Any], int], Any] = {}
        self._dropped: list[Any] = []
        self._same: defaultdict[type[Any], dict[int, int]] = defaultdict(dict)

    def join(
        self,
        ours: Iterable[R],
        theirs: Iterable[R],
        key: Callable[[R], Hashable],
        absorb: "Callable[[R, R], R] | None" = None,
    ) -> None:
        """Drop each of theirs for which one of ours has the same key, and take the others.

        `absorb` returns ours with what theirs knows beside. A key of None is like no other.
        """
        known: defaultdict[Hashable, list[R]] = defaultdict(list)
        for record in ours:
            self.keep(record)
            known[key(record)].append(record)
        for record in theirs:
            taken = self.take(record)
            wanted = key(taken)
            if wanted is not None and known[wanted]:
                self.drop(record, known[wanted].pop(0), absorb or with_source)

    def keep(self, record: Any) -> None:  # noqa: ANN401 - any record
        """Know a record of the kept client."""
        at = type(record), record.id
        self._before[at] = self._now[at] = record

    def take(self, record: R) -> R:
        """Take a record of the other client over, its links led to what stands now."""
        taken: Any = self.linked(replace(record, client_id=self._kept_id))  # type: ignore[type-var] # a record
        at = type(record), taken.id
        self._before[at] = replace(record, client_id=self._kept_id)  # type: ignore[type-var] # as above
        self._now[at] = taken
        found: R = taken
        return found

    def drop(self, theirs: R, ours: R, absorb: Callable[[R, R], R]) -> None:
        """Let one of ours stand for one of theirs that was taken."""
        mine: Any = ours
        at = type(theirs), theirs.id  # type: ignore[attr-defined] # a record
        self.set(absorb(self._now[type(ours), mine.id], self._now.pop(at)))
        self._dropped.append(theirs)
        self._same[type(theirs)][at[1]] = mine.id

    def set(self, record: Any) -> None:  # noqa: ANN401 - any record
        """Let a record stand as it is given."""
        self._now[type(record), record.id] = record

    def of(self, kind: type[R]) -> list[R]:
        """Return the records of a kind as they stand, ours first."""
        return [record for (each, _), record in self._now.items() if each is kind]

    def standing(self, kind: type[Any], record_id: int) -> int:
        """Return the id of what stands for a record."""
        return self._same[kind].get(record_id, record_id)

    def linked(self, record: Any) -> Any:  # noqa: ANN401 - any record
        """Return a record with its links led to what stands for a dropped one."""
        changes = {}
        for name, kind in _LINKS.items():
            linked_id = getattr(record, name, None)
            if linked_id is not None and linked_id in self._same[kind]:
                changes[name] = self._same[kind][linked_id]
        return replace(record, **changes) if changes else record

    def done(self, client: Client) -> Joined:
        """Return what is to be written."""
        put = [record for at, record in self._now.items() if self._before[at] != record]
        return Joined(
            client=client, put=tuple(put), dropped=tuple(self._dropped), same=dict(self._same)
        )


def seen(record: Any) -> Hashable:  # noqa: ANN401 - any record
    """Return all she sees of a record."""
    return tuple(
        getattr(record, each.name) for each in fields(record) if each.name not in _NOT_SEEN
    )


def with_source(ours: R, theirs: R) -> R:
    """Return ours, learnt when and where theirs was if nobody noted that of ours."""
    return filled(ours, theirs, "learnt_on", "learnt_from")


def filled(ours: R, theirs: R, *names: str) -> R:
    """Return ours with the fields of theirs that are blank in ours."""
    changes = {
        name: getattr(theirs, name)
        for name in names
        if hasattr(ours, name) and getattr(ours, name) in {None, ""}
    }
    return replace(ours, **changes)  # type: ignore[type-var] # a record
