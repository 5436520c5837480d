"""Files for the phone from a real book: read by other programs, logged, nothing half written."""

import datetime as dt
import pathlib
from collections.abc import Callable

import pytest
import vobject
from sqlalchemy import select

from benchmarks.big_book import TODAY, big_book
from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar, policy_from_code
from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import Cancelled, CrmError, FolderNotWritable
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.phone_days import CalendarChoice, ContactsChoice, NamesAs, PhoneDay
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import ExportRow
from crm_desktop.phone.card_reader import read_cards
from crm_desktop.services.clients import Clients
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from crm_desktop.services.phone_files import PhoneFiles
from crm_desktop.services.records import fetch, put_new
from tests import builders
from tests.fakes import FixedClock
from tests.phone.calendars import events_of

NINE = dt.time(9)
ALL = CalendarChoice(big_only=False)


def said(day: PhoneDay) -> str:
    return f"{day.name} {day.kind} {day.person} {day.label}".strip()


def files_of(database: Database, journal: Journal) -> PhoneFiles:
    return PhoneFiles(database, BookSettings, Exports(database, journal).book_uid)


@pytest.fixture
def files(book_database: Database, journal: Journal) -> PhoneFiles:
    clients = Clients(book_database, journal)
    clients.add(builders.client("王雅琴", marked_big=True), ("13900000001", "01066668888"))
    clients.add(builders.client("陈若曦", display_name="陈姐 热玛吉"), ("13900000002",))
    clients.add(builders.client("孙旧客", marked_big=True, archived_on=TODAY), ("13900000003",))
    husband = builders.person(1, id=1, relation=Relation.HUSBAND, name="李雷")
    dates = (
        builders.date(1, 3, 8, id=1, year=1984),
        builders.date(1, 8, 15, id=2, person_id=1, calendar=Calendar.LUNAR),
        builders.date(2, 6, 1, id=3),
        builders.date(3, 6, 2, id=4),
        builders.date(2, 7, 1, id=5, kind=DateKind.VALUED, label="热玛吉一周年"),
    )
    with journal.change("test.fill") as work:
        put_new(work.session, Person, [husband])
        put_new(work.session, ClientDate, dates)
    return files_of(book_database, journal)


@pytest.fixture
def now(clock: FixedClock) -> dt.datetime:
    return clock.now()


def test_the_calendar_holds_big_clients_by_initials(
    files: PhoneFiles, tmp_path: pathlib.Path, now: dt.datetime
) -> None:
    report = files.calendar(tmp_path / "a.ics", CalendarChoice(), say=said, now=now)

    data = (tmp_path / "a.ics").read_bytes()
    events = events_of(data)
    assert {str(event["SUMMARY"]) for event in events} == {
        "王** own_birthday",
        "王** family_birthday",
    }
    assert (report.clients, report.rows, report.size) == (1, {"calendar": 10}, len(data))
    for word in ("雅琴", "李雷", "陈", "孙"):
        assert word.encode() not in data


def test_the_same_book_makes_the_same_bytes(
    files: PhoneFiles, tmp_path: pathlib.Path, now: dt.datetime
) -> None:
    for name in ("a.ics", "b.ics"):
        files.calendar(tmp_path / name, ALL, say=said, now=now)

    assert (tmp_path / "a.ics").read_bytes() == (tmp_path / "b.ics").read_bytes()


def test_no_word_of_a_treatment_leaves(
    files: PhoneFiles, tmp_path: pathlib.Path, now: dt.datetime
) -> None:
    choice = CalendarChoice(big_only=False, names=NamesAs.DISPLAY)
    files.calendar(tmp_path / "a.ics", choice, say=said, now=now)
    contacts = ContactsChoice(big_only=False, names=NamesAs.DISPLAY)
    files.contacts(tmp_path / "a.vcf", contacts, now=now)

    for name in ("a.ics", "a.vcf"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        assert "热玛吉" not in text
        assert "陈**" in text


@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        (ContactsChoice(), [("王雅琴", "13900000001、01066668888", "1984-03-08")]),
        (ContactsChoice(phones=False), [("王雅琴", "", "1984-03-08")]),
        (ContactsChoice(birthdays=False), [("王雅琴", "13900000001、01066668888", "")]),
        (
            ContactsChoice(big_only=False, phones=False),
            [("王雅琴", "", "1984-03-08"), ("陈若曦", "", "6月1日")],
        ),
    ],
)
def test_contacts_hold_what_is_ticked_and_nothing_else(
    files: PhoneFiles,
    tmp_path: pathlib.Path,
    now: dt.datetime,
    choice: ContactsChoice,
    wanted: list[tuple[str, str, str]],
) -> None:
    files.contacts(tmp_path / "a.vcf", choice, now=now)

    cards = read_cards((tmp_path / "a.vcf").read_bytes(), "a.vcf")
    fields = (Field.NAME, Field.PHONE, Field.BIRTHDAY)
    found = [tuple(card.texts.get(name, "") for name in fields) for card in cards]
    assert found == wanted
    assert all(set(card.texts) <= set(fields) for card in cards)


def test_each_file_is_written_down_with_whose_it_holds(
    files: PhoneFiles, book_database: Database, tmp_path: pathlib.Path, now: dt.datetime
) -> None:
    files.calendar(tmp_path / "a.ics", CalendarChoice(), say=said, now=now)
    files.contacts(tmp_path / "a.vcf", ContactsChoice(), now=now)

    with book_database.read() as session:
        rows = [
            (row.kind, row.clients, row.client_uids) for row in session.scalars(select(ExportRow))
        ]
        columns = [row.columns for row in session.scalars(select(ExportRow))]
    assert rows == [("calendar", 1, "uid-王雅琴"), ("contacts", 1, "uid-王雅琴")]
    assert columns == [
        "initials family_birthday own_birthday valued wedding",
        "name phones birthday",
    ]


Write = Callable[[PhoneFiles, pathlib.Path, dt.datetime], object]


def _calendar(files: PhoneFiles, path: pathlib.Path, now: dt.datetime) -> object:
    return files.calendar(path, ALL, say=said, now=now, progress=_stop)


def _contacts(files: PhoneFiles, path: pathlib.Path, now: dt.datetime) -> object:
    return files.contacts(path, ContactsChoice(), now=now, progress=_stop)


def _stop(_done: int, _total: int) -> None:
    raise Cancelled


@pytest.mark.parametrize("write", [_calendar, _contacts])
@pytest.mark.parametrize(
    ("name", "error"), [("no/such/folder/a", FolderNotWritable), ("a", Cancelled)]
)
def test_what_cannot_be_finished_leaves_nothing(  # noqa: PLR0913, PLR0917 - a table of two sides
    files: PhoneFiles,
    book_database: Database,
    tmp_path: pathlib.Path,
    now: dt.datetime,
    monkeypatch: pytest.MonkeyPatch,
    write: Write,
    name: str,
    error: type[CrmError],
) -> None:
    monkeypatch.setattr("crm_desktop.services.phone_files._BETWEEN_REPORTS", 1)
    folder = tmp_path / "out"
    folder.mkdir()

    with pytest.raises(error):
        write(files, folder / name, now)

    assert list(folder.iterdir()) == []
    with book_database.read() as session:
        assert session.scalars(select(ExportRow)).all() == []


def test_a_hundred_clients_of_five_years_stand_in_two_other_programs(
    tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    path = tmp_path / "a.ics"
    with big_book(100) as database:
        files = files_of(database, Journal(database, clock))
        report = files.calendar(path, ALL, say=said, now=clock.now())
        contacts = ContactsChoice(big_only=False)
        files.contacts(tmp_path / "a.vcf", contacts, now=clock.now())
        wanted = _expected(database, clock.now().date())

    events = events_of(path.read_bytes())
    again = vobject.readOne(path.read_text(encoding="utf-8"))
    cards = list(vobject.readComponents((tmp_path / "a.vcf").read_text(encoding="utf-8")))
    days = [event["DTSTART"].dt for event in events]
    assert sorted(days) == wanted
    assert len({str(event["UID"]) for event in events}) == len(events) == report.rows["calendar"]
    assert sorted(one.dtstart.value for one in again.vevent_list) == wanted
    assert len(cards) == 99
    for event in events:
        midnight = dt.datetime.combine(event["DTSTART"].dt, dt.time.min)
        rings = [midnight + alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
        assert {ring.time() for ring in rings} == {NINE}
        assert rings[-1].date() == event["DTSTART"].dt


def _expected(database: Database, today: dt.date) -> list[dt.date]:
    """Return every day of the coming five years, by the rule of single facts."""
    last = today.replace(year=today.year + 5) - dt.timedelta(days=1)
    with database.read() as session:
        quiet = {one.id for one in fetch(session, Client) if one.is_quiet}
        dates = [one for one in fetch(session, ClientDate) if one.client_id not in quiet]
    return sorted(
        day
        for one in dates
        if one.is_main and not one.is_ended
        for day in occurrences(one.fact, policy_from_code(one.policy), today, last)
    )
