"""Workbooks that broke other programs: each read or refused with its reason, then planned.

Outcomes are kept by file name, never a cell.
"""

import pathlib
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor

from crm_desktop.database import Database
from crm_desktop.domain.errors import CrmError, WorkbookDamaged, WorkbookTooLarge
from crm_desktop.excel.reading import open_workbook
from crm_desktop.services.imports import Imports

LONGEST_SECONDS = 60.0
READ = 213
"""As many as are sound enough; fewer would be a step back."""
PLANNED = 2
"""Most of them are no lists of clients, and refused as that."""
REASONS = {
    "NotAWorkbook",
    "WorkbookDamaged",
    "WorkbookEmpty",
    "WorkbookProtected",
    "WorkbookTooLarge",
    "WorkbookUnreadable",
}


def odd_files(shared_data: pathlib.Path) -> list[pathlib.Path]:
    folder = shared_data / "odd_workbooks"
    lines = (folder / "MANIFEST.tsv").read_text(encoding="utf-8").splitlines()[1:]
    return [folder / line.split("\t")[0] for line in lines]


def _outcome(path: pathlib.Path) -> tuple[str, str, float]:
    """Return how reading a file went: read, the class of its error, or what nobody expected."""
    began = time.monotonic()
    try:
        open_workbook(path)
    except CrmError as error:
        return path.name, type(error).__name__, time.monotonic() - began
    except BaseException as error:  # noqa: BLE001 - this test exists to find them
        return path.name, f"unhandled {error!r}", time.monotonic() - began
    return path.name, "read", time.monotonic() - began


def test_odd_workbooks_are_read_or_refused_with_a_reason(shared_data: pathlib.Path) -> None:
    paths = odd_files(shared_data)

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(_outcome, paths))

    counted = Counter(outcome for _name, outcome, _seconds in outcomes)
    assert set(counted) <= {"read", *REASONS}, [one for one in outcomes if one[1] not in REASONS]
    assert counted["read"] >= READ, counted
    assert sum(counted.values()) == len(paths) == 250
    assert [one for one in outcomes if one[2] > LONGEST_SECONDS] == []
    # Each of these was looked at: a damaged file is damaged, a large one has a cell too far.
    assert counted[WorkbookDamaged.__name__] + counted[WorkbookTooLarge.__name__] < 20


def test_odd_workbooks_are_planned_or_refused_and_nothing_is_written(
    shared_data: pathlib.Path, imports: Imports, book_database: Database
) -> None:
    before = book_database.changes
    planned = 0

    for path in odd_files(shared_data):
        try:
            read = imports.read(path)
            made = imports.plan(read)
        except CrmError:
            continue
        planned += 1
        assert made.total == len(read.rows) + read.skipped, path.name

    assert planned >= PLANNED
    assert book_database.changes == before
