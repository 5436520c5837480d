"""Scenes: everything there is to see, one after another, for pictures of it."""

import datetime as dt
import pathlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from crm_desktop.app.discreet_scenes import discreet_scenes
from crm_desktop.app.entrance import EntranceWindow
from crm_desktop.app.exchange_scenes import exchange_scenes
from crm_desktop.app.flows import Flows
from crm_desktop.app.gatekeeper import Gatekeeper
from crm_desktop.app.more_scenes import from_the_phone, full_day, settings_scenes
from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.app.pages import CALENDAR, CLIENT, CLIENTS, EXCHANGE, TODAY
from crm_desktop.app.photographer import WAIT, Scene
from crm_desktop.app.sheet_scenes import nothing_exchanged
from crm_desktop.app.work_scenes import at_work
from crm_desktop.clock import today
from crm_desktop.domain.errors import DamagedPart, DatabaseDamaged
from crm_desktop.domain.occasions import Stage
from crm_desktop.domain.records import Client
from crm_desktop.security.recovery import new_code
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.book import Book
from crm_desktop.services.client_list import ListQuery, Sort
from crm_desktop.services.deletion_proof import Look, Proof, Where
from crm_desktop.services.vault import Vault
from crm_desktop.ui.calendar.days import View
from crm_desktop.ui.calendar.page import CalendarPage
from crm_desktop.ui.client.new import NewClientDialog
from crm_desktop.ui.clients.page import ClientsPage
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.gate.new_passphrase import NewPassphrase
from crm_desktop.ui.gate.restore import Restore
from crm_desktop.ui.gate.trouble import Trouble
from crm_desktop.ui.gate.unlock import Unlock
from crm_desktop.ui.gate.welcome import Welcome
from crm_desktop.ui.greeting.dialog import GreetingDialog
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.popup.locked import LockedPopUp
from crm_desktop.ui.popup.window import PopUp
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.gift import GiftDialog
from crm_desktop.ui.theme.theme import ThemeChoice
from crm_desktop.ui.trash.dialog import TrashDialog
from crm_desktop.ui.trash.proof import ProofDialog
from crm_desktop.ui.widgets.layouts import ScrollColumn

_SIZE: Final = (1366, 768)
_WAITING: Final = 2
_POPPING_UP: Final = 5
_LIST: Final = """姓名,手机,生日,老公生日,备注
林月见,15400001001,1988-05-12,1986年农历八月初三,喜欢百合
周小满,15400001002,1990-02-30,,生日写错了
何初晴,1540000,1992年农历闰四月初八,,手机少了几位
,15400001004,1991-07-07,,没有姓名
"""


class Scenes(QObject):
    """The gate, every page of a full and of an empty book, dialogs and pop-ups, in both themes."""

    def __init__(self, book: Book, empty: Book, vault: Vault, outfit: Outfit) -> None:
        super().__init__()
        self._book = book
        self._outfit = outfit
        self._keeper = Gatekeeper(vault, book.clock)
        self._gate = EntranceWindow()
        self._office = Office(book, vault, outfit, self)
        self._empty = Office(empty, vault, outfit, self)
        for window in (self._gate, self._office.window, self._empty.window):
            window.resize(*_SIZE)

    def all(self) -> Iterator[Scene]:
        """Yield names and widgets; what comes next is set up when the one before is taken."""
        for theme in (ThemeChoice.LIGHT, ThemeChoice.DARK):
            self._outfit.look.choose_theme(theme)
            flows = Flows(self._office).all
            for scenes in (
                self._entrance,
                self._pages,
                flows,
                self._import,
                self._small,
                self._bare,
            ):
                for name, widget in scenes():
                    yield f"{name}_{theme}" if name != WAIT else WAIT, widget

    def close(self) -> None:
        """Take every window down."""
        self._gate.close()
        for office in (self._office, self._empty):
            office.close()

    def _entrance(self) -> Iterator[Scene]:
        outfit = self._outfit
        welcome = Welcome(self._keeper, outfit.jobs)
        yield "welcome_name", self._at_the_gate(welcome)
        welcome.code_step.show_code(new_code())
        welcome.show_step(1)
        yield "welcome_code", self._gate
        welcome.show_step(2)
        yield "welcome_start", self._gate
        unlock = Unlock(self._keeper, outfit.jobs)
        unlock.show_reminders(_WAITING)
        yield "unlock", self._at_the_gate(unlock)
        unlock.other_button.click()
        yield "unlock_code", self._gate
        renewing = NewPassphrase(self._keeper, outfit.jobs)
        yield "new_passphrase", self._at_the_gate(renewing)
        damaged = DatabaseDamaged(pathlib.Path("vault-1.db"), DamagedPart.LOG)
        yield "trouble", self._at_the_gate(Trouble(damaged))
        restore = Restore(self._keeper, outfit.jobs, outfit.ask)
        yield "restore", self._at_the_gate(restore)
        self._gate.hide()

    def _at_the_gate(self, screen: QWidget) -> QWidget:
        self._gate.setCentralWidget(screen)
        self._gate.show()
        return self._gate

    def _pages(self) -> Iterator[Scene]:
        window = self._office.window
        window.show()
        for name in (TODAY, CLIENTS, CALENDAR):
            window.open_page(name)
            yield name, window
        yield from settings_scenes(self._office)
        yield from self._calendar()
        clients = window.page(CLIENTS)
        assert isinstance(clients, ClientsPage)  # noqa: S101 - the page of that name
        window.open_page(CLIENTS)
        clients.search.setText(self._somebody()[1][:1])
        yield "clients_search", window
        clients.search.clear()
        clients.tabs.setCurrentIndex(1)
        yield "clients_narrowed", window
        clients.table.marks.put(line.id for line in clients.model.lines[:3])
        yield "clients_picked", window
        clients.table.marks.clear()
        clients.tabs.setCurrentIndex(0)
        self._office.desk.routes.client_wanted.emit(self._somebody()[0])
        yield "client", window
        yield from self._checked(window)
        yield from self._further_down(window)
        yield from self._before_she_comes()
        yield from self._twice()
        yield from at_work(self._office)
        yield from full_day(self._office)

    def _calendar(self) -> Iterator[Scene]:
        """Look at the days by the week and as an agenda."""
        window = self._office.window
        page = window.page(CALENDAR)
        assert isinstance(page, CalendarPage)  # noqa: S101 - the page of that name
        window.open_page(CALENDAR)
        for view in (View.WEEK, View.AGENDA):
            page.show_view(view)
            yield f"calendar_{view}", window
        page.show_view(View.MONTH)
        yield from self._festival(window)

    def _festival(self, window: MainWindow) -> Iterator[Scene]:
        """Show the list of the next Christmas."""
        day = today(self._office.desk.clock)
        christmas = self._office.book.festivals.table().next_day("christmas", day)
        self._office.desk.routes.festival_wanted.emit("christmas", christmas)
        yield "festival", window

    def _checked(self, window: MainWindow) -> Iterator[Scene]:
        """Show what the check says of her and of the whole book, then her page again."""
        wanted = self._office.desk.routes
        for name, client_id in (("check_client", self._somebody()[0]), ("check", 0)):
            wanted.check_wanted.emit(client_id)
            yield name, window
        wanted.client_wanted.emit(self._somebody()[0])
        yield WAIT, window

    def _further_down(self, window: MainWindow) -> Iterator[Scene]:
        """Scroll the page of a client to its middle and to its end."""
        column = window.page(CLIENT).findChild(ScrollColumn)
        assert column is not None  # noqa: S101 - what the page scrolls in
        bar = column.verticalScrollBar()
        for name, share in (("client_middle", 0.5), ("client_end", 1.0)):
            bar.setValue(round(bar.maximum() * share))
            yield name, window
        bar.setValue(0)

    def _twice(self) -> Iterator[Scene]:
        """Enter somebody a second time, as a colleague might have, and take it back."""
        clients, now = self._book.clients, self._book.clock.now()
        folder = clients.file(self._somebody()[0], today=now.date()).folder
        lines = clients.page(ListQuery(), limit=2, today=now.date()).lines
        strange_id = next(line.id for line in lines if line.id != folder.client.id)
        strange = clients.file(strange_id, today=now.date()).client
        other = Client(
            name=folder.client.name,
            wechat=strange.wechat,
            occupation=strange.occupation,
            income=strange.income,
            notes=strange.notes,
        )
        clients.add(other, tuple(phone.digits for phone in folder.phones))
        self._office.desk.routes.duplicates_wanted.emit(0)
        yield "duplicates", self._office.window
        self._office.desk.edits.changed.emit(self._book.journal.undo())

    def _before_she_comes(self) -> Iterator[Scene]:
        """The page before a visit, and the greeting to her."""
        window, routes = self._office.window, self._office.desk.routes
        routes.briefing_wanted.emit(self._somebody()[0])
        yield "briefing", window
        routes.greeting_wanted.emit(self._somebody()[0], None)
        dialog = window.findChild(GreetingDialog)
        assert dialog is not None  # noqa: S101 - asked for in the line before
        yield "greeting", dialog
        dialog.close()

    def _thrown_away(self) -> Iterator[Scene]:
        """Show the trash with somebody in it, and what a deletion would come to."""
        trash, today = self._book.trash, self._book.clock.now().date()
        best = ListQuery(sort=Sort.NAME)
        lines = self._book.clients.page(best, limit=2, today=today).lines
        for line, days in zip(lines, (0, 12), strict=True):
            trash.put_in([line.id], today - dt.timedelta(days=days))
        dialog = TrashDialog(self._office.desk, self._office.window)
        dialog.open()
        yield "trash", dialog
        trash.take_out([line.id for line in lines])
        backup = self._book.back_up(BackupReason.DELETE)
        looks = tuple(Look(where=where, found=0) for where in Where)
        made = Proof(
            at=backup.at,
            clients=1,
            words=9,
            shared=1,
            unlooked=0,
            before=16,
            looks=looks,
            backup=backup,
            older=(backup.at - dt.timedelta(days=3),),
        )
        proof = ProofDialog(self._office.desk, made, lines[0].called, dialog)
        proof.open()
        yield "trash_proof", proof
        proof.close()
        dialog.close()

    def _somebody(self) -> tuple[int, str]:
        """Return the id and the name of the client whose file has most to show."""
        now = self._book.clock.now()
        for one in self._book.reminders.due(now):
            if one.occasion.vip:
                return one.occasion.client_id, one.occasion.client_name
        best = ListQuery(sort=Sort.PAID_TOTAL, descending=True, big_only=True)
        line = self._book.clients.page(best, limit=1, today=now.date()).lines[0]
        return line.id, line.name

    def _import(self) -> Iterator[Scene]:
        window = self._office.window
        page = window.page(EXCHANGE)
        assert isinstance(page, ExchangePage)  # noqa: S101 - the page of that name
        window.open_page(EXCHANGE)
        yield "exchange", window
        example = self._book.folder / "example.csv"
        example.write_text(_LIST, encoding="utf-8")
        flow = page.wizard.flow
        steps: dict[str, Callable[[], object]] = {
            "columns": partial(page.open_file, example),
            "preview": flow.compare,
            "result": flow.apply,
        }
        for name, step in steps.items():
            step()
            yield f"import_{name}", window
        flow.undo()
        example.unlink()
        page.wizard.left.emit()
        yield from from_the_phone(self._office)
        yield from exchange_scenes(self._office)

    def _small(self) -> Iterator[Scene]:
        office = self._office
        office.window.open_page(TODAY)
        office.desk.routes.new_client_wanted.emit()
        dialog = office.window.findChild(NewClientDialog)
        assert dialog is not None  # noqa: S101 - asked for in the line before
        yield "new_client", dialog
        dialog.close()
        office.desk.routes.box_wanted.emit()
        assert office.box is not None  # noqa: S101 - asked for in the line before
        office.box.line.setText(self._somebody()[1][:1])
        yield "quick_box", office.box
        office.box.close()
        yield from self._reminding()
        yield from discreet_scenes(office)
        yield from self._thrown_away()
        office.window.hide()

    def _reminding(self) -> Iterator[Scene]:
        now = self._book.clock.now()
        due = self._book.reminders.due(now)
        to_prepare = next((one for one in due if one.stage is Stage.PREPARE), None)
        if to_prepare is not None:
            ground = self._book.gifts.ground(to_prepare.occasion.client_id)
            window, on = self._office.window, now.date()
            order = GiftDialog(to_prepare, parent=window, ground=ground, today=on)
            order.open()
            yield "order", order
            order.close()
        pop_up = PopUp(Answers(self._office.desk, self))
        ahead = [one for one in due if one.stage is Stage.PREPARE]
        others = [one for one in due if one.stage is not Stage.PREPARE]
        pop_up.show_reminders([*ahead, *others][:_POPPING_UP], now.date())
        yield "pop_up", pop_up
        pop_up.close()
        locked = LockedPopUp()
        locked.show_count(_WAITING)
        yield "pop_up_locked", locked
        locked.close()

    def _bare(self) -> Iterator[Scene]:
        window = self._empty.window
        window.show()
        for name in (TODAY, CLIENTS, CALENDAR):
            window.open_page(name)
            yield f"{name}_empty", window
        yield from nothing_exchanged(self._empty)
        change = self._empty.book.clients.add(Client(name="周小满"))
        self._empty.desk.routes.client_wanted.emit(next(iter(change.client_ids)))
        yield "client_empty", window
        window.open_page(TODAY)
        self._empty.book.journal.undo()
        window.hide()
