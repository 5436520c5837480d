"""What a search found a client by, where it was a child's name, a tag or a card."""

import contextlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.services.search_keys import Findable, Found, keys_of
from crm_desktop.services.search_texts import Source
from crm_desktop.services.search_words import Excerpt, cut_out, texts_of

_SOURCES: Final = {
    Found.FAMILY: Source.FAMILY,
    Found.TAG: Source.TAG,
    Found.ACCOUNT: Source.ACCOUNT,
}
_MOST_TOLD: Final = 50
"""How many hits of a search say by what: more are not looked at one by one."""


def told(session: Session, found: Mapping[int, Found], parts: Sequence[str]) -> dict[int, Excerpt]:
    """Return the line that each client found by family, tag or account was found by."""
    asked = [id_ for id_, kind in found.items() if kind in _SOURCES][:_MOST_TOLD]
    if not asked:
        return {}
    with contextlib.closing(session.connection().connection.cursor()) as cursor:
        texts = texts_of(cursor, asked)
    lines = {id_: _line(texts.get(id_, ""), found[id_], parts) for id_ in asked}
    return {id_: excerpt for id_, excerpt in lines.items() if excerpt is not None}


def _line(text: str, kind: Found, parts: Sequence[str]) -> Excerpt | None:
    source = _SOURCES[kind]
    for line in text.split("\n"):
        if line[:1] == source and any(_begins(kind, word, parts) for word in _ways(line[1:])):
            return cut_out(line, 1, 0)
    return None


def _ways(words: str) -> Iterator[str]:
    """Yield the words of a line each and all: a nickname and a name stand in one."""
    yield words
    yield from words.split()


def _begins(kind: Found, word: str, parts: Sequence[str]) -> bool:
    findable = {
        Found.FAMILY: Findable(family=(word,)),
        Found.TAG: Findable(tags=(word,)),
        Found.ACCOUNT: Findable(cards=(word,)),
    }[kind]
    keys = keys_of(findable)
    return any(key.startswith(f"{kind}{part}") for key in keys for part in parts)
