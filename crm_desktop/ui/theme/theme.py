"""The theme: dresses the application, light, dark, or as the system is."""

import pathlib
from enum import StrEnum

from PySide6.QtCore import QDir, QObject, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from crm_desktop.ui.theme.palette import palette
from crm_desktop.ui.theme.scale import body_font, factor, type_scale
from crm_desktop.ui.theme.style_sheet import style_sheet
from crm_desktop.ui.theme.tokens import DARK, LIGHT, Tokens


class ThemeChoice(StrEnum):
    """What she chose in the settings."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Theme(QObject):
    """Keeps the application dressed after her choice and the system's.

    Signals:
        changed: the application wears other tokens now.
    """

    changed = Signal()

    def __init__(self, app: QApplication, icons: pathlib.Path) -> None:
        super().__init__(app)
        self._app = app
        self._choice = ThemeChoice.SYSTEM
        self._system_font = QFont(app.font())
        QDir.setSearchPaths("icons", [str(icons)])
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def choice(self) -> ThemeChoice:
        """What was chosen last."""
        return self._choice

    @property
    def tokens(self) -> Tokens:
        """The tokens her choice and the system come to."""
        if self._choice is ThemeChoice.SYSTEM:
            dark = self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
            return DARK if dark else LIGHT
        return DARK if self._choice is ThemeChoice.DARK else LIGHT

    def wear(self, choice: ThemeChoice) -> None:
        """Dress the application after `choice`."""
        self._choice = choice
        self._dress()

    def follow(self, system_font: QFont) -> None:
        """Dress the application anew for letters of the size of `system_font`."""
        self._system_font = system_font
        self._dress()

    def _on_system_changed(self) -> None:
        if self._choice is ThemeChoice.SYSTEM:
            self._dress()

    def _dress(self) -> None:
        scale = type_scale(factor(self._system_font))
        self._app.setFont(body_font(scale))
        self._app.setPalette(palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens, scale))
        self.changed.emit()
