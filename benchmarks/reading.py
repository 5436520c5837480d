"""What reading a workbook takes as the app reads it: guarded, cancellable, within bounds.

Run: `python -m benchmarks.reading`. Times are wall clock, the best of several.
"""

import contextlib
import io
import itertools
import multiprocessing
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor

import psutil
import python_calamine as calamine
import xlsxwriter

from crm_desktop.domain.errors import Cancelled
from crm_desktop.excel.reading import read_workbook
from tests.excel.fuzzing import read_bent, told

ROWS, MANY_ROWS, COLUMNS = 10_000, 100_000, 30
TIMES = 5
MOST_RATIO = 2.0
LEAST_FASTER = 5.0
MOST_MEMORY_MB = 1024
MOST_CANCEL_SECONDS = 0.5
MOST_STALL_MS = 50.0
CANCELLED_AT = (0.05, 0.4, 1.0, 2.0, 3.0, 4.0)
BENT = 20_000
BENT_SEED = 20_000

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    spawn = multiprocessing.get_context("spawn")
    # Written elsewhere, and before pandas is there: what that leaves behind is not of reading.
    with ProcessPoolExecutor(1, spawn) as writer:
        small, large = writer.map(list_of, (ROWS, MANY_ROWS))
    return [_memory(large), *_speeds(small), _stall(small), _cancel(large), _bent()]


def list_of(rows: int) -> bytes:
    """Return a workbook of so many rows: texts of their own, texts that repeat, numbers."""
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet("客户")
        for row in range(rows):
            for column in range(0, COLUMNS, 3):
                sheet.write_number(row, column, row * column)
                sheet.write_string(row, column + 1, f"字段{column}值{row}")
                sheet.write_string(row, column + 2, f"字段{column}值{row % 50}")
    return stream.getvalue()


def _speeds(data: bytes) -> list[Figure]:
    import pandas as pd  # noqa: PLC0415 - after the memory is measured

    ours = _best(lambda: read_workbook(data, "list.xlsx"))
    ratio = ours / _best(lambda: _raw(data))
    faster = (
        _best(lambda: pd.read_excel(io.BytesIO(data), header=None, engine="openpyxl"), times=1)
        / ours
    )
    return [
        (
            "reading 10k x 30 / raw calamine",
            f"<= {MOST_RATIO:.1f} x",
            f"{ratio:.2f} x",
            ratio <= MOST_RATIO,
        ),
        (
            "pandas with openpyxl / ours, 10k x 30",
            f">= {LEAST_FASTER:.0f} x",
            f"{faster:.1f} x",
            faster >= LEAST_FASTER,
        ),
    ]


def _stall(data: bytes) -> Figure:
    """Measure how long another thread waits for its turn while this one reads."""
    waits: list[float] = []
    with _watched(lambda: waits.append(time.perf_counter()), every=0.001):
        read_workbook(data, "list.xlsx")
    worst = 1000 * max(after - before for before, after in itertools.pairwise(waits))
    return (
        "longest wait of another thread, 10k x 30",
        f"<= {MOST_STALL_MS:.0f} ms",
        f"{worst:.0f} ms",
        worst <= MOST_STALL_MS,
    )


def _memory(data: bytes) -> Figure:
    """Measure the most that this process and the one that reads hold together."""
    held: list[int] = []

    def look() -> None:
        ours = psutil.Process()
        with contextlib.suppress(psutil.Error):
            held.append(sum(one.memory_info().rss for one in (ours, *ours.children())))

    began = time.perf_counter()
    with _watched(look, every=0.02):
        read_workbook(data, "list.xlsx")
    most = max(held) / 1024**2
    return (
        "memory of both processes, 100k x 30",
        f"<= {MOST_MEMORY_MB} MB",
        f"{most:.0f} MB in {time.perf_counter() - began:.1f} s",
        most <= MOST_MEMORY_MB,
    )


def _cancel(data: bytes) -> Figure:
    worst = max(_cancelled_after(data, seconds) for seconds in CANCELLED_AT)
    return (
        f"cancelling 100k x 30 at {len(CANCELLED_AT)} moments",
        f"<= {MOST_CANCEL_SECONDS} s",
        f"{worst:.2f} s",
        worst <= MOST_CANCEL_SECONDS,
    )


def _cancelled_after(data: bytes, seconds: float) -> float:
    """Return how long reading goes on once it shall stop; 0 where it was done before."""
    stop_at = time.perf_counter() + seconds

    def tick(_done: int, _total: int) -> None:
        if time.perf_counter() > stop_at:
            raise Cancelled

    with contextlib.suppress(Cancelled):
        read_workbook(data, "list.xlsx", tick=tick)
        return 0.0
    return time.perf_counter() - stop_at


def _bent() -> Figure:
    began = time.perf_counter()
    tally = read_bent(BENT_SEED, BENT)
    bad = len(tally.unhandled) + len(tally.aborts_here) + len(tally.hangs)
    taken = time.perf_counter() - began
    return (
        f"{BENT:,} bent lists: unhandled errors, aborts, hangs",
        "0",
        f"{bad} ({told(tally)}; {len(tally.aborts_apart)} ended their child, {taken:.0f} s)",
        bad == 0,
    )


@contextlib.contextmanager
def _watched(look: Callable[[], object], *, every: float) -> Iterator[None]:
    """Look again and again from another thread."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(every):
            look()

    thread = threading.Thread(target=watch)
    thread.start()
    try:
        yield
    finally:
        done.set()
        thread.join()


def _raw(data: bytes) -> object:
    book = calamine.CalamineWorkbook.from_object(io.BytesIO(data))
    return list(book.get_sheet_by_index(0).iter_rows())


def _best(work: Callable[[], object], times: int = TIMES) -> float:
    taken = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        taken.append(time.perf_counter() - began)
    return min(taken)


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
