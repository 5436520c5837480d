"""The first sheet alone as a text table, for a program that reads nothing else; on request."""

import csv
import io
from collections.abc import Collection, Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import CutText, Progress
from crm_desktop.domain.row_hash import RowIdentity, hash_of_joined, written
from crm_desktop.domain.short_id import short_id
from crm_desktop.excel.columns import Cell, Kind
from crm_desktop.excel.row_text import RowText
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import ACTION, IDENTITY, SHORT_ID, chosen, comes_back

_LIVE: Final = tuple("=+-@\t\r")
_PREFIX: Final = "'"
_FEN: Final = 100


def prefixed(text: str) -> str:
    """Return a text no program takes for a formula; `canonical.bare` is the way back."""
    return _PREFIX + text if text.startswith(_LIVE) else text


class OutgoingTable:
    """A table being filled: `add` each client, then `finish` once; as `OutgoingWorkbook` is.

    Attributes:
        said: what every row said: the client, the part, its joined cells.
    """

    def __init__(self, order: SheetOrder, columns: Collection[str] | None = None) -> None:
        sheet, picked = chosen(order.recipient, columns)[0]
        self._text = RowText(sheet, picked, order.recipient, mask_phones=order.mask_phones)
        self._kinds = [column.kind for column in picked]
        self._file = io.StringIO(newline="")
        self._writer = csv.writer(self._file)
        self._cut: list[CutText] = []
        self._said: list[tuple[int, str, str]] = []
        self._has_identity = comes_back(order.recipient)
        heads = (SHORT_ID, IDENTITY, *picked, ACTION) if self._has_identity else picked
        self._writer.writerow([column.header for column in heads])

    @property
    def rows(self) -> dict[str, int]:
        """Return how many rows there are, by the title of the sheet."""
        return {self._text.sheet.title: len(self._said)}

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the keys of every column that goes out."""
        return tuple(self._text.sheet.full_key(column) for column in self._text.columns)

    @property
    def cut(self) -> tuple[CutText, ...]:
        """Return the texts that no cell could hold whole."""
        return tuple(self._cut)

    @property
    def said(self) -> Iterator[tuple[int, str, str]]:
        """Yield what every row said: the client, the part, its joined cells."""
        return iter(self._said)

    def add(self, folder: ClientFolder) -> None:
        """Write the row of one client."""
        client = folder.client
        for part, cells in self._text.sheet.rows(folder):
            line = [""] * len(self._kinds)
            for place, key, value, was_cut in self._text.filled(cells):
                line[place] = _shown(value, self._kinds[place])
                if was_cut:
                    self._cut.append(CutText(client_id=client.id, key=key, length=len(str(value))))
            said = self._text.said(cells)
            self._said.append((client.id, part, said))
            if not self._has_identity:
                self._writer.writerow(line)
                continue
            mark = written(RowIdentity(client.uid, part, hash_of_joined(said)))
            self._writer.writerow([short_id(client.id), mark, *line, ""])

    def finish(self, progress: Progress) -> bytes:
        """Return the finished file: UTF-8 with the mark Excel wants to see; in one step."""
        progress(len(self._said), len(self._said))
        return self._file.getvalue().encode("utf-8-sig")


def _shown(value: Cell, kind: Kind) -> str:
    if isinstance(value, str):
        return prefixed(value)
    if isinstance(value, int) and kind is Kind.MONEY:
        return f"{value / _FEN:.2f}"
    return str(value)
