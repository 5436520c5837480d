"""The page of a festival: by keys alone, many at once, and every tick can be taken back."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import (
    Client,
    Contact,
    FestivalMark,
    FestivalOutcome,
    Gift,
    Knows,
    Person,
    Preference,
    PreferenceKind,
    Relation,
    Tier,
)
from crm_desktop.services.records import fetch
from crm_desktop.ui.festival.gift_dialog import FestivalGiftDialog
from crm_desktop.ui.festival.model import BigOnly, FestivalModel, Shown
from crm_desktop.ui.festival.page import FestivalPage
from crm_desktop.ui.festival.row import tick_place
from crm_desktop.ui.i18n import Language
from crm_desktop.ui.theme.theme import ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled

CHRISTMAS = dt.date(2026, 12, 25)
LONG = "欧阳上官慕容司马相如与诸葛孔明之女儿的很长很长的名字" * 3


@pytest.fixture
def laid(laid: Laid) -> Laid:
    for name, tier in (("何静", Tier.A), ("林月见", Tier.B), ("周小满", Tier.D)):
        laid.desk.book.clients.add(Client(name=name, display_name=f"{name[0]}姐", tier=tier))
    husband = Person(client_id=2, relation=Relation.HUSBAND, nickname="老公", knows=Knows.NO)
    laid.desk.book.clients.put_person(husband, [])
    return laid


@pytest.fixture
def page(laid: Laid, qtbot: QtBot) -> FestivalPage:
    made = FestivalPage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1180, 768)
    made.show()
    made.show_festival("christmas", CHRISTMAS)
    qtbot.waitUntil(settled(laid))
    return made


def press(qtbot: QtBot, laid: Laid, page: FestivalPage, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(page.view, key)
        qtbot.waitUntil(settled(laid))


def give(qtbot: QtBot, laid: Laid, page: FestivalPage, item: str = "", cost: str = "") -> None:
    """Answer what was given, by Enter."""
    dialog = asked(page)
    for field, words in ((dialog.item, item), (dialog.cost, cost)):
        if words:
            field.setText(words)
    QTest.keyClick(dialog.item, Qt.Key.Key_Return)
    qtbot.waitUntil(settled(laid))


def asked(page: FestivalPage) -> FestivalGiftDialog:
    found = page.window().findChildren(FestivalGiftDialog)
    return next(dialog for dialog in found if dialog.isVisible())


def gifts(laid: Laid) -> list[tuple[int, str, str, int | None, str]]:
    with laid.desk.book.database.read() as session:
        found = fetch(session, Gift)
    return [(one.client_id, one.occasion, one.item, one.cost, one.overruled) for one in found]


def shown(page: FestivalPage) -> list[str]:
    return [line.called for line in page.model.lines]


def marks(laid: Laid) -> dict[int, FestivalOutcome]:
    with laid.desk.book.database.read() as session:
        return {mark.client_id: mark.outcome for mark in fetch(session, FestivalMark)}


def test_space_g_and_s_tick_off_one_after_the_other(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    press(qtbot, laid, page, Qt.Key.Key_Space, Qt.Key.Key_G)
    give(qtbot, laid, page, "mooncakes")
    press(qtbot, laid, page, Qt.Key.Key_S)

    assert marks(laid) == {
        1: FestivalOutcome.GREETED,
        2: FestivalOutcome.GIFT,
        3: FestivalOutcome.SKIPPED,
    }
    assert shown(page) == []
    assert page.progress.value() == page.progress.maximum() == 3


def test_enter_copies_words_with_her_name_and_the_tick_keeps_them(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    press(qtbot, laid, page, Qt.Key.Key_Return)
    first = QGuiApplication.clipboard().text()
    press(qtbot, laid, page, Qt.Key.Key_Return)
    second = QGuiApplication.clipboard().text()
    press(qtbot, laid, page, Qt.Key.Key_Space)

    assert "何姐" in first
    assert "何姐" in second
    assert first != second
    with laid.desk.book.database.read() as session:
        (talk,) = fetch(session, Contact)
    assert (talk.client_id, talk.notes) == (1, second)


def test_words_copied_for_one_are_not_kept_with_another(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    press(qtbot, laid, page, Qt.Key.Key_Return, Qt.Key.Key_Down, Qt.Key.Key_Space)

    with laid.desk.book.database.read() as session:
        (talk,) = fetch(session, Contact)
    assert (talk.client_id, talk.notes) == (2, "")


def test_all_of_them_at_once_and_one_undo(qtbot: QtBot, laid: Laid, page: FestivalPage) -> None:
    press(qtbot, laid, page, Qt.Key.Key_S)
    page.filters.buttons[Shown.ALL].click()
    page.view.selectAll()

    press(qtbot, laid, page, Qt.Key.Key_Space)

    assert marks(laid) == {
        1: FestivalOutcome.SKIPPED,
        2: FestivalOutcome.GREETED,
        3: FestivalOutcome.GREETED,
    }
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert marks(laid) == {1: FestivalOutcome.SKIPPED}
    assert [line.outcome for line in page.model.lines].count(None) == 2


def test_what_was_given_is_asked_once_for_all_and_stands_there_the_next_time(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    page.view.selectAll()
    page.view.setCurrentIndex(page.model.index(0, 0))
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page, "fruit", "50")
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page)

    assert gifts(laid) == [
        (1, "Christmas", "fruit", 5_000, ""),
        (2, "Christmas", "fruit", 5_000, ""),
    ]


def test_whom_the_guard_warns_of_may_be_left_out_or_given_it_all_the_same(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    nuts = Preference(client_id=2, kind=PreferenceKind.ALLERGY, text="坚果")
    laid.desk.book.clients.put(nuts)
    page.view.selectAll()
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page, "坚果礼盒")
    dialog = asked(page)
    told = dialog.notes.words()

    dialog.leave_out_button.click()
    qtbot.waitUntil(settled(laid))
    without = gifts(laid)
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page)
    asked(page).accept_button.click()
    qtbot.waitUntil(settled(laid))

    assert "林姐" in told
    assert [one[0] for one in without] == [1, 3]
    assert gifts(laid)[-1] == (2, "Christmas", "坚果礼盒", None, "allergy")
    assert marks(laid)[2] is FestivalOutcome.GIFT


def test_many_over_the_budget_are_one_reason(qtbot: QtBot, laid: Laid, page: FestivalPage) -> None:
    page.view.selectAll()
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page, "gold", "90000")

    assert asked(page).notes.words() == "More than is meant for gifts this year"
    assert not asked(page).leave_out_button.isVisible()
    asked(page).reject()


def test_what_is_said_differently_is_looked_at_anew(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page, "红玫瑰")
    dialog = asked(page)
    warned = dialog.accept_button.text()
    QTest.keyClicks(dialog.item, "!")

    assert warned == "Give it all the same"
    assert dialog.accept_button.text() == "Note it"
    assert not dialog.notes.isVisible()
    assert gifts(laid) == []
    dialog.reject()


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
def test_the_question_is_not_cut_or_unnamed(
    qtbot: QtBot, laid: Laid, page: FestivalPage, language: Language
) -> None:
    laid.desk.look.choose_language(language)
    press(qtbot, laid, page, Qt.Key.Key_G)
    give(qtbot, laid, page, "红玫瑰")
    lay_out()

    dialog = asked(page)
    assert cut_texts(dialog) == []
    assert overlapping(dialog) == []
    assert unnamed_controls(dialog) == []
    dialog.reject()


def test_many_are_written_with_progress(
    qtbot: QtBot, laid: Laid, page: FestivalPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("crm_desktop.ui.festival.page._MANY", 2)
    page.view.selectAll()

    press(qtbot, laid, page, Qt.Key.Key_Space)

    assert set(marks(laid).values()) == {FestivalOutcome.GREETED}
    assert page.view.isEnabled()
    assert page.progress.value() == page.progress.maximum() == 3


def test_space_on_who_is_done_takes_the_tick_back(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    press(qtbot, laid, page, Qt.Key.Key_Space)
    page.filters.buttons[Shown.DONE].click()

    press(qtbot, laid, page, Qt.Key.Key_Space)

    assert marks(laid) == {}
    assert shown(page) == []


def test_a_click_on_the_circle_ticks_off_and_elsewhere_picks(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    row = page.view.visualRect(page.model.index(1, 0))
    button = Qt.MouseButton.LeftButton

    QTest.mouseClick(page.view.viewport(), button, pos=row.center())
    before = marks(laid)
    QTest.mouseClick(page.view.viewport(), button, pos=tick_place(row).center() + QPoint(1, 1))
    qtbot.waitUntil(settled(laid))

    assert before == {}
    assert marks(laid) == {2: FestivalOutcome.GREETED}


@pytest.mark.parametrize(
    ("place", "called"),
    [(0, ["何姐", "林姐", "周姐"]), (1, ["何姐", "林姐"]), (5, ["周姐"]), (4, [])],
)
def test_the_list_is_narrowed_by_tier(page: FestivalPage, place: int, called: list[str]) -> None:
    page.filters.tiers.setCurrentIndex(place)
    page.filters.tiers.activated.emit(place)

    assert shown(page) == called
    assert page.filters.group in {None, BigOnly.BIG, Tier.C, Tier.D}


def test_o_opens_her_file(qtbot: QtBot, laid: Laid, page: FestivalPage) -> None:
    with qtbot.waitSignal(laid.desk.routes.client_wanted) as opened:
        press(qtbot, laid, page, Qt.Key.Key_Down, Qt.Key.Key_O)

    assert opened.args == [2]


def test_a_death_in_the_family_stops_the_words(
    qtbot: QtBot, laid: Laid, page: FestivalPage
) -> None:
    sad = Contact(client_id=1, on=dt.date(2026, 11, 20), notes="她母亲去世了")
    laid.desk.book.clients.put(sad)

    press(qtbot, laid, page, Qt.Key.Key_Return)

    assert QGuiApplication.clipboard().text() == ""
    assert page.words.text()


def test_a_festival_that_is_gone_leads_back(qtbot: QtBot, laid: Laid, page: FestivalPage) -> None:
    with qtbot.waitSignals([laid.desk.routes.back_wanted, laid.desk.jobs.failed]):
        page.show_festival("own_3", CHRISTMAS)


def test_the_model_is_sound(laid: Laid) -> None:
    model = FestivalModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.fill(laid.desk.book.festivals.sheet("christmas", CHRISTMAS).lines)
    model.show_only(Shown.ALL, Tier.A)

    texts = [model.data(model.index(0, 0), role) for role in Qt.ItemDataRole]

    assert "何姐" in texts
    assert model.data(model.index(7, 0)) is None


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_nothing_is_cut_unnamed_or_on_top_of_another(
    qtbot: QtBot, laid: Laid, language: Language, choice: ThemeChoice
) -> None:
    laid.desk.book.clients.add(Client(name=LONG, tier=Tier.A, vip=True))
    laid.desk.look.choose_language(language)
    laid.desk.look.choose_theme(choice)
    page = FestivalPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(1180, 768)
    page.show()
    page.show_festival("christmas", CHRISTMAS)
    qtbot.waitUntil(settled(laid))
    lay_out()

    assert cut_texts(page) == []
    assert overlapping(page) == []
    assert unnamed_controls(page) == []
    page.grab()
