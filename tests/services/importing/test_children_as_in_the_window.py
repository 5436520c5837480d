"""A row of our workbook and the same deed in the window leave the same book behind."""

import datetime as dt
import itertools
import random
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import BillRefused, FactRefused
from crm_desktop.domain.import_plan import Fact, Options
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Deposit,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.domain.returned import SaidValue
from crm_desktop.domain.sync_child import ChildRow, child_edits
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.visits import Visits
from tests.builders import client

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
DAYS = [dt.date(2026, month, 5) for month in (2, 3, 4, 5)] + [dt.date(2027, 1, 1)]
PROJECTS = ("水光", "热玛吉", "光子")
STEPS = 40


class Sheet:
    """The client as rows of the workbook leave her; numbers are given out as the book does."""

    def __init__(self, folder: ClientFolder) -> None:
        self.folder = folder
        self._last: dict[type[Fact], int] = {}

    def take(self, row: ChildRow) -> bool:
        """Take one row; tell whether it was taken whole."""
        counts: dict[type[Fact], itertools.count[int]] = {}

        def number(kind: type[Fact]) -> int:
            return next(counts.setdefault(kind, itertools.count(self._last.get(kind, 0) + 1)))

        done = child_edits(self.folder, [row], number, Options(source="", now=NOW))
        self.folder = done.folder
        self.note(done.new)
        return not done.rows[0].problems

    def note(self, facts: tuple[Fact, ...]) -> None:
        for fact in facts:
            self._last[type(fact)] = max(self._last.get(type(fact), 0), fact.id)


def a_line(chance: random.Random) -> dict[str, SaidValue]:
    return {
        "visit.bill_kind": chance.choice([*BillKind]),
        "visit.project": chance.choice(PROJECTS),
        "visit.quantity": chance.choice((1, 1, 2)),
        "visit.paid": chance.choice((0, 100, 500, 900)),
        "visit.order_number": chance.choice(("", "", "N1", "N2")),
    }


FIELDS = {
    "visit.bill_kind": "kind",
    "visit.project": "project",
    "visit.quantity": "quantity",
    "visit.paid": "paid",
    "visit.order_number": "order_number",
}


def line_of(said: dict[str, SaidValue], line: Bill) -> Bill:
    changes = {FIELDS[key]: value for key, value in said.items()}
    return replace(line, **changes)  # type: ignore[arg-type] # each of its field


class Walk:
    """The same deeds, by the window in the book and by rows in memory."""

    def __init__(self, visits: Visits, sheet: Sheet, seed: int) -> None:
        self.visits = visits
        self.sheet = sheet
        self.chance = random.Random(seed)

    def step(self) -> tuple[bool, bool]:
        """Do one deed both ways; return whether each was let through."""
        deed = self.chance.choice((self._add, self._add, self._edit, self._move, self._remove))
        return deed()

    def _add(self) -> tuple[bool, bool]:
        on, said = self.chance.choice(DAYS), a_line(self.chance)
        there = next((each for each in self.sheet.folder.visits if each.on == on), None)
        came: dict[str, SaidValue] = {} if there else {"visit.doctor": f"医生{on.month}"}
        line = line_of(said, Bill(client_id=1, on=on, visit_id=there.id if there else None))
        told = {key: value for key, value in said.items() if value != ""}
        row = ChildRow(table="visit", values={"visit.on": on, **came, **told})
        if there is not None:
            return self._window(self.visits.put_bill, line), self.sheet.take(row)
        visit = Visit(client_id=1, on=on, doctor=f"医生{on.month}")
        return self._window(self.visits.record, visit, [line]), self.sheet.take(row)

    def _edit(self) -> tuple[bool, bool]:
        if not self.sheet.folder.bills:
            return True, True
        line = self.chance.choice(self.sheet.folder.bills)
        key, value = self.chance.choice([*a_line(self.chance).items()])
        row = self._row(line, {key: value} if value != "" else {}, key)
        return self._window(self.visits.put_bill, line_of({key: value}, line)), self.sheet.take(row)

    def _row(self, line: Bill, said: dict[str, SaidValue], key: str) -> ChildRow:
        part = f"v{line.visit_id}/b{line.id}"
        cleared = frozenset[str]() if said else frozenset({key})
        return ChildRow(table="visit", part=part, values=said, cleared=cleared)

    def _move(self) -> tuple[bool, bool]:
        if not self.sheet.folder.visits:
            return True, True
        visit = self.chance.choice(self.sheet.folder.visits)
        on, doctor = self.chance.choice(DAYS), self.chance.choice(("林", "陈"))
        said: dict[str, SaidValue] = {"visit.on": on, "visit.doctor": doctor}
        if self.chance.random() < 0.5:
            del said["visit.on"]
            on = visit.on
        row = ChildRow(table="visit", part=f"v{visit.id}", values=said)
        if on == DAYS[-1]:
            return False, self.sheet.take(replace(row, values={"visit.on": on}))
        return self._window(self.visits.record, replace(visit, on=on, doctor=doctor)), (
            self.sheet.take(row)
        )

    def _remove(self) -> tuple[bool, bool]:
        if not self.sheet.folder.bills:
            return True, True
        line = self.chance.choice(self.sheet.folder.bills)
        row = ChildRow(table="visit", part=f"v{line.visit_id}/b{line.id}", removes=True)
        of_visit = [each for each in self.sheet.folder.bills if each.visit_id == line.visit_id]
        if len(of_visit) == 1 and line.visit_id is not None:
            return self._window(self.visits.remove_visit, line.visit_id), self.sheet.take(row)
        return self._window(self.visits.remove_bill, line.id), self.sheet.take(row)

    def _window(self, deed: object, *facts: object) -> bool:
        assert callable(deed)
        try:
            deed(*facts)
        except (BillRefused, FactRefused):
            return False
        return True


@pytest.mark.parametrize("seed", range(5))
def test_rows_and_the_window_leave_the_same_book(
    book_database: Database, journal: Journal, seed: int
) -> None:
    clients = Clients(book_database, journal)
    clients.add(client())
    for held in (
        Package(client_id=1, project="光子", bought=6, used=2, paid=600),
        Deposit(client_id=1, project="热玛吉", amount=500),
        PotentialProject(client_id=1, project="水光"),
    ):
        clients.put(held)
    start = clients.file(1, today=NOW.date()).folder
    sheet = Sheet(start)
    sheet.note((*start.packages, *start.deposits, *start.potential))
    walk = Walk(Visits(book_database, journal), sheet, seed)

    for _ in range(STEPS):
        by_window, by_row = walk.step()

        assert by_window == by_row
        ours = clients.file(1, today=NOW.date()).folder
        theirs = walk.sheet.folder
        assert theirs.client.lead_state is ours.client.lead_state
        for name in ("visits", "bills", "completed", "packages", "deposits", "potential"):
            assert set(getattr(theirs, name)) == set(getattr(ours, name)), name
