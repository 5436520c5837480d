"""Projects: what is left to be had, above what was done beside what she may want."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar, Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.records import (
    CompletedProject,
    Deposit,
    Package,
    PotentialProject,
)
from crm_desktop.services.records import Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.client.steps import WAITING
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_NARROW: Final = 380
_SIDE: Final = 8


class PackageRow(RecordRow):
    """A package; a session of it is used by one press, and noted as done."""

    @override
    def _on_step(self) -> None:
        use = self.shown.desk.book.visits.use_session
        self.shown.do(partial(use, self.record.id, self.shown.today))


class DepositRow(RecordRow):
    """Money taken ahead: one press says it was treated; open, that it was given back."""

    @override
    def _on_step(self) -> None:
        treat = self.shown.desk.book.visits.treat
        self.shown.do(partial(treat, self.record.id, self.shown.today))

    @override
    def make_extras(self) -> list[QWidget]:
        if not isinstance(self.record, Deposit) or self.record.state not in WAITING:
            return []
        back = button(self.tr("Given back to her"), Role.LINK)
        back.clicked.connect(self._on_back)
        line = QWidget()
        line.setLayout(row(back, 1))
        return [line]

    def _on_back(self) -> None:
        if isinstance(self.record, Deposit):
            refund = self.shown.desk.book.visits.refund
            amount = self.record.amount
            self.shown.do(partial(refund, self.record, amount, self.shown.today))


class NarrowRow(RecordRow):
    """A row of half the card: its fields stand under each other."""

    columns: ClassVar[int] = 1


class Packages(RecordList):
    """The packages, those with sessions left first."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return PackageRow(record, self.shown)


class Deposits(RecordList):
    """The deposits and what was paid ahead, those that wait first."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return DepositRow(record, self.shown)


class Half(RecordList):
    """One of the two lists beside each other, with its name and a button that adds to it."""

    @override
    def make_row(self, record: Record) -> RecordRow:
        return NarrowRow(record, self.shown)

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return Draft(blank, self.shown, specs, columns=1)

    def headed(self, words: str) -> QWidget:
        """Return the list under its name."""
        self._name = words
        self._told = label(words, Role.STRONG)
        add = IconButton(Icon.PLUS, self.tr("Add: {what}").format(what=words), "accent")
        add.clicked.connect(self.add)
        heading = row(self._told, 1, add)
        heading.setContentsMargins(_SIDE, 0, 0, 0)
        whole = QWidget()
        stack = QVBoxLayout(whole)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(0)
        stack.addLayout(heading)
        stack.addWidget(self)
        stack.addStretch(1)
        return whole

    @override
    def show_records(self, records: Sequence[Record]) -> None:
        super().show_records(records)
        self._told.setText(f"{self._name}  {len(records)}" if records else self._name)


class ProjectsCard(FileCard):
    """Packages and money paid ahead first; under them completed beside potential projects."""

    tables: ClassVar[frozenset[str]] = frozenset(
        {"package", "deposit", "potential_project", "completed_project", "bill"}
    )
    is_reused: ClassVar[bool] = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Projects"), shown, parent)
        self.packages = Packages(shown, self._blank_package)
        self.deposits = Deposits(shown, self._blank_deposit, at_first=2)
        nothing_done, nothing_wanted = self.tr("Nothing yet"), self.tr("No idea noted yet")
        self.completed = Half(shown, self._blank_completed, empty=nothing_done)
        self.potential = Half(shown, self._blank_potential, empty=nothing_wanted)
        self._menu = QMenu(self)
        self._add = button(self.tr("Add"), Role.LINK, Icon.PLUS)
        self._add.setAccessibleName(self.tr("Add to the projects"))
        self._add.setMenu(self._menu)
        self.put_action(self._add)
        self.offer(self.tr("May want"), self.potential)
        self.offer(self.tr("Done"), self.completed)
        self.offer(self.tr("Package"), self.packages)
        self.offer(self.tr("Deposit"), self.deposits)
        self._halves: QHBoxLayout = QHBoxLayout()
        self._halves.setContentsMargins(0, SPACE_S, 0, 0)
        self._halves.setSpacing(SPACE_M)
        self._halves.addWidget(self.completed.headed(self.tr("Completed")), 1)
        self._halves.addWidget(self.potential.headed(self.tr("Potential")), 1)
        self.body.addLayout(self._halves)

    @override
    def offer_act(self, words: str, act: Callable[[], None]) -> None:
        """Put an entry into the one menu that adds, where four buttons would be cut."""
        self.offers.append((words, act))
        self._menu.addAction(icon(Icon.PLUS), words).triggered.connect(act)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        packages = sorted(folder.packages, key=_used_up)
        deposits = sorted(folder.deposits, key=_is_settled)
        completed = sorted(folder.completed, key=_day_done, reverse=True)
        potential = sorted(folder.potential, key=_least_wanted)
        self.packages.show_records(packages)
        self.deposits.show_records(deposits)
        self.completed.show_records(completed)
        self.potential.show_records(potential)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        is_narrow = event.size().width() < scaled(_NARROW)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._halves.setDirection(down if is_narrow else across)

    def _blank_package(self) -> Package:
        return Package(client_id=self.shown.client_id, bought_on=self.shown.today)

    def _blank_deposit(self) -> Deposit:
        return Deposit(client_id=self.shown.client_id, on=self.shown.today)

    def _blank_potential(self) -> PotentialProject:
        return PotentialProject(client_id=self.shown.client_id, learnt_on=self.shown.today)

    def _blank_completed(self) -> CompletedProject:
        return CompletedProject(client_id=self.shown.client_id, on=self.shown.today)


def _used_up(package: Package) -> tuple[bool, int]:
    return package.left <= 0, -package.id


def _is_settled(deposit: Deposit) -> tuple[bool, int]:
    return deposit.state not in WAITING, -deposit.id


def _least_wanted(project: PotentialProject) -> tuple[bool, int, int]:
    return project.closed_on is not None, -(project.interest or 0), -project.id


def _day_done(project: CompletedProject) -> tuple[str, int]:
    return "" if project.on is None else project.on.isoformat(), project.id
