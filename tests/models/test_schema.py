"""The tables hold what the records hold, and the keys between them are kept."""

import dataclasses

import pytest
from sqlalchemy import create_engine, inspect, text
from sqlalchemy.engine import Engine

from crm_desktop.models import DERIVED, JOURNALLED, Base, create_schema
from crm_desktop.services.records import KINDS, Record, table_of


@pytest.fixture
def schema() -> Engine:
    """Return a database in memory with the whole schema."""
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        create_schema(connection)
    return engine


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_record_and_table_have_the_same_columns(kind: type[Record]) -> None:
    fields = {field.name for field in dataclasses.fields(kind)}

    assert {column.name for column in table_of(kind).columns} == fields


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: str(kind.__name__))
def test_a_column_is_empty_only_where_the_record_says_none(kind: type[Record]) -> None:
    for field in dataclasses.fields(kind):
        is_optional = "None" in str(field.type)
        assert table_of(kind).c[field.name].nullable == is_optional, field.name


def test_every_table_is_journalled_derived_or_the_journal_itself() -> None:
    rest = {
        "change",
        "change_entry",
        "counterpart",
        "export",
        "import_run",
        "sync_content",
        "tombstone",
    }

    named = [table.name for table in (*JOURNALLED, *DERIVED)]

    assert sorted([*named, *rest]) == sorted(Base.metadata.tables)


def test_every_record_kind_is_journalled() -> None:
    assert {table_of(kind) for kind in KINDS} <= set(JOURNALLED)


def test_each_journalled_table_has_its_three_triggers(schema: Engine) -> None:
    with schema.connect() as connection:
        named = connection.execute(
            text(
                "SELECT name FROM sqlite_master"
                " WHERE type = 'trigger' AND name NOT LIKE 'follow_up_%'"
            )
        )
        found = set(named.scalars())

    assert found == {
        f"journal_{verb}_{table.name}"
        for table in JOURNALLED
        for verb in ("insert", "update", "delete")
    }


@pytest.mark.parametrize("table", [t for t in JOURNALLED if "client_id" in t.c], ids=str)
def test_what_hangs_on_a_client_goes_with_her_and_is_found_by_an_index(
    table: object, schema: Engine
) -> None:
    look = inspect(schema)
    name = str(table)

    keys = [
        key for key in look.get_foreign_keys(name) if key["constrained_columns"] == ["client_id"]
    ]
    indexes = [index for index in look.get_indexes(name) if index["column_names"][0] == "client_id"]

    assert [(key["referred_table"], key["options"]) for key in keys] == [
        ("client", {"ondelete": "CASCADE"})
    ]
    assert len(indexes) == 1


def test_ids_are_never_used_again(schema: Engine) -> None:
    with schema.connect() as connection:
        for table in JOURNALLED:
            sql = connection.execute(
                text("SELECT sql FROM sqlite_master WHERE name = :name"), {"name": table.name}
            ).scalar_one()
            assert "AUTOINCREMENT" in sql, table.name
