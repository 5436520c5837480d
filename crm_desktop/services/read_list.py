"""A list in memory: read, understood, and not yet compared with the book."""

import datetime as dt
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass

from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.import_plan import ListKind, Row, SheetRead
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.returned import ReturnedBook
from crm_desktop.excel.mapping import Suggestion
from crm_desktop.excel.workbook import Workbook


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """What stands in a file; her file is not touched again.

    `path` is where it was read, None where it came from memory; `digest` names its bytes.
    `rules` are those it was read by, `profile` the name they were saved under. `headings` are
    those contacts of a phone are handed back under. The rows of one that `is_guessed` are read
    once more of its columns are explained. `returned` is our own workbook, whose
    rows are no drafts; `bills` are the lines of a clinic's export.
    """

    file: str
    workbook: Workbook
    rows: Sequence[Row]
    skipped: int
    sheets: tuple[SheetRead, ...]
    kind: ListKind = ListKind.OWN_LIST
    suggestions: tuple[Suggestion, ...] = ()
    rules: ReadingRules = AS_IT_STANDS
    profile: str = ""
    path: pathlib.Path | None = None
    digest: str = ""
    headings: tuple[str, ...] = ()
    file_at: dt.datetime | None = None
    returned: ReturnedBook | None = None
    bills: Sequence[BillRow] = ()
    is_guessed: bool = False

    @property
    def is_cards(self) -> bool:
        """Return whether these are contacts of a phone: nothing is asked about columns."""
        return self.kind is ListKind.CONTACTS
