"""Gifts: from the idea to her reaction, each step past the guard and dated."""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.gift_guard import (
    GiftWarning,
    GuardCode,
    budget_of,
    check,
    spent_on,
    told_together,
)
from crm_desktop.domain.gift_history import OccasionGifts, by_occasion
from crm_desktop.domain.records import Change, Client, Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.gift_days import follow_gift
from crm_desktop.services.guarded_gifts import guard_folder, guarded
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.records import get, put


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftGround:
    """What the guard judges by, so that a window can ask it at every key typed."""

    folder: ClientFolder
    settings: BookSettings

    def check(self, gift: Gift, today: dt.date) -> tuple[GiftWarning, ...]:
        """Return what speaks against a gift."""
        return check(gift, self.folder, self.settings, today)


@dataclass(frozen=True, slots=True, kw_only=True)
class GiftBudget:
    """Fen spent on the gifts of one client in a year, and meant to be; 0 is not watched."""

    spent: int
    budget: int


class Gifts:
    """What she does with gifts."""

    def __init__(
        self, database: Database, journal: Journal, settings: Callable[[], BookSettings]
    ) -> None:
        self._database = database
        self._journal = journal
        self._settings = settings

    def ground(self, client_id: int) -> GiftGround:
        """Return what the guard judges gifts of this client by.

        Raises:
            RecordGone: She is no longer in the book.
        """
        settings = self._settings()
        with self._database.read() as session:
            return GiftGround(folder=guard_folder(session, client_id), settings=settings)

    def check(self, gift: Gift, today: dt.date) -> tuple[GiftWarning, ...]:
        """Return what speaks against a gift, what weighs most first."""
        return self.ground(gift.client_id).check(gift, today)

    def save(self, gift: Gift, today: dt.date, overruled: Collection[GuardCode] = ()) -> Change:
        """Write a gift or an idea, new or edited, with the reasons set aside for it.

        Raises:
            GiftWarned: Something speaks against it that is not among `overruled`.
            RecordGone: It or its client is no longer in the book.
        """
        settings = self._settings()
        with self._journal.change("gift.edit" if gift.id else "gift.add") as work:
            told = guarded(work.session, gift, settings, today, overruled)
            _write(work, told)
        return work.change

    def order(self, gift_id: int, today: dt.date, overruled: Collection[GuardCode] = ()) -> Change:
        """Note an idea as ordered today.

        Raises:
            GiftWarned: Something speaks against it that is not among `overruled`.
            RecordGone: The gift is no longer in the book.
        """
        settings = self._settings()
        with self._journal.change("gift.order") as work:
            gift = get(work.session, Gift, gift_id)
            ordered = replace(gift, state=GiftState.ORDERED, ordered_on=today)
            _write(work, guarded(work.session, ordered, settings, today, overruled))
        return work.change

    def give(self, gift_id: int, today: dt.date) -> Change:
        """Note what was ordered as given today; it was judged when it was ordered.

        Raises:
            RecordGone: The gift is no longer in the book.
        """
        with self._journal.change("gift.give") as work:
            gift = get(work.session, Gift, gift_id)
            delivered_on = gift.delivered_on or today
            put(work.session, replace(gift, state=GiftState.GIVEN, delivered_on=delivered_on))
            _name(work, gift)
        return work.change

    def react(self, gift_id: int, reaction: str) -> Change:
        """Note how a gift was received; the day after its day it is not asked any more.

        Raises:
            RecordGone: The gift is no longer in the book.
        """
        with self._journal.change("gift.react") as work:
            gift = get(work.session, Gift, gift_id)
            _write(work, replace(gift, reaction=reaction))
        return work.change

    def overrule(self, gift_id: int, codes: Collection[GuardCode]) -> Change:
        """Set reasons aside for a gift that stands in the book already.

        Raises:
            RecordGone: The gift is no longer in the book.
        """
        with self._journal.change("gift.edit") as work:
            gift = get(work.session, Gift, gift_id)
            put(work.session, replace(gift, overruled=told_together(codes, gift.overruled)))
            _name(work, gift)
        return work.change

    def history(self, client_id: int, today: dt.date) -> tuple[OccasionGifts, ...]:
        """Return this year's gifts beside last year's, by occasion and recipient."""
        return by_occasion(self.ground(client_id).folder.gifts, today)

    def budget(self, client_id: int, today: dt.date) -> GiftBudget:
        """Return what was spent on her in the year of `today`, and what is meant to be."""
        return budget_in(self.ground(client_id), today)


def budget_in(ground: GiftGround, today: dt.date) -> GiftBudget:
    """Return the same of a ground already read."""
    return GiftBudget(
        spent=spent_on(ground.folder.gifts, today.year, today),
        budget=budget_of(ground.folder.client.tier, ground.settings),
    )


def _write(work: Work, gift: Gift) -> None:
    """Write a gift, with what it says about the reminders of its day."""
    put(work.session, gift)
    follow_gift(work.session, gift, work.at)
    _name(work, gift)


def _name(work: Work, gift: Gift) -> None:
    work.about(get(work.session, Client, gift.client_id).called)
