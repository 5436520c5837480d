"""Several consultants' workbooks made one for their manager, and that one taken apart again.

No book is opened: files come in, files go out. What the files say stays in memory.
"""

import contextlib
import datetime as dt
import pathlib
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from crm_desktop.collector import collector_resting
from crm_desktop.domain.consolidating import Consolidation, ReturnedShare, Split, TakenBook
from crm_desktop.domain.errors import ConsolidationTooLarge, ListKept, PasswordEmpty
from crm_desktop.domain.exporting import Progress
from crm_desktop.excel.consolidation_layout import EXTRA
from crm_desktop.excel.consolidation_reading import clinic_book
from crm_desktop.excel.consolidation_splitting import Taken, taken_apart, workbook_of
from crm_desktop.excel.consolidation_writing import ConsolidatedWorkbook, Source
from crm_desktop.excel.packed_rows import PackedRows
from crm_desktop.excel.protect import encrypted
from crm_desktop.excel.workbook_layout import SHEETS
from crm_desktop.files import disk
from crm_desktop.services.consolidation_books import (
    STEPS,
    Passwords,
    ReadBooks,
    forward,
    opened,
    read_books,
    stage,
    unwatched,
)
from crm_desktop.services.consolidation_pairs import met, pairs_of
from crm_desktop.services.unfinished_file import UnfinishedFile, unfinished

_CLIENTS: Final = SHEETS[0].title
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME: Final = 80
_PRIVATE: Final = 0o700


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """How many people surely are with two consultants, and so on; see `Consolidation`."""

    same: int
    maybe: int
    crowded: int


def consolidate(  # noqa: PLR0913 - the choices of one consolidation, each named by the caller
    paths: Sequence[pathlib.Path],
    target: pathlib.Path,
    *,
    now: dt.datetime,
    ask: Passwords | None = None,
    protect: str | None = None,
    progress: Progress = unwatched,
) -> Consolidation:
    """Write one workbook of all these; what cannot be used is left out and named.

    Args:
        paths: workbooks that consultants exported for their manager.
        target: the file to write; an older one stays unless all went well.
        now: the moment of writing.
        ask: gives the passwords of protected ones; None refuses those.
        protect: a password for the result.
        progress: counts to its total and may raise `Cancelled`.

    Raises:
        ListKept: `target` is one of `paths`.
        CrmError: why the first file was refused, where not one could be used.
        ConsolidationTooLarge: So many rows that nobody could take it apart again.
        SheetFull, FolderNotWritable, DiskFull, DiskFailed, WorkbookOpenElsewhere: Of the target.

    """
    _check_password(protect)
    if target.resolve() in {path.resolve() for path in paths}:
        raise ListKept(target.name)
    progress = forward(progress)
    with collector_resting(), unfinished(target) as file:
        read = read_books(paths, ask, stage(progress, 0, 500))
        if not read.sources:
            raise read.refused[0].error
        book = ConsolidatedWorkbook(read.sources, now)
        found = _compare(book, read.sources, now.date(), stage(progress, 500, 650))
        _fill(book, read.sources, stage(progress, 650, 850))
        if not book.is_readable:
            raise ConsolidationTooLarge(target.name)
        data = book.finish(stage(progress, 850, STEPS))
        file.write(data if protect is None else encrypted(data, protect))
        file.finish()
    return _report(target, read, book, found, is_encrypted=protect is not None)


def split(
    path: pathlib.Path,
    folder: pathlib.Path,
    *,
    ask: Passwords | None = None,
    protect: str | None = None,
    progress: Progress = unwatched,
) -> Split:
    """Write a workbook for every consultant into `folder`, named after her; all of them or none.

    A file that is there already is never written over: the new one gets a number. A folder that
    is not there is made.

    Raises:
        NotOurWorkbook, NotConsolidated, WorkbookError: Of `path`.
        FolderNotWritable, DiskFull, DiskFailed: Of the folder.
        Cancelled: `progress` raised it.

    """
    _check_password(protect)
    progress = forward(progress)
    with collector_resting(), contextlib.ExitStack() as files:
        taken = _taken(path, ask, progress)
        with disk(folder):
            folder.mkdir(mode=_PRIVATE, parents=True, exist_ok=True)
        written: list[tuple[ReturnedShare, UnfinishedFile]] = []
        names = _free_names(folder, [share.label for share in taken.shares])
        for place, (share, target) in enumerate(zip(taken.shares, names, strict=True)):
            tick = stage(progress, *_part(place, len(taken.shares), 500, STEPS))
            back = ReturnedShare(consultant=share.label, path=target, rows=share.rows)
            data = workbook_of(share, tick)
            # What is written is not kept beside what is still to be.
            share.tables.clear()
            file = files.enter_context(unfinished(target))
            file.write(data if protect is None else encrypted(data, protect))
            written.append((back, file))
        for _, file in written:
            file.finish()
    progress(STEPS, STEPS)
    return Split(
        shares=tuple(back for back, _ in written),
        unplaced=taken.unplaced,
        handed_over=taken.handed_over,
        chosen=taken.chosen,
        is_encrypted=protect is not None,
    )


def _taken(path: pathlib.Path, ask: Passwords | None, progress: Progress) -> Taken:
    """Return the rows of the whole by consultant, packed; the whole itself is let go."""
    workbook = opened(path, ask, stage(progress, 0, 300), PackedRows)
    return taken_apart(clinic_book(workbook, EXTRA), stage(progress, 300, 500))


def _report(
    target: pathlib.Path,
    read: ReadBooks,
    book: ConsolidatedWorkbook,
    found: _Found,
    *,
    is_encrypted: bool,
) -> Consolidation:
    return Consolidation(
        path=target,
        books=tuple(_taken_in(source, read.left_out) for source in read.sources),
        refused=read.refused,
        repeated=read.repeated,
        replaced=read.replaced,
        rows=book.rows,
        same=found.same,
        maybe=found.maybe,
        crowded=found.crowded,
        conflicts=book.conflicts,
        size=target.stat().st_size,
        is_encrypted=is_encrypted,
    )


def _check_password(protect: str | None) -> None:
    if protect is not None and not protect:
        raise PasswordEmpty


def _compare(
    book: ConsolidatedWorkbook, sources: Sequence[Source], today: dt.date, tick: Progress
) -> _Found:
    """Write who is with two consultants."""
    pairs, crowded = pairs_of(sources, today, stage(tick, 0, 800))
    numbers = {number for pair in pairs for number in (pair.one, pair.other)}
    known = met(sources, numbers, stage(tick, 800, 900))
    tell = stage(tick, 900, STEPS)
    for done, pair in enumerate(pairs):
        tell(done, len(pairs))
        book.add_pair(pair, known[pair.one], known[pair.other])
    people: dict[int, set[int]] = defaultdict(set)
    for pair in pairs:
        if pair.is_sure:
            people[pair.group] |= {pair.one, pair.other}
    for group, members in people.items():
        book.add_person(group, [known[number] for number in sorted(members)], today)
    maybe = sum(not pair.is_sure for pair in pairs)
    return _Found(same=len(people), maybe=maybe, crowded=crowded)


def _fill(book: ConsolidatedWorkbook, sources: Sequence[Source], tick: Progress) -> None:
    """Write every table, sheet by sheet, each book in its turn."""
    tables = [(sheet.title, source) for sheet in SHEETS for source in sources]
    for done, (title, source) in enumerate(tables):
        book.add_table(source, title, stage(tick, *_part(done, len(tables), 0, STEPS)))


def _part(place: int, count: int, first: int, last: int) -> tuple[int, int]:
    """Return the steps from which to which one of `count` parts goes, between two steps."""
    width = last - first
    return first + width * place // count, first + width * (place + 1) // count


def _taken_in(source: Source, left_out: dict[str, tuple[str, ...]]) -> TakenBook:
    return TakenBook(
        file=source.file,
        consultant=source.label,
        exported_at=source.exported_at,
        clients=source.shelf.rows.get(_CLIENTS, 0),
        left_out=left_out.get(source.file, ()),
    )


def _free_names(folder: pathlib.Path, labels: Sequence[str]) -> Iterator[pathlib.Path]:
    """Yield a path for each consultant that is not there yet."""
    given: set[pathlib.Path] = set()
    for label in labels:
        name = _NOT_IN_NAMES.sub("-", label).strip(" .")[:_LONGEST_NAME] or "-"
        path, count = folder / f"{name}.xlsx", 1
        while path in given or path.exists():
            count += 1
            path = folder / f"{name} ({count}).xlsx"
        given.add(path)
        yield path
