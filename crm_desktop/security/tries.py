"""Wrong passphrases make the next try wait, over restarts too; nothing is ever wiped."""

import contextlib
import datetime as dt
import json
import math
import pathlib

from crm_desktop.clock import Clock
from crm_desktop.domain.errors import MustWait
from crm_desktop.files import replace_file

WAITS = (5, 10, 30, 60, 120, 300)


class Tries:
    """The count of wrong tries in a row, in a file beside the book."""

    def __init__(self, path: pathlib.Path, clock: Clock) -> None:
        self._path = path
        self._clock = clock

    def begin(self) -> None:
        """Count a try before it is looked at, so that killing the app does not spare it.

        Raises:
            MustWait: the wait after the last wrong try is not over.
        """
        left = self.left()
        if left:
            raise MustWait(left)
        self._store(self._read()[0] + 1)

    def left(self) -> int:
        """Return the seconds until the next try is looked at, 0 for now."""
        wrong, last = self._read()
        if last is None:
            return 0
        passed = (self._clock.now() - last).total_seconds()
        if passed < 0:
            self._store(wrong)
            passed = 0
        return max(0, math.ceil(wait_after(wrong) - passed))

    def succeeded(self) -> None:
        """Forget the wrong tries."""
        self._path.unlink(missing_ok=True)

    def wrong(self) -> int:
        """Return the seconds to wait after the try just begun was wrong."""
        return wait_after(self._read()[0])

    def _store(self, wrong: int) -> None:
        state = {"wrong": wrong, "last": self._clock.now().isoformat()}
        replace_file(self._path, json.dumps(state).encode())

    def _read(self) -> tuple[int, dt.datetime | None]:
        """Return the count and the time of the last try; an unreadable file counts as none."""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            state = json.loads(self._path.read_bytes())
            last = dt.datetime.fromisoformat(state["last"])
            if type(state["wrong"]) is int and state["wrong"] >= 0 and last.tzinfo is not None:
                return state["wrong"], last
        return 0, None


def wait_after(wrong: int) -> int:
    """Return the seconds to wait after so many wrong tries in a row."""
    return 0 if wrong == 0 else WAITS[min(wrong, len(WAITS)) - 1]
