"""What an import does beside the screen, each bound to plain values."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crm_desktop.domain.import_plan import ImportPlan, ListKind, Options
from crm_desktop.domain.import_questions import Question
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.services.book import Book, keep_out
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.exchange.overview import Overview, overview_of
from crm_desktop.ui.jobs import Report
from crm_desktop.ui.text.importing import explained

_PORTION: Final = 200

if TYPE_CHECKING:
    # They load what reads workbooks; these jobs do that beside the screen.
    from crm_desktop.services.import_columns import ListColumn
    from crm_desktop.services.import_sheets import ListSheet
    from crm_desktop.services.imports import ReadList


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A list that was read, its columns, and all its sheets with what each lists."""

    read: "ReadList"
    columns: "tuple[ListColumn, ...]"
    sheets: "tuple[ListSheet, ...]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What stood on the screen when a sheet was said to list something else.

    `kind` is what the list was found to be before anything was said of its sheets.
    """

    columns: "tuple[ListColumn, ...]"
    sheets: "tuple[ListSheet, ...]"
    kind: ListKind


def opened(book: Book, path: Path, password: str | None, report: Report) -> Opened:
    """Return a list and its columns, read as it says itself or as the known one it is."""
    return _opened(book, book.imports.read(path, password, progress=report, guess=True))


def taken_as(book: Book, read: "ReadList", kind: ListKind, report: Report) -> Opened:
    """Return the same list and its columns, taken for one of another kind."""
    return _opened(book, book.imports.read_again(read, AS_IT_STANDS, report, kind, guess=True))


def read_by(book: Book, read: "ReadList", profile: Profile, report: Report) -> Opened:
    """Return the same list and its columns, read as a known one."""
    return _opened(book, book.imports.read_by(read, profile, report))


def sheet_said(  # noqa: PLR0913, PLR0917 - a work order: the list, how it is read, what was said
    book: Book,
    read: "ReadList",
    rules: ReadingRules,
    shown: Shown,
    sheet: str,
    lists: Lists,
    report: Report,
) -> Opened:
    """Return the same list with one sheet taken for one that lists something else.

    It is still the known list it was taken for, with changes of hers.
    """
    from crm_desktop.services.import_columns import said_with  # noqa: PLC0415 - see above

    said = said_with(rules, shown.sheets, shown.columns, sheet, lists)
    kind = ListKind.CLINIC if Lists.BILLS in said.sheets.values() else shown.kind
    again = book.imports.read_again(read, said, report, kind, guess=True)
    return _opened(book, replace(again, profile=read.profile))


def _opened(book: Book, read: "ReadList") -> Opened:
    return Opened(read=read, columns=book.imports.columns(read), sheets=book.imports.sheets(read))


def compared(  # noqa: PLR0913, PLR0917 - a work order: the list, how it is taken, what was asked
    book: Book,
    read: "ReadList",
    rules: ReadingRules,
    options: Options,
    asked: tuple[Question, ...],
    report: Report,
) -> "tuple[ReadList, Overview]":
    """Return the list, read by these rules, and what taking it in would do, looked over.

    Questions that were `asked` before stay the very same ones.
    """
    if rules != read.rules or read.is_guessed:
        read = replace(book.imports.read_again(read, rules, report), profile=read.profile)
    plan = book.imports.plan(read, options=options, progress=report)
    return read, overview_of(plan, asked)


def let_go(held: list[object]) -> None:
    """Drop plans and lists little by little: they are large, and the screen wants its turn."""
    parts = [
        list(getattr(one, name, ())) for one in held for name in ("rows", "new", "changed", "bills")
    ]
    held.clear()
    for part in parts:
        while part:
            del part[-_PORTION:]


def applied(book: Book, plan: ImportPlan, report: Report) -> tuple[ImportReport, Change]:
    """Write exactly what the plan says."""
    return book.imports.apply(plan, report)


def errors_saved(book: Book, read: "ReadList", plan: ImportPlan, path: Path, heading: str) -> int:
    """Write the rows with something wrong, and return how many."""
    keep_out(book.folder, path)
    return book.imports.write_errors(read, plan, path, heading=heading, explain=explained)
