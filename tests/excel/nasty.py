"""Clients whose every free text is one that some program is known to change on the way."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from typing import Any, Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import Bill, ClientDate, DateKind, Phone
from tests.folders import FULL

TEXTS: Final = (
    "=1+1",
    "=cmd|' /C calc'!A0",
    "+8613800138000",
    "-5",
    "@x",
    "'+86",
    "'引号",
    '="138"',
    "1E5",
    "00123",
    "1.50",
    "12345678901234567890",
    "2026-11-22",
    "11/22",
    "TRUE",
    "是",
    "#N/A",
    "50%",
    "¥1,280",
    " 前后空格 ",
    "　全角空格　",
    " ",
    "a  b",
    "第一行\n第二行",
    "第一行\n\n第三行\n",
    "\n空行在前",
    "甲\r\n乙\r丙",
    "表\t格",
    "\t表格在前",
    "a\x0bb\x0cc",
    "a\x01b\x1fc\x00",
    "_x000D_",
    "_x0041_",
    "\ufeff标记",
    "零\u200b宽",
    "行\u2028分隔",
    "不间断\u00a0空格",
    "e\u0301",
    "😀👨‍👩‍👧",
    "<r>标签</r>",
    "<b>&amp;\"'",
    'a;b,c"d"',
    "[清空",
    "无",
    "-",
    "很" * 20_000,
    "长" * 40_000,
)
_KEPT: Final = {"uid", "digits", "policy", "learnt_from", "source"}
_DAYS: Final = (
    {"year": 1899, "month": 12, "day": 31},
    {"year": 1900, "month": 1, "day": 1},
    {"year": 1900, "month": 2, "day": 28},
    {"year": 1901, "month": 1, "day": 1},
    {"year": 1985, "month": 3, "day": 2},
    {"month": 2, "day": 29},
    {"year": 1972, "month": 1, "day": 8, "calendar": Calendar.LUNAR},
    {"month": 12, "day": 30, "calendar": Calendar.LUNAR},
    {"year": 1990, "month": 5, "day": 15, "calendar": Calendar.LUNAR, "leap": True},
)
_MONEY: Final = (0, 1, 99, 100, 123_450, 10**9, 10**12 + 7, 33, 29, 1_999)
_BILL_DAYS: Final = (dt.date(1899, 12, 31), dt.date(1900, 2, 28), dt.date(2026, 2, 28))


def nasty_folders(count: int = 60) -> Iterator[ClientFolder]:
    """Yield clients like the full one, each with the next of these texts wherever text stands."""
    for number in range(1, count + 1):
        yield _folder(number, TEXTS[number % len(TEXTS)])


def _folder(number: int, text: str) -> ClientFolder:
    found: dict[str, Any] = {}
    for field in dataclasses.fields(FULL):
        value = getattr(FULL, field.name)
        if isinstance(value, tuple) and field.name not in {"guests", "phones", "bills"}:
            found[field.name] = tuple(_spoilt(record, text) for record in value)
    client = dataclasses.replace(
        _spoilt(FULL.client, text), id=number, uid=f"uid-{number}", income=_at(_MONEY, number)
    )
    return dataclasses.replace(
        FULL,
        **found
        | {
            "client": client,
            "referred_by": text,
            "phones": (Phone(digits="+85261234567"), Phone(digits="0012")),
            "dates": (_date(number), *found["dates"]),
            "bills": tuple(_bill(bill, number, text) for bill in FULL.bills),
        },
    )


def _spoilt(record: Any, text: str) -> Any:  # noqa: ANN401 - records of every kind
    """Return a record with this text in place of every free one."""
    texts = {
        field.name: text
        for field in dataclasses.fields(record)
        if type(getattr(record, field.name)) is str and field.name not in _KEPT
    }
    return dataclasses.replace(record, **texts)


def _date(number: int) -> ClientDate:
    return ClientDate(id=number, kind=DateKind.BIRTHDAY, **_at(_DAYS, number))


def _bill(bill: Bill, number: int, text: str) -> Bill:
    day, money = _at(_BILL_DAYS, number), _at(_MONEY, number)
    spoilt: Bill = _spoilt(bill, text)
    return dataclasses.replace(spoilt, on=day, paid=money, list_price=-money)


def _at(values: Any, number: int) -> Any:  # noqa: ANN401 - of any kind
    return values[number % len(values)]
