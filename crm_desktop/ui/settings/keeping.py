"""Keeping: the settings of the book as the cards show and change them."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from crm_desktop.domain.records import Change
from crm_desktop.domain.settings import BookSettings
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane

_SAVED_AFTER_MS: Final = 500


class Keeping(QObject):
    """Saves what was changed half a second after the last step of an arrow.

    Signals:
        loaded: the `BookSettings` as they stand.
    """

    loaded = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._stand: BookSettings | None = None
        self._wanted: BookSettings | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SAVED_AFTER_MS)
        self._timer.timeout.connect(self.save)
        desk.edits.changed.connect(self._on_changed)

    @property
    def now(self) -> BookSettings | None:
        """The settings as she sees them, saved already or in a moment; None before `loaded`."""
        return self._wanted or self._stand

    def load(self) -> None:
        """Read the settings anew, unless something of hers is still to be saved."""
        if self._wanted is None:
            self._desk.jobs.run(self, self._desk.book.settings.get, self._on_read)

    def change(self, **said: object) -> None:
        """Change some settings; they are saved in a moment."""
        stand = self._wanted or self._stand
        if stand is not None:
            self._wanted = replace(stand, **said)  # type: ignore[arg-type] # names of BookSettings, each with its own type
            self._timer.start()

    def save(self) -> None:
        """Save what was changed now, as when the page is left."""
        self._timer.stop()
        wanted, self._wanted = self._wanted, None
        if wanted is not None and wanted != self._stand:
            self._stand = wanted
            put = partial(self._desk.book.settings.put, wanted)
            self._desk.jobs.run(self, put, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_read(self, settings: BookSettings) -> None:
        if self._wanted is None:
            self._stand = settings
            self.loaded.emit(settings)

    def _on_changed(self, change: Change) -> None:
        if "setting" in change.tables:
            self.load()
