"""Our own workbook come back, compared three ways with the book."""

import itertools
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.counterparts import BaseRow
from crm_desktop.domain.import_plan import (
    KINDS,
    Fact,
    ImportPlan,
    Options,
    PlannedRow,
    SheetRead,
)
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.records import Client
from crm_desktop.domain.returned import ReturnedBook
from crm_desktop.domain.sync_client import Written, written
from crm_desktop.excel.workbook_layout import SHEETS
from crm_desktop.services.import_list import BuriedOf
from crm_desktop.services.import_progress import in_turn
from crm_desktop.services.read_list import ReadList
from crm_desktop.services.returned_book import BookSide
from crm_desktop.services.returned_client import ClientDone, ClientRows, Had
from crm_desktop.services.returned_sides import SheetSides
from crm_desktop.services.returned_sorting import (
    Sorted,
    Touched,
    columns_of,
    same,
    sorted_rows,
)
from crm_desktop.services.returned_strangers import Strangers
from crm_desktop.services.sync_bases import Cells

_TABLES: Final = {sheet.key: sheet for sheet in SHEETS}
_BETWEEN_REPORTS: Final = 50

_Contents = Mapping[int, Mapping[str, Cells]]
_Bases = Mapping[tuple[int, str], Cells]


def plan_returned(
    session: Session, read: ReadList, options: Options, buried: BuriedOf, progress: Progress
) -> ImportPlan:
    """Return what the rows of our own workbook come to in this state of the book."""
    book = read.returned
    assert book is not None  # noqa: S101 - whoever read it as ours put it there
    side = BookSide(session, book, buried(session))
    return _Planning(book, side, options).plan(progress)


@dataclass(slots=True)
class _Wanted:
    """What is to be written."""

    new: list[Fact] = field(default_factory=list)
    changed: list[Fact] = field(default_factory=list)
    removed: list[Fact] = field(default_factory=list)
    trashed: list[int] = field(default_factory=list)
    bases: list[BaseRow] = field(default_factory=list)


class _Planning:
    """One plan on its way."""

    def __init__(self, book: ReturnedBook, side: BookSide, options: Options) -> None:
        self._book = book
        self._side = side
        self._options = options
        self._sheets = [
            SheetSides(_TABLES[sheet.table], sheet, side.recipient, is_masked=book.phones_masked)
            for sheet in book.sheets
        ]
        self._found = Sorted()
        self._wanted = _Wanted()

    def plan(self, progress: Progress) -> ImportPlan:
        """Sort the rows, merge what is left client by client, and put the plan together."""
        self._found = sorted_rows(self._book, self._side, self._options)
        strangers = Strangers(self._side, self._sheets, self._found, self._options)
        strangers.place_all()
        settled = len(self._found.settled)
        bases, contents = self._bases(strangers.new)
        sort, merge = in_turn(progress, settled, len(self._found.touched))
        sort(1, 1)
        self._merge(strangers.new, bases, contents, merge)
        rows = self._found.settled
        return ImportPlan(
            options=self._options,
            rows=_with_columns([rows[place] for place in sorted(rows)], self._book),
            new=_in_order(self._wanted.new),
            changed=_in_order(self._wanted.changed),
            skipped=sum(sheet.skipped for sheet in self._book.sheets),
            sheets=tuple(_sheets_read(self._book)),
            removed=tuple(self._wanted.removed),
            trashed=tuple(self._wanted.trashed),
            counterpart=self._side.counterpart,
            bases=tuple(self._wanted.bases),
            cautions=self._side.cautions,
        )

    def _bases(self, new: set[int]) -> tuple[_Bases, _Contents]:
        """Look up what they had, and settle rows that say nothing else."""
        touched = self._found.touched
        known = touched.keys() - new
        if not known:
            return {}, {}
        bases, contents = self._side.bases(known), self._side.contents(known)
        for client_id in sorted(known):
            left = []
            for one in touched[client_id]:
                if self._is_unchanged(one, bases, contents.get(client_id, {})):
                    self._found.settled[one.place] = same(one.row, client_id)
                else:
                    left.append(one)
            touched[client_id] = left
            if not left:
                del touched[client_id]
        return bases, contents

    def _is_unchanged(self, one: Touched, bases: _Bases, contents: Mapping[str, Cells]) -> bool:
        if one.is_new or one.row.deletes:
            return False
        stated = contents.get(one.row.stated_hash)
        last = bases.get((one.client_id, one.row.part))
        sides = self._sheets[one.place[0]]
        return any(
            base is not None and sides.is_unchanged(one.row, base) for base in (stated, last)
        )

    def _merge(self, new: set[int], bases: _Bases, contents: _Contents, progress: Progress) -> None:
        touched = self._found.touched
        merging = ClientRows(self._side, self._sheets, self._options)
        known = self._side.folders(touched.keys() - new)
        strangers = (self._stranger(client_id) for client_id in sorted(new))
        for done, folder in enumerate(itertools.chain(known, strangers)):
            if done % _BETWEEN_REPORTS == 0:
                progress(done, len(touched))
            client_id = folder.client.id
            had = Had(
                bases=bases,
                contents=contents.get(client_id, {}),
                taken=self._taken(client_id),
            )
            is_new = client_id in new
            came = merging.done(folder, touched[client_id], had, is_stranger=is_new)
            before = None if is_new else folder
            self._take(came, written(before, came.folder, self._options))
        progress(len(touched), len(touched))

    def _take(self, came: ClientDone, facts: Written) -> None:
        self._found.settled.update(came.rows)
        self._wanted.new += facts[0]
        self._wanted.changed += facts[1]
        self._wanted.removed += facts[2]
        self._wanted.bases += came.bases
        if came.is_trashed:
            self._wanted.trashed.append(came.folder.client.id)

    def _taken(self, client_id: int) -> dict[str, set[str]]:
        """Return the records rows of the file stand for; asked where rows were written in."""
        taken: dict[str, set[str]] = {}
        if any(one.is_new for one in self._found.touched[client_id]):
            for table, owner, part in self._found.parts:
                if owner == client_id:
                    taken.setdefault(table, set()).add(part)
        return taken

    def _stranger(self, client_id: int) -> ClientFolder:
        now = self._options.now
        return ClientFolder(client=Client(id=client_id, created_at=now, updated_at=now))


def _with_columns(rows: Iterable[PlannedRow], book: ReturnedBook) -> tuple[PlannedRow, ...]:
    """Return the rows, their problems with the letters of their columns."""
    letters = columns_of(book.sheets)
    return tuple(
        replace(
            row,
            problems=tuple(
                replace(each, column=each.column or letters.get((each.sheet, each.field), ""))
                if each.field
                else each
                for each in row.problems
            ),
        )
        if row.problems
        else row
        for row in rows
    )


def _in_order(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Return the facts by kind, those others refer to first."""
    places = {kind: place for place, kind in enumerate(KINDS)}
    return tuple(sorted(facts, key=lambda fact: places[type(fact)]))


def _sheets_read(book: ReturnedBook) -> Iterable[SheetRead]:
    for sheet in book.sheets:
        yield SheetRead(
            name=sheet.name,
            header_row=sheet.header_row,
            mapping=sheet.mapping,
            ignored=sheet.ignored,
            columns=tuple(sheet.columns.items()),
        )
    for name in book.unread:
        yield SheetRead(name=name, header_row=None, mapping={})
