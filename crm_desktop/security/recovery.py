"""The recovery code: 128 random bits as eight groups of six digits, each checking itself.

A group is its 16 bits times 11 plus its place. So every wrong digit, every swap of two
neighbours and every group in the wrong place shows in that very group.
"""

import re
import secrets
import unicodedata

from crm_desktop.domain.errors import RecoveryCodeMistyped

GROUPS = 8
DIGITS = 6

_CHECK = 11
_BYTES = 16


def new_code() -> str:
    """Return a fresh code, its groups joined by hyphens."""
    return written(secrets.token_bytes(_BYTES))


def written(secret: bytes) -> str:
    """Return 16 bytes as a code to print."""
    values = (int.from_bytes(secret[2 * place : 2 * place + 2]) for place in range(GROUPS))
    return "-".join(f"{value * _CHECK + place:0{DIGITS}d}" for place, value in enumerate(values))


def read(code: str) -> bytes:
    """Return the 16 bytes of a typed code; separators and full-width digits do not matter.

    Raises:
        RecoveryCodeMistyped: naming, from 1, the groups that do not check.
    """
    groups = _split(unicodedata.normalize("NFKC", code))
    wrong = tuple(place + 1 for place, group in enumerate(groups) if _value(group, place) is None)
    if wrong:
        raise RecoveryCodeMistyped(wrong)
    return b"".join((_value(group, place) or 0).to_bytes(2) for place, group in enumerate(groups))


def _split(text: str) -> list[str]:
    """Return eight groups; a code of another count is wrong in every group."""
    groups = re.findall(r"[0-9]+", text)
    if len(groups) != GROUPS:
        digits = "".join(groups)
        groups = [digits[start : start + DIGITS] for start in range(0, len(digits), DIGITS)]
    strange = re.sub(r"[0-9\s\-–—_.,/]", "", text)
    return groups if len(groups) == GROUPS and not strange else [""] * GROUPS


def _value(group: str, place: int) -> int | None:
    """Return the 16 bits of a group, None where it does not check."""
    if len(group) != DIGITS:
        return None
    value, rest = divmod(int(group) - place, _CHECK)
    return value if rest == 0 and 0 <= value < 1 << 16 else None
