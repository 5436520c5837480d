"""The question what was ordered or given: item and cost, ready to be confirmed by Enter."""

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.occasions import Reminder, Stage
from crm_desktop.domain.records import Gift
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.text import money_from, plain_amount
from crm_desktop.ui.text.occasions import event, gift_item, red_line, whose
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 420


class GiftDialog(Dialog):
    """Asks for the item and what it cost, on the day also how it was received.

    Signals:
        told: the item, the cost in fen or None, and the reaction.
    """

    told = Signal(str, object, str)

    def __init__(
        self, reminder: Reminder, ordered: Gift | None = None, parent: QWidget | None = None
    ) -> None:
        is_given = reminder.stage is Stage.DAY
        super().__init__(*_heads(is_given=is_given), parent)
        self.setMinimumWidth(_WIDTH)
        occasion = reminder.occasion
        self.body.addWidget(wrapped(f"{whose(occasion)} · {event(occasion)}", Role.SECOND))
        if warning := red_line(occasion):
            self.body.addWidget(Band(warning, Tone.BAD))
        self.item = QLineEdit(ordered.item if ordered else gift_item(reminder.what))
        self.item.setAccessibleName(self.tr("Item"))
        self.item.selectAll()
        self.cost = MoneyField(self.tr("Cost"), hint="¥")
        # In a dialog a field looks like one before it is pointed at.
        set_mark(self.cost, "role", "")
        if ordered and ordered.cost is not None:
            self.cost.setText(plain_amount(ordered.cost))
        self.reaction = QLineEdit()
        self.reaction.setAccessibleName(self.tr("Reaction"))
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.addRow(self.tr("Item"), self.item)
        form.addRow(self.tr("Cost"), self.cost)
        if is_given:
            form.addRow(self.tr("Reaction"), self.reaction)
        self.body.addLayout(form)
        self.item.textChanged.connect(self._on_typed)
        self._on_typed(self.item.text())
        self.item.setFocus()

    def _on_typed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text.strip()))

    @override
    def accept(self) -> None:
        super().accept()
        cost, reaction = money_from(self.cost.text()), self.reaction.text().strip()
        self.told.emit(self.item.text().strip(), cost, reaction)


def _heads(*, is_given: bool) -> tuple[str, str, str]:
    """Return the question, the word to confirm it and the word to leave it."""
    translate = QCoreApplication.translate
    cancel = translate("GiftDialog", "Cancel")
    if is_given:
        return translate("GiftDialog", "What was given?"), translate("GiftDialog", "Given"), cancel
    ordered = translate("GiftDialog", "Ordered")
    return translate("GiftDialog", "What did you order?"), ordered, cancel
