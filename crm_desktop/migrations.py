"""The schema, version by version: one small function per step, in order, never changed later.

`user_version` counts the steps a file has taken. A step is given a connection inside the
one transaction that all missing steps share: either every one of them holds or none.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from crm_desktop.models import create_schema

Step = Callable[[Connection], None]


def _first_schema(connection: Connection) -> None:
    """Make every table, and the memory of the vault, which no journal follows."""
    create_schema(connection)
    connection.exec_driver_sql(
        "CREATE TABLE vault_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"
    )


STEPS: tuple[Step, ...] = (_first_schema,)
"""Step n leads from version n - 1 to version n."""


def version(connection: Connection) -> int:
    """Return how many steps the file has taken; 0 is an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Take every missing step inside the transaction that `connection` stands in.

    Foreign keys are put off to the commit, so that a step may rebuild a table.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    for number, step in enumerate(steps[version(connection) :], start=version(connection) + 1):
        step(connection)
        connection.exec_driver_sql(f"PRAGMA user_version={number}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"a migration left {len(broken)} rows without their parent")
