"""The next days of talks and visits that are open, kept in step with a client's rows.

Triggers put there every next day that is written, and all of a client's when something of hers is
edited or deleted; here those leave it that a later talk or visit closed.
"""

import json
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.occasions import Source
from crm_desktop.services.due_followups import NOT_TALKED_SINCE

TABLES: Final = frozenset({"contact", "visit"})
"""The tables they are made of."""

_OF_THESE: Final = "client_id IN (SELECT value FROM json_each(?1))"
_OPEN: Final = " UNION ALL ".join(
    f"SELECT '{source.value}' AS source, f.next_on AS \"on\", f.id AS source_id, f.client_id"  # noqa: S608 - our own text
    f" FROM {table} f WHERE f.{_OF_THESE} AND f.next_on IS NOT NULL{NOT_TALKED_SINCE[source]}"
    for source, table in ((Source.TALK, "contact"), (Source.VISIT, "visit"))
)
_CLOSE: Final = (
    f"DELETE FROM open_follow_up WHERE {_OF_THESE}"  # noqa: S608 - our own text
    f' AND (source, "on", source_id) NOT IN (SELECT source, "on", source_id FROM ({_OPEN}))'
)
_OPEN_ALL: Final = (
    'INSERT INTO open_follow_up (source, "on", source_id, client_id)'  # noqa: S608 - our own text
    f" SELECT * FROM ({_OPEN}) WHERE true ON CONFLICT DO NOTHING"
)


def index_follow_ups(session: Session, client_ids: list[int]) -> None:
    """Leave of these clients the next days alone that no talk or visit closed."""
    asked = (json.dumps(client_ids),)
    for statement in (_CLOSE, _OPEN_ALL):
        session.connection().exec_driver_sql(statement, asked)
