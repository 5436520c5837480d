"""What a file is, by its content: the extension is often wrong (.xls that is HTML or .xlsx)."""

import io
import zipfile
from enum import StrEnum

from crm_desktop.domain.errors import (
    FileKind,
    NotAWorkbook,
    WorkbookDamaged,
    WorkbookEmpty,
    WorkbookOpenElsewhere,
)

LOCK_FILE_PREFIX = "~$"
_LOCK_FILE_BYTES = 165
_LONGEST_USER_NAME = 54
_HEAD = 4096
_FEW_CONTROLS = 0.01

_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"%PDF", FileKind.PDF),
    (b"\x89PNG", FileKind.PICTURE),
    (b"\xff\xd8\xff", FileKind.PICTURE),
    (b"GIF8", FileKind.PICTURE),
    (b"{\\rtf", FileKind.DOCUMENT),
    (b"Rar!", FileKind.ARCHIVE),
    (b"7z\xbc\xaf", FileKind.ARCHIVE),
    (b"\x1f\x8b", FileKind.ARCHIVE),
)
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")


class Format(StrEnum):
    """How a workbook is stored."""

    ENCRYPTED = "encrypted"
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
    for magic, kind in _MAGIC:
        if data.startswith(magic):
            raise NotAWorkbook(name, kind)
    return _of_text(data, name)


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file: byte order mark, else UTF-8, else GB 18030."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _reads_as_text(text[:_HEAD]):
            return text
    raise NotAWorkbook(name)


def _is_lock_file(data: bytes) -> bool:
    """Return whether this is the file Excel lays beside an open workbook."""
    return len(data) == _LOCK_FILE_BYTES and 0 < data[0] <= _LONGEST_USER_NAME


def _of_zip(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.replace("\\", "/").lower() for part in archive.namelist()}
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise WorkbookDamaged(name) from error
    if "xl/workbook.bin" in parts:
        return Format.XLSB
    if "content.xml" in parts:
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
    head = decoded(data, name)[:_HEAD].lstrip().lower()
    if head.startswith("mime-version:"):
        raise NotAWorkbook(name, FileKind.WEB_ARCHIVE)
    if not head.startswith("<"):
        return Format.TEXT
    if any(mark in head for mark in ("<html", "<table", "microsoft-com:office:spreadsheet")):
        return Format.MARKUP
    raise NotAWorkbook(name, FileKind.DOCUMENT)


def _reads_as_text(text: str) -> bool:
    controls = sum(1 for character in text if character < " " and character not in "\r\n\t\f")
    return controls <= len(text) * _FEW_CONTROLS
