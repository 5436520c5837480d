"""Kill -9 between *shown* and *stored*: nothing is lost, and shown again at most once.

A child opens the book, looks at the clock, shows what it found (tells it through a pipe) and
remembers it. It is killed at a moment by chance in between; the next child looks at the same
day again. Run: `python -m benchmarks.reminder_kills [runs]`.
"""

import contextlib
import datetime as dt
import multiprocessing.connection
import pathlib
import random
import sys
import tempfile
import time
from collections import Counter
from typing import Final

from benchmarks.crash import child_context
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.occasions import Key, Rules
from crm_desktop.domain.records import Client, ClientDate, Tier
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from crm_desktop.services.reminders import Reminders

RUNS: Final = 300
LONGEST: Final = 0.02
_FIRST: Final = dt.datetime(2026, 1, 1, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
_DAY: Final = dt.timedelta(days=1)
_DATES: Final = 366

Sender = multiprocessing.connection.Connection
Looked = tuple[str, tuple[Key, ...]]


def figures(runs: int = RUNS) -> list[tuple[str, str, str, bool]]:
    """Return (what, asked, measured, reached)."""
    shown, ought, stored = kill_while_showing(runs)
    lost = len(ought - shown.keys())
    # Each day is looked at by one child that is killed and by one that is not.
    doubled = sum(times > 2 for times in shown.values())  # noqa: PLR2004 - shown, and once more
    again = sum(times == 2 for times in shown.values())  # noqa: PLR2004 - see above
    measured = (
        f"{runs} kills, {len(ought)} reminders: {lost} lost, {again} shown again once, "
        f"{doubled} more often; {stored} kills came after it was remembered"
    )
    clean = not lost and not doubled and 0 < stored < runs
    return [("kill -9 between shown and stored", "0 lost, again at most once", measured, clean)]


def kill_while_showing(runs: int, seed: int = 20261122) -> tuple[Counter[Key], set[Key], int]:
    """Return how often each was shown, all that ought to be, and how many kills came too late."""
    chance = random.Random(seed)
    shown: Counter[Key] = Counter()
    ought: set[Key] = set()
    stored = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "book.db"
        _fill(path)
        for run in range(runs):
            now = _FIRST + _DAY * run
            killed = _killed(path, now, chance.uniform(0, LONGEST))
            stored += any(what == "stored" for what, _ in killed)
            after = _looked(path, now)
            for what, keys in (*killed, *after):
                if what == "shown":
                    shown.update(keys)
            ought |= _ought(path, now)
    return shown, ought, stored


def _fill(path: pathlib.Path) -> None:
    """Write a book in which something is due on every day."""
    database = Database.create(path, _key(), SystemClock())
    with Journal(database, SystemClock()).change("fill") as work:
        for place in range(_DATES):
            on = dt.date(2024, 1, 1) + _DAY * place
            client = Client(name=f"客户{place}", uid=f"k{place}", tier=Tier.A)
            client_id = put(work.session, client)
            put(work.session, ClientDate(client_id=client_id, month=on.month, day=on.day))
    database.close()


def _killed(path: pathlib.Path, now: dt.datetime, wait: float) -> list[Looked]:
    """Return what a child said before it was killed, `wait` seconds after it had shown."""
    receiver, sender = child_context().Pipe(duplex=False)
    child = child_context().Process(target=_child, args=(str(path), now, sender))
    child.start()
    sender.close()
    said: list[Looked] = [receiver.recv()]
    time.sleep(wait)
    child.kill()
    child.join()
    with contextlib.suppress(EOFError):
        while True:
            said.append(receiver.recv())
    receiver.close()
    return said


def _child(path: str, now: dt.datetime, sender: Sender) -> None:
    database, reminders = _open(pathlib.Path(path))
    tick = reminders.look(now)
    sender.send(("shown", tuple(key for one in tick.raised for key in one.keys)))
    reminders.told(tick, now)
    sender.send(("stored", ()))
    database.close()


def _looked(path: pathlib.Path, now: dt.datetime) -> list[Looked]:
    """Return what is shown at the next start, which nobody kills."""
    database, reminders = _open(path)
    tick = reminders.look(now)
    reminders.told(tick, now)
    database.close()
    return [("shown", tuple(key for one in tick.raised for key in one.keys))]


def _ought(path: pathlib.Path, now: dt.datetime) -> set[Key]:
    """Return every stage that is open at `now`: each of them must have been shown by now."""
    database, reminders = _open(path)
    due = reminders.due(now)
    database.close()
    return {key for one in due for key in one.keys}


def _open(path: pathlib.Path) -> tuple[Database, Reminders]:
    database = Database.open(path, _key(), SystemClock(), before_migration=Database.checkpoint)
    return database, Reminders(database, Journal(database, SystemClock()), Rules)


def _key() -> DatabaseKey:
    return DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))


if __name__ == "__main__":
    for figure in figures(int(sys.argv[1]) if len(sys.argv) > 1 else RUNS):
        print(*figure, sep=" | ")
