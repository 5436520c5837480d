"""Points: what is left of the ledger, and what expires next."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from crm_desktop.domain.records import PointsEntry, PointsKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """Points left today; `expiring` of them go on `expires_on`, the next day any do."""

    left: int = 0
    expiring: int = 0
    expires_on: dt.date | None = None


def balance(entries: Iterable[PointsEntry], today: dt.date) -> Balance:
    """Return the balance of a ledger as it stands `today`.

    What was taken draws on the lot it names, else on the lots that expire first. What expired
    is gone whether or not the ledger says so; points are never less than none.
    """
    lots, expiry = _lots(entries)
    left = {lot: points for lot, points in lots.items() if not _is_over(expiry[lot], today)}
    days = sorted(day for lot, day in expiry.items() if day and left.get(lot))
    if not days:
        return Balance(left=sum(left.values()))
    expiring = sum(points for lot, points in left.items() if expiry[lot] == days[0])
    return Balance(left=sum(left.values()), expiring=expiring, expires_on=days[0])


def expiring_between(
    entries: Iterable[PointsEntry], first: dt.date, last: dt.date
) -> dict[dt.date, tuple[int, int]]:
    """Return by day from `first` through `last` what expires: (number of a lot, points)."""
    lots, expiry = _lots(entries)
    found: dict[dt.date, tuple[int, int]] = {}
    for lot, points in sorted(lots.items()):
        day = expiry[lot]
        if points > 0 and day is not None and first <= day <= last:
            number, known = found.get(day, (lot, 0))
            found[day] = (number, known + points)
    return found


def _lots(
    entries: Iterable[PointsEntry],
) -> tuple[dict[int, int], dict[int, dt.date | None]]:
    """Return what is left of each lot, and when it expires."""
    known = sorted(entries, key=_when)
    lots = {entry.id: entry.points for entry in known if entry.kind is PointsKind.EARNED}
    expiry = {entry.id: entry.expires_on for entry in known if entry.kind is PointsKind.EARNED}
    for entry in known:
        if entry.kind is not PointsKind.EARNED:
            _take(lots, expiry, entry)
    return lots, expiry


def _take(lots: dict[int, int], expiry: dict[int, dt.date | None], entry: PointsEntry) -> None:
    """Take what an entry says from its lot, then from the others, those expiring first."""
    rest = abs(entry.points)
    by_expiry = sorted(lots, key=lambda lot: (expiry[lot] or dt.date.max, lot))
    for lot in sorted(by_expiry, key=lambda lot: lot != entry.lot_id):
        if not _is_over(expiry[lot], entry.on):
            taken = min(rest, lots[lot])
            lots[lot] -= taken
            rest -= taken


def _is_over(expires_on: dt.date | None, today: dt.date) -> bool:
    return expires_on is not None and expires_on < today


def _when(entry: PointsEntry) -> tuple[dt.date, int]:
    return entry.on, entry.id
