"""What goes to the phone: which days, whose, under what name, and when each rings."""

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain import lunar
from crm_desktop.domain.dates import LONGEST_LUNAR_MONTH, DatedFact, policy_from_code
from crm_desktop.domain.gift_words import found
from crm_desktop.domain.occasions import Occasion, Rules, kind_of
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.records.client import Client
from crm_desktop.domain.records.enums import DateKind, Relation
from crm_desktop.domain.records.family import ClientDate, Person
from crm_desktop.domain.stages import lead_of

MOST_YEARS: Final = 5
_STARS: Final = "**"
_ONE_DAY: Final = dt.timedelta(days=1)


class NamesAs(StrEnum):
    """How much of a name leaves the book."""

    INITIALS = "initials"
    DISPLAY = "display"
    FULL = "full"


class DayKind(StrEnum):
    """The days she may tick."""

    OWN_BIRTHDAY = "own_birthday"
    FAMILY_BIRTHDAY = "family_birthday"
    WEDDING = "wedding"
    VALUED = "valued"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarChoice:
    """What the calendar file is to hold; with `prepares` the day of preparing stands in it too."""

    names: NamesAs = NamesAs.INITIALS
    days: frozenset[DayKind] = frozenset(DayKind)
    years: int = MOST_YEARS
    prepares: bool = False
    big_only: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactsChoice:
    """What the contact file is to hold beside the names."""

    names: NamesAs = NamesAs.FULL
    phones: bool = True
    birthdays: bool = True
    big_only: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneDay:
    """One entry of the calendar of the phone, as facts: the words are found by the caller.

    `uid` is the same in every export. `rings` is how many days before `on` it rings, at nine.
    `prepare_for` is the day itself where this is the entry of preparing it.
    """

    uid: str
    on: dt.date
    kind: DayKind
    name: str
    relation: Relation | None = None
    person: str = ""
    label: str = ""
    rings: tuple[int, ...] = (0,)
    prepare_for: dt.date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarOrder:
    """A choice with all it is carried out under.

    `book` is the uid of the book, the beginning of every uid; `unsaid` are the words that would
    give the clinic or a treatment away.
    """

    choice: CalendarChoice
    rules: Rules
    book: str
    today: dt.date
    unsaid: tuple[str, ...] = ()


def name_as(client: Client, names: NamesAs, unsaid: Iterable[str] = ()) -> str:
    """Return what of her name leaves the book: `王**`, what she is called, or all of it.

    A name that holds one of the words `unsaid` (王姐 热玛吉) leaves as initials.
    """
    said = client.name if names is NamesAs.FULL else client.called
    if names is NamesAs.INITIALS or found(said, unsaid):
        return f"{client.name.strip()[:1]}{_STARS}"
    return said


def days_of(
    client: Client, dates: Iterable[ClientDate], persons: Iterable[Person], order: CalendarOrder
) -> Iterator[PhoneDay]:
    """Yield the entries of one client from today on; none where reminding has stopped."""
    choice = order.choice
    if client.is_quiet or (choice.big_only and not client.is_big):
        return
    by_id = {person.id: person for person in persons}
    for date in dates:
        if date.is_main and not date.is_ended and kind_of_day(date) in choice.days:
            whose = by_id.get(date.person_id or 0)
            for on in _turns(date, order):
                yield from _entries(client, date, whose, on, order)


def kind_of_day(date: ClientDate) -> DayKind:
    """Return under which tick a date falls."""
    match date.kind:
        case DateKind.WEDDING:
            return DayKind.WEDDING
        case DateKind.VALUED:
            return DayKind.VALUED
        case DateKind.BIRTHDAY:
            return DayKind.OWN_BIRTHDAY if date.person_id is None else DayKind.FAMILY_BIRTHDAY


def _turns(date: ClientDate, order: CalendarOrder) -> list[dt.date]:
    """Return the days of so many whole years, today among them and its last return not."""
    today = order.today
    is_29 = (today.month, today.day) == (2, 29)
    ends = today.replace(year=today.year + order.choice.years, day=28 if is_29 else today.day)
    policy = policy_from_code(date.policy)
    return occurrences(date.fact, policy, today, ends - _ONE_DAY)


def _entries(
    client: Client, date: ClientDate, whose: Person | None, on: dt.date, order: CalendarOrder
) -> Iterator[PhoneDay]:
    lead = lead_of(_occasion(client, date, whose, on), order.rules)
    if lead is None:
        return
    day = _day(client, date, whose, on, order)
    ahead = _ahead(on, lead, order.rules)
    if order.choice.prepares and ahead:
        first = ahead.pop(0)
        begun = max(on - first * _ONE_DAY, order.today)
        yield replace(day, uid=f"{day.uid}-prepare", on=begun, rings=(0,), prepare_for=on)
    yield replace(day, rings=(*ahead, 0))


def _day(
    client: Client, date: ClientDate, whose: Person | None, on: dt.date, order: CalendarOrder
) -> PhoneDay:
    names, unsaid = order.choice.names, order.unsaid
    person = "" if whose is None else whose.nickname or whose.name
    is_veiled = names is NamesAs.INITIALS
    return PhoneDay(
        uid=f"{order.book}-{date.id}-{_turn(date.fact, on)}",
        on=on,
        kind=kind_of_day(date),
        name=name_as(client, names, unsaid),
        relation=None if whose is None else whose.relation,
        person="" if is_veiled or found(person, unsaid) else person,
        label="" if is_veiled or found(date.label, unsaid) else date.label,
    )


def _ahead(on: dt.date, lead: int, rules: Rules) -> list[int]:
    """Return how many days before it rings, the most first: the last working day as well."""
    if lead <= 0:
        return []
    meant = on - lead * _ONE_DAY
    return sorted({lead, (on - rules.last_working_day(meant)).days}, reverse=True)


def _turn(fact: DatedFact, on: dt.date) -> str:
    """Return the year of a turn in the fact's own calendar, with L where it lies in a leap month.

    A lunar 30th that a short month moved to the next day belongs to the month it was moved from.
    """
    if not fact.is_lunar:
        return str(on.year)
    day = lunar.to_lunar(on)
    if fact.day == LONGEST_LUNAR_MONTH and day.day == 1:
        day = lunar.to_lunar(on - _ONE_DAY)
    return f"{day.year}{'L' if day.leap else ''}"


def _occasion(client: Client, date: ClientDate, whose: Person | None, on: dt.date) -> Occasion:
    """Return the day as the rule of leads looks at it."""
    return Occasion(
        source_id=date.id,
        on=on,
        kind=kind_of(date.kind),
        client_id=client.id,
        client_name=client.name,
        big=client.is_big,
        tier=client.tier,
        vip=client.vip,
        person_id=date.person_id,
        person_relation=None if whose is None else whose.relation,
        lead_days=date.lead_days,
    )
