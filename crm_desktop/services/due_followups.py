"""Follow-ups and promises as occasions: the next day of a talk or a visit, the day of a promise."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kept, Key, Kind, Occasion, Source, Stage
from crm_desktop.domain.records import Tier
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.reminder_rows import kept_of
from crm_desktop.services.sound_rows import sound

_SHORT: Final = 80
_LONG_AGO: Final = dt.date.min.isoformat()

_HEAD: Final = (
    "SELECT '{source}', f.id, f.{day}, f.client_id, substr({label}, 1, {short}),"
    " i.name, i.called, i.tier, i.vip, i.is_big,"
    " r.state, r.changed_at, r.snoozed_until, r.shown_at"
    " FROM {whence} CROSS JOIN client_index i ON i.id = f.client_id"
    " LEFT JOIN reminder r ON r.source = '{source}' AND r.source_id = f.id"
    " AND r.occurs_on = f.{day} AND r.stage = 'day'"
    " WHERE {on} BETWEEN ?1 AND ?2 AND NOT i.is_quiet"
)
# Those a talk closed are hardly among the open ones (`followup_index`), but nothing rests on it.
_OPEN_ONES: Final = (
    'open_follow_up o CROSS JOIN {table} f ON f.id = o.source_id AND f.next_on = o."on"'
)
# A greeting is no talk: what she sends to hundreds at a festival closes nothing.
# Visits are asked first: an index tells all that is asked of them.
_NOT_TALKED: Final = """
 AND NOT EXISTS (SELECT 1 FROM visit v WHERE v.client_id = f.client_id
 AND v."on" >= f.next_on AND v."on" > f."on")
 AND NOT EXISTS (SELECT 1 FROM contact l WHERE l.client_id = f.client_id
 AND l."on" >= f.next_on AND {after} AND l.about NOT LIKE 'greeting.%')
"""
NOT_TALKED_SINCE: Final = {
    Source.TALK: _NOT_TALKED.format(after='(l."on", l.id) > (f."on", f.id)'),
    Source.VISIT: _NOT_TALKED.format(after='l."on" >= f."on"'),
}
"""What says of a talk or a visit `f` that nothing closed its next day, in SQL."""


def _followed(source: Source, table: str, label: str) -> str:
    head = _HEAD.format(
        source=source.value,
        whence=_OPEN_ONES.format(table=table),
        on='o."on"',
        day="next_on",
        label=label,
        short=_SHORT,
    )
    return f"{head} AND o.source = '{source.value}'{NOT_TALKED_SINCE[source]}"


_TALKS: Final = _followed(Source.TALK, "contact", "coalesce(nullif(f.outcome, ''), f.notes)")
_VISITS: Final = _followed(Source.VISIT, "visit", "f.next_step")
_PROMISES: Final = (
    _HEAD.format(
        source=Source.PROMISE.value,
        whence="promise f",
        on="f.due_on",
        day="due_on",
        label="f.what",
        short=_SHORT,
    )
    + " AND f.state = 'open'"
)
_OPEN: Final = " AND (r.state IS NULL OR r.state NOT IN ('done', 'dismissed'))"
_ALL: Final = f"{_TALKS} UNION ALL {_VISITS} UNION ALL {_PROMISES}"
_ALL_OPEN: Final = " UNION ALL ".join(each + _OPEN for each in (_TALKS, _VISITS, _PROMISES))
_TIERS: Final = {one.value: one for one in Tier}
_KINDS: Final = {
    Source.TALK.value: (Source.TALK, Kind.FOLLOW_UP),
    Source.VISIT.value: (Source.VISIT, Kind.FOLLOW_UP),
    Source.PROMISE.value: (Source.PROMISE, Kind.PROMISE),
}


def open_followups(session: Session, last: dt.date) -> Iterator[tuple[Occasion, Kept | None]]:
    """Yield what is to be followed up by `last`, however long ago it was due, and what is kept.

    A talk with the client, or a visit of hers, on the day it was meant for or later closes it;
    a greeting does not.
    """
    return _read(session, _ALL_OPEN, _LONG_AGO, last.isoformat())


def followups_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return those from `first` through `last`, with what she answered already."""
    found = _read(session, _ALL, first.isoformat(), last.isoformat())
    return [occasion for occasion, _ in found]


def followup_rows(session: Session, first: dt.date, last: dt.date) -> Iterator[tuple[Any, ...]]:
    """Yield them bare, for a calendar that has thousands to show.

    Source, number, day, client, label, name, called, tier, VIP, big, and the state that is kept.
    """
    cursor = session.connection().connection.cursor()
    try:
        for row in cursor.execute(_ALL, (first.isoformat(), last.isoformat())):
            yield row[:11]
    finally:
        cursor.close()


def _read(
    session: Session, query: str, first: str, last: str
) -> Iterator[tuple[Occasion, Kept | None]]:
    yield from sound(bare_rows(session, query, first, last), _occasion_and_kept)


def _occasion_and_kept(row: Sequence[Any]) -> tuple[Occasion, Kept | None]:
    """Return a follow-up with what is kept; what cannot be read is as though nothing were."""
    occasion = _occasion(*row[:10])
    return occasion, next(sound([row[10:]], _kept), None) if row[10] else None


def _kept(row: Sequence[Any]) -> Kept:
    return kept_of(*row)


def _occasion(  # noqa: PLR0913, PLR0917 - the columns of a row
    source: str,
    source_id: int,
    on: str,
    client_id: int,
    label: str | None,
    name: str,
    called: str,
    tier: str | None,
    vip: Any,  # noqa: ANN401 - 0 or 1
    big: Any,  # noqa: ANN401 - 0 or 1
) -> Occasion:
    whence, kind = _KINDS[source]
    return Occasion(
        source=whence,
        source_id=source_id,
        on=dt.date.fromisoformat(on),
        kind=kind,
        client_id=client_id,
        client_name=name,
        client_display_name=called if called != name else "",
        label=label or "",
        big=bool(big),
        tier=_TIERS.get(tier or ""),
        vip=bool(vip),
    )


def rows_of(found: list[tuple[Occasion, Kept | None]]) -> dict[Key, Kept]:
    """Return what is kept of follow-ups, by key."""
    return {occasion.key(Stage.DAY): row for occasion, row in found if row is not None}
