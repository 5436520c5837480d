"""What stands in a workbook of ours, shown in her language; the file itself stays Chinese.

In a Chinese window cells and titles are shown as they are in the file. In an English one the
words of closed sets, the days and the titles are told in English; free text stays what it is.
"""

import re
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.exporting import ColumnChoice
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
    VisitType,
)
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import dated_fact, is_chinese, month_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.returned import column_word

_YES: Final = QT_TRANSLATE_NOOP("Canonical", "yes")
_SEXES: Final = {"女": Sex.FEMALE, "男": Sex.MALE}
_BY_KEY: Final[dict[str, dict[str, StrEnum | str]]] = {
    "client.sex": {**_SEXES},
    "client.vip": {"是": _YES},
    "client.marked_big": {"是": _YES},
    "client.do_not_contact": {"是": _YES},
    "client.lead_state": {
        "未上门": LeadState.NOT_VISITED,
        "已上门未成交": LeadState.VISITED_NOT_SOLD,
        "已上门成交": LeadState.SOLD,
    },
    "person.sex": {**_SEXES},
    "person.relation": {
        "丈夫": Relation.HUSBAND,
        "妻子": Relation.WIFE,
        "伴侣": Relation.PARTNER,
        "孩子": Relation.CHILD,
        "父母": Relation.PARENT,
        "兄弟姐妹": Relation.SIBLING,
        "朋友": Relation.FRIEND,
        "其他": Relation.OTHER,
    },
    "person.knows": {"知道": Knows.YES, "不知道": Knows.NO, "不清楚": Knows.UNKNOWN},
    "visit.type": {
        "初诊": VisitType.FIRST,
        "复诊": VisitType.RETURN,
        "复查": VisitType.CHECK,
        "再消费": VisitType.REPEAT_PURCHASE,
        "纠纷": VisitType.DISPUTE,
    },
    "visit.bill_kind": {
        "收款": BillKind.PAYMENT,
        "退款": BillKind.REFUND,
        "储值": BillKind.STORED_VALUE,
        "储值划扣": BillKind.FROM_STORED_VALUE,
        "消次": BillKind.SESSION,
        "收预约金": BillKind.DEPOSIT,
        "预约金转消费": BillKind.FROM_DEPOSIT,
        "退预约金": BillKind.DEPOSIT_REFUND,
        "退储值": BillKind.STORED_VALUE_REFUND,
    },
    "project.kind": {
        "已完成": QT_TRANSLATE_NOOP("Canonical", "Done"),
        "可开发": QT_TRANSLATE_NOOP("Canonical", "She may want it"),
        "疗程卡": QT_TRANSLATE_NOOP("Canonical", "Package"),
        "预付款": QT_TRANSLATE_NOOP("Canonical", "Paid ahead"),
    },
    "project.state": {
        "预约金": DepositState.DEPOSIT,
        "缴费未治疗": DepositState.PAID_UNTREATED,
        "已转消费": DepositState.CONVERTED,
        "已退款": DepositState.REFUNDED,
    },
    "gift.recipient": {"本人": QT_TRANSLATE_NOOP("Canonical", "Herself")},
    "gift.occasion": {
        "生日": Kind.BIRTHDAY,
        "结婚纪念日": Kind.ANNIVERSARY,
        "重要日子": Kind.VALUED,
        "宝宝的日子": Kind.MILESTONE,
        "节日": Kind.FESTIVAL,
        "回访": Kind.FOLLOW_UP,
        "术后关怀": Kind.CARE,
        "承诺": Kind.PROMISE,
        "积分": Kind.POINTS,
    },
    "gift.state": {"想法": GiftState.IDEA, "已订": GiftState.ORDERED, "已送": GiftState.GIVEN},
    "follow_up.kind": {
        "回访": QT_TRANSLATE_NOOP("Canonical", "Follow-up"),
        "承诺": QT_TRANSLATE_NOOP("Canonical", "Promise"),
        "投诉": QT_TRANSLATE_NOOP("Canonical", "Complaint"),
    },
    "follow_up.state": {
        "待兑现": PromiseState.OPEN,
        "已兑现": PromiseState.KEPT,
        "未兑现": PromiseState.BROKEN,
        "未处理": ComplaintState.OPEN,
        "处理中": ComplaintState.IN_HAND,
        "已解决": ComplaintState.CLOSED,
    },
}
"""The words of `excel.words`, by the column they stand in."""

_SHEETS: Final = {
    "client": QT_TRANSLATE_NOOP("Canonical", "Clients"),
    "person": QT_TRANSLATE_NOOP("Canonical", "Family"),
    "visit": QT_TRANSLATE_NOOP("Canonical", "Visits and bills"),
    "project": QT_TRANSLATE_NOOP("Canonical", "Projects"),
    "gift": QT_TRANSLATE_NOOP("Canonical", "Gifts"),
    "follow_up": QT_TRANSLATE_NOOP("Canonical", "Follow-ups"),
    "delivery": QT_TRANSLATE_NOOP("Canonical", "Deliveries"),
}
_MONTHS: Final = "正二三四五六七八九十冬腊"
_DIGITS: Final = "一二三四五六七八九十"
_TENS: Final = {"初": 0, "十": 10, "廿": 20, "二": 10, "三": 20}
_SOLAR: Final = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
_LUNAR: Final = re.compile(rf"农历(?:(\d{{4}})年)?(闰)?([{_MONTHS}])月([初十廿二三])([{_DIGITS}])")
_KINDS_OF_DAYS: Final = {"结婚纪念日": DateKind.WEDDING, "重要日子": DateKind.VALUED}
_DAYS: Final = frozenset({"birthday", "wedding", "on"})


def title_word(column: ColumnChoice) -> str:
    """Return the title of a column, `Occupation` for 职业 in an English window."""
    return column.header if is_chinese() else column_word(column.key)


def sheet_word(column: ColumnChoice) -> str:
    """Return the name of the sheet of a column, `Family` for 家庭成员 in an English window."""
    known = _SHEETS.get(column.key.partition(".")[0])
    if known is None or is_chinese():
        return column.sheet
    return QCoreApplication.translate("Canonical", known)


def is_flag(key: str) -> bool:
    """Return whether a cell of this column says yes or nothing."""
    return _YES in _BY_KEY.get(key, {}).values()


def cell_words(key: str, text: str) -> str:
    """Return the text of a cell of column `key` as she would read it."""
    if is_chinese():
        return text
    known = _BY_KEY.get(key, {}).get(text)
    if isinstance(known, StrEnum):
        return choice(known)
    if known is not None:
        return QCoreApplication.translate("Canonical", known)
    name = key.rpartition(".")[2]
    if name == "other_dates":
        for chinese, kind in _KINDS_OF_DAYS.items():
            text = text.replace(f"{chinese} ", f"{choice(kind)} ")
    return _with_days(text) if name in _DAYS or name == "other_dates" else text


def _with_days(text: str) -> str:
    return _SOLAR.sub(_solar, _LUNAR.sub(_lunar, text))


def _solar(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    if not 1 <= int(month) <= len(_MONTHS):
        return found[0]
    if day is None:
        return " ".join(filter(None, (month_name(int(month)), year)))
    since = int(year) if year else None
    return dated_fact(
        DatedFact(calendar=Calendar.SOLAR, year=since, month=int(month), day=int(day))
    )


def _lunar(found: re.Match[str]) -> str:
    year, leap, month, tens, ones = found.groups()
    fact = DatedFact(
        year=int(year) if year else None,
        month=_MONTHS.index(month) + 1,
        day=_TENS[tens] + _DIGITS.index(ones) + 1,
        calendar=Calendar.LUNAR,
        leap=leap is not None,
    )
    return dated_fact(fact)
