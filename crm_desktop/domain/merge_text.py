"""Texts with places for facts: `{称呼}，{孩子}今天{几岁}岁啦！`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

LONGEST: Final = 500


class Field(StrEnum):
    """What may be filled in; the value is the English name that stands between the braces."""

    CLIENT = "client"
    NAME = "name"
    PERSON = "person"
    CHILD = "child"
    HUSBAND = "husband"
    AGE = "age"
    DATE = "date"
    DAY = "day"
    ME = "me"


FIELD_NAMES: Final[Mapping[str, Field]] = {
    **{field.value: field for field in Field},
    "称呼": Field.CLIENT,
    "姓名": Field.NAME,
    "家人": Field.PERSON,
    "孩子": Field.CHILD,
    "先生": Field.HUSBAND,
    "几岁": Field.AGE,
    "日期": Field.DATE,
    "日子": Field.DAY,
    "我": Field.ME,
}
"""Every name a field goes by, in both languages."""


class TextFault(StrEnum):
    """Why a text can't be kept as it stands."""

    EMPTY = "empty"
    UNKNOWN_FIELD = "unknown_field"
    OPEN_BRACE = "open_brace"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class TextProblem:
    """One fault, and the name or the brace it is about."""

    fault: TextFault
    value: str = ""


_PLACE: Final = re.compile(r"[{｛]([^{}｛｝]*)[}｝]")
_BRACE: Final = re.compile(r"[{}｛｝]")
_SENTENCE: Final = re.compile(r".+?(?:[。！？!?…~\n]+[”」』\"]*|\.(?=\s|$)|$)\s*", re.DOTALL)


def problems(text: str) -> tuple[TextProblem, ...]:
    """Return what is wrong with a text, in the order it stands there; () is a good one."""
    if not text.strip():
        return (TextProblem(fault=TextFault.EMPTY),)
    found = [
        TextProblem(fault=TextFault.UNKNOWN_FIELD, value=name)
        for name in _PLACE.findall(text)
        if _field(name) is None
    ]
    if brace := _BRACE.search(_PLACE.sub("", text)):
        found.append(TextProblem(fault=TextFault.OPEN_BRACE, value=brace.group()))
    if len(text) > LONGEST:
        found.append(TextProblem(fault=TextFault.TOO_LONG, value=str(LONGEST)))
    return tuple(found)


def fields_of(text: str) -> frozenset[Field]:
    """Return the fields a text asks for; unknown ones are passed over."""
    return frozenset(filter(None, map(_field, _PLACE.findall(text))))


def filled(text: str, facts: Mapping[Field, str]) -> str:
    """Return the text with its facts; a sentence whose fact is missing is left out.

    "" where no sentence is left, or where a field is not known.
    """
    if problems(text):
        return ""
    kept = [
        _PLACE.sub(_Facts(facts), sentence)
        for sentence in _SENTENCE.findall(text)
        if all(facts.get(field) for field in fields_of(sentence))
    ]
    return "".join(kept).strip()


class _Facts:
    """Answers each place with its fact."""

    def __init__(self, facts: Mapping[Field, str]) -> None:
        self._facts = facts

    def __call__(self, place: re.Match[str]) -> str:
        field = _field(place.group(1))
        return self._facts[field] if field is not None else place.group()


def _field(name: str) -> Field | None:
    return FIELD_NAMES.get(name.strip().lower())
