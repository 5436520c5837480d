"""A plan of taking back, written by the set: fields, then rows that go, then rows that return."""

import itertools
import json
from collections.abc import Iterable, Mapping

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.importing import Progress
from crm_desktop.domain.taking_back import CLIENT, BackPlan, Key, Values
from crm_desktop.services.replay import note_contents
from crm_desktop.services.written_rows import AT_ONCE, NOT_HERS, TABLES, batches


def write_back(session: Session, plan: BackPlan, change_id: int, progress: Progress) -> None:
    """Write the plan within this open change."""
    # A row may come back before the one it names, which comes back as well.
    session.execute(text("PRAGMA defer_foreign_keys=ON"))
    done = 0
    for written in itertools.chain(
        _set_fields(session, plan.fields),
        _remove(session, plan.removed, change_id),
        _restore(session, plan.restored),
    ):
        progress(done, plan.writes)
        done += written
    progress(plan.writes, plan.writes)


def _set_fields(session: Session, fields: Mapping[Key, Values]) -> Iterable[int]:
    """Set the columns that go back, rows of a table with the same columns together."""
    alike = sorted(fields.items(), key=_table_and_columns)
    for (name, columns), rows in itertools.groupby(alike, _table_and_columns):
        pairs = ", ".join(f'"{column}" = :{column}' for column in columns)
        change = text(f'UPDATE "{name}" SET {pairs} WHERE id = :id')  # noqa: S608 - names of our own schema
        values = [{**dict(row), "id": key[1]} for key, row in rows]
        for start in range(0, len(values), AT_ONCE):
            some = values[start : start + AT_ONCE]
            session.execute(change, some)
            yield len(some)


def _table_and_columns(row: tuple[Key, Values]) -> tuple[str, tuple[str, ...]]:
    return row[0][0], tuple(row[1])


def _remove(
    session: Session, removed: Mapping[str, tuple[int, ...]], change_id: int
) -> Iterable[int]:
    """Take rows out, children before parents, so that nothing goes by itself."""
    for name, what in NOT_HERS.items():
        for some in batches(list(removed.get(CLIENT, ()))):
            _delete(session, f'"{name}" WHERE ({what}) AND client_id', some)
            yield 0
    note_contents(session, "before", "verb = 'delete' AND change_id = :id", id=change_id)
    for name in reversed(list(TABLES)):
        for some in batches(list(removed.get(name, ()))):
            _delete(session, f'"{name}" WHERE id', some)
            yield len(some)


def _delete(session: Session, which: str, ids: list[int]) -> None:
    gone = text(f"DELETE FROM {which} IN (SELECT value FROM json_each(:ids))")  # noqa: S608 - names of our own schema
    session.execute(gone, {"ids": json.dumps(ids)})


def _restore(session: Session, restored: Mapping[Key, Values]) -> Iterable[int]:
    """Put rows in again; a column that was made since has its default."""
    for name in TABLES:
        for key, values in restored.items():
            if key[0] == name:
                known = {one: values[one] for one in values if one in TABLES[name].columns}
                columns = ", ".join(f'"{column}"' for column in known)
                places = ", ".join(f":{column}" for column in known)
                again = text(f'INSERT INTO "{name}" ({columns}) VALUES ({places})')  # noqa: S608 - names of our own schema
                session.execute(again, known)
                yield 1
