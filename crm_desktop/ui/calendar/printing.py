"""The month to a printer of her choice."""

import datetime as dt

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.day_sheet import Sieve
from crm_desktop.services.calendar import Stretch
from crm_desktop.ui.calendar.paper import MonthSheet, Names, page_layout
from crm_desktop.ui.printing import ask_to_print


def print_month(
    parent: QWidget, month: dt.date, sieve: Sieve, names: Names, stretch: Stretch
) -> None:
    """Open the print dialog for a month, with what is filtered in."""
    title = QCoreApplication.translate("CalendarPage", "Print the month")
    entries = [entry for entry in stretch.entries if sieve.passes(entry)]
    sheet = MonthSheet(month, stretch, entries, names)
    ask_to_print(parent, sheet, title, page_layout(), full_page=True)
