"""What leaves the book: for whom, which columns, and the report about it."""

import datetime as dt
import pathlib
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

Progress = Callable[[int, int], None]
"""Called with (steps done, steps in all); raises `Cancelled` to stop the work."""


class Recipient(StrEnum):
    """Whom a sheet is for; decides what may stand in it."""

    MANAGER = "manager"
    ME = "me"
    FLORIST = "florist"


class Sensitivity(StrEnum):
    """What a column tells that is nobody else's business, the gravest first."""

    SECRETS = "secrets"
    HEALTH = "health"
    TREATMENT = "treatment"
    INCOME = "income"
    SPENDING = "spending"
    CARD_NUMBER = "card_number"
    FAMILY = "family"
    NOTES = "notes"
    CARD_TEXT = "card_text"


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnChoice:
    """A column that may be chosen: its stable key, its sheet and its header in the workbook.

    `is_fixed` ones tell whose row it is and are always there; `sensitive` says what they tell
    that is to be handled with care, None for the rest.
    """

    key: str
    sheet: str
    header: str
    is_fixed: bool = False
    sensitive: Sensitivity | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CutText:
    """A text longer than a cell can hold: the cell has its beginning, the book keeps it whole."""

    client_id: int
    key: str
    length: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportReport:
    """What was written where; `rows` counts by sheet, `columns` are the keys that left.

    `withheld` counts card texts kept back because they give the clinic away.
    """

    path: pathlib.Path
    recipient: Recipient
    clients: int
    rows: dict[str, int]
    columns: tuple[str, ...]
    is_encrypted: bool
    size: int
    cut: tuple[CutText, ...] = ()
    withheld: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ExportEntry:
    """One line of the log of exports; `kind` is workbook, csv, json, briefing, calendar, contacts.

    `to` is the name of the person it went to and `purpose` what for, in her words; `is_whole`
    says that every client of the book was in it.
    """

    at: dt.datetime
    recipient: Recipient
    kind: str
    clients: int
    columns: tuple[str, ...]
    to: str = ""
    purpose: str = ""
    is_whole: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedBefore:
    """Whom she sent sheets of one kind to, and what for: the latest first."""

    people: tuple[str, ...] = ()
    purposes: tuple[str, ...] = ()
