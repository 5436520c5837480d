"""Texts with fields: filled in, their faults named, sentences without their fact left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.merge_text import (
    FIELD_NAMES,
    LONGEST,
    Field,
    TextFault,
    fields_of,
    filled,
    problems,
)

FACTS = {Field.CLIENT: "王姐", Field.CHILD: "朵朵", Field.AGE: "8", Field.HUSBAND: "", Field.ME: ""}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("生日快乐", "生日快乐"),
        ("{称呼}，{孩子}{几岁}岁啦！", "王姐，朵朵8岁啦！"),
        ("{client}, {child} turns {age} today.", "王姐, 朵朵 turns 8 today."),
        ("{ Client }｛称呼｝", "王姐王姐"),
        pytest.param("{称呼}好。{先生}也好！问安。", "王姐好。问安。", id="a sentence is left out"),
        pytest.param("Hello {client}! Love, {me}", "Hello 王姐!", id="a signature is left out"),
        pytest.param("{先生}好", "", id="no sentence is left"),
        pytest.param("今年 3.5 岁，{称呼}。", "今年 3.5 岁，王姐。", id="a point within a number"),
        pytest.param("{称呼}{不认识}", "", id="an unknown field fills nothing"),
        pytest.param("第一行\n{先生}\n第三行", "第一行\n第三行", id="lines are sentences"),
    ],
)
def test_a_text_is_filled_in(text: str, told: str) -> None:
    assert filled(text, FACTS) == told


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{称呼}，生日快乐", []),
        ("", [(TextFault.EMPTY, "")]),
        (" \n ", [(TextFault.EMPTY, "")]),
        ("{老公}好", [(TextFault.UNKNOWN_FIELD, "老公")]),
        ("{}好", [(TextFault.UNKNOWN_FIELD, "")]),
        ("{称呼好", [(TextFault.OPEN_BRACE, "{")]),
        ("称呼}好", [(TextFault.OPEN_BRACE, "}")]),
        (
            "{a} {b} {",
            [*[(TextFault.UNKNOWN_FIELD, name) for name in "ab"], (TextFault.OPEN_BRACE, "{")],
        ),
        ("好" * LONGEST, []),
        ("好" * (LONGEST + 1), [(TextFault.TOO_LONG, str(LONGEST))]),
    ],
)
def test_every_fault_of_a_text_is_named(text: str, found: list[tuple[TextFault, str]]) -> None:
    assert [(each.fault, each.value) for each in problems(text)] == found


def test_every_field_has_a_name_in_both_languages() -> None:
    for field in Field:
        names = [name for name, each in FIELD_NAMES.items() if each is field]

        assert len(names) == 2
        assert {name.isascii() for name in names} == {True, False}


def test_the_fields_of_a_text_are_found() -> None:
    assert fields_of("{称呼} {age} {nothing}") == {Field.CLIENT, Field.AGE}


@given(st.text(alphabet="{}｛｝称呼client。！? \n", max_size=60), st.text(max_size=20))
def test_filling_never_fails_and_leaves_no_field_behind(text: str, value: str) -> None:
    told = filled(text, {Field.CLIENT: value})

    assert told == "" or not problems(text)
    assert "{称呼}" not in told.replace(value, "") or "{称呼}" in value
