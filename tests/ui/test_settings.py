"""Settings: saved at once, undone like everything else; keys change for who knows the old one."""

import datetime as dt
import pathlib

import pytest
from PySide6.QtCore import QPoint, QTime
from pytestqt.qtbot import QtBot

from crm_desktop.services.backup_file import BackupReason
from crm_desktop.ui.gate.code_field import groups_of
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.settings.backup_row import BackupRow
from crm_desktop.ui.settings.backups_card import BackupsCard
from crm_desktop.ui.settings.keys_dialog import KeysDialog
from crm_desktop.ui.settings.page import SettingsPage
from crm_desktop.ui.settings.safety_card import SafetyCard
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.vaults import OTHER_PASSPHRASE, PASSPHRASE

SAFETY = 2

pytestmark = pytest.mark.usefixtures("cheap_keys")


@pytest.fixture
def laid(laid: Laid) -> Laid:
    laid.desk.look.choose_theme(ThemeChoice.LIGHT)
    return laid


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> SettingsPage:
    return shown(qtbot, laid)


def shown(qtbot: QtBot, laid: Laid) -> SettingsPage:
    made = SettingsPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    made.arrive()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)
    return made


def dialog_of(page: SettingsPage) -> KeysDialog:
    found = page.findChild(KeysDialog)
    assert found is not None
    return found


def type_new(qtbot: QtBot, dialog: KeysDialog, old: str, new: str) -> None:
    dialog.old.setText(old)
    dialog.pair.passphrase.setText(new)
    dialog.pair.again.setText(new)
    qtbot.waitUntil(dialog.accept_button.isEnabled)


def type_code_back(qtbot: QtBot, dialog: KeysDialog) -> str:
    qtbot.waitUntil(lambda: bool(dialog.code._code))
    code = dialog.code._code
    dialog.reject()
    assert dialog.isVisible()
    dialog.code.written_button.click()
    dialog.code.field.put(code)
    dialog.code.check_button.click()
    return code


def test_rules_are_saved_as_one_change_that_undo_takes_back(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    with qtbot.waitSignal(laid.desk.edits.did):
        page.reminders.lead.setValue(5)
        page.reminders.grace.setValue(3)
        page.reminders.at.setTime(QTime(8, 30))
        page.reminders.off[6].click()
        page.reminders.men_at_nine.click()
        page.safety.idle.setValue(7)

    saved = laid.desk.book.settings.get()
    assert (saved.lead_days, saved.grace_days, saved.idle_minutes) == (5, 3, 7)
    assert (saved.pop_up_at, saved.weekly_off) == (dt.time(8, 30), frozenset({6}))
    assert saved.rounds_men_at_nine

    with qtbot.waitSignal(laid.desk.edits.undid):
        laid.desk.edits.undo()
    qtbot.waitUntil(lambda: page.reminders.lead.value() == 2)
    assert not page.reminders.off[6].isChecked()
    assert not page.reminders.men_at_nine.isChecked()


def test_what_was_typed_last_is_saved_when_the_page_is_left(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    page.reminders.lead.setValue(4)
    page.hide()

    qtbot.waitUntil(lambda: laid.desk.book.settings.get().lead_days == 4)


def test_the_theme_changes_at_once_and_the_language_after_a_restart(
    qtbot: QtBot, laid: Laid, theme: Theme, page: SettingsPage
) -> None:
    page.look.theme.committed.emit(ThemeChoice.DARK)
    assert theme.choice is ThemeChoice.DARK

    assert page.look.restart_button.isHidden() or laid.desk.look.language is Language.SYSTEM
    page.look.language.committed.emit(Language.CHINESE)
    assert not page.look.restart_button.isHidden()
    with qtbot.waitSignal(laid.desk.routes.restart_wanted):
        page.look.restart_button.click()


def test_the_passphrase_is_changed_by_who_knows_the_old_one(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    page.sections.buttons[SAFETY].click()
    page.safety.change_button.click()
    dialog = dialog_of(page)
    type_new(qtbot, dialog, "not the one", OTHER_PASSPHRASE)
    dialog.accept()
    qtbot.waitUntil(dialog.says.isVisible)
    laid.clock.move(minutes=1)
    dialog.old.setText(PASSPHRASE)
    with qtbot.waitSignal(dialog.finished_well):
        dialog.accept()

    assert laid.desk.safekeeping.new_recovery_code(OTHER_PASSPHRASE)
    assert page.safety.band.isVisible()


def test_a_new_code_must_be_typed_back_before_its_sheet_closes(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    page.safety.code_button.click()
    dialog = dialog_of(page)
    dialog.old.setText(PASSPHRASE)
    dialog.accept()
    code = type_code_back(qtbot, dialog)

    laid.desk.book.database.close()
    opened = laid.vault.unlock_with_code(code)
    laid.vault.lock(opened)


def test_other_keys_end_in_a_restart(qtbot: QtBot, laid: Laid, page: SettingsPage) -> None:
    page.safety.rotate_button.click()
    dialog = dialog_of(page)
    type_new(qtbot, dialog, PASSPHRASE, OTHER_PASSPHRASE)
    dialog.accept()
    with qtbot.waitSignal(laid.desk.routes.restart_wanted):
        code = type_code_back(qtbot, dialog)

    assert len(groups_of(code)) == 8
    laid.vault.lock(laid.vault.unlock(OTHER_PASSPHRASE))


def test_this_computer_is_switched_on_with_the_passphrase_and_off_without(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    page.safety.computer.click()
    assert not page.safety.computer.isChecked()
    laid.ask.secret = PASSPHRASE
    page.safety.computer.click()
    qtbot.waitUntil(page.safety.computer.isChecked)
    assert laid.desk.safekeeping.opens_on_this_computer()

    page.safety.computer.click()
    qtbot.waitUntil(lambda: not laid.desk.safekeeping.opens_on_this_computer())


def test_a_backup_is_made_tested_and_restored(qtbot: QtBot, laid: Laid, page: SettingsPage) -> None:
    with qtbot.waitSignal(laid.desk.routes.backed_up):
        page.backups.make_button.click()
    qtbot.waitUntil(lambda: len(page.findChildren(BackupRow)) == 1)
    line = page.findChildren(BackupRow)[0]
    line.test_button.click()
    qtbot.waitUntil(lambda: bool(laid.desk.remembered.value("backups/tested")))
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)

    laid.clock.move(minutes=1)
    line = page.findChildren(BackupRow)[-1]
    laid.ask.says_yes = False
    line.restore_button.click()
    assert laid.desk.book.database.is_open
    laid.ask.says_yes = True
    with qtbot.waitSignal(laid.desk.routes.restart_wanted):
        line.restore_button.click()
    reasons = [entry.reason for entry in laid.desk.safekeeping.backups()]
    assert reasons == [BackupReason.RESTORE, BackupReason.ASKED]


def test_a_second_folder_gets_copies_at_once(
    qtbot: QtBot, laid: Laid, page: SettingsPage, tmp_path: pathlib.Path
) -> None:
    laid.ask.path = tmp_path / "stick"
    page.sections.buttons[SAFETY].click()
    with qtbot.waitSignal(laid.desk.edits.did):
        page.backups.choose_button.click()
    qtbot.waitUntil(page.backups.clear_button.isVisible)
    with qtbot.waitSignal(laid.desk.routes.backed_up):
        page.backups.make_button.click()

    assert len(list((tmp_path / "stick").iterdir())) == 1


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("section", range(4))
@pytest.mark.parametrize("size", [(683, 560), (1182, 768), (1736, 1080)])
def test_the_page_and_its_dialogs_are_fair(  # noqa: PLR0913, PLR0917 - every look
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
    section: int,
) -> None:
    translators.speak(language)
    theme.wear(choice)
    laid.desk.safekeeping.back_up()
    page = shown(qtbot, laid)
    page.resize(*size)
    page.sections.buttons[section].click()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)
    page.safety.rotate_button.click()
    dialog = dialog_of(page)
    lay_out()

    for widget in (page, dialog):
        assert cut_texts(widget) == []
        assert unnamed_controls(widget) == []
        assert overlapping(widget) == []
    dialog.reject()


@pytest.mark.parametrize(("width", "beside"), [(1182, True), (683, False)])
def test_the_columns_stand_under_each_other_where_the_window_is_narrow(
    page: SettingsPage,
    width: int,
    beside: bool,  # noqa: FBT001 - a column of the table
) -> None:
    page.resize(width, 700)
    lay_out()

    left, right = page.reminders.mapTo(page, QPoint()), page.dates.mapTo(page, QPoint())

    assert (left.y() == right.y(), left.x() < right.x()) == (beside, beside)


def test_the_cards_of_a_section_are_built_when_it_is_looked_at(
    qtbot: QtBot, laid: Laid, page: SettingsPage
) -> None:
    assert page.findChildren(SafetyCard) == []
    assert page.findChildren(BackupsCard) == []

    page.sections.buttons[SAFETY].click()
    qtbot.waitUntil(lambda: laid.desk.jobs.is_idle)

    assert page.findChildren(SafetyCard) == [page.safety]
    assert page.safety.isVisible()
    assert page.safety.idle.value() == laid.desk.book.settings.get().idle_minutes


def test_one_section_is_seen_and_who_comes_back_finds_the_first(page: SettingsPage) -> None:
    page.sections.buttons[SAFETY].click()
    assert page.safety.isVisible()
    assert not page.reminders.isVisible()

    page.hide()
    page.show()

    assert page.sections.shown == 0
    assert page.reminders.isVisible()
