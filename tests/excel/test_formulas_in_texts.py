"""A formula typed into any text field of the book leaves as a text, in every sheet."""

import dataclasses
import datetime as dt
import enum
from typing import Any

import pytest

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import GiftState
from tests.excel.test_workbook_writer import made, opened
from tests.folders import FULL

FORMULAS = ('=HYPERLINK("http://a.example","x")', "+1+1", "-1+1", "@SUM(1)", "{=1}", "http://a")


def armed(value: Any, formula: str) -> Any:  # noqa: ANN401 - any value of a folder
    """Return a value with every text below it turned into a formula."""
    if isinstance(value, enum.Enum | dt.date | bool | int | None):
        return value
    if isinstance(value, str):
        return formula if value else value
    if isinstance(value, tuple):
        return tuple(armed(each, formula) for each in value)
    if not dataclasses.is_dataclass(value):
        return value
    texts = {
        field.name: armed(getattr(value, field.name), formula)
        for field in dataclasses.fields(value)
        if field.name not in {"uid", "overruled"}
    }
    return dataclasses.replace(value, **texts)  # type: ignore[type-var] # an instance, not a class


@pytest.mark.parametrize("formula", FORMULAS)
@pytest.mark.parametrize("recipient", list(Recipient))
def test_every_text_of_every_record_is_a_text(recipient: Recipient, formula: str) -> None:
    ordered = tuple(dataclasses.replace(gift, state=GiftState.ORDERED) for gift in FULL.gifts)
    folder = armed(dataclasses.replace(FULL, gifts=ordered), formula)

    book = opened(made(recipient, folders=[folder]))

    cells = [cell for page in book for row in page.iter_rows(min_row=2) for cell in row]
    assert sum(formula in str(cell.value) for cell in cells) > (40 if comes(recipient) else 1)
    assert {cell.data_type for cell in cells if formula in str(cell.value)} == {"s"}
    assert {cell.data_type for cell in cells} <= {"s", "n", "d"}
    assert not any(cell.hyperlink for cell in cells)


def comes(recipient: Recipient) -> bool:
    return recipient is not Recipient.FLORIST
