"""VisitDraft: one visit with what was done and paid, noted in one go and taken back in one."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit
from typing_extensions import override

from crm_desktop.domain.errors import CrmError, FactRefused
from crm_desktop.domain.records import Change, Visit
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

_FIRST: Final = ("on", "type", "doctor", "satisfaction")
_LAST: Final = ("notes", "next_step", "next_on")


class VisitDraft(Draft):
    """Day and type, the lines, what was talked about and what comes next.

    It stays open with all that was typed while a line of it is refused.

    Attributes:
        lines: what was done and paid.
        after: the fields under the lines.
    """

    def __init__(self, record: Record, shown: Shown) -> None:
        super().__init__(record, shown, _specs(_FIRST))
        self._shown = shown
        self._is_writing = False
        self.lines = BillLines(shown)
        self.after = RecordForm(record, _specs(_LAST), shown)
        self._refused = wrapped("", Role.BAD)
        self._refused.hide()
        told = label(self.tr("Done and paid"), Role.FIELD_LABEL)
        told.setIndent(LABEL_INDENT)
        self.more.setSpacing(SPACE_S)
        self.put_more(told, self.lines, self.after, self._refused)
        self.lines.enough.connect(self.submit)
        for line in self.after.findChildren(QLineEdit):
            line.returnPressed.connect(self.submit, Qt.ConnectionType.QueuedConnection)
        shown.desk.jobs.run(self, shown.desk.book.visits.project_names, self.lines.offer_names)

    @override
    def submit(self) -> None:
        self.form.commit()
        self.after.commit()
        bills = self.lines.take()
        visit = _joined(self.form.record, self.after.record)
        if bills is None or self._is_writing or visit is None:
            return
        self._is_writing = True
        dated = [replace(bill, on=visit.on) for bill in bills]
        work = partial(self._shown.desk.book.visits.record, visit, dated)
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

    def _on_written(self, change: Change) -> None:
        self.left.emit()
        self._shown.desk.edits.done(change)

    def _on_refused(self, error: CrmError) -> None:
        self._is_writing = False
        if isinstance(error, FactRefused):
            self.form.say(error.findings)
            self.after.say(error.findings)
        self._refused.setText(sentence(error))
        self._refused.show()


def _specs(names: tuple[str, ...]) -> tuple[Spec, ...]:
    by_name = {spec.name: spec for spec in SPECS[Visit]}
    return tuple(by_name[name] for name in names)


def _joined(first: Record, last: Record) -> Visit | None:
    """Return the visit of both forms."""
    if not isinstance(first, Visit) or not isinstance(last, Visit):
        return None
    return replace(first, notes=last.notes, next_step=last.next_step, next_on=last.next_on)
