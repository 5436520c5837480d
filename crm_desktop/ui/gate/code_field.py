"""CodeField: eight boxes of six digits, the cursor moving on by itself."""

from PySide6.QtCore import QEvent, QObject, QRegularExpression, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QRegularExpressionValidator
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import monospace
from crm_desktop.ui.theme.tokens import SPACE_S

GROUPS = 8
DIGITS = 6
_COLUMNS = 4
_SIX_DIGITS = QRegularExpression("[0-9]{0,6}")


def groups_of(code: str) -> tuple[str, ...]:
    """Return the groups of six in what was typed or pasted, whatever stands between digits."""
    digits = "".join(sign for sign in code if sign.isascii() and sign.isdigit())
    return tuple(digits[at : at + DIGITS] for at in range(0, len(digits), DIGITS))


class CodeField(QWidget):
    """Takes a recovery code.

    Signals:
        changed: what is typed is another now.
        entered: Enter was pressed, or the last box filled.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(SPACE_S)
        self._boxes = [self._box(number) for number in range(GROUPS)]
        for number, box in enumerate(self._boxes):
            grid.addWidget(box, number // _COLUMNS, number % _COLUMNS)
        self.setFocusProxy(self._boxes[0])

    @property
    def code(self) -> str:
        """The eight groups with blanks between."""
        return " ".join(box.text() for box in self._boxes)

    @property
    def is_complete(self) -> bool:
        """Whether every box holds six digits."""
        return all(len(box.text()) == DIGITS for box in self._boxes)

    def put(self, code: str) -> None:
        """Fill the boxes from a whole code."""
        for box, group in zip(self._boxes, groups_of(code), strict=False):
            box.setText(group)

    def clear(self) -> None:
        """Empty the boxes."""
        for box in self._boxes:
            box.clear()

    def mark_wrong(self, groups: tuple[int, ...]) -> None:
        """Mark the boxes, counted from 1, and go to the first of them."""
        for number, box in enumerate(self._boxes, start=1):
            set_mark(box, "wrong", "yes" if number in groups else "no")
        if groups:
            self._boxes[min(groups) - 1].setFocus()
            self._boxes[min(groups) - 1].selectAll()

    def _box(self, number: int) -> QLineEdit:
        box = QLineEdit()
        box.setFont(monospace(box.font()))
        box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.setValidator(QRegularExpressionValidator(_SIX_DIGITS, box))
        box.setAccessibleName(self.tr("Group {number}").format(number=number + 1))
        box.setObjectName(str(number))
        box.textEdited.connect(self._on_typed)
        box.textChanged.connect(self.changed)
        box.returnPressed.connect(self.entered)
        box.installEventFilter(self)
        return box

    def _on_typed(self, text: str) -> None:
        box = self.sender()
        set_mark(self._boxes[int(box.objectName())], "wrong", "no")
        following = int(box.objectName()) + 1
        if len(text) == DIGITS and following < GROUPS:
            self._boxes[following].setFocus()
            self._boxes[following].selectAll()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(int(watched.objectName()), event)
        return super().eventFilter(watched, event)

    def _on_key(self, number: int, event: QKeyEvent) -> bool:
        """Go back from an empty box with Backspace; spread a whole pasted code."""
        if event.key() == Qt.Key.Key_Backspace and not self._boxes[number].text() and number:
            self._boxes[number - 1].setFocus()
            return True
        if event.matches(QKeySequence.StandardKey.Paste):
            self.put(QGuiApplication.clipboard().text())
            return True
        return False
