"""A briefing read from the book, and one that leaves it."""

import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import FolderNotWritable, RecordGone
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Contact
from crm_desktop.services.briefings import KIND, Briefings
from crm_desktop.services.clients import Clients
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from tests.builders import client
from tests.domain.folders import TODAY, days_ago
from tests.fakes import FixedClock


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


@pytest.fixture
def somebody(clients: Clients) -> int:
    return next(iter(clients.add(client()).client_ids))


def test_a_briefing_is_of_the_file_as_it_stands(
    book_database: Database, clients: Clients, somebody: int
) -> None:
    clients.put(Contact(client_id=somebody, on=days_ago(2), outcome="约下周"))

    found = Briefings(book_database).of(somebody, TODAY)

    assert found.client.name == "王雅琴"
    assert [topic.words for topic in found.openers] == ["约下周"]


def test_who_is_gone_has_no_briefing(book_database: Database) -> None:
    with pytest.raises(RecordGone):
        Briefings(book_database).of(99, TODAY)


def test_what_leaves_is_written_down(
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    somebody: int,
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / "briefing.pdf"

    size = Briefings(book_database).write(somebody, b"%PDF-", path, clock.now())

    (entry,) = Exports(book_database, journal).recent()
    assert (size, path.read_bytes()) == (5, b"%PDF-")
    assert (entry.kind, entry.recipient, entry.clients) == (KIND, Recipient.ME, 1)


@pytest.mark.parametrize(
    ("client_id", "folder", "error"), [(0, "", RecordGone), (1, "none", FolderNotWritable)]
)
def test_what_cannot_be_written_leaves_nothing_behind(  # noqa: PLR0913, PLR0917 - fixtures
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    somebody: int,
    tmp_path: pathlib.Path,
    client_id: int,
    folder: str,
    error: type[Exception],
) -> None:
    place = tmp_path / "out"
    place.mkdir()

    with pytest.raises(error):
        Briefings(book_database).write(
            somebody * client_id, b"x", place / folder / "b.pdf", clock.now()
        )

    assert list(place.iterdir()) == []
    assert Exports(book_database, journal).recent() == ()
