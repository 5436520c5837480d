"""Who has certain words in her file, and where they stand in it."""

import json
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from sqlalchemy.engine.interfaces import DBAPICursor

from crm_desktop.services.pinyin import plain
from crm_desktop.services.search_texts import LONGEST_WORD, SHORTEST, Source, runs

_AT_ONCE: Final = 50
_MOST_READ: Final = 4_000
"""How many clients who have every pair of a search are looked at before it gives up."""

_FEW: Final = 200
_SHORTEST_NUMBER: Final = 3
_AROUND: Final = 12
"""How many characters of an excerpt stand before the word."""

_LONG: Final = 60
_CUT: Final = "…"

_WITH_PAIRS: Final = "SELECT rowid FROM client_pairs WHERE client_pairs MATCH ?"
_AMONG: Final = " AND rowid IN (SELECT value FROM json_each(?))"
_TEXTS: Final = (
    "SELECT client_id, lines FROM client_text"
    " WHERE client_id IN (SELECT value FROM json_each(?)) ORDER BY client_id"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A few words of a client's file, the `length` characters from `start` being those found."""

    source: Source
    text: str
    start: int
    length: int


def is_looked_for(part: str) -> bool:
    """Return whether a part of a search, compacted, is long enough to be looked for in words."""
    shortest = _SHORTEST_NUMBER if part.isdigit() else SHORTEST
    return len(part) >= shortest


def clients_with(
    cursor: DBAPICursor, parts: Sequence[str], among: AbstractSet[int] | None = None
) -> Iterator[tuple[int, Excerpt]]:
    """Yield the clients in whose words every part stands, with where the first of them does.

    They come by id; `among` leaves out all others (None: nobody).
    """
    for ids in _candidates(cursor, parts, among):
        cursor.execute(_TEXTS, (json.dumps(ids),))
        for client_id, lines in cursor.fetchall():
            found = [excerpt(lines, part) for part in parts]
            if found and found[0] is not None and all(found):
                yield client_id, found[0]


def texts_of(cursor: DBAPICursor, ids: Sequence[int]) -> dict[int, str]:
    """Return the lines of some clients."""
    cursor.execute(_TEXTS, (json.dumps([*ids]),))
    return dict(cursor.fetchall())


def excerpt(lines: str, part: str) -> Excerpt | None:
    """Return where `part`, compacted, stands in the lines of a client first, if it does."""
    simple = plain(lines)
    at = simple.find(part)
    if at > 0 and len(simple) == len(lines) and lines[at - 1] != "\n":
        begin = lines.rfind("\n", 0, at) + 1
        end = lines.find("\n", at)
        return cut_out(lines[begin : None if end < 0 else end], at - begin, len(part))
    for line in lines.split("\n"):
        where = _place(line[1:], part)
        if where is not None:
            return cut_out(line, where[0] + 1, where[1])
    return None


def _candidates(
    cursor: DBAPICursor, parts: Sequence[str], among: AbstractSet[int] | None
) -> Iterator[list[int]]:
    """Yield those who have every pair of every part, some at a time, not too many in all."""
    wanted = _query(parts)
    if not wanted or (among is not None and not among):
        return
    if among is not None and len(among) <= _FEW:
        cursor.execute(_WITH_PAIRS + _AMONG, (wanted, json.dumps(sorted(among))))
    else:
        cursor.execute(_WITH_PAIRS, (wanted,))
    ids = [row[0] for row in cursor.fetchmany(_MOST_READ)]
    if among is not None:
        ids = [id_ for id_ in ids if id_ in among]
    for start in range(0, len(ids), _AT_ONCE):
        yield ids[start : start + _AT_ONCE]


def _query(parts: Sequence[str]) -> str:
    """Return the question to the index: every pair, and the beginning of each word in letters.

    Only letters and figures come this far, so nothing in it can be taken for an operator.
    """
    asked: dict[str, None] = {}
    for part in parts:
        for is_written, run in runs(part):
            if is_written:
                asked.update((f'"{run[at : at + 2]}"', None) for at in range(len(run) - 1))
            elif len(run) >= SHORTEST:
                asked[f'"{run[:LONGEST_WORD]}" *'] = None
    return " AND ".join(asked)


def _place(line: str, part: str) -> tuple[int, int] | None:
    """Return start and length of `part` in a line, signs and spaces between being passed over."""
    letters: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(line):
        for letter in plain(sign):
            if letter.isalnum():
                letters.append(letter)
                places.append(at)
    at = "".join(letters).find(part)
    if at < 0:
        return None
    return places[at], places[at + len(part) - 1] + 1 - places[at]


def cut_out(line: str, start: int, length: int) -> Excerpt:
    """Return the words around what was found; the first sign of a line is its source."""
    begin = max(1, start - _AROUND)
    end = min(len(line), begin + _LONG)
    before = _CUT if begin > 1 else ""
    after = _CUT if end < len(line) else ""
    return Excerpt(
        source=Source(line[0]),
        text=f"{before}{line[begin:end]}{after}",
        start=start - begin + len(before),
        length=max(0, min(length, end - start)),
    )
