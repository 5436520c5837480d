"""The days an import tells as near are those that come round, whatever day it is."""

import datetime as dt

import pytest

from crm_desktop.domain.dates import Calendar, policy_from_code
from crm_desktop.domain.import_plan import ImportPlan, Options
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.records import ClientDate
from crm_desktop.services.import_summary import SOON, summary_of

_DAYS = [
    ClientDate(id=month * 100 + day, client_id=month * 100 + day, month=month, day=day)
    for month in range(1, 13)
    for day in range(1, 29 if month == 2 else 31)
] + [
    ClientDate(id=9001, client_id=9001, month=2, day=29),
    ClientDate(id=9002, client_id=9002, calendar=Calendar.LUNAR, month=1, day=1),
    ClientDate(id=9003, client_id=9003, calendar=Calendar.LUNAR, month=12, day=30),
]


@pytest.mark.parametrize("on", ["2026-02-20", "2026-12-25", "2027-01-30", "2028-02-16"])
def test_days_soon_are_those_that_come_round(on: str) -> None:
    today = dt.date.fromisoformat(on)
    noon = dt.datetime.combine(today, dt.time(12), dt.UTC)
    options = Options(source="list.xlsx", now=noon)
    made = ImportPlan(options=options, rows=(), new=tuple(_DAYS))

    told = {day.client_id for day in summary_of(made, {}, {}).soon}

    due = {
        day.client_id
        for day in _DAYS
        for at in [next_occurrence(day.fact, policy_from_code(day.policy), today)]
        if at is not None and at <= today + SOON
    }
    assert told == due
