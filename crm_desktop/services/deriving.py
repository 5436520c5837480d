"""What is derived from the rows, made anew once where an older app made it otherwise."""

from typing import TYPE_CHECKING

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.models import DERIVED, DERIVED_VERSION

if TYPE_CHECKING:
    from crm_desktop.services.search_index import Progress


def derive_anew(database: Database, progress: "Progress | None" = None) -> bool:
    """Make lists and search from the rows if they are of an older kind; say whether they were.

    A look at one row where they are not. `progress` hears of the clients done.
    """
    with database.read() as session:
        if _version(session) >= DERIVED_VERSION:
            return False
    from crm_desktop.services.search_index import (  # noqa: PLC0415 - hardly ever needed at a start
        reindex,
    )

    with database.write() as session:
        for table in DERIVED:
            session.execute(table.delete())
        session.execute(text("INSERT INTO client_pairs (client_pairs) VALUES ('delete-all')"))
        ids = session.execute(text("SELECT id FROM client")).scalars().all()
        reindex(session, ids, progress)
        session.execute(
            text(
                "INSERT INTO vault_state (name, value) VALUES ('derived', :version)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
            ),
            {"version": DERIVED_VERSION},
        )
    return True


def _version(session: Session) -> int:
    found = session.execute(text("SELECT value FROM vault_state WHERE name = 'derived'"))
    return int(found.scalar_one_or_none() or 0)
