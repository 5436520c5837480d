"""The words of a client's file, gathered for search: one text a client, and an index of pairs.

Chinese is not spaced, so the index holds every pair of neighbouring characters, and words in
Latin letters or figures whole. An edit writes only the pairs that came or went.
"""

import itertools
import json
import operator
from collections import defaultdict
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kind
from crm_desktop.services import pinyin
from crm_desktop.services.pinyin import plain

LONGEST: Final = 40_000
"""How many characters of one client's words are searched, the newest first."""

SHORTEST: Final = 2
"""The fewest characters, or letters, that are looked for in words."""

LONGEST_WORD: Final = 24
"""How many letters of one word the index keeps; longer ones are told apart by reading them."""


class Source(StrEnum):
    """Where words of a client stand; the value leads each line of her text."""

    NOTE = "n"
    PRIVATE_NOTE = "q"
    HEALTH = "h"
    PREFERENCE = "r"
    PROFILE = "o"
    CONTACT = "c"
    VISIT = "v"
    GIFT = "g"
    PROMISE = "p"
    PROJECT = "j"
    COMPLAINT = "k"
    FAMILY_NOTE = "m"
    DATE = "d"
    FAMILY = "f"
    TAG = "t"
    ACCOUNT = "a"


SPOKEN: Final = frozenset({Source.FAMILY, Source.TAG, Source.ACCOUNT})
"""Sources found by the keys of search, in pinyin too; their lines only tell what was found."""

# A reminder leaves a code there, which is nothing she ever wrote.
_OCCASION: Final = (
    f"iif(occasion IN ({', '.join(repr(kind.value) for kind in Kind)}), '', occasion)"
)

_PARTS: Final[tuple[tuple[Source, str, str, tuple[str, ...]], ...]] = (
    (Source.NOTE, "client", "", ("notes",)),
    (Source.PRIVATE_NOTE, "client", "", ("private_notes",)),
    (Source.HEALTH, "client", "", ("health_notes",)),
    (
        Source.PROFILE,
        "client",
        "",
        (
            "occupation",
            "address",
            "source",
            "personality",
            "dialect",
            "affordability",
            "risk_attitude",
            "appearance_expectation",
        ),
    ),
    (Source.PREFERENCE, "preference", "", ("category", "text")),
    (Source.PROMISE, "promise", "", ("what",)),
    (Source.DATE, "client_date", "", ("label",)),
    (Source.FAMILY_NOTE, "person", "", ("occupation", "notes")),
    (Source.PROJECT, "potential_project", "", ("project", "obstacle", "idea_from", "next_step")),
    (Source.PROJECT, "completed_project", "", ("project", "notes")),
    (Source.PROJECT, "package", "", ("project",)),
    (Source.PROJECT, "deposit", "", ("project", "notes")),
    (Source.COMPLAINT, "complaint", '"on"', ("direction", "what", "resolution")),
    (Source.GIFT, "gift", "coalesce(\"on\", '')", ("item", _OCCASION, "card_text", "reaction")),
    (Source.CONTACT, "contact", '"on"', ("outcome", "notes")),
    (Source.VISIT, "visit", '"on"', ("notes", "doctor", "next_step")),
    (Source.FAMILY, "person", "", ("nickname", "name")),
    (Source.TAG, "tag", "", ("name",)),
    (Source.ACCOUNT, "client", "", ("wechat",)),
    (Source.ACCOUNT, "client", "", ("qq",)),
    (Source.ACCOUNT, "clinic_card", "", ("number",)),
)
"""Source, table, what its rows are newest by, and its columns, in the order they are told."""


TABLES: Final = frozenset(table for _, table, *_ in _PARTS)
"""Where the words stand: a change of other tables leaves them as they are."""


def _gathering() -> str:
    """Return the query for the words of some clients, in order; all in it is written here."""
    selects = []
    for place, (source, table, newest, columns) in enumerate(_PARTS):
        words = " || ' ' || ".join(columns)
        owner = "id" if table == "client" else "client_id"
        named = f"{owner} IN (SELECT value FROM json_each(:ids))"  # noqa: S608 - see above
        some = f"({words}) <> '{' ' * (len(columns) - 1)}'"
        told = f"{owner} AS owner, {place} AS place, '{source}' AS source, {words} AS words"
        row = f"{newest or 'NULL'} AS newest, id"
        selects.append(f"SELECT {told}, {row} FROM {table} WHERE {named} AND {some}")  # noqa: S608 - see above
    return " UNION ALL ".join(selects) + " ORDER BY owner, place, newest DESC, id DESC"


_GATHER: Final = text(_gathering())
_AWAKE: Final = text(
    "SELECT id FROM client WHERE trashed_on IS NULL AND id IN (SELECT value FROM json_each(:ids))"
)


def index_texts(session: Session, ids: Sequence[int]) -> None:
    """Bring text and pairs of these clients in step with their rows; most edits touch few."""
    held = _held(session, ids)
    wanted = _gathered(session, ids)
    changed = [id_ for id_ in ids if held.get(id_) != wanted.get(id_)]
    gone, new = [], []
    for id_ in changed:
        if id_ in held and id_ in wanted and _indexed(held[id_]) == _indexed(wanted[id_]):
            continue
        before, after = pairs(held.get(id_, "")), pairs(wanted.get(id_, ""))
        # The index counts its rows: one goes for each that was, one comes for each that is,
        # though only the pairs that differ are in them.
        if id_ in held:
            gone.append((id_, _joined(before - after)))
        if id_ in wanted:
            new.append((id_, _joined(after - before)))
    kept = [(id_, wanted[id_]) for id_ in changed if id_ in wanted]
    lost = [(id_,) for id_ in changed if id_ not in wanted]
    _each(
        session,
        "INSERT INTO client_pairs (client_pairs, rowid, pairs) VALUES ('delete', ?, ?)",
        gone,
    )
    _each(session, "INSERT INTO client_pairs (rowid, pairs) VALUES (?, ?)", new)
    _each(session, "INSERT OR REPLACE INTO client_text (client_id, lines) VALUES (?, ?)", kept)
    _each(session, "DELETE FROM client_text WHERE client_id = ?", lost)


def pairs(lines: str) -> frozenset[str]:
    """Return what the index holds of a text: pairs of characters, and words in letters."""
    indexed = _indexed(lines)
    return frozenset(itertools.chain.from_iterable(map(_pairs_of, indexed)))


def _indexed(lines: str) -> list[str]:
    """Return the lines whose pairs are held; the others are found by their sound."""
    return [line[1:] for line in lines.split("\n") if line[:1] not in SPOKEN]


def runs(words: str) -> Iterator[tuple[bool, str]]:
    """Yield the unbroken runs of characters (True) and of letters and figures in `words`."""
    return pinyin.runs(plain(words))


def _pairs_of(line: str) -> list[str]:
    found: list[str] = []
    for is_written, run in runs(line):
        if is_written:
            # Nothing for a single character, which is no pair.
            found += map(operator.add, run, run[1:])
        else:
            found.append(run[:LONGEST_WORD])
    return found


def _held(session: Session, ids: Sequence[int]) -> dict[int, str]:
    found = session.execute(
        text(
            "SELECT client_id, lines FROM client_text"
            " WHERE client_id IN (SELECT value FROM json_each(:ids))"
        ),
        {"ids": json.dumps([*ids])},
    )
    return {row.client_id: row.lines for row in found}


def _gathered(session: Session, ids: Sequence[int]) -> dict[int, str]:
    """Return the text of each client that has words, none for clients in the trash."""
    wanted = {"ids": json.dumps([*ids])}
    awake = session.execute(_AWAKE, wanted).scalars().all()
    rows = session.execute(_GATHER, {"ids": json.dumps([*awake])}).all()
    lines: defaultdict[int, dict[str, None]] = defaultdict(dict)
    for client_id, _place, source, words, *_newest in rows:
        lines[client_id][source + " ".join(words.split())] = None
    return {client_id: "\n".join(hers)[:LONGEST] for client_id, hers in lines.items()}


def _joined(some: frozenset[str]) -> str:
    return " ".join(sorted(some))


def _each(session: Session, statement: str, rows: Sequence[tuple[object, ...]]) -> None:
    if rows:
        session.connection().exec_driver_sql(statement, [*rows])
