"""Ask: dialogs that open, answer by call, and are gone afterwards."""

import pathlib
from unittest.mock import Mock

import pytest
from PySide6.QtCore import QCoreApplication, QDir, QStandardPaths, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget  # noqa: TID251 - looks at what ask opens
from pytestqt.qtbot import QtBot

from crm_desktop.ui.ask import (
    Confirmation,
    FileQuestion,
    PassphraseDialog,
    ScreenAsk,
    file_name,
)
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.qt_own import WORDS
from crm_desktop.ui.widgets.dialog import Dialog

DELETE = Confirmation(title="Delete for good?", text="Nothing brings it back.", action="Delete")


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def the_dialog(parent: QWidget) -> Dialog:
    dialog = parent.findChild(Dialog)
    assert dialog is not None
    return dialog


@pytest.mark.parametrize(("button", "times"), [("accept_button", 1), ("cancel_button", 0)])
def test_confirmation_acts_only_when_confirmed(parent: QWidget, button: str, times: int) -> None:
    done: list[str] = []
    ScreenAsk().confirm(parent, DELETE, lambda: done.append("deleted"))

    QTest.mouseClick(getattr(the_dialog(parent), button), Qt.MouseButton.LeftButton)

    assert len(done) == times


def test_enter_on_a_dangerous_question_cancels(parent: QWidget) -> None:
    ScreenAsk().confirm(parent, DELETE, pytest.fail)

    assert the_dialog(parent).cancel_button.isDefault()
    QTest.keyClick(the_dialog(parent), Qt.Key.Key_Return)


def test_passphrase_is_handed_on_and_forgotten(parent: QWidget) -> None:
    given: list[str] = []
    ScreenAsk().passphrase(parent, "Password", "Of this workbook", given.append)
    dialog = the_dialog(parent)
    assert isinstance(dialog, PassphraseDialog)

    assert not dialog.accept_button.isEnabled()
    assert dialog.focusWidget() is dialog.secret
    QTest.keyClicks(dialog.secret, "secret")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    assert given == ["secret"]
    assert dialog.secret.text() == ""


def test_telling_has_one_button(parent: QWidget) -> None:
    ScreenAsk().tell(parent, "Please note", "The disk is full.")

    dialog = the_dialog(parent)
    assert dialog.cancel_button.isHidden()
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isHidden()


@pytest.mark.parametrize(
    ("way", "mode"),
    [
        ("open_file", QFileDialog.FileMode.ExistingFile),
        ("save_file", QFileDialog.FileMode.AnyFile),
        ("folder", QFileDialog.FileMode.Directory),
    ],
)
def test_file_dialogs_open_without_stopping_the_program(
    parent: QWidget, tmp_path: pathlib.Path, way: str, mode: QFileDialog.FileMode
) -> None:
    chosen: list[pathlib.Path] = []
    question = FileQuestion(title="Which?", kinds=("Excel (*.xlsx)",), name="clients.xlsx")

    getattr(ScreenAsk(), way)(parent, question, chosen.append)
    dialog = parent.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "list.xlsx"))
    dialog.close()

    assert dialog.fileMode() == mode
    assert chosen == [tmp_path / "list.xlsx"]


@pytest.mark.parametrize(
    ("wanted", "name"),
    [
        ("术前.jpg", "术前.jpg"),
        ("术前/正面: 1?.jpg", "术前-正面- 1-.jpg"),
        ("..\\..\\x.pdf", "-..-x.pdf"),
        ("长" * 300 + ".jpg", "长" * 100 + ".jpg"),
        ("𠮷 🌷.jpg", "𠮷 🌷.jpg"),
    ],
)
def test_a_name_offered_for_a_file_is_one_every_system_takes(wanted: str, name: str) -> None:
    assert file_name(wanted) == name


@pytest.mark.parametrize("is_there", [True, False])
def test_files_are_first_looked_for_among_her_documents(
    parent: QWidget, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, *, is_there: bool
) -> None:
    documents = tmp_path if is_there else tmp_path / "none"
    begins = QFileDialog(parent).directory()
    monkeypatch.setattr(QDir, "current", Mock(return_value=begins))
    monkeypatch.setattr(QStandardPaths, "writableLocation", Mock(return_value=str(documents)))

    ScreenAsk().open_file(parent, FileQuestion(title="Import"), Mock())

    [_, dialog] = parent.findChildren(QFileDialog)
    assert dialog.directory() == (QDir(str(documents)) if is_there else QDir.home())


def test_the_next_file_is_looked_for_where_the_last_one_was(
    parent: QWidget, tmp_path: pathlib.Path
) -> None:
    ScreenAsk().open_file(parent, FileQuestion(title="Import"), Mock())
    [first] = parent.findChildren(QFileDialog)
    first.fileSelected.emit(str(tmp_path / "名单.xlsx"))

    ScreenAsk().save_file(parent, FileQuestion(title="Export", name="a.xlsx"), Mock())

    [_, second] = parent.findChildren(QFileDialog)
    assert second.directory() == QDir(str(tmp_path))


def test_what_qt_has_no_chinese_words_for_is_in_our_catalogue(translators: Translators) -> None:
    translators.speak(Language.CHINESE)

    assert all(QCoreApplication.translate(context, word) != word for context, word in WORDS)
