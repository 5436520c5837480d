"""Three-way merge of one cell: ours, theirs, and what they had.

Every side is canonical text (see `row_hash`), "" a blank cell. `bases` are what the other side is
known to have had, the one that ours is measured by first; without any nothing of ours is
overwritten unasked.
"""

import re
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, Generic, TypeVar

from crm_desktop.domain.private_text import without_private

K = TypeVar("K", bound=Hashable)
V = TypeVar("V")

_BETWEEN: Final = re.compile(r"[、,，;；/\n]")
EMPTIED: Final = "[清空]"
"""What theirs says of a cell that is to be cleared, and what a base keeps of it."""


class Step(StrEnum):
    """What becomes of a cell: ours stays, is filled, replaced, cleared, or a person is asked."""

    STAYS = "stays"
    FILLS = "fills"
    TAKES = "takes"
    CLEARS = "clears"
    ASKS = "asks"


def step(ours: str, theirs: str, bases: Sequence[str], *, asks: bool = False) -> Step:
    """Return what becomes of a single value; with `asks` a value of ours is never lost unasked."""
    if theirs in {"", ours} or theirs in bases:
        return Step.STAYS
    if not ours:
        return _of_blank(theirs, bases)
    if asks or not is_unmoved(ours, bases):
        return Step.ASKS
    return Step.CLEARS if theirs == EMPTIED else Step.TAKES


def is_unmoved(ours: str, bases: Sequence[str]) -> bool:
    """Return whether ours is what the other side had, so that nothing of ours is lost."""
    return bool(bases) and ours == _held(bases[0])


def _of_blank(theirs: str, bases: Sequence[str]) -> Step:
    """Return what becomes of our blank cell: it may be one that was cleared on our side."""
    if theirs == EMPTIED:
        return Step.STAYS
    return Step.ASKS if bases and _held(bases[0]) else Step.FILLS


def _held(base: str) -> str:
    return "" if base == EMPTIED else base


@dataclass(frozen=True, slots=True, kw_only=True)
class SetMerge(Generic[K, V]):
    """A merged set in our order, theirs behind it, and the keys of what came and what went."""

    result: tuple[V, ...]
    added: tuple[K, ...] = ()
    removed: tuple[K, ...] = ()

    @property
    def is_same(self) -> bool:
        """Return whether nothing came and nothing went."""
        return not (self.added or self.removed)


def merged_set(
    ours: Mapping[K, V], theirs: Mapping[K, V], bases: Sequence[Collection[K]]
) -> SetMerge[K, V]:
    """Return ours with what they added and without what they took out; keys say what is equal.

    What any base had was not added by them, what any base lacked was not taken out by them.
    """
    added = [key for key in theirs if key not in ours and not any(key in base for base in bases)]
    gone = [
        key for key in ours if key not in theirs and bases and all(key in base for base in bases)
    ]
    kept = [value for key, value in ours.items() if key not in gone]
    result = (*kept, *(theirs[key] for key in added))
    return SetMerge(result=result, added=tuple(added), removed=tuple(gone))


def pieces(text: str) -> tuple[str, ...]:
    """Return the things a cell lists, however they are parted."""
    return tuple(piece.strip() for piece in _BETWEEN.split(text) if piece.strip())


def with_new_lines(
    ours: str, theirs: str, known: Sequence[str], written: str = ""
) -> tuple[str, str]:
    """Return our note with their new lines at its end, and these lines; no line of ours is lost.

    Lines of the texts `known` are not new; `written` is theirs, line by line, as it is to stand
    in our note.
    """
    held = {line.strip() for text in (ours, *known) for line in text.splitlines()} | {""}
    lines = theirs.splitlines()
    stand = (written or theirs).splitlines()
    fresh = "\n".join(
        full
        for line, full in zip(lines, stand, strict=len(lines) == len(stand))
        if line.strip() not in held and full.strip() not in held
    )
    return "\n".join(filter(None, (ours.rstrip("\n"), fresh))) if fresh else ours, fresh


def with_private_lines(ours: str, theirs: str) -> str:
    """Return their note with the private lines of ours, which they never saw, in their places."""
    lines = theirs.splitlines()
    before: str | None = None
    for line in ours.splitlines():
        if line and without_private(line) != line:
            place = 0 if before is None else _behind(lines, before)
            lines.insert(place, line)
        before = line
    return "\n".join(lines)


def private_lines(ours: str) -> str:
    """Return the lines of our note that are hers alone."""
    return "\n".join(line for line in ours.splitlines() if line and without_private(line) != line)


def _behind(lines: Sequence[str], line: str) -> int:
    return lines.index(line) + 1 if line in lines else len(lines)
