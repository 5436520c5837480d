"""A sheet to a printer of her choice: printed from memory, never saved."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget


def ask_to_print(
    parent: QWidget, sheet: QTextDocument, title: str, layout: QPageLayout, *, full_page: bool
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

    def __init__(self, sheet: QTextDocument, printer: QPrinter, parent: QObject) -> None:
        super().__init__(parent)
        self._sheet = sheet
        self._printer = printer

    def on_accepted(self) -> None:
        """Send the sheet to the printer she chose."""
        self._sheet.print_(self._printer)
