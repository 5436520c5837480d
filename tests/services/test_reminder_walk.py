"""Years by chance over a real book against a model by hand; kills before it was remembered."""

import datetime as dt
from collections import Counter

import pytest

from benchmarks.reminder_kills import kill_while_showing
from benchmarks.reminder_walk import walked
from benchmarks.walk_model import DAY, Almanac, Ledger, Told
from crm_desktop.domain.dates import DEFAULT_POLICY, Calendar, DatedFact
from crm_desktop.domain.occurrences import occurrences

FIRST, LAST = dt.date(2026, 1, 1), dt.date(2045, 12, 31)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_nothing_is_lost_and_nothing_is_told_twice(seed: int) -> None:
    walk = walked(1.0, seed)

    assert (walk.lost, walk.doubled, walk.strange) == ([], [], [])
    assert walk.counts["pop-ups"] > 50
    assert walk.counts["answers"] > 20
    assert min(walk.counts[what] for what in ("absences", "clock jumps", "restarts", "edits")) > 0


def test_what_was_shown_and_not_remembered_is_shown_once_more_and_never_lost() -> None:
    shown, ought, stored = kill_while_showing(12)

    assert ought <= shown.keys()
    assert max(shown.values()) <= 2
    assert stored < 12


@pytest.mark.parametrize(
    ("is_lunar", "month", "day"),
    [(False, 2, 29), (False, 12, 31), (True, 1, 1), (True, 12, 30), (True, 8, 15), (True, 6, 30)],
)
def test_the_model_finds_the_days_the_product_finds(
    *, is_lunar: bool, month: int, day: int
) -> None:
    calendar = Calendar.LUNAR if is_lunar else Calendar.SOLAR
    fact = DatedFact(calendar=calendar, month=month, day=day)
    told = Told(month=month, day=day, is_lunar=is_lunar, big=True, client_id=1)

    by_hand = Almanac(FIRST, LAST).days(told, FIRST, LAST)

    assert by_hand == occurrences(fact, DEFAULT_POLICY, FIRST, LAST)


def test_the_model_misses_what_was_not_told() -> None:
    ledger, on = Ledger(), dt.date(2026, 11, 24)
    told = Told(month=11, day=24, is_lunar=False, big=True, client_id=1)
    now = dt.datetime(2026, 11, 23, 9, tzinfo=dt.UTC)

    ought = ledger.ought(1, told, on, now)
    after = ledger.ought(1, told, on, now + DAY)

    assert ought == (1, 0, on, "prepare")
    assert after == (1, 0, on, "day")
    assert ledger.is_lost(ought)
    ledger.pops = Counter({ought: 1})
    assert not ledger.is_lost(ought)
    assert ledger.missed_by(1, told, on, now + 3 * DAY)
