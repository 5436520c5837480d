"""Cards a clinic takes from one client and gives to another: asked, and no money on the way."""

import pathlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.import_plan import ImportPlan
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.services.imports import Imports
from tests.services.importing.clinic import HER, line, write
from tests.services.importing.lists import clients_of, counts

OTHER: Final = ("K2", "周桐", "13900000002", "朋友", "", "老师", "")
PEOPLE: Final = "客户资料"
PAID: Final = line("S3", card="K1", name="周桐", on="2025-04-04", paid=300.0)
SWAPPED: Final = ([("K2", *HER[1:]), ("K1", *OTHER[1:])], [PAID])


@pytest.fixture
def folder(imports: Imports, tmp_path: pathlib.Path) -> pathlib.Path:
    """Return a folder for exports, once both cards are known."""
    first = write(
        tmp_path / "导出.xlsx", [HER, OTHER], [line(), line("S2", card="K2", name="周桐")]
    )
    imports.apply(imports.plan(imports.read(first)))
    return tmp_path


def planned(imports: Imports, path: pathlib.Path, who: Mapping[int, int]) -> ImportPlan:
    read = imports.read(path)
    said = {(PEOPLE, row): client_id for row, client_id in who.items()}
    return imports.plan(read, options=replace(imports.options_for(read), who=said))


def paid(database: Database) -> dict[str, float]:
    return {client["name"]: client["paid_total"] for client in clients_of(database)}


def test_cards_that_changed_hands_are_asked_about_and_move_no_money(
    imports: Imports, folder: pathlib.Path, book_database: Database
) -> None:
    before = clients_of(book_database)
    made = planned(imports, write(folder / "换卡.xlsx", *SWAPPED), {})

    imports.apply(made)

    assert counts(made) == {"conflict": 3}
    assert {problem.code for problem in made.problems} == {ProblemCode.CARD_OF_ANOTHER}
    assert clients_of(book_database) == before


def test_once_answered_the_card_is_hers_also_in_lines_alone(
    imports: Imports, folder: pathlib.Path, book_database: Database
) -> None:
    imports.apply(planned(imports, write(folder / "换卡.xlsx", *SWAPPED), {2: 1, 3: 2}))
    assert paid(book_database) == {"林晚": 1280, "周桐": 1580}

    lines = [
        line("S4", card="K1", name="周桐", on="2025-05-05", paid=50.0),
        line("S5", card="K2", on="2025-05-05", paid=7.0),
    ]
    again = planned(imports, write(folder / "明细.xlsx", [], lines), {})
    imports.apply(again)

    assert again.open_conflicts == ()
    assert paid(book_database) == {"林晚": 1287, "周桐": 1630}


def test_a_card_given_to_somebody_new_makes_her_a_client_of_her_own(
    imports: Imports, folder: pathlib.Path, book_database: Database
) -> None:
    new = ("K1", "何青", "13700000003", "", "", "", "")
    path = write(folder / "新.xlsx", [new], [line("S9", name="何青", paid=99.0)])
    asked, answered = planned(imports, path, {}), planned(imports, path, {2: 0})

    imports.apply(answered)

    assert counts(asked) == {"conflict": 2}
    assert paid(book_database) == {"林晚": 1280, "周桐": 1280, "何青": 99}


def test_a_card_that_was_replaced_stays_beside_the_new_one(
    imports: Imports, folder: pathlib.Path, book_database: Database
) -> None:
    path = write(
        folder / "补卡.xlsx",
        [("K7", *HER[1:])],
        [line(card="K7"), line("S6", card="K7", on="2025-05-05")],
    )
    imports.apply(planned(imports, path, {}))

    assert paid(book_database) == {"林晚": 2560, "周桐": 1280}
