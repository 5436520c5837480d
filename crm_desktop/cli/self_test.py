"""The self-test: what the app lives by, tried out in a temporary folder."""

import argparse
import datetime as dt
import importlib
import json
import pathlib
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QTranslator
from xlsxwriter import Workbook

from crm_desktop.cli.session import Session
from crm_desktop.clock import today
from crm_desktop.domain.errors import SelfTestFailed, WrongPassphrase
from crm_desktop.domain.exporting import Recipient
from crm_desktop.paths import BookFolder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book, new_book, open_book
from crm_desktop.services.demo import fill

_PASSPHRASE: Final = "seven quiet herons cross the lake"  # noqa: S105 - of a book thrown away
_CLIENTS: Final = 12
_LIST: Final = (("姓名", "手机号", "生日"), ("云知意", "15400000001", "农历八月十五"))


def self_test(session: Session, _options: argparse.Namespace) -> None:
    """Try out what the app lives by, and say each step that stood.

    Raises:
        SelfTestFailed: naming the step; any other error is a bug as well.
    """
    with tempfile.TemporaryDirectory(prefix="crm-desktop-test-") as folder:
        place = replace(session, folder=BookFolder(path=pathlib.Path(folder)), cost=FLOOR)
        for step in _steps(place):
            session.terminal.say(f"ok  {step}")


def _steps(session: Session) -> Iterator[str]:
    for module in ("PySide6.QtWidgets", "PySide6.QtSvg", "keyring", "pandas"):
        importlib.import_module(module)
    yield "libraries"
    _require("resources", all((session.resources / name).exists() for name in ("icons", "demo")))
    texts = str(session.resources / "i18n")
    _require("languages", all(QTranslator().load(f"crm_{name}", texts) for name in ("zh_CN", "en")))
    yield "resources"
    _made(session)
    yield "book made, filled, locked"
    opened = session.vault.unlock(_PASSPHRASE)
    try:
        yield "book opened"
        yield from _used(session, open_book(opened, session.clock, session.resources))
    finally:
        session.vault.lock(opened)
    _require("wrong passphrase", _refuses(session, "not the passphrase at all"))
    yield "book locked, a wrong passphrase refused"


def _made(session: Session) -> None:
    book, new = new_book(session.vault, _PASSPHRASE, session.clock, session.resources)
    fill(book.database, session.resources, clients=_CLIENTS, on=today(session.clock))
    session.vault.lock(new.book)


def _refuses(session: Session, passphrase: str) -> bool:
    try:
        session.vault.unlock(passphrase)
    except WrongPassphrase:
        return True
    return False


def _used(session: Session, book: Book) -> Iterator[str]:
    """Yield the steps over an open book."""
    now = session.clock.now()
    _require("reminders", bool(book.reminders.due(now)))
    yield "reminders"
    _require("search", bool(book.clients.search("wyt")))
    yield "search by pinyin"
    source = book.folder / "list.xlsx"
    _write_list(source)
    plan = book.imports.plan(book.imports.read(source))
    _, change = book.imports.apply(plan)
    _require("import", bool(change.id) and bool(book.clients.search("云知意")))
    book.journal.undo()
    _require("undo", not book.clients.search("云知意"))
    yield "list taken in, and undone"
    yield from _written(book, now)


def _written(book: Book, now: dt.datetime) -> Iterator[str]:
    sheet, everything = book.folder / "manager.xlsx", book.folder / "all.json"
    password = "self-test"  # noqa: S105 - of a file that is thrown away
    book.exports.workbook(sheet, recipient=Recipient.MANAGER, password=password, now=now)
    book.exports.owner_json(everything, now=now)
    clients = json.loads(everything.read_text(encoding="utf-8"))["clients"]
    _require("export", sheet.stat().st_size > 0 and len(clients) == _CLIENTS)
    yield "sheet and document written"
    entry = book.back_up(BackupReason.ASKED)
    book.backups.verify(entry.path, book.opened.keys)
    book.database.integrity()
    yield "backup restored aside, every page whole"


def _write_list(path: pathlib.Path) -> None:
    with Workbook(path, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet()
        for number, row in enumerate(_LIST):
            sheet.write_row(number, 0, row)


def _require(step: str, holds: bool) -> None:  # noqa: FBT001 - reads as a claim
    if not holds:
        raise SelfTestFailed(step)
