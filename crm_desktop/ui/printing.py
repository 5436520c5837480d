"""A sheet to a printer of her choice: printed from memory, never saved."""

from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtGui import QPagedPaintDevice, QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


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
    """Open the print dialog for `sheet`; `full_page` where its own margins are laid out in it."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(layout)
    printer.setFullPage(full_page)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(title)
    sheet.setParent(dialog)
    dialog.accepted.connect(_Printing(sheet, printer, dialog).on_accepted)
    # The overload of QPrintDialog itself wants a slot by name.
    QDialog.open(dialog)


class _Printing(QObject):
    """Keeps the sheet alive until the dialog is answered."""

    def __init__(self, sheet: Sheet, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._printer = printer

    def on_accepted(self) -> None:
        """Send the sheet to the printer she chose."""
        self._sheet.print_(self._printer)
