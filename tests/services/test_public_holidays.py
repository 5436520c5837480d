"""Public holidays: as the notice says, to the year it knows, and never in the way of a tick."""

import datetime as dt
import sys
import types
from collections.abc import Iterator

import pytest

from crm_desktop.domain.days_off import PublicHolidays
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.public_holidays import public_holidays
from crm_desktop.services.settings import rules_of

TABLE = "chinese_calendar.constants"


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    public_holidays.cache_clear()
    yield
    public_holidays.cache_clear()


def test_the_days_of_a_notice_are_known() -> None:
    public = public_holidays()

    assert public.until is not None
    assert public.until >= 2026
    assert dt.date(2026, 10, 1) in public.days_off
    assert dt.date(2026, 10, 10) in public.working_days


def test_the_rules_follow_them_only_where_she_wants_it() -> None:
    national_day = dt.date(2026, 10, 1)

    assert not rules_of(BookSettings()).is_day_off(national_day)
    assert rules_of(BookSettings(follows_public_holidays=True)).is_day_off(national_day)


def test_a_year_beyond_the_notice_goes_by_the_week() -> None:
    rules = rules_of(BookSettings(follows_public_holidays=True, weekly_off=frozenset({6})))

    assert not rules.is_day_off(dt.date(2090, 10, 2))
    assert rules.is_day_off(dt.date(2090, 10, 1))


@pytest.mark.parametrize(
    "table",
    [
        None,
        types.SimpleNamespace(),
        types.SimpleNamespace(holidays=None, workdays=None),
        types.SimpleNamespace(holidays={}, workdays={}),
    ],
)
def test_without_a_table_that_can_be_read_nothing_is_known(
    monkeypatch: pytest.MonkeyPatch, table: object
) -> None:
    monkeypatch.setitem(sys.modules, TABLE, table)

    assert public_holidays() == PublicHolidays()
    assert rules_of(BookSettings(follows_public_holidays=True)) == BookSettings().rules
