"""Exports on the page: what was chosen goes out, is logged, and is remembered."""

import pathlib

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.ui.exchange.columns_dialog import ColumnsDialog
from crm_desktop.ui.exchange.export_choice import ExportChoice, Kind
from crm_desktop.ui.exchange.export_log import ExportLog
from crm_desktop.ui.exchange.export_work import exported
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.widgets.listing import ListRow
from tests import builders
from tests.ui.desks import Laid


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ExchangePage:
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    return made


@pytest.mark.parametrize("kind", list(Kind))
def test_an_export_is_written_and_logged(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path, kind: Kind
) -> None:
    laid.desk.book.clients.add(builders.client("林一一"), ("13900000001",))
    laid.desk.book.clients.put(Gift(client_id=1, item="百合", state=GiftState.ORDERED))
    page.export.kinds[kind].click()
    laid.ask.path = tmp_path / "out"
    with qtbot.waitSignal(page.export.exported) as written:
        page.export.export_button.click()

    assert written.args[0].clients == 1
    assert (tmp_path / "out").stat().st_size == written.args[0].size
    [entry] = laid.desk.book.exports.recent()
    assert (entry.recipient, entry.clients) == (kind.recipient, 1)


def test_a_briefing_that_left_is_in_the_log(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path
) -> None:
    [her] = laid.desk.book.clients.add(builders.client("林一一")).client_ids
    laid.desk.book.briefings.write(her, b"%PDF-", tmp_path / "b.pdf", laid.clock.now())
    log = ExportLog(laid.desk)
    qtbot.addWidget(log)

    log.reload()

    qtbot.waitUntil(lambda: bool(log.findChildren(ListRow)))
    said = {label.text() for label in log.findChildren(QLabel)}
    assert {"A briefing about one client", "PDF, not encrypted"} <= said


def test_a_password_must_be_typed_twice_alike(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    export = page.export
    export.protected.click()
    assert not export.export_button.isEnabled()
    export.passwords.first.setText("seven lamps")
    export.passwords.again.setText("seven lambs")
    assert not export.export_button.isEnabled()
    export.passwords.again.setText("seven lamps")
    laid.ask.path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(export.exported) as written:
        export.export_button.click()

    assert written.args[0].is_encrypted
    assert export.passwords.first.text() == ""


def test_columns_and_masking_are_remembered_for_the_manager(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    page.export.masked.click()
    columns = laid.desk.book.exports.columns(Kind.MANAGER.recipient)
    dialog = ColumnsDialog(columns, None)
    qtbot.addWidget(dialog)
    dialog.chosen.connect(page.export._on_columns_chosen)
    dialog._items[0].setCheckState(0, dialog.all.checkState().Unchecked)
    dialog.accept()

    again = ExchangePage(laid.desk)
    qtbot.addWidget(again)
    assert again.export.masked.isChecked()
    chosen = again.export._choice.columns
    assert chosen is not None
    assert len(chosen) == sum(not column.is_fixed for column in columns) - 1


def test_nothing_is_exported_among_the_files_of_the_book(laid: Laid) -> None:
    book = laid.desk.book
    before = sorted(book.folder.iterdir())
    choice = ExportChoice(kind=Kind.JSON)

    with pytest.raises(FolderNotWritable):
        exported(book, book.folder / "slots.json", choice, None, book.clock.now(), _unheard)

    assert sorted(book.folder.iterdir()) == before


def _unheard(done: int, total: int) -> None:
    del done, total
