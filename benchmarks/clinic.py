"""A clinic's export against its truth; one of 10,000 clients with 100,000 bills for `large`."""

import json
import pathlib
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

import xlsxwriter

from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.records import Bill, Client, ClinicCard, Visit
from crm_desktop.paths import resources_folder
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch
from tests.fakes import FixedClock

CLIENTS: Final = 10_000
BILLS: Final = 100_000
_SAMPLES: Final = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data" / "clinic"
_CLIENT_HEADINGS: Final = (
    "客户卡号",
    "姓名",
    "性别",
    "手机号码",
    "客户来源",
    "建档日期",
    "现场咨询师",
)
_BILL_HEADINGS: Final = (
    "单号", "客户卡号", "姓名", "到院日期", "到院类型", "项目分类", "项目名称",
    "数量", "单价", "实收金额", "主诊医生",
)  # fmt: skip
_PROJECTS: Final = ("水光针", "超声炮", "双眼皮", "皮秒激光", "瘦脸针", "")

Figure = tuple[str, str, str, bool]


def figures() -> Iterator[Figure]:
    """Return (what, asked, measured, reached) of clinic exports."""
    for kind in ("xlsx", "xls"):
        right, of = _right(_SAMPLES / f"clinic_export.{kind}")
        told = f"{right} of {of}"
        yield (
            f"clients, visits, money of the clinic sample (.{kind}) as its truth",
            "all",
            told,
            (right == of),
        )


def _right(path: pathlib.Path) -> tuple[int, int]:
    """Return how many clients of the sample have the name, visits and money of the truth."""
    truth = json.loads((_SAMPLES / "clinic_export.truth.json").read_text(encoding="utf-8"))
    with tempfile.TemporaryDirectory() as folder, _book(pathlib.Path(folder)) as (base, imports):
        imports.apply(imports.plan(imports.read(path)))
        with base.read() as session:
            names = {client.id: client.name for client in fetch(session, Client)}
            cards = {card.number: card.client_id for card in fetch(session, ClinicCard)}
            visits = Counter(visit.client_id for visit in fetch(session, Visit))
            bills: defaultdict[int, list[Bill]] = defaultdict(list)
            for bill in fetch(session, Bill):
                bills[bill.client_id].append(bill)
    right = sum(
        (names[one], visits[one], paid(bills[one]))
        == (told["name"], told["visits"], round(told["spent"] * 100))
        for told in truth["clients"]
        for one in [cards[told["card"]]]
    )
    return right, len(truth["clients"])


@contextmanager
def _book(folder: pathlib.Path) -> Iterator[tuple[Database, Imports]]:
    clock = FixedClock()
    key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
    base = Database.create(folder / "book.db", key, clock)
    synonyms = resources_folder() / "synonyms.toml"
    yield base, Imports(base, Journal(base, clock), lambda: None, synonyms, clock)
    base.close()


def write_export(path: pathlib.Path) -> None:
    """Write a clinic's export of 10,000 clients and 100,000 bills."""
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as book:
        clients, bills = book.add_worksheet("客户资料"), book.add_worksheet("消费明细")
        clients.write_row(0, 0, _CLIENT_HEADINGS)
        bills.write_row(0, 0, _BILL_HEADINGS)
        for row in range(1, CLIENTS + 1):
            phone = str(13_000_000_000 + row * 7)
            told = (_card(row), _name(row), "女", phone, "老带新", "2021-03-05", "李顾问")
            clients.write_row(row, 0, told)
        for row in range(1, BILLS + 1):
            who, day = row % CLIENTS + 1, f"202{row % 6}-{row % 12 + 1:02}-{row % 28 + 1:02} 10:30"
            project = _PROJECTS[row % len(_PROJECTS)]
            bills.write_row(row, 0, (
                f"XF{row:07}", _card(who), _name(who), day, "再消费", "皮肤" if project else "",
                project, 1 if project else "", 2800 if project else "", 2240.5 if project else 0,
                "孙医生",
            ))  # fmt: skip


def _card(number: int) -> str:
    return f"HM{number:07}"


def _name(number: int) -> str:
    return f"林{number % 4000}"


if __name__ == "__main__":
    for figure in figures():
        print(*figure, sep=" | ", file=sys.stdout)
