"""A plan written: its records, what it removes, and what the counterpart has from now on."""

import uuid
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from sqlalchemy import text, update
from sqlalchemy.orm import Session

from crm_desktop.domain.import_plan import KINDS, Fact, ImportPlan
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.records import Client, ClientDate
from crm_desktop.services.corrected_dates import follow_date
from crm_desktop.services.records import put, put_new, remove, table_of
from crm_desktop.services.sync_bases import counterpart_id, remember

_BATCH: Final = 1000


def write_plan(session: Session, made: ImportPlan, progress: Progress) -> None:
    """Write the plan by the batch; a new client gets her lasting identity here."""
    # A client may be referred by one further down the list, a bill draw on a package after it.
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    total = len(made.new) + len(made.changed) + len(made.removed) + len(made.bases)
    done = 0
    by_kind: defaultdict[type[Fact], list[Fact]] = defaultdict(list)
    for fact in made.new:
        by_kind[type(fact)].append(fact)
    for kind in KINDS:
        facts = by_kind[kind]
        for start in range(0, len(facts), _BATCH):
            progress(done, total)
            some = facts[start : start + _BATCH]
            put_new(session, kind, map(_identified, some))
            done += len(some)
    done = _one_by_one(session, made, progress, done, total)
    _put_in_trash(session, made)
    if made.counterpart is not None and made.bases:
        number = counterpart_id(session, made.counterpart)
        for start in range(0, len(made.bases), _BATCH):
            progress(done + start, total)
            sent = made.bases[start : start + _BATCH]
            remember(session, number, sent, made.options.now.date())
    progress(total, total)


def _one_by_one(
    session: Session, made: ImportPlan, progress: Progress, done: int, total: int
) -> int:
    """Write what is known over, then take out what goes, children before parents.

    A day that moved forgets what was open about the days it left, as in the window. Days come
    last: what is on its way is moved as the file leaves it.
    """
    for fact in sorted(made.changed, key=_is_date):
        if done % _BATCH == 0:
            progress(done, total)
        if isinstance(fact, ClientDate):
            follow_date(session, fact)
        put(session, fact)
        done += 1
    for fact in _last_kinds_first(made.removed):
        remove(session, type(fact), fact.id)
        done += 1
    return done


def _is_date(fact: Fact) -> bool:
    return isinstance(fact, ClientDate)


def _last_kinds_first(facts: Iterable[Fact]) -> list[Fact]:
    return sorted(facts, key=lambda fact: -KINDS.index(type(fact)))


def _put_in_trash(session: Session, made: ImportPlan) -> None:
    if made.trashed:
        client = table_of(Client)
        today = made.options.now.date()
        away = update(client).where(client.c.id.in_(made.trashed)).values(trashed_on=today)
        session.execute(away)


def _identified(fact: Fact) -> Fact:
    return replace(fact, uid=uuid.uuid4().hex) if isinstance(fact, Client) else fact
