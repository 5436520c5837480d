"""What stands on the Today page in lines: follow-ups that are due, and festivals that come."""

import datetime as dt
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot
from sqlalchemy import text

from crm_desktop.domain.festivals import Silence
from crm_desktop.domain.records import Client, ClientDate, Contact, PointsEntry, Promise, Tier
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.festivals import silence_words
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.today.festivals import Festivals
from crm_desktop.ui.today.follow_ups import FollowUps
from crm_desktop.ui.today.page import TodayPage
from crm_desktop.ui.widgets.card import Band
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.people import SUNDAY
from tests.ui.test_today import opened, words

WEEK = dt.timedelta(days=7)


def meant(laid: Laid, name: str, on: dt.date, words: str = "问问恢复得怎么样") -> int:
    """Write a client with a talk that asks for another on a day; return her id."""
    book = laid.desk.book
    [client_id] = book.clients.add(Client(name=name, tier=Tier.C)).client_ids
    book.clients.put(Contact(client_id=client_id, on=SUNDAY - 2 * WEEK, outcome=words, next_on=on))
    return client_id


def tools(page: TodayPage, name: str) -> QToolButton:
    return next(
        each
        for each in page.findChildren(QToolButton)
        if each.isVisibleTo(page) and each.accessibleName() == name
    )


def test_follow_ups_stand_with_the_longest_overdue_first(qtbot: QtBot, laid: Laid) -> None:
    meant(laid, "周一", SUNDAY)
    meant(laid, "周二", SUNDAY - WEEK)
    meant(laid, "周三", SUNDAY + WEEK)

    page = opened(qtbot, laid)

    said = words(page)
    assert said.index("Follow-ups") < said.index("周二") < said.index("周一")
    assert "7 days ago" in said
    assert "周三" not in said
    assert "问问恢复得怎么样" in said


def test_an_open_promise_is_told_with_what_was_promised(qtbot: QtBot, laid: Laid) -> None:
    [her] = laid.desk.book.clients.add(Client(name="周一")).client_ids
    laid.desk.book.clients.put(Promise(client_id=her, what="留一张体验卡", due_on=SUNDAY))

    page = opened(qtbot, laid)

    assert "Promise · 留一张体验卡" in words(page)


def test_a_follow_up_leads_to_her_file(qtbot: QtBot, laid: Laid) -> None:
    her = meant(laid, "周一", SUNDAY)
    page = opened(qtbot, laid)

    with qtbot.waitSignal(laid.desk.routes.client_wanted) as wanted:
        tools(page, "Open her file").click()

    assert wanted.args == [her]


def test_many_follow_ups_are_shown_a_few_at_a_time(qtbot: QtBot, laid: Laid) -> None:
    for number in range(9):
        meant(laid, f"客户{number}", SUNDAY)
    page = opened(qtbot, laid)
    before = sum(word.startswith("客户") for word in words(page))

    next(b for b in page.findChildren(QPushButton) if b.text() == "Show 3 more").click()
    qtbot.waitUntil(lambda: sum(word.startswith("客户") for word in words(page)) == 9)

    assert before == 6


def test_a_talk_on_the_day_takes_the_line_away(qtbot: QtBot, laid: Laid) -> None:
    her = meant(laid, "周一", SUNDAY)
    page = opened(qtbot, laid)

    laid.desk.edits.done(laid.desk.book.clients.put(Contact(client_id=her, on=SUNDAY)))
    qtbot.waitUntil(lambda: "周一" not in words(page))

    assert not [each for each in page.findChildren(FollowUps) if each.isVisibleTo(page)]


def test_a_festival_is_one_line_for_everybody_and_opens_its_list(qtbot: QtBot, laid: Laid) -> None:
    for number in range(3):
        laid.desk.book.clients.add(Client(name=f"客户{number}"))
    laid.clock.move(days=30)  # 22 December: the winter solstice, Christmas in three days

    page = opened(qtbot, laid)

    said = words(page)
    assert sum("3 clients still to be greeted" in line for line in said) == 2
    assert "Christmas" in said
    wanted = laid.desk.routes.festival_wanted
    opener = [b for b in page.findChildren(QPushButton) if b.text() == "Open the list"][-1]
    with qtbot.waitSignal(wanted) as told:
        opener.click()
    assert told.args == ["christmas", dt.date(2026, 12, 25)]
    assert len(page.findChildren(Festivals)) == 1


@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
def test_the_lines_are_fair(  # noqa: PLR0913, PLR0917 - the looks it is tried in
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
    laid.clock.move(days=30)
    meant(
        laid, "司徒静姝", SUNDAY, "她说等年会后再定,记得发案例给她看看,并问问恢复期能不能请假" * 3
    )

    page = opened(qtbot, laid, size)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


def test_points_that_expire_are_a_line_and_told_by_one_click(qtbot: QtBot, laid: Laid) -> None:
    [her] = laid.desk.book.clients.add(Client(name="周一")).client_ids
    lot = PointsEntry(client_id=her, points=1850, on=SUNDAY, expires_on=SUNDAY + 4 * WEEK)
    laid.desk.book.clients.put(lot)
    page = opened(qtbot, laid)
    said = words(page)

    tools(page, "Done: 周一").click()
    qtbot.waitUntil(lambda: "1,850 points expire" not in words(page))

    assert "1,850 points expire" in said
    assert "in 28 days" in said


def test_a_silent_day_says_so_above_everything(qtbot: QtBot, laid: Laid) -> None:
    laid.desk.book.clients.add(Client(name="周一"))
    settings = laid.desk.book.settings.get()
    laid.desk.book.settings.put(replace(settings, silent_days=frozenset({SUNDAY})))

    page = opened(qtbot, laid)

    assert [band.accessibleName() for band in page.findChildren(Band)] == [
        silence_words(Silence.OWN)
    ]


def test_the_check_of_the_reminders_is_one_click_away(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid)

    with qtbot.waitSignal(laid.desk.routes.check_wanted) as wanted:
        tools(page, "Check my reminders").click()

    assert wanted.args == [0]


def test_a_day_just_passed_stands_with_the_missed_and_asks_for_a_word(
    qtbot: QtBot, laid: Laid
) -> None:
    born = ClientDate(year=1990, month=11, day=21)
    laid.desk.book.clients.add(Client(name="周一", created_at=laid.clock.now()), dates=[born])
    with laid.desk.book.journal.change("fill") as work:
        work.session.execute(
            text("UPDATE client_date SET created_at = '2026-01-01T09:00:00+08:00'")
        )

    page = opened(qtbot, laid)

    said = words(page)
    assert said.index("Missed – still worth a word") < said.index("周一")
    assert "The day has just passed: a word still pleases her" in said
    assert "Today" not in said


def test_of_many_missed_days_a_few_stand_at_first(qtbot: QtBot, laid: Laid) -> None:
    for number in range(6):
        born = ClientDate(year=1990, month=11, day=24)
        laid.desk.book.clients.add(Client(name=f"客户{number}"), dates=[born])
    laid.desk.book.reminders.tick(laid.clock.now())
    laid.clock.move(days=6)
    laid.desk.book.reminders.tick(laid.clock.now())

    page = opened(qtbot, laid)
    before = len([word for word in words(page) if word.startswith("客户")])
    next(b for b in page.findChildren(QPushButton) if b.text() == "Show 2 more").click()
    qtbot.waitUntil(lambda: len([w for w in words(page) if w.startswith("客户")]) == 6)

    assert before == 4
