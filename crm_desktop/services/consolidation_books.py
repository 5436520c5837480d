"""The workbooks that go into a consolidation: opened, told apart, the newest of each book."""

import contextlib
import datetime as dt
import pathlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain.consolidating import RefusedBook
from crm_desktop.domain.errors import Cancelled, CrmError, NotOurWorkbook, WorkbookProtected
from crm_desktop.domain.exporting import Progress
from crm_desktop.excel.consolidation_reading import BOOK, clinic_book, consultant_of, moment_of
from crm_desktop.excel.consolidation_shelf import Shelf
from crm_desktop.excel.consolidation_writing import Source
from crm_desktop.excel.packed_rows import Keep
from crm_desktop.excel.reading import open_workbook
from crm_desktop.excel.workbook import Workbook
from crm_desktop.excel.workbook_layout import SHEETS

Asked = Callable[[str, bool], str | None]
"""Asks for the password of a file; told whether one was wrong before. None leaves the file out."""

STEPS: Final = 1000
_CLIENTS: Final = SHEETS[0].title


@dataclass(slots=True)
class Passwords:
    """The passwords given so far, each tried on the next file before asking again."""

    ask: Asked
    given: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBooks:
    """The books to put together, and what became of the other files."""

    sources: tuple[Source, ...]
    refused: tuple[RefusedBook, ...]
    repeated: tuple[str, ...]
    replaced: tuple[tuple[str, str], ...]
    left_out: dict[str, tuple[str, ...]]


def read_books(
    paths: Sequence[pathlib.Path], ask: Passwords | None, progress: Progress
) -> ReadBooks:
    """Read one workbook after the other; each is put away before the next."""
    found: dict[str, Source] = {}
    refused: list[RefusedBook] = []
    repeated: list[str] = []
    replaced: list[tuple[str, str]] = []
    left_out: dict[str, tuple[str, ...]] = {}
    for place, path in enumerate(paths):
        tick = stage(progress, STEPS * place // len(paths), STEPS * (place + 1) // len(paths))
        tick(0, 1)
        try:
            source, strange = _source(path, ask, tick)
        except Cancelled:
            raise
        except CrmError as error:
            refused.append(RefusedBook(file=path.name, error=error))
            continue
        uid = dict(source.facts)[BOOK]
        rival = found.get(uid)
        if rival is None or _moment(rival) < _moment(source):
            found[uid] = source
            left_out[source.file] = strange
            if rival is not None:
                replaced.append((rival.file, source.file))
        elif _moment(rival) == _moment(source):
            repeated.append(source.file)
        else:
            replaced.append((source.file, rival.file))
    return ReadBooks(
        sources=_numbered(tuple(found.values())),
        refused=tuple(refused),
        repeated=tuple(repeated),
        replaced=tuple(replaced),
        left_out=left_out,
    )


def opened(
    path: pathlib.Path, ask: Passwords | None, tick: Progress, keep: Keep = list
) -> Workbook:
    """Return a workbook, asked for its password where it has one.

    Raises:
        WorkbookProtected: Nobody gave the right password.
        WorkbookError: It cannot be read.
    """
    attempts: list[str | None] = [None, *(ask.given if ask else ())]
    for password in attempts:
        with contextlib.suppress(WorkbookProtected):
            return open_workbook(path, password=password, tick=tick, keep=keep)
    wrong = False
    while ask is not None and (password := ask.ask(path.name, wrong)) is not None:
        with contextlib.suppress(WorkbookProtected):
            workbook = open_workbook(path, password=password, tick=tick, keep=keep)
            ask.given.append(password)
            return workbook
        wrong = True
    raise WorkbookProtected(path.name, wrong=wrong)


def stage(progress: Progress, first: int, last: int, total: int = STEPS) -> Progress:
    """Return the progress of a part of the whole, from step `first` to step `last` of `total`."""

    def tell(done: int, of: int) -> None:
        share = min(done / of, 1) if of else 0
        progress(first + int((last - first) * share), total)

    return tell


def forward(progress: Progress) -> Progress:
    """Return a progress that never goes back: a reader begins anew with every sheet."""
    furthest = 0

    def tell(done: int, total: int) -> None:
        nonlocal furthest
        furthest = max(furthest, done)
        progress(furthest, total)

    return tell


def unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


def _source(
    path: pathlib.Path, ask: Passwords | None, tick: Progress
) -> tuple[Source, tuple[str, ...]]:
    book = clinic_book(opened(path, ask, tick))
    if not book.fact(BOOK) or book.table(_CLIENTS) is None:
        raise NotOurWorkbook(book.file)
    source = Source(
        number=0,
        label=consultant_of(book),
        file=book.file,
        facts=book.facts,
        shelf=Shelf(book),
        first=0,
    )
    return source, book.left_out


def _moment(source: Source) -> dt.datetime:
    return moment_of(source.exported_at)


def _numbered(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Return the books numbered from 1, their clients from 0, and no two of one name."""
    labels: set[str] = set()
    numbered: list[Source] = []
    first = 0
    for number, source in enumerate(sources, start=1):
        label, count = source.label, 1
        while label in labels:
            count += 1
            label = f"{source.label} {count}"
        labels.add(label)
        numbered.append(replace(source, number=number, label=label, first=first))
        first += source.shelf.rows[_CLIENTS]
    return tuple(numbered)
