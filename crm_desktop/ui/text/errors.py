"""A sentence for every `CrmError`: what happened, what was kept, what to do."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import errors as e
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.ui.text.bills import BILL_PROBLEMS
from crm_desktop.ui.text.findings import finding_text
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.problems import problem_text

# `{name}` stands for the attribute of that name. A choice of an enum is put in words by
# _CHOICES; a folder or file is shown by its name, anything else as it is.
_SENTENCES: dict[type[e.CrmError], str] = {
    e.CrmError: QT_TRANSLATE_NOOP("Errors", "That did not work. Nothing was changed."),
    e.FolderNotWritable: QT_TRANSLATE_NOOP(
        "Errors",
        "The folder {folder} cannot be written to or is not there. Choose another, or allow "
        "writing.",
    ),
    e.DiskFull: QT_TRANSLATE_NOOP(
        "Errors",
        "The disk is full: no room for {path}. Everything saved so far is safe; "
        "make room, then try again.",
    ),
    e.Cancelled: QT_TRANSLATE_NOOP("Errors", "Stopped. Nothing was changed."),
    e.NothingToUndo: QT_TRANSLATE_NOOP("Errors", "There is nothing to undo."),
    e.NothingToRedo: QT_TRANSLATE_NOOP("Errors", "There is nothing to redo."),
    e.ImportNotStanding: QT_TRANSLATE_NOOP(
        "Errors", "This import was taken back already, or nothing of it is left to take back."
    ),
    e.RecordGone: QT_TRANSLATE_NOOP(
        "Errors", "This entry is no longer in the book. Undo may bring it back."
    ),
    e.DayIsFixed: QT_TRANSLATE_NOOP(
        "Errors", "This day cannot be moved: only follow-ups and promises can."
    ),
    e.BillRefused: QT_TRANSLATE_NOOP("Errors", "{problem} Nothing was changed."),
    e.GiftWarned: QT_TRANSLATE_NOOP(
        "Errors",
        "Something speaks against this gift. Nothing was written; look at the reasons first.",
    ),
    e.GiftGoneOn: QT_TRANSLATE_NOOP(
        "Errors",
        "The gift for {called} has gone on since. Take it out of her file first, then the tick.",
    ),
    e.WorkbookError: QT_TRANSLATE_NOOP("Errors", "{file} cannot be used. Nothing was changed."),
    e.WorkbookMissing: QT_TRANSLATE_NOOP(
        "Errors", "{file} was not found. It may have been moved or renamed."
    ),
    e.WorkbookEmpty: QT_TRANSLATE_NOOP("Errors", "{file} is empty."),
    e.WorkbookDamaged: QT_TRANSLATE_NOOP(
        "Errors", "{file} is damaged. Open it in Excel, save it anew and try again."
    ),
    e.WorkbookProtected: QT_TRANSLATE_NOOP(
        "Errors", "{file} is protected by a password. Enter it to go on."
    ),
    e.WorkbookSealed: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is protected in a way that cannot be opened here. "
        "Save it as .xlsx, with a password or without, and try again.",
    ),
    e.WorkbookOpenElsewhere: QT_TRANSLATE_NOOP(
        "Errors", "{file} is open in Excel. Save and close it there, then try again."
    ),
    e.NotAWorkbook: QT_TRANSLATE_NOOP(
        "Errors", "{file} is no workbook but {kind}. Choose an Excel or CSV file."
    ),
    e.WorkbookTooLarge: QT_TRANSLATE_NOOP(
        "Errors", "{file} is too large to be read safely. Split it, or delete what is not needed."
    ),
    e.WorkbookUnreadable: QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be read. Open it in Excel, save it as .xlsx and try again."
    ),
    e.WorkbookUnsafe: QT_TRANSLATE_NOOP(
        "Errors", "{file} holds parts no honest program writes. It was not opened."
    ),
    e.PlanOutdated: QT_TRANSLATE_NOOP(
        "Errors",
        "The book has changed since this import was prepared. Nothing was written; "
        "prepare it anew.",
    ),
    e.SheetFull: QT_TRANSLATE_NOOP(
        "Errors", "The sheet {sheet} holds at most {rows} rows. Choose fewer clients."
    ),
    e.UnknownColumns: QT_TRANSLATE_NOOP(
        "Errors", "This sheet has no such columns: {keys}. Choose others."
    ),
    e.PasswordEmpty: QT_TRANSLATE_NOOP(
        "Errors", "The password is empty. Nothing was written; enter one or export without."
    ),
    e.PasswordWanted: QT_TRANSLATE_NOOP(
        "Errors", "{file} opens with a password only. Nothing was written."
    ),
    e.ListKept: QT_TRANSLATE_NOOP(
        "Errors", "{file} is the list itself, which is never written over. Choose another name."
    ),
    e.NotOurWorkbook: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} does not say whose clients these are. Take the sheet exported for the manager.",
    ),
    e.NotConsolidated: QT_TRANSLATE_NOOP(
        "Errors", "{file} is no workbook of several consultants. Choose the one put together here."
    ),
    e.NotTakenApart: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} holds the clients of several consultants. Split it by consultant first; "
        "everyone then reads in her own part.",
    ),
    e.ConsolidationTooLarge: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} would be too large to be opened again. Nothing was written; "
        "put fewer sheets together at a time.",
    ),
    e.NoKnownColumns: QT_TRANSLATE_NOOP(
        "Errors", "No headings such as name or phone were found in {file}."
    ),
    e.ProfileUnknown: QT_TRANSLATE_NOOP(
        "Errors", "No known list is called {name}. Those there are: {known}."
    ),
    e.ProfileUnclear: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} looks like several known lists: {names}. Say by name which one it is.",
    ),
    e.ProfileUnfit: QT_TRANSLATE_NOOP(
        "Errors", "{file} cannot be read as {name}: that is another kind of list."
    ),
    e.ProfileUnreadable: QT_TRANSLATE_NOOP(
        "Errors",
        "{file} is no known list that was passed on, or a newer version wrote it. "
        "Nothing was changed.",
    ),
    e.SupplierUnnamed: QT_TRANSLATE_NOOP(
        "Errors", "A supplier needs a name to be found by. Nothing was changed."
    ),
    e.CannotProtect: QT_TRANSLATE_NOOP(
        "Errors", "{file} cannot have a password; only a workbook can. Nothing was written."
    ),
    e.NoContacts: QT_TRANSLATE_NOOP(
        "Errors",
        "No contacts were found in {file}. On the phone, share them as a contact file (.vcf).",
    ),
    e.ContactsTooMany: QT_TRANSLATE_NOOP(
        "Errors", "{file} holds more than an address book does. Share fewer contacts at once."
    ),
    e.ContactsUnreadable: QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be read. Copy it from the phone once more, then try again."
    ),
    e.GreetingUnfit: QT_TRANSLATE_NOOP(
        "Errors", "This text cannot be kept: it is empty, too long, or asks for an unknown field."
    ),
    e.BookMissing: QT_TRANSLATE_NOOP("Errors", "There is no client book at {path}."),
    e.BookExists: QT_TRANSLATE_NOOP(
        "Errors", "There is a client book in {folder} already. It was left untouched."
    ),
    e.DatabaseDamaged: QT_TRANSLATE_NOOP(
        "Errors",
        "The client book {path} is damaged ({part}). Nothing was changed; "
        "restore the latest backup.",
    ),
    e.WrongKey: QT_TRANSLATE_NOOP(
        "Errors", "The book {path} does not open with this key. Nothing was changed."
    ),
    e.BookTooNew: QT_TRANSLATE_NOOP(
        "Errors",
        "A newer version of Client Keeper wrote {path}. It was left unchanged; "
        "install the newer version.",
    ),
    e.BookBusy: QT_TRANSLATE_NOOP(
        "Errors", "Another program holds {path}, perhaps the antivirus. Try again in a moment."
    ),
    e.BookClosed: QT_TRANSLATE_NOOP("Errors", "The book was locked. This was not saved."),
    e.DiskFailed: QT_TRANSLATE_NOOP(
        "Errors",
        "The disk refused to write {path} (code {code}). Everything saved so far is safe.",
    ),
    e.DriverUnfit: QT_TRANSLATE_NOOP(
        "Errors", "The database engine {version} is too old to be safe. Install the app anew."
    ),
    e.AlreadyOpen: QT_TRANSLATE_NOOP(
        "Errors", "The book {folder} is open in another window or command already."
    ),
    e.SlotsDamaged: QT_TRANSLATE_NOOP(
        "Errors", "The key file {path} is damaged. Your clients are still there; restore a backup."
    ),
    e.SlotsTampered: QT_TRANSLATE_NOOP(
        "Errors",
        "Something else has changed the key file {path}. It was not used; restore a backup.",
    ),
    e.SlotsTooNew: QT_TRANSLATE_NOOP(
        "Errors",
        "A newer version of Client Keeper wrote the key file {path}. It was left unchanged; "
        "install the newer version.",
    ),
    e.WrongPassphrase: QT_TRANSLATE_NOOP("Errors", "That is not the passphrase."),
    e.WrongRecoveryCode: QT_TRANSLATE_NOOP(
        "Errors", "This is a valid code, but not the one of this book."
    ),
    e.RecoveryCodeMistyped: QT_TRANSLATE_NOOP(
        "Errors", "Check these groups of the code: {groups}."
    ),
    e.MustWait: QT_TRANSLATE_NOOP(
        "Errors", "Too many wrong tries. The next one is possible in {seconds} seconds."
    ),
    e.PassphraseTooShort: QT_TRANSLATE_NOOP("Errors", "Use at least {least} characters."),
    e.PassphraseTooWeak: QT_TRANSLATE_NOOP(
        "Errors", "This passphrase is guessed soon. Several unrelated words are better."
    ),
    e.SelfTestFailed: QT_TRANSLATE_NOOP("Errors", "The self-test failed at: {step}."),
    e.PassphraseMissing: QT_TRANSLATE_NOOP(
        "Errors",
        "The passphrase is missing: run this in a terminal, or give it as a line of input "
        "with --passphrase-stdin.",
    ),
    e.PassphrasesDiffer: QT_TRANSLATE_NOOP("Errors", "The two passphrases differ."),
    e.KeychainRefused: QT_TRANSLATE_NOOP(
        "Errors", "This computer's keychain cannot keep the key. Use the passphrase as before."
    ),
    e.AttachmentError: QT_TRANSLATE_NOOP("Errors", "That file cannot be added or shown."),
    e.PhotoConsentMissing: QT_TRANSLATE_NOOP(
        "Errors", "She has not agreed to photos yet. Record her consent first; nothing was kept."
    ),
    e.AttachmentTooLarge: QT_TRANSLATE_NOOP(
        "Errors", "{file} has {size} MB; at most {most} MB are taken. Nothing was kept."
    ),
    e.AttachmentUnreadable: QT_TRANSLATE_NOOP(
        "Errors", "{file} could not be read: it may have been moved, or be a folder."
    ),
    e.NotAPicture: QT_TRANSLATE_NOOP(
        "Errors", "{file} is no picture that can be read here. Save it as JPEG or PNG."
    ),
    e.AttachmentMissing: QT_TRANSLATE_NOOP(
        "Errors", "The file of this photo is no longer there. A backup may still have it."
    ),
    e.AttachmentDamaged: QT_TRANSLATE_NOOP(
        "Errors", "The file of this photo is damaged. A backup may have a good copy."
    ),
    e.BackupMissing: QT_TRANSLATE_NOOP("Errors", "There is no backup {path}. Nothing was changed."),
    e.BackupDamaged: QT_TRANSLATE_NOOP(
        "Errors", "The backup {path} is damaged. Nothing was changed; choose another."
    ),
    e.BackupForeign: QT_TRANSLATE_NOOP(
        "Errors", "The backup {path} was made under another passphrase. Enter that one."
    ),
}
_WRONG_PASSWORD = QT_TRANSLATE_NOOP("Errors", "The password does not open {file}.")
_NO_PROFILES = QT_TRANSLATE_NOOP(
    "Errors", "No known list is called {name}; there are none yet. Lists are remembered at import."
)
_NO_ROOM = QT_TRANSLATE_NOOP(
    "Errors", "The disk is full. Everything saved so far is safe; make room, then try again."
)
"""Of the files of the book, which have names she never sees."""
_FAR_CELL = QT_TRANSLATE_NOOP(
    "Errors",
    "{file} has something in cell {cell} of sheet {sheet}, far beyond any client list. "
    "Delete it there, save and try again.",
)
_CHOICES: dict[Enum, str] = {
    **BILL_PROBLEMS,
    e.FileKind.ARCHIVE: QT_TRANSLATE_NOOP("Errors", "an archive"),
    e.FileKind.DOCUMENT: QT_TRANSLATE_NOOP("Errors", "a text document"),
    e.FileKind.FOLDER: QT_TRANSLATE_NOOP("Errors", "a folder"),
    e.FileKind.NUMBERS: QT_TRANSLATE_NOOP("Errors", "an Apple Numbers file"),
    e.FileKind.PDF: QT_TRANSLATE_NOOP("Errors", "a PDF"),
    e.FileKind.PICTURE: QT_TRANSLATE_NOOP("Errors", "a picture"),
    e.FileKind.UNKNOWN: QT_TRANSLATE_NOOP("Errors", "something else"),
    e.FileKind.WEB_ARCHIVE: QT_TRANSLATE_NOOP("Errors", "a saved web page"),
    e.DamagedPart.SIZE: QT_TRANSLATE_NOOP("Errors", "cut off"),
    e.DamagedPart.PAGES: QT_TRANSLATE_NOOP("Errors", "unreadable pages"),
    e.DamagedPart.LOG: QT_TRANSLATE_NOOP("Errors", "unreadable latest changes"),
    e.DamagedPart.NOT_ENCRYPTED: QT_TRANSLATE_NOOP("Errors", "not encrypted"),
}


def has_sentence(kind: type[e.CrmError]) -> bool:
    """Tell whether `kind` has a sentence of its own."""
    return kind in _SENTENCES or kind in {e.NoSuchLunarDay, e.FactRefused}


def sentence(error: e.CrmError) -> str:
    """Return the sentence that tells `error`; a class without its own borrows its parent's."""
    if isinstance(error, e.NoSuchLunarDay):
        return problem_text(error.code)
    if isinstance(error, e.FactRefused):
        return finding_text(error.findings[0])
    return QCoreApplication.translate("Errors", _source(error)).format_map(_Facts(vars(error)))


def _source(error: e.CrmError) -> str:
    """Return the English sentence, the more telling one where an error knows more."""
    if isinstance(error, e.DiskFull) and error.path.suffix == ".db":
        return _NO_ROOM
    if isinstance(error, e.WorkbookTooLarge) and error.cell:
        return _FAR_CELL
    if isinstance(error, e.WorkbookProtected) and error.wrong:
        return _WRONG_PASSWORD
    if isinstance(error, e.ProfileUnknown) and not error.known:
        return _NO_PROFILES
    return next(_SENTENCES[parent] for parent in type(error).__mro__ if parent in _SENTENCES)


class _Facts:
    """The attributes of an error, each in words when the sentence asks for it."""

    def __init__(self, facts: Mapping[str, object]) -> None:
        self._facts = facts

    def __getitem__(self, name: str) -> str:
        return _in_words(self._facts[name])


def _in_words(fact: object) -> str:
    if isinstance(fact, ProblemCode):
        return problem_text(fact)
    if isinstance(fact, Enum):
        return QCoreApplication.translate("Errors", _CHOICES[fact]) if fact in _CHOICES else ""
    if isinstance(fact, tuple):
        return QCoreApplication.translate("Errors", ", ").join(str(part) for part in fact)
    if isinstance(fact, Path):
        return fact.name
    return str(fact)
