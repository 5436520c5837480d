"""The workbench page: one event, its steps at the left, what is needed for them at the right."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.occasions import Occasion, Stage
from crm_desktop.domain.records import Change
from crm_desktop.domain.workbench import Step, StepKind, StepState, current
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.festivals import silence_words
from crm_desktop.ui.text.occasions import client_called, event, red_line, whose
from crm_desktop.ui.text.workbench import hush
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL, SPACE_XS
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import ScrollColumn, column, row
from crm_desktop.ui.widgets.pill import Pill
from crm_desktop.ui.workbench.aside import Aside
from crm_desktop.ui.workbench.day_forms import CallForm, ConfirmForm, GreetForm, ReactionForm
from crm_desktop.ui.workbench.form import StepForm
from crm_desktop.ui.workbench.order_form import OrderForm
from crm_desktop.ui.workbench.step_row import StepRow

_GUTTER: Final = 18
_STEPS: Final = 4
_TABLES: Final = frozenset(
    {"reminder", "client", "client_date", "person", "gift", "contact", "supplier", "preference",
     "setting"}
)  # fmt: skip
_FORMS: Final[dict[StepKind, Callable[[Desk, Bench, Step], StepForm]]] = {
    StepKind.ORDER: OrderForm,
    StepKind.CONFIRM: ConfirmForm,
    StepKind.GREET: GreetForm,
    StepKind.CALL: CallForm,
    StepKind.REACTION: ReactionForm,
}


class WorkbenchPage(QWidget):
    """Shows the work for one event at a time; what comes next stands open."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: Occasion | None = None
        self._asked = 0
        self.bench: Bench | None = None
        self._copies = Copies(self)
        self.file_button = button(self.tr("Open her file"), None, Icon.USER_ROUND)
        self.brief_button = button(self.tr("Briefing"), None, Icon.FILE)
        self.band = Band("", Tone.BAD)
        self.quiet_band = Band("", Tone.WARN)
        self._avatar = Avatar("")
        self._name = ElidedLabel("", Role.PAGE_TITLE)
        self._facts = ElidedLabel("", Role.SECOND)
        self._pills = row(spacing=SPACE_XS + 2)
        self._said = label("", Role.OK)
        self.rows = [StepRow(n, is_last=n == _STEPS) for n in range(1, _STEPS + 1)]
        self._aside = QWidget()
        self._side = QVBoxLayout(self._aside)
        self._scroll = ScrollColumn(gutter=_GUTTER)
        self._build()
        self._connect()

    def show_event(self, occasion: Occasion) -> None:
        """Show the work for an event as it stands now."""
        if self._wanted is None or self._wanted.key(Stage.DAY) != occasion.key(Stage.DAY):
            self.bench = None
        self._wanted = occasion
        self._read()

    def arrive(self) -> None:
        """Bring the event up to date."""
        if self._wanted is not None:
            self._read()

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._desk.routes.back_wanted)
        names = QHBoxLayout()
        names.setSpacing(SPACE_S)
        names.addWidget(self._name)
        names.addLayout(self._pills)
        names.addStretch(1)
        words = column(spacing=2)
        words.addLayout(names)
        words.addWidget(self._facts)
        top = QHBoxLayout()
        top.setSpacing(SPACE_M)
        top.setContentsMargins(0, 0, _GUTTER, 0)
        top.addWidget(back, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addWidget(self._avatar, 0, Qt.AlignmentFlag.AlignVCenter)
        top.addLayout(words, 1)
        top.addLayout(row(self._said, self.brief_button, self.file_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL - _GUTTER, SPACE_M)
        whole.setSpacing(SPACE_M)
        whole.addLayout(top)
        whole.addWidget(self._scroll, 1)
        self._scroll.content.addWidget(self.band)
        self._scroll.content.addWidget(self.quiet_band)
        self._scroll.content.addWidget(self._columns())
        self.band.hide()
        self.quiet_band.hide()
        self._scroll.hide()

    def _columns(self) -> QWidget:
        steps = Card()
        steps.body.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        for each in self.rows:
            steps.body.addWidget(each)
        steps.body.setSpacing(0)
        self._side.setContentsMargins(0, 0, 0, 0)
        for widget in (steps, self._aside):
            widget.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        halves = QWidget()
        line = QHBoxLayout(halves)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(SPACE_M)
        line.addWidget(steps, 5, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self._aside, 3, Qt.AlignmentFlag.AlignTop)
        return halves

    def _connect(self) -> None:
        self.file_button.clicked.connect(self._on_file)
        self.brief_button.clicked.connect(self._on_brief)
        for place, each in enumerate(self.rows):
            each.toggled.connect(partial(self._on_toggled, place))
            each.taken_up.connect(partial(self._on_taken_up, place))
        self._desk.edits.changed.connect(self._on_changed)
        for key in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._on_do)

    def _read(self) -> None:
        assert self._wanted is not None  # noqa: S101 - asked for before
        self._asked += 1
        on, language = today(self._desk.clock), self._desk.look.speaks.value
        work = partial(self._desk.book.workbench.look, self._wanted, on, language)
        done = partial(self._on_read, self._asked)
        self._desk.jobs.run(self, work, done, failed=self._on_gone)

    def _on_read(self, asked: int, bench: Bench) -> None:
        if asked != self._asked:
            return
        before, self.bench = self.bench, bench
        self._show_head(bench)
        self._show_aside(bench)
        if before is None or (before.steps, before.gift) != (bench.steps, bench.gift):
            self._show_steps(bench)
        else:
            self._tell_forms(bench)
        self._scroll.show()

    def _show_head(self, bench: Bench) -> None:
        occasion = bench.occasion
        tone = Tone.GOLD if occasion.vip else Tone.ACCENT if occasion.big else Tone.PLAIN
        self._avatar.show_person(client_called(occasion), tone)
        self._name.setText(whose(occasion))
        on = day_and_relative(occasion.on, today(self._desk.clock))
        self._facts.setText(f"{event(occasion)} · {on}")
        self._said.setText("")
        while (item := self._pills.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if occasion.tier is not None:
            self._pills.addWidget(Pill(choice(occasion.tier), Tone.ACCENT))
        if occasion.vip:
            self._pills.addWidget(Pill("VIP", Tone.GOLD))
        quiet = hush(bench) or (silence_words(bench.silence) if bench.silence else "")
        for band, words in ((self.band, red_line(occasion)), (self.quiet_band, quiet)):
            band.say(words)
            band.setVisible(bool(words))

    def _show_aside(self, bench: Bench) -> None:
        while (item := self._side.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        aside = Aside(bench, today(self._desk.clock))
        aside.copied.connect(self._on_copied)
        self._side.addWidget(aside)

    def _show_steps(self, bench: Bench) -> None:
        on = today(self._desk.clock)
        following = current(bench.steps, on)
        for each, step in zip(self.rows, bench.steps, strict=True):
            each.say(step, bench, on, is_current=step is following)
            each.hold(self._form(bench, step))
            if step is following:
                each.open(is_open=True)
                if self.isVisible() and each.form is not None:
                    each.form.setFocus()

    def _form(self, bench: Bench, step: Step) -> StepForm | None:
        """Return the form of a step; what is ordered and still on its way can be changed."""
        is_on_its_way = step.kind is StepKind.ORDER and bench.steps[-1].state is not StepState.DONE
        can_edit = step.state is StepState.DONE and is_on_its_way and bench.gift is not None
        if not (step.is_to_do or can_edit):
            return None
        form = _FORMS[step.kind](self._desk, bench, step)
        form.wanted.connect(self._on_wanted)
        form.copied.connect(self._on_copied)
        return form

    def _tell_forms(self, bench: Bench) -> None:
        """Let what she is typing stand; only what it is judged by is new."""
        for each in self.rows:
            if each.form is not None:
                each.form.bench = bench
                each.form.told()

    def _on_toggled(self, place: int) -> None:
        opens = not self.rows[place].is_open
        for number, each in enumerate(self.rows):
            each.open(is_open=opens and number == place)
        form = self.rows[place].form
        if opens and form is not None:
            form.setFocus()

    def _on_do(self) -> None:
        for each in self.rows:
            if each.is_open and each.form is not None:
                each.form.do()

    def _on_taken_up(self, place: int) -> None:
        if self.bench is not None:
            step = self.bench.reminder(self.bench.steps[place].stage)
            now = self._desk.clock.now()
            self._on_wanted(partial(self._desk.book.workbench.take_up, step, now))

    def _on_wanted(self, deed: Callable[[], Change]) -> None:
        self._desk.jobs.run(self, deed, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_copied(self, words: str) -> None:
        self._copies.copy(words)
        self._said.setText(self.tr("Copied; cleared in 30 seconds"))

    def _on_gone(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self._wanted = None
            self._desk.routes.back_wanted.emit()
        else:
            self._desk.jobs.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        if self._wanted is not None and self.isVisible() and change.tables & _TABLES:
            self._read()

    def _on_file(self) -> None:
        if self._wanted is not None:
            self._desk.routes.client_wanted.emit(self._wanted.client_id)

    def _on_brief(self) -> None:
        if self._wanted is not None:
            self._desk.routes.briefing_wanted.emit(self._wanted.client_id)
