"""Exports from a real book: nothing half written, everything logged, secrets kept."""

import dataclasses
import datetime as dt
import errno
import io
import os
import pathlib
from typing import NoReturn

import msoffcrypto
import openpyxl
import pytest
from openpyxl.workbook import Workbook
from sqlalchemy import event, select

from benchmarks.big_book import big_book
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import (
    Cancelled,
    CrmError,
    DiskFailed,
    DiskFull,
    FolderNotWritable,
    PasswordEmpty,
    WorkbookOpenElsewhere,
)
from crm_desktop.domain.exporting import Recipient
from crm_desktop.models import ExportRow
from crm_desktop.services.exports import Exports
from crm_desktop.services.folders import folders
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.folders import FULL, PLAIN, SECRETS
from tests.services.export_book import ARCHIVED, fill

ME, MANAGER = Recipient.ME, Recipient.MANAGER
OLD = b"an older file"


@pytest.fixture
def exports(book_database: Database, journal: Journal) -> Exports:
    fill(journal)
    return Exports(book_database, journal)


@pytest.fixture
def target(tmp_path: pathlib.Path) -> pathlib.Path:
    folder = tmp_path / "out"
    folder.mkdir()
    return folder / "sheet.xlsx"


@pytest.fixture
def now(clock: FixedClock) -> dt.datetime:
    return clock.now()


def logged(database: Database) -> list[ExportRow]:
    with database.read() as session:
        return list(session.scalars(select(ExportRow).order_by(ExportRow.id)))


def names_in(book: Workbook) -> list[object]:
    return [row[2] for row in book["客户"].iter_rows(min_row=2, values_only=True)]


def test_folders_hold_everything_the_book_does(book_database: Database, exports: Exports) -> None:
    del exports
    with book_database.read() as session:
        found = list(folders(session, with_archived=True))
        current = list(folders(session, with_archived=False))

    assert [folder.client.id for folder in found] == [1, 2, 3]
    assert [folder.client.id for folder in current] == [1, 2]
    for field in dataclasses.fields(ClientFolder):
        if field.name != "gifts":
            assert getattr(found[0], field.name) == getattr(FULL, field.name), field.name
    assert set(found[0].gifts) == set(FULL.gifts)
    assert found[1] == PLAIN


def test_her_own_sheet_has_everyone_and_the_log_says_so(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    report = exports.workbook(target, recipient=ME, now=now)

    assert names_in(openpyxl.load_workbook(target)) == ["王雅琴", "李兰", "孙旧客"]
    assert report.clients == 3
    assert report.rows == {
        "客户": 3, "家庭成员": 2, "到院消费": 4, "项目": 4, "礼物": 2, "回访": 3
    }  # fmt: skip
    assert report.size == target.stat().st_size
    (row,) = logged(book_database)
    assert (row.at, row.recipient, row.kind, row.clients) == (now, "me", "workbook", 3)
    assert row.client_uids == "*"


def test_the_managers_sheet_keeps_secrets_and_archived_clients(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    report = exports.workbook(
        target, recipient=MANAGER, columns=["client.phone", "client.notes"], now=now
    )

    book = openpyxl.load_workbook(target)
    said = [
        str(value) for page in book for row in page.iter_rows(values_only=True) for value in row
    ]
    assert names_in(book) == ["王雅琴", "李兰"]
    assert not [text for text in said for secret in SECRETS[:4] if secret in text]
    assert ARCHIVED.name not in said
    assert report.columns == ("client.name", "client.phone", "client.notes")
    (row,) = logged(book_database)
    assert row.columns == "client.name client.phone client.notes"
    assert row.client_uids == "uid-1 uid-2"


def test_the_book_has_one_name_in_all_its_workbooks(
    exports: Exports, journal: Journal, target: pathlib.Path, now: dt.datetime
) -> None:
    seen: set[object] = set()
    for _ in range(2):
        exports.workbook(target, recipient=ME, now=now)
        sync = openpyxl.load_workbook(target)["_sync"]
        seen |= {row[1] for row in sync.iter_rows(values_only=True) if row[0] == "book"}

    assert len(seen) == 1
    assert len(str(seen.pop())) == 36
    assert "book.uid" not in [change.action for change, *_ in journal.latest()]


def test_a_protected_sheet_opens_with_its_password_and_only_then(
    exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    report = exports.workbook(target, recipient=MANAGER, password="花-2026", now=now)

    data = target.read_bytes()
    assert report.is_encrypted
    assert data.startswith(b"\xd0\xcf\x11\xe0")
    assert FULL.client.uid.encode() not in data
    with pytest.raises(msoffcrypto.exceptions.InvalidKeyError):
        _opened(data, "花-2025")
    assert names_in(_opened(data, "花-2026")) == ["王雅琴", "李兰"]


def test_an_empty_password_writes_nothing(
    exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    with pytest.raises(PasswordEmpty):
        exports.workbook(target, recipient=MANAGER, password="", now=now)

    assert list(target.parent.iterdir()) == []


@pytest.mark.parametrize("stop_at", [0, 1, 2, 3])
def test_a_stopped_export_leaves_the_older_file_and_no_other(
    book_database: Database, exports: Exports, target: pathlib.Path, stop_at: int, now: dt.datetime
) -> None:
    target.write_bytes(OLD)
    calls: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        calls.append((done, total))
        if len(calls) > stop_at:
            raise Cancelled

    with pytest.raises(Cancelled):
        exports.workbook(target, recipient=ME, now=now, progress=stop)

    assert target.read_bytes() == OLD
    assert list(target.parent.iterdir()) == [target]
    assert logged(book_database) == []
    assert all(0 <= done <= total for done, total in calls)
    assert calls == sorted(calls)


@pytest.mark.parametrize(
    "failure",
    [
        ("replace", errno.EACCES, WorkbookOpenElsewhere),
        ("replace", errno.EIO, DiskFailed),
        ("fsync", errno.ENOSPC, DiskFull),
        ("open", errno.EACCES, FolderNotWritable),
    ],
)
def test_a_refusing_disk_is_told_and_nothing_is_left(
    monkeypatch: pytest.MonkeyPatch,
    exports: Exports,
    target: pathlib.Path,
    failure: tuple[str, int, type[CrmError]],
    now: dt.datetime,
) -> None:
    step, code, expected = failure
    target.write_bytes(OLD)
    exports.workbook(target.with_name("first.xlsx"), recipient=ME, now=now)
    _break(monkeypatch, step, code)

    with pytest.raises(expected):
        exports.workbook(target, recipient=ME, now=now)

    assert target.read_bytes() == OLD
    assert {path.name for path in target.parent.iterdir()} == {"sheet.xlsx", "first.xlsx"}
    assert len(logged(exports._database)) == 1


@pytest.mark.parametrize("place", ["nowhere/sheet.xlsx", "."])
def test_a_place_that_is_no_place_is_told(
    exports: Exports, target: pathlib.Path, place: str, now: dt.datetime
) -> None:
    with pytest.raises(FolderNotWritable):
        exports.owner_json(target.parent / place, now=now)


def test_no_file_is_made_but_the_one_asked_for(
    monkeypatch: pytest.MonkeyPatch, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    monkeypatch.setattr("tempfile.mkstemp", _forbidden)
    monkeypatch.setattr("tempfile.mkdtemp", _forbidden)
    monkeypatch.setattr("tempfile.TemporaryFile", _forbidden)

    exports.workbook(target, recipient=ME, password="花-2026", now=now)

    assert list(target.parent.iterdir()) == [target]


def test_the_number_of_queries_does_not_grow_with_the_clients(
    tmp_path: pathlib.Path, now: dt.datetime
) -> None:
    counts = []
    for clients in (10, 400):
        with big_book(clients) as database:
            statements: list[str] = []
            event.listen(
                database.sessions.kw["bind"].engine,
                "before_cursor_execute",
                lambda *seen, kept=statements: kept.append(str(seen[2])),
            )
            Exports(database, Journal(database, SystemClock())).workbook(
                tmp_path / "a.xlsx", recipient=ME, now=now
            )
            kept = [said for said in statements if "sync_" in said]
            counts.append(len(statements) - len(kept))

    assert counts[0] == counts[1]


def _opened(data: bytes, password: str) -> Workbook:
    office = msoffcrypto.OfficeFile(io.BytesIO(data))
    office.load_key(password=password, verify_password=True)
    clear = io.BytesIO()
    office.decrypt(clear)
    return openpyxl.load_workbook(clear)


def _break(monkeypatch: pytest.MonkeyPatch, step: str, code: int) -> None:
    """Let one call of the system about the new file fail, as a full or forbidden disk does."""

    def fail(*_: object) -> NoReturn:
        raise OSError(code, os.strerror(code))

    if step == "replace":
        monkeypatch.setattr(pathlib.Path, "replace", fail)
    else:
        monkeypatch.setattr(f"crm_desktop.services.unfinished_file.os.{step}", fail)
    if code == errno.ENOSPC:
        monkeypatch.setattr("crm_desktop.files.has_room", lambda _: False)


def _forbidden(*_: object, **__: object) -> NoReturn:
    raise AssertionError("a temporary file")
