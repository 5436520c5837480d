"""The page of a festival: the list, its progress, the words, and ticking off."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.records import Change, FestivalOutcome
from crm_desktop.services.festival_gifts import FestivalGift
from crm_desktop.services.festivals import FestivalLine, FestivalList, FestivalTick
from crm_desktop.services.greetings import GreetingSheet
from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.festival.filters import Filters
from crm_desktop.ui.festival.gift_dialog import FestivalGiftDialog
from crm_desktop.ui.festival.model import FestivalModel, Shown
from crm_desktop.ui.festival.view import FestivalView
from crm_desktop.ui.festival.words import Offer, offer, sheet_for
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.days import day_and_relative
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.festivals import audience_words, name_of, silence_words
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, page_margins, row

_TABLES: Final = frozenset(
    {"festival_mark", "client", "person", "client_date", "setting", "contact"}
)
_BAR_WIDTH: Final = 180
_MANY: Final = 50


class FestivalPage(QWidget):
    """Shows one festival at a time; everything she does goes for all rows that are picked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted: tuple[str, dt.date] | None = None
        self._offer: Offer | None = None
        self._copied: tuple[int, str] | None = None
        self._number = 0
        self._gift: FestivalGift | None = None
        self.sheet: FestivalList | None = None
        self._copies = Copies(self)
        self.model = FestivalModel(self)
        self.view = FestivalView(self.model)
        self.filters = Filters()
        self.heading = PageHeading("")
        self.band = Band("", Tone.WARN)
        self.progress = QProgressBar()
        self.counted = label("", Role.SECOND)
        self.words = wrapped("", Role.SECOND)
        self.whom = ElidedLabel("", Role.STRONG)
        self.copy_button = primary(self.tr("Copy a greeting"), Icon.COPY)
        self.tick_button = button(self.tr("Greeted"), None, Icon.CHECK)
        self.gift_button = button(self.tr("Given a gift…"), None, Icon.GIFT)
        self.skip_button = button(self.tr("Leave out"), Role.QUIET)
        self.file_button = button(self.tr("Open her file"), Role.QUIET)
        self._stack = QStackedWidget()
        self._nobody = EmptyState(
            Icon.USERS,
            self.tr("Nobody in the book is meant by this festival"),
            self.tr("Children, birthdays and occupations in the files decide who is."),
        )
        self._through = EmptyState(
            Icon.PARTY,
            self.tr("Everybody has been thought of"),
            self.tr("Under Done you see what was done, and can take a tick back."),
        )
        self._filtered = EmptyState(
            Icon.FILTER,
            self.tr("Nobody here by these filters"),
            self.tr("Choose All, or every tier."),
        )
        self._build()
        self._connect()

    def show_festival(self, code: str, on: dt.date) -> None:
        """Show the list of a festival on a day, those first who are still to be greeted."""
        if self._wanted != (code, on):
            self.sheet, self._copied, self._gift = None, None, None
            self.filters.reset()
        self._wanted = code, on
        self._read()

    def arrive(self) -> None:
        """Bring the list up to date."""
        self._read()

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._desk.routes.back_wanted)
        whole = QVBoxLayout(self)
        page_margins(whole)
        top = row(back, spacing=SPACE_M)
        top.addWidget(self.heading, 1)
        top.addLayout(row(self.counted, self.progress))
        whole.addLayout(top)
        whole.addWidget(self.band)
        self.band.hide()
        self.progress.setFixedWidth(_BAR_WIDTH)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress"))
        self._stack.addWidget(self.view)
        for empty in (self._nobody, self._through, self._filtered):
            self._stack.addWidget(empty)
        card = Card()
        card.body.setContentsMargins(1, SPACE_S, 1, 1)
        card.body.setSpacing(0)
        lines = QHBoxLayout()
        lines.setContentsMargins(SPACE_M, 0, SPACE_M, SPACE_S)
        lines.addWidget(self.filters)
        card.body.addLayout(lines)
        card.body.addWidget(hairline())
        card.body.addWidget(self._stack, 1)
        self._said = self._words_card()
        whole.addWidget(self._said)
        whole.addWidget(card, 1)
        self.setFocusProxy(self.view)

    def _words_card(self) -> QWidget:
        """Return what is said to whom, and what can be done."""
        card = Card()
        keys = (
            (self.copy_button, self.tr("Copies words for her; once more for other words (Enter)")),
            (self.tick_button, self.tr("Ticks her off, or takes the tick back (Space)")),
            (self.gift_button, self.tr("Ticks her off with a gift (G)")),
            (self.skip_button, self.tr("Leaves her out this time (S)")),
            (self.file_button, self.tr("Opens her file (O)")),
        )
        for made, tip in keys:
            made.setToolTip(tip)
        buttons = row(self.copy_button, self.tick_button, self.gift_button, self.skip_button)
        buttons.addWidget(self.file_button)
        line = row(self.whom)
        line.setStretchFactor(self.whom, 1)
        line.addLayout(buttons)
        card.body.addLayout(line)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.words)
        return card

    def _connect(self) -> None:
        view = self.view
        for asks, act in (
            ((self.copy_button.clicked, view.copy_wanted), self._on_copy),
            ((self.tick_button.clicked, view.tick_wanted), self._on_tick),
            ((self.gift_button.clicked, view.gift_wanted), self._on_gift),
            ((self.skip_button.clicked, view.skip_wanted), self._on_skip),
            ((self.file_button.clicked, view.file_wanted), self._on_file),
        ):
            for each in asks:
                each.connect(act)
        view.selectionModel().selectionChanged.connect(self._on_picked)
        self.filters.changed.connect(self._on_filter)
        self._desk.edits.changed.connect(self._on_changed)

    def _read(self) -> None:
        if self._wanted is not None:
            work = partial(self._desk.book.festivals.sheet, *self._wanted)
            self._desk.jobs.run(self, work, self._on_read, failed=self._on_gone)

    def _on_read(self, sheet: FestivalList) -> None:
        if self._wanted != (sheet.festival.code, sheet.on):
            return
        self.sheet = sheet
        left = self.view.currentIndex().row()
        self.heading.say(
            f"{name_of(sheet.festival)} · {day_and_relative(sheet.on, today(self._desk.clock))}",
            self.tr("For {whom}. Big clients stand first.").format(
                whom=audience_words(sheet.festival.audience)
            ),
        )
        self.band.setVisible(sheet.silence is not None)
        if sheet.silence is not None:
            self.band.say(silence_words(sheet.silence))
        self.progress.setRange(0, max(len(sheet.lines), 1))
        self.progress.setValue(sheet.done)
        done = self.tr("{done} of {count} done")
        self.counted.setText(done.format(done=sheet.done, count=len(sheet.lines)))
        self.filters.count(sheet.left, sheet.done)
        self.model.fill(sheet.lines)
        self.view.stand_on(left)
        self._show_emptiness()
        self._on_picked()

    def _show_emptiness(self) -> None:
        """Say why nobody is shown, where nobody is."""
        if self.model.lines or self.sheet is None:
            self._stack.setCurrentWidget(self.view)
        elif not self.sheet.lines:
            self._stack.setCurrentWidget(self._nobody)
        elif self.sheet.left == 0 and self.filters.shown is Shown.LEFT:
            self._stack.setCurrentWidget(self._through)
        else:
            self._stack.setCurrentWidget(self._filtered)
        self._said.setVisible(self._stack.currentWidget() is self.view)

    def _on_filter(self) -> None:
        self.model.show_only(self.filters.shown, self.filters.group)
        self.view.stand_on(0)
        self._show_emptiness()
        self._on_picked()

    def _on_picked(self) -> None:
        """Say for whom the buttons stand."""
        picked = self.view.picked
        for made in (self.tick_button, self.gift_button, self.skip_button):
            made.setEnabled(bool(picked))
        self.copy_button.setEnabled(len(picked) == 1)
        self.file_button.setEnabled(len(picked) == 1)
        done = bool(picked) and all(line.outcome is not None for line in picked)
        self.tick_button.setText(self.tr("Take the tick back") if done else self.tr("Greeted"))
        one = picked[0] if len(picked) == 1 else None
        many = self.tr("{count} clients picked").format(count=len(picked)) if picked else ""
        self.whom.setText(discreet_name(one.called) if one else many)
        if one is None or self._copied is None or self._copied[0] != one.client_id:
            self.words.setText(
                self.tr("Enter copies a greeting with her name, Space ticks her off.")
            )

    def _on_copy(self) -> None:
        line, clock = self.view.current, self._desk.clock
        if line is None or len(self.view.picked) > 1:
            return
        if self._offer is not None and self._offer.client_id == line.client_id:
            self._number += 1
            self._copy(self._offer)
            return
        language = self._desk.look.speaks.value
        work = partial(sheet_for, self._desk.book, line.client_id, today(clock), language)
        self._desk.jobs.run(self, work, self._on_words)

    def _on_words(self, sheet: GreetingSheet) -> None:
        if self.sheet is None:
            return
        self._number = 0
        self._offer = offer(sheet, self.sheet.festival, self.sheet.on)
        self._copy(self._offer)

    def _copy(self, found: Offer) -> None:
        if found.why_not or not found.texts:
            self.words.setText(found.why_not or self.tr("No ready words fit her: write your own."))
            return
        text = found.texts[self._number % len(found.texts)]
        self._copies.copy(text)
        self._copied = found.client_id, text
        self.words.setText(self.tr("Copied: {words}").format(words=text))

    def _on_tick(self) -> None:
        picked = self.view.picked
        if picked and all(line.outcome is not None for line in picked):
            ids = [line.client_id for line in picked]
            self._write(partial(self._desk.book.festivals.unmark, *self._place(), ids))
        else:
            self._mark(FestivalOutcome.GREETED)

    def _on_gift(self) -> None:
        """Ask what it was; the next time the same stands there already."""
        wanted = self._open_ones(FestivalOutcome.GIFT)
        if not wanted or self.sheet is None:
            return
        called = name_of(self.sheet.festival)
        dialog = FestivalGiftDialog(
            self._desk, called, self.sheet.on, wanted, last=self._gift, parent=self.window()
        )
        dialog.told.connect(self._on_given)
        dialog.open()

    def _on_given(self, gift: FestivalGift, lines: list[FestivalLine]) -> None:
        self._gift = gift
        self._tick(FestivalOutcome.GIFT, lines, gift)

    def _on_skip(self) -> None:
        self._mark(FestivalOutcome.SKIPPED)

    def _mark(self, outcome: FestivalOutcome) -> None:
        if wanted := self._open_ones(outcome):
            self._tick(outcome, wanted)

    def _open_ones(self, outcome: FestivalOutcome) -> list[FestivalLine]:
        """Return who of the picked is ticked off by this.

        Among many, what was said of one before stays; alone, what is said now counts.
        """
        picked = self.view.picked
        open_ones = [line for line in picked if line.outcome is None]
        return open_ones or [line for line in picked if line.outcome is not outcome]

    def _tick(
        self,
        outcome: FestivalOutcome,
        lines: list[FestivalLine],
        gift: FestivalGift | None = None,
    ) -> None:
        tick = FestivalTick(
            outcome=outcome,
            at=self._desk.clock.now(),
            text=self._said_to(lines),
            channel=self.tr("WeChat"),
            gift=gift or FestivalGift(),
        )
        ids = [line.client_id for line in lines]
        work = partial(self._desk.book.festivals.mark, *self._place(), ids, tick)
        if len(ids) < _MANY:
            self._write(work)
            return
        self._set_busy(busy=True)
        self._desk.jobs.run(
            self,
            work,
            self._on_written,
            failed=self._on_failed,
            lane=Lane.DATABASE,
            progress=self._on_progress,
        )

    def _set_busy(self, *, busy: bool) -> None:
        """Let nothing be ticked while many are; the list itself can be read on."""
        for made in (self.view, self.tick_button, self.gift_button, self.skip_button):
            made.setEnabled(not busy)

    def _on_progress(self, done: int, count: int) -> None:
        self.progress.setRange(0, max(count, 1))
        self.progress.setValue(done)
        told = self.tr("Writing {done} of {count}…")
        self.counted.setText(told.format(done=done, count=count))

    def _on_failed(self, error: CrmError) -> None:
        self._set_busy(busy=False)
        self._read()
        self._desk.jobs.failed.emit(error)

    def _said_to(self, lines: list[FestivalLine]) -> str:
        """Return the words that were copied for her, where they were for her alone."""
        if len(lines) != 1 or self._copied is None or self._copied[0] != lines[0].client_id:
            return ""
        return self._copied[1]

    def _place(self) -> tuple[str, dt.date]:
        assert self._wanted is not None  # noqa: S101 - rows are there once a festival is shown
        return self._wanted

    def _write(self, work: "partial[Change]") -> None:
        self._desk.jobs.run(self, work, self._on_written, lane=Lane.DATABASE)

    def _on_written(self, change: Change) -> None:
        self._set_busy(busy=False)
        self.view.setFocus()
        self._desk.edits.done(change)

    def _on_file(self) -> None:
        if (line := self.view.current) is not None:
            self._desk.routes.client_wanted.emit(line.client_id)

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _TABLES:
            self._read()

    def _on_gone(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self._desk.routes.back_wanted.emit()
        self._desk.jobs.failed.emit(error)
