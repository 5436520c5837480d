"""The look at a workbook before any reader touches it.

A 1.4 KB workbook with one cell at XFD1048576 aborts the whole process inside calamine, and
a zip bomb fills the memory: both are found here by streaming over the parts once.
"""

import html
import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from crm_desktop.domain.errors import WorkbookLimit, WorkbookTooLarge, WorkbookUnsafe
from crm_desktop.excel.workbook import column_letter, column_number

MOST_BYTES = 600 * 1024**2
MOST_RATIO = 400
RATIO_FROM_BYTES = 10 * 1024**2
MOST_PARTS = 4_000
LAST_COLUMN = column_number("ZZ")
LAST_ROW = 300_000

_PLAIN_BYTES = 100 * 1024**2
_PLAIN_AREA = 8_000_000
_CHUNK = 4 * 1024**2
_OVERLAP = 16 * 1024

_FAR_CELL = re.compile(rb'r="(?=[A-Z]{3}|[A-Z]*\d{6}|[A-Z]{2}\d{5})([A-Z]*)(\d+)"')
# No pattern runs beyond the next tag: a part of nothing but openings must not take for ever.
_ROW = re.compile(rb'<(?:\w+:)?row [^<>]*?\br="(\d+)"')
_WIDE_CELL = re.compile(rb'r="[A-Z]{2}\d')
_UNCACHED = re.compile(
    rb'<(?P<p>(?:\w+:)?)c [^<>]*?\br="([A-Z]{1,3})(\d+)"[^<>]*>\s*'
    rb"<(?P=p)f(?:[^<>]*/>|[^<>]*>[^<]*</(?P=p)f>)\s*(?:<(?P=p)v\s*/>|<(?P=p)v></(?P=p)v>)?\s*</(?P=p)c>"
)
_SHEET = re.compile(rb"<(?:\w+:)?sheet\s[^<>]{1,4000}>")
_RELATION = re.compile(rb"<(?:\w+:)?Relationship\s[^<>]{1,4000}>")
_ATTRIBUTE = re.compile(r'([\w:]+)\s*=\s*"([^"]*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspection:
    """What the guard saw: `is_plain` workbooks may be read in this process.

    `uncached` holds, by sheet name, the (row, column) of formulas without a stored result.
    """

    is_plain: bool
    uncached: dict[str, frozenset[tuple[int, int]]] = field(default_factory=dict)


@dataclass(slots=True)
class _Seen:
    """What streaming over one sheet gathers."""

    is_plain: bool = True
    last_row: int = 0
    is_wide: bool = False
    uncached: set[tuple[int, int]] = field(default_factory=set)


def check_container(data: bytes, name: str) -> None:
    """Raise `WorkbookTooLarge` where a zip holds too many, too big or too dense parts."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
    if len(parts) > MOST_PARTS:
        raise WorkbookTooLarge(name, WorkbookLimit.PARTS)
    if sum(part.file_size for part in parts) > MOST_BYTES:
        raise WorkbookTooLarge(name, WorkbookLimit.BYTES)
    for part in parts:
        dense = part.file_size > part.compress_size * MOST_RATIO
        if dense and part.file_size > RATIO_FROM_BYTES:
            raise WorkbookTooLarge(name, WorkbookLimit.RATIO)


def is_locked_ods(data: bytes) -> bool:
    """Return whether an OpenDocument workbook asks for a password, which nothing here opens."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        manifest = "META-INF/manifest.xml"
        return manifest in archive.namelist() and b"encryption-data" in archive.read(manifest)


def _nobody_waits() -> None:
    """Nobody would stop this."""


def inspect(data: bytes, name: str, beat: Callable[[], None] = _nobody_waits) -> Inspection:
    """Look through an .xlsx; raise for what harms, tell plain from odd or large.

    `beat` is called every few megabytes, and raises `Cancelled` to stop.

    A part that cannot be unpacked makes the workbook odd: the reader in its own process
    shall say what is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive, name, beat)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, KeyError):
        return Inspection(is_plain=False)


def _inspect(archive: zipfile.ZipFile, name: str, beat: Callable[[], None]) -> Inspection:
    sheets = sheet_names(archive)
    parts = {part.lower() for part in archive.namelist()}
    plain = bool(sheets) and set(sheets) <= parts
    plain = plain and sum(part.file_size for part in archive.infolist()) <= _PLAIN_BYTES
    uncached: dict[str, frozenset[tuple[int, int]]] = {}
    for part in archive.namelist():
        if not part.lower().endswith((".xml", ".rels")):
            continue
        in_sheet = part.lower() in sheets or part.lower().startswith("xl/worksheets/")
        sheet = sheets.get(part.lower(), posixpath.basename(part))
        seen = _look_through(_chunks(archive, part, beat), name, sheet if in_sheet else "")
        plain = plain and seen.is_plain
        if seen.uncached:
            uncached[sheet] = frozenset(seen.uncached)
    return Inspection(is_plain=plain, uncached=uncached)


def _look_through(chunks: Iterator[bytes], name: str, sheet: str) -> _Seen:
    """Stream over one part; `sheet` is "" for parts that hold no cells."""
    seen = _Seen()
    for chunk in chunks:
        if b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk:
            raise WorkbookUnsafe(name)
        if chunk.startswith((b"\xff\xfe", b"\xfe\xff")):
            seen.is_plain = False
            chunk = chunk.replace(b"\0", b"")  # noqa: PLW2901 - UTF-16 made readable to the patterns
        if sheet:
            _look_at_cells(chunk, seen, name, sheet)
    area = seen.last_row * (LAST_COLUMN if seen.is_wide else 26)
    seen.is_plain = seen.is_plain and area <= _PLAIN_AREA
    return seen


def _look_at_cells(chunk: bytes, seen: _Seen, name: str, sheet: str) -> None:
    """Note how far the cells of a chunk reach, and raise where that is too far."""
    for match in _FAR_CELL.finditer(chunk):
        column, row = column_number(match[1].decode()), int(match[2])
        if column > LAST_COLUMN or row > LAST_ROW:
            cell = f"{column_letter(column) or 'A'}{row}"
            raise WorkbookTooLarge(name, WorkbookLimit.CELLS, sheet=sheet, cell=cell)
        seen.is_plain = False
    seen.last_row = max(seen.last_row, *map(int, _ROW.findall(chunk)), chunk.count(b"<row"))
    seen.is_wide = seen.is_wide or _WIDE_CELL.search(chunk) is not None
    if b"r='" in chunk or b"r =" in chunk:
        seen.is_plain = False
    if b"<f" in chunk or b":f>" in chunk:
        for found in _UNCACHED.finditer(chunk):
            seen.uncached.add((int(found[3]), column_number(found[2].decode())))


def _chunks(archive: zipfile.ZipFile, part: str, beat: Callable[[], None]) -> Iterator[bytes]:
    """Yield a part in overlapping pieces, so that no cell is cut in two unseen."""
    with archive.open(part) as stream:
        tail = b""
        while piece := stream.read(_CHUNK):
            beat()
            yield tail + piece
            tail = piece[-_OVERLAP:]


def sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Return the sheet name of every part that holds cells, by its lower-case path."""
    paths = {path.lower(): path for path in archive.namelist()}
    if "xl/workbook.xml" not in paths or "xl/_rels/workbook.xml.rels" not in paths:
        return {}
    relations = archive.read(paths["xl/_rels/workbook.xml.rels"])
    targets = {}
    for found in _RELATION.findall(relations):
        attributes = _attributes(found)
        path = posixpath.normpath(posixpath.join("/xl", attributes.get("Target", "")))
        targets[attributes.get("Id", "")] = path.lstrip("/").lower()
    names = {}
    for found in _SHEET.findall(archive.read(paths["xl/workbook.xml"])):
        attributes = _attributes(found)
        relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
        names[targets.get(relation, "")] = attributes.get("name", "")
    return names


def _attributes(tag: bytes) -> dict[str, str]:
    found = _ATTRIBUTE.findall(tag.decode("utf-8", errors="replace"))
    return {key: html.unescape(value) for key, value in found}
