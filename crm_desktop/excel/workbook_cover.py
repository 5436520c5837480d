"""The sheets of our workbook that hold no client: 说明, and the hidden 字典 and _sync."""

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel import words
from crm_desktop.excel.sensitive import WORDS, sensitive_in
from crm_desktop.excel.styles import Styles
from crm_desktop.excel.workbook_layout import COVER, LISTS, SCHEMA, SYNC, comes_back, list_name

_FOR_WHOM: Final = {
    Recipient.MANAGER: "给主管",
    Recipient.ME: "给自己(完整)",
    Recipient.FLORIST: "给花店",
}
_HOW_TO: Final = (
    ("怎么改", "直接在表里改,保存后发回给咨询师。列可以隐藏、排序、筛选;请不要改动表头和编号。"),
    ("发回之后", "咨询师在客户簿里打开这个文件,逐处看过您的改动,再决定收不收。"),
    ("新增", "在最后一行下面写。家庭成员、到院消费等表里,编号请抄客户表中的编号。"),
    ("删除", f"在最后一列“操作”里选“{words.DELETE}”。只删掉行不会删除客户簿里的记录。"),
    ("清空", f"空白表示不改。要清空一格,请写 {words.CLEAR}。"),
    ("日期", "可写 1985-03-02、5月29日(不知年份)、农历1972年正月初八、农历闰五月初三。"),
    ("金额", "单位是元。"),
    ("灰色斜体表头", "由客户簿计算,请不要改。"),
)
_TAKEN_APART: Final = ("从哪里来", "主管把几位顾问的表合在一起改过,这一份只有您的客户。")


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetOrder:
    """What a workbook is: for whom, of which book, made when.

    `to` is the name of the person it is for, `consultant` of the one whose book it is,
    `purpose` what it is for in her words; each "" where not said. `back_to` is the consultant
    whom her part of the manager's consolidated workbook goes back to.
    """

    recipient: Recipient
    book_uid: str
    exported_at: dt.datetime
    mask_phones: bool = False
    to: str = ""
    consultant: str = ""
    purpose: str = ""
    back_to: str = ""

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """Return the facts our import asks for, as names and texts."""
        return (
            ("schema", str(SCHEMA)),
            ("book", self.book_uid),
            ("exported_at", self.exported_at.isoformat(timespec="seconds")),
            ("recipient", self.recipient.value),
            ("phones", "masked" if self.mask_phones else "whole"),
            ("to", self.to),
            ("consultant", self.consultant),
        )


def write_cover(
    page: Any,  # noqa: ANN401 - XlsxWriter is untyped
    look: Styles,
    order: SheetOrder,
    rows: Mapping[str, int],
    keys: Iterable[str],
) -> None:
    """Fill 说明: for whom, when, how much, what in it is sensitive, and how to give it back."""
    page.hide_gridlines(2)
    page.set_column(0, 0, 16)
    page.set_column(1, 1, 78)
    page.set_row(0, 34)
    page.write_string(0, 0, "贵客簿", look.title)
    page.write_string(0, 1, order.back_to or _FOR_WHOM[order.recipient], look.title)
    lines = _about(order, rows, keys)
    if order.back_to:
        lines.append(_TAKEN_APART)
    if comes_back(order.recipient):
        lines += _HOW_TO
    for row, (head, text) in enumerate(lines, start=2):
        page.write_string(row, 0, head, look.heading)
        page.write_string(row, 1, text, look.line)


def _about(
    order: SheetOrder, rows: Mapping[str, int], keys: Iterable[str]
) -> list[tuple[str, str]]:
    """Return what is said of this one file, line by line; nothing where nothing is known."""
    counts = "、".join(f"{title} {count} 行" for title, count in rows.items())
    sensitive = "、".join(WORDS[kind] for kind in sensitive_in(keys))
    lines = [
        ("收件人", order.to),
        ("咨询师", order.consultant),
        ("用途", order.purpose),
        ("导出时间", f"{order.exported_at:%Y-%m-%d %H:%M}"),
        ("内容", counts),
        ("含敏感信息", sensitive and f"{sensitive}。只用于约定的用途,不转发,用完请删除。"),
        ("电话", "中间几位已隐藏,客户簿里的原号码不变。" if order.mask_phones else ""),
    ]
    return [(head, text) for head, text in lines if text]


def write_lists(workbook: Any, page: Any, names: Iterable[str]) -> None:  # noqa: ANN401 - XlsxWriter is untyped
    """Fill 字典 with the dropdown lists, each under its defined name, and hide it."""
    for place, name in enumerate(names):
        choices = words.CHOICES[name]
        page.write_string(0, place, list_name(name))
        for row, choice in enumerate(choices, start=1):
            page.write_string(row, place, choice)
        letter = chr(ord("A") + place)
        workbook.define_name(list_name(name), f"={LISTS}!${letter}$2:${letter}${len(choices) + 1}")
    page.hide()


def write_sync(
    workbook: Any,  # noqa: ANN401 - XlsxWriter is untyped
    page: Any,  # noqa: ANN401 - XlsxWriter is untyped
    order: SheetOrder,
    columns: Mapping[str, Iterable[str]],
) -> None:
    """Fill _sync and the custom properties with what the import asks for, and hide it.

    Both, for one program keeps the one and another the other; by sheet title the keys of its
    columns in their order.
    """
    row = 0
    for name, value in order.facts:
        page.write_string(row, 0, name)
        page.write_string(row, 1, value)
        if value:
            workbook.set_custom_property(f"crm_{name}", value, "text")
        row += 1
    for title, keys in columns.items():
        page.write_string(row, 0, f"columns:{title}")
        page.write_string(row, 1, " ".join(keys))
        row += 1
    page.hide()


__all__ = ["COVER", "SYNC", "SheetOrder", "write_cover", "write_lists", "write_sync"]
