"""The words of a day say what is special about it, in both languages."""

from typing import Any

import pytest

from crm_desktop.domain.occasions import Kind, Milestone
from crm_desktop.domain.years import YearMark
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.occasions import event
from crm_desktop.ui.text.years import mark_words, milestone_words, wedding_name
from tests.ui.people import occasion

ROUND, ANIMAL = YearMark.ROUND, YearMark.OWN_ANIMAL


@pytest.mark.parametrize(
    ("facts", "english", "chinese"),
    [
        ({"age": 61}, "Birthday, turns 61", "61 岁生日"),
        ({"age": 70, "marks": (ROUND,)}, "Birthday, turns 70 · round birthday", "70 岁生日 · 整寿"),
        (
            {"age": 60, "nominal_age": 61, "marks": (ROUND, ANIMAL)},
            "Birthday, turns 60 · round birthday · own zodiac year",
            "60 岁生日 · 整寿 · 本命年",
        ),
        (
            {"age": 58, "nominal_age": 59, "marks": (YearMark.ROUND_AT_NINE,)},
            "Birthday, turns 58 · kept as the 60th",
            "58 岁生日 · 做 60 大寿",
        ),
        ({"age": None}, "Birthday", "生日"),
        (
            {"kind": Kind.ANNIVERSARY, "age": 10},
            "Wedding anniversary, 10 years · tin wedding",
            "结婚纪念日 10 周年 · 锡婚",
        ),
        (
            {"kind": Kind.ANNIVERSARY, "age": 16},
            "Wedding anniversary, 16 years",
            "结婚纪念日 16 周年",
        ),
        (
            {"kind": Kind.MILESTONE, "milestone": Milestone.HUNDRED_DAYS, "age": 0},
            "A hundred days old",
            "百日",
        ),
    ],
)
def test_a_day_says_what_is_special_about_it(
    translators: Translators, facts: dict[str, Any], english: str, chinese: str
) -> None:
    translators.speak(Language.ENGLISH)
    here = event(occasion(**facts))
    translators.speak(Language.CHINESE)

    assert (here, event(occasion(**facts))) == (english, chinese)


@pytest.mark.parametrize(
    ("years", "chinese"),
    [(1, "纸婚"), (15, "水晶婚"), (16, ""), (25, "银婚"), (50, "金婚"), (60, "钻石婚"), (None, "")],
)
def test_names_of_weddings(translators: Translators, years: int | None, chinese: str) -> None:
    translators.speak(Language.CHINESE)

    assert wedding_name(years) == chinese


def test_every_mark_and_milestone_has_words(translators: Translators) -> None:
    translators.speak(Language.CHINESE)

    told = [mark_words((mark,), 59) for mark in YearMark]
    told += [milestone_words(each) for each in Milestone]

    assert len(set(told)) == len(YearMark) + len(Milestone)
    assert not any(word.isascii() for word in told)
