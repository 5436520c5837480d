"""Two clients made one, and the search for who is in a large book twice.

Run: `python -m benchmarks.merging`. A merge is undone after each try, so that all tries
have the same work; the best of them counts.
"""

import contextlib
import datetime as dt
import pathlib
import tempfile
import time
from collections.abc import Iterator

from benchmarks.big_book import shared_book
from crm_desktop.clock import SystemClock
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.records import Bill, Client, Contact, Gift, Phone, Visit
from crm_desktop.services.duplicates import Draft, Duplicates
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, put_new

MANY = 100_000
EACH = 200
TRIES = 7
MERGE_MS = 100.0
ENTRY_MS = 15.0
WHOLE_S = 30.0
DAY = dt.date(2026, 1, 1)

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    merged = _merge_ms()
    many = shared_book(MANY)
    duplicates = Duplicates(many, Journal(many, SystemClock()))
    entry, whole = _entry_ms(duplicates), _whole_s(duplicates)
    return [
        (
            f"merge of two clients with {EACH} rows each",
            f"<= {MERGE_MS:.0f} ms",
            f"{merged:.0f} ms",
            merged <= MERGE_MS,
        ),
        (
            f"is she in the book already, {MANY:,} clients",
            f"<= {ENTRY_MS:.0f} ms",
            f"{entry:.1f} ms",
            entry <= ENTRY_MS,
        ),
        (
            f"who is in the book twice, all of {MANY:,} clients",
            f"<= {WHOLE_S:.0f} s",
            f"{whole:.1f} s",
            whole <= WHOLE_S,
        ),
    ]


def _merge_ms() -> float:
    """Return the time of one merge, half of whose rows are doubles."""
    with _book() as database:
        journal = Journal(database, SystemClock())
        with journal.change("fill") as work:
            for client_id in (1, 2):
                put_new(work.session, Client, [Client(name="王雅琴", uid=str(client_id))])
                for kind, rows in _rows(client_id).items():
                    put_new(work.session, kind, rows)
        duplicates = Duplicates(database, journal)
        taken = []
        for _ in range(TRIES):
            start = time.perf_counter()
            duplicates.merge(1, 2, {})
            taken.append((time.perf_counter() - start) * 1000)
            journal.undo()
    return min(taken)


def _rows(client_id: int) -> dict[type[Record], list[Record]]:
    """Return the rows of one client; every second one says what one of the other says."""
    kinds = (Visit, Bill, Contact, Gift)
    rows: dict[type[Record], list[Record]] = {Phone: [Phone(client_id=client_id, digits="1")]}
    for kind in kinds:
        rows[kind] = [
            kind(client_id=client_id, on=DAY + dt.timedelta(days=_day(place, client_id)))
            for place in range(EACH // len(kinds))
        ]
    return rows


def _day(place: int, client_id: int) -> int:
    return place if place % 2 else place + 500 * client_id


def _entry_ms(duplicates: Duplicates) -> float:
    draft = Draft(name="王芳", phones=("13800138000",))
    taken = []
    for _ in range(TRIES):
        start = time.perf_counter()
        duplicates.like(draft)
        taken.append((time.perf_counter() - start) * 1000)
    return min(taken)


def _whole_s(duplicates: Duplicates) -> float:
    start = time.perf_counter()
    duplicates.all()
    return time.perf_counter() - start


@contextlib.contextmanager
def _book() -> Iterator[Database]:
    with tempfile.TemporaryDirectory() as folder:
        key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
        database = Database.create(pathlib.Path(folder) / "book.db", key, SystemClock())
        try:
            yield database
        finally:
            database.close()


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
