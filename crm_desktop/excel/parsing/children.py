"""Children in one cell: 大宝 2015-6-1 小宝 9月3日, with labels before or behind, or without."""

import datetime as dt
import re

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import ChildDraft
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.excel.parsing.dates import parse_date
from crm_desktop.excel.parsing.text import Parsed, folded, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

_MARK = r"(?:[农農阴陰旧阳陽公新][历曆])"
_CHINESE_DAY = r"(?:初[一-十]|[廿卅][一二三四五六七八九]?|[一二三四五六七八九十]{1,3}|\d{1,2})"
_DATE = re.compile(
    rf"{_MARK}?\s*(?:"
    rf"(?:(?:\d{{4}}|\d{{2}}|[〇零一二三四五六七八九]{{4}})年)?[闰閏]?(?:[正冬腊臘元]|十[一二]?|[一二三四五六七八九]|\d{{1,2}})月[大小]?{_CHINESE_DAY}[日号號]?"
    r"|(?:\d{4}|\d{2})\s?[./-]\s?\d{1,2}\s?[./-]\s?\d{1,2}(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?"
    r"|\d{8}|\d{1,2}\s?[./-]\s?\d{1,2}"
    rf")(?:[(（]{_MARK}[)）])?(?!\d)"
)
_AROUND = " \t\n、,，;；:：。.()（）[]【】/|"
_NUMBERING = re.compile(r"^\d{1,2}[.、)）]\s*(?=\D)")
_SPLIT = re.compile(r"[、,，;；\n/\s]+")
_WORDS_ONLY = re.compile(r"(?:生日|出生日期|出生|生)$")


def parse_children(
    value: CellValue, *, today: dt.date, label: str = "", lunar: bool = False
) -> Parsed[tuple[ChildDraft, ...]]:
    """Return the children of a cell; `label` is what the heading calls the child (大宝生日).

    A child whose date is impossible stays, without it; the date is listed.
    """
    if not isinstance(value, str):
        return _single(value, today, label, lunar=lunar)
    text = folded(value)
    if says_nothing(text):
        return Parsed()
    dates = list(_DATE.finditer(text))
    if not dates:
        return _without_dates(text, value, label)
    labels = _labels(text, dates)
    facts = [parse_date(found.group().strip(), today=today, lunar=lunar) for found in dates]
    children = tuple(
        ChildDraft(
            label=_bare(one) or (label if len(dates) == 1 else ""),
            birthday=fact if isinstance(fact, DatedFact) else None,
        )
        for one, fact in zip(labels, facts, strict=True)
    )
    problems = [fact for fact in facts if isinstance(fact, Problem)]
    problems += [refused(ProblemCode.DATE_UNREADABLE, one) for one in labels if _hides_a_date(one)]
    return Parsed(value=children, problems=tuple(problems))


def _single(
    value: CellValue, today: dt.date, label: str, *, lunar: bool
) -> Parsed[tuple[ChildDraft, ...]]:
    fact = parse_date(value, today=today, lunar=lunar)
    if isinstance(fact, Problem):
        return Parsed(problems=(fact,))
    return Parsed() if fact is None else Parsed(value=(ChildDraft(label=label, birthday=fact),))


def _without_dates(text: str, value: CellValue, label: str) -> Parsed[tuple[ChildDraft, ...]]:
    """Names or labels alone are children too; digits that are no date are a problem."""
    if any(sign.isdigit() for sign in text):
        return Parsed(problems=(refused(ProblemCode.DATE_UNREADABLE, value),))
    entries = [_bare(entry) for entry in _SPLIT.split(text)]
    children = tuple(ChildDraft(label=entry or label) for entry in entries if entry)
    return Parsed(value=children or None)


def _labels(text: str, dates: list[re.Match[str]]) -> list[str]:
    """Return the text that belongs to each date: before it, or behind where a date begins."""
    ends = [0, *(found.end() for found in dates)]
    starts = [*(found.start() for found in dates), len(text)]
    between = [text[end:start] for end, start in zip(ends, starts, strict=True)]
    behind = not between[0].strip(_AROUND) and bool(between[-1].strip(_AROUND))
    return between[1:] if behind else between[:-1]


def _bare(label: str) -> str:
    label = _NUMBERING.sub("", label.strip(" \t\n、,，;；")).strip(_AROUND)
    return _WORDS_ONLY.sub("", label).strip(_AROUND)


def _hides_a_date(label: str) -> bool:
    """Return whether digits in a label are more than an age (5岁) or a numbering."""
    rest = re.sub(r"\d{1,2}岁", "", _NUMBERING.sub("", label.strip(_AROUND)))
    return any(sign.isdigit() for sign in rest)
