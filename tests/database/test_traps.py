"""The seven traps of the specification, each by its number, and the way out of the driver."""

import ast
import concurrent.futures
import importlib
import os
import pathlib
import subprocess
import sys
import threading
import tomllib

import pytest
from sqlalchemy import text
from sqlcipher3 import dbapi2

from crm_desktop.database import Database, DatabaseKey, driver
from crm_desktop.domain.errors import DamagedPart, DatabaseDamaged, WrongKey
from crm_desktop.domain.records import Client
from crm_desktop.security.keychain import is_allowed
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.vaults import jot, jotted, key, new_database, open_database

ROOT = pathlib.Path(__file__).resolve().parents[2]
BANNED = {"sqlite3", "pysqlite2", "PySide6.QtSql"}


def imported(path: pathlib.Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def test_trap_1_no_module_of_ours_imports_another_sqlite() -> None:
    guilty = {path.name for path in (ROOT / "crm_desktop").rglob("*.py") if imported(path) & BANNED}

    assert guilty == set()
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    banned = settings["tool"]["ruff"]["lint"]["flake8-tidy-imports"]["banned-api"]
    assert {"sqlite3", "PySide6.QtSql"} <= set(banned)


def test_trap_1_opening_a_book_does_not_load_the_sqlite_of_python(tmp_path: pathlib.Path) -> None:
    code = (
        "import pathlib, sys\n"
        "from tests.vaults import jot, key, new_database\n"
        "database = new_database(pathlib.Path(sys.argv[1]), key())\n"
        "jot(database, 'lily')\n"
        "database.close()\n"
        "print('_sqlite3' in sys.modules)\n"
    )

    answer = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code, str(tmp_path / "v.db")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        env={name: value for name, value in os.environ.items() if not name.startswith("COV")},
    )

    assert answer.stdout.strip() == "False"


@pytest.mark.parametrize("length", [0, 1, 31, 33, 64])
def test_trap_2_a_malformed_key_is_refused_not_taken_for_a_passphrase(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        DatabaseKey(key=bytearray(os.urandom(length)), salt=os.urandom(16))


def test_trap_2_a_wiped_key_is_refused() -> None:
    secret = key()
    secret.wipe()

    with pytest.raises(ValueError, match="wiped"):
        secret.spec()


def test_trap_2_a_plaintext_file_is_refused(tmp_path: pathlib.Path) -> None:
    path = tmp_path / "vault-1.db"
    conn = dbapi2.connect(str(path))
    conn.execute("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT)")
    conn.close()

    with pytest.raises((WrongKey, DatabaseDamaged)):
        open_database(path, key())


def test_trap_2_a_driver_without_a_cipher_is_noticed(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Keyless(dbapi2.Connection):  # type: ignore[misc] # the driver has no stubs
        """What a plain SQLite under the same name would do: take a key and forget it."""

        def set_key(self, _key: bytearray) -> None:
            return

    def connect(name: str, **settings: object) -> dbapi2.Connection:
        return original(name, factory=Keyless, **settings)

    original = dbapi2.connect
    monkeypatch.setattr(driver.DRIVER, "connect", connect)

    with pytest.raises(DatabaseDamaged) as caught:
        new_database(tmp_path / "vault-1.db", key())

    assert caught.value.part is DamagedPart.NOT_ENCRYPTED


@pytest.mark.parametrize("size", [0, 1, 4095])
def test_trap_2_a_short_file_is_not_opened_as_a_new_book(tmp_path: pathlib.Path, size: int) -> None:
    path = tmp_path / "vault-1.db"
    path.write_bytes(os.urandom(size))

    with pytest.raises(DatabaseDamaged) as caught:
        open_database(path, key())

    assert caught.value.part is DamagedPart.SIZE
    assert path.stat().st_size == size


def test_trap_3_a_snapshot_ends_beside_a_writer(tmp_path: pathlib.Path) -> None:
    secret = key()
    database = new_database(tmp_path / "vault-1.db", secret)
    jot(database, *(f"{number}" * 200 for number in range(2000)))
    stop = threading.Event()

    def write() -> int:
        count = 0
        while not stop.is_set():
            jot(database, "beside")
            count += 1
        return count

    with concurrent.futures.ThreadPoolExecutor(2) as workers:
        writer = workers.submit(write)
        copying = workers.submit(database.snapshot, tmp_path / "copy.db")
        copying.result(timeout=20)
        stop.set()
        assert writer.result(timeout=20) > 0

    copy = open_database(tmp_path / "copy.db", secret)
    assert len(jotted(copy)) >= 2000
    copy.close()
    database.close()


def test_trap_4_the_integrity_check_sees_pages_that_were_only_in_the_log(
    tmp_path: pathlib.Path,
) -> None:
    database = new_database(tmp_path / "vault-1.db", key())
    database.checkpoint()
    jot(database, "lily" * 2000)
    before = database.path.stat().st_size

    database.integrity()

    assert database.path.stat().st_size > before
    assert database.path.with_name("vault-1.db-wal").stat().st_size == 0
    database.close()


@pytest.mark.parametrize("typed", ["雅琴", "王雅", "琴"])
def test_trap_5_two_characters_are_found_though_no_trigram_has_them(
    tmp_path: pathlib.Path, typed: str
) -> None:
    database = Database.create(tmp_path / "v.db", key(), FixedClock())
    clients = Clients(database, Journal(database, FixedClock()))
    clients.add(Client(name="王雅琴"))

    found = clients.search(typed)

    assert [hit.name for hit in found] == ["王雅琴"]
    database.close()


@pytest.mark.parametrize(
    "typed",
    [
        '茉莉" NEAR( *',
        "茉莉 OR 花茶 AND NOT",
        "茉莉花*",
        "^茉莉",
        "words:茉莉",
        "-茉莉 + (",
        '"',
        "'; --",
    ],
)
def test_trap_5_what_she_typed_is_no_query_language_and_is_never_repeated(
    typed: str, tmp_path: pathlib.Path, caplog: pytest.LogCaptureFixture
) -> None:
    database = Database.create(tmp_path / "v.db", key(), FixedClock())
    clients = Clients(database, Journal(database, FixedClock()))
    clients.add(Client(name="王雅琴", notes="喜欢茉莉花茶"))

    clients.search(typed)

    with database.read() as session:
        set_up = dict(
            tuple(row) for row in session.execute(text("SELECT k, v FROM client_pairs_config"))
        )
    assert caplog.text == ""
    assert set_up["secure-delete"] == 1
    database.close()


def test_trap_6_openpyxl_and_the_default_of_xlsxwriter_stay_out_of_writing() -> None:
    """Both leave plaintext temporary files; a writer of ours says `in_memory`."""
    writers = [
        path
        for path in (ROOT / "crm_desktop").rglob("*.py")
        if "xlsxwriter.Workbook(" in path.read_text(encoding="utf-8")
    ]
    savers = [
        path
        for path in (ROOT / "crm_desktop").rglob("*.py")
        if "openpyxl" in path.read_text(encoding="utf-8")
        and any(
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "save"
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        )
    ]

    assert [path.name for path in writers if "in_memory" not in path.read_text("utf-8")] == []
    # In the pictures somebody else edits a sheet, of people who are made up.
    assert [path.name for path in savers] == ["exchange_scenes.py"]


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("keyring.backends.null", "Keyring"),
        ("keyring.backends.fail", "Keyring"),
        ("keyring.backends.chainer", "ChainerBackend"),
    ],
)
def test_trap_7_no_other_backend_of_keyring_is_a_keychain(module: str, name: str) -> None:
    ring = getattr(importlib.import_module(module), name)()

    assert not is_allowed(ring)


def test_the_way_out_is_alive_another_library_reads_the_same_file(tmp_path: pathlib.Path) -> None:
    apsw = pytest.importorskip("apsw")
    secret = key()
    database = new_database(tmp_path / "vault-1.db", secret)
    jot(database, "百合")
    database.close()

    other = apsw.Connection(str(tmp_path / "vault-1.db"))
    other.pragma("cipher", "sqlcipher")
    other.pragma("legacy", 4)
    other.pragma("key", bytes(secret.spec()).decode("ascii")[:66] + "'")
    rows = list(other.execute("SELECT words FROM note"))
    other.close()

    assert rows == [("百合",)]
