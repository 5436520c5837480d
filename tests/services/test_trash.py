"""The trash and the other states of rest: reminders stop at once, and begin again."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import (
    Change,
    Client,
    ClientDate,
    DateKind,
    Person,
    Relation,
)
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.parting import part
from tests.fakes import FixedClock
from tests.vaults import new_book, vault

pytestmark = pytest.mark.usefixtures("cheap_keys")

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
TODAY = dt.date(2026, 11, 22)
Rest = Callable[[Book, int, bool], Change]


@pytest.fixture
def book(tmp_path: pathlib.Path, clock: FixedClock) -> Iterator[Book]:
    opened = new_book(vault(tmp_path / "book", clock))
    yield open_book(opened, clock, RESOURCES)
    opened.database.close()


@pytest.fixture
def wang(book: Book) -> int:
    """Write a big client whose own day is today, her husband's and the wedding two days ahead."""
    today, ahead = ClientDate(month=11, day=22), ClientDate(month=11, day=24)
    wedding = replace(ahead, kind=DateKind.WEDDING)
    client = Client(name="王雅琴", marked_big=True)
    [client_id] = book.clients.add(client, ["13800138000"], [today, wedding]).client_ids
    husband = Person(client_id=client_id, relation=Relation.HUSBAND, name="李明")
    book.clients.put_person(husband, [ahead])
    return client_id


def told(book: Book, clock: FixedClock, client_id: int) -> list[int]:
    """Return what each way of reminding says: due, tray, Today, calendar, list, her own page."""
    now = clock.now()
    morning = book.reminders.morning(now, 7)
    listed = [line for line in book.clients.lines([client_id], today=TODAY) if line.next_on]
    return [
        len(book.reminders.due(now)),
        book.reminders.tick(now).open,
        len(morning.due) + len(morning.missed) + len(morning.ahead),
        len(book.reminders.between(TODAY, TODAY + dt.timedelta(days=7))),
        sum(book.reminders.raises_ahead(now).values()),
        len(listed),
        len(book.clients.file(client_id, today=TODAY).next_days),
    ]


def _archive(book: Book, client_id: int, rests: bool) -> Change:  # noqa: FBT001 - one of a table
    return book.clients.archive(client_id, TODAY if rests else None)


def _edit(book: Book, client_id: int, **facts: object) -> Change:
    client = book.clients.file(client_id, today=TODAY).client
    return book.clients.put(replace(client, **facts))  # type: ignore[arg-type] # facts of a client


def _deceased(book: Book, client_id: int, rests: bool) -> Change:  # noqa: FBT001 - one of a table
    return _edit(book, client_id, deceased_on=TODAY if rests else None)


def _quiet(book: Book, client_id: int, rests: bool) -> Change:  # noqa: FBT001 - one of a table
    return _edit(book, client_id, do_not_contact=rests)


def _trash(book: Book, client_id: int, rests: bool) -> Change:  # noqa: FBT001 - one of a table
    trash = book.trash
    return trash.put_in([client_id], TODAY) if rests else trash.take_out([client_id])


RESTS = [
    pytest.param(_archive, id="archived"),
    pytest.param(_deceased, id="deceased"),
    pytest.param(_quiet, id="do not contact"),
    pytest.param(_trash, id="in the trash"),
]


@pytest.mark.parametrize("rest", RESTS)
def test_every_way_of_reminding_stops_at_once_and_begins_again(
    book: Book, clock: FixedClock, wang: int, rest: Rest
) -> None:
    before = told(book, clock, wang)

    rest(book, wang, True)
    resting = told(book, clock, wang)
    rest(book, wang, False)

    assert min(before) > 0
    assert resting == [0] * len(before)
    assert told(book, clock, wang) == before


@pytest.mark.parametrize("rest", RESTS)
def test_it_is_undone_and_done_again_like_everything(
    book: Book, clock: FixedClock, wang: int, rest: Rest
) -> None:
    before = told(book, clock, wang)
    rest(book, wang, True)

    book.journal.undo()
    assert told(book, clock, wang) == before
    book.journal.redo()
    assert not any(told(book, clock, wang))


def test_in_the_trash_she_is_in_no_list_search_or_export(
    book: Book, wang: int, tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    book.trash.put_in([wang], TODAY)

    report = book.exports.workbook(tmp_path / "me.xlsx", recipient=Recipient.ME, now=clock.now())
    document = tmp_path / "all.json"
    book.exports.owner_json(document, now=clock.now())

    assert book.clients.count(ListQuery()) == book.clients.count(ListQuery(archived=True)) == 0
    assert not book.clients.page(ListQuery(), today=TODAY).lines
    assert [book.clients.search(typed) for typed in ("王", "wyq", "13800138000", "李明")] == [
        ()
    ] * 4
    assert report.clients == 0
    assert "王雅琴" not in document.read_text(encoding="utf-8")


def test_taken_back_she_has_everything_she_had(book: Book, wang: int, clock: FixedClock) -> None:
    before = book.clients.file(wang, today=TODAY).folder
    book.trash.put_in([wang], TODAY)
    clock.advance(dt.timedelta(days=3))
    book.trash.take_out([wang])
    after = book.clients.file(wang, today=TODAY).folder

    stamped = replace(after.client, updated_at=before.client.updated_at)
    assert replace(after, client=stamped) == before
    assert [hit.id for hit in book.clients.search("王")] == [wang]


def test_the_trash_tells_how_long_each_stays_and_many_go_in_as_one_change(book: Book) -> None:
    ids = [
        next(iter(book.clients.add(Client(name=name)).client_ids)) for name in ("甲", "乙", "丙")
    ]
    book.trash.put_in(ids[:1], TODAY - dt.timedelta(days=12))

    change = book.trash.put_in(ids, TODAY)

    assert (change.action, change.subject) == ("clients.trash", "2")
    assert change.client_ids == set(ids[1:])
    lines = book.trash.list(TODAY)
    assert [(line.name, line.days_left) for line in lines] == [("丙", 30), ("乙", 30), ("甲", 18)]
    assert book.trash.count() == 3
    book.journal.undo()
    assert [line.name for line in book.trash.list(TODAY)] == ["甲"]


def test_her_time_is_over_after_thirty_days_on_seven_of_which_the_book_was_open(
    book: Book, wang: int
) -> None:
    book.trash.put_in([wang], TODAY)

    over = {}
    for day in (1, 2, 3, 4, 5, 6, 29, 30):
        over[day] = book.trash.over(TODAY + dt.timedelta(days=day))

    assert [day for day, who in over.items() if who] == [30]
    assert over[30] == (wang,)
    changes = book.database.changes
    assert book.trash.over(TODAY + dt.timedelta(days=30)) == (wang,)
    assert book.database.changes == changes


def test_a_calendar_set_forward_deletes_nobody_and_an_empty_trash_writes_nothing(
    book: Book, wang: int
) -> None:
    changes = book.database.changes
    assert book.trash.over(TODAY) == ()
    assert book.database.changes == changes

    book.trash.put_in([wang], TODAY)

    assert book.trash.over(TODAY + dt.timedelta(days=400)) == ()


def test_when_they_parted_his_day_and_the_wedding_end_in_one_change(
    book: Book, wang: int, clock: FixedClock
) -> None:
    [husband] = book.clients.file(wang, today=TODAY).folder.persons
    before = told(book, clock, wang)

    change = part(book.journal, husband.id)

    assert (change.action, change.subject) == ("person.part", "王雅琴")
    kinds = [(day.person_id, day.kind) for day in book.clients.file(wang, today=TODAY).next_days]
    assert kinds == [(None, DateKind.BIRTHDAY)]
    assert len(book.reminders.due(clock.now())) == 1
    book.journal.undo()
    assert told(book, clock, wang) == before
