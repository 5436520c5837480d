"""How the questions of a plan are laid out: a head for each client, under it what is asked."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final

from crm_desktop.domain.import_questions import Place, Question
from crm_desktop.ui.text.import_questions import NOTHING

_NAMES: Final = {"client.name", "name"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """A client, and what is asked of her."""

    name: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Heads and questions as they stand; where each question stands, and where its head."""

    lines: tuple[Head | Question, ...]
    rows: Mapping[Place, int]
    heads: Mapping[Place, int]


def laid(questions: Sequence[Question]) -> Laid:
    """Lay out questions that come one client after the other."""
    lines, rows, heads = tuple(_lines(questions)), {}, {}
    head = 0
    for row, line in enumerate(lines):
        if isinstance(line, Head):
            head = row
        else:
            place = line.place
            rows[place], heads[place] = row, head
    return Laid(lines=lines, rows=rows, heads=heads)


def _lines(questions: Sequence[Question]) -> Iterator[Head | Question]:
    for _, group in groupby(questions, key=attrgetter("group")):
        hers = tuple(group)
        yield Head(name=_called(hers), questions=hers)
        yield from hers


def _called(questions: Sequence[Question]) -> str:
    """Return what the client is called: by ourselves, where her name itself is asked about."""
    for one in questions:
        if one.field in _NAMES and one.differences and one.differences[0].ours:
            return str(one.differences[0].ours)
    return next((one.name for one in questions if one.name), NOTHING)
