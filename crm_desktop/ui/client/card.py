"""FileCard: one matter of the client file, its lists and the buttons that add to them."""

from collections.abc import Callable
from typing import ClassVar, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_SIDE: Final = 8
_FOLDED: Final = "client/folded"


class FileCard(QFrame):
    """A card whose rows reach a little beyond its words, so that they light up as a whole.

    A card with nothing to show gives way to the words of its `offers`, unless it `stays`.

    Attributes:
        tables: what it reads; after a change of other tables it is left as it is. None
            given means that any change may concern it.
        is_reused: whether it can show another client after this one.
        stays: whether it is shown also while it has nothing to show.
        shown: what is shown now.
        body: the layout for lists.
        offers: the words of each button that adds something, and what it does.
        is_asked_for: whether she wants to see the card though it may be bare.

    Signals:
        settled: something that was begun was let go, so that the card may be bare again.
    """

    settled = Signal()

    tables: ClassVar[frozenset[str]] = frozenset()
    is_reused: ClassVar[bool] = False
    stays: ClassVar[bool] = False

    def __init__(self, title: str, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setAccessibleName(title)
        self.shown = shown
        self.offers: list[tuple[str, Callable[[], None]]] = []
        self.is_asked_for = False
        self._lists: list[RecordList] = []
        self._title = label(title, Role.SECTION)
        self._count = label("", Role.SECOND)
        self._count.hide()
        self._fold = IconButton(Icon.CHEVRON_DOWN, "", "text3")
        self._fold.clicked.connect(self._on_fold)
        self._tools = QWidget()
        self._actions = row(spacing=0)
        self._tools.setLayout(self._actions)
        heading: QHBoxLayout = row(self._title, self._count, self._fold, 1, self._tools)
        heading.setSpacing(SPACE_XS + 2)
        heading.setContentsMargins(_SIDE, 0, 0, 0)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(_SIDE, SPACE_S, _SIDE, _SIDE)
        whole.setSpacing(SPACE_XS)
        whole.addLayout(heading)
        whole.addWidget(self._inside)
        self._show_folded()

    @property
    def is_bare(self) -> bool:
        """Whether there is nothing to show and nothing begun: its lists, if it has any, are blank.

        A card without lists is never bare unless it says so itself.
        """
        return bool(self._lists) and all(records.is_blank for records in self._lists)

    @property
    def is_left_out(self) -> bool:
        """Whether the card gives way: it is bare, need not stay, and nobody asked for it."""
        return self.is_bare and not self.stays and not self.is_asked_for

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is shown, here and on every other client."""
        return type(self).__name__ in _folded(self.shown)

    def show_file(self) -> None:
        """Show the file as it stands now."""

    def forget(self) -> bool:
        """Let go of the client before, saving what was typed; False where a new card is needed.

        A card that keeps nothing of a client beside its lists may say so by `is_reused`.
        """
        if self.is_reused:
            self.is_asked_for = False
            for records in self._lists:
                records.forget()
        return self.is_reused

    def offer(self, words: str, records: RecordList) -> None:
        """Put a list on the card, and a button that adds to it."""
        self.offer_act(words, records.add)
        self.hold(records)

    def hold(self, records: RecordList) -> None:
        """Put a list on the card."""
        self._lists.append(records)
        records.settled.connect(self.settled)
        self.body.addWidget(records)

    def offer_act(self, words: str, act: Callable[[], None]) -> None:
        """Put a button into the heading that begins something new on this card."""
        add = button(words, Role.LINK, Icon.PLUS)
        add.setAccessibleName(self.tr("Add: {what}").format(what=words))
        add.clicked.connect(act)
        self.offers.append((words, act))
        self._actions.addWidget(add)

    def lift_more(self, records: RecordList) -> None:
        """Put *show all* of a list into the heading, where it takes no line of its own."""
        self._actions.addWidget(records.more)

    def put_action(self, action: QWidget) -> None:
        """Put another button beside the heading."""
        self._actions.addWidget(action)

    def say_count(self, count: int) -> None:
        """Show how many there are; nothing for none."""
        self._count.setText(str(count) if count else "")
        self._count.setVisible(bool(count))

    def say_key(self, key: str) -> None:
        """Tell by which key the card is reached."""
        self._title.setToolTip(key)

    def begin(self) -> None:
        """Begin the one thing the card offers, or lead to its offers where there are more."""
        if len(self.offers) == 1:
            _, act = self.offers[0]
            act()
        else:
            self.enter()

    def enter(self) -> None:
        """Unfold the card and put the focus on its heading, from where Tab leads on."""
        self.unfold()
        self._fold.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def unfold(self) -> None:
        """Show what is on the card."""
        if self.is_folded:
            self._on_fold()

    def _on_fold(self) -> None:
        folded = _folded(self.shown) ^ {type(self).__name__}
        self.shown.desk.remembered.setValue(_FOLDED, " ".join(sorted(folded)))
        self._show_folded()

    def _show_folded(self) -> None:
        folded, title = self.is_folded, self._title.text()
        self._inside.setVisible(not folded)
        self._tools.setVisible(not folded)
        self._fold.point(Icon.CHEVRON_RIGHT if folded else Icon.CHEVRON_DOWN, "text3")
        words = self.tr("Unfold: {what}") if folded else self.tr("Fold: {what}")
        self._fold.setToolTip(words.format(what=title))
        self._fold.setAccessibleName(words.format(what=title))


def _folded(shown: Shown) -> set[str]:
    """Return the names of the cards she folded."""
    return set(str(shown.desk.remembered.value(_FOLDED, "")).split())
