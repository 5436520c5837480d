"""What the first page asks of the book is read without the mapping of what it does not show."""

import datetime as dt
import pathlib
import subprocess
import sys

from crm_desktop.database import Database
from crm_desktop.domain.records import Contact, PointsEntry, Promise
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from tests import builders

_ROOT = pathlib.Path(__file__).resolve().parents[2]
_DAY = dt.date(2026, 11, 20)
_READ = """
import datetime as dt, pathlib, sys
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.occasions import Rules
from crm_desktop.services.journal import Journal
from crm_desktop.services.reminders import Reminders
from tests.fakes import FixedClock

key = DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))
database = Database.open(
    pathlib.Path(sys.argv[1]), key, FixedClock(), before_migration=Database.checkpoint
)
reminders = Reminders(database, Journal(database, FixedClock()), Rules)
morning = reminders.morning(FixedClock().now(), 14)
print(len(morning.followups), sum("points" == one.occasion.kind.value for one in reminders.due(
    FixedClock().now())), sorted({"care", "clinic", "schema"} & {
    name.rpartition(".")[2] for name in sys.modules if name.startswith("crm_desktop.models.")}))
"""


def test_the_first_page_maps_neither_talks_nor_points(
    book_database: Database, journal: Journal
) -> None:
    with journal.change("fill") as work:
        who = put(work.session, builders.client("周小满"))
        put(work.session, Contact(client_id=who, on=_DAY, outcome="再看看"))
        put(work.session, Promise(client_id=who, what="发案例", due_on=_DAY))
        later = dt.date(2026, 12, 1)
        put(work.session, PointsEntry(client_id=who, points=300, on=_DAY, expires_on=later))
    book_database.close()

    asked = [sys.executable, "-c", _READ, str(book_database.path)]
    done = subprocess.run(asked, cwd=_ROOT, capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter and code

    followups, points, mapped = done.stdout.split(maxsplit=2)
    assert int(followups) >= 1
    assert (points, mapped.strip()) == ("1", "[]")
