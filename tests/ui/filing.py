"""What the tests of the client page share: the page over a desk, its cards, what it says."""

import datetime as dt
from dataclasses import replace
from typing import TypeVar

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain import records as kinds
from crm_desktop.domain.records import Client
from crm_desktop.services.client_file import ClientFile
from crm_desktop.services.records import KINDS, Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.page import ClientPage
from tests.builders import filled
from tests.ui.desks import Laid
from tests.ui.settling import settled

WANG = Client(name="王雅琴", display_name="王姐", tier=kinds.Tier.A, vip=True, occupation="老师")
ELSEWHERE = {
    kinds.Attachment,
    kinds.FestivalMark,
    kinds.GreetingTemplate,
    kinds.NotSame,
    kinds.SmartList,
    kinds.Supplier,
}


def put(laid: Laid, *records: Record) -> None:
    for record in records:
        laid.desk.book.clients.put(record)


def opened(
    qtbot: QtBot, laid: Laid, client_id: int, size: tuple[int, int] = (1182, 768)
) -> ClientPage:
    page = ClientPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_client(client_id)
    qtbot.waitUntil(lambda: page.is_whole)
    qtbot.waitUntil(settled(laid))
    return page


C = TypeVar("C", bound=FileCard)


def card(page: ClientPage, kind: type[C]) -> C:
    return next(each for each in page.cards if isinstance(each, kind))


def file_of(laid: Laid, client_id: int) -> ClientFile:
    return laid.desk.book.clients.file(client_id, today=today(laid.clock))


def draft_of(records: RecordList) -> Draft | None:
    return records._draft


def said(page: ClientPage) -> str:
    """Return every word on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def every_kind(client_id: int) -> list[Record]:
    """Return one record of each kind that hangs on a client and needs no other record."""
    left_out = {kinds.Client, kinds.Activity, kinds.ActivityGuest, kinds.PointsEntry, *ELSEWHERE}
    points: Record = kinds.PointsEntry(client_id=client_id, points=7, on=dt.date(2026, 3, 1))
    others: list[Record] = [_filled(kind, client_id) for kind in KINDS if kind not in left_out]
    return [*others, points]


def _filled(kind: type[Record], client_id: int) -> Record:
    made: Record = filled(kind, client_id=client_id, year=1990)
    if isinstance(made, kinds.Package):
        return replace(made, bought=made.used)
    return made
