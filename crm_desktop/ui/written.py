"""What was written or printed, told in the toast of the window, with the way to its folder."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.widgets.toast import Toast


def tell_written(over: QWidget, path: Path) -> None:
    """Say that a file was written, readable for whoever finds it, or that it was not."""
    toast = over.window().findChild(Toast)
    if toast is None:
        return
    if not path.is_file():
        words = QCoreApplication.translate("Written", "{file} could not be written there.")
        toast.warn(words.format(file=path.name))
        return
    words = QCoreApplication.translate(
        "Written", "{file} is written. It is not encrypted: delete it once you have read it."
    )
    show = QCoreApplication.translate("Written", "Show in folder")
    toast.say(words.format(file=path.name), show, partial(_show_folder, path))


def tell_printed(over: QWidget, printer: str) -> None:
    """Say to which printer a sheet was sent."""
    toast = over.window().findChild(Toast)
    if toast is not None:
        words = QCoreApplication.translate("Written", "Sent to the printer {printer}.")
        toast.say(words.format(printer=printer))


def _show_folder(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
