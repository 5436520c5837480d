"""The gifts a tick in the list of a festival leaves in the files, past the guard."""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from crm_desktop.domain.errors import GiftGoneOn
from crm_desktop.domain.gift_guard import GiftWarning, GuardCode, check, open_warnings
from crm_desktop.domain.records import Client, FestivalMark, Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.guarded_gifts import guard_folder, guarded
from crm_desktop.services.records import fetch, get, put, remove, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalGift:
    """What was given to each of many on a festival; `occasion` is what the festival is called.

    `cost` is in fen for one of them. `ordered` is what has still to come, and `overruled` what
    she set aside for all of them.
    """

    occasion: str = ""
    item: str = ""
    cost: int | None = None
    ordered: bool = False
    overruled: frozenset[GuardCode] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class AgainstGift:
    """One reason that speaks against a gift to these clients, of the same words for all."""

    warning: GiftWarning
    client_ids: tuple[int, ...]


def against(
    session: Session,
    client_ids: Collection[int],
    planned: Gift,
    settings: BookSettings,
    today: dt.date,
) -> tuple[AgainstGift, ...]:
    """Return what speaks against a gift to these clients, each reason once with all it concerns."""
    found: dict[GiftWarning, list[int]] = defaultdict(list)
    for client_id in sorted(client_ids):
        hers = replace(planned, client_id=client_id)
        warnings = check(hers, guard_folder(session, client_id), settings, today)
        for warning in open_warnings(warnings, ()):
            found[warning].append(client_id)
    return tuple(AgainstGift(warning=each, client_ids=tuple(ids)) for each, ids in found.items())


def planned_gift(
    gift: FestivalGift, on: dt.date, today: dt.date, known: Gift | None = None
) -> Gift:
    """Return the gift a tick of today leaves for the festival on a day."""
    return replace(
        known or Gift(occasion=gift.occasion),
        state=GiftState.ORDERED if gift.ordered else GiftState.GIVEN,
        item=gift.item,
        cost=gift.cost,
        on=on,
        ordered_on=today if gift.ordered else None,
        delivered_on=None if gift.ordered else today,
    )


def put_gift(
    session: Session, mark: FestivalMark, gift: FestivalGift, settings: BookSettings, today: dt.date
) -> FestivalMark:
    """Write the gift of a tick, new or told anew, and return the tick that names it.

    Raises:
        GiftWarned: Something speaks against it that `gift` does not set aside.
    """
    planned = planned_gift(gift, mark.on, today, _gift_of(session, mark))
    hers = replace(planned, client_id=mark.client_id)
    told = guarded(session, hers, settings, today, gift.overruled)
    return replace(mark, gift_id=put(session, told))


def drop_gifts(session: Session, marks: Iterable[FestivalMark]) -> list[FestivalMark]:
    """Take the gifts of ticks out, and return the ticks without them.

    Raises:
        GiftGoneOn: She did something about one of them since.
    """
    return [_without(session, mark) for mark in marks]


def _without(session: Session, mark: FestivalMark) -> FestivalMark:
    gift = _gift_of(session, mark)
    if gift is None:
        return mark
    if _has_gone_on(gift):
        raise GiftGoneOn(get(session, Client, gift.client_id).called)
    remove(session, Gift, gift.id)
    return replace(mark, gift_id=None)


def _gift_of(session: Session, mark: FestivalMark) -> Gift | None:
    if mark.gift_id is None:
        return None
    return next(iter(fetch(session, Gift, table_of(Gift).c.id == mark.gift_id)), None)


def _has_gone_on(gift: Gift) -> bool:
    """Tell whether something is known of a gift that its tick did not say."""
    came = gift.state is GiftState.GIVEN and gift.ordered_on is not None
    said = gift.reaction or gift.card_text or gift.sent_as or gift.notes
    return came or bool(said) or gift.confirmed_on is not None or gift.supplier_id is not None
