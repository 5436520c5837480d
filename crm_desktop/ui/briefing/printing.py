"""The briefing out of the book: to a printer, or as a PDF where she chooses."""

import datetime as dt
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.briefing import Briefing
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.briefing.paper import page_layout, paper, pdf
from crm_desktop.ui.printing import ask_to_print


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
    title = QCoreApplication.translate("Paper", "Print the briefing")
    ask_to_print(parent, paper(briefing, today), title, page_layout(), full_page=True)
