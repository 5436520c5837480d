"""Guards around every test of the screen: nothing modal, nothing left behind."""

import pathlib
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QSettings
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,  # noqa: TID251 - the guards name what is forbidden
    QInputDialog,
    QMenu,
    QMessageBox,  # noqa: TID251 - the guards name what is forbidden
)

from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import RESOURCES, Laid, lay
from tests.ui.fakes import FakeAsk, FakeClock

_STATIC = (
    (QMessageBox, ("about", "critical", "information", "question", "warning")),
    (
        QFileDialog,
        ("getExistingDirectory", "getOpenFileName", "getOpenFileNames", "getSaveFileName"),
    ),
    (QInputDialog, ("getDouble", "getInt", "getItem", "getMultiLineText", "getText")),
)
_MODAL = (QDialog, QMessageBox, QFileDialog, QMenu)


class ModalCall(AssertionError):
    """Something opened a modal loop."""


def _refuse(*_arguments: object, **_options: object) -> None:
    raise ModalCall


@pytest.fixture(autouse=True)
def no_modal_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, names in _STATIC:
        for name in names:
            monkeypatch.setattr(kind, name, _refuse)
    for modal in _MODAL:
        monkeypatch.setattr(modal, "exec", _refuse)


@pytest.fixture(autouse=True)
def nothing_copied_is_left(qapp: QApplication) -> Iterator[None]:
    # Qt frees what stands on the clipboard when Python is gone already, and crashes over ours.
    yield
    qapp.clipboard().clear()


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    worn = Theme(qapp, RESOURCES / "icons")
    worn.wear(ThemeChoice.LIGHT)
    return worn


@pytest.fixture(autouse=True)
def dressed(theme: Theme, qapp: QApplication) -> Iterator[None]:
    """Start each test in light English clothes with an empty desk, and leave it so."""
    yield
    # Deferred deletions come first, so that what a test gave up is really gone.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    for widget in left:
        widget.close()
    # Whatever window a test still holds would be dressed anew by every later one.
    for widget in qapp.topLevelWidgets():
        if widget.parent() is None:
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if theme.choice is not ThemeChoice.LIGHT:
        theme.wear(ThemeChoice.LIGHT)
    assert not left, f"windows left open: {left}"


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    left = set(threading.enumerate()) - before
    assert not left, f"threads left running: {left}"


@pytest.fixture
def translators(qapp: QApplication) -> Iterator[Translators]:
    """Return what switches the language; English again afterwards."""
    speaking = Translators(qapp, RESOURCES / "i18n")
    yield speaking
    speaking.speak(Language.ENGLISH)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def ask() -> FakeAsk:
    return FakeAsk()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def remembered(tmp_path: pathlib.Path) -> QSettings:
    return QSettings(str(tmp_path / "window.ini"), QSettings.Format.IniFormat)


@pytest.fixture
def laid(
    tmp_path: pathlib.Path,
    qapp: QApplication,
    theme: Theme,
    jobs: Jobs,
    cheap_keys: None,  # noqa: ARG001 - wanted for what it does
) -> Iterator[Laid]:
    """Return a desk over a new book; a module that wants people in it overrides this."""
    made = lay(tmp_path, qapp, theme, jobs)
    yield made
    made.desk.book.database.close()
