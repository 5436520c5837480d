"""The plan of an import: what every row comes to, what differs, and what would be written."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, Protocol

from crm_desktop.domain.counterparts import BaseRow, Counterpart
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import CellProblem, ClientDraft, Field
from crm_desktop.domain.matching import Grounds
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    ClinicCard,
    Complaint,
    CompletedProject,
    Contact,
    Deposit,
    FactSource,
    Gift,
    Package,
    Person,
    Phone,
    PotentialProject,
    Preference,
    Promise,
    Tag,
    Visit,
)

Fact = (
    Client
    | Person
    | ClientDate
    | Phone
    | ClinicCard
    | Preference
    | Tag
    | Visit
    | Bill
    | CompletedProject
    | PotentialProject
    | Package
    | Deposit
    | Gift
    | Contact
    | Promise
    | Complaint
    | FactSource
)
"""Any record an import may write."""

KINDS: Final[tuple[type[Fact], ...]] = (
    Client,
    Person,
    ClientDate,
    Phone,
    ClinicCard,
    Preference,
    Tag,
    Visit,
    Bill,
    CompletedProject,
    PotentialProject,
    Package,
    Deposit,
    Gift,
    Contact,
    Promise,
    Complaint,
    FactSource,
)
"""The kinds of facts, those others refer to first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Purchase:
    """A whole line of a bill, where it is asked which of two it is; `paid` in fen."""

    on: dt.date
    project: str
    paid: int


Value = str | int | dt.date | DatedFact | Purchase | None
"""What a field holds on one side of a difference."""


class ListKind(StrEnum):
    """What kind of list is taken in, as `import --as` names it."""

    OWN_LIST = "own-list"
    CLINIC = "clinic"
    ROUNDTRIP = "roundtrip"
    CONTACTS = "vcard"


class Outcome(StrEnum):
    """What a row comes to; every row read has exactly one."""

    SAME = "same"
    UPDATED = "updated"
    NEW = "new"
    CONFLICT = "conflict"
    ERROR = "error"
    SKIPPED = "skipped"


class Accept(StrEnum):
    """Whose value stands where both sides have one."""

    MINE = "mine"
    THEIRS = "theirs"


class Decision(StrEnum):
    """What becomes of a difference.

    A blank filled, a fact added or removed, a value cleared, hers kept (undecided: a
    conflict), theirs taken.
    """

    FILLED = "filled"
    ADDED = "added"
    REMOVED = "removed"
    CLEARED = "cleared"
    KEPT = "kept"
    TAKEN = "taken"


class Caution(StrEnum):
    """What she should know of a file before she takes it in."""

    SAME_FILE = "same_file"
    OLDER_FILE = "older_file"
    ANOTHER_BOOK = "another_book"
    NEWER_VERSION = "newer_version"
    PHONES_MASKED = "phones_masked"


class Row(Protocol):
    """One row of a list, as far as a plan needs it."""

    @property
    def sheet(self) -> str:
        """Return the name of its sheet."""
        ...

    @property
    def row_number(self) -> int:
        """Return its number as Excel shows it."""
        ...

    @property
    def draft(self) -> ClientDraft:
        """Return what it says."""
        ...

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Return what could not be read of it."""
        ...

    @property
    def is_held_back(self) -> bool:
        """Return whether nothing in it says who she is."""
        ...


Days = tuple[int, dt.date, dt.date]
"""A sort of line (`clinic_pairing.sense`), and from which day to which a list has all of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class GoneLine:
    """A line a clinic had said, and has no more; `paid` is what it counts, in fen."""

    client_id: int
    bill_id: int
    on: dt.date
    project: str
    paid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRead:
    """One sheet: its header row (None: no list was found in it) and what its columns became.

    `mapping` is heading to field; `columns` pairs a field with the letter of its column. The
    fields of a sheet that `is_bills` are those of a line where there is one of that name. One
    that `is_hidden` in its program is read all the same, and she is told. `days` are the first
    and the last whole day its title rows say it is about.
    """

    name: str
    header_row: int | None
    mapping: Mapping[str, str]
    ignored: tuple[str, ...] = ()
    columns: tuple[tuple[str, str], ...] = ()
    is_bills: bool = False
    is_hidden: bool = False
    days: tuple[dt.date, dt.date] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How a list is to be taken.

    `clinic_owned` fields are taken from a clinic unasked. A `field` of `decided` is a value
    of `drafts.Field`, of our own workbook the key of its column (`client.phone`), `action` for
    a deletion.

    `source` (the file name) and `now` become where and when new facts were learnt. `decided`
    answers single differences by (sheet, row, field); `who` answers questions by (sheet,
    row) with a client's id, or 0 for a client of her own. With `known_only` whoever is not in
    the book yet is passed over: an address book holds more than clients. `is_overtaken` where
    the other side has spoken since: what it said then replaces nothing unasked.
    """

    source: str
    now: dt.datetime
    mark_big: bool = True
    known_only: bool = False
    accept: Accept = Accept.MINE
    kind: ListKind = ListKind.OWN_LIST
    card_source: str = "clinic"
    clinic_owned: frozenset[Field] = frozenset()
    clears_blanks: bool = False
    is_overtaken: bool = False
    decided: Mapping[tuple[str, int, str], Accept] = field(default_factory=dict)
    who: Mapping[tuple[str, int], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One field in which a row and the book differ; `field` is as `Options.decided` has it.

    `base` is what the other side last had, where `has_base`; `part` names the record below the
    client (`row_hash.RowIdentity`), "" for herself.
    """

    client_id: int
    field: str
    ours: Value
    theirs: Value
    decision: Decision
    base: Value = None
    has_base: bool = False
    part: str = ""


def is_open(one: Difference, sheet: str, row_number: int, options: Options) -> bool:
    """Return whether hers was kept in a row and nobody has said that it should be."""
    place = (sheet, row_number, one.field)
    return one.decision is Decision.KEPT and place not in options.decided


def outcome_of(
    differences: Iterable[Difference], sheet: str, row_number: int, options: Options
) -> Outcome:
    """Return what its differences make of a row that is about a client of the book."""
    found = tuple(differences)
    if any(is_open(one, sheet, row_number, options) for one in found):
        return Outcome.CONFLICT
    written = any(one.decision is not Decision.KEPT for one in found)
    return Outcome.UPDATED if written else Outcome.SAME


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedRow:
    """What one row comes to.

    `client_id` is None where the row is held back; `candidates` are whom it may be about;
    `problems` holds the cells that were dropped and, for a question, why it is one.
    """

    sheet: str
    row_number: int
    name: str
    outcome: Outcome
    client_id: int | None = None
    grounds: Grounds | None = None
    candidates: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()
    problems: tuple[CellProblem, ...] = ()


class PlanSource(Protocol):
    """Where the rows of a plan came from; whoever planned it can plan it anew from this."""

    @property
    def file(self) -> str:
        """Return the name of the file, without its folder."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFacts:
    """A client of the book with the facts an import may touch."""

    client: Client
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportPlan:
    """Exactly what applying the list would do.

    `new` and `changed` are the records to write, `removed` those to take out, `trashed` the
    clients to put into the trash; `bases` is what the counterpart has from now on. `skipped`
    counts totals, repeated headings and the like; `known_at` is when this very file was taken
    in last; `source` is kept to plan anew should the book have moved on from the state `as_of`.

    `gone` are lines a clinic has no more, which stay in the book; `days` those its list is
    whole on.
    """

    options: Options
    rows: tuple[PlannedRow, ...]
    new: tuple[Fact, ...] = ()
    changed: tuple[Fact, ...] = ()
    skipped: int = 0
    sheets: tuple[SheetRead, ...] = ()
    removed: tuple[Fact, ...] = ()
    trashed: tuple[int, ...] = ()
    counterpart: Counterpart | None = None
    bases: tuple[BaseRow, ...] = ()
    cautions: tuple[Caution, ...] = ()
    gone: tuple[GoneLine, ...] = ()
    days: tuple[Days, ...] = ()
    profile: str = ""
    known_at: dt.datetime | None = field(default=None, compare=False)
    source: PlanSource | None = field(default=None, compare=False, repr=False)
    as_of: int = 0

    @property
    def counts(self) -> dict[Outcome, int]:
        """Return how many rows came to each outcome; they add up to `total`."""
        found = Counter(row.outcome for row in self.rows)
        found[Outcome.SKIPPED] += self.skipped
        return {outcome: found[outcome] for outcome in Outcome}

    @property
    def total(self) -> int:
        """Return how many rows were read."""
        return len(self.rows) + self.skipped

    @property
    def problems(self) -> tuple[CellProblem, ...]:
        """Return every cell that was not taken, in the order of the file."""
        return tuple(problem for row in self.rows for problem in row.problems)

    @property
    def open_conflicts(self) -> tuple[Difference, ...]:
        """Return the differences where hers was kept and nobody has decided."""
        return tuple(
            difference
            for row in self.rows
            for difference in row.differences
            if is_open(difference, row.sheet, row.row_number, self.options)
        )

    @property
    def writes_nothing(self) -> bool:
        """Return whether applying it would leave the book as it is."""
        return not (self.new or self.changed or self.removed or self.trashed)
