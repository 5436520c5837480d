"""The greeting dialog: the right day first, words to flip, copied by one key, noted by another."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.occasions import Kind, Occasion, Stage
from crm_desktop.domain.records import Client, ClientDate, Contact, DateKind, Person, Relation
from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.greeting.dialog import GreetingDialog
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.reminding.greeting import best_words
from crm_desktop.ui.text.workbench import card_texts, greetings
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.people import CHILD, SUNDAY, TUESDAY, invite, occasion

Open = Callable[..., GreetingDialog]


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def opened(qtbot: QtBot, laid: Laid, window: QWidget) -> Open:
    def open_it(client_id: int, occasion: Occasion | None = None) -> GreetingDialog:
        dialog = GreetingDialog(laid.desk, client_id, occasion, window)
        dialog.open()
        qtbot.waitUntil(lambda: dialog.days.count() > 0)
        lay_out()
        return dialog

    return open_it


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


def talks(laid: Laid, client_id: int) -> tuple[Contact, ...]:
    return laid.desk.book.clients.file(client_id, today=SUNDAY).folder.contacts


def of_the_day(laid: Laid) -> Occasion:
    due = laid.desk.book.reminders.due(laid.clock.now())
    return next(one.occasion for one in due if one.stage is Stage.DAY)


def test_the_nearest_day_is_chosen_and_its_words_are_filled(laid: Laid, opened: Open) -> None:
    dialog = opened(invite(laid.desk.book))

    assert dialog.days.currentText().startswith(f"Birthday of {CHILD}")
    assert f"{CHILD} turns 8" in dialog.words.toPlainText()
    assert dialog.count.text() == "1 / 4"


def test_words_are_flipped_by_keys_and_come_round(laid: Laid, opened: Open) -> None:
    dialog = opened(invite(laid.desk.book))
    first = dialog.words.toPlainText()

    dialog.next_button.click()
    second = dialog.words.toPlainText()
    for _ in range(3):
        dialog.next_button.click()
    round_again = dialog.words.toPlainText()
    dialog.back_button.click()

    assert second != first
    assert round_again == first
    assert dialog.count.text() == "4 / 4"


def test_a_click_copies_what_stands_there_and_the_copy_goes(
    laid: Laid, opened: Open, window: QWidget
) -> None:
    dialog = opened(invite(laid.desk.book))
    dialog.words.setPlainText("王姐，生日快乐")

    dialog.copy_button.click()
    copied = QApplication.clipboard().text()
    window.findChildren(Copies)[0].clear()

    assert copied == "王姐，生日快乐"
    assert QApplication.clipboard().text() == ""


def test_sent_is_noted_by_the_key_and_undone(qtbot: QtBot, laid: Laid, opened: Open) -> None:
    big = invite(laid.desk.book)
    dialog = opened(big)
    dialog.words.setPlainText("朵朵生日快乐")

    with qtbot.waitSignal(laid.desk.edits.did):
        QTest.keyClick(dialog, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    (talk,) = talks(laid, big)
    assert (talk.about, talk.notes, talk.on) == ("greeting.child_birthday", "朵朵生日快乐", SUNDAY)
    with qtbot.waitSignal(laid.desk.edits.undid):
        laid.desk.edits.undo()
    assert talks(laid, big) == ()


@pytest.mark.parametrize(("closes", "left"), [(True, 1), (False, 2)])
def test_from_a_reminder_of_the_day_it_offers_to_close_it(
    qtbot: QtBot, laid: Laid, opened: Open, *, closes: bool, left: int
) -> None:
    invite(laid.desk.book)
    occasion = of_the_day(laid)
    dialog = opened(occasion.client_id, occasion)
    assert dialog.closes.isVisible()
    dialog.closes.setChecked(closes)

    with qtbot.waitSignal(laid.desk.edits.did):
        dialog.accept()

    assert len(laid.desk.book.reminders.due(laid.clock.now())) == left


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("朵朵 happy birthday", ""),
        ("Get well after your clinic visit", '朵朵 must not know, and "clinic" gives it away'),
        ("术后好好休息", '朵朵 must not know, and "术后" gives it away'),
        ("Happy birthday today!", 'The words say "today", but the day is the day after tomorrow'),
    ],
)
def test_a_word_that_tells_is_told_while_she_types(
    laid: Laid, opened: Open, words: str, told: str
) -> None:
    dialog = opened(invite(laid.desk.book))

    dialog.words.setPlainText(words)

    assert dialog.warning.isVisible() == bool(told)
    assert told in dialog.warning.accessibleName()


def test_nothing_is_copied_or_noted_without_words(laid: Laid, opened: Open) -> None:
    big = invite(laid.desk.book)
    dialog = opened(big)

    dialog.words.setPlainText("  ")
    dialog.accept()

    assert not dialog.copy_button.isEnabled()
    assert dialog.isVisible()
    assert talks(laid, big) == ()


def test_who_is_not_to_be_contacted_is_said_in_red(laid: Laid, opened: Open) -> None:
    quiet = laid.desk.book.clients.add(Client(name="李雯", do_not_contact=True))

    dialog = opened(next(iter(quiet.client_ids)))

    assert "not to be contacted" in dialog.warning.accessibleName()


@pytest.mark.parametrize(
    ("sad", "told"),
    [
        pytest.param(("", ""), "", id="nothing speaks against it"),
        pytest.param(("2020 年去世", ""), "大宝 has died", id="of the dead"),
        pytest.param(("", "父亲去世了"), "a death in her family", id="mourning"),
    ],
)
def test_words_that_would_hurt_are_neither_offered_nor_copied_by_one_click(
    laid: Laid, opened: Open, sad: tuple[str, str], told: str
) -> None:
    book = laid.desk.book
    notes, talk = sad
    (client_id,) = book.clients.add(Client(name="李雯")).client_ids
    son = Person(client_id=client_id, relation=Relation.CHILD, nickname="大宝", notes=notes)
    book.clients.put_person(son, [ClientDate(year=2018, month=SUNDAY.month, day=SUNDAY.day)])
    if talk:
        book.clients.put(Contact(client_id=client_id, on=SUNDAY, outcome=talk))
    (date,) = book.clients.file(client_id, today=SUNDAY).folder.dates
    born = occasion(date.id, SUNDAY, client_id=client_id)

    dialog = opened(client_id, born)

    assert dialog.warning.isVisible() == bool(told)
    assert told in dialog.warning.accessibleName()
    assert bool(best_words(book, born, SUNDAY, "en")) == (not told)


@pytest.mark.parametrize(
    ("record", "told"),
    [
        (ClientDate(kind=DateKind.VALUED, label="父亲忌日"), "day of remembrance"),
        (ClientDate(kind=DateKind.WEDDING, year=2010), "老陈 has died"),
    ],
)
def test_a_day_of_remembrance_and_a_widows_anniversary_have_no_ready_words(
    laid: Laid, opened: Open, record: ClientDate, told: str
) -> None:
    book = laid.desk.book
    (client_id,) = book.clients.add(Client(name="李雯")).client_ids
    late = Person(client_id=client_id, relation=Relation.HUSBAND, nickname="老陈", notes="已故")
    book.clients.put_person(late, [])
    on = replace(record, client_id=client_id, month=SUNDAY.month, day=SUNDAY.day)
    book.clients.put(on)
    (date,) = book.clients.file(client_id, today=SUNDAY).folder.dates
    day = occasion(date.id, SUNDAY, client_id=client_id)

    dialog = opened(client_id, day)

    assert told in dialog.warning.accessibleName()
    assert best_words(book, day, SUNDAY, "en") == ""


def test_what_she_changed_is_there_when_she_flips_back(laid: Laid, opened: Open) -> None:
    dialog = opened(invite(laid.desk.book))

    dialog.words.setPlainText("my own words")
    dialog.next_button.click()
    dialog.back_button.click()

    assert dialog.words.toPlainText() == "my own words"


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.usefixtures("look")
def test_the_dialog_is_fair(laid: Laid, opened: Open) -> None:
    long = "欧阳上官慕容司马诸葛的名字很长很长一直写到尽头" * 3
    client = laid.desk.book.clients.add(Client(name=long, do_not_contact=True))

    dialog = opened(next(iter(client.client_ids)))
    lay_out()

    assert cut_texts(dialog) == []
    assert unnamed_controls(dialog) == []
    assert overlapping(dialog) == []


@pytest.mark.parametrize(
    ("born", "kind", "said"),
    [
        ((2026, 10, 25), Kind.MILESTONE, "one month old"),
        ((2026, 8, 17), Kind.MILESTONE, "hundred days"),
        ((2025, 11, 24), Kind.BIRTHDAY, "one year old"),
        ((2008, 11, 24), Kind.BIRTHDAY, "eighteen"),
    ],
)
def test_a_day_in_the_life_of_a_child_has_its_own_words_and_card(
    laid: Laid, born: tuple[int, int, int], kind: Kind, said: str
) -> None:
    book = laid.desk.book
    (her,) = book.clients.add(Client(name="王雅琴")).client_ids
    year, month, day = born
    birthday = ClientDate(client_id=her, year=year, month=month, day=day)
    book.clients.put_person(Person(client_id=her, relation=Relation.CHILD, name=CHILD), [birthday])
    days = book.reminders.between(SUNDAY, TUESDAY)
    occasion = next(one for one in days if one.kind is kind)

    words = best_words(book, occasion, SUNDAY, "en")
    bench = book.workbench.look(occasion, SUNDAY, "en")

    told = card_tells("\n".join(card_texts(bench)), bench.sheet.folder, bench.sheet.settings)
    assert said in words
    assert CHILD in words
    assert greetings(bench)[0] == words
    assert len(card_texts(bench)) == 2
    assert told == ""


@pytest.mark.parametrize(
    ("year", "said"),
    [(2001, "silver wedding"), (2013, "happy anniversary"), (None, "happy anniversary")],
)
def test_a_wedding_year_is_called_by_its_name_where_people_do(
    laid: Laid, year: int | None, said: str
) -> None:
    book = laid.desk.book
    (her,) = book.clients.add(Client(name="王雅琴")).client_ids
    book.clients.put(ClientDate(client_id=her, kind=DateKind.WEDDING, year=year, month=11, day=24))
    (occasion,) = book.reminders.between(SUNDAY, TUESDAY)

    words = best_words(book, occasion, SUNDAY, "en")
    bench = book.workbench.look(occasion, SUNDAY, "en")

    assert said in words.casefold()
    assert len(card_texts(bench)) == 2
