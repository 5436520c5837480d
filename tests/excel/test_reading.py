import datetime as dt
import io
import multiprocessing
import pathlib
import stat
import time
import zipfile

import msoffcrypto
import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from crm_desktop.domain import errors
from crm_desktop.domain.errors import FileKind, WorkbookError, WorkbookLimit
from crm_desktop.excel.child import read_apart
from crm_desktop.excel.reading import open_workbook, read_workbook
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.workbook import CellValue, Workbook, column_letter, column_number
from tests.excel.bombs import open_comments
from tests.excel.conftest import MakeBook

LONGEST_SECONDS = 60
UTF16 = "姓名\t电话\r\n甲\t138".encode("utf-16")


def quiet(_done: int, _total: int) -> None:
    return


def cells(book: Workbook) -> list[list[object]]:
    return [list(row) for row in book.sheets[0].rows]


def encrypted(data: bytes, password: str) -> bytes:
    clear, locked = io.BytesIO(data), io.BytesIO()
    OOXMLFile(clear).encrypt(password, locked)
    assert msoffcrypto.OfficeFile(locked).is_encrypted()
    return locked.getvalue()


def test_values_arrive_typed_and_in_place(make_book: MakeBook) -> None:
    data = make_book([[], ["", "", "姓名", 1.5], ["", "", "甲\n乙", True]])

    sheet = read_workbook(data, "a.xlsx").sheets[0]

    assert sheet.first_row == 1
    assert sheet.first_column == 3
    assert [list(row) for row in sheet.rows] == [["", ""], ["姓名", 1.5], ["甲\n乙", True]]


@pytest.mark.parametrize(
    ("data", "name", "error"),
    [
        (b"", "a.xlsx", errors.WorkbookEmpty),
        (b" \r\n", "a.csv", errors.WorkbookEmpty),
        (b"PK\x03\x04 but no zip", "a.xlsx", errors.WorkbookDamaged),
        (b"PK\x03\x04", "~$a.xlsx", errors.WorkbookOpenElsewhere),
        (b"\x05Wang " + b"\x00" * 159, "owner.xlsx", errors.WorkbookOpenElsewhere),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "a.xls", errors.WorkbookDamaged),
        (b"\x09\x08\x10\x00\x00\x06\x05\x00\xff\xff", "a.xls", errors.WorkbookDamaged),
    ],
)
def test_broken_files_say_what_they_are(data: bytes, name: str, error: type[WorkbookError]) -> None:
    with pytest.raises(error) as caught:
        read_workbook(data, name)

    assert caught.value.file == name


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"%PDF-1.7 ...", FileKind.PDF),
        (b"\x89PNG\r\n\x1a\n....", FileKind.PICTURE),
        (b"{\\rtf1 }", FileKind.DOCUMENT),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", FileKind.WEB_ARCHIVE),
        (b"<?xml version='1.0'?><note/>", FileKind.DOCUMENT),
        (b"From: <Saved by Excel>\r\nMIME-Version: 1.0\r\n", FileKind.WEB_ARCHIVE),
        (b"\0\0\0\x18ftypheic\0\0\0\0", FileKind.PICTURE),
        (b"RIFF\x10\0\0\0WEBPVP8 ", FileKind.PICTURE),
        (b"\xff\xfe" + b"\1\0" * 40, FileKind.UNKNOWN),
        (bytes(range(256)) * 4, FileKind.UNKNOWN),
    ],
)
def test_other_files_are_refused_with_their_kind(data: bytes, kind: FileKind) -> None:
    with pytest.raises(errors.NotAWorkbook) as caught:
        read_workbook(data, "a.xls")

    assert caught.value.kind is kind


@pytest.mark.parametrize(
    ("part", "kind"),
    [
        ("word/document.xml", FileKind.DOCUMENT),
        ("Index/Document.iwa", FileKind.NUMBERS),
        ("photo.jpg", FileKind.ARCHIVE),
    ],
)
def test_other_zips_are_refused_with_their_kind(part: str, kind: FileKind) -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr(part, b"x")

    with pytest.raises(errors.NotAWorkbook) as caught:
        read_workbook(stream.getvalue(), "a.xlsx")

    assert caught.value.kind is kind


@pytest.mark.parametrize(
    "data",
    [
        "姓名,电话\n甲,138".encode(),
        "\ufeff姓名,电话\r\n甲,138".encode(),
        "姓名;电话\n甲;138".encode("gb18030"),
        "姓名\t电话\r甲\t138\r".encode(),
        UTF16,
        '姓名,电话\n"甲","=""138"""'.encode(),
        "姓名,电话\n甲,138".encode("gb18030"),
        "姓名|电话\n甲|138".encode(),
        UTF16[2:],
        "姓名\t电话\n甲\t138".encode("utf-16-be"),
        b"\xfe\xff" + "姓名\t电话\n甲\t138".encode("utf-16-be"),
        '姓名,"电\n话"\n甲,138'.replace("\n话", "话").encode(),
    ],
)
def test_text_tables_of_every_make(data: bytes) -> None:
    assert cells(read_workbook(data, "a.csv")) == [["姓名", "电话"], ["甲", "138"]]


@pytest.mark.parametrize(
    ("data", "rows"),
    [
        ("姓名,手機號碼\n鍾,1".encode("big5"), [["姓名", "手機號碼"], ["鍾", "1"]]),
        ("姓名,地址\n张,云南".encode("gb18030"), [["姓名", "地址"], ["张", "云南"]]),
        ('姓名,备注\n甲,"一\r\n二"\r\n'.encode(), [["姓名", "备注"], ["甲", "一\n二"]]),
        ("姓名,备注\n甲,好".encode()[:-1], [["姓名", "备注"], ["甲", "\ufffd"]]),
        (("name,city\n" + "José,x\n" * 40).encode("latin-1"), None),
    ],
)
def test_letters_of_other_places_and_cut_files(data: bytes, rows: list[list[str]] | None) -> None:
    read = cells(read_workbook(data, "a.csv"))

    assert read == rows or (rows is None and len(read) == 41)


def test_separator_that_the_file_names() -> None:
    sheet = read_workbook("sep=;\r\n姓名;a,b,c,d\r\n甲;1".encode(), "a.csv").sheets[0]

    assert (sheet.first_row, list(sheet.rows)) == (2, [["姓名", "a,b,c,d"], ["甲", "1"]])


def test_prefix_against_formulas_is_taken_off_text() -> None:
    book = read_workbook("姓名,电话\n'=1+1,'+86138\n'甲',\"一\n二\"".encode(), "a.csv")

    assert cells(book)[1:] == [["=1+1", "+86138"], ["'甲'", "一\n二"]]


def test_html_named_xls_is_read() -> None:
    page = (
        "<html><head><meta charset=gb2312><style>td{}</style></head><body><table>"
        "<tr><th colspan=2>名单</th></tr><tr><td>姓名</td><td>电话&nbsp;</td></tr>"
        "<tr><td>甲<br>乙<td>138</table></body></html>"
    )

    book = read_workbook(page.encode("gb18030"), "a.xls")

    assert cells(book) == [["名单", ""], ["姓名", "电话"], ["甲\n乙", "138"]]


def test_spreadsheet_xml_is_read_with_its_gaps() -> None:
    page = (
        '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" '
        'xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="客户"><Table>'
        '<Row><Cell><Data ss:Type="String">姓名</Data></Cell></Row>'
        '<Row ss:Index="3"><Cell ss:Index="2"><Data ss:Type="Number">8</Data></Cell><Cell/></Row>'
        "</Table></Worksheet></Workbook>"
    )

    book = read_workbook(page.encode(), "a.xls")

    assert book.sheets[0].name == "客户"
    assert cells(book) == [["姓名"], [], ["", 8.0, ""]]


def test_cells_of_several_rows_push_the_others_aside() -> None:
    page = (
        "<meta charset=utf-8><style>td{}</style>" + " " * 5000 + "<table>"
        "<tr><th rowspan=2>姓名<th colspan=2>老公</tr><tr><th>姓名<th>生日</tr>"
        "<tr><td>甲<td x:num='15400000021'>1.54E+10<td>3月1日</tr></table>"
    )

    sheet = read_workbook(page.encode("gb18030"), "a.xls").sheets[0]

    assert list(sheet.rows) == [
        ["姓名", "老公", ""],
        ["", "姓名", "生日"],
        ["甲", 15400000021.0, "3月1日"],
    ]
    assert sheet.merged == (((1, 1), (2, 1)), ((1, 2), (1, 3)))


def test_spreadsheet_xml_is_read_by_its_types() -> None:
    def cell(kind: str, text: str) -> str:
        return f'<Cell><Data ss:Type="{kind}">{text}</Data></Cell>'

    page = (
        '<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'
        '<Worksheet ss:Name="客户"><Table><Row>'
        + cell("DateTime", "2025-01-02T00:00:00.000")
        + cell("DateTime", "2025-01-02T09:30:00.000")
        + cell("Boolean", "1")
        + cell("Error", "#N/A")
        + cell("Number", "nan")
        + '<Cell ss:Formula="=R[1]C"/></Row></Table></Worksheet></Workbook>'
    )

    sheet = read_workbook(page.encode(), "a.xls").sheets[0]

    moment = dt.datetime(2025, 1, 2, 9, 30)  # noqa: DTZ001 - a cell knows no zone
    assert list(sheet.rows) == [[dt.date(2025, 1, 2), moment, True, "", "nan", ""]]
    assert sheet.uncached == {(1, 6)}


def test_markup_that_reaches_too_far_is_refused() -> None:
    page = '<table><tr ss:index="999999"><td>x</td></tr></table>'

    with pytest.raises(errors.WorkbookTooLarge) as caught:
        read_workbook(page.encode(), "a.xls")

    assert caught.value.limit is WorkbookLimit.CELLS


@pytest.mark.parametrize(("password", "wrong"), [(None, False), ("不对", True), ("", True)])
def test_protected_workbook_asks_for_its_password(
    make_book: MakeBook, *, password: str | None, wrong: bool
) -> None:
    data = encrypted(make_book([["姓名"]]), "对的")

    with pytest.raises(errors.WorkbookProtected) as caught:
        read_workbook(data, "a.xlsx", password=password)

    assert caught.value.wrong is wrong


@pytest.mark.parametrize(("locked_with", "given"), [("对的", "对的"), ("VelvetSweatshop", None)])
def test_protected_workbook_opens_with_its_password(
    make_book: MakeBook, locked_with: str, given: str | None
) -> None:
    data = encrypted(make_book([["姓名"]]), locked_with)

    assert cells(read_workbook(data, "a.xlsx", password=given)) == [["姓名"]]


def test_file_that_is_gone_or_a_folder_is_told(tmp_path: pathlib.Path) -> None:
    with pytest.raises(errors.WorkbookMissing):
        open_workbook(tmp_path / "gone.xlsx")
    with pytest.raises(errors.NotAWorkbook) as caught:
        open_workbook(tmp_path)
    assert caught.value.kind is FileKind.FOLDER


def test_file_that_refuses_to_be_read_is_open_in_excel(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: pathlib.Path) -> bytes:
        raise PermissionError

    path = tmp_path / "a.xlsx"
    path.write_bytes(b"x")
    path.chmod(stat.S_IRUSR)
    monkeypatch.setattr(pathlib.Path, "read_bytes", refuse)

    with pytest.raises(errors.WorkbookOpenElsewhere):
        open_workbook(path)
    with pytest.raises(errors.WorkbookOpenElsewhere):
        open_workbook(tmp_path / "~$a.xlsx")


def test_workbook_without_a_filled_cell_is_empty(make_book: MakeBook) -> None:
    with pytest.raises(errors.WorkbookEmpty):
        read_workbook(make_book([]), "a.xlsx")


def test_reading_apart_gives_the_same_as_reading_here(make_book: MakeBook) -> None:
    rows: list[list[CellValue]] = [["姓名", "次数"]]
    rows += [[f"甲{number}", float(number)] for number in range(5000)]
    data = make_book(rows)

    assert read_apart(data, "a.xlsx", Format.XLSX, quiet) == read_workbook(data, "a.xlsx")


def test_reading_apart_can_be_stopped_at_once() -> None:
    def stop(_done: int, _total: int) -> None:
        raise errors.Cancelled

    # Read to its end it is stopped by the limit of nearly a minute only.
    endless = open_comments()
    began = time.monotonic()
    with pytest.raises(errors.Cancelled):
        read_apart(endless, "a.xls", Format.MARKUP, stop)

    assert time.monotonic() - began < 30
    assert multiprocessing.active_children() == []


def test_day_cells_of_both_epochs(shared_data: pathlib.Path) -> None:
    folder = shared_data / "odd_workbooks" / "calamine"

    for name in ("tests__date.xlsx", "tests__date_1904.xlsx", "tests__date.xls"):
        days = [value for row in cells(open_workbook(folder / name)) for value in row]
        assert dt.date(2021, 1, 1) in days


@pytest.mark.parametrize(
    ("number", "letters"),
    [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA"), (16384, "XFD")],
)
def test_columns_have_excel_names(number: int, letters: str) -> None:
    assert column_letter(number) == letters
    assert column_number(letters) == number
