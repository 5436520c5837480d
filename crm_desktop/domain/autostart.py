"""What is written so that a system starts the app at login: texts only, nothing is touched here."""

import hashlib
import pathlib
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

HIDDEN_START: Final = "--tray"
"""The argument of a start at login: no window, the tray and the reminders only."""

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"

_LABEL: Final = "client-keeper"
_REFUSED_BIT: Final = 1
_OFF_LINES: Final = frozenset({"hidden=true", "x-gnome-autostart-enabled=false"})
_ESCAPED_IN_QUOTES: Final = '\\"`$'


class AtLogin(StrEnum):
    """Whether the app starts at login; REFUSED where she turned it off in the system itself."""

    OFF = "off"
    ON = "on"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is to be started at login; every book has an entry of its own.

    `label` names the entry, the same at every call for the same folder (None is the default
    folder); `command` is the program and its arguments.
    """

    label: str
    command: tuple[str, ...]


def entry(program: Sequence[str], book: pathlib.Path | None) -> Entry:
    """Return the entry for the book in `book`, by default that of the platform's folder."""
    if book is None:
        return Entry(label=_LABEL, command=(*program, HIDDEN_START))
    place = str(book.resolve())
    digest = hashlib.sha256(place.encode()).hexdigest()[:8]
    return Entry(label=f"{_LABEL}-{digest}", command=(*program, HIDDEN_START, "--book", place))


def windows_value(command: Sequence[str]) -> str:
    """Return the value under `RUN`; the program is always in quotes, see CWE-428."""
    program, *arguments = command
    return f'"{program}" {subprocess.list2cmdline(arguments)}'.rstrip()


def is_refused(approved: object) -> bool:
    """Return whether she turned an entry off in the Task Manager: the first byte is odd then."""
    return isinstance(approved, bytes) and bool(approved) and bool(approved[0] & _REFUSED_BIT)


def launch_agent(made: Entry) -> bytes:
    """Return the property list of a launch agent of macOS."""
    import plistlib  # noqa: PLC0415 - heavy, and of macOS only

    told = {
        "Label": made.label,
        "ProgramArguments": list(made.command),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }
    return plistlib.dumps(told)


def desktop_entry(made: Entry) -> str:
    """Return the file for `~/.config/autostart`, by the Desktop Entry Specification 1.5."""
    return "\n".join(
        (
            "[Desktop Entry]",
            "Type=Application",
            "Version=1.5",
            "Name=Client Keeper",
            "Name[zh_CN]=贵客簿",
            f"Exec={_exec(made.command)}",
            "Terminal=false",
            "StartupNotify=false",
            "X-GNOME-Autostart-enabled=true",
            "",
        )
    )


def is_on(desktop: str) -> bool:
    """Return whether a file of `~/.config/autostart` is not turned off by the desktop."""
    return not _OFF_LINES & {
        "=".join(part.strip() for part in line.split("=", 1)).casefold()
        for line in desktop.splitlines()
    }


def _exec(command: Sequence[str]) -> str:
    """Quote each argument, then escape the whole as a string of the file, as the spec has it."""
    return " ".join(_quoted(argument) for argument in command).replace("\\", "\\\\")


def _quoted(argument: str) -> str:
    escaped = "".join(f"\\{sign}" if sign in _ESCAPED_IN_QUOTES else sign for sign in argument)
    return f'"{escaped}"'.replace("%", "%%")
