"""From a file to a `Workbook`: sniffed, guarded, read; every failure has its own error."""

import contextlib
import pathlib
import stat
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from crm_desktop.domain.errors import (
    FileKind,
    NotAWorkbook,
    WorkbookEmpty,
    WorkbookLimit,
    WorkbookMissing,
    WorkbookOpenElsewhere,
    WorkbookProtected,
    WorkbookTooLarge,
    WorkbookUnreadable,
)
from crm_desktop.excel import guard
from crm_desktop.excel.child import decrypt_apart, read_apart
from crm_desktop.excel.open_document import unfolded
from crm_desktop.excel.packed_rows import Keep
from crm_desktop.excel.readers import Tick, read_here
from crm_desktop.excel.sniff import LOCK_FILE_PREFIX, Format, sniff
from crm_desktop.excel.workbook import Sheet, Workbook, is_blank

_ZIPPED = {Format.ODS, Format.XLSB, Format.XLSX}
_LOCKED_INSIDE = {Format.ODS, Format.XLS}
"""Whether they ask for a password is seen only once they are opened."""
_MOST_HERE = {Format.TEXT: 4 * 1024**2, Format.MARKUP: 64 * 1024}
"""Read here within a moment even at worst; what takes longer could not be cancelled."""


def open_workbook(
    path: pathlib.Path,
    *,
    password: str | None = None,
    tick: Tick | None = None,
    keep: Keep = list,
) -> Workbook:
    """Read the workbook at `path`; it is never written to, nor copied to disk.

    One that Excel has open is refused: what she typed there and did not save would be missed.
    """
    path = path.absolute()
    # Bytes that are no text would stop the name wherever it is told or kept.
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    if name.startswith(LOCK_FILE_PREFIX):
        raise WorkbookOpenElsewhere(name.removeprefix(LOCK_FILE_PREFIX))
    return read_workbook(_bytes(path, name), name, password=password, tick=tick, keep=keep)


def _bytes(path: pathlib.Path, name: str) -> bytes:
    """Return what the file holds; a pipe or a device, which may never end, is not read."""
    with reasons_of(name):
        about = path.stat()
        if stat.S_ISDIR(about.st_mode):
            raise NotAWorkbook(name, FileKind.FOLDER)
        if not stat.S_ISREG(about.st_mode):
            raise NotAWorkbook(name)
        if _has_lock_file(path):
            raise WorkbookOpenElsewhere(name)
        if about.st_size > guard.MOST_BYTES:
            raise WorkbookTooLarge(name, WorkbookLimit.BYTES)
        return path.read_bytes()


@contextlib.contextmanager
def reasons_of(name: str) -> Iterator[None]:
    """Raise a `WorkbookError` for what a disk says of a file; it may go while it is read."""
    try:
        yield
    except PermissionError as error:
        # What Windows says of a file that Excel holds.
        raise WorkbookOpenElsewhere(name) from error
    except (FileNotFoundError, NotADirectoryError) as error:
        raise WorkbookMissing(name) from error
    except OSError as error:
        raise WorkbookUnreadable(name) from error


def _has_lock_file(path: pathlib.Path) -> bool:
    """Say whether Excel has laid its lock file beside; a name too long for one has none."""
    try:
        return path.with_name(f"{LOCK_FILE_PREFIX}{path.name}").is_file()
    except OSError:
        return False


def read_workbook(
    data: bytes,
    name: str,
    *,
    password: str | None = None,
    tick: Tick | None = None,
    keep: Keep = list,
) -> Workbook:
    """Return the sheets of a workbook in memory, or raise a `WorkbookError` with its reason.

    Args:
        data: the file's bytes.
        name: the file's name without the folder, told in errors.
        password: opens a protected workbook; None where none was asked for yet.
        tick: called with (rows so far, total or 0); raises `Cancelled` to stop.
        keep: makes what the rows of each sheet are put into.

    """
    tick = tick or _no_tick
    stored = sniff(data, name)
    if stored is Format.FLAT_ODS:
        data, stored = unfolded(data, name, partial(tick, 0, 0)), Format.ODS
    if stored is Format.ENCRYPTED:
        clear = decrypt_apart(data, name, password, tick)
        return read_workbook(clear, name, tick=tick, keep=keep)
    try:
        workbook = _read(data, name, stored, tick, keep)
    except WorkbookProtected:
        if stored not in _LOCKED_INSIDE:
            raise
        workbook = _read(decrypt_apart(data, name, password, tick), name, stored, tick, keep)
    if not any(_says_something(sheet) for sheet in workbook.sheets):
        raise WorkbookEmpty(name)
    return workbook


def _read(data: bytes, name: str, stored: Format, tick: Tick, keep: Keep) -> Workbook:
    """Read plain workbooks here, everything else in a process apart."""
    if stored in _ZIPPED:
        guard.check_container(data, name)
    if stored is Format.ODS:
        if guard.is_locked_ods(data):
            raise WorkbookProtected(name)
        guard.inspect_ods(data, name, partial(tick, 0, 0))
    if stored is Format.XLSX:
        seen = guard.inspect(data, name, partial(tick, 0, 0))
        reader = _first_here if seen.is_plain else read_apart
        return _with_uncached(reader(data, name, stored, tick, keep), seen)
    is_small = len(data) <= _MOST_HERE.get(stored, 0)
    return (_first_here if is_small else read_apart)(data, name, stored, tick, keep)


def _first_here(data: bytes, name: str, stored: Format, tick: Tick, keep: Keep) -> Workbook:
    """Read here what is small and plain; what fails here, in a process apart."""
    with contextlib.suppress(WorkbookUnreadable):
        return read_here(data, name, stored, tick, keep)
    return read_apart(data, name, stored, tick, keep)


def _with_uncached(workbook: Workbook, seen: guard.Inspection) -> Workbook:
    if not seen.uncached:
        return workbook
    nothing: frozenset[tuple[int, int]] = frozenset()
    sheets = (
        replace(sheet, uncached=seen.uncached.get(sheet.name, nothing)) for sheet in workbook.sheets
    )
    return replace(workbook, sheets=tuple(sheets))


def _says_something(sheet: Sheet) -> bool:
    return bool(sheet.uncached) or any(not is_blank(cell) for row in sheet.rows for cell in row)


def _no_tick(_done: int, _total: int) -> None:
    """Nobody watches."""
