"""Clients picked by hand go out like all others: asked whom for, told what is sensitive, logged."""

import pathlib

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.list_query import Chosen
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.exchange.export_choice import Kind
from crm_desktop.ui.exchange.export_dialog import ExportDialog
from tests import builders
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def dialog(qtbot: QtBot, laid: Laid, window: QWidget) -> ExportDialog:
    book = laid.desk.book
    book.settings.put(BookSettings(consultant="周顾问"))
    for name in ("林一一", "林二二", "林三三"):
        book.clients.add(builders.client(name), ("13900000001",))
    made = ExportDialog(laid.desk, Chosen(ids=frozenset({1, 3})), Recipient.MANAGER, window)
    made.open()
    qtbot.waitUntil(lambda: bool(made.card.asked.purpose.placeholderText()))
    return made


def test_those_picked_go_with_a_name_a_purpose_and_all_that_is_chosen(
    qtbot: QtBot, laid: Laid, dialog: ExportDialog, tmp_path: pathlib.Path
) -> None:
    card, asked = dialog.card, dialog.card.asked
    assert dialog.focusWidget() is asked.to
    assert card.title.text() == "Export 2 picked clients"
    assert "health and allergies" in card._sensitive.text()
    asked.to.setText("王主管")
    asked.purpose.setText("活动名单")
    card.masked.click()
    card._on_columns_chosen(("client.phone",))
    laid.ask.path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(card.exported) as written:
        QTest.keyClick(asked.purpose, Qt.Key.Key_Return)

    [entry] = laid.desk.book.exports.recent()
    assert (entry.to, entry.purpose, entry.clients) == ("王主管", "活动名单", 2)
    assert (entry.columns, entry.is_whole) == (written.args[0].columns, False)
    assert "client.phone" in entry.columns
    assert card.writing.folder_button.isVisible()
    said = card.writing.band.accessibleName().replace("\u200b", "")
    assert said.splitlines() == ["2 clients written to out.xlsx.", f"Folder: {tmp_path}"]
    with qtbot.waitSignal(dialog.rejected):
        dialog.reject()


@pytest.mark.parametrize("kind", [Kind.MANAGER, Kind.ME, Kind.FLORIST])
def test_what_is_asked_has_room(dialog: ExportDialog, qtbot: QtBot, kind: Kind) -> None:
    dialog.card.kinds[kind].click()
    qtbot.waitUntil(lambda: dialog.card._known is not None and dialog.card._known.kind is kind)
    lay_out()

    assert not dialog.card.kinds[Kind.JSON].isVisible()
    assert not dialog.card.asked.whose.isVisible()
    assert dialog.card.asked.only_changed.isVisible() is (kind is not Kind.FLORIST)
    assert (cut_texts(dialog), unnamed_controls(dialog), overlapping(dialog)) == ([], [], [])


def test_esc_stops_the_writing_before_it_closes(
    qtbot: QtBot, laid: Laid, dialog: ExportDialog, tmp_path: pathlib.Path
) -> None:
    dialog.card._on_path(tmp_path / "out.xlsx")
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(lambda: not dialog.card.writing.is_busy)

    log = laid.desk.book.exports.recent()
    assert bool(log) is (tmp_path / "out.xlsx").exists()
    dialog.reject()
