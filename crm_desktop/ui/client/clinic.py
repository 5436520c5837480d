"""Projects, packages, deposits; visits with their bills."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.records import (
    Bill,
    CompletedProject,
    Deposit,
    DepositState,
    Package,
    PotentialProject,
    Visit,
)
from crm_desktop.services.records import Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import money
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_WAITING = {DepositState.DEPOSIT, DepositState.PAID_UNTREATED}


class ProjectsCard(FileCard):
    """What is left to be had first, then what she may want, then what was done."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Projects"), shown, parent)
        self.packages = RecordList(shown, self._blank_package)
        self.deposits = RecordList(shown, self._blank_deposit, at_first=2)
        self.potential = RecordList(shown, self._blank_potential)
        self.completed = RecordList(shown, self._blank_completed)
        self.offer(self.tr("Package"), self.packages)
        self.offer(self.tr("Deposit"), self.deposits)
        self.offer(self.tr("May want"), self.potential)
        self.offer(self.tr("Done"), self.completed)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        packages = sorted(folder.packages, key=_used_up)
        deposits = sorted(folder.deposits, key=_is_settled)
        potential = sorted(folder.potential, key=_least_wanted)
        completed = sorted(folder.completed, key=_day_done, reverse=True)
        self.packages.show_records(packages)
        self.deposits.show_records(deposits)
        self.potential.show_records(potential)
        self.completed.show_records(completed)

    def _blank_package(self) -> Package:
        return Package(client_id=self.shown.client_id, bought_on=self.shown.today)

    def _blank_deposit(self) -> Deposit:
        return Deposit(client_id=self.shown.client_id, on=self.shown.today)

    def _blank_potential(self) -> PotentialProject:
        return PotentialProject(client_id=self.shown.client_id)

    def _blank_completed(self) -> CompletedProject:
        return CompletedProject(client_id=self.shown.client_id, on=self.shown.today)


class VisitRow(RecordRow):
    """A visit; open, the row shows its bills too."""

    _bills: RecordList | None = None

    @override
    def make_extras(self) -> list[QWidget]:
        self._bills = RecordList(self.shown, self._blank_bill, at_first=9)
        add = button(self.tr("Add a bill"), Role.LINK, Icon.PLUS)
        add.clicked.connect(self._bills.add)
        heading = QWidget()
        heading.setLayout(row(label(self.tr("Bills"), Role.STRONG), 1, add))
        self.show_extras()
        return [heading, self._bills]

    @override
    def show_extras(self) -> None:
        if self._bills is not None:
            bills = self.shown.folder.bills
            self._bills.show_records([bill for bill in bills if bill.visit_id == self.record.id])

    @override
    def drop_extras(self) -> None:
        self._bills = None

    def _blank_bill(self) -> Bill:
        on = self.record.on if isinstance(self.record, Visit) else self.shown.today
        return Bill(client_id=self.shown.client_id, visit_id=self.record.id, on=on)


class Visits(RecordList):
    """The visits, the latest first."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return VisitRow(record, self.shown)


class VisitsCard(FileCard):
    """Visits with what was paid, and bills that belong to no visit."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Visits and bills"), shown, parent)
        self.visits = Visits(shown, self._blank_visit, empty=self.tr("She has not come yet."))
        self.bills = RecordList(shown, self._blank_bill)
        self._paid = label("", Role.SECOND)
        self.put_action(self._paid)
        self.offer(self.tr("Visit"), self.visits)
        self.offer(self.tr("Bill"), self.bills)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        self.visits.show_records(tuple(reversed(folder.visits)))
        self.bills.show_records([bill for bill in reversed(folder.bills) if not bill.visit_id])
        self.say_count(len(folder.visits))
        total = self.tr("{sum} in all").format(sum=money(self.shown.file.paid_total))
        self._paid.setText(total if folder.bills else "")

    def _blank_visit(self) -> Visit:
        return Visit(client_id=self.shown.client_id, on=self.shown.today)

    def _blank_bill(self) -> Bill:
        return Bill(client_id=self.shown.client_id, on=self.shown.today)


def _used_up(package: Package) -> tuple[bool, int]:
    return package.left <= 0, -package.id


def _is_settled(deposit: Deposit) -> tuple[bool, int]:
    return deposit.state not in _WAITING, -deposit.id


def _least_wanted(project: PotentialProject) -> tuple[bool, int, int]:
    return project.closed_on is not None, -(project.interest or 0), -project.id


def _day_done(project: CompletedProject) -> tuple[str, int]:
    return "" if project.on is None else project.on.isoformat(), project.id
