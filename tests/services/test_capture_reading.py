"""What is typed or pasted, a chat too, is read into the things that were said."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.capture import Heard
from crm_desktop.services.capture_chat import LONGEST, speakers
from crm_desktop.services.capture_days import day_ahead
from crm_desktop.services.capture_reading import heard

TODAY = dt.date(2026, 11, 22)
"""A Sunday."""


def told(one: Heard) -> str:
    """Return a thing heard in one line: where it goes, whose, what, which day, ? for unsure."""
    parts = (
        one.goes,
        "" if one.kin is None else one.kin.word,
        one.words,
        "" if one.day is None else one.day.raw,
        "" if one.on is None else f"{one.on:%m-%d}",
        one.occasion,
        one.reaction,
        "" if one.is_sure else "?",
    )
    return " ".join(part for part in parts if part)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        ("女儿 9月3日", ["birthday 女儿 --09-03"]),
        ("女儿 2018年9月3日", ["birthday 女儿 2018-09-03"]),
        ("老公 农历三月初八", ["birthday 老公 --l03-08"]),
        ("9.3女儿生日", ["birthday 女儿 --09-03"]),
        ("生日1988.5.12", ["birthday 1988-05-12"]),
        ("1988年5月12日出生", ["birthday 1988-05-12"]),
        ("大宝2015-6-1 小宝2018-9-3", ["birthday 大宝 2015-06-01", "birthday 小宝 2018-09-03"]),
        ("女儿叫果果,9月3日生日", ["birthday 女儿 --09-03", "person 女儿 果果"]),
        ("女儿果果9月3日生日", ["birthday 女儿 --09-03", "person 女儿 果果 ?"]),
        ("结婚纪念日 5月20日", ["wedding --05-20"]),
        ("9月3日", ["birthday --09-03 ?"]),
        ("女儿 9月3日 开学", ["birthday 女儿 --09-03 ?", "note 开学"]),
        ("女儿 9月3日 不吃芒果", ["birthday 女儿 --09-03", "taboo 芒果"]),
        ("daughter 3 Sep", ["birthday daughter --09-03"]),
        ("不吃芒果", ["taboo 芒果"]),
        ("不吃芒果、海鲜", ["taboo 芒果", "taboo 海鲜"]),
        ("老公不喝酒", ["taboo 老公 酒"]),
        ("对花生过敏", ["allergy 花生"]),
        ("喜欢百合", ["like 百合"]),
        ("likes lilies", ["like lilies"]),
        ("allergic to peanuts", ["allergy peanuts"]),
        ("13800001234", ["phone 13800001234"]),
        ("电话 138 0000 1234", ["phone 13800001234"]),
        ("老公电话13900001111", ["phone 老公 13900001111 ?"]),
        ("微信 wx_abc", ["wechat wx_abc"]),
        ("微信号:mei-88", ["wechat mei-88"]),
        ("明天下午来复查", ["next 明天下午来复查 11-23"]),
        ("12月3日来复查", ["next 12月3日来复查 12-03"]),
        ("下周三打电话", ["next 下周三打电话 11-25"]),
        ("答应给她带面膜", ["promise 带面膜"]),
        ("下次带面膜", ["promise 下次带面膜"]),
        ("明天答应的事", ["note 明天答应的事"]),
        ("promised her a call", ["promise a call"]),
        ("生日送了百合 她很喜欢", ["gift 百合 11-22 生日 很喜欢"]),
        ("想做热玛吉", ["project 热玛吉"]),
        ("想做我家秘方", ["project 我家秘方"]),
        ("想做全脸年轻化", ["project 全脸年轻化 ?"]),
        ("对热玛吉感兴趣", ["project 热玛吉"]),
        ("对她很好", ["note 对她很好"]),
        ("周二有空", ["note 周二有空"]),
        ("2026/11/20 14:32", ["note 2026/11/20 14:32"]),
        ("花了3.5万", ["note 花了3.5万"]),
        ("2月30日生日", ["note 2月30日生日"]),
        ("女儿 9月3日生", ["birthday 女儿 --09-03"]),
        ("生日 3月8号 阴历", ["birthday --l03-08"]),
        ("女儿生日是农历的八月初三", ["birthday 女儿 --l08-03"]),
        ("儿子生日腊月三十", ["birthday 儿子 --l12-30"]),
        ("女儿生日闰六月初三", ["birthday 女儿 --L06-03"]),
        ("生日0229", ["birthday --02-29"]),
        ("老公生日 农历0815", ["birthday 老公 --l08-15"]),
        # Days that are not there are kept as they were told, and taken for nothing.
        ("生日0230", ["note 生日0230"]),
        ("她生日农历八月三十一", ["note 她生日农历八月三十一"]),
        ("老公生日2026年闰六月初三", ["note 老公生日2026年闰六月初三"]),
        ("9月3日 农历七月十五", ["birthday --09-03 ?", "birthday --l07-15 ?"]),
        ("女儿9月3日 农历七月十五生日", ["birthday 女儿 --09-03 ?", "birthday 女儿 --l07-15 ?"]),
        ("女儿下周三生日", ["birthday 女儿 --11-25 ?"]),
        ("女儿 13月3日", ["note 女儿 13月3日"]),
        ("老公姓张，做工程的", ["note 老公姓张，做工程的"]),
        ("我老公不喝酒", ["taboo 老公 酒"]),
        ("她家女儿对花生过敏", ["allergy 女儿 花生"]),
        ("我知道女儿不吃芒果", ["taboo 女儿 芒果"]),
        ("给女儿送了草莓蛋糕", ["gift 女儿 草莓蛋糕 11-22"]),
        ("昨天送了百合", ["gift 百合 11-21"]),
        ("上次送了百合 她很喜欢", ["gift 百合 很喜欢"]),
        ("喜欢就好", ["note 喜欢就好"]),
        ("你喜欢百合吗", ["note 你喜欢百合吗"]),
        ("记得呢", []),
        ("25号来复查", ["next 25号来复查 11-25"]),
        ("下个月15号过来", ["next 下个月15号过来 12-15"]),
        ("31号过来", ["next 31号过来 12-31"]),
        ("住18号楼", ["note 住18号楼"]),
        ("", []),
        ("!!! ... 😀", []),
    ],
)
def test_each_thing_said_is_read(text: str, things: list[str]) -> None:
    assert [told(one) for one in heard(text, TODAY, ("我家秘方",))] == things


CHAT = """王姐 2026/11/20 14:32
亲，我女儿果果9月3日生日
我 2026/11/20 14:33
好的好的
[图片]
王姐 14:35
对了我对花生过敏
14:36 王姐: 下周三下午过来做水光
我: 下次给您带面膜
王姐: 嗯嗯
王姐: 最近家里装修好忙"""


def test_a_chat_is_read_without_its_heads_and_the_rest_is_a_talk_not_taken_unasked() -> None:
    assert [told(one) for one in heard(CHAT, TODAY)] == [
        "birthday 女儿 --09-03",
        "person 女儿 果果 ?",
        "allergy 花生",
        "next 下周三下午过来做水光 11-25",
        "promise 下次给您带面膜",
        "talk 最近家里装修好忙 ?",
    ]
    assert speakers(CHAT) == ("王姐",)


def said(one: Heard) -> str:
    """Return a thing heard with the day of the chat it was said on."""
    return f"{one.said_on:%m-%d} {told(one)}" if one.said_on else told(one)


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "王姐 2026/11/20 14:35\n三天后我过来\n王姐 2026/11/21 9:02\n对芒果过敏",
            ["11-20 next 三天后我过来 11-23", "11-21 allergy 芒果"],
        ),
        (
            "王姐 2026/11/10 14:35\n明天我过来\n我想了解一下热玛吉",
            ["11-10 project 热玛吉", "11-10 talk 明天我过来 ?"],
        ),
        ("王姐 昨天 20:15\n后天我来\n小李 20:16\n好的", ["11-21 next 后天我来 11-23"]),
        ("王姐 星期五 20:15\n不吃海鲜\n好的", ["11-20 taboo 海鲜"]),
        (
            "[2026-11-18 09:15] 我: 我也不吃辣\n[2026-11-18 09:16] 我: 答应您的面膜给您留着",
            ["11-18 taboo 辣 ?", "11-18 promise 您的面膜给您留着"],
        ),
        ("王姐\n11月18日 下午3:20\n女儿9月3日生日", ["11-18 birthday 女儿 --09-03"]),
        ("————  2026-11-18  ————\n王姐  15:20\n喜欢百合", ["11-18 like 百合"]),
        ("王姐 2027/3/1 10:00\n喜欢百合\n好", ["like 百合"]),
        ("王姐 2026/2/30 10:00\n喜欢百合\n好的", ["like 百合"]),
    ],
)
def test_what_a_chat_tells_was_said_on_its_own_day(text: str, things: list[str]) -> None:
    assert [said(one) for one in heard(text, TODAY)] == things


def test_the_name_above_the_time_speaks() -> None:
    assert speakers("王姐\n11月18日 下午3:20\n女儿9月3日生日\n我\n15:21\n好") == ("王姐",)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("明天", "2026-11-23"),
        ("后天上午", "2026-11-24"),
        ("大后天", "2026-11-25"),
        ("周五", "2026-11-27"),
        ("周日", "2026-11-29"),
        ("这周日", "2026-11-29"),
        ("下周三", "2026-11-25"),
        ("下下周一", "2026-11-30"),
        ("3天后", "2026-11-25"),
        ("两周后", "2026-12-06"),
        ("3个月后", "2027-02-22"),
        ("in 3 days", "2026-11-25"),
        ("in 2 weeks", "2026-12-06"),
        ("tomorrow", "2026-11-23"),
        ("昨天", None),
        ("", None),
    ],
)
def test_days_ahead_are_understood(words: str, day: str | None) -> None:
    assert str(day_ahead(words, TODAY)) == str(day)


def test_months_ahead_end_with_the_shorter_month() -> None:
    assert day_ahead("3个月后", dt.date(2026, 11, 30)) == dt.date(2027, 2, 28)


@given(st.text(alphabet=st.characters(), max_size=200))
def test_no_text_is_an_error_and_nothing_unsaid_is_read(text: str) -> None:
    for one in heard(text, TODAY):
        assert one.words or one.day


@pytest.mark.parametrize(
    "text",
    ["9月" * 10_000, " " * 30_000, "很" * 30_000, "微信" * 10_000, "王姐: 喜欢百合\n" * 3_000],
    ids=["days", "spaces", "very", "wechat", "chat"],
)
def test_a_paste_of_any_length_is_read_in_bounds(text: str) -> None:
    found = heard(text, TODAY)

    assert len(found) <= 42
    assert all(len(one.words) <= LONGEST for one in found)
