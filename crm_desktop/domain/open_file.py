"""A client's file while an import is planned: what the book holds, and what rows bring to it."""

import itertools
from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace
from enum import Enum
from typing import Final, TypeVar, cast

from crm_desktop.domain.foreign import ALWAYS_ASKED, BETWEEN, TOLD, Cells, text_of
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
        writes: how often anything was put into the file.
    """

    __slots__ = ("_before", "_facts", "_held", "_lying", "_said", "client", "is_new", "writes")

    def __init__(self, held: ClientFacts, *, is_new: bool) -> None:
        self.client = held.client
        self.is_new = is_new
        self.writes = 0
        self._before = None if is_new else held.client
        self._held = held.facts
        self._facts: dict[type[object], list[Fact]] | None = None
        self._said: Collection[tuple[str, str]] = ()
        self._lying: Sequence[Fact] = held.facts

    @property
    def said(self) -> set[tuple[str, str]]:
        """Return what rows of this list have said, as (field, which one of several).

        A later row of the same list never overrules an earlier one.
        """
        if not isinstance(self._said, set):
            self._said = set(self._said)
        return self._said

    def forget_said(self) -> None:
        """Begin anew with what rows have said."""
        self._said = ()

    def rest(self, known: dict[tuple[str, str], tuple[str, str]]) -> None:
        """Lie in as little room as there is until the next row comes; `known` is what all say."""
        self._lying = tuple(self.all_facts()) if self.writes else self._held
        self._facts = None
        self._said = tuple(known.setdefault(one, one) for one in self._said)

    def of(self, kind: type[F]) -> Sequence[F]:
        """Return the facts of `kind` as they stand, in their order; later additions show in it."""
        return cast("Sequence[F]", self._by_kind().get(kind, ()))

    def add(self, fact: Fact) -> None:
        """Add a fact."""
        self.writes += 1
        self._by_kind().setdefault(type(fact), []).append(fact)

    def swap(self, old: Fact, new: Fact) -> None:
        """Put `new` where `old` stands."""
        self.writes += 1
        facts = self._by_kind()[type(old)]
        place = next(place for place, fact in enumerate(facts) if fact is old)
        facts[place] = new

    def drop(self, old: Fact) -> None:
        """Take a fact out."""
        self.writes += 1
        facts = self._by_kind()
        facts[type(old)] = [fact for fact in facts[type(old)] if fact is not old]

    def all_facts(self) -> Iterator[Fact]:
        """Return every fact as it stands."""
        if self._facts is None:
            return iter(self._lying)
        return itertools.chain.from_iterable(self._facts.values())

    def state(self) -> tuple[Client, tuple[Fact, ...]]:
        """Return all that stands, to compare with what stands later."""
        return self.client, tuple(self._lying if self._facts is None else self.all_facts())

    def added(self, options: Options) -> Iterator[Fact]:
        """Return what is to be written anew."""
        if self.is_new:
            yield self.client
        held = {(type(fact), fact.id) for fact in self._held}
        yield from (fact for fact in self.all_facts() if (type(fact), fact.id) not in held)
        yield from (source for source in self._sources(options) if not source.id)

    def changed(self, options: Options) -> Iterator[Fact]:
        """Return what is to be written over, the client stamped with the time it was."""
        if self._before is not None and self.client != self._before:
            yield replace(self.client, updated_at=options.now)
        held = {(type(fact), fact.id): fact for fact in self._held}
        for fact in self.all_facts():
            before = held.get((type(fact), fact.id))
            if before is not None and fact is not before and fact != before:
                yield fact
        yield from (source for source in self._sources(options) if source.id)

    def removed(self) -> Iterator[Fact]:
        """Return what is to be taken out."""
        left = {(type(fact), fact.id) for fact in self.all_facts()}
        yield from (fact for fact in self._held if (type(fact), fact.id) not in left)

    def _by_kind(self) -> dict[type[object], list[Fact]]:
        if self._facts is None:
            self._facts = {}
            for fact in self._lying:
                self._facts.setdefault(type(fact), []).append(fact)
        return self._facts

    def _sources(self, options: Options) -> Iterator[FactSource]:
        """Return from where each value of a known client that is another now was learnt."""
        before = self._before
        if before is None or self.client is before:
            return
        known = {source.field: source.id for source in self.of(FactSource)}
        for name in _CLIENT_FIELDS:
            if getattr(self.client, name) != getattr(before, name):
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
    unless theirs was asked for. With a `base`, what the other side has not changed is left
    as it is, and what we have not changed is taken. The row that makes a client differs in
    everything, so nothing is noted of it.
    """

    def __init__(  # noqa: PLR0913 - what meets in a row, each said by name
        self,
        file: OpenFile,
        options: Options,
        place: tuple[str, int],
        *,
        is_first: bool = False,
        base: Cells | None = None,
        columns: frozenset[str] = frozenset(),
    ) -> None:
        self.file = file
        self.options = options
        self.differences: list[Difference] = []
        self._place = place
        self._is_first = is_first
        self._base = base
        self._columns = columns

    @property
    def client_id(self) -> int:
        """Return whose file it is."""
        return self.file.client.id

    def value(self, field: str, ours: AnyValue, theirs: AnyValue, detail: str = "") -> AnyValue:
        """Return what stands after the row: ours, or theirs where it fills or was accepted."""
        if _is_blank(theirs):
            return cast("AnyValue", self._cleared(field, ours))
        if _is_blank(ours):
            if self._base and (self.was_told(field, text_of(theirs)) or self.is_overtaken(field)):
                return ours
            self.filled(field, theirs, detail)
            return theirs
        if is_same(ours, theirs):
            self.says(field, detail)
            return ours
        return theirs if self.takes(field, ours, theirs, detail) else ours

    def takes(self, field: str, ours: Value, theirs: Value, detail: str = "") -> bool:
        """Note that both sides speak and differ, and return whether theirs is taken.

        What the other side said before and we have answered is no difference any more.
        """
        accept = self.options.decided.get((*self._place, field))
        if accept is None:
            is_said = (field, detail) in self.file.said
            is_fresh = not (is_said or self.options.is_overtaken)
            is_owned = field in self.options.clinic_owned and is_fresh
            if not is_owned and self.was_told(field, text_of(theirs)):
                return False
            is_theirs = is_owned or (is_fresh and self._is_untouched(field, ours))
            accept = Accept.MINE if is_said else self.options.accept
            accept = Accept.THEIRS if is_theirs else accept
        taken = accept is Accept.THEIRS
        self._note(field, ours, theirs, Decision.TAKEN if taken else Decision.KEPT)
        if taken:
            self.says(field, detail)
        return taken

    def was_told(self, field: str, text: str) -> bool:
        """Return whether the other side had this already, so that it is no news of theirs."""
        if not self._base or not text:
            return False
        told = self._base.get(field, "")
        return text == told or text in told.split(BETWEEN)

    def gone(self, field: str, said: Sequence[str]) -> frozenset[str]:
        """Return the entries of a list that the other side had and has no longer."""
        if field not in self._columns or self.options.is_overtaken:
            return frozenset()
        told = (self._base or {}).get(field, "")
        return frozenset(told.split(BETWEEN) if told else ()) - frozenset(said)

    def is_overtaken(self, field: str) -> bool:
        """Return whether the other side has listed something else in this field since."""
        return self.options.is_overtaken and bool((self._base or {}).get(field))

    def removed(self, field: str, ours: Value) -> None:
        """Note that a fact of ours goes, because the other side took it out."""
        self._note(field, ours, None, Decision.REMOVED)

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

    def _is_untouched(self, field: str, ours: Value) -> bool:
        """Return whether what stands is what the other side last had, and may follow it."""
        if self._base is None or field not in TOLD or field in ALWAYS_ASKED:
            return False
        return text_of(ours) == self._base.get(field, "")

    def _cleared(self, field: str, ours: Value) -> Value:
        """Return what stands beside a blank: nothing, where blanks clear what came from there."""
        clears = self.options.clears_blanks and not self.options.is_overtaken
        is_there = clears and field in self._columns and not _is_blank(ours)
        if not is_there or (field, "") in self.file.said or not self._is_untouched(field, ours):
            return ours
        self._note(field, ours, None, Decision.CLEARED)
        return "" if isinstance(ours, str) and not isinstance(ours, Enum) else None

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
                base=(self._base or {}).get(field) if self._base is not None else None,
                has_base=self._base is not None and field in TOLD,
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
