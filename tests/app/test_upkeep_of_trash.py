"""Whose thirty days in the trash are over goes by herself, once, and it is told."""

import datetime as dt
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.app.office import Office
from crm_desktop.app.outfit import Outfit
from crm_desktop.domain.records import Client
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.services.book import open_book
from crm_desktop.services.vault import Vault
from crm_desktop.ui.trash.dialog import TrashDialog
from crm_desktop.ui.trash.proof import ProofDialog
from tests.ui.desks import RESOURCES
from tests.ui.fakes import FakeClock
from tests.vaults import PASSPHRASE


@pytest.fixture
def office(closed: Vault, outfit: Outfit, clock: FakeClock) -> Iterator[Office]:
    opened = closed.unlock(PASSPHRASE)
    made = Office(open_book(opened, clock, RESOURCES), closed, outfit)
    made.open(None)
    yield made
    made.close()
    outfit.jobs.close()
    closed.lock(opened)


def thrown_away(office: Office, clock: FakeClock, *, open_on: int) -> int:
    """Put a client in the trash thirty days ago, the book open on some days since."""
    book, today = office.book, clock.now().date()
    [client_id] = book.clients.add(Client(name="周桐一人")).client_ids
    book.trash.put_in([client_id], today)
    for day in range(1, open_on + 1):
        book.trash.over(today + dt.timedelta(days=day))
    clock.move(days=30)
    return client_id


def test_a_client_goes_after_thirty_days_and_the_proof_is_at_hand(
    qtbot: QtBot, office: Office, clock: FakeClock
) -> None:
    thrown_away(office, clock, open_on=7)

    with qtbot.waitSignal(office._upkeep.deleted):
        office._upkeep.look()
    toast = office.window.toast
    words = toast.text
    toast._on_action()
    [proof] = office.window.findChildren(ProofDialog)

    assert words == "A client's 30 days in the trash were over: deleted for good."
    assert proof.heading.text() == "A client is deleted for good"
    assert office.book.trash.count() == 0
    proof.close()


@pytest.mark.parametrize(
    ("open_on", "moved"),
    [
        pytest.param(5, {}, id="open on too few days"),
        pytest.param(7, {"days": -1}, id="a day early"),
    ],
)
def test_nobody_goes_too_soon(
    qtbot: QtBot, office: Office, clock: FakeClock, open_on: int, moved: dict[str, float]
) -> None:
    thrown_away(office, clock, open_on=open_on)
    clock.move(**moved)

    with qtbot.assertNotEmitted(office._upkeep.deleted):
        office._upkeep.look()
        qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    assert office.book.trash.count() == 1


def test_the_trash_is_looked_at_a_minute_after_the_start_and_once_a_day(
    qtbot: QtBot, office: Office, clock: FakeClock
) -> None:
    office.book.trash.put_in([1], clock.now().date())
    changes = []
    for step in ({"seconds": 59.0}, {"seconds": 1.0}, {"hours": 3.0}, {"days": 1.0}):
        clock.move(**step)
        office._upkeep.look()
        qtbot.waitUntil(lambda: office.desk.jobs.is_idle)
        with office.book.database.read() as session:
            changes.append(
                session.connection()
                .exec_driver_sql(
                    "SELECT coalesce(max(json_array_length(value)), 0) FROM setting"
                    " WHERE name = 'trash.seen'"
                )
                .scalar_one()
            )

    assert changes == [0, 1, 1, 2]


def test_the_trash_opens_over_the_window(qtbot: QtBot, office: Office) -> None:
    office.desk.routes.trash_wanted.emit()
    qtbot.waitUntil(lambda: office.desk.jobs.is_idle)

    [dialog] = office.window.findChildren(TrashDialog)
    assert dialog.isVisible()
    dialog.close()


def test_files_of_photos_that_nothing_names_are_swept_out(
    qtbot: QtBot, office: Office, clock: FakeClock
) -> None:
    store = BlobStore(office.book.opened.folder.attachments)
    store.write(b"a photo whose row was never written")
    clock.ticks += 61

    office._upkeep.look()

    qtbot.waitUntil(lambda: store.names() == set())
