"""Cells that choose from a closed set: sex, tier, yes or no, which calendar."""

from crm_desktop.domain.drafts import TierDraft
from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import Sex, Tier
from crm_desktop.excel.parsing.text import folded, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

_FEMALE = {"女", "女性", "女士", "f", "female", "woman", "小姐"}
_MALE = {"男", "男性", "先生", "m", "male", "man"}
_YES = {
    "是",
    "有",
    "对",
    "好",
    "已",
    "√",
    "✓",
    "✔",
    "☑",
    "y",
    "yes",
    "true",
    "1",
    "知道",
    "知情",
    "同意",
}
_NO = {
    "否",
    "不",
    "没",
    "无",
    "没有",
    "未",
    "×",
    "✗",
    "✘",
    "☐",
    "n",
    "no",
    "false",
    "0",
    "不知道",
    "不知情",
    "不同意",
}
_LUNAR = {"农历", "阴历", "旧历", "农", "阴", "lunar", "農曆", "陰曆", "是"}
_SOLAR = {"阳历", "公历", "新历", "国历", "阳", "公", "solar", "陽曆", "公曆", "否", "西历"}
_AFTER_TIER = ("级", "类", "等", "档", "客户", "级客户", "类客户", "级会员", "会员")


def parse_sex(value: CellValue) -> Sex | Problem | None:
    """Return the sex a cell names."""
    text = folded(value).lower()
    if says_nothing(text):
        return None
    if text in _FEMALE:
        return Sex.FEMALE
    return Sex.MALE if text in _MALE else refused(ProblemCode.CHOICE_UNKNOWN, value)


def parse_yes_no(value: CellValue) -> bool | Problem | None:
    """Return yes or no; here 无 and 没有 say no."""
    if isinstance(value, bool):
        return value
    text = folded(value).lower()
    if text in _YES:
        return True
    if text in _NO:
        return False
    return None if says_nothing(text) else refused(ProblemCode.YES_NO_UNREADABLE, value)


def parse_is_lunar(value: CellValue) -> bool | Problem | None:
    """Return whether the flag column beside a birthday says lunar."""
    if isinstance(value, bool):
        return value
    text = folded(value).lower().removesuffix("生日")
    if says_nothing(text):
        return None
    if text in _LUNAR:
        return True
    return False if text in _SOLAR else refused(ProblemCode.CHOICE_UNKNOWN, value)


def parse_tier(value: CellValue) -> TierDraft | Problem | None:
    """Return the level she wrote: A to E, VIP, or both (A VIP)."""
    text = folded(value).upper()
    if says_nothing(text.lower()):
        return None
    vip = "VIP" in text
    rest = text.replace("VIP", "").strip(" /+、,-")
    for ending in sorted(_AFTER_TIER, key=len, reverse=True):
        rest = rest.removesuffix(ending)
    rest = rest.strip()
    if rest in set(Tier):
        return TierDraft(tier=Tier(rest), vip=vip)
    return TierDraft(vip=True) if vip and not rest else refused(ProblemCode.CHOICE_UNKNOWN, value)
