"""Problems the app expects: each names a fact, `ui/text.py` finds the words.

Anything raised that is not a `CrmError` is a bug. Subclasses carry what happened and
where as attributes, never a sentence, and never a name, a phone or a note of a client.
"""

import pathlib
from enum import StrEnum

from crm_desktop.domain.problems import ProblemCode


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


class PlanOutdated(CrmError):
    """The book has changed since the import was planned; nothing was written, plan it anew."""


class SelfTestFailed(CrmError):
    """A step of the self-test did not stand; `step` names it."""

    def __init__(self, step: str) -> None:
        super().__init__(step)
        self.step = step


# The vault: the file and the disk below it.


class DamagedPart(StrEnum):
    """Which part of the database does not hold."""

    SIZE = "size"
    PAGES = "pages"
    LOG = "log"
    NOT_ENCRYPTED = "not_encrypted"


class BookMissing(CrmError):
    """There is no book at this place."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class BookExists(CrmError):
    """There is a book in this folder already; it is never written over."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class DatabaseDamaged(CrmError):
    """A part of the database does not hold; nothing was changed by looking."""

    def __init__(self, path: pathlib.Path, part: DamagedPart) -> None:
        super().__init__(str(path), part.value)
        self.path = path
        self.part = part


class WrongKey(CrmError):
    """The first page does not decrypt with this key."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class BookTooNew(CrmError):
    """A newer version of the app wrote this book; it was left unchanged."""

    def __init__(self, path: pathlib.Path, found: int, known: int) -> None:
        super().__init__(str(path), found, known)
        self.path = path
        self.found = found
        self.known = known


class BookBusy(CrmError):
    """Another program holds the file (an antivirus, a sync client); trying again helps."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class BookClosed(CrmError):
    """The book was locked while work was waiting; the work was not done."""


class DiskFailed(CrmError):
    """The disk refused a call for another reason than room; `code` is the system's."""

    def __init__(self, path: pathlib.Path, code: int) -> None:
        super().__init__(str(path), code)
        self.path = path
        self.code = code


class DriverUnfit(CrmError):
    """The SQLite inside the installed driver is too old to be trusted with a book."""

    def __init__(self, version: str) -> None:
        super().__init__(version)
        self.version = version


class AlreadyOpen(CrmError):
    """Another window or command has this book open."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


# The vault: the keys.


class SlotsDamaged(CrmError):
    """The file of keys does not hold together; it was told before asking for a passphrase."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class SlotsTampered(CrmError):
    """The file of keys holds together but was changed by something else than this app."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class SlotsTooNew(CrmError):
    """A newer version of the app wrote the file of keys; it was left unchanged."""

    def __init__(self, path: pathlib.Path, found: int) -> None:
        super().__init__(str(path), found)
        self.path = path
        self.found = found


class WrongPassphrase(CrmError):
    """The passphrase opens nothing; `wait` seconds must pass before the next try."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class WrongRecoveryCode(CrmError):
    """Every group of the code is well formed and yet it is not the code of this book."""

    def __init__(self, wait: int) -> None:
        super().__init__(wait)
        self.wait = wait


class RecoveryCodeMistyped(CrmError):
    """Some of the eight groups do not check; `groups` counts from 1, all when the count is off."""

    def __init__(self, groups: tuple[int, ...]) -> None:
        super().__init__(groups)
        self.groups = groups


class MustWait(CrmError):
    """Too many wrong tries; `seconds` are left before the next one is looked at."""

    def __init__(self, seconds: int) -> None:
        super().__init__(seconds)
        self.seconds = seconds


class PassphraseTooShort(CrmError):
    """A passphrase has at least `least` characters."""

    def __init__(self, least: int) -> None:
        super().__init__(least)
        self.least = least


class WeakPart(StrEnum):
    """What makes a passphrase easy to guess for somebody who knows her."""

    NAME = "name"
    BIRTH_YEAR = "birth_year"
    PHONE = "phone"
    CLINIC_WORD = "clinic_word"
    COMMON = "common"


class PassphraseTooWeak(CrmError):
    """A passphrase that is guessed soon; `score` runs from 0 to 4, `weak` are its weak parts."""

    def __init__(self, score: int, weak: tuple[WeakPart, ...]) -> None:
        super().__init__(score, weak)
        self.score = score
        self.weak = weak


class PassphraseMissing(CrmError):
    """A command needs a secret, and there is neither a line of input nor anybody to ask."""


class PassphrasesDiffer(CrmError):
    """The passphrase typed again is another one."""


class KeychainRefused(CrmError):
    """The keychain of this computer cannot keep a secret for us; nothing was stored."""


# The vault: backups.


class BackupMissing(CrmError):
    """There is no backup at this place."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class BackupDamaged(CrmError):
    """A backup does not hold: its hash, its seal or the database inside is wrong."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class BackupForeign(CrmError):
    """A whole backup, made under other keys: it wants the passphrase of its own time."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


# Dates.


class NoSuchLunarDay(CrmError, ValueError):
    """A lunar day the calendar or our table does not have; `code` says which part is wrong."""

    def __init__(self, code: ProblemCode) -> None:
        super().__init__(code)
        self.code = code


# What goes out.


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
