"""What one cell of a known column adds to the draft of a client."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import PreferenceKind
from crm_desktop.excel.mapping import Column
from crm_desktop.excel.parsing.children import parse_children
from crm_desktop.excel.parsing.choices import parse_is_lunar, parse_sex, parse_tier
from crm_desktop.excel.parsing.counts import parse_count
from crm_desktop.excel.parsing.dates import parse_date, parse_day
from crm_desktop.excel.parsing.gifts import parse_gifts
from crm_desktop.excel.parsing.money import parse_money
from crm_desktop.excel.parsing.phones import parse_phones
from crm_desktop.excel.parsing.preferences import parse_tastes
from crm_desktop.excel.parsing.projects import parse_completed, parse_potential
from crm_desktop.excel.parsing.text import (
    Parsed,
    line_of,
    parts_of,
    refused,
    says_nothing,
    text_of,
)
from crm_desktop.excel.workbook import CellValue

Told = Mapping[str, object]
"""Attributes of `ClientDraft` (in columns about her husband, of `PartnerDraft`) and values."""

IS_LUNAR = "birthday_is_lunar"
"""The one key of `Told` that is no attribute: what the flag column beside a birthday says."""

Reader = Callable[[CellValue, Column, dt.date], Parsed[Told]]

_LINES = {
    Field.NAME, Field.DISPLAY_NAME, Field.WECHAT, Field.QQ, Field.OCCUPATION,
    Field.HUSBAND_NAME, Field.HUSBAND_OCCUPATION, Field.SOURCE, Field.REFERRED_BY,
    Field.CARD_NUMBER, Field.DIALECT, Field.OWNER,
}  # fmt: skip
_TEXTS = {
    Field.ADDRESS, Field.PERSONALITY, Field.HEALTH_NOTES, Field.NOTES, Field.AFFORDABILITY,
    Field.RISK_ATTITUDE, Field.APPEARANCE_EXPECTATION,
}  # fmt: skip
_KEYS = {Field.FIRST_CONTACT: "first_contact_on"}
_NO_LEVEL = {"普通", "普通会员", "普通客户", "普卡", "非会员", "散客", "一般"}
ABOUT_HUSBAND = {one for one in Field if one.value.startswith("husband_")}
"""Fields whose values go to the draft's husband."""

TASTES = {
    Field.PREFERENCES: PreferenceKind.LIKE,
    Field.LIKES: PreferenceKind.LIKE,
    Field.TABOOS: PreferenceKind.TABOO,
    Field.ALLERGIES: PreferenceKind.ALLERGY,
}


@dataclass(slots=True, kw_only=True)
class ColumnReader:
    """Reads the cells of one column; equal cells are read once, and forgotten with the import."""

    column: Column
    today: dt.date
    known: dict[CellValue, Parsed[Told]] = field(default_factory=dict)

    def read(self, value: CellValue) -> Parsed[Told]:
        """Return what a cell that is not blank tells; True is not looked up, it equals 1."""
        told = _READERS[self.column.field](value, self.column, self.today)
        if value is not True and value is not False:
            self.known[value] = told
        return told

    def as_lunar(self) -> "ColumnReader":
        """Return the reader of the same column for rows whose flag says lunar."""
        return ColumnReader(column=replace(self.column, lunar=True), today=self.today)


def _one(key: str, value: object) -> Parsed[Told]:
    """Wrap the outcome of a parser that gives a value, a problem, or nothing."""
    if isinstance(value, Problem):
        return Parsed(problems=(value,))
    return Parsed() if value is None or value in ("", ()) else Parsed(value={key: value})


def _key(column: Column) -> str:
    return column.field.value.removeprefix("husband_")


def _line(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    text = line_of(value)
    if text.startswith("=") and text.endswith(")"):
        return Parsed(problems=(refused(ProblemCode.FORMULA, value),))
    return _one(_key(column), "" if text in {"-", "/", "—", "?", "\\"} else text)


def _text(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    text = text_of(value)
    return _one(_key(column), "" if text in {"-", "/", "—", "?", "\\"} else text)


def _phone(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    parsed = parse_phones(value)
    told: dict[str, object] = {} if parsed.value is None else {"phones": parsed.value}
    for problem in parsed.problems:
        if problem.code is ProblemCode.PHONE_MASKED:
            told["masked_phone"] = problem.value
    return Parsed(value=told, problems=parsed.problems)


def _husband_phone(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    parsed = parse_phones(value)
    told = {"phone": parsed.value[0]} if parsed.value else None
    return Parsed(value=told, problems=parsed.problems)


def _date(value: CellValue, column: Column, today: dt.date) -> Parsed[Told]:
    fact = parse_date(value, today=today, lunar=column.lunar, order=column.order)
    return _one(_key(column), fact)


def _day(value: CellValue, column: Column, today: dt.date) -> Parsed[Told]:
    key = _KEYS.get(column.field, column.field.value)
    return _one(key, parse_day(value, today=today, order=column.order))


def _level(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    """Return a level of the clinic's own ladder under its heading; the lowest says nothing."""
    level = line_of(value)
    is_none = says_nothing(level.lower()) or level in _NO_LEVEL
    return Parsed() if is_none else Parsed(value={"member_level": f"{column.heading}:{level}"})


def _money(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    return _one(_key(column), parse_money(value, column.unit))


def _count(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    return _one(column.field.value, parse_count(value))


def _children(value: CellValue, column: Column, today: dt.date) -> Parsed[Told]:
    parsed = parse_children(value, today=today, label=column.label, lunar=column.lunar)
    told = {"children": parsed.value} if parsed.value else None
    return Parsed(value=told, problems=parsed.problems)


def _tastes(value: CellValue, column: Column, _today: dt.date) -> Parsed[Told]:
    tastes = parse_tastes(value, TASTES[column.field])
    if tastes is None:
        return Parsed()
    lists = {"likes": tastes.likes, "taboos": tastes.taboos, "allergies": tastes.allergies}
    return Parsed(value={key: entries for key, entries in lists.items() if entries})


def _tier(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    tier = parse_tier(value)
    if tier is None or isinstance(tier, Problem):
        return _one("tier", tier)
    return Parsed(value={"tier": tier.tier, "vip": tier.vip})


def _potential(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    return _one("potential", parse_potential(value))


def _completed(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    return _one("completed", parse_completed(value))


def _gifts(value: CellValue, _column: Column, today: dt.date) -> Parsed[Told]:
    return _one("gifts", parse_gifts(value, today=today))


def _tags(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    return _one("tags", parts_of(value))


def _sex(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    return _one("sex", parse_sex(value))


def _flag(value: CellValue, _column: Column, _today: dt.date) -> Parsed[Told]:
    return _one(IS_LUNAR, parse_is_lunar(value))


_READERS: dict[Field, Reader] = {
    **dict.fromkeys(_LINES, _line),
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(TASTES, _tastes),
    **dict.fromkeys((Field.BIRTHDAY, Field.HUSBAND_BIRTHDAY, Field.WEDDING), _date),
    **dict.fromkeys((Field.INCOME, Field.HUSBAND_INCOME, Field.PAID_STATED), _money),
    **dict.fromkeys((Field.FIRST_CONTACT, Field.LAST_VISIT_STATED), _day),
    **dict.fromkeys((Field.CHILDREN_COUNT, Field.VISITS_STATED), _count),
    Field.BIRTHDAY_CALENDAR: _flag,
    Field.CHILDREN: _children,
    Field.COMPLETED: _completed,
    Field.GIFTS: _gifts,
    Field.HUSBAND_PHONE: _husband_phone,
    Field.MEMBER_LEVEL: _level,
    Field.PHONE: _phone,
    Field.POTENTIAL: _potential,
    Field.SEX: _sex,
    Field.TAGS: _tags,
    Field.TIER: _tier,
}
