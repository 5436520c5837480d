"""A damaged, foreign, newer or absent database: told with its name, and left as it is."""

import pathlib
from collections.abc import Callable

import pytest
from sqlalchemy import text

from crm_desktop.database import driver
from tests.shells import Shell, one_sentence
from tests.vaults import PASSPHRASE, vault

PAGE = 4096
Damage = Callable[[bytes], bytes]


def flipped(data: bytes, at: int) -> bytes:
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


def plain_database(path: pathlib.Path) -> bytes:
    connection = driver.plain(path)
    connection.execute("CREATE TABLE client (id INTEGER PRIMARY KEY, name TEXT)")
    connection.execute("INSERT INTO client (name) VALUES ('云清欢')")
    connection.close()
    return path.read_bytes()


DAMAGES: dict[str, Damage] = {
    "first page flipped": lambda data: flipped(data, 900),
    "cut within the first page": lambda data: data[:1000],
    "cut to 0 bytes": lambda _data: b"",
    "text": lambda _data: "这不是客户簿\n".encode() * 4000,
    "short text": lambda _data: b"hello\n",
    "zeros": lambda data: b"\0" * len(data),
}
OPENING = (("due",), ("find", "云"), ("verify",), ("undo", "--list"), ("import", "people.xlsx"))


def told_by_all(shell: Shell, commands: tuple[tuple[str, ...], ...] = OPENING) -> None:
    """Make sure that each command names the database and leaves every file as it is."""
    before = shell.files()
    for command in commands:
        assert "vault-1.db" in shell.told(*command)
    assert shell.files() == before


@pytest.fixture(autouse=True)
def _at_home(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(shell.folder)


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_database_that_is_none_is_named(spoken: Shell, damage: Damage) -> None:
    path = spoken.book.database(1)
    path.write_bytes(damage(path.read_bytes()))

    told_by_all(spoken)


def test_a_destroyed_salt_is_made_up_for_by_the_file_of_keys(shell: Shell) -> None:
    path = shell.book.database(1)
    path.write_bytes(b"\0" * 16 + path.read_bytes()[16:])

    assert len(shell.everything()["clients"]) == 3


def test_a_plain_database_in_its_place_is_not_opened(spoken: Shell) -> None:
    data = plain_database(spoken.folder / "plain.sqlite")
    spoken.book.database(1).write_bytes(data)

    told_by_all(spoken)


def test_a_missing_database_is_named_and_not_made(spoken: Shell) -> None:
    spoken.book.database(1).unlink()

    told_by_all(spoken)
    assert not spoken.book.database(1).exists()


def test_a_database_cut_in_the_middle_is_found(spoken: Shell) -> None:
    path = spoken.book.database(1)
    data = path.read_bytes()

    for size in (PAGE, PAGE * 3, len(data) // 2, len(data) - PAGE, len(data) - 100):
        path.write_bytes(data[:size])
        told = spoken.told("verify")
        assert "vault-1.db" in told
    path.write_bytes(data)
    assert spoken.run("verify") == 0


def test_every_flipped_page_is_found_and_none_is_read_wrongly(shell: Shell) -> None:
    path = shell.book.database(1)
    whole = path.read_bytes()
    clients = shell.everything()["clients"]
    whole = path.read_bytes()
    refused = 0

    for page in range(0, len(whole) // PAGE, 7):
        path.write_bytes(flipped(whole, page * PAGE + 1234))
        assert "vault-1.db" in shell.told("verify")
        code = shell.run("export", "out.json")
        refused += code
        if code:
            one_sentence(shell.err)
        else:
            pathlib.Path("out.json").unlink()
        assert not pathlib.Path("out.json").exists()
        path.with_name(f"{path.name}-wal").unlink(missing_ok=True)

    path.write_bytes(whole)
    assert shell.everything()["clients"] == clients
    assert refused > 0


def test_a_newer_book_is_refused_unchanged(spoken: Shell) -> None:
    opened = vault(spoken.book.path, spoken.clock).unlock(PASSPHRASE)
    with opened.database.write() as session:
        session.execute(text("PRAGMA user_version=99"))
    opened.database.close()

    told_by_all(spoken)


def test_a_newer_backup_is_refused_and_the_book_stays(shell: Shell) -> None:
    opened = vault(shell.book.path, shell.clock).unlock(PASSPHRASE)
    with opened.database.write() as session:
        session.execute(text("PRAGMA user_version=99"))
    opened.database.close()
    assert "newer version" in shell.told("backup", "safe")


@pytest.mark.parametrize("name", ["vault-1.db", "slots.json"])
def test_a_folder_in_the_place_of_a_file_is_told(spoken: Shell, name: str) -> None:
    for path in (spoken.book.path / name, spoken.book.previous_slots):
        path.unlink()
    (spoken.book.path / name).mkdir()

    spoken.told("due")


BACKUPS: dict[str, Damage] = {
    "empty": lambda _data: b"",
    "cut": lambda data: data[: len(data) // 2],
    "one byte short": lambda data: data[:-1],
    "text": lambda _data: b"no backup at all",
    "workbook": lambda _data: b"PK\x03\x04" + b"x" * 5000,
    "first byte": lambda data: flipped(data, 0),
    "head": lambda data: flipped(data, 40),
    "middle": lambda data: flipped(data, len(data) // 2),
    "last byte": lambda data: flipped(data, len(data) - 1),
}


@pytest.mark.parametrize("is_lost", [False, True], ids=["book", "lost"])
@pytest.mark.parametrize("damage", BACKUPS.values(), ids=BACKUPS)
def test_a_damaged_backup_is_named_and_changes_nothing(
    spoken: Shell, damage: Damage, *, is_lost: bool
) -> None:
    spoken.done("backup", "safe")
    (backup,) = (spoken.folder / "safe").iterdir()
    backup.write_bytes(damage(backup.read_bytes()))
    if is_lost:
        spoken.book.database(1).unlink()
    before = spoken.files()

    # A seal that does not hold looks like that of other keys: their passphrase is asked for.
    assert backup.name in spoken.told("restore", str(backup), lines=(PASSPHRASE, PASSPHRASE))
    assert backup.name in spoken.told("restore", str(backup))

    assert spoken.files() == before
    if not is_lost:
        assert len(spoken.everything()["clients"]) == 3


@pytest.mark.parametrize("loss", ["database", "cut", "slots", "folder"])
def test_a_backup_brings_a_lost_book_back(shell: Shell, loss: str) -> None:
    before = shell.everything()
    shell.done("backup", "safe")
    (backup,) = (shell.folder / "safe").iterdir()
    damaged = {
        "database": [shell.book.database(1)],
        "cut": [],
        "slots": [shell.book.slots, shell.book.previous_slots],
        "folder": [path for path in shell.book.path.rglob("*") if path.is_file()],
    }
    for path in damaged[loss]:
        path.unlink()
    if loss == "cut":
        shell.book.database(1).write_bytes(b"")

    shell.done("restore", str(backup))

    assert shell.everything()["clients"] == before["clients"]
    assert shell.run("verify") == 0


def test_a_wrong_passphrase_restores_nothing(shell: Shell) -> None:
    shell.done("backup", "safe")
    (backup,) = (shell.folder / "safe").iterdir()
    shell.book.database(1).unlink()
    before = shell.files()

    shell.told("restore", str(backup), lines=("not this one at all",))

    assert shell.files() == before
