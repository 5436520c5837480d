"""Desk mode: a client sits beside the screen, and nothing on it is about anybody else.

The pages named readable go on, with names as `王**` and amounts as `***` (`ui/text/discretion.py`);
every other page and every dialog stands behind a curtain, so that a page made later is hidden
until somebody has looked at every word of it.
"""

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QFrame, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.desk import Routes
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.text.discretion import be_discreet, is_discreet
from crm_desktop.ui.widgets.buttons import primary
from crm_desktop.ui.widgets.empty import EmptyState

KEY: Final = "F9"
_SHUT: Final = "shut by desk mode"


class Curtain(QFrame):
    """Hangs before the whole of another widget and says how it goes away.

    Signals:
        raise_wanted: desk mode is to end.
    """

    raise_wanted = Signal()

    def __init__(self, before: QWidget) -> None:
        super().__init__(before)
        self._before = before
        self.setProperty("role", "page")
        self.setAutoFillBackground(True)
        self.show_button = primary(self.tr("Show everything  F9"), Icon.EYE)
        self.show_button.clicked.connect(self.raise_wanted)
        hint = self.tr("Names, amounts and projects are hidden while somebody sits beside you.")
        says = EmptyState(Icon.EYE_OFF, self.tr("Desk mode"), hint, self.show_button)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(says)
        before.installEventFilter(self)
        self.hang()

    def hang(self) -> None:
        """Cover all there is."""
        self.setGeometry(self._before.rect())
        self.raise_()
        self.show()
        for part in self._behind():
            if part.isEnabled():
                part.setProperty(_SHUT, True)
                part.setEnabled(False)
        self.show_button.setFocus()

    def lift(self) -> None:
        """Go away; what stood behind can be used again."""
        self.hide()
        for part in self._behind():
            if part.property(_SHUT):
                part.setProperty(_SHUT, None)
                part.setEnabled(True)

    def _behind(self) -> list[QWidget]:
        """Return what is covered; no key may reach it, as nobody sees what it would do."""
        direct = Qt.FindChildOption.FindDirectChildrenOnly
        parts = self._before.findChildren(QWidget, options=direct)
        return [part for part in parts if part is not self and not part.isWindow()]

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as what is covered, and above it."""
        if event.type() in {QEvent.Type.Resize, QEvent.Type.ChildAdded} and self.isVisible():
            self.setGeometry(self._before.rect())
            self.raise_()
        return False


class DeskMode(QObject):
    """Turns desk mode on and off: by F9, by the navigation, the tray, and on focus loss if set.

    Attributes:
        hides_on_focus_loss: whether it turns itself on when another program comes to the front.
    """

    hides_on_focus_loss: bool

    def __init__(
        self,
        window: MainWindow,
        routes: Routes,
        readable: Collection[str],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.hides_on_focus_loss = False
        self._window = window
        self._routes = routes
        self._readable = readable
        self._curtain: Curtain | None = None
        self._over: list[Curtain] = []
        shortcut = QShortcut(QKeySequence(KEY), window)
        shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
        for presses in (shortcut.activated, shortcut.activatedAmbiguously):
            presses.connect(self.toggle)
        window.discreet_wanted.connect(self.put)
        window.page_opened.connect(self._on_page)
        routes.discreet_wanted.connect(self.put)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._on_state)

    def toggle(self) -> None:
        """Turn it on, or off."""
        self.put(not is_discreet())

    def put(self, on: bool) -> None:  # noqa: FBT001 - a slot of signals that carry it
        """Turn it on or off; what is shown is read anew."""
        if on == is_discreet():
            self._window.show_discretion(on=on)
            return
        be_discreet(on=on)
        self._draw(on=on)
        self._window.show_discretion(on=on)
        self._window.toast.hide()
        self._routes.discretion_changed.emit(on)

    def close(self) -> None:
        """Turn it off for good: the book is closed, and nothing is on the screen any more."""
        be_discreet(on=False)
        self._watch_dialogs(on=False)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover a dialog that opens in desk mode."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QDialog):
            self._cover(watched)
        return False

    def _draw(self, *, on: bool) -> None:
        """Draw the curtains before what cannot be read discreetly, or take them away."""
        self._watch_dialogs(on=on)
        if on:
            for dialog in self._window.findChildren(QDialog):
                if dialog.isVisible():
                    self._cover(dialog)
        else:
            for curtain in self._over:
                _take_down(curtain)
            self._over.clear()
        self._on_page(self._window.current)

    def _watch_dialogs(self, *, on: bool) -> None:
        if (application := QCoreApplication.instance()) is None:
            return
        if on:
            application.installEventFilter(self)
        else:
            application.removeEventFilter(self)

    def _cover(self, dialog: QDialog) -> None:
        curtain = self._made(dialog)
        key = QShortcut(QKeySequence(KEY), curtain)
        for presses in (key.activated, key.activatedAmbiguously):
            presses.connect(self.toggle)
        curtain.destroyed.connect(self._forget)
        self._over.append(curtain)

    def _made(self, before: QWidget) -> Curtain:
        made = Curtain(before)
        made.raise_wanted.connect(self.toggle)
        return made

    def _forget(self, gone: QObject) -> None:
        self._over = [curtain for curtain in self._over if curtain is not gone]

    def _on_page(self, name: str) -> None:
        if is_discreet() and name not in self._readable:
            if self._curtain is None:
                self._curtain = self._made(self._window.ground)
            self._curtain.hang()
        elif self._curtain is not None:
            self._curtain.lift()

    def _on_state(self, state: Qt.ApplicationState) -> None:
        if self.hides_on_focus_loss and state is Qt.ApplicationState.ApplicationInactive:
            self.put(on=True)


def _take_down(curtain: Curtain) -> None:
    curtain.lift()
    curtain.deleteLater()
