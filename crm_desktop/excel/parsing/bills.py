"""Words of a clinic's list of bills: why she came, what a line did with the money."""

import re
from decimal import Decimal
from typing import Final

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import BillKind, VisitType
from crm_desktop.excel.parsing.counts import parse_count
from crm_desktop.excel.parsing.text import folded, line_of, refused, says_nothing
from crm_desktop.excel.workbook import CellValue

_VISITS: Final = {
    VisitType.DISPUTE: ("纠纷", "投诉", "维权", "dispute"),
    VisitType.CHECK: ("复查", "换药", "拆线", "术后", "check"),
    VisitType.REPEAT_PURCHASE: ("再消费", "再次消费", "复购", "老客消费", "repeat"),
    VisitType.RETURN: ("复诊", "回诊", "治疗", "return"),
    VisitType.FIRST: ("初诊", "首诊", "初次", "首次", "新客", "first"),
}
_BACK: Final = r"退款|退费|退单|退回|退还|退货|已退|冲销|冲红|红冲|refund"
_STORED: Final = r"储值|充值|预存|余额|钱包|stored"
_AHEAD: Final = r"预约金|预约费|定金|订金|预付|deposit"
_KINDS: Final = (
    (BillKind.STORED_VALUE_REFUND, rf"退(?:{_STORED})|(?:{_STORED}).*(?:{_BACK}|退)"),
    (BillKind.DEPOSIT_REFUND, rf"退(?:{_AHEAD})|(?:{_AHEAD}).*(?:{_BACK}|退)"),
    (BillKind.REFUND, _BACK),
    (
        BillKind.FROM_DEPOSIT,
        rf"(?:{_AHEAD}).*(?:转|抵|核销|使用|消费)|(?:转|抵扣|使用)(?:{_AHEAD})",
    ),
    (BillKind.SESSION, r"消次|扣次|划次|次卡划扣|疗程划扣|划扣次数|疗程治疗|session"),
    (BillKind.FROM_STORED_VALUE, rf"(?:{_STORED}).*(?:划扣|消费|扣款|支付|使用|抵)|划扣|卡扣"),
    (BillKind.DEPOSIT, _AHEAD),
    (BillKind.STORED_VALUE, _STORED),
    (BillKind.PAYMENT, r"收费|收款|缴费|消费|结算|开单|付款|支付|现金|刷卡|payment|sale"),
)
_FOUND: Final = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_UNFINISHED: Final = re.compile(r"未收费|未付款|未结算|未缴费|待付|作废|取消|void")
_ALONE: Final = re.compile(
    rf"(?:{_STORED}|{_AHEAD})(?:卡|款|金|费|账户|充值)*(?:{_BACK}|退)?|(?:{_BACK}|退)(?:{_STORED}|{_AHEAD})?"
)


def parse_visit_type(value: CellValue) -> VisitType | Problem | None:
    """Return why she came; what is no reason of ours (a refund, say) is silence."""
    text = folded(value).lower()
    if says_nothing(text) or bill_kind(value) not in {None, BillKind.PAYMENT}:
        return None
    for kind, words in _VISITS.items():
        if any(word in text for word in words):
            return kind
    return None if bill_kind(value) else refused(ProblemCode.CHOICE_UNKNOWN, value)


def bill_kind(value: CellValue) -> BillKind | None:
    """Return what a line did with the money by the words of its kind, None where none says."""
    text = folded(value).lower()
    return next((kind for kind, pattern in _FOUND if pattern.search(text)), None)


def kind_of_project(text: str) -> BillKind | None:
    """Return the kind a line has because its project is nothing but money (储值卡, 预约金)."""
    bare = folded(text).lower()
    return bill_kind(bare) if _ALONE.fullmatch(bare) else None


def is_void(value: CellValue) -> bool:
    """Return whether the state of a line says that it was never paid or was called off."""
    return _UNFINISHED.search(folded(value).lower()) is not None


def parse_quantity(value: CellValue) -> Decimal | Problem | None:
    """Return how many; half a syringe is one too, so a fraction is no mistake."""
    if isinstance(value, float) and value > 0:
        return Decimal(repr(value))
    text = line_of(value).rstrip("次支个盒ml 单位部")
    if re.fullmatch(r"-?\d+(?:\.\d+)?", text, re.ASCII):
        return abs(Decimal(text))
    count = parse_count(value)
    return Decimal(count) if isinstance(count, int) else count
