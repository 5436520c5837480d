"""Leads, festivals, days off and silent days are set on the settings page and kept at once."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.leads import Audience, Lead, LeadKind
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.festival_table import built_in_festivals
from crm_desktop.ui.i18n import Language
from crm_desktop.ui.settings.dates_card import DatesCard
from crm_desktop.ui.settings.day_list import DayList
from crm_desktop.ui.settings.festivals_dialog import FestivalsDialog
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.leads_dialog import LeadCell, LeadsDialog
from crm_desktop.ui.settings.notice_dialog import NoticeDialog
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.switch import Switch
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled

TODAY = dt.date(2026, 11, 22)
WEDDING_A = (LeadKind.WEDDING, Audience.A)


@pytest.fixture
def keeping(laid: Laid) -> Keeping:
    return Keeping(laid.desk)


@pytest.fixture
def card(qtbot: QtBot, laid: Laid, keeping: Keeping) -> DatesCard:
    made = DatesCard(laid.desk, keeping)
    qtbot.addWidget(made)
    made.resize(540, 600)
    made.show()
    keeping.load()
    qtbot.waitUntil(settled(laid))
    return made


def kept(qtbot: QtBot, laid: Laid, keeping: Keeping) -> BookSettings:
    keeping.save()
    qtbot.waitUntil(settled(laid))
    return laid.desk.book.settings.get()


def typed(cell: LeadCell, text: str) -> None:
    cell.selectAll()
    QTest.keyClicks(cell, text)
    QTest.keyClick(cell, Qt.Key.Key_Return)


def add(days: DayList, text: str) -> None:
    days.field.setText(text)
    days.field.setModified(True)
    days.field.commit()


@pytest.fixture
def leads(keeping: Keeping, card: DatesCard) -> LeadsDialog:
    assert keeping.now is not None
    made = LeadsDialog(keeping, keeping.now, card)
    made.open()
    return made


@pytest.fixture
def festivals(qtbot: QtBot, keeping: Keeping, card: DatesCard) -> FestivalsDialog:
    made = FestivalsDialog(keeping, built_in_festivals(), TODAY, card)
    made.open()
    qtbot.waitUntil(lambda: len(made.lines) == len(made.table.festivals))
    return made


@pytest.mark.parametrize(
    "entry",
    [
        ("7", ("wedding.A=7",), "7 days"),
        ("10 days", ("wedding.A=10",), "10 days"),
        ("0", ("wedding.A=0",), "the day"),
        ("-", ("wedding.A=off",), "off"),
        ("999", ("wedding.A=60",), "60 days"),
        ("abc", (), "2 days"),
    ],
)
def test_a_cell_takes_days_the_day_alone_or_not_at_all(
    qtbot: QtBot,
    laid: Laid,
    leads: LeadsDialog,
    entry: tuple[str, tuple[str, ...], str],
) -> None:
    text, lines, shown = entry

    typed(leads.cells[WEDDING_A], text)
    told = leads.cells[WEDDING_A].text()
    leads.accept()
    qtbot.waitUntil(settled(laid))

    assert told == shown
    assert laid.desk.book.settings.get().leads == lines


def test_delete_and_the_button_go_back_to_the_rule(
    qtbot: QtBot, laid: Laid, keeping: Keeping, leads: LeadsDialog
) -> None:
    cells = leads.cells
    typed(cells[WEDDING_A], "7")
    typed(cells[LeadKind.VALUED, Audience.E], "3")
    cells[WEDDING_A].selectAll()
    QTest.keyClick(cells[WEDDING_A], Qt.Key.Key_Delete)

    after_delete = kept(qtbot, laid, keeping).leads
    leads.reset_button.click()

    assert after_delete == ("valued.E=3",)
    assert kept(qtbot, laid, keeping).leads == ()
    assert not leads.reset_button.isEnabled()


def test_the_arrows_go_on_from_what_the_rule_says(leads: LeadsDialog) -> None:
    ordinary = leads.cells[LeadKind.OWN_BIRTHDAY, Audience.NONE]

    QTest.keyClick(leads.cells[WEDDING_A], Qt.Key.Key_Up)
    QTest.keyClick(ordinary, Qt.Key.Key_Down)

    assert leads.cells[WEDDING_A].text() == "3 days"
    assert ordinary.text() == "off"


def test_a_cell_shows_what_stands(qtbot: QtBot) -> None:
    cell = LeadCell("cell")
    qtbot.addWidget(cell)

    cell.put(Lead(kind=LeadKind.WEDDING, audience=Audience.A, days=None), 2)
    off = cell.text()
    cell.put(None, 0)

    assert (off, cell.text(), cell.property("lead")) == ("off", "the day", "rule")


def test_a_festival_is_turned_off_and_told_earlier(
    qtbot: QtBot, laid: Laid, keeping: Keeping, festivals: FestivalsDialog
) -> None:
    festivals.lines["christmas"].findChildren(Switch)[0].click()
    lead = festivals.lines["mid_autumn"].findChildren(type(festivals.month))[0]
    lead.setValue(14)

    lines = kept(qtbot, laid, keeping).festivals

    assert lines == ("mid_autumn=on,14", "christmas=off,3")
    laid.desk.book.journal.undo()
    assert laid.desk.book.settings.get().festivals == ()


@pytest.mark.parametrize("field", ["name", "month", "day"])
def test_one_of_her_own_is_added_from_any_field_and_removed(
    qtbot: QtBot, laid: Laid, keeping: Keeping, festivals: FestivalsDialog, field: str
) -> None:
    festivals.name.setText("店庆")
    festivals.month.setValue(6)
    festivals.day.setValue(18)
    QTest.keyClick(getattr(festivals, field), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "own_1" in festivals.lines)

    added = kept(qtbot, laid, keeping).festivals
    (remove,) = festivals.lines["own_1"].findChildren(IconButton)
    remove.click()

    assert added == ("own_1=on,2,solar 6-18,店庆",)
    assert kept(qtbot, laid, keeping).festivals == ()


@pytest.mark.parametrize(
    ("name", "calendar", "month", "day", "fits"),
    [
        ("店庆", 0, 6, 18, True),
        ("店庆", 0, 2, 29, True),
        ("店庆", 0, 2, 30, False),
        ("店庆", 0, 6, 31, False),
        ("店庆", 1, 6, 30, True),
        ("店庆", 1, 6, 31, False),
        ("  ", 0, 6, 18, False),
    ],
)
def test_a_day_that_never_comes_cannot_be_added(  # noqa: PLR0913 - a table of what is typed
    festivals: FestivalsDialog, name: str, calendar: int, month: int, day: int, *, fits: bool
) -> None:
    festivals.name.setText(name)
    festivals.calendar.setCurrentIndex(calendar)
    festivals.month.setValue(month)
    festivals.day.setValue(day)
    festivals.calendar.activated.emit(calendar)

    assert festivals.add_button.isEnabled() is fits


def test_single_days_are_added_and_taken_away(
    qtbot: QtBot, laid: Laid, keeping: Keeping, card: DatesCard
) -> None:
    add(card.off, "2026-12-31")
    add(card.off, "2026-12-31")
    add(card.worked, "2027-02-07")
    add(card.silent, "2027-01-05")
    add(card.silent, "2027-01-06")
    card.silent.findChildren(QPushButton)[0].click()

    stands = kept(qtbot, laid, keeping)

    assert stands.days_off == {dt.date(2026, 12, 31)}
    assert stands.working_days == {dt.date(2027, 2, 7)}
    assert stands.silent_days == {dt.date(2027, 1, 6)}


def test_a_row_of_days_is_added_shown_once_and_taken_away_at_once(
    qtbot: QtBot, laid: Laid, keeping: Keeping, card: DatesCard
) -> None:
    add(card.off, "2-5~2-11")
    added = kept(qtbot, laid, keeping).days_off
    (row,) = card.off.findChildren(QPushButton)
    shown = row.text()
    row.click()

    assert added == {dt.date(2027, 2, day) for day in range(5, 12)}
    assert shown == "5 Feb 2027 – 11 Feb"
    assert kept(qtbot, laid, keeping).days_off == frozenset()


def test_a_notice_pasted_is_told_entered_and_followed(
    qtbot: QtBot, laid: Laid, keeping: Keeping, card: DatesCard
) -> None:
    add(card.worked, "2027-5-3")
    card.notice_button.click()
    (dialog,) = card.findChildren(NoticeDialog)
    before = dialog.accept_button.isEnabled()
    dialog.text.setPlainText(
        "劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）上班。"
    )
    told = dialog.found.text()
    dialog.accept()

    stands = kept(qtbot, laid, keeping)

    assert not before
    assert told.startswith("5 days off: 1 May 2027 – 5 May")
    assert stands.days_off == {dt.date(2027, 5, day) for day in range(1, 6)}
    assert stands.working_days == {dt.date(2027, 4, 25)}
    rules = laid.desk.book.settings.rules()
    assert rules.last_working_day(dt.date(2027, 5, 4)) == dt.date(2027, 4, 30)
    laid.desk.book.journal.undo()
    assert laid.desk.book.settings.get().days_off == frozenset()


def test_days_gone_by_are_kept_and_not_shown(qtbot: QtBot) -> None:
    days = DayList("Days", TODAY)
    qtbot.addWidget(days)

    days.show_days([dt.date(2026, 11, 1), TODAY])

    assert days.flow.count() == 1
    assert not days.isHidden()
    assert len(days.days) == 2


def test_public_holidays_say_to_which_year_they_are_known(
    qtbot: QtBot, laid: Laid, keeping: Keeping, card: DatesCard
) -> None:
    card.holidays.click()

    assert kept(qtbot, laid, keeping).follows_public_holidays
    assert laid.desk.book.settings.rules().is_day_off(dt.date(2026, 10, 1))


def test_the_buttons_open_the_tables(qtbot: QtBot, card: DatesCard) -> None:
    for made, kind in ((card.leads_button, LeadsDialog), (card.festivals_button, FestivalsDialog)):
        made.click()
        (dialog,) = card.findChildren(QDialog)

        assert type(dialog) is kind
        with qtbot.waitSignal(dialog.destroyed):
            dialog.accept()


@pytest.mark.parametrize("language", [Language.CHINESE, Language.ENGLISH])
def test_nothing_is_cut_or_unnamed(
    qtbot: QtBot, laid: Laid, keeping: Keeping, language: Language
) -> None:
    laid.desk.look.choose_language(language)
    stand = BookSettings(
        silent_days=frozenset(TODAY + dt.timedelta(days=day) for day in range(9)),
        follows_public_holidays=True,
    )
    card = DatesCard(laid.desk, keeping)
    card.show_settings(stand)
    for widget in (
        card,
        LeadsDialog(keeping, stand),
        FestivalsDialog(keeping, built_in_festivals(), TODAY),
        NoticeDialog(TODAY),
    ):
        qtbot.addWidget(widget)
        widget.resize(max(widget.sizeHint().width(), 540), 640)
        widget.show()
        lay_out()

        assert cut_texts(widget) == []
        assert overlapping(widget) == []
        assert unnamed_controls(widget) == []
