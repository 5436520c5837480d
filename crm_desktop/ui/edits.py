"""Edits: after each change, a word with *undo*, and every screen told what to read again."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from crm_desktop.domain.errors import CrmError, NothingToRedo, NothingToUndo
from crm_desktop.domain.records.change import Change
from crm_desktop.ui.jobs import Jobs, Lane


class JournalLike(Protocol):
    """The journal as far as the screens use it."""

    def undo(self) -> Change:
        """Take the latest change back; raises `NothingToUndo` where none stands."""
        ...

    def redo(self) -> Change:
        """Do again what was taken back last; raises `NothingToRedo`."""
        ...


class Edits(QObject):
    """What was done, undone and done again.

    Signals:
        changed: a `Change` was written, of whatever origin; pages read again what it touches.
        did: a change the person just made, to be told with an *undo*.
        undid: a change that was taken back, to be told with a *redo*.
        redid: a change that was done again, to be told with an *undo*.
        nothing_to_undo: she asked and nothing stands.
        nothing_to_redo: she asked and nothing was undone.
    """

    changed = Signal(object)
    did = Signal(object)
    undid = Signal(object)
    redid = Signal(object)
    nothing_to_undo = Signal()
    nothing_to_redo = Signal()

    def __init__(self, journal: JournalLike, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._journal = journal
        self._jobs = jobs
        self._busy = False

    def done(self, change: Change) -> None:
        """Tell that the person made `change`; one that wrote nothing is passed over."""
        if change.id:
            self.changed.emit(change)
            self.did.emit(change)

    def undo(self) -> None:
        """Take the latest change back."""
        if not self._busy:
            self._busy = True
            self._jobs.run(
                self,
                self._journal.undo,
                self._on_undone,
                failed=self._on_failed,
                lane=Lane.DATABASE,
            )

    def redo(self) -> None:
        """Do again what was taken back last."""
        if not self._busy:
            self._busy = True
            self._jobs.run(
                self,
                self._journal.redo,
                self._on_redone,
                failed=self._on_failed,
                lane=Lane.DATABASE,
            )

    def _on_undone(self, change: Change) -> None:
        self._busy = False
        self.changed.emit(change)
        self.undid.emit(change)

    def _on_redone(self, change: Change) -> None:
        self._busy = False
        self.changed.emit(change)
        self.redid.emit(change)

    def _on_failed(self, error: CrmError) -> None:
        self._busy = False
        if isinstance(error, NothingToUndo):
            self.nothing_to_undo.emit()
        elif isinstance(error, NothingToRedo):
            self.nothing_to_redo.emit()
        else:
            self._jobs.failed.emit(error)
