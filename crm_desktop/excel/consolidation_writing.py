"""The books of several consultants written as one workbook."""

import datetime as dt
import json
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from crm_desktop.domain.consolidation import Pair
from crm_desktop.domain.exporting import Progress
from crm_desktop.excel import words
from crm_desktop.excel.consolidation_doubles import Cells, differences
from crm_desktop.excel.consolidation_layout import (
    BEFORE,
    CONFLICT_COLUMNS,
    CONFLICTS,
    CONSULTANT,
    GROUNDS,
    MAYBE,
    SAME,
    SAME_COLUMNS,
    SHOWN,
    SOURCE,
    SOURCE_FACT,
    SURE,
    keys_of_all,
    page_columns,
)
from crm_desktop.excel.consolidation_reading import CONSOLIDATED, EXPORTED_AT, column_of
from crm_desktop.excel.consolidation_shelf import Shelf
from crm_desktop.excel.gathering import MOST_CELLS
from crm_desktop.excel.guard import MOST_BYTES
from crm_desktop.excel.streamed_workbook import StreamedWorkbook
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_cover import write_lists
from crm_desktop.excel.workbook_layout import ACTION, COVER, IDENTITY, LISTS, SCHEMA, SHEETS, SYNC

_BETWEEN_REPORTS: Final = 500
_FRAME_BYTES: Final = 20 * 1024**2
"""What the rest of the file has beside its rows, amply."""

_CLIENTS: Final = SHEETS[0].title
_HOW_TO: Final = (
    ("怎么改", "直接在表里改。列可以隐藏、排序、筛选;请不要改动表头、编号和隐藏的列。"),
    ("改好之后", "在客户簿里选“按顾问拆分”,每位顾问得到一份自己的表,由本人读回。"),
    ("同一客户", "几位顾问都有的客户,按电话、姓名、生日、卡号找出;写着“请核对”的要由您判断。"),
    ("冲突", "同一客户在两位顾问那里不一致的内容。在“采用”里选 甲 或 乙,另一位的表就照着改。"),
    ("新增", "在最后一行下面写,并在“顾问”一列选是谁的。"),
    ("删除", f"在最后一列“操作”里选“{words.DELETE}”。只删掉行不会删除客户簿里的记录。"),
    ("清空", f"空白表示不改。要清空一格,请写 {words.CLEAR}。"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One book on its way in: whose, what its _sync said, its tables put away.

    Attributes:
        label: the consultant's name, unlike that of any other book.
        first: the number of its first client among all.
    """

    number: int
    label: str
    file: str
    facts: tuple[tuple[str, str], ...]
    shelf: Shelf
    first: int

    @property
    def exported_at(self) -> str:
        """Return when it was exported, as its _sync says."""
        return dict(self.facts).get(EXPORTED_AT, "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A client of a pair: whose she is, and her cells by key."""

    source: Source
    cells: Cells


class ConsolidatedWorkbook:
    """The workbook being written: `add_table` each table of each book, the pairs, then `finish`.

    Attributes:
        conflicts: how many values two books disagree on.
    """

    def __init__(self, sources: Sequence[Source], made_at: dt.datetime) -> None:
        self.conflicts = 0
        self._sources = sources
        self._made_at = made_at
        self._book = StreamedWorkbook()
        self._cover = self._book.book.add_worksheet(COVER)
        self._keys = {
            sheet.title: keys_of_all(sheet.title, [s.shelf.keys[sheet.title] for s in having])
            for sheet in SHEETS
            if (having := [s for s in sources if sheet.title in s.shelf.titles])
        }
        labels = [source.label for source in sources]
        self._pages = {
            title: self._book.page(title, page_columns(title, BEFORE, keys, labels), frozen=5)
            for title, keys in self._keys.items()
        }
        self._same = self._book.page(SAME, SAME_COLUMNS)
        self._conflicts = self._book.page(CONFLICTS, CONFLICT_COLUMNS)

    @property
    def rows(self) -> dict[str, int]:
        """Return how many rows each sheet has, a continued one counted as one."""
        pages = {**self._pages, SAME: self._same, CONFLICTS: self._conflicts}
        return {title: page.rows for title, page in pages.items()}

    def add_table(self, source: Source, title: str, tick: Progress) -> None:
        """Write all rows of one table of one book."""
        table = source.shelf.table(title)
        if table is None:
            return
        fixed: dict[str, CellValue] = {SOURCE.name: source.number, CONSULTANT.name: source.label}
        names = [*(c.name for c in BEFORE), *self._keys[title], ACTION.name]
        takes = [(fixed.get(name), None if name in fixed else table.place(name)) for name in names]
        page = self._pages[title]
        for done, row in enumerate(table.rows):
            if done % _BETWEEN_REPORTS == 0:
                tick(done, len(table.rows))
            page.add([value if place is None else row[place] for value, place in takes])

    def add_pair(self, pair: Pair, one: Met, other: Met) -> None:
        """Write two who are or may be one, side by side."""
        shown = [_shown(met, key) for key in SHOWN for met in (one, other)]
        sure = SURE if pair.is_sure else MAYBE
        self._same.add([pair.group, sure, GROUNDS.get(pair.grounds), *shown])

    def add_person(self, group: int, members: Sequence[Met], today: dt.date) -> None:
        """Write on what those who are one person disagree."""
        cells = [met.cells for met in members]
        for key, first, second in differences(cells, today):
            one, other = members[first], members[second]
            self.conflicts += 1
            self._conflicts.add(
                [
                    group,
                    one.cells.get("client.name"),
                    column_of(_CLIENTS, key).header,
                    one.source.label,
                    one.cells.get(key),
                    other.source.label,
                    other.cells.get(key),
                    None,
                    key,
                    _whose(one),
                    _whose(other),
                ]
            )

    @property
    def is_readable(self) -> bool:
        """Say whether our own reader, which bounds what it opens, would open it again."""
        return self._book.size < MOST_BYTES - _FRAME_BYTES and self._book.cells < MOST_CELLS

    def finish(self, progress: Progress) -> bytes:
        """Return the finished file; `progress` may raise `Cancelled`."""
        self._write_cover()
        book = self._book.book
        used = {column_of(title, key).choices for title, keys in self._keys.items() for key in keys}
        write_lists(book, book.add_worksheet(LISTS), lists_of(used))
        write_facts(book, book.add_worksheet(SYNC), self._facts())
        self._cover.activate()
        return self._book.finish(progress)

    def _facts(self) -> list[tuple[str, str]]:
        made = self._made_at.isoformat(timespec="seconds")
        return [
            (CONSOLIDATED, "1"),
            ("schema", str(SCHEMA)),
            (EXPORTED_AT, made),
            *(
                (
                    f"{SOURCE_FACT}{source.number}",
                    json.dumps({"label": source.label, "facts": source.facts}, ensure_ascii=False),
                )
                for source in self._sources
            ),
        ]

    def _write_cover(self) -> None:
        counts = "、".join(f"{title} {count} 行" for title, count in self.rows.items())
        books = [
            (source.label, f"{source.shelf.rows.get(_CLIENTS, 0)} 位客户,{_exported(source)}")
            for source in self._sources
        ]
        lines = [("合并时间", f"{self._made_at:%Y-%m-%d %H:%M}"), ("内容", counts)]
        write_lines(self._cover, self._book.look, "几位顾问的客户", [*lines, *books, *_HOW_TO])


def lists_of(used: Collection[str]) -> list[str]:
    """Return the dropdown lists that columns with these choices need, 操作 always."""
    return [name for name in words.CHOICES if name in {*used, ACTION.choices}]


def write_facts(workbook: Any, page: Any, facts: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401 - XlsxWriter is untyped
    """Fill _sync, and the custom properties with what fits into one, and hide it."""
    for row, (name, value) in enumerate(facts):
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
        if ":" not in name and 0 < len(value) <= _LONGEST_PROPERTY:
            workbook.set_custom_property(f"crm_{name}", value, "text")
    page.hide()


_LONGEST_PROPERTY: Final = 255


def write_lines(page: Any, look: Any, title: str, lines: Iterable[tuple[str, str]]) -> None:  # noqa: ANN401 - XlsxWriter is untyped
    """Fill 说明 with a title and lines of two columns."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 78)
    page.set_row(0, 34)
    page.write_string(0, 0, "贵客簿", look.title)
    page.write_string(0, 1, title, look.title)
    for row, (head, text) in enumerate(lines, start=2):
        page.write_string(row, 0, head, look.heading)
        page.write_string(row, 1, text, look.line)


def _shown(met: Met, key: str) -> CellValue:
    return met.source.label if key == CONSULTANT.name else met.cells.get(key)


def _whose(met: Met) -> str:
    """Return the hidden name of a client in all books: the number of the book, her uid."""
    uid, _, _ = str(met.cells.get(IDENTITY.name) or "").partition("|")
    return f"{met.source.number}/{uid}"


def _exported(source: Source) -> str:
    told = source.exported_at
    return f"{told[:16].replace('T', ' ')} 导出" if told else source.file
