"""Sheets she says something of: bills, or clients, nobody knows, and what is passed over."""

import pathlib
from typing import Final

import pytest
import xlsxwriter

from crm_desktop.database import Database
from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import NoKnownColumns
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.records import Bill
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.services.import_columns import said_with
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.profiles import Profiles
from crm_desktop.services.records import fetch
from tests.services.importing.lists import Rows

LINES: Final[Rows] = [
    ("大名", "号", "哪天", "做了啥", "收了多少"),
    ("林晚", "7", "2025-03-02", "水光针", 1280),
    ("周桐", "8", "2025-03-04", "热玛吉", 9800),
]
PEOPLE: Final[Rows] = [("姓名", "电话"), ("林晚", "13800000001")]
ODD_PEOPLE: Final[Rows] = [("大名", "联络"), ("林晚", "13800000001")]
FIELDS: Final = {
    "大名": BillField.NAME,
    "号": BillField.CARD_NUMBER,
    "哪天": BillField.ON,
    "收了多少": BillField.PAID,
}


@pytest.fixture
def profiles(book_database: Database, journal: Journal) -> Profiles:
    return Profiles(book_database, journal)


def book(path: pathlib.Path, **sheets: Rows) -> pathlib.Path:
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as made:
        for title, rows in sheets.items():
            page = made.add_worksheet(title)
            for number, row in enumerate(rows):
                page.write_row(number, 0, row)
    return path


def test_bills_nobody_knows_are_explained_and_known_the_next_month(
    imports: Imports, profiles: Profiles, book_database: Database, tmp_path: pathlib.Path
) -> None:
    first = imports.read(book(tmp_path / "1.xlsx", 十月=LINES), guess=True)
    said = ReadingRules(sheets={"十月": Lists.BILLS})
    shown = imports.read_again(first, said, kind=ListKind.CLINIC, guess=True)
    assert [one.lists for one in imports.sheets(first)] == [Lists.CLIENTS]
    assert [one.lists for one in imports.sheets(shown)] == [Lists.BILLS]
    assert [one.heading for one in imports.columns(shown)] == list(LINES[0])
    assert (shown.is_guessed, shown.bills) == (True, ())

    rules = ReadingRules(sheets=said.sheets, bill_columns=FIELDS)
    read = imports.read_again(shown, rules)
    assert {one.heading: one.field for one in imports.columns(read) if one.field} == FIELDS
    profiles.save("和美", read, rules)
    again = imports.read(book(tmp_path / "2.xlsx", 十一月=LINES))
    imports.apply(imports.plan(again))

    assert (again.profile, again.kind) == ("和美", ListKind.CLINIC)
    with book_database.read() as session:
        assert sorted(bill.paid for bill in fetch(session, Bill)) == [128_000, 980_000]


@pytest.mark.parametrize(
    "said",
    [
        ReadingRules(sheets={"十月": Lists.BILLS}, bill_columns=FIELDS),
        ReadingRules(sheets={"十月": Lists.CLIENTS}, columns={"大名": Field.NAME, "号": Field.QQ}),
    ],
)
def test_beside_other_sheets_one_called_after_its_month_is_known_the_next_month(
    imports: Imports, profiles: Profiles, tmp_path: pathlib.Path, said: ReadingRules
) -> None:
    kind = ListKind.CLINIC if said.bill_columns else ListKind.OWN_LIST
    about: Rows = [("说明",), ("本表由系统导出",)]
    first = imports.read(book(tmp_path / "1.xlsx", 十月=LINES, 说明=about), guess=True)
    read = imports.read_again(first, said, kind=kind)
    profiles.save("和美", read, said)

    again = imports.read(book(tmp_path / "2.xlsx", 十一月=LINES, 说明=about))

    assert (again.profile, again.kind) == ("和美", kind)
    assert len(again.bills or again.rows) == 2


@pytest.mark.parametrize("kind", [ListKind.CLINIC, ListKind.OWN_LIST])
def test_a_sheet_that_is_passed_over_gives_no_rows(
    imports: Imports, tmp_path: pathlib.Path, kind: ListKind
) -> None:
    path = book(tmp_path / "1.xlsx", 今年=PEOPLE, 去年=PEOPLE)
    rules = ReadingRules(sheets={"去年": Lists.NOTHING})

    read = imports.read(path, rules=rules, kind=kind)

    assert {row.sheet for row in read.rows} == {"今年"}
    assert [one.lists for one in imports.sheets(read)] == [Lists.CLIENTS, Lists.NOTHING]
    assert {one.sheet for one in imports.columns(read)} == {"今年"}


@pytest.mark.parametrize("kind", [ListKind.CLINIC, ListKind.OWN_LIST])
def test_beside_a_known_sheet_an_unknown_one_is_explained(
    imports: Imports, tmp_path: pathlib.Path, kind: ListKind
) -> None:
    read = imports.read(book(tmp_path / "1.xlsx", 新=PEOPLE, 旧=ODD_PEOPLE), kind=kind)
    assert [one.lists for one in imports.sheets(read)] == [Lists.CLIENTS, Lists.NOTHING]

    said = ReadingRules(sheets={"新": Lists.CLIENTS, "旧": Lists.CLIENTS})
    shown = imports.read_again(read, said, kind=kind)
    told = [(one.heading, one.field) for one in imports.columns(shown) if one.sheet == "旧"]
    assert told == [("大名", None), ("联络", None)]
    assert {row.sheet for row in shown.rows} == {"新"}

    columns = {"大名": Field.NAME, "联络": Field.PHONE}
    whole = imports.read_again(shown, ReadingRules(sheets=said.sheets, columns=columns))
    assert [(row.sheet, row.draft.name) for row in whole.rows] == [("新", "林晚"), ("旧", "林晚")]
    assert [sheet.columns for sheet in whole.sheets] == [(("name", "A"), ("phone", "B"))] * 2


@pytest.mark.parametrize(
    ("headings", "known", "names"),
    [
        (("大名", "生日", "地址"), {"生日": Field.BIRTHDAY, "地址": Field.ADDRESS}, []),
        (("姓名", "某栏", "另栏"), {"姓名": Field.NAME}, ["林晚"]),
        (("大名", "某栏", "另栏"), {}, []),
    ],
)
def test_what_is_known_of_a_list_is_read_beside_what_is_not(
    imports: Imports,
    tmp_path: pathlib.Path,
    headings: list[str],
    known: dict[str, Field],
    names: list[str],
) -> None:
    path = book(tmp_path / "1.xlsx", 甲=[headings, ("林晚", "1985-3-2", "徐汇区")])

    read = imports.read(path, guess=True)

    assert {one.heading: one.field for one in imports.columns(read) if one.field} == known
    assert [row.draft.name for row in read.rows] == names
    assert read.is_guessed is (not names)
    explained = ReadingRules(sheets=read.rules.sheets, columns={headings[0]: Field.NAME})
    assert [row.draft.name for row in imports.read_again(read, explained).rows] == ["林晚"]


def test_with_every_sheet_passed_over_the_list_stays_to_be_explained(
    imports: Imports, tmp_path: pathlib.Path
) -> None:
    read = imports.read(book(tmp_path / "1.xlsx", 甲=PEOPLE, 乙=PEOPLE))
    rules = ReadingRules(sheets={"甲": Lists.NOTHING, "乙": Lists.NOTHING})

    assert imports.read_again(read, rules, guess=True).rows == ()
    with pytest.raises(NoKnownColumns):
        imports.read_again(read, rules)


def test_who_a_row_is_about_is_not_asked_twice_when_a_sheet_turns_out_to_be_of_bills(
    imports: Imports, tmp_path: pathlib.Path
) -> None:
    read = imports.read(book(tmp_path / "1.xlsx", 甲=LINES), guess=True)
    chosen = {"大名": Field.NAME, "哪天": Field.FIRST_CONTACT}
    rules = ReadingRules(columns=chosen)
    columns, sheets = imports.columns(read), imports.sheets(read)

    bills = said_with(rules, sheets, columns, "甲", Lists.BILLS)
    back = said_with(bills, sheets, columns, "甲", Lists.CLIENTS)

    assert (bills.sheets, bills.bill_columns) == ({"甲": Lists.BILLS}, {"大名": BillField.NAME})
    assert (back.sheets, back.columns) == ({"甲": Lists.CLIENTS}, chosen)
