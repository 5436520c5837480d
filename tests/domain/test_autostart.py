"""What is written so that a system starts the app at login."""

import pathlib
import plistlib
import re

import pytest

from crm_desktop.domain.autostart import (
    Entry,
    desktop_entry,
    entry,
    is_on,
    is_refused,
    launch_agent,
    windows_value,
)

COMMAND = ("/opt/client keeper/app", "--tray", "--book", '/home/her/a "b" $5 `c` \\ 100 %')


def started_by(text: str) -> list[str]:
    """Read the command of a desktop entry as a desktop does: the string first, then the words."""
    [line] = [line for line in text.splitlines() if line.startswith("Exec=")]
    unescaped = line.removeprefix("Exec=").replace("\\\\", "\\")
    words = re.findall(r'"((?:[^"\\]|\\.)*)"', unescaped)
    return [re.sub(r'\\(["`$\\])', r"\1", word).replace("%%", "%") for word in words]


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(("/usr/bin/crm-desktop", "--tray"), id="plain"),
        pytest.param(COMMAND, id="every sign that means something"),
        pytest.param(("/opt/贵客簿/app", "--tray", "--book", "/home/她/簿"), id="Chinese"),
    ],
)
def test_a_desktop_starts_what_was_meant(command: tuple[str, ...]) -> None:
    written = desktop_entry(Entry(label="client-keeper", command=command))

    assert started_by(written) == list(command)
    assert is_on(written)


def test_the_desktop_entry_as_it_stands() -> None:
    assert desktop_entry(Entry(label="x", command=("/opt/a b", "--tray"))) == (
        "[Desktop Entry]\nType=Application\nVersion=1.5\nName=Client Keeper\n"
        'Name[zh_CN]=贵客簿\nExec="/opt/a b" "--tray"\nTerminal=false\n'
        "StartupNotify=false\nX-GNOME-Autostart-enabled=true\n"
    )


@pytest.mark.parametrize("line", ["Hidden=true", "X-GNOME-Autostart-enabled = False".lower()])
def test_a_desktop_may_have_turned_it_off(line: str) -> None:
    assert not is_on(f"[Desktop Entry]\n{line}\n")


@pytest.mark.parametrize(
    ("command", "value"),
    [
        ((r"C:\app\crm.exe", "--tray"), r'"C:\app\crm.exe" --tray'),
        (
            (r"C:\Program Files\Client Keeper\crm.exe", "--tray", "--book", r"D:\her book"),
            r'"C:\Program Files\Client Keeper\crm.exe" --tray --book "D:\her book"',
        ),
    ],
)
def test_the_path_in_the_run_key_is_quoted(command: tuple[str, ...], value: str) -> None:
    assert windows_value(command) == value


@pytest.mark.parametrize(
    ("approved", "refused"),
    [
        (None, False),
        (b"", False),
        (b"\x02" + bytes(11), False),
        (b"\x06" + bytes(11), False),
        (b"\x03" + bytes(11), True),
        (b"\x07" + bytes(11), True),
    ],
)
def test_what_the_task_manager_turned_off(approved: bytes | None, *, refused: bool) -> None:
    assert is_refused(approved) is refused


def test_the_launch_agent_runs_at_login_only() -> None:
    told = plistlib.loads(launch_agent(Entry(label="client-keeper", command=COMMAND)))

    assert told == {
        "Label": "client-keeper",
        "ProgramArguments": list(COMMAND),
        "RunAtLoad": True,
        "ProcessType": "Interactive",
    }


def test_every_book_has_an_entry_of_its_own(tmp_path: pathlib.Path) -> None:
    own, hers = entry(["app"], None), entry(["app"], tmp_path / "hers")
    other = entry(["app"], tmp_path / "other")

    assert own == Entry(label="client-keeper", command=("app", "--tray"))
    assert hers.command == ("app", "--tray", "--book", str(tmp_path / "hers"))
    assert len({own.label, hers.label, other.label}) == 3
