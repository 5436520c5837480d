"""Who may be in the book twice, and on what grounds; nobody is compared with everybody."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.duplicates import (
    MANY,
    Likeness,
    Sureness,
    groups,
    likenesses,
    likenesses_of,
)
from crm_desktop.domain.matching import Grounds, Identity

MAY = DatedFact(calendar=Calendar.SOLAR, year=1990, month=5, day=1)
JUNE = DatedFact(calendar=Calendar.SOLAR, year=1990, month=6, day=1)
PHONE, NEAR, FAR = "13800138000", "13800138001", "13911112222"


WANG, QIN, CHEN = "王雅琴", "王雅芹", "陈建国"


def who(
    *names: str,
    phone: str = "",
    birthday: DatedFact | None = None,
    wechat: str = "",
    card: str = "",
) -> Identity:
    return Identity(
        names=names,
        phones=(phone,) if phone else (),
        birthday=birthday,
        handles=(f"w:{wechat}",) if wechat else (),
        keys=(f"card:{card}",) if card else (),
    )


@pytest.mark.parametrize(
    ("one", "other", "grounds", "sureness"),
    [
        (who(WANG, card="7"), who("李兰", card="7"), Grounds.KEY, "A"),
        (who(WANG, phone=PHONE), who("王 雅琴", phone=PHONE), Grounds.PHONE_AND_NAME, "A"),
        (who(WANG, "王姐", phone=PHONE), who("王姐", phone=PHONE), Grounds.PHONE_AND_NAME, "A"),
        (who(WANG, phone=PHONE), who(QIN, phone=PHONE),
         Grounds.PHONE_AND_SIMILAR_NAME, "B"),
        (who(WANG, phone=PHONE, birthday=MAY), who("李兰", phone=PHONE, birthday=MAY),
         Grounds.PHONE_AND_BIRTHDAY, "B"),
        (who(WANG, phone=PHONE, birthday=MAY), who(WANG, phone=FAR, birthday=MAY),
         Grounds.NAME_AND_BIRTHDAY, "B"),
        (who(WANG, phone=PHONE), who(WANG, phone=NEAR), Grounds.NAME_AND_CLOSE_PHONE, "B"),
        (who(WANG, phone=PHONE), who(WANG, phone=PHONE[:-1]), Grounds.NAME_AND_CLOSE_PHONE, "B"),
        (who(WANG, wechat="yaqin"), who(WANG, phone=PHONE, wechat="yaqin"),
         Grounds.NAME_AND_HANDLE, "B"),
        (who(WANG, phone=PHONE), who(CHEN, phone=PHONE), Grounds.PHONE_ONLY, "C"),
        (who(WANG, phone=PHONE), who(WANG), Grounds.NAME_ONLY, "D"),
        (who(WANG), who(WANG), Grounds.NAME_ALONE_ON_BOTH, "D"),
    ],
)  # fmt: skip
def test_what_speaks_for_one_person(
    one: Identity, other: Identity, grounds: Grounds, sureness: str
) -> None:
    (found,) = likenesses([(1, one), (2, other)])

    assert found == Likeness(one_id=1, other_id=2, grounds=grounds)
    assert found.sureness is Sureness(sureness)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (who(WANG, phone=PHONE), who(WANG, phone=FAR)),
        (who(WANG, birthday=MAY), who(WANG, birthday=JUNE)),
        (who(WANG, birthday=MAY), who("李兰", birthday=MAY)),
        (who(WANG, "王姐", phone=PHONE), who("王美丽", "王姐")),
        (who("", phone=""), who("", phone="")),
    ],
)
def test_what_says_nothing_is_not_asked(one: Identity, other: Identity) -> None:
    assert likenesses([(1, one), (2, other)]) == []


def test_not_the_same_is_never_asked_again() -> None:
    people = [(1, who(WANG, phone=PHONE)), (2, who(WANG, phone=PHONE))]

    assert likenesses(people, not_same=[(2, 1)]) == []


def test_the_surest_come_first_and_hang_together() -> None:
    people = [
        (1, who(WANG, phone=PHONE)),
        (2, who(CHEN, phone=PHONE)),
        (3, who(WANG, phone=PHONE)),
        (4, who(WANG, phone=NEAR)),
    ]

    found = likenesses(people)

    assert [(one.one_id, one.other_id, one.sureness.value) for one in found] == [
        (1, 3, "A"), (1, 4, "B"), (3, 4, "B"), (1, 2, "C"), (2, 3, "C"),
    ]  # fmt: skip
    assert groups(found) == [(1, 3, 4)]


def test_what_many_share_is_narrowed_down_by_something_else() -> None:
    shop = "02088886666"
    crowd = [(id_, who(f"客人{id_:03}", phone=shop)) for id_ in range(1, 200)]
    namesakes = [(id_, who("王芳", phone=f"139{id_ * 1009:08}")) for id_ in range(200, 400)]
    twins = [
        (900, who("客人007", phone=shop)),
        (901, who("王芳", phone=f"139{200 * 1009:08}"[:-1] + "9")),
        (902, who("王芳", birthday=MAY)),
        (903, who("王芳", birthday=MAY, phone=FAR)),
    ]

    found = {(one.one_id, one.other_id) for one in likenesses([*crowd, *namesakes, *twins])}

    assert found == {(7, 900), (200, 901), (201, 901), (902, 903)}


def test_a_very_common_everything_does_not_grow_with_the_square() -> None:
    same = who("王芳", phone=PHONE, birthday=MAY)

    found = likenesses([(id_, same) for id_ in range(1, 1001)])

    assert len(found) <= 1000 * MANY


@given(
    st.lists(
        st.builds(
            who,
            st.sampled_from(["王芳", WANG, QIN, "李兰", "王姐"]),
            phone=st.sampled_from(["", PHONE, NEAR, FAR]),
            birthday=st.sampled_from([None, MAY, JUNE]),
        ),
        max_size=MANY,
    )
)
def test_blocks_miss_no_pair_that_comparing_all_would_find(people: list[Identity]) -> None:
    numbered = list(enumerate(people, start=1))

    found = likenesses(numbered)

    each = [
        likenesses([numbered[one], numbered[other]])
        for one, other in itertools.combinations(range(len(people)), 2)
    ]
    assert sorted(found, key=repr) == sorted(itertools.chain(*each), key=repr)


def test_of_one_client_the_same_is_found_as_of_all() -> None:
    people = [
        (1, who(WANG, phone=PHONE)),
        (2, who(CHEN, phone=PHONE)),
        (3, who(WANG, phone=PHONE)),
        (4, who("李兰", phone=PHONE)),
    ]

    found = likenesses_of(2, people, not_same=[(4, 2)])

    assert [(one.one_id, one.other_id) for one in found] == [(1, 2), (2, 3)]


def test_a_name_that_many_bear_asks_nothing_by_itself() -> None:
    bare = who("王芳")
    crowd = [(id_, who("王芳", phone=f"139{id_ * 1009:08}")) for id_ in range(1, MANY + 1)]

    assert likenesses_of(0, [(0, bare), *crowd]) == []
    assert len(likenesses_of(0, [(0, bare), *crowd[1:]])) == MANY - 1
