"""The whole schema in one transaction: tables, search index, and the triggers of the journal."""

from sqlalchemy import Connection, Index, Table, text

from crm_desktop.models import book, client, family, journal
from crm_desktop.models.base import Base

Index(
    "ix_client_date_bucket",
    family.ClientDateRow.__table__.c.bucket,
    family.ClientDateRow.__table__.c.client_id,
    family.ClientDateRow.__table__.c.person_id,
)

_NOT_JOURNALLED = {
    journal.ChangeRow.__tablename__,
    journal.ChangeEntryRow.__tablename__,
    book.ClientIndexRow.__tablename__,
    book.ExportRow.__tablename__,
}

JOURNALLED: tuple[Table, ...] = tuple(
    table for table in Base.metadata.sorted_tables if table.name not in _NOT_JOURNALLED
)
"""The tables whose every write is journalled, parents before children."""

_SEARCH = (
    "CREATE VIRTUAL TABLE client_search USING fts5("
    "characters, pinyin, initials, phones, wechat, "
    "content='', contentless_delete=1, detail=column, prefix='1 2 3 4', "
    'tokenize="unicode61 remove_diacritics 0")'
)


def create_schema(connection: Connection) -> None:
    """Create every table, index and trigger of schema 1 on an empty database."""
    Base.metadata.create_all(connection)
    connection.execute(text(_SEARCH))
    connection.execute(
        text("INSERT INTO client_search(client_search, rank) VALUES ('secure-delete', 1)")
    )
    connection.execute(
        text("CREATE TABLE journal_pen (id INTEGER PRIMARY KEY CHECK (id = 1), change_id INTEGER)")
    )
    connection.execute(text("INSERT INTO journal_pen (id, change_id) VALUES (1, NULL)"))
    for table in JOURNALLED:
        for statement in journal_triggers(table):
            connection.exec_driver_sql(statement)


def journal_triggers(table: Table) -> tuple[str, str, str]:
    """Return the triggers that write each insert, update and delete of `table` to the journal.

    `journal_pen.change_id` names the open change: NULL refuses the write, 0 lets it pass
    without a trace (undo itself, and filling a demo book), any other id is written down.
    """
    name = table.name
    pen = "(SELECT change_id FROM journal_pen)"
    refuse = f"SELECT RAISE(ABORT, 'write outside a change') WHERE {pen} IS NULL;"
    entry = (
        "INSERT INTO change_entry (change_id, client_id, table_name, row_id, verb, before, after)"
    )
    return (
        (
            f"CREATE TRIGGER journal_insert_{name} AFTER INSERT ON {name} BEGIN {refuse} {entry} "
            f"SELECT {pen}, {_client(table, 'new')}, '{name}', new.id, 'insert', NULL, NULL "
            f"WHERE {pen} <> 0; END"
        ),
        (
            f"CREATE TRIGGER journal_update_{name} AFTER UPDATE ON {name} BEGIN {refuse} {entry} "
            f"SELECT {pen}, {_client(table, 'new')}, '{name}', new.id, 'update', "
            f"{_json(table, 'old')}, {_json(table, 'new')} WHERE {pen} <> 0; END"
        ),
        (
            f"CREATE TRIGGER journal_delete_{name} AFTER DELETE ON {name} BEGIN {refuse} {entry} "
            f"SELECT {pen}, {_client(table, 'old')}, '{name}', old.id, 'delete', "
            f"{_json(table, 'old')}, NULL WHERE {pen} <> 0; END"
        ),
    )


def _client(table: Table, row: str) -> str:
    if table is client.ClientRow.__table__:
        return f"{row}.id"
    return f"{row}.client_id" if "client_id" in table.c else "NULL"


def _json(table: Table, row: str) -> str:
    pairs = ", ".join(f"'{column.name}', {row}.\"{column.name}\"" for column in table.columns)
    return f"json_object({pairs})"
