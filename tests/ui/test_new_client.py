"""A new client: a name is enough, and nobody is added twice unseen."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import Client
from crm_desktop.ui.client.new import NewClientDialog
from crm_desktop.ui.fields.told import Told
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.listing import ListRow
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.settling import settled

WANG = Client(name="王雅琴", display_name="王姐")


@pytest.fixture
def dialog(laid: Laid) -> Iterator[NewClientDialog]:
    made = NewClientDialog(laid.desk)
    made.open()
    yield made
    if shiboken6.isValid(made):
        made.close()


def alike(dialog: NewClientDialog) -> list[ListRow]:
    return [row for row in dialog.findChildren(ListRow) if row.isVisible()]


def test_only_the_name_is_needed(qtbot: QtBot, laid: Laid, dialog: NewClientDialog) -> None:
    assert not dialog.accept_button.isEnabled()

    dialog.name.setText("周玉兰")
    with qtbot.waitSignal(dialog.created) as created:
        QTest.keyClick(dialog.name, Qt.Key.Key_Return)

    assert created.args == [1]
    file = laid.desk.book.clients.file(1, today=today(laid.clock))
    assert (file.client.name, file.folder.phones, file.client.is_big) == ("周玉兰", (), False)


def test_everything_entered_is_kept(qtbot: QtBot, laid: Laid, dialog: NewClientDialog) -> None:
    dialog.name.setText(" 周玉兰 ")
    dialog.phone.setText("138 0000-4321")
    dialog.birthday.set_value(DatedFact(calendar=Calendar.LUNAR, month=6, day=1))
    dialog.big.setChecked(True)

    with qtbot.waitSignal(dialog.created):
        dialog.accept()

    folder = laid.desk.book.clients.file(1, today=today(laid.clock)).folder
    assert (folder.client.name, folder.client.marked_big) == ("周玉兰", True)
    assert [(phone.digits, phone.is_main) for phone in folder.phones] == [("13800004321", True)]
    assert folder.dates[0].calendar is Calendar.LUNAR


@pytest.mark.parametrize(
    ("typed", "found"),
    [(("王雅", ""), 1), (("", "4321"), 1), (("新人", ""), 0), (("新人", "432"), 0)],
)
def test_who_may_be_the_same_is_shown_while_typing(
    qtbot: QtBot, laid: Laid, dialog: NewClientDialog, typed: tuple[str, str], found: int
) -> None:
    laid.desk.book.clients.add(WANG, ("13800004321",))

    dialog.name.setText(typed[0])
    dialog.phone.setText(typed[1])
    qtbot.waitUntil(settled(laid))

    qtbot.waitUntil(lambda: len(alike(dialog)) == found)
    assert dialog._like.isVisible() is bool(found)


def test_the_one_who_is_there_is_opened_instead(
    qtbot: QtBot, laid: Laid, dialog: NewClientDialog
) -> None:
    laid.desk.book.clients.add(WANG)
    dialog.name.setText("王雅琴")
    qtbot.waitUntil(lambda: len(alike(dialog)) == 1)

    with qtbot.waitSignal(dialog.created) as created:
        alike(dialog)[0].findChildren(IconButton)[0].click()

    assert created.args == [1]
    assert len(laid.desk.book.clients.search("王雅琴")) == 1


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.usefixtures("look")
def test_the_dialog_is_fair_in_every_look(qtbot: QtBot, laid: Laid) -> None:
    laid.desk.book.clients.add(WANG)
    dialog = NewClientDialog(laid.desk)
    dialog.open()
    dialog.name.setText("王")
    qtbot.waitUntil(lambda: len(alike(dialog)) == 1)

    assert cut_texts(dialog) == []
    assert unnamed_controls(dialog) == []
    assert overlapping(dialog) == []
    dialog.close()


@pytest.mark.parametrize(
    ("name", "phone", "words", "can_be_added"),
    [
        ("王" * 130, "", "130 characters; at most 100 fit here. Shorten it to save.", False),
        ("王", "95588", "", True),
        ("王", "1380000", "This is not a complete phone number. It is kept as it is.", True),
        ("王\u200b姐", "", "Invisible characters were left out.", True),
        ("𠮷田㛃 👩\u200d👧", "", "", True),
    ],
)
def test_what_is_the_matter_is_said_at_the_field_and_what_she_typed_stays(
    name: str, phone: str, words: str, dialog: NewClientDialog, *, can_be_added: bool
) -> None:
    dialog.name.setText(name)
    dialog.phone.setText(phone)
    while_typing = told(dialog)
    dialog.phone.editingFinished.emit()

    assert told(dialog) == ([words] if words else [])
    assert while_typing == ([] if phone else told(dialog))
    assert dialog.accept_button.isEnabled() is can_be_added
    assert (dialog.name.text(), dialog.phone.text()) == (name, phone)


def test_a_birthday_still_to_come_is_refused_at_its_field(dialog: NewClientDialog) -> None:
    dialog.name.setText("王雅琴")
    dialog.birthday.set_value(DatedFact(calendar=Calendar.SOLAR, year=2027, month=5, day=1))
    dialog.birthday.committed.emit(dialog.birthday.value())

    assert told(dialog) == ["This day is still to come."]
    assert not dialog.accept_button.isEnabled()


def told(dialog: NewClientDialog) -> list[str]:
    return [each.words for each in dialog.findChildren(Told) if each.words]


def test_on_what_grounds_she_may_be_the_same_is_said(
    qtbot: QtBot, laid: Laid, dialog: NewClientDialog
) -> None:
    laid.desk.book.clients.add(WANG, ("13800004321",))

    dialog.name.setText("王雅芹")
    dialog.phone.setText("138 0000 4321")
    qtbot.waitUntil(lambda: len(alike(dialog)) == 1 and settled(laid)())

    (row,) = alike(dialog)
    assert [each.text() for each in row.findChildren(ElidedLabel)] == [
        "王姐",
        "Same phone, similar name · 王雅琴 · 13800004321",
    ]
