"""One client in the trash: who, since when, for how long, and the two ways out."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.services.trash import TrashLine
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.theme.roles import Tone
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.listing import ListRow


class TrashRow(QWidget):
    """A row of the trash.

    Signals:
        back_wanted: take this `TrashLine` back.
        deletion_wanted: delete her for good.
    """

    back_wanted = Signal(object)
    deletion_wanted = Signal(object)

    def __init__(self, line: TrashLine, on: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = line
        self.back_button = button(self.tr("Take back"))
        self.deletion_button = IconButton(Icon.TRASH, self.tr("Delete for good…"), "bad")
        for each, says in (
            (self.back_button, self.tr("Take {name} back")),
            (self.deletion_button, self.tr("Delete {name} for good…")),
        ):
            each.setAccessibleName(says.format(name=line.called))
        self.back_button.clicked.connect(self._on_back)
        self.deletion_button.clicked.connect(self._on_deletion)
        avatar = Avatar(line.called)
        avatar.show_person(line.called, Tone.PLAIN)
        title = line.called
        if line.called != line.name:
            title = self.tr("{called} ({name})").format(called=line.called, name=line.name)
        shown = ListRow(
            title, self._said(on), self.back_button, self.deletion_button, leading=avatar
        )
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(shown)

    def _said(self, on: dt.date) -> str:
        since = day_and_relative(self._line.put_in_on, on)
        if self._line.days_left == 0:
            return self.tr("Since {day} · goes soon").format(day=since)
        left = self.tr("Since {day} · {count} days left")
        if self._line.days_left == 1:
            left = self.tr("Since {day} · one day left")
        return left.format(day=since, count=self._line.days_left)

    def _on_back(self) -> None:
        self.back_wanted.emit(self._line)

    def _on_deletion(self) -> None:
        self.deletion_wanted.emit(self._line)
