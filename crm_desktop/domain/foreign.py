"""What a foreign system last said of each client: the base that makes a list three-way."""

import datetime as dt
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Final

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import ClientDraft, Field

Cells = Mapping[str, str]
"""Field to canonical text; a field that is missing was blank."""

BETWEEN: Final = "\n"
"""Stands between the entries of a list."""

ALWAYS_ASKED: Final = frozenset({Field.NAME, Field.PHONE, Field.BIRTHDAY})
"""What is never replaced unasked, whoever said it last."""

_KEYS: Final = {Field.FIRST_CONTACT: "first_contact_on", Field.PHONE: "phones"}
TOLD: Final = frozenset(
    {
        Field.NAME, Field.DISPLAY_NAME, Field.SEX, Field.BIRTHDAY, Field.PHONE, Field.WECHAT,
        Field.QQ, Field.OCCUPATION, Field.INCOME, Field.ADDRESS, Field.CHILDREN_COUNT,
        Field.WEDDING, Field.PERSONALITY, Field.LIKES, Field.TABOOS, Field.ALLERGIES,
        Field.HEALTH_NOTES, Field.POTENTIAL, Field.VISITS_STATED, Field.NOTES, Field.SOURCE,
        Field.REFERRED_BY, Field.FIRST_CONTACT, Field.TIER, Field.TAGS, Field.CARD_NUMBER,
        Field.DIALECT, Field.AFFORDABILITY, Field.RISK_ATTITUDE, Field.APPEARANCE_EXPECTATION,
        Field.OWNER, Field.MEMBER_LEVEL,
    }
)  # fmt: skip
"""The fields of which the last word of the other side is kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreign:
    """What the other side last had: of each client, and which columns each of its sheets has."""

    cells: Mapping[int, Cells] = field(default_factory=dict)
    columns: Mapping[str, frozenset[str]] = field(default_factory=dict)


NOTHING_SAID: Final = Foreign()


def text_of(value: object) -> str:
    """Return a value as it is compared with the base; the same value always makes one text."""
    if value is None:
        return ""
    if isinstance(value, DatedFact):
        leap = "+" if value.leap else ""
        return f"{value.calendar.value} {value.year or ''}-{leap}{value.month}-{value.day}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, dt.date):
        return value.isoformat()
    return BETWEEN.join(value) if isinstance(value, tuple) else str(value)


def cells_of_draft(draft: ClientDraft) -> dict[str, str]:
    """Return what a row says of every field that is kept."""
    return dict(_cells(draft))


def advanced(
    before: Cells | None, said: Cells, columns: Collection[str], undecided: Collection[str]
) -> dict[str, str]:
    """Return what the other side has from now on.

    What its file has no column for stays as it was, and so does what nobody has decided yet:
    it is asked again.
    """
    known = before or {}
    kept = {name: text for name, text in known.items() if name not in columns or name in undecided}
    fresh = {name: text for name, text in said.items() if name not in undecided}
    return {name: {**kept, **fresh}[name] for name in sorted({**kept, **fresh})}


def _cells(draft: ClientDraft) -> Iterator[tuple[str, str]]:
    for one in TOLD:
        text = text_of(getattr(draft, _KEYS.get(one, one.value)))
        if text:
            yield one.value, text
