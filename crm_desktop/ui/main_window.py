"""The main window: navigation, one page at a time, a toast, and the keys."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSettings, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QWidget
from typing_extensions import override

from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records.change import Change
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.fields.taking_back import TakingBack
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.navigation import Navigation
from crm_desktop.ui.pages import Arriving, PageSpec, Searchable
from crm_desktop.ui.text import change_label, redone_label, sentence, undone_label
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import NARROW_WINDOW
from crm_desktop.ui.widgets.toast import Toast

_SMALLEST = (960, 600)
_FIRST_SIZE = (1366, 768)
_FRAME = 40  # what a title bar may take of the height
_NUMBER_KEYS = 8
_SEARCH_PAGE = "clients"


class MainWindow(QMainWindow):
    """Shows the pages; what it cannot do itself it asks for by signals.

    Signals:
        box_wanted: the quick box (Ctrl+K).
        client_wanted: a new client (Ctrl+N).
        lock_wanted: lock the book (Ctrl+L).
        page_opened: the name of the page that came to the front.
        discreet_wanted: desk mode is to be turned on, or off (F9).
        closing: the window was closed; with `stays` set it only hides, or minimises itself where
            `minimises` says that nothing else could bring it back.
        quit_wanted: the app is to end (Ctrl+Q), tray or not.
    """

    box_wanted = Signal()
    client_wanted = Signal()
    lock_wanted = Signal()
    page_opened = Signal(str)
    discreet_wanted = Signal(bool)
    closing = Signal()
    quit_wanted = Signal()

    def __init__(
        self, pages: Sequence[PageSpec], edits: Edits, jobs: Jobs, remembered: QSettings
    ) -> None:
        super().__init__()
        self.stays = False
        self.minimises = False
        self._pages = {page.name: page for page in pages}
        self._listed = [page.name for page in pages if page.listed]
        self._made: dict[str, QWidget] = {}
        self._way_back: list[str] = []
        self._edits = edits
        self._taking_back = TakingBack(self)
        self._remembered = remembered
        self.setWindowTitle(self.tr("Client Keeper"))
        self.setMinimumSize(*_SMALLEST)
        self._navigation = Navigation(page for page in pages if page.listed)
        self._stack = QStackedWidget()
        self.toast = Toast(self)
        self._build()
        self._connect(jobs)
        self._bind_keys()
        self._restore()

    @property
    def current(self) -> str:
        """The name of the page in front."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._made.items() if page is shown), "")

    @property
    def ground(self) -> QWidget:
        """Where the pages stand."""
        return self._stack

    def show_discretion(self, *, on: bool) -> None:
        """Show whether desk mode is on, and let the page in front be read anew."""
        self._navigation.show_discretion(on=on)
        self.refresh()

    def refresh(self) -> None:
        """Let the page in front be read and painted anew."""
        page: object = self._stack.currentWidget()
        if isinstance(page, Arriving):
            page.arrive()
        for part in self._stack.findChildren(QWidget):
            part.update()

    def page(self, name: str) -> QWidget:
        """Return the page `name`, made if this is the first time."""
        if name not in self._made:
            made = self._pages[name].make()
            set_mark(made, "role", "page")
            self._made[name] = made
            self._stack.addWidget(made)
        return self._made[name]

    def open_page(self, name: str) -> None:
        """Bring the page `name` to the front; an unknown name is a bug of the caller."""
        page = self.page(name)
        before = self.current
        if name in self._listed:
            self._way_back.clear()
        elif before and before != name:
            self._way_back.append(before)
        self._stack.setCurrentWidget(page)
        self._navigation.mark(self._pages[name].under or name)
        if page.focusProxy() is not None:
            page.setFocus()
        if isinstance(page, Arriving):
            page.arrive()
        self.page_opened.emit(name)

    def go_back(self) -> None:
        """Leave a page that was reached from another."""
        if not self._way_back:
            return
        name = self._way_back.pop()
        way_back = list(self._way_back)
        self.open_page(name)
        self._way_back = way_back

    def set_state(self, text: str, symbol: Icon = Icon.SHIELD, shade: str = "ok") -> None:
        """Say in one line how safe the book is."""
        self._navigation.set_state(text, symbol, shade)

    def _build(self) -> None:
        whole = QWidget()
        inside = QHBoxLayout(whole)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addWidget(self._navigation)
        inside.addWidget(self._stack, 1)
        # The ground takes the focus at first and when it is clicked, so a field lets go of it.
        whole.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setCentralWidget(whole)
        whole.setFocus()
        self.toast.raise_()

    def _connect(self, jobs: Jobs) -> None:
        self._navigation.chosen.connect(self.open_page)
        self._navigation.discreet_wanted.connect(self.discreet_wanted)
        jobs.failed.connect(self._on_failed)
        self._edits.changed.connect(self._on_changed)
        self._edits.did.connect(self._on_did)
        self._edits.undid.connect(self._on_undid)
        self._edits.redid.connect(self._on_redid)
        self._edits.nothing_to_undo.connect(self._on_nothing_to_undo)
        self._edits.nothing_to_redo.connect(self._on_nothing_to_redo)

    def _bind_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+K": self.box_wanted.emit,
            "Ctrl+N": self.client_wanted.emit,
            "Ctrl+F": self._on_search,
            "Ctrl+Z": self._edits.undo,
            "Ctrl+Y": self._edits.redo,
            "Ctrl+Shift+Z": self._edits.redo,
            "Ctrl+L": self.lock_wanted.emit,
            "Ctrl+Q": self.quit_wanted.emit,
            "Esc": self._on_escape,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)
        for number, name in enumerate(self._listed[:_NUMBER_KEYS], start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), self)
            shortcut.setObjectName(name)
            shortcut.activated.connect(self._on_number)

    def _restore(self) -> None:
        geometry = self._remembered.value("window/geometry")
        if geometry is None or not self.restoreGeometry(geometry):
            self.resize(*_FIRST_SIZE)
        last = str(self._remembered.value("window/page", ""))
        first = last if last in self._listed else self._listed[0]
        self.open_page(first)

    def _on_number(self) -> None:
        self.open_page(self.sender().objectName())

    def _on_search(self) -> None:
        name = self.current if self._searchable(self.current) else _SEARCH_PAGE
        if (found := self._searchable(name)) is not None:
            self.open_page(name)
            found.focus_search()

    def _searchable(self, name: str) -> Searchable | None:
        page: object = self.page(name) if name in self._pages else None
        return page if isinstance(page, Searchable) else None

    def _on_escape(self) -> None:
        if self.toast.isVisible():
            self.toast.hide()
        else:
            self.go_back()

    def _on_failed(self, error: CrmError) -> None:
        self.toast.warn(sentence(error))

    def _on_changed(self) -> None:
        """Let go of an *undo* that would take back another change than the one it stands by."""
        if self.toast.has_action:
            self.toast.hide()

    def _on_did(self, change: Change) -> None:
        self.toast.say(change_label(change), self.tr("Undo"), self._edits.undo)

    def _on_undid(self, change: Change) -> None:
        self.toast.say(undone_label(change), self.tr("Redo"), self._edits.redo)

    def _on_redid(self, change: Change) -> None:
        self.toast.say(redone_label(change), self.tr("Undo"), self._edits.undo)

    def _on_nothing_to_undo(self) -> None:
        self.toast.say(self.tr("There is nothing to undo."))

    def _on_nothing_to_redo(self) -> None:
        self.toast.say(self.tr("There is nothing to redo."))

    def fit(self, room: QRect) -> None:
        """Fill a screen that has no room for the window and its frame; else leave it as it is."""
        if self.isVisible() or self.windowState() != Qt.WindowState.WindowNoState:
            return
        if self.width() >= room.width() or self.height() + _FRAME > room.height():
            self.setWindowState(Qt.WindowState.WindowMaximized)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._navigation.set_narrow(narrow=event.size().width() < scaled(NARROW_WINDOW))

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self._remembered.setValue("window/geometry", self.saveGeometry())
        if self.current in self._listed:
            self._remembered.setValue("window/page", self.current)
        self.closing.emit()
        if self.stays:
            event.ignore()
            if self.minimises:
                self.showMinimized()
            else:
                self.hide()
        else:
            super().closeEvent(event)
