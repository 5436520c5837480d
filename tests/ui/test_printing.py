"""A sheet is asked about in a dialog and goes to the printer she chooses, here into a file."""

import pathlib

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.printing import ask_to_print

LAYOUT = QPageLayout(
    QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(20, 20, 20, 20)
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


def asked(window: QWidget, target: pathlib.Path) -> QPrintDialog:
    """Return the dialog over a sheet of one word, its printer writing into `target`."""
    sheet = QTextDocument()
    sheet.setPlainText("lily")
    ask_to_print(window, sheet, "Print the sheet", LAYOUT, full_page=False)
    [dialog] = window.findChildren(QPrintDialog)
    dialog.printer().setOutputFileName(str(target))
    return dialog


def test_a_sheet_is_printed_once_the_dialog_is_accepted(
    window: QWidget, tmp_path: pathlib.Path
) -> None:
    target = tmp_path / "sheet.pdf"
    dialog = asked(window, target)
    was_there = target.exists()

    dialog.done(QDialog.DialogCode.Accepted)

    assert dialog.windowTitle() == "Print the sheet"
    assert not was_there
    assert target.read_bytes().startswith(b"%PDF")


def test_nothing_is_printed_when_the_dialog_is_closed(
    window: QWidget, tmp_path: pathlib.Path
) -> None:
    target = tmp_path / "sheet.pdf"

    asked(window, target).done(QDialog.DialogCode.Rejected)

    assert not target.exists()
