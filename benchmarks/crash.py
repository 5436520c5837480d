"""Kill -9 at random moments while a process writes: nothing acknowledged may be lost.

A child writes transactions of three rows and acknowledges each through a pipe. It is killed
after a random wait; then the book is opened as after any crash and compared.
Run: `python -m benchmarks.crash [runs]`.
"""

import multiprocessing
import multiprocessing.connection
import multiprocessing.context
import os
import pathlib
import random
import sys
import tempfile
import time
from dataclasses import dataclass

from sqlalchemy import Connection, text

from crm_desktop.clock import SystemClock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.errors import DatabaseDamaged, WrongKey

RUNS = 300
ROWS = 3
LONGEST = 0.12
DELETE_EVERY = 5
CHECKPOINT_EVERY = 11

_INSERT = text("INSERT INTO note (step, words) VALUES (:step, :words)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What all kills together did: transactions acknowledged, lost, partial; books corrupt."""

    runs: int
    acknowledged: int
    lost: int
    partial: int
    corrupt: int

    @property
    def is_clean(self) -> bool:
        """Say whether nothing was lost, and whether anything was tried at all."""
        bad = self.lost + self.partial + self.corrupt
        return bad == 0 and self.acknowledged > self.runs


def figures(runs: int = RUNS) -> list[tuple[str, str, str, bool]]:
    """Return (what, asked, measured, reached)."""
    found = kill_while_writing(runs)
    measured = (
        f"{found.runs} kills, {found.acknowledged} acknowledged: {found.lost} lost, "
        f"{found.partial} partial, {found.corrupt} corrupt"
    )
    return [("kill -9 while writing", "0 lost, 0 partial, 0 corrupt", measured, found.is_clean)]


def kill_while_writing(runs: int, seed: int = 20261122) -> Outcome:
    """Kill a writer `runs` times, each time on the book the last kill left behind."""
    chance = random.Random(seed)
    secret, salt = os.urandom(32), os.urandom(16)
    acknowledged, partial, corrupt = 0, 0, 0
    promised: set[int] = set()
    lost: set[int] = set()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vault-1.db"
        Database.create(path, _key(secret, salt), SystemClock(), steps=(_schema,)).close()
        for run in range(runs):
            done = _killed_writer(path, secret, salt, run, chance.uniform(0, LONGEST))
            acknowledged += len(done)
            promised |= done
            try:
                found = _steps(path, _key(secret, salt))
            except (DatabaseDamaged, WrongKey):
                corrupt += 1
                break
            lost |= promised - found.keys()
            partial += sum(rows != ROWS for rows in found.values())
    return Outcome(
        runs=runs, acknowledged=acknowledged, lost=len(lost), partial=partial, corrupt=corrupt
    )


def _killed_writer(
    path: pathlib.Path, secret: bytes, salt: bytes, run: int, wait: float
) -> set[int]:
    """Return the steps a writer acknowledged before it was killed, `wait` seconds into its work."""
    context = child_context()
    receiver, sender = context.Pipe(duplex=False)
    child = context.Process(target=_write, args=(str(path), secret, salt, run, sender))
    child.start()
    sender.close()
    done = {receiver.recv()}
    time.sleep(wait)
    child.kill()
    child.join()
    try:
        while True:
            done.add(receiver.recv())
    except EOFError:
        receiver.close()
    return done


def child_context() -> (
    multiprocessing.context.SpawnContext | multiprocessing.context.ForkServerContext
):
    """Return a way to start children that carries no open connection into them."""
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn")
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["crm_desktop.database"])
    return context


def _write(
    path: str, secret: bytes, salt: bytes, run: int, sender: "multiprocessing.connection.Connection"
) -> None:
    """Write for ever; every step is told after its transaction, never before."""
    database = _open(pathlib.Path(path), _key(secret, salt))
    for count in range(1_000_000):
        step = run * 1_000_000 + count
        with database.write() as session:
            for row in range(ROWS):
                session.execute(_INSERT, {"step": step, "words": f"{row}" * 700})
            if count % DELETE_EVERY == 0:
                session.execute(text("DELETE FROM scrap"))
            session.execute(text("INSERT INTO scrap (words) VALUES (:words)"), {"words": "x" * 900})
        sender.send(step)
        if count % CHECKPOINT_EVERY == 0:
            database.checkpoint()


def _steps(path: pathlib.Path, key: DatabaseKey) -> dict[int, int]:
    """Return how many rows each step has, from a book whose every page was checked."""
    database = _open(path, key)
    try:
        database.integrity()
        with database.read() as session:
            rows = session.execute(text("SELECT step, count(*) FROM note GROUP BY step"))
            return {step: count for step, count in rows}  # noqa: C416 - dict() does not take rows
    finally:
        database.close()


def _open(path: pathlib.Path, key: DatabaseKey) -> Database:
    return Database.open(
        path, key, SystemClock(), steps=(_schema,), before_migration=_nothing_to_back_up
    )


def _nothing_to_back_up(_database: Database) -> None:
    """Do nothing: this book has the newest schema from the start."""


def _schema(connection: Connection) -> None:
    connection.exec_driver_sql(
        "CREATE TABLE note (id INTEGER PRIMARY KEY, step INTEGER NOT NULL, words TEXT NOT NULL)"
    )
    connection.exec_driver_sql("CREATE INDEX note_step ON note (step)")
    connection.exec_driver_sql("CREATE TABLE scrap (id INTEGER PRIMARY KEY, words TEXT)")


def _key(secret: bytes, salt: bytes) -> DatabaseKey:
    return DatabaseKey(key=bytearray(secret), salt=salt)


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS):
        print(*figure, sep=" | ")
