"""What a cell of our workbook means, as tolerant as the parsers are of what a manager types.

Every reader gives the value and the text our own export would have for it, so that what is only
written in another way is no change.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from crm_desktop.domain.dates import DatedFact, check
from crm_desktop.domain.drafts import TierDraft
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.returned import CardSaid, GiftDay, LineKind, NamedDay, SaidValue
from crm_desktop.excel import returned_words, words
from crm_desktop.excel.columns import Column, Kind
from crm_desktop.excel.day_cells import day_cell, day_text
from crm_desktop.excel.parsing.choices import parse_sex, parse_tier, parse_yes_no
from crm_desktop.excel.parsing.counts import parse_count
from crm_desktop.excel.parsing.dates import parse_date, read_date
from crm_desktop.excel.parsing.money import parse_money
from crm_desktop.excel.parsing.phones import parse_phones
from crm_desktop.excel.parsing.text import folded, parts_of, refused, says_nothing, text_of
from crm_desktop.excel.returned_cells import text_cell
from crm_desktop.excel.returned_layout import columns_of
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_layout import SHEETS


class Said(NamedTuple):
    """What a cell means, and how our export would write it."""

    value: SaidValue
    text: str


Meaning = Said | Problem | None
Reader = Callable[[CellValue, dt.date], Meaning]
"""Gives what a cell means, why nothing, or None where it only says that nothing is known."""

_LIST_NAMES: Final = {"likes", "taboos", "allergies", "tags", "needs"}
_ALSO_YES: Final = {"vip", "大客户", "免打扰", "勿扰"}
_CLEAR: Final = re.compile(r"[\[［【〔「(（]\s*(?:清空|clear)\s*[\]］】〕」)）]", re.IGNORECASE)
_MONTH: Final = re.compile(r"(\d{4})\s*[年./\-]\s*(\d{1,2})\s*月?(?:份)?")
_BETWEEN_DAYS: Final = re.compile(r"[;；\n]+")
_DAY_BEGINS: Final = re.compile(r"农历|阴历|农曆|\d")
_BETWEEN_CARDS: Final = re.compile(r"[、,，;；\n]+")
_COLON: Final = re.compile(r"\s*[:：]\s*")
_YEARS: Final = range(1800, 2200)
_YEARS_LIVED: Final = 1800
_DECEMBER: Final = 12


def clears(value: CellValue) -> bool:
    """Return whether a cell says [清空], in whatever brackets."""
    return isinstance(value, str) and _CLEAR.fullmatch(value.strip()) is not None


def meaning(key: str, value: CellValue, *, today: dt.date) -> Meaning:
    """Return what a cell under this full key means; None where it says nothing."""
    return reader_of(key)(value, today)


def reader_of(key: str, beside: SaidValue | None = None) -> Reader:
    """Return the reader of a column; `beside` is the kind of the row a state belongs to."""
    if key == "follow_up.state" and beside is LineKind.PROMISE:
        return _choice_reader(returned_words.PROMISE_STATES)
    if key == "follow_up.state" and beside is LineKind.COMPLAINT:
        return _choice_reader(returned_words.COMPLAINT_STATES)
    return _READERS[key]


def _text(value: CellValue, _today: dt.date) -> Meaning:
    text = text_cell(value).strip()
    return Said(text, text) if text else None


def _occasion(value: CellValue, today: dt.date) -> Meaning:
    """Return the code for our word of an occasion; a workbook of before has the code itself."""
    said = _text(value, today)
    if not isinstance(said, Said):
        return said
    text = words.occasion_word(said.text)
    code = words.meant(words.OCCASION, text)
    return Said(text if code is None else code.value, text)


def _money(value: CellValue, _today: dt.date) -> Meaning:
    return _number(parse_money(value))


def _count(value: CellValue, _today: dt.date) -> Meaning:
    return _number(parse_count(value))


def _number(parsed: int | Problem | None) -> Meaning:
    return Said(parsed, str(parsed)) if isinstance(parsed, int) else parsed


def _date(value: CellValue, today: dt.date) -> Meaning:
    """Return a full Gregorian day, also one that lies years ahead, as a package ends."""
    fact = _fact(value, today, last=_YEARS.stop)
    if not isinstance(fact, DatedFact):
        return fact
    if fact.year is None or fact.is_lunar:
        return refused(ProblemCode.DATE_UNREADABLE, value)
    day = dt.date(fact.year, fact.month, fact.day)
    return Said(day, day.isoformat())


def _day(value: CellValue, today: dt.date) -> Meaning:
    fact = _fact(value, today, last=today.year + 1)
    return Said(fact, str(day_cell(fact))) if isinstance(fact, DatedFact) else fact


def _fact(value: CellValue, today: dt.date, *, last: int) -> DatedFact | Problem | None:
    """Return the day a cell names; our own workbook also has days older than lists may."""
    parsed = parse_date(value, today=today)
    if not isinstance(parsed, Problem) or parsed.code is not ProblemCode.IMPOSSIBLE_DATE:
        return parsed
    fact = read_date(text_of(value), today=today)
    if fact is None or fact.year is None or check(fact) is not None:
        return parsed
    return fact if _YEARS_LIVED <= fact.year <= last else parsed


def _gift_day(value: CellValue, today: dt.date) -> Meaning:
    found = _MONTH.fullmatch(folded(value)) if isinstance(value, str) else None
    if found and 1 <= int(found[2]) <= _DECEMBER and int(found[1]) in _YEARS:
        first = dt.date(int(found[1]), int(found[2]), 1)
        return Said(GiftDay(on=first, month_only=True), f"{first.year}年{first.month}月")
    said = _date(value, today)
    if isinstance(said, Said) and isinstance(said.value, dt.date):
        return Said(GiftDay(on=said.value), said.text)
    return said


def _phones(value: CellValue, _today: dt.date) -> Meaning:
    parsed = parse_phones(value)
    if parsed.problems:
        return parsed.problems[0]
    return Said(parsed.value, "、".join(parsed.value)) if parsed.value else None


def _list(value: CellValue, _today: dt.date) -> Meaning:
    parts = parts_of(value)
    return Said(parts, "、".join(parts)) if parts else None


def _yes(value: CellValue, _today: dt.date) -> Meaning:
    if isinstance(value, str) and folded(value).casefold() in _ALSO_YES:
        return Said(value=True, text=words.YES)
    parsed = parse_yes_no(value)
    return Said(parsed, words.YES if parsed else "") if isinstance(parsed, bool) else parsed


def _sex(value: CellValue, _today: dt.date) -> Meaning:
    sex = parse_sex(value)
    return sex if sex is None or isinstance(sex, Problem) else Said(sex, words.SEX[sex])


def _tier(value: CellValue, _today: dt.date) -> Meaning:
    parsed = parse_tier(value)
    if isinstance(parsed, TierDraft):
        tier = None if parsed.vip else parsed.tier
        return refused(ProblemCode.CHOICE_UNKNOWN, value) if tier is None else Said(tier, tier)
    return parsed


def _choice_reader(table: returned_words.Words) -> Reader:
    def read(value: CellValue, _today: dt.date) -> Meaning:
        text = folded(value)
        choice = table.get(text) or table.get(text.casefold())
        if choice is not None:
            return Said(choice, returned_words.word_of(table, choice))
        return None if says_nothing(text) else refused(ProblemCode.CHOICE_UNKNOWN, value)

    return read


def _other_dates(value: CellValue, today: dt.date) -> Meaning:
    days = []
    for entry in _BETWEEN_DAYS.split(text_of(value)):
        if entry.strip() and not says_nothing(entry.strip()):
            found = _named_day(entry.strip(), today)
            if isinstance(found, Problem):
                return refused(found.code, value)
            days.append(found)
    text = ";".join([f"{day.label} {day_text(day.fact)}".strip() for day in days])
    return Said(tuple(days), text) if days else None


def _named_day(entry: str, today: dt.date) -> NamedDay | Problem:
    """Return a name and its day: the longest end of the entry that is a day is the day."""
    fault = refused(ProblemCode.DATE_UNREADABLE, entry)
    for begins in _DAY_BEGINS.finditer(entry):
        fact = _fact(entry[begins.start() :], today, last=today.year + 1)
        if isinstance(fact, DatedFact):
            return NamedDay(label=entry[: begins.start()].strip(" :："), fact=fact)
        if fact is not None and fact.code is not ProblemCode.DATE_UNREADABLE:
            return fact
    return fault


def _cards(value: CellValue, _today: dt.date) -> Meaning:
    cards = tuple(_card(entry.strip()) for entry in _BETWEEN_CARDS.split(text_of(value)) if entry)
    said = tuple(card for card in cards if card.number and not says_nothing(card.number))
    text = "、".join([f"{card.source}:{card.number}".lstrip(":") for card in said])
    return Said(said, text) if said else None


def _card(entry: str) -> CardSaid:
    parts = _COLON.split(entry, maxsplit=1)
    return CardSaid(number=parts[-1], source=parts[0] if len(parts) > 1 else "")


_BY_KIND: Final[Mapping[Kind, Reader]] = {
    Kind.TEXT: _text,
    Kind.NOTE: _text,
    Kind.CHOICE: _text,
    Kind.DAY: _day,
    Kind.DATE: _date,
    Kind.MONEY: _money,
    Kind.COUNT: _count,
}
_BY_KEY: Final[Mapping[str, Reader]] = {
    "client.phone": _phones,
    "client.other_dates": _other_dates,
    "client.card_number": _cards,
    "client.sex": _sex,
    "client.tier": _tier,
    "person.sex": _sex,
    "person.other_dates": _other_dates,
    "gift.on": _gift_day,
    "gift.occasion": _occasion,
    **dict.fromkeys(returned_words.YES_KEYS, _yes),
    **{key: _choice_reader(table) for key, table in returned_words.BY_KEY.items()},
}


def _reader(key: str, column: Column) -> Reader:
    if key in _BY_KEY:
        return _BY_KEY[key]
    return _list if column.name in _LIST_NAMES else _BY_KIND[column.kind]


_COLUMNS: Final = {key: column for table in SHEETS for key, column in columns_of(table).items()}
_READERS: Final = {key: _reader(key, column) for key, column in _COLUMNS.items()}
