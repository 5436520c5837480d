"""Toast: a few words at the bottom of the window with one action, gone after a while."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label, wrapped

SHOWN_FOR = 8_000
SHOWN_FOR_ERRORS = 20_000
_WIDEST = 640
_ICON_SIZE = 18


class Toast(QFrame):
    """The strip itself; a new one takes the place of the last.

    Signals:
        acted: its action was pressed.
    """

    acted = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setProperty("role", "toast")
        self._window = window
        self._act: Callable[[], None] | None = None
        self._symbol = label()
        self._text = wrapped()
        self._action: QPushButton = button("", Role.LINK)
        self._action.clicked.connect(self._on_action)
        close = IconButton(Icon.CLOSE, self.tr("Close"))
        close.clicked.connect(self.hide)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(SPACE_M, SPACE_S, SPACE_S, SPACE_S)
        inside.setSpacing(SPACE_S)
        inside.addWidget(self._symbol)
        inside.addWidget(self._text, 1)
        inside.addWidget(self._action)
        inside.addWidget(close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        window.installEventFilter(self)
        self.hide()

    @property
    def text(self) -> str:
        """The words that are or were shown last."""
        return self._text.text()

    @property
    def has_action(self) -> bool:
        """Whether the words that are or were shown last have a button."""
        return self._act is not None

    def say(self, text: str, action: str = "", act: Callable[[], None] | None = None) -> None:
        """Show `text` and, if given, a button `action` that calls `act`."""
        self._show(text, action, act, SHOWN_FOR, icon(Icon.DONE, "ok"))

    def warn(self, text: str) -> None:
        """Show what went wrong, for longer."""
        self._show(text, "", None, SHOWN_FOR_ERRORS, icon(Icon.ALERT, "bad"))

    def _show(
        self, text: str, action: str, act: Callable[[], None] | None, shown_for: int, symbol: QIcon
    ) -> None:
        self._symbol.setPixmap(symbol.pixmap(_ICON_SIZE))
        self._text.setText(text)
        self.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self._act = act
        self._place()
        self.show()
        self.raise_()
        self._timer.start(shown_for)

    def _on_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
        self.acted.emit()

    def _place(self) -> None:
        """Stand at the bottom, in the middle, as wide as the words need."""
        for part in (self, self._text, self._action):
            part.ensurePolished()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + SPACE_S
        self._give_room(words)
        too_wide = self.sizeHint().width() - min(_WIDEST, self._window.width() - 2 * SPACE_L)
        if too_wide > 0:
            self._give_room(words - too_wide)
        size = self.sizeHint()
        x = (self._window.width() - size.width()) // 2
        y = self._window.height() - size.height() - SPACE_L
        self.setGeometry(x, y, size.width(), size.height())

    def _give_room(self, width: int) -> None:
        """Let the words be `width` wide, and as high as they are then.

        Before it was shown once, a label still asks for the height of a narrow column.
        """
        self._text.setFixedWidth(width)
        self._text.setMinimumHeight(0)
        self._text.setMinimumHeight(self._text.heightForWidth(width))
        if (layout := self.layout()) is not None:
            layout.activate()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
