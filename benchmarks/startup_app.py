"""The start of the app by its own command, opened by a key handed over, up to the Today page.

Run by benchmarks.startup: python -m benchmarks.startup_app FOLDER, with the secret of *this
computer* in hex as a line of input. Says "shown" when the page is filled as far as it is seen,
and "idle" with the heavy libraries that were loaded, when nothing is left to be done.
"""

import gc
import importlib
import pathlib
import sys
from typing import TYPE_CHECKING, Any, Final

from crm_desktop.__main__ import main as command

if TYPE_CHECKING:
    from crm_desktop.app.run import Run

HEAVY: Final = {"pandas", "numpy", "openpyxl", "pypinyin"}
_LOOK_MS: Final = 1


class HandedKeychain:
    """A keychain that holds the one secret it was handed."""

    def __init__(self, secret: bytes | None) -> None:
        self.secret = secret

    def get(self, book: str) -> bytes | None:
        """Return the secret, whatever the book."""
        del book
        return self.secret

    def set(self, book: str, secret: bytes) -> bool:
        """Take the secret in."""
        del book
        self.secret = secret
        return True

    def forget(self, book: str) -> None:
        """Hold nothing any more."""
        del book
        self.secret = None


class _Watched:
    """Looks every millisecond how far the start is, and says so."""

    def __init__(self, run: "Run") -> None:
        core = importlib.import_module("PySide6.QtCore")
        self._run = run
        self._told = False
        self._timer = core.QTimer()
        self._timer.timeout.connect(self._on_time)
        self._timer.start(_LOOK_MS)

    def _on_time(self) -> None:
        office = self._run.office
        page: Any = office.window.page("today") if office is not None else None
        if office is None or not page.is_seen:
            return
        if not self._told:
            self._told = True
            print("shown", flush=True)
        if office.bell is not None and page.is_filled and office.desk.jobs.is_idle:
            self._timer.stop()
            loaded = HEAVY & {name.partition(".")[0] for name in sys.modules}
            print("idle", *sorted(loaded), flush=True)
            sys.stdin.readline()
            self._run.quit()


def main() -> None:
    """Start as the command does, with a keychain that is handed its secret."""
    keychain = HandedKeychain(bytes.fromhex(sys.stdin.readline().strip()))
    watched = []

    def run_window(book: pathlib.Path | None, *, hidden: bool = False) -> int:
        start: Any = importlib.import_module("crm_desktop.app.start")
        start.SystemKeychain = lambda: keychain
        ours = start.Run

        def begun(*arguments: object) -> object:
            run = ours(*arguments)
            watched.append(_Watched(run))
            return run

        start.Run = begun
        return int(start.run_window(book, hidden=hidden))

    # The command rests the collector before it loads the app, which here is loaded to be altered.
    gc.disable()
    app: Any = importlib.import_module("crm_desktop.app")
    app.run_window = run_window
    command(["--book", sys.argv[1]])


if __name__ == "__main__":
    main()
