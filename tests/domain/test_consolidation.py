"""The same client with two consultants."""

import pytest

from crm_desktop.domain.consolidation import Likeness, Pair, between, blocks, paired, phones_differ
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.matching import Grounds, Identity

BORN = DatedFact(calendar=Calendar.SOLAR, year=1985, month=3, day=2)
BORN_LUNAR = DatedFact(calendar=Calendar.LUNAR, year=1985, month=1, day=11)
OTHER_DAY = DatedFact(calendar=Calendar.SOLAR, year=1985, month=3, day=9)
PHONE, MASK = "15400000012", "154****0012"


def like(
    name: str = "云清欢",
    *phones: str,
    masked: tuple[str, ...] = (),
    day: DatedFact | None = None,
    handles: tuple[str, ...] = (),
    keys: tuple[str, ...] = (),
) -> Likeness:
    identity = Identity(names=(name,), phones=phones, birthday=day, handles=handles, keys=keys)
    return Likeness(identity=identity, masked=masked)


CASES = [
    ("phone and name", like("云清欢", PHONE), like("云 清欢", PHONE), Grounds.PHONE_AND_NAME),
    ("card", like("甲", keys=("card:8",)), like("乙", keys=("card:8",)), Grounds.KEY),
    ("name and day", like(day=BORN), like("云清欢", PHONE, day=BORN), Grounds.NAME_AND_BIRTHDAY),
    ("lunar day", like(day=BORN), like(day=BORN_LUNAR), Grounds.NAME_AND_BIRTHDAY),
    ("another day", like(day=BORN), like(day=OTHER_DAY), None),
    (
        "one digit",
        like("云清欢", PHONE),
        like("云清欢", "15400000013"),
        Grounds.NAME_AND_CLOSE_PHONE,
    ),
    ("account", like(handles=("yqh",)), like(handles=("yqh",)), Grounds.NAME_AND_HANDLE),
    ("masked here", like(masked=(MASK,)), like("云清欢", PHONE), Grounds.PHONE_AND_NAME),
    ("masked there", like("云清欢", PHONE), like(masked=(MASK,)), Grounds.PHONE_AND_NAME),
    ("second masked", like("云清欢", PHONE), like(masked=("1**", MASK)), Grounds.PHONE_AND_NAME),
    ("masked twice", like(masked=(MASK,)), like(masked=(MASK,)), Grounds.PHONE_AND_NAME),
    ("masked, other name", like(masked=(MASK,)), like("林小满", masked=(MASK,)), None),
    ("other mask", like(masked=(MASK,)), like("云清欢", "15400009999"), None),
    ("relatives", like("云清欢", PHONE), like("林小满", PHONE), Grounds.PHONE_ONLY),
    ("names alone", like(), like(), Grounds.NAME_ALONE_ON_BOTH),
    ("a name and little", like(), like("云清欢", PHONE), None),
    ("a name and a mask", like(), like(masked=(MASK,)), None),
    ("strangers", like("云清欢", PHONE), like("林小满", "15400000099"), None),
]


@pytest.mark.parametrize(("one", "other", "grounds"), [case[1:] for case in CASES])
def test_what_speaks_for_two_being_one(
    one: Likeness, other: Likeness, grounds: Grounds | None
) -> None:
    assert between(one, other) is grounds
    assert between(other, one) is grounds


@pytest.mark.parametrize(("one", "other", "grounds"), [case[1:] for case in CASES])
def test_whoever_may_be_one_shares_a_block(
    one: Likeness, other: Likeness, grounds: Grounds | None
) -> None:
    if grounds is not None:
        assert set(blocks(one)) & set(blocks(other))


def test_three_who_are_one_take_two_pairs_and_an_answered_question_is_not_asked() -> None:
    grounds = {
        (0, 9): Grounds.KEY,
        (1, 2): Grounds.PHONE_AND_NAME,
        (2, 3): Grounds.PHONE_ONLY,
        (1, 3): Grounds.KEY,
        (4, 5): Grounds.PHONE_ONLY,
        (6, 7): None,
    }
    asked = []

    def judged(one: int, other: int) -> Grounds | None:
        asked.append((one, other))
        return grounds[one, other]

    pairs = paired([(0, 9), (1, 2), (2, 3), (1, 3), (2, 3), (4, 5), (6, 7)], judged)

    assert pairs == [
        Pair(group=1, one=0, other=9, grounds=Grounds.KEY),
        Pair(group=2, one=1, other=2, grounds=Grounds.PHONE_AND_NAME),
        Pair(group=2, one=1, other=3, grounds=Grounds.KEY),
        Pair(group=3, one=4, other=5, grounds=Grounds.PHONE_ONLY),
    ]
    assert asked == [(0, 9), (1, 2), (2, 3), (1, 3), (4, 5), (6, 7)]


@pytest.mark.parametrize(
    ("one", "other", "differ"),
    [
        (like("a", PHONE), like("a", PHONE), False),
        (like("a", PHONE), like("a", PHONE, "15400000013"), False),
        (like("a", PHONE), like("a", "15400000013"), True),
        (like("a", PHONE), like("a", masked=(MASK,)), False),
        (like("a", "15400000099"), like("a", masked=(MASK,)), True),
        (like("a"), like("a", PHONE), False),
    ],
)
def test_phones_differ_where_each_has_one_the_other_lacks(
    one: Likeness, other: Likeness, *, differ: bool
) -> None:
    assert phones_differ(one, other) is differ
