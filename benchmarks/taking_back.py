"""An import of 10,000 clients taken back after 500 later edits, and how soon that can be stopped.

The workbook of `benchmarks.lists`, 10,000 rows of 30 columns, about 15 records a row.

Run: python -m benchmarks.taking_back
"""

import dataclasses
import pathlib
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Final

from benchmarks.importers import NoKeychain
from benchmarks.lists import workbook
from crm_desktop.clock import SystemClock
from crm_desktop.domain.records import Client
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.services.book import Book, new_book
from crm_desktop.services.records import fetch, put
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

CLIENTS: Final = 10_000
EDITS: Final = 500
RATIO: Final = 1.5
STOPPED: Final = 0.5

_PASSPHRASE: Final = "huhu-tiger-lamp-47-river"  # noqa: S105 - of a book that is thrown away


class _Watch:
    """A progress that knows the times between its calls: only there could she stop it."""

    def __init__(self) -> None:
        self._last = time.perf_counter()
        self.longest = 0.0

    def __call__(self, _done: int, _total: int) -> None:
        """Note the time since the last call."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now


def figures() -> list[Figure]:
    """Return how long it takes beside the import itself, and how soon it stops."""
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        path = folder / "list.xlsx"
        path.write_bytes(workbook(CLIENTS))
        vault = Vault(BookFolder(path=folder / "book"), SystemClock(), NoKeychain())
        book, _ = new_book(vault, _PASSPHRASE, SystemClock(), resources_folder())
        plan = book.imports.plan(book.imports.read(path))
        applied = _seconds(lambda: book.imports.apply(plan))
        _edit(book)
        run = book.import_log.recent()[0].id
        looked = _seconds(lambda: book.taking_back.look(run))
        watching = _Watch()
        back = _seconds(lambda: book.taking_back.take_back(run, watching))
        [past] = book.import_log.recent()
        assert past.kept == EDITS  # noqa: S101 - a figure of something else would be none
        book.opened.database.close()
    return [
        (
            f"import of 10k clients taken back after {EDITS} edits / its own apply",
            f"<= {RATIO} x",
            f"{back / applied:.2f} x ({back:.1f} s / {applied:.1f} s)",
            back / applied <= RATIO,
        ),
        ("a look at what would stay", "told beside it", f"{looked:.1f} s", True),
        (
            "taking back: the longest it goes on once cancelled",
            f"<= {STOPPED} s",
            f"{watching.longest:.2f} s",
            watching.longest <= STOPPED,
        ),
    ]


def _edit(book: Book) -> None:
    """Let her edit every twentieth client."""
    with book.journal.change("client.edit") as work:
        for client in fetch(work.session, Client)[:: CLIENTS // EDITS]:
            put(work.session, dataclasses.replace(client, occupation="换了工作"))


def _seconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
