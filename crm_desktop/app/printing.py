"""The recovery code on paper: printed, never saved."""

from PySide6.QtCore import QCoreApplication, QMarginsF, QObject
from PySide6.QtGui import QPageLayout, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

_PAPER_MARGIN_MM = 25.0


def print_code(parent: QWidget, code: str) -> None:
    """Open the print dialog for a sheet with the recovery code."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    margins = QMarginsF(_PAPER_MARGIN_MM, _PAPER_MARGIN_MM, _PAPER_MARGIN_MM, _PAPER_MARGIN_MM)
    printer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Printing", "Print the recovery code"))
    sheet = _sheet(code, dialog)
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


def _sheet(code: str, parent: QObject) -> QTextDocument:
    """Return the sheet; the code is digits, so nothing in it can be markup."""
    title = QCoreApplication.translate("Printing", "Client Keeper: recovery code")
    words = QCoreApplication.translate(
        "Printing",
        "Whoever holds this sheet can open the book. Keep it away from the computer. "
        "Without it and without the passphrase nobody can open the book, not even its makers.",
    )
    sheet = QTextDocument(parent)
    sheet.setHtml(f"<h2>{title}</h2><pre style='font-size:20pt'>{code}</pre><p>{words}</p>")
    return sheet
