"""What the canonical text of a cell means, as our own sheet has it."""

import datetime as dt

from crm_desktop.excel.columns import Kind
from crm_desktop.excel.returned_layout import columns_of
from crm_desktop.excel.returned_values import Meaning, Said, meaning
from crm_desktop.excel.workbook_layout import SHEETS

COLUMNS = {key: column for table in SHEETS for key, column in columns_of(table).items()}


def meaning_of_text(key: str, text: str, *, today: dt.date) -> Meaning:
    """Return what canonical text under this full key means: money there is fen."""
    if COLUMNS[key].kind is Kind.MONEY:
        return Said(int(text), text) if text.lstrip("-").isdecimal() else None
    return meaning(key, text, today=today)
