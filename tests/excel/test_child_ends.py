"""What is told when the reading process ends in the middle."""

import multiprocessing
import os
import signal
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final, cast

import pytest

from crm_desktop.domain.errors import (
    WorkbookError,
    WorkbookLimit,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from crm_desktop.excel import child
from crm_desktop.excel.child import read_apart
from crm_desktop.excel.sniff import Format
from tests.excel.parts import plain_book, with_sheet

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

FAR: Final = (
    '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
)
posix = pytest.mark.skipif(os.name == "nt", reason="signals are what systems like Unix have")


class Ended:
    """A process that has ended in some way."""

    def __init__(self, code: int) -> None:
        self.exitcode = code

    def join(self, _seconds: float) -> None:
        """It has ended already."""


@pytest.mark.parametrize(
    ("code", "is_memory"),
    [
        (child._NO_MEMORY, True),
        (-9, True),
        (-6, True),
        (0xC0000409, True),
        (-11, False),
        (1, False),
    ],
)
def test_how_a_child_ended_says_whether_it_wanted_memory(code: int, *, is_memory: bool) -> None:
    told = child._broken(cast("BaseProcess", Ended(code)), "a.xlsx")

    assert isinstance(told, WorkbookTooLarge) is is_memory


@posix
def test_a_list_that_wants_more_memory_than_there_is_is_too_large() -> None:
    """One far cell: the library asks for 256 GB and aborts the process it is in."""
    with pytest.raises(WorkbookTooLarge) as caught:
        read_apart(with_sheet(plain_book(), FAR), "a.xlsx", Format.XLSX, _quiet)

    assert caught.value.limit is WorkbookLimit.MEMORY
    assert multiprocessing.active_children() == []


@posix
@pytest.mark.parametrize(
    ("end", "expected"), [("_out_of_memory", WorkbookTooLarge), ("_crash", WorkbookUnreadable)]
)
def test_a_child_that_ends_by_itself_is_told(
    monkeypatch: pytest.MonkeyPatch, end: str, expected: type[WorkbookError]
) -> None:
    monkeypatch.setattr(child, "_serve", globals()[end])

    with pytest.raises(expected):
        read_apart(b"x", "a.xlsx", Format.XLSX, _quiet)


def _out_of_memory(theirs: Connection, their_data: Connection, task: child.Task) -> None:
    """Do the task where the first thing it does wants too much."""
    vars(child)["pour_cells"] = _too_much
    child._serve(theirs, their_data, task)


def _crash(_theirs: Connection, _their_data: Connection, _task: child.Task) -> None:
    os.kill(os.getpid(), signal.SIGSEGV)


def _too_much(*_: object) -> None:
    bytearray(child.MOST_MEMORY * 2)


def _quiet(_done: int, _total: int) -> None:
    """Nobody watches."""
