"""BillsDraft: lines to be noted, with what of hers they may draw on; one change, one undo."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from crm_desktop.domain.errors import CrmError, FactRefused
from crm_desktop.domain.records import Bill, Change, Deposit, Visit
from crm_desktop.services.records import Record
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.form import LABEL_INDENT, Draft, RecordForm
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.client.visit_lines import BillLines
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.errors import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.labels import label, wrapped

_FIRST: Final = ("on", "order_number")


class LinesDraft(Draft):
    """Fields, the lines, perhaps more fields; it stays open while something is refused.

    Attributes:
        lines: what was done and paid.
    """

    def __init__(
        self, record: Record, shown: Shown, specs: tuple[Spec, ...], *after: RecordForm
    ) -> None:
        super().__init__(record, shown, specs)
        self._is_writing = False
        self._forms = (self.form, *after)
        self.lines = BillLines(shown)
        self._refused = wrapped("", Role.BAD)
        self._refused.hide()
        told = label(self.tr("Done and paid"), Role.FIELD_LABEL)
        told.setIndent(LABEL_INDENT)
        self.more.setSpacing(SPACE_S)
        self.put_more(told, self.lines, *after, self._refused)
        self.lines.enough.connect(self.submit)
        self.lines.treated.connect(self._on_treated)
        self.form.edited.connect(self._on_day)
        self._on_day()
        for form in after:
            for line in form.findChildren(QLineEdit):
                line.returnPressed.connect(self.submit, Qt.ConnectionType.QueuedConnection)
        shown.desk.jobs.run(self, shown.desk.book.visits.project_names, self.lines.offer_names)

    def work(self, bills: Sequence[Bill]) -> Callable[[], Change] | None:
        """Return what writes these lines, None while there is nothing to write."""
        raise NotImplementedError

    @override
    def submit(self) -> None:
        for form in self._forms:
            form.commit()
        bills = self.lines.take()
        work = None if bills is None or self._is_writing else self.work(bills)
        if work is None:
            return
        self._is_writing = True
        self._shown.desk.jobs.run(
            self, work, self._on_written, failed=self._on_refused, lane=Lane.DATABASE
        )

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submit()
        else:
            super().keyPressEvent(event)

    def _on_day(self) -> None:
        """Tell the lines the day and the order they stand at."""
        known = self.form.record
        if isinstance(known, Bill):
            self.lines.stand_at(known.on, known.order_number)
        elif isinstance(known, Visit):
            self.lines.stand_at(known.on)

    def _on_treated(self, deposit: Deposit) -> None:
        """Note at once that what was paid ahead was done, on the day that stands above."""
        known = self.form.record
        if isinstance(known, Bill | Visit):
            treat = self._shown.desk.book.visits.treat
            self._shown.do(partial(treat, deposit.id, known.on))

    def _on_written(self, change: Change) -> None:
        self.left.emit()
        self._shown.desk.edits.done(change)

    def _on_refused(self, error: CrmError) -> None:
        self._is_writing = False
        if isinstance(error, FactRefused):
            for form in self._forms:
                form.say(error.findings)
        self._refused.setText(sentence(error))
        self._refused.show()


class BillsDraft(LinesDraft):
    """The day, the number of the order, and the lines: at a visit or apart from one."""

    def __init__(self, record: Record, shown: Shown) -> None:
        super().__init__(record, shown, some(Bill, _FIRST))

    @override
    def work(self, bills: Sequence[Bill]) -> Callable[[], Change] | None:
        blank = self.form.record
        if not bills or not isinstance(blank, Bill):
            self.lines.begin()
            return None
        own = [
            replace(
                bill,
                client_id=blank.client_id,
                visit_id=blank.visit_id,
                on=blank.on,
                order_number=blank.order_number,
            )
            for bill in bills
        ]
        return partial(self._shown.desk.book.visits.put_bills, own)


def some(kind: type[Record], names: tuple[str, ...]) -> tuple[Spec, ...]:
    """Return the fields of these names."""
    by_name = {spec.name: spec for spec in SPECS[kind]}
    return tuple(by_name[name] for name in names)
