"""What is written for phones, read by other programs and by our own reader."""

import datetime as dt

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import Calendar, DatedFact, check
from crm_desktop.phone.calendar_file import Entry, calendar_file
from crm_desktop.phone.card_file import Contact, contact_file
from crm_desktop.phone.card_reader import read_cards
from crm_desktop.services.phone_cards import card_list
from tests.phone.calendars import events_of

CHINA = dt.timezone(dt.timedelta(hours=8))
STAMP = dt.datetime(2026, 11, 22, 9, 0, 0, 5, CHINA)
DAY = dt.date(2027, 3, 8)
LONG = "王**" + "很长的日子" * 40


@pytest.mark.parametrize(
    ("days", "trigger"),
    [(0, b"PT9H"), (1, b"-PT15H"), (2, b"-P1DT15H"), (3, b"-P2DT15H"), (10, b"-P9DT15H")],
)
def test_an_alarm_rings_at_nine_so_many_days_ahead(days: int, trigger: bytes) -> None:
    data = calendar_file([Entry(uid="a", on=DAY, summary="王** 生日", rings=(days,))], STAMP)

    assert b"TRIGGER:" + trigger + b"\r\n" in data
    [event] = events_of(data)
    [alarm] = event.walk("VALARM")
    midnight = dt.datetime.combine(event["DTSTART"].dt, dt.time.min)
    nine = dt.datetime.combine(DAY - dt.timedelta(days=days), dt.time(9))
    assert midnight + alarm["TRIGGER"].dt == nine


def test_an_entry_is_a_whole_day_that_blocks_nothing_and_has_no_rule() -> None:
    data = calendar_file([Entry(uid="book-7-2026L", on=DAY, summary=LONG, rings=(2, 0))], STAMP)

    assert data == calendar_file(
        [Entry(uid="book-7-2026L", on=DAY, summary=LONG, rings=(2, 0))], STAMP
    )
    [event] = events_of(data)
    assert (event["UID"], event["SUMMARY"], event["TRANSP"]) == (
        "book-7-2026L@crm-desktop",
        LONG,
        "TRANSPARENT",
    )
    assert b"DTSTART;VALUE=DATE:20270308\r\n" in data
    assert b"DTSTAMP:20261122T010000Z\r\n" in data
    assert len(event.walk("VALARM")) == 2
    assert max(map(len, data.split(b"\r\n"))) <= 75
    assert not {"RRULE", "RDATE", "RSCALE"} & set(event)
    assert b"VTIMEZONE" not in data


def test_entries_stand_by_day_whatever_order_they_came_in() -> None:
    entries = [
        Entry(uid=str(number), on=DAY + dt.timedelta(days=number % 3), summary="a")
        for number in range(9)
    ]

    assert calendar_file(entries, STAMP) == calendar_file(entries[::-1], STAMP)


def test_an_empty_calendar_is_a_calendar() -> None:
    assert events_of(calendar_file([], STAMP)) == []


def facts() -> st.SearchStrategy[DatedFact]:
    made = st.builds(
        DatedFact,
        calendar=st.sampled_from(Calendar),
        year=st.none() | st.integers(1905, 2026),
        month=st.integers(1, 12),
        day=st.integers(1, 31),
        leap=st.booleans(),
    )
    return made.filter(lambda fact: check(fact) is None and (fact.is_lunar or not fact.leap))


@given(facts())
def test_a_birthday_comes_back_as_it_left(fact: DatedFact) -> None:
    contact = Contact(uid="u", name="王小明", phones=("13900000001",), birthday=fact)
    data = b"".join(contact_file([contact]))

    read = card_list(read_cards(data, "a.vcf"), "a.vcf", today=dt.date(2026, 11, 22))

    [row] = read.rows
    assert row.problems == ()
    assert (row.draft.name, row.draft.phones, row.draft.birthday) == (
        "王小明",
        ("13900000001",),
        fact,
    )


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), min_size=1, max_size=60))
def test_any_name_is_written_so_that_it_is_read(name: str) -> None:
    data = b"".join(contact_file([Contact(uid="u", name=name)]))

    assert max(map(len, data.split(b"\r\n"))) <= 75
    [card] = read_cards(data, "a.vcf")
    assert set(card.texts.values()) <= {" ".join(name.split())}


@pytest.mark.parametrize(
    ("fact", "line"),
    [
        (
            DatedFact(calendar=Calendar.SOLAR, year=1984, month=6, day=1),
            "BDAY;VALUE=date:1984-06-01",
        ),
        (
            DatedFact(calendar=Calendar.SOLAR, month=2, day=29),
            "BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29",
        ),
        (
            DatedFact(calendar=Calendar.LUNAR, year=1984, month=10, day=1, leap=True),
            "X-ALTBDAY;CALSCALE=chinese:0078000110L01",
        ),
        (
            DatedFact(calendar=Calendar.LUNAR, year=1983, month=8, day=15),
            "X-ALTBDAY;CALSCALE=chinese:007700600815",
        ),
        (DatedFact(calendar=Calendar.LUNAR, month=8, day=15), "X-ALTBDAY;CALSCALE=chinese:--0815"),
    ],
)
def test_a_birthday_is_written_as_phones_write_it(fact: DatedFact, line: str) -> None:
    data = b"".join(contact_file([Contact(uid="u", name="王小明", birthday=fact)]))

    assert line in data.decode().split("\r\n")


def test_other_programs_read_the_contacts() -> None:
    contacts = [
        Contact(uid="u1", name="王小明", phones=("13900000001", "01066668888")),
        Contact(uid="u2", name="Lee; Anna, \\ the first"),
    ]

    cards = list(vobject.readComponents(b"".join(contact_file(contacts)).decode()))

    assert [card.fn.value for card in cards] == ["王小明", "Lee; Anna, \\ the first"]
    assert [tel.value for tel in cards[0].contents["tel"]] == ["13900000001", "01066668888"]
