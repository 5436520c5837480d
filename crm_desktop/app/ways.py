"""Ways: where everything that is asked for from any page leads."""

import datetime as dt
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import QObject, Qt

from crm_desktop.app.pages import BRIEFING, CHECK, CLIENT, DUPLICATES, FESTIVAL, WORKBENCH
from crm_desktop.domain.occasions import Occasion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.main_window import MainWindow
from crm_desktop.ui.widgets.screens import room_at

if TYPE_CHECKING:
    from crm_desktop.ui.quick.box import QuickBox


@runtime_checkable
class ShowsClients(Protocol):
    """The page of one client; asked for by what it does, as it is imported when first opened."""

    def show_client(self, client_id: int) -> None:
        """Show the client with this id."""
        ...


@runtime_checkable
class ShowsEvents(Protocol):
    """The page of the work for one event."""

    def show_event(self, occasion: Occasion) -> None:
        """Show the work for this event."""
        ...


@runtime_checkable
class ShowsFestivals(Protocol):
    """The page of a festival; known by what it does, as above."""

    def show_festival(self, code: str, on: dt.date) -> None:
        """Show the list of a festival on a day."""
        ...


class Ways(QObject):
    """Opens pages, dialogs and the quick box in the one window.

    Attributes:
        box: the quick box, once it was asked for.
        open_client: the client whose file was opened last.
    """

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window
        self.box: QuickBox | None = None
        self.open_client: int | None = None
        self._connect()

    def open_page(self, name: str) -> None:
        """Show a page in the window, in front."""
        self.raise_window()
        self._window.open_page(name)

    def raise_window(self) -> None:
        """Bring the window to the front."""
        self._window.fit(room_at(self._window.geometry().center()))
        self._window.show()
        self._window.setWindowState(self._window.windowState() & ~Qt.WindowState.WindowMinimized)
        self._window.raise_()
        self._window.activateWindow()

    def _connect(self) -> None:
        window, routes = self._window, self._desk.routes
        routes.client_wanted.connect(self._on_client_wanted)
        routes.page_wanted.connect(self.open_page)
        routes.briefing_wanted.connect(self._on_briefing_wanted)
        routes.duplicates_wanted.connect(self._on_duplicates_wanted)
        routes.greeting_wanted.connect(self._on_greeting_wanted)
        routes.workbench_wanted.connect(self._on_workbench_wanted)
        routes.festival_wanted.connect(self._on_festival_wanted)
        routes.check_wanted.connect(self._on_check_wanted)
        routes.trash_wanted.connect(self._on_trash_wanted)
        routes.export_wanted.connect(self._on_export_wanted)
        routes.back_wanted.connect(window.go_back)
        routes.print_wanted.connect(self._on_print)
        for asks in (window.box_wanted, routes.box_wanted):
            asks.connect(self._on_box)
        for asks in (window.client_wanted, routes.new_client_wanted):
            asks.connect(self._on_new_client)

    def _on_box(self) -> None:
        from crm_desktop.ui.quick.box import QuickBox  # noqa: PLC0415 - not needed at the start

        if self.box is None:
            self.box = QuickBox(self._desk, self._window)
        self.box.about = self.open_client if self._window.current == CLIENT else None
        self.box.ask()

    def _on_client_wanted(self, client_id: int) -> None:
        self.open_client = client_id
        self._show_client(CLIENT, client_id)

    def _on_briefing_wanted(self, client_id: int) -> None:
        self._show_client(BRIEFING, client_id)

    def _on_check_wanted(self, client_id: int) -> None:
        self._show_client(CHECK, client_id)

    def _on_duplicates_wanted(self, client_id: int) -> None:
        self._show_client(DUPLICATES, client_id)

    def _show_client(self, name: str, client_id: int) -> None:
        page = self._window.page(name)
        if isinstance(page, ShowsClients):
            page.show_client(client_id)
        self.raise_window()
        self._window.open_page(name)

    def _on_greeting_wanted(self, client_id: int, occasion: object) -> None:
        from crm_desktop.ui.greeting.dialog import GreetingDialog  # noqa: PLC0415 - not at the start

        self.raise_window()
        GreetingDialog(self._desk, client_id, occasion, self._window).open()

    def _on_workbench_wanted(self, occasion: object) -> None:
        page = self._window.page(WORKBENCH)
        if isinstance(page, ShowsEvents) and isinstance(occasion, Occasion):
            page.show_event(occasion)
            self.open_page(WORKBENCH)

    def _on_festival_wanted(self, code: str, on: object) -> None:
        page = self._window.page(FESTIVAL)
        if isinstance(page, ShowsFestivals) and isinstance(on, dt.date):
            page.show_festival(code, on)
            self.open_page(FESTIVAL)

    def _on_trash_wanted(self) -> None:
        from crm_desktop.ui.trash.dialog import TrashDialog  # noqa: PLC0415 - not at the start

        self.raise_window()
        TrashDialog(self._desk, self._window).open()

    def _on_export_wanted(self, chosen: object, recipient: object) -> None:
        from crm_desktop.domain.exporting import Recipient  # noqa: PLC0415 - not at the start
        from crm_desktop.domain.list_query import Chosen  # noqa: PLC0415 - not at the start
        from crm_desktop.ui.exchange.export_dialog import ExportDialog  # noqa: PLC0415 - see above

        if isinstance(chosen, Chosen) and isinstance(recipient, Recipient):
            ExportDialog(self._desk, chosen, recipient, self._window).open()

    def _on_print(self, code: str) -> None:
        from crm_desktop.app.printing import print_code  # noqa: PLC0415 - Qt's printing is heavy

        print_code(self._window, code)

    def _on_new_client(self) -> None:
        from crm_desktop.ui.client.new import NewClientDialog  # noqa: PLC0415 - not at the start

        dialog = NewClientDialog(self._desk, self._window)
        dialog.created.connect(self._desk.routes.client_wanted)
        dialog.open()
