"""Gifts by occasion: this year's beside last year's, for each recipient."""

import datetime as dt
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.gift_guard import day_of
from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.records import Gift, GiftState

_ALSO_CALLED: Final = {
    "生日": Kind.BIRTHDAY.value,
    "结婚纪念日": Kind.ANNIVERSARY.value,
    "纪念日": Kind.ANNIVERSARY.value,
    "wedding anniversary": Kind.ANNIVERSARY.value,
    "节日": Kind.FESTIVAL.value,
}
"""Words of lists from elsewhere for the occasions that have a code here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OccasionGifts:
    """What one recipient got on one occasion, this year or later and the year before.

    `occasion` is the code of `Gift.occasion`, its words where it has none; `person_id` None is
    herself.
    """

    occasion: str
    person_id: int | None
    this_year: tuple[Gift, ...] = ()
    last_year: tuple[Gift, ...] = ()

    @property
    def is_under_way(self) -> bool:
        """Return whether something is ordered and not given yet."""
        return any(gift.state is GiftState.ORDERED for gift in self.this_year)


def by_occasion(gifts: Collection[Gift], today: dt.date) -> tuple[OccasionGifts, ...]:
    """Pair the gifts of this year and the last, what is under way first, then the latest.

    Ideas are no gifts yet, and what is older than last year is left out.
    """
    recent = [
        gift
        for gift in gifts
        if gift.state is not GiftState.IDEA and day_of(gift, today).year >= today.year - 1
    ]
    recent.sort(key=lambda gift: (day_of(gift, today), gift.id), reverse=True)
    keys = dict.fromkeys((occasion_of(gift), gift.person_id) for gift in recent)
    pairs = [_pair(occasion, person_id, recent, today) for occasion, person_id in keys]
    return tuple(sorted(pairs, key=lambda pair: not pair.is_under_way))


def older(gifts: Collection[Gift], today: dt.date) -> tuple[Gift, ...]:
    """Return the gifts of the years before last year, the latest first."""
    old = [gift for gift in gifts if day_of(gift, today).year < today.year - 1]
    old.sort(key=lambda gift: (day_of(gift, today), gift.id), reverse=True)
    return tuple(gift for gift in old if gift.state is not GiftState.IDEA)


def occasion_of(gift: Gift) -> str:
    """Return the code of a gift's occasion, or its words where it has none."""
    words = gift.occasion.strip()
    return _ALSO_CALLED.get(words.casefold(), words)


def _pair(
    occasion: str, person_id: int | None, recent: Collection[Gift], today: dt.date
) -> OccasionGifts:
    same = [gift for gift in recent if (occasion_of(gift), gift.person_id) == (occasion, person_id)]
    return OccasionGifts(
        occasion=occasion,
        person_id=person_id,
        this_year=tuple(gift for gift in same if day_of(gift, today).year >= today.year),
        last_year=tuple(gift for gift in same if day_of(gift, today).year < today.year),
    )
