"""OpenDocument workbooks that are flat, or behind a password; `locked.ods` is of LibreOffice."""

import io
import pathlib
import zipfile
from collections.abc import Callable
from typing import Final

import pytest

from crm_desktop.domain import errors
from crm_desktop.domain.errors import FileKind, WorkbookError
from crm_desktop.excel import open_document
from crm_desktop.excel.open_document import unfolded, unsealed
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.sniff import SEALED_PART, Format, sniff

PASSWORD: Final = "花-quiet heron&<77>"
NAMES: Final = ["姓名", "林晚", "苏禾"]
LOCKED: Final = pathlib.Path(__file__).with_name("locked.ods").read_bytes()
FLAT: Final = """<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
 office:mimetype="application/vnd.oasis.opendocument.spreadsheet">
<office:meta><meta:user-defined meta:name="book">uid-1</meta:user-defined></office:meta>
<office:body><office:spreadsheet><table:table table:name="客户">
<table:table-row><table:table-cell office:value-type="string"><text:p>姓名</text:p>
<office:annotation><text:p>client.name</text:p></office:annotation></table:table-cell>
</table:table-row><table:table-row><table:table-cell office:value-type="string">
<text:p>林晚</text:p></table:table-cell></table:table-row>
</table:table></office:spreadsheet></office:body></office:document>"""


def test_a_flat_workbook_is_read_as_any_other() -> None:
    book = read_workbook(FLAT.encode(), "a.fods")

    (sheet,) = book.sheets
    assert [list(row) for row in sheet.rows] == [["姓名"], ["林晚"]]
    assert (sheet.name, dict(sheet.notes)) == ("客户", {(1, 1): "client.name"})
    assert book.properties == {"book": "uid-1"}


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (lambda text: text.replace("<office:document ", "<!DOCTYPE x><office:document "),
         errors.WorkbookUnsafe),
        (lambda text: text[:-30], errors.WorkbookDamaged),
        (lambda text: text.replace("<table:table-row>",
                                   '<table:table-row table:number-rows-repeated="99999999">', 1),
         errors.WorkbookTooLarge),
        (lambda text: text.replace("opendocument.spreadsheet", "opendocument.text"),
         errors.NotAWorkbook),
    ],
)  # fmt: skip
def test_a_flat_workbook_is_looked_through_first(
    change: Callable[[str], str], expected: type[WorkbookError]
) -> None:
    with pytest.raises(expected):
        read_workbook(change(FLAT).encode(), "a.fods")


def test_a_flat_workbook_without_properties_has_none() -> None:
    with _unfolded(b"<office:document/>") as archive:
        assert archive.read("meta.xml") == b""


@pytest.mark.parametrize("piece", [1, 2, 7, 50, 10_000])
def test_lines_between_tags_go_wherever_a_piece_ends(
    piece: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(open_document, "_PIECE", piece)
    with _unfolded(b"<a>\n <b>x\n y</b>\r\n\n\t<c> <d/></c>\n</a>") as archive:
        assert archive.read("content.xml") == b"<a><b>x\n y</b><c> <d/></c></a>"


def test_a_flat_workbook_beyond_what_the_memory_holds_is_too_large(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(open_document, "_MOST_FLAT", len(FLAT))

    with pytest.raises(errors.WorkbookTooLarge):
        read_workbook(FLAT.encode(), "a.fods")


def test_unfolding_can_be_stopped() -> None:
    def stop() -> None:
        raise errors.Cancelled

    with pytest.raises(errors.Cancelled):
        unfolded(FLAT.encode(), "a.fods", stop)


def test_a_protected_workbook_opens_with_its_password() -> None:
    book = read_workbook(LOCKED, "a.ods", password=PASSWORD)

    assert [row[0] for row in book.sheets[0].rows] == NAMES


@pytest.mark.parametrize(("password", "wrong"), [(None, False), ("不对", True), ("", True)])
def test_a_protected_workbook_asks_for_its_password(password: str | None, *, wrong: bool) -> None:
    with pytest.raises(errors.WorkbookProtected) as caught:
        read_workbook(LOCKED, "a.ods", password=password)

    assert caught.value.wrong is wrong


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"#aes256-cbc", b"#blowfish", errors.WorkbookSealed),
        (b"PBKDF2", b"argon2id", errors.WorkbookSealed),
        (b"#sha256-1k", b"#SHA1/1K", errors.WorkbookSealed),
        (b"manifest:salt", b"manifest:none", errors.WorkbookDamaged),
        (b'count="100000"', b'count="99999999999999999999"', errors.WorkbookDamaged),
    ],
)
def test_what_is_protected_in_another_way_is_told_so(
    old: bytes, new: bytes, expected: type[WorkbookError]
) -> None:
    with pytest.raises(expected):
        unsealed(_with_manifest(lambda text: text.replace(old, new)), "a.ods", PASSWORD)


def test_a_file_protected_as_a_whole_is_no_archive_of_something_else() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(SEALED_PART, b"x")

    assert sniff(stream.getvalue(), "a.ods") is Format.ODS
    with pytest.raises(errors.WorkbookSealed):
        read_workbook(stream.getvalue(), "a.ods", password=PASSWORD)


def test_a_protected_part_that_was_cut_is_damaged() -> None:
    with pytest.raises(errors.WorkbookDamaged):
        unsealed(_with_content(b"x" * 17), "a.ods", PASSWORD)


def test_a_flat_text_document_is_a_document() -> None:
    text = FLAT.replace("opendocument.spreadsheet", "opendocument.text")

    with pytest.raises(errors.NotAWorkbook) as caught:
        sniff(text.encode(), "a.fodt")

    assert caught.value.kind is FileKind.DOCUMENT


def _unfolded(flat: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(unfolded(flat, "a.fods", lambda: None)))


def _with_manifest(change: Callable[[bytes], bytes]) -> bytes:
    return _changed("META-INF/manifest.xml", change)


def _with_content(content: bytes) -> bytes:
    return _changed("content.xml", lambda _: content)


def _changed(part: str, change: Callable[[bytes], bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(LOCKED)) as old, zipfile.ZipFile(stream, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            new.writestr(name, change(content) if name == part else content)
    return stream.getvalue()
