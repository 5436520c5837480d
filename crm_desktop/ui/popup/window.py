"""The pop-up: one grouped window at the bottom right that never takes the focus."""

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.occasions import Reminder, Stage
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.popup.corner import CornerWindow
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, row

_CARDS_AT_MOST: Final = 8


class PopUp(CornerWindow):
    """Shows what pops up now, grouped by day; what is answered leaves it.

    Signals:
        today_wanted: the Today page is to be opened.
        emptied: the last reminder was answered or it was closed.
    """

    today_wanted = Signal()
    emptied = Signal()

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._today = dt.date.min
        self._reminders: list[Reminder] = []
        self._title = label("", Role.SECTION)
        close = IconButton(Icon.CLOSE, self.tr("Close; they stay on the Today page"))
        close.clicked.connect(self._on_close)
        everything = button(self.tr("Everything for today"), Role.LINK)
        everything.clicked.connect(self._on_today)
        self._list = ScrollColumn()
        self._list.content.setSpacing(SPACE_S)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_S)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(self._title, 1, close))
        whole.addWidget(self._list, 1)
        whole.addLayout(row(1, everything))
        answers.answered.connect(self.take_out)

    def show_reminders(self, reminders: Sequence[Reminder], today: dt.date) -> None:
        """Add reminders to those that stand here and show them all."""
        known = {reminder.keys for reminder in reminders}
        self._reminders = [one for one in self._reminders if one.keys not in known]
        self._reminders = sorted([*self._reminders, *reminders], key=_day_of)
        self._today = today
        self._fill()
        self._place()
        self.show()
        self._place()

    def take_out(self, reminder: Reminder) -> None:
        """Take an answered reminder out."""
        self.keep([one for one in self._reminders if one.keys != reminder.keys])

    def keep(self, still_open: Iterable[Reminder]) -> None:
        """Keep only those that are still open, wherever the others were answered."""
        keys = {reminder.keys for reminder in still_open}
        kept = [one for one in self._reminders if one.keys in keys]
        if len(kept) == len(self._reminders):
            return
        self._reminders = kept
        if kept:
            self._fill()
            self._place()
        else:
            self._on_close()

    def _fill(self) -> None:
        count = len(self._reminders)
        self._title.setText(self.tr("{count} to think of").format(count=count))
        self._list.clear()
        group = ""
        for reminder in self._reminders[:_CARDS_AT_MOST]:
            if (words := self._group(reminder)) != group:
                group = words
                self._list.content.addWidget(wrapped(group, Role.SECOND))
            card = ReminderCard(reminder, self._today, self._answers, narrow=True)
            self._list.content.addWidget(card)
        if (left := count - _CARDS_AT_MOST) > 0:
            more = self.tr("and {count} more on the Today page").format(count=left)
            self._list.content.addWidget(label(more, Role.SECOND))

    def _group(self, reminder: Reminder) -> str:
        day = day_and_relative(reminder.on, self._today)
        if reminder.stage is Stage.PREPARE:
            return self.tr("To prepare: {day}").format(day=day)
        return day

    def _place(self) -> None:
        """Stand at the bottom right of the screen, as high as the reminders need."""
        room = self.width() - 2 * SPACE_M
        wanted = self._list.content.totalHeightForWidth(room)
        others = self.sizeHint().height() - self._list.sizeHint().height()
        self.stand(wanted + others + SPACE_S)

    def _on_close(self) -> None:
        self._reminders = []
        self.hide()
        self.emptied.emit()

    def _on_today(self) -> None:
        self.today_wanted.emit()
        self._on_close()


def _day_of(reminder: Reminder) -> tuple[dt.date, bool]:
    return reminder.on, not reminder.occasion.big
