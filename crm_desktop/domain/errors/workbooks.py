"""Problems of workbooks: what came in and could not be read, what could not go out."""

from enum import StrEnum

from crm_desktop.domain.errors.base import Cancelled, CrmError


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


class WorkbookSealed(WorkbookError):
    """The workbook is protected in a way that no password opens here."""


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


class ListKept(WorkbookError):
    """Something was to be written over her own list, which is never touched."""


class NoKnownColumns(WorkbookError):
    """No row within reach looks like headings of a client list."""


class NotOurWorkbook(WorkbookError):
    """The workbook does not say of which book it is: we did not write it, or _sync was deleted."""


class NotConsolidated(WorkbookError):
    """The workbook is not one of several consultants, so there is nothing to give back to them."""


class NotTakenApart(WorkbookError):
    """The workbook is of several consultants: each reads in her own part of it, not the whole."""


class ConsolidationTooLarge(WorkbookError):
    """The workbook of several consultants would be larger than what opens again."""


class PlanOutdated(CrmError):
    """The book has changed since the import was planned; nothing was written, plan it anew."""


class SheetFull(CrmError):
    """A sheet of a workbook has no more rows; `rows` is how many it can take."""

    def __init__(self, sheet: str, rows: int) -> None:
        super().__init__(sheet, rows)
        self.sheet = sheet
        self.rows = rows


class UnknownColumns(CrmError):
    """Columns were chosen that this recipient's sheet does not have."""

    def __init__(self, keys: tuple[str, ...]) -> None:
        super().__init__(*keys)
        self.keys = keys


class PasswordEmpty(CrmError):
    """Protection was asked for with an empty password; nothing was written."""


class ProfileUnknown(CrmError):
    """No profile has this name; `known` are those there are."""

    def __init__(self, name: str, known: tuple[str, ...]) -> None:
        super().__init__(name, known)
        self.name = name
        self.known = known


class ProfileUnclear(CrmError):
    """Several profiles fit a list equally well; `names` are theirs, `file` is that of the list."""

    def __init__(self, file: str, names: tuple[str, ...]) -> None:
        super().__init__(file, names)
        self.file = file
        self.names = names


class ProfileUnfit(CrmError):
    """The profile `name` is for another kind of list than `file` is, or was said to be."""

    def __init__(self, file: str, name: str) -> None:
        super().__init__(file, name)
        self.file = file
        self.name = name


class ProfileUnreadable(CrmError):
    """The file is no profile, or a later version wrote it; `file` is its name."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file


class PasswordWanted(Cancelled):
    """The work stopped at a file that no password given so far opens; `file` is its name."""

    def __init__(self, file: str) -> None:
        super().__init__(file)
        self.file = file
