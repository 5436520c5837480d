"""The one text of a cell of ours, the same before it leaves and after any program saved it.

Both sides go through here: what was measured to get lost on the way (docs/resaves.md) is not
said in the first place. What a cell says is hashed as this text.
"""

import re
from typing import Final

_BREAKS: Final = re.compile(r"\r\n|[\r\x0b\x0c]")
_LOST: Final = re.compile("[\x00-\x08\x0e-\x1f\ufeff\ufffe\uffff]")
_AS_FORMULA: Final = re.compile(r'="([^"]*)"')
_BEFORE_FORMULA: Final = "=+-@"


def plain(text: str) -> str:
    """Return a text as a cell can keep it: plain line ends, no tabs, no control characters."""
    if text.isprintable():
        return text
    return _LOST.sub("", _BREAKS.sub("\n", text).replace("\t", " "))


def bare(text: str) -> str:
    """Undo the two tricks that keep Excel from changing a cell of a text table: ="138", '+86."""
    first = text[:1]
    if first == "'":
        return text[1:] if text[1:2] and text[1] in _BEFORE_FORMULA else text
    found = _AS_FORMULA.fullmatch(text) if first == "=" else None
    return found[1] if found else text


def canonical(text: str) -> str:
    """Return the text of a cell as it is hashed and compared, whichever file it comes from."""
    return bare(plain(text))
