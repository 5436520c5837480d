"""Layouts without margins and with the product's spacing."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL

# The room a scroll bar may take without pushing the cards out of line.
GUTTER = 18


def row(*items: QWidget | int, spacing: int = SPACE_S) -> QHBoxLayout:
    """Return a line of widgets; a number is a stretch of that weight."""
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            line.addStretch(item)
        else:
            line.addWidget(item)
    return line


def column(*items: QWidget | int, spacing: int = SPACE_M) -> QVBoxLayout:
    """Return a column of widgets; a number is a stretch of that weight."""
    stack = QVBoxLayout()
    stack.setContentsMargins(0, 0, 0, 0)
    stack.setSpacing(spacing)
    for item in items:
        if isinstance(item, int):
            stack.addStretch(item)
        else:
            stack.addWidget(item)
    return stack


def hairline(parent: QWidget | None = None) -> QFrame:
    """Return a line one pixel high."""
    line = QFrame(parent)
    line.setProperty("role", "hairline")
    line.setFixedHeight(1)
    return line


def page_margins(layout: QVBoxLayout) -> None:
    """Give `layout` the margins of a page."""
    layout.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL, SPACE_L)
    layout.setSpacing(SPACE_M)


def scrolling_page(page: QWidget, heading: QWidget) -> "ScrollColumn":
    """Lay `page` out as a heading that stays and a column that scrolls; return the column."""
    whole = QVBoxLayout(page)
    page_margins(whole)
    margins = whole.contentsMargins()
    margins.setRight(SPACE_XL - GUTTER)
    whole.setContentsMargins(margins)
    top = row(heading)
    top.setContentsMargins(0, 0, GUTTER, 0)
    whole.addLayout(top)
    scroll = ScrollColumn(gutter=GUTTER)
    whole.addWidget(scroll, 1)
    return scroll


class ScrollColumn(QScrollArea):
    """A column that scrolls when it is higher than the window.

    Attributes:
        content: the layout to put widgets into; a stretch keeps them at the top.
    """

    def __init__(self, parent: QWidget | None = None, *, gutter: int = 0) -> None:
        super().__init__(parent)
        self._gutter = gutter
        inside = QWidget()
        inside.setProperty("role", "column")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, gutter, 0)
        self.content.setSpacing(SPACE_M)
        self.content.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def clear(self) -> None:
        """Take every widget out of the column."""
        for widget in self.take_all():
            widget.hide()
            widget.deleteLater()

    def take_all(self) -> list[QWidget]:
        """Take every widget out of the column and return them, to be put in again or deleted."""
        taken = []
        while (item := self.content.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                taken.append(widget)
        return taken

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        taken = self.width() - self.viewport().width()
        self.content.setContentsMargins(0, 0, max(self._gutter - taken, SPACE_S if taken else 0), 0)
