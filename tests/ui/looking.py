"""Looking: finds what a person would see as a fault on a page, for tests of every page.

page.show()
assert cut_texts(page) == []
assert unnamed_controls(page) == []
"""

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QToolButton, QWidget

from crm_desktop.ui.widgets.elided import ElidedLabel

_SLACK = 1
# Each round carries a new height one layout further up.
_ROUNDS = 12


def lay_out() -> None:
    """Let layouts settle: words that wrap ask for their height once they know their width."""
    for _ in range(_ROUNDS):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)


def cut_texts(page: QWidget) -> list[str]:
    """Return the words on `page` that have less room than they need.

    An `ElidedLabel` may give way, as its whole text is in its tooltip, and a `QToolButton`
    shows its icon only.
    """
    cut = [
        label.text()
        for label in page.findChildren(QLabel)
        if label.isVisible() and label.text() and not isinstance(label, ElidedLabel)
        if _is_label_cut(label)
    ]
    cut += [
        button.text()
        for button in page.findChildren(QAbstractButton)
        if button.isVisible()
        and button.text()
        and not isinstance(button, QToolButton)
        and button.width() + _SLACK < button.minimumSizeHint().width()
    ]
    return cut


def unnamed_controls(page: QWidget) -> list[str]:
    """Return the classes of controls a screen reader could not call by a name."""
    return [
        type(control).__name__
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for control in page.findChildren(kind)
        if control.isVisible() and not _has_name(control) and not _is_inner(control)
    ]


def overlapping(page: QWidget) -> list[tuple[str, str]]:
    """Return pairs of sibling labels and buttons that stand on one another."""
    shown = [
        widget
        for widget in page.findChildren(QWidget)
        if isinstance(widget, QLabel | QAbstractButton) and widget.isVisible()
    ]
    return [
        (_words(one), _words(other))
        for number, one in enumerate(shown)
        for other in shown[number + 1 :]
        if one.parent() is other.parent() and _inner(one).intersects(_inner(other))
    ]


def _is_label_cut(label: QLabel) -> bool:
    if label.wordWrap():
        return label.height() + _SLACK < label.heightForWidth(label.width())
    return label.width() + _SLACK < label.minimumSizeHint().width()


def _has_name(control: QWidget) -> bool:
    words = control.text() if isinstance(control, QAbstractButton) else ""
    return bool(control.accessibleName() or words)


def _is_inner(control: QWidget) -> bool:
    """Tell whether Qt itself put the control inside another, as the line of a spin box."""
    parent = control.parentWidget()
    return control.objectName().startswith("qt_") or isinstance(parent, QComboBox | QLineEdit)


def _inner(widget: QWidget) -> QRect:
    return widget.geometry().adjusted(_SLACK, _SLACK, -_SLACK, -_SLACK)


def _words(widget: QWidget) -> str:
    return widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
