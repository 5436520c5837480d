"""Commands about imports of before: listed, and taken back whatever was done since."""

import argparse

from crm_desktop.cli.session import Session
from crm_desktop.services.import_log import PastImport
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text.import_summary import kind_word, standing_words
from crm_desktop.ui.text.taking_back import kept_words


def show(session: Session, options: argparse.Namespace) -> None:
    """List the latest imports, newest first, with the number to take each back by."""
    with session.book() as book:
        found = book.import_log.recent()
    if options.json:
        session.terminal.document([_document(past) for past in found])
        return
    for past in found:
        line = [str(past.id), f"{past.at:%Y-%m-%d %H:%M}", kind_word(past.kind), past.file]
        session.terminal.say("\t".join([*line, standing_words(past)]).rstrip())
    if not found:
        session.terminal.say(words.no_imports())


def take_back(session: Session, run_id: int) -> None:
    """Take an import back, and say what stays of it and why."""
    with session.book() as book:
        report, _ = book.taking_back.take_back(run_id, session.terminal.progress)
    for kept in report.plan.told:
        session.terminal.say(f"{kept.client_id or ''}\t{kept_words(kept)}")
    told = words.taken_back(report.file, report.plan.writes, len(report.plan.told))
    session.terminal.say(told)


def _document(past: PastImport) -> dict[str, object]:
    return {
        "id": past.id,
        "at": past.at.isoformat(timespec="seconds"),
        "file": past.file,
        "kind": past.kind.value,
        "profile": past.profile or None,
        **{outcome.value: count for outcome, count in past.counts.items()},
        "standing": past.standing.value,
        "kept": past.kept,
        "summary": past.summary.to_json(),
    }
