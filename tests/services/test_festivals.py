"""Festivals in the book: for whom they are, ticking off, the reminder of all of them."""

import datetime as dt
import pathlib
from collections.abc import Iterator
from dataclasses import replace

import pytest
from sqlalchemy import event

from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.festival_audience import is_for
from crm_desktop.domain.festivals import Audience
from crm_desktop.domain.occasions import Kind, ReminderState, Source, Stage
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Contact,
    FestivalMark,
    FestivalOutcome,
    Knows,
    Person,
    Relation,
    Sex,
    Tier,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.campaigns import campaign_occasions, longest_lead
from crm_desktop.services.festivals import FestivalTick
from crm_desktop.services.folders import folders
from crm_desktop.services.records import fetch
from crm_desktop.services.reminder_rows import kept_between
from tests.fakes import FixedClock
from tests.vaults import new_book, vault

RESOURCES = pathlib.Path(__file__).parents[2] / "resources"
NOW = FixedClock().now()
CHRISTMAS = dt.date(2026, 12, 25)
GREETED = FestivalTick(outcome=FestivalOutcome.GREETED, at=NOW, text="节日快乐", channel="微信")
SKIPPED = FestivalTick(outcome=FestivalOutcome.SKIPPED, at=NOW)

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def book(tmp_path: pathlib.Path) -> Iterator[Book]:
    """Return a book of three clients who hear of festivals, and two who do not."""
    opened = new_book(vault(tmp_path / "book", FixedClock()))
    book = open_book(opened, FixedClock(), RESOURCES)
    for name, facts in (
        ("周小满", {"tier": Tier.D}),
        ("何静", {"tier": Tier.A}),
        ("林月见", {"tier": Tier.D, "vip": True}),
        ("安静者", {"do_not_contact": True}),
        ("已故者", {"deceased_on": dt.date(2025, 1, 1)}),
    ):
        book.clients.add(Client(name=name, **facts))
    yield book
    opened.database.close()


def told(book: Book, first: dt.date, last: dt.date) -> list[tuple[str, dt.date, int]]:
    with book.database.read() as session:
        found = campaign_occasions(session, first, last, book.settings.get())
    return [(each.festival, each.on, each.clients) for each in found]


def rows(book: Book) -> dict[Stage, ReminderState]:
    with book.database.read() as session:
        kept = kept_between(session, CHRISTMAS, CHRISTMAS)
    return {key.stage: row.state for key, row in kept.items() if key.source is Source.FESTIVAL}


def contacts(book: Book) -> list[Contact]:
    with book.database.read() as session:
        return fetch(session, Contact)


def test_a_festival_is_one_occasion_for_all_whom_it_is_for(book: Book) -> None:
    with book.database.read() as session:
        (found,) = campaign_occasions(session, CHRISTMAS, CHRISTMAS, book.settings.get())

    assert (found.source, found.source_id, found.kind) == (Source.FESTIVAL, 25, Kind.FESTIVAL)
    assert (found.festival, found.clients, found.client_id) == ("christmas", 3, 0)
    assert (found.lead_days, found.label, found.big) == (3, "", True)


def test_big_clients_stand_first_and_the_quiet_are_left_out(book: Book) -> None:
    sheet = book.festivals.sheet("christmas", CHRISTMAS)

    assert [line.called for line in sheet.lines] == ["何静", "林月见", "周小满"]
    assert (sheet.done, sheet.left, sheet.silence) == (0, 3, None)


def test_a_tick_leaves_a_line_in_her_file_and_counts(book: Book) -> None:
    change = book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)

    (talk,) = contacts(book)
    assert (talk.client_id, talk.about, talk.occasion_on) == (2, "greeting.christmas", CHRISTMAS)
    assert (talk.on, talk.notes, talk.channel) == (NOW.date(), "节日快乐", "微信")
    assert change.subject == "何静"
    assert told(book, CHRISTMAS, CHRISTMAS) == [("christmas", CHRISTMAS, 2)]
    assert rows(book) == {}


def test_with_the_last_tick_the_reminder_is_done_and_one_undo_takes_all_of_it_back(
    book: Book,
) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [1, 2, 3], GREETED)

    done = rows(book)
    nobody = told(book, CHRISTMAS, CHRISTMAS)
    book.journal.undo()

    assert done == {Stage.PREPARE: ReminderState.DONE, Stage.DAY: ReminderState.DONE}
    assert nobody == []
    assert rows(book) == {}
    assert contacts(book) == []
    assert told(book, CHRISTMAS, CHRISTMAS) == [("christmas", CHRISTMAS, 3)]


def test_who_is_unticked_is_to_be_greeted_again(book: Book) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [1, 2, 3], GREETED)

    book.festivals.unmark("christmas", CHRISTMAS, [2])

    assert rows(book) == {}
    assert [talk.client_id for talk in contacts(book)] == [1, 3]
    assert told(book, CHRISTMAS, CHRISTMAS) == [("christmas", CHRISTMAS, 1)]


def test_another_outcome_takes_the_place_of_the_one_before(book: Book) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)
    book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)
    twice = len(contacts(book))

    book.festivals.mark("christmas", CHRISTMAS, [2], SKIPPED)

    assert twice == 1
    assert contacts(book) == []
    with book.database.read() as session:
        (mark,) = fetch(session, FestivalMark)
    assert (mark.outcome, mark.contact_id) == (FestivalOutcome.SKIPPED, None)


def test_a_line_she_deleted_meanwhile_does_not_stand_in_the_way(book: Book) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)
    (talk,) = contacts(book)
    book.clients.remove(talk)

    book.festivals.unmark("christmas", CHRISTMAS, [2])

    assert told(book, CHRISTMAS, CHRISTMAS) == [("christmas", CHRISTMAS, 3)]


def test_who_was_greeted_before_she_asked_not_to_be_contacted_stays_in_the_list(
    book: Book,
) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [2], GREETED)
    she = next(each for each in clients(book) if each.id == 2)

    book.clients.put(replace(she, do_not_contact=True))

    assert [line.client_id for line in book.festivals.sheet("christmas", CHRISTMAS).lines] == [
        2, 3, 1,
    ]  # fmt: skip


def clients(book: Book) -> list[Client]:
    with book.database.read() as session:
        return fetch(session, Client)


def test_who_must_not_know_is_named_beside_her(book: Book) -> None:
    book.clients.put_person(Person(client_id=2, relation=Relation.HUSBAND, knows=Knows.NO), [])
    book.clients.put_person(Person(client_id=3, relation=Relation.FRIEND, knows=Knows.NO), [])

    sheet = book.festivals.sheet("christmas", CHRISTMAS)

    assert [bool(line.unaware) for line in sheet.lines] == [True, False, False]


def test_what_is_gone_is_refused_and_nothing_is_written(book: Book) -> None:
    with pytest.raises(RecordGone):
        book.festivals.mark("christmas", CHRISTMAS, [1, 99], GREETED)
    with pytest.raises(RecordGone):
        book.festivals.sheet("own_7", CHRISTMAS)

    assert contacts(book) == []


@pytest.mark.parametrize(
    ("settings", "found"),
    [
        (BookSettings(), ["winter_solstice", "christmas", "new_year"]),
        (BookSettings(festivals=("christmas=off,3",)), ["winter_solstice", "new_year"]),
        (BookSettings(silent_days=frozenset({CHRISTMAS})), ["winter_solstice", "new_year"]),
        (
            BookSettings(festivals=("own_1=on,3,solar 12-26,店庆",)),
            ["winter_solstice", "christmas", "own_1", "new_year"],
        ),
    ],
)
def test_only_what_is_on_and_not_silent_is_told(
    book: Book, settings: BookSettings, found: list[str]
) -> None:
    book.settings.put(settings)

    assert [code for code, _, _ in told(book, dt.date(2026, 12, 20), dt.date(2027, 1, 5))] == found


def test_qingming_is_no_campaign_and_mid_autumn_has_the_longest_lead(book: Book) -> None:
    assert told(book, dt.date(2027, 4, 1), dt.date(2027, 4, 10)) == []
    assert longest_lead(BookSettings()) == 10
    assert longest_lead(BookSettings(festivals=("christmas=on,21",))) == 21


def test_the_book_and_the_rule_agree_whom_every_festival_is_for(book: Book) -> None:
    on = dt.date(2026, 6, 1)
    people: list[tuple[Client, list[tuple[Relation, int | None, int, int]]]] = [
        (Client(name="甲", sex=Sex.MALE, occupation="中学教师"), [(Relation.CHILD, 2012, 6, 2)]),
        (Client(name="乙", occupation="舞蹈老师"), [(Relation.CHILD, 2012, 6, 1)]),
        (Client(name="丙", sex=Sex.FEMALE), [(Relation.CHILD, None, 6, 1)]),
        (Client(name="丁"), [(Relation.PARENT, 1950, 1, 1)]),
        (Client(name="戊"), [(Relation.HUSBAND, 1980, 1, 1)]),
    ]
    for client, family in people:
        (client_id,) = book.clients.add(client).client_ids
        for relation, year, month, day in family:
            birthday = ClientDate(year=year, month=month, day=day)
            book.clients.put_person(Person(client_id=client_id, relation=relation), [birthday])
    (lost,) = book.clients.add(Client(name="己")).client_ids
    book.clients.put_person(
        Person(client_id=lost, relation=Relation.CHILD, notes="2019 年已故"), []
    )
    elder = ClientDate(year=1966, month=6, day=1)
    book.clients.add(Client(name="庚"), dates=[elder])

    for festival in book.festivals.table().festivals:
        sheet = book.festivals.sheet(festival.code, on)
        with book.database.read() as session:
            every = list(folders(session, with_archived=False))
        ours = {
            each.client.id
            for each in every
            if is_for(festival.audience, each, on) and not each.client.is_quiet
        }
        assert {line.client_id for line in sheet.lines} == ours, festival.code
        if festival.audience is not Audience.EVERYBODY:
            assert 0 < len(ours) < len(every)


def test_each_tick_of_many_leads_to_the_line_in_her_own_file(book: Book) -> None:
    book.festivals.mark("christmas", CHRISTMAS, [1, 2, 3], GREETED)
    book.festivals.unmark("christmas", CHRISTMAS, [3])

    book.festivals.mark("new_year", dt.date(2027, 1, 1), [1, 2, 3], GREETED)

    whose = {talk.id: talk.client_id for talk in contacts(book)}
    with book.database.read() as session:
        marks = fetch(session, FestivalMark)
    assert [whose[mark.contact_id or 0] for mark in marks] == [mark.client_id for mark in marks]


def test_many_ticks_stopped_on_the_way_leave_nothing(book: Book) -> None:
    class Stopped(Exception):
        """What the bar of progress raises."""

    def stop(done: int, count: int) -> None:
        if done == count:
            raise Stopped

    with pytest.raises(Stopped):
        book.festivals.mark("christmas", CHRISTMAS, [1, 2, 3], GREETED, stop)

    assert contacts(book) == []
    assert book.festivals.sheet("christmas", CHRISTMAS).done == 0
    assert "festival.greeted" not in {change.action for change, _, _ in book.journal.latest()}


def test_many_ticks_are_written_in_few_statements(book: Book) -> None:
    def statements(code: str, client_ids: list[int]) -> int:
        seen: list[str] = []
        with book.database.read() as session:
            engine = session.get_bind()

        def note(*_args: object) -> None:
            seen.append("")

        event.listen(engine, "before_cursor_execute", note)
        book.festivals.mark(code, CHRISTMAS, client_ids, GREETED)
        event.remove(engine, "before_cursor_execute", note)
        return len(seen)

    assert statements("christmas", [1]) == statements("new_year", [1, 2])
