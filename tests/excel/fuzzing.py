"""Bent lists read by the thousand in one worker, which is started anew where it breaks.

What the app would read in its own process, the worker reads so; what it would read in a child,
the worker says so first and reads with the same bounds: starting thousands of children would
take the time of thousands of readings.
"""

import multiprocessing
import time
from collections import Counter
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from unittest import mock

from crm_desktop.domain.errors import CrmError
from crm_desktop.excel import child, reading
from crm_desktop.excel.gathering import Gathering, Tick
from crm_desktop.excel.memory_cap import cap_memory
from crm_desktop.excel.packed_rows import Keep
from crm_desktop.excel.passwords import decrypted
from crm_desktop.excel.readers import pour_cells
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.workbook import Workbook
from tests.excel.fuzz import bases, bent

HERE, APART = "here", "apart"
HANGS_AFTER = 20.0


@dataclass(slots=True)
class Tally:
    """How readings went: by outcome, and what nobody may see, with its number."""

    outcomes: Counter[str] = field(default_factory=Counter)
    unhandled: list[tuple[int, str]] = field(default_factory=list)
    aborts_here: list[int] = field(default_factory=list)
    aborts_apart: list[int] = field(default_factory=list)
    hangs: list[int] = field(default_factory=list)
    too_long: list[int] = field(default_factory=list)
    slowest: float = 0.0


def read_bent(seed: int, many: int) -> Tally:
    """Read so many bent lists."""
    tally, number = Tally(), 0
    while number < many:
        number = _one_worker(seed, number, many, tally)
    return tally


def _one_worker(seed: int, number: int, many: int, tally: Tally) -> int:
    """Read until done or broken; return the number to go on with."""
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    worker = spawn.Process(target=_work, args=(theirs, seed, number, many), daemon=True)
    worker.start()
    theirs.close()
    where = HERE
    try:
        while number < many:
            if not ours.poll(HANGS_AFTER):
                (tally.hangs if where == HERE else tally.too_long).append(number)
                return number + 1
            said = ours.recv()
            if said in (HERE, APART):
                where = said
                continue
            outcome, taken = said
            tally.slowest = max(tally.slowest, taken)
            tally.outcomes[outcome] += 1
            if outcome.startswith("unhandled"):
                tally.unhandled.append((number, outcome))
            number += 1
    except EOFError:
        (tally.aborts_here if where == HERE else tally.aborts_apart).append(number)
        return number + 1
    finally:
        worker.kill()
        worker.join()
        worker.close()
        ours.close()
    return number


def _work(theirs: Connection, seed: int, start: int, many: int) -> None:
    child._silence()
    cap_memory(child.MOST_MEMORY)

    def apart(data: bytes, name: str, stored: Format, tick: Tick, keep: Keep) -> Workbook:
        theirs.send(APART)
        gathering = Gathering(name, tick, keep)
        try:
            pour_cells(data, name, stored, gathering)
        except MemoryError:
            return gathering.workbook()
        return gathering.workbook()

    def clear(data: bytes, name: str, password: str | None, _tick: Tick) -> bytes:
        return decrypted(data, name, password)

    reader = "crm_desktop.excel.reading"
    patches = (
        mock.patch(f"{reader}.read_apart", apart),
        mock.patch(f"{reader}.decrypt_apart", clear),
    )
    for patch in patches:
        patch.start()
    made = bases()
    for number in range(start, many):
        name, data = bent(seed, number, made)
        theirs.send(HERE)
        began = time.monotonic()
        outcome = _outcome(data, name)
        theirs.send((outcome, time.monotonic() - began))


def _outcome(data: bytes, name: str) -> str:
    try:
        reading.read_workbook(data, name)
    except CrmError as error:
        return type(error).__name__
    except BaseException as error:  # noqa: BLE001 - found here, and a failure of the test
        return f"unhandled {error!r}"
    return "read"


def told(tally: Tally) -> str:
    """Return the table of outcomes in one line."""
    return ", ".join(f"{outcome} {count}" for outcome, count in tally.outcomes.most_common())
