"""What encryption costs: opening, unlocking, and each kind of work against no encryption.

The floor is the same driver, with the same settings and without a key, in the same run.
Run: `python -m benchmarks.vault`.
"""

import os
import pathlib
import random
import statistics
import tempfile
import time
from collections.abc import Callable

from sqlcipher3 import dbapi2

from crm_desktop.clock import SystemClock
from crm_desktop.database import Database, DatabaseKey, driver
from crm_desktop.security import passphrase as passphrases

Figure = tuple[str, str, str, bool]

OPENINGS = 20
ROWS = 50_000
BATCH = 500
LOOK_UPS = 20_000
ROUNDS = 5

OPENING_MS = 50.0
UNLOCK_SECONDS = (0.3, 1.5)
RATIOS = {"inserts": 1.5, "scans": 2.5, "look-ups": 2.0}

Work = Callable[[dbapi2.Connection], None]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    return [_opening(), _unlocking(), *_ratios()]


def _opening() -> Figure:
    """Measure a book with the whole schema from its key to its first answer."""
    key = _key()
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "vault-1.db"
        Database.create(path, key, SystemClock()).close()
        taken = [_opened(path, key) for _ in range(OPENINGS)]
    middle = statistics.median(taken) * 1000
    return (
        "opening after the key is known",
        f"<= {OPENING_MS:.0f} ms",
        f"{middle:.1f} ms",
        middle <= OPENING_MS,
    )


def _opened(path: pathlib.Path, key: DatabaseKey) -> float:
    start = time.perf_counter()
    database = Database.open(path, key, SystemClock(), before_migration=_nothing_to_back_up)
    with database.read() as session:
        session.connection().exec_driver_sql("SELECT count(*) FROM client").scalar_one()
    taken = time.perf_counter() - start
    database.close()
    return taken


def _unlocking() -> Figure:
    """Measure one derivation at the cost chosen for this machine."""
    low, high = UNLOCK_SECONDS
    cost = passphrases.calibrated(time.perf_counter)
    start = time.perf_counter()
    passphrases.derive("a passphrase of this benchmark", os.urandom(16), cost)
    taken = time.perf_counter() - start
    text = f"{taken:.2f} s ({cost.memory // 1024} MiB, t={cost.iterations}, p={cost.lanes})"
    return ("unlock with the passphrase", f"{low}-{high} s", text, low <= taken <= high)


def _ratios() -> list[Figure]:
    """Measure the same work on both files, turn by turn, and compare the best of each."""
    works: dict[str, Work] = {"inserts": _insert, "scans": _scan, "look-ups": _look_up}
    found: list[Figure] = []
    with tempfile.TemporaryDirectory() as folder:
        encrypted = driver.connect(pathlib.Path(folder) / "encrypted.db", _key())
        plain = driver.plain(pathlib.Path(folder) / "plain.db")
        for conn in (encrypted, plain):
            conn.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, name TEXT, words TEXT)")
            conn.execute("CREATE INDEX note_name ON note (name)")
        for name, work in works.items():
            pairs = [(_timed(work, encrypted), _timed(work, plain)) for _ in range(ROUNDS)]
            ratio = min(one for one, _ in pairs) / min(other for _, other in pairs)
            asked = RATIOS[name]
            found.append(
                (f"encrypted / plain: {name}", f"<= {asked}", f"{ratio:.2f}", ratio <= asked)
            )
        encrypted.close()
        plain.close()
    return found


def _timed(work: Work, conn: dbapi2.Connection) -> float:
    start = time.perf_counter()
    work(conn)
    return time.perf_counter() - start


def _insert(conn: dbapi2.Connection) -> None:
    """Write rows as an import does: in transactions of some hundred."""
    chance = random.Random(1)
    for _ in range(ROWS // ROUNDS // BATCH):
        conn.execute("BEGIN IMMEDIATE")
        conn.executemany(
            "INSERT INTO note (name, words) VALUES (?, ?)",
            [(f"{chance.random():.12f}", "x" * 200) for _ in range(BATCH)],
        )
        conn.execute("COMMIT")


def _scan(conn: dbapi2.Connection) -> None:
    """Read every row into the app, every page from the file: nothing is kept from before."""
    conn.execute("PRAGMA shrink_memory")
    conn.execute("SELECT id, name, words FROM note").fetchall()


def _look_up(conn: dbapi2.Connection) -> None:
    """Fetch single rows by their id, all over the table."""
    chance = random.Random(2)
    for _ in range(LOOK_UPS):
        conn.execute("SELECT name FROM note WHERE id = ?", (chance.randint(1, ROWS),)).fetchone()


def _nothing_to_back_up(_database: Database) -> None:
    """Do nothing: this book has the newest schema from the start."""


def _key() -> DatabaseKey:
    return DatabaseKey(key=bytearray(os.urandom(32)), salt=os.urandom(16))


if __name__ == "__main__":
    for figure in figures():
        print(*figure, sep=" | ")
