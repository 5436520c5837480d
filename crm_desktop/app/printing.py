"""The recovery code on paper: printed, never saved."""

from PySide6.QtCore import QCoreApplication, QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.printing import ask_to_print

_MARGIN_MM = 25.0


def print_code(parent: QWidget, code: str) -> None:
    """Open the print dialog for a sheet with the recovery code."""
    layout = QPageLayout(
        QPageSize(QPageSize.PageSizeId.A4),
        QPageLayout.Orientation.Portrait,
        QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM),
        QPageLayout.Unit.Millimeter,
    )
    title = QCoreApplication.translate("Printing", "Print the recovery code")
    ask_to_print(parent, _sheet(code), title, layout, full_page=False)


def _sheet(code: str) -> QTextDocument:
    """Return the sheet; the code is digits, so nothing in it can be markup."""
    title = QCoreApplication.translate("Printing", "Client Keeper: recovery code")
    words = QCoreApplication.translate(
        "Printing",
        "Whoever holds this sheet can open the book. Keep it away from the computer. "
        "Without it and without the passphrase nobody can open the book, not even its makers.",
    )
    sheet = QTextDocument()
    sheet.setHtml(f"<h2>{title}</h2><pre style='font-size:20pt'>{code}</pre><p>{words}</p>")
    return sheet
