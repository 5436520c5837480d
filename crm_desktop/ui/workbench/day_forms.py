"""The forms of the later steps: confirm, greet, call, note how it was received."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.greetings import greeting_for
from crm_desktop.domain.merge_text import LONGEST
from crm_desktop.domain.records import Change
from crm_desktop.domain.workbench import Step
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.briefing_words import names
from crm_desktop.ui.text.workbench import greetings, hush, must_not_say, script
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.workbench.form import StepForm, named

_LINES: Final = 5
_DAY_WIDTH: Final = 180


class ConfirmForm(StepForm):
    """One question to the supplier, one click."""

    def __init__(self, desk: Desk, bench: Bench, step: Step) -> None:
        done = primary("", Icon.CHECK)
        super().__init__(desk, bench, step, done)
        gift = bench.gift
        supplier = None if gift is None else bench.supplier(gift.supplier_id)
        if supplier is None:
            done.setText(self.tr("The delivery is confirmed"))
        else:
            pattern = self.tr("{supplier} has confirmed")
            done.setText(pattern.format(supplier=supplier.name[:20]))
        ask = self.tr("Ask whether it comes as ordered, and when.")
        if gift is not None and gift.notes:
            ask = self.tr("Ask whether it comes as ordered: {notes}").format(notes=gift.notes)
        self.body.addWidget(wrapped(ask, Role.SECOND))
        self.add_buttons()
        self.setFocusProxy(done)

    @override
    def deed(self) -> Callable[[], Change]:
        workbench, step = self.desk.book.workbench, self.bench.reminder(self.step.stage)
        return partial(workbench.confirm, step, self.desk.clock.now())


class GreetForm(StepForm):
    """Words to flip through, copied for WeChat, then noted as sent."""

    def __init__(self, desk: Desk, bench: Bench, step: Step) -> None:
        super().__init__(desk, bench, step, primary(self.tr("I have sent it"), Icon.CHECK))
        self._texts = greetings(bench)
        self._number = 0
        self.words = QPlainTextEdit(self._texts[0] if self._texts else "")
        self.words.setTabChangesFocus(True)
        self.words.setFixedHeight(self.words.fontMetrics().lineSpacing() * _LINES + 2 * SPACE_S)
        self.words.setPlaceholderText(self.tr("Your own words"))
        self.next_button = IconButton(Icon.REFRESH, self.tr("Other words"))
        self.copy_button = button(self.tr("Copy for WeChat"), None, Icon.COPY)
        self.warning = Band("", Tone.BAD)
        self.body.addWidget(self.warning)
        self.add_field(self.tr("Words for her"), self.words, self.next_button)
        self.next_button.setVisible(len(self._texts) > 1)
        self.add_buttons(self.copy_button)
        self.next_button.clicked.connect(self._on_next)
        self.copy_button.clicked.connect(self._on_copy)
        self.words.textChanged.connect(self._on_words)
        self.setFocusProxy(self.copy_button)
        self._on_words()

    @override
    def deed(self) -> Callable[[], Change]:
        return partial(
            self.desk.book.workbench.greet,
            self.bench.reminder(self.step.stage),
            greeting_for(self.bench.occasion),
            self.words.toPlainText().strip(),
            self.tr("WeChat"),
            self.desk.clock.now(),
        )

    def _on_next(self) -> None:
        self._number = (self._number + 1) % len(self._texts)
        self.words.setPlainText(self._texts[self._number])

    def _on_copy(self) -> None:
        self.copied.emit(self.words.toPlainText().strip())
        self.copy_button.setText(self.tr("Copied"))
        self.done_button.setFocus()

    def _on_words(self) -> None:
        text = self.words.toPlainText().strip()
        fits = 0 < len(text) <= LONGEST
        self.done_button.setEnabled(fits)
        self.copy_button.setEnabled(fits)
        self.copy_button.setText(self.tr("Copy for WeChat"))
        told = hush(self.bench) or self._told(text)
        self.warning.say(told)
        self.warning.setVisible(bool(told))

    def _told(self, text: str) -> str:
        ground, ignorant = self.bench.ground, self.bench.occasion.unaware
        word = card_tells(text, ground.folder, ground.settings)
        if not ignorant or not word:
            return ""
        pattern = self.tr('{names} must not know, and "{word}" gives it away. Take it out.')
        return pattern.format(names=names(ignorant), word=word)


class CallForm(StepForm):
    """What to say and what not, then what came of it and when to talk next."""

    def __init__(self, desk: Desk, bench: Bench, step: Step) -> None:
        super().__init__(desk, bench, step, primary(self.tr("I have called her"), Icon.PHONE_CALL))
        on = today(desk.clock)
        for line in must_not_say(bench):
            self.body.addWidget(Band(line, Tone.BAD))
        said = Card()
        set_mark(said, "role", Role.CARD_ALT)
        said.body.addWidget(label(self.tr("To say"), Role.FIELD_LABEL))
        for line in script(bench, on):
            said.body.addWidget(wrapped(line))
        self.body.addWidget(said)
        self.outcome = QLineEdit()
        self.outcome.setPlaceholderText(self.tr("She was glad; the cake comes at six"))
        self.next_on = DayField(self.tr("Talk again on"), None, on)
        set_mark(self.next_on, "role", "")
        self.next_on.setFixedWidth(scaled(_DAY_WIDTH))
        below = QHBoxLayout()
        below.setSpacing(SPACE_S)
        below.addLayout(named(self.tr("What came of it"), self.outcome), 1)
        below.addLayout(named(self.tr("Talk again on"), self.next_on))
        self.body.addLayout(below)
        self.add_buttons()
        self.outcome.returnPressed.connect(self.do)
        self.setFocusProxy(self.outcome)

    @override
    def deed(self) -> Callable[[], Change]:
        self.next_on.commit()
        return partial(
            self.desk.book.workbench.call,
            self.bench.reminder(self.step.stage),
            self.tr("Phone"),
            self.desk.clock.now(),
            outcome=self.outcome.text().strip(),
            next_on=self.next_on.value(),
        )


class ReactionForm(StepForm):
    """One line: how it was received."""

    def __init__(self, desk: Desk, bench: Bench, step: Step) -> None:
        super().__init__(desk, bench, step, primary(self.tr("Note it"), Icon.CHECK))
        self.reaction = QLineEdit()
        self.reaction.setPlaceholderText(self.tr("She sent a picture of it at once"))
        self.add_field(self.tr("How it was received"), self.reaction)
        self.add_buttons()
        self.done_button.setEnabled(False)
        self.reaction.textChanged.connect(self._on_typed)
        self.reaction.returnPressed.connect(self.do)
        self.setFocusProxy(self.reaction)

    @override
    def deed(self) -> Callable[[], Change]:
        workbench, step = self.desk.book.workbench, self.bench.reminder(self.step.stage)
        words = self.reaction.text().strip()
        return partial(workbench.react, step, words, self.desk.clock.now())

    def _on_typed(self, words: str) -> None:
        self.done_button.setEnabled(bool(words.strip()))
