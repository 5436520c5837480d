"""A client's folder while rows of child sheets are written into it."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Final, TypeVar, cast

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Fact, Options
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Complaint,
    CompletedProject,
    Contact,
    Deposit,
    Gift,
    Package,
    Person,
    PotentialProject,
    Preference,
    Promise,
    Visit,
)
from crm_desktop.domain.sync_child_rows import Numbers

F = TypeVar("F", bound=Fact)
State = tuple[Client, dict[type[object], dict[int, Fact]]]

FIELDS: Final[Mapping[type[Fact], str]] = {
    Person: "persons",
    ClientDate: "dates",
    Preference: "preferences",
    Visit: "visits",
    Bill: "bills",
    CompletedProject: "completed",
    PotentialProject: "potential",
    Package: "packages",
    Deposit: "deposits",
    Gift: "gifts",
    Contact: "contacts",
    Promise: "promises",
    Complaint: "complaints",
}
"""The kinds of records rows of child sheets write, and where a folder has them."""

_SORTED_BY: Final[Mapping[type[object], str]] = {
    Person: "position",
    Visit: "on",
    Bill: "on",
    Gift: "on",
    Contact: "on",
    Complaint: "on",
}
_UNNUMBERED: Final = frozenset({ClientDate, Preference})
"""New ones are numbered by the book: nothing names them, and other sheets write them too."""


class EditedFolder:
    """The records of one client as they stand after the rows so far.

    Attributes:
        client: she herself.
        options: where and when new facts were learnt.
        said: what rows of this file have said of a visit, by its number and the column.
        made_by_bills: what lines of bills of this file brought, which its sheet 项目 may
            tell of too.
    """

    def __init__(self, folder: ClientFolder, numbers: Numbers, options: Options) -> None:
        self.client = folder.client
        self.options = options
        self.said: dict[tuple[int, str], object] = {}
        self.made_by_bills: list[Fact] = []
        self._folder = folder
        self._numbers = numbers
        self._unnumbered = itertools.count(1)
        self._facts: dict[type[object], dict[int, Fact]] = {
            kind: {fact.id: fact for fact in getattr(folder, name)} for kind, name in FIELDS.items()
        }

    def of(self, kind: type[F]) -> list[F]:
        """Return the records of a kind as they stand, in the order they go out."""
        facts = cast("dict[int, F]", self._facts[kind]).values()
        field = _SORTED_BY.get(kind)
        return list(facts) if field is None else _sorted(facts, field)

    def one(self, kind: type[F], number: int | None) -> F | None:
        """Return the record of this number, None for none."""
        return cast("F | None", self._facts[kind].get(number or 0))

    def put(self, fact: F) -> F:
        """Write a record over, or one without a number anew, and return it numbered."""
        if not fact.id:
            fact = replace(fact, id=self._next(type(fact)), **self._owner())  # type: ignore[arg-type] # every kind here has a client_id
        self._facts[type(fact)][fact.id] = fact
        return fact

    def remove(self, fact: Fact) -> None:
        """Take a record out."""
        self._facts[type(fact)].pop(fact.id, None)

    def state(self) -> State:
        """Return all that stands, for `back_to`."""
        return self.client, {kind: dict(facts) for kind, facts in self._facts.items()}

    def back_to(self, state: State) -> None:
        """Let everything stand as it did."""
        self.client = state[0]
        self._facts = {kind: dict(facts) for kind, facts in state[1].items()}

    def folder(self) -> ClientFolder:
        """Return the folder as it stands."""
        lists = {name: tuple(self.of(kind)) for kind, name in FIELDS.items()}
        return replace(self._folder, client=self.client, **lists)  # type: ignore[arg-type] # each list is of its own kind

    def new(self) -> tuple[Fact, ...]:
        """Return what the folder did not have."""
        return tuple(
            replace(fact, id=0) if fact.id < 0 else fact
            for kind, held in self._held()
            for fact in self._facts[kind].values()
            if fact.id not in held
        )

    def changed(self) -> tuple[Fact, ...]:
        """Return what stands otherwise than it did, the client stamped with the time."""
        found: list[Fact] = []
        if self.client != self._folder.client:
            found.append(replace(self.client, updated_at=self.options.now))
        for kind, held in self._held():
            now = self._facts[kind]
            found += [now[each] for each, fact in held.items() if now.get(each, fact) != fact]
        return tuple(found)

    def removed(self) -> tuple[Fact, ...]:
        """Return what the folder had and has no longer."""
        return tuple(
            fact
            for kind, held in self._held()
            for number, fact in held.items()
            if number not in self._facts[kind]
        )

    def _held(self) -> Iterable[tuple[type[Fact], dict[int, Fact]]]:
        for kind, name in FIELDS.items():
            yield kind, {fact.id: fact for fact in getattr(self._folder, name)}

    def _next(self, kind: type[Fact]) -> int:
        return -next(self._unnumbered) if kind in _UNNUMBERED else self._numbers(kind)

    def _owner(self) -> dict[str, int]:
        return {"client_id": self.client.id}


def _sorted(facts: Iterable[F], field: str) -> list[F]:
    """Return the records as the book sorts them; what has no day comes first."""

    def place(fact: F) -> tuple[bool, object, int]:
        value = getattr(fact, field)
        return value is not None, value, fact.id

    return sorted(facts, key=place)
