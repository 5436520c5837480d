"""From the start of the process to the filled Today page, against a process that does the least.

Run: python -m benchmarks startup

Both are started in turn, several times; the medians of the wall clock are compared. The key is
handed over, so that the derivation from a passphrase, which is slow on purpose, is left out.
"""

import os
import pathlib
import secrets
import statistics
import subprocess
import sys
import tempfile
import time
from typing import Final

import sqlcipher3.dbapi2

from benchmarks.startup_app import HandedKeychain
from crm_desktop.clock import SystemClock, today
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.demo import fill
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

CLIENTS: Final = 3_000
RUNS: Final = 7
ASKED: Final = 1.5


def figures() -> list[Figure]:
    """Return the ratio of the two starts, and the heavy libraries loaded by ours."""
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        secret = _book(place / "book").hex()
        key = secrets.token_hex(32)
        _bare_database(place / "bare.db", key)
        ours, bare, loaded = [], [], set[str]()
        for _ in range(RUNS):
            seconds, heavy = _started("benchmarks.startup_app", str(place / "book"), secret)
            ours.append(seconds)
            loaded.update(heavy)
            bare.append(_started("benchmarks.startup_bare", str(place / "bare.db"), key)[0])
    taken, least = statistics.median(ours), statistics.median(bare)
    return [
        (
            f"start to the filled Today page, {CLIENTS:,} clients / bare process",
            f"<= {ASKED}",
            f"{taken / least:.2f} ({taken * 1000:.0f} / {least * 1000:.0f} ms)",
            taken / least <= ASKED,
        ),
        (
            "pandas, numpy, openpyxl, pypinyin at the start",
            "none",
            ", ".join(sorted(loaded)) or "none",
            not loaded,
        ),
    ]


def _book(folder: pathlib.Path) -> bytes:
    """Make a book that opens by the keychain, and return the secret in it."""
    clock, keychain = SystemClock(), HandedKeychain(None)
    vault = Vault(BookFolder(path=folder), clock, keychain, FLOOR)
    opened = vault.create(f"{secrets.token_urlsafe(24)} start").book
    fill(opened.database, resources_folder(), clients=CLIENTS, on=today(clock))
    vault.allow_this_computer(opened)
    vault.lock(opened)
    assert keychain.secret is not None  # noqa: S101 - allow_this_computer put it there
    return keychain.secret


def _bare_database(path: pathlib.Path, key: str) -> None:
    connection = sqlcipher3.dbapi2.connect(str(path))
    connection.execute(f"PRAGMA key = \"x'{key}'\"")
    connection.execute("CREATE TABLE note (words TEXT)")
    connection.commit()
    connection.close()


def _started(module: str, place: str, secret: str) -> tuple[float, list[str]]:
    """Return the seconds until the process says that it shows, and what else it said."""
    environment = {"QT_QPA_PLATFORM": "offscreen", "LC_ALL": "C.UTF-8"} | os.environ
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", module, place],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - pipes were asked for
        process.stdin.write(f"{secret}\n")
        process.stdin.flush()
        said = process.stdout.readline().split()
        seconds = time.perf_counter() - start
        process.stdin.close()
        process.wait(timeout=30)
    if said[:1] != ["shown"]:
        raise RuntimeError(f"{module} did not come up")
    return seconds, said[1:]


if __name__ == "__main__":
    for figure in figures():
        print(figure)
