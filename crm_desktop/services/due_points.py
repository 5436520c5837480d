"""Points that expire as occasions: one for each client and day."""

import datetime as dt
import json
from itertools import groupby
from operator import attrgetter
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kind, Occasion, Source
from crm_desktop.domain.records import PointsEntry, PointsKind, Tier

_EXPIRING: Final = (
    "SELECT DISTINCT p.client_id, i.name, i.called, i.tier, i.vip, i.is_big"
    " FROM points_entry p CROSS JOIN client_index i ON i.id = p.client_id"
    " WHERE p.expires_on BETWEEN ? AND ? AND p.kind = 'earned' AND NOT i.is_quiet"
)
# By its words, as the first page does without the mapping of its table (decision 062).
_LEDGER: Final = (
    'SELECT id, client_id, kind, points, "on", expires_on, lot_id FROM points_entry'
    " WHERE client_id IN (SELECT value FROM json_each(?)) ORDER BY client_id, id"
)


def points_between(session: Session, first: dt.date, last: dt.date) -> list[Occasion]:
    """Return the points that expire from `first` through `last` and are not used up.

    Lots of one client that expire on one day are one occasion, numbered by the first of them.
    """
    asked = (first.isoformat(), last.isoformat())
    rows = session.connection().exec_driver_sql(_EXPIRING, asked).all()
    if not rows:
        return []
    from crm_desktop.domain.points import expiring_between  # noqa: PLC0415 - most books have none

    clients = {row[0]: row for row in rows}
    asked = (json.dumps(sorted(clients)),)
    entries = map(_entry, session.connection().exec_driver_sql(_LEDGER, asked))
    return [
        _occasion(clients[client_id], on, lot, points)
        for client_id, ledger in groupby(entries, attrgetter("client_id"))
        for on, (lot, points) in expiring_between(ledger, first, last).items()
    ]


def _entry(row: Any) -> PointsEntry:  # noqa: ANN401 - a row
    number, client_id, kind, points, on, expires_on, lot_id = row
    return PointsEntry(
        id=number,
        client_id=client_id,
        kind=PointsKind(kind),
        points=points,
        on=dt.date.fromisoformat(on),
        expires_on=dt.date.fromisoformat(expires_on) if expires_on else None,
        lot_id=lot_id,
    )


def _occasion(row: Any, on: dt.date, lot: int, points: int) -> Occasion:  # noqa: ANN401 - a row
    client_id, name, called, tier, vip, big = row
    return Occasion(
        source=Source.POINTS,
        source_id=lot,
        on=on,
        kind=Kind.POINTS,
        client_id=client_id,
        client_name=name,
        client_display_name=called if called != name else "",
        big=bool(big),
        tier=Tier(tier) if tier else None,
        vip=bool(vip),
        points=points,
    )
