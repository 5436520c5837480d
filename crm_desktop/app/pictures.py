"""Pictures: every page, pop-up and dialog of the demo as a PNG, and the manager's sheet."""

import pathlib
import sys
from typing import Final

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

from crm_desktop.app.outfit import Outfit
from crm_desktop.app.photographer import Photographer
from crm_desktop.app.scenes import Scenes
from crm_desktop.app.throwaway import trial_book
from crm_desktop.domain.errors import CrmError, FolderNotWritable
from crm_desktop.domain.exporting import Recipient
from crm_desktop.services.book import Book
from crm_desktop.services.vault import Vault

_SHEET: Final = "manager.xlsx"


def write_pictures(book: Book, vault: Vault, outfit: Outfit, folder: pathlib.Path) -> int:
    """Write the pictures in light and dark and the sheet into `folder`; return the exit code.

    Says on stdout what it wrote, a line for each file.

    Raises:
        FolderNotWritable: a picture could not be written.
    """
    qInstallMessageHandler(_hush)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FolderNotWritable(folder) from error
    with trial_book(0, book.clock, outfit.look.speaks) as (_, empty):
        scenes = Scenes(book, empty, vault, outfit)
        photographer = Photographer(scenes.all(), outfit.jobs, folder)
        ended: list[CrmError | None] = []
        photographer.took.connect(_say)
        photographer.finished.connect(ended.append)
        photographer.finished.connect(outfit.application.quit)
        photographer.begin()
        outfit.application.exec()
        scenes.close()
    for failure in filter(None, ended):
        raise failure
    sheet = folder / _SHEET
    book.exports.workbook(sheet, recipient=Recipient.MANAGER, now=book.clock.now())
    _say(sheet)
    return 0


def _hush(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Pass on what Qt says, but for what its screenless platform cannot do."""
    del kind, context
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def _say(path: pathlib.Path) -> None:
    sys.stdout.write(f"{path}\n")
