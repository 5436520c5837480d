"""Cleaning: what a paste brings along unseen is left out; every character that shows is kept."""

import re
import unicodedata
from dataclasses import fields, replace
from typing import Any, Final, TypeVar

from crm_desktop.domain.records import Phone

R = TypeVar("R")

KEEPS_LINES: Final = frozenset(
    {
        "notes",
        "private_notes",
        "health_notes",
        "personality",
        "address",
        "card_text",
        "resolution",
        "what",
        "outcome",
        "text",
        "reaction",
    }
)
"""The fields in which a line break belongs."""

_AS_IT_IS: Final = frozenset({"uid", "query", "thumbnail", "blob", "policy"})
"""What the app itself writes."""

_BREAKS: Final = re.compile("\r\n|[\r\n\u000b\u000c\u0085\u2028\u2029]")
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BARE_JOINER: Final = re.compile(
    "(?<![\ufe0f\u2600-\u27bf\U0001f000-\U0001faff])\u200d"
    "|\u200d(?![\u2190-\u27bf\U0001f000-\U0001faff])"
)
"""The joiner is part of an emoji such as a family, and unseen anywhere else."""

_PHONE_NOISE: Final = re.compile(r"[\s().\-\u2010-\u2015]")
_AT_HOME: Final = re.compile(r"^(?:\+|00)86(?=\d{7,12}$)")
_DIGITS: Final = re.compile(r"\+?\d+")


def cleaned(record: R) -> R:
    """Return the record with its texts cleaned, itself where there was nothing to clean."""
    changes = {}
    for name, text in texts_of(record):
        clean = _phone(text) if isinstance(record, Phone) and name == "digits" else text
        clean = cleaned_text(clean, keeps_lines=name in KEEPS_LINES)
        if clean != text:
            changes[name] = clean
    return replace(record, **changes) if changes else record  # type: ignore[type-var] # a record


def cleaned_text(text: str, *, keeps_lines: bool) -> str:
    """Return the text without unseen characters; a line break is a space where none belongs."""
    if text.isascii() and text.isprintable():
        return text
    text = _BREAKS.sub("\n" if keeps_lines else " ", text)
    if not keeps_lines:
        text = text.replace("\t", " ")
    return _BARE_JOINER.sub("", _UNSEEN.sub("", text))


def texts_of(record: Any) -> list[tuple[str, str]]:  # noqa: ANN401 - any record
    """Return the texts a person wrote in a record, by the name of the field."""
    return [
        (field.name, value)
        for field in fields(record)
        if field.name not in _AS_IT_IS and type(value := getattr(record, field.name)) is str
    ]


def _phone(text: str) -> str:
    """Return a number as it is looked for, digits alone; what is no number as it was typed."""
    folded = unicodedata.normalize("NFKC", text)
    bare = _AT_HOME.sub("", _PHONE_NOISE.sub("", _UNSEEN.sub("", folded)))
    return bare if _DIGITS.fullmatch(bare) else text
