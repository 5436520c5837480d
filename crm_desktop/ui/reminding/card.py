"""The card of one reminder: who, what, when, the red line, and what she can do."""

import datetime as dt
from collections.abc import Collection
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.occasions import Occasion, Reminder, Stage
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.reminding.answers import Answers, Pause
from crm_desktop.ui.text.discretion import is_discreet
from crm_desktop.ui.text.occasions import (
    client_called,
    event,
    red_line,
    to_do,
    when,
    whose,
)
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button, primary, quiet
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.pill import Pill

_NARROW_MARGIN: Final = 12


class ReminderCard(QFrame):
    """One reminder with its actions; `narrow` stacks them below, as in the pop-up."""

    def __init__(
        self,
        reminder: Reminder,
        today: dt.date,
        answers: Answers,
        *,
        narrow: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.reminder = reminder
        self._today = today
        self._answers = answers
        self._narrow = narrow
        self._copied = ""
        self._is_discreet = is_discreet()
        self._deed = wrapped(to_do(reminder))
        set_role(self, Role.CARD_ALT if narrow else Role.CARD)
        self.setAccessibleName(f"{whose(reminder.occasion)}, {event(reminder.occasion)}")
        self.first_button = self._first_button()
        whole = QVBoxLayout(self)
        margin = _NARROW_MARGIN if narrow else SPACE_M
        whole.setContentsMargins(margin, margin, margin, margin)
        whole.setSpacing(SPACE_S)
        tone = Tone.ACCENT if reminder.occasion.big or narrow else Tone.PLAIN
        line = QHBoxLayout()
        line.setSpacing(SPACE_M)
        avatar = Avatar(client_called(reminder.occasion), tone=tone)
        line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(today), 1)
        whole.addLayout(line)
        if narrow:
            whole.addLayout(self._actions())
        else:
            line.addLayout(self._actions())

    def is_for(self, reminders: Collection[Reminder], today: dt.date) -> bool:
        """Tell whether the card says on `today` what a new one for one of `reminders` would."""
        is_as_made = self._today == today and self._is_discreet == is_discreet()
        return is_as_made and self.reminder in reminders

    def _words(self, today: dt.date) -> QVBoxLayout:
        occasion = self.reminder.occasion
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        name = ElidedLabel(whose(occasion), Role.STRONG)
        words.addLayout(row(name, *_marks(occasion), 1, spacing=SPACE_S))
        told = event(occasion)
        if not self._narrow:
            # The pop-up groups by day: the day stands over its cards already.
            told = self.tr("{event} · {when}").format(event=told, when=when(self.reminder, today))
        words.addWidget(ElidedLabel(told, Role.SECOND))
        words.addWidget(self._deed)
        for also in self.reminder.also:
            pattern = self.tr("The same child is in the file of {client} too.")
            words.addWidget(wrapped(pattern.format(client=client_called(also)), Role.SECOND))
        if warning := red_line(occasion):
            words.addWidget(wrapped(warning, Role.BAD))
        return words

    def _actions(self) -> QHBoxLayout:
        later: QPushButton | QToolButton
        if self._narrow:
            later = IconButton(Icon.CLOCK, self.tr("Later"))
            later.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        else:
            later = quiet(self.tr("Later"))
        later.setMenu(self._later_menu(later))
        file = IconButton(Icon.USER_ROUND, self.tr("Open her file"))
        file.clicked.connect(self._on_file)
        buttons: list[QWidget | int] = [self.first_button]
        if self.reminder.stage is Stage.DAY:
            done = button(self.tr("Done"), symbol=None if self._narrow else Icon.CHECK)
            done.clicked.connect(self._on_done)
            buttons.append(done)
        if self._narrow:
            buttons.append(1)
        return row(*buttons, later, file, spacing=SPACE_S)

    def _first_button(self) -> QPushButton:
        if self.reminder.stage is Stage.PREPARE:
            made = primary(self.tr("Ordered"), None if self._narrow else Icon.CHECK)
            made.clicked.connect(self._on_ordered)
        else:
            made = primary(self.tr("Copy greeting"), None if self._narrow else Icon.COPY)
            made.clicked.connect(self._on_copy)
        return made

    def _later_menu(self, parent: QWidget) -> QMenu:
        """Return the menu, filled when it is first opened: most never are."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(partial(self._fill_later, menu))
        return menu

    def _fill_later(self, menu: QMenu) -> None:
        if menu.actions():
            return
        pauses = {
            Pause.HOUR: self.tr("In an hour"),
            Pause.EVENING: self.tr("This evening"),
            Pause.TOMORROW: self.tr("Tomorrow morning"),
        }
        for pause, words in pauses.items():
            action = menu.addAction(icon(Icon.CLOCK, "text2"), words)
            action.triggered.connect(partial(self._answers.snooze, self.reminder, pause))
        menu.addSeparator()
        if self.reminder.stage is Stage.PREPARE:
            action = menu.addAction(icon(Icon.CHECK, "text2"), self.tr("Done without a gift"))
            action.triggered.connect(self._on_done)
        else:
            action = menu.addAction(icon(Icon.GIFT, "text2"), self.tr("Done with a gift…"))
            action.triggered.connect(self._on_given)
            action = menu.addAction(icon(Icon.MESSAGE, "text2"), self.tr("Other words…"))
            action.triggered.connect(self._on_other_words)
        action = menu.addAction(icon(Icon.FILE, "text2"), self.tr("Briefing about her"))
        action.triggered.connect(self._on_brief)
        action = menu.addAction(icon(Icon.BELL_OFF, "text2"), self.tr("Let it go this time"))
        action.triggered.connect(self._on_dismiss)

    def _on_ordered(self) -> None:
        self._answers.order(self.reminder, self.window())

    def _on_done(self) -> None:
        self._answers.finish(self.reminder, self.window())

    def _on_given(self) -> None:
        self._answers.give(self.reminder, self.window())

    def _on_dismiss(self) -> None:
        self._answers.dismiss(self.reminder)

    def _on_copy(self) -> None:
        if self._copied:
            self.first_button.setEnabled(False)
            self.first_button.setText(self.tr("Greeting sent"))
            self._answers.sent(self.reminder, self._copied)
        else:
            self._answers.copy_greeting(self.reminder, self, self._on_copied)

    def _on_copied(self, words: str) -> None:
        """Show what was copied, and let the next click say that it was sent."""
        self._copied = words
        told = self.tr("Copied: {words}").format(words=words)
        self.first_button.setText(self.tr("I have sent it"))
        self.first_button.setIcon(icon(Icon.MESSAGE, "on_accent"))
        self.first_button.setToolTip(told)
        if not self._narrow:
            self._deed.setText(told)

    def _on_other_words(self) -> None:
        self._answers.choose_greeting(self.reminder)

    def _on_brief(self) -> None:
        self._answers.brief(self.reminder)

    def _on_file(self) -> None:
        self._answers.open_client(self.reminder)


def _marks(occasion: Occasion) -> list[QWidget]:
    marks: list[QWidget] = []
    if occasion.tier is not None:
        marks.append(Pill(occasion.tier.value, Tone.ACCENT))
    if occasion.vip:
        marks.append(Pill("VIP", Tone.GOLD))
    return marks
