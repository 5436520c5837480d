"""The consolidated workbook taken apart: to every consultant her own rows, as she sent them."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from crm_desktop.domain.errors import NotConsolidated
from crm_desktop.domain.exporting import Progress
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
    COLUMNS,
    CONSOLIDATED,
    EXPORTED_AT,
    ClinicBook,
    Table,
    column_of,
)
from crm_desktop.excel.consolidation_writing import lists_of, write_facts, write_lines
from crm_desktop.excel.streamed_workbook import StreamedWorkbook
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_cover import write_lists
from crm_desktop.excel.workbook_layout import ACTION, COVER, IDENTITY, LISTS, SHEETS, SHORT_ID, SYNC

_BETWEEN_REPORTS: Final = 500
_CLIENTS: Final = SHEETS[0].title
_MARKS: Final = {SHORT_ID.name, IDENTITY.name, ACTION.name, SOURCE.name, CONSULTANT.name}
_HOW_TO: Final = (
    ("从哪里来", "主管把几位顾问的表合在一起改过,这一份只有您的客户。"),
    ("怎么读回", "在客户簿里打开这个文件,逐处看过改动,再决定收不收。"),
)


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


def taken_apart(book: ClinicBook) -> Taken:
    """Return what goes back to each consultant, the decisions on sheet 冲突 carried out.

    Raises:
        NotConsolidated: The workbook is not of several consultants.
    """
    if not book.fact(CONSOLIDATED):
        raise NotConsolidated(book.file)
    shares = {share.number: share for share in _shares(book)}
    choices, chosen = _choices(book)
    unplaced: dict[str, int] = {}
    handed_over = 0
    for table in book.tables:
        if table.title in {SAME, CONFLICTS}:
            continue
        rows, moved = _by_share(table, shares)
        handed_over += moved
        if lost := rows.pop(0, []):
            unplaced[table.title] = len(lost)
        decided = choices if table.title == _CLIENTS else {}
        for number, hers in rows.items():
            _decide(table, hers, decided.get(number, {}))
            shares[number].tables[table.title] = Table(
                title=table.title, keys=table.keys, rows=hers
            )
    return Taken(
        shares=tuple(shares.values()), unplaced=unplaced, handed_over=handed_over, chosen=chosen
    )


def workbook_of(share: Share, progress: Progress) -> bytes:
    """Return her workbook as her own export laid it out; column B says what it said."""
    book = StreamedWorkbook()
    cover = book.book.add_worksheet(COVER)
    facts = [fact for fact in share.facts if not fact[0].startswith(COLUMNS)]
    used: set[str] = set()
    for title in (sheet.title for sheet in SHEETS):
        table = share.tables.get(title) or Table(title=title, keys=(), rows=())
        keys = _keys_for(share, table)
        if keys:
            names = (SHORT_ID.name, IDENTITY.name, *keys, ACTION.name)
            _write(book, table, keys, names, progress)
            stated = " ".join(name for name in names if not name.startswith(ADDED))
            facts.append((f"{COLUMNS}{title}", stated))
            used |= {column_of(title, key).choices for key in keys}
    _write_cover(cover, book.look, share)
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


def _write_cover(page: Any, look: Any, share: Share) -> None:  # noqa: ANN401 - XlsxWriter is untyped
    counts = "、".join(f"{title} {count} 行" for title, count in share.rows.items())
    exported = dict(share.facts).get(EXPORTED_AT, "")[:16].replace("T", " ")
    lines = [("原表导出时间", exported), ("内容", counts), *_HOW_TO]
    write_lines(page, look, share.label, lines)


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


def _by_share(
    table: Table, shares: Mapping[int, Share]
) -> tuple[dict[int, list[list[CellValue]]], int]:
    """Return the rows by the number of the book, 0 for nobody's, and how many change hands.

    A row with an identity goes back to the book that knows it, whoever is named beside it; a new
    one goes to the consultant who is.
    """
    labels = {share.label: share.number for share in shares.values()}
    source, named = table.place(SOURCE.name), table.place(CONSULTANT.name)
    found: dict[int, list[list[CellValue]]] = defaultdict(list)
    moved = 0
    for row in table.rows:
        stated = None if source is None else row[source]
        whom = labels.get(str(row[named]).strip(), 0) if named is not None else 0
        home = stated if isinstance(stated, int) and stated in shares else 0
        if not home and isinstance(stated, str) and stated.isdecimal():
            home = int(stated) if int(stated) in shares else 0
        moved += bool(home and whom and home != whom)
        found[home or whom].append(list(row))
    return found, moved


def _choices(book: ClinicBook) -> tuple[dict[int, dict[str, dict[str, CellValue]]], int]:
    """Return by book and uid what becomes of each value decided on, and how many there are."""
    decided: dict[int, dict[str, dict[str, CellValue]]] = defaultdict(lambda: defaultdict(dict))
    count = 0
    table = book.table(CONFLICTS)
    for row in () if table is None else table.rows:
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


def _decide(
    table: Table, rows: list[list[CellValue]], decided: Mapping[str, Mapping[str, CellValue]]
) -> None:
    """Put the values that were decided on into the rows of one consultant."""
    mark = table.place(IDENTITY.name)
    if mark is None or not decided:
        return
    for row in rows:
        uid, _, _ = str(row[mark] or "").partition("|")
        for key, value in decided.get(uid, {}).items():
            place = table.place(key)
            if place is not None:
                row[place] = value
