"""Which days go to the phone, under what name, and when they ring."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain import phone_days
from crm_desktop.domain.dates import Calendar, RecurrencePolicy, Repeated, ShortMonth
from crm_desktop.domain.occasions import Rules
from crm_desktop.domain.phone_days import (
    CalendarChoice,
    CalendarOrder,
    DayKind,
    NamesAs,
    PhoneDay,
    days_of,
)
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation

TODAY = dt.date(2026, 11, 22)
BIG = Client(id=1, name="王小明", display_name="王姐", marked_big=True)
SMALL = replace(BIG, marked_big=False)
CHILD = Person(id=5, client_id=1, relation=Relation.CHILD, name="王朵朵", nickname="朵朵")
BIRTHDAY = ClientDate(id=7, client_id=1, month=3, day=8, year=1984)


def days(
    client: Client = BIG,
    date: ClientDate = BIRTHDAY,
    rules: Rules | None = None,
    unsaid: tuple[str, ...] = (),
    **choice: Any,  # noqa: ANN401 - whatever a choice has
) -> list[PhoneDay]:
    order = CalendarOrder(
        choice=CalendarChoice(**choice),
        rules=rules or Rules(),
        book="book",
        today=TODAY,
        unsaid=unsaid,
    )
    return list(days_of(client, [date], [CHILD], order))


def test_a_birthday_comes_five_times_and_rings_two_days_ahead_and_on_the_day() -> None:
    found = days()

    assert [day.on for day in found] == [dt.date(year, 3, 8) for year in range(2027, 2032)]
    assert [day.uid for day in found] == [f"book-7-{year}" for year in range(2027, 2032)]
    assert {day.rings for day in found} == {(2, 0)}


def test_a_day_that_is_today_is_among_them() -> None:
    assert days(date=replace(BIRTHDAY, month=11, day=22))[0].on == TODAY


@pytest.mark.parametrize(
    ("client", "date"),
    [
        (SMALL, BIRTHDAY),
        (replace(BIG, archived_on=TODAY), BIRTHDAY),
        (replace(BIG, do_not_contact=True), BIRTHDAY),
        (BIG, replace(BIRTHDAY, is_ended=True)),
        (BIG, replace(BIRTHDAY, is_main=False)),
    ],
)
def test_who_is_not_big_or_stopped_and_days_that_ended_stay_away(
    client: Client, date: ClientDate
) -> None:
    assert days(client, date) == []


@pytest.mark.parametrize(
    ("client", "date", "rules", "rings"),
    [
        (SMALL, BIRTHDAY, Rules(), (0,)),
        (SMALL, replace(BIRTHDAY, lead_days=5), Rules(), (5, 0)),
        (BIG, replace(BIRTHDAY, lead_days=0), Rules(), (0,)),
        (BIG, BIRTHDAY, Rules(lead_days=1), (1, 0)),
        # 6 March 2027 is a Saturday: it rings on the Friday before as well.
        (BIG, BIRTHDAY, Rules(weekly_off=frozenset({5, 6})), (3, 2, 0)),
    ],
)
def test_it_rings_as_the_book_reminds(
    client: Client, date: ClientDate, rules: Rules, rings: tuple[int, ...]
) -> None:
    assert days(client, date, rules, big_only=False)[0].rings == rings


def test_preparing_is_an_entry_of_its_own_and_rings_once() -> None:
    prepare, day = days(prepares=True, years=1)

    assert (prepare.on, prepare.prepare_for, prepare.rings) == (
        dt.date(2027, 3, 6),
        dt.date(2027, 3, 8),
        (0,),
    )
    assert prepare.uid == "book-7-2027-prepare"
    assert (day.on, day.prepare_for, day.rings) == (dt.date(2027, 3, 8), None, (0,))


def test_preparing_that_should_have_begun_begins_today() -> None:
    [prepare, _] = days(date=replace(BIRTHDAY, month=11, day=23), prepares=True, years=1)

    assert prepare.on == TODAY


@pytest.mark.parametrize(
    ("names", "name", "person", "label"),
    [
        (NamesAs.INITIALS, "王**", "", ""),
        (NamesAs.DISPLAY, "王姐", "朵朵", "入学"),
        (NamesAs.FULL, "王小明", "朵朵", "入学"),
    ],
)
def test_names_leave_as_she_says(names: NamesAs, name: str, person: str, label: str) -> None:
    day = days(date=replace(BIRTHDAY, person_id=5, label="入学"), names=names)[0]

    assert (day.name, day.person, day.label, day.relation) == (name, person, label, Relation.CHILD)


def test_no_word_of_the_clinic_leaves() -> None:
    client = replace(BIG, display_name="王姐 热玛吉")
    date = replace(BIRTHDAY, kind=DateKind.VALUED, label="热玛吉一周年")

    day = days(client, date, unsaid=("热玛吉",), names=NamesAs.DISPLAY)[0]

    assert (day.name, day.label) == ("王**", "")


@pytest.mark.parametrize(
    ("date", "kind"),
    [
        (BIRTHDAY, DayKind.OWN_BIRTHDAY),
        (replace(BIRTHDAY, person_id=5), DayKind.FAMILY_BIRTHDAY),
        (replace(BIRTHDAY, kind=DateKind.WEDDING), DayKind.WEDDING),
        (replace(BIRTHDAY, kind=DateKind.VALUED), DayKind.VALUED),
    ],
)
def test_only_what_is_ticked_goes_out(date: ClientDate, kind: DayKind) -> None:
    assert {day.kind for day in days(date=date, days=frozenset({kind}))} == {kind}
    assert days(date=date, days=frozenset(DayKind) - {kind}) == []


@given(
    month=st.integers(1, 12),
    day=st.integers(1, 30),
    leap=st.booleans(),
    short=st.sampled_from(ShortMonth),
    repeated=st.sampled_from(Repeated),
    began=st.dates(dt.date(2000, 1, 1), dt.date(2080, 1, 1)),
)
def test_a_turn_has_the_same_uid_whenever_it_is_exported(  # noqa: PLR0913 - a whole policy
    *, month: int, day: int, leap: bool, short: ShortMonth, repeated: Repeated, began: dt.date
) -> None:
    policy = RecurrencePolicy(short_month=short, repeated=repeated).policy_code()
    date = ClientDate(
        id=7, client_id=1, calendar=Calendar.LUNAR, month=month, day=day, leap=leap, policy=policy
    )

    def uids(today: dt.date) -> dict[dt.date, str]:
        order = CalendarOrder(choice=CalendarChoice(), rules=Rules(), book="b", today=today)
        return {entry.on: entry.uid for entry in days_of(BIG, [date], [], order)}

    first, later = uids(began), uids(began + dt.timedelta(days=200))
    shared = first.keys() & later.keys()
    assert {on: first[on] for on in shared} == {on: later[on] for on in shared}
    assert len(set(first.values())) == len(first)


def test_the_years_are_bounded() -> None:
    assert phone_days.MOST_YEARS == CalendarChoice().years == 5
