"""Who is who: the client a row is about, a new one, or a question only a person can answer.

A phone or a name alone never decides: families share phones, and names repeat.
"""

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.dates import DatedFact, born_on

_TITLES: Final = ("女士", "小姐", "先生", "老师", "太太", "姐")
_LEAST_SIMILAR: Final = 3
_CARD: Final = "card:"


class Grounds(StrEnum):
    """On what a row was taken for a client, or why nobody but a person can tell."""

    KEY = "key"
    PHONE_AND_NAME = "phone_and_name"
    PHONE_AND_BIRTHDAY = "phone_and_birthday"
    PHONE_AND_SIMILAR_NAME = "phone_and_similar_name"
    NAME_AND_HANDLE = "name_and_handle"
    NAME_AND_BIRTHDAY = "name_and_birthday"
    NAME_AND_CLOSE_PHONE = "name_and_close_phone"
    NAME_ALONE_ON_BOTH = "name_alone_on_both"
    CARD_ONLY = "card_only"
    PHONE_ONLY = "phone_only"
    NAME_ONLY = "name_only"
    SEVERAL = "several"

    @property
    def is_question(self) -> bool:
        """Return whether a person must decide."""
        return self in _QUESTIONS


_QUESTIONS: Final = {Grounds.CARD_ONLY, Grounds.PHONE_ONLY, Grounds.NAME_ONLY, Grounds.SEVERAL}
_RANKS: Final = {grounds: rank for rank, grounds in enumerate(Grounds)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """What tells one person from another.

    `keys` are exact and come strongest first (row key, short id, "card:source:number");
    `handles` are WeChat and QQ accounts; `masked_phone` reads 138****1234.
    """

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    masked_phone: str = ""
    birthday: DatedFact | None = None
    handles: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The answer: `client_id` where one client is meant, `candidates` where it is a question.

    No grounds at all means a person nobody knows yet.
    """

    grounds: Grounds | None = None
    client_id: int | None = None
    candidates: tuple[int, ...] = ()

    @property
    def is_question(self) -> bool:
        """Return whether a person must decide."""
        return self.grounds is not None and self.grounds.is_question


STRANGER: Final = Match()


@dataclass(slots=True)
class _Known:
    """All that stands of one client."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    keys: tuple[str, ...] = ()
    birthdays: tuple[DatedFact, ...] = ()


class _Index:
    """Who has a word; nearly every word is of one client, and then takes no set."""

    def __init__(self) -> None:
        self._ids: dict[str, int | set[int]] = {}

    def of(self, word: str) -> Collection[int]:
        """Return the clients who have a word."""
        held = self._ids.get(word, ())
        return (held,) if isinstance(held, int) else held

    def add(self, word: str, client_id: int) -> None:
        held = self._ids.setdefault(word, client_id)
        if not isinstance(held, int):
            held.add(client_id)
        elif held != client_id:
            self._ids[word] = {held, client_id}

    def discard(self, word: str, client_id: int) -> None:
        held = self._ids.get(word)
        if isinstance(held, set):
            held.discard(client_id)
        elif held == client_id:
            del self._ids[word]


class Identities:
    """The clients of the book and of the rows read so far, found by what a row says."""

    def __init__(self) -> None:
        self._known: dict[int, _Known] = defaultdict(_Known)
        self._by_key = _Index()
        self._by_phone = _Index()
        self._by_name = _Index()

    def add(self, client_id: int, identity: Identity) -> None:
        """Take in what is said of a client, beside what was said of her before."""
        known = self._known[client_id]
        names = tuple(name_key(name) for name in identity.names if name)
        known.names = _beside(known.names, names)
        known.phones = _beside(known.phones, identity.phones)
        known.handles = _beside(known.handles, identity.handles)
        if identity.birthday is not None and identity.birthday not in known.birthdays:
            known.birthdays = (*known.birthdays, identity.birthday)
        known.keys = _beside(known.keys, identity.keys)
        for index, words in (
            (self._by_key, identity.keys),
            (self._by_phone, identity.phones),
            (self._by_name, names),
        ):
            for word in words:
                index.add(word, client_id)

    def replace(self, client_id: int, pieces: Iterable[Identity]) -> None:
        """Know of a client what is said now, and nothing of what was said before."""
        known = self._known.pop(client_id, None)
        if known is not None:
            for index, entries in (
                (self._by_key, known.keys),
                (self._by_phone, known.phones),
                (self._by_name, known.names),
            ):
                for entry in entries:
                    index.discard(entry, client_id)
        for identity in pieces:
            self.add(client_id, identity)

    def near(self, sought: Identity) -> set[int]:
        """Return every client who shares a key, a phone or a name with the one sought."""
        near = self._near({name_key(name) for name in sought.names if name}, sought.phones)
        for key in sought.keys:
            near.update(self._by_key.of(key))
        return near

    def named(self, name: str) -> tuple[int, ...]:
        """Return the clients who are called exactly so."""
        return tuple(sorted(self._by_name.of(name_key(name))))

    def compare(self, one_id: int, other_id: int) -> Grounds | None:
        """Return what speaks for two known clients being one, None if nothing does."""
        ours, theirs = self._known[one_id], self._known[other_id]
        if _share(ours.keys, theirs.keys):
            return Grounds.KEY
        phones, handles, names = ours.phones, ours.handles, set(ours.names)
        days: list[DatedFact | None] = [*ours.birthdays] or [None]
        found = [
            _grounds(Identity(phones=phones, handles=handles, birthday=day), names, theirs)
            for day in days
        ]
        return min(filter(None, found), key=_RANKS.__getitem__, default=None)

    def find(self, sought: Identity) -> Match:
        """Return who is meant, on the strongest grounds there are.

        A card that a clinic gave to somebody else, of another name and phone, is a question.
        """
        names = {name_key(name) for name in sought.names if name}
        for key in sought.keys:
            holders = sorted(self._by_key.of(key))
            meant = [one for one in holders if not self._is_another(key, sought, names, one)]
            if meant:
                likest = min(meant, key=lambda one: names.isdisjoint(self._known[one].names))
                return Match(grounds=Grounds.KEY, client_id=likest)
            if holders:
                likely = (*sorted(self._near(names, sought.phones)), *holders)
                candidates = tuple(dict.fromkeys(likely))
                return Match(grounds=Grounds.CARD_ONLY, candidates=candidates)
        found: dict[Grounds, list[int]] = defaultdict(list)
        for client_id in sorted(self._near(names, sought.phones)):
            grounds = _grounds(sought, names, self._known[client_id])
            if grounds is not None:
                found[grounds].append(client_id)
        return _strongest(found)

    def _is_another(self, key: str, sought: Identity, names: set[str], holder: int) -> bool:
        """Return whether the holder of a card is somebody else than the row says it is."""
        known = self._known[holder]
        if not (key.startswith(_CARD) and names and known.names):
            return False
        if any(_similar(one, other) for one in names for other in known.names):
            return False
        if known.phones and (sought.phones or sought.masked_phone):
            return not (
                _phones_agree(sought, known) or _birthdays_agree(sought.birthday, known.birthdays)
            )
        return any(self._by_name.of(name) for name in names)

    def _near(self, names: Iterable[str], phones: Iterable[str]) -> set[int]:
        near: set[int] = set()
        for phone in phones:
            near.update(self._by_phone.of(phone))
        for name in names:
            near.update(self._by_name.of(name))
        return near


def name_key(name: str) -> str:
    """Return a name as it is compared: full width, spaces and case make no difference."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def _beside(known: tuple[str, ...], said: Iterable[str]) -> tuple[str, ...]:
    """Return what is known together with what is said, each once."""
    return (*known, *(one for one in dict.fromkeys(said) if one not in known))


def _share(known: Iterable[str], said: Collection[str]) -> bool:
    return any(one in said for one in known)


def same_day(ours: DatedFact, theirs: DatedFact) -> bool:
    """Return whether both mean one day; a year only one of them has is no contradiction."""
    return (
        (ours.calendar, ours.month, ours.day, ours.leap)
        == (theirs.calendar, theirs.month, theirs.day, theirs.leap)
    ) and (ours.year == theirs.year or None in {ours.year, theirs.year})


def _strongest(found: dict[Grounds, list[int]]) -> Match:
    if not found:
        return STRANGER
    grounds = min(found, key=_RANKS.__getitem__)
    ids = found[grounds]
    if grounds.is_question:
        return Match(grounds=grounds, candidates=tuple(ids))
    if len(ids) > 1:
        return Match(grounds=Grounds.SEVERAL, candidates=tuple(ids))
    return Match(grounds=grounds, client_id=ids[0])


def _grounds(sought: Identity, names: set[str], known: _Known) -> Grounds | None:
    """Return what speaks for `known` being the one, None if nothing does or something objects."""
    named = not names.isdisjoint(known.names)
    if _share(known.phones, sought.phones):
        return Grounds.PHONE_AND_NAME if named else _by_phone(sought, names, known)
    if not named:
        return None
    if any(_fits(sought.masked_phone, phone) for phone in known.phones):
        return Grounds.PHONE_AND_NAME
    if _share(known.handles, sought.handles):
        return Grounds.NAME_AND_HANDLE
    found = _by_name(sought, known)
    return _despite_cards(found) if _has_another_card(sought.keys, known.keys) else found


def _despite_cards(found: Grounds | None) -> Grounds | None:
    """Return what a name still says of two cards of one source; a close phone is no slip then."""
    if found is Grounds.NAME_AND_CLOSE_PHONE:
        return Grounds.NAME_ONLY
    return None if found in {Grounds.NAME_ONLY, Grounds.NAME_ALONE_ON_BOTH} else found


def _has_another_card(sought: Iterable[str], known: Iterable[str]) -> bool:
    """Return whether one source gave both a card: two cards and a name are two people."""
    sources = {key.rpartition(":")[0] for key in sought if key.startswith(_CARD)}
    return not sources.isdisjoint(key.rpartition(":")[0] for key in known if key.startswith(_CARD))


def _phones_agree(sought: Identity, known: _Known) -> bool:
    """Return whether a number is hers, or may be: masked, or with one slip."""
    return any(
        _fits(sought.masked_phone, ours)
        or any(ours == theirs or _one_digit_apart(ours, theirs) for theirs in sought.phones)
        for ours in known.phones
    )


def _by_phone(sought: Identity, names: set[str], known: _Known) -> Grounds:
    """Return how far a shared phone carries when the names differ."""
    agrees = _birthdays_agree(sought.birthday, known.birthdays)
    if agrees:
        return Grounds.PHONE_AND_BIRTHDAY
    if agrees is None and any(_similar(a, b) for a in names for b in known.names):
        return Grounds.PHONE_AND_SIMILAR_NAME
    return Grounds.PHONE_ONLY


def _by_name(sought: Identity, known: _Known) -> Grounds | None:
    """Return how far a shared name carries when no phone is shared."""
    agrees = _birthdays_agree(sought.birthday, known.birthdays)
    if any(_one_digit_apart(a, b) for a in sought.phones for b in known.phones):
        return Grounds.NAME_ONLY if agrees is False else Grounds.NAME_AND_CLOSE_PHONE
    if agrees is False:
        return None
    has_phone = bool(sought.phones or sought.masked_phone)
    if agrees:
        sure = sought.birthday is not None and sought.birthday.year is not None
        is_moved = has_phone and bool(known.phones)
        return Grounds.NAME_AND_BIRTHDAY if sure or not is_moved else Grounds.NAME_ONLY
    if (has_phone and known.phones) or (sought.handles and known.handles):
        return None
    return _bare(sought, known, has_phone=has_phone)


def _bare(sought: Identity, known: _Known, *, has_phone: bool) -> Grounds:
    """Return whether a name is all that is known on both sides, which makes it the same."""
    row_is_bare = not (has_phone or sought.birthday or sought.handles)
    book_is_bare = not (known.phones or known.birthdays or known.handles)
    return Grounds.NAME_ALONE_ON_BOTH if row_is_bare and book_is_bare else Grounds.NAME_ONLY


def _birthdays_agree(sought: DatedFact | None, known: Sequence[DatedFact]) -> bool | None:
    """Return whether the birthdays are one day, None where that cannot be told."""
    if sought is None or not known:
        return None
    answers = [_birthday_agrees(sought, fact) for fact in known]
    if True in answers:
        return True
    return None if None in answers else False


def _birthday_agrees(one: DatedFact, other: DatedFact) -> bool | None:
    if one.calendar is other.calendar:
        return same_day(one, other)
    first, second = born_on(one), born_on(other)
    return None if first is None or second is None else first == second


def _similar(one: str, other: str) -> bool:
    """Return whether two names may be one: a title, the surname left out, one slip in three."""
    one, other = _untitled(one), _untitled(other)
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    if len(short) == len(long):
        return len(short) >= _LEAST_SIMILAR and _slips(one, other) == 1
    return len(short) >= _LEAST_SIMILAR - 1 and long.endswith(short)


def _untitled(name: str) -> str:
    for title in _TITLES:
        if name.endswith(title) and len(name) > len(title) + 1:
            return name.removesuffix(title)
    return name


def _one_digit_apart(one: str, other: str) -> bool:
    """Return whether one digit was mistyped, left out, or typed twice."""
    if len(one) == len(other):
        return _slips(one, other) == 1
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) != 1:
        return False
    return any(long[:place] + long[place + 1 :] == short for place in range(len(long)))


def _slips(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _fits(masked: str, phone: str) -> bool:
    """Return whether `phone` may stand behind 138****1234."""
    head, star, rest = masked.partition("*")
    tail = rest.lstrip("*")
    return bool(star and (head or tail)) and (
        len(phone) == len(masked) and phone.startswith(head) and phone.endswith(tail)
    )
