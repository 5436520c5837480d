import itertools

import pytest
from sqlalchemy import func, select

from crm_desktop.database import Database
from crm_desktop.domain.errors import Cancelled
from crm_desktop.models import CLIENT_INDEX, CLIENT_SEARCH
from crm_desktop.services.imports import Imports, ReadList
from tests.services.importing.lists import HEADINGS, Save, dump

_ROWS = 2500
_MOST_AT_A_TIME = 0.2


class Watching:
    """Takes the numbers down as the screen shows them; stops at a share of the work."""

    def __init__(self, stop_at: float | None = None) -> None:
        self.seen: list[tuple[int, int]] = []
        self._stop_at = stop_at

    def __call__(self, done: int, total: int) -> None:
        self.seen.append((done, total))
        if self._stop_at is not None and done >= self._stop_at * total:
            raise Cancelled

    def moves_steadily(self) -> bool:
        """Return whether the numbers go from nothing to all, never back, in small steps."""
        totals = {total for _, total in self.seen}
        shares = [done / total for done, total in self.seen]
        steps = [after - before for before, after in itertools.pairwise(shares)]
        is_whole = (shares[0], shares[-1]) == (0, 1)
        return len(totals) == 1 and is_whole and 0 <= min(steps) <= max(steps) <= _MOST_AT_A_TIME


@pytest.fixture
def large(imports: Imports, save: Save) -> ReadList:
    """Return a list read whose people share nothing with each other."""
    people = [
        (f"客人{number}", 13_000_000_000 + 11 * number, "1985-3-2", "会计", "20万", f"第{number}位")
        for number in range(_ROWS)
    ]
    return imports.read(save([HEADINGS, *people]))


def test_the_numbers_move_steadily_to_the_end(imports: Imports, large: ReadList) -> None:
    compared, written, compared_again = Watching(), Watching(), Watching()

    made = imports.plan(large, progress=compared)
    imports.apply(made, written)
    again = imports.plan(large, progress=compared_again)

    assert again.writes_nothing
    assert compared.moves_steadily()
    assert written.moves_steadily()
    assert compared_again.moves_steadily()


@pytest.mark.parametrize("share", [0, 0.2, 0.5, 0.9, 1])
def test_wherever_it_is_stopped_nothing_was_written(
    imports: Imports, book_database: Database, large: ReadList, share: float
) -> None:
    made = imports.plan(large)
    before = dump(book_database)

    with pytest.raises(Cancelled):
        imports.apply(made, Watching(share))

    assert dump(book_database) == before
    assert _indexed(book_database) == [0, 0]
    assert book_database.changes == made.as_of


@pytest.mark.parametrize("share", [0, 0.3, 0.8])
def test_comparing_can_be_stopped(imports: Imports, large: ReadList, share: float) -> None:
    imports.apply(imports.plan(large))

    with pytest.raises(Cancelled):
        imports.plan(large, progress=Watching(share))


def _indexed(database: Database) -> list[int | None]:
    with database.read() as session:
        return [
            session.scalar(select(func.count()).select_from(table))
            for table in (CLIENT_INDEX, CLIENT_SEARCH)
        ]
