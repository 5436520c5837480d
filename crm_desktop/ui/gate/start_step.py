"""The third step of a new book: import a list, look at the demo, or start empty."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLayout, QPushButton, QWidget

from crm_desktop.ui.gate.keeper import Start
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column

_SYMBOL = QSize(24, 24)


class StartStep(QWidget):
    """Three large buttons.

    Signals:
        chosen: the `Start` she chose.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = {
            Start.IMPORT: self._choice(
                Icon.SPREADSHEET,
                self.tr("Import my list"),
                self.tr("From Excel or CSV; nothing comes in unseen."),
            ),
            Start.DEMO: self._choice(
                Icon.SPARKLES,
                self.tr("Look around first"),
                self.tr("With made-up clients in a window of its own; closing it removes them."),
            ),
            Start.EMPTY: self._choice(
                Icon.PLUS,
                self.tr("Start with an empty book"),
                self.tr("And write down the first client."),
            ),
        }
        whole = column(*self.buttons.values(), 1, spacing=SPACE_S)
        self.setLayout(whole)

    def _choice(self, symbol: Icon, title: str, detail: str) -> QPushButton:
        made = QPushButton()
        made.setProperty("role", "choice")
        made.setAccessibleName(title)
        made.setAccessibleDescription(detail)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.clicked.connect(self._on_clicked)
        picture = QLabel()
        picture.setPixmap(icon(symbol, "accent").pixmap(_SYMBOL))
        inside = QHBoxLayout(made)
        inside.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        inside.setSpacing(SPACE_M)
        inside.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        inside.addWidget(picture)
        words = column(label(title, Role.STRONG), wrapped(detail, Role.SECOND), spacing=2)
        inside.addLayout(words, 1)
        for child in made.findChildren(QLabel):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return made

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.chosen.emit(next(s for s, button in self.buttons.items() if button is pressed))
