"""What is shown when the book does not open, a backup brought back, a passphrase set anew."""

import datetime as dt
import pathlib
from collections.abc import Sequence

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from crm_desktop.domain import errors as e
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry
from crm_desktop.ui.gate.new_passphrase import NewPassphrase
from crm_desktop.ui.gate.restore import Restore
from crm_desktop.ui.gate.trouble import Remedy, Trouble, remedies
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.jobs import Jobs
from tests.ui.fakes import FakeAsk
from tests.ui.gate.fakes import FakeJudged, FakeVault
from tests.ui.looking import cut_texts, overlapping, unnamed_controls

PLACE = pathlib.Path("vault-1.db")
STRONG = "lantern-river-pebble"
AT = dt.datetime(2026, 11, 20, 1, 30, tzinfo=dt.UTC)
BACKUP = BackupEntry(
    path=pathlib.Path("20261120-exit.ckbackup"),
    at=AT,
    reason=BackupReason.EXIT,
    counts={"client": 60},
    size=4096,
)


class FakeRestorer:
    def __init__(self, *entries: BackupEntry) -> None:
        self.entries = entries
        self.restored: list[tuple[pathlib.Path, str]] = []

    def backups(self) -> Sequence[BackupEntry]:
        return self.entries

    def restore(self, path: pathlib.Path, passphrase: str) -> None:
        if passphrase != STRONG:
            raise e.WrongPassphrase(0)
        self.restored.append((path, passphrase))


class FakeRenewer:
    def __init__(self, refuses: e.CrmError | None = None) -> None:
        self.refuses = refuses
        self.set: list[str] = []

    def judge(self, passphrase: str, words: tuple[str, ...]) -> FakeJudged:
        del words
        return FakeJudged(score=4 if passphrase == STRONG else 1)

    def change_passphrase(self, passphrase: str) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.set.append(passphrase)


def assert_fair(screen: QWidget) -> None:
    screen.resize(980, 680)
    screen.show()
    # Words that wrap ask for their height once they know their width.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    assert cut_texts(screen) == []
    assert unnamed_controls(screen) == []
    assert overlapping(screen) == []


@pytest.mark.parametrize(
    ("error", "ways"),
    [
        (
            e.DatabaseDamaged(PLACE, e.DamagedPart.LOG),
            (Remedy.GIVE_UP_LOG, Remedy.RESTORE),
        ),
        (e.DatabaseDamaged(PLACE, e.DamagedPart.PAGES), (Remedy.RESTORE,)),
        (e.SlotsDamaged(PLACE), (Remedy.RESTORE,)),
        (e.SlotsTampered(PLACE), (Remedy.RESTORE,)),
        (e.WrongKey(PLACE), (Remedy.RESTORE,)),
        (e.BookMissing(PLACE), (Remedy.RESTORE,)),
        (e.DiskFull(PLACE), (Remedy.AGAIN,)),
        (e.FolderNotWritable(PLACE), (Remedy.AGAIN,)),
        (e.BookBusy(PLACE), (Remedy.AGAIN,)),
        (e.DiskFailed(PLACE, 5), (Remedy.AGAIN,)),
        (e.BookTooNew(PLACE, 9, 1), ()),
        (e.SlotsTooNew(PLACE, 9), ()),
        (e.AlreadyOpen(PLACE), ()),
        (e.DriverUnfit("3.40"), ()),
    ],
)
def test_each_trouble_has_its_remedies(
    qtbot: QtBot, error: e.CrmError, ways: tuple[Remedy, ...]
) -> None:
    trouble = Trouble(error)
    qtbot.addWidget(trouble)

    assert remedies(error) == ways
    assert set(trouble.buttons) == {*ways, Remedy.QUIT}
    assert_fair(trouble)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_a_remedy_is_told_when_chosen(
    qtbot: QtBot, translators: Translators, language: Language
) -> None:
    translators.speak(language)
    trouble = Trouble(e.DatabaseDamaged(PLACE, e.DamagedPart.LOG))
    qtbot.addWidget(trouble)

    with qtbot.waitSignal(trouble.wanted) as wanted:
        trouble.buttons[Remedy.GIVE_UP_LOG].click()

    assert wanted.args == [Remedy.GIVE_UP_LOG]
    assert_fair(trouble)


def test_unlock_hands_on_what_keeps_the_book_closed(qtbot: QtBot, jobs: Jobs) -> None:
    damaged = e.SlotsDamaged(PLACE)

    class Broken(FakeVault):
        @override
        def unlock(self, passphrase: str) -> None:
            del passphrase
            raise damaged

    unlock = Unlock(Broken(), jobs)
    qtbot.addWidget(unlock)
    unlock.passphrase.setText("anything")

    with qtbot.waitSignal(unlock.refused) as refused:
        unlock.unlock_button.click()

    assert refused.args == [damaged]


def test_a_backup_is_restored_with_the_passphrase_of_its_time(
    qtbot: QtBot, jobs: Jobs, ask: FakeAsk
) -> None:
    restorer = FakeRestorer(BACKUP)
    restore = Restore(restorer, jobs, ask)
    qtbot.addWidget(restore)
    qtbot.waitUntil(lambda: restore.choice.count() == 1)
    assert "60 clients" in restore.choice.currentText()
    assert not restore.restore_button.isEnabled()

    restore.passphrase.setText("another one")
    restore.restore_button.click()
    qtbot.waitUntil(lambda: restore.says.text() == "That is not the passphrase.")
    restore.passphrase.setText(STRONG)
    with qtbot.waitSignal(restore.restored):
        restore.restore_button.click()

    assert restorer.restored == [(BACKUP.path, STRONG)]
    assert restore.passphrase.text() == ""


def test_a_backup_from_elsewhere_can_be_chosen(qtbot: QtBot, jobs: Jobs, ask: FakeAsk) -> None:
    restore = Restore(FakeRestorer(), jobs, ask)
    qtbot.addWidget(restore)
    qtbot.waitUntil(lambda: "There is no backup" in restore.says.text())
    ask.path = pathlib.Path("stick/book.ckbackup")

    restore.other_button.click()

    assert restore.choice.currentText() == "book.ckbackup"
    assert pathlib.Path(restore.choice.currentData()) == ask.path
    assert_fair(restore)


@pytest.mark.parametrize(
    ("first", "second", "good"),
    [
        (STRONG, STRONG, True),
        (STRONG, STRONG[:-1], False),
        ("wangxiaoming1990", "wangxiaoming1990", False),
        ("short", "short", False),
    ],
)
def test_a_new_passphrase_is_strong_and_typed_twice(
    qtbot: QtBot, jobs: Jobs, first: str, second: str, *, good: bool
) -> None:
    renewing = NewPassphrase(FakeRenewer(), jobs)
    qtbot.addWidget(renewing)

    renewing.pair.passphrase.setText(first)
    renewing.pair.again.setText(second)
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert renewing.set_button.isEnabled() == good
    assert_fair(renewing)


def test_the_new_passphrase_is_set_and_forgotten_on_screen(qtbot: QtBot, jobs: Jobs) -> None:
    renewer = FakeRenewer()
    renewing = NewPassphrase(renewer, jobs)
    qtbot.addWidget(renewing)
    renewing.pair.passphrase.setText(STRONG)
    renewing.pair.again.setText(STRONG)
    qtbot.waitUntil(renewing.set_button.isEnabled)

    with qtbot.waitSignal(renewing.renewed):
        renewing.set_button.click()

    assert renewer.set == [STRONG]
    assert renewing.pair.text == ""


def test_a_passphrase_that_cannot_be_set_is_told(qtbot: QtBot, jobs: Jobs) -> None:
    renewing = NewPassphrase(FakeRenewer(e.DiskFull(PLACE)), jobs)
    qtbot.addWidget(renewing)
    renewing.pair.passphrase.setText(STRONG)
    renewing.pair.again.setText(STRONG)
    qtbot.waitUntil(renewing.set_button.isEnabled)

    renewing.set_button.click()
    qtbot.waitUntil(lambda: "The disk is full" in renewing.pair.says.text())

    assert renewing.isEnabled()
