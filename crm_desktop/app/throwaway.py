"""A throw-away book of fictional people in a temporary folder, and a clock on another day."""

import contextlib
import datetime as dt
import pathlib
import secrets
import tempfile
from collections.abc import Iterator

from crm_desktop.clock import Clock
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.book import Book, open_book
from crm_desktop.services.demo import fill
from crm_desktop.services.vault import Vault
from crm_desktop.ui.i18n import Language


class MovedClock:
    """The machine's clock moved to another day, so that the demo can open on any date."""

    def __init__(self, clock: Clock, on: dt.date | None) -> None:
        self._clock = clock
        self._moved = dt.timedelta() if on is None else on - clock.now().date()

    def now(self) -> dt.datetime:
        """Return the time of day it is, on the day chosen."""
        return self._clock.now() + self._moved

    def monotonic(self) -> float:
        """Return the seconds of the clock below."""
        return self._clock.monotonic()


class NoKeychain:
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


def hang_photos(book: Book) -> None:
    """Put painted photos into the file of the first client."""
    from crm_desktop.app.painted import photos  # noqa: PLC0415 - not every book has photos
    from crm_desktop.services.demo.photos import hang  # noqa: PLC0415 - see above

    now = book.clock.now()
    store = BlobStore(book.opened.folder.attachments)
    hang(book.database, store, photos(1, now.date(), now))


@contextlib.contextmanager
def trial_book(clients: int, clock: Clock, language: Language) -> Iterator[tuple[Vault, Book]]:
    """Make a book with so many made-up clients, and remove all of it at the end."""
    with tempfile.TemporaryDirectory(prefix="client-keeper-demo-") as place:
        folder = BookFolder(path=pathlib.Path(place))
        vault = Vault(folder, clock, NoKeychain(), FLOOR)
        opened = vault.create(f"{secrets.token_urlsafe(24)} demo").book
        try:
            book = open_book(opened, clock, resources_folder())
            if clients:
                fill(
                    book.database,
                    resources_folder(),
                    clients=clients,
                    on=clock.now().date(),
                    lang=language.value,
                )
                hang_photos(book)
            yield vault, book
        finally:
            vault.lock(opened)
