"""Two clients become one: nothing of either is lost, nothing doubled, and one undo parts them."""

import datetime as dt
import random
from typing import Any

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.errors import FactRefused, RecordGone
from crm_desktop.domain.joining import BIRTHDAY, MAIN_PHONE, Side
from crm_desktop.domain.occasions import Kept, ReminderState, Stage
from crm_desktop.domain.records import (
    Activity,
    Bill,
    Client,
    ClientDate,
    CompletedProject,
    DateKind,
    Gift,
    Knows,
    NotSame,
    Package,
    Person,
    Phone,
    Preference,
    Relation,
    Tag,
    Visit,
)
from crm_desktop.services.clients import Clients
from crm_desktop.services.duplicates import Duplicates
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import KINDS, table_of
from tests.builders import client, date, filled, person, phone
from tests.services.pairs import fill, of, state, two

DAY = dt.date(2026, 3, 1)


@pytest.fixture
def duplicates(book_database: Database, journal: Journal) -> Duplicates:
    return Duplicates(book_database, journal)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


def everything(client_id: int, seed: int, base: int) -> list[Any]:
    """Return a record of every kind for a client, linked among themselves."""
    links = {
        "client_id": client_id, "person_id": base, "date_id": base, "visit_id": base,
        "bill_id": base, "package_id": None, "activity_id": 1, "gift_id": base,
    }  # fmt: skip
    kinds = [kind for kind in KINDS if "client_id" in table_of(kind).c and kind is not NotSame]
    first = [Person, ClientDate, Visit, Bill, Gift]
    ordered = first + [kind for kind in kinds if kind not in first]
    made: list[Any] = []
    for kind in ordered:
        own = {**links, "id": base}
        if kind in {Person, ClientDate, Visit, Bill}:
            own |= {"bill_id": None}
        made.append(filled(kind, seed, **own))
    return made


def test_every_distinct_record_of_both_is_kept_and_one_undo_parts_them_exactly(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    fill(journal, Activity(name="沙龙"))
    fill(journal, *everything(1, 1, 10), *everything(2, 30, 20))
    before = state(book_database)

    duplicates.merge(1, 2, {})
    after = state(book_database)
    journal.undo()
    parted = state(book_database)
    journal.redo()

    assert parted == before
    assert state(book_database) == after
    for kind in KINDS:
        if "client_id" in table_of(kind).c and kind is not NotSame:
            assert [(each.id, each.client_id) for each in of(book_database, kind)] == [
                (10, 1), (20, 1),
            ], kind  # fmt: skip


def test_the_same_file_twice_becomes_the_file_once(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    fill(journal, Activity(name="沙龙"))
    fill(journal, *everything(1, 3, 10), *everything(2, 3, 20))

    duplicates.merge(1, 2, {})

    for kind in KINDS:
        if "client_id" in table_of(kind).c and kind is not NotSame:
            kept = 2 if kind.__name__ == "Attachment" else 1
            assert len(of(book_database, kind)) == kept, kind


@pytest.mark.parametrize("seed", range(12))
def test_any_two_files_are_parted_again_exactly(
    seed: int, duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    rng = random.Random(seed)
    two(journal)
    fill(journal, Activity(name="沙龙"))
    for client_id, base in ((1, 100), (2, 200)):
        for place in range(3):
            fill(journal, *everything(client_id, rng.randint(1, 4), base + place))
    before = state(book_database)
    choice = {name: rng.choice(list(Side)) for name in ("notes", "occupation", BIRTHDAY)}

    duplicates.merge(1, 2, choice)
    mains = [one for one in of(book_database, Phone) if one.is_main]
    journal.undo()

    assert len(mains) <= 1
    assert state(book_database) == before


def test_what_only_one_of_them_says_is_taken_and_what_differs_is_chosen(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(
        journal,
        client("王雅琴", occupation="教师", notes="怕疼\n爱喝茶", qq="1", vip=False, income=100),
        client("王雅芹", wechat="yaqin", occupation="校长", notes="爱喝茶\n有两套房", qq="2",
               vip=True, income=200),
    )  # fmt: skip

    asked = {one.name: one.default for one in duplicates.compare(1, 2).differences}
    duplicates.merge(1, 2, {"occupation": Side.BOTH, "income": Side.OTHER, "qq": Side.BOTH})

    (her,) = of(book_database, Client)
    assert asked == {
        "name": Side.KEPT, "occupation": Side.KEPT, "notes": Side.BOTH, "qq": Side.KEPT,
        "vip": Side.OTHER, "income": Side.KEPT,
    }  # fmt: skip
    assert (her.name, her.wechat, her.occupation) == ("王雅琴", "yaqin", "教师、校长")
    assert her.notes == "怕疼\n爱喝茶\n有两套房"
    assert (her.qq, her.vip, her.income, her.uid) == ("1", True, 200, "uid-王雅琴")


def test_what_was_not_chosen_is_noted_where_it_never_leaves_the_book(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(
        journal,
        client("王雅琴", wechat="a", private_notes="怕疼"),
        client("王雅芹", wechat="b", private_notes="怕冷"),
    )
    before = state(book_database)

    change = duplicates.merge(1, 2, {}, "微信 b")
    (her,) = of(book_database, Client)
    journal.undo()

    assert (her.wechat, her.private_notes, her.notes) == ("a", "怕疼\n怕冷\n微信 b", "")
    assert change.action == "client.merge"
    assert state(book_database) == before


def test_two_texts_that_do_not_fit_into_one_are_refused_and_nothing_is_written(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal, client("甲", notes="一" * 15_000), client("乙", notes="二" * 15_000))
    before = state(book_database)

    with pytest.raises(FactRefused):
        duplicates.merge(1, 2, {})

    assert state(book_database) == before


@pytest.mark.parametrize(
    ("ours", "theirs", "count"),
    [
        ((Relation.HUSBAND, "", ""), (Relation.HUSBAND, "李强", ""), 1),
        ((Relation.HUSBAND, "李强", ""), (Relation.HUSBAND, "陈明", ""), 2),
        ((Relation.CHILD, "", "大宝"), (Relation.CHILD, "李明", "大宝"), 1),
        ((Relation.CHILD, "", "大宝"), (Relation.CHILD, "", "小宝"), 2),
        ((Relation.CHILD, "", ""), (Relation.CHILD, "", ""), 2),
        ((Relation.FRIEND, "李强", ""), (Relation.HUSBAND, "李强", ""), 2),
    ],
)
def test_people_of_one_relation_and_name_become_one(
    ours: tuple[Relation, str, str],
    theirs: tuple[Relation, str, str],
    count: int,
    duplicates: Duplicates,
    journal: Journal,
) -> None:
    two(journal)
    for client_id, (relation, name, nickname) in ((1, ours), (2, theirs)):
        fill(journal, person(client_id, relation=relation, name=name, nickname=nickname))

    duplicates.merge(1, 2, {})

    counts = {kind: kept for kind, kept, _ in duplicates.compare(1, 1).counts}
    assert counts[Person] == count


def test_people_who_contradict_each_other_stay_two(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    for client_id in (1, 2):
        child = person(client_id, relation=Relation.CHILD, name="李明", income=client_id)
        fill(journal, child)

    duplicates.merge(1, 2, {})

    assert len(of(book_database, Person)) == 2


def test_a_joined_person_keeps_days_gifts_and_likes_and_one_no_is_enough(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    fill(
        journal,
        person(1, id=1, relation=Relation.HUSBAND, name="李强", knows=Knows.YES, notes="爱钓鱼"),
        person(2, id=2, relation=Relation.HUSBAND, name="李强", knows=Knows.NO, notes="开公司"),
        date(1, 5, 1, id=1, person_id=1),
        date(2, 5, 1, id=2, person_id=2, year=1980),
        date(2, 6, 2, id=3, person_id=2, is_main=False),
        Gift(client_id=2, person_id=2, date_id=2, item="蛋糕"),
        Preference(client_id=2, person_id=2, text="茶"),
    )

    duplicates.merge(1, 2, {})

    (him,) = of(book_database, Person)
    assert (him.knows, him.notes) == (Knows.NO, "爱钓鱼\n开公司")
    days = [
        (each.id, each.person_id, each.year, each.is_main) for each in of(book_database, ClientDate)
    ]
    assert days == [(1, 1, 1980, True), (3, 1, None, False)]
    assert [(gift.person_id, gift.date_id) for gift in of(book_database, Gift)] == [(1, 1)]
    assert [one.person_id for one in of(book_database, Preference)] == [1]


@pytest.mark.parametrize(("choice", "main"), [({}, 1), ({BIRTHDAY: Side.OTHER}, 2)])
def test_one_birthday_is_celebrated(
    choice: dict[str, Side], main: int, duplicates: Duplicates, journal: Journal,
    book_database: Database,
) -> None:  # fmt: skip
    two(journal)
    fill(journal, date(1, 5, 1, year=1990), date(2, 5, 2, year=1990))

    duplicates.merge(1, 2, choice)

    days = of(book_database, ClientDate)
    assert [each.id for each in days if each.is_main] == [main]
    assert len(days) == 2


@pytest.mark.parametrize(("choice", "main"), [({}, 1), ({MAIN_PHONE: Side.OTHER}, 3)])
def test_the_same_number_stands_once_and_one_is_the_main_one(
    choice: dict[str, Side], main: int, duplicates: Duplicates, journal: Journal,
    book_database: Database,
) -> None:  # fmt: skip
    two(journal)
    fill(
        journal,
        phone(1, "13800138000", label="自己"),
        phone(2, "13800138000", label="微信同号", is_main=False),
        phone(2, "13911112222"),
    )

    duplicates.merge(1, 2, choice)

    phones = of(book_database, Phone)
    assert [(each.id, each.label) for each in phones] == [(1, "自己、微信同号"), (3, "")]
    assert [each.id for each in phones if each.is_main] == [main]


def test_what_was_answered_about_a_day_follows_it(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    fill(journal, date(1, 5, 1), date(2, 5, 1), date(2, 8, 8, kind=DateKind.VALUED))
    answered = Kept(state=ReminderState.DONE, changed_at=dt.datetime(2026, 5, 1, tzinfo=dt.UTC))
    rows = [(1, 1, dt.date(2026, 5, 1)), (2, 2, dt.date(2026, 5, 1)), (2, 2, dt.date(2025, 5, 1)),
            (2, 3, dt.date(2026, 8, 8))]  # fmt: skip
    with journal.change("fill") as work:
        for client_id, date_id, on in rows:
            work.session.execute(
                text(
                    "INSERT INTO reminder"
                    " (client_id, source, source_id, occurs_on, stage, state, changed_at)"
                    " VALUES (:client, 'date', :date, :on, :stage, 'done', :at)"
                ),
                {"client": client_id, "date": date_id, "on": on.isoformat(),
                 "stage": Stage.PREPARE.value, "at": answered.changed_at.isoformat()},
            )  # fmt: skip
    before = state(book_database)

    duplicates.merge(1, 2, {})
    followed = [(row[0], *row[2:4]) for row in state(book_database)["reminder"]]
    journal.undo()

    assert followed == [(1, 1, "2026-05-01"), (1, 1, "2025-05-01"), (1, 3, "2026-08-08")]
    assert state(book_database) == before


def test_a_visit_entered_twice_is_one_with_the_bills_of_both(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    two(journal)
    fill(
        journal,
        Visit(id=1, client_id=1, on=DAY, notes="水光"),
        Visit(id=2, client_id=2, on=DAY, notes="水光"),
        Visit(id=3, client_id=2, on=DAY, notes="另谈热玛吉"),
        Bill(id=1, client_id=1, visit_id=1, on=DAY, project="水光", paid=100, sessions=3),
        Bill(id=2, client_id=2, visit_id=2, on=DAY, project="水光", paid=100, sessions=3),
        Bill(id=3, client_id=2, visit_id=2, on=DAY, project="面膜", paid=20),
        Package(id=1, client_id=1, project="水光", bought=3, bill_id=1),
        Package(id=2, client_id=2, project="水光", bought=3, bill_id=2),
        Bill(id=4, client_id=2, on=DAY, project="水光", package_id=2),
        CompletedProject(id=1, client_id=2, project="水光", on=DAY, bill_id=2),
    )

    duplicates.merge(1, 2, {})

    assert [each.id for each in of(book_database, Visit)] == [1, 3]
    bills = [(each.id, each.visit_id, each.package_id) for each in of(book_database, Bill)]
    assert bills == [(1, 1, None), (3, 1, None), (4, None, 1)]
    assert [each.id for each in of(book_database, Package)] == [1]
    assert [each.bill_id for each in of(book_database, CompletedProject)] == [1]


def test_who_was_linked_to_either_is_linked_to_the_one_and_never_in_a_circle(
    duplicates: Duplicates, journal: Journal, book_database: Database
) -> None:
    fill(
        journal,
        client("丁", id=4),
        client("乙", id=2, referred_by_id=4),
        client("丙", id=3, referred_by_id=2),
        client("甲", id=1, referred_by_id=3),
        person(1, relation=Relation.FRIEND, also_client_id=2),
        person(3, relation=Relation.FRIEND, also_client_id=2),
        NotSame(client_id=1, other_id=2),
        NotSame(client_id=2, other_id=3),
        NotSame(client_id=1, other_id=3),
    )

    duplicates.merge(1, 2, {"referred_by_id": Side.KEPT})

    assert [(each.id, each.referred_by_id) for each in of(book_database, Client)] == [
        (1, 4), (3, 1), (4, None),
    ]  # fmt: skip
    assert [(each.client_id, each.also_client_id) for each in of(book_database, Person)] == [
        (1, None), (3, 1),
    ]  # fmt: skip
    assert [(each.client_id, each.other_id) for each in of(book_database, NotSame)] == [(1, 3)]


def test_a_client_is_not_merged_with_herself_or_with_nobody(
    duplicates: Duplicates, journal: Journal
) -> None:
    two(journal)

    for other in (1, 99):
        with pytest.raises(RecordGone):
            duplicates.merge(1, other, {})


def test_lists_and_search_know_the_one_who_remains(
    duplicates: Duplicates, journal: Journal, clients: Clients
) -> None:
    two(journal)
    fill(journal, phone(2, "13911112222"), Tag(client_id=2, name="祛斑"))

    change = duplicates.merge(1, 2, {})

    assert [hit.id for hit in clients.search("13911112222")] == [1]
    assert change.client_ids == {1, 2}
    assert (change.action, change.subject) == ("client.merge", "王雅琴")
