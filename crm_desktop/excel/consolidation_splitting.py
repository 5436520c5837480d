"""The consolidated workbook taken apart: to every consultant her own rows, as she sent them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from crm_desktop.domain.errors import NotConsolidated
from crm_desktop.domain.exporting import Progress, Recipient
from crm_desktop.excel import words
from crm_desktop.excel.consolidation_layout import (
    CHOICES,
    CONFLICTS,
    CONSULTANT,
    SAME,
    SOURCE,
    SOURCE_FACT,
    page_columns,
)
from crm_desktop.excel.consolidation_reading import (
    ADDED,
    BOOK,
    COLUMNS,
    CONSOLIDATED,
    EXPORTED_AT,
    ClinicBook,
    Pages,
    Table,
    column_of,
    moment_of,
)
from crm_desktop.excel.consolidation_reading import CONSULTANT as CONSULTED
from crm_desktop.excel.consolidation_writing import lists_of, write_facts
from crm_desktop.excel.packed_rows import PackedRows
from crm_desktop.excel.streamed_workbook import StreamedWorkbook
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_cover import SheetOrder, write_cover, write_lists
from crm_desktop.excel.workbook_layout import ACTION, COVER, IDENTITY, LISTS, SHEETS, SHORT_ID, SYNC

_BETWEEN_REPORTS: Final = 500
_CLIENTS: Final = SHEETS[0].title
_MARKS: Final = {SHORT_ID.name, IDENTITY.name, ACTION.name, SOURCE.name, CONSULTANT.name}
Decided = Mapping[int, Mapping[str, Mapping[str, CellValue]]]
"""By the number of a book, the uid of a client and a key: the value that was decided on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What goes back to one consultant: her rows by sheet, cells by key."""

    number: int
    label: str
    facts: tuple[tuple[str, str], ...]
    tables: dict[str, Table] = field(default_factory=dict)

    @property
    def rows(self) -> dict[str, int]:
        """Return how many rows she gets, by sheet."""
        return {title: len(table.rows) for title, table in self.tables.items()}


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """The whole taken apart.

    `unplaced` are rows, by sheet, that belong to nobody; `handed_over` counts rows whose 顾问 was
    changed and that went back to where they came from; `chosen` counts decided conflicts.
    """

    shares: tuple[Share, ...]
    unplaced: dict[str, int]
    handed_over: int
    chosen: int


def taken_apart(book: ClinicBook, tick: Progress) -> Taken:
    """Return what goes back to each consultant, the decisions on sheet 冲突 carried out.

    Every row goes through here once and into what is packed for its consultant.

    Raises:
        NotConsolidated: The workbook is not of several consultants.
    """
    if not book.fact(CONSOLIDATED):
        raise NotConsolidated(book.file)
    shares = {share.number: share for share in _shares(book)}
    choices, chosen = _choices(book)
    unplaced: dict[str, int] = {}
    handed_over = done = 0
    tables = [table for table in book.tables if table.title not in {SAME, CONFLICTS}]
    total = sum(table.most for table in tables)
    for table in tables:
        dealer = _Dealer(table, shares, choices if table.title == _CLIENTS else {})
        for row in table.rows():
            if done % _BETWEEN_REPORTS == 0:
                tick(done, total)
            dealer.deal(row)
            done += 1
        handed_over += dealer.handed_over
        if dealer.unplaced:
            unplaced[table.title] = dealer.unplaced
        for number, rows in dealer.rows.items():
            shares[number].tables[table.title] = Table(
                title=table.title, keys=table.keys, rows=rows
            )
    return Taken(
        shares=tuple(shares.values()), unplaced=unplaced, handed_over=handed_over, chosen=chosen
    )


class _Dealer:
    """Deals the rows of one kind of sheet out to the books they are of.

    A row with an identity goes back to the book that knows it, whoever is named beside it; a new
    one goes to the consultant who is.

    Attributes:
        rows: by the number of the book.
        unplaced: how many are nobody's.
        handed_over: how many name another consultant than before.
    """

    def __init__(self, table: Pages, shares: Mapping[int, Share], decided: Decided) -> None:
        self.rows: dict[int, PackedRows] = defaultdict(PackedRows)
        self.unplaced = self.handed_over = 0
        self._shares = shares
        self._labels = {share.label: share.number for share in shares.values()}
        self._places = {key: place for place, key in enumerate(table.keys)}
        self._decided = decided

    def deal(self, row: list[CellValue]) -> None:
        """Put a row where it belongs, with what was decided about it."""
        whom = self._labels.get(self._text(row, CONSULTANT.name).strip(), 0)
        stated = self._text(row, SOURCE.name)
        home = int(stated) if stated.isdecimal() and int(stated) in self._shares else 0
        self.handed_over += bool(home and whom and home != whom)
        number = home or whom
        if not number:
            self.unplaced += 1
            return
        uid, _, _ = self._text(row, IDENTITY.name).partition("|")
        for key, value in self._decided.get(number, {}).get(uid, {}).items():
            if key in self._places:
                row[self._places[key]] = value
        self.rows[number].append(row)

    def _text(self, row: Sequence[CellValue], key: str) -> str:
        value = row[self._places[key]] if key in self._places else None
        return "" if value is None else str(value)


def workbook_of(share: Share, progress: Progress) -> bytes:
    """Return her workbook as her own export laid it out; column B says what it said."""
    book = StreamedWorkbook()
    cover = book.book.add_worksheet(COVER)
    facts = [fact for fact in share.facts if not fact[0].startswith(COLUMNS)]
    used: set[str] = set()
    used_keys: list[str] = []
    counts: dict[str, int] = {}
    for title in (sheet.title for sheet in SHEETS):
        table = share.tables.get(title) or Table(title=title, keys=(), rows=())
        keys = _keys_for(share, table)
        if keys:
            names = (SHORT_ID.name, IDENTITY.name, *keys, ACTION.name)
            _write(book, table, keys, names, progress)
            stated = " ".join(name for name in names if not name.startswith(ADDED))
            facts.append((f"{COLUMNS}{title}", stated))
            used |= {column_of(title, key).choices for key in keys}
            used_keys += keys
            counts[title] = len(table.rows)
    write_cover(cover, book.look, _order(share), counts, used_keys)
    write_lists(book.book, book.book.add_worksheet(LISTS), lists_of(used))
    write_facts(book.book, book.book.add_worksheet(SYNC), facts)
    cover.activate()
    return book.finish(progress)


def _write(
    book: StreamedWorkbook,
    table: Table,
    keys: Sequence[str],
    names: Sequence[str],
    progress: Progress,
) -> None:
    page = book.page(table.title, page_columns(table.title, (SHORT_ID, IDENTITY), keys), frozen=3)
    places = [table.place(name) for name in names]
    for done, row in enumerate(table.rows):
        if done % _BETWEEN_REPORTS == 0:
            progress(done, len(table.rows))
        page.add([None if place is None else row[place] for place in places])


def _keys_for(share: Share, table: Table) -> list[str]:
    """Return her columns in her order, then those in which somebody wrote something for her."""
    stated = dict(share.facts).get(f"{COLUMNS}{table.title}", "").split()
    hers = [key for key in stated if key not in _MARKS]
    more = [
        key
        for place, key in enumerate(table.keys)
        if key not in hers
        and key not in _MARKS
        and any(row[place] is not None for row in table.rows)
    ]
    return [*hers, *more]


def _order(share: Share) -> SheetOrder:
    """Return what her own export was, as far as it says."""
    said = dict(share.facts)
    recipients = {each.value: each for each in Recipient}
    return SheetOrder(
        recipient=recipients.get(said.get("recipient", ""), Recipient.MANAGER),
        book_uid=said.get(BOOK, ""),
        exported_at=moment_of(said.get(EXPORTED_AT, "")),
        mask_phones=said.get("phones") == "masked",
        to=said.get("to", ""),
        consultant=said.get(CONSULTED, ""),
        back_to=share.label,
    )


def _shares(book: ClinicBook) -> Iterator[Share]:
    """Yield whom the workbook is of, as its _sync says."""
    for name, value in book.facts:
        number = name.removeprefix(SOURCE_FACT)
        if number == name or not number.isdecimal():
            continue
        try:
            said = json.loads(value)
            facts = tuple((str(key), str(text)) for key, text in said["facts"])
            yield Share(number=int(number), label=str(said["label"]), facts=facts)
        except (ValueError, KeyError, TypeError) as error:
            raise NotConsolidated(book.file) from error


def _choices(book: ClinicBook) -> tuple[Decided, int]:
    """Return by book and uid what becomes of each value decided on, and how many there are."""
    decided: dict[int, dict[str, dict[str, CellValue]]] = defaultdict(lambda: defaultdict(dict))
    count = 0
    table = book.table(CONFLICTS)
    for row in () if table is None else table.rows():
        cells = dict(zip(table.keys, row, strict=True)) if table is not None else {}
        side = CHOICES.get(str(cells.get("choice") or "").strip())
        key = cells.get("key")
        if side is None or not key:
            continue
        taken, other = ("one", "identity_other") if side == 0 else ("other", "identity_one")
        number, _, uid = str(cells.get(other) or "").partition("/")
        if number.isdecimal() and uid:
            value = cells.get(taken)
            decided[int(number)][uid][str(key)] = words.CLEAR if value is None else value
            count += 1
    return decided, count
