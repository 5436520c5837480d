"""Tombstones: the marks of a person, and digests that tell nothing without the key."""

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.matching import Identity
from crm_desktop.domain.tombstones import NOBODY, Buried, digest, marks_of

KEY, OLD_KEY = b"k" * 32, b"o" * 32
BORN = DatedFact(calendar=Calendar.SOLAR, year=1985, month=3, day=2)
HER = Identity(
    names=("林晚",), phones=("13800000001",), birthday=BORN, handles=("w:lw85",), keys=("card:c:7",)
)


def buried(key: bytes = KEY) -> Buried:
    return Buried(digests=frozenset(digest(key, mark) for mark in marks_of(HER)), keys=(KEY,))


@pytest.mark.parametrize(
    ("identity", "is_known"),
    [
        pytest.param(HER, True, id="herself"),
        pytest.param(Identity(phones=("13800000001",)), True, id="phone"),
        pytest.param(Identity(handles=("w:lw85",)), True, id="account"),
        pytest.param(Identity(keys=("card:c:7",)), True, id="card"),
        pytest.param(Identity(names=("林晚",), birthday=BORN), True, id="name and birthday"),
        pytest.param(Identity(names=("林晚",)), False, id="name alone"),
        pytest.param(Identity(names=("周桐",), birthday=BORN), False, id="birthday alone"),
        pytest.param(Identity(phones=("13800000002",)), False, id="another phone"),
        pytest.param(Identity(), False, id="nothing"),
    ],
)
def test_she_is_known_again_by_what_is_hers_alone(identity: Identity, *, is_known: bool) -> None:
    assert buried().holds(marks_of(identity)) is is_known


def test_a_tombstone_holds_no_word_of_hers_and_says_nothing_under_another_key() -> None:
    marks = set(marks_of(HER))
    told = buried().digests

    assert len(told) == len(marks)
    assert not any(word in one for one in told for word in ("13800000001", "lw85", "林晚"))
    assert not buried(OLD_KEY).holds(marks)


def test_a_key_from_before_the_keys_were_renewed_still_counts() -> None:
    before = Buried(digests=buried(OLD_KEY).digests, keys=(KEY, OLD_KEY))

    assert before.holds(marks_of(HER))
    assert not NOBODY.holds(marks_of(HER))
