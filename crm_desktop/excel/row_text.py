"""What the rows of a sheet say to one recipient, without a workbook around them."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel.canonical import bare
from crm_desktop.excel.cell_text import Cleaner, cleaner_for, fitted
from crm_desktop.excel.columns import Cell, Column, Sheet


class SaidCell(NamedTuple):
    """One filled cell: where it stands among the columns, its full key, what it says."""

    place: int
    key: str
    value: Cell
    was_cut: bool


class RowText:
    """Turns the cells of one sheet into what leaves the book; see `SheetPage`, which is as true.

    Attributes:
        sheet: whose rows they are.
        columns: those that go out.
    """

    def __init__(
        self, sheet: Sheet, columns: tuple[Column, ...], recipient: Recipient, *, mask_phones: bool
    ) -> None:
        self.sheet = sheet
        self.columns = columns
        self._plans: list[tuple[int, int, str, Cleaner | None]] = [
            (
                sheet.columns.index(column),
                place,
                sheet.full_key(column),
                cleaner_for(column, recipient, mask_phones=mask_phones),
            )
            for place, column in enumerate(columns)
        ]

    def filled(self, cells: tuple[Cell, ...]) -> Iterator[SaidCell]:
        """Yield the cells of a row that say something, cleaned for the recipient."""
        for source, place, key, clean in self._plans:
            value = cells[source]
            if value is None or value == "":
                continue
            was_cut = False
            if isinstance(value, str):
                value, was_cut = fitted(value if clean is None else clean(value))
                if not value:
                    continue
            yield SaidCell(place, key, value, was_cut)

    def said(self, cells: tuple[Cell, ...]) -> str:
        """Return the cells joined as the row hash and the bases take them."""
        return "\x1f".join(
            [
                f"{key}={bare(value) if isinstance(value, str) else value}"
                for _, key, value, _ in self.filled(cells)
            ]
        )


def said_of(texts: Iterable[RowText]) -> Callable[[ClientFolder], dict[str, str]]:
    """Return what gives, for a client, what each row of hers would say: by part, joined."""
    sheets = tuple(texts)

    def said(folder: ClientFolder) -> dict[str, str]:
        return {
            part: text.said(cells) for text in sheets for part, cells in text.sheet.rows(folder)
        }

    return said
