"""Autostart: the app starts at login if she agreed; off means nothing of it is left behind."""

import os
import pathlib
import sys
from typing import Protocol

from typing_extensions import override

from crm_desktop.domain.autostart import (
    APPROVED,
    RUN,
    AtLogin,
    Entry,
    desktop_entry,
    is_on,
    is_refused,
    launch_agent,
    windows_value,
)
from crm_desktop.files import disk


class Autostart(Protocol):
    """The one entry of a book among what its system starts at login."""

    def state(self) -> AtLogin:
        """Return whether it starts at login."""
        ...

    def put(self, *, on: bool) -> None:
        """Write the entry, or take it away.

        Raises:
            FolderNotWritable, DiskFailed: The system does not let it be written.
        """
        ...


class Registry(Protocol):
    """The values below HKEY_CURRENT_USER."""

    def get(self, key: str, name: str) -> str | bytes | None:
        """Return a value, None where there is none."""
        ...

    def put(self, key: str, name: str, value: str) -> None:
        """Write a text."""
        ...

    def remove(self, key: str, name: str) -> None:
        """Take a value away; one that is not there is fine."""
        ...


class WindowsAutostart:
    """A value of the Run key; what she turned off in the Task Manager stays off."""

    def __init__(self, made: Entry, registry: Registry) -> None:
        self._entry = made
        self._registry = registry

    def state(self) -> AtLogin:
        """Return what the Run key and the Task Manager say together."""
        if self._registry.get(RUN, self._entry.label) is None:
            return AtLogin.OFF
        approved = self._registry.get(APPROVED, self._entry.label)
        return AtLogin.REFUSED if is_refused(approved) else AtLogin.ON

    def put(self, *, on: bool) -> None:
        """Write the value, or take it away; the word of the Task Manager is not touched."""
        with disk(pathlib.Path(RUN)):
            if on:
                value = windows_value(self._entry.command)
                self._registry.put(RUN, self._entry.label, value)
            else:
                self._registry.remove(RUN, self._entry.label)


class _FileAutostart:
    """An entry that is one file in a folder of the system."""

    def __init__(self, file: pathlib.Path, content: bytes) -> None:
        self._file = file
        self._content = content

    def state(self) -> AtLogin:
        """Return whether the file is there."""
        return AtLogin.ON if self._file.is_file() else AtLogin.OFF

    def put(self, *, on: bool) -> None:
        """Write the file, or take it away."""
        with disk(self._file):
            if on:
                self._file.parent.mkdir(parents=True, exist_ok=True)
                self._file.write_bytes(self._content)
            else:
                self._file.unlink(missing_ok=True)


class MacAutostart(_FileAutostart):
    """A launch agent of macOS, read at the next login."""

    def __init__(self, made: Entry, agents: pathlib.Path) -> None:
        super().__init__(agents / f"{made.label}.plist", launch_agent(made))


class XdgAutostart(_FileAutostart):
    """A file in the autostart folder of a free desktop."""

    def __init__(self, made: Entry, config: pathlib.Path) -> None:
        file = config / "autostart" / f"{made.label}.desktop"
        super().__init__(file, desktop_entry(made).encode())

    @override
    def state(self) -> AtLogin:
        """Return whether the file is there and the desktop has not turned it off."""
        if super().state() is AtLogin.OFF:
            return AtLogin.OFF
        with disk(self._file):
            text = self._file.read_text(encoding="utf-8", errors="replace")
        return AtLogin.ON if is_on(text) else AtLogin.REFUSED


def of_this_system(made: Entry) -> Autostart:
    """Return the way of this system."""
    if sys.platform == "win32":
        from crm_desktop.services.registry import CurrentUser  # noqa: PLC0415 - on Windows only

        return WindowsAutostart(made, CurrentUser())
    home = pathlib.Path.home()
    if sys.platform == "darwin":
        return MacAutostart(made, home / "Library" / "LaunchAgents")
    config = os.environ.get("XDG_CONFIG_HOME", "")
    return XdgAutostart(made, pathlib.Path(config) if config else home / ".config")


def own_program(executable: str, *, frozen: bool) -> tuple[str, ...]:
    """Return how this app is started: the bundle itself, or Python without a console."""
    if frozen:
        return (executable,)
    silent = pathlib.Path(executable).with_name("pythonw.exe")
    return (str(silent) if silent.is_file() else executable, "-m", "crm_desktop")
