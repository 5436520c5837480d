"""What cells of our workbook mean: the inverse of our export, and what a manager types."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar, DatedFact, check
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DepositState,
    Knows,
    LeadState,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)
from crm_desktop.domain.returned import CardSaid, GiftDay, LineKind, NamedDay
from crm_desktop.excel import words
from crm_desktop.excel.canonical import bare, canonical, plain
from crm_desktop.excel.columns import Kind
from crm_desktop.excel.day_cells import day_cell, days_text
from crm_desktop.excel.returned_cells import canon_of, said_column
from crm_desktop.excel.returned_layout import columns_of
from crm_desktop.excel.returned_values import Said, meaning, reader_of
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_layout import SHEETS
from tests.excel.canonical_texts import meaning_of_text
from tests.folders import FULL

TODAY = dt.date(2026, 11, 22)
SOLAR, LUNAR = Calendar.SOLAR, Calendar.LUNAR
COLUMNS = {key: column for table in SHEETS for key, column in columns_of(table).items()}


def fact(month: int, day: int, year: int | None = None, calendar: Calendar = SOLAR) -> DatedFact:
    return DatedFact(calendar=calendar, year=year, month=month, day=day)


def exported(folder: ClientFolder) -> list[tuple[str, str]]:
    """Return every filled cell of a client, as canonical text by key."""
    return [
        (table.full_key(column), str(cell))
        for table in SHEETS
        for _, cells in table.rows(folder)
        for column, cell in zip(table.columns, cells, strict=True)
        if cell not in {None, ""}
    ]


def test_every_cell_we_write_means_what_we_would_write_again() -> None:
    cells = [*exported(FULL), ("client.card_number", "a:1、b:2")]

    for key, text in cells:
        said = meaning_of_text(key, text, today=TODAY)

        assert isinstance(said, Said), (key, text)
        assert said.text == text, key


@pytest.mark.parametrize("key", [key for key, column in COLUMNS.items() if column.choices])
def test_every_word_of_every_dropdown_is_read(key: str) -> None:
    for word in words.CHOICES[COLUMNS[key].choices]:
        said = meaning(key, word, today=TODAY)

        assert isinstance(said, Said)
        assert said.text == word


@given(
    calendar=st.sampled_from([SOLAR, LUNAR]),
    year=st.none() | st.integers(1901, 2026),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
    leap=st.booleans(),
)
def test_every_day_that_is_written_is_read(
    calendar: Calendar, year: int | None, month: int, day: int, *, leap: bool
) -> None:
    found = DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap)
    if check(found) is None:
        assert meaning("client.birthday", str(day_cell(found)), today=TODAY) == Said(
            found, str(day_cell(found))
        )


@pytest.mark.parametrize(
    ("key", "cell", "value"),
    [
        ("client.birthday", "1985.3.2", fact(3, 2, 1985)),
        ("client.birthday", dt.date(1985, 3, 2), fact(3, 2, 1985)),
        ("client.birthday", 31108.0, fact(3, 2, 1985)),
        ("client.birthday", "5月29", fact(5, 29)),
        ("client.birthday", "农历八月十五", fact(8, 15, None, LUNAR)),
        ("client.birthday", "1890-05-01", fact(5, 1, 1890)),
        ("client.first_contact", "2021/3/1", dt.date(2021, 3, 1)),
        ("project.expires_on", "2035-06-30", dt.date(2035, 6, 30)),
        ("gift.occasion", "生日", "birthday"),
        ("gift.occasion", "birthday", "birthday"),
        ("gift.occasion", "看望", "看望"),
        ("gift.on", "2025.3", GiftDay(on=dt.date(2025, 3, 1), month_only=True)),
        ("gift.on", "2025年3月", GiftDay(on=dt.date(2025, 3, 1), month_only=True)),
        ("gift.on", dt.date(2025, 3, 8), GiftDay(on=dt.date(2025, 3, 8))),
        ("client.income", "3.5万", 3_500_000),
        ("client.income", 350_000, 35_000_000),
        ("client.income", "¥1,280.50", 128_050),
        ("client.children_count", "两个", 2),
        ("client.children_count", 2.0, 2),
        ("client.sex", "男士", Problem(code=ProblemCode.CHOICE_UNKNOWN, value="男士")),
        ("client.sex", "女士", Sex.FEMALE),
        ("client.tier", "a级", Tier.A),
        ("client.tier", "VIP", Problem(code=ProblemCode.CHOICE_UNKNOWN, value="VIP")),
        ("client.vip", "VIP", True),
        ("client.vip", True, True),
        ("client.vip", "否", False),
        ("client.vip", "也许", Problem(code=ProblemCode.YES_NO_UNREADABLE, value="也许")),
        ("client.lead_state", "已成交", LeadState.SOLD),
        ("person.relation", "老公", Relation.HUSBAND),
        ("person.knows", "瞒着", Knows.NO),
        ("visit.type", "复 诊", Problem(code=ProblemCode.CHOICE_UNKNOWN, value="复 诊")),
        ("visit.type", " 复诊 ", VisitType.RETURN),
        ("visit.bill_kind", "退费", BillKind.REFUND),
        ("project.kind", "套餐", LineKind.PACKAGE),
        ("project.state", "已退", DepositState.REFUNDED),
        ("client.phone", "+86 138-0013-8000 / 027-88881234", ("13800138000", "02788881234")),
        ("client.phone", 13800138000.0, ("13800138000",)),
        ("client.phone", "1.38E+10", Problem(code=ProblemCode.PHONE_DIGITS_LOST, value="1.38E+10")),
        ("client.likes", "百合, 茶;香", ("百合", "茶", "香")),
        ("client.needs", "抗衰", ("抗衰",)),
        ("client.other_dates", "开店 8月18日", (NamedDay(label="开店", fact=fact(8, 18)),)),
        (
            "client.other_dates",
            "2号店8月18日\n农历八月初八",
            (
                NamedDay(label="2号店", fact=fact(8, 18)),
                NamedDay(label="", fact=fact(8, 8, None, LUNAR)),
            ),
        ),
        ("client.other_dates", "开店", Problem(code=ProblemCode.DATE_UNREADABLE, value="开店")),
        ("client.card_number", "a:1,2", (CardSaid(number="1", source="a"), CardSaid(number="2"))),
        ("client.qq", 10001.0, "10001"),
        ("client.notes", "  两行\n字  ", "两行\n字"),
    ],
)
def test_what_a_manager_types_is_understood(key: str, cell: CellValue, value: object) -> None:
    said = meaning(key, cell, today=TODAY)

    assert (said.value if isinstance(said, Said) else said) == value


@pytest.mark.parametrize("key", ["client.birthday", "client.income", "client.sex", "client.likes"])
@pytest.mark.parametrize("cell", ["-", "不详", "/"])
def test_a_cell_that_says_that_nothing_is_known_means_nothing(key: str, cell: str) -> None:
    assert meaning(key, cell, today=TODAY) is None


@pytest.mark.parametrize(
    ("kind", "state"),
    [(LineKind.PROMISE, PromiseState.KEPT), (LineKind.COMPLAINT, ComplaintState.CLOSED)],
)
def test_done_is_read_as_the_kind_of_its_row_means_it(
    kind: LineKind, state: PromiseState | ComplaintState
) -> None:
    said = reader_of("follow_up.state", kind)("已完成", TODAY)

    assert isinstance(said, Said)
    assert said.value is state


@pytest.mark.parametrize(
    ("kind", "cell", "text"),
    [
        (Kind.MONEY, 1234.5, "123450"),
        (Kind.MONEY, "1,234.50", "123450"),
        (Kind.MONEY, "¥1,234.5", "123450"),
        (Kind.MONEY, "-20", "-2000"),
        (Kind.MONEY, 0, "0"),
        (Kind.MONEY, 0.29, "29"),
        (Kind.MONEY, 1.005, "101"),
        (Kind.MONEY, "约3万", "约3万"),
        (Kind.MONEY, 1e300, "1e+300"),
        (Kind.MONEY, True, "是"),
        (Kind.COUNT, 3.0, "3"),
        (Kind.COUNT, "3", "3"),
        (Kind.COUNT, "3.0", "3"),
        (Kind.COUNT, 2.5, "2.5"),
        (Kind.COUNT, "两", "两"),
        (Kind.DATE, dt.date(2026, 11, 22), "2026-11-22"),
        (Kind.DATE, dt.datetime(2026, 11, 22), "2026-11-22"),  # noqa: DTZ001 - a cell has no zone
        (Kind.DATE, "2026/11/22", "2026-11-22"),
        (Kind.DATE, "2026-11-22 00:00:00", "2026-11-22"),
        (Kind.DATE, 46348.0, "2026-11-22"),
        (Kind.DAY, "5月29日", "5月29日"),
        (Kind.DAY, 85.3, "85.3"),
        (Kind.TEXT, 13800138000.0, "13800138000"),
        (Kind.TEXT, "a\r\nb", "a\nb"),
        (Kind.TEXT, float("nan"), "nan"),
        (Kind.TEXT, dt.time(9, 30), "09:30:00"),
        (Kind.CHOICE, True, "是"),
        (Kind.NOTE, None, ""),
    ],
)
def test_a_cell_has_one_text_whatever_it_became(kind: Kind, cell: CellValue, text: str) -> None:
    assert canon_of(kind)(cell) == text
    assert said_column(kind, "k=", [cell, 0.5])[0] == (f"k={text}" if text else "")


@given(st.text())
def test_a_text_that_is_canonical_stays_so(text: str) -> None:
    once = plain(text)

    assert plain(once) == once
    assert not set(once) & set("\t\r\x00\x1f\x0b")
    assert bare(once) in {once, once[1:], once[2:-1]}
    assert canonical(text) == bare(once)


def test_several_dates_of_a_cell_are_read_as_they_are_written() -> None:
    dates = FULL.other_dates()

    said = meaning("client.other_dates", days_text(dates), today=TODAY)

    assert isinstance(said, Said)
    assert said.value == tuple(
        NamedDay(label=date.label or date.origin, fact=date.fact) for date in dates
    )
