"""Counts as she writes them: 3, 两个, 无, 8次, 一儿一女."""

import re

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.numerals import NUMERAL, number_of
from crm_desktop.excel.parsing.text import folded, refused
from crm_desktop.excel.workbook import CellValue

_ZERO = {"无", "没有", "未育", "没", "暂无", "无孩", "没生", "未生育", "none", "no"}
_UNKNOWN = {"", "-", "--", "/", "不详", "未知", "?", "n/a"}
_COUNTED = re.compile(
    rf"(\d+|{NUMERAL}+)(?:\.0+)?\s*(?:个|次|位|名|胎|人|孩|娃|个孩子|个小孩|次数)?"
)
_SONS_AND_DAUGHTERS = re.compile(
    rf"(\d|{NUMERAL})(?:个)?[儿子男][、,和 ]?(\d|{NUMERAL})(?:个)?[女]儿?"
)


def parse_count(value: CellValue) -> int | Problem | None:
    """Return a number that is not negative; 约10 and 10多 are no counts."""
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        whole = value >= 0 and float(value).is_integer()
        return int(value) if whole else refused(ProblemCode.NUMBER_UNREADABLE, value)
    text = folded(value).lower()
    if text in _UNKNOWN:
        return None
    if text in _ZERO:
        return 0
    family = _SONS_AND_DAUGHTERS.fullmatch(text)
    if family:
        return sum(number_of(part) or 0 for part in family.groups())
    counted = _COUNTED.fullmatch(text)
    number = number_of(counted[1]) if counted else None
    return refused(ProblemCode.NUMBER_UNREADABLE, value) if number is None else number
