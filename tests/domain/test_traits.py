"""What follows from a client's file: what it lacks, how she stands."""

import pytest

from crm_desktop.domain.records import DepositState, Relation
from crm_desktop.domain.traits import (
    Known,
    Mark,
    Missing,
    Standing,
    Trait,
    bits,
    missing_in,
    traits_of,
)

WHOLE = Known(
    has_phone=True,
    relations=frozenset({Relation.HUSBAND, Relation.CHILD}),
    birthdays=frozenset({None, Relation.HUSBAND, Relation.CHILD}),
    was_met=True,
)


@pytest.mark.parametrize(
    ("known", "traits"),
    [
        (WHOLE, set()),
        (
            Known(),
            {Missing.PHONE, Missing.BIRTHDAY, Missing.FAMILY, Missing.LAST_TALK},
        ),
        (
            Known(has_phone=True, birthdays=frozenset({None}), was_met=True, children_count=1),
            {Missing.CHILD_BIRTHDAY},
        ),
        (
            Known(
                has_phone=True,
                was_met=True,
                relations=frozenset({Relation.PARTNER}),
                birthdays=frozenset({None, Relation.CHILD}),
            ),
            {Missing.HUSBAND_BIRTHDAY},
        ),
        (
            Known(
                has_phone=True,
                was_met=True,
                relations=frozenset({Relation.PARENT}),
                birthdays=frozenset({Relation.PARENT}),
            ),
            {Missing.BIRTHDAY},
        ),
    ],
)
def test_a_file_lacks_what_belongs_in_it(known: Known, traits: set[Trait]) -> None:
    assert traits_of(known) == traits


def test_each_standing_and_mark_has_its_reason() -> None:
    known = Known(
        sessions_left=1,
        deposits=frozenset({DepositState.DEPOSIT, DepositState.REFUNDED}),
        is_vip=True,
        is_not_to_be_contacted=True,
    )

    found = traits_of(known)

    assert {Standing.SESSIONS_LEFT, Standing.DEPOSIT, Mark.VIP, Mark.DO_NOT_CONTACT} <= found
    assert Standing.PAID_UNTREATED not in found


def test_missing_facts_come_back_out_of_the_number_in_their_order() -> None:
    number = bits({Mark.VIP, Missing.LAST_TALK, Missing.PHONE, Standing.DEPOSIT})

    assert missing_in(number) == (Missing.PHONE, Missing.LAST_TALK)
    assert len({bits((trait,)) for trait in (*Missing, *Standing, *Mark)}) == 11
