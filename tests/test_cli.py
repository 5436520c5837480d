"""The start: what the command line takes, and what is told where no window can be."""

import os
import pathlib
import subprocess
import sys
import types

import pytest

from crm_desktop import __main__ as start
from crm_desktop import __version__
from crm_desktop.cli.arguments import parser
from crm_desktop.cli.run import COMMANDS

NO_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


@pytest.fixture
def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in NO_SCREEN:
        # Set first, so that what the start itself sets is taken back at the end.
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["plan"],
        ["insight"],
        ["import"],
        ["import", "list.xlsx", "--as", "photographs"],
        ["import", "list.xlsx", "--accept", "both"],
        ["export", "out.pdf"],
        ["export", "out.ics", "--years", "6"],
        ["export", "out.xlsx", "--for", "everybody"],
        ["due", "--on", "2026-02-30"],
        ["due", "--ahead", "-1"],
        ["find"],
        ["demo", "--clients", "0"],
        ["demo", "--clients", "100001"],
        ["demo", "--lang", "fr"],
        ["backup"],
        ["--passphrase", "written in the open", "due"],
    ],
)
def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start.main(arguments)

    assert ended.value.code == 2
    assert "crm-desktop" in capsys.readouterr().err


def test_version_is_printed_and_nothing_is_opened(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        start.main(["--version"])

    assert ended.value.code == 0
    assert capsys.readouterr().out == f"crm-desktop {__version__}\n"


def test_every_command_of_the_parser_is_there() -> None:
    offered = {
        name
        for action in parser()._subparsers._group_actions  # type: ignore[union-attr] # argparse has no public way
        for name in action.choices or ()
    }

    assert offered - {"demo"} == set(COMMANDS)


@pytest.mark.usefixtures("without_screen")
def test_the_window_without_a_screen_is_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main([]) == 1

    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert "No screen" in told


@pytest.mark.usefixtures("without_screen")
@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["demo"], (60, None, None, pathlib.Path("demo-pictures"))),
        (
            ["demo", "--pictures", "there", "--clients", "7", "--lang", "en"],
            (7, None, "en", pathlib.Path("there")),
        ),
    ],
)
def test_the_demo_without_a_screen_makes_pictures(
    monkeypatch: pytest.MonkeyPatch, arguments: list[str], wanted: tuple[object, ...]
) -> None:
    asked: list[tuple[object, ...]] = []

    def run_demo(*given: object) -> int:
        asked.append(given)
        assert os.environ["QT_QPA_PLATFORM"] == "offscreen"
        return 0

    monkeypatch.setitem(sys.modules, "crm_desktop.app", types.SimpleNamespace(run_demo=run_demo))

    assert start.main(arguments) == 0
    assert asked == [wanted]


@pytest.mark.parametrize(
    ("library", "package"),
    [
        ("libEGL.so.1", "libegl1"),
        ("libGL.so.1", "libgl1"),
        ("libxkbcommon.so.0", "libxkbcommon0"),
        ("libfontconfig.so.1", "libfontconfig1"),
        ("libodd-2.0.so.0", "libegl1"),
    ],
)
def test_a_missing_library_of_the_system_is_one_line_with_packages(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    library: str,
    package: str,
) -> None:
    def run_window(_folder: object, *, hidden: bool) -> int:  # noqa: ARG001 - asked for so
        raise ImportError(f"{library}: cannot open shared object file: No such file or directory")

    monkeypatch.setitem(
        sys.modules, "crm_desktop.app", types.SimpleNamespace(run_window=run_window)
    )
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    assert start.main([]) == 1
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert library in told
    assert package in told


def test_an_import_error_of_our_own_is_not_hidden(monkeypatch: pytest.MonkeyPatch) -> None:
    def run_window(_folder: object, *, hidden: bool) -> int:  # noqa: ARG001 - asked for so
        raise ImportError("cannot import name 'window'")

    monkeypatch.setitem(
        sys.modules, "crm_desktop.app", types.SimpleNamespace(run_window=run_window)
    )
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")

    with pytest.raises(ImportError):
        start.main([])


def test_the_command_line_loads_nothing_heavy() -> None:
    code = (
        "import sys; from crm_desktop.__main__ import main\n"
        "try: main(['--version'])\n"
        "except SystemExit: pass\n"
        "print(sorted({name.partition('.')[0] for name in sys.modules}"
        " & {'PySide6', 'sqlalchemy', 'pandas', 'numpy', 'openpyxl', 'pypinyin', 'keyring'}))"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own interpreter and code

    assert done.stdout.splitlines()[-1] == "[]"
