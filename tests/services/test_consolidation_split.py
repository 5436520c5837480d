"""The consolidated workbook taken apart: to every consultant her own."""

import pathlib
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from typing import Any

import openpyxl
import pytest

from crm_desktop.domain.errors import (
    Cancelled,
    ConsolidationTooLarge,
    NotConsolidated,
    NotTakenApart,
)
from crm_desktop.excel import consolidation_writing, streamed_workbook
from crm_desktop.services.consolidation import consolidate, split
from crm_desktop.services.list_reader import ListReader
from tests.consultants import HE, NOW, cells, records, three_books
from tests.fakes import FixedClock
from tests.services.importing.conftest import SYNONYMS

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


def test_every_consultant_gets_back_exactly_what_she_sent(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    consolidate(books, whole, now=NOW)

    report = split(whole, folder)

    assert [share.path.name for share in report.shares] == ["林岚.xlsx", "周周.xlsx", "何静.xlsx"]
    for sent, share in zip(books, report.shares, strict=True):
        assert_same_sheets(sent, share.path)
    assert (report.unplaced, report.handed_over, report.chosen) == ({}, 0, 0)


def assert_same_sheets(sent: pathlib.Path, back: pathlib.Path) -> None:
    ours, theirs = cells(sent), cells(back)
    for title in LISTS:
        assert theirs[title] == ours[title], title
    assert sorted(theirs["_sync"]) == sorted(ours["_sync"])
    before, after = openpyxl.load_workbook(sent), openpyxl.load_workbook(back)
    for title in LISTS:
        page = after[title]
        assert [c.comment and c.comment.text for c in page[1]] == [
            c.comment and c.comment.text for c in before[title][1]
        ]
        assert page.column_dimensions["B"].hidden
        assert [v.sqref for v in page.data_validations.dataValidation] == [
            v.sqref for v in before[title].data_validations.dataValidation
        ]
    assert properties(back) == properties(sent)


def properties(path: pathlib.Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("docProps/custom.xml").decode()


def edited(path: pathlib.Path, edit: Callable[[Any], None]) -> None:
    book = openpyxl.load_workbook(path)
    edit(book)
    book.save(path)


def test_what_the_manager_edits_adds_and_decides_goes_to_the_right_consultant(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    consolidate(books, whole, now=NOW)

    def edit(book: Any) -> None:  # noqa: ANN401 - openpyxl is untyped here
        page = book["客户"]
        at = {cell.value: cell.column for cell in page[1]}
        page.cell(2, at["地址"], "改过的地址")
        page.cell(3, at["顾问"], "何静")
        page.append([None, None, None, "周周", "新来的"])
        page.append([None, None, None, "谁也不是", "没人要"])
        clash = book["冲突"]
        at = {cell.value: cell.column for cell in clash[1]}
        for row in range(2, clash.max_row + 1):
            # The address as Lin has it; the wish not to be contacted for all of them.
            wishes = "甲" if clash.cell(row, at["甲的内容"]).value else "乙"
            choice = {"地址": "甲", "免打扰": wishes}.get(clash.cell(row, at["项"]).value)
            clash.cell(row, at["采用"], choice)

    edited(whole, edit)

    report = split(whole, folder)

    lin, zhou, he = (records(share.path, "客户") for share in report.shares)
    assert [row["地址"] for row in lin][:2] == ["改过的地址", "南山路1号"]
    assert [(row["姓名"], row["地址"], row["免打扰"]) for row in zhou] == [
        ("云清欢", "南山路1号", "是"),
        ("江母", "", ""),
        ("新来的", "", ""),
    ]
    assert (lin[1]["免打扰"], he[1]["免打扰"]) == ("是", "是")
    assert len(he) == len(HE)
    assert (report.unplaced, report.handed_over, report.chosen) == ({"客户": 1}, 1, 3)


def test_a_choice_of_a_blank_clears_by_the_explicit_mark(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    consolidate(books, whole, now=NOW)

    def edit(book: Any) -> None:  # noqa: ANN401 - openpyxl is untyped here
        for row in book["冲突"].iter_rows(min_row=2):
            row[7].value = "A" if row[2].value == "免打扰" and not row[4].value else None

    edited(whole, edit)
    report = split(whole, folder)

    assert records(report.shares[1].path, "客户")[0]["免打扰"] == "[清空]"


@pytest.mark.skipif(OFFICE is None, reason="LibreOffice is not installed")
@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_libreoffice_save_between_changes_no_cell(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path, kind: str
) -> None:
    consolidate(books, whole, now=NOW)
    out = folder / "office"
    command = [str(OFFICE), f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless"]
    subprocess.run(  # noqa: S603 - the program found above, on files made here
        [*command, "--convert-to", kind, "--outdir", str(out), str(whole)],
        check=True,
        capture_output=True,
        timeout=120,
    )

    report = split(out / f"whole.{kind}", folder)

    for sent, share in zip(books, report.shares, strict=True):
        for title in LISTS:
            assert cells(share.path)[title] == cells(sent)[title], (share.consultant, title)


def test_only_a_consolidated_workbook_is_taken_apart(
    books: list[pathlib.Path], folder: pathlib.Path
) -> None:
    with pytest.raises(NotConsolidated):
        split(books[0], folder)

    assert not list(folder.iterdir())


def test_a_workbook_that_is_there_already_is_not_written_over(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    (folder / "林岚.xlsx").write_bytes(b"hers")
    consolidate(books, whole, now=NOW)

    report = split(whole, folder)

    assert report.shares[0].path.name == "林岚 (2).xlsx"
    assert (folder / "林岚.xlsx").read_bytes() == b"hers"


@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_the_whole_is_not_taken_for_one_consultants_sheet(
    books: list[pathlib.Path], whole: pathlib.Path, kind: str
) -> None:
    consolidate(books, whole, now=NOW)
    if kind == "csv":
        text = "\n".join(",".join(map(str, row)) for row in cells(whole)["客户"])
        whole = whole.with_suffix(".csv")
        whole.write_text(text, encoding="utf-8-sig")
    reader = ListReader(SYNONYMS, FixedClock())

    with pytest.raises(NotTakenApart):
        reader.read(whole)


def test_a_sheet_that_goes_on_in_a_next_one_comes_back_whole(
    books: list[pathlib.Path],
    whole: pathlib.Path,
    folder: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(streamed_workbook, "LONGEST_SHEET", 3)
    consolidate(books, whole, now=NOW)

    def add_column(book: Any) -> None:  # noqa: ANN401 - openpyxl is untyped here
        page = book["客户 (2)"]
        column = page.max_column + 1
        page.cell(1, column, "手写")
        page.cell(2, column, "只在第二张")

    edited(whole, add_column)
    monkeypatch.undo()
    report = split(whole, folder)

    header, *rows = cells(report.shares[0].path)["客户"]
    sent = cells(books[0])["客户"][1:]
    assert [row[: len(sent[0]) - 1] for row in rows] == [row[:-1] for row in sent]
    assert rows[3][header.index("手写")] == "只在第二张"


def test_the_first_page_says_what_hers_said_and_where_it_comes_from(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    consolidate(books, whole, now=NOW)

    told = dict(row[:2] for row in cells(split(whole, folder).shares[2].path)["说明"])

    sent = dict(row[:2] for row in cells(books[2])["说明"])
    assert told.pop("从哪里来").startswith("主管")
    assert (told.pop("贵客簿"), sent.pop("贵客簿")) == ("何静", "给主管")
    assert told == sent


def test_a_stopped_splitting_leaves_nothing(
    books: list[pathlib.Path], whole: pathlib.Path, folder: pathlib.Path
) -> None:
    consolidate(books, whole, now=NOW)

    def stop(done: int, total: int) -> None:
        # The first two consultants' workbooks are written by then.
        if done >= 0.9 * total:
            raise Cancelled

    with pytest.raises(Cancelled):
        split(whole, folder, progress=stop)

    assert not list(folder.iterdir())


@pytest.mark.parametrize("limit", ["MOST_BYTES", "MOST_CELLS"])
def test_what_would_not_open_again_is_not_written(
    books: list[pathlib.Path],
    whole: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    limit: str,
) -> None:
    monkeypatch.setattr(consolidation_writing, limit, 100)

    with pytest.raises(ConsolidationTooLarge):
        consolidate(books, whole, now=NOW)

    assert not whole.exists()
