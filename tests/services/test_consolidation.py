"""Several consultants' workbooks made one, and that one taken apart again."""

import datetime as dt
import io
import itertools
import pathlib
import shutil
from collections.abc import Callable

import msoffcrypto
import openpyxl
import pytest

from crm_desktop.domain.consolidating import Consolidation
from crm_desktop.domain.errors import (
    Cancelled,
    CrmError,
    ListKept,
    NotAWorkbook,
    NotOurWorkbook,
    PasswordEmpty,
    WorkbookMissing,
    WorkbookProtected,
)
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel import consolidation_doubles
from crm_desktop.excel.protect import encrypted
from crm_desktop.services.consolidation import consolidate, split
from crm_desktop.services.consolidation_books import Passwords
from crm_desktop.ui.text.consolidation import beside
from tests.consultants import HE, LIN, NOW, PHONE, ZHOU, cells, exported, records, three_books

OFFICE = shutil.which("soffice")
LISTS = ("客户", "家庭成员", "到院消费", "项目", "礼物", "回访")


@pytest.fixture
def whole(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "whole.xlsx"


@pytest.fixture
def books(tmp_path: pathlib.Path) -> list[pathlib.Path]:
    return three_books(tmp_path)


@pytest.fixture
def folder(tmp_path: pathlib.Path) -> pathlib.Path:
    made = tmp_path / "back"
    made.mkdir()
    return made


def test_all_rows_of_all_books_stand_in_one_with_the_consultant_beside(
    books: list[pathlib.Path], whole: pathlib.Path
) -> None:
    report = consolidate(books, whole, now=NOW)

    assert [(book.consultant, book.clients) for book in report.books] == [
        ("林岚", 4),
        ("周周", 2),
        ("何静", 2),
    ]
    assert (report.clients, report.refused, report.size) == (8, (), whole.stat().st_size)
    rows = records(whole, "客户")
    assert [row["顾问"] for row in rows] == ["林岚"] * 4 + ["周周"] * 2 + ["何静"] * 2
    for book, (title, sheet) in ((b, s) for b in books for s in cells(b).items() if s[0] in LISTS):
        header, *lines = sheet
        together = [[row[name] for name in header] for row in records(whole, title)]
        assert all(line in together for line in lines), (book.name, title)
    assert cells(whole)["_sync"][0] == ["consolidated", "1"]


def test_the_same_client_with_two_consultants_is_found_also_behind_a_mask(
    books: list[pathlib.Path], whole: pathlib.Path
) -> None:
    report = consolidate(books, whole, now=NOW)

    found = [
        (row["组"], row["把握"], row["甲·顾问"], row["甲·姓名"], row["乙·顾问"], row["乙·姓名"])
        for row in records(whole, "同一客户")
    ]
    assert found == [
        (1, "确定", "林岚", "云清欢", "周周", "云清欢"),
        (1, "确定", "林岚", "云清欢", "何静", "云清欢"),
        (2, "确定", "林岚", "白小满", "何静", "白小满"),
        (3, "请核对", "林岚", "江一诺", "周周", "江母"),
    ]
    assert (report.same, report.maybe) == (2, 1)
    first = records(whole, "同一客户")[1]
    assert (first["甲·电话"], first["乙·电话"]) == (PHONE, "154****0012")
    assert first["甲·最近到院"] == NOW.date()


def test_what_two_say_differently_is_told_value_beside_value(
    books: list[pathlib.Path], whole: pathlib.Path
) -> None:
    report = consolidate(books, whole, now=NOW)

    told = {
        (row["姓名"], row["项"], row["甲的内容"], row["乙的内容"]) for row in records(whole, "冲突")
    }
    assert told == {
        ("云清欢", "地址", "南山路1号", "北山路2号"),
        ("云清欢", "免打扰", "", "是"),
        ("云清欢", "免打扰", "是", ""),
        ("白小满", "电话", "15400000003", "154****0077"),
    }
    assert report.conflicts == len(told)


def test_the_order_of_the_files_hides_no_difference(
    books: list[pathlib.Path], whole: pathlib.Path
) -> None:
    counts = {
        consolidate(order, whole, now=NOW).conflicts for order in itertools.permutations(books)
    }

    assert counts == {4}


def test_the_columns_are_those_that_any_book_has_with_their_keys(
    tmp_path: pathlib.Path, whole: pathlib.Path
) -> None:
    books = [
        exported(tmp_path / "a.xlsx", "a", LIN, columns=["client.wechat"]),
        exported(tmp_path / "b.xlsx", "b", ZHOU, columns=["client.phone", "client.owner"]),
    ]

    consolidate(books, whole, now=NOW)

    page = openpyxl.load_workbook(whole)["客户"]
    headers = [str(cell.value) for cell in page[1]]
    assert headers == [
        *("编号", "标识(请勿改动)", "来源(请勿改动)", "顾问"),
        *("姓名", "电话", "微信号", "负责人", "操作"),
    ]
    notes = [cell.comment.text for cell in page[1] if cell.comment]
    assert [note.rpartition("〔")[2] for note in notes][4:7] == [
        "client.name〕",
        "client.phone〕",
        "client.wechat〕",
    ]
    assert [page.column_dimensions[letter].hidden for letter in "ABCD"] == [
        False,
        True,
        True,
        False,
    ]


def test_files_that_cannot_go_in_are_named_with_their_reason(
    books: list[pathlib.Path], tmp_path: pathlib.Path, whole: pathlib.Path
) -> None:
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("姓名,手机\n云小小,15400000099\n", encoding="utf-8")
    picture = tmp_path / "a.xlsx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + b"0" * 64)
    flowers = exported(tmp_path / "flowers.xlsx", "f", LIN, recipient=Recipient.FLORIST)
    gone = tmp_path / "gone.xlsx"
    before = consolidate(books, tmp_path / "before.xlsx", now=NOW)

    report = consolidate([foreign, picture, flowers, gone, before.path, *books], whole, now=NOW)

    assert [(one.file, type(one.error)) for one in report.refused] == [
        ("foreign.csv", NotOurWorkbook),
        ("a.xlsx", NotAWorkbook),
        ("flowers.xlsx", NotOurWorkbook),
        ("gone.xlsx", WorkbookMissing),
        ("before.xlsx", NotOurWorkbook),
    ]
    assert (len(report.books), report.clients) == (3, 8)


def test_a_book_goes_in_once_and_its_newest_export_wins(
    tmp_path: pathlib.Path, whole: pathlib.Path
) -> None:
    old = exported(tmp_path / "old.xlsx", "z", ZHOU, at=NOW - dt.timedelta(days=1))
    new = exported(tmp_path / "new.xlsx", "z", ZHOU[:1])
    again = tmp_path / "again.xlsx"
    again.write_bytes(new.read_bytes())
    other = exported(tmp_path / "other.xlsx", "y", ZHOU)

    report = consolidate([old, new, again, other], whole, now=NOW)

    assert [(book.file, book.consultant) for book in report.books] == [
        ("new.xlsx", "周周"),
        ("other.xlsx", "周周 2"),
    ]
    assert report.replaced == (("old.xlsx", "new.xlsx"),)
    assert report.repeated == ("again.xlsx",)
    assert consolidate([new, old], whole, now=NOW).replaced == report.replaced


def test_passwords_are_asked_for_and_tried_again(
    tmp_path: pathlib.Path, whole: pathlib.Path
) -> None:
    books = [
        exported(tmp_path / f"{name}.xlsx", name, people)
        for name, people in (("a", LIN), ("b", ZHOU), ("c", HE))
    ]
    for book, password in zip(books, ("quiet", "quiet", "other"), strict=True):
        book.write_bytes(encrypted(book.read_bytes(), password))
    answers = iter(["wrong", "quiet", None])
    asked = []

    def ask(file: str, wrong: bool) -> str | None:  # noqa: FBT001 - as `Asked` is called
        asked.append((file, wrong))
        return next(answers)

    report = consolidate(books, whole, now=NOW, ask=Passwords(ask), protect="quiet-heron")

    assert asked == [("a.xlsx", False), ("a.xlsx", True), ("c.xlsx", False)]
    assert [one.file for one in report.refused] == ["c.xlsx"]
    assert isinstance(report.refused[0].error, WorkbookProtected)
    clear = io.BytesIO()
    file = msoffcrypto.OfficeFile(io.BytesIO(whole.read_bytes()))
    file.load_key("quiet-heron")
    file.decrypt(clear)
    assert "客户" in openpyxl.load_workbook(clear).sheetnames


def made(
    books: list[pathlib.Path],
    target: pathlib.Path,
    progress: Callable[[int, int], None] | None = None,
    protect: str | None = None,
) -> Consolidation:
    if progress is None:
        return consolidate(books, target, now=NOW, protect=protect)
    return consolidate(books, target, now=NOW, progress=progress)


@pytest.mark.parametrize("share", [0.0, 0.3, 0.6, 0.8, 0.99])
def test_an_older_file_stays_where_it_is_stopped(
    books: list[pathlib.Path], whole: pathlib.Path, share: float
) -> None:
    whole.write_bytes(b"older")

    def stop(done: int, total: int) -> None:
        if done >= share * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        made(books, whole, stop)

    assert whole.read_bytes() == b"older"
    assert not list(whole.parent.glob(".*"))


def test_progress_only_grows_and_ends_whole(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    told: list[float] = []

    def progress(done: int, total: int) -> None:
        told.append(done / total)

    consolidate(books, whole, now=NOW, progress=progress)
    assert told == sorted(told)
    assert told[-1] == 1.0
    told.clear()
    split(whole, folder, progress=progress)
    assert told == sorted(told)
    assert told[-1] == 1.0


@pytest.mark.parametrize(
    ("files", "target", "protect", "error"),
    [
        (["lin.xlsx"], "lin.xlsx", None, ListKept),
        (["gone.xlsx"], "whole.xlsx", None, WorkbookMissing),
        (["lin.xlsx"], "whole.xlsx", "", PasswordEmpty),
    ],
)
def test_what_cannot_be_done_writes_nothing(
    books: list[pathlib.Path],
    files: list[str],
    target: str,
    protect: str | None,
    error: type[CrmError],
) -> None:
    place = books[0].parent
    before = {path: path.read_bytes() for path in place.iterdir()}

    with pytest.raises(error):
        made([place / name for name in files], place / target, protect=protect)

    assert {path: path.read_bytes() for path in place.iterdir()} == before


@pytest.mark.parametrize(("most", "crowded"), [(200, 0), (2, 3)])
def test_what_too_many_share_is_counted_and_not_compared(
    books: list[pathlib.Path],
    whole: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    most: int,
    crowded: int,
) -> None:
    monkeypatch.setattr(consolidation_doubles, "MOST_IN_BLOCK", most)

    report = made(books, whole)

    # 云清欢 is with all three.
    assert report.crowded == crowded
    told = list(beside(report))
    assert len(told) == bool(crowded)
    assert all("3" in line for line in told)
