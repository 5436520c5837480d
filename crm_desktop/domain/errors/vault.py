"""Problems of the vault: the file, the disk below it, the keys and the backups."""

import pathlib
from enum import StrEnum

from crm_desktop.domain.errors.base import CrmError


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
