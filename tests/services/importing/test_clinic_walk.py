"""A random year between a clinic that corrects its list and her: no money twice, none lost."""

import dataclasses
import datetime as dt
import os
import pathlib
import random
from collections import Counter

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.records import Bill, ClinicCard
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put
from crm_desktop.services.taking_back import TakingBack
from tests.services.importing.clinic import line, write
from tests.services.importing.lists import dump

PEOPLE = {
    "K1": ("林晚", "13800000001"),
    "K2": ("何静", "13700000002"),
    "K3": ("林晚", "13900000003"),
}
PROJECTS = ("水光针", "热玛吉", "光子嫩肤")
PRICES = (500, 700, 1280, 3000)
FIRST = dt.date(2025, 1, 1)


@dataclasses.dataclass
class Booked:
    """A line as the clinic has it now."""

    card: str
    order: str
    on: dt.date
    project: str
    paid: int
    kind: str = ""


class Clinic:
    """Books, corrects, refunds and renumbers, one thing of a line between two lists."""

    def __init__(self, chance: random.Random, folder: pathlib.Path) -> None:
        self._chance = chance
        self._folder = folder
        self._lines: list[Booked] = []
        self.lists: list[pathlib.Path] = []

    @property
    def paid(self) -> Counter[str]:
        total: Counter[str] = Counter()
        for each in self._lines:
            total[each.card] += each.paid * 100
        return total

    def next_list(self) -> pathlib.Path:
        """Let a month pass and write all the clinic has."""
        month = len(self.lists)
        for booked in list(self._lines):
            self._maybe_change(booked)
        for _ in range(self._chance.randint(1, 4)):
            on = FIRST + dt.timedelta(days=30 * month + self._chance.choice((0, 0, 3)))
            order = self._chance.choice((f"S{len(self._lines)}", ""))
            card, project = self._chance.choice([*PEOPLE]), self._chance.choice(PROJECTS)
            self._lines.append(Booked(card, order, on, project, self._chance.choice(PRICES)))
        self._chance.shuffle(self._lines)
        people = [(card, *who, "", "", "", "") for card, who in PEOPLE.items()]
        path = write(self._folder / f"{month}.xlsx", people, [*map(_row, self._lines)])
        os.utime(path, (1.7e9 + month * 1e6,) * 2)
        self.lists.append(path)
        return path

    def _maybe_change(self, booked: Booked) -> None:
        match self._chance.randrange(12):
            case 0 if booked.paid > 0:
                booked.paid += 130
            case 1 if booked.paid > 0:
                back = dataclasses.replace(booked, paid=-booked.paid, kind="退款")
                self._lines.append(back)
            case 2 if booked.order:
                self._renumber(booked.order)
            case _:
                pass

    def _renumber(self, order: str) -> None:
        for each in self._lines:
            each.order = f"{order}R" if each.order == order else each.order


def _row(booked: Booked) -> tuple[str | int | float, ...]:
    name, on = PEOPLE[booked.card][0], booked.on.isoformat()
    return tuple(
        line(
            booked.order,
            on=on,
            project=booked.project,
            paid=booked.paid,
            kind=booked.kind,
            card=booked.card,
            name=name,
        )
    )


def _paid(database: Database) -> Counter[str]:
    with database.read() as session:
        cards = {card.client_id: card.number for card in fetch(session, ClinicCard)}
        bills = fetch(session, Bill)
    of = {
        number: [bill for bill in bills if bill.client_id == who] for who, number in cards.items()
    }
    return Counter({number: paid(mine) for number, mine in of.items() if mine})


def _edited(database: Database, journal: Journal, chance: random.Random) -> None:
    """Let her move a line to another day, or call it otherwise."""
    with database.read() as session:
        bill = chance.choice(fetch(session, Bill))
    moved = dataclasses.replace(bill, on=bill.on + dt.timedelta(days=1))
    named = dataclasses.replace(bill, project=f"她的{bill.project}")
    with journal.change("test.edit") as work:
        put(work.session, chance.choice((moved, named)))


@pytest.mark.parametrize("seed", range(4))
def test_whatever_comes_again_in_any_order_what_was_paid_is_what_the_clinic_says(
    book_database: Database, journal: Journal, imports: Imports, tmp_path: pathlib.Path, seed: int
) -> None:
    chance = random.Random(seed)
    clinic = Clinic(chance, tmp_path)
    for month in range(4):
        before = dump(book_database)
        report, _ = imports.apply(imports.plan(imports.read(clinic.next_list())))
        assert _paid(book_database) == clinic.paid, (seed, month)

        journal.undo()
        assert dump(book_database) == before
        journal.redo()
        if chance.random() < 0.5:
            assert report.run_id is not None
            TakingBack(book_database, journal).take_back(report.run_id)
            assert dump(book_database) == before
            imports.apply(imports.plan(imports.read(clinic.lists[-1])))
        _edited(book_database, journal, chance)
        for path in chance.choices(clinic.lists, k=2):
            imports.apply(imports.plan(imports.read(path)))
            assert _paid(book_database) == clinic.paid, (seed, month, path.name)
            again = imports.plan(imports.read(path))
            assert (again.writes_nothing, again.bases) == (True, ())
