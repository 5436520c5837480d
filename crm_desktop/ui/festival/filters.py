"""Who of the list is shown: still to be greeted, done, all; and of which tier."""

from typing import Final

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QHBoxLayout, QWidget

from crm_desktop.domain.records import Tier
from crm_desktop.ui.festival.model import BigOnly, Group, Shown
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.buttons import button

_PLACES: Final = ("first", "middle", "last")
_GROUPS: Final[tuple[Group, ...]] = (None, BigOnly.BIG, *Tier)


class Filters(QWidget):
    """Three buttons in a row and a choice of tiers.

    Signals:
        changed: other clients are to be shown.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {shown: button("") for shown in Shown}
        self.tiers = QComboBox()
        self._group = QButtonGroup(self)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        for place, made in zip(_PLACES, self.buttons.values(), strict=True):
            made.setCheckable(True)
            set_mark(made, "segment", place)
            self._group.addButton(made)
            whole.addWidget(made)
        whole.addStretch(1)
        whole.addSpacing(SPACE_M)
        whole.addWidget(self.tiers)
        self.tiers.setAccessibleName(self.tr("Tier"))
        self.tiers.addItem(self.tr("Every tier"))
        self.tiers.addItem(self.tr("Big clients"))
        for tier in Tier:
            self.tiers.addItem(choice(tier))
        self.buttons[Shown.LEFT].setChecked(True)
        self._group.buttonClicked.connect(self._on_change)
        self.tiers.activated.connect(self._on_change)
        self.count(0, 0)

    @property
    def shown(self) -> Shown:
        """Which clients are to be shown."""
        return next(shown for shown, made in self.buttons.items() if made.isChecked())

    @property
    def group(self) -> Group:
        """Which tier is to be shown."""
        return _GROUPS[self.tiers.currentIndex()]

    def reset(self) -> None:
        """Go back to everybody who is still to be greeted."""
        self.buttons[Shown.LEFT].setChecked(True)
        with QSignalBlocker(self.tiers):
            self.tiers.setCurrentIndex(0)
        self.changed.emit()

    def count(self, left: int, done: int) -> None:
        """Show how many each button stands for."""
        self.buttons[Shown.LEFT].setText(self.tr("To greet {count}").format(count=left))
        self.buttons[Shown.DONE].setText(self.tr("Done {count}").format(count=done))
        self.buttons[Shown.ALL].setText(self.tr("All {count}").format(count=left + done))

    def _on_change(self) -> None:
        self.changed.emit()
