"""Dates in Chinese words and marks of a calendar: 农历1982年闰四月初一, 正月廿九(阴历)."""

import re
from dataclasses import dataclass

from crm_desktop.excel.parsing.numerals import number_of

_LUNAR = re.compile(
    r"农历|阴历|旧历|古历|農曆|陰曆|舊曆|陰历|lunar|"
    r"^[农農阴陰旧](?=[\d一二三四五六七八九十正冬腊闰])",
    re.IGNORECASE,
)
_SOLAR = re.compile(
    r"阳历|公历|新历|国历|西历|陽曆|公曆|新曆|國曆|solar|^[阳陽公](?=\d)", re.IGNORECASE
)
_BRACKETS = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_CHINESE = re.compile(
    r"(?:(?P<year>\d{4}|\d{2}|[〇○零一二三四五六七八九]{4}|[〇○零一二三四五六七八九]{2})年?)?"
    r"(?P<leap>[闰閏])?"
    r"(?P<month>正|冬|腊|臘|元|十[一二]?|[一二三四五六七八九]|\d{1,2})月[大小]?"
    r"(?P<day>初[一二三四五六七八九十]|[廿卅][一二三四五六七八九]?|[一二三四五六七八九十]{1,3}|\d{1,2})"
    r"(?P<suffix>[日号號])?"
)
_LUNAR_MONTHS = {"正": 1, "冬": 11, "腊": 12, "臘": 12}
_LUNAR_DAY = re.compile(r"[初廿卅]")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChineseDate:
    """The parts of a date in words; `is_lunar` says that the words themselves are lunar ones."""

    year: str
    month: int
    day: int
    leap: bool
    is_lunar: bool


def without_marks(text: str) -> tuple[str, bool | None]:
    """Return the text without calendar marks, and True for lunar, False for solar, None for none.

    A bracket that holds more than a mark (虎, 42岁, the same day in the other calendar) goes.
    """
    marked: bool | None = None
    for bracket in _BRACKETS.findall(text):
        if not any(sign.isdigit() or sign in "月初廿" for sign in bracket):
            marked = _mark(bracket[1:-1]) if marked is None else marked
    rest = _BRACKETS.sub("", text)
    outside = _mark(rest)
    rest = _SOLAR.sub("", _LUNAR.sub("", rest)).strip(" :：")
    return rest, marked if outside is None else outside


def read_words(text: str) -> ChineseDate | None:
    """Return the parts of a date written with 月, or None for another kind of text."""
    found = _CHINESE.fullmatch(text)
    if not found:
        return None
    month = _LUNAR_MONTHS.get(found["month"]) or (
        1 if found["month"] == "元" else number_of(found["month"])
    )
    day = number_of(found["day"])
    if month is None or day is None:
        return None
    return ChineseDate(
        year=_digits(found["year"] or ""),
        month=month,
        day=day,
        leap=found["leap"] is not None,
        is_lunar=_speaks_lunar(found),
    )


def _mark(text: str) -> bool | None:
    if _LUNAR.search(text):
        return True
    return False if _SOLAR.search(text) else None


def _speaks_lunar(found: re.Match[str]) -> bool:
    """初八, 廿九, 正月, 闰 are lunar words; so are bare Chinese numerals without 日 or 号."""
    if found["leap"] or found["month"] in _LUNAR_MONTHS or _LUNAR_DAY.match(found["day"]):
        return True
    return not found["day"].isascii() and found["suffix"] is None


def _digits(year: str) -> str:
    if not year or year.isascii():
        return year
    return "".join(str(number_of(sign)) for sign in year)
