"""GuardNotes: what speaks against a gift, told while she types."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.gift_guard import GiftWarning, GuardCode
from crm_desktop.ui.text.gifts import reason
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Band

_GRAVE: Final = frozenset({GuardCode.UNAWARE, GuardCode.TELLS_UNAWARE, GuardCode.ALLERGY})


class GuardNotes(QWidget):
    """A red strip for what may do harm, an amber one for the rest; nothing where all is well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grave = Band("", Tone.BAD)
        self._others = Band("", Tone.WARN)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(SPACE_S)
        for band in (self._grave, self._others):
            whole.addWidget(band)
            band.hide()
        self.hide()

    def tell(self, warnings: Sequence[GiftWarning]) -> None:
        """Tell these reasons, each on a line of its own."""
        grave = [reason(each) for each in warnings if is_grave(each)]
        others = [reason(each) for each in warnings if not is_grave(each)]
        self.say(grave, others)

    def say(self, grave: Sequence[str], others: Sequence[str]) -> None:
        """Tell reasons that are in words already: what may do harm, and the rest."""
        for band, reasons in ((self._grave, grave), (self._others, others)):
            band.say("\n".join(reasons))
            band.setVisible(bool(reasons))
        self.setVisible(bool(grave or others))

    def words(self) -> str:
        """Return all that is told."""
        bands = (self._grave, self._others)
        return "\n".join(each.accessibleName() for each in bands if each.accessibleName())


def is_grave(warning: GiftWarning) -> bool:
    """Tell whether a warning is of what may do harm."""
    return warning.code in _GRAVE
