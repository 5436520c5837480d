"""What a sheet of a foreign list holds, where she says so, and what of it is still to be explained.

Sheets are known by their names. Where a file of one sheet is read by rules about one sheet it is
that one under any name: many programs call it after the month.
"""

from collections.abc import Collection, Mapping, Sequence
from enum import StrEnum
from typing import Final

from crm_desktop.domain.drafts import BillField, Field


class Lists(StrEnum):
    """What a sheet lists; nothing is taken from one that lists nothing of hers."""

    CLIENTS = "clients"
    BILLS = "bills"
    NOTHING = "nothing"


class Lack(StrEnum):
    """What no column of a sheet says yet."""

    NAME = "name"
    WHO = "who"
    DAY = "day"
    WHAT = "what"


_LACKS: Final[Mapping[Lists, Mapping[Lack, Collection[str]]]] = {
    Lists.CLIENTS: {Lack.NAME: {Field.NAME}},
    Lists.BILLS: {
        Lack.WHO: {BillField.CARD_NUMBER, BillField.NAME, BillField.PHONE},
        Lack.DAY: {BillField.ON},
        Lack.WHAT: {BillField.PROJECT, BillField.PAID},
    },
    Lists.NOTHING: {},
}
"""Of each thing that must be said, the fields of which one is enough."""


def lacking(lists: Lists, fields: Collection[str]) -> tuple[Lack, ...]:
    """Return what is still to be said of a sheet whose columns are read as `fields`."""
    return tuple(lack for lack, any_of in _LACKS[lists].items() if not set(fields) & set(any_of))


def said_of(names: Sequence[str], said: Mapping[str, Lists]) -> dict[str, Lists]:
    """Return what was said of the sheets of these names; nothing of those not spoken of."""
    known = {_compared(name): lists for name, lists in said.items()}
    if len(names) == len(said) == 1:
        return dict.fromkeys(names, *said.values())
    return {name: known[_compared(name)] for name in names if _compared(name) in known}


def _compared(name: str) -> str:
    return " ".join(name.split()).casefold()
