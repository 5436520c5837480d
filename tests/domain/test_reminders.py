import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.dates import DEFAULT_POLICY
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Occasion,
    ReminderState,
    Source,
    Stage,
)
from crm_desktop.domain.records.enums import Relation
from crm_desktop.domain.reminders import all_stages, due, missed, rows_to_drop
from tests.domain.facts import solar
from tests.domain.reminding import (
    BIG,
    CHILD,
    CLIENT,
    ON,
    RULES,
    SAME_CHILD,
    WEEKENDS_OFF,
    at,
    kept,
    seen,
)


@pytest.mark.parametrize(
    ("day", "ordinary", "big"),
    [
        (22, "", ""),
        (23, "", "prepare!"),
        (24, "", "prepare!"),
        (25, "day!", "day!"),
        (26, "day!", "day!"),
        (27, "", ""),
    ],
)
def test_big_clients_are_prepared_two_days_ahead_and_a_day_of_grace_follows(
    day: int, ordinary: str, big: str
) -> None:
    assert seen(CLIENT, {}, at(day)) == ordinary
    assert seen(BIG, {}, at(day)) == big


@pytest.mark.parametrize(
    ("rows", "now", "shown"),
    [
        (kept(ReminderState.PENDING, at(25)), at(25), "day!"),
        (kept(ReminderState.SHOWN, at(25)), at(25, 10), "day"),
        (kept(ReminderState.SHOWN, at(25)), at(26), "day"),
        (kept(ReminderState.DONE, at(25)), at(25, 10), ""),
        (kept(ReminderState.DISMISSED, at(25)), at(26), ""),
        (kept(ReminderState.ORDERED, at(24), Stage.PREPARE), at(24), ""),
        (kept(ReminderState.ORDERED, at(24), Stage.PREPARE), at(25), "day!"),
        (kept(ReminderState.ORDERED, at(25)), at(25, 10), "day"),
        (kept(ReminderState.SHOWN, at(23), Stage.PREPARE), at(25), "day!"),
        (kept(ReminderState.DONE, at(24)), at(25), ""),
        # A snooze hides it until its time, pops up again then, and stretches the grace.
        (kept(ReminderState.SNOOZED, at(25), until=at(25, 15)), at(25, 14), ""),
        (kept(ReminderState.SNOOZED, at(25), until=at(25, 15)), at(25, 15), "day!"),
        (kept(ReminderState.SNOOZED, at(26), until=at(28, 9)), at(27), ""),
        (kept(ReminderState.SNOOZED, at(26), until=at(28, 9)), at(28), "day!"),
        (kept(ReminderState.SNOOZED, at(26), until=at(28, 9)), at(29), ""),
        # The clock was set back after it was shown: still in the list, no second pop-up.
        (kept(ReminderState.SHOWN, at(25, 15)), at(25, 9), "day"),
        (kept(ReminderState.SHOWN, at(25), Stage.PREPARE), at(22), ""),
        (kept(ReminderState.SHOWN, at(25), Stage.PREPARE), at(23), "prepare"),
        # The clock ran ahead and called it missed; put right, it comes in its time.
        (kept(ReminderState.MISSED, at(29)), at(22), ""),
        (kept(ReminderState.MISSED, at(29)), at(25), "day!"),
        (kept(ReminderState.MISSED, at(29), shown=at(25, 8)), at(25, 9), "day"),
        (kept(ReminderState.MISSED, at(29), until=at(27), shown=at(25, 8)), at(26), ""),
        (kept(ReminderState.MISSED, at(29), until=at(27), shown=at(25, 8)), at(27), "day!"),
        (kept(ReminderState.MISSED, at(29), until=at(27), shown=at(27)), at(27, 10), "day"),
    ],
)
def test_what_was_done_decides_what_is_seen(
    rows: dict[Key, Kept], now: dt.datetime, shown: str
) -> None:
    assert seen(BIG, rows, now) == shown


@pytest.mark.parametrize(
    ("occasion", "now", "shown"),
    [
        (replace(BIG, created_on=dt.date(2026, 11, 24)), at(24), "prepare!"),
        (replace(BIG, created_on=dt.date(2026, 11, 25)), at(25), "day!"),
        (replace(BIG, created_on=dt.date(2026, 11, 25)), at(26), "day!"),
        (replace(BIG, created_on=dt.date(2026, 11, 26)), at(26), ""),
        # A look at an earlier day than the entry shows what is to come all the same.
        (replace(BIG, created_on=dt.date(2026, 12, 24)), at(23), "prepare!"),
    ],
)
def test_a_late_entry_warns_at_once_but_not_of_what_had_passed(
    occasion: Occasion, now: dt.datetime, shown: str
) -> None:
    assert seen(occasion, {}, now) == shown


@pytest.mark.parametrize(
    ("rows", "day", "shown"),
    [
        ({}, 20, "prepare!"),
        (kept(ReminderState.SHOWN, at(20), Stage.PREPARE), 21, "prepare"),
        (kept(ReminderState.SHOWN, at(20), Stage.PREPARE), 22, "prepare!"),
        (kept(ReminderState.SHOWN, at(22, 8), Stage.PREPARE), 22, "prepare"),
        (kept(ReminderState.SHOWN, at(22, 8), Stage.PREPARE), 23, "prepare"),
        (kept(ReminderState.ORDERED, at(20), Stage.PREPARE), 22, ""),
    ],
)
def test_a_reminder_moved_before_the_weekend_comes_once_more_on_its_own_day(
    rows: dict[Key, Kept], day: int, shown: str
) -> None:
    tuesday = replace(BIG, on=dt.date(2026, 11, 24))
    moved = {Key(1, tuesday.on, key.stage): row for key, row in rows.items()}

    assert seen(tuesday, moved, at(day), WEEKENDS_OFF) == shown


def test_reminding_stops_at_once_for_the_archived_and_the_divorced() -> None:
    stopped = replace(BIG, stopped=True)

    assert due([stopped], {}, at(25), RULES) == []
    assert missed([stopped], {}, at(28), at(24), RULES) == []
    assert all_stages([stopped], {}, RULES) == []


@pytest.mark.parametrize("kind", [Kind.FOLLOW_UP, Kind.CARE, Kind.PROMISE])
def test_follow_ups_wait_until_they_are_done(kind: Kind) -> None:
    follow_up = replace(CLIENT, kind=kind, created_on=dt.date(2026, 11, 26))

    assert seen(follow_up, {}, at(30)) == "day!"
    assert seen(follow_up, kept(ReminderState.DONE, at(30)), at(30)) == ""
    assert missed([follow_up], {}, at(30), at(20), RULES) == []


@pytest.mark.parametrize(
    ("rows", "since", "now", "told"),
    [
        ({}, at(20), at(29), True),
        ({}, at(26), at(27), True),
        ({}, at(27), at(29), False),
        ({}, at(20), at(26), False),
        (kept(ReminderState.SHOWN, at(25)), at(25), at(29), True),
        (kept(ReminderState.PENDING, at(25)), at(25), at(29), True),
        (kept(ReminderState.ORDERED, at(24), Stage.PREPARE), at(24), at(29), True),
        (kept(ReminderState.DONE, at(25)), at(25), at(29), False),
        (kept(ReminderState.DISMISSED, at(25)), at(25), at(29), False),
        (kept(ReminderState.MISSED, at(28)), at(25), at(29), False),
        (kept(ReminderState.SNOOZED, at(26), until=at(28)), at(26), at(28), False),
        (kept(ReminderState.SNOOZED, at(26), until=at(28)), at(26), at(29), True),
    ],
)
def test_what_came_and_went_is_told_once(
    rows: dict[Key, Kept], since: dt.datetime, now: dt.datetime, *, told: bool
) -> None:
    found = missed([BIG], rows, now, since, RULES)

    assert [one.stage for one in found] == [Stage.DAY] * told


def test_what_passed_before_it_was_entered_was_not_missed() -> None:
    late = replace(BIG, created_on=dt.date(2026, 11, 26))

    assert missed([late], {}, at(29), at(20), RULES) == []


def test_one_child_of_two_clients_reminds_once_and_names_both() -> None:
    [one] = due([SAME_CHILD, CHILD], {}, at(24), RULES)

    assert [o.client_name for o in (one.occasion, *one.also)] == ["王丽", "李静"]
    assert one.keys == (Key(2, ON, Stage.PREPARE), Key(3, ON, Stage.PREPARE))


def test_an_answer_at_one_client_counts_at_the_other() -> None:
    row = Kept(state=ReminderState.DONE, changed_at=at(25))

    assert due([CHILD, SAME_CHILD], {Key(3, ON, Stage.DAY): row}, at(25), RULES) == []


@pytest.mark.parametrize(
    "other",
    [
        replace(SAME_CHILD, person_name="李大宝"),
        replace(SAME_CHILD, age=9),
        replace(SAME_CHILD, on=dt.date(2026, 11, 26)),
        replace(SAME_CHILD, client_id=1),
        replace(SAME_CHILD, person_relation=Relation.FRIEND),
        replace(SAME_CHILD, kind=Kind.VALUED),
    ],
)
def test_two_children_who_differ_remind_twice(other: Occasion) -> None:
    assert len(due([CHILD, other], {}, at(26), RULES)) == 2


def test_children_without_a_name_are_never_taken_for_one() -> None:
    nameless = [replace(CHILD, person_name=" "), replace(SAME_CHILD, person_name=" ")]

    assert len(due(nameless, {}, at(25), RULES)) == 2


def test_soonest_first_and_big_clients_before_others() -> None:
    later = replace(BIG, source_id=9, on=dt.date(2026, 11, 26))
    ordinary = replace(CLIENT, source_id=8, client_name="安安")

    found = due([later, ordinary, BIG], {}, at(25), RULES)

    assert [one.occasion.source_id for one in found] == [1, 8, 9]


def test_the_outlook_lists_every_stage_whatever_its_state() -> None:
    rows = kept(ReminderState.DONE, at(23), Stage.PREPARE)

    found = all_stages([SAME_CHILD, BIG], rows, RULES)

    assert [(one.occasion.source_id, one.stage, one.raise_on.day, one.state) for one in found] == [
        (1, Stage.PREPARE, 23, ReminderState.DONE),
        (1, Stage.DAY, 25, ReminderState.PENDING),
        (3, Stage.DAY, 25, ReminderState.PENDING),
    ]


@pytest.mark.parametrize(
    ("state", "month", "dropped"),
    [
        (ReminderState.PENDING, 12, True),
        (ReminderState.SHOWN, 12, True),
        (ReminderState.SNOOZED, 12, True),
        (ReminderState.DONE, 12, False),
        (ReminderState.MISSED, 12, False),
        (ReminderState.ORDERED, 12, False),
        (ReminderState.SHOWN, 11, False),
    ],
)
def test_an_edited_date_drops_its_open_rows_only(
    state: ReminderState, month: int, *, dropped: bool
) -> None:
    rows = kept(state, at(25)) | {Key(7, ON, Stage.DAY): Kept(state=state, changed_at=at(25))}

    found = rows_to_drop(rows, 1, solar(month, 25), DEFAULT_POLICY)

    assert found == [Key(1, ON, Stage.DAY)] * dropped


@pytest.mark.parametrize(
    ("source", "day", "dropped"),
    [
        # Born on 15 August 2026: the hundredth day is 22 November.
        (Source.MILESTONE, 15, False),
        (Source.MILESTONE, 16, True),
        (Source.DATE, 15, True),
        (Source.TALK, 16, False),
    ],
)
def test_the_days_that_follow_from_a_birthday_move_with_it(
    source: Source, day: int, *, dropped: bool
) -> None:
    key = Key(1, dt.date(2026, 11, 22), Stage.DAY, source)
    rows = {key: Kept(state=ReminderState.SHOWN, changed_at=at(22))}

    assert rows_to_drop(rows, 1, solar(8, day, 2026), DEFAULT_POLICY) == [key] * dropped
