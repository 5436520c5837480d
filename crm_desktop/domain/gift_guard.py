"""The guard over gifts: what speaks against one, with the facts that say why.

It warns and never forbids; what she set aside is kept with the gift (`Gift.overruled`).
"""

import calendar
import datetime as dt
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.festival_days import GHOST_FESTIVAL, days_in
from crm_desktop.domain.festivals import is_kept
from crm_desktop.domain.gift_words import (
    LOGO,
    ROSES,
    TREATMENTS,
    allergies,
    clashes,
    core,
    found,
    is_flowers,
    terms,
)
from crm_desktop.domain.price_days import PriceDay, price_days
from crm_desktop.domain.records import Gift, GiftState, Person, PreferenceKind, Tier
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.unaware import unaware

EARLY: Final = dt.timedelta(days=7)
"""Ordered this long before a day of dear flowers, a gift costs what it always does."""

BEFORE: Final = dt.timedelta(days=2)
"""Flowers are dear from so many days before such a day on."""

_TIERS: Final = (*Tier, None)
_MONTHS: Final = 12


class GuardCode(StrEnum):
    """What speaks against a gift, in the order it is told; stored in `Gift.overruled`."""

    UNAWARE = "unaware"
    TELLS_UNAWARE = "tells_unaware"
    ROSES = "roses"
    CLINIC = "clinic"
    TABOO = "taboo"
    ALLERGY = "allergy"
    DISLIKED = "disliked"
    REPEATED = "repeated"
    PRICE_DAY = "price_spike"
    BUDGET = "budget"
    SENT_AS = "sent_as"
    SILENT_DAY = "silent_day"


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftWarning:
    """One reason with its facts; which are filled depends on the code.

    `word` is what was found, `person` whose allergy or dislike it is (None: her own),
    `persons` who does not know, `on` the day of the same gift before or of the high prices
    it falls on or just before (`price_day` says which), `month_only` that only its month is
    known, `spent` and `budget` fen in the `year`.
    """

    code: GuardCode
    word: str = ""
    person: Person | None = None
    persons: tuple[Person, ...] = ()
    on: dt.date | None = None
    month_only: bool = False
    price_day: PriceDay | None = None
    spent: int = 0
    budget: int = 0
    year: int = 0

    @property
    def asks(self) -> bool:
        """Return whether it must be set aside to go on; that somebody is unaware is only told."""
        return self.code is not GuardCode.UNAWARE


def check(
    gift: Gift, folder: ClientFolder, settings: BookSettings, today: dt.date
) -> tuple[GiftWarning, ...]:
    """Return what speaks against a gift of this client, what weighs most first."""
    return (
        *_unaware(gift, folder, settings),
        *_named(GuardCode.ROSES, found(gift.item, ROSES)),
        *_named(GuardCode.CLINIC, _clinic_word(f"{gift.item}\n{gift.card_text}", settings)),
        *_named(GuardCode.TABOO, found(gift.item, settings.taboo_gifts)),
        *_harmful(gift, folder),
        *_repeated(gift, folder, settings.gift_repeat_months, today),
        *_dear(gift, today, warns=settings.warns_of_price_days),
        *_over_budget(gift, folder, settings, today),
        *_named(GuardCode.SENT_AS, _clinic_word(gift.sent_as, settings)),
        *_on_silent_day(gift, settings),
    )


def overruled_codes(gift: Gift) -> frozenset[GuardCode]:
    """Return what was set aside for a gift; words of an older hand are none."""
    known = set(GuardCode)
    return frozenset(GuardCode(part) for part in gift.overruled.split() if part in known)


def open_warnings(
    warnings: Collection[GiftWarning], overruled: Collection[GuardCode]
) -> tuple[GiftWarning, ...]:
    """Return the warnings that ask and were not set aside yet."""
    return tuple(each for each in warnings if each.asks and each.code not in overruled)


def told_together(codes: Collection[GuardCode], before: str = "") -> str:
    """Return what `Gift.overruled` holds once these are set aside too, each once, in order."""
    words = before.split()
    known = {code for code in GuardCode if code in words or code in codes}
    strange = [word for word in words if word not in set(GuardCode)]
    return " ".join([*strange, *(code.value for code in GuardCode if code in known)])


def card_tells(text: str, folder: ClientFolder, settings: BookSettings) -> str:
    """Return the word by which a text gives the clinic or her treatments away, "" for none."""
    return _clinic_word(text, settings) or found(text, (*TREATMENTS, *_projects(folder)))


def spent_on(gifts: Collection[Gift], year: int, today: dt.date, *, but: int | None = None) -> int:
    """Return the fen of gifts ordered or given in a year; ideas cost nothing yet.

    `but` leaves out the gift with that id.
    """
    return sum(
        gift.cost or 0
        for gift in gifts
        if gift.state is not GiftState.IDEA and day_of(gift, today).year == year
        if not but or gift.id != but
    )


def budget_of(tier: Tier | None, settings: BookSettings) -> int:
    """Return the fen a year of a tier, 0 where it is not watched."""
    budgets: dict[Tier | None, int] = dict(zip(_TIERS, settings.gift_budgets, strict=False))
    return budgets.get(tier, 0)


def day_of(gift: Gift, today: dt.date) -> dt.date:
    """Return the day a gift belongs to: delivered, to be given, ordered, else today."""
    return gift.delivered_on or gift.on or gift.ordered_on or today


def _named(code: GuardCode, word: str) -> Iterator[GiftWarning]:
    if word:
        yield GiftWarning(code=code, word=word)


def _unaware(gift: Gift, folder: ClientFolder, settings: BookSettings) -> Iterator[GiftWarning]:
    persons = unaware(folder, gift.person_id)
    if not persons:
        return
    yield GiftWarning(code=GuardCode.UNAWARE, persons=persons)
    if word := card_tells(gift.card_text, folder, settings):
        yield GiftWarning(code=GuardCode.TELLS_UNAWARE, word=word, persons=persons)


def _clinic_word(text: str, settings: BookSettings) -> str:
    return found(text, (*settings.clinic_words, *LOGO))


def _projects(folder: ClientFolder) -> list[str]:
    """Return the names of everything she had done or may have."""
    kinds = (folder.completed, folder.potential, folder.packages, folder.deposits, folder.bills)
    return list(dict.fromkeys(each.project for records in kinds for each in records))


def _harmful(gift: Gift, folder: ClientFolder) -> Iterator[GiftWarning]:
    """Yield allergies, hers also where another gets it at home, and what the recipient avoids."""
    codes = {PreferenceKind.ALLERGY: GuardCode.ALLERGY, PreferenceKind.TABOO: GuardCode.DISLIKED}
    hits = []
    for each in folder.preferences:
        is_own = each.person_id == gift.person_id
        is_her_allergy = each.kind is PreferenceKind.ALLERGY and each.person_id is None
        if each.kind in codes and (is_own or is_her_allergy):
            hits += [(codes[each.kind], each.person_id, term) for term in terms(each.text)]
    notes = folder.client.health_notes
    hits += [(GuardCode.ALLERGY, None, term) for term in allergies(notes)]
    for code, person_id, term in sorted(dict.fromkeys(hits), key=_allergies_first):
        if clashes(gift.item, term):
            yield GiftWarning(code=code, word=term, person=folder.person(person_id))


def _allergies_first(hit: tuple[GuardCode, int | None, str]) -> bool:
    return hit[0] is not GuardCode.ALLERGY


def _repeated(
    gift: Gift, folder: ClientFolder, months: int, today: dt.date
) -> Iterator[GiftWarning]:
    """Yield the latest gift of the same thing to the same person less than `months` away.

    The same day of another year is its return, not a repetition: a lunar birthday comes
    round after 354 days.
    """
    item, on = core(gift.item), day_of(gift, today)
    same = [
        other
        for other in folder.gifts
        if other.state is not GiftState.IDEA and (not gift.id or other.id != gift.id)
        if other.person_id == gift.person_id and core(other.item) == item
        if not _is_return(gift, other) and _is_within(_last_day(other), on, months)
    ]
    if item and same:
        last = max(same, key=_last_day)
        yield GiftWarning(
            code=GuardCode.REPEATED,
            word=last.item,
            on=_last_day(last),
            month_only=last.month_only,
        )


def _is_return(gift: Gift, other: Gift) -> bool:
    return gift.date_id is not None and gift.date_id == other.date_id and gift.on != other.on


def _last_day(gift: Gift) -> dt.date:
    """Return the day of a gift; where only the month is known the last it may have been."""
    on = day_of(gift, dt.date.min)
    if not gift.month_only:
        return on
    return on.replace(day=calendar.monthrange(on.year, on.month)[1])


def _is_within(one: dt.date, other: dt.date, months: int) -> bool:
    """Tell whether less than `months` lie between two days; none of an unknown day."""
    first, last = min(one, other), max(one, other)
    between = (last.year - first.year) * _MONTHS + last.month - first.month
    day = min(first.day, calendar.monthrange(last.year, last.month)[1])
    return first > dt.date.min and (between, last.day) < (months, day)


def _dear(gift: Gift, today: dt.date, *, warns: bool) -> Iterator[GiftWarning]:
    """Yield the day of high prices a gift falls on, flowers just before it too, unless early."""
    on = gift.on
    if not warns or on is None or gift.month_only or gift.state is GiftState.GIVEN:
        return
    days, reach = price_days(on.year), BEFORE if is_flowers(gift.item) else dt.timedelta()
    near = [day for day in days if dt.timedelta() <= day - on <= reach]
    if near and on - (gift.ordered_on or today) < EARLY:
        yield GiftWarning(code=GuardCode.PRICE_DAY, on=near[0], price_day=days[near[0]])


def _on_silent_day(gift: Gift, settings: BookSettings) -> Iterator[GiftWarning]:
    """Yield 中元, on which nothing is handed over, unless she turned that off."""
    on = gift.on
    if on is None or gift.month_only or gift.state is GiftState.GIVEN:
        return
    if on in days_in(GHOST_FESTIVAL, on.year) and is_kept("ghost_festival", settings.festivals):
        yield GiftWarning(code=GuardCode.SILENT_DAY, on=on)


def _over_budget(
    gift: Gift, folder: ClientFolder, settings: BookSettings, today: dt.date
) -> Iterator[GiftWarning]:
    budget, year = budget_of(folder.client.tier, settings), day_of(gift, today).year
    spent = spent_on(folder.gifts, year, today, but=gift.id) + (gift.cost or 0)
    if budget and gift.cost and spent > budget:
        yield GiftWarning(code=GuardCode.BUDGET, spent=spent, budget=budget, year=year)
