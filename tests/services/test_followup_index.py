"""The table of open next days never lacks one, whoever writes, and keeps none that is closed."""

import datetime as dt
import random
from dataclasses import replace
from typing import Final

import pytest
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.records import Contact, Visit
from crm_desktop.migrations import STEPS
from crm_desktop.models.derived import follow_up_triggers
from crm_desktop.services.due_followups import NOT_TALKED_SINCE, followups_between
from crm_desktop.services.followup_index import index_follow_ups
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.records import put, remove
from tests import builders

FIRST: Final = dt.date(2026, 3, 1)
LAST: Final = dt.date(2026, 3, 12)
ANY: Final = (dt.date.min, dt.date.max)

_OPEN: Final = " UNION ALL ".join(
    f"SELECT '{source}', f.next_on, f.id, f.client_id FROM {source.replace('talk', 'contact')} f"  # noqa: S608 - our own text
    f" WHERE f.next_on IS NOT NULL {closed}"
    for source, closed in NOT_TALKED_SINCE.items()
)


@pytest.fixture
def clients(journal: Journal) -> list[int]:
    with journal.change("fill") as work:
        return [
            put(work.session, builders.client(name))
            for name in ("顾清禾", "沈知夏", "陆微澜", "温如意")
        ]


def found(session: Session) -> set[tuple[str, str, int, int]]:
    return {
        (one.source.value, one.on.isoformat(), one.source_id, one.client_id)
        for one in followups_between(session, *ANY)
    }


def wanted(session: Session) -> set[tuple[str, str, int, int]]:
    rows = session.connection().exec_driver_sql(_OPEN).all()
    return {(source, on, id_, client_id) for source, on, id_, client_id in rows}


def held(session: Session) -> set[tuple[str, str, int, int]]:
    rows = session.connection().exec_driver_sql(
        'SELECT source, "on", source_id, client_id FROM open_follow_up'
    )
    return {(source, on, id_, client_id) for source, on, id_, client_id in rows}


def a_day(chance: random.Random) -> dt.date:
    return FIRST + dt.timedelta(days=chance.randrange((LAST - FIRST).days))


def a_talk(chance: random.Random, clients: list[int]) -> Contact | Visit:
    on, next_on = a_day(chance), chance.choice([None, a_day(chance)])
    client_id = chance.choice(clients)
    if chance.random() < 0.3:
        return Visit(client_id=client_id, on=on, next_on=next_on)
    about = chance.choice(["", "", "greeting.birthday"])
    return Contact(client_id=client_id, on=on, next_on=next_on, about=about)


@pytest.mark.parametrize("seed", range(4))
def test_no_write_of_any_kind_loses_a_next_day_that_is_open(
    book_database: Database, clients: list[int], seed: int
) -> None:
    chance = random.Random(seed)
    stored: list[Contact | Visit] = []

    for _ in range(60):
        with book_database.write() as session, unrecorded(session):
            if chance.random() < 0.7:
                index_follow_ups(session, clients)
            deed = chance.random()
            talk = a_talk(chance, clients)
            before = stored.pop(chance.randrange(len(stored))) if stored and deed < 0.7 else None
            if before is not None and deed < 0.4:
                remove(session, type(before), before.id)
            elif before is not None and type(talk) is type(before):
                talk = replace(talk, id=before.id)
            elif before is not None:
                talk = replace(before, client_id=talk.client_id, on=talk.on, next_on=talk.next_on)
            stored.append(replace(talk, id=put(session, talk)))
            assert found(session) == wanted(session) <= held(session)

    with book_database.write() as session:
        index_follow_ups(session, clients)
        assert held(session) == wanted(session) != set()


def test_a_change_leaves_none_that_is_closed_and_undo_brings_it_back(
    book_database: Database, journal: Journal, clients: list[int]
) -> None:
    with journal.change("fill") as work:
        put(work.session, Contact(client_id=clients[0], on=FIRST, next_on=FIRST))
    with book_database.read() as session:
        before = held(session)

    with journal.change("contact.add") as work:
        put(work.session, Contact(client_id=clients[0], on=LAST))
    with book_database.read() as session:
        closed = held(session)
    journal.undo()

    with book_database.read() as session:
        assert (len(before), closed, held(session)) == (1, set(), before)


def test_what_is_lost_is_made_anew_from_the_rows(
    book_database: Database, journal: Journal, clients: list[int]
) -> None:
    with journal.change("fill") as work:
        put(work.session, Contact(client_id=clients[0], on=FIRST, next_on=LAST))
        put(work.session, Visit(client_id=clients[1], on=FIRST, next_on=LAST))

    with book_database.write() as session:
        session.connection().exec_driver_sql("DELETE FROM open_follow_up")
        index_follow_ups(session, clients)

        assert held(session) == wanted(session)
        assert len(held(session)) == 2


def test_an_older_book_is_given_those_that_are_open_when_it_is_led_on(
    book_database: Database, journal: Journal, clients: list[int]
) -> None:
    chance = random.Random(5)
    with journal.change("fill") as work:
        for _ in range(40):
            put(work.session, a_talk(chance, clients))
    [step] = [step for step in STEPS if step.__name__ == "_open_follow_ups"]
    with book_database.write() as session:
        connection = session.connection()
        for trigger in follow_up_triggers():
            connection.exec_driver_sql(f"DROP TRIGGER {trigger.split()[2]}")
        connection.exec_driver_sql("DROP TABLE open_follow_up")
        connection.exec_driver_sql("DROP INDEX ix_client_date_lead_days")

        step(connection)

        assert held(session) == wanted(session) != set()
