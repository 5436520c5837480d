"""One consultant's workbook, or the consolidated one, read as tables of keyed columns."""

import contextlib
import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Final

from crm_desktop.domain.errors import NotOurWorkbook
from crm_desktop.excel.columns import Column
from crm_desktop.excel.workbook import CellValue, Workbook, is_blank
from crm_desktop.excel.workbook import Sheet as Page
from crm_desktop.excel.workbook_layout import ACTION, COVER, IDENTITY, LISTS, SHEETS, SHORT_ID, SYNC

BOOK: Final = "book"
CONSULTANT: Final = "consultant"
EXPORTED_AT: Final = "exported_at"
CONSOLIDATED: Final = "consolidated"
COLUMNS: Final = "columns:"
OWNER: Final = "client.owner"
MARKS: Final = (SHORT_ID, IDENTITY, ACTION)
"""The columns that every sheet of ours begins and ends with."""

ADDED: Final = "+"
"""Before the header of a column somebody added by hand, where a key would stand."""

_NEXT: Final = re.compile(r" ?\(\d+\)$")
_NOT_LISTS: Final = {COVER, LISTS, SYNC}
_MIDNIGHT: Final = dt.time()
_LONG_AGO: Final = dt.datetime(1970, 1, 1, tzinfo=dt.UTC)


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """The rows of one kind of sheet: `keys` name the columns, each row has as many cells."""

    title: str
    keys: tuple[str, ...]
    rows: Sequence[Sequence[CellValue]]

    def place(self, key: str) -> int | None:
        """Return where the column of this key is, None where there is none."""
        return self.keys.index(key) if key in self.keys else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """The sheets of one kind: their rows are made out anew each time they are gone through.

    Where a sheet goes on in a next one, `keys` are those of all of them.
    """

    title: str
    keys: tuple[str, ...]
    parts: tuple[tuple[Page, tuple[str, ...]], ...]

    @property
    def most(self) -> int:
        """Return how many rows there are at most."""
        return sum(len(page.rows) for page, _ in self.parts)

    def rows(self) -> Iterator[list[CellValue]]:
        """Yield the rows below the headers, as many cells each as there are keys; no blank one."""
        for page, keys in self.parts:
            places = [keys.index(key) if key in keys else None for key in self.keys]
            said = (row for row in page.rows if not all(map(is_blank, row)))
            for row in islice(said, 1, None):
                yield _cells(row, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClinicBook:
    """What a workbook of ours holds: the facts of its _sync in their order, and its tables.

    `left_out` names sheets that are none of ours.
    """

    file: str
    facts: tuple[tuple[str, str], ...]
    tables: tuple[Pages, ...]
    left_out: tuple[str, ...] = ()

    def fact(self, name: str) -> str:
        """Return what _sync says, "" for nothing."""
        return dict(self.facts).get(name, "")

    def table(self, title: str) -> Pages | None:
        """Return the table of a sheet."""
        return next((table for table in self.tables if table.title == title), None)


def clinic_book(
    workbook: Workbook, extra: Mapping[str, Mapping[str, str]] | None = None
) -> ClinicBook:
    """Return the tables of a workbook of ours.

    Args:
        workbook: as it was read.
        extra: by sheet title the keys of columns, by header, that our own export does not have.

    Raises:
        NotOurWorkbook: It has no _sync, so nothing tells whose rows these are.

    """
    facts = _facts(workbook)
    if not {BOOK, CONSOLIDATED} & dict(facts).keys():
        raise NotOurWorkbook(workbook.name)
    extra = extra or {}
    parts: dict[str, list[tuple[Page, tuple[str, ...]]]] = {}
    left_out = []
    for page in workbook.sheets:
        title = page.name if page.name in extra else _NEXT.sub("", page.name)
        if title in _KNOWN or title in extra:
            stated = dict(facts).get(f"{COLUMNS}{title}", "").split()
            keys = _keys(title, _headers(page), stated, extra.get(title, {}))
            parts.setdefault(title, []).append((page, keys))
        elif page.name not in _NOT_LISTS:
            left_out.append(page.name)
    tables = tuple(_pages(title, found) for title, found in parts.items())
    return ClinicBook(file=workbook.name, facts=facts, tables=tables, left_out=tuple(left_out))


def consultant_of(book: ClinicBook) -> str:
    """Return who filled the book: as _sync says, else as most clients say, else the file name."""
    if told := book.fact(CONSULTANT).strip():
        return told
    clients = book.table(SHEETS[0].title)
    if clients is not None and OWNER in clients.keys:
        place = clients.keys.index(OWNER)
        owners = Counter(str(row[place]).strip() for row in clients.rows() if row[place])
        if owners:
            return owners.most_common(1)[0][0]
    return book.file.rpartition(".")[0] or book.file


def moment_of(told: str) -> dt.datetime:
    """Return when a book was exported, long ago where that cannot be read."""
    with contextlib.suppress(ValueError):
        at = dt.datetime.fromisoformat(told)
        return at if at.tzinfo else at.replace(tzinfo=dt.UTC)
    return _LONG_AGO


def column_of(title: str, key: str) -> Column:
    """Return the column of a key on a sheet; one added by hand has its own header and no more."""
    if key.startswith(ADDED):
        return Column(name=key, header=key.removeprefix(ADDED))
    return _COLUMNS.get((title, key)) or Column(name=key, header=key)


def _facts(workbook: Workbook) -> tuple[tuple[str, str], ...]:
    page = next((page for page in workbook.sheets if page.name == SYNC), None)
    rows = () if page is None else page.rows
    return tuple(
        (str(row[0]), _text(row[1] if len(row) > 1 else None)) for row in rows if row and row[0]
    )


def _headers(page: Page) -> list[str]:
    """Return what stands in the first row that says something."""
    said = (row for row in page.rows if not all(map(is_blank, row)))
    return [_text(value).strip() for value in next(said, ())]


def _pages(title: str, parts: Sequence[tuple[Page, tuple[str, ...]]]) -> Pages:
    keys = dict.fromkeys(key for _, part in parts for key in part if key)
    return Pages(title=title, keys=tuple(keys), parts=tuple(parts))


def _keys(
    title: str, headers: Sequence[str], stated: Sequence[str], extra: Mapping[str, str]
) -> tuple[str, ...]:
    """Return the key of each column by its header, by its stated place where that is renamed.

    It is "" where a column is nobody's.
    """
    known = {**_HEADERS.get(title, {}), **extra}
    found = [known.get(header, "") for header in headers]
    moved = set(found)
    for place, header in enumerate(headers):
        if found[place]:
            continue
        there = stated[place] if place < len(stated) else ""
        fits = len(headers) == len(stated) and there and there not in moved
        found[place] = there if fits else f"{ADDED}{header}" if header else ""
    seen: set[str] = set()
    # A header that stands twice names the first of its columns.
    return tuple(key if key not in seen and not seen.add(key) else "" for key in found)  # type: ignore[func-returns-value] # the idiom of a set that fills


def _cells(row: Sequence[CellValue], places: Sequence[int | None]) -> list[CellValue]:
    width = len(row)
    return [None if place is None or place >= width else _plain(row[place]) for place in places]


def _plain(value: CellValue) -> CellValue:
    """Return a cell as text, number or day; what else a hand may have typed becomes text."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, dt.datetime):
        return value.date() if value.time() == _MIDNIGHT else value.isoformat(" ")
    if isinstance(value, float) and value.is_integer():
        return int(value)
    if isinstance(value, (bool, dt.time, dt.timedelta)):
        return str(value)
    return value


def _text(value: CellValue) -> str:
    plain = _plain(value)
    return "" if plain is None else str(plain)


_KNOWN: Final = {sheet.title: sheet for sheet in SHEETS}
_COLUMNS: Final = {
    (sheet.title, sheet.full_key(column)): column for sheet in SHEETS for column in sheet.columns
} | {(sheet.title, mark.name): mark for sheet in SHEETS for mark in MARKS}
_HEADERS: Final = {
    sheet.title: {
        sheet_column.header: key
        for (title, key), sheet_column in _COLUMNS.items()
        if title == sheet.title
    }
    for sheet in SHEETS
}
