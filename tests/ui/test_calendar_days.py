"""The days of the calendar: pages, models, places within a cell, words, and the sheet of paper."""

import datetime as dt
import itertools

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from crm_desktop.domain.day_sheet import Entry, Standing, entry_of
from crm_desktop.domain.festivals import Festival
from crm_desktop.domain.occasions import Kind, Source
from crm_desktop.domain.records import Relation
from crm_desktop.domain.solar_terms import SolarTerm
from crm_desktop.services.calendar import DayFacts, DayLine, Stretch
from crm_desktop.services.festival_table import built_in_festivals
from crm_desktop.ui.calendar.agenda import AgendaModel
from crm_desktop.ui.calendar.cell import places
from crm_desktop.ui.calendar.day_list import DayListModel
from crm_desktop.ui.calendar.days import (
    CELL_ROLE,
    DAY_ROLE,
    DaysModel,
    View,
    last_of,
    span,
    turned,
)
from crm_desktop.ui.calendar.paper import MonthSheet, Names, pdf
from crm_desktop.ui.calendar.words import (
    festival_words,
    lunar_short,
    lunar_whole,
    told_day,
    told_entry,
)
from crm_desktop.ui.i18n import Language, Translators
from tests.ui.people import SUNDAY, TUESDAY, occasion

PAGE = span(View.MONTH, SUNDAY)
BIRTHDAY = entry_of(occasion(1, person_relation=Relation.CHILD, person_nickname="朵朵"))
TALK = entry_of(
    occasion(2, kind=Kind.FOLLOW_UP, source=Source.TALK, label="想再看看", big=False), Standing.LATE
)
FATAL = QAbstractItemModelTester.FailureReportingMode.Fatal


def festival(code: str) -> Festival:
    found = built_in_festivals().get(code)
    assert found is not None
    return found


def stretch(*entries: Entry, facts: dict[dt.date, DayFacts] | None = None) -> Stretch:
    return Stretch(first=PAGE[0], last=PAGE[1], entries=entries, facts=facts or {})


@pytest.mark.parametrize(
    ("view", "on", "first", "last"),
    [
        (View.MONTH, (2026, 11, 22), (2026, 10, 26), (2026, 12, 6)),
        (View.MONTH, (2027, 2, 1), (2027, 2, 1), (2027, 3, 14)),
        (View.WEEK, (2026, 11, 22), (2026, 11, 16), (2026, 11, 22)),
        (View.WEEK, (2027, 1, 1), (2026, 12, 28), (2027, 1, 3)),
        (View.AGENDA, (2028, 2, 3), (2028, 2, 1), (2028, 2, 29)),
    ],
)
def test_a_page_begins_on_monday_and_an_agenda_holds_the_month(
    view: View, on: tuple[int, int, int], first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    assert span(view, dt.date(*on)) == (dt.date(*first), dt.date(*last))


@pytest.mark.parametrize(
    ("view", "on", "by", "there"),
    [
        (View.MONTH, (2026, 11, 30), 3, (2027, 2, 28)),
        (View.MONTH, (2026, 11, 30), -1, (2026, 10, 30)),
        (View.MONTH, (2100, 12, 3), 1, (2100, 12, 3)),
        (View.AGENDA, (1901, 1, 3), -1, (1901, 1, 3)),
        (View.WEEK, (2026, 12, 30), 1, (2027, 1, 6)),
        (View.WEEK, (2100, 12, 30), 1, (2100, 12, 31)),
    ],
)
def test_turning_keeps_the_day_of_the_month_and_the_bounds(
    view: View, on: tuple[int, int, int], by: int, there: tuple[int, int, int]
) -> None:
    assert turned(view, dt.date(*on), by) == dt.date(*there)


def test_the_last_day_of_a_month() -> None:
    assert last_of(dt.date(2028, 2, 29)) == dt.date(2028, 2, 29)


def test_the_models_keep_the_rules_of_models(qtbot: QtBot) -> None:
    del qtbot
    days, lines, list_ = DaysModel(SUNDAY), AgendaModel(SUNDAY), DayListModel()
    testers = [QAbstractItemModelTester(model, FATAL) for model in (days, lines, list_)]

    for view in (View.MONTH, View.WEEK, View.MONTH):
        days.show(view, SUNDAY, stretch(BIRTHDAY), [BIRTHDAY, TALK])
    lines.show(stretch(BIRTHDAY, facts={TUESDAY: DayFacts()}), [BIRTHDAY, TALK])
    list_.show([DayLine(occasion=occasion(1), standing=Standing.OPEN)])
    lines.show(stretch(), [])
    list_.show([])

    assert (days.rowCount(), days.columnCount(), len(testers)) == (6, 7, 3)


def test_a_cell_knows_its_day_and_a_screen_reader_hears_all_of_it() -> None:
    model = DaysModel(SUNDAY)
    facts = {TUESDAY: DayFacts(term=SolarTerm.FROST, is_off=True)}

    model.show(View.MONTH, SUNDAY, stretch(facts=facts), [BIRTHDAY, TALK])

    index = model.index_of(TUESDAY)
    assert index.data(DAY_ROLE) == TUESDAY
    assert index.data(CELL_ROLE).in_month
    assert not model.index_of(dt.date(2026, 10, 31)).data(CELL_ROLE).in_month
    assert not model.index_of(dt.date(2026, 12, 7)).isValid()
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).split("\n") == [
        "Tue 24 Nov lunar month 10, day 16 Frost Day off",
        "王姐 · 朵朵: Birthday",
        "王姐: Follow-up: 想再看看 · Overdue",
    ]


def test_the_agenda_leaves_empty_days_out_but_today() -> None:
    model = AgendaModel(SUNDAY)
    days = (SUNDAY, TUESDAY - dt.timedelta(days=1), TUESDAY)

    model.show(stretch(facts={on: DayFacts() for on in days}), [BIRTHDAY])

    told = [model.index(row).data().split("\n")[0] for row in range(model.rowCount())]
    assert told == [
        "Sun 22 Nov lunar month 10, day 14",
        "Tue 24 Nov lunar month 10, day 16",
        "王姐 · 朵朵: Birthday",
    ]
    assert model.index_of(TUESDAY).row() == 1
    assert model.index_of(TUESDAY, BIRTHDAY.place).row() == 2


@pytest.mark.parametrize("roomy", [False, True])
@pytest.mark.parametrize("count", [0, 1, 3, 200])
@pytest.mark.parametrize("height", [56, 92, 150, 600])
def test_entries_stay_within_their_cell(
    qtbot: QtBot, height: int, count: int, *, roomy: bool
) -> None:
    del qtbot
    font = QFont()
    font.setPixelSize(14)
    cell = QRect(10, 20, 110, height)

    found = places(cell, font, count, roomy=roomy)

    assert all(found.ground.contains(room) for room in found.entries)
    assert found.more.isEmpty() or found.ground.contains(found.more)
    assert len(found.entries) <= count
    assert not any(one.intersects(other) for one, other in itertools.pairwise(found.entries))


@pytest.mark.parametrize(
    ("on", "english", "chinese"),
    [
        ((2026, 11, 22), "10.14", "十四"),
        ((2026, 11, 9), "Lunar 10.1", "十月"),
        ((2025, 7, 25), "Leap 6.1", "闰六月"),
        ((1901, 2, 18), "", ""),
        ((2101, 1, 29), "", ""),
    ],
)
def test_the_lunar_day_in_a_cell(
    translators: Translators, on: tuple[int, int, int], english: str, chinese: str
) -> None:
    assert lunar_short(dt.date(*on)) == english

    translators.speak(Language.CHINESE)

    assert lunar_short(dt.date(*on)) == chinese


def test_the_lunar_day_in_full(translators: Translators) -> None:
    assert lunar_whole(dt.date(2025, 7, 26)) == "lunar leap month 6, day 2"

    translators.speak(Language.CHINESE)

    assert lunar_whole(dt.date(2025, 7, 26)) == "农历闰六月初二"


def test_festivals_come_before_the_term_and_those_turned_off_are_not_told() -> None:
    christmas, thanksgiving = festival("christmas"), festival("thanksgiving")
    facts = DayFacts(festivals=(thanksgiving, christmas), term=SolarTerm.FROST)

    assert festival_words(facts) == ["Christmas", "Frost"]


def test_a_festival_says_how_many_are_to_be_greeted() -> None:
    row = occasion(
        4,
        kind=Kind.FESTIVAL,
        source=Source.FESTIVAL,
        client_id=0,
        client_name="",
        client_display_name="",
        festival="christmas",
        clients=12,
    )

    assert told_entry(entry_of(row)) == "Christmas: 12 to greet"
    assert told_day(SUNDAY, DayFacts(), [entry_of(row)]).endswith("Christmas: 12 to greet")


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (Names.FULL, ["王姐 · 朵朵 Birthday", "王姐 Follow-up: 想再看看"]),
        (Names.INITIALS, ["王** · 朵** Birthday", "王** Follow-up"]),
        (Names.NONE, []),
    ],
)
def test_the_sheet_shows_as_much_of_a_name_as_asked_for(names: Names, told: list[str]) -> None:
    assert MonthSheet(SUNDAY, stretch(), [BIRTHDAY, TALK], names).told(TUESDAY) == told


def test_the_month_is_one_sheet_across(qtbot: QtBot) -> None:
    del qtbot
    many = [BIRTHDAY._replace(source_id=number) for number in range(200)]

    page = pdf(MonthSheet(SUNDAY, stretch(), many, Names.FULL))

    assert page.count(b"/Type /Page\n") == 1
    assert b"/MediaBox [0 0 842 595]" in page or b"/MediaBox [0 0 842.000" in page
