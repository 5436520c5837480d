from decimal import Decimal

import pytest

from crm_desktop.domain.problems import Problem, ProblemCode
from crm_desktop.domain.records.enums import BillKind, VisitType
from crm_desktop.excel.parsing.bills import (
    bill_kind,
    is_void,
    kind_of_project,
    parse_quantity,
    parse_visit_type,
)
from crm_desktop.excel.workbook import CellValue


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("收费", BillKind.PAYMENT),
        ("消费", BillKind.PAYMENT),
        ("退款", BillKind.REFUND),
        ("项目退费", BillKind.REFUND),
        ("已退款", BillKind.REFUND),
        ("储值", BillKind.STORED_VALUE),
        ("会员充值", BillKind.STORED_VALUE),
        ("储值划扣", BillKind.FROM_STORED_VALUE),
        ("划扣", BillKind.FROM_STORED_VALUE),
        ("储值退款", BillKind.STORED_VALUE_REFUND),
        ("退储值", BillKind.STORED_VALUE_REFUND),
        ("预约金", BillKind.DEPOSIT),
        ("收定金", BillKind.DEPOSIT),
        ("预约金转消费", BillKind.FROM_DEPOSIT),
        ("定金抵扣", BillKind.FROM_DEPOSIT),
        ("退预约金", BillKind.DEPOSIT_REFUND),
        ("消次", BillKind.SESSION),
        ("疗程划扣", BillKind.SESSION),
        ("", None),
        ("其他", None),
    ],
)
def test_the_words_of_a_kind_say_what_was_done_with_the_money(
    text: str, kind: BillKind | None
) -> None:
    assert bill_kind(text) is kind


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("储值卡", BillKind.STORED_VALUE),
        ("预存款", BillKind.STORED_VALUE),
        ("预约金", BillKind.DEPOSIT),
        ("订金", BillKind.DEPOSIT),
        ("退款", BillKind.REFUND),
        ("水光针", None),
        ("退红治疗", None),
        ("储值卡专享水光针", None),
        ("", None),
    ],
)
def test_a_project_is_money_only_where_it_is_nothing_else(text: str, kind: BillKind | None) -> None:
    assert kind_of_project(text) is kind


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("初诊", VisitType.FIRST),
        ("新客首诊", VisitType.FIRST),
        ("复诊", VisitType.RETURN),
        ("术后复查", VisitType.CHECK),
        ("再消费", VisitType.REPEAT_PURCHASE),
        ("纠纷处理", VisitType.DISPUTE),
        ("退款", None),
        ("无", None),
        ("收费", None),
        ("路过", Problem(code=ProblemCode.CHOICE_UNKNOWN, value="路过")),
    ],
)
def test_why_she_came(text: str, said: VisitType | Problem | None) -> None:
    assert parse_visit_type(text) == said


@pytest.mark.parametrize(
    ("value", "count"),
    [
        (1.0, Decimal(1)),
        (0.5, Decimal("0.5")),
        ("2支", Decimal(2)),
        ("-1", Decimal(1)),
        ("3次", Decimal(3)),
        ("两", Decimal(2)),
    ],
)
def test_a_quantity_may_be_half_a_syringe(value: CellValue, count: Decimal) -> None:
    assert parse_quantity(value) == count


@pytest.mark.parametrize(
    ("text", "void"), [("未收费", True), ("已作废", True), ("已结算", False), ("", False)]
)
def test_a_line_nobody_paid_is_none(text: str, void: bool) -> None:  # noqa: FBT001 - a table's column
    assert is_void(text) is void
