"""Trial: the demo in its window, or in pictures."""

import datetime as dt
import pathlib
import sys
import tempfile

from PySide6.QtCore import QCoreApplication, QSettings

from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit, dressed, make_application
from crm_desktop.app.throwaway import MovedClock, trial_book
from crm_desktop.domain.errors import CrmError
from crm_desktop.paths import resources_folder
from crm_desktop.services.book import Book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import ScreenAsk
from crm_desktop.ui.qt_clock import QtClock
from crm_desktop.ui.text import sentence


def run_demo(
    clients: int, on: dt.date | None, language: str | None, pictures: pathlib.Path | None
) -> int:
    """Open the demo in the window, or write pictures of it into `pictures` and end."""
    application = make_application()
    clock = MovedClock(QtClock(), on)
    with tempfile.TemporaryDirectory(prefix="client-keeper-look-") as place:
        remembered = QSettings(f"{place}/window.ini", QSettings.Format.IniFormat)
        if language:
            remembered.setValue("look/language", language)
        outfit = dressed(application, resources_folder(), remembered, ScreenAsk())
        try:
            with trial_book(clients, clock, outfit.look.speaks) as (vault, book):
                if pictures is None:
                    return _shown(book, vault, outfit)
                from crm_desktop.app.pictures import write_pictures  # noqa: PLC0415 - rarely wanted

                return write_pictures(book, vault, outfit, pictures)
        except CrmError as error:
            sys.stderr.write(f"{sentence(error)}\n")
            return 1
        finally:
            outfit.jobs.close()


def _shown(book: Book, vault: Vault, outfit: Outfit) -> int:
    outfit.bugs.install()
    office = Office(book, vault, outfit)
    office.window.setWindowTitle(
        QCoreApplication.translate("Trial", "Client Keeper – demo, nothing here is kept")
    )
    office.quit_wanted.connect(outfit.application.quit)
    office.lock_wanted.connect(outfit.application.quit)
    office.restart_wanted.connect(outfit.application.quit)
    office.open(None)
    office.window.stays = False
    outfit.application.exec()
    office.close()
    return 0
