"""The command for the manager: several consultants' workbooks into one, and back. No book."""

import argparse
import dataclasses
from collections.abc import Sequence

from crm_desktop.cli.session import Session
from crm_desktop.domain.consolidating import Consolidation, Split
from crm_desktop.services.book import keep_out
from crm_desktop.services.consolidation import consolidate as put_together
from crm_desktop.services.consolidation import split as take_apart
from crm_desktop.services.consolidation_books import Passwords
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text import consolidation, sentence


def consolidate(session: Session, options: argparse.Namespace) -> None:
    """Write the one workbook, or one for every consultant with `--split`."""
    password = None
    if options.password_stdin:
        password = session.terminal.secret(words.ask_password(), by_line=True)
    known = None if password is None else Passwords(_nobody, [password])
    if options.split is not None:
        keep_out(session.folder.path, options.split)
        report = take_apart(
            options.files[0],
            options.split,
            ask=known,
            protect=password,
            progress=session.terminal.progress,
        )
        _say_apart(session, report, as_json=options.json)
        return
    target, *paths = options.files
    keep_out(session.folder.path, target)
    whole = put_together(
        paths,
        target,
        now=session.clock.now(),
        ask=known,
        protect=password,
        progress=session.terminal.progress,
    )
    _say_together(session, whole, as_json=options.json)


def _nobody(_file: str, _wrong: bool) -> str | None:  # noqa: FBT001 - as `Asked` is called
    """Give no other password: the one line of input was all there is."""
    return None


def _say_together(session: Session, report: Consolidation, *, as_json: bool) -> None:
    terminal = session.terminal
    if as_json:
        terminal.document(
            {
                "file": str(report.path),
                "books": [dataclasses.asdict(book) for book in report.books],
                "refused": [
                    {"file": one.file, "code": type(one.error).__name__, "why": sentence(one.error)}
                    for one in report.refused
                ],
                "repeated": list(report.repeated),
                "replaced": [{"older": old, "newer": new} for old, new in report.replaced],
                "clients": report.clients,
                "rows": report.rows,
                "same": report.same,
                "maybe": report.maybe,
                "crowded": report.crowded,
                "conflicts": report.conflicts,
            }
        )
        return
    _tell(session, (consolidation.together(report), consolidation.found(report)))
    for line in consolidation.beside(report):
        terminal.tell(line)


def _say_apart(session: Session, report: Split, *, as_json: bool) -> None:
    if as_json:
        session.terminal.document(
            {
                "shares": [
                    {"consultant": share.consultant, "file": str(share.path), "rows": share.rows}
                    for share in report.shares
                ],
                "unplaced": report.unplaced,
                "handed_over": report.handed_over,
                "chosen": report.chosen,
            }
        )
        return
    _tell(session, (consolidation.apart(report),))
    for line in consolidation.apart_beside(report):
        session.terminal.tell(line)


def _tell(session: Session, lines: Sequence[str]) -> None:
    for line in lines:
        session.terminal.say(line)
