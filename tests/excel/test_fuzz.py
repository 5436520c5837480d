"""A thousand bent lists a run: read, or refused with a reason, and nothing else.

FUZZ_SEED names other thousands.
"""

import os

from tests.excel.fuzz import bases, bent
from tests.excel.fuzzing import read_bent, told

MANY = 1_000
SEED = int(os.environ.get("FUZZ_SEED", "5"))


def test_bent_lists_are_read_or_refused_with_a_reason() -> None:
    tally = read_bent(SEED, MANY)

    assert tally.unhandled == [], told(tally)
    assert tally.aborts_here == []
    assert tally.hangs == []
    ended = len(tally.aborts_apart) + len(tally.too_long)
    assert sum(tally.outcomes.values()) + ended == MANY
    assert tally.outcomes["read"] > MANY // 10
    assert len(tally.outcomes) > 4


def test_the_same_number_bends_the_same_way() -> None:
    made = bases()

    assert bent(1, 7, made) == bent(1, 7, made)
    assert len({bent(1, number, made)[1] for number in range(50)}) > 45
