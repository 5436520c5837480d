"""Points that expire as occasions: one for each client and day."""

import datetime as dt
import json
from collections.abc import Mapping, Sequence
from functools import partial
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Kind, Occasion, Source
from crm_desktop.domain.records import PointsEntry, PointsKind, Tier
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.sound_rows import sound

_TIERS: Final[Mapping[str | None, Tier]] = {one.value: one for one in Tier}
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
    rows = bare_rows(session, _EXPIRING, first.isoformat(), last.isoformat())
    if not rows:
        return []
    clients = {row[0]: row for row in rows}
    entries = bare_rows(session, _LEDGER, json.dumps(sorted(clients)))
    hers = ((clients[id_], list(ledger)) for id_, ledger in groupby(entries, itemgetter(1)))
    found = sound(hers, partial(_expiring, first, last))
    return [occasion for occasions in found for occasion in occasions]


def _expiring(first: dt.date, last: dt.date, hers: tuple[Any, Sequence[Any]]) -> list[Occasion]:
    """Return what expires of one client; an entry that cannot be read is left out."""
    from crm_desktop.domain.points import expiring_between  # noqa: PLC0415 - most books have none

    client, ledger = hers
    entries = list(sound(ledger, _entry))
    return [
        _occasion(client, on, lot, points)
        for on, (lot, points) in expiring_between(entries, first, last).items()
    ]


def _entry(row: Any) -> PointsEntry:  # noqa: ANN401 - a row
    number, client_id, kind, points, on, expires_on, lot_id = row
    return PointsEntry(
        id=number,
        client_id=client_id,
        kind=PointsKind(kind),
        points=int(points),
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
        tier=_TIERS.get(tier),
        vip=bool(vip),
        points=points,
    )
