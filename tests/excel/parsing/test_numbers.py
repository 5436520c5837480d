import pytest

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.counts import parse_count
from crm_desktop.excel.parsing.money import parse_money
from crm_desktop.excel.parsing.numerals import number_of
from crm_desktop.excel.workbook import CellValue


@pytest.mark.parametrize(
    ("value", "yuan"),
    [
        ("15万", 150_000),
        ("1.2w", 12_000),
        ("3.5万元", 35_000),
        ("3千", 3_000),
        ("8k", 8_000),
        ("3万5", 35_000),
        ("十五万", 150_000),
        ("20万/年", 200_000),
        ("¥1,280", 1_280),
        ("￥１，２８０", 1_280),
        ("350,000", 350_000),
        ("150000元", 150_000),
        ("RMB 500", 500),
        (80000.0, 80_000),
        (-12, -12),
        ("-12.50", -12.5),
        ("0.1", 0.1),
        (128.10000000000001, 128.1),
    ],
)
def test_amounts_become_fen(value: CellValue, yuan: float) -> None:
    assert parse_money(value) == round(yuan * 100)


def test_unit_of_the_heading_multiplies_bare_numbers_only() -> None:
    assert parse_money(15.0, 10_000) == 15_000_000
    assert parse_money("15", 10_000) == 15_000_000
    assert parse_money("15万", 10_000) == 15_000_000


@pytest.mark.parametrize(
    "value",
    ["约3万", "20-30万", "2000元/月", "万", "1.2.3", "1,28", "很多", True, 1e300, float("nan")],
)
def test_what_is_no_amount_is_a_problem(value: CellValue) -> None:
    problem = parse_money(value)

    assert isinstance(problem, Problem)
    assert problem.code is ProblemCode.MONEY_UNREADABLE


@pytest.mark.parametrize("value", ["", None, "-", "不详", "无"])
def test_cells_that_say_nothing_hold_no_money(value: CellValue) -> None:
    assert parse_money(value) is None


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (3.0, 3), ("3", 3), ("3.0", 3), ("一个", 1), ("两个", 2), ("俩", 2), ("无", 0), ("没有", 0),
        ("未育", 0), ("8次", 8), ("3个孩子", 3), ("十二", 12), ("二十一次", 21), ("一儿一女", 2),
        ("2儿1女", 3),
    ],
)  # fmt: skip
def test_counts(value: CellValue, count: int) -> None:
    assert parse_count(value) == count


@pytest.mark.parametrize("value", [2.5, -1, "约10", "10多次", "若干", True, float("inf")])
def test_what_is_no_count_is_a_problem(value: CellValue) -> None:
    problem = parse_count(value)

    assert isinstance(problem, Problem)
    assert problem.code is ProblemCode.NUMBER_UNREADABLE


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("初一", 1), ("初十", 10), ("十", 10), ("十五", 15), ("廿", 20), ("廿三", 23), ("卅", 30),
        ("三十", 30), ("二十九", 29), ("一百零三", 103), ("一九八五", 1985), ("42", 42), ("", None),
        ("甲", None),
    ],
)  # fmt: skip
def test_chinese_numerals(text: str, number: int | None) -> None:
    assert number_of(text) == number
