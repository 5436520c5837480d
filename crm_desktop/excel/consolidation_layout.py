"""The sheets and words of the consolidated workbook; titles, headers and keys are a contract."""

from collections.abc import Iterable, Sequence
from typing import Final

from crm_desktop.domain.matching import Grounds
from crm_desktop.excel.columns import Column, Kind
from crm_desktop.excel.consolidation_reading import ADDED, CONSOLIDATED, column_of
from crm_desktop.excel.streamed_workbook import PageColumn
from crm_desktop.excel.workbook import Workbook
from crm_desktop.excel.workbook_layout import (
    ACTION,
    IDENTITY,
    SHEETS,
    SHORT_ID,
    list_name,
    note_of,
)

SAME: Final = "同一客户"
CONFLICTS: Final = "冲突"
SOURCE_FACT: Final = "source:"
"""Before the number of a book, in _sync: its label and all that its own _sync said, as JSON."""

SOURCE: Final = Column(name="source", header="来源(请勿改动)", width=8, is_fixed=True)
CONSULTANT: Final = Column(
    name="consultant", header="顾问", width=10, hint="新增的行请选一位顾问", is_fixed=True
)
BEFORE: Final = (SHORT_ID, IDENTITY, SOURCE, CONSULTANT)
"""What stands before the columns of a consultant's own sheet; the two in the middle hidden."""

ONE: Final = "甲"
OTHER: Final = "乙"
CHOICES: Final = {ONE: 0, "A": 0, "a": 0, OTHER: 1, "B": 1, "b": 1}
"""What may stand under 采用, and which of the two it means."""

_HIDDEN: Final = {IDENTITY, SOURCE}
_MOST_IN_LIST: Final = 255
_HEAD_ROWS: Final = 3
_SIDES: Final = (ONE, OTHER)
_SHOWN: Final = (
    ("consultant", "顾问", 10),
    ("short_id", "编号", 10),
    ("client.name", "姓名", 10),
    ("client.phone", "电话", 15),
    ("client.birthday", "生日", 14),
    ("client.card_number", "会员卡号", 14),
    ("client.last_visit_on", "最近到院", 12),
    ("client.paid_total", "累计消费", 12),
)
SHOWN: Final = tuple(key for key, _, _ in _SHOWN)
"""What stands side by side of two who may be one, by key."""

_KINDS: Final = {"client.paid_total": Kind.MONEY}
SAME_COLUMNS: Final = (
    PageColumn(header="组", width=6, kind=Kind.COUNT),
    PageColumn(header="把握", width=8),
    PageColumn(header="依据", width=22),
    *(
        PageColumn(header=f"{side}·{header}", width=width, kind=_KINDS.get(key, Kind.TEXT))
        for key, header, width in _SHOWN
        for side in _SIDES
    ),
)
CONFLICT_KEYS: Final = {
    "组": "group",
    "姓名": "name",
    "项": "field",
    "甲·顾问": "consultant_one",
    "甲的内容": "one",
    "乙·顾问": "consultant_other",
    "乙的内容": "other",
    "采用": "choice",
    "键(请勿改动)": "key",
    "甲(请勿改动)": "identity_one",
    "乙(请勿改动)": "identity_other",
}
CONFLICT_COLUMNS: Final = (
    PageColumn(header="组", width=6, kind=Kind.COUNT),
    PageColumn(header="姓名", width=10),
    PageColumn(header="项", width=12),
    PageColumn(header="甲·顾问", width=10),
    PageColumn(header="甲的内容", width=28),
    PageColumn(header="乙·顾问", width=10),
    PageColumn(header="乙的内容", width=28),
    PageColumn(
        header="采用", width=8, source=list(_SIDES), note="选 甲 或 乙,另一位的表就照着改;空白不改"
    ),
    *(PageColumn(header=header, is_hidden=True) for header in list(CONFLICT_KEYS)[-3:]),
)
EXTRA: Final = {
    **{
        sheet.title: {SOURCE.header: SOURCE.name, CONSULTANT.header: CONSULTANT.name}
        for sheet in SHEETS
    },
    CONFLICTS: CONFLICT_KEYS,
    SAME: {},
}
"""By sheet title the keys of the columns that only the consolidated workbook has."""

GROUNDS: Final = {
    Grounds.KEY: "卡号或档案相同",
    Grounds.PHONE_AND_NAME: "电话和姓名相同",
    Grounds.PHONE_AND_BIRTHDAY: "电话和生日相同",
    Grounds.PHONE_AND_SIMILAR_NAME: "电话相同,姓名相近",
    Grounds.NAME_AND_HANDLE: "姓名和微信或QQ相同",
    Grounds.NAME_AND_BIRTHDAY: "姓名和生日相同",
    Grounds.NAME_AND_CLOSE_PHONE: "姓名相同,电话差一位",
    Grounds.PHONE_ONLY: "只有电话相同,可能是亲属",
    Grounds.NAME_ALONE_ON_BOTH: "只有姓名,两边都没有别的",
}
SURE: Final = "确定"
MAYBE: Final = "请核对"


def is_consolidated(workbook: Workbook) -> bool:
    """Return whether this is a workbook of several consultants, or one sheet of it."""
    if f"crm_{CONSOLIDATED}" in workbook.properties:
        return True
    heads = (cell for sheet in workbook.sheets for row in sheet.rows[:_HEAD_ROWS] for cell in row)
    return any(cell in {SOURCE.header, CONSOLIDATED} for cell in heads)


def keys_of_all(title: str, books: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Return the columns that any book has on a sheet, in the order of our layout, added ones last.

    Without the marks that begin and end every sheet.
    """
    had = dict.fromkeys(key for keys in books for key in keys)
    sheet = next(sheet for sheet in SHEETS if sheet.title == title)
    known = [sheet.full_key(column) for column in sheet.columns]
    marks = {column.name for column in (*BEFORE, ACTION)}
    rest = [key for key in had if key not in known and key not in marks]
    return (*(key for key in known if key in had), *rest)


def page_columns(
    title: str, before: Sequence[Column], keys: Sequence[str], consultants: Sequence[str] = ()
) -> list[PageColumn]:
    """Return the columns of a sheet, `before` and 操作 around those of the keys."""
    return [
        *(_marked(column, consultants) for column in before),
        *(_keyed(title, key) for key in keys),
        _marked(ACTION, ()),
    ]


def _marked(column: Column, consultants: Sequence[str]) -> PageColumn:
    source: str | list[str] = list_name(column.choices) if column.choices else ""
    if column is CONSULTANT and consultants and len(",".join(consultants)) <= _MOST_IN_LIST:
        source = list(consultants)
    return PageColumn(
        header=column.header,
        note=note_of(column, column.name),
        width=column.width,
        source=source,
        is_hidden=column in _HIDDEN,
    )


def _keyed(title: str, key: str) -> PageColumn:
    column = column_of(title, key)
    return PageColumn(
        header=column.header,
        note="" if key.startswith(ADDED) else note_of(column, key),
        kind=column.kind,
        width=column.width,
        source=list_name(column.choices) if column.choices else "",
        is_derived=column.is_derived,
    )
