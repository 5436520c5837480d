"""How long ahead every kind of day is told, for whose client she is: a table to type into."""

from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QGridLayout, QSpinBox, QWidget
from typing_extensions import override

from crm_desktop.domain.leads import MOST_DAYS, Audience, Lead, LeadKind, LeadTable, read, written
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.text.leads import audience_name, kind_name
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped

_RULE: Final = -2
_OFF: Final = -1
_WIDTH: Final = 100
_OFF_SIGNS: Final = frozenset({"-", "—", "–", "x", "off", "不"})


class LeadCell(QSpinBox):
    """One cell: the arrows and digits set days, `-` turns it off, Delete goes back to the rule.

    What the rule says stands in a lighter colour.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rule = 0
        self.setRange(_RULE, MOST_DAYS)
        self.lineEdit().setTextMargins(SPACE_S, 0, 0, 0)
        self.setKeyboardTracking(False)
        self.setAccessibleName(name)
        self.setFixedWidth(_WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, cell: Lead | None, rule: int) -> None:
        """Show what stands in the table; None is the rule, which says `rule`."""
        self.rule = rule
        value = _RULE if cell is None else _OFF if cell.days is None else cell.days
        with QSignalBlocker(self):
            self.setValue(value)
            self.lineEdit().setText(self.textFromValue(value))
        set_mark(self, "lead", "rule" if cell is None else "own")

    @override
    def textFromValue(self, value: int) -> str:
        shown = self.rule if value == _RULE else value
        if shown == _OFF:
            return self.tr("off")
        return self.tr("the day") if shown == 0 else self.tr("{days} days").format(days=shown)

    @override
    def valueFromText(self, text: str) -> int:
        typed = text.strip().lower()
        if not typed or typed == self.textFromValue(_RULE).lower():
            return _RULE if not typed else self.value()
        if typed in _OFF_SIGNS or typed == self.textFromValue(_OFF).lower():
            return _OFF
        digits = "".join(sign for sign in typed if sign.isdecimal())
        if typed == self.textFromValue(0).lower():
            return 0
        return min(int(digits), MOST_DAYS) if digits else self.value()

    @override
    def validate(self, text: str, pos: int) -> tuple[QValidator.State, str, int]:
        return QValidator.State.Acceptable, text, pos

    @override
    def stepBy(self, steps: int) -> None:
        # From the rule the arrows go on from what it says.
        start = self.rule if self.value() == _RULE else self.value()
        self.setValue(min(max(start + steps, _OFF), MOST_DAYS))

    @override
    def stepEnabled(self) -> QSpinBox.StepEnabledFlag:
        return QSpinBox.StepEnabledFlag.StepUpEnabled | QSpinBox.StepEnabledFlag.StepDownEnabled

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and (
            self.lineEdit().selectedText() == self.lineEdit().text()
        ):
            self.setValue(_RULE)
            return
        super().keyPressEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class LeadsDialog(Dialog):
    """The table of leads; every cell is saved as soon as it is left."""

    def __init__(
        self, keeping: Keeping, settings: BookSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", "", parent)
        self._keeping = keeping
        self._rule = settings.lead_days
        self._table = read(settings.leads)
        title = self.tr("How long ahead")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Close"))
        # Enter ends the typing in a cell, not the dialog.
        self.accept_button.setDefault(False)
        self.cancel_button.hide()
        self.cells = {
            (kind, audience): LeadCell(f"{kind_name(kind)}, {audience_name(audience)}")
            for kind in LeadKind
            for audience in Audience
        }
        self.reset_button = button(self.tr("Back to the rule everywhere"), Role.QUIET)
        self._build()
        self._show()

    def _build(self) -> None:
        hint = self.tr(
            "Type days, 0 for the day alone, - for not at all; Delete goes back to the rule. "
            "What is said with a single date goes before this table."
        )
        self.body.addWidget(wrapped(hint, Role.SECOND))
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_XS)
        grid.setVerticalSpacing(SPACE_XS)
        grid.setColumnStretch(0, 1)
        for column, audience in enumerate(Audience, start=1):
            heading = label(audience_name(audience), Role.FIELD_LABEL)
            heading.setContentsMargins(SPACE_S + SPACE_XS, 0, 0, 0)
            grid.addWidget(heading, 0, column)
        for line, kind in enumerate(LeadKind, start=1):
            called = label(kind_name(kind))
            called.setContentsMargins(0, 0, SPACE_S, 0)
            grid.addWidget(called, line, 0)
            for column, audience in enumerate(Audience, start=1):
                cell = self.cells[kind, audience]
                cell.valueChanged.connect(partial(self._on_value, kind, audience))
                grid.addWidget(cell, line, column)
        self.body.addLayout(grid)
        self.body.setSpacing(SPACE_S)
        self.buttons.insertWidget(0, self.reset_button)
        self.reset_button.clicked.connect(self._on_reset)

    def _show(self) -> None:
        for (kind, audience), cell in self.cells.items():
            rule = LeadTable().days(kind, audience, self._rule) or 0
            cell.put(self._table.own(kind, audience), rule)
        self.reset_button.setEnabled(bool(self._table.cells))

    def _on_value(self, kind: LeadKind, audience: Audience, value: int) -> None:
        if value == _RULE:
            self._table = self._table.without(kind, audience)
        else:
            days = None if value == _OFF else value
            self._table = self._table.with_cell(Lead(kind=kind, audience=audience, days=days))
        self._keep()

    def _on_reset(self) -> None:
        self._table = LeadTable()
        self._keep()

    def _keep(self) -> None:
        self._keeping.change(leads=written(self._table))
        self._show()

    @override
    def done(self, result: int) -> None:
        self._keeping.save()
        super().done(result)
