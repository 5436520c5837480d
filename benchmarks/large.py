"""Lists of 100,000 rows, hers and a clinic's: memory, progress, and how soon each stage stops.

Each list has a process of its own, whose memory is told with that of its child that reads.
Run: python -m benchmarks.large
"""

import concurrent.futures
import gc
import multiprocessing
import pathlib
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from typing import Final, TypeVar

from benchmarks.importers import NoKeychain
from benchmarks.lists import workbook
from crm_desktop.clock import SystemClock
from crm_desktop.domain.errors import Cancelled
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.services.book import Book, new_book
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

Tell = Callable[[int, int], None]
T = TypeVar("T")

ROWS: Final = 100_000
MOST_GIB: Final = 1.0
MOST_SILENCE: Final = 1.0
MOST_LATE: Final = 0.5
_SHARES: Final = (0.15, 0.5, 0.9)
"""How far a stage is when it is stopped."""

_PASSPHRASE: Final = "huhu-tiger-lamp-47-river"  # noqa: S105 - of a book that is thrown away


class Watch:
    """A progress that notes how long it stood still, and that stops once it is past `share`.

    Attributes:
        longest: the most seconds between two words of it.
        late: how many seconds the work went on once it was to stop.
    """

    def __init__(self, share: float | None = None) -> None:
        self.longest = self.late = 0.0
        self._share = share
        self._due: float | None = None
        self._last = time.perf_counter()

    def __call__(self, done: int, total: int) -> None:
        """Note the time since the last word; the work is to stop right after it said how far."""
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now
        if self._due is not None:
            raise Cancelled
        if self._share is not None and total and done >= self._share * total:
            self._due = now

    def run(self, work: Callable[[Tell], T]) -> T | None:
        """Return what the work returns, None where it was stopped."""
        gc.collect()
        self._last = time.perf_counter()
        try:
            result = work(self)
        except Cancelled:
            self.late = time.perf_counter() - (self._due or self._last)
            return None
        self.longest = max(self.longest, time.perf_counter() - self._last)
        return result


def figures() -> list[Figure]:
    """Return what 100,000 rows of each kind of list take."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        return [*_told("own list", own_list, folder), *_told("clinic export", clinic, folder)]


def own_list(folder: pathlib.Path) -> tuple[pathlib.Path, ListKind]:
    """Write 100,000 clients in 30 columns."""
    path = folder / "list.xlsx"
    path.write_bytes(workbook(ROWS))
    return path, ListKind.OWN_LIST


def clinic(folder: pathlib.Path) -> tuple[pathlib.Path, ListKind]:
    """Write 100,000 bills of 10,000 clients."""
    from benchmarks.clinic import write_export  # noqa: PLC0415 - it loads more than a list needs

    path = folder / "export.xlsx"
    write_export(path)
    return path, ListKind.CLINIC


def _told(
    name: str,
    make: Callable[[pathlib.Path], tuple[pathlib.Path, ListKind]],
    folder: pathlib.Path,
) -> list[Figure]:
    path, kind = _apart(make, folder)
    seconds, silence, late, memory = _apart(measured, path, kind, folder / kind.value)
    what = f"{name} of {ROWS:,} rows"
    stages = ", ".join(
        f"{stage} {spent:.0f} s" for stage, spent in zip(STAGES, seconds, strict=True)
    )
    return [
        (f"{what}: read, dry run, apply", "told beside it", stages, True),
        _bound(f"{what}: most memory, with the child while it reads", [memory], MOST_GIB, "GiB"),
        _bound(f"{what}: longest stand of the progress", silence, MOST_SILENCE, "s"),
        _bound(f"{what}: from cancel to stopped", late, MOST_LATE, "s"),
    ]


STAGES: Final = ("read", "dry run", "apply")


def measured(
    path: pathlib.Path, kind: ListKind, folder: pathlib.Path
) -> tuple[list[float], list[float], list[float], float]:
    """Return seconds and longest silence by stage, the worst lateness by stage, the peak in GiB.

    The memory is that of the three stages as she goes through them, before any is stopped.
    """
    # As in the window, where cycles are looked for on the screen's thread alone.
    gc.disable()
    imports = _book(folder / "first").imports
    seconds, silence, late = [], [], []

    def stage(work: Callable[[Tell], T]) -> T:
        watch, begun = Watch(), time.perf_counter()
        result = watch.run(work)
        seconds.append(time.perf_counter() - begun)
        silence.append(watch.longest)
        assert result is not None  # noqa: S101 - nobody stopped it
        return result

    read = stage(lambda tell: imports.read(path, kind=kind, progress=tell))
    # The child that reads is gone before anything is planned.
    peak = _peak(resource.RUSAGE_SELF) + _peak(resource.RUSAGE_CHILDREN)
    made = stage(lambda tell: imports.plan(read, progress=tell))
    stage(lambda tell: imports.apply(made, tell))
    peak = max(peak, _peak(resource.RUSAGE_SELF))
    other = _book(folder / "second").imports
    late.append(_latest(lambda tell: other.read(path, kind=kind, progress=tell)))
    late.append(_latest(lambda tell: other.plan(read, progress=tell)))
    made = other.plan(read)
    late.append(_latest(lambda tell: other.apply(made, tell)))
    return seconds, silence, late, peak


def _latest(work: Callable[[Tell], object]) -> float:
    watches = [Watch(share) for share in _SHARES]
    for watch in watches:
        watch.run(work)
    return max(watch.late for watch in watches)


def _book(folder: pathlib.Path) -> Book:
    vault = Vault(BookFolder(path=folder), SystemClock(), NoKeychain())
    book, _ = new_book(vault, _PASSPHRASE, SystemClock(), resources_folder())
    return book


def _apart(work: Callable[..., T], *arguments: object) -> T:
    """Return what a piece of work came to in a new process, whose memory is its own."""
    spawn = multiprocessing.get_context("spawn")
    with concurrent.futures.ProcessPoolExecutor(1, mp_context=spawn) as pool:
        return pool.submit(work, *arguments).result()


def _peak(who: int) -> float:
    """Return the most memory this process, or a child of it, has had so far, in GiB."""
    return resource.getrusage(who).ru_maxrss / 1024**2


def _bound(what: str, values: Sequence[float], most: float, unit: str) -> Figure:
    told = ", ".join(f"{value:.2f}" for value in values)
    return what, f"<= {most:g} {unit}", f"{told} {unit}", max(values) <= most


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured_, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured_} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
