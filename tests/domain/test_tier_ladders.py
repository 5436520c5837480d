import datetime as dt

import pytest

from crm_desktop.domain.records import Tier
from crm_desktop.domain.tier_ladders import TierChange, YearFacts, tier_changes, tier_of, window

YUAN = 100


@pytest.mark.parametrize(
    ("yuan", "visits", "tier"),
    [
        (200_000, 6, Tier.A),
        (199_999, 6, Tier.B),
        (200_000, 5, Tier.B),
        (100_000, 3, Tier.D),
        (50_000, 4, Tier.C),
        (10_000, 9, Tier.D),
        (1_000, 1, Tier.E),
        (999, 6, None),
        (500_000, 0, None),
        (50_000, 2, Tier.E),
    ],
)
def test_the_lower_of_both_ladders_counts(yuan: int, visits: int, tier: Tier | None) -> None:
    assert tier_of(YearFacts(paid=yuan * YUAN, visits=visits)) is tier


def test_the_window_is_365_days_with_today() -> None:
    first, last = window(dt.date(2026, 11, 22))

    assert (first, last) == (dt.date(2025, 11, 23), dt.date(2026, 11, 22))


def test_only_who_moves_is_told_the_highest_first() -> None:
    high, low = YearFacts(paid=200_000 * YUAN, visits=6), YearFacts(paid=1_000 * YUAN, visits=1)

    found = tier_changes({1: low, 2: high, 3: low}, {1: low, 2: low, 3: high, 4: low})

    assert found == (
        TierChange(client_id=3, before=Tier.E, after=Tier.A),
        TierChange(client_id=2, before=Tier.A, after=Tier.E),
        TierChange(client_id=4, before=None, after=Tier.E),
    )
    assert [change.is_up for change in found] == [True, False, True]
