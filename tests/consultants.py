"""Workbooks of consultants as they come to the manager: plainly fictional, three with doubles."""

import datetime as dt
import io
import pathlib
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any, Final

import python_calamine as calamine

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client, ClientDate, Phone, Visit
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from tests.folders import FULL

ZONE: Final = dt.timezone(dt.timedelta(hours=8))
NOW: Final = dt.datetime(2026, 11, 22, 9, tzinfo=ZONE)
PHONE: Final = "15400000012"


def person(  # noqa: PLR0913 - what tells a client, each by its name
    client_id: int,
    uid: str,
    name: str,
    *phones: str,
    owner: str = "",
    born: tuple[int, int, int] | None = None,
    wechat: str = "",
    address: str = "",
    do_not_contact: bool = False,
    visited: dt.date | None = None,
) -> ClientFolder:
    """Return a client with a few facts."""
    dates = [] if born is None else [ClientDate(year=born[0], month=born[1], day=born[2])]
    return ClientFolder(
        client=Client(
            id=client_id,
            uid=uid,
            name=name,
            owner=owner,
            wechat=wechat,
            address=address,
            do_not_contact=do_not_contact,
        ),
        phones=tuple(Phone(client_id=client_id, digits=digits) for digits in phones),
        dates=tuple(dates),
        visits=() if visited is None else (Visit(id=client_id, client_id=client_id, on=visited),),
    )


def exported(  # noqa: PLR0913 - the choices of one export, each by its name
    path: pathlib.Path,
    book: str,
    people: Iterable[ClientFolder],
    *,
    at: dt.datetime = NOW,
    mask_phones: bool = False,
    columns: Sequence[str] | None = None,
    recipient: Recipient = Recipient.MANAGER,
) -> pathlib.Path:
    """Write the workbook of one consultant and return where."""
    order = SheetOrder(recipient=recipient, book_uid=book, exported_at=at, mask_phones=mask_phones)
    workbook = OutgoingWorkbook(order, columns)
    for folder in people:
        workbook.add(folder)
    path.write_bytes(workbook.finish(_unwatched))
    return path


LIN: Final = (
    replace(FULL, client=replace(FULL.client, owner="林岚")),
    person(2, "l-2", "云清欢", PHONE, owner="林岚", address="南山路1号", visited=NOW.date()),
    person(3, "l-3", "白小满", "15400000003", owner="林岚", born=(1990, 5, 6)),
    person(4, "l-4", "江一诺", "15400000004"),
)
"""Full, with a double of Zhou's (云清欢), of He's (白小满), and a relative's number (江一诺)."""

ZHOU: Final = (
    person(1, "z-1", "云清欢", PHONE, owner="周周", address="北山路2号", do_not_contact=True),
    person(2, "z-2", "江母", "15400000004", owner="周周"),
)
HE: Final = (
    person(7, "h-7", "白小满", "15400000077", owner="何静", born=(1990, 5, 6), wechat="baixm"),
    person(8, "h-8", "云清欢", PHONE, wechat="yunqh"),
)


def three_books(folder: pathlib.Path) -> list[pathlib.Path]:
    """Write the workbooks of three consultants; the third masks the phones."""
    return [
        exported(folder / "lin.xlsx", "book-l", LIN),
        exported(folder / "zhou.xlsx", "book-z", ZHOU),
        exported(folder / "he.xlsx", "book-h", HE, mask_phones=True),
    ]


def cells(path: pathlib.Path) -> dict[str, list[list[Any]]]:
    """Return every sheet of a workbook as rows of cells, blank as ""."""
    book = calamine.CalamineWorkbook.from_object(io.BytesIO(path.read_bytes()))
    return {name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names}


def records(path: pathlib.Path, title: str) -> list[dict[str, Any]]:
    """Return the rows of a sheet by its headers."""
    header, *rows = cells(path)[title]
    return [dict(zip(header, row, strict=True)) for row in rows]


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""
