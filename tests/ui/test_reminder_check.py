"""The page that checks reminders: what comes, what was, why not, and what mends it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from crm_desktop.domain.records import (
    Change,
    Client,
    ClientDate,
    Contact,
    DateKind,
    Person,
    Promise,
    Relation,
    Tier,
)
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.popup.trial import TrialPopUp
from crm_desktop.ui.reminder_check.line_row import LineRow
from crm_desktop.ui.reminder_check.lists import GapsCard, MissedCard, UnreadableCard
from crm_desktop.ui.reminder_check.page import CheckPage
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled

LONG = "欧阳上官慕容司马诸葛的名字很长很长一直写到尽头" * 3
BIG = Client(name="王雅琴", display_name="王姐", tier=Tier.A)


@pytest.fixture
def page(laid: Laid, qtbot: QtBot) -> CheckPage:
    made = CheckPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1180, 768)
    made.show()
    return made


def added(laid: Laid, client: Client, *dates: ClientDate) -> int:
    return next(iter(laid.desk.book.clients.add(client, (), dates).client_ids))


def look(qtbot: QtBot, laid: Laid, page: CheckPage, client_id: int = 0) -> None:
    page.show_client(client_id)
    qtbot.waitUntil(settled(laid))
    lay_out()


def says(page: CheckPage) -> list[str]:
    return [one.text() for one in page.findChildren(QLabel) if one.isVisible() and one.text()]


def pressed(qtbot: QtBot, laid: Laid, page: CheckPage, words: str) -> None:
    [button, *_] = [
        one for one in page.findChildren(QPushButton) if one.isVisible() and one.text() == words
    ]
    button.click()
    qtbot.waitUntil(settled(laid))
    # What a layout takes in is shown with the next turn of events.
    QApplication.processEvents()


def day(laid: Laid, ahead: int, **facts: object) -> ClientDate:
    on = laid.clock.now().date() + dt.timedelta(days=ahead)
    return ClientDate(month=on.month, day=on.day, **facts)  # type: ignore[arg-type] # facts of a date


def test_a_client_is_told_of_in_plain_words(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    client_id = added(laid, BIG, day(laid, 4, year=1988))
    laid.desk.book.clients.put_person(
        Person(client_id=client_id, relation=Relation.CHILD, nickname="大宝"), ()
    )

    look(qtbot, laid, page, client_id)

    told = "\n".join(says(page))
    assert "Next: Thu 26 Nov · in 4 days · Birthday, turns 38" in told
    assert "Pops up Tue 24 Nov 09:00 to prepare, 2 days ahead; Thu 26 Nov 09:00 on the day" in told
    assert "大宝 · birthday" in told.lower()
    assert "Cannot remind: no day is known" in told


def test_what_waits_since_a_day_gone_by_was_due_then(
    qtbot: QtBot, laid: Laid, page: CheckPage
) -> None:
    client_id = added(laid, BIG)
    since = laid.clock.now().date() - dt.timedelta(days=2)
    laid.desk.book.clients.put(
        Contact(client_id=client_id, on=since - dt.timedelta(days=5), next_on=since)
    )

    look(qtbot, laid, page, client_id)

    told = "\n".join(says(page))
    assert "Was due: Fri 20 Nov" in told
    assert "Next:" not in told


def test_what_was_told_and_put_off_stands_there(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    client_id = added(laid, BIG, day(laid, 2))
    reminders, now = laid.desk.book.reminders, laid.clock.now()
    [waiting] = reminders.due(now)
    reminders.snooze(waiting, now + dt.timedelta(hours=6), now)

    look(qtbot, laid, page, client_id)

    assert any("put off until" in words for words in says(page))


def test_each_mend_makes_it_remind_and_can_be_undone(
    qtbot: QtBot, laid: Laid, page: CheckPage
) -> None:
    client_id = added(laid, BIG, day(laid, 4, is_main=False), day(laid, 6, is_ended=True))
    changes: list[Change] = []
    laid.desk.edits.did.connect(changes.append)
    laid.desk.book.clients.archive(client_id, laid.clock.now().date())

    look(qtbot, laid, page, client_id)
    for words in ("Take out of the archive", "Celebrate this one", "Keep it again"):
        pressed(qtbot, laid, page, words)

    assert [change.action for change in changes] == [
        "client.unarchive",
        "client_date.edit",
        "client_date.edit",
    ]
    rows = [row for row in page.findChildren(LineRow) if row.isVisible()]
    assert {row.line.why for row in rows if row.line.date and row.line.date.is_main} == {None}


def test_a_day_the_book_does_not_find_is_mended(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    added(laid, BIG, day(laid, 4))
    with laid.desk.book.journal.change("test") as work:
        work.session.execute(text("DELETE FROM date_bucket"))

    look(qtbot, laid, page)
    assert any("1 days would be forgotten" in words for words in says(page))
    pressed(qtbot, laid, page, "Mend it")

    assert not any("would be forgotten" in words for words in says(page))


def test_the_whole_book_lists_whom_it_never_tells_of(
    qtbot: QtBot, laid: Laid, page: CheckPage
) -> None:
    added(laid, BIG, day(laid, 4))
    nobody = added(laid, Client(name="李兰"))
    wanted: list[int] = []
    laid.desk.routes.check_wanted.connect(wanted.append)

    look(qtbot, laid, page)

    assert "1 / 2" in says(page)
    [card] = [one for one in page.findChildren(GapsCard) if one.accessibleName().startswith("Nob")]
    [check] = [one for one in card.findChildren(QPushButton) if one.text() == "Check her"]
    check.click()
    assert wanted == [nobody]


def test_what_was_missed_is_kept_until_let_go(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    client_id = added(laid, BIG, day(laid, -4))
    now = laid.clock.now()
    with laid.desk.book.journal.change("test", can_undo=False) as work:
        work.session.execute(
            text("UPDATE client_date SET created_at = '2025-01-01T00:00:00+00:00'")
        )
    for back in (5, 0):
        laid.desk.book.reminders.tick(now - dt.timedelta(days=back))
    greeted: list[int] = []

    def note(about: int, _occasion: object) -> None:
        greeted.append(about)

    laid.desk.routes.greeting_wanted.connect(note)

    look(qtbot, laid, page)
    assert page.findChildren(MissedCard)
    pressed(qtbot, laid, page, "Send a word")
    pressed(qtbot, laid, page, "Let it go")

    assert greeted == [client_id]
    assert not [one for one in page.findChildren(MissedCard) if one.isVisible()]
    laid.desk.edits.undo()

    def is_back() -> bool:
        return any(one.isVisible() for one in page.findChildren(MissedCard))

    qtbot.waitUntil(is_back)


def test_typing_a_name_and_enter_checks_her(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    client_id = added(laid, BIG, day(laid, 4))
    laid.desk.routes.check_wanted.connect(page.show_client)
    look(qtbot, laid, page)

    page.focus_search()
    QTest.keyClicks(page.picker, "wyq")
    qtbot.waitUntil(settled(laid))
    QTest.keyClick(page.picker, Qt.Key.Key_Return)
    qtbot.waitUntil(settled(laid))

    assert page.one.check is not None
    assert page.one.check.client.id == client_id
    assert page.states.currentWidget() is page.one


def test_the_page_leaves_when_she_is_gone(qtbot: QtBot, laid: Laid, page: CheckPage) -> None:
    with qtbot.waitSignal(laid.desk.routes.back_wanted):
        page.show_client(77)


def test_the_trial_is_asked_for_and_takes_no_focus(
    qtbot: QtBot, laid: Laid, page: CheckPage
) -> None:
    look(qtbot, laid, page)
    with qtbot.waitSignal(laid.desk.routes.trial_wanted):
        pressed(qtbot, laid, page, "Try the pop-up")
    trial = TrialPopUp()
    qtbot.addWidget(trial)

    trial.show_trial()

    assert trial.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    trial.seen_button.click()
    assert not trial.isVisible()


def test_entries_that_cannot_be_read_are_told_with_whose_they_are(
    qtbot: QtBot, laid: Laid, page: CheckPage
) -> None:
    client_id = added(laid, Client(name="何静"), day(laid, 4), day(laid, 40))
    _spoil(laid, client_id)

    look(qtbot, laid, page)
    [card] = page.findChildren(UnreadableCard)
    told = says(page)
    [check] = [one for one in card.findChildren(QPushButton) if one.text() == "Check her"]
    with qtbot.waitSignal(page.whole.client_wanted) as wanted:
        check.click()
    look(qtbot, laid, page, client_id)

    assert "2 entries in her file cannot be read" in told
    assert "Every day in the book was looked up one by one: none is missed." not in told
    assert wanted.args == [client_id]
    assert "2 entries in her file cannot be read: they may never pop up." in says(page)


def _spoil(laid: Laid, client_id: int) -> None:
    with laid.desk.book.journal.change("spoil") as work:
        broken = "UPDATE client_date SET calendar = 'mayan' WHERE client_id = :id"
        work.session.execute(text(broken), {"id": client_id})


@pytest.mark.parametrize("size", [(1180, 700), (1736, 1000)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_nothing_is_cut_or_nameless(  # noqa: PLR0913, PLR0917 - every look of the page
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    translators.speak(language)
    theme.wear(choice)
    long = Client(name=LONG, vip=True)
    client_id = added(laid, long, day(laid, 2, label=LONG, kind=DateKind.VALUED), day(laid, 4))
    added(laid, Client(name="李兰"), ClientDate(month=2, day=29, policy="feb29=leap"))
    laid.desk.book.clients.put(
        Promise(client_id=client_id, what=LONG, due_on=laid.clock.now().date())
    )
    broken_id = added(laid, long, day(laid, 3))
    _spoil(laid, broken_id)
    page = CheckPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for client in (0, client_id, broken_id):
        look(qtbot, laid, page, client)

        assert cut_texts(page) == []
        assert overlapping(page) == []
        assert unnamed_controls(page) == []
