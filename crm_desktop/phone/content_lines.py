"""The lines of a contact file, of any vCard version and program, as text with their parameters.

Nothing here raises over a line: one that makes no sense is passed over, one that is longer than
any text a person wrote (a photo in base64) is dropped unread.
"""

import quopri
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

LONGEST_VALUE: Final = 64 * 1024
"""Bytes; beyond it stands a picture or a key, never a word about somebody."""

_MARKS: Final = (
    (b"\xef\xbb\xbf", "utf-8-sig"),
    (b"\xff\xfe", "utf-16"),
    (b"\xfe\xff", "utf-16"),
)
_BREAK: Final = re.compile(rb"\r\n|\r|\n")
_HEAD: Final = re.compile(
    rb"(?:(?P<group>[\w-]+)\.)?(?P<name>[\w-]+)(?P<rest>(?:;(?:\"[^\"]*\"|[^\":;])*)*):", re.ASCII
)
_PARAMETER: Final = re.compile(rb";((?:\"[^\"]*\"|[^;\"])*)")
_CHARSETS: Final = ("utf-8", "gb18030", "latin-1")
_PICTURES: Final = frozenset({b"PHOTO", b"LOGO", b"SOUND", b"KEY"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One property: its name in capitals, its value unfolded and decoded, escapes still in it.

    `parameters` are by name in capitals, several values joined by commas; a bare word of
    vCard 2.1 (TEL;CELL) counts as a type. `group` ties a label to what it labels.
    """

    name: str
    value: str
    group: str = ""
    parameters: Mapping[str, str]

    def is_of(self, *types: str) -> bool:
        """Return whether one of its types is among `types`, which are in small letters."""
        said = self.parameters.get("TYPE", "").casefold().split(",")
        return not set(types).isdisjoint(said)


def lines(data: bytes) -> Iterator[Line]:
    """Yield every property of the file, BEGIN and END among them."""
    for raw in _unfolded(_as_bytes_of_one_width(data)):
        found = _HEAD.match(raw)
        if found is None or found["name"].upper() in _PICTURES:
            continue
        if len(raw) - found.end() > LONGEST_VALUE:
            continue
        parameters = _parameters(found["rest"])
        yield Line(
            name=found["name"].decode().upper(),
            value=_value(raw[found.end() :], parameters).strip(),
            group=(found["group"] or b"").decode().casefold(),
            parameters=parameters,
        )


def _as_bytes_of_one_width(data: bytes) -> bytes:
    """Return the file in an encoding in which ASCII is ASCII: UTF-16 becomes UTF-8."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data.decode(name, "replace").encode()
    head = data[:64]
    if head[1::2].count(0) > len(head) // 4:
        return data.decode("utf-16-le", "replace").encode()
    if head[::2].count(0) > len(head) // 4:
        return data.decode("utf-16-be", "replace").encode()
    return data


def _unfolded(data: bytes) -> Iterator[bytes]:
    """Yield the lines with what was folded joined again, blank ones left out.

    A quoted-printable value goes on after a line that ends with an equals sign; a card that
    begins or ends there was cut short, and the value with it.
    """
    whole: list[bytes] = []
    is_soft = False
    for line in _BREAK.split(data):
        goes_on = line[:1] in {b" ", b"\t"}
        if not line.strip() or (is_soft and line.upper().startswith((b"BEGIN:", b"END:"))):
            is_soft = False
            if not line.strip():
                continue
        if whole and (is_soft or goes_on):
            whole.append(line[1:] if goes_on and not is_soft else line)
        else:
            if whole:
                yield b"".join(whole)
            whole = [line]
        is_soft = line.endswith(b"=") and _is_quoted(whole[0])
        if is_soft:
            whole[-1] = whole[-1][:-1]
    if whole:
        yield b"".join(whole)


def _is_quoted(first: bytes) -> bool:
    """Return whether a value is quoted-printable, by the head of its first line."""
    return b"QUOTED-PRINTABLE" in first.partition(b":")[0].upper()


def _parameters(rest: bytes) -> dict[str, str]:
    found: dict[str, str] = {}
    for part in _PARAMETER.findall(rest):
        name, has_value, value = part.decode("utf-8", "replace").partition("=")
        if not has_value:
            name, value = "TYPE", name
            if value.upper() in {"QUOTED-PRINTABLE", "BASE64"}:
                name = "ENCODING"
        name, value = name.strip().upper(), value.strip().strip('"')
        found[name] = f"{found[name]},{value}" if name in found else value
    return found


def _value(raw: bytes, parameters: Mapping[str, str]) -> str:
    if parameters.get("ENCODING", "").upper() == "QUOTED-PRINTABLE":
        raw = quopri.decodestring(raw)
    said = parameters.get("CHARSET", "")
    for charset in (said, *_CHARSETS) if said else _CHARSETS:
        try:
            return raw.decode(charset).replace("\0", "")
        except (LookupError, UnicodeError, ValueError):
            continue
    return ""
