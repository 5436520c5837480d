"""Sheets 项目 and 回访, whose rows are of several kinds: each kind has cells of its own."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.import_plan import Fact
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import (
    Complaint,
    ComplaintState,
    CompletedProject,
    Contact,
    Deposit,
    DepositState,
    Package,
    PotentialProject,
    Promise,
    PromiseState,
)
from crm_desktop.domain.returned import LineKind
from crm_desktop.domain.sync_child_bills import remove_deposit, remove_package
from crm_desktop.domain.sync_child_cells import Cells, Place, day, grade, number, text
from crm_desktop.domain.sync_child_folder import EditedFolder


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One kind of row: its letter in a part, its record, where its cells stand.

    `needed` must be told of a new one; `same` are the columns by which two tell of one fact.
    """

    kind: LineKind
    letter: str
    record: type[Fact]
    places: Mapping[str, Place]
    needed: tuple[str, ...]
    same: tuple[str, ...]


DONE: Final = Line(
    kind=LineKind.DONE,
    letter="c",
    record=CompletedProject,
    places={
        "project": text("project", needed=True),
        "times": number("times", needed=True),
        "on": day("on"),
        "doctor": text("doctor"),
        "notes": text("notes"),
    },
    needed=("project",),
    same=("project", "times", "on"),
)
WISH: Final = Line(
    kind=LineKind.WISH,
    letter="w",
    record=PotentialProject,
    places={
        "project": text("project", needed=True),
        "amount": number("budget"),
        "interest": grade("interest"),
        "obstacle": text("obstacle"),
        "idea_from": text("idea_from"),
        "next_step": text("next_step"),
        "next_on": day("next_on"),
        "closed_on": day("closed_on"),
    },
    needed=("project",),
    same=("project",),
)
PACKAGE: Final = Line(
    kind=LineKind.PACKAGE,
    letter="k",
    record=Package,
    places={
        "project": text("project", needed=True),
        "times": number("bought", needed=True),
        "used": number("used", 0),
        "on": day("bought_on"),
        "expires_on": day("expires_on"),
        "amount": number("paid"),
    },
    needed=("project", "times"),
    same=("project", "times", "on", "amount"),
)
DEPOSIT: Final = Line(
    kind=LineKind.DEPOSIT,
    letter="d",
    record=Deposit,
    places={
        "project": text("project"),
        "on": day("on"),
        "amount": number("amount", needed=True),
        "state": Place("state", DepositState, needed=True),
        "notes": text("notes"),
    },
    needed=("amount",),
    same=("project", "on", "amount"),
)
CONTACT: Final = Line(
    kind=LineKind.CONTACT,
    letter="t",
    record=Contact,
    places={
        "on": day("on", needed=True),
        "channel": text("channel"),
        "content": text("notes"),
        "outcome": text("outcome"),
        "next_on": day("next_on"),
    },
    needed=("on",),
    same=("on", "channel", "content"),
)
PROMISE: Final = Line(
    kind=LineKind.PROMISE,
    letter="m",
    record=Promise,
    places={
        "on": day("due_on"),
        "content": text("what", needed=True),
        "state": Place("state", PromiseState, needed=True),
    },
    needed=("content",),
    same=("content", "on"),
)
COMPLAINT: Final = Line(
    kind=LineKind.COMPLAINT,
    letter="x",
    record=Complaint,
    places={
        "on": day("on", needed=True),
        "content": text("what"),
        "outcome": text("resolution"),
        "state": Place("state", ComplaintState, needed=True),
        "direction": text("direction"),
        "severity": grade("severity"),
    },
    needed=("on",),
    same=("on", "content"),
)

LINES: Final[Mapping[str, tuple[Line, ...]]] = {
    "project": (DONE, WISH, PACKAGE, DEPOSIT),
    "follow_up": (CONTACT, PROMISE, COMPLAINT),
}
"""The kinds of rows of the two sheets."""

_IGNORED: Final = ("kind", "left", "client")


def edit_line(work: EditedFolder, line: Line, record: Fact, cells: Cells) -> str:
    """Write what a row says of a line, and return the part of the row."""
    said = cells.value("kind", LineKind)
    if cells.clears("kind") or (said is not None and said is not line.kind):
        cells.refuse("kind", ProblemCode.KIND_FIXED)
    return _written(work, line, record, cells)


def add_line(work: EditedFolder, cells: Cells) -> str:
    """Write a new line of the kind it says.

    What a line of a bill of this very file made already only learns what is new.
    """
    said = cells.value("kind", LineKind)
    line = next((each for each in LINES[cells.table] if each.kind is said), None)
    if line is None:
        if not cells.problems:
            cells.refuse("kind", ProblemCode.VALUE_NEEDED)
        return ""
    for name in line.needed:
        if not cells.speaks_of([name]) or cells.clears(name):
            cells.refuse(name, ProblemCode.VALUE_NEEDED)
    if cells.problems:
        return ""
    return _written(work, line, _new(work, line, cells), cells)


def remove_line(work: EditedFolder, record: Fact) -> None:
    """Take a line out, as the window does: what it came from, or led to, stays."""
    if isinstance(record, Package):
        remove_package(work, record)
    elif isinstance(record, Deposit):
        remove_deposit(work, record)
    else:
        work.remove(record)


def tells_the_same(line: Line, ours: Fact, theirs: Fact) -> bool:
    """Tell whether two records of a kind are one fact."""
    fields = [line.places[name].field for name in line.same]
    return all(_key(ours, field) == _key(theirs, field) for field in fields)


def _key(record: Fact, field: str) -> object:
    value = getattr(record, field)
    return text_key(value) if isinstance(value, str) else value


def _written(work: EditedFolder, line: Line, record: Fact, cells: Cells) -> str:
    cells.without(_IGNORED)
    cells.only(line.places)
    edited = work.put(cells.written(record, line.places, work.options.now.date()))
    return f"{line.letter}{edited.id}"


def _new(work: EditedFolder, line: Line, cells: Cells) -> Fact:
    """Return the record a new row goes into: a blank one, or one a bill of this file made."""
    today = work.options.now.date()
    blank = _BLANK[line.kind](work)
    asked = cells.copied().written(blank, line.places, today)
    for made in work.made_by_bills:
        if type(made) is line.record and tells_the_same(line, made, asked):
            work.made_by_bills.remove(made)
            return work.one(line.record, made.id) or blank
    return blank


def _done(_work: EditedFolder) -> CompletedProject:
    return CompletedProject()


def _wish(work: EditedFolder) -> PotentialProject:
    return PotentialProject(learnt_on=work.options.now.date())


def _package(_work: EditedFolder) -> Package:
    return Package()


def _deposit(_work: EditedFolder) -> Deposit:
    return Deposit()


def _contact(_work: EditedFolder) -> Contact:
    return Contact()


def _promise(work: EditedFolder) -> Promise:
    return Promise(made_on=work.options.now.date())


def _complaint(_work: EditedFolder) -> Complaint:
    return Complaint()


_BLANK: Final[Mapping[LineKind, Callable[[EditedFolder], Fact]]] = {
    LineKind.DONE: _done,
    LineKind.WISH: _wish,
    LineKind.PACKAGE: _package,
    LineKind.DEPOSIT: _deposit,
    LineKind.CONTACT: _contact,
    LineKind.PROMISE: _promise,
    LineKind.COMPLAINT: _complaint,
}
