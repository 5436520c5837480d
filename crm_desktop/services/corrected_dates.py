"""A date that was corrected: what was open about its old days goes, what is on its way comes along.

Nothing that was done on an old day speaks for the new one: it is raised like any other.
"""

from dataclasses import replace

from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occasions import kind_of
from crm_desktop.domain.occurrences import nearest_occurrence
from crm_desktop.domain.records import ClientDate, Gift, GiftState
from crm_desktop.services.records import fetch, put, table_of
from crm_desktop.services.reminder_rows import drop_stale


def follow_date(session: Session, date: ClientDate) -> None:
    """Let reminders and orders follow a date that was written over."""
    drop_stale(session, date)
    gift = table_of(Gift).c
    ordered = gift.date_id == date.id, gift.state == GiftState.ORDERED
    same_kind = gift.occasion == kind_of(date.kind).value
    policy = policy_from_code(date.policy)
    for one in fetch(session, Gift, *ordered, same_kind, gift.on.is_not(None)):
        assert one.on is not None  # noqa: S101 - asked for above
        on = nearest_occurrence(date.fact, policy, one.on)
        if on is not None and on != one.on:
            # Whoever brings it was told the old day.
            put(session, replace(one, on=on, confirmed_on=None))
