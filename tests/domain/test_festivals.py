"""The table of festivals: days in years one can look up, her changes, silent days."""

import datetime as dt
import pathlib
import tomllib
from dataclasses import replace

import pytest

from crm_desktop.domain import lunar
from crm_desktop.domain.festival_days import (
    GHOST_FESTIVAL,
    DayKind,
    FestivalDay,
    days_in,
    read_day,
)
from crm_desktop.domain.festivals import (
    NO_FESTIVALS,
    FestivalTable,
    Silence,
    changes,
    is_kept,
    read_table,
    with_changes,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.silence import bears_greetings, silence_on
from crm_desktop.paths import resources_folder
from crm_desktop.services.festival_table import built_in_festivals

TABLE = built_in_festivals()
FILE: pathlib.Path = resources_folder() / "festivals.toml"


@pytest.mark.parametrize(
    ("code", "year", "month", "day"),
    [
        ("new_year", 2027, 1, 1),
        ("laba", 2027, 1, 15),
        ("little_new_year", 2027, 1, 30),
        ("new_years_eve", 2027, 2, 5),
        ("new_years_eve", 2026, 2, 16),
        ("spring_festival", 2027, 2, 6),
        ("lantern", 2027, 2, 20),
        ("qingming", 2027, 4, 5),
        ("mothers_day", 2027, 5, 9),
        ("fathers_day", 2027, 6, 20),
        ("dragon_boat", 2026, 6, 19),
        ("dragon_boat", 2028, 5, 28),
        ("qixi", 2026, 8, 19),
        ("ghost_festival", 2026, 8, 27),
        ("mid_autumn", 2026, 9, 25),
        ("mid_autumn", 2025, 10, 6),
        ("double_ninth", 2026, 10, 18),
        ("thanksgiving", 2026, 11, 26),
        ("winter_solstice", 2026, 12, 22),
        ("christmas", 2026, 12, 25),
    ],
)
def test_a_festival_falls_on_the_day_of_the_wall_calendar(
    code: str, year: int, month: int, day: int
) -> None:
    festival = TABLE.get(code)

    assert festival is not None
    assert days_in(festival.day, year) == (dt.date(year, month, day),)


def test_lunar_festivals_come_once_in_every_lunar_year_and_never_in_a_leap_month() -> None:
    for festival in TABLE.festivals:
        if festival.day.kind is not DayKind.LUNAR:
            continue
        days = [on for year in range(1902, 2101) for on in days_in(festival.day, year)]
        moons = [lunar.to_lunar(on) for on in days]

        assert not any(moon.leap for moon in moons)
        assert len({moon.year for moon in moons}) == len(moons) >= 198


def test_a_lunar_day_late_in_the_year_falls_into_a_solar_year_twice_or_not_at_all() -> None:
    laba = FestivalDay(kind=DayKind.LUNAR, month=12, day=1)

    counts = {len(days_in(laba, year)) for year in range(1902, 2100)}

    assert counts == {0, 1, 2}


def test_the_eve_is_the_day_before_new_year_in_every_year_of_the_table() -> None:
    eve, spring = (TABLE.get(code) for code in ("new_years_eve", "spring_festival"))

    assert eve is not None
    assert spring is not None
    for year in range(1902, 2101):
        (new_year,) = days_in(spring.day, year)
        assert days_in(eve.day, year) == (new_year - dt.timedelta(days=1),)


@pytest.mark.parametrize("year", [1, 1604, 1899, 2102, 9998])
def test_years_beyond_the_tables_have_solar_festivals_only(year: int) -> None:
    for festival in TABLE.festivals:
        fixed = festival.day.kind in {DayKind.SOLAR, DayKind.WEEKDAY}
        assert len(days_in(festival.day, year)) == int(fixed), festival.code


def test_the_29th_of_february_comes_in_leap_years_only() -> None:
    rule = FestivalDay(kind=DayKind.SOLAR, month=2, day=29)

    assert days_in(rule, 2027) == ()
    assert days_in(rule, 2028) == (dt.date(2028, 2, 29),)


def test_numbers_and_codes_are_told_once_and_are_those_of_ever() -> None:
    numbers = {each.code: each.number for each in TABLE.festivals}

    assert len(numbers) == len(set(numbers.values())) == len(TABLE.festivals) == 25
    assert (numbers["new_year"], numbers["mid_autumn"], numbers["christmas"]) == (1, 19, 25)
    off = {each.code for each in TABLE.festivals if not each.is_on}
    assert off == {
        *("laba", "little_new_year", "white_day", "fathers_day", "singles_day", "thanksgiving"),
    }
    assert TABLE.longest_lead == 10


def test_the_file_reads_the_same_for_a_reader_of_toml() -> None:
    lines = tomllib.loads(FILE.read_text(encoding="utf-8"))

    told = [f'{code} = "{told}"' for code, told in lines.items()]

    assert read_table(told) == TABLE


@pytest.mark.parametrize(
    "text",
    [
        "",
        "solar",
        "solar 2-30",
        "lunar 13-1",
        "lunar 1-31",
        "weekday 5 8 2",
        "weekday 5 7 5",
        "term noon",
        "solar 1-1-1",
        "moon 1-1",
        "weekday 5",
        "lunar a-b",
    ],
)
def test_no_day_is_read_from_what_names_none(text: str) -> None:
    assert read_day(text) is None


def test_a_day_is_written_as_it_is_read() -> None:
    for festival in TABLE.festivals:
        assert read_day(str(festival.day)) == festival.day


def test_between_tells_every_festival_of_the_window_by_day() -> None:
    found = TABLE.between(dt.date(2026, 12, 20), dt.date(2027, 1, 15))

    assert [(day.isoformat(), each.code) for day, each in found] == [
        ("2026-12-22", "winter_solstice"),
        ("2026-12-25", "christmas"),
        ("2027-01-01", "new_year"),
        ("2027-01-15", "laba"),
    ]


def test_her_changes_are_written_and_read_the_same() -> None:
    day = FestivalDay(kind=DayKind.SOLAR, month=6, day=18)
    christmas, laba = TABLE.get("christmas"), TABLE.get("laba")
    assert christmas is not None
    assert laba is not None
    hers = TABLE.with_festival(replace(christmas, is_on=False))
    hers = hers.with_festival(replace(laba, is_on=True, lead_days=5))
    hers = hers.with_own("店庆, 六 周年", day, 7).with_own("会员日", day, 0)

    lines = changes(hers, TABLE)

    assert lines == (
        "laba=on,5",
        "christmas=off,3",
        "own_1=on,7,solar 6-18,店庆, 六 周年",
        "own_2=on,0,solar 6-18,会员日",
    )
    assert with_changes(TABLE, lines) == hers
    assert [each.number for each in hers.festivals if each.is_own] == [1000, 1001]
    assert changes(TABLE, TABLE) == ()


@pytest.mark.parametrize(
    "line",
    [
        "",
        "=",
        "moon_landing=on,3",
        "own_x=on,3,solar 6-18,a",
        "own_1=on,3,solar 6-18,",
        "own_1=on,99,solar 6-18,a",
        "own_1=on,3,solar 6-31,a",
        "own_1=on,3",
        "own_=on,3,eve,a",
    ],
)
def test_a_line_of_another_hand_is_passed_over(line: str) -> None:
    assert with_changes(TABLE, [line]) == TABLE


def test_what_came_with_the_app_is_turned_off_and_never_removed() -> None:
    day = FestivalDay(kind=DayKind.EVE)
    hers = TABLE.with_own("年会", day, 3)

    assert hers.without_own("mid_autumn") == hers
    assert hers.without_own("own_1") == TABLE


@pytest.mark.parametrize(
    ("since", "day"),
    [("2026-09-25", "2026-09-25"), ("2026-09-26", "2027-09-15"), ("2100-12-31", None)],
)
def test_the_next_day_of_a_festival(since: str, day: str | None) -> None:
    found = TABLE.next_day("mid_autumn", dt.date.fromisoformat(since))

    assert found == (None if day is None else dt.date.fromisoformat(day))
    assert TABLE.next_day("moon_landing", dt.date(2026, 1, 1)) is None


@pytest.mark.parametrize(
    ("day", "silent_days", "lines", "silence", "greets"),
    [
        ("2027-04-05", (), (), Silence.NO_GREETINGS, False),
        ("2027-04-05", (), ("qingming=off,0",), None, True),
        ("2026-08-27", (), (), Silence.NO_GIFTS, True),
        ("2026-08-27", ("2026-08-27",), (), Silence.OWN, False),
        ("2026-12-25", ("2026-12-25",), (), Silence.OWN, False),
        ("2026-12-25", (), (), None, True),
    ],
)
def test_silent_days(
    day: str,
    silent_days: tuple[str, ...],
    lines: tuple[str, ...],
    silence: Silence | None,
    greets: bool,  # noqa: FBT001 - a column of the table
) -> None:
    on, table = dt.date.fromisoformat(day), with_changes(TABLE, lines)
    settings = BookSettings(silent_days=frozenset(map(dt.date.fromisoformat, silent_days)))

    assert silence_on(on, table, settings) is silence
    assert bears_greetings(on, table, settings) is greets


def test_an_empty_table_has_no_festival_and_no_lead() -> None:
    assert NO_FESTIVALS.between(dt.date(2026, 1, 1), dt.date(2026, 12, 31)) == []
    assert FestivalTable().longest_lead == 0


def test_the_day_without_gifts_is_the_one_of_the_table() -> None:
    ghosts = TABLE.get("ghost_festival")

    assert ghosts is not None
    assert (ghosts.day, ghosts.silence) == (GHOST_FESTIVAL, Silence.NO_GIFTS)


def test_what_came_with_the_app_is_kept_unless_she_turned_it_off() -> None:
    assert is_kept("ghost_festival", ["christmas=off,3"])
    assert not is_kept("ghost_festival", ["ghost_festival=off,0"])
