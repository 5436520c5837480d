"""Trial: the demo, a throw-away book of fictional clients in a temporary folder."""

import contextlib
import datetime as dt
import pathlib
import secrets
import tempfile
from collections.abc import Iterator

from PySide6.QtCore import QSettings

from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit, dressed, make_application
from crm_desktop.clock import Clock
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.demo import fill
from crm_desktop.services.vault import Vault
from crm_desktop.ui.ask import ScreenAsk
from crm_desktop.ui.i18n import Language
from crm_desktop.ui.qt_clock import QtClock


class MovedClock:
    """The machine's clock moved to another day, so that the demo can open on any date."""

    def __init__(self, clock: Clock, on: dt.date | None) -> None:
        self._clock = clock
        now = clock.now()
        self._moved = dt.timedelta() if on is None else on - now.date()

    def now(self) -> dt.datetime:
        """Return the time of day it is, on the day chosen."""
        return self._clock.now() + self._moved

    def monotonic(self) -> float:
        """Return the seconds of the clock below."""
        return self._clock.monotonic()


class _NoKeychain:
    """A keychain that keeps nothing: a throw-away book leaves no key on the computer."""

    def get(self, book: str) -> bytes | None:
        """Return nothing."""
        del book
        return None

    def set(self, book: str, secret: bytes) -> bool:
        """Refuse to keep anything."""
        del book, secret
        return False

    def forget(self, book: str) -> None:
        """Have nothing to forget."""


@contextlib.contextmanager
def trial_book(clients: int, clock: Clock, language: Language) -> Iterator[tuple[Vault, Book]]:
    """Make a filled book in a temporary folder, and remove all of it at the end."""
    with tempfile.TemporaryDirectory(prefix="client-keeper-demo-") as place:
        folder = BookFolder(path=pathlib.Path(place))
        vault = Vault(folder, clock, _NoKeychain(), FLOOR)
        opened = vault.create(f"{secrets.token_urlsafe(24)} demo").book
        try:
            book = open_book(opened, clock, resources_folder())
            fill(
                book.database,
                resources_folder(),
                clients=clients,
                on=clock.now().date(),
                lang=language.value,
            )
            yield vault, book
        finally:
            vault.lock(opened)


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
        spoken = outfit.look.speaks
        with trial_book(clients, clock, spoken) as (vault, book):
            if pictures is not None:
                from crm_desktop.app.pictures import write_pictures  # noqa: PLC0415 - rarely wanted

                return write_pictures(book, vault, outfit, pictures)
            return _shown(book, vault, outfit)


def _shown(book: Book, vault: Vault, outfit: Outfit) -> int:
    outfit.bugs.install()
    office = Office(book, vault, outfit)
    office.window.setWindowTitle(office.tr("Client Keeper – demo, nothing here is kept"))
    office.quit_wanted.connect(outfit.application.quit)
    office.lock_wanted.connect(outfit.application.quit)
    office.open(None)
    office.window.stays = False
    outfit.application.exec()
    office.close()
    outfit.jobs.close()
    return 0
