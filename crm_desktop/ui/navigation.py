"""Navigation: the pages at the left with their icons; icons alone where room is short."""

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout, QWidget

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import (
    NAVIGATION_WIDTH,
    NAVIGATION_WIDTH_ICONS,
    SPACE_L,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
)
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_ICON_SIZE = QSize(20, 20)
_ICON_BESIDE_WORDS = QSize(26, 20)
_KEYS = 8
_DESK_MODE = "desk-mode"


class Navigation(QFrame):
    """The list of pages, the book's name above it, a line of state below.

    Signals:
        chosen: the name of the page that was pressed.
        discreet_wanted: desk mode is to be turned on, or off.
    """

    chosen = Signal(str)
    discreet_wanted = Signal(bool)

    def __init__(self, pages: Iterable[PageSpec], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setAccessibleName(self.tr("Pages"))
        self._brand = label(self.tr("Client Keeper"))
        self._brand.setProperty("role", "brand")
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._on_clicked)
        self._buttons: dict[str, QPushButton] = {}
        self._titles: dict[str, str] = {}
        self._symbol = label()
        self._symbol.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._state = wrapped("", Role.SECOND)
        self._state.setProperty("role", "state")
        self._narrow = False
        self._desk_mode = self._made_desk_mode()

        inside = QVBoxLayout(self)
        inside.setContentsMargins(SPACE_S + SPACE_XS, SPACE_L, SPACE_S, SPACE_M)
        inside.setSpacing(SPACE_XS)
        brand = row(self._brand, 1)
        brand.setContentsMargins(SPACE_M - 2, 0, 0, SPACE_M)
        inside.addLayout(brand)
        for number, page in enumerate(pages, start=1):
            inside.addWidget(self._button(page, number))
        inside.addStretch(1)
        inside.addWidget(self._desk_mode)
        inside.addSpacing(SPACE_S)
        state = row(self._symbol, self._state, spacing=SPACE_XS)
        state.setStretch(1, 1)
        state.setContentsMargins(0, 0, 0, 0)
        inside.addLayout(state)
        self.setFixedWidth(scaled(NAVIGATION_WIDTH))

    def mark(self, name: str) -> None:
        """Show that the page `name` is open; one that is not listed leaves the mark alone."""
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def show_discretion(self, *, on: bool) -> None:
        """Show whether desk mode is on."""
        self._desk_mode.setChecked(on)
        words = self.tr("Desk mode is on")
        self._desk_mode.setToolTip(f"{words if on else self._titles[_DESK_MODE]}  F9")

    def set_narrow(self, *, narrow: bool) -> None:
        """Show icons alone, with the titles as tooltips, or both."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(scaled(NAVIGATION_WIDTH_ICONS if narrow else NAVIGATION_WIDTH))
        self._brand.setVisible(not narrow)
        self._state.setVisible(not narrow)
        for name, button in self._buttons.items():
            button.setText("" if narrow else self._titles[name])
            button.setIconSize(_ICON_SIZE if narrow else _ICON_BESIDE_WORDS)
            set_mark(button, "narrow", "yes" if narrow else "no")

    def set_state(self, text: str, symbol: Icon = Icon.SHIELD, shade: str = "ok") -> None:
        """Say in one line how safe the book is: encrypted, last backup."""
        self._state.setText(text)
        self._symbol.setPixmap(icon(symbol, shade).pixmap(16))
        self._symbol.setToolTip(text)
        self._symbol.setAccessibleName(text)

    def _made_desk_mode(self) -> QPushButton:
        """Return the switch of desk mode, below the pages and like one of them."""
        words = self.tr("Desk mode")
        made = QPushButton(words)
        made.setProperty("role", "nav")
        made.setIcon(icon(Icon.EYE_OFF, "text2", "accent"))
        made.setIconSize(_ICON_BESIDE_WORDS)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAccessibleName(words)
        made.setToolTip(f"{words}  F9")
        made.clicked.connect(self.discreet_wanted)
        self._buttons[_DESK_MODE] = made
        self._titles[_DESK_MODE] = words
        return made

    def _button(self, page: PageSpec, number: int) -> QPushButton:
        made = QPushButton(page.title)
        made.setProperty("role", "nav")
        made.setIcon(icon(page.icon, "text2", "accent"))
        made.setIconSize(_ICON_BESIDE_WORDS)
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setAccessibleName(page.title)
        made.setObjectName(page.name)
        shortcut = f"Ctrl+{number}"
        made.setToolTip(f"{page.title}  {shortcut}" if number <= _KEYS else page.title)
        self._group.addButton(made)
        self._buttons[page.name] = made
        self._titles[page.name] = page.title
        return made

    def _on_clicked(self, button: QPushButton) -> None:
        self.chosen.emit(button.objectName())
