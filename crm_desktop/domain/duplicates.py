"""Who may be in the book twice: every pair with what speaks for it, found without comparing all.

Only clients who share a card, a phone or a name are compared. What many bear, such as the
clinic's own number or a very common name, says nothing by itself and is narrowed down first.
"""

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.matching import Grounds, Identities, Identity, name_key

MANY: Final = 12
"""What more clients than this share does not make two of them one."""

Progress = Callable[[int, int], None]

_STEP: Final = 1_000


class Sureness(StrEnum):
    """How sure a likeness is: A and B are the same person by experience, C and D a question."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"


_SURENESS: Final = {
    Grounds.KEY: Sureness.A,
    Grounds.PHONE_AND_NAME: Sureness.A,
    Grounds.PHONE_AND_BIRTHDAY: Sureness.B,
    Grounds.PHONE_AND_SIMILAR_NAME: Sureness.B,
    Grounds.NAME_AND_HANDLE: Sureness.B,
    Grounds.NAME_AND_BIRTHDAY: Sureness.B,
    Grounds.NAME_AND_CLOSE_PHONE: Sureness.B,
    Grounds.PHONE_ONLY: Sureness.C,
    Grounds.NAME_ALONE_ON_BOTH: Sureness.D,
    Grounds.NAME_ONLY: Sureness.D,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """Two clients who may be one, the one added first before the other."""

    one_id: int
    other_id: int
    grounds: Grounds

    @property
    def sureness(self) -> Sureness:
        """Return how sure it is."""
        return _SURENESS[self.grounds]

    @property
    def order(self) -> tuple[str, int, int]:
        """Return what likenesses are sorted by: the surest first."""
        return self.sureness, self.one_id, self.other_id


Pair = tuple[int, int]


def likenesses(
    people: Iterable[tuple[int, Identity]],
    not_same: Iterable[Pair] = (),
    progress: Progress | None = None,
) -> list[Likeness]:
    """Return every pair that may be one person, the surest first.

    `people` are pieces of what is known of each client, any number for one, her own name first
    among the names. `not_same` are
    pairs already answered, in any order. `progress` may raise to stop.
    """
    known, blocks = Identities(), _Blocks()
    for client_id, identity in people:
        known.add(client_id, identity)
        blocks.add(client_id, identity)
    pairs = sorted(set(blocks.pairs()) - {_ordered(*pair) for pair in not_same})
    found = []
    for done, pair in enumerate(pairs):
        if progress is not None and done % _STEP == 0:
            progress(done, len(pairs))
        found += _judged(pair, known, blocks)
    return sorted(found, key=_order)


def likenesses_of(
    client_id: int, people: Iterable[tuple[int, Identity]], not_same: Iterable[Pair] = ()
) -> list[Likeness]:
    """Return who one client may be as well, the surest first; `people` as for all, with hers.

    A name that more than `MANY` bear asks nothing by itself.
    """
    known, blocks = Identities(), _Blocks()
    for other_id, identity in people:
        known.add(other_id, identity)
        blocks.add(other_id, identity)
    answered = {_ordered(*pair) for pair in not_same}
    pairs = {_ordered(client_id, other_id) for other_id in blocks.ids - {client_id}} - answered
    found = [likeness for pair in pairs for likeness in _judged(pair, known, blocks)]
    asked = [each for each in found if each.sureness is Sureness.D]
    said = [each for each in found if each not in asked] if len(asked) >= MANY else found
    return sorted(said, key=_order)


def _judged(pair: Pair, known: Identities, blocks: "_Blocks") -> list[Likeness]:
    one_id, other_id = pair
    grounds = known.compare(one_id, other_id)
    if grounds is None:
        return []
    likeness = Likeness(one_id=one_id, other_id=other_id, grounds=grounds)
    is_asked = likeness.sureness is not Sureness.D or blocks.bear_one_name(one_id, other_id)
    return [likeness] if is_asked else []


def groups(found: Iterable[Likeness]) -> list[tuple[int, ...]]:
    """Return the clients who hang together over sure likenesses (A, B), each group by id."""
    root: dict[int, int] = {}
    for likeness in found:
        if likeness.sureness in {Sureness.A, Sureness.B}:
            one, other = _root(root, likeness.one_id), _root(root, likeness.other_id)
            root[max(one, other)] = min(one, other)
    members: defaultdict[int, set[int]] = defaultdict(set)
    for client_id in root:
        members[_root(root, client_id)].add(client_id)
    return sorted(tuple(sorted(ids)) for ids in members.values())


def _root(root: dict[int, int], client_id: int) -> int:
    while root.setdefault(client_id, client_id) != client_id:
        client_id = root[client_id]
    return client_id


def _order(likeness: Likeness) -> tuple[str, int, int]:
    return likeness.order


def _ordered(one: int, other: int) -> Pair:
    return (one, other) if one < other else (other, one)


class _Blocks:
    """The clients by what they share; only those within one block are ever compared."""

    def __init__(self) -> None:
        self.ids: set[int] = set()
        self._by_key: defaultdict[Hashable, set[int]] = defaultdict(set)
        self._by_phone: defaultdict[Hashable, set[int]] = defaultdict(set)
        self._by_name: defaultdict[Hashable, set[int]] = defaultdict(set)
        self._names: defaultdict[int, set[str]] = defaultdict(set)
        self._proper: defaultdict[int, set[str]] = defaultdict(set)
        self._phones: defaultdict[int, set[str]] = defaultdict(set)
        self._days: defaultdict[int, set[tuple[int, int]]] = defaultdict(set)
        self._handles: defaultdict[int, set[str]] = defaultdict(set)

    def add(self, client_id: int, identity: Identity) -> None:
        self.ids.add(client_id)
        for key in identity.keys:
            self._by_key[key].add(client_id)
        for phone in identity.phones:
            self._by_phone[phone].add(client_id)
            self._phones[client_id].add(phone)
        for name in map(name_key, filter(None, identity.names)):
            self._by_name[name].add(client_id)
            self._names[client_id].add(name)
        self._proper[client_id].update(map(name_key, filter(None, identity.names[:1])))
        self._handles[client_id].update(identity.handles)
        if identity.birthday is not None:
            self._days[client_id].add(_day(identity.birthday))

    def pairs(self) -> Iterator[Pair]:
        """Yield every pair worth comparing, some of them twice."""
        for blocks, narrow in (
            (self._by_key, self._by_names),
            (self._by_phone, self._by_names_and_days),
            (self._by_name, self._by_all_but_name),
        ):
            for ids in blocks.values():
                if len(ids) <= MANY:
                    yield from itertools.combinations(sorted(ids), 2)
                else:
                    yield from _within(ids, narrow)

    def bear_one_name(self, one_id: int, other_id: int) -> bool:
        """Tell whether the name of one is a name of the other, not only what both are called.

        王姐 is what dozens are called.
        """
        ours, theirs = self._names[one_id], self._names[other_id]
        return not (
            theirs.isdisjoint(self._proper[one_id]) and ours.isdisjoint(self._proper[other_id])
        )

    def _by_names(self, client_id: int) -> Iterator[Hashable]:
        yield from self._names[client_id]

    def _by_names_and_days(self, client_id: int) -> Iterator[Hashable]:
        yield from self._names[client_id]
        yield from self._days[client_id]

    def _by_all_but_name(self, client_id: int) -> Iterator[Hashable]:
        """Yield birthdays, accounts, and phones with each one figure left out.

        Two numbers of which one figure differs, or is missing, have one of these in common.
        """
        yield from self._days[client_id]
        yield from self._handles[client_id]
        for phone in self._phones[client_id]:
            yield phone
            for place in range(len(phone)):
                yield phone[:place] + phone[place + 1 :]


def _within(ids: Iterable[int], narrow: Callable[[int], Iterable[Hashable]]) -> Iterator[Pair]:
    """Yield the pairs of a large block that share something else too.

    What even then many share is compared with the next few only.
    """
    narrower: defaultdict[Hashable, list[int]] = defaultdict(list)
    for client_id in sorted(ids):
        for key in set(narrow(client_id)):
            narrower[key].append(client_id)
    for some in narrower.values():
        for place, one in enumerate(some):
            for other in some[place + 1 : place + 1 + MANY]:
                yield one, other


def _day(fact: DatedFact) -> tuple[int, int]:
    return fact.month, fact.day
