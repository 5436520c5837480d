"""Photographer: grabs one widget after another, each when nothing moves on it any more."""

import pathlib
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.widgets.gradual import Gradual
from crm_desktop.ui.widgets.toast import Toast

Scene = tuple[str, QWidget]
_LOOK_MS: Final = 15
_STILL_FOR: Final = 3


class Photographer(QObject):
    """Takes the scenes from an iterator; what comes after a scene is done once it is taken.

    Signals:
        took: the path of a picture that was written.
        finished: every scene was taken, or a `CrmError` that ended it.
    """

    took = Signal(object)
    finished = Signal(object)

    def __init__(
        self,
        scenes: Iterator[Scene],
        jobs: Jobs,
        folder: pathlib.Path,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._scenes = scenes
        self._jobs = jobs
        self._folder = folder
        self._scene: Scene | None = None
        self._still = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_MS)
        self._timer.timeout.connect(self._on_look)

    def begin(self) -> None:
        """Set up the first scene and begin to look."""
        self._next()
        self._timer.start()

    def _on_look(self) -> None:
        """Take the picture once nothing has moved for some looks."""
        if self._scene is None:
            return
        name, widget = self._scene
        self._still = self._still + 1 if self._jobs.is_idle and not _is_filling(widget) else 0
        if self._still < _STILL_FOR:
            return
        if isinstance(focused := widget.focusWidget(), QAbstractButton):
            # Only what she types into stands out by its focus.
            focused.clearFocus()
        for toast in widget.findChildren(Toast):
            toast.hide()
        path = self._folder / f"{name}.png"
        if not widget.grab().save(str(path)):
            self._end(FolderNotWritable(self._folder))
            return
        self.took.emit(path)
        self._next()

    def _next(self) -> None:
        self._still = 0
        self._scene = next(self._scenes, None)
        if self._scene is None:
            self._end(None)

    def _end(self, error: FolderNotWritable | None) -> None:
        self._timer.stop()
        self._scene = None
        self.finished.emit(error)


def _is_filling(widget: QWidget) -> bool:
    """Return whether something on `widget` is still being laid out a piece at a time."""
    gradual = any(one.is_filling for one in widget.findChildren(Gradual))
    files = [page for page in widget.findChildren(ClientPage) if page.isVisible()]
    return gradual or not all(page.is_whole for page in files)
