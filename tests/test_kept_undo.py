"""What was done in a book of an older schema can be undone after it was led to the newest one."""

import pathlib
import shutil
from collections.abc import Iterator

import pytest
from sqlalchemy import text

from crm_desktop.database import Database, DatabaseKey
from crm_desktop.migrations import STEPS
from crm_desktop.security import slot_store
from crm_desktop.security.keys import Purpose
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.kept.book import HERE, PASSPHRASE, vault_of

# What the app of that time did, oldest first: one change each.
DEEDS = (
    (
        "INSERT INTO reminder (client_id, date_id, occurs_on, stage, state, changed_at) VALUES"
        " (1, 1, '2026-11-22', 'prepare', 'shown', '2026-11-20T09:00:00.000+08:00')"
    ),
    "UPDATE reminder SET state = 'ordered'",
    (
        "INSERT INTO reminder (client_id, date_id, occurs_on, stage, state, changed_at) VALUES"
        " (1, 2, '2026-11-24', 'prepare', 'shown', '2026-11-20T09:00:00.000+08:00')"
    ),
    "DELETE FROM reminder WHERE date_id = 2",
    "DELETE FROM gift",
    "DELETE FROM phone WHERE client_id = 1",
    "DELETE FROM bill",
)


@pytest.fixture
def older(tmp_path: pathlib.Path) -> Iterator[Database]:
    """Return a book of the first schema with a history, led to the newest one."""
    folder = pathlib.Path(shutil.copytree(HERE / "schema-1", tmp_path / "book"))
    path = folder / "vault-1.db"
    copy = pathlib.Path(shutil.copytree(folder, tmp_path / "copy"))
    opened = vault_of(copy).unlock(PASSPHRASE)
    salt = slot_store.load(opened.folder.slots).salt
    key = DatabaseKey(key=opened.keys.derive(Purpose.DATABASE), salt=salt)
    old = Database.open(path, key, FixedClock(), steps=STEPS[:1], before_migration=_no_backup)
    for deed in DEEDS:
        _do(old, deed)
    old.close()
    again = DatabaseKey(key=opened.keys.derive(Purpose.DATABASE), salt=salt)
    new = Database.open(path, again, FixedClock(), before_migration=_no_backup)
    yield new
    new.close()
    vault_of(copy).lock(opened)


def _no_backup(_database: Database) -> None:
    """Leave the backup out."""


def _do(database: Database, deed: str) -> None:
    change = (
        "INSERT INTO change (action, subject, at, state, tables)"
        " VALUES ('deed', '', '2026-11-20T09:00:00.000+08:00', 'done', 'reminder')"
    )
    with database.write() as session:
        session.execute(text(change))
        session.execute(text("UPDATE journal_pen SET change_id = (SELECT max(id) FROM change)"))
        session.execute(text(deed))
        session.execute(text("UPDATE journal_pen SET change_id = NULL"))


def kept(database: Database) -> list[tuple[object, ...]]:
    query = "SELECT source, source_id, state FROM reminder WHERE source <> 'talk' ORDER BY id"
    with database.read() as session:
        return [tuple(row) for row in session.execute(text(query))]


def test_every_step_of_its_history_is_undone(older: Database) -> None:
    journal = Journal(older, FixedClock())
    with journal.change("reminder.tick", can_undo=False) as work:
        work.session.execute(
            text(
                "INSERT INTO reminder (source, source_id, occurs_on, stage, state, changed_at)"
                " VALUES ('talk', 1, '2026-11-22', 'day', 'shown', '2026-11-22T09:00:00+08:00')"
            )
        )

    seen = [kept(older)]
    for _ in DEEDS:
        journal.undo()
        seen.append(kept(older))

    ordered, shown = ("date", 1, "ordered"), ("date", 1, "shown")
    assert seen[0] == seen[1] == seen[2] == seen[3] == [ordered]
    assert seen[4] == [ordered, ("date", 2, "shown")]
    assert seen[5:] == [[ordered], [shown], []]
    with older.read() as session:
        counts = "SELECT (SELECT count(*) FROM gift), (SELECT count(*) FROM phone), notes FROM gift"
        assert session.execute(text(counts)).one() == (1, 2, "")
        assert session.execute(text("SELECT is_treated FROM bill")).scalars().all() == [1]


def test_what_is_undone_can_be_done_again(older: Database) -> None:
    journal = Journal(older, FixedClock())
    before = kept(older)

    for _ in DEEDS:
        journal.undo()
    for _ in DEEDS:
        journal.redo()

    assert kept(older) == before
