"""The question about a supplier: who, what they sell, how they are reached, what to know."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Supplier
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.dialog import Dialog

_WIDTH = 440
_LINES = 4


class SupplierDialog(Dialog):
    """Asks for a supplier, new or known; a name is all it needs.

    Signals:
        told: the `Supplier` as she told it.
    """

    told = Signal(object)

    def __init__(self, supplier: Supplier, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self._supplier = supplier
        title = self.tr("Supplier") if supplier.id else self.tr("A new supplier")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Save"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)
        self.name = QLineEdit(supplier.name)
        self.trade = QLineEdit(supplier.trade)
        self.trade.setPlaceholderText(self.tr("Flowers, cakes, aroma lamps"))
        self.phone = QLineEdit(supplier.phone)
        self.wechat = QLineEdit(supplier.wechat)
        self.notes = QPlainTextEdit(supplier.notes)
        self.notes.setTabChangesFocus(True)
        self.notes.setFixedHeight(self.notes.fontMetrics().lineSpacing() * _LINES)
        self.notes.setPlaceholderText(self.tr("Orders before 16:00; paid monthly"))
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        fields: dict[str, QWidget] = {
            self.tr("Name"): self.name,
            self.tr("What they sell"): self.trade,
            self.tr("Phone"): self.phone,
            self.tr("WeChat"): self.wechat,
            self.tr("Good to know"): self.notes,
        }
        for words, field in fields.items():
            field.setAccessibleName(words)
            form.addRow(words, field)
        self.body.addLayout(form)
        self.name.textChanged.connect(self._on_name)
        self._on_name(supplier.name)
        self.name.setFocus()

    def supplier(self) -> Supplier:
        """Return the supplier as it stands in the fields."""
        return replace(
            self._supplier,
            name=self.name.text().strip(),
            trade=self.trade.text().strip(),
            phone=self.phone.text().strip(),
            wechat=self.wechat.text().strip(),
            notes=self.notes.toPlainText().strip(),
        )

    def _on_name(self, name: str) -> None:
        self.accept_button.setEnabled(bool(name.strip()))

    @override
    def accept(self) -> None:
        if self.accept_button.isEnabled():
            super().accept()
            self.told.emit(self.supplier())
