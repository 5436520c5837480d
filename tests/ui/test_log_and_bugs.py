"""The log and the hook for bugs: places and classes, never a value; one dialog, not a storm."""

import logging
import pathlib
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import BookClosed
from crm_desktop.ui.bugs import BugHook
from crm_desktop.ui.log import LOGGER, start_log, where
from tests.ui.fakes import FakeAsk

SECRET = "王雅婷 13800138000"


@pytest.fixture
def log(tmp_path: pathlib.Path) -> Iterator[pathlib.Path]:
    handler = start_log(tmp_path / "logs")
    yield tmp_path / "logs" / "client-keeper.log"
    logging.getLogger(LOGGER).removeHandler(handler)
    handler.close()


def lost() -> None:
    raise KeyError(SECRET)


def failure() -> Exception:
    """Return an error with a cause, both carrying what must not be told."""
    error = ValueError(SECRET)
    try:
        lost()
    except KeyError as cause:
        error.__cause__ = cause
    return error


def test_where_tells_classes_and_places_of_the_whole_chain() -> None:
    told = where(failure())

    assert "builtins.ValueError at ?" in told
    assert "from builtins.KeyError at test_log_and_bugs.py:" in told
    assert SECRET not in told


def test_an_error_that_is_its_own_cause_is_told_once() -> None:
    error = ValueError(SECRET)
    error.__cause__ = error

    assert where(error) == "builtins.ValueError at ?"


def test_log_never_holds_what_an_error_carries(log: pathlib.Path) -> None:
    logging.getLogger(LOGGER).error("bug", exc_info=failure(), stack_info=True)

    written = log.read_text(encoding="utf-8")
    assert "ValueError" in written
    assert SECRET not in written


def test_a_bug_is_logged_and_told_once(qtbot: QtBot, ask: FakeAsk, log: pathlib.Path) -> None:
    hook = BugHook(ask)

    with qtbot.waitSignals([hook.caught, hook.caught]):
        hook.take(failure())
        hook.take(failure())
    qtbot.waitUntil(lambda: bool(ask.told))

    assert len(ask.told) == 1
    assert SECRET not in ask.told[0]
    assert log.read_text(encoding="utf-8").count("ERROR crm_desktop bug") == 2


@pytest.mark.usefixtures("log")
def test_an_expected_error_that_strayed_is_told_in_its_own_words(
    qtbot: QtBot, ask: FakeAsk
) -> None:
    hook = BugHook(ask)

    hook.take(BookClosed())
    qtbot.waitUntil(lambda: bool(ask.told))

    assert ask.told == ["The book was locked. This was not saved."]


@pytest.mark.usefixtures("log")
def test_hook_takes_what_the_interpreter_hands_it(
    qtbot: QtBot, ask: FakeAsk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.__excepthook__)
    hook = BugHook(ask)
    hook.install()
    error = failure()

    with qtbot.waitSignal(hook.caught):
        sys.excepthook(type(error), error, None)
    qtbot.waitUntil(lambda: bool(ask.told))

    assert "an error of its own" in ask.told[0]
