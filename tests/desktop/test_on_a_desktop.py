"""The pop-up on a real desktop: it comes while somebody types, and typing goes on."""

import pathlib
import sys
from collections.abc import Iterator

import pytest

from crm_desktop.domain.autostart import entry
from crm_desktop.services.autostart import XdgAutostart, own_program
from tests.desktop.screen import Program, Screen, desktop, missing
from tests.domain.test_autostart import started_by

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="X11 only"),
    pytest.mark.skipif(bool(missing()), reason=f"not on this machine: {', '.join(missing())}"),
]


@pytest.fixture
def screen(tmp_path: pathlib.Path) -> Iterator[Screen]:
    with desktop(tmp_path) as made:
        yield made


def test_the_pop_up_comes_at_the_corner_and_typing_goes_on(screen: Screen) -> None:
    ringing = screen.start("tests.desktop.ringing")
    ringing.hear("ready")
    typist = screen.start("tests.desktop.typist")
    typist.hear("active")

    screen.xdo("type", "two")
    typist.hear("text two")
    ringing.say("show")
    ringing.hear("shown True False 1349 751")
    screen.xdo("type", " three")

    assert "inactive" not in typist.hear("text two three")


@pytest.mark.parametrize(("how", "is_on"), [("--full", True), ("--plain", False)])
def test_a_full_screen_of_another_program_is_a_presentation(
    screen: Screen, how: str, *, is_on: bool
) -> None:
    screen.start("tests.desktop.typist", how).hear("active")
    ringing = screen.start("tests.desktop.ringing")
    ringing.hear("ready")

    ringing.say("presenting")

    ringing.hear(f"presenting {is_on}")


def _shown(screen: Screen, book: pathlib.Path, *more: str) -> Program:
    """Start the app on a new book and wait for its window."""
    program = screen.start("crm_desktop", "--book", str(book), *more)
    screen.xdo("search", "--sync", "--onlyvisible", "--pid", str(program.process.pid))
    return program


def test_a_second_start_raises_the_first_and_one_at_login_does_not(
    screen: Screen, tmp_path: pathlib.Path
) -> None:
    _shown(screen, tmp_path / "book")
    typist = screen.start("tests.desktop.typist")
    typist.hear("active")

    at_login = screen.start("crm_desktop", "--book", str(tmp_path / "book"), "--tray")
    assert at_login.process.wait(30) == 0
    screen.xdo("type", "x")
    before = typist.hear("text x")
    again = screen.start("crm_desktop", "--book", str(tmp_path / "book"))
    assert again.process.wait(30) == 0

    assert "inactive" not in before
    typist.hear("inactive")


def test_two_books_are_open_at_once(screen: Screen, tmp_path: pathlib.Path) -> None:
    hers = _shown(screen, tmp_path / "hers")
    other = _shown(screen, tmp_path / "other")

    assert (hers.process.poll(), other.process.poll()) == (None, None)


def test_what_is_entered_at_login_starts_the_app(screen: Screen, tmp_path: pathlib.Path) -> None:
    """As the login of a free desktop does: the line of the file, and an environment of its own."""
    book = tmp_path / 'a "book" for $5, 100 % hers'
    config = tmp_path / ".config"
    own = XdgAutostart(entry(own_program(sys.executable, frozen=False), book), config)
    own.put(on=True)
    [file] = (config / "autostart").iterdir()

    started = screen.start(*started_by(file.read_text(encoding="utf-8")))
    found = screen.xdo("search", "--sync", "--onlyvisible", "--pid", str(started.process.pid))
    own.put(on=False)

    assert found
    assert (book / "book.lock").exists()
    assert list((config / "autostart").iterdir()) == []
