"""ElidedLabel: a line that ends in an ellipsis where the room ends, whole in its tooltip."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QStyle, QStyleOption, QStylePainter, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import Role, set_role


class ElidedLabel(QLabel):
    """A one-line label that gives way instead of pushing others out of the window."""

    def __init__(
        self, text: str = "", role: Role | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        if role is not None:
            set_role(self, role)

    @override
    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        width = min(metrics.height() * 2, metrics.horizontalAdvance(self.text()))
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self.is_cut() else "")

    def is_cut(self) -> bool:
        """Tell whether the room is too small for the whole text."""
        room = self.contentsRect().width()
        return self.fontMetrics().horizontalAdvance(self.text()) > room

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOption()
        option.initFrom(self)
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, room.width()
        )
        enabled = bool(option.state & QStyle.StateFlag.State_Enabled)
        self.style().drawItemText(
            painter,
            room,
            int(self.alignment()),
            self.palette(),
            enabled,
            shown,
            self.foregroundRole(),
        )
        painter.end()
