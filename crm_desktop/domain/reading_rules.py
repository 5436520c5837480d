"""How a foreign list is to be read: which column is what, and what its cells mean."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.sheet_lists import Lists

CAN_HAVE_DEFAULT: Final = (
    Field.SOURCE, Field.OWNER, Field.REFERRED_BY, Field.TAGS, Field.OCCUPATION, Field.ADDRESS,
    Field.DIALECT, Field.NOTES,
)  # fmt: skip
"""What is asked about where a list does not speak of it: texts, which can always be read."""

CAN_BE_OWNED: Final = (
    Field.SEX, Field.WECHAT, Field.QQ, Field.OCCUPATION, Field.INCOME, Field.ADDRESS,
    Field.WEDDING, Field.SOURCE, Field.REFERRED_BY, Field.FIRST_CONTACT, Field.OWNER,
    Field.DIALECT,
)  # fmt: skip
"""What a clinic may be right about without her being asked; never who somebody is."""


class DateOrder(StrEnum):
    """How 03/04/2026 is meant; dates that can be read one way only do not ask."""

    YEAR_FIRST = "year_first"
    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class BlankRule(StrEnum):
    """What a blank cell says: nothing, or that the source knows nothing (any more)."""

    KEEPS = "keeps"
    CLEARS = "clears"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingRules:
    """What was said about a list beyond what its headings say by themselves.

    `columns` and `bill_columns` lead from a heading to what it is, None for not read.
    `sheets` says of a sheet what it lists, where its headings do not say it by themselves.
    `defaults` are texts for fields whose cell is blank or whose column is missing.
    `clinic_owned` fields are taken from the source even where she has another value;
    `card_source` is the name under which its card numbers are kept.
    """

    columns: Mapping[str, Field | None] = field(default_factory=dict)
    bill_columns: Mapping[str, BillField | None] = field(default_factory=dict)
    sheets: Mapping[str, Lists] = field(default_factory=dict)
    defaults: Mapping[Field, str] = field(default_factory=dict)
    clinic_owned: frozenset[Field] = frozenset()
    blank: BlankRule = BlankRule.KEEPS
    date_order: DateOrder = DateOrder.YEAR_FIRST
    card_source: str = "clinic"


AS_IT_STANDS = ReadingRules()
"""Nothing was said."""
