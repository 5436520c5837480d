"""What the check promises is what the rule raises, and every silence has its reason."""

import datetime as dt
import random
from dataclasses import replace

import pytest

from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.occasions import (
    Kept,
    Key,
    Kind,
    Occasion,
    ReminderState,
    Rules,
    Stage,
)
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation
from crm_desktop.domain.reminder_check import (
    Later,
    Line,
    Whose,
    Why,
    birthdays_unknown,
    entered_after,
    later,
    moments,
    mornings,
    next_on,
    party,
    raises,
    why_not,
    why_stopped,
)
from crm_desktop.domain.reminders import due, to_raise

TODAY = dt.date(2026, 11, 22)
NINE = dt.time(9)
NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
DAYS = 60
HOUR = dt.timedelta(hours=1)


def occasion(source_id: int, on: dt.date, **facts: object) -> Occasion:
    made = Occasion(
        source_id=source_id, on=on, kind=Kind.BIRTHDAY, client_id=source_id, client_name="王丽"
    )
    return replace(made, **facts)  # type: ignore[arg-type] # facts of an occasion


def somebody(dice: random.Random, source_id: int) -> Occasion:
    """Return a day within reach: of a client herself, or of one of a few children."""
    on = TODAY + dt.timedelta(days=dice.randrange(-3, DAYS))
    facts: dict[str, object] = {
        "big": dice.random() < 0.6,
        "lead_days": dice.choice((None, None, None, 0, 1, 7, 30)),
        "kind": dice.choice((Kind.BIRTHDAY, Kind.BIRTHDAY, Kind.ANNIVERSARY, Kind.FOLLOW_UP)),
    }
    if facts["kind"] is Kind.BIRTHDAY and dice.random() < 0.5:
        facts |= {"person_relation": Relation.CHILD, "person_name": dice.choice(("朵朵", "乐乐"))}
    return occasion(source_id, on, **facts)


def answered(dice: random.Random, one: Occasion) -> dict[Key, Kept]:
    """Return what may be stored about an occasion before today."""
    stage = dice.choice((Stage.PREPARE, Stage.DAY))
    state = dice.choice(tuple(ReminderState))
    until = NOW + HOUR * 3 * dice.randrange(1, 100)
    snoozed = until.replace(hour=dice.choice((9, 12, 15, 18)))
    row = Kept(
        state=state,
        changed_at=NOW - 30 * HOUR,
        snoozed_until=snoozed if state is ReminderState.SNOOZED else None,
        shown_at=None if state is ReminderState.PENDING else NOW - 30 * HOUR,
    )
    return {one.key(stage): row} if dice.random() < 0.5 else {}


@pytest.mark.parametrize("seed", range(40))
def test_what_is_promised_is_what_pops_up_in_sixty_days(seed: int) -> None:
    dice = random.Random(seed)
    rules = Rules(weekly_off=frozenset(dice.sample(range(7), dice.randrange(3))))
    occasions = [somebody(dice, number) for number in range(1, 26)]
    kept: dict[Key, Kept] = {}
    for one in occasions:
        kept |= answered(dice, one)

    promised = {
        (key, found.at)
        for found in raises(occasions, kept, moments(occasions, kept, NOW, rules, NINE), rules)
        for key in found.reminder.keys
        if found.at < NOW + dt.timedelta(days=DAYS)
    }

    assert promised == popped(occasions, kept, rules)
    assert promised


def popped(
    occasions: list[Occasion], kept: dict[Key, Kept], rules: Rules
) -> set[tuple[Key, dt.datetime]]:
    """Return what pops up, found by looking every hour from nine to six each day."""
    known, found = dict(kept), set()
    for day in range(DAYS):
        for hour in range(10):
            at = NOW + day * 24 * HOUR + hour * HOUR
            for reminder in to_raise(due(occasions, known, at, rules)):
                for key in reminder.keys:
                    found.add((key, at))
                    known[key] = Kept(state=ReminderState.SHOWN, changed_at=at, shown_at=at)
    return found


def test_each_occasion_alone_with_its_party_is_promised_the_same_as_all_together() -> None:
    dice = random.Random(7)
    occasions = [somebody(dice, number) for number in range(1, 40)]
    rules = Rules()
    together = raises(occasions, {}, moments(occasions, {}, NOW, rules, NINE), rules)

    for one in occasions:
        mates = party(one, [other for other in occasions if other.on == one.on], rules)
        alone = raises(mates, {}, moments(mates, {}, NOW, rules, NINE), rules)
        own = {(one.source, one.source_id, one.on)}
        assert [found.at for found in alone] == [
            found.at
            for found in together
            if own & {(key.source, key.source_id, key.on) for key in found.reminder.keys}
        ]


def test_children_who_are_one_make_one_party_led_by_the_longest_lead() -> None:
    child = {"person_relation": Relation.CHILD, "person_name": "朵朵"}
    on = TODAY + dt.timedelta(days=20)
    one, big = occasion(1, on, **child), occasion(2, on, big=True, **child)

    assert party(one, [one, big], Rules()) == (big, one)
    assert party(occasion(3, on, stopped=True), [], Rules()) == ()


def test_mornings_begin_now_and_count_both_ends() -> None:
    early = NOW.replace(hour=7)

    assert mornings(NOW, 1, NINE) == [NOW, NOW + 24 * HOUR]
    assert mornings(early, 1, NINE) == [early, NOW, NOW + 24 * HOUR]


@pytest.mark.parametrize(
    ("client", "why"),
    [
        (Client(), None),
        (Client(trashed_on=TODAY, archived_on=TODAY), Why.IN_TRASH),
        (Client(deceased_on=TODAY, archived_on=TODAY), Why.DECEASED),
        (Client(archived_on=TODAY, do_not_contact=True), Why.ARCHIVED),
        (Client(do_not_contact=True), Why.DO_NOT_CONTACT),
    ],
)
def test_why_nothing_about_a_client_reminds(client: Client, why: Why | None) -> None:
    assert why_stopped(client) is why
    assert client.is_quiet is (why is not None)


LEAP_ONLY = ClientDate(year=1988, month=2, day=29, policy="feb29=leap")
LEAP_MONTH = ClientDate(
    calendar=Calendar.LUNAR, year=1984, month=10, day=5, leap=True, policy="leap_absent=only"
)


@pytest.mark.parametrize(
    ("date", "why", "day", "far"),
    [
        (ClientDate(month=5, day=12), None, dt.date(2027, 5, 12), None),
        (ClientDate(month=11, day=22), None, TODAY, None),
        (ClientDate(month=5, day=12, is_main=False), Why.NOT_MAIN, dt.date(2027, 5, 12), None),
        (ClientDate(month=5, day=12, is_ended=True), Why.ENDED, dt.date(2027, 5, 12), None),
        (LEAP_ONLY, None, dt.date(2028, 2, 29), Later.SKIPS),
        (replace(LEAP_ONLY, policy=""), None, dt.date(2027, 2, 28), None),
        (LEAP_MONTH, Why.BEYOND_CALENDAR, None, None),
        (replace(LEAP_MONTH, policy=""), None, dt.date(2027, 11, 2), None),
        # Born on the last days of a year: the first birthday is more than a year away.
        (ClientDate(year=2026, month=12, day=30), None, dt.date(2027, 12, 30), Later.FIRST_TIME),
    ],
)
def test_when_a_date_comes_round_and_why_not(
    date: ClientDate, why: Why | None, day: dt.date | None, far: Later | None
) -> None:
    found = next_on(date, TODAY)

    assert (why_not(date, found), found, later(date, found, TODAY)) == (why, day, far)


@pytest.mark.parametrize(
    ("created", "expected"),
    [
        (None, None),
        (dt.datetime(2026, 11, 20, tzinfo=dt.UTC), None),
        (dt.datetime(2026, 11, 21, tzinfo=dt.UTC), dt.date(2026, 11, 20)),
    ],
)
def test_a_day_that_passed_before_it_was_entered(
    created: dt.datetime | None, expected: dt.date | None
) -> None:
    date = ClientDate(month=11, day=20, created_at=created)

    assert entered_after(date, TODAY) == expected


def test_birthdays_nobody_knows_are_hers_her_husbands_and_each_childs() -> None:
    people = [
        Person(id=1, relation=Relation.HUSBAND),
        Person(id=2, relation=Relation.CHILD),
        Person(id=3, relation=Relation.CHILD),
        Person(id=4, relation=Relation.PARENT),
    ]
    dates = [ClientDate(person_id=2), ClientDate(person_id=1, kind=DateKind.VALUED)]

    found: list[Line] = birthdays_unknown(people, dates)

    assert [(line.whose, line.person.id if line.person else None) for line in found] == [
        (Whose.OWN, None),
        (Whose.SPOUSE, 1),
        (Whose.CHILD, 3),
    ]
    assert {line.why for line in found} == {Why.NO_DAY}
