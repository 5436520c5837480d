"""What a file is, by its content: the extension is often wrong (.xls that is HTML or .xlsx)."""

import io
import lzma
import re
import struct
import zipfile
import zlib
from enum import StrEnum

from crm_desktop.domain.errors import (
    FileKind,
    NotAWorkbook,
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookOpenElsewhere,
)
from crm_desktop.excel.text_encoding import head_of

BROKEN_ZIP = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    IndexError,
    KeyError,
    NotImplementedError,
    OSError,
    RuntimeError,
    ValueError,
)
"""What the standard library raises for archives that do not hold together."""

LOCK_FILE_PREFIX = "~$"
SEALED_PART = "encrypted-package"
"""The one part of an OpenDocument file that is protected as a whole, as newer programs do it."""
_LOCK_FILE_BYTES = 165
_LONGEST_USER_NAME = 54
_MARKUP = ("<html", "<table", "microsoft-com:office:spreadsheet")
_WEB_ARCHIVE = re.compile(
    r"(?:(?:from|subject|date): [^\n]*\n)*mime-version:|content-type: *multipart/"
)

_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"II*\x00", FileKind.PICTURE),
    (b"MM\x00*", FileKind.PICTURE),
    (b"8BPS", FileKind.PICTURE),
    (b"{\\rtf", FileKind.DOCUMENT),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
    (b"\xfd7zXZ", FileKind.ARCHIVE),
    (b"BZh", FileKind.ARCHIVE),
)
_PICTURE = re.compile(rb"RIFF.{4}WEBP|BM.{4}\0{4}|.{4}ftyp(?:hei|hev|mif|avif)", re.DOTALL)
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")


class Format(StrEnum):
    """How a workbook is stored."""

    ENCRYPTED = "encrypted"
    FLAT_ODS = "flat_ods"
    MARKUP = "markup"
    ODS = "ods"
    TEXT = "text"
    XLS = "xls"
    XLSB = "xlsb"
    XLSX = "xlsx"


def sniff(data: bytes, name: str) -> Format:
    """Return how `data` is stored, or raise the error that says what else it is."""
    if name.startswith(LOCK_FILE_PREFIX) or _is_lock_file(data):
        raise WorkbookOpenElsewhere(name)
    if not data.strip(b"\x00\r\n\t "):
        raise WorkbookEmpty(name)
    if data.startswith(b"PK"):
        return _of_zip(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return _of_compound(data, name)
    if data.startswith(_BARE_BIFF):
        return Format.XLS
    kind = _kind(data)
    if kind is not None:
        raise NotAWorkbook(name, kind)
    return _of_text(data, name)


def _is_lock_file(data: bytes) -> bool:
    """Return whether this is the file Excel lays beside an open workbook."""
    return len(data) == _LOCK_FILE_BYTES and 0 < data[0] <= _LONGEST_USER_NAME


def _kind(data: bytes) -> FileKind | None:
    if _PICTURE.match(data):
        return FileKind.PICTURE
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)


def _of_zip(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.replace("\\", "/").lower() for part in archive.namelist()}
    except BROKEN_ZIP as error:
        raise WorkbookDamaged(name) from error
    if "xl/workbook.bin" in parts:
        return Format.XLSB
    if parts & {"content.xml", SEALED_PART}:
        return Format.ODS
    if any(part.startswith("xl/") for part in parts) or {"workbook.xml", "_rels/.rels"} <= parts:
        return Format.XLSX
    if any(part.startswith(("word/", "ppt/")) for part in parts):
        raise NotAWorkbook(name, FileKind.DOCUMENT)
    if any(part.endswith(".iwa") for part in parts):
        raise NotAWorkbook(name, FileKind.NUMBERS)
    raise NotAWorkbook(name, FileKind.ARCHIVE)


def _of_compound(data: bytes, name: str) -> Format:
    if "EncryptedPackage".encode("utf-16-le") in data:
        return Format.ENCRYPTED
    if "WordDocument".encode("utf-16-le") in data:
        raise NotAWorkbook(name, FileKind.DOCUMENT)
    return Format.XLS


def _of_text(data: bytes, name: str) -> Format:
    head = head_of(data, name).lstrip("\ufeff \t\r\n").lower()
    if _WEB_ARCHIVE.match(head):
        raise NotAWorkbook(name, FileKind.WEB_ARCHIVE)
    if not head.startswith("<"):
        return Format.TEXT
    is_open_document = "<office:document" in head
    if is_open_document and "opendocument.spreadsheet" in head:
        return Format.FLAT_ODS
    if not is_open_document and any(mark in head for mark in _MARKUP):
        return Format.MARKUP
    raise NotAWorkbook(name, FileKind.DOCUMENT)
