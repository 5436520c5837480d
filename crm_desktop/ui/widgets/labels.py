"""Labels by meaning: a page's title, a section, a second line, a hint."""

import re
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget
from typing_extensions import override

from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import tabular

_LONG_RUN: Final = re.compile(r"[!-~]{30,}")
_MAY_BREAK: Final = "\u200b"


def breakable(text: str) -> str:
    """Return the text with places to break within long names of files, which have none."""
    return _LONG_RUN.sub(_broken, text)


def _broken(run: re.Match[str]) -> str:
    return _MAY_BREAK.join(run.group())


def label(text: str = "", role: Role | None = None, parent: QWidget | None = None) -> QLabel:
    """Return a one-line label; text is plain, never markup, as clients' words stand in it."""
    made = QLabel(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role is not None:
        set_role(made, role)
    return made


def wrapped(text: str = "", role: Role | None = None, parent: QWidget | None = None) -> QLabel:
    """Return a label that breaks its lines; its text can be marked and copied."""
    made = _Wrapped(text, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    if role is not None:
        set_role(made, role)
    return made


def amount(text: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a right-aligned label with figures of one width."""
    made = label(text, None, parent)
    made.setFont(tabular(made.font()))
    made.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return made


class _Wrapped(QLabel):
    """Asks for the height its lines take, also within layouts that do not pass the question on."""

    @override
    def setText(self, text: str) -> None:
        super().setText(text)
        self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # The answer of Qt is never below the minimum, which is still that of a narrower label.
        self.setMinimumHeight(0)
        height = self.heightForWidth(self.width())
        if height > 0:
            self.setMinimumHeight(height)
