"""The terminal of a command: secrets asked or given, answers whole, foreign backups."""

import io
import os
import pathlib
import subprocess
import sys

import pytest
from typing_extensions import override

from crm_desktop.cli import keeping
from crm_desktop.cli.arguments import parser
from crm_desktop.cli.run import run
from crm_desktop.cli.session import Session
from crm_desktop.cli.terminal import Terminal
from crm_desktop.domain.errors import PassphraseMissing
from crm_desktop.paths import BookFolder, resources_folder
from tests.fakes import FixedClock
from tests.vaults import CHEAP, OTHER_PASSPHRASE, PASSPHRASE, MemoryKeychain

pytestmark = pytest.mark.usefixtures("cheap_keys")


class Screen(io.StringIO):
    """A stream that says it is a terminal."""

    @override
    def isatty(self) -> bool:
        return True


def terminal(text: str = "", *, by_line: bool = False) -> Terminal:
    return Terminal(
        input=io.StringIO(text),
        output=io.StringIO(),
        errors=io.StringIO(),
        secrets_by_line=by_line,
    )


def session(folder: pathlib.Path, with_terminal: Terminal) -> Session:
    return Session(
        folder=BookFolder(path=folder),
        resources=resources_folder(),
        clock=FixedClock(),
        keychain=MemoryKeychain(),
        terminal=with_terminal,
        cost=CHEAP,
    )


@pytest.mark.parametrize(
    ("text", "secret"), [("word\n", "word"), ("word\r\n", "word"), (" a b \nnext\n", " a b ")]
)
def test_a_secret_by_line_is_the_line_without_its_end(text: str, secret: str) -> None:
    assert terminal(text, by_line=True).secret("?") == secret


@pytest.mark.parametrize(("text", "by_line"), [("", True), ("\n", True), ("word\n", False)])
def test_without_a_line_and_without_anybody_a_secret_is_missing(
    text: str, *, by_line: bool
) -> None:
    with pytest.raises(PassphraseMissing):
        terminal(text, by_line=by_line).secret("?")


def test_on_a_terminal_a_secret_is_asked_for_without_echo(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def getpass(prompt: str, stream: object) -> str:
        assert stream is not None
        asked.append(prompt)
        return "typed"

    monkeypatch.setattr("getpass.getpass", getpass)
    screen = Terminal(input=Screen(), output=io.StringIO(), errors=io.StringIO())

    assert screen.secret("Passphrase: ") == "typed"
    assert asked == ["Passphrase: "]


@pytest.mark.parametrize(("again", "code"), [(PASSPHRASE, 0), (OTHER_PASSPHRASE, 1)])
def test_a_new_passphrase_is_asked_for_twice(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch, again: str, code: int
) -> None:
    typed = iter((PASSPHRASE, again))

    def getpass(_prompt: str, stream: object) -> str:
        assert stream is not None
        return next(typed)

    monkeypatch.setattr("getpass.getpass", getpass)
    screen = Terminal(input=Screen(), output=io.StringIO(), errors=io.StringIO())
    place = session(tmp_path / "book", screen)

    assert run(keeping.init, place, parser().parse_args(["init"])) == code

    assert place.vault.exists() is (code == 0)


@pytest.mark.parametrize(("errors", "told"), [(Screen(), "\r3 / 9\r9 / 9\n"), (io.StringIO(), "")])
def test_progress_is_for_terminals_only(errors: io.StringIO, told: str) -> None:
    shown = Terminal(input=io.StringIO(), output=io.StringIO(), errors=errors)

    shown.progress(3, 9)
    shown.progress(9, 9)

    assert errors.getvalue() == told


@pytest.mark.parametrize(
    ("lines", "code"), [((OTHER_PASSPHRASE, PASSPHRASE), 0), ((OTHER_PASSPHRASE,), 1)]
)
def test_a_backup_of_another_book_wants_the_passphrase_of_its_own(
    tmp_path: pathlib.Path, lines: tuple[str, ...], code: int
) -> None:
    first, second, safe = tmp_path / "first", tmp_path / "second", tmp_path / "safe"
    for folder, word in ((first, PASSPHRASE), (second, OTHER_PASSPHRASE)):
        made = session(folder, terminal(f"{word}\n", by_line=True))
        assert run(keeping.init, made, parser().parse_args(["init"])) == 0
    backup = parser().parse_args(["backup", str(safe)])
    assert (
        run(keeping.backup, session(first, terminal(f"{PASSPHRASE}\n", by_line=True)), backup) == 0
    )
    (file,) = safe.iterdir()
    given = terminal("".join(f"{line}\n" for line in lines), by_line=True)

    ended = run(
        keeping.restore, session(second, given), parser().parse_args(["restore", str(file)])
    )

    assert ended == code
    assert isinstance(given.errors, io.StringIO)
    assert given.errors.getvalue().count("\n") == code


def test_whoever_stops_reading_gets_no_traceback(tmp_path: pathlib.Path) -> None:
    command = [sys.executable, "-m", "crm_desktop", "--book", str(tmp_path), "--self-test"]
    environment = os.environ | {"LC_ALL": "C.UTF-8", "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        told = process.stderr.read()
        code = process.wait(timeout=60)

    assert (code, told) == (1, b"")
