"""A client's file while an import is planned: what the book holds, and what rows bring to it."""

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import fields, replace
from typing import Final, TypeVar, cast

from crm_desktop.domain.import_plan import (
    Accept,
    ClientFacts,
    Decision,
    Difference,
    Fact,
    Options,
    Value,
)
from crm_desktop.domain.records import Client, FactSource

F = TypeVar("F", bound=Fact)
AnyValue = TypeVar("AnyValue", bound=Value)

_CLIENT_FIELDS: Final = tuple(field.name for field in fields(Client))


class OpenFile:
    """One client's facts, of the book or new, to which rows are merged one after the other.

    Attributes:
        client: the client as she stands now.
        is_new: whether the book did not know her.
        said: what rows of this list have said of each field, so that a later row of the
            same list never overrules an earlier one.
        writes: how often anything was put into the file.
    """

    def __init__(self, held: ClientFacts, *, is_new: bool) -> None:
        self.client = held.client
        self.is_new = is_new
        self.said: set[tuple[str, str]] = set()
        self.writes = 0
        self._held = held
        self._facts: dict[type[object], list[Fact]] = {}
        for fact in held.facts:
            self._facts.setdefault(type(fact), []).append(fact)

    def of(self, kind: type[F]) -> Sequence[F]:
        """Return the facts of `kind` as they stand, in their order; later additions show in it."""
        return cast("Sequence[F]", self._facts.get(kind, ()))

    def add(self, fact: Fact) -> None:
        """Add a fact."""
        self.writes += 1
        self._facts.setdefault(type(fact), []).append(fact)

    def swap(self, old: Fact, new: Fact) -> None:
        """Put `new` where `old` stands."""
        self.writes += 1
        facts = self._facts[type(old)]
        place = next(place for place, fact in enumerate(facts) if fact is old)
        facts[place] = new

    def all_facts(self) -> Iterator[Fact]:
        """Return every fact as it stands."""
        return itertools.chain.from_iterable(self._facts.values())

    def state(self) -> tuple[Client, tuple[Fact, ...]]:
        """Return all that stands, to compare with what stands later."""
        return self.client, tuple(self.all_facts())

    def added(self, options: Options) -> Iterator[Fact]:
        """Return what is to be written anew."""
        if self.is_new:
            yield self.client
        held = {(type(fact), fact.id) for fact in self._held.facts}
        yield from (fact for fact in self.all_facts() if (type(fact), fact.id) not in held)
        yield from (source for source in self._sources(options) if not source.id)

    def changed(self, options: Options) -> Iterator[Fact]:
        """Return what is to be written over, the client stamped with the time it was."""
        if not self.is_new and self.client != self._held.client:
            yield replace(self.client, updated_at=options.now)
        held = {(type(fact), fact.id): fact for fact in self._held.facts}
        for fact in self.all_facts():
            before = held.get((type(fact), fact.id))
            if before is not None and fact is not before and fact != before:
                yield fact
        yield from (source for source in self._sources(options) if source.id)

    def _sources(self, options: Options) -> Iterator[FactSource]:
        """Return from where each value of a known client that is another now was learnt."""
        if self.is_new or self.client is self._held.client:
            return
        known = {source.field: source.id for source in self.of(FactSource)}
        for name in _CLIENT_FIELDS:
            if getattr(self.client, name) != getattr(self._held.client, name):
                yield FactSource(
                    id=known.get(name, 0),
                    client_id=self.client.id,
                    field=name,
                    learnt_on=options.now.date(),
                    learnt_from=options.source,
                )


class Merge:
    """One row being merged into one file; it gathers the differences and keeps the rules.

    Blank never clears; a blank of ours is filled; where both sides speak, ours is kept
    unless theirs was asked for. The row that makes a client differs in everything, so
    nothing is noted of it.
    """

    def __init__(
        self, file: OpenFile, options: Options, place: tuple[str, int], *, is_first: bool = False
    ) -> None:
        self.file = file
        self.options = options
        self.differences: list[Difference] = []
        self._place = place
        self._is_first = is_first

    @property
    def client_id(self) -> int:
        """Return whose file it is."""
        return self.file.client.id

    def value(self, field: str, ours: AnyValue, theirs: AnyValue, detail: str = "") -> AnyValue:
        """Return what stands after the row: ours, or theirs where it fills or was accepted."""
        if _is_blank(theirs):
            return ours
        if _is_blank(ours):
            self.filled(field, theirs, detail)
            return theirs
        if is_same(ours, theirs):
            self.says(field, detail)
            return ours
        return theirs if self.takes(field, ours, theirs, detail) else ours

    def takes(self, field: str, ours: Value, theirs: Value, detail: str = "") -> bool:
        """Note that both sides speak and differ, and return whether theirs is taken."""
        accept = self.options.decided.get((*self._place, field))
        if accept is None:
            is_said = (field, detail) in self.file.said
            accept = Accept.MINE if is_said else self.options.accept
        taken = accept is Accept.THEIRS
        self._note(field, ours, theirs, Decision.TAKEN if taken else Decision.KEPT)
        if taken:
            self.says(field, detail)
        return taken

    def says(self, field: str, detail: str = "") -> None:
        """Remember that a row of this file has spoken of a field, and that it stands."""
        self.file.said.add((field, detail))

    def filled(self, field: str, theirs: Value, detail: str = "") -> None:
        """Note that a blank of ours was filled."""
        self.says(field, detail)
        self._note(field, None, theirs, Decision.FILLED)

    def added(self, field: str, theirs: Value) -> None:
        """Note that a fact was added beside ours."""
        self._note(field, None, theirs, Decision.ADDED)

    def set_client(self, **values: object) -> None:
        """Put values into the client."""
        client = self.file.client
        changed = {name: value for name, value in values.items() if getattr(client, name) != value}
        if changed:
            self.file.writes += 1
            self.file.client = replace(client, **changed)  # type: ignore[arg-type] # names of Client, each with its own type

    def _note(self, field: str, ours: Value, theirs: Value, decision: Decision) -> None:
        if self._is_first:
            return
        self.differences.append(
            Difference(
                client_id=self.client_id,
                field=field,
                ours=ours,
                theirs=theirs,
                decision=decision,
            )
        )


def new_file(client_id: int, name: str, options: Options) -> OpenFile:
    """Return the empty file of a client nobody knew."""
    client = Client(id=client_id, name=name, created_at=options.now, updated_at=options.now)
    return OpenFile(ClientFacts(client=client), is_new=True)


def is_same(ours: Value, theirs: Value) -> bool:
    """Return whether two values say the same; spaces and case make no difference in text."""
    if ours == theirs:
        return True
    if isinstance(ours, str) and isinstance(theirs, str):
        return text_key(ours) == text_key(theirs)
    return False


def text_key(text: str) -> str:
    """Return a text as it is compared."""
    return " ".join(text.split()).casefold()


def _is_blank(value: Value) -> bool:
    return value is None or value == ""
