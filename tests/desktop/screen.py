"""A desktop of its own: Xvfb with openbox, and programs on it that talk in lines.

with desktop() as screen:
    typist = screen.start("tests.desktop.typist")
    assert typist.hear("active")
"""

import contextlib
import os
import pathlib
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from typing import Final

NEEDED: Final = ("Xvfb", "openbox", "xdotool")
_PATIENCE: Final = 30
_ROOT: Final = pathlib.Path(__file__).resolve().parents[2]


def missing() -> list[str]:
    """Return the programs a desktop needs that are not on this machine."""
    return [name for name in NEEDED if shutil.which(name) is None]


def say(line: str) -> None:
    """Print a line for the test that listens."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


class Program:
    """A program on the desktop; every line it prints is heard once, in order."""

    def __init__(self, command: Sequence[str], environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(  # noqa: S603 - our own programs
            command,
            cwd=_ROOT,
            env=environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def say(self, line: str) -> None:
        """Hand the program a line."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def hear(self, wanted: str) -> list[str]:
        """Wait until it prints `wanted`; return what it printed before.

        Raises:
            queue.Empty: It never did.
        """
        heard: list[str] = []
        while (line := self._lines.get(timeout=_PATIENCE)) != wanted:
            heard.append(line)
        return heard

    def end(self) -> None:
        """End it, whatever it does."""
        self.process.kill()
        self.process.wait(_PATIENCE)
        self._reader.join(_PATIENCE)
        for pipe in (self.process.stdin, self.process.stdout):
            if pipe is not None:
                pipe.close()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(line.rstrip("\n"))


class Screen:
    """The desktop while it stands."""

    def __init__(self, display: str, home: pathlib.Path) -> None:
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "WAYLAND_DISPLAY"},
            "DISPLAY": display,
            "QT_QPA_PLATFORM": "xcb",
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local"),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "PYTHONUNBUFFERED": "1",
        }
        self._programs: list[Program] = []

    def start(self, *command: str) -> Program:
        """Start a program; one that is a module of ours by its name."""
        whole = command if "/" in command[0] else (sys.executable, "-m", *command)
        made = Program(whole, self.environment)
        self._programs.append(made)
        return made

    def xdo(self, *words: str) -> str:
        """Press keys and ask for windows, as a person would; "" where there is no such window."""
        done = subprocess.run(  # noqa: S603 - xdotool, with words of the test
            [shutil.which("xdotool") or "", *words],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE,
            check=False,
        )
        return done.stdout.strip()

    def close(self) -> None:
        """End every program."""
        for program in self._programs:
            program.end()


@contextlib.contextmanager
def desktop(home: pathlib.Path, size: str = "1366x768x24") -> Iterator[Screen]:
    """Stand up a desktop and take it down again."""
    reading, writing = os.pipe()
    order = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-nolisten", "tcp"]
    silent = subprocess.DEVNULL
    server = subprocess.Popen(order, pass_fds=(writing,), stderr=silent)  # noqa: S603 - as above
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            screen = Screen(f":{told.readline().strip()}", home)
        try:
            openbox = shutil.which("openbox") or "openbox"
            screen.start(openbox, "--startup", "echo ready").hear("ready")
            yield screen
        finally:
            screen.close()
    finally:
        server.kill()
        server.wait(_PATIENCE)
