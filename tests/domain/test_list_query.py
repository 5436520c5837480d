"""A query is the same after JSON, and what a newer version wrote does not stop an older one."""

import dataclasses
import datetime as dt
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.list_query import FIELDS, ListQuery, Sort, from_json, to_json
from crm_desktop.domain.records import Tier
from crm_desktop.domain.traits import Missing, Standing

_days = st.none() | st.integers(0, 36_500)
_words = st.frozensets(st.text(max_size=8), max_size=3)
_dates = st.none() | st.dates()
_fen = st.none() | st.integers(-(2**53), 2**53)

queries = st.builds(
    ListQuery,
    sort=st.sampled_from(Sort),
    tiers=st.frozensets(st.sampled_from([*Tier, None]), max_size=6),
    missing=st.frozensets(st.sampled_from(Missing)),
    standing=st.frozensets(st.sampled_from(Standing)),
    text=st.text(max_size=8),
    **dict.fromkeys(("tags", "done", "wanted", "owners", "sources"), _words),
    **dict.fromkeys(("visited_from", "visited_until"), _dates),
    **dict.fromkeys(("visited_within", "not_visited_for", "birthday_within"), _days),
    **dict.fromkeys(("paid_from", "paid_until"), _fen),
    birthday_month=st.none() | st.integers(1, 12),
    **dict.fromkeys(
        [field.name for field in dataclasses.fields(ListQuery) if field.type == "bool"],
        st.booleans(),
    ),
)


@given(queries)
def test_a_query_comes_back_from_json_as_it_was(query: ListQuery) -> None:
    read = from_json(to_json(query))

    assert read.query == query
    assert read.unknown == ()


def test_names_in_json_are_those_of_the_version_that_wrote_them() -> None:
    query = ListQuery(
        sort=Sort.PAID_TOTAL,
        tiers=frozenset({Tier.B, None, Tier.A}),
        missing=frozenset({Missing.BIRTHDAY}),
        visited_from=dt.date(2026, 1, 2),
        big_only=True,
    )

    assert json.loads(to_json(query)) == {
        "sort": "paid_total",
        "tiers": ["", "A", "B"],
        "missing": ["birthday"],
        "visited_from": "2026-01-02",
        "big_only": True,
    }


@pytest.mark.parametrize(
    ("text", "unknown"),
    [
        ('{"big_only": true}', ()),
        ('{"big_only": true, "mood": "merry"}', ("mood",)),
        ('{"big_only": true, "sort": "mood"}', ("sort",)),
        ('{"big_only": true, "missing": ["birthday", "mood"]}', ("missing",)),
        ('{"big_only": true, "birthday_month": 13}', ("birthday_month",)),
        ('{"big_only": true, "visited_within": "90"}', ("visited_within",)),
        ('{"big_only": true, "tags": "one"}', ("tags",)),
        ('{"big_only": true, "visited_from": "2026-02-30"}', ("visited_from",)),
        ('{"big_only": true, "archived": 1}', ("archived",)),
    ],
)
def test_what_is_not_known_is_left_out_and_named(text: str, unknown: tuple[str, ...]) -> None:
    read = from_json(text)

    assert read.query == ListQuery(big_only=True)
    assert read.unknown == unknown


@pytest.mark.parametrize("text", ["[]", "1", "{", "null"])
def test_what_is_no_query_at_all_lets_everybody_in(text: str) -> None:
    assert from_json(text).query == ListQuery()
    assert from_json(text).unknown == ("*",)


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in {"sort", "descending"}])
def test_each_filter_counts_as_one(name: str) -> None:
    values = {
        bool: True,
        str: "王",
        frozenset: frozenset({"x"}),
        type(None): 3,
    }
    usual = getattr(ListQuery(), name)

    value: Any = values[type(usual)]
    query = dataclasses.replace(ListQuery(), **{name: value})

    assert query.filters == {name}
    assert query.everyone == ListQuery()
    assert not ListQuery(sort=Sort.TIER, descending=True).is_narrowed
