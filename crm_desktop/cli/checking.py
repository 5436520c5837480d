"""The command that checks reminders: those of one client, or of the whole book."""

import argparse
import datetime as dt

from crm_desktop.cli.session import Session
from crm_desktop.domain.book_check import BookCheck, Gap
from crm_desktop.domain.reminder_check import ClientCheck, Line
from crm_desktop.ui.text import commands as words
from crm_desktop.ui.text.reminder_check import (
    clock_words,
    gap_detail,
    gap_title,
    later_words,
    line_fact,
    line_title,
    moment_words,
    next_words,
    raises_words,
    told_words,
    unreadable_words,
    why_words,
)


def check(session: Session, options: argparse.Namespace) -> None:
    """Say what will be raised, what was, and why not where not; without a name of all."""
    now = session.clock.now()
    with session.book() as book:
        if options.text is None:
            whole = book.reminder_check.whole(now)
            _tell_whole(session, whole, now, as_json=options.json)
            return
        hits = book.clients.search(options.text, 1)
        if not hits:
            session.terminal.say(words.nobody_found(options.text))
            return
        found = book.reminder_check.of(hits[0].id, now)
    if options.json:
        session.terminal.document(_client(found))
        return
    session.terminal.say(found.client.name)
    if found.unreadable:
        session.terminal.say(unreadable_words(found.unreadable))
    for line in found.lines:
        session.terminal.say("\t".join(_told(line, now.date())))


def _told(line: Line, today: dt.date) -> list[str]:
    later = later_words(line.later, line.next_on) if line.later is not None and line.next_on else ""
    parts = (
        line_title(line),
        line_fact(line),
        "" if line.why is None else why_words(line.why),
        next_words(line, today),
        later,
        raises_words(line.raises, today),
        *told_words(line.told, today),
    )
    return [part for part in parts if part]


def _client(found: ClientCheck) -> dict[str, object]:
    return {
        "client": {"id": found.client.id, "name": found.client.name},
        "stopped": found.stopped,
        "unreadable": found.unreadable,
        "lines": [_line(line) for line in found.lines],
    }


def _line(line: Line) -> dict[str, object]:
    return {
        "source": line.source.value,
        "date": None if line.date is None else line.date.fact.raw,
        "person": None if line.person is None else line.person.relation.value,
        "next_on": None if line.next_on is None else line.next_on.isoformat(),
        "raises": [
            {"at": one.at.isoformat(), "stage": one.reminder.stage.value} for one in line.raises
        ],
        "why": line.why,
        "later": line.later,
        "told": [
            {
                "on": told.key.on.isoformat(),
                "stage": told.key.stage.value,
                "state": told.kept.state.value,
                "changed_at": told.kept.changed_at.isoformat(),
            }
            for told in line.told
        ],
    }


def _tell_whole(session: Session, whole: BookCheck, now: dt.datetime, *, as_json: bool) -> None:
    found = whole.findings
    lists = {
        "silent": found.silent,
        "unknown": found.unknown,
        "unmarked": found.unmarked,
        "far": found.far,
        "lost": found.lost,
    }
    if as_json:
        session.terminal.document(
            {
                "reminded": found.reminded,
                "put_aside": {why.value: count for why, count in found.put_aside.items()},
                **{name: [_gap(gap) for gap in gaps] for name, gaps in lists.items()},
                "ahead": [one.at.isoformat() for one in whole.ahead],
                "clock": whole.trouble,
                "unreadable": [
                    {"client": {"id": one.client_id, "name": one.name}, "rows": one.rows}
                    for one in whole.unreadable
                ],
            }
        )
        return
    if whole.trouble is not None:
        session.terminal.say(clock_words(whole.trouble, now))
    put_aside = sum(found.put_aside.values())
    session.terminal.say(words.covered(found.reminded, len(found.silent), put_aside))
    session.terminal.say(words.looked(moment_words(whole.last_look, now), len(whole.ahead)))
    for one in whole.unreadable:
        session.terminal.say(f"{one.name}\t{unreadable_words(one.rows)}")
    for gap in (gap for gaps in lists.values() for gap in gaps):
        parts = (gap.client.name, gap_title(gap), gap_detail(gap))
        session.terminal.say("\t".join(part for part in parts if part))


def _gap(gap: Gap) -> dict[str, object]:
    return {
        "client": {"id": gap.client.id, "name": gap.client.name},
        "date": None if gap.date is None else gap.date.fact.raw,
        "whose": gap.whose,
        "why": gap.why,
        "later": gap.later,
        "next_on": None if gap.next_on is None else gap.next_on.isoformat(),
    }
