"""ConsolidateRun: work on several workbooks: how far it is, how it ended, what else to know."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from crm_desktop.domain.errors import Cancelled, CrmError, PasswordWanted
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.running import Running
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Job, Lane, Report
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.labels import breakable, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, column

T = TypeVar("T")
Work = Callable[[Sequence[str], Report], T]
"""What is done with the passwords given so far, telling how far it is."""

_MOST_HEIGHT = 132


class ConsolidateRun(QWidget):
    """The band, the progress, the lines under them, and the button to the folder.

    A protected file stops the work; its password is asked for and the work begins anew.

    Signals:
        turned: it began or ended.
    """

    turned = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._passwords: list[str] = []
        self._again: Callable[[], None] | None = None
        self._folder = Path()
        self.band = Band("", Tone.OK)
        self.running = Running()
        self.notes = ScrollColumn()
        self.notes.content.setSpacing(SPACE_S)
        self.folder_button: QPushButton = button(self.tr("Show in folder"), None, Icon.FOLDER)
        self.setLayout(column(self.band, self.running, self.notes, spacing=SPACE_S))
        self.running.cancel_wanted.connect(self.stop)
        self.folder_button.clicked.connect(self._on_folder)
        self._hide()

    @property
    def is_busy(self) -> bool:
        """Work is under way."""
        return self._job is not None

    def lines(self) -> list[str]:
        """Return what is told beside the band."""
        return [label.text() for label in self.notes.findChildren(QLabel)]

    def begin(self, words: str, work: Work[T], done: Callable[[T], None]) -> None:
        """Do `work` off the screen's thread, then call `done` with what came of it."""
        self._hide()
        self.running.begin(words)
        self._again = partial(self.begin, words, work, done)
        self._job = self._desk.jobs.run(
            self,
            partial(work, tuple(self._passwords)),
            _Done(self._end, done),
            failed=self._on_failed,
            lane=Lane.FILES,
            progress=self.running.advance,
        )
        self.turned.emit()

    def say(
        self, words: str, tone: Tone, notes: Sequence[str] = (), at: Path | None = None
    ) -> None:
        """Tell how it ended, what else there is to know, and where the files stand."""
        self.band.say(breakable(words), tone)
        self.band.setAccessibleName(words)
        self.band.show()
        self.notes.clear()
        for note in notes:
            self.notes.content.addWidget(wrapped(breakable(note), Role.SECOND))
        self.notes.setVisible(bool(notes))
        height = self.notes.content.totalHeightForWidth(max(self.width(), 1))
        self.notes.setFixedHeight(max(0, min(height, _MOST_HEIGHT)))
        self.folder_button.setVisible(at is not None)
        self._folder = at or Path()

    def stop(self) -> None:
        """Cancel the work under way."""
        if self._job is not None:
            self._job.cancel()

    def _hide(self) -> None:
        for widget in (self.band, self.running, self.notes, self.folder_button):
            widget.hide()

    def _end(self) -> None:
        self._job = None
        self.running.hide()
        self.turned.emit()

    def _on_failed(self, error: CrmError) -> None:
        self._end()
        if isinstance(error, PasswordWanted):
            self._ask(error.file)
        elif isinstance(error, Cancelled):
            self.say(self.tr("Stopped. No file was written."), Tone.PLAIN)
        else:
            self.say(sentence(error), Tone.BAD)

    def _ask(self, file: str) -> None:
        """Ask for the password of a file; unless it is given, the band says what is missing."""
        words = self.tr("{file} is protected by a password. Nothing was written yet.")
        self.say(words.format(file=file), Tone.WARN)
        self._desk.ask.passphrase(
            self,
            self.tr("Password of {file}").format(file=file),
            self.tr("It opens the file and is forgotten afterwards."),
            self._on_password,
        )

    def _on_password(self, password: str) -> None:
        if password in self._passwords:
            return
        self._passwords.append(password)
        if self._again is not None:
            self._again()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


class _Done(Generic[T]):
    """Ends the run before what came of it is told."""

    def __init__(self, end: Callable[[], None], done: Callable[[T], None]) -> None:
        self._end = end
        self._done = done

    def __call__(self, report: T) -> None:
        self._end()
        self._done(report)
