"""A sheet is asked about in a dialog and goes to the printer she chooses, here into a file."""

import pathlib

import pytest
from PySide6.QtCore import QMarginsF, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPageSize, QTextDocument
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.ui.printing import ask_to_print
from crm_desktop.ui.widgets.toast import Toast
from crm_desktop.ui.written import tell_printed, tell_written

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


def test_a_file_is_told_with_the_way_to_its_folder(
    window: QWidget, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", shown.append)
    toast = Toast(window)

    asked(window, tmp_path / "sheet.pdf").done(QDialog.DialogCode.Accepted)
    told = toast.text
    toast.findChildren(QPushButton)[0].click()

    assert told.startswith("sheet.pdf is written")
    assert [url.toLocalFile() for url in shown] == [str(tmp_path)]


def test_a_file_that_could_not_be_written_is_told(window: QWidget, tmp_path: pathlib.Path) -> None:
    toast = Toast(window)

    tell_written(window, tmp_path / "sheet.pdf")

    assert toast.text == "sheet.pdf could not be written there."
    assert not toast.has_action


def test_the_printer_is_named(window: QWidget) -> None:
    toast = Toast(window)

    tell_printed(window, "Laser 1")

    assert toast.text == "Sent to the printer Laser 1."
