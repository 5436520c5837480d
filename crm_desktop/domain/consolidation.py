"""The same client with two consultants: who may be compared, on what grounds, and the groups.

Two books know nothing of each other: a short id means somebody else in each of them, and a
name alone never decides. The grounds are those of `matching`, for numbers masked on either side
as well.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain.dates import born_on
from crm_desktop.domain.matching import Grounds, Identities, Identity, name_key
from crm_desktop.domain.private_text import masked_phone

_HALF: Final = 5
_MAYBE: Final = {Grounds.PHONE_ONLY, Grounds.NAME_ALONE_ON_BOTH}
_NOTHING: Final = {Grounds.NAME_ONLY, Grounds.SEVERAL}
_BY_CHANCE: Final = {Grounds.PHONE_ONLY, Grounds.NAME_AND_CLOSE_PHONE}
"""What seven digits out of eleven do not prove when both numbers are masked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """What tells a client of one book: her identity, and the numbers of which a part is hidden."""

    identity: Identity
    masked: tuple[str, ...] = ()

    @property
    def is_bare(self) -> bool:
        """Nothing but a name is known."""
        one = self.identity
        return not (one.phones or self.masked or one.birthday or one.handles)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two clients of different books, by their numbers, and what speaks for their being one.

    `group` is the same for all who are one person; a question has a group of its own.
    """

    group: int
    one: int
    other: int
    grounds: Grounds

    @property
    def is_sure(self) -> bool:
        """No person is asked."""
        return self.grounds not in _MAYBE


def blocks(likeness: Likeness) -> Iterator[str]:
    """Yield what a client must share with another to be compared with her at all."""
    one = likeness.identity
    yield from one.keys
    yield from (f"p{phone}" for phone in one.phones)
    yield from (f"m{mask}" for mask in likeness.masked)
    for name in {name_key(name) for name in one.names if name}:
        for part in _beside_a_name(likeness):
            yield f"{name}|{part}"


def _beside_a_name(likeness: Likeness) -> Iterator[str]:
    one = likeness.identity
    for phone in one.phones:
        # A digit mistyped, left out or doubled leaves one half as it is.
        yield from (f"a{phone[:_HALF]}", f"z{phone[-_HALF:]}", masked_phone(phone))
    yield from likeness.masked
    yield from (f"h{handle}" for handle in one.handles)
    if one.birthday is not None:
        day = one.birthday
        yield f"{day.calendar}{day.month}-{day.day}{day.leap}"
        yield f"b{born_on(day)}"
    if likeness.is_bare:
        yield "bare"


def between(one: Likeness, other: Likeness) -> Grounds | None:
    """Return what speaks for two clients of different books being one, None if nothing does."""
    if one.masked and other.masked:
        grounds = _found(_unhidden(one), _unhidden(other))
        return None if grounds in _BY_CHANCE else grounds
    if other.masked:
        one, other = other, one
    sought = [replace(one.identity, masked_phone=mask) for mask in one.masked] or [one.identity]
    found = [grounds for each in sought if (grounds := _found(each, other.identity))]
    return min(found, key=_RANK.__getitem__, default=None)


_RANK: Final = {grounds: rank for rank, grounds in enumerate(Grounds)}


def _unhidden(likeness: Likeness) -> Identity:
    """Return an identity whose masked numbers are compared sign by sign."""
    one = likeness.identity
    whole = tuple(masked_phone(phone) for phone in one.phones)
    return replace(one, phones=(*whole, *likeness.masked), masked_phone="")


def _found(sought: Identity, known: Identity) -> Grounds | None:
    identities = Identities()
    identities.add(0, known)
    grounds = identities.find(sought).grounds
    return None if grounds in _NOTHING else grounds


def paired(
    candidates: Iterable[tuple[int, int]], judged: Callable[[int, int], Grounds | None]
) -> list[Pair]:
    """Return as few pairs as tell every group, then the questions, in the order of the clients.

    Of three who are one, two pairs tell it, and the third is not even judged. A question between
    two who turn out to be one is answered; so is one asked twice.
    """
    leaders: dict[int, int] = {}
    sure: list[tuple[int, int, Grounds]] = []
    asked: list[tuple[int, int, Grounds]] = []
    for one, other in candidates:
        first, second = sorted((leader(leaders, one), leader(leaders, other)))
        grounds = None if first == second else judged(one, other)
        if grounds in _MAYBE:
            asked.append((one, other, grounds))
        elif grounds is not None:
            leaders[second] = first
            sure.append((one, other, grounds))
    open_ones = {
        (leader(leaders, one), leader(leaders, other)): (one, other, grounds)
        for one, other, grounds in reversed(asked)
    }
    rest = sorted(pair for (first, second), pair in open_ones.items() if first != second)
    return _numbered(sure, rest, leaders)


def leader(leaders: dict[int, int], number: int) -> int:
    """Return the first of all who are one with this client; the way there gets shorter."""
    way = []
    while number in leaders:
        way.append(number)
        number = leaders[number]
    leaders.update(dict.fromkeys(way, number))
    return number


def _numbered(
    sure: list[tuple[int, int, Grounds]],
    asked: list[tuple[int, int, Grounds]],
    leaders: dict[int, int],
) -> list[Pair]:
    """Number the groups from 1 in the order of their first clients, the questions after them."""
    firsts = sorted({leader(leaders, one) for one, _, _ in sure})
    groups = {first: place for place, first in enumerate(firsts, start=1)}
    found = [
        Pair(group=groups[leader(leaders, one)], one=one, other=other, grounds=grounds)
        for one, other, grounds in sure
    ]
    found.sort(key=_in_order)
    questions = [
        Pair(group=place, one=one, other=other, grounds=grounds)
        for place, (one, other, grounds) in enumerate(asked, start=len(groups) + 1)
    ]
    return found + questions


def _in_order(pair: Pair) -> tuple[int, int, int]:
    return pair.group, pair.one, pair.other


_VALUES: Final = (
    *("name", "sex", "phone", "wechat", "qq", "birthday", "wedding", "occupation", "income"),
    *("address", "children_count", "allergies", "card_number", "do_not_contact", "deceased_on"),
)
COMPARED: Final = tuple(f"client.{name}" for name in _VALUES)
"""What is one and the same about a person whoever notes it; opinions and notes may differ."""

NEVER_SILENT: Final = frozenset(
    f"client.{name}" for name in ("allergies", "do_not_contact", "deceased_on")
)
"""What differs even where one of the two has nothing: whoever does not know might do harm."""


def phones_differ(one: Likeness, other: Likeness) -> bool:
    """Say whether each has a number the other lacks, as far as what is hidden lets tell."""
    if one.masked or other.masked:
        ours, theirs = set(_unhidden(one).phones), set(_unhidden(other).phones)
    else:
        ours, theirs = set(one.identity.phones), set(other.identity.phones)
    return not (ours <= theirs or theirs <= ours)
