"""Writing: one file being written from a card: how far it is, how it ended, where it stands."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.errors import Cancelled, CrmError
from crm_desktop.domain.exporting import ExportReport
from crm_desktop.ui.exchange.running import Running
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Job, Jobs, Lane, Report
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band

if TYPE_CHECKING:
    from PySide6.QtWidgets import QPushButton


class Writing(QObject):
    """The band, the progress and the button to the folder; the card lays them out.

    Signals:
        turned: it began or ended.
        written: the `ExportReport` of a file that was written.
    """

    turned = Signal()
    written = Signal(object)

    def __init__(self, jobs: Jobs, card: QWidget) -> None:
        super().__init__(card)
        self._jobs = jobs
        self._job: Job | None = None
        self._path = Path()
        self.band = Band("", Tone.OK, card)
        self.running = Running(card)
        self.folder_button: QPushButton = button(self.tr("Show in folder"), None, Icon.FOLDER)
        self.running.cancel_wanted.connect(self.cancel)
        self.folder_button.clicked.connect(self._on_folder)

    @property
    def is_busy(self) -> bool:
        """A file is being written."""
        return self._job is not None

    def hide(self) -> None:
        """Show nothing, as before the first file."""
        for widget in (self.band, self.running, self.folder_button):
            widget.hide()

    def begin(self, path: Path, work: Callable[[Report], ExportReport]) -> None:
        """Write a file off the screen's thread; `written` tells when it is there."""
        self.hide()
        self.running.begin(self.tr("Writing {file}…").format(file=path.name))
        self._job = self._jobs.run(
            self,
            work,
            self._on_written,
            failed=self._on_failed,
            lane=Lane.FILES,
            progress=self.running.advance,
        )
        self.turned.emit()

    def cancel(self) -> None:
        """Stop; the file may still come to its end, which is told then."""
        if self._job is not None:
            self._job.cancel()

    def say(self, words: str, tone: Tone) -> None:
        """Tell how it ended."""
        self.band.say(words, tone)
        self.band.show()

    def _on_written(self, report: ExportReport) -> None:
        self._path = report.path
        self._end()
        self.folder_button.show()
        self.written.emit(report)

    def _on_failed(self, error: CrmError) -> None:
        self._end()
        stopped = isinstance(error, Cancelled)
        words = self.tr("Stopped. No file was written.") if stopped else sentence(error)
        self.say(words, Tone.PLAIN if stopped else Tone.BAD)

    def _end(self) -> None:
        self._job = None
        self.running.hide()
        self.turned.emit()

    def _on_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._path.parent)))
