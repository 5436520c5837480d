"""Putting several consultants' sheets together in the window, and giving them back."""

import pathlib

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.excel.protect import encrypted
from crm_desktop.ui.exchange.consolidate_dialog import ConsolidateDialog, SplitDialog
from crm_desktop.ui.exchange.page import ExchangePage
from tests.consultants import three_books
from tests.ui.desks import Laid


@pytest.fixture
def dialog(qtbot: QtBot, laid: Laid) -> ConsolidateDialog:
    made = ConsolidateDialog(laid.desk)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(made)
    made.show()
    return made


def run_until_told(qtbot: QtBot, dialog: ConsolidateDialog | SplitDialog) -> str:
    qtbot.waitUntil(lambda: not dialog.run.is_busy)
    return dialog.run.band.accessibleName()


def test_sheets_are_put_together_and_what_was_left_out_is_told(
    qtbot: QtBot, laid: Laid, dialog: ConsolidateDialog, tmp_path: pathlib.Path
) -> None:
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("姓名,手机\n云小小,15400000099\n", encoding="utf-8")
    assert not dialog.accept_button.isEnabled()
    laid.ask.paths = [*three_books(tmp_path), foreign]
    dialog.add_button.click()
    assert [path.name for path in dialog.files.paths] == [
        "foreign.csv",
        "he.xlsx",
        "lin.xlsx",
        "zhou.xlsx",
    ]

    laid.ask.path = tmp_path / "whole.xlsx"
    dialog.accept_button.click()

    told = run_until_told(qtbot, dialog)
    assert "Consultants: 3, clients: 8" in told
    assert "2; pairs to check: 1" in told
    assert any("foreign.csv" in line for line in dialog.run.lines())
    assert (tmp_path / "whole.xlsx").is_file()
    assert dialog.run.folder_button.isVisible()


def test_files_are_dropped_once_each_and_taken_out_by_delete(
    dialog: ConsolidateDialog, tmp_path: pathlib.Path
) -> None:
    books = three_books(tmp_path)
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(path)) for path in (*books, books[0])])
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier(0)
    entered = QDragEnterEvent(QPoint(5, 5), copy, content, left, none)
    dialog.files.dragEnterEvent(entered)
    dialog.files.dropEvent(QDropEvent(QPointF(5, 5), copy, content, left, none))
    assert entered.isAccepted()
    assert dialog.files.count() == 3

    dialog.files.setCurrentRow(0)
    QTest.keyClick(dialog.files, Qt.Key.Key_Delete)

    assert [path.name for path in dialog.files.paths] == ["lin.xlsx", "zhou.xlsx"]


def test_a_password_is_asked_for_and_the_work_begins_anew(
    qtbot: QtBot, laid: Laid, dialog: ConsolidateDialog, tmp_path: pathlib.Path
) -> None:
    book = three_books(tmp_path)[1]
    book.write_bytes(encrypted(book.read_bytes(), "quiet"))
    dialog.files.add([book])
    laid.ask.path, laid.ask.secret = tmp_path / "whole.xlsx", "quiet"

    dialog.accept_button.click()

    qtbot.waitUntil(lambda: "Consultants: 1, clients: 2" in dialog.run.band.accessibleName())
    assert "Password of zhou.xlsx" in laid.ask.asked


def test_without_the_password_nothing_is_written(
    qtbot: QtBot, laid: Laid, dialog: ConsolidateDialog, tmp_path: pathlib.Path
) -> None:
    book = three_books(tmp_path)[1]
    book.write_bytes(encrypted(book.read_bytes(), "quiet"))
    dialog.files.add([book])
    laid.ask.path, laid.ask.secret = tmp_path / "whole.xlsx", "wrong"

    dialog.accept_button.click()

    assert "zhou.xlsx" in run_until_told(qtbot, dialog)
    qtbot.waitUntil(lambda: laid.ask.asked.count("Password of zhou.xlsx") == 2)
    assert not (tmp_path / "whole.xlsx").exists()


def test_the_page_gives_back_to_each(
    qtbot: QtBot, laid: Laid, dialog: ConsolidateDialog, tmp_path: pathlib.Path
) -> None:
    dialog.files.add(three_books(tmp_path))
    laid.ask.path = tmp_path / "whole.xlsx"
    dialog.accept_button.click()
    run_until_told(qtbot, dialog)
    split = SplitDialog(laid.desk)
    split.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(split)

    split.begin(tmp_path / "whole.xlsx", tmp_path)

    assert "林岚.xlsx" in run_until_told(qtbot, split)
    assert (tmp_path / "周周.xlsx").is_file()


def test_the_page_asks_for_the_file_then_for_the_folder(qtbot: QtBot, laid: Laid) -> None:
    page = ExchangePage(laid.desk)
    qtbot.addWidget(page)
    laid.ask.path = None

    page.consolidate.back_button.click()

    assert laid.ask.asked == ["The workbook of all consultants"]
