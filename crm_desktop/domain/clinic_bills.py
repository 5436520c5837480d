"""Lines of a clinic's list going into one client's file, with all that follows from each."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from crm_desktop.domain import billing
from crm_desktop.domain.base_facts import SALES
from crm_desktop.domain.clinic_doubts import Before, Doubts, doubts_of
from crm_desktop.domain.clinic_lines import Merged, cells_of_line, line_of, merged
from crm_desktop.domain.clinic_pairing import dropped, pair
from crm_desktop.domain.clinic_rows import BillRow
from crm_desktop.domain.counterparts import joined
from crm_desktop.domain.foreign import Cells
from crm_desktop.domain.import_plan import Decision, Difference, Options, Outcome, outcome_of
from crm_desktop.domain.open_file import OpenFile
from crm_desktop.domain.records.clinic import (
    Bill,
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.domain.records.enums import BillKind, VisitType

_RECEIVED: Final = {BillKind.PAYMENT, BillKind.STORED_VALUE, BillKind.DEPOSIT}

Numbers = Mapping[type[object], Iterator[int]]
"""The numbers that new records of each kind get."""


@dataclass(slots=True, kw_only=True)
class Came:
    """What one line came to; `bill` and `cells` are what is to be remembered of it."""

    outcome: Outcome = Outcome.SAME
    differences: list[Difference] = field(default_factory=list)
    bill: Bill | None = None
    cells: dict[str, str] = field(default_factory=dict)


class ClientBills:
    """The lines of one client going into her file, what is drawn on before what draws on it.

    What a clinic booked is believed: a refund larger than what we know of, a session of a
    package nobody told us about are kept as they are.

    Attributes:
        gone: what they had said and have no more, as they told it; nothing takes it out.
    """

    def __init__(self, file: OpenFile, before: Before, options: Options, numbers: Numbers) -> None:
        self.gone: list[Bill] = []
        self._file = file
        self._before = before
        self._bases = before.said
        self._options = options
        self._numbers = numbers
        self._client_id = file.client.id
        self._wrote = False

    def take(self, rows: Sequence[BillRow]) -> list[Came]:
        """Put every line into the file, and return what each came to, in the order given."""
        came = [Came() for _ in rows]
        held = {visit.id for visit in self._file.of(Visit)}
        lines = [line_of(row.draft, self._client_id) for row in rows]
        bills = [place for place, row in enumerate(rows) if not row.is_arrival]
        for place, ours in self._known(lines, bills):
            self._merge(rows[place], lines[place], ours, came[place])
        left = [place for place in bills if came[place].bill is None]
        news = self._sorted(rows, lines, self._news(rows, lines, left), came)
        arrivals = [place for place, row in enumerate(rows) if row.is_arrival]
        for place in sorted([*news, *arrivals], key=lambda one: _in_time(lines[one])):
            self._add(rows[place], lines[place], came[place], held)
        if self._wrote:
            self._raise_lead()
        return came

    def _known(self, lines: Sequence[Bill], bills: Sequence[int]) -> Iterator[tuple[int, Bill]]:
        theirs = [lines[place] for place in bills]
        is_old = self._options.is_overtaken
        found = pair(self._file.of(Bill), theirs, self._bases, is_overtaken=is_old)
        for place, ours in zip(bills, found, strict=True):
            if ours is not None:
                yield place, ours

    def _news(
        self, rows: Sequence[BillRow], lines: Sequence[Bill], left: Sequence[int]
    ) -> list[int]:
        """Return the lines nobody has yet; what she took out herself stays out."""
        texts = [joined(cells_of_line(rows[one].draft, lines[one]).items()) for one in left]
        hers = set(dropped(self._file.of(Bill), texts, self._bases))
        return [place for order, place in enumerate(left) if order not in hers]

    def _sorted(
        self,
        rows: Sequence[BillRow],
        lines: Sequence[Bill],
        news: Sequence[int],
        came: Sequence[Came],
    ) -> list[int]:
        """Bring in what they corrected, leave out what is asked; return what is one more.

        What was corrected frees its old number, by which another line may be known then.
        """
        left, is_moving = list(news), True
        doubts = Doubts()
        while is_moving:
            doubts = self._doubts(rows, lines, left, came)
            known = list(doubts.known.items())
            is_moving = bool(known and doubts.left_out)
            for place, ours in known:
                self._merge(rows[place], lines[place], ours, came[place])
                came[place].differences += filter(None, [doubts.asked.pop(place, None)])
            if is_moving:
                self._meet_again(rows, lines, came)
            left = [place for place in left if came[place].bill is None]
        self.gone = doubts.gone
        for place, asked in doubts.asked.items():
            came[place].differences.append(asked)
            came[place].outcome = self._outcome(rows[place], came[place])
        return [place for place in left if place not in doubts.left_out]

    def _doubts(
        self,
        rows: Sequence[BillRow],
        lines: Sequence[Bill],
        left: Sequence[int],
        came: Sequence[Came],
    ) -> Doubts:
        met = {each.bill.id for each in came if each.bill is not None}
        return doubts_of(
            {place: rows[place] for place in left},
            {place: lines[place] for place in left},
            [bill for bill in self._file.of(Bill) if bill.id not in met],
            self._before,
            self._options,
        )

    def _meet_again(
        self, rows: Sequence[BillRow], lines: Sequence[Bill], came: Sequence[Came]
    ) -> None:
        """Let lines nobody has yet meet ours as they would if the list came a second time."""
        met = {each.bill.id: each.cells for each in came if each.bill is not None}
        self._bases = {**self._bases, **met}
        bills = [place for place, row in enumerate(rows) if not row.is_arrival]
        for place, ours in self._known(lines, bills):
            if came[place].bill is None and ours.id not in met:
                self._merge(rows[place], lines[place], ours, came[place])

    def _merge(self, row: BillRow, line: Bill, ours: Bill, came: Came) -> None:
        """Bring what they changed into a line of ours."""
        base = self._bases.get(ours.id)
        result = merged(ours, line, row, base, self._options)
        if result.bill != ours:
            self._write(ours, self._at_visit(ours, result.bill, row), row.draft.doctor)
        filled = self._fill_visit(row, base)
        came.bill = result.bill
        came.differences = [*result.differences, *filled]
        came.cells = _remembered(cells_of_line(row.draft, line), base, result, self._options)
        came.outcome = self._outcome(row, came)

    def _add(self, row: BillRow, line: Bill, came: Came, held: set[int]) -> None:
        """Put in a line, or an arrival, that the book does not have."""
        visit = self._visit(line.on)
        is_new = visit is None
        if visit is None:
            visit = Visit(
                id=next(self._numbers[Visit]),
                client_id=self._client_id,
                on=line.on,
                type=row.draft.visit_type,
                doctor=row.draft.doctor,
                notes=row.draft.notes,
            )
            self._file.add(visit)
            self._wrote = True
        else:
            came.differences += self._fill_visit(row, None, is_told=visit.id in held)
        came.outcome = Outcome.NEW if is_new else self._outcome(row, came)
        if not row.is_arrival:
            bill = replace(line, id=next(self._numbers[Bill]), visit_id=visit.id)
            came.bill = self._write(None, bill, row.draft.doctor)
            came.cells = cells_of_line(row.draft, line)
            came.outcome = Outcome.NEW

    def _outcome(self, row: BillRow, came: Came) -> Outcome:
        return outcome_of(came.differences, row.sheet, row.row_number, self._options)

    def _write(self, before: Bill | None, after: Bill, doctor: str) -> Bill:
        """Write a line with everything that follows from it."""
        standing = self._standing()
        after = self._with_a_session_left(billing.resolved(after, before, standing), standing)
        following = billing.consequences(before, after, standing, self._options.now.date())
        if before is None:
            self._file.add(after)
        else:
            self._file.swap(before, after)
        for gone in following.gone:
            self._file.drop(gone)
        for made in following.put:
            self._put(made, doctor)
        self._wrote = True
        return after

    def _put(self, made: billing.Made, doctor: str) -> None:
        if made.id:
            old = next(each for each in self._file.of(type(made)) if each.id == made.id)
            self._file.swap(old, made)
        elif not isinstance(made, PotentialProject):
            new = replace(made, id=next(self._numbers[type(made)]))
            done = replace(new, doctor=doctor) if isinstance(new, CompletedProject) else new
            self._file.add(done)

    def _standing(self) -> billing.Standing:
        return billing.Standing(
            bills=tuple(self._file.of(Bill)),
            packages=tuple(self._file.of(Package)),
            deposits=tuple(self._file.of(Deposit)),
            completed=tuple(self._file.of(CompletedProject)),
            potential=tuple(self._file.of(PotentialProject)),
        )

    def _with_a_session_left(self, bill: Bill, standing: billing.Standing) -> Bill:
        package = standing.package(bill.package_id)
        is_known = any(each.id == bill.id for each in standing.bills)
        if package is None or is_known or package.left >= bill.quantity:
            return bill
        return replace(bill, package_id=None)

    def _visit(self, on: dt.date) -> Visit | None:
        return next((visit for visit in self._file.of(Visit) if visit.on == on), None)

    def _at_visit(self, before: Bill, after: Bill, row: BillRow) -> Bill:
        """Return a line at the visit of its day; a visit that was for it alone moves with it."""
        if after.on == before.on:
            return after
        there = self._visit(after.on)
        if there is not None:
            return replace(after, visit_id=there.id)
        own = next((each for each in self._file.of(Visit) if each.id == before.visit_id), None)
        others = [each for each in self._file.of(Bill) if each.visit_id == before.visit_id]
        if own is not None and own.on == before.on and len(others) == 1:
            self._file.swap(own, replace(own, on=after.on))
            return after
        visit = Visit(
            id=next(self._numbers[Visit]),
            client_id=self._client_id,
            on=after.on,
            type=row.draft.visit_type,
            doctor=row.draft.doctor,
        )
        self._file.add(visit)
        return replace(after, visit_id=visit.id)

    def _fill_visit(
        self, row: BillRow, base: Cells | None, *, is_told: bool = True
    ) -> list[Difference]:
        """Fill what we do not know of the visit of that day; what she wrote herself stays.

        What the list had said before is not filled again: she has taken it out.
        """
        visit = self._visit(row.draft.on or dt.date.min)
        if visit is None:
            return []
        said: dict[str, VisitType | str | None] = {
            "type": row.draft.visit_type,
            "doctor": row.draft.doctor,
        }
        before = base or {}
        news = {
            name: value
            for name, value in said.items()
            if value and not getattr(visit, name) and before.get(name) != str(value)
        }
        if not news:
            return []
        self._file.swap(visit, replace(visit, **news))  # type: ignore[arg-type] # names of Visit, each with its own type
        self._wrote = True
        return [self._filled(visit, name, value) for name, value in news.items() if is_told]

    def _filled(self, visit: Visit, name: str, value: str | None) -> Difference:
        return Difference(
            client_id=self._client_id,
            field=f"visit.{name}",
            ours=None,
            theirs=value,
            decision=Decision.FILLED,
            part=f"v{visit.id}",
        )

    def _raise_lead(self) -> None:
        client, bills = self._file.client, self._file.of(Bill)
        lead = billing.lead_after(
            client.lead_state,
            visited=bool(self._file.of(Visit)),
            sold=any(map(billing.is_sale, bills)),
        )
        if lead is not client.lead_state:
            self._file.client = replace(client, lead_state=lead)


def _in_time(line: Bill) -> tuple[dt.date, int]:
    """Return the day, on a day what is drawn on before what draws on it."""
    place = 0 if line.kind in _RECEIVED else 1 if line.kind in SALES else 2
    return line.on, place


def _remembered(
    said: dict[str, str], base: Cells | None, result: Merged, options: Options
) -> dict[str, str]:
    """Return what the clinic has from now on; what is undecided stays to be asked."""
    known = base or {}
    if options.is_overtaken:
        return {**said, **known}
    kept = {name: known[name] for name in result.undecided if name in known}
    return {**{name: text for name, text in said.items() if name not in result.undecided}, **kept}
