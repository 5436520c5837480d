"""Dates that cannot be, by every door; clocks that cannot be right; a holiday table that ends."""

import contextlib
import datetime as dt
from typing import Any

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.clock_sanity import ClockTrouble
from crm_desktop.domain.date_faults import DateFault, date_fault
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.errors import FactRefused
from crm_desktop.domain.occasions import ReminderState
from crm_desktop.domain.records import Client, ClientDate, Tier
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.book import Book
from crm_desktop.ui.calendar.page import CalendarPage
from crm_desktop.ui.reminder_check.page import CheckPage
from crm_desktop.ui.text.state import state_line
from crm_desktop.ui.today.page import TodayPage
from tests.fakes import CHINA
from tests.shells import Shell, write_list
from tests.ui.desks import Laid
from tests.ui.settling import settled

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=CHINA)
SOLAR, LUNAR = Calendar.SOLAR, Calendar.LUNAR
WRONG_CLOCKS = (
    dt.datetime(1970, 1, 1, 0, 0, 30, tzinfo=CHINA),
    dt.datetime(1970, 1, 1, 9, tzinfo=dt.UTC),
    dt.datetime(2150, 6, 1, 9, tzinfo=CHINA),
)
IMPOSSIBLE = [
    (SOLAR, 1, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (SOLAR, 1604, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (SOLAR, 1899, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (SOLAR, 2101, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (SOLAR, 9999, 12, 31, False, DateFault.YEAR_OUT_OF_RANGE),
    (LUNAR, 1899, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (LUNAR, 2101, 5, 12, False, DateFault.YEAR_OUT_OF_RANGE),
    (SOLAR, 2023, 2, 29, False, DateFault.NO_29_FEBRUARY),
    (SOLAR, None, 2, 30, False, DateFault.NO_SUCH_DAY),
    (SOLAR, None, 13, 1, False, DateFault.NO_SUCH_MONTH),
    (LUNAR, None, 13, 1, False, DateFault.NO_SUCH_MONTH),
    (LUNAR, None, 8, 31, False, DateFault.LUNAR_31),
    (LUNAR, 1990, 8, 1, True, DateFault.NO_LEAP_MONTH),
    (LUNAR, 2026, 2, 30, False, DateFault.SHORT_MONTH),
]


@pytest.mark.parametrize(("calendar", "year", "month", "day", "leap", "fault"), IMPOSSIBLE)
def test_an_impossible_day_is_refused_with_its_reason_and_never_written(  # noqa: PLR0913, PLR0917 - the parts of a date
    laid: Laid,
    calendar: Calendar,
    year: int | None,
    month: int,
    day: int,
    leap: bool,  # noqa: FBT001 - a column of the table
    fault: DateFault,
) -> None:
    fact = DatedFact(calendar=calendar, year=year, month=month, day=day, leap=leap)
    date = ClientDate(calendar=calendar, year=year, month=month, day=day, leap=leap)
    clients = laid.desk.book.clients

    assert date_fault(fact) is fault
    with pytest.raises(FactRefused):
        clients.add(Client(name="云清欢"), (), (date,))
    client_id = next(iter(clients.add(Client(name="云清欢")).client_ids))
    with pytest.raises(FactRefused):
        clients.put(ClientDate(**{**fields(date), "client_id": client_id}))
    assert clients.file(client_id, today=NOW.date()).folder.dates == ()


def fields(date: ClientDate) -> dict[str, Any]:
    names = ("calendar", "year", "month", "day", "leap")
    return {name: getattr(date, name) for name in names}


def test_29_february_without_a_year_is_a_day_like_others(laid: Laid) -> None:
    date = ClientDate(month=2, day=29)
    client_id = next(
        iter(laid.desk.book.clients.add(Client(name="云清欢"), (), (date,)).client_ids)
    )

    [line] = laid.desk.book.reminder_check.of(client_id, NOW).lines

    assert (line.why, line.next_on) == (None, dt.date(2027, 2, 28))


@pytest.mark.parametrize(
    "value",
    ["0001-05-12", "1604-05-12", "1899-05-12", "2101-05-12", "9999-12-31", "农历八月三十一",
     "农历十三月初一", "农历2026年闰八月初一", "农历2101年正月初一"],
)  # fmt: skip
def test_a_list_with_such_a_day_keeps_the_row_and_tells_the_cell(shell: Shell, value: str) -> None:
    path = write_list(
        shell.folder / "list.xlsx", ("姓名", "手机号", "生日"), ("云知意", "15400000021", value)
    )

    report = shell.json("import", str(path))

    assert [problem["raw"] for problem in report["problems"]] == [value]
    assert report["new"] == 1
    [client] = [one for one in shell.everything()["clients"] if one["name"] == "云知意"]
    assert not client.get("dates")


@pytest.mark.parametrize(
    "words",
    ["生日 0001-05-12", "生日1604年5月12日", "老公生日2月30日", "生日农历八月三十一",
     "女儿生日农历闰八月初一1990", "生日 9999-12-31", "生日13月1日"],
)  # fmt: skip
def test_what_she_types_in_passing_never_writes_such_a_day(laid: Laid, words: str) -> None:
    book = laid.desk.book
    client_id = next(iter(book.clients.add(Client(name="云清欢")).client_ids))

    proposals = book.capture.propose(client_id, words, NOW.date())
    with contextlib.suppress(FactRefused):
        book.capture.accept(client_id, [one for one in proposals if one.is_sure], NOW.date())

    for date in book.clients.file(client_id, today=NOW.date()).folder.dates:
        assert date_fault(date.fact) is None, words


@pytest.mark.parametrize(
    "arguments",
    [("due",), ("due", "--ahead", "30"), ("check",), ("check", "云清欢"), ("find", "云")],
)
@pytest.mark.parametrize("now", WRONG_CLOCKS)
def test_commands_answer_whatever_the_clock_says(
    shell: Shell, arguments: tuple[str, ...], now: dt.datetime
) -> None:
    shell.clock.set(now)

    shell.done(*arguments)


@pytest.mark.parametrize("now", WRONG_CLOCKS)
def test_a_wrong_clock_marks_nothing_missed_and_the_right_one_finds_all(
    laid: Laid, now: dt.datetime
) -> None:
    book = laid.desk.book
    client_id = with_a_birthday(book)
    assert [one.on for one in book.reminders.tick(NOW).raised] == [dt.date(2026, 11, 24)]
    looked = book.reminders.last_look()

    tick = book.reminders.tick(now)
    book.reminders.morning(now, 14)
    book.reminders.between(now.date(), now.date() + dt.timedelta(days=40))

    assert tick.missed == ()
    assert book.reminders.last_look() == looked
    assert book.reminder_check.clock(now) is not None
    [line] = book.reminder_check.of(client_id, NOW + dt.timedelta(days=1)).lines
    assert ReminderState.MISSED not in {told.kept.state for told in line.told}
    raised = book.reminders.tick(NOW + dt.timedelta(days=2)).raised
    assert [(one.on, one.stage.value) for one in raised] == [(dt.date(2026, 11, 24), "day")]


def with_a_birthday(book: Book) -> int:
    date = ClientDate(month=11, day=24, created_at=NOW - dt.timedelta(days=300))
    change = book.clients.add(Client(name="云清欢", tier=Tier.A), (), (date,))
    return next(iter(change.client_ids))


@pytest.mark.parametrize("page", [TodayPage, CalendarPage, CheckPage])
@pytest.mark.parametrize("now", WRONG_CLOCKS)
def test_every_page_of_days_opens_whatever_the_clock_says(
    qtbot: QtBot, laid: Laid, page: type[TodayPage | CalendarPage | CheckPage], now: dt.datetime
) -> None:
    with_a_birthday(laid.desk.book)
    laid.clock.moment = now
    made = page(laid.desk)
    made.resize(1180, 768)
    made.show()

    made.show_client(0) if isinstance(made, CheckPage) else made.arrive()
    qtbot.waitUntil(settled(laid))

    assert [one for one in made.findChildren(QLabel) if one.text()]
    # What a page reads ahead when nothing else is to be done must not outlive the jobs.
    shiboken6.delete(made)


@pytest.mark.parametrize(
    ("now", "last", "odd"),
    [
        (WRONG_CLOCKS[0], None, True),
        (WRONG_CLOCKS[2], None, True),
        (NOW - dt.timedelta(days=9), NOW, True),
        (NOW + dt.timedelta(days=500), NOW, True),
        (NOW, NOW - dt.timedelta(days=1), False),
        (NOW, None, False),
    ],
)
def test_the_line_of_state_says_that_the_clock_is_odd(
    qapp: QApplication,
    now: dt.datetime,
    last: dt.datetime | None,
    odd: bool,  # noqa: FBT001 - a column of the table
) -> None:
    assert qapp is not None

    assert ("clock" in state_line(last, now)) is odd


@pytest.mark.parametrize("year", [2003, 2026, 2035, 2100, 2150, 9999])
def test_a_holiday_table_that_ends_breaks_no_rule(laid: Laid, year: int) -> None:
    laid.desk.book.settings.put(
        BookSettings(follows_public_holidays=True, weekly_off=frozenset({5, 6}))
    )
    rules = laid.desk.book.settings.rules()

    for month in range(1, 13):
        day = rules.last_working_day(dt.date(year, month, 28))
        assert (dt.date(year, month, 28) - day).days <= 31


def test_the_clock_of_1970_is_named(laid: Laid) -> None:
    assert laid.desk.book.reminder_check.clock(WRONG_CLOCKS[0]) is ClockTrouble.LONG_AGO
