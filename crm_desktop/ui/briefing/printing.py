"""The briefing out of the book: to a printer, or as a PDF where she chooses."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from crm_desktop.domain.briefing import Briefing
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.briefing.paper import page_layout, paper, pdf


def save_page(book: Book, briefing: Briefing, path: Path, now: dt.datetime) -> int:
    """Write the briefing as PDF and the log of exports; return the bytes written.

    Raises:
        FolderNotWritable, DiskFull, DiskFailed, WorkbookOpenElsewhere: Of the target; the
            folder of the book itself is refused.
        RecordGone: She was taken out of the book meanwhile.
    """
    keep_out(book.folder, path)
    page = pdf(paper(briefing, now.date()), path.stem)
    return book.briefings.write(briefing.client.id, page, path, now)


def print_page(parent: QWidget, briefing: Briefing, today: dt.date) -> None:
    """Open the print dialog for the sheet."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPageLayout(page_layout())
    printer.setFullPage(True)
    dialog = QPrintDialog(printer, parent)
    dialog.setWindowTitle(QCoreApplication.translate("Paper", "Print the briefing"))
    sheet = paper(briefing, today)
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
