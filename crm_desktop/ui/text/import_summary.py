"""What an import meant to her, in a few short lines with whom they are about."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.domain.records import Tier
from crm_desktop.domain.tier_ladders import TierChange
from crm_desktop.services.import_log import PastImport, Standing
from crm_desktop.services.import_summary import ImportSummary
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.importing import outcome_word

_ORDER: Final = (
    Outcome.NEW,
    Outcome.UPDATED,
    Outcome.SAME,
    Outcome.CONFLICT,
    Outcome.ERROR,
    Outcome.SKIPPED,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SummaryLine:
    """One line: what, more of it in figures, and clients with a word about each."""

    symbol: Icon
    title: str
    detail: str = ""
    people: tuple[tuple[int, str], ...] = ()
    more: int = 0


def summary_lines(summary: ImportSummary, today: dt.date) -> tuple[SummaryLine, ...]:
    """Return the lines that say something; nothing new has none."""
    return tuple(_lines(summary, today))


def kind_word(kind: ListKind) -> str:
    """Return what kind of list it was."""
    words = {
        ListKind.OWN_LIST: QCoreApplication.translate("ImportSummary", "Your own list"),
        ListKind.CLINIC: QCoreApplication.translate("ImportSummary", "Export of the clinic"),
        ListKind.ROUNDTRIP: QCoreApplication.translate("ImportSummary", "Our sheet come back"),
        ListKind.CONTACTS: QCoreApplication.translate("ImportSummary", "Contacts of a phone"),
    }
    return words[kind]


def standing_words(past: PastImport) -> str:
    """Return what is left of an import, "" where all of it stands."""
    if past.standing is Standing.PARTLY:
        words = QCoreApplication.translate(
            "ImportSummary", "Taken back but for {count} edited since"
        )
        return words.format(count=past.kept)
    return {
        Standing.STANDS: "",
        Standing.BACK: QCoreApplication.translate("ImportSummary", "Taken back"),
        Standing.NOTHING: QCoreApplication.translate("ImportSummary", "Nothing of it is left"),
    }[past.standing]


def _lines(summary: ImportSummary, today: dt.date) -> Iterator[SummaryLine]:
    yield from _people_lines(summary)
    yield from _money_line(summary)
    yield from _day_line(summary, today)
    yield from _tier_line(summary)
    yield from _gone_line(summary)
    yield from _left_lines(summary)


def _people_lines(summary: ImportSummary) -> Iterator[SummaryLine]:
    translate = QCoreApplication.translate
    groups = (
        (
            summary.new_clients,
            Icon.USER_PLUS,
            translate("ImportSummary", "1 new client"),
            translate("ImportSummary", "{count} new clients"),
        ),
        (
            summary.phones,
            Icon.PHONE,
            translate("ImportSummary", "1 phone number added"),
            translate("ImportSummary", "{count} phone numbers added"),
        ),
        (
            summary.cards,
            Icon.LINK,
            translate("ImportSummary", "1 card number linked to a client"),
            translate("ImportSummary", "{count} card numbers linked to your clients"),
        ),
    )
    for some, symbol, one, many in groups:
        if some.count:
            yield SummaryLine(
                symbol=symbol,
                title=counted(some.count, one, many),
                people=tuple((client_id, "") for client_id in some.client_ids),
                more=some.count - len(some.client_ids),
            )


def _money_line(summary: ImportSummary) -> Iterator[SummaryLine]:
    if not summary.visits.count and not summary.money:
        return
    translate = QCoreApplication.translate
    one = translate("ImportSummary", "1 new visit")
    title = counted(summary.visits.count, one, translate("ImportSummary", "{count} new visits"))
    if summary.money:
        words = translate("ImportSummary", "{visits}, {paid} paid")
        if not summary.visits.count:
            words = translate("ImportSummary", "{paid} paid")
        title = words.format(visits=title, paid=money(summary.paid))
    kinds = [f"{choice(kind)} {money(fen)}" for kind, fen in summary.money.items()]
    top = tuple((client_id, money(fen)) for client_id, fen in summary.top)
    came = tuple((client_id, "") for client_id in summary.visits.client_ids)
    yield SummaryLine(
        symbol=Icon.WALLET,
        title=title,
        detail=" · ".join(kinds) if len(kinds) > 1 else "",
        people=top or came,
    )


def _day_line(summary: ImportSummary, today: dt.date) -> Iterator[SummaryLine]:
    if not summary.days.count:
        return
    one = QCoreApplication.translate("ImportSummary", "1 new birthday or other date")
    many = QCoreApplication.translate("ImportSummary", "{count} new birthdays and other dates")
    detail = ""
    if summary.soon:
        near = QCoreApplication.translate(
            "ImportSummary", "{count} of them within 14 days: you will be reminded"
        )
        detail = near.format(count=f"{len(summary.soon):,}")
    family = QCoreApplication.translate("ImportSummary", "{what} in the family")
    soon = []
    for day in summary.soon:
        what = family.format(what=choice(day.kind)) if day.of_family else choice(day.kind)
        soon.append((day.client_id, f"{what} · {day_and_relative(day.on, today)}"))
    yield SummaryLine(
        symbol=Icon.CAKE,
        title=counted(summary.days.count, one, many),
        detail=detail,
        people=tuple(soon),
    )


def _tier_line(summary: ImportSummary) -> Iterator[SummaryLine]:
    if not summary.tiers:
        return
    ups = sum(change.is_up for change in summary.tiers)
    downs = len(summary.tiers) - ups
    words = QCoreApplication.translate(
        "ImportSummary", "Tiers to come: {ups} up, {downs} down by the last 365 days"
    )
    if not downs:
        words = QCoreApplication.translate(
            "ImportSummary", "Tiers to come: {ups} up by the last 365 days"
        )
    elif not ups:
        words = QCoreApplication.translate(
            "ImportSummary", "Tiers to come: {downs} down by the last 365 days"
        )
    yield SummaryLine(
        symbol=Icon.CROWN,
        title=words.format(ups=ups, downs=downs),
        people=tuple((change.client_id, _step(change)) for change in summary.tiers),
    )


def _step(change: TierChange) -> str:
    return f"{_tier(change.before)} → {_tier(change.after)}"


def _tier(tier: Tier | None) -> str:
    return "—" if tier is None else choice(tier)


def _gone_line(summary: ImportSummary) -> Iterator[SummaryLine]:
    if not summary.gone_count:
        return
    title = counted(
        summary.gone_count,
        QCoreApplication.translate(
            "ImportSummary", "1 purchase the clinic has no more, {paid}: it stays in your book"
        ),
        QCoreApplication.translate(
            "ImportSummary",
            "{count} purchases the clinic has no more, {paid}: they stay in your book",
        ),
        paid=money(summary.gone_paid),
    )
    people = tuple((client_id, money(fen)) for client_id, fen in summary.gone)
    yield SummaryLine(symbol=Icon.ALERT, title=title, people=people)


def _left_lines(summary: ImportSummary) -> Iterator[SummaryLine]:
    if summary.conflicts:
        title = counted(
            summary.conflicts,
            QCoreApplication.translate("ImportSummary", "1 difference left as your book has it"),
            QCoreApplication.translate(
                "ImportSummary", "{count} differences left as your book has them"
            ),
        )
        yield SummaryLine(symbol=Icon.TRANSFER, title=title)
    if summary.held_back:
        title = counted(
            summary.held_back,
            QCoreApplication.translate("ImportSummary", "1 row held back"),
            QCoreApplication.translate("ImportSummary", "{count} rows held back"),
        )
        yield SummaryLine(symbol=Icon.ALERT, title=title)


def counts_words(counts: Mapping[Outcome, int]) -> str:
    """Return `New 12 · Updated 3`, what there is none of left out."""
    told = [f"{outcome_word(one)} {counts[one]:,}" for one in _ORDER if counts.get(one)]
    return " · ".join(told)
