"""RecordForm: the fields of one record, each saved as it is left; Draft: a record to be."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.findings import Finding, refused
from crm_desktop.domain.records import ClientDate
from crm_desktop.services.records import Record
from crm_desktop.ui.client.build import Made, field
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Kind, Spec
from crm_desktop.ui.fields.escape import keep_escape
from crm_desktop.ui.fields.told import Told
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import primary, quiet
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import column, row

LABEL_INDENT: Final = 9


class _Binding(QObject):
    """Ties one field to one attribute of the record.

    Signals:
        committed: the spec and the new value.
    """

    committed = Signal(object, object)

    def __init__(self, spec: Spec, made: Made, parent: QObject) -> None:
        super().__init__(parent)
        self.spec = spec
        self.made = made
        made.committed.connect(self._on_committed)

    def _on_committed(self, value: object) -> None:
        self.committed.emit(self.spec, value)


class RecordForm(QWidget):
    """Shows a record by its specs, some columns wide.

    What is the matter with a fact is said under its field; a fact that is refused stays typed.

    Attributes:
        labels: the label over each field, by the name of the fact.

    Signals:
        edited: the record with one fact changed.
    """

    edited = Signal(object)

    def __init__(
        self,
        record: Record,
        specs: tuple[Spec, ...],
        shown: Shown,
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._record = record
        self._kept = record
        self._shown = shown
        self._is_keeping = False
        self._told: dict[str, Told] = {}
        self.labels: dict[str, ElidedLabel] = {}
        self._is_pair = len(specs) == columns
        self._bindings = [
            _Binding(spec, field(spec, value_of(record, spec), shown), self) for spec in specs
        ]
        self._lay_out(columns)
        for binding in self._bindings:
            binding.committed.connect(self._on_committed)

    @property
    def specs(self) -> list[Spec]:
        """The fields in their order."""
        return [binding.spec for binding in self._bindings]

    @property
    def record(self) -> Record:
        """The record as it stands in the form."""
        return self._record

    def show_record(self, record: Record) -> None:
        """Show what changed; a field in which she types is left alone."""
        before, self._record, self._kept = self._record, record, record
        is_other = before.id != record.id
        if is_other:
            self.say(())
        for binding in self._bindings:
            value = value_of(record, binding.spec)
            if is_other or value != value_of(before, binding.spec):
                binding.made.show(value)

    def commit(self) -> None:
        """Take what is typed and not yet left."""
        for binding in self._bindings:
            binding.made.commit()

    def keep(self) -> None:
        """Write every fact as it is left."""
        self._is_keeping = True

    def say(self, findings: Iterable[Finding]) -> None:
        """Say what is the matter, each under its field."""
        found = list(findings)
        for binding in self._bindings:
            name = binding.spec.name
            of_field = [each for each in found if each.field == name]
            if of_field and name not in self._told:
                told = self._told[name] = Told(binding.made.widget)
                self._cells[name].insertWidget(2, told)
            if name in self._told:
                self._told[name].say(of_field)

    def field_of(self, name: str) -> QWidget:
        """Return the field of an attribute."""
        return next(each.made.widget for each in self._bindings if each.spec.name == name)

    def begin(self) -> None:
        """Put the cursor into the first field, if there is any."""
        if self._bindings:
            self._bindings[0].made.widget.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self, columns: int) -> None:
        self._cells: dict[str, QVBoxLayout] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACE_M)
        grid.setVerticalSpacing(SPACE_S)
        place = 0
        for binding in self._bindings:
            span = min(2, columns) if binding.spec.is_wide and not self._is_pair else 1
            if place % columns + span > columns:
                place += columns - place % columns
            cell = self._cell(binding.spec, binding.made.widget)
            line, at = divmod(place, columns)
            grid.addLayout(cell, line, at, 1, span, Qt.AlignmentFlag.AlignTop)
            place += span
        for number in range(columns):
            grid.setColumnStretch(number, 1)

    def _cell(self, spec: Spec, widget: QWidget) -> QVBoxLayout:
        told = ElidedLabel(spec.words, Role.FIELD_LABEL)
        told.setContentsMargins(LABEL_INDENT, 0, 0, 0)
        told.setBuddy(widget)
        self.labels[spec.name] = told
        cell = self._cells[spec.name] = column(told, widget, 1, spacing=0)
        return cell

    def _on_committed(self, spec: Spec, value: object) -> None:
        if _is_refused(spec, value):
            self._show_again(spec)
            return
        self._record = with_value(self._record, spec, value)
        if self._is_keeping:
            self._write(self._record, spec)
        self.edited.emit(self._record)

    def _write(self, record: Record, spec: Spec) -> None:
        """Write the fact; that it may be doubtful all the same is found out beside it."""
        self._shown.edit(record, _names_of(spec), partial(self._on_refused, record))
        work = partial(self._shown.clients.check, record, today=self._shown.today)
        self._shown.desk.jobs.run(self, work, partial(self._on_checked, record))

    def _on_checked(self, record: Record, findings: Sequence[Finding]) -> None:
        if record.id == self._record.id:
            self.say(findings)

    def _on_refused(self, record: Record, findings: Sequence[Finding]) -> None:
        """Let go of what was refused, so that the next fact is written without it."""
        if record.id != self._record.id:
            return
        for binding in self._bindings:
            if any(each.field == binding.spec.name for each in findings):
                kept = value_of(self._kept, binding.spec)
                self._record = with_value(self._record, binding.spec, kept)

    def _show_again(self, spec: Spec) -> None:
        for binding in self._bindings:
            if binding.spec is spec:
                binding.made.show(value_of(self._record, spec))


class Draft(QFrame):
    """A record that is not written yet; Enter adds it, Esc lets it go.

    Attributes:
        client_id: whose it is, also when another client is shown meanwhile.
        form: the fields.
        more: the layout under them.

    Signals:
        added: the record.
        left: it was let go.
    """

    added = Signal(object)
    left = Signal()

    def __init__(
        self,
        record: Record,
        shown: Shown,
        specs: tuple[Spec, ...],
        columns: int = 2,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD_ALT)
        self._shown = shown
        self._specs = specs
        self._is_checking = False
        self._bare: object = None
        self.client_id = shown.client_id
        self.form = RecordForm(record, specs, shown, columns)
        self._add = primary(self.tr("Add"))
        self._cancel = cancel = quiet(self.tr("Cancel"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_S, SPACE_S, SPACE_S, SPACE_S)
        whole.setSpacing(SPACE_S)
        whole.addWidget(self.form)
        self.more = QVBoxLayout()
        self.more.setSpacing(0)
        whole.addLayout(self.more)
        buttons = row(1, cancel, self._add, spacing=SPACE_XS)
        whole.addLayout(buttons)
        self._add.clicked.connect(self.submit)
        cancel.clicked.connect(self.left)
        for line in self.form.findChildren(QLineEdit):
            # Queued: the field takes what is typed first.
            line.returnPressed.connect(self.submit, Qt.ConnectionType.QueuedConnection)

    @property
    def is_begun(self) -> bool:
        """Whether anything stands in it that did not when it was marked."""
        return self._typed() != self._bare

    def mark(self) -> None:
        """Take what stands in it for nothing typed yet."""
        self._bare = self._typed()

    def _typed(self) -> object:
        lines = [each.text() for each in self.findChildren(QLineEdit)]
        texts = [each.toPlainText() for each in self.findChildren(QPlainTextEdit)]
        return self.form.record, lines, texts

    def put_more(self, *widgets: QWidget) -> None:
        """Put widgets under the fields; Tab reaches them before the buttons."""
        for widget in widgets:
            self.more.addWidget(widget)
            self.setTabOrder(widget, self._cancel)
        self.setTabOrder(self._cancel, self._add)

    def submit(self) -> None:
        """Add what is entered, once what must be there is."""
        self.form.commit()
        for spec in self._specs:
            if spec.is_needed and not value_of(self.form.record, spec):
                self.form.field_of(spec.name).setFocus()
                return
        if not self._is_checking:
            self._is_checking = True
            work = self.check_of(self.form.record)
            self._shown.desk.jobs.run(self, work, self._on_checked, failed=self._on_failed)

    def check_of(self, record: Record) -> Callable[[], Sequence[Finding]]:
        """Return the work that finds out what is the matter with the record to be."""
        return partial(self._shown.clients.check, record, today=self._shown.today)

    def say(self, findings: Sequence[Finding]) -> None:
        """Say what is the matter, each under its field."""
        self.form.say(findings)

    def _on_checked(self, findings: Sequence[Finding]) -> None:
        """Add the record unless something about it is refused; it stays typed then."""
        self._is_checking = False
        self.say(findings)
        if not refused(findings):
            self.added.emit(self.form.record)

    def _on_failed(self, error: CrmError) -> None:
        self._is_checking = False
        self._shown.desk.jobs.failed.emit(error)

    @override
    def event(self, event: QEvent) -> bool:
        return keep_escape(event, self.isVisible) or super().event(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def value_of(record: Record, spec: Spec) -> Any:  # noqa: ANN401 - any kind of fact
    """Return what the field of `spec` shows of a record."""
    if isinstance(record, ClientDate) and spec.kind is Kind.POLICY:
        return record.fact, record.policy
    if isinstance(record, ClientDate) and spec.kind is Kind.FACT:
        return record.fact if record.month else None
    return getattr(record, spec.name)


def with_value(record: Record, spec: Spec, value: Any) -> Record:  # noqa: ANN401 - as above
    """Return the record with the fact of `spec` changed."""
    if spec.kind is Kind.FACT:
        return replace(record, **{part.name: getattr(value, part.name) for part in fields(value)})
    return replace(record, **{spec.name: value})


def _is_refused(spec: Spec, value: object) -> bool:
    """Tell whether a fact cannot be emptied."""
    if spec.is_needed:
        return value in {"", None}
    needs_value = not spec.is_optional or spec.kind is Kind.FACT
    return needs_value and value is None and spec.kind is not Kind.CHOICE


def _names_of(spec: Spec) -> tuple[str, ...]:
    """Return the names of the columns a field stands for."""
    if spec.kind is Kind.FACT:
        return tuple(part.name for part in fields(DatedFact))
    return (spec.name,)
