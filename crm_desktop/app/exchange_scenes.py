"""Scenes of the exchange: a clinic's export, the manager's sheet come back, whose value stands."""

import datetime as dt
import pathlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QCoreApplication

from crm_desktop.app.office import Office
from crm_desktop.app.pages import EXCHANGE
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.app.sheet_scenes import bar_of, sheet_scenes
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.import_questions import Question
from crm_desktop.domain.records import Client
from crm_desktop.services.client_list import ListQuery
from crm_desktop.ui.exchange.conflict_step import ConflictStep
from crm_desktop.ui.exchange.kept_list import KeptDialog
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.exchange.profile_dialog import ProfileDialog

_Known = tuple[Client, str]
_PEOPLE: Final = 6
_DECIDED: Final = 4
_MANY: Final = 1_000
_CLINIC_HEADS: Final = ("客户卡号", "姓名", "性别", "手机号码", "客户来源", "会员等级")
_BILL_HEADS: Final = (
    "单号",
    "客户卡号",
    "姓名",
    "到院日期",
    "项目名称",
    "数量",
    "单价",
    "实收金额",
)
_PRICE: Final = 6_800


def exchange_scenes(office: Office) -> Iterator[Scene]:
    """Look at a clinic's export, then take the manager's sheet in and back out again."""
    window = office.window
    page = window.page(EXCHANGE)
    assert isinstance(page, ExchangePage)  # noqa: S101 - the page of that name
    window.open_page(EXCHANGE)
    yield WAIT, window
    yield from _of_the_clinic(office, page)
    yield from _of_the_manager(office, page)
    office.desk.edits.changed.emit(office.book.journal.undo())
    yield WAIT, window
    yield from sheet_scenes(office, page)


def _of_the_clinic(office: Office, page: ExchangePage) -> Iterator[Scene]:
    path = office.book.folder / "clinic.xlsx"
    _clinic_export(path, _clients(office, 2 * _PEOPLE), office.book.clock.now().date())
    page.open_file(path)
    yield "import_clinic_columns", office.window
    page.wizard.known.remember_button.click()
    dialog = office.window.findChild(ProfileDialog)
    assert dialog is not None  # noqa: S101 - opened in the line before
    dialog.name.setText(QCoreApplication.translate("Scenes", "The clinic's monthly list"))
    yield "import_remember", office.window
    dialog.accept()
    yield WAIT, office.window
    yield "import_known", office.window
    page.wizard.flow.compare()
    yield "import_clinic", office.window
    path.unlink()
    page.wizard.flow.forget()
    page.wizard.left.emit()


def _of_the_manager(office: Office, page: ExchangePage) -> Iterator[Scene]:
    window, wizard, book = office.window, page.wizard, office.book
    path, ours = book.folder / "clients.xlsx", _manager_sheet(office)
    page.open_file(path)
    yield WAIT, window
    yield "import_returned", window
    wizard.preview.conflicts_button.click()
    _decide(wizard.conflicts)
    yield "import_conflicts", window
    wizard.conflicts.leave()
    yield WAIT, window
    wizard.flow.apply()
    yield WAIT, window
    yield "import_returned_result", window
    wizard.result.finish_button.click()
    yield WAIT, window
    yield from _taking_back(office, page, ours)
    bar = bar_of(page)
    bar.setValue(bar.maximum())
    yield "import_past", window
    bar.setValue(0)
    path.unlink()
    for _ in (*ours, "the sheet"):
        office.desk.edits.changed.emit(book.journal.undo())
    yield WAIT, window


def _taking_back(office: Office, page: ExchangePage, ours: Sequence[int]) -> Iterator[Scene]:
    """Edit what the sheet brought, look at what would stay, and let it be."""
    window, book = office.window, office.book
    words = QCoreApplication.translate("Scenes", "paints, has a show in spring")
    edited = [one for one, _ in _clients(office, _MANY) if one.id in ours]
    for client in edited:
        change = book.clients.edit(replace(client, occupation=words), ["occupation"])
        office.desk.edits.changed.emit(change)
    page.past.take_back.begin(book.import_log.recent()[0].id)
    yield WAIT, window
    dialog = window.findChild(KeptDialog)
    assert dialog is not None  # noqa: S101 - what was edited is in the way
    yield "import_take_back", window
    dialog.reject()
    for _ in edited:
        office.desk.edits.changed.emit(book.journal.undo())
    yield WAIT, window


def _decide(step: ConflictStep) -> None:
    """Decide the first few by turns, as a person would."""
    for place, question in enumerate(step.model.questions[:_DECIDED]):
        step.decide({question.place: tuple(Accept)[place % 2]})
    _stand_on(step, step.model.questions[_DECIDED : _DECIDED + 1])


def _stand_on(step: ConflictStep, questions: Sequence[Question]) -> None:
    for question in questions:
        step.list.setCurrentIndex(step.model.index_of(question.place))
    step.list.scrollToTop()


def _manager_sheet(office: Office) -> list[int]:
    """Write the sheet the manager had, edit both sides; return whom we edited."""
    translate = QCoreApplication.translate
    book, path = office.book, office.book.folder / "clients.xlsx"
    name = translate("Scenes", "Ms Harbour")
    book.exports.workbook(path, recipient=Recipient.MANAGER, to=name, now=book.clock.now())
    sheets = openpyxl.load_workbook(path)
    clients, visits = sheets["客户"], sheets["到院消费"]
    for row in range(2, 2 + _PEOPLE):
        _put(clients, row, "职业", translate("Scenes", "runs two salons"))
        _put(clients, row, "地址", translate("Scenes", "Riverside Court, Building 6, Room 1802"))
    _put(clients, 2, "电话", "15400002288")
    _put(visits, 2, "下一步", translate("Scenes", "Ask how she slept"))
    sheets.save(path)
    names = [str(clients.cell(row, _place(clients, "姓名")).value) for row in range(2, 2 + _PEOPLE)]
    return _edit_ours(office, names)


def _edit_ours(office: Office, names: Sequence[str]) -> list[int]:
    """Edit some of the same cells on our side, one change for each; return whose."""
    words = QCoreApplication.translate("Scenes", "teaches yoga")
    moved = QCoreApplication.translate("Scenes", "Lakeside Garden, Building 2")
    ours = [client for client, _ in _clients(office, _MANY) if client.name in names]
    for client in ours:
        edited = replace(client, occupation=words, address=moved)
        names_of = ["occupation", "address"]
        office.desk.edits.changed.emit(office.book.clients.edit(edited, names_of))
    return [client.id for client in ours]


def _clinic_export(
    path: pathlib.Path, clients: Sequence[tuple[Client, str]], today: dt.date
) -> None:
    """Write what the system of a clinic would: clients she knows, and what they paid."""
    book = openpyxl.Workbook()
    people, bills = book.create_sheet("客户资料", 0), book.create_sheet("消费明细", 1)
    people.append(_CLINIC_HEADS)
    bills.append(_BILL_HEADS)
    project = QCoreApplication.translate("Scenes", "Hydra facial")
    for number, (client, phone) in enumerate(clients, start=1):
        card, on = f"HM{number:07}", today - dt.timedelta(days=number)
        people.append((card, client.name, "女", phone, "", "金卡"))
        paid = _PRICE * number
        bills.append((f"XF{number:07}", card, client.name, f"{on}", project, 1, paid))
    book.save(path)


def _clients(office: Office, count: int) -> list[_Known]:
    """Return clients, each with her number."""
    book, today = office.book, office.book.clock.now().date()
    lines = book.clients.page(ListQuery(), limit=count, today=today).lines
    folders = [book.clients.file(line.id, today=today).folder for line in lines]
    return [(one.client, one.phones[0].digits if one.phones else "") for one in folders]


def _put(sheet: Worksheet, row: int, heading: str, value: str) -> None:
    sheet.cell(row, _place(sheet, heading)).value = value


def _place(sheet: Worksheet, heading: str) -> int:
    return next(cell.column for cell in sheet[1] if cell.value == heading)
