"""GateFrame: the quiet sheet in the middle of the window that all screens of the gate share."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_XL, colour
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

CARD_WIDTH = 480
_MARK = 44


class GateFrame(QWidget):
    """The product's mark and name, a card under it.

    Attributes:
        body: the layout inside the card.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_mark(self, "role", "page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        name = label(self.tr("Client Keeper"), Role.PAGE_TITLE)
        card = Card()
        card.setFixedWidth(scaled(CARD_WIDTH))
        self.body: QVBoxLayout = card.body
        self.body.setContentsMargins(SPACE_XL, SPACE_XL, SPACE_XL, SPACE_XL)
        self.body.setSpacing(SPACE_M)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        whole.setSpacing(SPACE_L)
        whole.addStretch(2)
        whole.addLayout(row(1, _Mark(), name, 1, spacing=SPACE_M))
        whole.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        whole.addStretch(3)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Enter press the button that has the focus, as in a dialog."""
        focused = self.focusWidget()
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and isinstance(focused, QPushButton) and focused.hasFocus():
            focused.click()
        else:
            super().keyPressEvent(event)


class _Mark(QWidget):
    """The product's mark: its book on a rounded square."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_MARK, _MARK)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour("accent"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        inset = _MARK // 5
        drawing = self.rect().adjusted(inset, inset, -inset, -inset)
        icon(Icon.BRAND, "on_accent").paint(painter, drawing)
        painter.end()
