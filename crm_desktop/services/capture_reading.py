"""A fact typed in passing, or a chat pasted whole, read into the things that were said."""

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.capture import Goes, Heard, Kin
from crm_desktop.domain.dates import DatedFact
from crm_desktop.excel.parsing.dates import parse_date
from crm_desktop.excel.parsing.phones import parse_phones
from crm_desktop.services import capture_words as said
from crm_desktop.services.capture_clauses import kin_of, of_clause

LONGEST: Final = 20_000
"""How many characters are read; the rest of a longer paste is left."""

MOST: Final = 40
_LONGEST_LINE: Final = 400
_MOST_LINES: Final = 500
_SENTENCE: Final = re.compile(r"[。；;！!？?\n]+")
_CLAUSE: Final = re.compile(r"[，,\x1f]+")
_APART: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")
_ODD: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\ud800-\udfff]")
_SPACES: Final = re.compile(r"[^\S\n]+")
_NAME: Final = re.compile(r"(?:叫)?(?P<name>[\u4e00-\u9fff]{2,3})$")
_CLOCK: Final = re.compile(r"\s*\d{1,2}:\d{2}")
_ANY_DAY: Final = dt.date(2000, 1, 1)
_ENDS: Final = frozenset({",", "，", "\x1f"})
_AFTER: Final = 10
_BEFORE: Final = 12
_NOT_SPEAKERS: Final = re.compile(
    r"过敏|微信|电话|手机|生日|地址|备注|喜|忌|wechat|phone", re.IGNORECASE
)
_NOBODY: Final = frozenset({"我", "me", "顾问", "咨询师"})


@dataclass(slots=True)
class _Reading:
    """What came out of the text so far, and the words nothing was made of."""

    today: dt.date
    projects: tuple[str, ...]
    found: list[Heard] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def heard(text: str, today: dt.date, projects: Collection[str] = ()) -> tuple[Heard, ...]:
    """Return the things said in `text`, in order; what nothing is made of comes last.

    One line is a fact and kept whole as a note where it is nothing else; of a chat the rest
    is a talk, which is offered and not taken unasked. `projects` are the names her book knows.
    """
    lines = _lines(text)
    reading = _Reading(today, (*projects, *said.PROJECTS))
    for line in lines:
        for sentence in filter(None, map(str.strip, _SENTENCE.split(line))):
            _read(reading, sentence)
    return (*reading.found[:MOST], *_rest(reading, is_chat=len(lines) > 1))


def speakers(text: str) -> tuple[str, ...]:
    """Return who speaks in a pasted chat, herself left out, in the order of their first words."""
    names: dict[str, None] = {}
    for line in _clean(text).split("\n")[:_MOST_LINES]:
        bare = said.CHAT_TIME.sub("", line[:_LONGEST_LINE])
        found = said.CHAT_HEAD.match(bare) or said.SPEAKER.match(bare)
        if found and found["who"].strip() and not _NOT_SPEAKERS.search(found["who"]):
            names[found["who"].strip()] = None
    return tuple(name for name in names if name.lower() not in _NOBODY)


def _clean(text: str) -> str:
    """Return the text without signs nobody sees, so that they part no words."""
    seen = _ODD.sub("", text[:LONGEST].replace("\r\n", "\n").replace("\u2029", "\n"))
    return _SPACES.sub(" ", seen)


def _lines(text: str) -> list[str]:
    """Return what was said, without the heads of a chat and its *好的*."""
    lines = [line.strip() for line in _clean(text).split("\n") if line.strip()]
    if len(lines) == 1:
        return [lines[0][:LONGEST]]
    kept = (_said(line[:_LONGEST_LINE]) for line in lines[:_MOST_LINES])
    return [line for line in kept if line and not said.IDLE.match(line)]


def _said(line: str) -> str:
    bare = said.CHAT_TIME.sub("", line).strip()
    if said.CHAT_HEAD.match(bare):
        return ""
    spoken = said.SPEAKER.match(bare)
    if spoken and not _NOT_SPEAKERS.search(spoken["who"]):
        return spoken["said"].strip()
    return bare


def _read(reading: _Reading, sentence: str) -> None:
    """Take numbers and days out of a sentence, then read the clauses that are left."""
    rest = _accounts(reading, sentence)
    rest, kin = _days(reading, rest)
    for clause in _clauses(rest):
        made = of_clause(clause, reading.today, reading.projects, reading.found, kin)
        if made is None:
            reading.left.append(clause)
        reading.found[:] = made if made is not None else reading.found
        kin = kin_of(clause) or kin


def _accounts(reading: _Reading, sentence: str) -> str:
    """Take phones and WeChat names out."""
    rest, place = [], 0
    for found in said.PHONE.finditer(sentence):
        before = sentence[place : found.start()]
        digits = (parse_phones(found.group()).value or ("",))[0]
        kin = _just_before(_without_call(before))
        reading.found.append(Heard(goes=Goes.PHONE, words=digits, kin=kin, is_sure=kin is None))
        rest.append(_without_call(before))
        place = found.end()
    rest.append(sentence[place:])
    bare = "\x1f".join(rest)
    for found in said.WECHAT.finditer(bare):
        reading.found.append(Heard(goes=Goes.WECHAT, words=found["id"]))
    return said.WECHAT.sub("\x1f", bare)


def _just_before(words: str) -> Kin | None:
    """Return whose a number is: 老公 right before it; 女儿 9.3 138... is her own."""
    bare = words.rstrip(" 的:：")
    kin = kin_of(bare)
    return kin if kin is not None and bare.endswith(kin.word) else None


def _without_call(words: str) -> str:
    """Return what stands before a number without the word that says it is one."""
    return re.sub(
        r"(?:手机号?|电话|号码|phone|tel)\s*(?:号|是|[:：])*\s*$", "", words, flags=re.IGNORECASE
    )


def _days(reading: _Reading, sentence: str) -> tuple[str, Kin | None]:
    """Take the days out that come round; return the rest, and of whom was spoken last."""
    rest, place, kin = [], 0, None
    matches = list(itertools.islice(said.DAY.finditer(sentence), MOST))
    starts = [match.start() for match in matches]
    for found, end in zip(matches, [*starts[1:], len(sentence)], strict=False):
        before, after = sentence[place : found.start()], sentence[found.end() : end]
        fact = parse_date(found.group().strip(), today=reading.today)
        if not isinstance(fact, DatedFact) or _CLOCK.match(after):
            continue
        kin = kin_of(before) or kin_of(after[:_AFTER]) or kin
        one = _day(fact, (before, found.group(), after), kin)
        if one is None:
            continue
        reading.found.append(one)
        named = _named(before, one.kin)
        reading.found.extend(named)
        rest.append("" if named else _bare(before))
        place = found.end() + _tail(after, kin)
    rest.append(sentence[place:])
    return "\x1f".join(rest), kin


def _day(fact: DatedFact, told: tuple[str, str, str], kin: Kin | None) -> Heard | None:
    """Return what a day is, by what stands before and after it; None for none of those kept."""
    before, text, after = told
    around = f"{before[-_BEFORE:]} {after[:_AFTER]}"
    if said.WEDDING.search(around) and not said.BORN.search(around):
        return Heard(goes=Goes.WEDDING, day=fact)
    is_born = bool(said.BORN.search(around))
    if not is_born and said.COMES.search(after[:_AFTER]):
        return None
    says_so = is_born or (kin is not None and not _is_spoken_of(after))
    if not says_so and said.LOOSE_DAY.fullmatch(text.strip()) and kin is None:
        return None
    return Heard(goes=Goes.BIRTHDAY, kin=kin, day=fact, is_sure=says_so)


def _is_spoken_of(after: str) -> bool:
    """Return whether what follows a day may say what is on it, as in 女儿 9月3日 开学."""
    if after[:1] in _ENDS:
        return False
    following = next(_clauses(_bare(after)), "")
    return bool(following) and of_clause(following, _ANY_DAY, (), (), None) is None


def _named(before: str, kin: Kin | None) -> list[Heard]:
    """Return the name that stands between 女儿 and her birthday, which may be no name."""
    if kin is None or kin.word not in before:
        return []
    found = _NAME.fullmatch(before.rpartition(kin.word)[2].strip())
    if found is None or said.BORN.search(found["name"]):
        return []
    return [Heard(goes=Goes.PERSON, words=found["name"], kin=kin, is_sure=False)]


def _bare(words: str) -> str:
    """Return words around a day without those that only say whose it is, and of what."""
    without = said.WEDDING.sub("", said.BORN.sub("", words))
    bare = re.sub(r"^(?:我|她|是|的|在|\s)+|(?:我|她|是|的|在|于|\s)+$", "", without)
    found = said.KIN_WORD.fullmatch(bare)
    return "" if found else bare


def _tail(after: str, kin: Kin | None) -> int:
    """Return how much behind a day only says what day it was: 生日, 出生, 是女儿生日."""
    word = r"(?!)" if kin is None else re.escape(kin.word)
    ends = r"(?:的)?(?:生日|出生|生的|生|结婚纪念日|结婚|领证|birthday)"
    found = re.match(rf"\s*(?:是)?(?:(?:{word})?{ends}|{word}\s*$)?", after, re.IGNORECASE)
    return found.end() if found and found.group().strip() != "是" else 0


def _clauses(rest: str) -> Iterator[str]:
    """Yield what is said between commas, and between spaces where they part Chinese."""
    for piece in _CLAUSE.split(rest):
        for clause in _APART.split(piece):
            if clause.strip():
                yield clause.strip()


def _says_more(clause: str) -> bool:
    is_idle = said.IDLE.match(clause) or said.KIN_WORD.fullmatch(clause)
    return any(map(str.isalnum, clause)) and not is_idle


def _rest(reading: _Reading, *, is_chat: bool) -> Iterator[Heard]:
    words = [clause for clause in reading.left if _says_more(clause)]
    if words and is_chat:
        yield Heard(goes=Goes.TALK, words="\n".join(words), is_sure=False)
    elif words:
        yield Heard(goes=Goes.NOTE, words=" ".join(words))
