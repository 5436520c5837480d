"""Where the app starts: the window, the demo, or a command."""

import argparse
import contextlib
import gc
import importlib
import multiprocessing
import os
import pathlib
import re
import sys
from collections.abc import Sequence
from typing import Final

from crm_desktop.cli.arguments import parser

_LIBRARY: Final = re.compile(r"(lib[\w+.-]+\.so[.\d]*)")
_PACKAGES: Final = {
    "libEGL": "libegl1",
    "libGL": "libgl1",
    "libOpenGL": "libopengl0",
    "libxkbcommon": "libxkbcommon0",
    "libdbus": "libdbus-1-3",
    "libfontconfig": "libfontconfig1",
    "libglib": "libglib2.0-0",
}
_ALL_PACKAGES: Final = (
    "libegl1 libgl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libxkbcommon-x11-0 libxcb-cursor0"
)
_PICTURES: Final = pathlib.Path("demo-pictures")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the app and return its exit code: 0 done, 1 a problem told in one line, 2 usage."""
    # Workbooks are read in a child process, which a built app starts as itself.
    multiprocessing.freeze_support()
    _prefer_utf8()
    options = parser().parse_args(arguments)
    try:
        return _run(options)
    except ImportError as error:
        library = _LIBRARY.search(str(error))
        if library is None or options.debug:
            raise
        _tell(_lacking(library[1]))
        return 1


def _run(options: argparse.Namespace) -> int:
    if options.command == "demo":
        return _demo(options)
    if options.command is None and not options.self_test:
        return _window(options)
    return int(importlib.import_module("crm_desktop.cli.process").main(options))


def _window(options: argparse.Namespace) -> int:
    if not _has_screen():
        _tell(
            "No screen was found (neither DISPLAY nor WAYLAND_DISPLAY is set): "
            "the window needs one, the commands in crm-desktop --help do not."
        )
        return 1
    # Loading makes many objects and hardly any rubbish (ui/rubbish.py looks after it later).
    gc.disable()
    app = importlib.import_module("crm_desktop.app")
    return int(app.run_window(options.book, hidden=options.tray))


def _demo(options: argparse.Namespace) -> int:
    pictures = options.pictures
    if pictures is None and not _has_screen():
        pictures = _PICTURES
        _tell(f"No screen was found: writing the pictures of the demo into {pictures} instead.")
    if pictures is not None and sys.platform == "linux":
        # Drawn in memory, the same with and without a screen.
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    app = importlib.import_module("crm_desktop.app")
    return int(app.run_demo(options.clients, options.on, options.lang, pictures))


def _prefer_utf8() -> None:
    """Name UTF-8 where the locale is none: Qt switches to it anyway, and says so in four lines."""
    names = (os.environ.get(name) for name in ("LC_ALL", "LC_CTYPE", "LANG"))
    if sys.platform == "linux" and next(filter(None, names), "C") in {"C", "POSIX"}:
        os.environ["LC_ALL"] = "C.UTF-8"


def _has_screen() -> bool:
    """Say whether a window could be seen; a platform asked for by name is taken at its word."""
    if sys.platform in {"win32", "darwin"} or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _lacking(library: str) -> str:
    """Return the one line for a machine without a library of the system Qt stands on."""
    stem = re.split(r"[-.]", library)[0]
    package = _PACKAGES.get(stem)
    hint = f" ({package})" if package else ""
    return (
        f"Qt needs the system library {library}{hint}. "
        f"On Debian or Ubuntu: sudo apt-get install {_ALL_PACKAGES}"
    )


def _tell(line: str) -> None:
    with contextlib.suppress(AttributeError, OSError):
        print(line, file=sys.stderr)  # noqa: T201 - the one line of a start that failed


if __name__ == "__main__":
    sys.exit(main())
