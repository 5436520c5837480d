"""A client's file while an import is planned: what the book holds, and what rows bring to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar, cast

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


class OpenFile:
    """One client's facts, of the book or new, to which rows are merged one after the other.

    Attributes:
        client: the client as she stands now.
        is_new: whether the book did not know her.
        said: what rows of this file have said of each field, so that a later row of the
            same file never overrules an earlier one.
    """

    def __init__(self, held: ClientFacts, *, is_new: bool) -> None:
        self.client = held.client
        self.is_new = is_new
        self.said: set[tuple[str, str]] = set()
        self._held = held
        self._facts: dict[type[object], list[Fact]] = {}
        for fact in held.facts:
            self._facts.setdefault(type(fact), []).append(fact)

    def of(self, kind: type[F]) -> Sequence[F]:
        """Return the facts of `kind` as they stand, in their order; later additions show in it."""
        return cast("Sequence[F]", self._facts.get(kind, ()))

    def add(self, fact: Fact) -> None:
        """Add a fact."""
        self._facts.setdefault(type(fact), []).append(fact)

    def swap(self, old: Fact, new: Fact) -> None:
        """Put `new` where `old` stands."""
        facts = self._facts[type(old)]
        place = next(place for place, fact in enumerate(facts) if fact is old)
        facts[place] = new

    def added(self) -> Iterator[Fact]:
        """Return what is to be written anew."""
        if self.is_new:
            yield self.client
        held = {(type(fact), fact.id) for fact in self._held.facts}
        for facts in self._facts.values():
            yield from (fact for fact in facts if (type(fact), fact.id) not in held)

    def changed(self, options: Options) -> Iterator[Fact]:
        """Return what is to be written over, stamped with the time it was."""
        if not self.is_new and self.client != self._held.client:
            yield replace(self.client, updated_at=options.now)
        held = {(type(fact), fact.id): fact for fact in self._held.facts}
        for facts in self._facts.values():
            for fact in facts:
                before = held.get((type(fact), fact.id))
                if before is not None and fact != before:
                    yield fact


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
            is_said = self.file.is_new or (field, detail) in self.file.said
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
        """Put values into the client, and say where she was told to have them from."""
        changed = {
            name: value
            for name, value in values.items()
            if getattr(self.file.client, name) != value
        }
        if not changed:
            return
        self.file.client = replace(self.file.client, **changed)  # type: ignore[arg-type] # names of Client, each with its own type
        if not self.file.is_new:
            self._remember_source(changed)

    def _remember_source(self, names: Iterable[str]) -> None:
        known = {source.field: source for source in self.file.of(FactSource)}
        for name in names:
            source = FactSource(
                client_id=self.client_id,
                field=name,
                learnt_on=self.options.now.date(),
                learnt_from=self.options.source,
            )
            before = known.get(name)
            if before is None:
                self.file.add(source)
            else:
                self.file.swap(before, replace(source, id=before.id))

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
