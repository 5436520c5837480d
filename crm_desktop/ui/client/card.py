"""FileCard: one matter of the client file, its lists and the buttons that add to them."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_SIDE = 8


class FileCard(QFrame):
    """A card whose rows reach a little beyond its words, so that they light up as a whole.

    Attributes:
        shown: what is shown now.
        body: the layout for lists.
    """

    def __init__(self, title: str, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setAccessibleName(title)
        self.shown = shown
        self._count = label("", Role.SECOND)
        self._actions = row(spacing=0)
        heading: QHBoxLayout = row(label(title, Role.SECTION), self._count, 1)
        heading.addLayout(self._actions)
        heading.setContentsMargins(_SIDE, 0, 0, 0)
        self.body = QVBoxLayout()
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, SPACE_S, _SIDE, _SIDE)
        whole.setSpacing(SPACE_XS)
        whole.addLayout(heading)
        whole.addLayout(self.body)

    def show_file(self) -> None:
        """Show the file as it stands now."""

    def offer(self, words: str, records: RecordList) -> None:
        """Put a list on the card, and a button that adds to it."""
        add = button(words, Role.LINK, Icon.PLUS)
        add.setAccessibleName(self.tr("Add: {what}").format(what=words))
        add.clicked.connect(records.add)
        self._actions.addWidget(add)
        self.body.addWidget(records)

    def lift_more(self, records: RecordList) -> None:
        """Put *show all* of a list into the heading, where it takes no line of its own."""
        self._actions.addWidget(records.more)

    def put_action(self, action: QWidget) -> None:
        """Put another button beside the heading."""
        self._actions.addWidget(action)

    def say_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self._count.setText(str(count) if count else "")
