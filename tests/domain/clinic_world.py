"""A book without a database that takes a clinic's lists in, and the clinic whose lists they are."""

import dataclasses
import datetime as dt
import random
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from crm_desktop.domain.base_facts import counted
from crm_desktop.domain.clinic_cover import Cover, cover_of
from crm_desktop.domain.clinic_plan import HERSELF, ClinicBook, plan_clinic_rows, said_of_lines
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.counterparts import BaseRow, cells_of
from crm_desktop.domain.drafts import BillDraft, ClientDraft
from crm_desktop.domain.foreign import Foreign
from crm_desktop.domain.import_plan import (
    ClientFacts,
    Days,
    Fact,
    ImportPlan,
    ListKind,
    Options,
    Purchase,
    SheetRead,
)
from crm_desktop.domain.importing import KnownBook
from crm_desktop.domain.matching import Identities
from crm_desktop.domain.placing import standing
from crm_desktop.domain.records import Bill, Client, ClinicCard, Visit

SHEET: Final = "消费明细"
NAMES: Final = {1: "林晚", 2: "何静", 3: "周宁"}
NOW: Final = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
FIRST: Final = dt.date(2025, 1, 1)
PROJECTS: Final = ("水光针", "热玛吉", "光子嫩肤")
PRICES: Final = (500, 500, 1280, 3000)


@dataclasses.dataclass
class Booked:
    """A line as the clinic has it now; money is negative where it went back."""

    client: int
    order: str
    on: dt.date
    project: str
    paid: int


@dataclasses.dataclass(frozen=True)
class Export:
    """A list: when it was written, of which days, and its lines."""

    age: int
    lines: tuple[Booked, ...]
    days: tuple[dt.date, dt.date] | None = None


class World:
    """Three clients' files, and what the clinic last said of each of their lines."""

    def __init__(self) -> None:
        self._facts: dict[tuple[type[Fact], int], Fact] = {}
        self._said: dict[tuple[int, str], Mapping[str, str]] = {}
        self._runs: list[tuple[int, tuple[Days, ...]]] = []
        for number, name in NAMES.items():
            self._put(Client(id=number, name=name, uid=str(number)))
            self._put(
                ClinicCard(id=number, client_id=number, source="clinic", number=_card(number))
            )

    def plan(self, export: Export) -> ImportPlan:
        """Return what a list comes to."""
        is_old = any(age > export.age for age, _ in self._runs)
        options = Options(
            source="a", now=NOW, kind=ListKind.CLINIC, is_overtaken=is_old, mark_big=False
        )
        rows = [_row(number, line) for number, line in enumerate(export.lines, 2)]
        sheet = SheetRead(name=SHEET, header_row=1, mapping={}, is_bills=True, days=export.days)
        newer = [day for age, days in self._runs if age > export.age for day in days]
        book = ClinicBook(
            known=KnownBook(
                identities=self._identities(),
                facts=self._files(),
                first_client=9,
                first_person=9,
                foreign=Foreign(
                    cells={who: said for (who, part), said in self._said.items() if part == HERSELF}
                ),
            ),
            lines=said_of_lines(self._said),
            cover=cover_of(rows, [sheet], NOW.date()),
            newer=Cover(days=tuple(newer)),
            free={kind: self._free(kind) for kind in (Bill, Visit)},
        )
        return plan_clinic_rows([], rows, book, options)

    def take(self, export: Export) -> ImportPlan:
        """Take a list in, and return what it came to."""
        made = self.plan(export)
        for fact in (*made.new, *made.changed):
            self._put(fact)
        for fact in made.removed:
            del self._facts[type(fact), fact.id]
        self._remember(made.bases)
        self._runs.append((export.age, made.days))
        return made

    def bills(self) -> list[Bill]:
        """Return every line of the book."""
        return [fact for fact in self._facts.values() if isinstance(fact, Bill)]

    def paid(self, days: tuple[dt.date, dt.date]) -> Counter[int]:
        """Return what every client paid on these days, in fen."""
        total: Counter[int] = Counter()
        for bill in self.bills():
            if days[0] <= bill.on <= days[1]:
                total[bill.client_id] += counted(bill)
        return total

    def _put(self, fact: Fact) -> None:
        self._facts[type(fact), fact.id] = fact

    def _remember(self, bases: Sequence[BaseRow]) -> None:
        for base in bases:
            self._said[base.client_id, base.part] = cells_of(base.text)

    def _free(self, kind: type[Fact]) -> int:
        return max((number for each, number in self._facts if each is kind), default=0) + 1

    def _files(self) -> dict[int, ClientFacts]:
        found: dict[int, ClientFacts] = {}
        for number in NAMES:
            client = self._facts[Client, number]
            assert isinstance(client, Client)
            facts = (one for one in self._facts.values() if not isinstance(one, Client))
            hers = tuple(one for one in facts if one.client_id == number)
            found[number] = ClientFacts(client=client, facts=hers)
        return found

    def _identities(self) -> Identities:
        known = Identities()
        for number, file in self._files().items():
            for identity in standing(file.client, file.facts):
                known.add(number, identity)
        return known


def _card(client: int) -> str:
    return f"K{client}"


def _row(number: int, line: Booked) -> BillRow:
    draft = BillDraft(
        order_number=line.order, on=line.on, project=line.project, paid=line.paid * 100
    )
    person = ClientDraft(name=NAMES[line.client], card_number=_card(line.client))
    return BillRow(sheet=SHEET, row_number=number, draft=draft, person=person)


class Clinic:
    """Books lines, and corrects, moves, renumbers, refunds and cancels them at random."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._lines: list[Booked] = []
        self._age = self._orders = 0

    def month(self) -> None:
        """Let a month pass."""
        for booked in list(self._lines):
            self._maybe_change(booked)
        chance, day = self._chance, FIRST + dt.timedelta(days=30 * self._age)
        for _ in range(chance.randint(1, 5)):
            self._orders += 1
            self._lines.append(
                Booked(
                    chance.choice([*NAMES]),
                    chance.choice((f"S{self._orders}", f"S{self._orders}", "")),
                    day + dt.timedelta(days=chance.choice((0, 0, 3, 9))),
                    chance.choice(PROJECTS),
                    chance.choice(PRICES),
                )
            )
        if chance.random() < 0.2:
            self._lines.append(dataclasses.replace(self._lines[-1]))
        self._age += 1

    def export(self) -> Export:
        """Return all of it, or the last two months, with or without saying so."""
        lines = [dataclasses.replace(one) for one in self._lines]
        self._chance.shuffle(lines)
        first = FIRST + dt.timedelta(days=30 * (self._age - 2))
        last = FIRST + dt.timedelta(days=30 * self._age)
        match self._chance.randrange(4):
            case 0:
                some = tuple(one for one in lines if first <= one.on <= last)
                return Export(self._age, some, (first, last))
            case 1:
                return Export(self._age, tuple(one for one in lines if first <= one.on <= last))
            case 2:
                return Export(self._age, tuple(lines), (FIRST, dt.date(2026, 1, 1)))
            case _:
                return Export(self._age, tuple(lines))

    def _maybe_change(self, booked: Booked) -> None:
        chance = self._chance
        match chance.choice("adrpwmcbk" + "." * 21):
            case "a":
                booked.paid += 130 if booked.paid > 0 else 0
            case "d":
                booked.on += dt.timedelta(days=chance.choice((1, 2)))
            case "m" if booked.paid > 0:
                booked.on += dt.timedelta(days=1)
                booked.paid += 70
            case "b" if booked.paid > 0:
                self._lines.append(dataclasses.replace(booked, paid=-booked.paid))
            case "c":
                self._lines.remove(booked)
            case "k":
                booked.client = chance.choice([*NAMES])
            case kind:
                self._maybe_rename(booked, kind)

    def _maybe_rename(self, booked: Booked, kind: str) -> None:
        if kind in {"p", "w"}:
            booked.project = self._chance.choice(PROJECTS)
        if kind in {"r", "w"}:
            self._renumber(booked)

    def _renumber(self, booked: Booked) -> None:
        self._orders += 1
        booked.order = f"R{self._orders}" if booked.order else ""


def days_of(export: Export) -> tuple[dt.date, dt.date]:
    """Return the days a list is whole on."""
    own = [line.on for line in export.lines]
    return export.days or (min(own), max(own))


def paid_of(export: Export) -> Counter[int]:
    """Return what a list says every client paid, in fen."""
    total: Counter[int] = Counter()
    for line in export.lines:
        total[line.client] += line.paid * 100
    return total


def told_of(made: ImportPlan, export: Export) -> Counter[int]:
    """Return by how much, a plan says, what a client paid is more than the list has."""
    first, last = days_of(export)
    more: Counter[int] = Counter()
    for gone in made.gone:
        more[gone.client_id] += gone.paid
    asked = [one for one in made.open_conflicts if isinstance(one.theirs, Purchase)]
    for one in asked:
        assert isinstance(one.theirs, Purchase)
        more[one.client_id] -= one.theirs.paid
    for (client_id, _), base in {(one.client_id, one.part): one.base for one in asked}.items():
        if isinstance(base, Purchase) and first <= base.on <= last:
            more[client_id] += base.paid
    return more
