"""Small lists, and looks into the book, for the tests of imports."""

import pathlib
from collections.abc import Callable, Sequence

from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.import_plan import ImportPlan
from crm_desktop.models import JOURNALLED
from crm_desktop.services.folders import folders
from crm_desktop.services.imports import Imports
from crm_desktop.services.owner_json import client_json
from tests.own_list_truth import Told

Rows = Sequence[Sequence[str | int | None]]
Save = Callable[[Rows], pathlib.Path]


class Backup:
    """Counts the backups asked for; fails when told to."""

    def __init__(self) -> None:
        self.made = 0
        self.failure: Exception | None = None

    def __call__(self) -> None:
        if self.failure is not None:
            raise self.failure
        self.made += 1


HEADINGS = ("姓名", "电话", "生日", "职业", "收入", "备注")
SMALL: Rows = [
    HEADINGS,
    ("林晚", "13800000001", "1985-3-2", "会计", "20万", "爱喝茶"),
    ("周桐", "13800000002", None, None, None, None),
]


def dump(database: Database) -> dict[str, list[tuple[object, ...]]]:
    """Return every row of every table a change may touch, as the file holds it."""
    with database.read() as session:
        return {
            table.name: [
                tuple(row)
                for row in session.execute(text(f'SELECT * FROM "{table.name}" ORDER BY id'))  # noqa: S608 - names of our own schema
            ]
            for table in JOURNALLED
        }


def clients_of(database: Database) -> list[Told]:
    with database.read() as session:
        return [client_json(folder) for folder in folders(session, with_archived=True)]


def taken_in(imports: Imports, path: pathlib.Path) -> ImportPlan:
    made = imports.plan(imports.read(path))
    imports.apply(made)
    return made


def counts(made: ImportPlan) -> dict[str, int]:
    return {outcome.value: number for outcome, number in made.counts.items() if number}
