"""The entry at login: written, seen, taken away, and the word of the system kept."""

import pathlib

import pytest

from crm_desktop.domain.autostart import APPROVED, RUN, AtLogin, Entry
from crm_desktop.domain.errors import CrmError
from crm_desktop.services.autostart import (
    Autostart,
    MacAutostart,
    WindowsAutostart,
    XdgAutostart,
    own_program,
)

ENTRY = Entry(label="client-keeper", command=("/opt/app", "--tray"))


class FakeRegistry:
    """Values by key and name."""

    def __init__(self) -> None:
        self.values: dict[tuple[str, str], str | bytes] = {}

    def get(self, key: str, name: str) -> str | bytes | None:
        return self.values.get((key, name))

    def put(self, key: str, name: str, value: str) -> None:
        self.values[key, name] = value

    def remove(self, key: str, name: str) -> None:
        self.values.pop((key, name), None)


def _files(folder: pathlib.Path) -> list[str]:
    return [str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file()]


@pytest.mark.parametrize(
    ("way", "file"),
    [
        (XdgAutostart, "autostart/client-keeper.desktop"),
        (MacAutostart, "client-keeper.plist"),
    ],
)
def test_a_file_is_written_and_taken_away(
    tmp_path: pathlib.Path, way: type[XdgAutostart | MacAutostart], file: str
) -> None:
    own: Autostart = way(ENTRY, tmp_path)
    states = [own.state()]

    own.put(on=True)
    states.append(own.state())
    files = _files(tmp_path)
    own.put(on=False)
    own.put(on=False)
    states.append(own.state())

    assert states == [AtLogin.OFF, AtLogin.ON, AtLogin.OFF]
    assert files == [file]
    assert _files(tmp_path) == []


def test_what_a_desktop_turned_off_is_seen_and_can_be_turned_on(tmp_path: pathlib.Path) -> None:
    own = XdgAutostart(ENTRY, tmp_path)
    own.put(on=True)
    file = tmp_path / "autostart" / "client-keeper.desktop"

    file.write_text(f"{file.read_text(encoding='utf-8')}Hidden=true\n", encoding="utf-8")
    refused = own.state()
    own.put(on=True)

    assert refused is AtLogin.REFUSED
    assert own.state() is AtLogin.ON


def test_windows_keeps_the_word_of_the_task_manager() -> None:
    registry = FakeRegistry()
    own = WindowsAutostart(ENTRY, registry)
    states = [own.state()]

    own.put(on=True)
    states.append(own.state())
    value = registry.values[RUN, ENTRY.label]
    registry.values[APPROVED, ENTRY.label] = b"\x03" + bytes(11)
    own.put(on=True)
    states.append(own.state())
    own.put(on=False)
    states.append(own.state())

    assert states == [AtLogin.OFF, AtLogin.ON, AtLogin.REFUSED, AtLogin.OFF]
    assert value == '"/opt/app" --tray'


def test_a_folder_that_cannot_be_written_is_told(tmp_path: pathlib.Path) -> None:
    (tmp_path / "autostart").write_text("")

    with pytest.raises(CrmError):
        XdgAutostart(ENTRY, tmp_path).put(on=True)


def test_python_starts_without_a_console_where_it_can(tmp_path: pathlib.Path) -> None:
    python = tmp_path / "python.exe"
    plain = own_program(str(python), frozen=False)

    (tmp_path / "pythonw.exe").write_text("")

    assert plain == (str(python), "-m", "crm_desktop")
    assert own_program(str(python), frozen=False)[0] == str(tmp_path / "pythonw.exe")
    assert own_program("/opt/app", frozen=True) == ("/opt/app",)
