"""Profiles in the book: mapped once, a list is read by itself, and each rule counts."""

import pathlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, Final

import pytest
import xlsxwriter

from crm_desktop.database import Database
from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.errors import (
    NoKnownColumns,
    ProfileUnfit,
    ProfileUnknown,
    ProfileUnreadable,
)
from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, BlankRule, DateOrder, ReadingRules
from crm_desktop.domain.records import Bill
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.profiles import Profiles
from crm_desktop.services.read_list import ReadList
from crm_desktop.services.records import fetch
from tests.fakes import FixedClock
from tests.services.importing.lists import Rows, Save, clients_of
from tests.services.importing.returning import Desk

Book = Callable[..., pathlib.Path]

OWN: Final[Rows] = [
    ("姓名", "电话", "建档", "称呼方式", "来自"),
    ("林晚", "13800000001", "03/04/2025", "晚姐", "抖音"),
    ("周桐", "13800000002", "05/04/2025", "", ""),
]
HERS: Final = {"建档": Field.FIRST_CONTACT, "称呼方式": Field.DISPLAY_NAME, "来自": Field.SOURCE}
ODD_CLIENTS: Final[Rows] = [
    ("编码", "会员大名", "联络号", "渠道一"),
    ("7", "林晚", "13800000001", "美团"),
]
ODD_LINES: Final[Rows] = [
    ("流水", "编码", "会员大名", "发生日", "做了啥", "收了多少"),
    ("S1", "7", "林晚", "2025-03-02", "水光针", 1280),
]
ODD: Final = ReadingRules(
    columns={
        "编码": Field.CARD_NUMBER,
        "会员大名": Field.NAME,
        "联络号": Field.PHONE,
        "渠道一": Field.SOURCE,
    },
    bill_columns={
        "流水": BillField.ORDER_NUMBER,
        "编码": BillField.CARD_NUMBER,
        "会员大名": BillField.NAME,
        "发生日": BillField.ON,
        "做了啥": BillField.PROJECT,
        "收了多少": BillField.PAID,
    },
    card_source="和美",
)


@pytest.fixture
def profiles(book_database: Database, journal: Journal) -> Profiles:
    return Profiles(book_database, journal)


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Book:
    """Return a maker of workbooks of several sheets."""

    def make(name: str, **sheets: Rows) -> pathlib.Path:
        path = tmp_path / name
        with xlsxwriter.Workbook(str(path), {"in_memory": True}) as made:
            for title, rows in sheets.items():
                page = made.add_worksheet(title)
                for number, row in enumerate(rows):
                    page.write_row(number, 0, row)
        return path

    return make


def remember(
    imports: Imports,
    profiles: Profiles,
    path: pathlib.Path,
    name: str = "名单",
    **rules: Any,  # noqa: ANN401 - fields of ReadingRules
) -> ReadList:
    """Read a list by rules said by hand, and keep them."""
    said = ReadingRules(**rules)
    first = imports.read(path)
    read = imports.read_again(first, said)
    profiles.save(name, read, said)
    return read


def moved(rows: Rows, order: Sequence[int]) -> Rows:
    return [[row[place] for place in order] for row in rows]


def test_a_list_is_known_the_next_time_wherever_its_columns_stand(
    imports: Imports, profiles: Profiles, save: Save
) -> None:
    read = remember(imports, profiles, save(OWN), columns=HERS)

    again = imports.read(save([("旧客户",), *moved(OWN, (4, 2, 0, 3, 1))]))

    assert (again.profile, again.rules.columns) == ("名单", HERS)
    drafts = [row.draft for row in again.rows]
    assert drafts == [row.draft for row in read.rows]
    assert (drafts[0].display_name, drafts[0].source) == ("晚姐", "抖音")
    assert imports.plan(again).profile == "名单"


def test_odd_headings_of_a_second_clinic_are_mapped_once(
    imports: Imports, profiles: Profiles, book: Book, book_database: Database
) -> None:
    path = book("二.xlsx", 甲=ODD_CLIENTS, 乙=ODD_LINES)
    read = imports.read(path, rules=ODD, kind=ListKind.CLINIC)
    profiles.save("和美", read, ODD)

    lines = moved(ODD_LINES, (5, 4, 3, 2, 1, 0))
    spaced = [[f" {str(word)[0]} {str(word)[1:]}" for word in lines[0]], *lines[1:]]
    again = imports.read(book("三.xlsx", 乙=spaced, 甲=ODD_CLIENTS))
    imports.apply(imports.plan(again))

    [client] = clients_of(book_database)
    assert (again.profile, again.kind) == ("和美", ListKind.CLINIC)
    assert client["cards"] == [{**client["cards"][0], "source": "和美", "number": "7"}]
    with book_database.read() as session:
        assert [bill.paid for bill in fetch(session, Bill)] == [128_000]


def test_a_list_without_a_known_heading_can_be_explained(
    imports: Imports, profiles: Profiles, save: Save
) -> None:
    strange = [
        ("旧客户一览", None, None),
        ("大名", "联络", "渠道"),
        ("林晚", "13800000001", "抖音"),
    ]
    with pytest.raises(NoKnownColumns):
        imports.read(save(strange))

    first = imports.read(save(strange), guess=True)
    columns = {"大名": Field.NAME, "联络": Field.PHONE, "渠道": Field.SOURCE}
    read = imports.read_again(first, ReadingRules(columns=columns))
    profiles.save("名单", first, read.rules)

    assert (first.is_guessed, first.rows) == (True, ())
    told = [(one.letter, one.heading, one.samples, one.field) for one in imports.columns(first)]
    assert told[:2] == [("A", "大名", ("林晚",), None), ("B", "联络", ("13800000001",), None)]
    again = imports.read(save([strange[1], strange[2]]))
    assert (again.profile, read.is_guessed) == ("名单", False)
    assert [row.draft.source for row in again.rows] == ["抖音"]


@pytest.mark.parametrize(
    "rows", [[("题目",)], [("1", "2"), ("3", "4")], [(1, 2), (3, 4)], [("甲", "甲"), ("乙", "乙")]]
)
def test_what_has_nothing_like_headings_is_refused(
    imports: Imports, save: Save, rows: Rows
) -> None:
    with pytest.raises(NoKnownColumns):
        imports.read(save(rows), guess=True)


def test_what_is_much_alike_is_offered_and_not_taken(
    imports: Imports, profiles: Profiles, save: Save
) -> None:
    remember(imports, profiles, save(OWN), columns=HERS)
    wider = [(*row, "甲" if number else "新列") for number, row in enumerate(OWN)]

    read = imports.read(save(wider))
    taken = imports.read_by(read, imports.profiles_like(read)[0])

    assert (read.profile, read.rules) == ("", AS_IT_STANDS)
    assert [one.name for one in imports.profiles_like(read)] == ["名单"]
    assert (taken.profile, taken.rows[0].draft.display_name) == ("名单", "晚姐")
    assert imports.profiles_like(taken) == ()


def test_two_clinics_with_one_system_are_asked_about(
    imports: Imports, profiles: Profiles, save: Save
) -> None:
    for name in ("和美", "丽人"):
        remember(imports, profiles, save(OWN), name, columns=HERS, card_source=name)

    read = imports.read(save(OWN))

    assert (read.profile, read.rules) == ("", AS_IT_STANDS)
    assert [one.name for one in imports.profiles_like(read)] == ["丽人", "和美"]
    assert imports.read(save(OWN), profile="丽人").rules.card_source == "丽人"


def test_rules_that_were_said_go_before_a_profile(
    imports: Imports, profiles: Profiles, save: Save
) -> None:
    read = remember(imports, profiles, save(OWN), columns=HERS)
    said = ReadingRules(columns={"来自": Field.TAGS})

    assert imports.read(save(OWN), rules=said).profile == ""
    known = imports.read(save(OWN))
    assert imports.read_again(known, known.rules).profile == "名单"
    assert imports.read_again(known, said).profile == ""
    assert read.profile == ""


def test_a_profile_is_of_one_kind_of_list(imports: Imports, profiles: Profiles, save: Save) -> None:
    remember(imports, profiles, save(OWN), columns=HERS)

    as_clinic = imports.read(save(OWN), kind=ListKind.CLINIC)

    assert (as_clinic.profile, as_clinic.kind) == ("", ListKind.CLINIC)
    with pytest.raises(ProfileUnfit, match="名单"):
        imports.read(save(OWN), kind=ListKind.CLINIC, profile="名单")


def test_contacts_and_names_nobody_gave_are_refused(
    imports: Imports, profiles: Profiles, save: Save, tmp_path: pathlib.Path
) -> None:
    remember(imports, profiles, save(OWN), columns=HERS)
    cards = tmp_path / "one.vcf"
    cards.write_text("BEGIN:VCARD\nVERSION:3.0\nFN:林晚\nTEL:13800000001\nEND:VCARD\n")

    with pytest.raises(ProfileUnfit):
        imports.read(cards, profile="名单")
    with pytest.raises(ProfileUnknown) as caught:
        imports.read(save(OWN), profile="名册")
    assert caught.value.known == ("名单",)


@pytest.mark.parametrize(
    ("order", "day"),
    [
        (DateOrder.DAY_FIRST, "2025-04-03"),
        (DateOrder.MONTH_FIRST, "2025-03-04"),
        (DateOrder.YEAR_FIRST, None),
    ],
)
def test_the_order_of_dates_decides_which_day_is_read(
    imports: Imports,
    profiles: Profiles,
    save: Save,
    order: DateOrder,
    day: str | None,
) -> None:
    remember(imports, profiles, save(OWN), columns=HERS, date_order=order)

    [first, _] = imports.read(save(OWN)).rows

    found = first.draft.first_contact_on
    assert (found.isoformat() if found else None) == day
    assert [one.code for one in first.problems] == ([] if day else [ProblemCode.DATE_UNREADABLE])


def test_defaults_stand_where_a_cell_is_blank_or_a_column_is_missing(
    imports: Imports, profiles: Profiles, save: Save, book_database: Database
) -> None:
    defaults = {Field.SOURCE: "老客介绍", Field.TAGS: "旧名单、回访"}
    remember(imports, profiles, save(OWN), columns=HERS, defaults=defaults)

    imports.apply(imports.plan(imports.read(save(OWN))))

    told = {client["name"]: client for client in clients_of(book_database)}
    assert (told["林晚"]["source"], told["周桐"]["source"]) == ("抖音", "老客介绍")
    assert set(told["周桐"]["tags"]) == {"旧名单", "回访"}


def test_what_a_clinic_owns_never_is_who_somebody_is(
    imports: Imports, profiles: Profiles, book: Book, book_database: Database
) -> None:
    owned = frozenset({Field.SOURCE, Field.NAME, Field.PHONE})
    rules = replace(ODD, clinic_owned=owned, blank=BlankRule.CLEARS)
    path = book("一.xlsx", 甲=ODD_CLIENTS)
    profiles.save("和美", imports.read(path, rules=rules, kind=ListKind.CLINIC), rules)
    read = imports.read(path)
    imports.apply(imports.plan(read))

    options = imports.options_for(imports.read(path))
    changed = [ODD_CLIENTS[0], ("7", "林婉", "13800000001", "抖音")]
    made = imports.plan(imports.read(book("二.xlsx", 甲=changed)))
    imports.apply(made)

    [client] = clients_of(book_database)
    assert (options.clinic_owned, options.clears_blanks) == (frozenset({Field.SOURCE}), True)
    assert made.rows[0].outcome is Outcome.CONFLICT
    assert (client["name"], client["source"]) == ("林晚", "抖音")


def test_the_same_number_of_two_clinics_is_two_people(
    imports: Imports, profiles: Profiles, book: Book, book_database: Database
) -> None:
    first = book("一.xlsx", 甲=ODD_CLIENTS)
    other = book("二.xlsx", 甲=[ODD_CLIENTS[0], ("7", "周桐", "13800000009", "")])
    for path, name in ((first, "和美"), (other, "丽人")):
        rules = replace(ODD, card_source=name)
        profiles.save(name, imports.read(path, rules=rules, kind=ListKind.CLINIC), rules)
        imports.apply(imports.plan(imports.read(path, profile=name)))

    cards = {
        client["name"]: [(card["source"], card["number"]) for card in client["cards"]]
        for client in clients_of(book_database)
    }

    assert cards == {"林晚": [("和美", "7")], "周桐": [("丽人", "7")]}


def test_what_we_sent_out_is_known_by_what_it_says_and_by_no_profile(
    profiles: Profiles,
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    tmp_path: pathlib.Path,
) -> None:
    desk = Desk(book_database, journal, clock, tmp_path)
    imports, path = desk.imports, desk.out()
    as_list = imports.read(path, kind=ListKind.OWN_LIST)
    profiles.save("我们的表", as_list, AS_IT_STANDS)

    read = imports.read(path)

    assert (read.kind, read.profile, imports.profiles_like(read)) == (ListKind.ROUNDTRIP, "", ())


def test_a_profile_gives_way_to_one_of_its_name_and_comes_back_by_undo(
    imports: Imports, profiles: Profiles, journal: Journal, save: Save
) -> None:
    remember(imports, profiles, save(OWN), "甲", columns=HERS)
    remember(imports, profiles, save(OWN), "乙", columns=HERS, card_source="乙")
    [first, second] = sorted(profiles.list(), key=_id)

    profiles.edit(first.id, first.rules, "乙")

    assert [(one.name, one.rules.card_source) for one in profiles.list()] == [("乙", "clinic")]
    journal.undo()
    assert sorted(profiles.list(), key=_id) == [first, second]


def test_a_profile_is_passed_on_and_holds_nobodys_data(
    imports: Imports, profiles: Profiles, save: Save, tmp_path: pathlib.Path, journal: Journal
) -> None:
    remember(imports, profiles, save(OWN), columns=HERS, date_order=DateOrder.DAY_FIRST)
    [kept] = profiles.list()
    path = tmp_path / "名单.json"

    profiles.write_file(kept, path)
    profiles.remove(kept.id)
    found, _ = profiles.read_file(path)

    text = path.read_text(encoding="utf-8")
    assert not [cell for row in OWN[1:] for cell in row if cell and str(cell) in text]
    assert replace(found, id=kept.id) == kept == replace(profiles.list()[0], id=kept.id)
    assert imports.read(save(OWN)).profile == "名单"
    journal.undo()
    assert profiles.list() == ()


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"{}", b"x" * 1_000_001])
def test_another_file_is_refused_and_nothing_is_kept(
    profiles: Profiles, tmp_path: pathlib.Path, content: bytes
) -> None:
    path = tmp_path / "other.json"
    path.write_bytes(content)

    with pytest.raises(ProfileUnreadable):
        profiles.read_file(path)
    with pytest.raises(ProfileUnreadable):
        profiles.read_file(tmp_path / "none.json")
    assert profiles.list() == ()


def _id(profile: Profile) -> int:
    return profile.id
