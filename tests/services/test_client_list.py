"""Every filter of the list against the same filter in Python, over books of random facts."""

import random

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.list_query import ListQuery, Sort
from crm_desktop.domain.records import Client, Tag
from crm_desktop.models import CLIENT_INDEX
from crm_desktop.services import client_list
from crm_desktop.services.clients import Clients
from crm_desktop.services.folders import folder_of
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.smart_lists import SmartLists
from tests.builders import client
from tests.services.list_book import PROJECTS, TAGS, TODAY, fill, fits, random_query

MANY = 120
QUERIES = 300


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    fill(journal, MANY, seed=5)
    return Clients(book_database, journal)


def folders_of(session: Session) -> list[ClientFolder]:
    return [folder_of(session, each) for each in fetch(session, Client)]


def test_every_filter_finds_whom_its_rule_finds(clients: Clients, book_database: Database) -> None:
    with book_database.read() as session:
        everybody = folders_of(session)
    chance = random.Random(11)
    sizes = []

    for _ in range(QUERIES):
        query = random_query(chance)
        wanted = {folder.client.id for folder in everybody if fits(folder, query)}

        with book_database.read() as session:
            found = client_list.ids(session, query, TODAY)
        assert sorted(found) == sorted(wanted), query
        assert clients.count(query, today=TODAY) == len(wanted)
        sizes.append(len(wanted))

    # The queries of the test must not be such that nobody or everybody fits.
    assert len([size for size in sizes if 0 < size < MANY / 2]) > QUERIES / 3


@pytest.mark.parametrize("limit", [1, 7])
def test_pages_of_a_filtered_list_have_no_gap_and_nobody_twice(
    limit: int, clients: Clients, book_database: Database
) -> None:
    chance = random.Random(3)

    for _ in range(12):
        query = random_query(chance)
        with book_database.read() as session:
            wanted = client_list.ids(session, query, TODAY)
        whole = [line.id for line in clients.page(query, None, MANY, today=TODAY).lines]
        found: list[int] = []
        after = None
        while True:
            page = clients.page(query, after, limit, today=TODAY)
            found += [line.id for line in page.lines]
            after = page.after
            if after is None:
                break

        assert found == whole
        assert sorted(found) == sorted(wanted)


def test_typed_text_narrows_a_filtered_list(clients: Clients) -> None:
    query = ListQuery(big_only=True, text="wang")

    lines = clients.page(query, None, MANY, today=TODAY).lines

    assert lines
    assert all(line.is_big and line.name.startswith("王") for line in lines)


def test_lines_of_others_are_left_out_of_a_list(clients: Clients) -> None:
    big = {line.id for line in clients.page(ListQuery(big_only=True), today=TODAY).lines}
    ids = range(1, MANY)

    found = {line.id for line in clients.lines(ids, today=TODAY, query=ListQuery(big_only=True))}

    assert found == big & set(ids)


@pytest.mark.parametrize("descending", [False, True])
def test_letters_lead_to_the_first_name_that_begins_so(
    clients: Clients, book_database: Database, *, descending: bool
) -> None:
    query = ListQuery(descending=descending)
    lines = clients.page(query, None, MANY, today=TODAY).lines
    with book_database.read() as session:
        index = CLIENT_INDEX.c
        rows = session.execute(select(index.id, index.sort_key))
        keys = {row.id: row.sort_key for row in rows}
    ordered = [keys[line.id] for line in lines]

    for letters in ("a", "li", "W", "wang 0", "zz"):
        row = clients.place(query, letters, today=TODAY)

        begins = letters.lower()
        assert not any(key.startswith(begins) for key in ordered[:row])
        for key in ordered[row : row + 1]:
            assert key.startswith(begins) or (key < begins if descending else key > begins)


def test_a_line_shows_what_the_columns_can_show(journal: Journal, book_database: Database) -> None:
    with journal.change("fill") as work:
        id_ = put(
            work.session,
            client(owner="林顾问", source="抖音", occupation="老师", first_contact_on=TODAY),
        )
        for name in ("怕疼", "周末"):
            put(work.session, Tag(client_id=id_, name=name))

    (line,) = Clients(book_database, journal).lines([id_], today=TODAY)

    assert (line.owner, line.source, line.occupation) == ("林顾问", "抖音", "老师")
    assert (line.first_contact_on, line.tags, line.sessions_left) == (TODAY, ("怕疼", "周末"), 0)


@pytest.mark.usefixtures("clients")
def test_values_are_those_the_book_has(book_database: Database, journal: Journal) -> None:
    values = SmartLists(book_database, journal).values()

    assert values.tags == tuple(sorted(TAGS))
    assert values.done == values.wanted == tuple(sorted(PROJECTS))
    assert values.owners == ("周顾问", "林顾问") == tuple(sorted(values.owners))


def test_the_order_is_kept_under_every_filter(clients: Clients) -> None:
    query = ListQuery(sort=Sort.PAID_TOTAL, descending=True, tags=frozenset(TAGS))

    paid = [line.paid_total for line in clients.page(query, None, MANY, today=TODAY).lines]

    assert paid == sorted(paid, reverse=True)
    assert len(paid) > 10
