"""How soon a passphrase is guessed by somebody who knows her: names, birth years, phones.

zxcvbn knows passwords of the world; it gives wangxiaoming1990 four of four. So what she
and her circle are likely to use is taken out first, each part at the few guesses it
is worth, and zxcvbn judges the rest and the whole.
"""

import math
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from crm_desktop.domain.errors import PassphraseTooShort, PassphraseTooWeak, WeakPart

LEAST_CHARACTERS = 10
LEAST_SCORE = 3

_ZXCVBN_READS = 72
_GUESSES_OF = {
    WeakPart.NAME: 3e3,
    WeakPart.BIRTH_YEAR: 1e3,
    WeakPart.PHONE: 1e3,
    WeakPart.CLINIC_WORD: 50.0,
}
_ORNAMENT = 3
_GUESSES_OF_ORNAMENT = 10.0
_SCORE_STEPS = (1e3, 1e6, 1e8, 1e10)

_SURNAMES = (
    "shangguan|ouyang|cheng|huang|jiang|liang|xiong|zhang|zheng|zhong|chen|deng|ding|"
    "dong|duan|fang|feng|gong|hong|kang|kong|liao|long|meng|peng|qian|shao|shen|situ|"
    "song|tang|tian|wang|xiao|yang|yuan|zeng|zhao|zhou|bai|cai|cao|cui|fan|gao|guo|han|"
    "hao|hou|jia|jin|lai|lei|lin|liu|luo|lyu|mao|niu|pan|qin|qiu|ren|shi|sun|tan|wan|wei|"
    "wen|xia|xie|xue|yan|yao|yin|zhu|zou|du|fu|gu|he|hu|li|lu|lv|ma|su|wu|xu|ye|yu"
)
_SYLLABLE = (
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?"
    r"(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|an|ao|ei|en|er|ia|ie|in|iu|ou"
    r"|ua|ue|ui|un|uo|ve|a|e|i|o|u|v)"
)
_CLINIC_WORDS = (
    "boniaosuan|consultant|hyaluronic|aesthetic|zhengxing|zhenliao|zixunshi|guikebu|"
    "huiyuan|meirong|zhensuo|beauty|client|clinic|keeper|yiyuan|botox|guike|keren|yimei|"
    "zixun|guke|咨询师|水光针|热玛吉|玻尿酸|贵客簿|会员|医美|医院|咨询|客人|客户|整形|"
    "美容|诊所|贵客|顾客"
)
_PATTERNS = (
    (WeakPart.PHONE, re.compile(r"(?<![0-9])1[3-9][0-9]{9}(?![0-9])")),
    (
        WeakPart.BIRTH_YEAR,
        re.compile(
            r"(?:19[3-9]|20[0-2])[0-9](?:[-./年]?(?:1[0-2]|0?[1-9])[-./月]?[0-3]?[0-9]日?)?"
        ),
    ),
    (WeakPart.BIRTH_YEAR, re.compile(r"(?<![0-9])[0-9]{2}(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9])")),
)
_NAME = re.compile(rf"(?<![a-z])(?:{_SURNAMES})(?:{_SYLLABLE}){{1,2}}(?![a-z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """A score from 0 (guessed at once) to 4, and the parts that make it weak."""

    score: int
    weak: tuple[WeakPart, ...]


def require(passphrase: str, words: Iterable[str] = ()) -> None:
    """Refuse a passphrase that is short or soon guessed; `words` are her own (clinic, names).

    Raises:
        PassphraseTooShort, PassphraseTooWeak: what is wrong with it.
    """
    if len(unicodedata.normalize("NFKC", passphrase)) < LEAST_CHARACTERS:
        raise PassphraseTooShort(LEAST_CHARACTERS)
    found = strength(passphrase, words)
    if found.score < LEAST_SCORE:
        raise PassphraseTooWeak(found.score, found.weak)


def strength(passphrase: str, words: Iterable[str] = ()) -> Strength:
    """Return how strong a passphrase is, judged by its first 72 characters."""
    text = unicodedata.normalize("NFKC", passphrase).lower()[:_ZXCVBN_READS]
    rest, parts = _without_personal(text, words)
    guesses = _guesses(rest)
    if not parts:
        score = _score(guesses)
        return Strength(score=score, weak=(WeakPart.COMMON,) if score < LEAST_SCORE else ())
    if len(rest) <= _ORNAMENT:
        guesses = min(guesses, _GUESSES_OF_ORNAMENT)
    for part in parts:
        guesses *= _GUESSES_OF[part]
    guesses *= math.factorial(len(parts))
    score = min(_score(guesses), _score(_guesses(text)))
    return Strength(score=score, weak=tuple(dict.fromkeys(parts)))


def _without_personal(text: str, words: Iterable[str]) -> tuple[str, list[WeakPart]]:
    """Return what is left of `text`, and each personal part that was taken out."""
    parts: list[WeakPart] = []
    for kind, pattern in _PATTERNS:
        text, count = pattern.subn(" ", text)
        parts += [kind] * count
    hers = "|".join(re.escape(word.lower()) for word in words if len(word) > 1)
    text, count = re.subn(f"{hers}|{_CLINIC_WORDS}" if hers else _CLINIC_WORDS, " ", text)
    parts += [WeakPart.CLINIC_WORD] * count
    text, count = _NAME.subn(" ", text)
    parts += [WeakPart.NAME] * count
    return text.replace(" ", ""), parts


def _guesses(text: str) -> float:
    """Return how many guesses zxcvbn gives `text`; 1 for nothing."""
    if not text:
        return 1.0
    from zxcvbn import zxcvbn  # noqa: PLC0415 - its word lists load only where a passphrase is set

    return float(zxcvbn(text)["guesses"])


def _score(guesses: float) -> int:
    return sum(guesses >= step for step in _SCORE_STEPS)
