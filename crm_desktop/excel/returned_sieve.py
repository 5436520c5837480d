"""Rows of our workbook that a manager wrote in and that are about nobody: totals and the like."""

import re
from collections.abc import Sequence
from typing import Final

from crm_desktop.excel.columns import Kind
from crm_desktop.excel.headers import repeats
from crm_desktop.excel.parsing.text import line_of
from crm_desktop.excel.returned_layout import Layout
from crm_desktop.excel.workbook import CellValue, is_blank

_SUMS: Final = {Kind.COUNT, Kind.MONEY}
_MARK: Final = re.compile(
    r"(?:合计|总计|小计|共计|累计|平均值?|总数|total|subtotal|sum|average"
    r"|制表[人日期时间]*|审核人?|复核人?|填表[人日期]*|统计[人日期]*|导出[人时间]*|签字|签名"
    r"|填表说明|说明|注|备注|示例|样例|范例|例如|举例|example|sample)\s*(?:[:：].*)?",
    re.IGNORECASE | re.DOTALL,
)


def says_nobody(row: Sequence[CellValue], layout: Layout) -> bool:
    """Return whether a row without an identity is about nobody."""
    first = next((cell for cell in row if isinstance(cell, str) and cell.strip()), "")
    if _MARK.fullmatch(line_of(first)) or repeats(row, layout.headings):
        return True
    return _is_only_sums(row, layout)


def _is_only_sums(row: Sequence[CellValue], layout: Layout) -> bool:
    """Return whether nothing but numbers stands there, below columns of numbers."""
    keys = {at: key for key, at in layout.places.items()}
    filled = [at for at, cell in enumerate(row) if not is_blank(cell)]
    return all("." in keys.get(at, "") and layout.column(keys[at]).kind in _SUMS for at in filled)
