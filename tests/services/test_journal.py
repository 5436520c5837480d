"""Every write of the book is one Change, and every Change comes back and forth exactly."""

import dataclasses
import itertools
import pathlib
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Select, Table, exc, func, select, text
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain import records
from crm_desktop.domain.errors import NothingToRedo, NothingToUndo, RecordGone
from crm_desktop.domain.records import Client, ClientDate, Gift, Person, Visit
from crm_desktop.models import JOURNALLED
from crm_desktop.services.journal import KEPT, Journal, unrecorded
from crm_desktop.services.records import KINDS, Record, get, put, remove
from tests.builders import client, date, filled, person
from tests.fakes import FixedClock

State = dict[str, list[tuple[Any, ...]]]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_insert_update_and_delete_of_every_record_come_back_and_forth(
    kind: type[Record], book_database: Database, journal: Journal
) -> None:
    owners = _owners(journal, kind)
    states = [_state(book_database)]
    with journal.change("try.add") as work:
        record_id = put(work.session, filled(kind, 1, **owners))
    states.append(_state(book_database))
    with journal.change("try.edit") as work:
        put(work.session, filled(kind, 2, id=record_id, **owners))
    states.append(_state(book_database))
    with journal.change("try.remove") as work:
        remove(work.session, kind, record_id)
    states.append(_state(book_database))

    assert all(one != other for one, other in itertools.pairwise(states))
    for expected in reversed(states[:-1]):
        journal.undo()
        assert _state(book_database) == expected
    for expected in states[1:]:
        journal.redo()
        assert _state(book_database) == expected


def test_removing_a_client_and_undoing_restores_all_she_had(
    book_database: Database, journal: Journal
) -> None:
    with journal.change("client.add") as work:
        whole = _whole_client(work.session)
        friend = put(work.session, client("李兰", referred_by_id=whole))
    before = _state(book_database)
    with journal.change("client.remove") as work:
        remove(work.session, Client, whole)
    gone = _state(book_database)

    change = journal.undo()

    assert _state(book_database) == before
    assert gone["client"] != before["client"]
    assert gone["gift"] == gone["client_date"] == gone["bill"] == []
    assert change.client_ids == {whole, friend}
    journal.redo()
    assert _state(book_database) == gone


def test_undo_and_redo_reach_over_a_restart(
    tmp_path: pathlib.Path, book_key: DatabaseKey, clock: FixedClock
) -> None:
    database = Database.create(tmp_path / "again.db", book_key, clock)
    with Journal(database, clock).change("client.add", "王姐") as work:
        put(work.session, client())
    database.close()

    database = _reopened(tmp_path / "again.db", book_key, clock)
    undone = Journal(database, clock).undo()
    assert _state(database)["client"] == []
    database.close()

    database = _reopened(tmp_path / "again.db", book_key, clock)
    redone = Journal(database, clock).redo()
    assert len(_state(database)["client"]) == 1
    database.close()

    assert undone == redone == work.change


def test_only_the_last_200_changes_can_be_undone(journal: Journal) -> None:
    for number in range(KEPT + 3):
        with journal.change("client.add") as work:
            put(work.session, client(f"第{number}位"))

    for _ in range(KEPT):
        journal.undo()

    with pytest.raises(NothingToUndo):
        journal.undo()


def test_a_new_change_forgets_what_was_undone(journal: Journal) -> None:
    _add(journal, "王雅琴")
    journal.undo()

    _add(journal, "李兰")

    with pytest.raises(NothingToRedo):
        journal.redo()


def test_an_edit_after_a_forgotten_change_leaves_the_older_ones_to_undo(
    book_database: Database, journal: Journal
) -> None:
    for name in ("王雅琴", "李兰", "陈梅"):
        _add(journal, name)
    journal.undo()
    _add(journal, "何静")

    for _ in range(3):
        journal.undo()

    assert _state(book_database)["client"] == []


@pytest.mark.parametrize("table", JOURNALLED, ids=str)
def test_a_write_outside_a_change_is_refused(
    table: Table, book_database: Database, journal: Journal
) -> None:
    _add(journal, "王雅琴")
    names = [column.name for column in table.columns if not column.nullable]
    values = ", ".join("7" for _ in names)
    quoted = ", ".join(f'"{name}"' for name in names)

    insert = text(f"INSERT INTO {table.name} ({quoted}) VALUES ({values})")  # noqa: S608 - our own schema

    with book_database.write() as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        with pytest.raises(exc.IntegrityError, match="outside a change"):
            session.execute(insert)


def test_a_change_that_writes_nothing_new_leaves_nothing(
    book_database: Database, journal: Journal
) -> None:
    known = _add(journal, "王雅琴")
    before = _state(book_database)

    with journal.change("client.edit") as work:
        put(work.session, get(work.session, Client, known))

    assert work.change.id == 0
    assert _state(book_database) == before
    assert len(journal.latest()) == 1


def test_a_failed_change_leaves_nothing(book_database: Database, journal: Journal) -> None:
    before = _state(book_database)

    with pytest.raises(RecordGone):
        _add_and_fail(journal)

    assert _state(book_database) == before
    assert journal.latest() == []
    _add(journal, "王雅琴")


def test_a_note_stays_and_is_not_offered_to_undo(book_database: Database, journal: Journal) -> None:
    known = _add(journal, "王雅琴")
    with journal.change("client.rename") as work:
        put(work.session, client("王雅", uid="uid-王雅琴", id=known))
    with journal.change("client.seen", can_undo=False) as work:
        seen = dataclasses.replace(get(work.session, Client, known), notes="来过")
        put(work.session, seen)

    change = journal.undo()

    assert change.action == "client.rename"
    with book_database.read() as session:
        found = get(session, Client, known)
    assert (found.name, found.notes) == ("王雅琴", "来过")


def test_a_change_says_which_tables_and_clients_it_touched(journal: Journal) -> None:
    first, second = _add(journal, "王雅琴"), _add(journal, "李兰")
    with journal.change("visit.add", "王姐") as work:
        visit = put(work.session, filled(Visit, client_id=first))

    assert (work.change.action, work.change.subject) == ("visit.add", "王姐")
    assert work.change.tables == {"visit"}
    assert work.change.client_ids == {first}
    with journal.change("visit.move") as work:
        put(work.session, filled(Visit, id=visit, client_id=second))
    assert work.change.client_ids == {first, second}
    assert [state for _, _, state in journal.latest()] == ["done"] * 4


def test_what_a_large_change_touched_is_found_by_the_piece(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.services.journal._AT_ONCE", 2)
    known = [_add(journal, name) for name in ("王雅琴", "李兰", "赵敏")]
    heard: list[float] = []

    with journal.change(
        "visit.add", progress=lambda done, total: heard.append(done / total)
    ) as work:
        for client_id in known:
            put(work.session, filled(Visit, client_id=client_id))

    assert work.change.client_ids == set(known)
    assert len({share for share in heard if share < 0.1}) == 2
    assert heard == sorted(heard)
    assert heard[-1] == 1


def test_a_key_to_nothing_is_refused(book_database: Database, journal: Journal) -> None:
    with pytest.raises(exc.IntegrityError, match="FOREIGN KEY"):
        _add_visit_of_nobody(journal)

    assert _state(book_database)["visit"] == []


def test_unrecorded_writes_leave_no_trace(book_database: Database, journal: Journal) -> None:
    with book_database.write() as session, unrecorded(session):
        put(session, client())

    with book_database.read() as session:
        assert session.scalar(select(func.count(models.ChangeEntryRow.id))) == 0
    assert journal.latest() == []
    assert len(_state(book_database)["client"]) == 1


_STEP = st.tuples(st.sampled_from(["add", "edit", "remove", "undo", "redo"]), st.integers(0, 9))


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=st.lists(_STEP, max_size=25))
def test_any_walk_of_changes_undone_wholly_leads_back_to_the_start(
    steps: list[tuple[str, int]], book_database: Database, journal: Journal
) -> None:
    while _tried(journal.undo, NothingToUndo):
        pass
    start = _rows(book_database)

    for verb, number in steps:
        _walk(journal, verb, number)
    end = _rows(book_database)

    undone = 0
    while _tried(journal.undo, NothingToUndo):
        undone += 1
    assert _rows(book_database) == start
    for _ in range(undone):
        journal.redo()
    assert _rows(book_database) == end


def _walk(journal: Journal, verb: str, number: int) -> None:
    if verb == "undo":
        _tried(journal.undo, NothingToUndo)
    elif verb == "redo":
        _tried(journal.redo, NothingToRedo)
    else:
        with journal.change(f"client.{verb}") as work:
            _write(work.session, verb, number)


def _write(session: Session, verb: str, number: int) -> None:
    known = list(session.scalars(select(models.ClientRow.id)))
    if verb == "add":
        new = put(session, filled(Client, number, uid=f"uid-{len(known)}-{max(known, default=0)}"))
        put(session, filled(Person, number, client_id=new))
    elif known:
        chosen = known[number % len(known)]
        found = get(session, Client, chosen)
        if verb == "remove":
            remove(session, Client, chosen)
        else:
            put(session, dataclasses.replace(found, notes=f"{found.notes}{number}"))


def _tried(turn: Callable[[], object], end: type[Exception]) -> bool:
    try:
        turn()
    except end:
        return False
    return True


def _add(journal: Journal, name: str) -> int:
    with journal.change("client.add", name) as work:
        return put(work.session, client(name))


def _add_and_fail(journal: Journal) -> None:
    with journal.change("client.add") as work:
        put(work.session, client())
        put(work.session, client("李兰", id=99))


def _add_visit_of_nobody(journal: Journal) -> None:
    with journal.change("visit.add") as work:
        put(work.session, filled(Visit, client_id=7))


def _owners(journal: Journal, kind: type[Record]) -> dict[str, int]:
    """Return the keys a record of `kind` must have, to rows made for it."""
    names = {field.name for field in dataclasses.fields(kind)}
    with journal.change("owners.add") as work:
        owner = put(work.session, client("她"))
        activity = put(work.session, filled(records.Activity))
    return {
        name: key
        for name, key in (("client_id", owner), ("other_id", owner), ("activity_id", activity))
        if name in names
    }


def _whole_client(session: Session) -> int:
    """Write a client with a row in every table that hangs on her."""
    owner = put(session, client())
    activity = put(session, filled(records.Activity))
    child = put(session, person(owner, nickname="大宝"))
    day = put(session, date(owner, 11, 24, person_id=child))
    put(session, filled(Gift, client_id=owner, person_id=child, date_id=day))
    visit = put(session, filled(Visit, client_id=owner))
    put(session, filled(records.Bill, client_id=owner, visit_id=visit))
    put(session, filled(records.ActivityGuest, client_id=owner, activity_id=activity))
    lot = put(session, filled(records.PointsEntry, client_id=owner))
    put(session, filled(records.PointsEntry, client_id=owner, lot_id=lot))
    rest = set(KINDS) - {Client, Person, ClientDate, Gift, Visit, records.Activity}
    rest -= {records.Bill, records.ActivityGuest, records.PointsEntry}
    for kind in sorted(rest, key=str):
        put(session, filled(kind, client_id=owner, other_id=owner))
    return owner


def _reopened(path: pathlib.Path, key: DatabaseKey, clock: FixedClock) -> Database:
    return Database.open(path, key, clock, before_migration=Database.checkpoint)


def _rows(database: Database) -> State:
    """Return the rows of every journalled table, and what is derived of them."""
    names = [*(table.name for table in JOURNALLED), *(table.name for table in models.DERIVED)]
    return {name: rows for name, rows in _state(database).items() if name in names}


def _state(database: Database) -> State:
    """Return every row of every table but the journal's own heads."""
    with database.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(_all_of(table))]
            for table in models.Base.metadata.sorted_tables
            if table.name not in ("change", "change_entry")
        }


def _all_of(table: Table) -> Select[*tuple[Any, ...]]:
    return select(table).order_by(*table.primary_key.columns)
