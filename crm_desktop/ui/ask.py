"""Ask: every question to the person, none of which stops the program while it waits."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from PySide6.QtCore import QCoreApplication, QDir, QObject, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QFileDialog,  # noqa: TID251 - the one place
    QHeaderView,
    QLineEdit,
    QTreeView,
    QWidget,
)
from typing_extensions import override

from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 420
_FILES: Final = (760, 480)
_NOT_IN_NAMES: Final = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_LONGEST_NAME: Final = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class FileQuestion:
    """Which file is wanted: the dialog's title, its kinds (`Excel (*.xlsx)`), a first name."""

    title: str
    kinds: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """A rare *are you sure*: what would happen, and the word on the button that does it."""

    title: str
    text: str
    action: str
    danger: bool = True


class Ask(Protocol):
    """Asks the person; each answer comes later, by calling what was handed in, or never."""

    def open_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask for a file that is there."""
        ...

    def open_files(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[list[Path]], None]
    ) -> None:
        """Ask for one or more files that are there."""
        ...

    def save_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask where to write a file."""
        ...

    def folder(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask for a folder."""
        ...

    def confirm(
        self, parent: QWidget, question: Confirmation, confirmed: Callable[[], None]
    ) -> None:
        """Ask whether to do what cannot be undone."""
        ...

    def passphrase(
        self, parent: QWidget, title: str, text: str, given: Callable[[str], None]
    ) -> None:
        """Ask for a passphrase or a workbook's password."""
        ...

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        ...


class ScreenAsk:
    """Asks with dialogs over the window."""

    def open_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask for a file that is there."""
        dialog = _file_dialog(parent, question, chosen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.open()

    def open_files(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[list[Path]], None]
    ) -> None:
        """Ask for one or more files that are there."""
        dialog = _bare_file_dialog(parent, question)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(_AllChosen(chosen, dialog).on_selected)
        dialog.open()

    def save_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask where to write a file; the dialog itself asks before replacing one."""
        dialog = _file_dialog(parent, question, chosen)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setDefaultSuffix(Path(question.name).suffix.lstrip("."))
        dialog.selectFile(file_name(question.name))
        dialog.open()

    def folder(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        """Ask for a folder."""
        dialog = _file_dialog(parent, question, chosen)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.open()

    def confirm(
        self, parent: QWidget, question: Confirmation, confirmed: Callable[[], None]
    ) -> None:
        """Ask whether to do what cannot be undone; *cancel* is the button Enter presses."""
        cancel = QCoreApplication.translate("Ask", "Cancel")
        dialog = _words_dialog(parent, question.title, question.text, question.action, cancel)
        if question.danger:
            set_role(dialog.accept_button, Role.DANGER)
        dialog.cancel_button.setDefault(True)
        dialog.cancel_button.setFocus()
        dialog.accepted.connect(confirmed)
        dialog.open()

    def passphrase(
        self, parent: QWidget, title: str, text: str, given: Callable[[str], None]
    ) -> None:
        """Ask for a passphrase or a workbook's password."""
        dialog = PassphraseDialog(title, text, given, parent)
        dialog.open()

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        """Say something that must be read before going on."""
        dialog = _words_dialog(parent, title, text, QCoreApplication.translate("Ask", "OK"), "")
        dialog.cancel_button.hide()
        dialog.open()


class PassphraseDialog(Dialog):
    """Asks for one secret and hands it on; the field is emptied at once."""

    def __init__(
        self, title: str, text: str, given: Callable[[str], None], parent: QWidget | None = None
    ) -> None:
        accept = QCoreApplication.translate("Ask", "Continue")
        super().__init__(title, accept, QCoreApplication.translate("Ask", "Cancel"), parent)
        self.setMinimumWidth(_WIDTH)
        self._given = given
        self.secret = QLineEdit()
        self.secret.setEchoMode(QLineEdit.EchoMode.Password)
        self.secret.setAccessibleName(title)
        self.secret.textChanged.connect(self._on_typed)
        self.body.addWidget(wrapped(text, Role.SECOND))
        self.body.addWidget(self.secret)
        self.accept_button.setEnabled(False)
        self.secret.setFocus()

    def _on_typed(self, text: str) -> None:
        self.accept_button.setEnabled(bool(text))

    @override
    def accept(self) -> None:
        secret = self.secret.text()
        self.secret.clear()
        super().accept()
        self._given(secret)


class _Chosen(QObject):
    """Turns the path a file dialog tells into a `Path`; lives as long as the dialog."""

    def __init__(self, chosen: Callable[[Path], None], dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._chosen = chosen
        self._dialog = dialog

    def on_selected(self, file: str) -> None:
        """Hand the chosen file on."""
        _remember_folder(self._dialog, file)
        self._chosen(Path(file))


class _AllChosen(QObject):
    """The same for a dialog that tells several."""

    def __init__(self, chosen: Callable[[list[Path]], None], dialog: QFileDialog) -> None:
        super().__init__(dialog)
        self._chosen = chosen
        self._dialog = dialog

    def on_selected(self, files: list[str]) -> None:
        """Hand the chosen files on."""
        _remember_folder(self._dialog, files[0])
        self._chosen([Path(file) for file in files])


def _remember_folder(dialog: QFileDialog, file: str) -> None:
    """Let the next dialog begin where this file is; Qt keeps the folder until the program ends."""
    dialog.setDirectory(str(Path(file).parent))


def _file_dialog(
    parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
) -> QFileDialog:
    dialog = _bare_file_dialog(parent, question)
    dialog.fileSelected.connect(_Chosen(chosen, dialog).on_selected)
    return dialog


def _bare_file_dialog(parent: QWidget, question: FileQuestion) -> QFileDialog:
    dialog = QFileDialog(parent, question.title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setNameFilters(question.kinds)
    if (files := dialog.findChild(QTreeView)) is not None:
        # Where Qt draws the dialog itself, size and day of a file would be cut.
        dialog.resize(scaled(_FILES[0]), scaled(_FILES[1]))
        files.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        files.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    if dialog.directory() == QDir.current():
        # Where the program was started from is no place of hers; later the last folder is.
        documents = QStandardPaths.StandardLocation.DocumentsLocation
        hers = QDir(QStandardPaths.writableLocation(documents))
        dialog.setDirectory(hers if hers.exists() else QDir.home())
    return dialog


def _words_dialog(
    parent: QWidget | None, title: str, text: str, accept: str, cancel: str
) -> Dialog:
    dialog = Dialog(title, accept, cancel, parent)
    dialog.setMinimumWidth(_WIDTH)
    dialog.body.addWidget(wrapped(text, Role.SECOND))
    return dialog


def file_name(wanted: str) -> str:
    """Return a name that every system takes: 术前/正面.jpg would be a folder and a file."""
    name = _NOT_IN_NAMES.sub("-", wanted).strip(" .")
    suffix = Path(name).suffix
    return f"{name.removesuffix(suffix)[:_LONGEST_NAME]}{suffix[:_LONGEST_NAME]}"
