"""Text made fit for a cell: what one recipient may read, at most as long as a cell can hold."""

from collections.abc import Callable
from typing import Final

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.private_text import masked_phone, with_mobiles_masked, without_private
from crm_desktop.excel.canonical import plain
from crm_desktop.excel.columns import Column, Kind

LONGEST: Final = 32_767
"""UTF-16 units a cell holds; Excel calls a longer one damage, XlsxWriter may drop it."""

SURELY_FITS: Final = LONGEST // 2
"""A text of so many characters fits whatever they are."""

_CUT_MARK: Final = "…"
_TEXTS: Final = {Kind.TEXT, Kind.NOTE}

Cleaner = Callable[[str], str]


def cleaner_for(column: Column, recipient: Recipient, *, mask_phones: bool) -> Cleaner | None:
    """Return what a text of this column goes through before it leaves, None for nothing."""
    steps: list[Cleaner] = []
    if column.kind is Kind.NOTE and recipient is not Recipient.ME:
        steps.append(without_private)
    if mask_phones and column.name == "phone":
        steps.append(_masked_phones)
    elif mask_phones and column.kind in _TEXTS:
        steps.append(with_mobiles_masked)
    return _one_after_another(steps) if steps else None


def fitted(text: str) -> tuple[str, bool]:
    """Return the text as a cell can keep it, and whether it had to be cut to fit."""
    text = plain(text)
    if len(text) <= SURELY_FITS or len(text.encode("utf-16-le")) // 2 <= LONGEST:
        return text, False
    units = text.encode("utf-16-le")[: 2 * (LONGEST - len(_CUT_MARK))]
    return units.decode("utf-16-le", "ignore") + _CUT_MARK, True


def _masked_phones(text: str) -> str:
    return "、".join([masked_phone(digits) for digits in text.split("、")])


def _one_after_another(steps: list[Cleaner]) -> Cleaner:
    def clean(text: str) -> str:
        for step in steps:
            text = step(text)
        return text

    return steps[0] if len(steps) == 1 else clean
