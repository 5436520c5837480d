"""Amounts of money: 15万, 1.2w, 3千, ¥1,280, 150000元, 3万5 to fen."""

import re
from decimal import ROUND_HALF_UP, Decimal

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.numerals import NUMERAL, number_of
from crm_desktop.excel.parsing.text import folded, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

FEN_PER_YUAN = 100
_MOST_FEN = 10**15
_UNITS = {"": 1, "百": 100, "千": 1_000, "k": 1_000, "万": 10_000, "w": 10_000, "亿": 100_000_000}
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT = re.compile(
    rf"(?:人民币|rmb|cny|¥|￥)?\s*(-?)\s*(?:¥)?\s*({_NUMBER}|{NUMERAL}+?)\s*(万|w|千|k|百|亿)?(\d)?\s*"
    r"(?:元|块|块钱|圆|rmb|cny|元整)?\s*(?:/年|每年|一年|/y)?"
)


def parse_money(value: CellValue, unit: int = 1) -> int | Problem | None:
    """Return fen; `unit` multiplies bare numbers (10,000 under a heading that says 万元).

    约3万, 20-30万 and 三五万 are not amounts: they are problems.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return _fen(Decimal(repr(value)) * unit, value)
    text = folded(value).lower().replace(" ", "")
    if says_nothing(text):
        return None
    found = _AMOUNT.fullmatch(text)
    if not found:
        return refused(ProblemCode.MONEY_UNREADABLE, value)
    sign, digits, scale, tail = found.groups()
    number = _decimal(digits)
    if number is None or (tail and scale is None):
        return refused(ProblemCode.MONEY_UNREADABLE, value)
    times = _UNITS[scale] if scale else unit
    amount = number * times + (int(tail) * times // 10 if tail else 0)
    return _fen(-amount if sign else amount, value)


def _decimal(digits: str) -> Decimal | None:
    if digits[0] in "0123456789":
        return Decimal(digits.replace(",", ""))
    # 三五万 is between three and five; 一九八五 is a number in other cells only.
    is_guess = len(digits) > 1 and not set(digits) & set("十百千廿卅")
    number = None if is_guess else number_of(digits)
    return None if number is None else Decimal(number)


def _fen(yuan: Decimal, value: CellValue) -> int | Problem:
    if not yuan.is_finite() or abs(yuan) * FEN_PER_YUAN > _MOST_FEN:
        return refused(ProblemCode.MONEY_UNREADABLE, value)
    return int((yuan * FEN_PER_YUAN).quantize(Decimal(1), rounding=ROUND_HALF_UP))
