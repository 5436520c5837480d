"""Two clients who may be one, and the whole state of their book."""

from typing import Any

from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.records import Client
from crm_desktop.models import JOURNALLED
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, fetch, put_new, table_of
from tests.builders import client


def fill(journal: Journal, *records: Record) -> None:
    with journal.change("fill") as work:
        for record in records:
            put_new(work.session, type(record), [record])


def two(journal: Journal, kept: Client | None = None, other: Client | None = None) -> None:
    fill(journal, kept or client("王雅琴"), other or client("王雅芹"))


def state(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that is journalled, as the database stores it."""
    with database.read() as session:
        return {
            table.name: [
                tuple(row)
                for row in session.execute(text(f'SELECT * FROM "{table.name}" ORDER BY id'))  # noqa: S608 - our own names
            ]
            for table in JOURNALLED
        }


def of(database: Database, kind: type[Any]) -> list[Any]:
    with database.read() as session:
        return fetch(session, kind, table_of(kind).c.id > 0)
