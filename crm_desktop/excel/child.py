"""Odd and large workbooks are read in a process of their own, with a bound on memory and time.

Whatever happens there (an abort inside a library, memory running out, an endless loop)
ends that process and not the app. Needs `multiprocessing.freeze_support()` in a frozen app.
"""

import contextlib
import multiprocessing
import os
import pickle
import signal
import threading
import time
from collections.abc import Callable, Generator, Iterator
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from typing_extensions import override

from crm_desktop.domain.errors import (
    WorkbookError,
    WorkbookLimit,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from crm_desktop.excel.gathering import Batch, Gathering, Sink, Tick
from crm_desktop.excel.memory_cap import cap_memory, resident_bytes
from crm_desktop.excel.packed_rows import Keep
from crm_desktop.excel.passwords import decrypted
from crm_desktop.excel.readers import pour_cells, with_properties
from crm_desktop.excel.sniff import Format
from crm_desktop.excel.workbook import Sheet, Workbook

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

MOST_MEMORY = 3 * 1024**3
MOST_SECONDS = 50.0
MOST_SENT = 1024**3
"""A short text in very many cells is short in the file; what it becomes here is bounded too."""
_POLL_SECONDS = 0.1
_SECONDS_TO_END = 5.0
_NO_MEMORY = 112
_ENDED_BY_MEMORY = {_NO_MEMORY, -signal.SIGABRT, -9, 0xC0000017, 0xC0000409}
"""How a child ends that wants more than it may have: it says so itself, a library written in Rust
aborts, or the system kills it; Windows calls these STATUS_NO_MEMORY and a fast failure."""
_PIECE = 16 * 1024**2


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What the child shall do with the bytes: read them as `stored`, or take the password off."""

    name: str
    stored: Format
    password: str | None = None


@dataclass(frozen=True, slots=True)
class _Opened:
    sheet: Sheet
    total: int


@dataclass(frozen=True, slots=True)
class _Failed:
    """An expected problem, as its class and facts: exceptions with own arguments do not travel."""

    kind: type[WorkbookError]
    facts: dict[str, object]


class _Again:
    """Another reader starts over."""


class _Done:
    """Nothing more will come."""


def read_apart(data: bytes, name: str, stored: Format, tick: Tick, keep: Keep = list) -> Workbook:
    """Read a workbook in a child process; its crash is an expected error here."""
    task, gathering = Task(name=name, stored=stored), Gathering(name, tick, keep)
    with contextlib.closing(_answers(task, data, gathering.beat)) as answers:
        for answer in answers:
            if isinstance(answer, _Opened):
                gathering.add_sheet(answer.sheet, answer.total)
            elif isinstance(answer, _Again):
                gathering.start_over()
            elif isinstance(answer, list):
                gathering.add_rows(answer)
    return with_properties(gathering.workbook(), data, stored)


def decrypt_apart(data: bytes, name: str, password: str | None, tick: Tick) -> bytes:
    """Return the clear workbook; a file may ask for so much arithmetic that it never ends."""
    task = Task(name=name, stored=Format.ENCRYPTED, password=password)
    with contextlib.closing(_answers(task, data, partial(tick, 0, 0))) as answers:
        return b"".join(piece for piece in answers if isinstance(piece, bytes))


def _answers(task: Task, data: bytes, beat: Callable[[], None]) -> Generator[object]:
    """Yield what a child sends until it is done; it is ended however this ends.

    `beat` is called many times a second, and raises `Cancelled` to stop.
    """
    spawn = multiprocessing.get_context("spawn")
    ours, theirs = spawn.Pipe(duplex=False)
    their_data, our_data = spawn.Pipe(duplex=False)
    child = spawn.Process(target=_serve, args=(theirs, their_data, task), daemon=True)
    child.start()
    theirs.close()
    their_data.close()
    # The child takes the bytes once it is up: waiting for that here could not be cancelled.
    giving = threading.Thread(target=_give, args=(our_data, data), daemon=True)
    giving.start()
    try:
        yield from _until_done(ours, child, task.name, beat)
    finally:
        ours.close()
        child.kill()
        child.join()
        giving.join()
        # Another thread that starts a child just now may have been told first that ours ended,
        # and not have noted it yet; then there is nothing left to close.
        with contextlib.suppress(ValueError):
            child.close()


def _give(ours: Connection, data: bytes) -> None:
    """Send the bytes, then nothing; a child that was ended meanwhile takes none."""
    view = memoryview(data)
    with contextlib.suppress(OSError), contextlib.closing(ours):
        for start in range(0, len(data), _PIECE):
            ours.send_bytes(view[start : start + _PIECE])


def _until_done(
    ours: Connection, child: "BaseProcess", name: str, beat: Callable[[], None]
) -> Iterator[object]:
    deadline, sent = time.monotonic() + MOST_SECONDS, 0
    while True:
        beat()
        _check(child, name, deadline)
        if not ours.poll(_POLL_SECONDS):
            continue
        try:
            answer, sent = _received(ours, sent)
        except (EOFError, OSError) as error:
            raise _broken(child, name) from error
        if sent > MOST_SENT:
            raise WorkbookTooLarge(name, WorkbookLimit.MEMORY)
        if isinstance(answer, _Failed):
            raise _error(answer, name)
        if isinstance(answer, _Done):
            return
        yield answer


def _received(ours: Connection, sent: int) -> tuple[object, int]:
    """Return what our own child sends, and how many bytes it has sent by now."""
    packed = ours.recv_bytes()
    return pickle.loads(packed), sent + len(packed)  # noqa: S301 - of a process we started ourselves


def _check(child: "BaseProcess", name: str, deadline: float) -> None:
    """Raise `WorkbookTooLarge` where the child takes too long, or too much memory on a Mac."""
    if time.monotonic() > deadline:
        raise WorkbookTooLarge(name, WorkbookLimit.TIME)
    if resident_bytes(child.pid or 0) > MOST_MEMORY:
        raise WorkbookTooLarge(name, WorkbookLimit.MEMORY)


def _broken(child: "BaseProcess", name: str) -> WorkbookError:
    """Return why a child ended in the middle: for want of memory, or for a fault of a library."""
    child.join(_SECONDS_TO_END)
    if child.exitcode in _ENDED_BY_MEMORY:
        return WorkbookTooLarge(name, WorkbookLimit.MEMORY)
    return WorkbookUnreadable(name)


def _error(failed: _Failed, name: str) -> WorkbookError:
    """Return the child's error as one of ours."""
    error = failed.kind.__new__(failed.kind, name)
    error.__dict__.update(failed.facts)
    return error


class _Sending(Sink):
    """Sends what is read to the parent."""

    def __init__(self, theirs: Connection) -> None:
        self._theirs = theirs

    @override
    def start_over(self) -> None:
        self._theirs.send(_Again())

    @override
    def add_sheet(self, sheet: Sheet, total: int) -> None:
        self._theirs.send(_Opened(sheet, total))

    @override
    def add_rows(self, rows: Batch) -> None:
        self._theirs.send(list(rows))


def _serve(theirs: Connection, their_data: Connection, task: Task) -> None:
    """Do the task and send, in the child: silent, bounded, never a traceback with cell values."""
    _silence()
    cap_memory(MOST_MEMORY)
    end: object = _Done()
    try:
        data = b"".join(_pieces(their_data.recv_bytes))
        if task.stored is Format.ENCRYPTED:
            _send_clear(decrypted(data, task.name, task.password), theirs)
        else:
            pour_cells(data, task.name, task.stored, _Sending(theirs))
    except MemoryError:
        # Not a word more: that might want memory too.
        os._exit(_NO_MEMORY)
    except WorkbookError as error:
        end = _Failed(type(error), vars(error))
    with contextlib.suppress(OSError):
        theirs.send(end)


def _pieces(receive: Callable[[], bytes]) -> Iterator[bytes]:
    with contextlib.suppress(EOFError):
        while True:
            yield receive()


def _send_clear(clear: bytes, theirs: Connection) -> None:
    for start in range(0, len(clear), _PIECE):
        theirs.send(clear[start : start + _PIECE])


def _silence() -> None:
    """Send what libraries write on a crash to nowhere: it may quote cells."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        with contextlib.suppress(OSError):
            os.dup2(nowhere, stream)
