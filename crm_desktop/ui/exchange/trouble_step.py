"""The step nobody wants: the file cannot be used, or asks for its password."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.errors import CrmError
from crm_desktop.ui.gate.secret_field import SecretField
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import breakable, label, wrapped
from crm_desktop.ui.widgets.layouts import row

_WIDTH = 520
_SYMBOL = 28


class TroubleStep(QWidget):
    """Says what is wrong, what was kept, and what can be done.

    Signals:
        again_wanted: read the same file once more.
        other_wanted: another file.
    """

    again_wanted = Signal()
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.says = wrapped("")
        kept = wrapped(
            self.tr("Your file and your book are as they were; nothing was written."), Role.SECOND
        )
        self.other_button = button(self.tr("Another file"))
        self.again_button = primary(self.tr("Try again"), Icon.REFRESH)
        self.other_button.clicked.connect(self.other_wanted)
        self.again_button.clicked.connect(self.again_wanted)
        _centred(self, Icon.ALERT, "warn", self.says, kept, self.other_button, self.again_button)

    def show_error(self, error: CrmError) -> None:
        """Tell an error."""
        words = sentence(error)
        self.says.setText(breakable(words))
        self.setAccessibleName(words)
        self.again_button.setFocus()


class PasswordStep(QWidget):
    """Asks for the password of a workbook.

    Signals:
        given: the password.
        other_wanted: another file.
    """

    given = Signal(str)
    other_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = wrapped("")
        self.secret = SecretField(self.tr("Password of the workbook"))
        self.wrong = label(self.tr("That is not its password."), Role.BAD)
        hint = wrapped(self.tr("It is only used to read the file, and kept nowhere."), Role.SECOND)
        self.open_button = primary(self.tr("Open"), Icon.UNLOCK)
        self.other_button = button(self.tr("Another file"))
        self.secret.textChanged.connect(self._on_typed)
        self.secret.returnPressed.connect(self._on_open)
        self.open_button.clicked.connect(self._on_open)
        self.other_button.clicked.connect(self.other_wanted)
        self.open_button.setEnabled(False)
        _centred(
            self,
            Icon.LOCK,
            "accent",
            self._title,
            self.secret,
            self.wrong,
            hint,
            self.other_button,
            self.open_button,
        )

    def ask(self, file: str, *, wrong: bool) -> None:
        """Ask for the password of `file`."""
        words = self.tr("{file} is protected. What is its password?")
        self._title.setText(breakable(words.format(file=file)))
        self.wrong.setVisible(wrong)
        self.secret.setFocus()

    def _on_typed(self, text: str) -> None:
        self.open_button.setEnabled(bool(text))

    def _on_open(self) -> None:
        if self.open_button.isEnabled():
            self.given.emit(self.secret.take())


def _centred(step: QWidget, symbol: Icon, shade: str, title: QWidget, *rest: QWidget) -> None:
    """Lay a step out as one card in the middle; the last two widgets are its buttons."""
    card = Card()
    card.setFixedWidth(_WIDTH)
    card.body.setSpacing(SPACE_S)
    picture = label()
    picture.setPixmap(icon(symbol, shade).pixmap(_SYMBOL))
    head = row(picture, title, spacing=SPACE_M)
    head.setStretch(1, 1)
    card.body.addLayout(head)
    for widget in rest[:-2]:
        card.body.addWidget(widget)
    card.body.addSpacing(SPACE_S)
    card.body.addLayout(row(1, *rest[-2:]))
    whole = QVBoxLayout(step)
    whole.setContentsMargins(0, 0, 0, 0)
    whole.addStretch(2)
    whole.addLayout(row(1, card, 1))
    whole.addStretch(3)
