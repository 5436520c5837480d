import pytest

from crm_desktop.domain.problems import ProblemCode
from crm_desktop.excel.parsing.phones import looks_like_phone, parse_phones
from crm_desktop.excel.workbook import CellValue


@pytest.mark.parametrize(
    ("value", "digits"),
    [
        (18789328792.0, ("18789328792",)),
        (18789328792, ("18789328792",)),
        ("+8613800138000", ("13800138000",)),
        ("008613800138000", ("13800138000",)),
        ("86-138-0013-8000", ("13800138000",)),
        ("138 0013 8000", ("13800138000",)),
        ("１３８００１３８０００", ("13800138000",)),
        ("\u202d13800138000\u202c", ("13800138000",)),
        ("老公 13800138000", ("13800138000",)),
        ("13800138000/13900139000", ("13800138000", "13900139000")),
        ("13800138000 13900139000", ("13800138000", "13900139000")),
        ("138 0013 8000 139 0013 9000", ("13800138000", "13900139000")),
        ("13800138000(老公13900139000)", ("13800138000", "13900139000")),
        ("13800138000、13800138000", ("13800138000",)),
        ("0571-88886666", ("057188886666",)),
        ("88886666", ("88886666",)),
        ("400-800-8000", ("4008008000",)),
        ("+852 9123 4567", ("85291234567",)),
    ],
)
def test_phones_become_digits(value: CellValue, digits: tuple[str, ...]) -> None:
    parsed = parse_phones(value)

    assert parsed.value == digits
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("12345", ProblemCode.PHONE_BAD),
        (12345.0, ProblemCode.PHONE_BAD),
        ("1380013800", ProblemCode.PHONE_BAD),
        ("138001380001", ProblemCode.PHONE_BAD),
        ("12800138000", ProblemCode.PHONE_BAD),
        ("abc", ProblemCode.PHONE_BAD),
        (1.5, ProblemCode.PHONE_BAD),
        (float("nan"), ProblemCode.PHONE_BAD),
        ("1.38E+10", ProblemCode.PHONE_DIGITS_LOST),
        ("138****1234", ProblemCode.PHONE_MASKED),
    ],
)
def test_what_is_no_phone_says_why(value: CellValue, code: ProblemCode) -> None:
    parsed = parse_phones(value)

    assert parsed.value is None
    assert [problem.code for problem in parsed.problems] == [code]


def test_good_number_beside_a_bad_one_is_kept() -> None:
    parsed = parse_phones("13800138000;12345")

    assert parsed.value == ("13800138000",)
    assert [(one.code, one.value) for one in parsed.problems] == [(ProblemCode.PHONE_BAD, "12345")]


@pytest.mark.parametrize("value", ["", None, "-", "无"])
def test_silence_is_no_problem(value: CellValue) -> None:
    assert parse_phones(value).problems == ()


@pytest.mark.parametrize(
    ("value", "is_one"),
    [("138****1234", True), (13800138000.0, True), ("微信", False), (3.0, False)],
)
def test_masked_numbers_look_like_phones_too(value: CellValue, *, is_one: bool) -> None:
    assert looks_like_phone(value) is is_one
