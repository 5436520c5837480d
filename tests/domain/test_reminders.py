import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.dates import DEFAULT_POLICY
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
from crm_desktop.domain.reminders import all_stages, due, missed, rows_to_drop, to_raise
from tests.domain.facts import solar

ON = dt.date(2026, 11, 25)
RULES = Rules()
WEEKENDS_OFF = Rules(weekly_off=frozenset({5, 6}))

CLIENT = Occasion(source_id=1, on=ON, kind=Kind.BIRTHDAY, client_id=1, client_name="王丽")
BIG = replace(CLIENT, big=True)
CHILD = replace(
    BIG, source_id=2, person_id=5, person_relation=Relation.CHILD, person_name="王小宝", age=8
)
SAME_CHILD = replace(CHILD, source_id=3, client_id=2, client_name="李静", big=False)


def at(day: int, hour: int = 9) -> dt.datetime:
    """Return an hour of a day in November 2026."""
    return dt.datetime(2026, 11, day, hour)  # noqa: DTZ001 (local days have no zone)


def kept(
    state: ReminderState,
    changed: dt.datetime,
    stage: Stage = Stage.DAY,
    *,
    until: dt.datetime | None = None,
    shown: dt.datetime | None = None,
) -> dict[Key, Kept]:
    row = Kept(state=state, changed_at=changed, snoozed_until=until, shown_at=shown)
    return {Key(1, ON, stage): row}


def seen(occasion: Occasion, rows: dict[Key, Kept], now: dt.datetime, rules: Rules = RULES) -> str:
    """Return what `due` shows of one occasion: its stage, with ! where it pops up."""
    found = due([occasion], rows, now, rules)
    return " ".join(f"{one.stage}{'!' if one in to_raise(found) else ''}" for one in found)


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
