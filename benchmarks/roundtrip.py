"""Our own workbook of 10,000 clients read back untouched, against the raw read by calamine.

Run: python -m benchmarks.roundtrip
"""

import datetime as dt
import io
import pathlib
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from typing import Final

import python_calamine
from sqlalchemy import text

from benchmarks.big_book import TODAY, big_book
from benchmarks.export import CLIENTS, FILL
from crm_desktop.clock import SystemClock
from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.returned import read_returned
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal, unrecorded

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

RUNS: Final = 5
ASKED: Final = 3.0

_NOW: Final = dt.datetime.combine(TODAY, dt.time(9), dt.timezone(dt.timedelta(hours=8)))
_SHEET: Final = "客户"


def figures() -> list[Figure]:
    """Return the ratios, by the medians of processor time in one run."""
    with big_book(CLIENTS) as database, tempfile.TemporaryDirectory() as folder:
        with database.write() as session, unrecorded(session):
            session.execute(text(FILL))
        data = _workbook(database, pathlib.Path(folder) / "sheet.xlsx")
    raw = [_timed(_raw, data) for _ in range(RUNS)]
    ours = [_timed(_read_back, data) for _ in range(RUNS)]
    ratio = statistics.median(ours) / statistics.median(raw)
    measured = (
        f"{ratio:.2f} x ({statistics.median(ours):.2f} s / {statistics.median(raw):.2f} s, "
        f"{_untouched(data)} rows)"
    )
    what = "dry run of our own book, 10k clients untouched / raw calamine"
    return [(what, f"<= {ASKED} x", measured, ratio <= ASKED)]


def _workbook(database: Database, path: pathlib.Path) -> bytes:
    exports = Exports(database, Journal(database, SystemClock()))
    exports.workbook(path, recipient=Recipient.MANAGER, now=_NOW)
    return path.read_bytes()


def _timed(work: Callable[[bytes], object], data: bytes) -> float:
    begun = time.process_time()
    work(data)
    return time.process_time() - begun


def _raw(data: bytes) -> None:
    """Read every cell of every sheet, and nothing else."""
    with collector_resting():
        book = python_calamine.CalamineWorkbook.from_object(io.BytesIO(data))
        for name in book.sheet_names:
            for _ in book.get_sheet_by_name(name).iter_rows():
                pass


def _read_back(data: bytes) -> None:
    """Read as an import does, guarded, and tell every row."""
    with collector_resting():
        read_returned(read_workbook(data, "sheet.xlsx"), today=TODAY)


def _untouched(data: bytes) -> int:
    """Return how many rows there are; a touched one among them would make the figure untrue."""
    book = read_returned(read_workbook(data, "sheet.xlsx"), today=TODAY)
    rows = [row for sheet in book.sheets for row in sheet.rows]
    touched = [row for row in rows if not row.is_untouched]
    if touched:
        raise ValueError(touched[0])
    return len(rows)


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
