"""Desk: what the composition root hands to every page."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSettings, Signal

from crm_desktop.clock import Clock
from crm_desktop.services.book import Book
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.ui.ask import Ask
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.look import Look

if TYPE_CHECKING:
    from crm_desktop.services.autostart import Autostart


class Routes(QObject):
    """Ways from one page to another, so that no page knows another.

    Signals:
        client_wanted: open the page of the client with this id.
        page_wanted: open the page with this name.
        back_wanted: leave a page for the one it was reached from.
        box_wanted: the quick box (Ctrl+K).
        new_client_wanted: the form for a new client (Ctrl+N).
        briefing_wanted: the page to read before this client arrives.
        greeting_wanted: the greeting to this client; the occasion is an `Occasion` or None.
        duplicates_wanted: who may be in the book twice; 0 for everybody, else this client.
        trash_wanted: the clients in the trash.
        workbench_wanted: the work for one event; the occasion is an `Occasion`.
        festival_wanted: the list of a festival; its code and its day.
        check_wanted: which reminders this client has and why; 0 for the whole book.
        export_wanted: a sheet of these clients (`Chosen`), at first for this `Recipient`.
        trial_wanted: the pop-up, with a card that plainly says it is a trial.
        lock_wanted: lock the book now.
        discreet_wanted: desk mode is to be turned on, or off.
        discretion_changed: desk mode is on now, or off; what is shown is to be read anew.
        restart_wanted: close the book and start anew, as after a restore.
        print_wanted: print this recovery code.
        backed_up: a `BackupEntry` was made because she asked for it.
    """

    client_wanted = Signal(int)
    page_wanted = Signal(str)
    back_wanted = Signal()
    box_wanted = Signal()
    new_client_wanted = Signal()
    briefing_wanted = Signal(int)
    greeting_wanted = Signal(int, object)
    duplicates_wanted = Signal(int)
    trash_wanted = Signal()
    workbench_wanted = Signal(object)
    festival_wanted = Signal(str, object)
    check_wanted = Signal(int)
    export_wanted = Signal(object, object)
    trial_wanted = Signal()
    lock_wanted = Signal()
    discreet_wanted = Signal(bool)
    discretion_changed = Signal(bool)
    restart_wanted = Signal()
    print_wanted = Signal(str)
    backed_up = Signal(object)


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The services, and the tools every page works with.

    `autostart` is None where nothing may be entered at the system, as in the demo.
    `remembered` keeps widths, filters and places on this computer, never a personal fact.
    """

    book: Book
    safekeeping: Safekeeping
    jobs: Jobs
    edits: Edits
    ask: Ask
    clock: Clock
    routes: Routes
    look: Look
    remembered: QSettings
    autostart: "Autostart | None" = None
