import datetime as dt

import pytest

from crm_desktop.domain.drafts import CompletedDraft, GiftDraft, TierDraft
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import PreferenceKind, Sex, Tier
from crm_desktop.excel.parsing.children import parse_children
from crm_desktop.excel.parsing.choices import parse_is_lunar, parse_sex, parse_tier, parse_yes_no
from crm_desktop.excel.parsing.gifts import parse_gifts
from crm_desktop.excel.parsing.preferences import Tastes, parse_tastes
from crm_desktop.excel.parsing.projects import parse_completed, parse_potential
from crm_desktop.excel.parsing.text import line_of, parts_of, text_of
from crm_desktop.excel.workbook import CellValue

TODAY = dt.date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "children"),
    [
        ("大宝 2015-6-1 小宝 9月3日", [("大宝", "2015-06-01"), ("小宝", "--09-03")]),
        ("大宝 7月24日\n小宝 2013-04-09", [("大宝", "--07-24"), ("小宝", "2013-04-09")]),
        ("大宝2015.6.1、老三2018.9.3", [("大宝", "2015-06-01"), ("老三", "2018-09-03")]),
        ("2015-6-1(大宝),2018-3-4(小宝)", [("大宝", "2015-06-01"), ("小宝", "2018-03-04")]),
        ("1.大宝 2015-6-1 2.小宝 2018-6-1", [("大宝", "2015-06-01"), ("小宝", "2018-06-01")]),
        (
            "大宝:农历2015年六月初一;小宝:九月初三(阴历)",
            [("大宝", "2015-l06-01"), ("小宝", "--l09-03")],
        ),
        ("小明 15年6月1日", [("小明", "2015-06-01")]),
        ("女儿生日:2015/6/1", [("女儿", "2015-06-01")]),
        ("2007-06-20", [("", "2007-06-20")]),
        (20150601.0, [("", "2015-06-01")]),
        (dt.date(2015, 6, 1), [("", "2015-06-01")]),
        ("儿子", [("儿子", None)]),
        ("大宝、小宝", [("大宝", None), ("小宝", None)]),
        ("双胞胎 2015-6-1、2015-6-1", [("双胞胎", "2015-06-01"), ("", "2015-06-01")]),
    ],
)
def test_children_of_one_cell(value: CellValue, children: list[tuple[str, str | None]]) -> None:
    parsed = parse_children(value, today=TODAY)

    found = [(one.label, one.birthday and one.birthday.raw) for one in parsed.value or ()]
    assert found == children
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("value", "labels", "codes"),
    [
        ("大宝 2015-2-30 小宝 9月3日", ["大宝", "小宝"], [ProblemCode.IMPOSSIBLE_DATE]),
        ("大宝5岁", [], [ProblemCode.DATE_UNREADABLE]),
        ("大宝 2015年 小宝 9月3日", ["大宝 2015年 小宝"], [ProblemCode.DATE_UNREADABLE]),
        ("无", [], []),
        ("", [], []),
    ],
)
def test_child_stays_where_the_date_is_refused(
    value: CellValue, labels: list[str], codes: list[ProblemCode]
) -> None:
    parsed = parse_children(value, today=TODAY)

    assert [one.label for one in parsed.value or ()] == labels
    assert [one.code for one in parsed.problems] == codes


@pytest.mark.parametrize(
    ("value", "gifts"),
    [
        ("2025.3 百合花束 168元", [GiftDraft(item="百合花束", year=2025, month=3, cost=16_800)]),
        ("2025.12 香薰灯", [GiftDraft(item="香薰灯", year=2025, month=12)]),
        (
            "2025-03-08 蛋糕 ¥1,280",
            [GiftDraft(item="蛋糕", year=2025, month=3, day=8, cost=128_000)],
        ),
        ("25.3.2 花", [GiftDraft(item="花", year=2025, month=3, day=2)]),
        ("3月8日 康乃馨", [GiftDraft(item="康乃馨", month=3, day=8)]),
        ("8.8 香水 1,200元", [GiftDraft(item="香水", month=8, day=8, cost=120_000)]),
        ("香薰灯", [GiftDraft(item="香薰灯")]),
        ("3盒面膜", [GiftDraft(item="3盒面膜")]),
        ("2025年中秋 月饼 300元", [GiftDraft(item="2025年中秋 月饼", cost=30_000)]),
        (
            "2026.3 康乃馨 128元\n2025.1 精油,香薰灯",
            [
                GiftDraft(item="康乃馨", year=2026, month=3, cost=12_800),
                GiftDraft(item="精油", year=2025, month=1),
                GiftDraft(item="香薰灯"),
            ],
        ),
        ("", []),
        ("无", []),
    ],
)
def test_gifts_of_one_cell(value: CellValue, gifts: list[GiftDraft]) -> None:
    assert list(parse_gifts(value, today=TODAY) or ()) == gifts


@pytest.mark.parametrize(
    ("value", "projects"),
    [
        ("水光针×3", [("水光针", 3)]),
        ("水光针x3、热玛吉", [("水光针", 3), ("热玛吉", 1)]),
        ("水光针*3；鼻综合/植发", [("水光针", 3), ("鼻综合", 1), ("植发", 1)]),
        ("水光针(3次)", [("水光针", 3)]),
        ("水光针 三次\n线雕", [("水光针", 3), ("线雕", 1)]),
        ("水光针×2,水光针", [("水光针", 3)]),
        ("M22", [("M22", 1)]),
        ("无", []),
    ],
)
def test_completed_projects(value: CellValue, projects: list[tuple[str, int]]) -> None:
    expected = [CompletedDraft(project=project, times=times) for project, times in projects]

    assert list(parse_completed(value) or ()) == expected


def test_potential_projects_are_named_once() -> None:
    assert parse_potential("祛眼袋×3 / 热玛吉,祛眼袋") == ("祛眼袋", "热玛吉")


@pytest.mark.parametrize(
    ("value", "likes", "taboos", "allergies"),
    [
        ("爱喝美式;花粉过敏", ("爱喝美式",), (), ("花粉",)),
        ("喜欢百合 不喜欢菊花", ("百合",), ("菊花",), ()),
        ("不吃芒果", (), ("芒果",), ()),
        ("素食", (), ("素食",), ()),
        ("喜欢包包;乳糖不耐", ("包包",), (), ("乳糖不耐",)),
        ("不吃芒果、海鲜;爱喝茶", ("爱喝茶",), ("芒果", "海鲜"), ()),
        ("喜好:百合 忌口:香菜", ("百合",), ("香菜",), ()),
        ("过敏:青霉素", (), (), ("青霉素",)),
        ("对花生过敏", (), (), ("花生",)),
        ("普洱茶", ("普洱茶",), (), ()),
    ],
)
def test_tastes_are_told_apart(
    value: str, likes: tuple[str, ...], taboos: tuple[str, ...], allergies: tuple[str, ...]
) -> None:
    assert parse_tastes(value) == Tastes(likes=likes, taboos=taboos, allergies=allergies)


def test_column_of_taboos_holds_taboos_but_for_what_says_otherwise() -> None:
    tastes = parse_tastes("香菜;喜欢茶;芒果过敏;姜", PreferenceKind.TABOO)

    assert tastes == Tastes(likes=("茶",), taboos=("香菜", "姜"), allergies=("芒果",))


@pytest.mark.parametrize("value", ["", None, "无", "-"])
def test_no_tastes(value: CellValue) -> None:
    assert parse_tastes(value) is None


@pytest.mark.parametrize(
    ("value", "tier"),
    [
        ("A", TierDraft(tier=Tier.A)),
        ("b级", TierDraft(tier=Tier.B)),
        ("Ｃ类客户", TierDraft(tier=Tier.C)),
        ("VIP", TierDraft(vip=True)),
        ("A VIP", TierDraft(tier=Tier.A, vip=True)),
        ("", None),
    ],
)
def test_tiers(value: CellValue, tier: TierDraft | None) -> None:
    assert parse_tier(value) == tier


@pytest.mark.parametrize(
    ("value", "outcome"), [("女", Sex.FEMALE), ("M", Sex.MALE), ("先生", Sex.MALE), ("", None)]
)
def test_sexes(value: CellValue, outcome: Sex | None) -> None:
    assert parse_sex(value) is outcome


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("是", True), ("√", True), (True, True), ("无", False), ("N", False), ("", None)],
)
def test_yes_and_no(value: CellValue, *, outcome: bool | None) -> None:
    assert parse_yes_no(value) is outcome


@pytest.mark.parametrize(
    ("value", "outcome"),
    [("农历", True), ("阴历生日", True), ("公历", False), ("", None), (False, False)],
)
def test_calendar_flags(value: CellValue, *, outcome: bool | None) -> None:
    assert parse_is_lunar(value) is outcome


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (parse_sex("x"), ProblemCode.CHOICE_UNKNOWN),
        (parse_tier("金卡"), ProblemCode.CHOICE_UNKNOWN),
        (parse_is_lunar("x"), ProblemCode.CHOICE_UNKNOWN),
        (parse_yes_no("x"), ProblemCode.YES_NO_UNREADABLE),
    ],
)
def test_unknown_choices_are_problems(problem: object, code: ProblemCode) -> None:
    assert isinstance(problem, Problem)
    assert problem.code is code


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("  一\r\n二 ", "一\n二"),
        ("一_x000D_\n二", "一\n二"),
        (3322956968.0, "3322956968"),
        (1.5, "1.5"),
        (None, ""),
        (dt.date(2020, 1, 2), "2020-01-02"),
    ],
)
def test_text_keeps_its_inner_lines(value: CellValue, text: str) -> None:
    assert text_of(value) == text


def test_lists_and_lines() -> None:
    assert parts_of("甲、乙;丙,，甲/丁\n无") == ("甲", "乙", "丙", "丁")
    assert line_of(" 王\n小姐（Ａ） ") == "王 小姐（Ａ）"
