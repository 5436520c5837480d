"""Days on the client page: both ages, what comes next and why, which birthday reminds."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import Client, ClientDate, DateKind, Relation, Sex
from crm_desktop.ui.client.ahead import Ahead
from crm_desktop.ui.client.facts import leads
from crm_desktop.ui.client.family import FamilyCard, PersonRow
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.policy import PolicyField
from crm_desktop.ui.client.row import RecordRow
from crm_desktop.ui.fields.choice import ChoiceField
from tests.ui.desks import Laid
from tests.ui.filing import card, file_of, opened, put
from tests.ui.settling import settled

CARD: dict[str, Any] = {"year": 1976, "month": 3, "day": 8, "origin": "ID card"}
LUNAR: dict[str, Any] = {"calendar": Calendar.LUNAR, "month": 5, "day": 5}
FIRST = "leap month 5 that year, kept in the first"
KEPT: dict[str, Any] = {**LUNAR, "year": 1976, "origin": "celebrated"}
SILVER = "lunar month 11, day 16 · 25 years married · silver wedding · in 32 days"


def enter(laid: Laid, *dates: dict[str, Any]) -> int:
    client_id = next(iter(laid.desk.book.clients.add(Client(name="王雅琴")).client_ids))
    put(laid, *(ClientDate(client_id=client_id, **facts) for facts in dates))
    return client_id


def row_of(page: ClientPage, place: int = 0) -> RecordRow:
    return list(card(page, FamilyCard).dates.rows.values())[place]


def words(widget: QWidget) -> list[str]:
    return [each.text() for each in widget.findChildren(QLabel) if each.text()]


def ahead(row: RecordRow) -> list[str]:
    """Return the coming days, each with what is told of it."""
    row.open_sheet()
    assert row.sheet is not None
    told = row.sheet.findChild(Ahead)
    assert told is not None
    return told.accessibleName().split("\n")


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (CARD, ["8 Mar 1976 (lunar month 2, day 8) · 50 years (51 lunar), dragon"]),
        (
            KEPT,
            [
                "lunar 1976, month 5, day 5 (2 Jun) · 50 years (51 lunar), dragon",
                "this year 19 Jun · 9 Jun 2027 · 28 May 2028",
            ],
        ),
        (
            {**LUNAR, "month": 11, "day": 20},
            ["this year 8 Jan · 28 Dec (in 36 days) · 17 Dec 2027"],
        ),
        ({"month": 2, "day": 29}, ["this year 28 Feb · 28 Feb 2027 · 29 Feb 2028"]),
        ({"month": 12, "day": 1, "lead_days": 5}, ["1 Dec · 5 days ahead", "next in 9 days"]),
        ({"month": 12, "day": 1, "lead_days": 0}, ["1 Dec · on the day only"]),
    ],
)
def test_a_line_tells_both_calendars_both_ages_and_the_next_days(
    qtbot: QtBot, laid: Laid, facts: dict[str, Any], told: list[str]
) -> None:
    page = opened(qtbot, laid, enter(laid, facts))

    assert set(told) <= set(words(row_of(page).head))


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        (
            KEPT,
            [
                "19 Jun 2026 Fri lunar month 5, day 5 · 50 years (51 lunar)",
                "9 Jun 2027 Wed lunar month 5, day 5 · 51 years (52 lunar) · in 199 days",
                f"28 May 2028 Sun lunar month 5, day 5 · {FIRST} · 52 years (53 lunar)",
                "30 May 2036 Fri 60 years (61 lunar) · round birthday · own zodiac year",
                "Own zodiac year 28 Jan 2036 to 14 Feb 2037",
            ],
        ),
        (
            {"kind": DateKind.WEDDING, "year": 2001, "month": 12, "day": 24},
            [
                f"24 Dec 2026 Thu {SILVER}",
                "24 Dec 2027 Fri lunar month 11, day 27 · 26 years married",
                "24 Dec 2028 Sun lunar month 11, day 9 · 27 years married",
                "24 Dec 2031 Wed 30 years married · pearl wedding",
            ],
        ),
        (
            {"kind": DateKind.VALUED, "calendar": Calendar.LUNAR, "month": 12, "day": 30},
            [
                "16 Feb 2026 Mon lunar month 12, day 29 · that month has only 29 days",
                "5 Feb 2027 Fri lunar month 12, day 29 · that month has only 29 days · in 75 days",
                "25 Jan 2028 Tue lunar month 12, day 29 · that month has only 29 days",
            ],
        ),
    ],
)
def test_an_open_day_tells_what_comes_and_what_the_calendar_made_of_it(
    qtbot: QtBot, laid: Laid, facts: dict[str, Any], told: list[str]
) -> None:
    page = opened(qtbot, laid, enter(laid, facts))

    assert ahead(row_of(page)) == told


def test_another_policy_leads_to_other_days_at_once(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid, enter(laid, {"month": 2, "day": 29}))
    row = row_of(page)
    before = ahead(row)

    policy = row.findChild(PolicyField)
    assert policy is not None
    policy.committed.emit("feb29=leap")
    qtbot.waitUntil(settled(laid))

    assert before[0] == "28 Feb 2026 Sat lunar month 1, day 12 · no 29 February that year"
    assert [each[:11] for each in ahead(row)] == ["29 Feb 2028", "29 Feb 2032", "29 Feb 2036"]


def test_of_two_birthdays_the_other_is_chosen_by_one_press(qtbot: QtBot, laid: Laid) -> None:
    client_id = enter(laid, CARD, KEPT)
    page = opened(qtbot, laid, client_id)
    before = [row_of(page, place)._pill.text() for place in (0, 1)]

    row_of(page, 1)._step.click()
    qtbot.waitUntil(settled(laid))

    assert before == ["Reminds", "No reminder"]
    assert [row_of(page, place)._pill.text() for place in (0, 1)] == ["No reminder", "Reminds"]
    assert [row_of(page, place)._step.isVisible() for place in (0, 1)] == [True, False]
    assert [each.is_main for each in file_of(laid, client_id).folder.dates] == [False, True]
    laid.desk.book.journal.undo()
    assert [each.is_main for each in file_of(laid, client_id).folder.dates] == [True, False]


@pytest.mark.parametrize("days", [None, 0, 7])
def test_a_date_has_a_lead_of_its_own(qtbot: QtBot, laid: Laid, days: int | None) -> None:
    client_id = enter(laid, {**CARD, "lead_days": 3})
    page = opened(qtbot, laid, client_id)
    row = row_of(page)
    row.open_sheet()
    assert row.form is not None

    field = row.form.field_of("lead_days")
    assert isinstance(field, ChoiceField)
    field.setCurrentIndex([value for value, _ in leads()].index(days))
    field.activated.emit(field.currentIndex())
    qtbot.waitUntil(settled(laid))

    assert file_of(laid, client_id).folder.dates[0].lead_days == days


def test_a_baby_shows_the_days_that_are_near(qtbot: QtBot, laid: Laid) -> None:
    client_id = enter(laid)
    born = ClientDate(client_id=client_id, year=2026, month=10, day=24)
    child = kinds.Person(client_id=client_id, relation=Relation.CHILD, nickname="朵朵")
    laid.desk.book.clients.put_person(child, [born])
    page = opened(qtbot, laid, client_id)
    person = next(iter(card(page, FamilyCard).people.rows.values()))
    assert isinstance(person, PersonRow)
    person.open_sheet()
    assert person._dates is not None

    told = ahead(next(iter(person._dates.rows.values())))

    assert "24 Oct 2026 (lunar month 9, day 15) · 29 days old, horse" in words(person.head)
    assert told[:2] == [
        "23 Nov 2026 Mon One month old · tomorrow",
        "31 Jan 2027 Sun A hundred days old · in 70 days",
    ]
    assert "first birthday" in told[2]


@pytest.mark.parametrize("men_at_nine", [True, False])
def test_a_round_birthday_of_a_man_follows_the_custom_of_the_book(
    qtbot: QtBot, laid: Laid, *, men_at_nine: bool
) -> None:
    settings = laid.desk.book.settings
    settings.put(replace(settings.get(), rounds_men_at_nine=men_at_nine))
    client_id = enter(laid)
    laid.desk.book.clients.put(replace(file_of(laid, client_id).client, sex=Sex.MALE))
    put(laid, ClientDate(client_id=client_id, year=1968, month=12, day=1))
    page = opened(qtbot, laid, client_id)

    assert ("kept as the 60th" in ahead(row_of(page))[0]) is men_at_nine


def test_a_person_with_two_birthdays_says_which_one_does_not_remind(
    qtbot: QtBot, laid: Laid
) -> None:
    client_id = enter(laid)
    dates = [ClientDate(client_id=client_id, **facts) for facts in (CARD, KEPT)]
    man = kinds.Person(client_id=client_id, relation=Relation.HUSBAND, nickname="老公")
    laid.desk.book.clients.put_person(man, dates)
    page = opened(qtbot, laid, client_id)

    told = "".join(words(next(iter(card(page, FamilyCard).people.rows.values())).head))

    assert "Birthday 8 Mar 1976" in told
    assert told.count("(no reminder)") == 1
    assert (
        told.index("8 Mar 1976") < told.index("lunar 1976, month 5, day 5") < told.index("(no rem")
    )


def test_a_day_no_longer_kept_leads_nowhere(qtbot: QtBot, laid: Laid) -> None:
    page = opened(qtbot, laid, enter(laid, {**CARD, "is_ended": True}))
    row = row_of(page)
    row.open_sheet()
    assert row.sheet is not None

    found = row.sheet.findChild(Ahead)

    assert found is not None
    assert not found.isVisible()
    assert row._pill.text() == "Not kept"
