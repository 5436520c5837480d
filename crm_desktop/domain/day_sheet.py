"""What a calendar shows of a day: its entries, how each stands, which are filtered in."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import Final, NamedTuple

from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Occasion,
    ReminderState,
    Source,
    Stage,
)
from crm_desktop.domain.records.enums import Relation, Tier

MOVABLE: Final = frozenset({Source.TALK, Source.VISIT, Source.PROMISE})
"""What she set a day for herself; everything else falls on its day by itself."""


class Facet(StrEnum):
    """Under which filter of the calendar an entry is found."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    CHILD = "child"
    FOLLOW_UP = "follow_up"
    PROMISE = "promise"
    POINTS = "points"
    FESTIVAL = "festival"


class Whom(StrEnum):
    """Whose entries are shown: everybody's, those of big clients, or of one tier."""

    ALL = "all"
    BIG = "big"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class Standing(StrEnum):
    """How far she is with an entry; LATE is what waits for her since its day."""

    OPEN = "open"
    LATE = "late"
    ORDERED = "ordered"
    DONE = "done"
    LET_GO = "let_go"
    MISSED = "missed"


class Entry(NamedTuple):
    """One line of a day; a tuple, as a month of a large book has thousands.

    `client` is what she is called, `person` whose day it is within her family where that person
    has a name. A festival has no client but `clients` many, its code as `label`,
    and a name only where it is one of her own.
    """

    on: dt.date
    big: bool
    client: str
    source: Source
    source_id: int
    kind: Kind
    facet: Facet
    client_id: int
    person: str = ""
    relation: Relation | None = None
    tier: Tier | None = None
    label: str = ""
    clients: int = 0
    standing: Standing = Standing.OPEN

    @property
    def is_movable(self) -> bool:
        """Whether she may put it on another day."""
        return self.source in MOVABLE and self.standing in {Standing.OPEN, Standing.LATE}

    @property
    def place(self) -> tuple[Source, int, dt.date]:
        """What tells it from every other entry."""
        return self.source, self.source_id, self.on


@dataclass(frozen=True, slots=True, kw_only=True)
class Sieve:
    """What is shown; no facet chosen shows all of them."""

    facets: frozenset[Facet] = frozenset()
    whom: Whom = Whom.ALL

    @property
    def is_narrow(self) -> bool:
        """Whether anything may be left out."""
        return bool(self.facets) or self.whom is not Whom.ALL

    def passes(self, entry: Entry) -> bool:
        """Return whether the entry is shown."""
        return (not self.facets or entry.facet in self.facets) and self.is_of(entry)

    def is_of(self, entry: Entry) -> bool:
        """Return whether it is hers who is looked at; a festival is everybody's."""
        if self.whom is Whom.ALL or entry.facet is Facet.FESTIVAL:
            return True
        return entry.big if self.whom is Whom.BIG else entry.tier == self.whom.value


_facet: Final[Callable[[Entry], Facet]] = attrgetter("facet")


def counts(entries: Iterable[Entry], sieve: Sieve) -> Counter[Facet]:
    """Return how many entries of each facet there are of those who are looked at."""
    if sieve.whom is not Whom.ALL:
        entries = filter(sieve.is_of, entries)
    return Counter(map(_facet, entries))


def facet_of(kind: Kind, relation: Relation | None) -> Facet:
    """Return the filter an occasion belongs to; what is a child's is the child's."""
    if relation is Relation.CHILD and kind in {Kind.BIRTHDAY, Kind.MILESTONE}:
        return Facet.CHILD
    return _FACETS[kind]


_FACETS: Final[Mapping[Kind, Facet]] = {
    Kind.BIRTHDAY: Facet.BIRTHDAY,
    Kind.ANNIVERSARY: Facet.ANNIVERSARY,
    Kind.VALUED: Facet.ANNIVERSARY,
    Kind.MILESTONE: Facet.CHILD,
    Kind.FESTIVAL: Facet.FESTIVAL,
    Kind.FOLLOW_UP: Facet.FOLLOW_UP,
    Kind.CARE: Facet.FOLLOW_UP,
    Kind.PROMISE: Facet.PROMISE,
    Kind.POINTS: Facet.POINTS,
}


def entry_of(occasion: Occasion, standing: Standing = Standing.OPEN) -> Entry:
    """Return the line of an occasion."""
    return Entry(
        on=occasion.on,
        big=occasion.big,
        client=_called(occasion),
        source=occasion.source,
        source_id=occasion.source_id,
        kind=occasion.kind,
        facet=facet_of(occasion.kind, occasion.person_relation),
        client_id=occasion.client_id,
        person=occasion.person_nickname or occasion.person_name,
        relation=occasion.person_relation,
        tier=occasion.tier,
        label=occasion.festival or occasion.label,
        clients=occasion.clients,
        standing=standing,
    )


def _called(occasion: Occasion) -> str:
    """Return what the client is called; a festival of her own has its name there."""
    if occasion.source is Source.FESTIVAL:
        return occasion.label
    return occasion.client_display_name or occasion.client_name


def standings(kept: Mapping[Key, Kept]) -> dict[tuple[Source, int, dt.date], Standing]:
    """Return how far she is with everything she did something about."""
    found: dict[tuple[Source, int, dt.date], Standing] = {}
    for key in sorted(kept, key=_stage_place):
        standing = _standing(key.stage, kept[key].state)
        if standing is not None:
            found[key.source, key.source_id, key.on] = standing
    return found


def standing_of(
    occasion: Occasion, known: Mapping[tuple[Source, int, dt.date], Standing], today: dt.date
) -> Standing:
    """Return how far she is with an occasion, of what she did about everything."""
    found = known.get((occasion.source, occasion.source_id, occasion.on), Standing.OPEN)
    if occasion.source in MOVABLE and found in {Standing.OPEN, Standing.MISSED}:
        return Standing.LATE if occasion.on < today else Standing.OPEN
    return found


def followed_up(state: str | None, *, is_late: bool) -> Standing:
    """Return how far she is with what she set a day for: it is never missed, it waits."""
    found = _ENDS.get(ReminderState(state)) if state else None
    if found in {None, Standing.MISSED}:
        return Standing.LATE if is_late else Standing.OPEN
    return found


_ORDER: Final = tuple(Stage)


def _stage_place(key: Key) -> int:
    return _ORDER.index(key.stage)


_ENDS: Final[Mapping[ReminderState, Standing]] = {
    ReminderState.DONE: Standing.DONE,
    ReminderState.DISMISSED: Standing.LET_GO,
    ReminderState.MISSED: Standing.MISSED,
}


def _standing(stage: Stage, state: ReminderState) -> Standing | None:
    """Return what one stage says of the whole; later stages are asked after earlier ones."""
    if stage is Stage.PREPARE:
        return Standing.ORDERED if state is ReminderState.ORDERED else None
    if stage in {Stage.CONFIRM, Stage.REACTION}:
        return None
    return _ENDS.get(state)
