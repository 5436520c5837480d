"""Commands for lists: hers in, the manager's sheet, everything and files for the phone out."""

import argparse
from collections.abc import Callable, Mapping
from typing import Final

from crm_desktop.cli.session import Session
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.errors import CannotProtect, NoContacts, ProfileUnclear
from crm_desktop.domain.exporting import ExportReport, Recipient
from crm_desktop.domain.import_plan import Accept, ListKind
from crm_desktop.domain.list_query import Chosen, hers
from crm_desktop.domain.phone_days import CalendarChoice, ContactsChoice, NamesAs
from crm_desktop.services.book import Book, keep_out
from crm_desktop.services.imports import ImportReport, report_of
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text import problem_text
from crm_desktop.ui.text.export_results import told
from crm_desktop.ui.text.phone import summary


def bring(session: Session, options: argparse.Namespace) -> None:
    """Take a list in: read, planned, then exactly that plan applied; or only the plan shown."""
    terminal = session.terminal
    if options.errors is not None:
        keep_out(session.folder.path, options.errors)
    with session.book() as book:
        password = (
            terminal.secret(words.ask_password(), by_line=True) if options.password_stdin else None
        )
        is_list = options.kind not in {None, ListKind.CONTACTS}
        kind = ListKind(options.kind) if is_list else None
        read = book.imports.read(
            options.file,
            password,
            progress=terminal.progress,
            kind=kind,
            profile=options.profile,
        )
        fitting = book.imports.profiles_like(read)
        if len(fitting) > 1:
            raise ProfileUnclear(read.file, tuple(one.name for one in fitting))
        if options.kind == ListKind.CONTACTS and not read.is_cards:
            raise NoContacts(options.file.name)
        plan = book.imports.plan(
            read,
            known_only=options.known_only,
            accept=Accept(options.accept),
            progress=terminal.progress,
        )
        if options.errors is not None:
            book.imports.write_errors(
                read, plan, options.errors, heading=words.what_is_wrong(), explain=_explained
            )
        if options.dry_run:
            report = report_of(plan, applied=False)
        else:
            report, _ = book.imports.apply(plan, terminal.progress)
    if options.json:
        terminal.document(report.to_json())
    else:
        _tell(session, report)


def export(session: Session, options: argparse.Namespace) -> None:
    """Write a workbook for one recipient, everything as JSON for her, or a file for the phone."""
    keep_out(session.folder.path, options.file)
    kind = options.file.suffix.lower()
    if options.password_stdin and kind != _WORKBOOK:
        raise CannotProtect(options.file.name)
    with session.book() as book:
        report = _WRITERS[kind](session, book, options)
    for line in told(report):
        session.terminal.say(line)


def _workbook(session: Session, book: Book, options: argparse.Namespace) -> ExportReport:
    terminal = session.terminal
    password = (
        terminal.secret(words.ask_password(), by_line=True) if options.password_stdin else None
    )
    return book.exports.workbook(
        options.file,
        recipient=Recipient(options.recipient),
        columns=options.columns,
        client_ids=_hers(session, book) if options.mine else None,
        mask_phones=options.mask_phones,
        password=password,
        to=options.to.strip(),
        purpose=options.purpose.strip(),
        only_changed=options.changed,
        now=session.clock.now(),
        progress=terminal.progress,
    )


def _hers(session: Session, book: Book) -> frozenset[int]:
    chosen = Chosen(query=hers(book.settings.get().consultant))
    return frozenset(book.bulk.ids(chosen, today=session.clock.now().date()))


def _everything(session: Session, book: Book, options: argparse.Namespace) -> ExportReport:
    now, progress = session.clock.now(), session.terminal.progress
    return book.exports.owner_json(options.file, now=now, progress=progress)


def _calendar(session: Session, book: Book, options: argparse.Namespace) -> ExportReport:
    choice = CalendarChoice(
        names=NamesAs(options.names or NamesAs.INITIALS),
        years=options.years,
        prepares=options.prepare,
        big_only=not options.all,
    )
    now, progress = session.clock.now(), session.terminal.progress
    return book.phone_files.calendar(options.file, choice, say=summary, now=now, progress=progress)


def _contacts(session: Session, book: Book, options: argparse.Namespace) -> ExportReport:
    choice = ContactsChoice(names=NamesAs(options.names or NamesAs.FULL), big_only=not options.all)
    now, progress = session.clock.now(), session.terminal.progress
    return book.phone_files.contacts(options.file, choice, now=now, progress=progress)


_WORKBOOK: Final = ".xlsx"
_WRITERS: Final[Mapping[str, Callable[[Session, Book, argparse.Namespace], ExportReport]]] = {
    _WORKBOOK: _workbook,
    ".csv": _workbook,
    ".json": _everything,
    ".ics": _calendar,
    ".vcf": _contacts,
}


def _tell(session: Session, report: ImportReport) -> None:
    for problem in report.problems:
        place = f"{problem.sheet or report.file}!{problem.column}{problem.row}"
        session.terminal.say(
            f"{place}\t{problem.field or ''}\t{_explained(problem)}\t{problem.raw}"
        )
    session.terminal.say(words.outcomes(report.counts, applied=report.applied))


def _explained(problem: CellProblem) -> str:
    return problem_text(problem.code)
