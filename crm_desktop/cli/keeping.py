"""Commands about the book itself: made, checked, backed up, brought back, locked, undone."""

import argparse
import datetime as dt
import pathlib

from crm_desktop.cli import past_imports
from crm_desktop.cli.session import Session
from crm_desktop.domain.errors import (
    AlreadyOpen,
    BackupForeign,
    BackupMissing,
    BookExists,
    BookMissing,
    DatabaseDamaged,
    PassphraseMissing,
    PassphrasesDiffer,
    SlotsDamaged,
)
from crm_desktop.security.instance import hold, is_held
from crm_desktop.services import backup_file
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.restoring import Restoring
from crm_desktop.ui.text import change_label, redone_label, undone_label
from crm_desktop.ui.text import commands as words

_STANDS = {"done": "*", "undone": " "}


def init(session: Session, _options: argparse.Namespace) -> None:
    """Make a new book and print its recovery code, this once."""
    if session.vault.exists():
        raise BookExists(session.folder.path)
    passphrase = _new_passphrase(session)
    with hold(session.folder.lock):
        new = session.vault.create(passphrase)
        session.vault.lock(new.book)
    session.terminal.tell(words.made(str(session.folder.path)))
    session.terminal.tell(words.recovery_code())
    session.terminal.say(new.code)


def undo(session: Session, options: argparse.Namespace) -> None:
    """Take the latest change back, or an import of before; or show what can be."""
    if options.run is not None:
        past_imports.take_back(session, options.run)
        return
    with session.book() as book:
        if not options.list:
            session.terminal.say(undone_label(book.journal.undo()))
            return
        for change, at, state in book.journal.latest():
            session.terminal.say(f"{_STANDS[state]} {at[:19]}  {change_label(change)}")


def redo(session: Session, _options: argparse.Namespace) -> None:
    """Do again what was undone last."""
    with session.book() as book:
        session.terminal.say(redone_label(book.journal.redo()))


def backup(session: Session, options: argparse.Namespace) -> None:
    """Write a verified backup into a folder."""
    with session.book() as book:
        entry = book.backups.make(
            book.opened.database, book.opened.keys, BackupReason.ASKED, options.folder
        )
        session.terminal.say(words.backed_up(str(entry.path), entry.counts["client"]))


def restore(session: Session, options: argparse.Namespace) -> None:
    """Put a backup in the place of the book; what was there is backed up first.

    A book whose database or keys are lost is made anew from the backup alone, under the
    passphrase of the backup. A backup of other keys takes that passphrase as a second one.
    """
    if not options.file.is_file():
        raise BackupMissing(options.file)
    head = backup_file.head(options.file)
    with hold(session.folder.lock):
        given = session.passphrase()
        restoring = Restoring(session.vault, session.clock)
        try:
            opened = session.vault.unlock(given)
        except (BookMissing, DatabaseDamaged, SlotsDamaged):
            opened = restoring.restore_lost(options.file, given)
        else:
            opened = _replaced(session, restoring, opened, options.file)
        session.vault.lock(opened)
    at = dt.datetime.fromisoformat(head.at)
    session.terminal.say(words.restored(f"{at:%Y-%m-%d %H:%M}", head.counts["client"]))


def verify(session: Session, _options: argparse.Namespace) -> None:
    """Check every page of the book, and take its newest backup apart."""
    with session.book() as book:
        book.opened.database.integrity()
        newest = next(iter(book.backups.list()), None)
        if newest is not None:
            book.backups.verify(newest.path, book.opened.keys)
    session.terminal.say(words.whole(f"{newest.at:%Y-%m-%d %H:%M}" if newest else ""))


def passphrase(session: Session, _options: argparse.Namespace) -> None:
    """Change the passphrase: the old one first, then the new one."""
    with session.unlocked() as opened:
        session.vault.change_passphrase(opened, _new_passphrase(session))
    session.terminal.say(words.passphrase_changed())


def lock_check(session: Session, _options: argparse.Namespace) -> None:
    """Say whether a window or another command has the book open."""
    if not session.vault.exists():
        raise BookMissing(session.folder.path)
    if is_held(session.folder.lock):
        raise AlreadyOpen(session.folder.path)
    session.terminal.say(words.free())


def _replaced(
    session: Session, restoring: Restoring, opened: OpenedBook, file: pathlib.Path
) -> OpenedBook:
    """Return the book with the content of a backup; one of other keys asks for their passphrase."""
    try:
        try:
            return restoring.restore(opened, file)
        except BackupForeign as foreign:
            try:
                own = session.terminal.secret(words.ask_backup_passphrase())
            except PassphraseMissing:
                raise foreign from None
            return restoring.restore(opened, file, own)
    except BaseException:
        session.vault.lock(opened)
        raise


def _new_passphrase(session: Session) -> str:
    """Return a new passphrase; asked for on a terminal, it is asked for twice."""
    new = session.terminal.secret(words.ask_new_passphrase())
    if not session.terminal.secrets_by_line and session.terminal.secret(words.ask_again()) != new:
        raise PassphrasesDiffer
    return new
