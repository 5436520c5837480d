"""OpenDocument workbooks that come otherwise than as a plain .ods: flat, or behind a password.

Both become a plain one in memory, with no part but the cells and the custom properties, which
is then looked through and read like any other.
"""

import base64
import hashlib
import html
import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Final

from crm_desktop.domain.errors import (
    WorkbookDamaged,
    WorkbookLimit,
    WorkbookProtected,
    WorkbookSealed,
    WorkbookTooLarge,
)
from crm_desktop.excel.guard import MOST_BYTES
from crm_desktop.excel.sniff import BROKEN_ZIP, SEALED_PART

_KIND: Final = "application/vnd.oasis.opendocument.spreadsheet"
_CONTENT: Final = "content.xml"
_META: Final = "meta.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_LONGEST_META: Final = 1024**2
_MOST_FLAT: Final = 150 * 1024**2
_PIECE: Final = 1024**2
_KEY_BYTES: Final = 32
_CHECKED_BYTES: Final = 1024
_ATTRIBUTE = re.compile(r'([\w-]+)\s*=\s*"([^"]*)"')
_INDENT = re.compile(rb">[ \t\r]*\n\s*<")
_KNOWN: Final = {
    "algorithm-name": "aes256-cbc",
    "start-key-generation-name": "sha256",
    "key-derivation-name": "pbkdf2",
    "checksum-type": "sha256-1k",
}
"""How the names of the one scheme of ODF 1.2 and 1.3 end; older and newer ones are sealed to us."""


def unfolded(data: bytes, name: str, beat: Callable[[], None]) -> bytes:
    """Return the .ods that says the same as a flat .fods, where each tag has a line of its own.

    `beat` is called with every piece, and raises `Cancelled` to stop. What is so large that it
    could not stand in the memory three times is `WorkbookTooLarge`.
    """
    if len(data) > _MOST_FLAT:
        raise WorkbookTooLarge(name, WorkbookLimit.BYTES)
    start = data.find(b"<office:meta>", 0, _LONGEST_META)
    end = data.find(b"</office:meta>", start, _LONGEST_META)
    meta = data[start:end] if 0 <= start < end else b""
    return _packed({_CONTENT: b"".join(_without_indents(data, beat)), _META: meta})


def _without_indents(data: bytes, beat: Callable[[], None]) -> Iterator[bytes]:
    start = 0
    while start < len(data):
        beat()
        # A piece ends within a tag, never between two.
        end = data.find(b"<", start + _PIECE) + 1 or len(data)
        yield _INDENT.sub(b"><", data[start:end])
        start = end


def unsealed(data: bytes, name: str, password: str | None) -> bytes:
    """Return the .ods inside a protected one, after OpenDocument 1.2 part 3, chapter 3.4.

    Raises:
        WorkbookProtected: without the right password.
        WorkbookSealed: it is protected in a way that is not known here.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if SEALED_PART in archive.namelist():
                raise WorkbookSealed(name)
            rules = _rules(archive.read(_MANIFEST).decode("utf-8", "replace"))
            parts: dict[str, bytes] = {
                part: _opened(archive.read(part), rules[part], name, password)
                for part in (_CONTENT, _META)
                if part in rules
            }
    except (*BROKEN_ZIP, OverflowError) as error:
        raise WorkbookDamaged(name) from error
    return _packed(parts)


def _rules(manifest: str) -> dict[str, dict[str, str]]:
    """Return by path what the manifest says of each part that is encrypted."""
    found = {}
    for entry in manifest.split("</manifest:file-entry>"):
        tags = entry[entry.rfind("<manifest:file-entry") :]
        said = {key: html.unescape(value) for key, value in _ATTRIBUTE.findall(tags)}
        if "algorithm-name" in said:
            found[said.get("full-path", "")] = said
    return found


def _opened(sealed: bytes, rules: Mapping[str, str], name: str, password: str | None) -> bytes:
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # noqa: PLC0415 - only protected workbooks need it

    if any(not rules.get(rule, "").lower().endswith(end) for rule, end in _KNOWN.items()):
        raise WorkbookSealed(name)
    if password is None:
        raise WorkbookProtected(name)
    start = hashlib.sha256(password.encode()).digest()
    salt, rounds = base64.b64decode(rules["salt"]), int(rules["iteration-count"])
    key = hashlib.pbkdf2_hmac("sha1", start, salt, rounds, _KEY_BYTES)
    vector = base64.b64decode(rules["initialisation-vector"])
    cipher = Cipher(algorithms.AES256(key), modes.CBC(vector)).decryptor()
    padded = cipher.update(sealed) + cipher.finalize()
    packed = padded[: -padded[-1]]
    checksum = hashlib.sha256(packed[:_CHECKED_BYTES]).digest()
    if checksum != base64.b64decode(rules["checksum"]):
        raise WorkbookProtected(name, wrong=True)
    clear = zlib.decompressobj(-zlib.MAX_WBITS).decompress(packed, MOST_BYTES + 1)
    if len(clear) > MOST_BYTES:
        raise WorkbookTooLarge(name, WorkbookLimit.BYTES)
    return clear


def _packed(parts: Mapping[str, bytes]) -> bytes:
    """Return an .ods of these parts; they are not compressed, for they are read at once.

    The reader wants a manifest, and looks for nothing in it but a password.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        frame = {"mimetype": _KIND.encode(), _MANIFEST: b"<manifest/>"}
        for name, content in {**frame, **parts}.items():
            archive.writestr(name, content)
    return stream.getvalue()
