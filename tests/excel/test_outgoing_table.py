"""The text table: nothing in it is live, and it reads back as it was."""

import csv
import dataclasses
import io

import pytest

from crm_desktop.domain import row_hash
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel.canonical import bare
from crm_desktop.excel.outgoing_table import OutgoingTable, prefixed
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from tests.excel.test_workbook_writer import NOW, _unwatched
from tests.folders import FULL, PLAIN

LIVE = ["=1+1", "+8613800138000", "-5", "@SUM(A1)", '=HYPERLINK("http://a.example","去")']


def rows_of(table: OutgoingTable) -> list[dict[str, str]]:
    data = table.finish(_unwatched)
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def table(recipient: Recipient = Recipient.ME) -> OutgoingTable:
    return OutgoingTable(SheetOrder(recipient=recipient, book_uid="b", exported_at=NOW))


@pytest.mark.parametrize("text", LIVE)
def test_no_cell_is_live_and_reading_gives_the_text_back(text: str) -> None:
    made = table()
    made.add(dataclasses.replace(FULL, client=dataclasses.replace(FULL.client, notes=text)))

    [row] = rows_of(made)

    assert row["备注"] == f"'{text}"
    assert bare(row["备注"]) == text


@pytest.mark.parametrize("text", ["'quoted", "a=b", "1-2", "", "'"])
def test_what_is_not_live_has_no_prefix(text: str) -> None:
    assert prefixed(text) == text
    assert bare(text) == text


def test_the_table_says_what_the_sheet_of_the_workbook_says() -> None:
    made, workbook = (
        table(),
        OutgoingWorkbook(SheetOrder(recipient=Recipient.ME, book_uid="b", exported_at=NOW)),
    )
    for folder in (FULL, PLAIN):
        made.add(folder)
        workbook.add(folder)

    rows = rows_of(made)

    own = [(client, part, said) for client, part, said in workbook.said if part == ""]
    assert list(made.said) == own
    assert [row_hash.read(row["标识(请勿改动)"]) for row in rows] == [
        row_hash.RowIdentity(folder.client.uid, "", row_hash.hash_of_joined(said))
        for folder, (_, _, said) in zip((FULL, PLAIN), own, strict=True)
    ]
    assert (rows[0]["年收入"], rows[0]["结婚纪念日"]) == ("350000.00", "2009-05-01")


def test_the_florist_gets_no_identities() -> None:
    made = table(Recipient.FLORIST)
    made.add(FULL)

    assert made.finish(_unwatched).decode("utf-8-sig").splitlines()[0] == (
        "收件人,地址,卡片文字,送货时请留意,订购备注"
    )
