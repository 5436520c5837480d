"""KeptPlace: where she was in a column, given back after the column was filled anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QWidget

from crm_desktop.ui.widgets.layouts import ScrollColumn


class KeptPlace:
    """How far down she was, and on which of the widgets the keyboard was.

    Without it a card that goes takes the keyboard to whatever comes next in the window, and the
    page follows it there; and a column that is short for a moment scrolls to its top.
    """

    def __init__(self, column: ScrollColumn) -> None:
        self._inside = column.content.parentWidget()
        self._content = column.content
        self._at: int | None = None

    def keep(self) -> None:
        """Remember the place; call before the widgets are taken out."""
        inside = self._inside
        inside.setMinimumHeight(inside.height())
        focused = QApplication.focusWidget()
        if focused is None or not inside.isAncestorOf(focused):
            return
        self._at = self._index_of(focused)
        focused.clearFocus()

    def give_back(self) -> None:
        """Go to the widget that stands at the place now, unless she is elsewhere already."""
        self._inside.setMinimumHeight(0)
        at, self._at = self._at, None
        if at is None or QApplication.focusWidget() is not None:
            return
        for widget in reversed(self._widgets()[: at + 1]):
            if (to := _first_button(widget)) is not None:
                to.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _index_of(self, focused: QWidget) -> int | None:
        for index, widget in enumerate(self._widgets()):
            if widget is focused or widget.isAncestorOf(focused):
                return index
        return None

    def _widgets(self) -> list[QWidget]:
        items = [self._content.itemAt(index) for index in range(self._content.count())]
        return [widget for item in items if item and (widget := item.widget()) is not None]


def _first_button(widget: QWidget) -> QPushButton | None:
    buttons = widget.findChildren(QPushButton)
    return next((one for one in buttons if one.isVisibleTo(widget) and one.isEnabled()), None)
