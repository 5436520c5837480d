"""The rows below the headings of a list: read one by one, or passed over for a reason."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeVar

from crm_desktop.domain.drafts import Field
from crm_desktop.excel.headers import Header
from crm_desktop.excel.mapping import Column
from crm_desktop.excel.readers import Tick
from crm_desktop.excel.skipping import Sieve, SkippedRow
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import CellValue, Place, Sheet, is_blank

T = TypeVar("T")
Read = Callable[[int, Sequence[CellValue], frozenset[Place]], T]
"""Makes something of a row: its number, its cells, and the formulas without a result."""

_ROWS_PER_TICK: Final = 200


def rows_below(  # noqa: PLR0913, PLR0917 - a sheet and how it is understood
    sheet: Sheet,
    header: Header,
    columns: Sequence[Column],
    read: Read[T],
    synonyms: Synonyms,
    tick: Tick | None,
) -> Iterator[T | SkippedRow]:
    """Yield every row below the headings that says something; blank ones end nothing."""
    formula_rows = {row for row, _column in sheet.uncached}
    names = [column.index for column in columns if column.field is Field.NAME]
    sieve = Sieve(header, synonyms, names)
    below = header.last + 1
    for index, cells in enumerate(islice(sheet.rows, below, None), below):
        number = sheet.first_row + index
        if tick and index % _ROWS_PER_TICK == 0:
            tick(index, len(sheet.rows))
        if all(map(is_blank, cells)) and number not in formula_rows:
            continue
        reason = sieve.reason(cells)
        if reason is not None:
            yield SkippedRow(sheet=sheet.name, row_number=number, reason=reason)
        else:
            yield read(number, cells, sheet.uncached)
