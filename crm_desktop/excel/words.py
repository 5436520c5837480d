"""The Chinese words of our own workbook for every closed set; they are its contract."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final, TypeVar

from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DateKind,
    DepositState,
    GiftState,
    Knows,
    LeadState,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)

YES: Final = "是"
DELETE: Final = "删除"
CLEAR: Final = "[清空]"
HERSELF: Final = "本人"

SEX: Final[Mapping[Sex, str]] = {Sex.FEMALE: "女", Sex.MALE: "男"}
TIER: Final[Mapping[Tier, str]] = {tier: tier.value for tier in Tier}
LEAD: Final[Mapping[LeadState, str]] = {
    LeadState.NOT_VISITED: "未上门",
    LeadState.VISITED_NOT_SOLD: "已上门未成交",
    LeadState.SOLD: "已上门成交",
}
RELATION: Final[Mapping[Relation, str]] = {
    Relation.HUSBAND: "丈夫",
    Relation.WIFE: "妻子",
    Relation.PARTNER: "伴侣",
    Relation.CHILD: "孩子",
    Relation.PARENT: "父母",
    Relation.SIBLING: "兄弟姐妹",
    Relation.FRIEND: "朋友",
    Relation.OTHER: "其他",
}
KNOWS: Final[Mapping[Knows, str]] = {
    Knows.YES: "知道",
    Knows.NO: "不知道",
    Knows.UNKNOWN: "不清楚",
}
DATE_KIND: Final[Mapping[DateKind, str]] = {
    DateKind.BIRTHDAY: "生日",
    DateKind.WEDDING: "结婚纪念日",
    DateKind.VALUED: "重要日子",
}
VISIT: Final[Mapping[VisitType, str]] = {
    VisitType.FIRST: "初诊",
    VisitType.RETURN: "复诊",
    VisitType.CHECK: "复查",
    VisitType.REPEAT_PURCHASE: "再消费",
    VisitType.DISPUTE: "纠纷",
}
BILL: Final[Mapping[BillKind, str]] = {
    BillKind.PAYMENT: "收款",
    BillKind.REFUND: "退款",
    BillKind.STORED_VALUE: "储值",
    BillKind.FROM_STORED_VALUE: "储值划扣",
    BillKind.SESSION: "消次",
    BillKind.DEPOSIT: "收预约金",
    BillKind.FROM_DEPOSIT: "预约金转消费",
    BillKind.DEPOSIT_REFUND: "退预约金",
    BillKind.STORED_VALUE_REFUND: "退储值",
}
DEPOSIT: Final[Mapping[DepositState, str]] = {
    DepositState.DEPOSIT: "预约金",
    DepositState.PAID_UNTREATED: "缴费未治疗",
    DepositState.CONVERTED: "已转消费",
    DepositState.REFUNDED: "已退款",
}
GIFT: Final[Mapping[GiftState, str]] = {
    GiftState.IDEA: "想法",
    GiftState.ORDERED: "已订",
    GiftState.GIVEN: "已送",
}
OCCASION: Final[Mapping[Kind, str]] = {
    Kind.BIRTHDAY: DATE_KIND[DateKind.BIRTHDAY],
    Kind.ANNIVERSARY: DATE_KIND[DateKind.WEDDING],
    Kind.VALUED: DATE_KIND[DateKind.VALUED],
    Kind.MILESTONE: "宝宝的日子",
    Kind.FESTIVAL: "节日",
    Kind.FOLLOW_UP: "回访",
    Kind.CARE: "术后关怀",
    Kind.PROMISE: "承诺",
    Kind.POINTS: "积分",
}
"""What a gift was for where a reminder left it; one entered by hand has words of its own."""
PROMISE: Final[Mapping[PromiseState, str]] = {
    PromiseState.OPEN: "待兑现",
    PromiseState.KEPT: "已兑现",
    PromiseState.BROKEN: "未兑现",
}
COMPLAINT: Final[Mapping[ComplaintState, str]] = {
    ComplaintState.OPEN: "未处理",
    ComplaintState.IN_HAND: "处理中",
    ComplaintState.CLOSED: "已解决",
}
DONE: Final = "已完成"
WISH: Final = "可开发"
PACKAGE: Final = "疗程卡"
DEPOSIT_LINE: Final = "预付款"
CONTACT: Final = "回访"
PROMISED: Final = "承诺"
COMPLAINED: Final = "投诉"

CHOICES: Final[Mapping[str, tuple[str, ...]]] = {
    "yes": (YES,),
    "action": (DELETE,),
    "sex": tuple(SEX.values()),
    "tier": tuple(TIER.values()),
    "lead": tuple(LEAD.values()),
    "relation": tuple(RELATION.values()),
    "knows": tuple(KNOWS.values()),
    "visit": tuple(VISIT.values()),
    "bill": tuple(BILL.values()),
    "gift": tuple(GIFT.values()),
    "project": (DONE, WISH, PACKAGE, DEPOSIT_LINE),
    "deposit": tuple(DEPOSIT.values()),
    "follow_up": (CONTACT, PROMISED, COMPLAINED),
    "follow_up_state": (*PROMISE.values(), *COMPLAINT.values()),
}
"""The dropdown lists, by the name that sheet 字典 and the defined names carry."""

E = TypeVar("E", bound=StrEnum)


def word(words: Mapping[E, str], value: E | None) -> str:
    """Return the word of the workbook for a value, "" for none."""
    return "" if value is None else words[value]


def occasion_word(occasion: str) -> str:
    """Return what a gift was for in words: those of a code, any others as they are."""
    return OCCASION[Kind(occasion)] if occasion in set(Kind) else occasion


def meant(words: Mapping[E, str], text: str) -> E | None:
    """Return the value a word of the workbook stands for, None for a word it does not have."""
    for value, known in words.items():
        if known == text.strip():
            return value
    return None
