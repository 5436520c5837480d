"""Checks: what a person types is looked at before it is kept, field by field.

A fact that cannot be true is refused, an odd one may stand. What is in the book already is
not held against an edit of another field: lists that came from elsewhere hold all sorts.
"""

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any, Final

from crm_desktop.domain import dates
from crm_desktop.domain.cleaning import cleaned, texts_of
from crm_desktop.domain.findings import Fault, Finding, Severity
from crm_desktop.domain.records import (
    Activity,
    Bill,
    BillKind,
    Client,
    ClientDate,
    DateKind,
    Gift,
    GiftState,
    Package,
    Person,
    Phone,
    Relation,
)

NAME_LIMIT: Final = 100
TEXT_LIMIT: Final = 2_000
NOTES_LIMIT: Final = 20_000
FIRST_YEAR: Final = 1900
YOUNGEST_PARENT: Final = 12

_NAMES: Final = frozenset(
    {"name", "display_name", "nickname", "wechat", "qq", "digits", "number", "label", "owner"}
)
_NOTES: Final = frozenset({"notes", "private_notes", "health_notes"})
_PAST: Final = frozenset(
    {
        "on",
        "first_contact_on",
        "archived_on",
        "deceased_on",
        "trashed_on",
        "learnt_on",
        "given_on",
        "withdrawn_on",
        "made_on",
        "bought_on",
        "closed_on",
        "taken_on",
        "said_on",
    }
)
"""Days on which something happened; days to come have other names (next_on, due_on …)."""

_UNSIGNED: Final = frozenset(
    {
        "income",
        "cost",
        "paid",
        "list_price",
        "budget",
        "amount",
        "spent",
        "points",
        "children_count",
        "visits_stated",
        "quantity",
        "sessions",
        "times",
        "bought",
        "used",
        "severity",
        "interest",
        "satisfaction",
    }
)
_PHONE: Final = re.compile(
    r"1[3-9]\d{9}|0[1-9]\d{8,10}|[2-9]\d{6,7}|[48]00\d{7}|\+\d{7,15}|[2-9]\d{9,14}|(?!1[3-9])\d{5,6}"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What is known beside the record that is checked.

    `known` is the record as it stands in the book; `persons` and `days` are the client's;
    `referrers` whom her `referred_by_id` leads to, step by step; `husbands` the clients who are
    said to be the husband of the linked client.
    """

    today: dt.date
    known: Any = None
    persons: tuple[Person, ...] = ()
    days: tuple[ClientDate, ...] = ()
    referrers: tuple[int, ...] = ()
    husbands: frozenset[int] = frozenset()


def check(record: Any, around: Around) -> tuple[Finding, ...]:  # noqa: ANN401 - any record
    """Return what is the matter with a record, in the order of its kinds of faults.

    The lengths are those of the record once cleaned.
    """
    clean = cleaned(record)
    found = [*_unseen(record, clean), *_lengths(clean, around), *_days(clean, around.today)]
    found += [*_amounts(clean), *_of_kind(clean, around)]
    return tuple(each for each in found if not _stood_already(each, clean, around.known))


def _of_kind(record: Any, around: Around) -> Iterable[Finding]:  # noqa: ANN401 - any record
    if isinstance(record, Client):
        return _referral(record, around)
    if isinstance(record, Person):
        return _link(record, around)
    if isinstance(record, ClientDate):
        return [*_dated(record, around.today), *_generations(record, around)]
    if isinstance(record, Package):
        return _sessions(record, around.known)
    if isinstance(record, Phone) and not _PHONE.fullmatch(record.digits):
        return [_doubt(Fault.NOT_A_PHONE, "digits")]
    return []


def _stood_already(finding: Finding, record: Any, known: Any) -> bool:  # noqa: ANN401 - any record
    """Tell whether a refused value is in the book as it is."""
    if finding.severity is not Severity.REFUSED or known is None:
        return False
    return _value(record, finding.field) == _value(known, finding.field)


def _value(record: Any, field: str) -> object:  # noqa: ANN401 - any record
    return (
        (record.kind, record.fact)
        if isinstance(record, ClientDate) and field == "fact"
        else (getattr(record, field))
    )


def _unseen(record: Any, clean: Any) -> Iterable[Finding]:  # noqa: ANN401 - any record
    """Say which texts were cleaned; a phone number that only lost its spaces is not told."""
    for name, text in texts_of(record):
        is_number = isinstance(record, Phone) and name == "digits"
        if getattr(clean, name) != text and not is_number:
            yield Finding(code=Fault.CLEANED, field=name, severity=Severity.NOTED)


def _lengths(record: Any, around: Around) -> Iterable[Finding]:  # noqa: ANN401 - any record
    for name, text in texts_of(record):
        limit = NOTES_LIMIT if name in _NOTES else NAME_LIMIT if name in _NAMES else TEXT_LIMIT
        before = len(getattr(around.known, name, "") or "")
        if len(text) > max(limit, before - 1):
            facts = (("length", len(text)), ("limit", limit))
            yield Finding(code=Fault.TOO_LONG, field=name, facts=facts)


def _days(record: Any, today: dt.date) -> Iterable[Finding]:  # noqa: ANN401 - any record
    for field in fields(record):
        day = getattr(record, field.name)
        if type(day) is not dt.date or day == dt.date.min:
            continue
        if day.year < FIRST_YEAR:
            yield Finding(code=Fault.BEFORE_1900, field=field.name)
        elif day > today and field.name in _PAST and not _may_come(record, field.name):
            yield Finding(code=Fault.IN_FUTURE, field=field.name)


def _may_come(record: Any, field: str) -> bool:  # noqa: ANN401 - any record
    """Tell whether the day of an event, or one a gift is for, may lie ahead.

    A gift may be handed over before its day: `delivered_on` says when it was.
    """
    if field != "on":
        return False
    if isinstance(record, Gift):
        return record.state is not GiftState.GIVEN or record.delivered_on is not None
    return isinstance(record, Activity)


def _amounts(record: Any) -> Iterable[Finding]:  # noqa: ANN401 - any record
    is_refund = isinstance(record, Bill) and record.kind is BillKind.REFUND
    for field in fields(record):
        value = getattr(record, field.name)
        if field.name not in _UNSIGNED or value is None or value >= 0:
            continue
        if not (is_refund and field.name == "paid"):
            yield Finding(code=Fault.NEGATIVE, field=field.name)


def _referral(client: Client, around: Around) -> Iterable[Finding]:
    if not client.id or client.referred_by_id is None:
        return
    if client.referred_by_id == client.id:
        yield Finding(code=Fault.REFERRED_BY_HERSELF, field="referred_by_id")
    elif client.id in around.referrers:
        yield Finding(code=Fault.REFERRAL_CYCLE, field="referred_by_id")


def _link(person: Person, around: Around) -> Iterable[Finding]:
    if person.also_client_id is None:
        return
    if person.also_client_id == person.client_id:
        yield Finding(code=Fault.LINKED_TO_HERSELF, field="also_client_id")
    elif person.relation is Relation.HUSBAND and person.client_id in around.husbands:
        yield Finding(code=Fault.HUSBANDS_OF_EACH_OTHER, field="also_client_id")


def _sessions(package: Package, known: Any) -> Iterable[Finding]:  # noqa: ANN401 - as it stands
    """Say at the number that was changed that more sessions would be used than bought."""
    if package.used > package.bought:
        is_same = known is not None and known.used == package.used
        yield Finding(code=Fault.MORE_THAN_BOUGHT, field="bought" if is_same else "used")


def _dated(date: ClientDate, today: dt.date) -> Iterable[Finding]:
    if dates.check(date.fact) is not None:
        yield Finding(code=Fault.NO_SUCH_DAY, field="fact")
    elif date.year is not None and date.year < FIRST_YEAR:
        yield Finding(code=Fault.BEFORE_1900, field="fact")
    elif date.kind is DateKind.BIRTHDAY and (dates.born_on(date.fact) or dt.date.min) > today:
        yield Finding(code=Fault.IN_FUTURE, field="fact")


def _generations(date: ClientDate, around: Around) -> Iterable[Finding]:
    """Compare a birthday with those of the next generation and of the one before."""
    born = dates.born_on(date.fact)
    if date.kind is not DateKind.BIRTHDAY or born is None:
        return
    for parent, child in _pairs(date, born, around):
        age = child.year - parent.year - ((child.month, child.day) < (parent.month, parent.day))
        if child <= parent:
            yield _doubt(Fault.OLDER_THAN_PARENT, "fact")
        elif age < YOUNGEST_PARENT:
            yield _doubt(Fault.PARENT_TOO_YOUNG, "fact", age=age)


def _pairs(date: ClientDate, born: dt.date, around: Around) -> Iterable[tuple[dt.date, dt.date]]:
    """Yield (parent, child) for each pair this birthday makes with another one."""
    relations: dict[int | None, Relation] = {p.id: p.relation for p in around.persons}
    ours = relations.get(date.person_id)
    for other in around.days:
        other_born = dates.born_on(other.fact)
        if other.id == date.id or other.kind is not DateKind.BIRTHDAY or other_born is None:
            continue
        if (date.person_id is None) == (other.person_id is None):
            continue
        theirs = relations.get(other.person_id)
        if ours is Relation.CHILD or theirs is Relation.PARENT:
            yield other_born, born
        elif ours is Relation.PARENT or theirs is Relation.CHILD:
            yield born, other_born


def _doubt(code: Fault, field: str, **facts: int) -> Finding:
    return Finding(code=code, field=field, severity=Severity.DOUBTFUL, facts=tuple(facts.items()))
