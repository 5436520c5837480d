"""The greeting dialog: occasion, words to flip through, copy, *sent*."""

import datetime as dt
import re
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.greetings import GreetingDay
from crm_desktop.domain.merge_text import LONGEST
from crm_desktop.domain.occasions import Occasion, Reminder, Stage
from crm_desktop.domain.records import Change
from crm_desktop.domain.unaware import unaware
from crm_desktop.services.book import Book
from crm_desktop.services.greetings import GreetingSheet
from crm_desktop.ui.clipboard import Copies
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import relative
from crm_desktop.ui.text.briefing_words import names
from crm_desktop.ui.text.greeting_facts import day_of, day_words, untimely, words_for
from crm_desktop.ui.text.openers import shortened
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, primary
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.widgets.switch import Switch

_WIDTH: Final = 560
_LINES: Final = 6
_LONGEST_NAME: Final = 20
_TODAY: Final = re.compile("今天|今晚|今日|today|tonight", re.IGNORECASE)


class GreetingDialog(Dialog):
    """Asks for one greeting; copying is one click, noting it as sent another."""

    def __init__(
        self, desk: Desk, client_id: int, occasion: object, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", "", parent)
        self._desk = desk
        self._client_id = client_id
        self._occasion = occasion if isinstance(occasion, Occasion) else None
        self._closes: Reminder | None = None
        self._sheet: GreetingSheet | None = None
        self._texts: list[str] = []
        self._number = 0
        # The window keeps the copy: its clock runs on when the dialog is gone.
        self._copies = _copies_of(parent if parent is not None else self)
        self.days = QComboBox()
        self.words = QPlainTextEdit()
        self.warning = Band("", Tone.BAD)
        self.count = label("", Role.SECOND)
        self.back_button = IconButton(Icon.CHEVRON_LEFT, self.tr("Other words (Alt+Left)"))
        self.next_button = IconButton(Icon.CHEVRON_RIGHT, self.tr("Other words (Alt+Right)"))
        self.copy_button = primary(self.tr("Copy for WeChat"), Icon.COPY)
        self.closes = Switch(self.tr("Today's reminder is done with it"))
        self._build()
        self._connect()
        self._read()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("A greeting"))
        self.setFixedWidth(_WIDTH)
        self.heading.setText(self.tr("A greeting"))
        self.accept_button.setText(self.tr("I have sent it"))
        self.accept_button.setToolTip(
            self.tr("Notes it among her contacts. The app itself sends nothing. (Ctrl+Enter)")
        )
        self.cancel_button.setText(self.tr("Close"))
        self.accept_button.setEnabled(False)
        self.copy_button.setEnabled(False)
        self._lead(to_copy=True)
        self.days.setAccessibleName(self.tr("Occasion"))
        self.words.setAccessibleName(self.tr("The words"))
        self.words.setTabChangesFocus(True)
        metrics = self.words.fontMetrics()
        self.words.setFixedHeight(metrics.lineSpacing() * _LINES + 2 * metrics.lineSpacing())
        self.body.setSpacing(SPACE_XS * 2)
        self.body.addWidget(label(self.tr("Occasion"), Role.FIELD_LABEL))
        self.body.addWidget(self.days)
        self.body.addWidget(self.warning)
        flip = row(label(self.tr("Words"), Role.FIELD_LABEL), 1, self.count)
        flip.addWidget(self.back_button)
        flip.addWidget(self.next_button)
        self.body.addLayout(flip)
        self.body.addWidget(self.words)
        self.body.addWidget(
            wrapped(
                self.tr("Change what you like before copying. The copy is cleared in 30 seconds."),
                Role.SECOND,
            )
        )
        self._closing = QWidget()
        self._closing.setLayout(row(label(self.closes.accessibleName()), 1, self.closes))
        self.body.addWidget(self._closing)
        self.buttons.insertWidget(0, self.copy_button)
        self.warning.hide()
        self._closing.hide()

    def _connect(self) -> None:
        self.days.activated.connect(self._on_day)
        self.back_button.clicked.connect(self._on_back)
        self.next_button.clicked.connect(self._on_next)
        self.copy_button.clicked.connect(self._on_copy)
        self.words.textChanged.connect(self._on_words)
        keys = {
            "Alt+Left": self._on_back,
            "Alt+Right": self._on_next,
            "Ctrl+Return": self.accept,
            "Ctrl+Enter": self.accept,
        }
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    def _read(self) -> None:
        work = partial(
            _sheet,
            self._desk.book,
            self._client_id,
            self._occasion,
            self._desk.clock.now(),
            self._desk.look.speaks.value,
        )
        self._desk.jobs.run(self, work, self._on_read, failed=self._on_gone)

    def _on_read(self, read: tuple[GreetingSheet, Reminder | None]) -> None:
        self._sheet, self._closes = read
        called = self._sheet.client.called
        self.heading.setText(self.tr("A greeting to {name}").format(name=_short(called)))
        on = today(self._desk.clock)
        for each in self._sheet.days:
            self.days.addItem(day_words(each, on))
        self.days.setCurrentIndex(self._first())
        self._closing.setVisible(self._closes is not None)
        self.closes.setChecked(self._closes is not None)
        self._offer()
        self.copy_button.setFocus()

    def _first(self) -> int:
        """Return the number of the occasion asked for, of the nearest one else."""
        assert self._sheet is not None  # noqa: S101 - read before
        wanted = day_of(self._sheet, self._occasion)
        return 0 if wanted is None else self._sheet.days.index(wanted)

    def _day(self) -> GreetingDay:
        assert self._sheet is not None  # noqa: S101 - read before
        return self._sheet.days[self.days.currentIndex()]

    def _offer(self) -> None:
        """Fill in every text for the day and show the first."""
        assert self._sheet is not None  # noqa: S101 - read before
        self._texts = words_for(self._sheet, self._day())
        self._number = 0
        self._show()

    def _show(self) -> None:
        many = len(self._texts)
        self.count.setText(f"{self._number + 1} / {many}" if many else "")
        for flipping in (self.back_button, self.next_button):
            flipping.setEnabled(many > 1)
        self.words.setPlainText(self._texts[self._number] if many else "")
        self._warn()

    def _warn(self) -> None:
        told = self._warning()
        self.warning.say(told or self._early(), Tone.BAD if told else Tone.WARN)
        self.warning.setVisible(bool(told or self._early()))
        self.setMinimumHeight(0)
        self.adjustSize()

    def _warning(self) -> str:
        """Return the gravest reason for care with these words to her, "" for none."""
        assert self._sheet is not None  # noqa: S101 - read before
        sheet, day = self._sheet, self._day()
        if reason := untimely(sheet, day):
            return reason
        person_id = None if day.person is None else day.person.id
        ignorant = unaware(sheet.folder, person_id)
        word = card_tells(self.words.toPlainText(), sheet.folder, sheet.settings)
        if ignorant and word:
            pattern = self.tr('{names} must not know, and "{word}" gives it away. Take it out.')
            return pattern.format(names=names(ignorant), word=_short(word))
        return ""

    def _early(self) -> str:
        """Return that words for *today* are looked at on another day, "" otherwise."""
        on, now = self._day().on, today(self._desk.clock)
        says_today = _TODAY.search(self.words.toPlainText())
        if on is None or on == now or not says_today:
            return ""
        pattern = self.tr('The words say "{word}", but the day is {relative}.')
        return pattern.format(word=says_today.group(), relative=relative(on, now))

    def _on_words(self) -> None:
        text = self.words.toPlainText().strip()
        fits = 0 < len(text) <= LONGEST
        self.copy_button.setEnabled(fits)
        self.accept_button.setEnabled(fits)
        self._lead(to_copy=True)
        self.copy_button.setText(self.tr("Copy for WeChat"))
        if self._sheet is not None:
            self._warn()

    def _on_day(self) -> None:
        self._offer()

    def _on_back(self) -> None:
        self._flip(-1)

    def _on_next(self) -> None:
        self._flip(1)

    def _flip(self, by: int) -> None:
        if self._texts:
            # What she changed is there when she flips back.
            self._texts[self._number] = self.words.toPlainText()
            self._number = (self._number + by) % len(self._texts)
            self._show()

    def _on_copy(self) -> None:
        self._copies.copy(self.words.toPlainText().strip())
        self._lead(to_copy=False)
        self.copy_button.setText(self.tr("Copied"))
        self.accept_button.setFocus()

    def _lead(self, *, to_copy: bool) -> None:
        """Let the button stand out that comes next: copying, then *sent*."""
        set_mark(self.copy_button, "role", Role.PRIMARY if to_copy else "")
        set_mark(self.accept_button, "role", "" if to_copy else Role.PRIMARY)
        self.copy_button.setIcon(icon(Icon.COPY, "on_accent" if to_copy else "text2"))

    @override
    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        self.accept_button.setEnabled(False)
        work = partial(
            self._desk.book.greetings.mark_sent,
            self._client_id,
            self._day().kind,
            self.words.toPlainText().strip(),
            channel=self.tr("WeChat"),
            now=self._desk.clock.now(),
            closes=self._closes if self.closes.isChecked() else None,
            occasion=self._occasion_of(self._day()),
        )
        self._desk.jobs.run(self, work, self._on_sent, failed=self._on_failed, lane=Lane.DATABASE)

    def _occasion_of(self, day: GreetingDay) -> Occasion | None:
        """Return the occasion she came with, if that is the day she chose."""
        known = self._occasion
        return known if known is not None and known.date_id == day.date_id else None

    def _on_sent(self, change: Change) -> None:
        self._desk.edits.done(change)
        super().accept()

    def _on_failed(self, error: CrmError) -> None:
        self.accept_button.setEnabled(True)
        self._desk.jobs.failed.emit(error)

    def _on_gone(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self.reject()
        self._desk.jobs.failed.emit(error)


def _copies_of(keeper: QWidget) -> Copies:
    """Return what puts words on the clipboard, one for a window."""
    known = keeper.findChild(Copies, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return known if known is not None else Copies(keeper)


def _short(name: str) -> str:
    return shortened(name, _LONGEST_NAME)


def _sheet(
    book: Book, client_id: int, occasion: Occasion | None, now: dt.datetime, language: str
) -> tuple[GreetingSheet, Reminder | None]:
    """Return the sheet, and the reminder of the day that the greeting would close.

    None where it waits for a gift that was ordered: that is given first.
    """
    sheet = book.greetings.sheet(client_id, now.date(), language)
    if occasion is None:
        return sheet, None
    due = (
        one
        for one in book.reminders.due(now)
        if one.stage is Stage.DAY
        and any(each.date_id == occasion.date_id for each in (one.occasion, *one.also))
    )
    found = next(due, None)
    if found is None or found.on > now.date() or book.reminders.ordered(found) is not None:
        return sheet, None
    return sheet, found
