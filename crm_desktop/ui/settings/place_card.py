"""The place of the book, what speaks against it, and what the app is made of."""

from pathlib import Path
from typing import Final

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from crm_desktop import __version__
from crm_desktop.paths import BookFolder, PlaceWarning, warnings_about
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row

# Names of other people's work, the same in every language.
_PARTS: Final = (
    "Qt, PySide6 (LGPL 3), SQLCipher, SQLAlchemy, cryptography, XlsxWriter, openpyxl, "
    "calamine, pandas, RapidFuzz, pypinyin, zxcvbn, Lucide (ISC)"
)


class PlaceCard(Card):
    """Where the book and its logs lie."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._routes = desk.routes
        self._folder = desk.book.folder
        self._logs = BookFolder(path=self._folder).logs
        self.folder_button = IconButton(Icon.FOLDER, self.tr("Open the folder of the book"))
        self.logs_button = IconButton(Icon.FOLDER, self.tr("Open the folder of the logs"))
        self.folder_button.clicked.connect(self._on_folder)
        self.logs_button.clicked.connect(self._on_logs)
        hint = self.tr("They hold numbers and codes only: no name, no phone, no note.")
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("Place"), Role.SECTION))
        where = ElidedLabel(str(self._folder), Role.SECOND)
        lies = column(1, label(self.tr("The book lies in"), Role.STRONG), where, 1, spacing=2)
        both = row(spacing=SPACE_S)
        both.addLayout(lies, 1)
        both.addWidget(self.folder_button)
        self.body.addLayout(both)
        for words in self._warnings():
            self.body.addWidget(Band(words, Tone.WARN))
        self.body.addWidget(SettingLine(self.tr("Logs"), hint, self.logs_button))
        self.trash_button = button(self.tr("Open…"), None, Icon.TRASH)
        self.trash_button.setAccessibleName(self.tr("Open the trash"))
        self.trash_button.clicked.connect(self._on_trash)
        kept = self.tr("Clients you removed stay in it for 30 days.")
        self.body.addWidget(SettingLine(self.tr("Trash"), kept, self.trash_button))

    def _warnings(self) -> list[str]:
        words = {
            PlaceWarning.NETWORK: self.tr(
                "This is a network drive: another computer could damage the book. "
                "A folder on this computer is safer."
            ),
            PlaceWarning.SYNCED: self.tr(
                "This folder is synchronised with a cloud, which could mix two versions of the "
                "book. Move it elsewhere and use a second folder for backups instead."
            ),
        }
        return [words[warning] for warning in sorted(warnings_about(self._folder))]

    def _on_trash(self) -> None:
        self._routes.trash_wanted.emit()

    def _on_folder(self) -> None:
        _open(self._folder)

    def _on_logs(self) -> None:
        _open(self._logs)


class AboutCard(Card):
    """Name, version, and whose work is inside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name = self.tr("Client Keeper {version}").format(version=__version__)
        promise = self.tr("Works without the internet and sends nothing anywhere. MIT licence.")
        inside = self.tr("Inside: {parts}. Their licences lie beside the app.")
        self.body.setSpacing(SPACE_S)
        self.body.addWidget(label(self.tr("About"), Role.SECTION))
        self.body.addWidget(label(name, Role.STRONG))
        self.body.addWidget(wrapped(promise, Role.SECOND))
        self.body.addWidget(wrapped(inside.format(parts=_PARTS), Role.SECOND))


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
