"""The quick box over a book with two clients, and what is done with its keys."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Client
from crm_desktop.ui.quick.box import QuickBox
from tests.ui.desks import Laid
from tests.ui.settling import settled

WANG = Client(name="王雅琴", display_name="王姐", notes="周二有空")
WANG_2 = Client(name="王雅芬")


def add_both(laid: Laid) -> None:
    """Put both into the book: 1 is 王雅琴, 2 is 王雅芬."""
    for client, phone in ((WANG, "13800004321"), (WANG_2, "13900008888")):
        laid.desk.book.clients.add(client, (phone,))


def type_in(qtbot: QtBot, laid: Laid, box: QuickBox, text: str) -> None:
    """Put a text into the line, and wait for what it comes to."""
    box.line.setText(text)
    qtbot.waitUntil(settled(laid))


def press(box: QuickBox, key: Qt.Key) -> None:
    """Press a key in the line."""
    QTest.keyClick(box.line, key)


def folder_of(laid: Laid, client_id: int) -> ClientFolder:
    """Return the folder of a client as the book has it now."""
    return laid.desk.book.clients.file(client_id, today=today(laid.clock)).folder
