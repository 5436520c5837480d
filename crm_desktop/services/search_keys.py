"""The ways in which a client can be typed: each is a key, and a search is a range of keys."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.services.pinyin import is_character, plain, readings

SHORTEST_TAIL: Final = 3
"""The fewest last figures of a phone that find it."""

_LONGEST: Final = 40
_LONGEST_TAIL: Final = 20
_CHINA: Final = "86"
_MOBILE_FIGURES: Final = 11
_PARTS: Final = re.compile(r"[^\W_]+")
_BETWEEN: Final = re.compile(r"[\W_]+")


class Found(StrEnum):
    """By what a client was found, the best first; the value is the first letter of the key.

    WORDS has no keys: it is what stands in the texts of her file (`search_words.py`).
    """

    NAME = "a"
    PART_OF_NAME = "b"
    PHONE = "c"
    PART_OF_PHONE = "d"
    ACCOUNT = "e"
    FAMILY = "f"
    TAG = "g"
    WORDS = "h"


# To put a member into a text is much slower than its value, and there are fifty keys a client.
_NAME: Final = Found.NAME.value
_PART_OF_NAME: Final = Found.PART_OF_NAME.value
_PHONE: Final = Found.PHONE.value
_PART_OF_PHONE: Final = Found.PART_OF_PHONE.value
_ACCOUNT: Final = Found.ACCOUNT.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """What a client is found by: her names, phones, accounts (WeChat, QQ), cards, family, tags."""

    names: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    accounts: tuple[str, ...] = ()
    cards: tuple[str, ...] = ()
    family: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


def keys_of(client: Findable) -> frozenset[str]:
    """Return every key of a client, each led by the letter of its kind."""
    return frozenset([key[:_LONGEST] for key in _all_keys(client)])


def sort_key(name: str) -> str:
    """Return what `name` is sorted by: its pinyin syllable by syllable, then itself."""
    spoken = next(iter(readings(name)), ())
    return f"{' '.join(spoken)} {name}"


def figures(text: str) -> str:
    """Return `text` as phone figures if it is nothing else, +86 left out; else ""."""
    digits = re.sub(r"[\s()+.-]", "", plain(text))
    if not (digits.isascii() and digits.isdigit()):
        return ""
    has_country = digits.startswith(_CHINA) and len(digits) > _MOBILE_FIGURES
    return digits[len(_CHINA) :] if has_country else digits


def _all_keys(client: Findable) -> list[str]:
    keys: list[str] = []
    for name in filter(None, client.names):
        keys += _of_name(name)
    for phone in filter(None, client.phones):
        keys.append(f"{_PHONE}{phone}")
        tails = range(1, len(phone) - SHORTEST_TAIL + 1)
        keys += [f"{_PART_OF_PHONE}{phone[start:]}" for start in tails]
    for account in filter(None, (*client.accounts, *client.cards)):
        keys += _of_account(account)
    for card in filter(None, client.cards):
        keys += _tails(card)
    keys += spoken_keys(Found.FAMILY, client.family)
    keys += spoken_keys(Found.TAG, client.tags)
    return keys


def _of_name(name: str) -> Iterator[str]:
    """Yield the name from each character, its pinyin from each syllable, its initials likewise."""
    compact = compacted(name)
    if compact:
        yield f"{_NAME}{compact}"
    for start in range(1, len(compact)):
        if is_character(compact[start]):
            yield f"{_PART_OF_NAME}{compact[start:]}"
    for spoken in readings(name):
        whole = initials = ""
        for syllable in reversed(spoken[1:]):
            whole, initials = syllable + whole, syllable[:1] + initials
            yield f"{_PART_OF_NAME}{whole}"
            yield f"{_PART_OF_NAME}{initials}"
        yield f"{_NAME}{spoken[0]}{whole}"
        yield f"{_NAME}{spoken[0][:1]}{initials}"


def _of_account(account: str) -> Iterator[str]:
    """Yield an account from its start and from each of its parts: wx_meimei2 by meimei too."""
    text = plain(account)
    for part in _PARTS.finditer(text):
        yield f"{_ACCOUNT}{compacted(text[part.start() :])}"


def _tails(card: str) -> Iterator[str]:
    """Yield the ends of a card number, as it is read out."""
    compact = compacted(card)[-_LONGEST_TAIL:]
    for start in range(1, len(compact) - SHORTEST_TAIL + 1):
        yield f"{_ACCOUNT}{compact[start:]}"


def spoken_keys(kind: Found, texts: Iterable[str]) -> Iterator[str]:
    """Yield each text from its start, as it is written, spoken, and by initials."""
    first = kind.value
    for text in filter(None, texts):
        yield first + compacted(text)
        for spoken in readings(text)[:2]:
            yield first + "".join(spoken)
            yield first + "".join([syllable[:1] for syllable in spoken])


def compacted(text: str) -> str:
    """Return `text` as it is compared, letters and figures only."""
    return _BETWEEN.sub("", plain(text))
