"""A date as she types it into a field: 1990-5-12, 0229, 农历八月十五, an ID-card number."""

import datetime as dt
import re
import unicodedata
from dataclasses import replace
from typing import Final

from crm_desktop.domain.date_faults import YEARS, DateFault, date_fault
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.excel.parsing.dates import read_date

_ID_CARD: Final = re.compile(r"\d{6}(\d{4})(\d{2})(\d{2})\d{3}[\dXx]")
_YEAR: Final = re.compile(r"\d{4}")


def typed_date(text: str, shown: DatedFact, *, today: dt.date) -> DatedFact | DateFault | None:
    """Return the day that was typed, or why it is none; None for an empty text.

    Years of two digits lie in the hundred years that end with `today`. A year alone is put into
    `shown`, the day that stands in the field. Of an ID-card number only the day is taken.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if not plain:
        return None
    fact = _of_id_card(plain) or _of_year(plain, shown) or read_date(plain, today=today)
    if fact is None:
        return DateFault.UNREADABLE
    return date_fault(fact) or fact


def _of_id_card(text: str) -> DatedFact | None:
    found = _ID_CARD.fullmatch(text)
    if found is None:
        return None
    year, month, day = map(int, found.groups())
    return DatedFact(calendar=Calendar.SOLAR, year=year, month=month, day=day)


def _of_year(text: str, shown: DatedFact) -> DatedFact | None:
    is_year = _YEAR.fullmatch(text) is not None and int(text) in YEARS
    return replace(shown, year=int(text)) if is_year else None
