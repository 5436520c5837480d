"""SourceLine: what the file was taken for, a click to say otherwise, and where it comes from."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLabel, QVBoxLayout, QWidget

from crm_desktop.domain.import_plan import ListKind
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.import_sources import kind_phrase, origin_words
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

if TYPE_CHECKING:
    # It loads what reads workbooks, which the pages do beside the screen.
    from crm_desktop.services.read_list import ReadList

_SIGN: Final = 18
_SIGNS: Final = {
    ListKind.OWN_LIST: Icon.NOTE,
    ListKind.CLINIC: Icon.STETHOSCOPE,
    ListKind.ROUNDTRIP: Icon.TRANSFER,
    ListKind.CONTACTS: Icon.SMARTPHONE,
}
_TABLES: Final = (ListKind.OWN_LIST, ListKind.CLINIC)


class SourceLine(QWidget):
    """One line above the steps.

    Signals:
        kind_wanted: the `ListKind` it is to be taken for.
    """

    kind_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sign = QLabel()
        self._was_ours = False
        self._file = ""
        self._word = label("", Role.STRONG)
        self.kind: ChoiceField[ListKind] = ChoiceField(
            self.tr("What kind of list it is"),
            [(each, kind_phrase(each)) for each in _TABLES],
            ListKind.OWN_LIST,
        )
        set_mark(self.kind, "role", "")
        # A sheet of ours is a third choice, offered once one came.
        self.kind.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._origin = ElidedLabel("", Role.SECOND)
        line = row(self._sign, label(self.tr("Taken for:"), Role.SECOND), self._word, self.kind)
        line.addWidget(self._origin, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE_M)
        whole.addLayout(line)
        self.kind.committed.connect(self.kind_wanted)

    def show_list(self, read: "ReadList") -> None:
        """Show what was read; only a sheet of ours can be taken for one."""
        is_ours = read.kind is ListKind.ROUNDTRIP
        self._was_ours = is_ours or (self._was_ours and read.digest == self._file)
        self._file = read.digest
        kinds = (*_TABLES, ListKind.ROUNDTRIP) if self._was_ours else _TABLES
        self._sign.setPixmap(icon(_SIGNS[read.kind], "accent").pixmap(_SIGN))
        self._word.setText(kind_phrase(read.kind))
        self._word.setVisible(read.is_cards)
        self.kind.setVisible(not read.is_cards)
        if not read.is_cards:
            self.kind.offer([(each, kind_phrase(each)) for each in kinds], read.kind)
        self._origin.setText(origin_words(read))
