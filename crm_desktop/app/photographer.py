"""Photographer: grabs one widget after another, each when nothing moves on it any more."""

import pathlib
from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractButton, QDialog, QWidget

from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.theme.tokens import colour
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.gradual import Gradual
from crm_desktop.ui.widgets.toast import Toast

Scene = tuple[str, QWidget]
WAIT: Final = ""
"""The name of a scene that is waited for and not taken."""

FLOW: Final = "flow_"
"""How scenes begin that are shown as they are lived, with what the app says at its foot."""

_LOOK_MS: Final = 15
_STILL_FOR: Final = 3
_SHADE: Final = QColor(20, 10, 14, 70)


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
        if name == WAIT or self._take(name, widget):
            self._next()
        else:
            self._end(FolderNotWritable(self._folder))

    def _take(self, name: str, widget: QWidget) -> bool:
        """Write the picture and return whether it could be."""
        for each in (widget, *_over(widget)):
            if isinstance(focused := each.focusWidget(), QAbstractButton):
                # Only what she types into stands out by its focus.
                focused.clearFocus()
        if not name.startswith(FLOW):
            for toast in widget.findChildren(Toast):
                toast.hide()
        path = self._folder / f"{name}.png"
        is_written = _picture(widget).save(str(path))
        if is_written:
            self.took.emit(path)
        return is_written

    def _next(self) -> None:
        self._still = 0
        self._scene = next(self._scenes, None)
        if self._scene is None:
            self._end(None)

    def _end(self, error: FolderNotWritable | None) -> None:
        self._timer.stop()
        self._scene = None
        self.finished.emit(error)


def _picture(widget: QWidget) -> QPixmap:
    """Return the widget as it looks, with the dialogs that stand over it."""
    picture = widget.grab()
    over = _over(widget)
    painter = QPainter(picture)
    if over:
        painter.fillRect(picture.rect(), _SHADE)
    for dialog in over:
        place = _place(dialog, widget)
        painter.drawPixmap(place, dialog.grab())
        painter.setPen(colour("line"))
        painter.drawRect(dialog.rect().translated(place))
    painter.end()
    return picture


def _over(widget: QWidget) -> list[QDialog]:
    """Return the dialogs that stand over `widget`."""
    return [one for one in widget.findChildren(QDialog) if one.isVisible() and one.isWindow()]


def _place(dialog: QDialog, over: QWidget) -> QPoint:
    """Return where a dialog stands: in the middle, as it would on a screen large enough."""
    if isinstance(dialog, Dialog):
        return over.rect().center() - dialog.rect().center()
    return dialog.mapToGlobal(QPoint()) - over.mapToGlobal(QPoint())


def _is_filling(widget: QWidget) -> bool:
    """Return whether something on `widget` is still being laid out a piece at a time."""
    gradual = any(one.is_filling for one in widget.findChildren(Gradual))
    files = [page for page in widget.findChildren(ClientPage) if page.isVisible()]
    return gradual or not all(page.is_whole for page in files)
