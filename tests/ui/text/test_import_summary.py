import datetime as dt

import pytest

from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.domain.records import BillKind, DateKind, Tier
from crm_desktop.domain.taking_back import Kept, KeptBecause
from crm_desktop.domain.tier_ladders import TierChange
from crm_desktop.services.import_log import PastImport, Standing
from crm_desktop.services.import_summary import ImportSummary, Some, SoonDay
from crm_desktop.ui.text.import_summary import counts_words, standing_words, summary_lines
from crm_desktop.ui.text.taking_back import kept_words

TODAY = dt.date(2026, 11, 22)


def some(count: int) -> Some:
    return Some(count=count, client_ids=tuple(range(1, min(count, 30) + 1)))


@pytest.mark.parametrize(
    ("summary", "title", "people"),
    [
        (ImportSummary(new_clients=some(1200)), "1,200 new clients", 30),
        (ImportSummary(visits=some(2)), "2 new visits", 2),
        (
            ImportSummary(paid=12_800_00, money={BillKind.PAYMENT: 12_800_00}, top=((1, 12),)),
            "¥12,800 paid",
            1,
        ),
        (
            ImportSummary(
                visits=some(1), paid=12_800_00, money={BillKind.PAYMENT: 12_800_00}, top=((1, 12),)
            ),
            "1 new visit, ¥12,800 paid",
            1,
        ),
        (ImportSummary(new_clients=some(1)), "1 new client", 1),
        (ImportSummary(days=some(1)), "1 new birthday or other date", 0),
        (ImportSummary(phones=some(3)), "3 phone numbers added", 3),
        (ImportSummary(cards=some(3)), "3 card numbers linked to your clients", 3),
        (ImportSummary(conflicts=4), "4 differences left as your book has them", 0),
        (ImportSummary(held_back=1), "1 row held back", 0),
        (
            ImportSummary(gone=((1, 500_00), (2, 80_00)), gone_count=3, gone_paid=580_00),
            "3 purchases the clinic has no more, ¥580: they stay in your book",
            2,
        ),
    ],
)
def test_a_line_says_how_many_and_who(summary: ImportSummary, title: str, people: int) -> None:
    [line] = summary_lines(summary, TODAY)

    assert (line.title, len(line.people)) == (title, people)


def test_days_that_come_soon_and_tiers_to_come_are_told_one_by_one() -> None:
    soon = SoonDay(client_id=7, on=dt.date(2026, 11, 25), kind=DateKind.BIRTHDAY, of_family=True)
    summary = ImportSummary(
        days=some(5),
        soon=(soon,),
        tiers=(
            TierChange(client_id=8, before=None, after=Tier.D),
            TierChange(client_id=9, before=Tier.A, after=Tier.C),
        ),
    )

    days, tiers = summary_lines(summary, TODAY)

    assert days.detail == "1 of them within 14 days: you will be reminded"
    assert days.people == ((7, "Birthday in the family · Wed 25 Nov · in 3 days"),)
    assert tiers.title == "Tiers to come: 1 up, 1 down by the last 365 days"
    assert [said for _, said in tiers.people] == ["— → Tier D", "Tier A → Tier C"]


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        (Tier.B, Tier.A, "Tiers to come: 1 up by the last 365 days"),
        (Tier.A, Tier.B, "Tiers to come: 1 down by the last 365 days"),
    ],
)
def test_a_direction_nobody_goes_is_not_told(before: Tier, after: Tier, title: str) -> None:
    summary = ImportSummary(tiers=(TierChange(client_id=8, before=before, after=after),))

    [line] = summary_lines(summary, TODAY)

    assert line.title == title


def test_nothing_new_has_no_line() -> None:
    assert summary_lines(ImportSummary(), TODAY) == ()


@pytest.mark.parametrize(
    ("standing", "kept", "words"),
    [
        (Standing.STANDS, 0, ""),
        (Standing.BACK, 0, "Taken back"),
        (Standing.PARTLY, 3, "Taken back but for 3 edited since"),
        (Standing.NOTHING, 0, "Nothing of it is left"),
    ],
)
def test_what_is_left_of_an_import(standing: Standing, kept: int, words: str) -> None:
    past = PastImport(
        id=1,
        at=dt.datetime(2026, 11, 22, tzinfo=dt.UTC),
        file="名单.xlsx",
        kind=ListKind.CLINIC,
        profile="",
        counts={Outcome.NEW: 2, Outcome.SAME: 0},
        standing=standing,
        kept=kept,
        summary=ImportSummary(),
    )

    assert standing_words(past) == words
    assert counts_words(past.counts) == "New 2"


@pytest.mark.parametrize(
    ("table", "field", "stands", "why", "words"),
    [
        ("client", "occupation", "店长", KeptBecause.EDITED, "Occupation: “店长” since"),
        ("client", "tier", "A", KeptBecause.EDITED, "Tier: changed since"),
        ("client", "owner", "林", KeptBecause.EDITED, "Consultant: “林” since"),
        ("client", "", None, KeptBecause.IN_USE, "Client: something added since hangs on it"),
        ("visit", "", None, KeptBecause.GONE, "Visit: it was removed since"),
        ("tag", "", None, KeptBecause.THERE_AGAIN, "Tag: you wrote the same again"),
        ("visit", "notes", "长" * 50, KeptBecause.EDITED, f"Visit: “{'长' * 39}…” since"),
    ],
)
def test_what_stays_and_why(
    table: str, field: str, stands: str | None, why: KeptBecause, words: str
) -> None:
    kept = Kept(table=table, row_id=1, client_id=1, why=why, field=field, stands=stands)

    assert kept_words(kept) == words
