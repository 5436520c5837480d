"""Flipped bits in the database: detected, or harmless; never a wrong read.

`CRM_FLIPS` sets how many are tried; the figure of the specification is 3,000.
"""

import os
import pathlib
import random

import pytest

from crm_desktop.database import DatabaseKey, copying
from crm_desktop.domain.errors import CrmError, DatabaseDamaged, WrongKey
from tests.vaults import jot, jotted, key, new_database, open_database

FLIPS = int(os.environ.get("CRM_FLIPS", "150"))
SALT = 16
WORDS = [f"{number}" * 300 for number in range(60)]


@pytest.fixture(scope="module")
def secret() -> DatabaseKey:
    return key()


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory, secret: DatabaseKey) -> bytes:
    path = tmp_path_factory.mktemp("whole") / "vault-1.db"
    database = new_database(path, secret)
    jot(database, *WORDS)
    database.close()
    return path.read_bytes()


def test_a_flipped_bit_is_detected_and_never_read_as_something_else(
    tmp_path: pathlib.Path, whole: bytes, secret: DatabaseKey
) -> None:
    chance = random.Random(4)
    path = tmp_path / "vault-1.db"
    missed = []
    for _ in range(FLIPS):
        place = chance.randrange(SALT, len(whole))
        data = bytearray(whole)
        data[place] ^= 1 << chance.randrange(8)
        path.write_bytes(data)
        try:
            copying.check_whole(path, secret)
        except (DatabaseDamaged, WrongKey):
            continue
        missed.append(place)

    assert missed == []


def test_a_destroyed_salt_in_the_header_does_not_close_the_book(
    tmp_path: pathlib.Path, whole: bytes, secret: DatabaseKey
) -> None:
    path = tmp_path / "vault-1.db"
    path.write_bytes(bytes(SALT) + whole[SALT:])

    database = open_database(path, secret)

    assert jotted(database) == WORDS
    database.close()


@pytest.mark.parametrize("part", [0.3, 0.7, 0.99])
def test_a_shortened_file_is_damaged_not_half_read(
    tmp_path: pathlib.Path, whole: bytes, secret: DatabaseKey, part: float
) -> None:
    path = tmp_path / "vault-1.db"
    path.write_bytes(whole[: int(len(whole) * part)])

    with pytest.raises(CrmError):
        copying.check_whole(path, secret)


def test_a_wrong_key_changes_nothing(tmp_path: pathlib.Path, whole: bytes) -> None:
    path = tmp_path / "vault-1.db"
    path.write_bytes(whole)

    with pytest.raises(WrongKey):
        open_database(path, key())

    assert path.read_bytes() == whole
    assert [entry.name for entry in tmp_path.iterdir()] == ["vault-1.db"]
