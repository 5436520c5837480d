"""Gifts in a cell: one a line, 2025.3 百合花束 168元, day and cost as far as they stand."""

import datetime as dt
import re

from crm_desktop.domain.drafts import GiftDraft
from crm_desktop.excel.parsing.dates import full_year
from crm_desktop.excel.parsing.money import parse_money
from crm_desktop.excel.parsing.text import line_of, says_nothing, text_of
from crm_desktop.excel.workbook import CellValue

_SPLIT = re.compile(r"[\n;；、]+|(?<!\d)[,，]|[,，](?!\d)")
_WHEN = re.compile(
    r"(?P<year>\d{4}|\d{2}(?=年|[./-]\d{1,2}[./-]))?\s*[年./-]?\s*(?P<month>\d{1,2})\s*[月./-]?"
    r"(?:(?<=[月./-])(?P<day>\d{1,2})[日号]?)?(?=[^\d日号]|$)[\s:：送]*"
)
_COST = re.compile(
    r"[\s(（,，:：约价值]*(?:[¥￥]\s*(\d[\d,.]*)|(\d[\d,.]*\s*[万千]?)\s*(?:元|块钱?|rmb))[)）]?\s*$",
    re.IGNORECASE,
)
_SIGNS = re.compile(r"[年./\-月]")
_MONTHS = range(1, 13)
_DAYS = range(32)


def parse_gifts(value: CellValue, *, today: dt.date) -> tuple[GiftDraft, ...] | None:
    """Return the gifts of a cell, the oldest way of writing first: nothing is ever dropped."""
    entries = (entry.strip() for entry in _SPLIT.split(text_of(value)))
    gifts = (_gift(line_of(entry), today) for entry in entries if not says_nothing(entry))
    return tuple(gifts) or None


def _gift(entry: str, today: dt.date) -> GiftDraft:
    cost, rest = _cost(entry)
    found = _WHEN.match(rest)
    if not found or not _is_day(found) or not rest[found.end() :].strip():
        return GiftDraft(item=rest.strip(), cost=cost)
    return GiftDraft(
        item=rest[found.end() :].strip(),
        year=full_year(found["year"] or "", today),
        month=int(found["month"]),
        day=int(found["day"]) if found["day"] else None,
        cost=cost,
    )


def _cost(entry: str) -> tuple[int | None, str]:
    found = _COST.search(entry)
    if not found or not entry[: found.start()].strip():
        return None, entry
    amount = parse_money(found[1] or found[2])
    return (amount, entry[: found.start()]) if isinstance(amount, int) else (None, entry)


def _is_day(found: re.Match[str]) -> bool:
    """Return whether the digits in front are a date and no amount (3 盒面膜, 2 束花)."""
    if not _SIGNS.search(found.group()):
        return False
    return int(found["month"]) in _MONTHS and int(found["day"] or 0) in _DAYS
