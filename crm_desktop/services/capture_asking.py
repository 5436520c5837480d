"""What one line of the quick box means: who is meant, and what is said about her."""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.capture import Proposal
from crm_desktop.services.book import Book
from crm_desktop.services.search import ClientHit, Scope

HITS: Final = 8
_RECENT: Final = 6
_LONGEST_NAME: Final = 40
_MOST_WORDS: Final = 5
_GLUED: Final = (4, 3, 2)
_SOMEBODY_ELSE: Final = re.compile(
    r"(?!大|小|二|三|表|堂|学|师|老板|阿姨)(?:欧阳|司马|上官|诸葛|尉迟|[\u4e00-\u9fff])"
    r"(?:姐(?!姐|妹|夫)|总(?!是|共|要|会|的|之|觉)|太太|女士|小姐|老板|阿姨)"
)
"""李总, 王姐: a person addressed; 大姐 and 表姐 are of her family."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Who may be meant, the words about her, and what they come to in the first one's file.

    `is_recent` says that nothing was typed, and these are the clients worked on last.
    """

    hits: tuple[ClientHit, ...] = ()
    words: str = ""
    proposals: tuple[Proposal, ...] = ()
    is_recent: bool = False


def asked(book: Book, typed: str, about: int | None, today: dt.date) -> Asked:
    """Return what `typed` means; `about` is the client whose page is open, if one is."""
    if not typed.strip():
        return Asked(hits=book.capture.recent(_RECENT), is_recent=True)
    hits, words = understood(book, typed.strip(), about)
    proposals = book.capture.propose(hits[0].id, words, today) if hits and words else ()
    return Asked(hits=hits, words=words, proposals=proposals)


def understood(book: Book, typed: str, about: int | None) -> tuple[tuple[ClientHit, ...], str]:
    """Return who may be meant, and what is left of `typed` as the fact about her.

    The longest beginning, in whole words, that is somebody's name, phone or WeChat is the
    name; in a chat, who speaks. Else all is about the open page, unless it begins with the
    name of somebody the book does not know; else a search in all files.
    """
    first, _, lines = typed.partition("\n")
    for name, words in (*_beginnings(first), *_glued(first)):
        hits = book.clients.search(name, HITS, scope=Scope.WHO)
        if name in _glued_names(first):
            hits = tuple(hit for hit in hits if name in {hit.called, hit.name})
        if hits:
            rest = "\n".join(part for part in (words, lines) if part)
            return _widened(book, hits, typed) if not rest else hits, rest
    if lines:
        for name in book.capture.speakers(typed):
            hits = book.clients.search(name, HITS, scope=Scope.WHO)
            if hits:
                return hits, typed
    is_hers = about is not None and not _SOMEBODY_ELSE.match(first)
    open_page = book.capture.hits((about,)) if about is not None and is_hers else ()
    return (open_page, typed) if open_page else (book.clients.search(typed, HITS), "")


def _beginnings(line: str) -> Iterator[tuple[str, str]]:
    """Yield each beginning that may be a name, the longest first, with what follows."""
    words = line.split()
    for count in range(min(len(words), _MOST_WORDS), 0, -1):
        name = " ".join(words[:count])
        if len(name) <= _LONGEST_NAME:
            yield name, " ".join(words[count:])


def _glued(line: str) -> Iterator[tuple[str, str]]:
    """Yield the first characters as a name that nothing parts from the fact: 王姐女儿9月3日."""
    bare = line.strip()
    for length in _GLUED:
        if len(bare) > length and not bare[:length].isascii():
            yield bare[:length], bare[length:].strip()


def _glued_names(line: str) -> frozenset[str]:
    """Return the beginnings that must be a name whole, as they are no words of their own."""
    spaced = {name for name, _ in _beginnings(line)}
    return frozenset(name for name, _ in _glued(line) if name not in spaced)


def _widened(book: Book, hits: tuple[ClientHit, ...], typed: str) -> tuple[ClientHit, ...]:
    """Return the clients found by name, then those in whose files the words stand."""
    more = book.clients.search(typed, HITS)
    known = {hit.id for hit in hits}
    return (*hits, *(hit for hit in more if hit.id not in known))[:HITS]
