"""The whole schema in one transaction: the tables, and the triggers of the journal."""

from collections.abc import Sequence

from sqlalchemy import Connection, Table, text

from crm_desktop.models import (  # noqa: F401 - every table is to be known
    book,
    care,
    client,
    clinic,
    derived,
    exchange,
    family,
    journal,
    kept,
    papers,
)
from crm_desktop.models.base import Base

_NOT_JOURNALLED = {
    journal.ChangeRow.__table__,
    journal.ChangeEntryRow.__table__,
    kept.ExportRow.__table__,
    kept.TombstoneRow.__table__,
    exchange.CounterpartRow.__table__,
    exchange.SyncContentRow.__table__,
    exchange.ImportRunRow.__table__,
    *derived.DERIVED,
}

JOURNALLED: tuple[Table, ...] = tuple(
    table for table in Base.metadata.sorted_tables if table not in _NOT_JOURNALLED
)
"""The tables whose every write is journalled, parents before children."""


def create_schema(connection: Connection) -> None:
    """Create every table, index and trigger of the newest schema on an empty database."""
    Base.metadata.create_all(connection)
    connection.exec_driver_sql(derived.CLIENT_PAIRS)
    for trigger in derived.follow_up_triggers():
        connection.exec_driver_sql(trigger)
    connection.execute(
        text("CREATE TABLE journal_pen (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER)")
    )
    connection.execute(text("INSERT INTO journal_pen (id, change_id) VALUES (1, NULL)"))
    _make_triggers(connection, JOURNALLED)


def renew_triggers(connection: Connection) -> None:
    """Make the triggers anew after steps that changed tables: they name every column."""
    known = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal_%'"
    for name in connection.exec_driver_sql(known).scalars().all():
        connection.exec_driver_sql(f"DROP TRIGGER {name}")
    known = "SELECT name FROM sqlite_master WHERE type = 'table'"
    names = set(connection.exec_driver_sql(known).scalars())
    _make_triggers(connection, [table for table in JOURNALLED if table.name in names])


def _make_triggers(connection: Connection, tables: Sequence[Table]) -> None:
    for table in tables:
        for statement in journal_triggers(table):
            connection.exec_driver_sql(statement)


def journal_triggers(table: Table) -> tuple[str, str, str]:
    """Return the triggers that write each insert, update and delete of `table` to the journal.

    `journal_pen.change_id` names the open change: NULL refuses the write, 0 lets it pass
    without a trace (undo itself, and filling a demo book), any other id is written down.
    An update that changes no value leaves no entry.
    """
    name = table.name
    old, new = _client(table, "old"), _client(table, "new")
    before, after = json_of(table, "old."), json_of(table, "new.")
    differs = " OR ".join(f'old."{c.name}" IS NOT new."{c.name}"' for c in table.columns)
    return (
        _trigger(name, "insert", f"{new}, '{name}', new.id, 'insert', NULL, NULL"),
        _trigger(name, "update", f"{new}, '{name}', new.id, 'update', {before}, {after}", differs),
        _trigger(name, "delete", f"{old}, '{name}', old.id, 'delete', {before}, NULL"),
    )


def json_of(table: Table, prefix: str = "") -> str:
    """Return the SQL that makes one JSON object of the raw columns of a row of `table`."""
    pairs = ", ".join(f"'{column.name}', {prefix}\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"


def _trigger(name: str, verb: str, entry: str, when: str = "") -> str:
    pen = "(SELECT change_id FROM journal_pen)"
    condition = f" WHEN {when}" if when else ""
    return (
        f"CREATE TRIGGER journal_{verb}_{name} AFTER {verb.upper()} ON {name}{condition} BEGIN "
        f"SELECT RAISE(ABORT, 'write outside a change') WHERE {pen} IS NULL; "
        "INSERT INTO change_entry "
        "(change_id, client_id, table_name, row_id, verb, before, after) "
        f"SELECT {pen}, {entry} WHERE {pen} <> 0; END"
    )


def _client(table: Table, row: str) -> str:
    if table is client.ClientRow.__table__:
        return f"{row}.id"
    return f"{row}.client_id" if "client_id" in table.c else "NULL"
