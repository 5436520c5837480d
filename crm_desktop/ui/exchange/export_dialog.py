"""ExportDialog: clients picked anywhere go out as from the page, asked and written down alike."""

from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.list_query import Chosen
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.export_card import ExportCard
from crm_desktop.ui.exchange.export_choice import Kind
from crm_desktop.ui.widgets.dialog import Dialog

_WIDTH: Final = 560


class ExportDialog(Dialog):
    """Whom it is for, what for, which columns; it stays until she has seen where the file is.

    Attributes:
        card: the questions, and the file being written.
    """

    def __init__(
        self, desk: Desk, chosen: Chosen, recipient: Recipient, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            QCoreApplication.translate("ExportDialog", "Export the picked clients"),
            "",
            QCoreApplication.translate("ExportDialog", "Close"),
            parent,
        )
        self.accept_button.hide()
        self.card = ExportCard(desk, self, picked=chosen, kind=Kind(recipient.value))
        self.heading.hide()
        self.body.addWidget(self.card)
        self.buttons.insertWidget(0, self.card.writing.folder_button)
        self.buttons.addWidget(self.card.export_button)
        self.accept_button.setDefault(False)
        self.card.export_button.setDefault(True)
        self.setMinimumWidth(_WIDTH)
        self.card.asked.to.setFocus()
        self.card.reload()

    @override
    def reject(self) -> None:
        """Stop what is being written; only then is there something to close."""
        if self.card.writing.is_busy:
            self.card.writing.cancel()
        else:
            super().reject()
