"""Our own workbook come back: its rows as they say they are, before anything is compared."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Final, NamedTuple

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.records.enums import (
    BillKind,
    ComplaintState,
    DepositState,
    GiftState,
    Knows,
    LeadState,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)


class LineKind(StrEnum):
    """What a row of sheet 项目 or 回访 is about, which no column of a record says."""

    DONE = "done"
    WISH = "wish"
    PACKAGE = "package"
    DEPOSIT = "deposit"
    CONTACT = "contact"
    PROMISE = "promise"
    COMPLAINT = "complaint"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftDay:
    """The day of a gift; of `month_only` ones the first of the month."""

    on: dt.date
    month_only: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDay:
    """One of several dates in a cell: what it is called, and when."""

    label: str
    fact: DatedFact


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSaid:
    """One of several card numbers in a cell; `source` is "" where it stands alone."""

    number: str
    source: str = ""


Choice = (
    Sex
    | Tier
    | LeadState
    | Relation
    | Knows
    | VisitType
    | BillKind
    | DepositState
    | GiftState
    | PromiseState
    | ComplaintState
    | LineKind
)

SaidValue = (
    str
    | int
    | bool
    | dt.date
    | DatedFact
    | GiftDay
    | Choice
    | tuple[str, ...]
    | tuple[NamedDay, ...]
    | tuple[CardSaid, ...]
)
"""What a cell means: words, a count, fen, yes, a day, a choice, or a list of words.

Phones are a tuple of digits, the main one first; likes, taboos, allergies, tags and needs
tuples of words; other dates of `NamedDay`, card numbers of `CardSaid`.
"""


_NO_TEXTS: Final[Mapping[str, str]] = MappingProxyType({})
_NO_VALUES: Final[Mapping[str, SaidValue]] = MappingProxyType({})


class ReturnedRow(NamedTuple):
    """One row of one sheet.

    `table` is the key of the sheet (client, person, visit, project, gift, follow_up). `uid`,
    `part` and `stated_hash` are what its hidden identity says, "" for a row that was written
    in; `short_id` is what column 编号 says, by which such a row names its client.
    `is_untouched` ones say what their hash says and ask for nothing: they have no `cells`.
    `cells` of the others are what stands in their filled cells, in canonical text (see
    `row_hash`), by full key (`client.phone`); `also` is how the book would write the same, where
    it was typed otherwise (85.3.2 for 1985-03-02, "" for 否), and `values` is what they mean.
    A cell is unchanged where either text is the one compared with. A problem is of a cell that
    has no value; of a cell that is unchanged it says nothing, and is not to be told.
    `cleared` are the keys of cells that say 清空, which are in none of the three. `deletes` is
    what column 操作 says.

    A named tuple, for a workbook may have a hundred thousand of them.
    """

    sheet: str
    table: str
    row_number: int
    short_id: str = ""
    uid: str = ""
    part: str = ""
    stated_hash: str = ""
    is_untouched: bool = False
    deletes: bool = False
    name: str = ""
    cells: Mapping[str, str] = _NO_TEXTS
    also: Mapping[str, str] = _NO_TEXTS
    values: Mapping[str, SaidValue] = _NO_VALUES
    cleared: frozenset[str] = frozenset()
    problems: tuple[CellProblem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedSheet:
    """One sheet: `keys` are the columns it still has; a key that is not there says nothing.

    `columns` leads from a key to the letter of its column. `header_row` counts from 1, None
    where its headings are gone; `mapping` is heading to key, `ignored` are headings nobody
    knows, `skipped` counts rows that are about nobody. `has_identities` is False where column
    标识 was deleted, so that every row looks written in.
    """

    name: str
    table: str
    header_row: int | None
    keys: frozenset[str] = frozenset()
    mapping: Mapping[str, str] = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)
    ignored: tuple[str, ...] = ()
    rows: tuple[ReturnedRow, ...] = ()
    skipped: int = 0
    has_identities: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ReturnedBook:
    """A whole workbook of ours; the facts of its hidden sheet are None or "" where it is gone.

    `recipient` is whom it was for, `recipient_name` that person, `consultant` whose book it
    came from. `unread` are the names of sheets that are none of ours.
    """

    file: str
    sheets: tuple[ReturnedSheet, ...]
    unread: tuple[str, ...] = ()
    schema: int | None = None
    book_uid: str = ""
    exported_at: dt.datetime | None = None
    recipient: str = ""
    recipient_name: str = ""
    consultant: str = ""
    phones_masked: bool = False
