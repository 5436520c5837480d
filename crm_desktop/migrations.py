"""The schema, version by version: the newest for a new file, one small step each for older ones.

`user_version` counts the steps a file is up to. A step is given a connection inside the
one transaction that all missing steps share: either every one of them holds or none.
"""

from collections.abc import Callable, Sequence

from sqlalchemy import Connection

from crm_desktop import models

Step = Callable[[Connection], None]


def _newest_schema(connection: Connection) -> None:
    """Make every table as the models have it now, and the memory of the vault, not journalled."""
    models.create_schema(connection)
    connection.exec_driver_sql(
        "CREATE TABLE vault_state (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID"
    )


STEPS: tuple[Step, ...] = (_newest_schema,)
"""The first makes a new file, the n-th leads a file of version n - 1 on; all but the first stand
for ever. `tests/test_kept_books.py` holds that both ways end in the same schema."""


def version(connection: Connection) -> int:
    """Return how many steps the file has taken; 0 is an empty file."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def migrate(connection: Connection, steps: Sequence[Step] = STEPS) -> None:
    """Make a new file, or take every missing step, inside the transaction of `connection`.

    Foreign keys are put off to the commit, so that a step may rebuild a table.
    """
    connection.exec_driver_sql("PRAGMA defer_foreign_keys=ON")
    taken = version(connection)
    for step in steps[taken:] if taken else steps[:1]:
        step(connection)
    connection.exec_driver_sql(f"PRAGMA user_version={len(steps)}")
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise ValueError(f"a migration left {len(broken)} rows without their parent")
