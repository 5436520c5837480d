"""The demo book: the same twice, full of life, and always something to do on the day it opens."""

import datetime as dt
import pathlib
from collections import Counter
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.dates import DEFAULT_POLICY, Calendar
from crm_desktop.domain.errors import NothingToUndo
from crm_desktop.domain.occasions import Reminder, Rules, Source, Stage
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.records import Tier
from crm_desktop.models import JOURNALLED
from crm_desktop.paths import resources_folder
from crm_desktop.services.demo import fill
from crm_desktop.services.demo.days import fact_on
from crm_desktop.services.journal import Journal
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.search import find
from tests.fakes import FixedClock

ON = dt.date(2026, 11, 22)
EMPTY_IN_A_DEMO = {
    "setting", "reminder", "greeting_template", "not_same", "attachment", "sync_base",
    "import_profile",
}  # fmt: skip
LEAST_OF_A_YEAR = {
    Tier.A: (200_000, 6),
    Tier.B: (100_000, 5),
    Tier.C: (50_000, 4),
    Tier.D: (10_000, 3),
    Tier.E: (1_000, 1),
}


def demo(
    folder: pathlib.Path, *, clients: int = 60, on: dt.date = ON, lang: str = "zh_CN"
) -> Database:
    key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
    database = Database.create(folder / f"{clients}-{on}-{lang}.db", key, FixedClock())
    fill(database, resources_folder(), clients=clients, on=on, lang=lang)
    return database


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Iterator[Database]:
    database = demo(tmp_path)
    yield database
    database.close()


def rows(database: Database, query: str) -> list[tuple[object, ...]]:
    with database.read() as session:
        return [tuple(row) for row in session.execute(text(query))]


def due(database: Database, on: dt.date) -> list[Reminder]:
    """Return the days of people that are due; follow-ups and points come on top."""
    reminders = Reminders(database, Journal(database, FixedClock()), Rules)
    found = reminders.due(dt.datetime.combine(on, dt.time(9), dt.UTC))
    return [reminder for reminder in found if reminder.occasion.source is Source.DATE]


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
def test_the_same_arguments_give_the_same_book(tmp_path: pathlib.Path, lang: str) -> None:
    (tmp_path / "again").mkdir()
    first, second = demo(tmp_path, lang=lang), demo(tmp_path / "again", lang=lang)

    told = [
        [rows(one, f'SELECT * FROM "{table.name}" ORDER BY id') for table in JOURNALLED]  # noqa: S608 - our own tables
        for one in (first, second)
    ]

    assert told[0] == told[1]
    first.close()
    second.close()


@pytest.mark.parametrize("lang", ["zh_CN", "en"])
@pytest.mark.parametrize(
    "on",
    [
        pytest.param(ON, id="an ordinary day"),
        pytest.param(dt.date(2028, 2, 27), id="two days ahead is 29 February"),
        pytest.param(dt.date(2026, 12, 30), id="two days ahead is another year"),
        pytest.param(dt.date(2027, 2, 4), id="two days ahead is the lunar new year"),
        pytest.param(dt.date(2025, 7, 28), id="in a leap month"),
        pytest.param(dt.date(2033, 12, 23), id="in the rarest leap month"),
        pytest.param(dt.date(2101, 3, 1), id="beyond the lunar table"),
    ],
)
def test_today_has_two_to_four_ahead_and_one_or_two_today(
    tmp_path: pathlib.Path, on: dt.date, lang: str
) -> None:
    database = demo(tmp_path, on=on, lang=lang)

    found = Counter((reminder.on - on).days for reminder in due(database, on))

    assert 2 <= found[2] <= 4
    assert 1 <= found[0] <= 2
    assert set(found) == {0, 2}
    database.close()


def test_big_clients_are_prepared_for(book: Database) -> None:
    ahead = [reminder for reminder in due(book, ON) if reminder.on > ON]

    assert {reminder.stage for reminder in ahead} == {Stage.PREPARE}
    assert {reminder.occasion.calendar for reminder in ahead} == set(Calendar)
    assert any(reminder.occasion.knows == "no" for reminder in ahead)


def test_every_table_has_rows(book: Database) -> None:
    empty = {
        table.name
        for table in JOURNALLED
        if rows(book, f'SELECT count(*) FROM "{table.name}"') == [(0,)]  # noqa: S608 - our own tables
    }

    assert empty == EMPTY_IN_A_DEMO


def test_phones_are_of_the_range_given_to_nobody(book: Database) -> None:
    phones = [str(digits) for (digits,) in rows(book, "SELECT digits FROM phone")]

    assert len(phones) == len(set(phones)) > 50
    assert all(digits.startswith("154") and len(digits) == 11 for digits in phones)


def test_tiers_agree_with_what_was_paid_in_twelve_months(book: Database) -> None:
    query = (
        'SELECT tier, (SELECT sum(paid) / 100 FROM bill WHERE client_id = c.id AND "on" > :since),'
        ' (SELECT count(*) FROM visit WHERE client_id = c.id AND "on" > :since)'
        " FROM client c WHERE tier IS NOT NULL"
    ).replace(":since", f"'{ON - dt.timedelta(days=365)}'")

    found = [
        (Tier(str(tier)), int(str(paid)), int(str(visits)))
        for tier, paid, visits in rows(book, query)
    ]

    assert {tier for tier, _, _ in found} == set(Tier)
    for tier, paid, visits in found:
        least, fewest = LEAST_OF_A_YEAR[tier]
        assert (paid >= least, visits >= fewest) == (True, True)


def test_what_was_paid_was_done_or_waits(book: Database) -> None:
    idle = (
        "SELECT project FROM bill b WHERE"
        " NOT EXISTS (SELECT 1 FROM completed_project WHERE bill_id = b.id)"
        " AND NOT EXISTS (SELECT 1 FROM deposit WHERE bill_id = b.id AND state = 'paid_untreated')"
        " AND NOT EXISTS (SELECT 1 FROM completed_project WHERE client_id = b.client_id"
        ' AND project = b.project AND "on" = b."on")'
        " AND NOT EXISTS (SELECT 1 FROM package WHERE client_id = b.client_id"
        ' AND project = b.project AND bought_on = b."on")'
    )
    years = 'SELECT count(DISTINCT substr("on", 1, 4)) FROM bill GROUP BY client_id'

    assert rows(book, idle) == []
    assert max(int(str(count)) for (count,) in rows(book, years)) >= 4
    assert rows(book, "SELECT 1 FROM gift WHERE state = 'idea' AND client_id > 20")


def test_a_package_has_one_session_left_and_a_husband_does_not_know(book: Database) -> None:
    assert rows(book, "SELECT 1 FROM package WHERE bought - used = 1")
    assert rows(book, "SELECT 1 FROM person WHERE relation = 'husband' AND knows = 'no'")


def test_nothing_of_it_can_be_undone(book: Database) -> None:
    journal = Journal(book, FixedClock())

    assert journal.latest() == []
    with pytest.raises(NothingToUndo):
        journal.undo()


def test_many_clients_come_in_portions_and_are_all_found(tmp_path: pathlib.Path) -> None:
    told: list[tuple[int, int]] = []
    key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
    database = Database.create(tmp_path / "book.db", key, FixedClock())

    def progress(done: int, total: int) -> None:
        told.append((done, total))

    fill(database, resources_folder(), clients=4_100, on=ON, progress=progress)

    assert told == [(2_000, 4_100), (4_000, 4_100), (4_100, 4_100)]
    assert rows(database, "SELECT count(*), max(id) FROM client") == [(4_100, 4_100)]
    last = str(rows(database, "SELECT name FROM client WHERE id = 4100")[0][0])
    with database.read() as session:
        assert last in {hit.name for hit in find(session, last, 50)}
    database.close()


@pytest.mark.parametrize("calendar", list(Calendar))
@pytest.mark.parametrize("age", [None, 0, 1, 8, 38])
def test_a_fact_comes_round_on_the_wished_day(calendar: Calendar, age: int | None) -> None:
    for ahead in range(0, 4_000, 13):
        day = ON + dt.timedelta(days=ahead)

        fact = fact_on(day, calendar, age)

        assert occurrences(fact, DEFAULT_POLICY, day, day) == [day]
        assert fact.year is None or fact.year <= day.year - (age or 0)
