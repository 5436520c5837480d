"""The filters of the list in words, each with the fields it stands for."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import Tier
from crm_desktop.domain.traits import Missing, Standing
from crm_desktop.ui.clients.words import lacking, listed
from crm_desktop.ui.text import day_with_year, money
from crm_desktop.ui.text.days import month_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_HALF_A_YEAR: Final = 182
_STANDINGS: Final = {
    Standing.SESSIONS_LEFT: QT_TRANSLATE_NOOP("ListFilters", "Sessions left"),
    Standing.PAID_UNTREATED: QT_TRANSLATE_NOOP("ListFilters", "Paid, not treated yet"),
    Standing.DEPOSIT: QT_TRANSLATE_NOOP("ListFilters", "Deposit paid"),
}
_WITHIN: Final = {
    30: QT_TRANSLATE_NOOP("ListFilters", "Came in the last 30 days"),
    91: QT_TRANSLATE_NOOP("ListFilters", "Came in the last three months"),
    _HALF_A_YEAR: QT_TRANSLATE_NOOP("ListFilters", "Came in the last half year"),
    365: QT_TRANSLATE_NOOP("ListFilters", "Came in the last year"),
}
_NOT_FOR: Final = {
    91: QT_TRANSLATE_NOOP("ListFilters", "Did not come for three months"),
    _HALF_A_YEAR: QT_TRANSLATE_NOOP("ListFilters", "Did not come for half a year"),
    365: QT_TRANSLATE_NOOP("ListFilters", "Did not come for a year"),
}
_BORN_WITHIN: Final = {
    7: QT_TRANSLATE_NOOP("ListFilters", "Birthday in the next 7 days"),
    30: QT_TRANSLATE_NOOP("ListFilters", "Birthday in the next 30 days"),
    60: QT_TRANSLATE_NOOP("ListFilters", "Birthday in the next 60 days"),
}
SPANS: Final = {
    "visited_within": tuple(_WITHIN),
    "not_visited_for": tuple(_NOT_FOR),
    "birthday_within": tuple(_BORN_WITHIN),
}
"""The days offered for the filters that count days."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chip:
    """One filter that is set: its words, and the fields that are cleared with it."""

    words: str
    fields: tuple[str, ...]


def chips(query: ListQuery) -> list[Chip]:
    """Return what narrows the list, in the order of the menu."""
    return [
        Chip(words=tell(query), fields=fields)
        for fields, tell in _CHIPS
        if query.filters.intersection(fields)
    ]


def tier_words(tier: Tier | None) -> str:
    """Return the word for a tier in a filter."""
    if tier is None:
        return QCoreApplication.translate("ListFilters", "no tier")
    return tier.value


def standing_words(standing: Standing) -> str:
    """Return the word for what the clinic still owes."""
    return QCoreApplication.translate("ListFilters", _STANDINGS[standing])


def month_words(month: int) -> str:
    """Return *Birthday in May*."""
    pattern = QCoreApplication.translate("ListFilters", "Birthday in {month}")
    return pattern.format(month=month_name(month))


def span_words(field: str, days: int) -> str:
    """Return the words for a filter that counts days."""
    known = {"visited_within": _WITHIN, "not_visited_for": _NOT_FOR}.get(field, _BORN_WITHIN)
    if days in known:
        return QCoreApplication.translate("ListFilters", known[days])
    pattern = {
        "visited_within": QCoreApplication.translate("ListFilters", "Came in the last {days} days"),
        "not_visited_for": QCoreApplication.translate(
            "ListFilters", "Did not come for {days} days"
        ),
    }.get(field, QCoreApplication.translate("ListFilters", "Birthday in the next {days} days"))
    return pattern.format(days=days)


def flag_words(field: str) -> str:
    """Return the words for a filter that is on or off."""
    return {
        "big_only": QCoreApplication.translate("ListFilters", "Big clients"),
        "vip_only": QCoreApplication.translate("ListFilters", "VIP"),
        "do_not_contact": QCoreApplication.translate("ListFilters", "Do not contact"),
        "archived": QCoreApplication.translate("ListFilters", "Archived"),
        "never_visited": QCoreApplication.translate("ListFilters", "Never came"),
    }[field]


def _tiers(query: ListQuery) -> str:
    order = [tier for tier in (*Tier, None) if tier in query.tiers]
    pattern = QCoreApplication.translate("ListFilters", "Tier {tiers}")
    return pattern.format(tiers=listed(tuple(map(tier_words, order))))


def _missing(query: ListQuery) -> str:
    words = tuple(lacking(each) for each in Missing if each in query.missing)
    pattern = QCoreApplication.translate("ListFilters", "Missing: {facts}")
    return pattern.format(facts=listed(words))


def _standing(query: ListQuery) -> str:
    return listed(tuple(standing_words(each) for each in Standing if each in query.standing))


def _tags(query: ListQuery) -> str:
    if query.all_tags:
        pattern = QCoreApplication.translate("ListFilters", "All of the tags: {names}")
    else:
        pattern = QCoreApplication.translate("ListFilters", "Tag: {names}")
    return pattern.format(names=_names(query.tags))


def _done(query: ListQuery) -> str:
    pattern = QCoreApplication.translate("ListFilters", "Had: {names}")
    return pattern.format(names=_names(query.done))


def _wanted(query: ListQuery) -> str:
    pattern = QCoreApplication.translate("ListFilters", "May want: {names}")
    return pattern.format(names=_names(query.wanted))


def _owners(query: ListQuery) -> str:
    pattern = QCoreApplication.translate("ListFilters", "Client of {names}")
    return pattern.format(names=_names(query.owners))


def _sources(query: ListQuery) -> str:
    pattern = QCoreApplication.translate("ListFilters", "Came through {names}")
    return pattern.format(names=_names(query.sources))


def _names(names: Iterable[str]) -> str:
    none = QCoreApplication.translate("ListFilters", "none")
    return listed(tuple(name or none for name in sorted(names)))


def _last_visit(query: ListQuery) -> str:
    words = [
        span_words(field, getattr(query, field))
        for field in ("visited_within", "not_visited_for")
        if getattr(query, field) is not None
    ]
    if query.visited_from is not None:
        pattern = QCoreApplication.translate("ListFilters", "Last visit from {day}")
        words.append(pattern.format(day=day_with_year(query.visited_from)))
    if query.visited_until is not None:
        pattern = QCoreApplication.translate("ListFilters", "Last visit until {day}")
        words.append(pattern.format(day=day_with_year(query.visited_until)))
    if query.never_visited:
        words.append(flag_words("never_visited"))
    return " · ".join(words)


def _birthday(query: ListQuery) -> str:
    words = []
    if query.birthday_within is not None:
        words.append(span_words("birthday_within", query.birthday_within))
    if query.birthday_month is not None:
        words.append(month_words(query.birthday_month))
    return " · ".join(words)


def _paid(query: ListQuery) -> str:
    low, high = query.paid_from, query.paid_until
    if low is not None and high is not None:
        pattern = QCoreApplication.translate("ListFilters", "Paid {low} to {high}")
        return pattern.format(low=money(low), high=money(high))
    if low is not None:
        return QCoreApplication.translate("ListFilters", "Paid {low} or more").format(
            low=money(low)
        )
    pattern = QCoreApplication.translate("ListFilters", "Paid {high} or less")
    return pattern.format(high=money(high or 0))


def _flag(field: str, query: ListQuery) -> str:  # noqa: ARG001 - told for every query alike
    return flag_words(field)


VISIT: Final = (
    "visited_within",
    "not_visited_for",
    "visited_from",
    "visited_until",
    "never_visited",
)
BIRTHDAY: Final = ("birthday_within", "birthday_month")
PAID: Final = ("paid_from", "paid_until")

_CHIPS: Final[tuple[tuple[tuple[str, ...], Callable[[ListQuery], str]], ...]] = (
    (("tiers",), _tiers),
    (("big_only",), partial(_flag, "big_only")),
    (("vip_only",), partial(_flag, "vip_only")),
    (("missing",), _missing),
    (("standing",), _standing),
    (VISIT, _last_visit),
    (BIRTHDAY, _birthday),
    (PAID, _paid),
    (("tags", "all_tags"), _tags),
    (("done",), _done),
    (("wanted",), _wanted),
    (("owners",), _owners),
    (("sources",), _sources),
    (("do_not_contact",), partial(_flag, "do_not_contact")),
    (("archived",), partial(_flag, "archived")),
)
