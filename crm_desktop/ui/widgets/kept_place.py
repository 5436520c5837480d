"""KeptPlace: where she was in a column, given back after the column was filled anew."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from crm_desktop.ui.widgets.layouts import ScrollColumn


class KeptPlace:
    """How far down she was, and on which button of which widget the keyboard was.

    Without it a card that goes takes the keyboard to whatever comes next in the window, and the
    page follows it there; and a column that is short for a moment scrolls to its top.
    """

    def __init__(self, column: ScrollColumn) -> None:
        self._inside = column.content.parentWidget() or column
        self._content = column.content
        self._at: tuple[int, int] | None = None

    def keep(self) -> None:
        """Remember the place; call before the widgets are taken out."""
        self._inside.setMinimumHeight(self._inside.height())
        focused = QApplication.focusWidget()
        if focused is not None and self._inside.isAncestorOf(focused):
            self._at = self._place_of(focused)
            focused.clearFocus()

    def give_back(self) -> None:
        """Go to what stands at the place now, unless she is elsewhere already."""
        self._inside.setMinimumHeight(0)
        at, self._at = self._at, None
        if at is None or QApplication.focusWidget() is not None:
            return
        for widget in reversed(self._widgets()[: at[0] + 1]):
            if buttons := _buttons(widget):
                buttons[min(at[1], len(buttons) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def _place_of(self, focused: QWidget) -> tuple[int, int] | None:
        for index, widget in enumerate(self._widgets()):
            if widget.isAncestorOf(focused):
                buttons = _buttons(widget)
                return index, buttons.index(focused) if focused in buttons else 0
        return None

    def _widgets(self) -> list[QWidget]:
        items = [self._content.itemAt(index) for index in range(self._content.count())]
        return [widget for item in items if item and (widget := item.widget()) is not None]


def _buttons(widget: QWidget) -> list[QAbstractButton]:
    """Return the buttons she can reach, in the order they were made."""
    found = widget.findChildren(QAbstractButton)
    return [one for one in found if one.isVisibleTo(widget) and one.isEnabled()]
