import datetime as dt

import pytest

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.dates import parse_date, parse_day
from crm_desktop.excel.workbook import CellValue

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (dt.date(1986, 9, 18), "1986-09-18"),
        (dt.datetime(1986, 9, 18, 0, 0), "1986-09-18"),  # noqa: DTZ001 - cells have no zone
        (45000, "2023-03-15"),
        ("45000", "2023-03-15"),
        (19640321.0, "1964-03-21"),
        ("19640321", "1964-03-21"),
        ("850302", "1985-03-02"),
        (928, "--09-28"),
        ("0928", "--09-28"),
        (9.28, "--09-28"),
        (9.5, "--09-05"),
        ("1985.3.2", "1985-03-02"),
        ("1971/04/09", "1971-04-09"),
        ("１９８５－０３－０２", "1985-03-02"),
        ("1978-03-01 00:00:00", "1978-03-01"),
        ("1986-09-18T00:00:00.000", "1986-09-18"),
        ("85年3月2号", "1985-03-02"),
        ("05年3月2日", "2005-03-02"),
        ("26.3.2", "2026-03-02"),
        ("27.3.2", "1927-03-02"),
        ("9月28日", "--09-28"),
        ("12月31", "--12-31"),
        ("3/15", "--03-15"),
        ("15/3/1985", "1985-03-15"),
        ("3/15/1985", "1985-03-15"),
        ("Mar 2, 1985", "1985-03-02"),
        ("2-Mar-85", "1985-03-02"),
        ("三月八日", "--03-08"),
        ("二〇〇〇年十月一日", "2000-10-01"),
        ("1985年3月2日 星期六", "1985-03-02"),
        ("1985.3.2(虎)", "1985-03-02"),
        ("1985.3.2(农历正月十一)", "1985-03-02"),
        ("2000-02-29", "2000-02-29"),
        ("2月29日", "--02-29"),
    ],
)
def test_solar_days(value: CellValue, raw: str) -> None:
    fact = parse_date(value, today=TODAY)

    assert isinstance(fact, DatedFact)
    assert fact.raw == raw


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        ("农历1982年闰四月初一", "1982-L04-01"),
        ("1982年農曆閏四月初一", "1982-L04-01"),
        ("1989年九月廿九", "1989-l09-29"),
        ("1998年五月十四", "1998-l05-14"),
        ("一九八五年三月初二", "1985-l03-02"),
        ("农历85年腊月廿三", "1985-l12-23"),
        ("农历12月15日", "--l12-15"),
        ("农历闰10月29日", "--L10-29"),
        ("闰八月廿三(阴历)", "--L08-23"),
        ("正月廿九（阴历）", "--l01-29"),
        ("旧历冬月十一", "--l11-11"),
        ("農曆八月十五", "--l08-15"),
        ("腊月三十", "--l12-30"),
        ("五月三十", "--l05-30"),
        ("十月初十", "--l10-10"),
        ("六月卅", "--l06-30"),
        ("1985-03-02(农历)", "1985-l03-02"),
        ("阴历 85.3.2", "1985-l03-02"),
        ("农8.15", "--l08-15"),
    ],
)
def test_lunar_days(value: CellValue, raw: str) -> None:
    fact = parse_date(value, today=TODAY)

    assert isinstance(fact, DatedFact)
    assert fact.raw == raw


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("1990-02-30", ProblemCode.IMPOSSIBLE_DATE),
        ("2025-13-01", ProblemCode.IMPOSSIBLE_DATE),
        ("2999-01-01", ProblemCode.IMPOSSIBLE_DATE),
        ("1001-01-01", ProblemCode.IMPOSSIBLE_DATE),
        ("2月30日", ProblemCode.IMPOSSIBLE_DATE),
        (19901301, ProblemCode.IMPOSSIBLE_DATE),
        ("农历1990年闰八月初一", ProblemCode.LEAP_MONTH_ABSENT),
        ("农历八月卅一", ProblemCode.IMPOSSIBLE_DATE),
        (9.3, ProblemCode.DATE_UNREADABLE),
        ("2/3/1985", ProblemCode.DATE_UNREADABLE),
        ("1985年3月", ProblemCode.DATE_UNREADABLE),
        ("198503", ProblemCode.DATE_UNREADABLE),
        ("1985", ProblemCode.DATE_UNREADABLE),
        ("春天", ProblemCode.DATE_UNREADABLE),
        (True, ProblemCode.DATE_UNREADABLE),
        (dt.time(9, 0), ProblemCode.DATE_UNREADABLE),
        (-5, ProblemCode.DATE_UNREADABLE),
        (float("inf"), ProblemCode.DATE_UNREADABLE),
        (float("nan"), ProblemCode.DATE_UNREADABLE),
        (1e300, ProblemCode.DATE_UNREADABLE),
    ],
)
def test_what_is_no_day_says_why(value: CellValue, code: ProblemCode) -> None:
    problem = parse_date(value, today=TODAY)

    assert isinstance(problem, Problem)
    assert problem.code is code


@pytest.mark.parametrize(
    "value",
    ["", None, "-", "不详", "无", 0, "1900-01-01", dt.date(1900, 1, 1), "1900-01-01 00:00:00"],
)
def test_silent_cells_and_database_nulls_are_nothing(value: CellValue) -> None:
    assert parse_date(value, today=TODAY) is None


@pytest.mark.parametrize(
    ("value", "raw"),
    [
        (dt.date(1985, 3, 2), "1985-l03-02"),
        ("3月2日", "--l03-02"),
        ("公历3月2日", "--03-02"),
        ("1985-03-02(阳历)", "1985-03-02"),
    ],
)
def test_column_that_says_lunar_counts_unless_the_cell_says_otherwise(
    value: CellValue, raw: str
) -> None:
    fact = parse_date(value, today=TODAY, lunar=True)

    assert isinstance(fact, DatedFact)
    assert fact.raw == raw


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("2024-05-06", dt.date(2024, 5, 6)), ("5月6日", None), ("农历2024年五月初六", None)],
)
def test_columns_that_need_a_full_day_take_no_less(
    value: CellValue, outcome: dt.date | None
) -> None:
    day = parse_day(value, today=TODAY)

    assert day == outcome if outcome else isinstance(day, Problem)
