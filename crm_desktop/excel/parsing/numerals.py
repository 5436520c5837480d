"""Chinese numerals as they are written in lists: 三, 十五, 二十一, 两, 廿三, 一九八五."""

import re

_DIGITS = {sign: number for number, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "○": 0,
    "两": 2,
    "俩": 2,
    "仨": 3,
    "壹": 1,
    "贰": 2,
    "叁": 3,
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000}
_FILLED_TENS = str.maketrans({"廿": "二十", "卅": "三十", "初": ""})
NUMERAL = r"[〇○零一二两俩仨三四五六七八九十百千廿卅]"


def number_of(text: str) -> int | None:
    """Return the number that digits or Chinese numerals name, or None."""
    text = text.strip()
    if re.fullmatch(r"\d+", text, re.ASCII):
        return int(text)
    text = text.translate(_FILLED_TENS).replace("二十十", "二十").replace("三十十", "三十")
    if not text or any(sign not in _DIGITS and sign not in _UNITS for sign in text):
        return None
    if not any(sign in _UNITS for sign in text):
        return int("".join(str(_DIGITS[sign]) for sign in text))
    return _sum_of_units(text)


def _sum_of_units(text: str) -> int | None:
    """Return the number; None for 两三千 and its like, which are a guess between two."""
    total, digit = 0, None
    for sign in text:
        if sign in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[sign]
            digit = None
        elif digit:
            return None
        else:
            digit = _DIGITS[sign]
    return total + (digit or 0)
