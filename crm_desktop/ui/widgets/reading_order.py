"""Reading order: what Tab reaches next is what stands next, however late it was made."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QWidget


def step(inside: QWidget, *, forward: bool) -> bool:
    """Move the focus to the neighbour in reading order; False at either end of `inside`."""
    order = list(_focusable(inside))
    now = QApplication.focusWidget()
    if now is None or now not in order:
        return False
    place = order.index(now) + (1 if forward else -1)
    if not 0 <= place < len(order):
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[place].setFocus(reason)
    return True


def _focusable(widget: QWidget) -> Iterator[QWidget]:
    """Yield what takes the focus by Tab, in the order of the layouts."""
    if not widget.isVisible() or not widget.isEnabled():
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
        yield widget
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        yield from _focusable(inner) if inner is not None else ()
    elif (layout := widget.layout()) is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        if (widget := item.widget()) is not None:
            yield from _focusable(widget)
        elif (inner := item.layout()) is not None:
            yield from _of_layout(inner)
