"""Contacts of a phone through the plan of lists: matched, filled, told, undone."""

import datetime as dt
import os
import pathlib

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import (
    CrmError,
    NoContacts,
    WorkbookEmpty,
    WorkbookMissing,
)
from crm_desktop.domain.import_plan import Options, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Relation
from crm_desktop.phone.card_reader import read_cards
from crm_desktop.services.clients import Clients
from crm_desktop.services.folders import folders
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.phone_cards import card_list
from tests import builders
from tests.fakes import FixedClock
from tests.services.importing.lists import clients_of, dump

CONTACTS = """BEGIN:VCARD
VERSION:3.0
N:王;小明;;;
FN:王小明
TEL;TYPE=CELL:+86 139 0000 0001
BDAY;X-APPLE-OMIT-YEAR=1604:1604-06-01
item1.X-ABRELATEDNAMES:李雷
item1.X-ABLabel:_$!<Spouse>!$_
item2.X-ABRELATEDNAMES:朵朵 1 号
item2.X-ABLabel:_$!<Child>!$_
NOTE:喜欢百合
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:陈一一
TEL:13900000002
BDAY:1984-02-30
END:VCARD
BEGIN:VCARD
VERSION:3.0
FN:赵二二
TEL:13900000003
X-ALTBDAY;CALSCALE=chinese:0078000110L01
END:VCARD
BEGIN:VCARD
VERSION:3.0
TEL:13900000004
END:VCARD
"""


@pytest.fixture
def contacts(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "contacts.vcf"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def test_contacts_become_rows_of_the_same_plan(imports: Imports, contacts: pathlib.Path) -> None:
    read = imports.read(contacts)
    made = imports.plan(read)

    assert read.is_cards
    assert imports.columns(read) == ()
    assert not made.options.mark_big
    assert [(row.row_number, row.name, row.outcome) for row in made.rows] == [
        (1, "王小明", Outcome.NEW),
        (2, "陈一一", Outcome.NEW),
        (3, "赵二二", Outcome.NEW),
        (4, "", Outcome.ERROR),
    ]
    told = [(one.row, one.sheet, one.column, one.code, one.raw) for one in made.problems]
    assert told == [
        (2, "", "", ProblemCode.IMPOSSIBLE_DATE, "1984-02-30"),
        (4, "", "", ProblemCode.NAME_MISSING, ""),
    ]


def test_what_a_contact_says_stands_in_the_file_and_one_undo_takes_it_back(
    imports: Imports, journal: Journal, book_database: Database, contacts: pathlib.Path
) -> None:
    before = dump(book_database)
    imports.apply(imports.plan(imports.read(contacts)))

    with book_database.read() as session:
        found = {one.client.name: one for one in folders(session, with_archived=True)}
    hers = found["王小明"]
    assert [phone.digits for phone in hers.phones] == ["13900000001"]
    assert [(date.month, date.day, date.year) for date in hers.dates] == [(6, 1, None)]
    assert [(one.relation, one.name or one.nickname) for one in hers.persons] == [
        (Relation.HUSBAND, "李雷"),
        (Relation.CHILD, "朵朵 1 号"),
    ]
    assert hers.client.notes == "喜欢百合"
    [born] = found["赵二二"].dates
    assert born.fact == DatedFact(calendar=Calendar.LUNAR, year=1984, month=10, day=1, leap=True)
    journal.undo()
    assert dump(book_database) == before


def test_a_second_time_nothing_is_new(imports: Imports, contacts: pathlib.Path) -> None:
    imports.apply(imports.plan(imports.read(contacts)))

    made = imports.plan(imports.read(contacts))

    assert made.writes_nothing
    assert made.counts[Outcome.SAME] == 3


def test_who_is_in_the_book_is_found_by_her_phone_and_blanks_are_filled(
    imports: Imports, book_database: Database, journal: Journal, contacts: pathlib.Path
) -> None:
    Clients(book_database, journal).add(builders.client("王小明"), ("13900000001",))

    made = imports.plan(imports.read(contacts))

    assert made.rows[0].outcome is Outcome.UPDATED


def test_strangers_are_passed_over_where_only_people_of_the_book_are_wanted(
    imports: Imports,
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    contacts: pathlib.Path,
) -> None:
    Clients(book_database, journal).add(builders.client("王小明"), ("13900000001",))
    options = Options(source="contacts.vcf", now=clock.now(), known_only=True, mark_big=False)

    made = imports.plan(imports.read(contacts), options=options)

    outcomes = [row.outcome for row in made.rows]
    assert outcomes == [Outcome.UPDATED, Outcome.SKIPPED, Outcome.SKIPPED, Outcome.ERROR]
    imports.apply(made)
    assert len(clients_of(book_database)) == 1


def test_contacts_with_problems_are_handed_back_as_a_list_that_comes_in(
    imports: Imports, contacts: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    read = imports.read(contacts)
    made = imports.plan(read)
    path = tmp_path / "mend.xlsx"

    rows = imports.write_errors(read, made, path, heading="?", explain=lambda one: one.code)

    sheet = openpyxl.load_workbook(path).active
    assert sheet is not None
    assert rows == 2
    assert sheet["A2"].value == "陈一一"
    assert sheet["E2"].value == "1984-02-30"
    assert sheet["E2"].comment is not None
    mended = imports.plan(imports.read(path))
    assert [row.name for row in mended.rows] == ["陈一一", ""]


def test_a_file_is_known_as_contacts_by_its_beginning(
    imports: Imports, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "通讯录.txt"
    path.write_bytes(b"\xef\xbb\xbf\r\nbegin:vcard\nFN:\xe7\x8e\x8b\nEND:VCARD\n")

    assert imports.read(path).is_cards


@pytest.mark.parametrize(
    ("content", "error"),
    [
        (None, WorkbookMissing),
        (b"", WorkbookEmpty),
        (b"PK\x03\x04", NoContacts),
        (bytes(range(256)) * 50, NoContacts),
        ("姓名,电话\n王,1".encode(), NoContacts),
    ],
)
def test_a_file_that_cannot_be_used_says_why(
    imports: Imports, tmp_path: pathlib.Path, content: bytes | None, error: type[CrmError]
) -> None:
    path = tmp_path / "contacts.vcf"
    if content is not None:
        path.write_bytes(content)

    with pytest.raises(error):
        imports.read(path)


def test_a_folder_and_a_pipe_are_no_contacts(imports: Imports, tmp_path: pathlib.Path) -> None:
    (tmp_path / "folder.vcf").mkdir()
    os.mkfifo(tmp_path / "pipe.vcf")

    for name in ("folder.vcf", "pipe.vcf"):
        with pytest.raises(NoContacts):
            imports.read(tmp_path / name)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ("BDAY:1984-02-30", ProblemCode.IMPOSSIBLE_DATE),
        ("BDAY:1984-13-01", ProblemCode.IMPOSSIBLE_DATE),
        ("BDAY:--0230", ProblemCode.IMPOSSIBLE_DATE),
        ("BDAY:1850-01-01", ProblemCode.IMPOSSIBLE_DATE),
        ("BDAY:2999-01-01", ProblemCode.IMPOSSIBLE_DATE),
        ("BDAY:1984", ProblemCode.DATE_UNREADABLE),
        ("BDAY;VALUE=text:circa 1800", ProblemCode.DATE_UNREADABLE),
        ("X-ALTBDAY;CALSCALE=chinese:007800010631", ProblemCode.IMPOSSIBLE_DATE),
        ("X-ALTBDAY;CALSCALE=chinese:007800011301", ProblemCode.IMPOSSIBLE_DATE),
        ("X-ALTBDAY;CALSCALE=chinese:0078000106L01", ProblemCode.LEAP_MONTH_ABSENT),
        ("X-ALTBDAY;CALSCALE=chinese:007600010601", ProblemCode.LUNAR_OUT_OF_RANGE),
        ("X-ALTBDAY;CALSCALE=chinese:999999990601", ProblemCode.DATE_UNREADABLE),
        ("ANNIVERSARY:2009-02-29", ProblemCode.IMPOSSIBLE_DATE),
        ("TEL:12", ProblemCode.PHONE_BAD),
    ],
)
def test_what_cannot_be_is_told_and_the_rest_comes_in(
    imports: Imports, tmp_path: pathlib.Path, said: str, code: ProblemCode
) -> None:
    path = tmp_path / "contacts.vcf"
    path.write_text(f"BEGIN:VCARD\nFN:王小明\nX-QQ:12345678\n{said}\nEND:VCARD", encoding="utf-8")

    made = imports.plan(imports.read(path))

    [row] = made.rows
    assert ([one.code for one in row.problems], row.outcome) == ([code], Outcome.NEW)


@given(st.integers(0, len(CONTACTS)), st.integers(0, 9), st.binary(max_size=9))
def test_a_file_with_any_bytes_changed_becomes_rows_or_is_refused(
    at: int, length: int, instead: bytes
) -> None:
    data = CONTACTS.encode()
    data = data[:at] + instead + data[at + length :]

    rows = card_list(read_cards(data, "a.vcf"), "a.vcf", today=dt.date(2026, 11, 22)).rows

    assert all(row.draft.name or row.is_held_back for row in rows)


def test_every_sample_is_read_and_names_stand_on_almost_every_card(
    imports: Imports, shared_data: pathlib.Path
) -> None:
    files = sorted((shared_data / "vcards").glob("*.vcf"))
    cards = [card for file in files for card in read_cards(file.read_bytes(), file.name)]
    named = [card for card in cards if card.texts.get(Field.NAME)]

    for file in files:
        imports.plan(imports.read(file))
    assert len(files) == 38
    assert len(named) >= 0.95 * len(cards)
    assert len(cards) == 46
