"""WholeView: what the whole book says about its reminders."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.book_check import BookCheck, Findings, Gap
from crm_desktop.domain.occasions import Reminder
from crm_desktop.ui.reminder_check.coverage import CoverageCard
from crm_desktop.ui.reminder_check.lists import AheadCard, GapsCard, MissedCard, UnreadableCard
from crm_desktop.ui.reminder_check.running import RunningCard
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.layouts import ScrollColumn, row


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What was read: the check, what was missed, whether the app starts by itself."""

    check: BookCheck
    missed: Sequence[Reminder]
    starts_itself: bool | None


class WholeView(ScrollColumn):
    """Two cards beside each other, then the lists that have something in them.

    Signals:
        fix_wanted: the `Fix`, the `Client`, and the `ClientDate` or None.
        client_wanted: the id of a client, whose reminders are to be checked.
        word_wanted, letting_go: the `Reminder` that was missed.
        trial_wanted: the pop-up is to be tried.
        mend_wanted: the days that are not found are to be found again.
    """

    fix_wanted = Signal(object, object, object)
    client_wanted = Signal(int)
    word_wanted = Signal(object)
    letting_go = Signal(object)
    trial_wanted = Signal()
    mend_wanted = Signal()

    def __init__(self, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, gutter=gutter)

    def show_whole(self, whole: Whole, now: dt.datetime) -> None:
        """Show what was found; the place in the column stays."""
        place = self.verticalScrollBar().value()
        self.clear()
        found = whole.check.findings
        self.content.addWidget(self._top(whole, now))
        if whole.check.unreadable:
            unreadable = UnreadableCard(whole.check.unreadable)
            unreadable.client_wanted.connect(self.client_wanted)
            self.content.addWidget(unreadable)
        if whole.missed:
            missed = MissedCard(whole.missed, now.date())
            missed.word_wanted.connect(self.word_wanted)
            missed.letting_go.connect(self.letting_go)
            self.content.addWidget(missed)
        for title, explained, gaps in self._lists(found):
            if gaps:
                card = GapsCard(title, explained, gaps)
                card.client_wanted.connect(self.client_wanted)
                card.fix_wanted.connect(self.fix_wanted)
                self.content.addWidget(card)
        ahead = AheadCard(whole.check.ahead, now.date())
        ahead.client_wanted.connect(self.client_wanted)
        self.content.addWidget(ahead)
        self.content.addStretch(1)
        self.verticalScrollBar().setValue(place)

    def _top(self, whole: Whole, now: dt.datetime) -> QWidget:
        running = RunningCard(whole.check, now, starts_itself=whole.starts_itself)
        running.trial_wanted.connect(self.trial_wanted)
        coverage = CoverageCard(whole.check.findings, is_all_read=not whole.check.unreadable)
        coverage.mend_wanted.connect(self.mend_wanted)
        top = QWidget()
        line = row(spacing=SPACE_M)
        line.addWidget(coverage, 1)
        line.addWidget(running, 1)
        top.setLayout(line)
        return top

    def _lists(self, found: Findings) -> tuple[tuple[str, str, Sequence[Gap]], ...]:
        return (
            (
                self.tr("Nobody reminds you of them"),
                self.tr("None of their days would ever pop up."),
                found.silent,
            ),
            (
                self.tr("Big clients with a birthday to find out"),
                self.tr("Hers, her husband's or a child's is not known yet."),
                found.unknown,
            ),
            (
                self.tr("Several days, none celebrated"),
                self.tr("Choose the one that counts, and it reminds."),
                found.unmarked,
            ),
            (
                self.tr("Days that skip years"),
                self.tr("By the choice made for 29 February, a lunar 30th or a leap month."),
                found.far,
            ),
        )
