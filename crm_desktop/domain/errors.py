"""Problems the app expects: each names a fact, `ui/text.py` finds the words.

Anything raised that is not a `CrmError` is a bug. Subclasses carry what happened and
where as attributes, never a sentence, and never a name, a phone or a note of a client.
"""

import pathlib
from enum import StrEnum


class CrmError(Exception):
    """A problem that is expected and told in one clear sentence."""


class FolderNotWritable(CrmError):
    """The data folder or a target folder refuses to be written to."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class DiskFull(CrmError):
    """The disk has no room for what was to be written; nothing acknowledged is lost."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class Cancelled(CrmError):
    """The person stopped slow work; nothing was kept of it."""


class NothingToUndo(CrmError):
    """No change stands that could be taken back."""


class NothingToRedo(CrmError):
    """No change was undone since the latest one."""


class RecordGone(CrmError):
    """The record to be changed is no longer in the book."""

    def __init__(self, kind: str, record_id: int) -> None:
        super().__init__(f"{kind} {record_id}")
        self.kind = kind
        self.record_id = record_id


class FileKind(StrEnum):
    """What a file that is no workbook seems to be."""

    ARCHIVE = "archive"
    DOCUMENT = "document"
    FOLDER = "folder"
    NUMBERS = "numbers"
    PDF = "pdf"
    PICTURE = "picture"
    UNKNOWN = "unknown"
    WEB_ARCHIVE = "web_archive"


class WorkbookLimit(StrEnum):
    """Which bound a workbook goes beyond."""

    BYTES = "bytes"
    CELLS = "cells"
    MEMORY = "memory"
    PARTS = "parts"
    RATIO = "ratio"
    TIME = "time"


class WorkbookError(CrmError):
    """A workbook that cannot be used; `file` is its name without the folder."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class WorkbookMissing(WorkbookError):
    """The file is no longer where it was."""


class WorkbookEmpty(WorkbookError):
    """The file has no bytes, or not one filled cell."""


class WorkbookDamaged(WorkbookError):
    """The file began as a workbook and does not hold together."""


class WorkbookProtected(WorkbookError):
    """The workbook asks for a password; `wrong` says that the one given did not open it."""

    def __init__(self, file: str, *, wrong: bool = False) -> None:
        super().__init__(file)
        self.wrong = wrong


class WorkbookOpenElsewhere(WorkbookError):
    """The workbook is open in Excel (or this is Excel's own lock file): close it first."""


class NotAWorkbook(WorkbookError):
    """The file is something else; `kind` says what, as far as its first bytes tell."""

    def __init__(self, file: str, kind: FileKind = FileKind.UNKNOWN) -> None:
        super().__init__(file)
        self.kind = kind


class WorkbookTooLarge(WorkbookError):
    """The workbook goes beyond a bound; `cell` (with `sheet`) is named where one cell does it."""

    def __init__(self, file: str, limit: WorkbookLimit, *, sheet: str = "", cell: str = "") -> None:
        super().__init__(file)
        self.limit = limit
        self.sheet = sheet
        self.cell = cell


class WorkbookUnreadable(WorkbookError):
    """No reader could make sense of the workbook, or the reading process broke down."""


class WorkbookUnsafe(WorkbookError):
    """The workbook carries a document type definition, which no program writes."""


class NoKnownColumns(WorkbookError):
    """No row within reach looks like headings of a client list."""
