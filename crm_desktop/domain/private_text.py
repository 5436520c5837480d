"""What is taken out of free text before it leaves the book for somebody else."""

import re
from typing import Final

_MARK: Final = re.compile(r"^\s*(?:[【\[〔(（](?:私密|私|保密)[】\]〕)）]|(?:私密|保密)[:：])")
_WORDS: Final = re.compile("[私密保]")
_MOBILE: Final = re.compile(r"(?<!\d)(1[3-9]\d)[ \-]?\d{4}[ \-]?(\d{4})(?!\d)")
_SHORTEST: Final = 7


def without_private(text: str) -> str:
    """Return the text without the lines she marked as private (【私密】, [私], 私密:)."""
    if _WORDS.search(text) is None:
        return text
    lines = text.splitlines()
    kept = [line for line in lines if not _MARK.match(line)]
    return text if len(kept) == len(lines) else "\n".join(kept)


def masked_phone(digits: str) -> str:
    """Return a number with its middle hidden (138****1234); a short one is hidden whole."""
    if len(digits) < _SHORTEST:
        return "*" * len(digits)
    return f"{digits[:3]}{'*' * (len(digits) - 7)}{digits[-4:]}"


def with_mobiles_masked(text: str) -> str:
    """Return the text with every mobile number in it masked, also one used as a WeChat name."""
    return _MOBILE.sub(r"\1****\2", text)
