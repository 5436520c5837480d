"""Workbooks that cannot be taken: each named in one sentence, and the book as it was."""

import io
import os
import pathlib
import time

import pytest
import xlsxwriter

from tests.bad_input import workbooks
from tests.bad_input.workbooks import BAD, Workbook
from tests.shells import Shell, write_list
from tests.vaults import PASSPHRASE

SECONDS = 40


@pytest.fixture(autouse=True)
def _at_home(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shell.folder)


@pytest.mark.parametrize(("name", "made"), BAD.values(), ids=BAD)
def test_a_workbook_that_cannot_be_read_is_named(spoken: Shell, name: str, made: Workbook) -> None:
    (spoken.folder / name).write_bytes(made())
    before, start = spoken.files(), time.monotonic()

    for more in ((), ("--json",), ("--dry-run", "--errors", "errors.xlsx")):
        assert name.removeprefix("~$") in spoken.told("import", name, *more)

    assert spoken.files() == before
    assert time.monotonic() - start < 3 * SECONDS


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (workbooks.far_cell, ("XFD1048576", "客户")),
        (lambda: workbooks.locked("heron-77"), ("password",)),
        (lambda: b"%PDF-1.7", ("a PDF",)),
        (lambda: b"", ("empty",)),
    ],
)
def test_what_is_wrong_and_where_is_said(
    shell: Shell, made: Workbook, words: tuple[str, ...]
) -> None:
    (shell.folder / "list.xlsx").write_bytes(made())

    told = shell.told("import", "list.xlsx")

    for word in words:
        assert word in told


@pytest.mark.parametrize(
    "name",
    ["absent.xlsx", "people.xlsx/list.xlsx", "n" * 300 + ".xlsx", ".", "book", "no\udcffname.xlsx"],
)
def test_a_path_without_a_workbook_is_told(spoken: Shell, name: str) -> None:
    before = spoken.files()

    spoken.told("import", name)

    assert spoken.files() == before


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are POSIX")
@pytest.mark.parametrize("name", ["pipe.xlsx", "/dev/zero", "/dev/null"])
def test_what_may_never_end_is_not_read(spoken: Shell, name: str) -> None:
    os.mkfifo("pipe.xlsx")

    assert pathlib.Path(name).name in spoken.told("import", name)


def test_a_workbook_open_in_excel_is_told_until_it_is_closed(spoken: Shell) -> None:
    (spoken.folder / "list.xlsx").write_bytes(workbooks.good())
    beside = spoken.folder / "~$list.xlsx"
    beside.write_bytes(b"\x05Wang " + b" " * 159)
    before = spoken.files()

    for given in ("list.xlsx", "~$list.xlsx"):
        told = spoken.told("import", given)
        assert "list.xlsx" in told
        assert "Excel" in told
    assert spoken.files() == before

    beside.unlink()
    assert spoken.json("import", "list.xlsx")["new"] == 1


@pytest.mark.parametrize(
    ("lines", "named"),
    [
        ((PASSPHRASE,), False),
        ((PASSPHRASE, ""), False),
        ((PASSPHRASE, "heron-78"), True),
        ((PASSPHRASE, "鹭" * 200), True),
    ],
)
def test_a_wrong_password_takes_nothing_in(
    spoken: Shell, lines: tuple[str, ...], *, named: bool
) -> None:
    (spoken.folder / "list.xlsx").write_bytes(workbooks.locked("heron-77"))
    before = spoken.files()

    told = spoken.told("import", "list.xlsx", "--password-stdin", "--json", lines=lines)

    assert ("list.xlsx" in told) is named
    assert spoken.files() == before


@pytest.mark.parametrize("password", ["heron-77", "鹭鸶七十七", " with blanks "])
def test_the_right_password_opens(shell: Shell, password: str) -> None:
    (shell.folder / "list.xlsx").write_bytes(workbooks.locked(password))

    shell.done("import", "list.xlsx", "--password-stdin", lines=(PASSPHRASE, password))

    assert len(shell.everything()["clients"]) == 4


def test_the_error_workbook_never_goes_over_her_list(spoken: Shell) -> None:
    path = write_list(spoken.folder / "list.xlsx", ("姓名", "手机号"), ("云知意", "12345"))
    (spoken.folder / "twin.xlsx").symlink_to(path)
    hers = path.read_bytes()

    for errors in ("list.xlsx", "./list.xlsx", "twin.xlsx"):
        told = spoken.told("import", "list.xlsx", "--errors", errors)
        assert pathlib.Path(errors).name in told

    assert path.read_bytes() == hers


@pytest.mark.parametrize("errors", ["absent/errors.xlsx", "book", "people.xlsx/errors.xlsx"])
def test_where_the_bad_rows_cannot_go_nothing_is_taken_in(spoken: Shell, errors: str) -> None:
    write_list(spoken.folder / "list.xlsx", ("姓名", "手机号"), ("云知意", "12345"))
    before = spoken.files()

    spoken.told("import", "list.xlsx", "--errors", errors)

    assert spoken.files() == before


def test_formulas_are_not_believed(shell: Shell) -> None:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("客户")
        sheet.write_row(0, 0, ("姓名", "手机号", "备注"))
        sheet.write_formula(1, 0, "=B9", None, "")
        sheet.write_string(1, 1, "15400000021")
        sheet.write_string(2, 0, "云知意")
        sheet.write_formula(2, 1, '=CONCATENATE("154000000","22")', None, "15400000022")
        sheet.write_string(2, 2, '=HYPERLINK("http://example.com","x")')
    (shell.folder / "list.xlsx").write_bytes(stream.getvalue())

    report = shell.json("import", "list.xlsx")

    assert (report["new"], report["error"]) == (1, 1)
    assert [(one["row"], one["column"], one["code"]) for one in report["problems"]] == [
        (2, "A", "formula")
    ]
    (client,) = [one for one in shell.everything()["clients"] if one["name"] == "云知意"]
    assert client["phones"] == ["15400000022"]
    assert client["notes"] == '=HYPERLINK("http://example.com","x")'
