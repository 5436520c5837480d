"""What was sent after an import stays what the other side has, whatever is taken back then."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import text

from crm_desktop.domain.records import Client
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import get
from crm_desktop.services.taking_back import TakingBack
from tests.services.importing.returning import CLIENTS, HER, Desk, Manager, edited, told

Back = Callable[[Desk], object]


def _undone(desk: Desk) -> None:
    desk.journal.undo()


def _undone_twice(desk: Desk) -> None:
    for _ in range(2):
        desk.journal.undo()
        desk.journal.redo()
    desk.journal.undo()


def _taken_back(desk: Desk) -> None:
    TakingBack(desk.database, desk.journal).take_back(1)


@pytest.mark.parametrize("back", [_undone, _undone_twice, _taken_back])
@pytest.mark.parametrize("before", ["先前", "她改了"])
def test_what_left_since_an_import_is_the_base_of_what_comes_back(
    desk: Desk, back: Back, before: str
) -> None:
    path = edited(desk, 职业="律师")
    desk.back(path)
    if before == "她改了":
        desk.put(replace(_client(desk), address="和平路3号"))
    newer = desk.out()
    if before == "她改了":
        desk.journal.undo()
    back(desk)
    with Manager(newer) as manager:
        manager.write(CLIENTS, HER, 职业="医生")

    made = desk.plan(newer)

    assert told(made)["client.occupation"] == "kept"
    assert made.changed == ()


def test_an_undone_import_can_be_done_again_after_its_sheet_went_out(desk: Desk) -> None:
    path = edited(desk, 职业="律师")
    with desk.database.write() as session, unrecorded(session):
        session.execute(text("DELETE FROM sync_base"))  # as in a backup older than the sheet
    desk.back(path)
    desk.journal.undo()
    desk.out()

    desk.journal.redo()
    desk.journal.undo()
    desk.journal.redo()

    assert _client(desk).occupation == "律师"
    assert told(desk.plan(path)) == {}


def _client(desk: Desk) -> Client:
    with desk.database.read() as session:
        return get(session, Client, 1)
