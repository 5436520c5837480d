"""What is ordered, points, one person in two files, and a snooze over a journey."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.leads import Audience, Lead, LeadKind, LeadTable
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Occasion,
    ReminderState,
    Rules,
    Source,
    Stage,
)
from crm_desktop.domain.records.enums import Relation
from crm_desktop.domain.reminders import due, missed
from tests.domain.reminding import (
    BIG,
    CLIENT,
    RULES,
    at,
    kept,
    seen,
)

ORDERED = kept(ReminderState.ORDERED, at(23), Stage.PREPARE)


@pytest.mark.parametrize(
    ("rows", "now", "shown"),
    [
        (ORDERED, at(23), ""),
        (ORDERED, at(24), "confirm!"),
        (ORDERED | kept(ReminderState.DONE, at(24), Stage.CONFIRM), at(24), ""),
        (ORDERED, at(25), "day!"),
        (ORDERED, at(26), "day!"),
        (ORDERED | kept(ReminderState.DONE, at(25)), at(25, 10), ""),
        (ORDERED | kept(ReminderState.DONE, at(25)), at(26), "reaction!"),
        (ORDERED | kept(ReminderState.DISMISSED, at(25)), at(26), "reaction!"),
        # Her day was put off: how it was taken is asked once that is over.
        (ORDERED | kept(ReminderState.SNOOZED, at(25), until=at(28)), at(27), ""),
        (ORDERED | kept(ReminderState.SNOOZED, at(25), until=at(28)), at(28), "day!"),
        (ORDERED | kept(ReminderState.SNOOZED, at(25), until=at(28)), at(29), "reaction!"),
        (ORDERED, at(27), "reaction!"),
        (ORDERED | kept(ReminderState.MISSED, at(27)), at(27), "reaction!"),
        (ORDERED | kept(ReminderState.DONE, at(27), Stage.REACTION), at(27), ""),
        (ORDERED, dt.datetime(2026, 12, 2, 9), "reaction!"),  # noqa: DTZ001 (local days have no zone)
        (ORDERED, dt.datetime(2026, 12, 3, 9), ""),  # noqa: DTZ001 (local days have no zone)
        (kept(ReminderState.DONE, at(23), Stage.PREPARE), at(24), ""),
        (kept(ReminderState.DONE, at(23), Stage.PREPARE), at(27), ""),
    ],
)
def test_what_is_ordered_is_confirmed_and_asked_about(
    rows: dict[Key, Kept], now: dt.datetime, shown: str
) -> None:
    assert seen(BIG, rows, now) == shown


def test_a_reaction_nobody_noted_lapses_in_silence() -> None:
    rows = ORDERED | kept(ReminderState.DONE, at(25))

    assert missed([BIG], rows, dt.datetime(2026, 12, 20, 9), at(24), RULES) == []  # noqa: DTZ001 (local days have no zone)


POINTS = replace(CLIENT, source=Source.POINTS, kind=Kind.POINTS, points=900)


@pytest.mark.parametrize(
    ("rows", "now", "shown"),
    [
        ({}, at(1), "points_30!"),
        ({}, at(18), "points_7!"),
        ({}, at(25), "points_7!"),
        ({}, at(26), ""),
    ],
)
def test_points_are_told_until_they_expire(
    rows: dict[Key, Kept], now: dt.datetime, shown: str
) -> None:
    assert seen(POINTS, rows, now) == shown


@pytest.mark.parametrize(("state", "told"), [(None, 1), (ReminderState.DONE, 0)])
def test_points_that_expired_are_told_as_missed_unless_she_spoke_of_them(
    state: ReminderState | None, told: int
) -> None:
    key = POINTS.key(Stage.POINTS_7)
    rows = {key: Kept(state=state, changed_at=at(20))} if state else {}

    assert len(missed([POINTS], rows, at(26), at(25), RULES)) == told


HERS = replace(BIG, client_id=9, client_name="苏晚晴")
FRIEND = replace(
    CLIENT,
    source_id=7,
    client_id=4,
    person_id=3,
    person_relation=Relation.FRIEND,
    person_name="晚晴",
    also_client_id=9,
    big=True,
    lead_days=9,
)


def test_a_friend_who_is_a_client_too_reminds_once_out_of_her_own_file() -> None:
    [one] = due([FRIEND, HERS], {}, at(25), RULES)

    assert (one.occasion, one.also) == (HERS, (FRIEND,))


def test_her_own_file_that_is_not_prepared_takes_no_days_ahead_from_another() -> None:
    hers = replace(HERS, big=False)
    child = replace(FRIEND, person_relation=Relation.CHILD, lead_days=None)

    [one] = due([hers, child], {}, at(23), RULES)

    assert (one.occasion, one.also, one.stage) == (child, (hers,), Stage.PREPARE)


@pytest.mark.parametrize(
    ("occasions", "rules", "names"),
    [
        ([FRIEND], RULES, ["王丽"]),
        ([FRIEND, replace(HERS, client_id=8)], RULES, ["王丽", "苏晚晴"]),
        ([FRIEND, replace(HERS, stopped=True)], RULES, ["王丽"]),
        # She wants no word of her own day; that of the friend in another file stays.
        (
            [FRIEND, HERS],
            Rules(
                leads=LeadTable(
                    (Lead(kind=LeadKind.OWN_BIRTHDAY, audience=Audience.BIG, days=None),)
                )
            ),
            ["王丽"],
        ),
    ],
)
def test_where_her_own_file_does_not_remind_the_other_does(
    occasions: list[Occasion], rules: Rules, names: list[str]
) -> None:
    found = due(occasions, {}, at(25), rules)

    assert sorted(one.occasion.client_name for one in found) == sorted(names)


CHINA, NEW_YORK = dt.timezone(dt.timedelta(hours=8)), dt.timezone(dt.timedelta(hours=-5))


@pytest.mark.parametrize(
    ("until", "now", "shown"),
    [
        # 23:00 on the 27th in New York is noon of the 28th in China: shown on that day.
        (at(27, 23).replace(tzinfo=NEW_YORK), at(28, 11).replace(tzinfo=CHINA), ""),
        (at(27, 23).replace(tzinfo=NEW_YORK), at(28, 12).replace(tzinfo=CHINA), "day!"),
        (at(27, 23).replace(tzinfo=NEW_YORK), at(29, 0).replace(tzinfo=CHINA), ""),
        (at(28, 1).replace(tzinfo=CHINA), at(27, 12).replace(tzinfo=NEW_YORK), "day!"),
    ],
)
def test_a_snooze_over_a_journey_ends_at_its_moment(
    until: dt.datetime, now: dt.datetime, shown: str
) -> None:
    rows = kept(ReminderState.SNOOZED, at(25).replace(tzinfo=CHINA), until=until)

    assert seen(BIG, rows, now) == shown
