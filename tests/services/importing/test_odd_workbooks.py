"""Workbooks that broke other programs: each read or refused with its reason, then planned.

Outcomes are kept by file name, never a cell.
"""

import pathlib
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from crm_desktop.database import Database
from crm_desktop.domain.errors import (
    CrmError,
    NoKnownColumns,
    WorkbookDamaged,
    WorkbookTooLarge,
)
from crm_desktop.services.imports import Imports
from crm_desktop.services.read_list import ReadList

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


def _outcome(imports: Imports, path: pathlib.Path) -> tuple[str, str, float, ReadList | None]:
    """Return how a file went: read, the class of its error, or what nobody expected.

    One without headings of clients was read before it was refused.
    """
    began = time.monotonic()
    read = None
    try:
        read = imports.read(path)
    except NoKnownColumns:
        outcome = "read"
    except CrmError as error:
        outcome = type(error).__name__
    except BaseException as error:  # noqa: BLE001 - this test exists to find them
        outcome = f"unhandled {error!r}"
    else:
        outcome = "read"
    return path.name, outcome, time.monotonic() - began, read


def test_odd_workbooks_are_read_or_refused_with_a_reason_and_planned(
    shared_data: pathlib.Path, imports: Imports, book_database: Database
) -> None:
    paths, before = odd_files(shared_data), book_database.changes

    with ThreadPoolExecutor(4) as pool:
        outcomes = list(pool.map(partial(_outcome, imports), paths))
    lists = [(name, read) for name, _, _, read in outcomes if read is not None]
    plans = [(name, read, imports.plan(read)) for name, read in lists]

    counted = Counter(outcome for _, outcome, _, _ in outcomes)
    assert set(counted) <= {"read", *REASONS}, [one for one in outcomes if one[1] not in REASONS]
    assert counted["read"] >= READ, counted
    assert sum(counted.values()) == len(paths) == 250
    assert [one for one in outcomes if one[2] > LONGEST_SECONDS] == []
    # Each of these was looked at: a damaged file is damaged, a large one has a cell too far.
    assert counted[WorkbookDamaged.__name__] + counted[WorkbookTooLarge.__name__] < 20
    assert len(plans) >= PLANNED
    assert [name for name, read, plan in plans if plan.total != len(read.rows) + read.skipped] == []
    assert book_database.changes == before
