"""Hand-written stand-ins for the person, the clock and the journal."""

# ruff: noqa: ARG002 - the arguments are those of the protocols stood in for

import datetime as dt
from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import NothingToRedo, NothingToUndo
from crm_desktop.domain.records.change import Change
from crm_desktop.ui.ask import Confirmation, FileQuestion

BEIJING = dt.timezone(dt.timedelta(hours=8))


class FakeAsk:
    """Answers every question at once with what the test laid ready, or not at all.

    Attributes:
        path: the answer to questions for a file or folder; None means she closed the dialog.
        paths: the answer to a question for several files; none means she closed the dialog.
        says_yes: the answer to a confirmation.
        secret: the answer to a question for a passphrase; None means she closed it.
        asked: the titles of all questions, in order.
        told: the texts that were told.
    """

    def __init__(self) -> None:
        self.path: Path | None = None
        self.paths: list[Path] = []
        self.says_yes = True
        self.secret: str | None = None
        self.asked: list[str] = []
        self.told: list[str] = []

    def open_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        self._answer_path(question, chosen)

    def open_files(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[list[Path]], None]
    ) -> None:
        self.asked.append(question.title)
        if self.paths:
            chosen(self.paths)

    def save_file(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        self._answer_path(question, chosen)

    def folder(
        self, parent: QWidget, question: FileQuestion, chosen: Callable[[Path], None]
    ) -> None:
        self._answer_path(question, chosen)

    def confirm(
        self, parent: QWidget, question: Confirmation, confirmed: Callable[[], None]
    ) -> None:
        self.asked.append(question.title)
        if self.says_yes:
            confirmed()

    def passphrase(
        self, parent: QWidget, title: str, text: str, given: Callable[[str], None]
    ) -> None:
        self.asked.append(title)
        if self.secret is not None:
            given(self.secret)

    def tell(self, parent: QWidget | None, title: str, text: str) -> None:
        self.told.append(text)

    def _answer_path(self, question: FileQuestion, chosen: Callable[[Path], None]) -> None:
        self.asked.append(question.title)
        if self.path is not None:
            chosen(self.path)


class FakeClock:
    """A clock that stands until it is moved; Sunday 22 November 2026, 08:12 in Beijing."""

    def __init__(self) -> None:
        self.moment = dt.datetime(2026, 11, 22, 8, 12, tzinfo=BEIJING)
        self.ticks = 0.0

    def now(self) -> dt.datetime:
        return self.moment

    def monotonic(self) -> float:
        return self.ticks

    def move(self, **by: float) -> None:
        """Move on by days, hours, minutes, seconds."""
        step = dt.timedelta(**by)
        self.moment += step
        self.ticks += step.total_seconds()


class FakeJournal:
    """Two piles of changes."""

    def __init__(self, *changes: Change) -> None:
        self.made = list(changes)
        self.undone: list[Change] = []

    def undo(self) -> Change:
        if not self.made:
            raise NothingToUndo
        self.undone.append(self.made.pop())
        return self.undone[-1]

    def redo(self) -> Change:
        if not self.undone:
            raise NothingToRedo
        self.made.append(self.undone.pop())
        return self.made[-1]
