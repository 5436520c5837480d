"""Real deletion from a book of ten thousand: what is left of her, and how long it takes.

Run: python -m benchmarks deletion
"""

import pathlib
import tempfile
import time
from typing import Final

from benchmarks.big_book import PHRASES, TODAY, fill
from crm_desktop.clock import SystemClock
from crm_desktop.domain.records import Client, ClientDate, Contact, Gift, Visit
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.keychain import SystemKeychain
from crm_desktop.services.book import Book, new_book
from crm_desktop.services.deletion_proof import Proof, Where
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

CLIENTS: Final = 10_000
MANY: Final = 100
PASSPHRASE: Final = "lantern over the quiet weir 61"  # noqa: S105 - of a book made up here
_SLOWEST_PUT: Final = 50.0
_SLOWEST: Final = 30.0


def figures() -> list[Figure]:
    """Return what is left after deleting one client and a hundred, and the seconds it took."""
    clock = SystemClock()
    with tempfile.TemporaryDirectory() as folder:
        place = Vault(BookFolder(path=pathlib.Path(folder) / "book"), clock, SystemKeychain())
        book, _ = new_book(place, PASSPHRASE, clock, resources_folder())
        fill(book.database, CLIENTS)
        her = _canary(book)
        start = time.perf_counter()
        book.trash.put_in([her], TODAY)
        put = (time.perf_counter() - start) * 1e3
        one, seconds = _deleted(book, [her])
        many = range(1, MANY + 1)
        book.trash.put_in(many, TODAY)
        more, longer = _deleted(book, many)
        place.lock(book.opened)
    return [
        ("into the trash", f"<= {_SLOWEST_PUT:.0f} ms", f"{put:.0f} ms", put <= _SLOWEST_PUT),
        *_left(f"one of {CLIENTS:,}", one, seconds),
        *_left(f"{MANY} of {CLIENTS:,}", more, longer),
    ]


def _canary(book: Book) -> int:
    """Write a client through the services, so that the journal is full of her."""
    said = "、".join(PHRASES)
    birthday = ClientDate(year=1985, month=3, day=2)
    her = Client(name="金丝雀鸣谷", wechat="canary_wx_7719", notes=f"金丝雀手记：{said}")
    [her_id] = book.clients.add(her, ["15470707001"], [birthday]).client_ids
    for number in range(20):
        told = f"第{number}回，金丝雀说了只有她才会说的一段话"
        book.clients.put(Visit(client_id=her_id, on=TODAY, notes=told))
        book.clients.put(Contact(client_id=her_id, on=TODAY, notes=f"电话里，{told}"))
        book.clients.put(Gift(client_id=her_id, item="百合", card_text=f"卡片上，{told}"))
    return her_id


def _deleted(book: Book, ids: "range | list[int]") -> tuple[Proof, float]:
    start = time.perf_counter()
    proof, _ = book.deletion.delete(ids)
    return proof, time.perf_counter() - start


def _left(what: str, proof: Proof, seconds: float) -> list[Figure]:
    found = {look.where: look.found for look in proof.looks}
    told = f"{found[Where.BOOK]} / {found[Where.LOG]} / {found[Where.BACKUP]}"
    control = f"{proof.before} before"
    return [
        (
            f"{what} deleted for good: {proof.words} words in book / log / newest backup",
            "0 / 0 / 0, found before",
            f"{told}, {control}",
            proof.is_clean and proof.before >= proof.words > 0,
        ),
        (
            f"{what} deleted for good, with the proof and a backup",
            f"<= {_SLOWEST:.0f} s",
            f"{seconds:.1f} s",
            seconds <= _SLOWEST,
        ),
    ]
