"""One deed for many: whom it reaches, one change, one undo, and stopping it."""

from collections.abc import Callable

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import Cancelled
from crm_desktop.domain.list_query import Chosen, ListQuery
from crm_desktop.domain.records import Change, Client, Tag, Tier
from crm_desktop.services.bulk import Bulk
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from tests.builders import client
from tests.services.list_book import TODAY

TWO = Chosen(ids=frozenset({1, 2}))
Deed = Callable[[Bulk, Chosen], Change]


@pytest.fixture
def bulk(book_database: Database, journal: Journal) -> Bulk:
    with journal.change("fill") as work:
        put(work.session, client("王雅琴", tier=Tier.A, owner="林顾问"))
        put(work.session, client("李兰"))
        put(work.session, client("单美", tier=Tier.B, marked_big=True, archived_on=TODAY))
        put(work.session, Tag(client_id=1, name="护肤", is_need=True))
    return Bulk(book_database, journal)


def everything(database: Database) -> list[object]:
    with database.read() as session:
        return [*fetch(session, Client), *fetch(session, Tag)]


@pytest.mark.parametrize(
    ("chosen", "ids"),
    [
        (TWO, [1, 2]),
        (Chosen(query=ListQuery()), [1, 2]),
        (Chosen(query=ListQuery(archived=True)), [3]),
        (Chosen(query=ListQuery(), ids=frozenset({2})), [1]),
        (Chosen(query=ListQuery(big_only=True)), [1]),
        (Chosen(), []),
    ],
)
def test_chosen_are_ids_or_all_of_a_list_but_some(
    chosen: Chosen, ids: list[int], bulk: Bulk
) -> None:
    assert bulk.ids(chosen, today=TODAY) == ids


def test_a_tag_is_given_to_those_without_it_and_found(
    bulk: Bulk, book_database: Database, journal: Journal
) -> None:
    change = bulk.add_tag(TWO, "护肤", today=TODAY)

    with book_database.read() as session:
        tags = [(tag.client_id, tag.name, tag.is_need) for tag in fetch(session, Tag)]
    query = ListQuery(tags=frozenset({"护肤"}))
    found = Clients(book_database, journal).page(query, today=TODAY).lines
    assert tags == [(1, "护肤", True), (2, "护肤", False)]
    assert {line.id for line in found} == {1, 2}
    assert (change.action, change.subject) == ("clients.tag", "护肤 · 2")
    assert change.client_ids == frozenset({2})


DEEDS: dict[str, tuple[Deed, Callable[[Client], object], list[object]]] = {
    "owner": (
        lambda bulk, chosen: bulk.give_owner(chosen, "周顾问", today=TODAY),
        lambda her: her.owner,
        ["周顾问", "周顾问", ""],
    ),
    "big": (
        lambda bulk, chosen: bulk.mark_big(chosen, marked=True, today=TODAY),
        lambda her: her.marked_big,
        [True, True, True],
    ),
    "archive": (
        lambda bulk, chosen: bulk.archive(chosen, TODAY, today=TODAY),
        lambda her: her.archived_on,
        [TODAY, TODAY, TODAY],
    ),
    "unarchive": (
        lambda bulk, _: bulk.archive(Chosen(ids=frozenset({1, 3})), None, today=TODAY),
        lambda her: her.archived_on,
        [None, None, None],
    ),
}


@pytest.mark.parametrize("name", DEEDS)
def test_a_deed_reaches_those_chosen_and_one_undo_takes_it_back(
    name: str, bulk: Bulk, book_database: Database, journal: Journal
) -> None:
    deed, fact, wanted = DEEDS[name]
    before = everything(book_database)

    change = deed(bulk, TWO)
    with book_database.read() as session:
        facts = [fact(her) for her in fetch(session, Client)]
    again = deed(bulk, TWO)
    undone = journal.undo()

    assert facts == wanted
    assert change.id
    assert again.id == 0
    assert undone.id == change.id
    assert everything(book_database) == before


def test_a_tag_is_taken_off_and_comes_back(
    bulk: Bulk, book_database: Database, journal: Journal
) -> None:
    before = everything(book_database)

    bulk.remove_tag(TWO, "护肤", today=TODAY)
    with book_database.read() as session:
        tags = fetch(session, Tag)
    journal.undo()

    assert tags == []
    assert everything(book_database) == before


def test_a_deed_that_is_stopped_has_written_nothing(bulk: Bulk, book_database: Database) -> None:
    before = everything(book_database)

    def stop(done: int, total: int) -> None:
        if total and done == total:
            raise Cancelled

    with pytest.raises(Cancelled):
        bulk.add_tag(TWO, "周末", today=TODAY, progress=stop)

    assert everything(book_database) == before
