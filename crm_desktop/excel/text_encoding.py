"""In which encoding a text file is written: byte order mark, else by trying.

Excel in Chinese saves CSV as GB 18030 and *Unicode text* as UTF-16; Taiwan and Hong Kong write
Big5, whose bytes are mostly valid GB 18030 too: there the words of a heading row decide.
"""

import codecs
import io
import re
from typing import Final

from crm_desktop.domain.errors import NotAWorkbook

HEAD_CHARACTERS: Final = 65_536
_HEAD_BYTES: Final = 4 * HEAD_CHARACTERS
_WEIGHED: Final = 4096
_CHUNK: Final = 4 * 1024**2
_FEW_CONTROLS: Final = 0.01
_FEW_UNKNOWN: Final = 0.2
_NEARLY_ALL: Final = 0.9
_LETTERS: Final = re.compile(r"[\t\r\n -~·-ÿ“”…\u3000-\u303f\u4e00-\u9fff\uff00-\uff5e]")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TRADITIONAL: Final = frozenset("姓名電話手機號碼生日地址備註編客戶會員性別年齡聯絡級")
_UNKNOWN: Final = "\ufffd"


def encoding_of(data: bytes, name: str) -> str:
    """Return the encoding of a text file; what is in none is `NotAWorkbook`."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _if_text(data, name, encoding)
    if b"\0" in data[:_WEIGHED]:
        return _if_text(data, name, _unmarked_utf16(data, name))
    for encoding in ("utf-8", "gb18030"):
        if _decodes(data, encoding):
            # Control characters tell a photo from a list, whatever else decodes.
            return _if_text(data, name, encoding if encoding == "utf-8" else _chinese(data))
    return _if_text(data, name, min(("utf-8", "gb18030"), key=lambda one: _unknown(data, one)))


def head_of(data: bytes, name: str) -> str:
    """Return the beginning of a text file."""
    return _head(data, encoding_of(data, name))


def open_text(data: bytes, name: str) -> io.TextIOWrapper:
    """Return a text file to read from, its line ends all alike; what is in no letter is U+FFFD."""
    encoding = encoding_of(data, name)
    return io.TextIOWrapper(io.BytesIO(data), encoding=encoding, errors="replace", newline=None)


def _if_text(data: bytes, name: str, encoding: str) -> str:
    head = _head(data, encoding)[:_WEIGHED]
    controls = sum(
        1 for one in head if (one < " " and one not in "\r\n\t\f") or "\x7f" <= one < "\xa0"
    )
    if controls > len(head) * _FEW_CONTROLS or head.count(_UNKNOWN) > len(head) * _FEW_UNKNOWN:
        raise NotAWorkbook(name)
    return encoding


def _head(data: bytes, encoding: str) -> str:
    """Return the first characters, one that is cut at the end left out."""
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    return decoder.decode(data[:_HEAD_BYTES])[:HEAD_CHARACTERS]


def _decodes(data: bytes, encoding: str) -> bool:
    """Say whether all of it is in this encoding, without keeping the text."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for start in range(0, len(data), _CHUNK):
            decoder.decode(data[start : start + _CHUNK])
    except UnicodeDecodeError:
        return False
    return True


def _unmarked_utf16(data: bytes, name: str) -> str:
    """Return which UTF-16 makes nearly all of it letters of a Chinese list."""
    for encoding in ("utf-16-le", "utf-16-be"):
        head = _head(data, encoding)[:_WEIGHED]
        if len(_LETTERS.findall(head)) > len(head) * _NEARLY_ALL:
            return encoding
    raise NotAWorkbook(name)


def _chinese(data: bytes) -> str:
    """Return Big5 where the first lines name headings in it, and GB 18030 otherwise."""
    words = {
        one: sum(letter in _TRADITIONAL for letter in _head(data, one)[:_WEIGHED])
        for one in ("gb18030", "big5")
    }
    return max(words, key=lambda one: words[one])


def _unknown(data: bytes, encoding: str) -> int:
    return _head(data, encoding).count(_UNKNOWN)
