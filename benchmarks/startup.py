"""From the start of the process to the filled Today page, against a process that does the least.

Run: python -m benchmarks startup

Both are started in turn, several times, with compiled modules as pip installs them; the
medians of the wall clock and of the resident memory are compared. The key is
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
from dataclasses import dataclass
from typing import Final

import psutil
import sqlcipher3.dbapi2

from benchmarks.startup_app import HandedKeychain
from crm_desktop.clock import SystemClock, today
from crm_desktop.paths import BookFolder, resources_folder
from crm_desktop.security.passphrase import FLOOR
from crm_desktop.services.demo import fill
from crm_desktop.services.vault import Vault

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""


@dataclass(frozen=True, slots=True)
class _Peer:
    module: str
    place: pathlib.Path
    secret: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Start:
    """One start: until it showed, its memory when idle, the heavy libraries it loaded."""

    seconds: float
    megabytes: float
    loaded: tuple[str, ...]


CLIENTS: Final = 3_000
RUNS: Final = 7
ASKED: Final = 1.5


def figures() -> list[Figure]:
    """Return the ratio of the two starts, the heavy libraries loaded, the memory when idle."""
    with tempfile.TemporaryDirectory() as name:
        place = pathlib.Path(name)
        secret = _book(place / "book").hex()
        key = secrets.token_hex(32)
        _bare_database(place / "bare.db", key)
        peers = {
            "ours": _Peer("benchmarks.startup_app", place / "book", secret),
            "bare": _Peer("benchmarks.startup_bare", place / "bare.db", key),
        }
        environment = _environment(place)
        for peer in peers.values():
            _started(peer, environment)
        found: dict[str, list[_Start]] = {who: [] for who in peers}
        for _ in range(RUNS):
            for who, peer in peers.items():
                found[who].append(_started(peer, environment))
    loaded = {heavy for start in found["ours"] for heavy in start.loaded}
    return [
        _ratio(
            f"start to the Today page, {CLIENTS:,} clients / bare process",
            [start.seconds * 1000 for start in found["ours"]],
            [start.seconds * 1000 for start in found["bare"]],
            "ms",
        ),
        (
            "pandas, numpy, openpyxl, pypinyin at the start",
            "none",
            ", ".join(sorted(loaded)) or "none",
            not loaded,
        ),
        _ratio(
            f"memory of the idle window, {CLIENTS:,} clients / bare process",
            [start.megabytes for start in found["ours"]],
            [start.megabytes for start in found["bare"]],
            "MB",
        ),
    ]


def _ratio(what: str, ours: list[float], bare: list[float], unit: str) -> Figure:
    taken, least = statistics.median(ours), statistics.median(bare)
    measured = f"{taken / least:.2f} ({taken:.0f} / {least:.0f} {unit})"
    return what, f"<= {ASKED}", measured, taken / least <= ASKED


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


def _environment(place: pathlib.Path) -> dict[str, str]:
    """Return a start without a screen and with compiled modules, as pip installs them."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    ours = {"LC_ALL": "C.UTF-8", "PYTHONPYCACHEPREFIX": str(place / "compiled")}
    return {"QT_QPA_PLATFORM": "offscreen"} | kept | ours


def _started(peer: _Peer, environment: dict[str, str]) -> _Start:
    """Start a process; return how long it took to show, and what it holds when idle."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", peer.module, str(peer.place)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        env=environment,
        text=True,
    ) as process:
        assert process.stdin is not None and process.stdout is not None  # noqa: PT018, S101 - pipes were asked for
        process.stdin.write(f"{peer.secret}\n")
        process.stdin.flush()
        shown = process.stdout.readline().split()
        seconds = time.perf_counter() - start
        idle = process.stdout.readline().split()
        if (shown, idle[:1]) != (["shown"], ["idle"]):
            raise RuntimeError(f"{peer.module} did not come up")
        held = psutil.Process(process.pid).memory_info().rss / 2**20
        process.stdin.close()
        process.wait(timeout=30)
    return _Start(seconds=seconds, megabytes=held, loaded=tuple(idle[1:]))


if __name__ == "__main__":
    for figure in figures():
        print(figure)
