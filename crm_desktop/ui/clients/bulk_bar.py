"""BulkBar: how many clients are picked, and what can be done with all of them at once."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QProgressBar, QStackedWidget, QWidget

from crm_desktop.ui.clients.deeds import Deed, deed_words
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

_BUTTONS: Final = (
    (Deed.TAG, Icon.TAG),
    (Deed.OWNER, Icon.USER),
    (Deed.ARCHIVE, Icon.ARCHIVE),
    (Deed.EXPORT_MANAGER, Icon.UPLOAD),
)
_PROGRESS_WIDTH: Final = 220


class BulkBar(QStackedWidget):
    """Stands in the place of the filters as long as somebody is picked.

    Signals:
        deed_wanted: the `Deed` to be done with those picked.
        all_wanted: everybody of the list is to be picked.
        clear_wanted: nobody is to be picked any more.
        cancel_wanted: the work under way is to stop.
    """

    deed_wanted = Signal(object)
    all_wanted = Signal()
    clear_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.in_archive = False
        self._says = label("", Role.STRONG)
        self._all = button("", Role.LINK)
        self._buttons = {deed: button(deed_words(deed), None, symbol) for deed, symbol in _BUTTONS}
        self._more = button(self.tr("More"), None, Icon.MORE)
        close = IconButton(Icon.CLOSE, self.tr("Pick nobody"))
        self.addWidget(_line(self._says, self._all, 1, *self._buttons.values(), self._more, close))
        self._doing = label("", Role.SECOND)
        self.bar = QProgressBar()
        self.bar.setFixedWidth(_PROGRESS_WIDTH)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.cancel_button = button(self.tr("Cancel"))
        self.addWidget(_line(self._doing, self.bar, 1, self.cancel_button))
        for deed, each in self._buttons.items():
            each.clicked.connect(partial(self.deed_wanted.emit, deed))
        self._more.clicked.connect(self._on_more)
        self._all.clicked.connect(self.all_wanted)
        close.clicked.connect(self.clear_wanted)
        self.cancel_button.clicked.connect(self.cancel_wanted)

    def show_count(self, picked: int, in_list: int, *, in_archive: bool) -> None:
        """Say how many are picked of how many."""
        self.in_archive = in_archive
        self._says.setText(self.tr("{count} picked").format(count=f"{picked:,}"))
        self._all.setText(self.tr("Pick all {count}").format(count=f"{in_list:,}"))
        self._all.setVisible(0 < picked < in_list)
        for deed, each in self._buttons.items():
            each.setText(deed_words(self._of_place(deed)))

    def begin(self, words: str) -> None:
        """Say what is being done to many."""
        self._doing.setText(words)
        self.bar.setRange(0, 0)
        self.cancel_button.setEnabled(True)
        self.setCurrentIndex(1)

    def advance(self, done: int, total: int) -> None:
        """Say how far it is."""
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(min(done, total))

    def end(self) -> None:
        """Offer the deeds again."""
        self.setCurrentIndex(0)

    def _of_place(self, deed: Deed) -> Deed:
        """Return the deed in its turn: who is archived is taken back."""
        return Deed.UNARCHIVE if deed is Deed.ARCHIVE and self.in_archive else deed

    def _on_more(self) -> None:
        menu = DeedsMenu(self.deed_wanted.emit, self, in_archive=self.in_archive)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))


class DeedsMenu(QMenu):
    """Every deed there is, for those picked or for the one whose row it is opened on."""

    def __init__(self, do: Callable[[Deed], object], parent: QWidget, *, in_archive: bool) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._do = do
        self._deeds: dict[QAction, Deed] = {}
        away = Deed.UNARCHIVE if in_archive else Deed.ARCHIVE
        for group in (
            (Deed.TAG, Deed.UNTAG, Deed.OWNER),
            (Deed.BIG, Deed.NOT_BIG),
            (Deed.EXPORT_MANAGER, Deed.EXPORT_ME),
            (away, Deed.TRASH),
        ):
            for deed in group:
                self._deeds[self.addAction(deed_words(deed))] = deed
            self.addSeparator()
        self.triggered.connect(self._on_triggered)

    def lead(self, words: str, act: Callable[[], object]) -> None:
        """Put one more thing to do before all others."""
        first = QAction(words, self)
        first.triggered.connect(act)
        self.insertAction(self.actions()[0], first)
        self.insertSeparator(self.actions()[1])

    def _on_triggered(self, action: QAction) -> None:
        if action in self._deeds:
            self._do(self._deeds[action])


def _line(*items: QWidget | int) -> QWidget:
    made = QWidget()
    made.setLayout(row(*items, spacing=SPACE_M - 4))
    return made
