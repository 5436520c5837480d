"""Names in pinyin: the readings people use for them, the likely one first."""

import functools
import itertools
import os
import re
import unicodedata
from collections.abc import Iterator
from typing import Final

LONGEST: Final = 12
"""How many characters of a name are read; a name is not a sentence."""

MOST_READINGS: Final = 6
"""How many readings of one name are kept."""

SURNAMES: Final = {
    "万俟": "mo qi", "单于": "chan yu", "尉迟": "yu chi", "澹台": "tan tai", "长孙": "zhang sun",
    "宿": "su", "尹": "yin", "丁": "ding", "万": "wan", "乐": "yue", "乜": "nie", "于": "yu",
    "仇": "qiu", "令": "ling", "任": "ren", "佴": "nai", "俞": "yu", "冯": "feng", "冼": "xian",
    "区": "ou", "华": "hua", "单": "shan", "卜": "bu", "召": "shao", "句": "gou", "员": "yun",
    "哈": "ha", "应": "ying", "折": "she", "教": "jiao", "曲": "qu", "曾": "zeng", "朴": "piao",
    "查": "zha", "柏": "bai", "洗": "xian", "燕": "yan", "牟": "mou", "盖": "ge", "盛": "sheng",
    "石": "shi", "祭": "zhai", "种": "chong", "秘": "bi", "繁": "po", "纪": "ji", "缪": "miao",
    "翟": "zhai", "葛": "ge", "薄": "bo", "藏": "zang", "覃": "qin", "解": "xie", "谌": "chen",
    "贾": "jia", "车": "che", "逄": "pang", "那": "na", "都": "du", "重": "chong", "阚": "kan",
    "隗": "wei", "黑": "he", "宁": "ning", "夏": "xia", "余": "yu", "沈": "shen", "翁": "weng",
    "郇": "xun", "能": "nai", "令狐": "ling hu", "鲜于": "xian yu", "乐正": "yue zheng",
    "夹谷": "jia gu", "宰父": "zai fu", "皇甫": "huang fu", "钟离": "zhong li",
}  # fmt: skip
"""The usual reading of surnames a dictionary reads otherwise, or reads in several ways."""

_ALSO: Final = {
    "谌": "shen", "莘": "xin", "牟": "mu", "郄": "xi", "郗": "chi", "隽": "jun", "卜": "bo",
}  # fmt: skip
"""What many people call a surname although the dictionary does not."""

_READ_TWICE: Final = frozenset("乐茜娜晟行长重朝盛莎少扎相卓奇均曾单翟解仇区查缪覃朴葛柏薄娉婼羽")
"""Characters of given names that people read in more ways than one."""

_TONELESS: Final = re.compile(r"[^a-z,]")

_ALNUM: Final = re.compile(r"[^\W_]+")
_USUAL: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+|[0-9a-z]+")
_ALL_USUAL: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff0-9a-z]+")


def readings(name: str) -> list[tuple[str, ...]]:
    """Return the readings of `name` as syllables, the likely one first.

    A word in Latin letters is one syllable; what is neither character, letter nor figure
    is left out. `["shan", "mei"]` and `["dan", "mei"]` and more for 单美.
    """
    return list(_readings(name))


@functools.lru_cache(maxsize=1024)
def _readings(name: str) -> tuple[tuple[str, ...], ...]:
    units = _units(name)[:LONGEST]
    if not units:
        return ()
    options = [*_surname(units), *map(_given, units[_surname_length(units) :])]
    return tuple(itertools.islice(itertools.product(*options), MOST_READINGS))


def plain(text: str) -> str:
    """Return `text` as it is compared: full-width made narrow, small letters, ü as v."""
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", text).casefold().replace("ü", "v")


def is_character(letter: str) -> bool:
    """Return whether `letter` is written, not spelt: a Chinese character."""
    return letter >= "\u2e80" and unicodedata.category(letter) == "Lo"


def runs(text: str) -> Iterator[tuple[bool, str]]:
    """Yield the unbroken runs of characters (True) and of letters and figures in a plain text."""
    for word in _ALNUM.findall(text):
        if _ALL_USUAL.fullmatch(word):
            for run in _USUAL.findall(word):
                yield run >= "\u3400", run
        else:
            for is_written, letters in itertools.groupby(word, is_character):
                yield is_written, "".join(letters)


def _units(name: str) -> list[str]:
    """Return the characters and the Latin words of `name`, in order."""
    units: list[str] = []
    for is_written, run in runs(plain(name)):
        units.extend(run if is_written else (run,))
    return units


def _surname_length(units: list[str]) -> int:
    return 2 if "".join(units[:2]) in SURNAMES else 1


def _surname(units: list[str]) -> list[tuple[str, ...]]:
    """Return the options of each unit of the surname: its usual reading, then the dictionary's.

    A rare reading would do harm: who types wang for 王 does not want every 方.
    """
    length = _surname_length(units)
    usual = SURNAMES.get("".join(units[:length]), "").split()
    return [
        tuple(dict.fromkeys((*usual[index : index + 1], *_given(unit), *_also(unit))))
        for index, unit in enumerate(units[:length])
    ]


def _also(unit: str) -> tuple[str, ...]:
    return (_ALSO[unit],) if unit in _ALSO else ()


def _given(unit: str) -> tuple[str, ...]:
    spoken = _spoken(unit)
    return spoken[:2] if unit in _READ_TWICE else spoken[:1]


@functools.lru_cache(maxsize=8192)
def _spoken(unit: str) -> tuple[str, ...]:
    """Return the readings of one character without tones; anything else as it stands."""
    marked = _dictionary().get(ord(unit)) if len(unit) == 1 else None
    if marked is None:
        return (unit,)
    decomposed = unicodedata.normalize("NFD", marked).replace("u\u0308", "v")
    return tuple(dict.fromkeys(_TONELESS.sub("", decomposed).split(",")))


@functools.cache
def _dictionary() -> dict[int, str]:
    """Return the readings of each character, loaded when the first name is read.

    pypinyin would load its table of phrases too (44 MB, and names are not in it).
    """
    os.environ.setdefault("PYPINYIN_NO_PHRASES", "1")
    os.environ.setdefault("PYPINYIN_NO_DICT_COPY", "1")
    from pypinyin.pinyin_dict import pinyin_dict  # noqa: PLC0415 - not at the start of the app

    found: dict[int, str] = pinyin_dict
    return found
