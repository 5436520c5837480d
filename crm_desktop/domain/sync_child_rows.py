"""What is to be done about rows of child sheets, and what became of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Fact
from crm_desktop.domain.problems import Problem
from crm_desktop.domain.returned import SaidValue


class Numbers(Protocol):
    """Gives the number of the next new record of a kind; the whole plan shares one."""

    def __call__(self, kind: type[Fact]) -> int:
        """Return a number nothing of this kind has or had."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildRow:
    """What one row asks for, everything decided: cells by full key (`visit.paid`).

    Without a `part` the row is a new one, `removes` takes it out; lists come whole, as they
    shall stand.
    """

    table: str
    part: str = ""
    values: Mapping[str, SaidValue] = field(default_factory=dict)
    cleared: frozenset[str] = frozenset()
    removes: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class RowDone:
    """What became of one row: which it is now ("" where nothing stands), what was not taken.

    The `field` of a problem is the full key of its cell, None for the row as a whole, of which
    then nothing was taken.
    """

    part: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Edits:
    """The records to write of one client, a `RowDone` for each row, and her folder after it.

    New dates and preferences have the number 0, all other new records one of their own.
    """

    folder: ClientFolder
    rows: tuple[RowDone, ...] = ()
    new: tuple[Fact, ...] = ()
    changed: tuple[Fact, ...] = ()
    removed: tuple[Fact, ...] = ()
