"""Our own sheet of 10,000 clients read back untouched, against the raw read by calamine.

Processor time, that of a reader in a process apart included; not for Windows.

Run: python -m benchmarks.roundtrip
"""

import datetime as dt
import functools
import io
import pathlib
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import Final

import python_calamine
from sqlalchemy import text
from sqlalchemy.orm import Session

from benchmarks.big_book import TODAY, big_book
from benchmarks.export import CLIENTS, FILL
from crm_desktop.clock import SystemClock
from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import ListKind, Options, Outcome
from crm_desktop.domain.tombstones import NOBODY, Buried
from crm_desktop.excel.reading import read_workbook
from crm_desktop.excel.returned import read_returned
from crm_desktop.services.exports import Exports
from crm_desktop.services.import_returned import plan_returned
from crm_desktop.services.journal import Journal, unrecorded
from crm_desktop.services.read_list import ReadList

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

RUNS: Final = 5
ASKED: Final = 3.0
ASKED_MATCHED: Final = 4.5

_NOW: Final = dt.datetime.combine(TODAY, dt.time(9), dt.timezone(dt.timedelta(hours=8)))
_SHEET: Final = "client."


def figures() -> list[Figure]:
    """Return the ratios, by the medians of processor time in one run."""
    with big_book(CLIENTS) as database, tempfile.TemporaryDirectory() as folder:
        with database.write() as session, unrecorded(session):
            session.execute(text(FILL))
        data = _workbook(database, pathlib.Path(folder) / "sheet.xlsx")
        matched = [_timed(functools.partial(_plan, database), data) for _ in range(RUNS)]
    raw = [_timed(_raw, data) for _ in range(RUNS)]
    read = [_timed(_read_back, data) for _ in range(RUNS)]
    rows = _untouched(data)
    what = "dry run of our own book, 10k clients untouched"
    return [
        _figure(f"{what} / raw calamine", ASKED, read, raw, rows),
        _figure(f"{what}, matched with 10k / raw calamine", ASKED_MATCHED, matched, raw, rows),
    ]


def _figure(
    what: str, asked: float, ours: Sequence[float], raw: Sequence[float], rows: int
) -> Figure:
    ratio = statistics.median(ours) / statistics.median(raw)
    seconds = f"{statistics.median(ours):.2f} s / {statistics.median(raw):.2f} s"
    return what, f"<= {asked} x", f"{ratio:.2f} x ({seconds}, {rows} rows)", ratio <= asked


def _workbook(database: Database, path: pathlib.Path) -> bytes:
    exports = Exports(database, Journal(database, SystemClock()))
    columns = {choice.key for choice in exports.columns(Recipient.MANAGER)}
    hers = {key for key in columns if key.startswith(_SHEET)}
    exports.workbook(path, recipient=Recipient.MANAGER, columns=hers, now=_NOW)
    return path.read_bytes()


def _timed(work: Callable[[bytes], object], data: bytes) -> float:
    begun = _spent()
    work(data)
    return _spent() - begun


def _spent() -> float:
    """Return the processor time so far, that of readers in a process apart included."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


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


def _plan(database: Database, data: bytes) -> None:
    """Read, and compare with the book."""
    with collector_resting(), database.read() as session:
        workbook = read_workbook(data, "sheet.xlsx")
        read = ReadList(
            file=workbook.name,
            workbook=workbook,
            rows=(),
            skipped=0,
            sheets=(),
            kind=ListKind.ROUNDTRIP,
            returned=read_returned(workbook, today=TODAY),
        )
        options = Options(source=workbook.name, now=_NOW, kind=ListKind.ROUNDTRIP)
        made = plan_returned(session, read, options, _nobody, _unwatched)
    if made.counts[Outcome.SAME] != made.total:
        raise ValueError(made.counts)


def _nobody(_session: Session) -> Buried:
    return NOBODY


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


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
