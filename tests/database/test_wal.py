"""The log: a torn tail is let through, damage is told."""

import os
import pathlib
import random
import shutil
from collections.abc import Container

import pytest

from crm_desktop.database import DatabaseKey
from crm_desktop.database.wal import WalState, cut_to_whole, log_of, look
from crm_desktop.domain.errors import DamagedPart, DatabaseDamaged
from tests.vaults import copy_live, jot, jotted, key, new_database, open_database

FRAME = 24 + 4096
FLIPS = int(os.environ.get("CRM_FLIPS", "200"))


@pytest.fixture(scope="module")
def secret() -> DatabaseKey:
    return key()


@pytest.fixture(scope="module")
def crashed(tmp_path_factory: pytest.TempPathFactory, secret: DatabaseKey) -> pathlib.Path:
    """Return a folder as a killed process leaves it: ten commits, all in the log."""
    folder = tmp_path_factory.mktemp("crashed")
    live = folder / "live" / "vault-1.db"
    live.parent.mkdir()
    database = new_database(live, secret)
    database.checkpoint()
    for number in range(10):
        jot(database, f"{number}" * 500)
    copy_live(live.parent, folder)
    database.close()
    return folder


@pytest.fixture
def book(crashed: pathlib.Path, tmp_path: pathlib.Path) -> pathlib.Path:
    for name in ("vault-1.db", "vault-1.db-wal"):
        shutil.copyfile(crashed / name, tmp_path / name)
    return tmp_path / "vault-1.db"


def test_a_whole_log_is_read_on_opening(book: pathlib.Path, secret: DatabaseKey) -> None:
    assert look(log_of(book)) is WalState.WHOLE

    database = open_database(book, secret)

    assert len(jotted(database)) == 10
    database.close()


@pytest.mark.parametrize("missing", [1, 100, 4096, FRAME - 1, FRAME + 1, 2 * FRAME])
def test_a_tail_cut_off_is_torn_or_whole_never_damage(
    book: pathlib.Path, secret: DatabaseKey, missing: int
) -> None:
    wal = log_of(book)
    wal.write_bytes(wal.read_bytes()[:-missing])

    assert look(wal) in {WalState.TORN, WalState.WHOLE}
    open_database(book, secret).close()


def test_a_last_transaction_with_an_unwritten_sector_is_torn(book: pathlib.Path) -> None:
    wal = log_of(book)
    data = bytearray(wal.read_bytes())
    data[-1024:-512] = bytes(512)
    wal.write_bytes(data)

    assert look(wal) is WalState.TORN


def test_frames_left_from_an_older_generation_are_no_damage(book: pathlib.Path) -> None:
    wal = log_of(book)
    data = bytearray(wal.read_bytes())
    old = bytearray(data[-FRAME:])
    old[8:16] = bytes(range(8))
    wal.write_bytes(data + old)

    assert look(wal) is WalState.TORN


@pytest.mark.parametrize(
    ("content", "state"),
    [(b"", WalState.EMPTY), (bytes(5000), WalState.EMPTY), (b"not a log" * 600, WalState.DAMAGED)],
)
def test_a_log_without_a_header(tmp_path: pathlib.Path, content: bytes, state: WalState) -> None:
    wal = tmp_path / "vault-1.db-wal"
    wal.write_bytes(content)

    assert look(wal) is state


def test_no_log_is_an_empty_one(tmp_path: pathlib.Path) -> None:
    assert look(tmp_path / "none") is WalState.EMPTY


def test_flipped_bits_are_told_before_commits_are_lost(book: pathlib.Path) -> None:
    wal = log_of(book)
    whole = wal.read_bytes()
    chance = random.Random(20261122)
    told = 0
    for _ in range(FLIPS):
        data = bytearray(whole)
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
        wal.write_bytes(data)
        told += look(wal) is WalState.DAMAGED

    assert told >= 0.99 * FLIPS


def test_a_damaged_log_is_refused_and_left_as_it_is(
    book: pathlib.Path, secret: DatabaseKey
) -> None:
    wal = log_of(book)
    data = bytearray(wal.read_bytes())
    data[32 + FRAME + 100] ^= 1
    wal.write_bytes(data)

    with pytest.raises(DatabaseDamaged) as caught:
        open_database(book, secret)

    assert caught.value.part is DamagedPart.LOG
    assert wal.read_bytes() == bytes(data)


@pytest.mark.parametrize(("share", "left"), [(0.0, [0]), (0.5, range(1, 9)), (1.0, [9])])
def test_a_damaged_log_can_be_given_up_from_its_damage_on(
    book: pathlib.Path, secret: DatabaseKey, share: float, left: Container[int]
) -> None:
    wal = log_of(book)
    data = bytearray(wal.read_bytes())
    last = (len(data) - 32) // FRAME - 1
    data[32 + int(share * last) * FRAME + 100] ^= 1
    wal.write_bytes(data)

    cut_to_whole(wal, book.with_name("aside.wal"))

    assert book.with_name("aside.wal").read_bytes() == bytes(data)
    database = open_database(book, secret)
    assert len(jotted(database)) in left
    database.close()


def test_a_log_with_a_damaged_header_is_given_up_whole(
    book: pathlib.Path, secret: DatabaseKey
) -> None:
    wal = log_of(book)
    data = bytearray(wal.read_bytes())
    data[9] ^= 1
    wal.write_bytes(data)

    cut_to_whole(wal, book.with_name("aside.wal"))

    database = open_database(book, secret)
    assert jotted(database) == []
    database.close()
