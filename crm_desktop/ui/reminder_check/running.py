"""RunningCard: whether the app could tell what is due: clock, look, pop-up, start at login."""

import datetime as dt
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from crm_desktop.domain.book_check import BookCheck
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.text.reminder_check import clock_words, moment_words
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import row

_SYMBOL: Final = 18
_LOWER: Final = 2
_STALE: Final = dt.timedelta(days=2)


class RunningCard(Card):
    """A sentence for each, with a tick or a warning; and the trial that proves the last step.

    Signals:
        trial_wanted: the pop-up is to be tried.
    """

    trial_wanted = Signal()

    def __init__(
        self,
        check: BookCheck,
        now: dt.datetime,
        *,
        starts_itself: bool | None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self._titled(), parent=parent)
        self.trial_button = button(self.tr("Try the pop-up"), None, Icon.BELL)
        self.trial_button.clicked.connect(self.trial_wanted)
        self._clock(check, now)
        self._look(check, now)
        self._pop_up(check, now)
        if starts_itself is not None:
            self._start(starts_itself=starts_itself)
        self.body.addStretch(1)
        self.body.addLayout(row(self.trial_button, 1))

    def _titled(self) -> str:
        return self.tr("Can it tell you?")

    def _clock(self, check: BookCheck, now: dt.datetime) -> None:
        if check.trouble is not None:
            self._say(clock_words(check.trouble, now), is_well=False)
            return
        told = self.tr("The clock is plausible: {now}")
        self._say(told.format(now=moment_words(now, now)), is_well=True)

    def _look(self, check: BookCheck, now: dt.datetime) -> None:
        told = self.tr("Last looked for reminders: {at}").format(
            at=moment_words(check.last_look, now)
        )
        is_fresh = check.last_look is not None and now - check.last_look < _STALE
        self._say(told, is_well=is_fresh)

    def _pop_up(self, check: BookCheck, now: dt.datetime) -> None:
        told = self.tr("Pop-up last on the screen: {at}").format(
            at=moment_words(check.last_pop_up, now)
        )
        self._say(told, is_well=check.last_pop_up is not None)

    def _start(self, *, starts_itself: bool) -> None:
        on, off = self.tr("Starts when you log in"), self.tr("Does not start when you log in")
        self._say(on if starts_itself else off, is_well=starts_itself)

    def _say(self, text: str, *, is_well: bool) -> None:
        symbol, shade = (Icon.DONE, "ok") if is_well else (Icon.WARNING, "warn")
        picture = QLabel()
        picture.setPixmap(icon(symbol, shade).pixmap(_SYMBOL))
        picture.setContentsMargins(0, _LOWER, 0, 0)
        line = row(spacing=SPACE_S)
        line.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(wrapped(text, None if is_well else Role.STRONG), 1)
        self.body.addLayout(line)
