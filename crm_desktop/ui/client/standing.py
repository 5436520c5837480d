"""Standing: why nothing reminds of her any more, each state with its way back."""

import datetime as dt
from collections.abc import Callable, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text import day_with_year
from crm_desktop.ui.theme.roles import Role, Tone, set_mark, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import row

State = tuple[Icon, str, str, Callable[[], None]]


class Standing(QWidget):
    """One strip for each state that stops reminders; takes no room while there is none."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._strips = QVBoxLayout(self)
        self._strips.setContentsMargins(0, 0, 0, 0)
        self._strips.setSpacing(SPACE_XS)
        self._said: list[str] = []
        self.hide()

    def show_file(self) -> None:
        """Show the states she is in."""
        states = list(self._states())
        said = [words for _, words, _, _ in states]
        if said != self._said:
            self._said = said
            while (item := self._strips.takeAt(0)) is not None:
                if (widget := item.widget()) is not None:
                    widget.hide()
                    widget.deleteLater()
            for state in states:
                self._strips.addWidget(_strip(*state))
        self.setVisible(bool(states))

    def _states(self) -> Iterator[State]:
        client = self._shown.file.client
        if client.trashed_on is not None:
            words = self._since(self.tr("In the trash since {day}."), client.trashed_on)
            yield Icon.TRASH, words, self.tr("Take out of the trash"), self._on_untrash
        if client.deceased_on is not None:
            words = self._since(self.tr("Deceased, noted for {day}."), client.deceased_on)
            yield Icon.FLOWER, words, self.tr("She is alive"), self._on_alive
        if client.archived_on is not None:
            words = self._since(self.tr("In the archive since {day}."), client.archived_on)
            yield Icon.ARCHIVE, words, self.tr("Take out of the archive"), self._on_unarchive
        if client.do_not_contact:
            words = self._told(self.tr("She is not to be contacted."))
            yield Icon.BELL_OFF, words, self.tr("May be contacted again"), self._on_speak

    def _since(self, pattern: str, day: dt.date) -> str:
        return self._told(pattern.format(day=day_with_year(day)))

    def _told(self, state: str) -> str:
        pattern = self.tr("{state} Every reminder about her has stopped.")
        return pattern.format(state=state)

    def _on_untrash(self) -> None:
        self._shown.trash(None)

    def _on_alive(self) -> None:
        client = self._shown.file.client
        self._shown.change(client, replace(client, deceased_on=None))

    def _on_unarchive(self) -> None:
        self._shown.archive(None)

    def _on_speak(self) -> None:
        client = self._shown.file.client
        self._shown.change(client, replace(client, do_not_contact=False))


def _strip(symbol: Icon, words: str, back: str, act: Callable[[], None]) -> QFrame:
    strip = QFrame()
    set_role(strip, Role.BAND)
    set_mark(strip, "tone", Tone.WARN)
    mark = label()
    mark.setPixmap(icon(symbol, "warn").pixmap(18))
    undo = button(back, Role.LINK)
    undo.clicked.connect(act)
    inside = row(mark, ElidedLabel(words), undo)
    inside.setContentsMargins(SPACE_M, SPACE_XS, SPACE_S, SPACE_XS)
    strip.setLayout(inside)
    strip.setAccessibleName(words)
    return strip
