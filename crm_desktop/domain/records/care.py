"""What the consultant does for a client: gifts, contacts, promises, activities, points."""

import datetime as dt
from dataclasses import dataclass

from crm_desktop.domain.records.enums import (
    ComplaintState,
    FestivalOutcome,
    GiftState,
    GuestState,
    PointsKind,
    PromiseState,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Gift:
    """A gift from its idea to her reaction; `person_id` None means the client herself.

    `on` is the day it was or is to be given; `month_only` says that only year and month are
    known; `date_id` links the date it is for; `overruled` holds the guard reasons she set aside.
    `confirmed_on` is when the supplier said that it will be there, `notes` what they were told.
    """

    id: int = 0
    client_id: int = 0
    person_id: int | None = None
    date_id: int | None = None
    occasion: str = ""
    state: GiftState = GiftState.GIVEN
    item: str = ""
    cost: int | None = None
    on: dt.date | None = None
    month_only: bool = False
    ordered_on: dt.date | None = None
    delivered_on: dt.date | None = None
    card_text: str = ""
    sent_as: str = ""
    reaction: str = ""
    overruled: str = ""
    supplier_id: int | None = None
    confirmed_on: dt.date | None = None
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Supplier:
    """Where gifts are ordered: the florist, the cake shop; shared by all clients.

    `trade` is what they sell in her words; `notes` what is to be known when ordering there.
    """

    id: int = 0
    name: str = ""
    trade: str = ""
    phone: str = ""
    wechat: str = ""
    notes: str = ""
    position: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class FestivalMark:
    """What became of one client in the list of a festival; `on` is the day of the festival.

    `festival` is its code; `contact_id` names the greeting it left in her file,
    `gift_id` the gift.
    """

    id: int = 0
    client_id: int = 0
    festival: str = ""
    on: dt.date = dt.date.min
    outcome: FestivalOutcome = FestivalOutcome.GREETED
    at: dt.datetime | None = None
    contact_id: int | None = None
    gift_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A call, a message or a meeting, with its outcome and the next date.

    `about` is a stable code where the app wrote it, such as "greeting.birthday", else "";
    `date_id` and `occasion_on` name the occasion it was for, if one.
    """

    id: int = 0
    client_id: int = 0
    on: dt.date = dt.date.min
    channel: str = ""
    outcome: str = ""
    notes: str = ""
    next_on: dt.date | None = None
    about: str = ""
    date_id: int | None = None
    occasion_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """Something promised to her."""

    id: int = 0
    client_id: int = 0
    what: str = ""
    due_on: dt.date | None = None
    state: PromiseState = PromiseState.OPEN
    made_on: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """A complaint, or praise: `direction` says against or for what; severity 1 to 5."""

    id: int = 0
    client_id: int = 0
    on: dt.date = dt.date.min
    direction: str = ""
    severity: int | None = None
    state: ComplaintState = ComplaintState.OPEN
    what: str = ""
    resolution: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Activity:
    """An event clients are invited to."""

    id: int = 0
    name: str = ""
    on: dt.date | None = None
    place: str = ""
    notes: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivityGuest:
    """One client at one activity; `spent` in fen."""

    id: int = 0
    client_id: int = 0
    activity_id: int = 0
    state: GuestState = GuestState.INVITED
    spent: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsEntry:
    """One append-only entry of the points ledger; `lot_id` names the earned lot it draws on."""

    id: int = 0
    client_id: int = 0
    kind: PointsKind = PointsKind.EARNED
    points: int = 0
    on: dt.date = dt.date.min
    expires_on: dt.date | None = None
    lot_id: int | None = None
    notes: str = ""
