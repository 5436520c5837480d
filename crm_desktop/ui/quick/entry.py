"""Where she types: one line, which grows to a small sheet when several are pasted."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, set_role

LONGEST: Final = 20_000
_LINES: Final = 6
_FRAME: Final = 22
_LINE_ENDS: Final = "\n\r\u2028\u2029"


class Entry(QWidget):
    """A line, and the sheet that takes its place for a text of several lines.

    Signals:
        typed: another text stands there.
        pressed: a key was pressed that the box may have a meaning for; the box says by
            accepting the event that it has.
    """

    typed = Signal()
    pressed = Signal(QKeyEvent)

    def __init__(self) -> None:
        super().__init__()
        self.line = QLineEdit()
        self.sheet = QPlainTextEdit()
        set_role(self.line, Role.SEARCH)
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(self.tr("Client, then the fact"))
        self.line.addAction(icon(Icon.QUICK, "accent"), QLineEdit.ActionPosition.LeadingPosition)
        self.sheet.setAccessibleName(self.tr("Text pasted"))
        self.sheet.setTabChangesFocus(True)
        self.sheet.setFixedHeight(self.sheet.fontMetrics().lineSpacing() * _LINES + _FRAME)
        self.sheet.hide()
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.line)
        inside.addWidget(self.sheet)
        self.setFocusProxy(self.line)
        for field in (self.line, self.sheet):
            field.textChanged.connect(self.typed)
            field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What she typed or pasted, without space around it."""
        shown = self.sheet.toPlainText() if self.is_sheet else self.line.text()
        return shown[:LONGEST].strip()

    @property
    def is_sheet(self) -> bool:
        """Whether the sheet has taken the place of the line."""
        return not self.sheet.isHidden()

    def clear(self) -> None:
        """Become an empty line again."""
        self._show_sheet(shown=False)
        self.line.clear()
        self.sheet.clear()

    def paste(self, text: str) -> None:
        """Take a text of several lines, below what is typed already."""
        before = f"{self.line.text().strip()}\n" if self.line.text().strip() else ""
        self._show_sheet(shown=True)
        self.sheet.setPlainText(f"{before}{text}"[:LONGEST])
        self.sheet.setFocus()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if watched is self.line and self._pastes_lines(event):
                return True
            event.ignore()
            self.pressed.emit(event)
            if event.isAccepted():
                return True
            event.accept()
        return super().eventFilter(watched, event)

    def _pastes_lines(self, event: QKeyEvent) -> bool:
        if not event.matches(QKeySequence.StandardKey.Paste):
            return False
        text = QGuiApplication.clipboard().text()[:LONGEST].strip()
        if not any(sign in text for sign in _LINE_ENDS):
            return False
        self.paste(text)
        return True

    def at_end(self) -> bool:
        """Return whether the cursor stands behind the last character of the line."""
        return not self.is_sheet and self.line.cursorPosition() == len(self.line.text())

    def _show_sheet(self, *, shown: bool) -> None:
        self.line.setVisible(not shown)
        self.sheet.setVisible(shown)
        self.setFocusProxy(self.sheet if shown else self.line)


def is_enter(event: QKeyEvent) -> bool:
    """Return whether a key is Enter, on either side of the keyboard."""
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
