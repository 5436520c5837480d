"""ClientView: every day that may remind of one client, in words."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.records import ClientDate
from crm_desktop.domain.reminder_check import ClientCheck, Line, Why
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.reminder_check.fixes import Fix, fix_for, fix_words
from crm_desktop.ui.reminder_check.line_row import LineRow
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.reminder_check import unreadable_words, why_words
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.layouts import ScrollColumn, hairline, row


class ClientView(ScrollColumn):
    """A card with what will remind, one with what will not, one with what nobody knows.

    Signals:
        fix_wanted: the `Fix`, the `Client`, and the `ClientDate` or None.
        client_wanted: the id of the client, whose file is to be opened.
        whole_wanted: back to the whole book.
    """

    fix_wanted = Signal(object, object, object)
    client_wanted = Signal(int)
    whole_wanted = Signal()

    def __init__(self, gutter: int, parent: QWidget | None = None) -> None:
        super().__init__(parent, gutter=gutter)
        self.check: ClientCheck | None = None

    def show_check(self, check: ClientCheck, today: dt.date) -> None:
        """Show what was found."""
        self.clear()
        self.check = check
        self.content.addWidget(self._head(check))
        if check.stopped is not None:
            self.content.addWidget(self._stopped(check.stopped))
        if check.unreadable:
            told = unreadable_words(check.unreadable)
            band = Band(self.tr("{told}: they may never pop up.").format(told=told), Tone.WARN)
            self.content.addWidget(band)
        reminds = [line for line in check.lines if line.why is None]
        unknown = [line for line in check.lines if line.why is Why.NO_DAY]
        silent = [line for line in check.lines if line.why not in {None, Why.NO_DAY}]
        for title, lines in (
            (self.tr("Will remind"), reminds),
            (self.tr("Will not remind"), silent),
            (self.tr("Not known yet"), unknown),
        ):
            if lines:
                self.content.addWidget(self._card(title, lines, today))
        self.content.addStretch(1)

    def _head(self, check: ClientCheck) -> QWidget:
        client = check.client
        tone = Tone.GOLD if client.vip else Tone.ACCENT if client.is_big else Tone.PLAIN
        called = discreet_name(client.called)
        whole = button(self.tr("The whole book"), None, Icon.USERS)
        whole.clicked.connect(self.whole_wanted)
        file = button(self.tr("Open her file"), None, Icon.USER_ROUND)
        file.clicked.connect(self._on_file)
        head = QWidget()
        line = row(spacing=SPACE_M)
        line.addWidget(Avatar(called, tone=tone), 0, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(ElidedLabel(called, Role.SECTION), 1)
        line.addWidget(whole)
        line.addWidget(file)
        head.setLayout(line)
        return head

    def _stopped(self, why: Why) -> QWidget:
        whole = QWidget()
        line = row(spacing=SPACE_M)
        line.addWidget(Band(why_words(why), Tone.WARN), 1)
        fix = button(fix_words(fix_for(why)))
        fix.clicked.connect(self._on_stopped)
        line.addWidget(fix)
        whole.setLayout(line)
        return whole

    def _card(self, title: str, lines: Sequence[Line], today: dt.date) -> Card:
        card = Card(title)
        card.set_detail(f"{len(lines):,}")
        for place, line in enumerate(lines):
            if place:
                card.body.addWidget(hairline())
            made = LineRow(line, today)
            made.fix_wanted.connect(self._on_fix)
            card.body.addWidget(made)
        return card

    def _on_fix(self, fix: Fix, date: ClientDate | None) -> None:
        if self.check is not None:
            self.fix_wanted.emit(fix, self.check.client, date)

    def _on_stopped(self) -> None:
        if self.check is not None and self.check.stopped is not None:
            self.fix_wanted.emit(fix_for(self.check.stopped), self.check.client, None)

    def _on_file(self) -> None:
        if self.check is not None:
            self.client_wanted.emit(self.check.client.id)
