"""What a row of a sheet below the client tells of: `2026-11-02 玻尿酸 ¥5,440`."""

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from crm_desktop.domain.import_plan import ImportPlan
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.canonical import cell_words
from crm_desktop.ui.text.days import day_with_year
from crm_desktop.ui.text.returned import is_money

if TYPE_CHECKING:
    # They load what reads workbooks, which the pages do beside the screen.
    from crm_desktop.domain.clinic_rows import BillRow
    from crm_desktop.domain.returned import ReturnedRow
    from crm_desktop.services.read_list import ReadList

_TELLING: Final = {
    "person": ("person.relation", "person.nickname", "person.name"),
    "visit": ("visit.on", "visit.type", "visit.project", "visit.paid"),
    "project": ("project.on", "project.kind", "project.project", "project.amount"),
    "gift": ("gift.on", "gift.recipient", "gift.item", "gift.cost"),
    "follow_up": ("follow_up.on", "follow_up.kind", "follow_up.content"),
}
_MOST: Final = 60


class RowWords:
    """Says in a few words what rows of the list of a plan tell of."""

    def __init__(self, plan: ImportPlan) -> None:
        self._read: ReadList | None = plan.source  # type: ignore[assignment] # whoever planned it read a list
        self._sheets: dict[str, Sequence[ReturnedRow]] = {}
        self._bills: dict[tuple[str, int], BillRow] | None = None
        returned = getattr(self._read, "returned", None)
        for sheet in () if returned is None else returned.sheets:
            self._sheets[sheet.name] = sheet.rows

    def of(self, sheet: str, row_number: int) -> str:
        """Return what a row tells of, "" where it is about the client herself."""
        if sheet in self._sheets:
            return self._of_ours(self._sheets[sheet], row_number)
        bill = self._bill(sheet, row_number)
        return "" if bill is None else _bill_words(bill)

    def _of_ours(self, rows: "Sequence[ReturnedRow]", row_number: int) -> str:
        at = bisect_left(rows, row_number, key=attrgetter("row_number"))
        if at == len(rows) or rows[at].row_number != row_number:
            return ""
        return _row_words(rows[at])

    def _bill(self, sheet: str, row_number: int) -> "BillRow | None":
        if self._bills is None:
            bills: Sequence[BillRow] = getattr(self._read, "bills", ())
            self._bills = {(bill.sheet, bill.row_number): bill for bill in bills}
        return self._bills.get((sheet, row_number))


def _row_words(row: "ReturnedRow") -> str:
    said = ((key, row.cells.get(key, "")) for key in _TELLING.get(row.table, ()))
    return _line([_cell_words(key, text) for key, text in said if text])


def _cell_words(key: str, text: str) -> str:
    if is_money(key) and text.lstrip("-").isdecimal():
        return money(int(text))
    return cell_words(key, text)


def _bill_words(bill: "BillRow") -> str:
    said = bill.draft
    told = [] if said.on is None else [day_with_year(said.on)]
    told += [said.project] if said.project else []
    told += [] if said.paid is None else [money(said.paid)]
    return _line(told)


def _line(words: Sequence[str]) -> str:
    line = " ".join(" ".join(words).split())
    return line if len(line) <= _MOST else f"{line[: _MOST - 1]}…"
