"""A desk over a real encrypted book, for the tests of pages."""

import dataclasses
import pathlib

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from crm_desktop.services.book import open_book
from crm_desktop.services.restoring import Restoring
from crm_desktop.services.safekeeping import Safekeeping
from crm_desktop.services.vault import Vault
from crm_desktop.ui.desk import Desk, Routes
from crm_desktop.ui.edits import Edits
from crm_desktop.ui.i18n import Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.look import Look
from crm_desktop.ui.theme.theme import Theme
from tests.ui.fakes import FakeAsk, FakeClock
from tests.vaults import new_book, vault

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"


@dataclasses.dataclass(frozen=True)
class Laid:
    """A desk, and what the test looks at behind it."""

    desk: Desk
    ask: FakeAsk
    clock: FakeClock
    vault: Vault


def lay(folder: pathlib.Path, qapp: QApplication, theme: Theme, jobs: Jobs) -> Laid:
    """Return a desk over a new book in `folder`."""
    clock, ask = FakeClock(), FakeAsk()
    place = vault(folder / "book", clock)
    opened = new_book(place)
    book = open_book(opened, clock, RESOURCES)
    remembered = QSettings(str(folder / "window.ini"), QSettings.Format.IniFormat)
    desk = Desk(
        book=book,
        safekeeping=Safekeeping(place, opened, book.backups, Restoring(place, clock)),
        jobs=jobs,
        edits=Edits(book.journal, jobs),
        ask=ask,
        clock=clock,
        routes=Routes(),
        look=Look(theme, Translators(qapp, RESOURCES / "i18n"), remembered),
        remembered=remembered,
    )
    return Laid(desk=desk, ask=ask, clock=clock, vault=place)
