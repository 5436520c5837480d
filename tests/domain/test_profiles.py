"""Profiles: known again by headings in any order, passed on as text, read with tolerance."""

import json
from collections.abc import Sequence
from typing import Any, Final

import pytest

from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.profiles import (
    NotAProfile,
    Profile,
    fitting,
    from_file,
    headings_in,
    rules_from_json,
    rules_to_json,
    to_file,
)
from crm_desktop.domain.reading_rules import AS_IT_STANDS, BlankRule, DateOrder, ReadingRules

RULES: Final = ReadingRules(
    columns={"会员大名": Field.NAME, "备用": None},
    bill_columns={"流水": BillField.ORDER_NUMBER},
    defaults={Field.SOURCE: "美团"},
    clinic_owned=frozenset({Field.SOURCE, Field.OWNER}),
    blank=BlankRule.CLEARS,
    date_order=DateOrder.DAY_FIRST,
    card_source="和美",
)
PASSED_ON: Final[dict[str, Any]] = {
    "client-keeper-profile": 1,
    "name": "和美",
    "kind": "clinic",
    "headings": ["姓名", "卡号"],
    "rules": {},
}


def profile(name: str, headings: str, kind: ListKind = ListKind.CLINIC) -> Profile:
    """Return one whose headings are the signs of a text."""
    return Profile(name=name, kind=kind, headings=frozenset(headings), rules=RULES)


def sheet(*rows: str) -> Sequence[frozenset[str]]:
    return [frozenset(row) for row in rows]


@pytest.mark.parametrize(
    ("sheets", "exact", "like"),
    [
        pytest.param([sheet("甲乙丙丁戊")], ["five"], None, id="as it was"),
        pytest.param([sheet("戊丁丙乙甲")], ["five"], None, id="columns moved"),
        pytest.param([sheet("题目", "甲乙丙丁戊", "一二")], ["five"], None, id="below a title"),
        pytest.param(
            [sheet("甲乙丙丁戊"), sheet("某某", "甲另外")], ["five"], None, id="more sheets"
        ),
        pytest.param([sheet("甲乙丙"), sheet("甲丁戊")], ["five"], None, id="over two sheets"),
        pytest.param([sheet("甲乙丙丁戊己")], [], "five", id="one column more"),
        pytest.param([sheet("甲乙丙丁")], [], "five", id="one column less"),
        pytest.param([sheet("甲乙丙")], [], None, id="too little in common"),
        pytest.param([sheet("甲乙丙丁戊", "子丑寅")], ["five"], None, id="the likest row counts"),
        pytest.param([sheet("天地玄黄")], [], None, id="nothing in common"),
        pytest.param([], [], None, id="no sheet"),
    ],
)
def test_a_list_is_known_by_its_headings_alone(
    sheets: Sequence[Sequence[frozenset[str]]], exact: list[str], like: str | None
) -> None:
    found, much = fitting([profile("five", "甲乙丙丁戊"), profile("other", "子丑寅卯")], sheets)

    assert [one.name for one in found] == exact
    assert (much.name if much else None) == like


def test_of_two_that_fit_the_one_that_knows_more_is_meant_and_equals_are_both_told() -> None:
    clients, both, twin = profile("a", "甲乙"), profile("b", "甲乙丙丁"), profile("c", "甲乙丙丁")

    assert fitting([clients, both], [sheet("甲乙"), sheet("丙丁")]) == ((both,), None)
    assert fitting([clients, both, twin], [sheet("甲乙丙丁")]) == ((both, twin), None)


def test_the_order_of_headings_makes_no_fingerprint() -> None:
    one = Profile(name="a", kind=ListKind.CLINIC, headings=frozenset({"乙", "甲"}), rules=RULES)

    assert one.fingerprint == "乙\n甲"
    assert headings_in(one.fingerprint) == one.headings
    assert headings_in("") == frozenset()


def test_rules_come_back_as_they_were() -> None:
    assert rules_from_json(rules_to_json(RULES)) == (RULES, ())
    assert rules_from_json("{}") == (AS_IT_STANDS, ())


def test_a_profile_that_was_passed_on_is_the_same() -> None:
    one = profile("和美医院", "甲乙丙")

    assert from_file(to_file(one)) == one


@pytest.mark.parametrize(
    ("body", "unknown"),
    [
        ({"moods": 1}, ("moods",)),
        ({"columns": {"心情": "mood", "姓名": "name"}}, ("mood",)),
        ({"bill_columns": {"桌号": "table"}}, ("table",)),
        ({"defaults": {"mood": "好", "source": 3}}, ("mood", "source")),
        ({"clinic_owned": ["mood"]}, ("mood",)),
        ({"blank": "asks"}, ("asks",)),
        ({"date_order": "week_first"}, ("week_first",)),
        ({"columns": 3, "defaults": [], "clinic_owned": "name", "card_source": 7}, ()),
    ],
)
def test_what_a_newer_version_wrote_is_told_and_left_out(
    body: dict[str, object], unknown: tuple[str, ...]
) -> None:
    rules, told = rules_from_json(json.dumps(body))

    assert told == unknown
    assert rules == ReadingRules(columns=rules.columns)
    assert set(rules.columns.values()) <= {Field.NAME}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "姓名,电话",
        "[" * 100_000,
        "{}",
        json.dumps({**PASSED_ON, "client-keeper-profile": 2}),
        json.dumps({**PASSED_ON, "client-keeper-profile": "1"}),
        json.dumps({**PASSED_ON, "kind": "menu"}),
        json.dumps({**PASSED_ON, "name": "  "}),
        json.dumps({**PASSED_ON, "headings": [1]}),
        json.dumps({**PASSED_ON, "rules": None}),
    ],
    ids=lambda text: text[:24],
)
def test_anything_else_is_refused(text: str) -> None:
    assert from_file(json.dumps(PASSED_ON)).name == "和美"
    with pytest.raises(NotAProfile):
        from_file(text)
