"""What a clinic said of clients its list does not name, on the days that list is whole on."""

import json
from collections.abc import Callable, Collection
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.clinic_cover import Cover
from crm_desktop.domain.clinic_plan import said_of_lines
from crm_desktop.domain.counterparts import LINE, Counterpart, cells_of
from crm_desktop.domain.foreign import Cells

_LINES_PER_BEAT: Final = 1000
_BETWEEN: Final = text(
    "SELECT base.client_id, base.part, content.text FROM bill"
    " JOIN client ON client.id = bill.client_id AND client.trashed_on IS NULL"
    " JOIN sync_base AS base ON base.client_id = bill.client_id"
    "  AND base.part = :line || bill.id"
    " JOIN counterpart ON counterpart.id = base.counterpart_id"
    "  AND counterpart.kind = :kind AND counterpart.name = :name"
    " JOIN sync_content AS content ON content.client_id = base.client_id"
    "  AND content.hash = base.hash"
    ' WHERE bill."on" BETWEEN :first AND :last'
    "  AND bill.client_id NOT IN (SELECT value FROM json_each(:near))"
)


def lines_between(
    session: Session,
    clinic: Counterpart,
    cover: Cover,
    near: Collection[int],
    beat: Callable[[], None],
) -> dict[int, dict[int, Cells]]:
    """Return what was said of lines of ours on those days, by client, but for those `near`.

    `beat` is called now and then, and may raise to stop.
    """
    if not cover.days:
        return {}
    of = {
        "line": LINE,
        "kind": clinic.kind.value,
        "name": clinic.name,
        "first": min(first for _, first, _ in cover.days).isoformat(),
        "near": json.dumps(list(near)),
        "last": max(last for _, _, last in cover.days).isoformat(),
    }
    found: dict[tuple[int, str], Cells] = {}
    for count, (client, part, said) in enumerate(session.execute(_BETWEEN, of)):
        if count % _LINES_PER_BEAT == 0:
            beat()
        found[client, part] = cells_of(said)
    return said_of_lines(found)
