"""Clients she has just worked on, and one client as a search shows her."""

import json
from collections.abc import Sequence
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.records import Tier
from crm_desktop.services.search import ClientHit
from crm_desktop.services.search_keys import Found

_LOOKED_AT: Final = 300
"""How many of the latest entries of the journal are looked at; one edit has a few."""

_LATEST: Final = text(
    "SELECT client_id FROM (SELECT client_id, id FROM change_entry ORDER BY id DESC LIMIT :latest)"
    " WHERE client_id IS NOT NULL GROUP BY client_id ORDER BY max(id) DESC LIMIT :most"
)
_ROWS: Final = text(
    "SELECT id, name, called, tier, vip, is_big, is_archived, phone, wechat FROM client_index"
    " WHERE id IN (SELECT value FROM json_each(:ids))"
)


def recent(session: Session, most: int) -> tuple[ClientHit, ...]:
    """Return the clients written about last, the latest first; archived ones are left out."""
    ids = session.execute(_LATEST, {"latest": _LOOKED_AT, "most": most}).scalars().all()
    return tuple(hit for hit in hits_of(session, ids) if not hit.is_archived)


def hits_of(session: Session, ids: Sequence[int]) -> tuple[ClientHit, ...]:
    """Return these clients as a search shows them, in the order given; those gone left out."""
    rows = session.execute(_ROWS, {"ids": json.dumps([*ids])}).mappings()
    found = {
        row["id"]: ClientHit(
            id=row["id"],
            name=row["name"],
            called=row["called"],
            tier=None if row["tier"] is None else Tier(row["tier"]),
            vip=bool(row["vip"]),
            is_big=bool(row["is_big"]),
            is_archived=bool(row["is_archived"]),
            phone=row["phone"],
            wechat=row["wechat"],
            found=Found.NAME,
        )
        for row in rows
    }
    return tuple(found[id_] for id_ in ids if id_ in found)
