"""Files for the phone out of 1,000 clients with four dates each, and contacts in.

Run: `python -m benchmarks.phone`.
"""

import datetime as dt
import pathlib
import tempfile
import time

from benchmarks.big_book import TODAY, big_book
from crm_desktop.clock import SystemClock
from crm_desktop.domain.phone_days import CalendarChoice, ContactsChoice, PhoneDay
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from crm_desktop.services.phone_cards import read_card_file
from crm_desktop.services.phone_files import PhoneFiles

CLIENTS = 1_000
COPIES = 10
ASKED_CALENDAR_S = 10.0
ASKED_READ_MS = 2.0

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    now = dt.datetime.combine(TODAY, dt.time(9), dt.UTC)
    with tempfile.TemporaryDirectory() as folder, big_book(CLIENTS) as database:
        clock = SystemClock()
        exports = Exports(database, Journal(database, clock))
        files = PhoneFiles(database, BookSettings, exports.book_uid)
        path = pathlib.Path(folder) / "days.ics"
        choice = CalendarChoice(big_only=False)
        begun = time.perf_counter()
        report = files.calendar(path, choice, say=_said, now=now)
        calendar = time.perf_counter() - begun
        cards = path.with_suffix(".vcf")
        files.contacts(cards, ContactsChoice(big_only=False), now=now)
        cards.write_bytes(cards.read_bytes() * COPIES)
        begun = time.perf_counter()
        read = len(read_card_file(cards, today=TODAY).rows)
        each = (time.perf_counter() - begun) * 1000 / read
    return [
        (
            f"calendar of {CLIENTS:,} clients, 5 years",
            f"<= {ASKED_CALENDAR_S:.0f} s",
            f"{calendar:.1f} s for {report.rows['calendar']:,} entries",
            calendar <= ASKED_CALENDAR_S,
        ),
        (
            f"one of {read:,} contacts read",
            f"<= {ASKED_READ_MS:.0f} ms",
            f"{each:.2f} ms",
            each <= ASKED_READ_MS,
        ),
    ]


def _said(day: PhoneDay) -> str:
    return f"{day.name} {day.kind}"


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
