"""Visits and bills: a timeline by years, each visit with its lines, and what was paid a year."""

import datetime as dt
from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from crm_desktop.domain.base_facts import (
    arrival_days,
    largest_order,
    paid,
    paid_by_year,
    signed,
    stored_value_left,
)
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.errors import BillRefused, CrmError
from crm_desktop.domain.records import Bill, Visit, VisitType
from crm_desktop.services.records import Record
from crm_desktop.ui.client.bill_draft import BillsDraft
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.client.visit_draft import VisitDraft
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import dated_fact, day_with_year, money
from crm_desktop.ui.text.amounts import short_money
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from crm_desktop.ui.widgets.bars import Bar, Bars
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import amount, label
from crm_desktop.ui.widgets.layouts import column, row

_SIDE: Final = 8
_DAY: Final = 78
_YEARS: Final = 6
_AT_FIRST: Final = 5


class ClinicRow(RecordRow):
    """A row whose fields take back what was refused, as its word is said elsewhere."""

    @override
    def open_sheet(self) -> None:
        is_first = not self.is_open
        super().open_sheet()
        if is_first:
            self.shown.desk.jobs.failed.connect(self._on_failed)

    @override
    def close_sheet(self) -> None:
        if self.is_open:
            self.shown.desk.jobs.failed.disconnect(self._on_failed)
        super().close_sheet()

    def _on_failed(self, error: CrmError) -> None:
        if self.form is not None and isinstance(error, BillRefused):
            self.form.show_record(self.record)


class BillRow(ClinicRow):
    """A line of a bill; money given back is red."""

    @override
    def trailing(self) -> list[QWidget]:
        self._amount = amount()
        return [self._amount]

    @override
    def show_record(self, record: Record) -> None:
        super().show_record(record)
        if isinstance(record, Bill):
            _show_amount(self._amount, signed(record))
            _tell(self.head, money(signed(record)))


class Bills(RecordList):
    """Lines of bills."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return BillRow(record, self.shown)

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return BillsDraft(blank, self.shown)

    @override
    def add(self) -> None:
        super().add()
        if isinstance(self.draft, BillsDraft):
            self.draft.lines.begin()


class VisitRow(ClinicRow):
    """A visit in the timeline; open, the row shows its bills too. The first of a year heads it."""

    _bills: Bills | None = None
    _heading: QWidget | None = None

    @override
    def leading(self) -> QWidget | None:
        self._day = label("", Role.SECOND)
        self._day.setFixedWidth(scaled(_DAY))
        return self._day

    @override
    def trailing(self) -> list[QWidget]:
        self._amount = amount()
        return [self._amount]

    @override
    def show_record(self, record: Record) -> None:
        super().show_record(record)
        if not isinstance(record, Visit):
            return
        self._day.setText(_day_words(record.on))
        self._day.setToolTip(day_with_year(record.on))
        _show_amount(self._amount, paid(self._lines()) or None)
        _tell(self.head, f"{day_with_year(record.on)} {self._amount.text()}")
        self._head_year(record)

    @override
    def make_extras(self) -> list[QWidget]:
        self._bills = Bills(self.shown, self._blank_bill, at_first=9)
        add = button(self.tr("Add a bill"), Role.LINK, Icon.PLUS)
        add.clicked.connect(self._bills.add)
        heading = QWidget()
        heading.setLayout(row(label(self.tr("Bills"), Role.STRONG), 1, add))
        self.show_extras()
        return [heading, self._bills]

    @override
    def show_extras(self) -> None:
        if self._bills is not None:
            self._bills.show_records(self._lines())

    @override
    def drop_extras(self) -> None:
        self._bills = None

    def _lines(self) -> list[Bill]:
        return [bill for bill in self.shown.folder.bills if bill.visit_id == self.record.id]

    def _blank_bill(self) -> Bill:
        on = self.record.on if isinstance(self.record, Visit) else self.shown.today
        return Bill(client_id=self.shown.client_id, visit_id=self.record.id, on=on)

    def _head_year(self, visit: Visit) -> None:
        """Show the year over its latest visit."""
        ofyear = (each.id for each in reversed(self.shown.folder.visits) if _of(each, visit))
        is_first = next(ofyear, 0) == visit.id
        if is_first and self._heading is None:
            self._heading = QWidget()
            self._year = label("", Role.STRONG)
            inside = row(self._year, 1)
            inside.setContentsMargins(_SIDE, SPACE_S, _SIDE, 0)
            self._heading.setLayout(inside)
            self._whole.insertWidget(0, self._heading)
        if self._heading is not None:
            self._year.setText(str(visit.on.year))
            self._heading.setVisible(is_first)


class Visits(RecordList):
    """The visits, the latest first; a new one is noted together with its lines."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return VisitRow(record, self.shown)

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return VisitDraft(blank, self.shown)


class Sums(QWidget):
    """What she paid in all, her largest bill, her stored value, and the years beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._total, self._largest, self._stored = (label("", Role.STRONG) for _ in range(3))
        self.bars = Bars(self.tr("Paid per year"))
        self._stored_told = label(self.tr("Stored value left"), Role.FIELD_LABEL)
        told = (label(self.tr("Paid in all"), Role.FIELD_LABEL), self._total)
        largest = (label(self.tr("Largest bill"), Role.FIELD_LABEL), self._largest)
        numbers = column(spacing=SPACE_S)
        for pair in (told, largest, (self._stored_told, self._stored)):
            numbers.addLayout(column(*pair, spacing=0))
        numbers.addStretch(1)
        inside = row(spacing=SPACE_L)
        inside.addLayout(numbers)
        inside.addStretch(1)
        inside.addWidget(self.bars, 3, Qt.AlignmentFlag.AlignBottom)
        inside.setContentsMargins(_SIDE, SPACE_S, _SIDE, SPACE_M)
        self.setLayout(inside)

    def show_sums(self, total: int, bills: tuple[Bill, ...], today: dt.date) -> None:
        """Show what these lines add up to; nothing where there are none."""
        self.setVisible(bool(bills))
        self._total.setText(money(total))
        self._largest.setText(money(largest_order(bills)))
        left = stored_value_left(bills)
        for part in (self._stored, self._stored_told):
            part.setVisible(bool(left))
        self._stored.setText(money(left))
        self.bars.show_bars([self._bar(*each, today.year) for each in _years(bills, today)])

    def _bar(self, year: int, value: int, this_year: int) -> Bar:
        words = self.tr("{year}: {sum} paid").format(year=year, sum=money(value))
        short = short_money(value) if value else ""
        is_now = year == this_year
        return Bar(name=str(year), value=value, short=short, words=words, is_now=is_now)


class VisitsCard(FileCard):
    """The sums, the timeline, and bills that belong to no visit."""

    tables: ClassVar[frozenset[str]] = frozenset({"visit", "bill", "package", "deposit"})
    is_reused: ClassVar[bool] = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Visits and bills"), shown, parent)
        self.sums = Sums()
        self.visits = Visits(shown, self._blank_visit, at_first=_AT_FIRST)
        self.bills = Bills(shown, self._blank_bill)
        self._loose: QLabel = label(self.tr("Bills without a visit"), Role.STRONG)
        self._loose.setContentsMargins(_SIDE, SPACE_S, 0, 0)
        self.body.addWidget(self.sums)
        self.offer(self.tr("Visit"), self.visits)
        self.body.addWidget(self._loose)
        self.offer(self.tr("Bill"), self.bills)

    @override
    def begin(self) -> None:
        self.visits.add()

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        loose = [bill for bill in reversed(folder.bills) if not bill.visit_id]
        self.sums.show_sums(self.shown.file.paid_total, folder.bills, self.shown.today)
        self.visits.show_records(tuple(reversed(folder.visits)))
        self._loose.setVisible(bool(loose) and bool(folder.visits))
        self.bills.show_records(loose)
        self.say_count(len(arrival_days(folder.visits)))

    def _blank_visit(self) -> Visit:
        kind = None if self.shown.folder.visits else VisitType.FIRST
        return Visit(client_id=self.shown.client_id, on=self.shown.today, type=kind)

    def _blank_bill(self) -> Bill:
        return Bill(client_id=self.shown.client_id, on=self.shown.today)


def _years(bills: tuple[Bill, ...], today: dt.date) -> list[tuple[int, int]]:
    """Return the last years with what was paid in each, those without a line among them too."""
    found = paid_by_year(bills)
    first = max(min(found, default=today.year), today.year - _YEARS + 1)
    return [(year, found.get(year, 0)) for year in range(min(first, today.year), today.year + 1)]


def _of(each: Visit, visit: Visit) -> bool:
    return each.on.year == visit.on.year


def _day_words(on: dt.date) -> str:
    return dated_fact(DatedFact(calendar=Calendar.SOLAR, month=on.month, day=on.day))


def _show_amount(shown: QLabel, fen: int | None) -> None:
    shown.setVisible(fen is not None)
    shown.setText("" if fen is None else money(fen))
    set_mark(shown, "shade", "bad" if fen is not None and fen < 0 else "text")


def _tell(head: QWidget, words: str) -> None:
    """Say what stands beside the words of a row to who cannot see it."""
    head.setAccessibleName(f"{words} {head.accessibleName()}".strip())
