"""Notes of header cells and custom properties, which calamine leaves behind.

The headings of our own workbook carry the keys of their columns as notes. Only the first 20
rows are looked at, by patterns and no XML parser, so there is nothing to be blown up; a file
whose notes cannot be read simply has none.
"""

import html
import io
import posixpath
import re
import zipfile
from collections.abc import Mapping
from typing import Final

from crm_desktop.excel.guard import sheet_names
from crm_desktop.excel.notes_ods import notes_of_ods
from crm_desktop.excel.notes_xls import notes_of_xls
from crm_desktop.excel.sniff import BROKEN_ZIP, Format
from crm_desktop.excel.workbook import Place, column_number

Notes = Mapping[str, Mapping[Place, str]]
"""By sheet name: the text of every note in the first rows, by (row, column) from 1."""

ROWS_WITH_NOTES: Final = 20
_MOST_BYTES: Final = 20 * 1024**2
_MOST_CONTENT: Final = 100 * 1024**2
# No pattern runs beyond the next tag: a part of nothing but openings must not take for ever.
_COMMENTS = re.compile(rb'<(?:\w+:)?Relationship\s[^<>]*?/comments"[^<>]*>')
_TARGET = re.compile(rb'\bTarget="([^"]*)"')
_COMMENT = re.compile(rb'<(?:\w+:)?comment\s[^<>]*?\bref="([A-Z]{1,3})(\d{1,7})"[^<>]*>')
_COMMENT_END = re.compile(rb"</(?:\w+:)?comment>")
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)</(?:\w+:)?t>")
_PROPERTY = re.compile(rb'<property\s[^<>]*?\bname="([^"<>]*)"[^<>]*>\s*<vt:\w+>([^<]*)<')
_USER_DEFINED = re.compile(rb'<meta:user-defined\s[^<>]*?meta:name="([^"<>]*)"[^<>]*>([^<]*)<')


def notes_of(data: bytes, stored: Format) -> Notes:
    """Return the notes of the first rows of every sheet that has some."""
    try:
        if stored is Format.XLS:
            return notes_of_xls(data, ROWS_WITH_NOTES)
        if stored is Format.ODS:
            return notes_of_ods(_part(data, "content.xml", _MOST_CONTENT), ROWS_WITH_NOTES)
        return _notes_of_xlsx(data) if stored is Format.XLSX else {}
    except BROKEN_ZIP:
        return {}


def properties_of(data: bytes, stored: Format) -> Mapping[str, str]:
    """Return the custom properties of an .xlsx or .ods, as text."""
    try:
        if stored is Format.XLSX:
            found = _PROPERTY.findall(_part(data, "docProps/custom.xml", _MOST_BYTES))
        elif stored is Format.ODS:
            found = _USER_DEFINED.findall(_part(data, "meta.xml", _MOST_BYTES))
        else:
            return {}
    except BROKEN_ZIP:
        return {}
    return {_plain(name): _plain(value) for name, value in found}


def _notes_of_xlsx(data: bytes) -> Notes:
    notes: dict[str, dict[Place, str]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        paths = {path.lower(): path for path in archive.namelist()}
        for sheet, name in sheet_names(archive).items():
            folder, file = posixpath.split(sheet)
            relations = paths.get(f"{folder}/_rels/{file}.rels")
            if relations and (found := _notes_of_sheet(archive, paths, folder, relations)):
                notes[name] = found
    return notes


def _notes_of_sheet(
    archive: zipfile.ZipFile, paths: Mapping[str, str], folder: str, relations: str
) -> dict[Place, str]:
    notes: dict[Place, str] = {}
    for relation in _COMMENTS.findall(_head(archive, relations)):
        target = _TARGET.search(relation)
        path = posixpath.normpath(posixpath.join("/", folder, target[1].decode() if target else ""))
        part = paths.get(path.lstrip("/").lower())
        for comment in _COMMENT_END.split(_head(archive, part) if part else b""):
            found = _COMMENT.search(comment)
            if found and 0 < int(found[2]) <= ROWS_WITH_NOTES:
                text = "".join(map(_plain, _TEXT.findall(comment, found.end())))
                notes[int(found[2]), column_number(found[1].decode())] = text
    return notes


def _part(data: bytes, name: str, most: int) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return _head(archive, name, most)


def _head(archive: zipfile.ZipFile, name: str, most: int = _MOST_BYTES) -> bytes:
    """Return a part, or nothing where it is so large that nobody wrote it by hand."""
    with archive.open(name) as stream:
        content = stream.read(most + 1)
    return content if len(content) <= most else b""


def _plain(text: bytes) -> str:
    return html.unescape(text.decode("utf-8", "replace")).replace("\r\n", "\n")
