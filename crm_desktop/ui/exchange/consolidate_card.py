"""ConsolidateCard: for the manager: several consultants' sheets made one, and given back."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QSizePolicy, QWidget

from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row


class ConsolidateCard(Card):
    """Two buttons and what they are for; the dialogs are loaded when they are wanted."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.together_button = button(self.tr("Put sheets together…"), None, Icon.MERGE)
        self.back_button = button(self.tr("Give back to each…"), None, Icon.USERS)
        hint = wrapped(
            self.tr(
                "For the manager: the sheets of several consultants made one workbook, and that "
                "one given back to each of them."
            ),
            Role.SECOND,
        )
        title = label(self.tr("Several consultants"), Role.SECTION)
        line = row()
        line.addLayout(column(title, hint, spacing=SPACE_XS), 1)
        line.addWidget(self.together_button)
        line.addWidget(self.back_button)
        self.body.addLayout(line)
        self.together_button.clicked.connect(self._on_together)
        self.back_button.clicked.connect(self._on_back)

    def _on_together(self) -> None:
        from crm_desktop.ui.exchange.consolidate_dialog import (  # noqa: PLC0415 - rarely wanted
            ConsolidateDialog,
        )

        ConsolidateDialog(self._desk, self.window()).open()

    def _on_back(self) -> None:
        from crm_desktop.ui.exchange.consolidate_dialog import (  # noqa: PLC0415 - rarely wanted
            sheet_kinds,
        )

        question = FileQuestion(
            title=self.tr("The workbook of all consultants"), kinds=sheet_kinds()
        )
        self._desk.ask.open_file(self, question, self._on_file)

    def _on_file(self, path: Path) -> None:
        question = FileQuestion(title=self.tr("Where the consultants' sheets go"))
        self._desk.ask.folder(self, question, partial(self._on_folder, path))

    def _on_folder(self, path: Path, folder: Path) -> None:
        from crm_desktop.ui.exchange.consolidate_dialog import (  # noqa: PLC0415 - rarely wanted
            SplitDialog,
        )

        dialog = SplitDialog(self._desk, self.window())
        dialog.open()
        dialog.begin(path, folder)
