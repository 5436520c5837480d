"""Odd and large workbooks are read in a process of their own, with a bound on memory and time.

Whatever happens there (an abort inside a library, memory running out, an endless loop)
ends that process and not the app. Needs `multiprocessing.freeze_support()` in a frozen app.
"""

import contextlib
import multiprocessing
import os
import sys
import time
from dataclasses import replace
from enum import StrEnum
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from crm_desktop.domain.errors import (
    CrmError,
    WorkbookDamaged,
    WorkbookLimit,
    WorkbookProtected,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from crm_desktop.excel.readers import Tick, read_cells
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.workbook import CellValue, Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 50.0
_POLL_SECONDS = 0.1
_ROWS_PER_MESSAGE = 2000


class Outcome(StrEnum):
    """How the reading process ended, as the last word it sends."""

    DAMAGED = "damaged"
    DONE = "done"
    MEMORY = "memory"
    PROTECTED = "protected"
    UNREADABLE = "unreadable"


def read_apart(data: bytes, name: str, stored: Format, tick: Tick) -> Workbook:
    """Read a workbook in a child process; its crash is `WorkbookUnreadable` here."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_serve, args=(theirs, data, name, stored), daemon=True)
    child.start()
    theirs.close()
    try:
        return _gather(ours, name, tick)
    finally:
        ours.close()
        child.kill()
        child.join()
        # Another thread that starts a child just now may have been told first that ours ended,
        # and not have noted it yet; then there is nothing left to close.
        with contextlib.suppress(ValueError):
            child.close()


def _gather(ours: Connection, name: str, tick: Tick) -> Workbook:
    """Collect sheets and batches of rows until the child says how it went."""
    sheets: list[Sheet] = []
    rows: list[list[Sequence[CellValue]]] = []
    deadline = time.monotonic() + MOST_SECONDS
    while True:
        tick(sum(map(len, rows)), 0)
        if time.monotonic() > deadline:
            raise WorkbookTooLarge(name, WorkbookLimit.TIME)
        if not ours.poll(_POLL_SECONDS):
            continue
        try:
            message = ours.recv()
        except EOFError as error:
            raise WorkbookUnreadable(name) from error
        if isinstance(message, Sheet):
            rows.append([])
            sheets.append(replace(message, rows=rows[-1]))
        elif isinstance(message, Outcome):
            _raise_for(message, name)
            return Workbook(name=name, sheets=tuple(sheets))
        else:
            rows[-1].extend(message)


def _raise_for(outcome: Outcome, name: str) -> None:
    errors: dict[Outcome, CrmError] = {
        Outcome.DAMAGED: WorkbookDamaged(name),
        Outcome.MEMORY: WorkbookTooLarge(name, WorkbookLimit.MEMORY),
        Outcome.PROTECTED: WorkbookProtected(name),
        Outcome.UNREADABLE: WorkbookUnreadable(name),
    }
    if outcome in errors:
        raise errors[outcome]


def _serve(theirs: Connection, data: bytes, name: str, stored: Format) -> None:
    """Read and send, in the child: silent, bounded, never a traceback with cell values."""
    _silence()
    _bound_memory()
    outcome = Outcome.DONE
    try:
        for sheet in read_cells(data, name, stored, _no_tick).sheets:
            theirs.send(replace(sheet, rows=()))
            for at in range(0, len(sheet.rows), _ROWS_PER_MESSAGE):
                theirs.send(list(sheet.rows[at : at + _ROWS_PER_MESSAGE]))
    except MemoryError:
        outcome = Outcome.MEMORY
    except WorkbookProtected:
        outcome = Outcome.PROTECTED
    except WorkbookDamaged:
        outcome = Outcome.DAMAGED
    except CrmError:
        outcome = Outcome.UNREADABLE
    with contextlib.suppress(OSError):
        theirs.send(outcome)


def _no_tick(_done: int, _total: int) -> None:
    """Nobody watches inside the child; the parent kills it to cancel."""


def _silence() -> None:
    """Send what libraries write on a crash to nowhere: it may quote cells."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, stream)


def _bound_memory() -> None:
    """Cap the address space where the platform can (not on Windows)."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
