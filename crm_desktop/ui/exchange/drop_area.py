"""DropArea: the place a workbook is dropped on, with a button for those who do not drag."""

from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import RADIUS_CARD, SPACE_L, SPACE_S, colour
from crm_desktop.ui.widgets.buttons import primary
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_SYMBOL = 40
_HINT_WIDTH = 420
_SHARE = 100


def dropped_file(content: QMimeData) -> Path | None:
    """Return the one file that is being dragged, None for anything else."""
    files = [url.toLocalFile() for url in content.urls() if url.isLocalFile()]
    return Path(files[0]) if len(files) == 1 else None


class DropArea(QWidget):
    """A dashed field.

    Signals:
        dropped: the `Path` of the file that was let go over it.
        choose_wanted: the button was pressed.
    """

    dropped = Signal(object)
    choose_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        self._is_over = False
        picture = QLabel()
        picture.setPixmap(icon(Icon.SPREADSHEET, "accent").pixmap(_SYMBOL))
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        title = label(self.tr("Drop your list here"), Role.SECTION)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        hint = wrapped(
            self.tr(
                "Excel (.xlsx, .xls), WPS, LibreOffice or CSV, or contacts of a phone (.vcf). You "
                "see every change before anything is written, and one click takes it all back."
            ),
            Role.SECOND,
        )
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose_button = primary(self.tr("Choose a file…"), Icon.FOLDER)
        self.choose_button.clicked.connect(self.choose_wanted)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        whole.setSpacing(SPACE_S)
        whole.addStretch(1)
        whole.addWidget(picture)
        whole.addWidget(title)
        lines = row(1, hint, 1, spacing=0)
        lines.setStretch(1, _SHARE)
        hint.setMaximumWidth(scaled(_HINT_WIDTH))
        whole.addLayout(lines)
        whole.addSpacing(SPACE_S)
        whole.addLayout(row(1, self.choose_button, 1))
        whole.addStretch(1)
        self.setFocusProxy(self.choose_button)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_file(event.mimeData()) is not None:
            event.acceptProposedAction()
            self._light(is_over=True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._light(is_over=False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._light(is_over=False)
        if (path := dropped_file(event.mimeData())) is not None:
            event.acceptProposedAction()
            self.dropped.emit(path)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colour("accent" if self._is_over else "line_strong"), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.setBrush(colour("soft" if self._is_over else "surface"))
        around = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(around, RADIUS_CARD, RADIUS_CARD)
        painter.end()

    def _light(self, *, is_over: bool) -> None:
        self._is_over = is_over
        self.update()
