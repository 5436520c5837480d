"""Pill: a small rounded badge, a word and a tone."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from crm_desktop.ui.theme.roles import Tone, set_mark


class Pill(QLabel):
    """A badge such as a tier, a state or a tag."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        set_mark(self, "pill", tone)

    def say(self, text: str, tone: Tone) -> None:
        """Show another word in another tone."""
        self.setText(text)
        set_mark(self, "pill", tone)
