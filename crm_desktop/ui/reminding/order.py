"""The question what was ordered: item and cost, both ready to be confirmed by Enter."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.occasions import Reminder
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.text import money_from
from crm_desktop.ui.text.occasions import event, gift_item, red_line, whose
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 420


class OrderDialog(Dialog):
    """Asks for the item and what it cost.

    Signals:
        ordered: the item, and the cost in fen or None.
    """

    ordered = Signal(str, object)

    def __init__(self, reminder: Reminder, parent: QWidget | None = None) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            translate("OrderDialog", "What did you order?"),
            translate("OrderDialog", "Ordered"),
            translate("OrderDialog", "Cancel"),
            parent,
        )
        self.setMinimumWidth(_WIDTH)
        occasion = reminder.occasion
        self.body.addWidget(wrapped(f"{whose(occasion)} · {event(occasion)}", Role.SECOND))
        if warning := red_line(occasion):
            self.body.addWidget(Band(warning, Tone.BAD))
        self.item = QLineEdit(gift_item(reminder.what))
        self.item.setAccessibleName(self.tr("Item"))
        self.item.selectAll()
        self.cost = MoneyField(self.tr("Cost"), hint="¥")
        # In a dialog a field looks like one before it is pointed at.
        set_mark(self.cost, "role", "")
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.addRow(self.tr("Item"), self.item)
        form.addRow(self.tr("Cost"), self.cost)
        self.body.addLayout(form)
        self.item.textChanged.connect(self._on_typed)
        self.item.setFocus()

    def _on_typed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))

    @override
    def accept(self) -> None:
        item, cost = self.item.text().strip(), money_from(self.cost.text())
        super().accept()
        self.ordered.emit(item, cost)
