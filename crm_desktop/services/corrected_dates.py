"""A date that is corrected: what was open about its old days goes, what is on its way comes along.

Nothing that was done on an old day speaks for the new one: it is raised like any other.
"""

import datetime as dt
from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import kind_of
from crm_desktop.domain.occurrences import nearest_occurrence
from crm_desktop.domain.records import ClientDate, Gift, GiftState
from crm_desktop.services.records import fetch, get, put, table_of
from crm_desktop.services.reminder_rows import drop_stale

_AROUND: Final = dt.timedelta(days=7)
"""How far from its day a gift may be brought and still be for it, as in the work for an event."""


def follow_date(session: Session, date: ClientDate) -> None:
    """Let reminders and orders follow a date that is about to be written over."""
    was = get(session, ClientDate, date.id)
    drop_stale(session, date)
    gift = table_of(Gift).c
    ordered = gift.date_id == date.id, gift.state == GiftState.ORDERED
    same_kind = gift.occasion == kind_of(date.kind).value
    for one in fetch(session, Gift, *ordered, same_kind, gift.on.is_not(None)):
        assert one.on is not None  # noqa: S101 - asked for above
        later = _moved(was, date, one.on)
        if later:
            # Whoever brings it was told the old day.
            put(session, replace(one, on=one.on + later, confirmed_on=None))


def _moved(was: ClientDate, date: ClientDate, on: dt.date) -> dt.timedelta:
    """Return by how much the day moves that a gift of `on` is for; what is early stays as early.

    What stands on the corrected day already has come along.
    """
    policy = policy_from_code(date.policy)
    if nearest_occurrence(date.fact, policy, on) == on:
        return dt.timedelta()
    old = nearest_occurrence(was.fact, policy_from_code(was.policy), on)
    if old is None or abs(old - on) > _AROUND:
        return dt.timedelta()
    new = nearest_occurrence(date.fact, policy, old)
    return dt.timedelta() if new is None else new - old
