"""What a sheet said when it left, kept as the base of the three-way merge when it comes back."""

import datetime as dt
from collections.abc import Iterable
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.counterparts import BaseRow, Counterpart, CounterpartKind
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.services import sync_bases
from crm_desktop.services.journal import unrecorded

KINDS: Final = {
    Recipient.MANAGER: CounterpartKind.MANAGER,
    Recipient.ME: CounterpartKind.ME,
}
"""Whose sheets can come back."""

KEPT_FOR: Final = dt.timedelta(days=400)
"""How long a sheet may stay away and still be compared with what it said."""


def counterpart_of(recipient: Recipient, to: str) -> Counterpart | None:
    """Return the other side of a sheet, None where it never comes back."""
    kind = KINDS.get(recipient)
    return None if kind is None else Counterpart(kind=kind, name=to)


def keep(session: Session, order: SheetOrder, said: Iterable[tuple[int, str, str]]) -> None:
    """Keep every row (client, part, joined cells) of a sheet that left, unrecorded."""
    counterpart = counterpart_of(order.recipient, order.to)
    if counterpart is None:
        return
    today = order.exported_at.date()
    with unrecorded(session):
        number = sync_bases.counterpart_id(session, counterpart)
        has = sync_bases.lasting_hashes(session, number)
        rows = (BaseRow(client_id=her, part=part, text=text) for her, part, text in said)
        moved = (row for row in rows if has.get((row.client_id, row.part)) != row.hash)
        sync_bases.remember(session, number, moved, today, is_sent=True)
        sync_bases.stay(session, number, today)
        sync_bases.forget_unused(session, today - KEPT_FOR)
