"""The list, the file and the history of clients, and every way of writing them."""

import dataclasses
import datetime as dt
from typing import Any

import pytest
from sqlalchemy import event

from crm_desktop.database import Database
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.records import (
    Activity,
    ActivityGuest,
    Bill,
    BillKind,
    Client,
    ClientDate,
    Contact,
    DateKind,
    Gift,
    GreetingTemplate,
    ImportProfile,
    NotSame,
    Person,
    Phone,
    PotentialProject,
    Relation,
    SmartList,
    Supplier,
    Tier,
    Visit,
)
from crm_desktop.services.client_list import Cursor, ListQuery, Missing, Sort
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import KINDS, Record, put, put_new
from tests.builders import client, date, filled, person
from tests.fakes import FixedClock

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


@pytest.fixture
def listed(clients: Clients, journal: Journal) -> Clients:
    """Return a book of six clients, one of them archived."""
    with journal.change("fill") as work:
        put_new(
            work.session,
            Client,
            [
                client("王雅琴", tier=Tier.A),
                client("李兰", tier=Tier.C, vip=True),
                client("单美", tier=Tier.A),
                client("张静", marked_big=True),
                client("陈梅", tier=Tier.E),
                client("何静", tier=Tier.B, archived_on=TODAY),
            ],
        )
        for client_id, days in ((1, 12), (2, 90), (3, 400)):
            put(work.session, Visit(client_id=client_id, on=TODAY - dt.timedelta(days=days)))
        for client_id, paid in ((1, 500_00), (3, 900_00), (4, 100_00)):
            put(work.session, Bill(client_id=client_id, on=TODAY, paid=paid))
    return clients


@pytest.mark.parametrize(
    ("query", "names"),
    [
        (ListQuery(), "陈梅 李兰 单美 王雅琴 张静"),
        (ListQuery(descending=True), "张静 王雅琴 单美 李兰 陈梅"),
        (ListQuery(sort=Sort.TIER), "单美 王雅琴 李兰 陈梅 张静"),
        (ListQuery(sort=Sort.LAST_VISIT, descending=True), "王雅琴 李兰 单美 陈梅 张静"),
        (ListQuery(sort=Sort.PAID_TOTAL, descending=True), "单美 王雅琴 张静 陈梅 李兰"),
        (ListQuery(tiers=frozenset({Tier.A})), "单美 王雅琴"),
        (ListQuery(big_only=True), "李兰 单美 王雅琴 张静"),
        (ListQuery(archived=True), "何静"),
        (ListQuery(tiers=frozenset({Tier.D})), ""),
    ],
)
@pytest.mark.parametrize("limit", [1, 2, 100])
def test_pages_follow_each_other_without_gap_or_repeat(
    query: ListQuery, names: str, limit: int, listed: Clients
) -> None:
    found: list[str] = []
    after: Cursor | None = None
    for _ in range(10):
        page = listed.page(query, after, limit, today=TODAY)
        found += [line.name for line in page.lines]
        after = page.after
        if after is None:
            break

    assert found == names.split()
    assert listed.count(query) == len(found)


def test_a_line_adds_up_the_last_twelve_months(clients: Clients, journal: Journal) -> None:
    with journal.change("fill") as work:
        put(work.session, client())
        for days, paid, kind in (
            (0, 1000, BillKind.PAYMENT),
            (364, 500, BillKind.STORED_VALUE),
            (10, 300, BillKind.REFUND),
            (365, 7, BillKind.PAYMENT),
            (-1, 9, BillKind.PAYMENT),
        ):
            on = TODAY - dt.timedelta(days=days)
            put(work.session, Bill(client_id=1, on=on, paid=paid, kind=kind))
        for days in (3, 3, 364, 365):
            put(work.session, Visit(client_id=1, on=TODAY - dt.timedelta(days=days)))
        put(work.session, PotentialProject(client_id=1, project="热玛吉"))
        put(work.session, PotentialProject(client_id=1, project="水光", closed_on=TODAY))

    (line,) = clients.lines([1], today=TODAY)
    file = clients.file(1, today=TODAY)

    assert (line.paid_12_months, line.visits_12_months, line.paid_total) == (1200, 2, 1216)
    assert (file.paid_12_months, file.visits_12_months, file.paid_total) == (1200, 2, 1216)
    assert line.last_visit_on == file.last_visit_on == dt.date(2026, 11, 19)
    assert line.potential == ("热玛吉",)


_CHILD = {"person_id": 1, "year": 2018}


@pytest.mark.parametrize(
    ("dates", "on", "label"),
    [
        ([], None, ""),
        ([date(1, 11, 22)], TODAY, ""),
        ([date(1, 11, 21)], dt.date(2027, 11, 21), ""),
        ([date(1, 12, 6), date(1, 11, 24, **_CHILD)], dt.date(2026, 11, 24), "大宝"),
        ([date(1, 11, 24, label="店庆", kind=DateKind.VALUED)], dt.date(2026, 11, 24), "店庆"),
        ([date(1, 10, 15, calendar=Calendar.LUNAR)], dt.date(2026, 11, 23), ""),
        ([date(1, 2, 29)], dt.date(2027, 2, 28), ""),
        ([date(1, 11, 24, is_ended=True)], None, ""),
        ([date(1, 11, 24, is_main=False)], None, ""),
        ([date(1, 11, 25, year=2026)], dt.date(2027, 11, 25), None),
        ([date(1, 11, 24, year=2026)], None, None),
    ],
)
def test_the_next_day_within_a_year(
    dates: list[ClientDate], on: dt.date | None, label: str | None, clients: Clients,
    journal: Journal,
) -> None:  # fmt: skip
    with journal.change("fill") as work:
        put(work.session, client())
        put(work.session, person(1, relation=Relation.CHILD, nickname="大宝"))
        for found in dates:
            put(work.session, found)
    day = TODAY if on is None or on.day != 25 else TODAY + dt.timedelta(days=3)

    (line,) = clients.lines([1], today=day)
    days = clients.file(1, today=day).next_days

    assert line.next_on == on
    assert [next_day.on for next_day in days[:1]] == ([] if on is None else [on])
    if label is not None:
        assert line.next_label == label
        assert line.next_relation == (Relation.CHILD if label == "大宝" else None)


@pytest.mark.parametrize("facts", [{"archived_on": TODAY}, {"do_not_contact": True},
                                   {"deceased_on": TODAY}])  # fmt: skip
def test_a_quiet_client_has_no_next_day(
    facts: dict[str, Any], clients: Clients, journal: Journal
) -> None:
    with journal.change("fill") as work:
        put(work.session, client(**facts))
        put(work.session, date(1, 11, 24))

    (line,) = clients.lines([1], today=TODAY)

    assert line.next_on is None
    assert clients.file(1, today=TODAY).next_days == ()


@pytest.mark.parametrize(
    ("facts", "missing"),
    [
        ([], [Missing.PHONE, Missing.BIRTHDAY, Missing.FAMILY, Missing.LAST_TALK]),
        (
            [Phone(client_id=1, digits="13800138000"), date(1, 5, 1), Contact(client_id=1)],
            [Missing.FAMILY],
        ),
        (
            [person(1, relation=Relation.HUSBAND), person(1, relation=Relation.CHILD)],
            [Missing.PHONE, Missing.BIRTHDAY, Missing.HUSBAND_BIRTHDAY, Missing.CHILD_BIRTHDAY,
             Missing.LAST_TALK],
        ),
        (
            [person(1, relation=Relation.HUSBAND), date(1, 5, 1, person_id=1), date(1, 6, 1),
             Visit(client_id=1, on=TODAY)],
            [Missing.PHONE],
        ),
    ],
)  # fmt: skip
def test_a_line_tells_what_the_file_lacks(
    facts: list[Record], missing: list[Missing], clients: Clients, journal: Journal
) -> None:
    with journal.change("fill") as work:
        put(work.session, client())
        for fact in facts:
            put(work.session, fact)

    (line,) = clients.lines([1], today=TODAY)

    assert list(line.missing) == missing


def test_lines_come_in_the_order_asked_without_those_gone(listed: Clients) -> None:
    assert [line.id for line in listed.lines([3, 99, 1], today=TODAY)] == [3, 1]


def test_a_page_asks_as_often_for_many_lines_as_for_one(
    listed: Clients, book_database: Database
) -> None:
    asked: list[str] = []
    engine = book_database.sessions.kw["bind"].engine
    event.listen(engine, "before_cursor_execute", lambda *seen: asked.append(str(seen[2])))
    counts = []
    for limit in (1, 5):
        asked.clear()
        listed.page(ListQuery(), None, limit, today=TODAY)
        counts.append(len(asked))

    assert counts[0] == counts[1]


def test_a_file_holds_every_record_of_the_client(clients: Clients, journal: Journal) -> None:
    elsewhere = (
        Client, Activity, NotSame, SmartList, GreetingTemplate, ImportProfile, Supplier
    )  # fmt: skip
    kinds = [kind for kind in KINDS if kind not in elsewhere]
    with journal.change("fill") as work:
        friend = put(work.session, client("李兰"))
        known = put(work.session, client(referred_by_id=friend))
        put(work.session, client("何静", referred_by_id=known))
        activity = put(work.session, filled(Activity))
        for kind in kinds:
            more = {"activity_id": activity} if kind is ActivityGuest else {}
            put(work.session, filled(kind, client_id=known, **more))

    file = clients.file(known, today=TODAY)

    parts = [getattr(file.folder, field.name) for field in dataclasses.fields(file.folder)]
    assert [len(part) for part in parts if isinstance(part, tuple)] == [1] * len(kinds)
    assert file.folder.referred_by == "李兰"
    assert [name for _, name in file.referred] == ["何静"]


def test_a_new_client_gets_identity_and_time(clients: Clients, clock: FixedClock) -> None:
    change = clients.add(
        Client(name="王雅琴", display_name="王姐"), ["13800138000", "01065551234"], [date(0, 5, 12)]
    )

    (client_id,) = change.client_ids
    folder = clients.file(client_id, today=TODAY).folder
    assert (change.action, change.subject) == ("client.add", "王姐")
    assert len(folder.client.uid) == 32
    assert folder.client.created_at == folder.client.updated_at == clock.now()
    assert [(p.digits, p.is_main) for p in folder.phones] == [
        ("13800138000", True),
        ("01065551234", False),
    ]
    assert folder.dates[0].created_at == clock.now()


def test_the_same_client_again_is_no_change(clients: Clients, clock: FixedClock) -> None:
    (client_id,) = clients.add(client()).client_ids
    known = clients.file(client_id, today=TODAY).client
    clock.advance(dt.timedelta(hours=1))

    same = clients.put(known)
    edited = clients.put(dataclasses.replace(known, notes="喜欢百合"))

    assert (same.id, edited.action) == (0, "client.edit")
    assert clients.file(client_id, today=TODAY).client.updated_at == clock.now()


@pytest.mark.parametrize(
    ("record", "action"),
    [
        (date(1, 5, 1), "client_date"),
        (Phone(client_id=1, digits="1"), "phone"),
        (Gift(client_id=1, item="百合"), "gift"),
        (PotentialProject(client_id=1, project="水光"), "potential_project"),
        (Activity(name="沙龙"), "activity"),
    ],
)
def test_a_fact_is_added_edited_removed_and_all_undone(
    record: Record, action: str, clients: Clients, journal: Journal
) -> None:
    clients.add(client())
    added = clients.put(record)
    with_id = dataclasses.replace(record, id=1)
    edited = clients.put(dataclasses.replace(with_id, **_other(record)))
    removed = clients.remove(with_id)

    actions = [change.action for change in (added, edited, removed)]
    assert actions == [f"{action}.add", f"{action}.edit", f"{action}.remove"]
    assert added.subject == ("沙龙" if isinstance(record, Activity) else "王雅琴")
    assert [journal.undo().action for _ in range(3)] == actions[::-1]


def test_only_one_phone_is_the_main_one(clients: Clients) -> None:
    clients.add(client(), ["13800138000"])

    clients.put(Phone(client_id=1, digits="13912345678", is_main=True))

    phones = clients.file(1, today=TODAY).folder.phones
    assert [p.digits for p in phones if p.is_main] == ["13912345678"]
    assert clients.lines([1], today=TODAY)[0].phone == "13912345678"


def test_a_person_is_written_with_her_dates_as_one_change(
    clients: Clients, journal: Journal
) -> None:
    clients.add(client())
    clients.put_person(Person(client_id=1, nickname="大宝"), [date(0, 5, 1), date(0, 6, 1)])
    first, _ = clients.file(1, today=TODAY).folder.dates

    change = clients.put_person(
        Person(id=1, client_id=1, nickname="小宝"),
        [dataclasses.replace(first, day=2), date(0, 7, 1)],
    )

    folder = clients.file(1, today=TODAY).folder
    assert change.action == "person.edit"
    assert [p.nickname for p in folder.persons] == ["小宝"]
    assert [(d.person_id, d.month, d.day) for d in folder.dates] == [(1, 5, 2), (1, 7, 1)]
    journal.undo()
    assert [(d.month, d.day) for d in clients.file(1, today=TODAY).folder.dates] == [(5, 1), (6, 1)]


def test_archiving_and_taking_back(clients: Clients) -> None:
    clients.add(client())

    away = clients.archive(1, TODAY)
    listed = [clients.count(ListQuery()), clients.count(ListQuery(archived=True))]
    back = clients.archive(1, None)

    assert (away.action, back.action) == ("client.archive", "client.unarchive")
    assert listed == [0, 1]
    assert clients.count(ListQuery()) == 1


def test_a_record_that_is_gone_says_so(clients: Clients) -> None:
    with pytest.raises(RecordGone):
        clients.file(1, today=TODAY)
    with pytest.raises(RecordGone):
        clients.put(Phone(client_id=1, digits="1"))
    with pytest.raises(RecordGone):
        clients.remove(client(id=7))


def test_history_tells_what_stood_before_and_after(clients: Clients, journal: Journal) -> None:
    clients.add(client(), ["13800138000"])
    clients.put(Gift(client_id=1, item="百合"))
    clients.put(Gift(id=1, client_id=1, item="康乃馨"))
    clients.remove(Gift(id=1, client_id=1))
    clients.put(Gift(client_id=1, item="香薰灯"))
    journal.undo()

    entries = clients.history(1)

    told = [
        (entry.verb, _item(entry.before), _item(entry.after))
        for entry in entries
        if entry.table == "gift"
    ]
    assert told == [
        ("delete", "康乃馨", None),
        ("update", "百合", "康乃馨"),
        ("insert", None, "百合"),
    ]
    assert [entry.table for entry in entries[-2:]] == ["phone", "client"]
    assert (entries[-1].after or {})["name"] == "王雅琴"
    assert entries[0].change.action == "gift.remove"
    assert len(clients.history(1, limit=2)) == 2


def _item(values: dict[str, object] | None) -> object:
    return None if values is None else values["item"]


def _other(record: Record) -> dict[str, Any]:
    """Return an edit of one field of `record`."""
    for name in ("notes", "label", "obstacle", "item"):
        if name in {field.name for field in dataclasses.fields(record)}:
            return {name: "改"}
    raise AssertionError(record)
