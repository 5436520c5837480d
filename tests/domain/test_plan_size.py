import gc
import tracemalloc
from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from crm_desktop.domain.drafts import ClientDraft
from crm_desktop.domain.import_plan import ClientFacts, ImportPlan
from tests.domain.import_rows import ARow, applied, day, planned, rows_of

_ROWS = 4_000
_MOST_UNDER_WAY = 1600
"""Bytes a row may take while it is planned, beside what stays of it."""

_TOLD = ClientDraft(name="客人", birthday=day(3, 2, 1985), occupation="会计", likes=("百合",))


@pytest.fixture(scope="module")
def rows() -> list[ARow]:
    """Return rows, no two of them about one person."""
    return rows_of(
        *(
            replace(_TOLD, name=f"客人{n}", phones=(f"{13_000_000_000 + 11 * n}",))
            for n in range(_ROWS)
        )
    )


@pytest.fixture(scope="module")
def book(rows: list[ARow]) -> dict[int, ClientFacts]:
    return applied(planned(rows))


def test_a_plan_of_new_clients_holds_little_beside_them(rows: list[ARow]) -> None:
    made, held, most = _weighed(rows, {})

    assert len(made.new) == 4 * _ROWS
    assert held <= 1.4 * _weight_of(made)
    assert most - held <= _MOST_UNDER_WAY * _ROWS


def test_a_plan_that_writes_nothing_holds_a_line_a_row(
    rows: list[ARow], book: dict[int, ClientFacts]
) -> None:
    made, held, _ = _weighed(rows, book)

    assert made.writes_nothing
    assert held <= 200 * _ROWS


def _weighed(rows: Sequence[ARow], book: Mapping[int, ClientFacts]) -> tuple[ImportPlan, int, int]:
    """Return the plan, how many bytes stay in use once it is made, and the most there were."""
    gc.collect()
    tracemalloc.start()
    try:
        made = planned(rows, book)
        gc.collect()
        return made, *tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()


def _weight_of(made: ImportPlan) -> int:
    """Return the bytes of the records alone."""
    tracemalloc.start()
    try:
        copies = [replace(fact) for fact in made.new]
        weight = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(copies) == len(made.new)
    return weight
