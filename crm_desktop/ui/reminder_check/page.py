"""The page *check my reminders*: the whole book, or one client."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QStackedWidget, QVBoxLayout, QWidget

from crm_desktop.domain.autostart import AtLogin
from crm_desktop.domain.errors import Cancelled, CrmError, RecordGone
from crm_desktop.domain.occasions import Reminder
from crm_desktop.domain.records import Change, Client, ClientDate
from crm_desktop.domain.reminder_check import ClientCheck
from crm_desktop.services.autostart import Autostart
from crm_desktop.services.book import Book
from crm_desktop.services.reminder_check import Progress
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.client_picker import ClientPicker
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Job, Lane
from crm_desktop.ui.reminder_check.fixes import Fix, Fixes
from crm_desktop.ui.reminder_check.one import ClientView
from crm_desktop.ui.reminder_check.whole import Whole, WholeView
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_M, SPACE_S, SPACE_XL
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row

_GUTTER: Final = 18
_BAR: Final = 320
_TABLES: Final = frozenset(
    {"client", "client_date", "person", "reminder", "setting", "contact", "visit", "promise"}
)


class CheckPage(QWidget):
    """Reads anew whenever something it tells of has changed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._client_id = 0
        self._job: Job | None = None
        self._fixes = Fixes(desk, self)
        self.picker = ClientPicker(
            desk, self.tr("Check one client"), self.tr("Check one client: name or pinyin")
        )
        self.picker.setFixedWidth(self.picker.minimumWidth())
        self.setFocusProxy(self.picker)
        self.heading = PageHeading(self.tr("Check my reminders"), self.picker)
        self.whole = WholeView(_GUTTER)
        self.one = ClientView(_GUTTER)
        self.bar = QProgressBar()
        self._reading = self._waiting()
        self.states = QStackedWidget()
        self._build()
        self._connect()

    def show_client(self, client_id: int) -> None:
        """Check one client (0: the whole book)."""
        is_other = client_id != self._client_id or self.states.currentWidget() is self._reading
        self._client_id = client_id
        if is_other:
            self.states.setCurrentWidget(self._reading)
            self.bar.setRange(0, 0)
        self.look()

    def look(self) -> None:
        """Check anew; what is shown stays until the answer is there."""
        self._stop()
        now, jobs, book = self._desk.clock.now(), self._desk.jobs, self._desk.book
        if self._client_id:
            work = partial(book.reminder_check.of, self._client_id, now)
            self._job = jobs.run(self, work, self._on_client, failed=self._on_failed)
        else:
            self._job = jobs.run(
                self,
                partial(_read_whole, book, self._desk.autostart, now),
                partial(self._on_whole, now),
                failed=self._on_failed,
                progress=self._on_progress,
            )

    def focus_search(self) -> None:
        """Put the cursor into the field that finds a client."""
        self.picker.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _build(self) -> None:
        back = IconButton(Icon.BACK, self.tr("Back (Esc)"))
        back.clicked.connect(self._desk.routes.back_wanted)
        top = row(back, spacing=SPACE_S)
        top.addWidget(self.heading, 1)
        top.setContentsMargins(0, 0, _GUTTER, 0)
        for state in (self._reading, self.whole, self.one):
            self.states.addWidget(state)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, SPACE_L, SPACE_XL - _GUTTER, SPACE_L)
        whole.setSpacing(SPACE_M)
        whole.addLayout(top)
        whole.addWidget(self.states, 1)

    def _waiting(self) -> QWidget:
        self.bar.setFixedWidth(_BAR)
        self.bar.setAccessibleName(self.tr("Progress"))
        says = label(self.tr("Going through every day of the book…"), Role.SECOND)
        waiting = QWidget()
        lines = column(1, spacing=SPACE_S)
        lines.addLayout(row(1, says, 1))
        lines.addLayout(row(1, self.bar, 1))
        lines.addStretch(1)
        waiting.setLayout(lines)
        return waiting

    def _connect(self) -> None:
        routes = self._desk.routes
        self.picker.picked.connect(routes.check_wanted)
        self.one.whole_wanted.connect(self._on_back_to_all)
        self.one.client_wanted.connect(routes.client_wanted)
        self.whole.client_wanted.connect(routes.check_wanted)
        self.whole.trial_wanted.connect(routes.trial_wanted)
        self.whole.mend_wanted.connect(self._on_mend)
        self.whole.word_wanted.connect(self._on_word)
        self.whole.letting_go.connect(self._on_let_go)
        self._fixes.mended.connect(self.look)
        for view in (self.one, self.whole):
            view.fix_wanted.connect(self._on_fix)
        self._desk.edits.changed.connect(self._on_changed)

    def _stop(self) -> None:
        if self._job is not None:
            self._desk.jobs.drop(self._job)
            self._job = None

    def _on_progress(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def _on_client(self, check: ClientCheck) -> None:
        self._job = None
        self.heading.set_detail("")
        self.one.show_check(check, self._desk.clock.now().date())
        self.states.setCurrentWidget(self.one)

    def _on_whole(self, now: dt.datetime, whole: Whole) -> None:
        self._job = None
        self.whole.show_whole(whole, now)
        self.states.setCurrentWidget(self.whole)

    def _on_failed(self, error: CrmError) -> None:
        self._job = None
        if isinstance(error, RecordGone):
            self._desk.routes.back_wanted.emit()
        elif not isinstance(error, Cancelled):
            self._desk.jobs.failed.emit(error)

    def _on_back_to_all(self) -> None:
        self.show_client(0)

    def _on_fix(self, fix: Fix, client: Client, date: ClientDate | None) -> None:
        self._fixes.do(fix, client, date)

    def _on_mend(self) -> None:
        self._fixes.mend_all()

    def _on_word(self, reminder: Reminder) -> None:
        occasion = reminder.occasion
        self._desk.routes.greeting_wanted.emit(occasion.client_id, occasion)

    def _on_let_go(self, reminder: Reminder) -> None:
        work = partial(self._desk.book.reminders.dismiss, reminder, self._desk.clock.now())
        self._desk.jobs.run(self, work, self._desk.edits.done, lane=Lane.DATABASE)

    def _on_changed(self, change: Change) -> None:
        if self.isVisible() and change.tables & _TABLES:
            self.look()


def _read_whole(
    book: Book, autostart: Autostart | None, now: dt.datetime, progress: Progress
) -> Whole:
    check = book.reminder_check.whole(now, progress)
    starts_itself = None if autostart is None else autostart.state() is AtLogin.ON
    missed = book.reminder_check.missed(now)
    return Whole(check=check, missed=missed, starts_itself=starts_itself)
