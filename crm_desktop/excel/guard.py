"""The look at a workbook before any reader touches it.

A 1.4 KB workbook with one cell at XFD1048576 aborts the whole process inside calamine, and
a zip bomb fills the memory: both are found here by streaming over the parts once.
"""

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from xml.parsers import expat

from crm_desktop.domain.errors import (
    WorkbookDamaged,
    WorkbookLimit,
    WorkbookTooLarge,
    WorkbookUnsafe,
)
from crm_desktop.excel.sniff import BROKEN_ZIP, SEALED_PART
from crm_desktop.excel.workbook import column_letter, column_number

MOST_BYTES = 600 * 1024**2
MOST_RATIO = 400
RATIO_FROM_BYTES = 10 * 1024**2
MOST_PARTS = 4_000
LAST_COLUMN = column_number("ZZ")
LAST_ROW = 300_000

_PLAIN_BYTES = 25 * 1024**2
"""What calamine reads in half a second: it cannot be stopped on its way."""
_ORDINARY_COLUMNS = column_number("AZ")
_PLAIN_TEXT = 512 * 1024**2
_PLAIN_AREA = 8_000_000
_CHUNK = 4 * 1024**2
_OVERLAP = 16 * 1024
_LONGEST_COUNT = 100

_FAR_CELL = re.compile(rb'r="(?=[A-Z]{3}|[A-Z]*\d{6}|[B-Z][A-Z]\d{5})([A-Z]{0,9})(\d{1,19})"')
_OTHER_HAND = re.compile(rb'<(?:c|row)(?! r="[A-Z]{0,3}\d{1,7}"|[A-Za-z])|<\w+:(?:c|row)[ />]')
# No pattern runs beyond the next tag: a part of nothing but openings must not take for ever.
_ROW = re.compile(rb'<row r="(\d+)"')
_FORMULA = re.compile(rb"<f[\s/>]")
_WIDE_CELL = re.compile(rb'r="[B-Z][A-Z]\d')
_ABSURD_COUNT = re.compile(rb"ount\s*=\s*[\"']\s*\+?\d{8}")
"""Calamine makes room for as many texts as a file says it has, and aborts where there is none."""
_UNCACHED = re.compile(
    rb'<(?P<p>(?:\w+:)?)c [^<>]*?\br="([A-Z]{1,3})(\d+)"[^<>]*>\s*'
    rb"<(?P=p)f(?:[^<>]*/>|[^<>]*>[^<]*</(?P=p)f>)\s*(?:<(?P=p)v\s*/>|<(?P=p)v></(?P=p)v>)?\s*</(?P=p)c>"
)
_REPEATED_BEYOND = re.compile(
    rb"number-(?:columns-repeated=[\"'](?:0*[2-9]\d{4}|0*[1-9]\d{5})"
    rb"|rows-repeated=[\"'](?:0*[2-9]\d{6}|0*[1-9]\d{7}))"
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
    texts: int = 0
    longest: int = 0
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
    """Return whether an OpenDocument workbook asks for a password."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if SEALED_PART in archive.namelist():
                return True
            return b"encryption-data" in archive.read("META-INF/manifest.xml")
    except BROKEN_ZIP:
        return False


def _nobody_waits() -> None:
    """Nobody would stop this."""


def inspect_ods(data: bytes, name: str, beat: Callable[[], None] = _nobody_waits) -> None:
    """Look through an OpenDocument workbook, and raise for what harms.

    The last cell is rightly repeated to the end of the sheet; a count beyond that end, or a tag
    without its end, keeps calamine busy for ever.
    """
    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = partial(_refuse, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive, archive.open("content.xml") as stream:
            before = b""
            while piece := stream.read(_CHUNK // 4):
                beat()
                parser.Parse(piece)
                if _REPEATED_BEYOND.search(before[-_LONGEST_COUNT:] + piece):
                    raise WorkbookTooLarge(name, WorkbookLimit.CELLS)
                before = piece
            parser.Parse(b"", True)
    except (*BROKEN_ZIP, expat.ExpatError) as error:
        raise WorkbookDamaged(name) from error


def _refuse(name: str, *_declared: object) -> None:
    raise WorkbookUnsafe(name)


def inspect(data: bytes, name: str, beat: Callable[[], None] = _nobody_waits) -> Inspection:
    """Look through an .xlsx; raise for what harms, tell plain from odd or large.

    `beat` is called every few megabytes, and raises `Cancelled` to stop.

    A part that cannot be unpacked makes the workbook odd: the reader in its own process
    shall say what is wrong with it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return _inspect(archive, name, beat)
    except BROKEN_ZIP:
        return Inspection(is_plain=False)


def _inspect(archive: zipfile.ZipFile, name: str, beat: Callable[[], None]) -> Inspection:
    sheets = sheet_names(archive)
    plain = _is_ordinary(archive, sheets)
    texts, longest = 0, 0
    uncached: dict[str, frozenset[tuple[int, int]]] = {}
    for part in archive.namelist():
        if not part.lower().endswith((".xml", ".rels")):
            continue
        in_sheet = part.lower() in sheets or part.lower().startswith("xl/worksheets/")
        sheet = sheets.get(part.lower(), posixpath.basename(part))
        pieces = _chunks(archive, part, beat)
        seen = _look_through(pieces, name, sheet if in_sheet else "", _Seen(is_plain=plain))
        plain = seen.is_plain
        texts, longest = texts + seen.texts, max(longest, seen.longest)
        if seen.uncached:
            uncached[sheet] = frozenset(seen.uncached)
    # A text is shared in the file, and in the reader's memory as often as it is shown.
    return Inspection(is_plain=plain and texts * longest <= _PLAIN_TEXT, uncached=uncached)


def _is_ordinary(archive: zipfile.ZipFile, sheets: Mapping[str, str]) -> bool:
    """Say whether parts are named as every program does, each once, and are not many bytes."""
    parts = [part.lower() for part in archive.namelist()]
    return (
        bool(sheets)
        and set(sheets) <= set(parts)
        and all(sheet.endswith(".xml") for sheet in sheets)
        and len(parts) == len(set(parts))
        and sum(part.file_size for part in archive.infolist()) <= _PLAIN_BYTES
    )


def _look_through(chunks: Iterator[bytes], name: str, sheet: str, seen: _Seen) -> _Seen:
    """Stream over one part; `sheet` is "" for parts that hold no cells."""
    for piece in chunks:
        # Zeros are of UTF-16, which the patterns can read without them.
        chunk = piece.replace(b"\0", b"")
        seen.is_plain = seen.is_plain and len(chunk) == len(piece)
        seen.is_plain = seen.is_plain and _ABSURD_COUNT.search(chunk) is None
        if b"<!" in chunk and (b"<!DOCTYPE" in chunk or b"<!ENTITY" in chunk):
            raise WorkbookUnsafe(name)
        if sheet:
            _look_at_cells(chunk, seen, name, sheet)
        elif seen.is_plain and b"</si>" in chunk:
            seen.longest = max(seen.longest, *map(len, chunk.split(b"</si>")))
    area = seen.last_row * (LAST_COLUMN if seen.is_wide else _ORDINARY_COLUMNS)
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
    if seen.is_plain:
        _weigh(chunk, seen)
    # Lists to choose from have formulas of their own, which are in no cell.
    if (b"<f" in chunk and _FORMULA.search(chunk)) or b":f>" in chunk:
        for found in _UNCACHED.finditer(chunk):
            seen.uncached.add((int(found[3]), column_number(found[2].decode())))


def _weigh(chunk: bytes, seen: _Seen) -> None:
    """Gather what tells a plain sheet from one that is written in another hand, or too large."""
    # The last tag may be cut; the next piece has it whole. What stays plain has rows of one form.
    seen.is_plain = _OTHER_HAND.search(chunk, 0, chunk.rfind(b"<")) is None
    seen.last_row = max(seen.last_row, *map(int, _ROW.findall(chunk)), 0)
    seen.is_wide = seen.is_wide or _WIDE_CELL.search(chunk) is not None
    seen.texts += chunk.count(b't="s"')


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
