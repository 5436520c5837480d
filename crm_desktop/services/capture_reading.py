"""A fact typed in passing, or a chat pasted whole, read into the things that were said."""

import datetime as dt
import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.capture import Goes, Heard, Kin
from crm_desktop.domain.dates import DatedFact
from crm_desktop.excel.parsing.dates import parse_date
from crm_desktop.excel.parsing.phones import parse_phones
from crm_desktop.services import capture_words as said
from crm_desktop.services.capture_chat import Line, chat_lines
from crm_desktop.services.capture_clauses import kin_of, of_clause

MOST: Final = 40
_SENTENCE: Final = re.compile(r"[。；;！!？?\n]+")
_CLAUSE: Final = re.compile(r"[，,\x1f]+")
_APART: Final = re.compile(r"(?<=[\u4e00-\u9fff])\s+|\s+(?=[\u4e00-\u9fff])")
_NAME: Final = re.compile(r"(?:叫)?(?P<name>[\u4e00-\u9fff]{2,3})$")
_CLOCK: Final = re.compile(r"\s*\d{1,2}:\d{2}")
_MARK_OF: Final = re.compile(rf"({said.MARK})的(?=[\d闰閏正冬腊臘元十一二三四五六七八九〇零])")
_MY_WORDS: Final = frozenset({Goes.PROMISE, Goes.NEXT, Goes.GIFT})
_ANY_DAY: Final = dt.date(2000, 1, 1)
_ENDS: Final = frozenset({",", "，", "\x1f"})
_AFTER: Final = 10
_BEFORE: Final = 12


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
    Days in a chat count from the day they were said on.
    """
    lines = chat_lines(_MARK_OF.sub(r"\1", text), today)
    reading = _Reading(today, (*projects, *said.PROJECTS))
    for line in lines:
        _read_line(reading, line, today)
    _doubt(reading.found)
    if len(lines) > 1:
        return (*reading.found[:MOST], *_talk(reading, lines))
    return (*reading.found[:MOST], *_note(reading, lines))


def _read_line(reading: _Reading, line: Line, today: dt.date) -> None:
    """Read a line as on the day it was said; a meeting that is over is only spoken of."""
    reading.today, known = line.on or today, len(reading.found)
    for sentence in filter(None, map(str.strip, _SENTENCE.split(line.words))):
        _read(reading, sentence)
    new = [_as_said(one, line) for one in reading.found[known:]]
    reading.found[known:] = [one for one in new if not _is_over(one, today)]
    reading.left += [one.words for one in new if _is_over(one, today)]


def _as_said(one: Heard, line: Line) -> Heard:
    """What the consultant says of likes and birthdays may be about herself."""
    is_sure = one.is_sure and not (line.by_me and one.goes not in _MY_WORDS)
    return replace(one, said_on=line.on, is_sure=is_sure)


def _doubt(found: list[Heard]) -> None:
    """Take none of several birthdays of one person for sure: hers to say which one holds."""
    days: dict[Kin | None, set[DatedFact | None]] = {}
    for one in found:
        if one.goes is Goes.BIRTHDAY:
            days.setdefault(one.kin, set()).add(one.day)
    for place, one in enumerate(found):
        if one.goes is Goes.BIRTHDAY and len(days[one.kin]) > 1:
            found[place] = replace(one, is_sure=False)


def _is_over(one: Heard, today: dt.date) -> bool:
    return one.goes is Goes.NEXT and one.on is not None and one.on < today


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
    is_born = bool(said.BORN.search(around) or said.BORN_AFTER.match(after))
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


def _talk(reading: _Reading, lines: Sequence[Line]) -> Iterator[Heard]:
    words = [clause for clause in reading.left if _says_more(clause)]
    if words:
        on = max((line.on for line in lines if line.on), default=None)
        yield Heard(goes=Goes.TALK, words="\n".join(words), said_on=on, is_sure=False)


def _note(reading: _Reading, lines: Sequence[Line]) -> Iterator[Heard]:
    """Yield what is left of a line; all of it, as she typed it, where nothing was made of it."""
    words = [clause for clause in reading.left if _says_more(clause)]
    if words:
        kept = " ".join(words) if reading.found else lines[0].words
        yield Heard(goes=Goes.NOTE, words=kept)
