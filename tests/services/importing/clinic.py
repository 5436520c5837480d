"""Small clinic exports, and the sample's truth beside a book."""

import json
import pathlib
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import xlsxwriter

Line = Sequence[str | int | float]
Write = Callable[..., pathlib.Path]

CARD: Final = "K1"
PHONE: Final = "13800000001"
CLIENT_HEADINGS: Final = (
    "客户卡号",
    "姓名",
    "手机号码",
    "客户来源",
    "会员等级",
    "职业",
    "累计消费",
)
BILL_HEADINGS: Final = (
    "单号",
    "客户卡号",
    "姓名",
    "日期",
    "到院类型",
    "项目",
    "数量",
    "实收",
    "收费类型",
    "医生",
)
HER: Line = (CARD, "林晚", PHONE, "抖音", "金卡", "会计", "")


def line(  # noqa: PLR0913 - the columns of a line
    order: str = "S1",
    *,
    on: str = "2025-03-02",
    project: str = "水光针",
    paid: float = 1280.0,
    kind: str = "",
    visit: str = "复诊",
    card: str = CARD,
    name: str = "林晚",
    quantity: int = 1,
) -> Line:
    return (order, card, name, on, visit, project, quantity, paid, kind, "孙医生")


def write(path: pathlib.Path, clients: Sequence[Line], lines: Sequence[Line]) -> pathlib.Path:
    """Write an export of these clients and lines; a list of none has no sheet."""
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        for name, headings, rows in (
            ("客户资料", CLIENT_HEADINGS, clients),
            ("消费明细", BILL_HEADINGS, lines),
        ):
            if rows:
                sheet = book.add_worksheet(name)
                for number, row in enumerate([headings, *rows]):
                    sheet.write_row(number, 0, row)
    return path


def truth_of(shared_data: pathlib.Path) -> Mapping[str, Any]:
    """Return the truth of the clinic's sample."""
    path = shared_data / "clinic" / "clinic_export.truth.json"
    truth: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return truth
