"""Words of closed sets as a manager may write them, to what they stand for."""

from collections.abc import Mapping
from typing import Final, TypeVar

from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DepositState,
    GiftState,
    Knows,
    LeadState,
    PromiseState,
    Relation,
    VisitType,
)
from crm_desktop.domain.returned import Choice, LineKind
from crm_desktop.excel import words

Words = Mapping[str, Choice]
"""Folded words, ours and those that mean the same, to what they stand for."""

E = TypeVar("E", bound=Choice)

_LINES: Final[Mapping[LineKind, str]] = {
    LineKind.DONE: words.DONE,
    LineKind.WISH: words.WISH,
    LineKind.PACKAGE: words.PACKAGE,
    LineKind.DEPOSIT: words.DEPOSIT_LINE,
    LineKind.CONTACT: words.CONTACT,
    LineKind.PROMISE: words.PROMISED,
    LineKind.COMPLAINT: words.COMPLAINED,
}
_PROJECT_LINES: Final = {LineKind.DONE, LineKind.WISH, LineKind.PACKAGE, LineKind.DEPOSIT}


def _table(own: Mapping[E, str], also: Mapping[E, str]) -> dict[str, Choice]:
    """Return our words first, then, parted by blanks, those that mean the same."""
    table: dict[str, Choice] = {word: choice for choice, word in own.items()}
    for choice, listed in also.items():
        for word in listed.split():
            table.setdefault(word, choice)
    return table


_LEAD: Final = _table(
    words.LEAD,
    {
        LeadState.NOT_VISITED: "未到院 未到店 没来过 未上门客户",
        LeadState.VISITED_NOT_SOLD: "未成交 到院未成交 已到院未成交 上门未成交",
        LeadState.SOLD: "已成交 成交 到院成交 已到院成交 上门成交",
    },
)
_RELATION: Final = _table(
    words.RELATION,
    {
        Relation.HUSBAND: "老公 先生 爱人 husband",
        Relation.WIFE: "老婆 太太 wife",
        Relation.PARTNER: "男友 男朋友 女友 女朋友 对象 未婚夫 未婚妻",
        Relation.CHILD: "儿子 女儿 子女 小孩 大宝 二宝 老大 老二",
        Relation.PARENT: "父亲 母亲 爸爸 妈妈 公公 婆婆 岳父 岳母",
        Relation.SIBLING: "哥哥 弟弟 姐姐 妹妹 姐妹 兄弟",
        Relation.FRIEND: "闺蜜 好友 同事",
        Relation.OTHER: "其它",
    },
)
_KNOWS: Final = _table(
    words.KNOWS,
    {
        Knows.YES: "是 知情 有 yes",
        Knows.NO: "否 不知情 没有 no 保密 瞒着",
        Knows.UNKNOWN: "未知 不详 不确定 ?",
    },
)
_VISIT: Final = _table(
    words.VISIT,
    {
        VisitType.FIRST: "初次 首诊 新诊 首次",
        VisitType.RETURN: "再诊 复诊客户",
        VisitType.REPEAT_PURCHASE: "复购 再次消费 老客再消费",
        VisitType.DISPUTE: "投诉",
    },
)
_BILL: Final = _table(
    words.BILL,
    {
        BillKind.PAYMENT: "消费 付款 缴费 收费",
        BillKind.REFUND: "退费",
        BillKind.STORED_VALUE: "充值 预存",
        BillKind.FROM_STORED_VALUE: "划扣 储值消费 余额消费",
        BillKind.SESSION: "耗卡 划次 核销",
        BillKind.DEPOSIT: "预约金 定金 订金",
        BillKind.FROM_DEPOSIT: "预约金转消费 定金转消费",
        BillKind.DEPOSIT_REFUND: "退定金 退订金",
    },
)
_DEPOSIT: Final = _table(
    words.DEPOSIT,
    {
        DepositState.DEPOSIT: "定金 订金 已交",
        DepositState.PAID_UNTREATED: "未治疗 已缴费未治疗 已缴费",
        DepositState.CONVERTED: "已转 转消费 已抵扣 已消费",
        DepositState.REFUNDED: "已退 退款 已退",
    },
)
_GIFT: Final = _table(
    words.GIFT,
    {
        GiftState.IDEA: "打算 计划 待定",
        GiftState.ORDERED: "已下单 订了 已订购 已预订",
        GiftState.GIVEN: "已送达 送了 已给 已赠送",
    },
)
_PROMISE: Final = _table(
    words.PROMISE,
    {
        PromiseState.OPEN: "未完成 进行中",
        PromiseState.KEPT: "已完成 兑现 完成 已做到",
        PromiseState.BROKEN: "没兑现 没做到",
    },
)
_COMPLAINT: Final = _table(
    words.COMPLAINT,
    {
        ComplaintState.OPEN: "待处理",
        ComplaintState.IN_HAND: "进行中 跟进中",
        ComplaintState.CLOSED: "已处理 已完成 解决 完成 已结案",
    },
)

PROMISE_STATES: Final[Words] = _PROMISE
COMPLAINT_STATES: Final[Words] = _COMPLAINT

BY_KEY: Final[Mapping[str, Words]] = {
    "client.lead_state": _LEAD,
    "person.relation": _RELATION,
    "person.knows": _KNOWS,
    "visit.type": _VISIT,
    "visit.bill_kind": _BILL,
    "project.kind": _table(
        {line: word for line, word in _LINES.items() if line in _PROJECT_LINES},
        {
            LineKind.DONE: "已做 完成 做过",
            LineKind.WISH: "可开发项目 想做 意向 潜在",
            LineKind.PACKAGE: "疗程 套餐 卡项",
            LineKind.DEPOSIT: "预约金 定金 订金 预付",
        },
    ),
    "project.state": _DEPOSIT,
    "gift.state": _GIFT,
    "follow_up.kind": _table(
        {line: word for line, word in _LINES.items() if line not in _PROJECT_LINES},
        {
            LineKind.CONTACT: "联系 跟进 沟通 电话",
            LineKind.PROMISE: "答应",
            LineKind.COMPLAINT: "不满 客诉",
        },
    ),
    "follow_up.state": {
        **_table(words.PROMISE, {}),
        **_table(words.COMPLAINT, {}),
        **_COMPLAINT,
        **_PROMISE,
    },
}
"""The words of every column of choices but sex, tier, and yes or no, by full key."""


YES_KEYS: Final = frozenset({"client.vip", "client.marked_big", "client.do_not_contact"})
"""The columns that say yes or nothing."""


def own_word_meaning(key: str, text: str) -> Choice | Kind | None:
    """Return what our own word in a column stands for; None for whatever else stands there."""
    if key == "gift.occasion":
        return words.meant(words.OCCASION, text)
    if key.endswith(".sex"):
        return words.meant(words.SEX, text)
    table = BY_KEY.get(key, {})
    choice = table.get(text)
    return choice if choice is not None and word_of(table, choice) == text else None


def word_of(table: Words, choice: Choice) -> str:
    """Return the word our workbook has for a choice of this column."""
    return next(word for word, known in table.items() if known is choice)
