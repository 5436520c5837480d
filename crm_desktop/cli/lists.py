"""Commands for lists: hers in, the manager's sheet and everything out."""

import argparse

from crm_desktop.cli.session import Session
from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Accept
from crm_desktop.services.book import keep_out
from crm_desktop.services.imports import ImportReport, report_of
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text import problem_text


def bring(session: Session, options: argparse.Namespace) -> None:
    """Take a list in: read, planned, then exactly that plan applied; or only the plan shown."""
    terminal = session.terminal
    if options.errors is not None:
        keep_out(session.folder.path, options.errors)
    with session.book() as book:
        password = (
            terminal.secret(words.ask_password(), by_line=True) if options.password_stdin else None
        )
        read = book.imports.read(options.file, password, progress=terminal.progress)
        plan = book.imports.plan(read, accept=Accept(options.accept), progress=terminal.progress)
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
    """Write a workbook for one recipient, or everything as JSON for her."""
    terminal = session.terminal
    recipient, now = Recipient(options.recipient), session.clock.now()
    keep_out(session.folder.path, options.file)
    with session.book() as book:
        if options.file.suffix.lower() == ".json":
            report = book.exports.owner_json(options.file, now=now, progress=terminal.progress)
        else:
            password = (
                terminal.secret(words.ask_password(), by_line=True)
                if options.password_stdin
                else None
            )
            report = book.exports.workbook(
                options.file,
                recipient=recipient,
                password=password,
                now=now,
                progress=terminal.progress,
            )
    terminal.say(words.exported(str(options.file), report.clients))


def _tell(session: Session, report: ImportReport) -> None:
    for problem in report.problems:
        place = f"{problem.sheet or report.file}!{problem.column}{problem.row}"
        session.terminal.say(
            f"{place}\t{problem.field or ''}\t{_explained(problem)}\t{problem.raw}"
        )
    session.terminal.say(words.counted(report.counts, applied=report.applied))


def _explained(problem: CellProblem) -> str:
    return problem_text(problem.code)
