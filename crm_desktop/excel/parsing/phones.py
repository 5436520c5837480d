"""Phone numbers, several in a cell, however Excel has treated them."""

import re

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.text import Parsed, folded, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

_MOBILE = re.compile(r"1[3-9]\d{9}", re.ASCII)
_LANDLINE = re.compile(r"0[1-9]\d{8,10}|[2-9]\d{6,7}|[48]00\d{7}", re.ASCII)
_FOREIGN = re.compile(r"(?:\+|00)(?!86)[1-9]\d{6,14}", re.ASCII)
_HONG_KONG_STYLE = re.compile(r"(?:852|853|886)\d{8,9}", re.ASCII)
_MASKED = re.compile(r"1[3-9]\d[*xX#·•]{3,6}\d{2,4}")
_LOST = re.compile(r"\d(?:\.\d+)?e\+?\d{1,2}", re.IGNORECASE | re.ASCII)
_SPLIT = re.compile(r"[、,;/|\n]+|或|和|\s{2,}")
_NOISE = re.compile(r"[\s\-‐-―.()\[\]\u00a0\u200b-\u200f\u202a-\u202e]")
_WORDS = re.compile(r"[^\d+*#·•xXeE.]+")
_MOBILES_APART = re.compile(r"(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)", re.ASCII)


def parse_phones(value: CellValue) -> Parsed[tuple[str, ...]]:
    """Return digits without +86, the first one first; a bad one is listed, the others kept.

    A masked number (138****1234) comes back as a problem whose `value` is the masked text.
    """
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        digits = str(int(value)) if float(value).is_integer() else repr(value)
        return Parsed(value=(digits,)) if _MOBILE.fullmatch(digits) else _gathered([_one(digits)])
    text = folded(value)
    if says_nothing(text):
        return Parsed()
    pieces = [piece for piece in _SPLIT.split(text) if any(sign.isdigit() for sign in piece)]
    if not pieces:
        return Parsed(problems=(refused(ProblemCode.PHONE_BAD, value),))
    found: list[str | Problem] = []
    for piece in pieces:
        several = _MOBILES_APART.findall(piece)
        found.extend(map(_one, several if len(several) > 1 else [piece]))
    return _gathered(found)


def looks_like_phone(value: CellValue) -> bool:
    """Return whether a cell holds at least one number, a masked one counting too."""
    parsed = parse_phones(value)
    codes = {problem.code for problem in parsed.problems}
    return bool(parsed.value) or ProblemCode.PHONE_MASKED in codes


def _gathered(found: list[str | Problem]) -> Parsed[tuple[str, ...]]:
    numbers = tuple(dict.fromkeys(one for one in found if isinstance(one, str)))
    problems = tuple(one for one in found if isinstance(one, Problem))
    return Parsed(value=numbers or None, problems=problems)


def _one(text: str) -> str | Problem:
    """Return the digits of one number, words around it (老公 138...) left aside."""
    if _MOBILE.fullmatch(text):
        return text
    bare = _NOISE.sub("", text)
    if _LOST.fullmatch(text.strip()):
        return refused(ProblemCode.PHONE_DIGITS_LOST, text)
    bare = _WORDS.sub("", bare)
    if _MASKED.fullmatch(bare):
        return refused(ProblemCode.PHONE_MASKED, bare)
    at_home = re.sub(r"^(?:\+|00)?86(?=1[3-9]\d{9}$|0?[1-9]\d{8,10}$)", "", bare)
    for pattern in (_MOBILE, _LANDLINE, _HONG_KONG_STYLE):
        if pattern.fullmatch(at_home):
            return at_home
    if _FOREIGN.fullmatch(bare):
        return bare.lstrip("+").removeprefix("00")
    return refused(ProblemCode.PHONE_BAD, text.strip())
