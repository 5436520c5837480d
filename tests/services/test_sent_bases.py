"""What a sheet said when it left is the base of what comes back, of that very person."""

import datetime as dt
import errno
import os
import pathlib
from typing import NoReturn

import openpyxl
import pytest

from crm_desktop.database import Database
from crm_desktop.domain import row_hash
from crm_desktop.domain.counterparts import Counterpart, CounterpartKind
from crm_desktop.domain.errors import DiskFailed
from crm_desktop.domain.exporting import NamedBefore, Recipient
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from crm_desktop.services.sync_bases import bases_of, contents_of, counterparts
from tests.fakes import FixedClock
from tests.services.export_book import fill

MANAGER, ME, FLORIST = Recipient.MANAGER, Recipient.ME, Recipient.FLORIST


@pytest.fixture
def exports(book_database: Database, journal: Journal) -> Exports:
    fill(journal)
    return Exports(book_database, journal, lambda: BookSettings(consultant="周顾问"))


@pytest.fixture
def now(clock: FixedClock) -> dt.datetime:
    return clock.now()


@pytest.fixture
def target(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "sheet.xlsx"


def manager(name: str) -> Counterpart:
    return Counterpart(kind=CounterpartKind.MANAGER, name=name)


def test_every_row_that_left_is_kept_under_the_hash_it_carries(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    exports.workbook(target, recipient=ME, now=now)

    carried = {
        (identity.part, identity.row_hash)
        for page in openpyxl.load_workbook(target)
        if page.title not in {"说明", "字典", "_sync"}
        for (cell,) in page.iter_rows(min_row=2, min_col=2, max_col=2, values_only=True)
        if (identity := row_hash.read(str(cell))) is not None and identity.uid == "uid-1"
    }
    with book_database.read() as session:
        bases = bases_of(session, Counterpart(kind=CounterpartKind.ME), [1])
        contents = contents_of(session, [1])[1]
    assert {part for part, _ in carried} == {part for _, part in bases}
    assert {digest for _, digest in carried} == set(contents)
    assert bases[1, "g1"]["gift.item"] == "百合花束"


def test_the_base_is_what_went_out_masked_and_narrowed(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    keys = ("client.phone", "client.tier")
    exports.workbook(
        target, recipient=MANAGER, columns=keys, mask_phones=True, to="王主管", now=now
    )

    with book_database.read() as session:
        base = bases_of(session, manager("王主管"), [1])
        others = bases_of(session, manager("赵主管"))
    assert set(base) == {(1, "")}
    assert base[1, ""]["client.phone"].startswith("138****")
    assert set(base[1, ""]) <= {"client.name", *keys}
    assert others == {}


def test_what_never_comes_back_leaves_no_base(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    exports.workbook(target, recipient=FLORIST, to="花店", now=now)
    exports.owner_json(target.with_suffix(".json"), now=now)

    with book_database.read() as session:
        assert counterparts(session) == []


def test_a_file_that_was_not_written_moves_no_base(
    book_database: Database,
    exports: Exports,
    target: pathlib.Path,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    monkeypatch.setattr("crm_desktop.services.unfinished_file.os.fsync", fail)
    with pytest.raises(DiskFailed):
        exports.workbook(target, recipient=MANAGER, to="王主管", now=now)

    with book_database.read() as session:
        assert counterparts(session) == []
    assert exports.recent() == ()


def test_who_and_what_for_stand_in_the_log_and_the_names_in_the_file(
    exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    for to, purpose in (("王主管", "月度对接"), ("赵主管", ""), ("王主管", "活动名单")):
        exports.workbook(target, recipient=MANAGER, to=to, purpose=purpose, now=now)

    assert [(entry.to, entry.purpose) for entry in exports.recent()] == [
        ("王主管", "活动名单"),
        ("赵主管", ""),
        ("王主管", "月度对接"),
    ]
    assert exports.named_before(MANAGER) == NamedBefore(
        people=("王主管", "赵主管"), purposes=("活动名单", "月度对接")
    )
    assert exports.named_before(ME) == NamedBefore()
    book = openpyxl.load_workbook(target)
    facts = {row[0]: row[1] for row in book["_sync"].iter_rows(values_only=True)}
    assert (facts["to"], facts["consultant"]) == ("王主管", "周顾问")
    assert "活动名单" not in {cell.value for row in book["_sync"] for cell in row}


def test_a_sheet_away_for_more_than_a_year_is_forgotten_once_somebody_else_moved_on(
    book_database: Database, exports: Exports, target: pathlib.Path, now: dt.datetime
) -> None:
    exports.workbook(target, recipient=MANAGER, to="王主管", mask_phones=True, now=now)
    exports.workbook(target, recipient=MANAGER, to="王主管", now=now + dt.timedelta(days=300))
    with book_database.read() as session:
        both = len(contents_of(session, [1])[1])
    exports.workbook(target, recipient=MANAGER, to="王主管", now=now + dt.timedelta(days=500))

    with book_database.read() as session:
        assert len(contents_of(session, [1])[1]) == both - 1
