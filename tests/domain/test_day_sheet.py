"""What the calendar shows: filters, counts, and how far she is with each entry."""

import pytest

from crm_desktop.domain.day_sheet import (
    Facet,
    Sieve,
    Standing,
    Whom,
    counts,
    entry_of,
    facet_of,
    standings,
)
from crm_desktop.domain.occasions import Kept, Key, Kind, ReminderState, Source, Stage
from crm_desktop.domain.records.enums import Relation, Tier
from tests.fakes import FixedClock
from tests.ui.people import TUESDAY, occasion

NOW = FixedClock().now()
BIRTHDAY = entry_of(occasion(1, tier=Tier.A))
SMALL = entry_of(occasion(2, big=False, tier=Tier.D))
TALK = entry_of(occasion(3, kind=Kind.FOLLOW_UP, source=Source.TALK, big=False))
FESTIVAL = entry_of(
    occasion(4, kind=Kind.FESTIVAL, source=Source.FESTIVAL, client_id=0, big=False, festival="x")
)
ALL = (BIRTHDAY, SMALL, TALK, FESTIVAL)


@pytest.mark.parametrize(
    ("sieve", "shown"),
    [
        (Sieve(), ALL),
        (Sieve(facets=frozenset({Facet.BIRTHDAY})), (BIRTHDAY, SMALL)),
        (Sieve(facets=frozenset({Facet.BIRTHDAY, Facet.FOLLOW_UP})), (BIRTHDAY, SMALL, TALK)),
        (Sieve(whom=Whom.BIG), (BIRTHDAY, FESTIVAL)),
        (Sieve(whom=Whom.D), (SMALL, FESTIVAL)),
        (Sieve(facets=frozenset({Facet.FOLLOW_UP}), whom=Whom.BIG), ()),
    ],
)
def test_a_sieve_lets_pass_what_is_asked_for(sieve: Sieve, shown: tuple[object, ...]) -> None:
    assert tuple(filter(sieve.passes, ALL)) == shown


def test_counts_are_of_those_looked_at_whatever_facet_is_chosen() -> None:
    sieve = Sieve(facets=frozenset({Facet.POINTS}), whom=Whom.BIG)

    assert counts(ALL, sieve) == {Facet.BIRTHDAY: 1, Facet.FESTIVAL: 1}


@pytest.mark.parametrize(
    ("kind", "relation", "facet"),
    [
        (Kind.BIRTHDAY, None, Facet.BIRTHDAY),
        (Kind.BIRTHDAY, Relation.HUSBAND, Facet.BIRTHDAY),
        (Kind.BIRTHDAY, Relation.CHILD, Facet.CHILD),
        (Kind.MILESTONE, Relation.CHILD, Facet.CHILD),
        (Kind.VALUED, Relation.CHILD, Facet.ANNIVERSARY),
        (Kind.CARE, None, Facet.FOLLOW_UP),
    ],
)
def test_every_kind_has_its_facet(kind: Kind, relation: Relation | None, facet: Facet) -> None:
    assert facet_of(kind, relation) is facet
    assert all(isinstance(facet_of(each, None), Facet) for each in Kind)


@pytest.mark.parametrize(
    ("states", "standing"),
    [
        ({Stage.PREPARE: ReminderState.ORDERED}, Standing.ORDERED),
        ({Stage.PREPARE: ReminderState.DONE}, None),
        ({Stage.DAY: ReminderState.SHOWN}, None),
        (
            {Stage.DAY: ReminderState.DONE, Stage.PREPARE: ReminderState.ORDERED},
            Standing.DONE,
        ),
        (
            {Stage.REACTION: ReminderState.DISMISSED, Stage.DAY: ReminderState.DONE},
            Standing.DONE,
        ),
        ({Stage.DAY: ReminderState.MISSED}, Standing.MISSED),
        ({Stage.DAY: ReminderState.DISMISSED}, Standing.LET_GO),
        (
            {Stage.POINTS_60: ReminderState.MISSED, Stage.POINTS_7: ReminderState.DONE},
            Standing.DONE,
        ),
    ],
)
def test_stages_tell_how_far_she_is(
    states: dict[Stage, ReminderState], standing: Standing | None
) -> None:
    kept = {
        Key(7, TUESDAY, stage): Kept(state=each, changed_at=NOW) for stage, each in states.items()
    }

    assert standings(kept).get((Source.DATE, 7, TUESDAY)) is standing


def test_only_what_she_set_a_day_for_can_be_moved() -> None:
    assert [entry.is_movable for entry in ALL] == [False, False, True, False]
    assert not TALK._replace(standing=Standing.DONE).is_movable
