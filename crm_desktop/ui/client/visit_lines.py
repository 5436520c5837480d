"""The lines of a visit to be noted: what was done, how it was paid, how much."""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QVBoxLayout, QWidget

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState, Package
from crm_desktop.ui.client.line_hint import LineHint, hint_of
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.visit_ways import TREATED, Way, session_of, ways
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.fields.numbers import NumberField
from crm_desktop.ui.fields.texts import MoneyField, TextField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import money_from
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.layouts import row

_MONEY: Final = 116
_NUMBER: Final = 72
_SESSIONS: Final = 92
_MANY: Final = (1, 999)


class BillLine(QWidget):
    """Two rows: project and amount; how it was paid, how often, sessions where it is a package.

    Signals:
        finished: Enter was pressed in it.
        dropped: it is not wanted.
        changed: what it says is another thing now.
        deposit_taken: a deposit that waits for its project is to be used, or was treated.
    """

    finished = Signal()
    dropped = Signal()
    changed = Signal()
    deposit_taken = Signal(object)

    def __init__(self, shown: Shown, names: QStringListModel) -> None:
        super().__init__()
        self._ways = ways(shown.folder)
        self.project = TextField(self.tr("Project"), "", self.tr("What was done or bought"))
        self.paid = MoneyField(self.tr("Paid"), None, self.tr("¥ paid"))
        self.way = ChoiceField[Way](self.tr("How it was paid"), self._ways, TREATED)
        self.count = NumberField(self.tr("How many"), None, _MANY, optional=True)
        self.sessions = NumberField(self.tr("Sessions"), None, _MANY, optional=True)
        self.hint = LineHint()
        self._drop = IconButton(Icon.CLOSE, self.tr("Leave this line out"))
        self._fit()
        self._complete(names)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_XS)
        first = row(self.project, self.paid, self._drop, spacing=SPACE_XS)
        second = row(self.way, self.sessions, self.count, spacing=SPACE_XS)
        first.setStretch(0, 1)
        second.setStretch(0, 1)
        second.addSpacing(self._drop.sizeHint().width() + SPACE_XS)
        whole.addLayout(first)
        whole.addLayout(second)
        whole.addWidget(self.hint)
        self.project.committed.connect(self._on_project)
        self.way.committed.connect(self._on_way)
        for part in (self.project, self.way, self.paid):
            part.committed.connect(self.changed)
        self.hint.taken.connect(self.deposit_taken)
        self._drop.clicked.connect(self.dropped)
        for field in (self.project, self.paid, self.count, self.sessions):
            # Queued: the field takes what is typed first.
            field.returnPressed.connect(self.finished, Qt.ConnectionType.QueuedConnection)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was entered."""
        untouched = self.way.value() == TREATED and not self.project.text().strip()
        return untouched and not self.paid.text().strip()

    @property
    def deposit_id(self) -> int:
        """The deposit the line draws on, 0 for none."""
        source = self.way.value().source
        return source.id if isinstance(source, Deposit) else 0

    def draw_on(self, deposit: Deposit) -> None:
        """Let the line be the use of a deposit."""
        for way, _ in self._ways:
            is_its = isinstance(way.source, Deposit) and way.source.id == deposit.id
            if way.kind is BillKind.FROM_DEPOSIT and is_its:
                self.way.set_value(way)
                self._on_way(way)
                self.changed.emit()

    def tell(self, folder: ClientFolder, blank: Bill, taken: Collection[int]) -> None:
        """Say what is worth knowing of the line, at the day and the order of `blank`."""
        line = replace(blank, project=self.project.text(), paid=money_from(self.paid.text()) or 0)
        self.hint.tell(hint_of(self.way.value().bill(line), folder, taken))

    def take(self) -> Bill | None:
        """Return the line, None while something in it cannot be understood; it gets the focus."""
        for field in (self.project, self.paid, self.count, self.sessions):
            field.commit()
        if self.paid.property("wrong") == "yes":
            self.paid.setFocus()
            return None
        way = self.way.value()
        if way.has_sessions and self.sessions.value() is None:
            set_mark(self.sessions, "wrong", "yes")
            self.sessions.setFocus()
            return None
        set_mark(self.sessions, "wrong", "no")
        line = Bill(project=self.project.value(), quantity=self.count.value() or 1)
        paid = 0 if way.is_free else self.paid.value() or 0
        return way.bill(replace(line, paid=paid, sessions=self.sessions.value()))

    def _fit(self) -> None:
        self.paid.setFixedWidth(scaled(_MONEY))
        self.count.setFixedWidth(scaled(_NUMBER))
        self.sessions.setFixedWidth(scaled(_SESSIONS))
        self.count.setPlaceholderText(self.tr("× 1"))
        self.sessions.setPlaceholderText(self.tr("sessions"))
        self.way.setSizeAdjustPolicy(
            ChoiceField.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.way.setMinimumContentsLength(8)
        self.sessions.hide()

    def _complete(self, names: QStringListModel) -> None:
        completer = QCompleter(names, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.project.setCompleter(completer)

    def _on_project(self, name: str) -> None:
        """Use a session she has of this project, unless another way was picked."""
        session = session_of(name, self._ways)
        if session is not None and self.way.value() == TREATED and not self.paid.text().strip():
            self.way.set_value(session)
            self._on_way(session)

    def _on_way(self, way: Way) -> None:
        self.paid.setHidden(way.is_free)
        self.sessions.setVisible(way.has_sessions)
        if way.source is not None:
            self.project.set_value(way.source.project)
        if isinstance(way.source, Deposit):
            self.paid.set_value(way.source.amount)
        if isinstance(way.source, Package) and not way.is_free:
            self.count.set_value(way.source.left)


class BillLines(QWidget):
    """Any number of lines; Enter in a filled one begins the next, in an empty one it is enough.

    Signals:
        enough: nothing more is to be entered.
        treated: what this deposit paid ahead was done now.
    """

    enough = Signal()
    treated = Signal(object)

    def __init__(self, shown: Shown, names: Sequence[str] = ()) -> None:
        super().__init__()
        self._shown = shown
        self._names = QStringListModel(list(names), self)
        self._blank = Bill()
        self.lines: list[BillLine] = []
        self._stack = QVBoxLayout()
        self._stack.setSpacing(SPACE_S)
        self.more = button(self.tr("Another line"), Role.LINK, Icon.PLUS)
        self.more.clicked.connect(self._on_more)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_XS)
        whole.addLayout(self._stack)
        whole.addLayout(row(self.more, 1))
        self._add()

    def offer_names(self, names: Sequence[str]) -> None:
        """Offer these projects to be completed."""
        self._names.setStringList(list(names))

    def stand_at(self, on: dt.date, order_number: str = "") -> None:
        """Let the lines be of this day and this order."""
        self._blank = Bill(on=on, order_number=order_number)
        self._tell()

    def begin(self) -> None:
        """Put the cursor into the last line."""
        self.lines[-1].project.setFocus()

    def take(self) -> list[Bill] | None:
        """Return the lines that were filled, None while one of them cannot be understood."""
        taken = []
        for line in self.lines:
            bill = None if line.is_empty else line.take()
            if bill is not None:
                taken.append(bill)
            elif not line.is_empty:
                return None
        return taken

    def _add(self) -> BillLine:
        line = BillLine(self._shown, self._names)
        line.finished.connect(self._on_finished)
        line.dropped.connect(self._on_dropped)
        line.changed.connect(self._tell)
        line.deposit_taken.connect(self._on_deposit)
        self.lines.append(line)
        self._stack.addWidget(line)
        return line

    def _on_more(self) -> None:
        self._add().project.setFocus()

    def _on_finished(self) -> None:
        line = self.sender()
        if isinstance(line, BillLine) and line.is_empty:
            self.enough.emit()
        elif isinstance(line, BillLine):
            place = self.lines.index(line) + 1
            following = self.lines[place] if place < len(self.lines) else self._add()
            following.project.setFocus()

    def _tell(self) -> None:
        """Say at each line what is worth knowing of it."""
        taken = {line.deposit_id for line in self.lines}
        for line in self.lines:
            line.tell(self._shown.folder, self._blank, taken)

    def _on_deposit(self, deposit: Deposit) -> None:
        """Use an open deposit beside what is paid now; what was paid ahead is treated, not paid."""
        line = self.sender()
        if not isinstance(line, BillLine):
            return
        if deposit.state is DepositState.PAID_UNTREATED:
            self._leave_out(line)
            self.treated.emit(deposit)
            return
        using = self._add() if line.paid.text().strip() else line
        using.draw_on(deposit)
        using.paid.setFocus()

    def _on_dropped(self) -> None:
        line = self.sender()
        if isinstance(line, BillLine):
            self._leave_out(line)

    def _leave_out(self, line: BillLine) -> None:
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        if not self.lines:
            self._add()
        self._tell()
        self.begin()
