"""A sheet to a printer of her choice: printed from memory, never saved."""

from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from crm_desktop.ui.written import tell_printed, tell_written


class Sheet(Protocol):
    """What can be printed: a document, or what paints itself."""

    def setParent(self, parent: QObject | None, /) -> None:  # noqa: N802 - the name is Qt's
        """Live as long as `parent`."""
        ...

    def print_(self, printer: QPagedPaintDevice, /) -> None:
        """Paint it all."""
        ...


def ask_to_print(
    parent: QWidget, sheet: Sheet, title: str, layout: QPageLayout, *, full_page: bool
) -> None:
    """Open the print dialog for `sheet`; `full_page` where its own margins are laid out in it.

    What became of it is told in the toast of the window.
    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout)
    printer.setFullPage(full_page)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    sheet.setParent(dialog)
    dialog.accepted.connect(_Printing(sheet, printer, parent, dialog).on_accepted)
    # The overload of QPrintDialog itself wants a slot by name.
    QDialog.open(dialog)


class _Printing(QObject):
    """Keeps the sheet alive until the dialog is answered."""

    def __init__(self, sheet: Sheet, printer: QPrinter, over: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._printer = printer
        self._over = over

    def on_accepted(self) -> None:
        """Send the sheet to the printer she chose, or into a file."""
        self._sheet.print_(self._printer)
        if file := self._printer.outputFileName():
            tell_written(self._over, Path(file))
        else:
            tell_printed(self._over, self._printer.printerName())
