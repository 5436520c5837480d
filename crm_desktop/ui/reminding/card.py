"""The card of one reminder: who, what, when, the red line, and what she can do."""

import datetime as dt
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.domain.occasions import Kind, Occasion, Reminder, Stage
from crm_desktop.domain.records import Relation
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.reminding.answers import Answers
from crm_desktop.ui.reminding.deeds import SYMBOLS, Deed, deeds, has_workbench, is_of_people
from crm_desktop.ui.reminding.later import offer_pauses
from crm_desktop.ui.text.cards import card_deed, card_line, card_title
from crm_desktop.ui.text.discretion import is_discreet
from crm_desktop.ui.text.occasions import client_called, red_line
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button, quiet
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.pill import Pill

_NARROW_MARGIN: Final = 12
_REACTION_WIDTH: Final = 220


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
        self._reaction: QLineEdit | None = None
        self._is_discreet = is_discreet()
        self._deed = wrapped(card_deed(reminder, today))
        self._buttons = self._made()
        set_role(self, Role.CARD_ALT if narrow else Role.CARD)
        line_of_it = card_line(reminder, today, with_day=False)
        self.setAccessibleName(f"{card_title(reminder.occasion)}, {line_of_it}")
        whole = QVBoxLayout(self)
        margin = _NARROW_MARGIN if narrow else SPACE_M
        whole.setContentsMargins(margin, margin, margin, margin)
        whole.setSpacing(SPACE_S)
        tone = Tone.ACCENT if reminder.occasion.big or narrow else Tone.PLAIN
        line = QHBoxLayout()
        line.setSpacing(SPACE_M)
        avatar = Avatar(card_title(reminder.occasion), tone=tone)
        line.addWidget(avatar, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(self._words(today), 1)
        whole.addLayout(line)
        if narrow:
            whole.addLayout(self._actions())
        else:
            line.addLayout(self._actions())

    @property
    def first_button(self) -> QPushButton:
        """The one that stands out."""
        return next(iter(self._buttons.values()))

    @property
    def copy_button(self) -> QPushButton | None:
        """The one that copies the greeting, None where the card has none."""
        return self._buttons.get(Deed.COPY)

    def is_for(self, reminders: Collection[Reminder], today: dt.date) -> bool:
        """Tell whether the card says on `today` what a new one for one of `reminders` would."""
        is_as_made = self._today == today and self._is_discreet == is_discreet()
        return is_as_made and self.reminder in reminders

    def _words(self, today: dt.date) -> QVBoxLayout:
        occasion = self.reminder.occasion
        words = QVBoxLayout()
        words.setSpacing(SPACE_XS)
        name = ElidedLabel(card_title(occasion), Role.STRONG)
        words.addLayout(row(name, *_marks(occasion), 1, spacing=SPACE_S))
        # The pop-up groups by day: the day stands over its cards already.
        told = card_line(self.reminder, today, with_day=not self._narrow)
        words.addWidget(ElidedLabel(told, Role.SECOND))
        words.addWidget(self._deed)
        for also in self.reminder.also:
            words.addWidget(wrapped(self._also(also), Role.SECOND))
        if warning := red_line(occasion):
            words.addWidget(wrapped(warning, Role.BAD))
        return words

    def _also(self, also: Occasion) -> str:
        """Return in whose file the same person stands too."""
        of_whom = {one.person_relation for one in (self.reminder.occasion, also)}
        child = self.tr("The same child is in the file of {client} too.")
        anybody = self.tr("The same person is in the file of {client} too.")
        pattern = child if of_whom == {Relation.CHILD} else anybody
        return pattern.format(client=client_called(also))

    def _actions(self) -> QHBoxLayout:
        later: QPushButton | QToolButton
        if self._narrow:
            later = IconButton(Icon.CLOCK, self.tr("Later"))
            later.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        else:
            later = quiet(self.tr("Later"))
        later.setMenu(self._later_menu(later))
        buttons: list[QWidget | int] = list(self._buttons.values())
        if self._narrow:
            buttons.append(1)
        elif self._reaction is not None:
            buttons.insert(0, self._reaction)
        buttons.append(later)
        return row(*buttons, *self._ways(), spacing=SPACE_S)

    def _ways(self) -> list[QWidget]:
        """Return the buttons that lead elsewhere; the narrow card of a day has no room for all."""
        ways: list[QWidget] = []
        is_tight = self._narrow and self.reminder.stage is Stage.DAY
        if has_workbench(self.reminder) and not is_tight:
            bench = IconButton(Icon.CHECK_LIST, self.tr("Open the workbench"))
            bench.clicked.connect(self._on_workbench)
            ways.append(bench)
        if self.reminder.occasion.client_id:
            file = IconButton(Icon.USER_ROUND, self.tr("Open her file"))
            file.clicked.connect(self._on_file)
            ways.append(file)
        return ways

    def _made(self) -> dict[Deed, QPushButton]:
        """Return the buttons by what they do; the first stands out."""
        made: dict[Deed, QPushButton] = {}
        words, acts = self._labels(), self._acts()
        for deed in deeds(self.reminder, narrow=self._narrow):
            symbol = None if self._narrow else SYMBOLS[deed]
            button_of = button(words[deed], None if made else Role.PRIMARY, symbol)
            button_of.clicked.connect(acts[deed])
            made[deed] = button_of
        if Deed.REACT in made and not self._narrow:
            self._reaction = QLineEdit()
            self._reaction.setAccessibleName(self.tr("How it was received"))
            self._reaction.setPlaceholderText(self.tr("How it was received"))
            self._reaction.setMinimumWidth(scaled(_REACTION_WIDTH))
            self._reaction.returnPressed.connect(self._on_react)
        return made

    def _labels(self) -> dict[Deed, str]:
        is_points = self.reminder.occasion.kind is Kind.POINTS
        return {
            Deed.ORDERED: self.tr("Ordered"),
            Deed.CONFIRMED: self.tr("Shop confirmed"),
            Deed.CALLED: self.tr("Called her…"),
            Deed.COPY: self.tr("Copy greeting"),
            Deed.DONE: self.tr("I have told her") if is_points else self.tr("Done"),
            Deed.REACT: self.tr("Note it…") if self._narrow else self.tr("Note it"),
            Deed.TALKED: self.tr("Talked to her…"),
            Deed.KEPT: self.tr("Kept"),
            Deed.LIST: self.tr("Open the list"),
        }

    def _acts(self) -> dict[Deed, Callable[[], None]]:
        return {
            Deed.ORDERED: self._on_ordered,
            Deed.CONFIRMED: self._on_confirmed,
            Deed.CALLED: self._on_called,
            Deed.COPY: self._on_copy,
            Deed.DONE: self._on_done,
            Deed.REACT: self._on_react,
            Deed.TALKED: self._on_talked,
            Deed.KEPT: self._on_kept,
            Deed.LIST: self._on_list,
        }

    def _later_menu(self, parent: QWidget) -> QMenu:
        """Return the menu, filled when it is first opened: most never are."""
        menu = QMenu(parent)
        menu.aboutToShow.connect(partial(self._fill_later, menu))
        return menu

    def _fill_later(self, menu: QMenu) -> None:
        if menu.actions():
            return
        offer_pauses(menu, self.reminder, self._answers)
        action = menu.addAction(icon(Icon.CALENDAR, "text2"), self.tr("A date…"))
        action.triggered.connect(partial(self._on_date, menu))
        menu.addSeparator()
        for symbol, words, act in self._others():
            menu.addAction(icon(symbol, "text2"), words).triggered.connect(act)

    def _others(self) -> Iterator[tuple[Icon, str, Callable[[], None]]]:
        """Yield what else can be done: an icon, the words, the deed."""
        of_people, stage = is_of_people(self.reminder), self.reminder.stage
        if stage is Stage.PREPARE:
            yield Icon.CHECK, self.tr("Done without a gift"), self._on_done
        elif of_people and stage is Stage.DAY:
            if Deed.COPY not in self._buttons:
                yield Icon.COPY, self.tr("Copy greeting"), self._on_copy_only
            yield Icon.GIFT, self.tr("Done with a gift…"), self._on_given
            yield Icon.MESSAGE, self.tr("Other words…"), self._on_other_words
        if has_workbench(self.reminder):
            yield Icon.CHECK_LIST, self.tr("Open the workbench"), self._on_workbench
        if self.reminder.occasion.client_id:
            yield Icon.FILE, self.tr("Briefing about her"), self._on_brief
        yield Icon.BELL_OFF, self.tr("Let it go this time"), self._on_dismiss

    def _on_ordered(self) -> None:
        self._answers.order(self.reminder, self.window())

    def _on_done(self) -> None:
        self._answers.finish(self.reminder, self.window())

    def _on_given(self) -> None:
        self._answers.give(self.reminder, self.window())

    def _on_dismiss(self) -> None:
        self._answers.dismiss(self.reminder)

    def _on_confirmed(self) -> None:
        self._answers.confirm(self.reminder)

    def _on_called(self) -> None:
        self._answers.called(self.reminder, self.window())

    def _on_talked(self) -> None:
        self._answers.talked(self.reminder, self.window())

    def _on_kept(self) -> None:
        self._answers.kept(self.reminder)

    def _on_list(self) -> None:
        self._answers.open_list(self.reminder)

    def _on_workbench(self) -> None:
        self._answers.open_workbench(self.reminder)

    def _on_date(self, menu: QMenu) -> None:
        self._answers.pick_a_day(self.reminder, menu.parentWidget() or self)

    def _on_react(self) -> None:
        """Note what was typed; in the pop-up nothing can be, so the workbench asks."""
        if self._reaction is None:
            self._answers.open_workbench(self.reminder)
        elif words := self._reaction.text().strip():
            self._answers.react(self.reminder, words)
        else:
            self._reaction.setFocus()

    def _on_copy(self) -> None:
        copies = self._buttons[Deed.COPY]
        if self._copied:
            copies.setEnabled(False)
            copies.setText(self.tr("Greeting sent"))
            self._answers.sent(self.reminder, self._copied)
        else:
            self._answers.copy_greeting(self.reminder, self, self._on_copied)

    def _on_copy_only(self) -> None:
        self._answers.copy_greeting(self.reminder, self, self._on_copied)

    def _on_copied(self, words: str) -> None:
        """Show what was copied, and let the next click say that it was sent."""
        told = self.tr("Copied: {words}").format(words=words)
        copies = self.copy_button
        if copies is not None:
            self._copied = words
            copies.setText(self.tr("I have sent it"))
            shade = "on_accent" if copies is self.first_button else "text2"
            copies.setIcon(icon(Icon.MESSAGE, shade))
            copies.setToolTip(told)
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
