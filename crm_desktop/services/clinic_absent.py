"""What a clinic said of clients its list does not name, on the days that list is whole on."""

from collections.abc import Collection

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.clinic_cover import Cover
from crm_desktop.domain.clinic_plan import said_of_lines
from crm_desktop.domain.counterparts import LINE, Counterpart, cells_of
from crm_desktop.domain.foreign import Cells

_BETWEEN = text(
    "SELECT base.client_id, base.part, content.text FROM bill"
    " JOIN client ON client.id = bill.client_id AND client.trashed_on IS NULL"
    " JOIN sync_base AS base ON base.client_id = bill.client_id"
    "  AND base.part = :line || bill.id"
    " JOIN counterpart ON counterpart.id = base.counterpart_id"
    "  AND counterpart.kind = :kind AND counterpart.name = :name"
    " JOIN sync_content AS content ON content.client_id = base.client_id"
    "  AND content.hash = base.hash"
    ' WHERE bill."on" BETWEEN :first AND :last'
)


def lines_between(
    session: Session, clinic: Counterpart, cover: Cover, near: Collection[int]
) -> dict[int, dict[int, Cells]]:
    """Return what was said of lines of ours on those days, by client, but for those `near`."""
    if not cover.days:
        return {}
    of = {
        "line": LINE,
        "kind": clinic.kind.value,
        "name": clinic.name,
        "first": min(first for _, first, _ in cover.days).isoformat(),
        "last": max(last for _, _, last in cover.days).isoformat(),
    }
    found = session.execute(_BETWEEN, of)
    return said_of_lines(
        {(client, part): cells_of(said) for client, part, said in found if client not in near}
    )
