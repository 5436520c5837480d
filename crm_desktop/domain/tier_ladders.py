"""The two ladders of the tiers: what she paid and how often she came within 365 days.

Policy `both`: the lower of the two counts (spec: tiers and VIP); "以上" includes the number.
"""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.records import Tier

WINDOW: Final = dt.timedelta(days=365)

_FEN: Final = 100
_SPEND: Final = (
    (200_000 * _FEN, Tier.A),
    (100_000 * _FEN, Tier.B),
    (50_000 * _FEN, Tier.C),
    (10_000 * _FEN, Tier.D),
    (1_000 * _FEN, Tier.E),
)
_VISITS: Final = ((6, Tier.A), (5, Tier.B), (4, Tier.C), (3, Tier.D), (1, Tier.E))


@dataclass(frozen=True, slots=True, kw_only=True)
class YearFacts:
    """What the ladders are read from: fen paid and days of arrival within the window."""

    paid: int = 0
    visits: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TierChange:
    """A client whose facts put her on another step; None is below E."""

    client_id: int
    before: Tier | None
    after: Tier | None

    @property
    def is_up(self) -> bool:
        """Return whether she rises."""
        return _rank(self.after) < _rank(self.before)


def window(asof: dt.date) -> tuple[dt.date, dt.date]:
    """Return the first and the last of the 365 days that count on `asof`."""
    return asof - WINDOW + dt.timedelta(days=1), asof


def tier_by_spend(paid: int) -> Tier | None:
    """Return the step of the money, in fen."""
    return next((tier for least, tier in _SPEND if paid >= least), None)


def tier_by_visits(visits: int) -> Tier | None:
    """Return the step of the arrivals."""
    return next((tier for least, tier in _VISITS if visits >= least), None)


def tier_of(facts: YearFacts) -> Tier | None:
    """Return the lower of the two steps."""
    return max(tier_by_spend(facts.paid), tier_by_visits(facts.visits), key=_rank)


def tier_changes(
    before: Mapping[int, YearFacts], after: Mapping[int, YearFacts]
) -> tuple[TierChange, ...]:
    """Return the clients on another step than before, the highest new step first."""
    changes = [
        TierChange(
            client_id=client_id,
            before=tier_of(before.get(client_id, YearFacts())),
            after=tier_of(after.get(client_id, YearFacts())),
        )
        for client_id in before.keys() | after.keys()
    ]
    moved = [change for change in changes if change.before is not change.after]
    return tuple(sorted(moved, key=_order))


def _order(change: TierChange) -> tuple[int, int]:
    return _rank(change.after), change.client_id


def _rank(tier: Tier | None) -> int:
    return len(Tier) if tier is None else list(Tier).index(tier)
