"""The pop-up: one grouped window at the bottom right that never takes the focus."""

import datetime as dt
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.occasions import Kind, Missed, Reminder, Stage
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.popup.corner import CornerWindow
from crm_desktop.ui.popup.lines import (
    discreet_lines,
    festival_line,
    follow_ups_line,
    is_card,
    is_follow_up,
    missed_line,
    points_line,
    promises_line,
)
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.card import ReminderCard
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.discretion import is_discreet
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn, row

if TYPE_CHECKING:
    from crm_desktop.domain.festivals import Silence

_CARDS_AT_MOST: Final = 8
_LINES_AT_MOST: Final = 8


class PopUp(CornerWindow):
    """Shows what pops up now, grouped by day; what is answered leaves it.

    Days that are prepared or greeted have a card each; festivals, follow-ups, points and what
    was missed one line. In desk mode, and before an audience, there are lines without names.

    Signals:
        today_wanted: the Today page is to be opened.
        festival_wanted: the list of a festival is to be opened: its code and its day.
        emptied: the last reminder was answered or it was closed.
    """

    today_wanted = Signal()
    festival_wanted = Signal(str, object)
    emptied = Signal()

    def __init__(self, answers: Answers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._answers = answers
        self._today = dt.date.min
        self._reminders: list[Reminder] = []
        self._missed: list[Missed] = []
        self._is_watched = False
        self._hush = ""
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
        self._lines = QVBoxLayout()
        self._lines.setSpacing(0)
        whole.addWidget(self._list, 1)
        whole.addLayout(self._lines)
        whole.addLayout(row(1, everything))
        answers.answered.connect(self.take_out)

    def show_reminders(
        self,
        reminders: Sequence[Reminder],
        today: dt.date,
        *,
        missed: Sequence[Missed] = (),
        discreet: bool = False,
    ) -> None:
        """Add reminders to those that stand here and show them all.

        `missed` came and went unseen; `discreet` says that others look at the screen.
        """
        known = {reminder.keys for reminder in reminders}
        self._reminders = [one for one in self._reminders if one.keys not in known]
        self._reminders = sorted([*self._reminders, *reminders], key=_day_of)
        self._missed = [*self._missed, *missed]
        self._today = today
        self._is_watched = discreet
        self._fill()
        self._place()
        self.show()
        self._place()

    def hush(self, silence: "Silence | None") -> None:
        """Say over all why the day is left alone, where it is."""
        self._hush = ""
        if silence is not None:
            from crm_desktop.ui.text.festivals import silence_words  # noqa: PLC0415 - a few days a year

            self._hush = silence_words(silence)

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
        if kept or self._missed:
            self._fill()
            self._place()
        else:
            self._on_close()

    def refresh(self) -> None:
        """Say the same again, as when desk mode was turned on or off."""
        self._is_watched = False
        if self.isVisible():
            self._fill()
            self._place()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)

    def _fill(self) -> None:
        count = len(self._reminders) + len(self._missed)
        self._title.setText(self.tr("{count} to think of").format(count=count))
        self._list.clear()
        _empty(self._lines)
        if self._hush:
            from crm_desktop.ui.widgets.card import Band  # noqa: PLC0415 - a few days a year

            self._list.content.addWidget(Band(self._hush))
        if is_discreet() or self._is_watched:
            self._fill_discreetly()
        else:
            self._fill_cards([one for one in self._reminders if is_card(one)])
        self._fill_lines()
        for layout in (self._list.content, self._lines):
            for item in (layout.itemAt(place) for place in range(layout.count())):
                # In a window that stands, Qt shows a part later, and measures it as nothing.
                if item is not None and (part := item.widget()) is not None:
                    part.show()
        self._list.setVisible(self._list.content.count() > 0)

    def _fill_cards(self, reminders: Sequence[Reminder]) -> None:
        group = ""
        for reminder in reminders[:_CARDS_AT_MOST]:
            if (words := self._group(reminder)) != group:
                group = words
                self._list.content.addWidget(wrapped(group, Role.SECOND))
            card = ReminderCard(reminder, self._today, self._answers, narrow=True)
            self._list.content.addWidget(card)
        self._say_more(len(reminders) - _CARDS_AT_MOST)

    def _fill_discreetly(self) -> None:
        lines = discreet_lines([one for one in self._reminders if is_card(one)])
        for words in lines[:_LINES_AT_MOST]:
            self._list.content.addWidget(label(words, Role.STRONG))
        self._say_more(len(lines) - _LINES_AT_MOST)

    def _fill_lines(self) -> None:
        """Add what is told in one line each, with the way to it."""
        for reminder in self._reminders:
            if reminder.occasion.kind is Kind.FESTIVAL:
                words = festival_line(reminder, self._today)
                self._add_line(words, partial(self._on_festival, reminder))
        kinds = Counter(one.occasion.kind for one in self._reminders)
        promises = kinds[Kind.PROMISE]
        counts = (
            (follow_ups_line, sum(is_follow_up(one) for one in self._reminders) - promises),
            (promises_line, promises),
            (points_line, kinds[Kind.POINTS]),
            (missed_line, len(self._missed)),
        )
        for words_for, count in counts:
            if count:
                self._add_line(words_for(count), self._on_today)

    def _add_line(self, words: str, opened: Callable[[], None]) -> None:
        opener = button(self.tr("Open"), Role.LINK)
        opener.setAccessibleName(self.tr("Open: {what}").format(what=words))
        opener.clicked.connect(opened)
        line = row(ElidedLabel(words, Role.STRONG), opener, spacing=SPACE_S)
        line.setStretch(0, 1)
        line.setContentsMargins(0, 0, 0, 0)
        holder = QWidget()
        holder.setLayout(line)
        self._lines.addWidget(holder)

    def _say_more(self, left: int) -> None:
        if left > 0:
            more = self.tr("and {count} more on the Today page").format(count=left)
            self._list.content.addWidget(label(more, Role.SECOND))

    def _group(self, reminder: Reminder) -> str:
        day = day_and_relative(reminder.on, self._today)
        if reminder.stage is Stage.PREPARE:
            return self.tr("To prepare: {day}").format(day=day)
        return day

    def _place(self) -> None:
        """Stand at the bottom right of the screen, as high as the reminders need."""
        content, whole = self._list.content, self.layout()
        assert whole is not None  # noqa: S101 - set in the beginning
        room = self.width() - 2 * SPACE_M
        has_words = content.hasHeightForWidth()
        wanted = content.totalHeightForWidth(room) if has_words else content.sizeHint().height()
        whole.activate()
        if self._list.isHidden():
            self.stand(whole.sizeHint().height())
        else:
            others = whole.sizeHint().height() - self._list.sizeHint().height()
            self.stand(wanted + others + SPACE_S)

    def _on_close(self) -> None:
        self._reminders = []
        self._missed = []
        self.hide()
        self.emptied.emit()

    def _on_today(self) -> None:
        self.today_wanted.emit()
        self._on_close()

    def _on_festival(self, reminder: Reminder) -> None:
        self.festival_wanted.emit(reminder.occasion.festival, reminder.on)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


def _day_of(reminder: Reminder) -> tuple[dt.date, bool]:
    return reminder.on, not reminder.occasion.big
