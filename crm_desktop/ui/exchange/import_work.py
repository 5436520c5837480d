"""What an import does beside the screen, each bound to plain values."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from crm_desktop.domain.import_plan import ImportPlan, ListKind, Options
from crm_desktop.domain.import_questions import Question
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import AS_IT_STANDS, ReadingRules
from crm_desktop.domain.records import Change
from crm_desktop.services.book import Book, keep_out
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.exchange.overview import Overview, overview_of
from crm_desktop.ui.jobs import Report
from crm_desktop.ui.text.importing import explained

_PORTION: Final = 200

if TYPE_CHECKING:
    # They load what reads workbooks; these jobs do that beside the screen.
    from crm_desktop.services.import_columns import ListColumn
    from crm_desktop.services.imports import ReadList


def opened(
    book: Book, path: Path, password: str | None, report: Report
) -> "tuple[ReadList, tuple[ListColumn, ...]]":
    """Return a list and its columns, read as it says itself or as the known one it is."""
    read = book.imports.read(path, password, progress=report, guess=True)
    return read, book.imports.columns(read)


def taken_as(
    book: Book, read: "ReadList", kind: ListKind, report: Report
) -> "tuple[ReadList, tuple[ListColumn, ...]]":
    """Return the same list and its columns, taken for one of another kind."""
    again = book.imports.read_again(read, AS_IT_STANDS, report, kind, guess=True)
    return again, book.imports.columns(again)


def read_by(
    book: Book, read: "ReadList", profile: Profile, report: Report
) -> "tuple[ReadList, tuple[ListColumn, ...]]":
    """Return the same list and its columns, read as a known one."""
    again = book.imports.read_by(read, profile, report)
    return again, book.imports.columns(again)


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
    if rules != read.rules:
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
