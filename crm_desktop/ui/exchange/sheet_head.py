"""SheetHead: what one sheet of a list is taken to list, and what of it is still to be said."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from crm_desktop.domain.sheet_lists import Lack, Lists
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.text.sheet_lists import lacks_sentence, lists_word
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row


class SheetHead(QWidget):
    """One line over the columns of a sheet.

    Signals:
        said: the sheet, and the `Lists` it is to be taken for.
    """

    said = Signal(str, object)

    def __init__(self, sheet: str, lists: Lists, offered: Sequence[Lists]) -> None:
        super().__init__()
        self._sheet = sheet
        choices = [(each, lists_word(each)) for each in offered]
        self.choice: ChoiceField[Lists] = ChoiceField(
            self.tr("What the sheet {name} lists").format(name=sheet), choices, lists
        )
        set_mark(self.choice, "role", "")
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._lacks = ElidedLabel("", Role.WARNING)
        before = label(self.tr("This sheet lists:"), Role.SECOND)
        before.setBuddy(self.choice)
        line = row(before, self.choice, spacing=SPACE_S)
        line.addWidget(self._lacks, 1)
        self.setLayout(line)
        self.choice.committed.connect(self._on_committed)

    def show_lacks(self, lacks: Sequence[Lack]) -> None:
        """Say what no column says yet."""
        self._lacks.setText(lacks_sentence(lacks))

    def _on_committed(self, lists: Lists) -> None:
        self.said.emit(self._sheet, lists)
