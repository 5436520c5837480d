"""Days off: her own, and the public ones around them."""

import datetime as dt
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from crm_desktop.domain.occasions import Rules


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicHolidays:
    """What is known of the public holidays: the days off, those worked instead, the last year.

    `until` is None where nothing is known at all.
    """

    days_off: frozenset[dt.date] = frozenset()
    working_days: frozenset[dt.date] = frozenset()
    until: int | None = None


def with_public_holidays(rules: Rules, public: PublicHolidays) -> Rules:
    """Return the rules with the public holidays; what she said of a single day goes before them.

    Beyond the last year known the week alone counts.
    """
    return replace(
        rules,
        days_off=rules.days_off | _but(public.days_off, rules.working_days),
        working_days=rules.working_days | _but(public.working_days, rules.days_off),
    )


def runs(days: Iterable[dt.date]) -> list[tuple[dt.date, dt.date]]:
    """Return the first and the last of every row of days without a gap, soonest first."""
    found: list[tuple[dt.date, dt.date]] = []
    for day in sorted(set(days)):
        if found and day - found[-1][1] == dt.timedelta(days=1):
            found[-1] = found[-1][0], day
        else:
            found.append((day, day))
    return found


def _but(days: AbstractSet[dt.date], others: AbstractSet[dt.date]) -> frozenset[dt.date]:
    return frozenset(days - others)
