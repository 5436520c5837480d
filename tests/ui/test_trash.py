"""The trash dialog: taken back at once, deleted for good after one question, with the proof."""

import datetime as dt
import pathlib

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import DiskFull
from crm_desktop.domain.records import Change, Client
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.popup.bell import Bell
from crm_desktop.ui.trash.dialog import TrashDialog
from crm_desktop.ui.trash.proof import ProofDialog
from crm_desktop.ui.widgets.empty import EmptyState
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.people import BIG, SUNDAY, invite
from tests.ui.settling import settled


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def opened(qtbot: QtBot, laid: Laid, window: QWidget) -> TrashDialog:
    made = TrashDialog(laid.desk, window)
    made.open()
    qtbot.waitUntil(settled(laid))
    return made


def told(widget: QWidget) -> list[str]:
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisibleTo(widget)]


def thrown_away(laid: Laid, *names: str) -> list[int]:
    book = laid.desk.book
    ids = [next(iter(book.clients.add(Client(name=name)).client_ids)) for name in names]
    book.trash.put_in(ids, SUNDAY)
    return ids


def test_an_empty_trash_says_how_somebody_comes_into_it(
    qtbot: QtBot, laid: Laid, window: QWidget
) -> None:
    dialog = opened(qtbot, laid, window)

    assert dialog.findChildren(EmptyState)
    assert not dialog.empty_button.isVisible()


def test_who_is_taken_back_leaves_it_and_is_told_with_an_undo(
    qtbot: QtBot, laid: Laid, window: QWidget
) -> None:
    thrown_away(laid, "周桐", "李雯")
    dialog = opened(qtbot, laid, window)
    assert len(dialog.rows) == 2
    assert all(row.height() <= row.sizeHint().height() for row in dialog.rows)

    with qtbot.waitSignal(laid.desk.edits.did) as did:
        dialog.rows[0].back_button.click()
    qtbot.waitUntil(settled(laid))

    assert did.args is not None
    assert did.args[0].action == "client.untrash"
    assert [line.name for line in laid.desk.book.trash.list(SUNDAY)] == ["周桐"]
    assert len(dialog.rows) == 1


def test_nobody_is_deleted_unless_she_says_yes(qtbot: QtBot, laid: Laid, window: QWidget) -> None:
    thrown_away(laid, "周桐")
    laid.ask.says_yes = False
    dialog = opened(qtbot, laid, window)

    dialog.rows[0].deletion_button.click()
    qtbot.waitUntil(settled(laid))

    assert laid.ask.asked == ["Delete 周桐 for good?"]
    assert laid.desk.book.trash.count() == 1


def test_a_deletion_shows_its_proof_and_tells_every_screen(
    qtbot: QtBot, laid: Laid, window: QWidget
) -> None:
    [client_id] = thrown_away(laid, "周桐一人")
    dialog = opened(qtbot, laid, window)
    heard: list[Change] = []
    laid.desk.edits.changed.connect(heard.append)

    with qtbot.waitSignal(laid.desk.routes.backed_up):
        dialog.rows[0].deletion_button.click()
    qtbot.waitUntil(settled(laid))

    [proof] = dialog.findChildren(ProofDialog)
    said = told(proof)
    assert said[0] == "周桐一人 is deleted for good"
    assert "Nothing is left: every search came back empty." in said
    assert said.count("0 found") == 3
    assert not proof.older_button.isVisibleTo(proof)
    assert [change.client_ids for change in heard] == [{client_id}]
    assert dialog.rows == []
    proof.close()


def test_where_the_backup_fails_every_screen_still_hears_that_she_is_gone(
    qtbot: QtBot, laid: Laid, window: QWidget, monkeypatch: pytest.MonkeyPatch
) -> None:
    [client_id] = thrown_away(laid, "周桐一人")
    dialog = opened(qtbot, laid, window)
    heard: list[Change] = []
    laid.desk.edits.changed.connect(heard.append)
    monkeypatch.setattr(type(laid.desk.book.backups), "make", full_disk)

    dialog.rows[0].deletion_button.click()
    qtbot.waitUntil(settled(laid))

    assert [change.client_ids for change in heard] == [{client_id}]
    assert dialog.rows == []
    assert dialog.band.isVisibleTo(dialog)


def full_disk(*_given: object) -> BackupEntry:
    raise DiskFull(pathlib.Path("backups"))


def test_the_trash_is_emptied_at_once(qtbot: QtBot, laid: Laid, window: QWidget) -> None:
    thrown_away(laid, "周桐", "李雯")
    dialog = opened(qtbot, laid, window)

    dialog.empty_button.click()
    assert dialog.is_busy
    dialog.reject()
    assert dialog.isVisible()
    qtbot.waitUntil(settled(laid))

    [proof] = dialog.findChildren(ProofDialog)
    assert told(proof)[0] == "2 clients are deleted for good"
    assert laid.desk.book.trash.count() == 0
    proof.close()


def test_older_backups_are_named_and_deleted_when_asked(
    qtbot: QtBot, laid: Laid, window: QWidget
) -> None:
    laid.desk.book.back_up(BackupReason.ASKED)
    laid.clock.move(minutes=5)
    thrown_away(laid, "周桐")
    dialog = opened(qtbot, laid, window)
    dialog.rows[0].deletion_button.click()
    qtbot.waitUntil(settled(laid))
    [proof] = dialog.findChildren(ProofDialog)
    assert any(words.startswith("One older backup, of Sun 22 Nov") for words in told(proof))

    proof.older_button.click()
    qtbot.waitUntil(settled(laid))

    assert "The older backup is deleted." in told(proof)
    assert [entry.reason for entry in laid.desk.book.backups.list()] == [BackupReason.DELETE]
    proof.close()


@pytest.mark.parametrize("language", list(Language))
def test_nothing_is_cut_and_every_control_has_a_name(
    qtbot: QtBot, laid: Laid, window: QWidget, translators: Translators, language: Language
) -> None:
    translators.speak(language)
    thrown_away(laid, "周桐", "名字很长很长的一位客户，她的名字真的很长很长很长很长很长")
    laid.clock.move(days=31)

    dialog = opened(qtbot, laid, window)

    assert unnamed_controls(dialog) == []
    assert cut_texts(dialog) == []
    assert overlapping(dialog) == []


def test_the_open_pop_up_loses_her_when_she_is_thrown_away_and_has_her_back(
    qtbot: QtBot, laid: Laid
) -> None:
    book = laid.desk.book
    big = invite(book)
    bell = Bell(laid.desk)
    counts: list[int] = []
    bell.waiting.connect(counts.append)
    bell.look(laid.clock.now())
    qtbot.waitUntil(settled(laid))
    assert any(BIG in words for words in told(bell.pop_up))

    laid.desk.edits.done(book.trash.put_in([big], SUNDAY))
    qtbot.waitUntil(settled(laid))
    assert bell.pop_up.isVisible()
    assert not any(BIG in words for words in told(bell.pop_up))

    laid.desk.edits.done(book.trash.take_out([big]))
    qtbot.waitUntil(settled(laid))
    assert counts == [2, 1, 2]
    bell.close()


def test_a_day_in_the_trash_is_told_by_the_calendar(
    qtbot: QtBot, laid: Laid, window: QWidget
) -> None:
    thrown_away(laid, "周桐")
    laid.clock.moment += dt.timedelta(days=29)

    assert any("one day left" in words for words in told(opened(qtbot, laid, window)))
