"""Canaries: a client with something in every corner of the book, who is to leave no trace."""

import datetime as dt
import pathlib

from crm_desktop.domain.import_plan import Outcome
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    ClinicCard,
    Contact,
    Gift,
    Person,
    Preference,
    Relation,
    Visit,
)
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.folders import folders
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.vault import Vault
from tests.fakes import FixedClock
from tests.services.importing.lists import HEADINGS

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
TODAY = dt.date(2026, 11, 22)
NAME = "金丝雀鸣谷"
PHONE = "15470707001"
WECHAT = "canary_wx_7719"
CARD = "CARD-887766"
NOTE = "只有她自己才会说的一段很长的话，别人那里绝没有"


def added(book: Book, client: Client, phone: str = "", *dates: ClientDate) -> int:
    [client_id] = book.clients.add(client, [phone] if phone else [], dates).client_ids
    return client_id


def canary(book: Book) -> int:
    """Write a client with something in every corner, changed several times over."""
    her = Client(name=NAME, wechat=WECHAT, notes=NOTE, address="金丝雀巷深处八号之九")
    client_id = added(book, her, PHONE, ClientDate(year=1985, month=3, day=2))
    husband = Person(client_id=client_id, relation=Relation.HUSBAND, name="鸣谷之夫")
    for fact in (
        ClinicCard(client_id=client_id, source="clinic", number=CARD),
        Visit(client_id=client_id, on=TODAY, notes=f"到院：{NOTE}"),
        Bill(client_id=client_id, on=TODAY, project="水光针", paid=88_000),
        Contact(client_id=client_id, on=TODAY, outcome=f"电话：{NOTE}"),
        Gift(client_id=client_id, item="百合", card_text=f"祝{NAME}生日快乐"),
        Preference(client_id=client_id, text="百合"),
    ):
        book.clients.put(fact)
    book.clients.put_person(husband, [ClientDate(client_id=client_id, month=5, day=6)])
    stands = book.clients.file(client_id, today=TODAY).client
    book.clients.put(changed(stands, notes=f"{NOTE}，后来又改过一次"))
    return client_id


def changed(client: Client, **facts: object) -> Client:
    return client.__class__(**{name: getattr(client, name) for name in client.__slots__} | facts)


def gone(book: Book, client_id: int) -> None:
    book.trash.put_in([client_id], TODAY)
    book.deletion.delete([client_id])


def names(book: Book) -> list[str]:
    with book.database.read() as session:
        return [folder.client.name for folder in folders(session, with_archived=True)]


def take_in(book: Book, folder: pathlib.Path, *rows: tuple[str | None, ...]) -> list[Outcome]:
    import xlsxwriter  # noqa: PLC0415 - of these tests alone

    path = folder / "名单.xlsx"
    with xlsxwriter.Workbook(str(path), {"in_memory": True}) as workbook:
        sheet = workbook.add_worksheet("客户")
        for number, row in enumerate((HEADINGS, *rows)):
            sheet.write_row(number, 0, row)
    made = book.imports.plan(book.imports.read(path))
    book.imports.apply(made)
    return [row.outcome for row in made.rows]


def restored(place: Vault, book: Book, path: pathlib.Path, clock: FixedClock) -> Book:
    return open_book(Restoring(place, clock).restore(book.opened, path), clock, RESOURCES)
