"""Headings of pages and sections."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row


class PageHeading(QWidget):
    """The title of a page, a line under it, and its actions at the right.

    Attributes:
        bar: the layout of the actions.
    """

    def __init__(self, title: str, *actions: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = label(title, Role.PAGE_TITLE)
        self._detail = label("", Role.SECOND)
        self._detail.hide()
        self.bar: QHBoxLayout = row(*actions)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, SPACE_XS)
        whole.setSpacing(SPACE_S)
        whole.addLayout(column(self._title, self._detail, spacing=2), 1)
        whole.addLayout(self.bar)

    def say(self, title: str, detail: str = "") -> None:
        """Show another title and the line under it."""
        self._title.setText(title)
        self.set_detail(detail)

    def set_detail(self, detail: str) -> None:
        """Show another line under the title, or none."""
        self._detail.setText(detail)
        self._detail.setVisible(bool(detail))


class SectionHeading(QWidget):
    """The title of a section and how many things stand in it."""

    def __init__(
        self, text: str, count: int | None = None, *trailing: QWidget, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        counted = label("" if count is None else str(count), Role.SECOND)
        self.setLayout(row(label(text, Role.SECTION), counted, 1, *trailing))
