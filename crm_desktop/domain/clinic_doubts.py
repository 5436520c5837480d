"""New lines of one client sorted: another purchase, one they corrected, one to be asked about."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.base_facts import signed
from crm_desktop.domain.clinic_corrections import Corrected, corrections
from crm_desktop.domain.clinic_cover import Cover
from crm_desktop.domain.clinic_pairing import as_told
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.foreign import Cells
from crm_desktop.domain.import_plan import Accept, Decision, Difference, Options, Purchase
from crm_desktop.domain.import_questions import LATE_LINE, WHICH_LINE
from crm_desktop.domain.records.clinic import Bill

_NOWHERE: Final = Cover()
_AT_THE_EDGE: Final = dt.timedelta(days=3)
"""The first line of a month that was moved lies before the first one of the list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Before:
    """What is known of a client's lines before a list comes.

    `said` is what they last said of each line of ours, `gone` those a list had no more; `cover`
    the days this list is whole on, `newer` those that lists newer than this one were whole on.
    """

    said: Mapping[int, Cells] = field(default_factory=dict)
    gone: frozenset[int] = frozenset()
    cover: Cover = _NOWHERE
    newer: Cover = _NOWHERE


@dataclass(slots=True, kw_only=True)
class Doubts:
    """By place of a line: the one of ours it is corrected, what is asked of it.

    Lines in `left_out` are not to be put in; `gone` are those they have no more, as told.
    """

    known: dict[int, Bill] = field(default_factory=dict)
    asked: dict[int, Difference] = field(default_factory=dict)
    left_out: set[int] = field(default_factory=set)
    gone: list[Bill] = field(default_factory=list)


def doubts_of(
    rows: Mapping[int, BillRow],
    news: Mapping[int, Bill],
    free: Sequence[Bill],
    before: Before,
    options: Options,
) -> Doubts:
    """Return what becomes of lines nobody has yet; `free` are ours that met none of theirs."""
    if options.is_overtaken:
        return _late(rows, news, before, options)
    told = {bill.id: as_told(bill, before.said[bill.id]) for bill in free if bill.id in before.said}
    cover = before.cover
    gone = [
        one for one in told.values() if one.id in before.gone or cover.covers(one, _AT_THE_EDGE)
    ]
    sure = before.gone | {one.id for one in gone if cover.covers(one)}
    unsure = {place for place, one in enumerate(gone) if cover.is_selection or one.id not in sure}
    lines = list(news.values())
    decided = [_answer(rows[place], WHICH_LINE, options) for place in news]
    answers = {order: side for order, side in enumerate(decided) if side is not None}
    found = corrections(gone, lines, answers, frozenset(unsure))
    if options.accept is Accept.THEIRS:
        _take(found)
    return _told(found, gone, lines, list(news), {bill.id: bill for bill in free}, answers)


def _take(found: Corrected) -> None:
    """Let what is asked be theirs: each line that is gone is one of those it may be."""
    for order, one in found.asked.items():
        found.answered[order] = one
        if one not in found.pairs.values():
            found.pairs[order] = one
    found.asked.clear()


def _told(  # noqa: PLR0913, PLR0917 - what was found, and the lines it speaks of by their numbers
    found: Corrected,
    gone: Sequence[Bill],
    lines: Sequence[Bill],
    places: Sequence[int],
    ours: Mapping[int, Bill],
    answers: Mapping[int, Accept],
) -> Doubts:
    doubts = Doubts(left_out={places[order] for order in found.asked})
    for order, one in found.pairs.items():
        doubts.known[places[order]] = ours[gone[one].id]
    for order, one in {**found.asked, **found.answered}.items():
        side = answers.get(order, Accept.THEIRS if order in found.pairs else Accept.MINE)
        bill = ours[gone[one].id]
        doubts.asked[places[order]] = _difference(WHICH_LINE, lines[order], side, bill, gone[one])
    held = {*found.pairs.values(), *found.asked.values()}
    doubts.gone = [one for order, one in enumerate(gone) if order not in held]
    return doubts


def _late(
    rows: Mapping[int, BillRow], news: Mapping[int, Bill], before: Before, options: Options
) -> Doubts:
    """Return the lines that newer lists have no more: they stay out until somebody says so."""
    doubts = Doubts()
    for place, line in news.items():
        if before.newer.covers(line):
            side = _answer(rows[place], LATE_LINE, options)
            doubts.asked[place] = _difference(LATE_LINE, line, side)
            if side is not Accept.THEIRS:
                doubts.left_out.add(place)
    return doubts


def _answer(row: BillRow, name: str, options: Options) -> Accept | None:
    """Return what somebody said of a line, None where nobody did."""
    return options.decided.get((row.sheet, row.row_number, name))


def _difference(
    name: str, line: Bill, side: Accept | None, ours: Bill | None = None, told: Bill | None = None
) -> Difference:
    return Difference(
        client_id=line.client_id,
        field=name,
        ours=None if ours is None else _purchase(ours),
        theirs=_purchase(line),
        decision=Decision.TAKEN if side is Accept.THEIRS else Decision.KEPT,
        base=None if told is None else _purchase(told),
        has_base=told is not None,
        part="" if ours is None else f"b{ours.id}",
    )


def _purchase(bill: Bill) -> Purchase:
    return Purchase(on=bill.on, project=bill.project, paid=signed(bill))
