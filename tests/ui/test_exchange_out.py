"""Exports on the page: what was chosen goes out, is logged, and is remembered."""

import pathlib
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.exchange.columns_dialog import _KEY, ColumnsDialog
from crm_desktop.ui.exchange.export_asked import Asked, Whose
from crm_desktop.ui.exchange.export_choice import ExportChoice, Kind
from crm_desktop.ui.exchange.export_detail import ExportDetail
from crm_desktop.ui.exchange.export_log import ExportLog
from crm_desktop.ui.exchange.export_work import exported
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.widgets.buttons import IconButton
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


def test_whom_and_what_for_are_asked_logged_and_offered_again(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    laid.desk.book.clients.add(builders.client("林一一"))
    page.arrive()
    asked = page.export.asked
    qtbot.waitUntil(lambda: bool(asked.purpose.placeholderText()))
    assert asked.consultant.isVisible()
    asked.to.setText("王主管")
    asked.purpose.setText("月度对接")
    asked.consultant.setText("周顾问")
    laid.ask.path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(page.export.exported):
        page.export.export_button.click()

    [entry] = laid.desk.book.exports.recent()
    assert (entry.to, entry.purpose) == ("王主管", "月度对接")
    assert laid.desk.book.settings.get().consultant == "周顾问"
    qtbot.waitUntil(lambda: not asked.consultant.isVisible())
    assert (asked.to.text(), asked.purpose.text()) == ("王主管", "")
    qtbot.waitUntil(lambda: bool(page.log.findChildren(ListRow)))
    said = {label.text() for label in page.log.findChildren(QLabel)}
    assert {"For the manager · 王主管"} <= said


def test_what_was_typed_for_one_is_there_again_after_a_look_at_another(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    export, asked = page.export, page.export.asked
    export.kinds[Kind.MANAGER].click()
    qtbot.waitUntil(lambda: Kind.MANAGER in asked._offered)
    asked.to.setText("王主管")
    asked.purpose.setText("月度对接")
    asked.whose.set_value(Whose.MINE)

    export.kinds[Kind.FLORIST].click()
    assert asked.answers.to == ""
    asked.to.setText("花语坊")
    export.kinds[Kind.ME].click()
    qtbot.waitUntil(lambda: Kind.ME in asked._offered)
    assert asked.answers == Asked()
    export.kinds[Kind.MANAGER].click()
    page.arrive()

    qtbot.waitUntil(lambda: export._known is not None and export._known.kind is Kind.MANAGER)
    assert asked.answers == Asked(to="王主管", purpose="月度对接", whose=Whose.MINE)
    laid.ask.path = tmp_path / "out.xlsx"
    with qtbot.waitSignal(export.exported):
        export.export_button.click()
    assert asked.answers.purpose == ""
    export.kinds[Kind.FLORIST].click()
    assert asked.answers.to == "花语坊"


@pytest.mark.parametrize(
    ("whose", "count", "changed"),
    [(Whose.ALL, 3, 2), (Whose.MINE, 2, 1), ("list", 1, 1)],
)
def test_only_the_clients_asked_for_go_and_of_these_only_who_changed(
    laid: Laid, tmp_path: pathlib.Path, whose: Whose | str, count: int, changed: int
) -> None:
    book = laid.desk.book
    book.settings.put(BookSettings(consultant="周顾问"))
    for name, owner in (("林一一", ""), ("林二二", "周顾问"), ("林三三", "何顾问")):
        book.clients.add(builders.client(name, owner=owner))
    book.smart_lists.save("何的", ListQuery(owners=frozenset({"何顾问"})))
    [saved] = book.smart_lists.all()
    asked = Asked(to="王主管", whose=whose if isinstance(whose, Whose) else saved.id)
    choice = ExportChoice(kind=Kind.MANAGER)

    def go(asked: Asked) -> int:
        path, now = tmp_path / "a.xlsx", book.clock.now()
        return exported(book, path, choice, asked, None, now, _unheard).clients

    assert go(asked) == count
    go(Asked(to="王主管"))
    for her in (2, 3):
        client = book.clients.file(her, today=today(book.clock)).client
        book.clients.edit(replace(client, occupation="老师"), ["occupation"])
    assert go(replace(asked, only_changed=True)) == changed
    assert go(replace(asked, only_changed=True)) == 0
    book.smart_lists.delete(saved.id)
    assert go(asked) == (0 if whose == "list" else count)


def test_what_is_sensitive_is_said_before_it_leaves_and_none_for_the_florist(
    qtbot: QtBot, page: ExchangePage
) -> None:
    page.arrive()
    says = page.export._sensitive
    qtbot.waitUntil(lambda: "health and allergies" in says.text())
    assert "secrets" not in says.text()
    page.export._on_columns_chosen(("client.tier",))
    assert says.text() == "Nothing sensitive leaves with it."
    page.export.kinds[Kind.ME].click()
    qtbot.waitUntil(lambda: "secrets" in says.text())
    page.export.kinds[Kind.FLORIST].click()
    qtbot.waitUntil(lambda: says.text() == "Nothing sensitive leaves with it.")


def test_columns_all_none_and_as_last_time(qtbot: QtBot, laid: Laid) -> None:
    columns = laid.desk.book.exports.columns(Kind.MANAGER.recipient)
    dialog = ColumnsDialog(columns, ("client.tier", "visit.paid"))
    qtbot.addWidget(dialog)

    dialog.all.click()
    assert dialog._is_whole()
    dialog.none_button.click()
    assert (dialog._ticked(), dialog.accept_button.isEnabled()) == ([], False)
    dialog.last_button.click()

    assert dialog._ticked() == ["client.tier", "visit.paid"]
    marked = {item.data(0, _KEY) for item in dialog._items if item.text(1)}
    assert "visit.paid" in marked
    assert "client.tier" not in marked


def test_what_was_in_a_sheet_is_told_by_the_log(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    book = laid.desk.book
    keys = ("client.allergies", "visit.paid")
    book.exports.workbook(
        tmp_path / "a.xlsx", recipient=Kind.MANAGER.recipient, columns=keys, now=book.clock.now()
    )
    page.log.reload()
    qtbot.waitUntil(lambda: bool(page.log.findChildren(IconButton)))
    page.log.findChildren(IconButton)[0].click()
    qtbot.waitUntil(lambda: bool(page.window().findChildren(ExportDetail)))

    [detail] = page.window().findChildren(ExportDetail)
    said = {label.text() for label in detail.findChildren(QLabel)}
    assert "Name, Allergies" in said
    assert "Sensitive, leaves with it: health and allergies, spending." in said
    detail.reject()


def test_a_weak_password_is_called_weak_and_taken_all_the_same(
    qtbot: QtBot, page: ExchangePage
) -> None:
    page.export.protected.click()
    passwords = page.export.passwords
    passwords.first.setText("12345678")
    qtbot.waitUntil(passwords.meter.isVisible)
    passwords.again.setText("12345678")

    assert "Guessed at once." in passwords.meter.text
    assert page.export.export_button.isEnabled()


def test_nothing_is_exported_among_the_files_of_the_book(laid: Laid) -> None:
    book = laid.desk.book
    before = sorted(book.folder.iterdir())
    choice = ExportChoice(kind=Kind.JSON)

    with pytest.raises(FolderNotWritable):
        exported(
            book, book.folder / "slots.json", choice, Asked(), None, book.clock.now(), _unheard
        )

    assert sorted(book.folder.iterdir()) == before


def _unheard(done: int, total: int) -> None:
    del done, total
