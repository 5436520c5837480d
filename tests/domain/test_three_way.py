"""Three-way merge of cells, sets and notes: the laws, and a table of what becomes of a cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.import_plan import Accept, Decision
from crm_desktop.domain.sync_cell import CellMerge, CellSides, Rule, merged_cell
from crm_desktop.domain.three_way import (
    EMPTIED,
    Step,
    merged_set,
    pieces,
    private_lines,
    step,
    with_new_lines,
    with_private_lines,
)

TEXTS = st.text("甲乙丙丁", max_size=3)
SETS = st.frozensets(st.sampled_from("甲乙丙丁戊"))
LINES = st.lists(st.sampled_from(["甲", "乙", "丙", "【私密】丁", "戊"]), max_size=4, unique=True)
THEIR_LINES = st.lists(st.sampled_from(["甲", "乙", "丙", "己"]), max_size=4, unique=True)

STEPS = [
    # ours, theirs, bases, asks, what becomes of it
    ("甲", "甲", ["甲"], False, Step.STAYS),
    ("甲", "", ["甲"], False, Step.STAYS),
    ("甲", "乙", ["乙"], False, Step.STAYS),
    ("甲", "乙", ["丙", "乙"], False, Step.STAYS),
    ("甲", "乙", ["甲"], False, Step.TAKES),
    ("甲", "乙", ["甲"], True, Step.ASKS),
    ("甲", "乙", ["丙"], False, Step.ASKS),
    ("甲", "乙", ["丙", "甲"], False, Step.ASKS),
    ("甲", "乙", [], False, Step.ASKS),
    ("", "乙", [], True, Step.FILLS),
    ("", "乙", [""], True, Step.FILLS),
    ("", "乙", [EMPTIED], False, Step.FILLS),
    ("", "乙", ["甲"], False, Step.ASKS),
    ("甲", EMPTIED, ["甲"], False, Step.CLEARS),
    ("甲", EMPTIED, ["甲"], True, Step.ASKS),
    ("甲", EMPTIED, ["乙"], False, Step.ASKS),
    ("甲", EMPTIED, [], False, Step.ASKS),
    ("甲", EMPTIED, [EMPTIED], False, Step.STAYS),
    ("", EMPTIED, ["甲"], False, Step.STAYS),
]


@pytest.mark.parametrize(("ours", "theirs", "bases", "asks", "becomes"), STEPS)
def test_what_becomes_of_a_cell(
    ours: str,
    theirs: str,
    bases: list[str],
    asks: bool,  # noqa: FBT001 - a table
    becomes: Step,
) -> None:
    assert step(ours, theirs, bases, asks=asks) is becomes


def stands(ours: str, theirs: str, bases: list[str]) -> str:
    """Return the cell after the merge, where nobody decides what is asked."""
    taken = step(ours, theirs, bases)
    if taken is Step.CLEARS:
        return ""
    return theirs if taken in {Step.TAKES, Step.FILLS} else ours


@given(base=TEXTS, ours=TEXTS, theirs=TEXTS)
def test_the_laws_of_a_single_value(base: str, ours: str, theirs: str) -> None:
    assert stands(ours, base, [base]) == ours
    assert stands(base, theirs, [base]) == (theirs or base)
    assert stands(base, EMPTIED, [base]) == ""
    once = stands(ours, theirs, [base])
    assert stands(once, theirs, [theirs, base]) == once, "they have theirs from then on"


def as_map(items: frozenset[str]) -> dict[str, str]:
    return {item: item for item in sorted(items)}


@given(base=SETS, ours=SETS, theirs=SETS)
def test_the_laws_of_a_set(
    base: frozenset[str], ours: frozenset[str], theirs: frozenset[str]
) -> None:
    assert merged_set(as_map(ours), as_map(base), [base]).is_same
    assert set(merged_set(as_map(base), as_map(theirs), [base]).result) == theirs
    once = merged_set(as_map(ours), as_map(theirs), [base])
    assert set(once.result) == (ours - (base - theirs)) | (theirs - base)
    assert merged_set(as_map(frozenset(once.result)), as_map(theirs), [theirs, base]).is_same
    assert ours <= set(merged_set(as_map(ours), as_map(theirs), []).result)


def note(ours: list[str], theirs: list[str], base: list[str]) -> CellMerge:
    """Merge notes of which they see all but the private lines."""
    seen = [line for line in ours if "私密" not in line]
    return merged_cell(
        CellSides(
            key="client.notes",
            rule=Rule.NOTE,
            ours="\n".join(seen),
            theirs="\n".join(theirs),
            bases=("\n".join(base),),
            held="\n".join(ours),
        ),
        None,
    )


@given(ours=LINES, theirs=THEIR_LINES, base=THEIR_LINES)
def test_no_line_of_a_note_is_lost_that_they_could_not_know_or_we_wrote(
    ours: list[str], theirs: list[str], base: list[str]
) -> None:
    merge = note(ours, theirs, base)
    text = "\n".join(ours) if merge.value is None else str(merge.value)
    lines = text.splitlines()

    seen = [line for line in ours if "私密" not in line]
    assert {line for line in ours if "私密" in line} <= set(lines)
    if theirs and seen == base:
        assert [line for line in lines if "私密" not in line] == theirs
    else:
        assert set(ours) <= set(lines)
        assert set(theirs) - set(base) <= set(lines) or not theirs
    assert not merge.is_open


def test_lines_keep_their_places() -> None:
    assert with_private_lines("甲\n[私]乙\n丙", "甲\n丁") == "甲\n[私]乙\n丁"
    assert with_private_lines("[私]乙\n丙", "丁") == "[私]乙\n丁"
    assert private_lines("甲\n[私]乙\n丙") == "[私]乙"
    assert with_new_lines("甲\n", "甲\n138****0001 乙", ["甲"], "甲\n13800000001 乙") == (
        "甲\n13800000001 乙",
        "13800000001 乙",
    )
    assert pieces("百合、 茶,,花/草\n") == ("百合", "茶", "花", "草")


PHONES = [
    # ours, theirs, what they had, decided, what comes of it, the numbers after
    ("1", "1、2", ["1"], None, ["added"], ("1", "2")),
    ("", "1、2", [""], None, ["filled", "filled"], ("1", "2")),
    ("1、2", "2、1", ["1、2"], None, ["kept"], None),
    ("1、2", "1", ["1、2"], None, ["kept"], None),
    ("1", "2", ["1"], Accept.MINE, ["kept"], None),
    ("1", "2", ["1"], Accept.THEIRS, ["taken"], ("2",)),
    ("1", "2", [], Accept.THEIRS, ["taken"], ("2", "1")),
    ("1、3", "1、2", ["1"], None, ["added"], ("1", "2", "3")),
    ("1、2", "1", ["1"], None, [], None),
]


@pytest.mark.parametrize(("ours", "theirs", "bases", "accept", "came", "after"), PHONES)
def test_numbers_are_added_and_never_lost_unasked(  # noqa: PLR0913, PLR0917 - a table
    ours: str,
    theirs: str,
    bases: list[str],
    accept: Accept | None,
    came: list[str],
    after: tuple[str, ...] | None,
) -> None:
    cell = CellSides(
        key="client.phone",
        rule=Rule.PHONES,
        ours=ours,
        theirs=theirs,
        bases=tuple(bases),
        our_items={one: one for one in pieces(ours)},
        their_items={one: one for one in pieces(theirs)},
        base_items=tuple(frozenset(pieces(base)) for base in bases),
    )

    merge = merged_cell(cell, accept)

    assert [each.decision.value for each in merge.came] == came
    assert merge.value == after
    assert merge.is_open == (came == ["kept"] and accept is None)


def test_private_lines_are_not_theirs_to_clear() -> None:
    cell = CellSides(
        key="client.notes",
        rule=Rule.NOTE,
        ours="甲",
        theirs=EMPTIED,
        bases=("甲",),
        held="甲\n[私]乙",
    )

    merge = merged_cell(cell, None)

    assert [each.decision for each in merge.came] == [Decision.CLEARED]
    assert (merge.value, merge.clears) == ("[私]乙", False)
