"""The cells of one row on their way into a record, each refused by itself."""

import datetime as dt
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from enum import Enum
from typing import Any, Final, TypeVar, cast

from crm_desktop.domain.checks import Around, check
from crm_desktop.domain.cleaning import KEEPS_LINES, cleaned_text
from crm_desktop.domain.errors import BillProblem
from crm_desktop.domain.findings import Fault, refused
from crm_desktop.domain.import_plan import Fact
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.returned import GiftDay, SaidValue
from crm_desktop.domain.sync_child_rows import ChildRow

F = TypeVar("F", bound=Fact)
V = TypeVar("V")

FAULT_CODES: Final[Mapping[Fault, ProblemCode]] = {
    Fault.TOO_LONG: ProblemCode.TEXT_TOO_LONG,
    Fault.IN_FUTURE: ProblemCode.FUTURE_DATE,
    Fault.BEFORE_1900: ProblemCode.IMPOSSIBLE_DATE,
    Fault.NO_SUCH_DAY: ProblemCode.IMPOSSIBLE_DATE,
    Fault.NEGATIVE: ProblemCode.NEGATIVE,
    Fault.MORE_THAN_BOUGHT: ProblemCode.COUNT_DIFFERS,
}
"""What is told at the cell of a value that cannot be true."""

_BILL_PROBLEMS: Final[Mapping[BillProblem, ProblemCode]] = {
    BillProblem.NEGATIVE: ProblemCode.NEGATIVE,
    BillProblem.FUTURE: ProblemCode.FUTURE_DATE,
    BillProblem.NO_SESSION_LEFT: ProblemCode.NO_SESSION_LEFT,
    BillProblem.SESSIONS_USED: ProblemCode.SESSIONS_USED,
    BillProblem.DEPOSIT_USED: ProblemCode.DEPOSIT_USED,
    BillProblem.DEPOSIT_TOO_SMALL: ProblemCode.DEPOSIT_TOO_SMALL,
    BillProblem.REFUND_TOO_LARGE: ProblemCode.REFUND_TOO_LARGE,
    BillProblem.STORED_VALUE_OVERDRAWN: ProblemCode.STORED_VALUE_OVERDRAWN,
}
BY_THE_BOOK: Final = frozenset(_BILL_PROBLEMS.values()) - {
    ProblemCode.NEGATIVE,
    ProblemCode.FUTURE_DATE,
}
"""Refusals that another row of the same file may do away with."""

_BEST: Final = 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where a column stands in a record: its field, what it holds, what it is when cleared.

    `needed` ones cannot be cleared; `is_grade` ones are 1 to 5.
    """

    field: str
    holds: type[object] | tuple[type[object], ...]
    blank: object = None
    needed: bool = False
    is_grade: bool = False


def text(field: str, *, needed: bool = False) -> Place:
    """Return the place of a text."""
    return Place(field, str, "", needed=needed)


def day(field: str, *, needed: bool = False) -> Place:
    """Return the place of a day."""
    return Place(field, dt.date, needed=needed)


def number(field: str, blank: int | None = None, *, needed: bool = False) -> Place:
    """Return the place of a count or of fen."""
    return Place(field, int, blank, needed=needed)


def grade(field: str) -> Place:
    """Return the place of a number from 1 to 5."""
    return Place(field, int, is_grade=True)


class Cells:
    """What one row says, by the names of its columns, and what of it was not taken.

    Attributes:
        problems: one for each cell that was refused.
    """

    def __init__(self, row: ChildRow) -> None:
        self.problems: list[Problem] = []
        self.table = row.table
        self._values = {_bare(key): value for key, value in row.values.items()}
        self._cleared = {_bare(key) for key in row.cleared} - self._values.keys()

    @property
    def names(self) -> set[str]:
        """Return the columns it speaks of."""
        return self._values.keys() | self._cleared

    def copied(self) -> "Cells":
        """Return cells of their own that say the same, to try something."""
        row = ChildRow(
            table=self.table,
            values={f"{self.table}.{name}": said for name, said in self._values.items()},
            cleared=frozenset(f"{self.table}.{name}" for name in self._cleared),
        )
        return Cells(row)

    def speaks_of(self, names: Collection[str]) -> bool:
        """Tell whether it says something, or that something is to be cleared, in one of these."""
        return not self.names.isdisjoint(names)

    def clears(self, name: str) -> bool:
        """Tell whether a column is to be cleared."""
        return name in self._cleared

    def value(self, name: str, holds: type[V]) -> V | None:
        """Return what a column says; what is of another sort is refused."""
        said = self._values.get(name)
        if said is None:
            return None
        if not _is(said, holds):
            self.refuse(name, ProblemCode.CHOICE_UNKNOWN)
            return None
        return cast("V", said)

    def refuse(self, name: str | None, code: ProblemCode) -> None:
        """Leave a column out and say why; None is the row as a whole."""
        said = self._values.pop(name or "", "")
        self._cleared.discard(name or "")
        key = None if name is None else f"{self.table}.{name}"
        self.problems.append(Problem(code=code, field=key, value=_raw(said)))

    def refuse_bill(self, problem: BillProblem, names: Collection[str]) -> None:
        """Leave out the first of these columns it speaks of, or say it of the row."""
        name = next((each for each in names if each in self.names), None)
        self.refuse(name, _BILL_PROBLEMS[problem])

    def says(self, name: str, value: SaidValue) -> None:
        """Take a column to say this instead."""
        self._values[name] = value

    def without(self, names: Collection[str]) -> None:
        """Leave these columns out, as they were dealt with."""
        for name in names:
            self._values.pop(name, None)
            self._cleared.discard(name)

    def only(self, names: Collection[str]) -> None:
        """Refuse what has no place in a row of this kind."""
        for name in sorted(self.names - set(names)):
            if self.clears(name):
                self.without([name])
            else:
                self.refuse(name, ProblemCode.NO_SUCH_ENTRY)

    def written(self, record: F, places: Mapping[str, Place], today: dt.date) -> F:
        """Return the record with what these columns say; what cannot be stays as it was."""
        wanted = {name: self._wanted(name, place) for name, place in places.items()}
        changes = {places[name].field: each[0] for name, each in wanted.items() if each}
        if not changes:
            return record
        edited = replace(record, **changes)  # type: ignore[arg-type] # fields of the record, each of its type
        known = record if record.id else None
        return self._checked(record, edited, places, Around(today=today, known=known))

    def _wanted(self, name: str, place: Place) -> tuple[object] | None:
        """Return what a column comes to, in a tuple, None where it says nothing."""
        if name in self._cleared:
            if place.needed:
                self.refuse(name, ProblemCode.VALUE_NEEDED)
                return None
            return (place.blank,)
        said = self._values.get(name)
        if said is None:
            return None
        if not _is(said, place.holds) or (place.is_grade and not 1 <= cast("int", said) <= _BEST):
            self.refuse(name, ProblemCode.CHOICE_UNKNOWN)
            return None
        if isinstance(said, str) and not isinstance(said, Enum):
            return (cleaned_text(said, keeps_lines=place.field in KEEPS_LINES),)
        return (said.on if isinstance(said, GiftDay) else said,)

    def _checked(self, record: F, edited: F, places: Mapping[str, Place], around: Around) -> F:
        """Return the edited record, each field that cannot be true as it was."""
        names = {place.field: name for name, place in places.items()}
        for finding in refused(check(edited, around)):
            name = names.get(finding.field)
            if name is None or name not in self.names:
                continue
            self.refuse(name, FAULT_CODES[finding.code])
            before: Any = getattr(record, finding.field)
            edited = replace(edited, **{finding.field: before})
        return edited


def _bare(key: str) -> str:
    return key.partition(".")[2]


def _is(said: SaidValue, holds: type[object] | tuple[type[object], ...]) -> bool:
    """Tell whether a value is of a sort; a choice is no text, yes is no number."""
    if holds is str:
        return isinstance(said, str) and not isinstance(said, Enum)
    if holds is int:
        return isinstance(said, int) and not isinstance(said, bool)
    return isinstance(said, holds)


def _raw(said: SaidValue) -> str:
    return "" if isinstance(said, tuple) else str(said)
