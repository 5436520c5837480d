"""The client page: everything about one client, in two columns of cards or three."""

from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.records import Change
from crm_desktop.services.client_file import ClientFile
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.care import ComplaintsCard, GiftsCard, PromisesCard, TalksCard
from crm_desktop.ui.client.clinic import ProjectsCard, VisitsCard
from crm_desktop.ui.client.family import FamilyCard
from crm_desktop.ui.client.head import Head
from crm_desktop.ui.client.more import ActivitiesCard, NumbersCard, PapersCard
from crm_desktop.ui.client.preferences import PreferencesCard
from crm_desktop.ui.client.profile import HistoryCard, ProfileCard
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_XL
from crm_desktop.ui.widgets.layouts import ScrollColumn

_TOP: Final = 20
_GUTTER: Final = 18


class ClientPage(QWidget):
    """Shows one client at a time; every fact is changed where it stands."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = 0
        self._asked = 0
        self._is_stale = False
        self.shown = Shown(desk, self)
        self.cards: list[FileCard] = []
        self.head: Head | None = None
        self._waiting: list[FileCard] = []
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.setInterval(0)
        self._filling.timeout.connect(self._show_next)
        self._scroll = ScrollColumn(gutter=_GUTTER)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, 0, SPACE_XL - _GUTTER, 0)
        whole.addWidget(self._scroll)
        desk.edits.changed.connect(self._on_changed)

    @property
    def is_whole(self) -> bool:
        """Whether every card shows what was read."""
        return self.head is not None and not self._waiting

    def show_client(self, client_id: int) -> None:
        """Show the file of another client, or of the same one as it stands now."""
        self._wanted = client_id
        self._read()

    def arrive(self) -> None:
        """Bring the file up to date where it was changed from elsewhere."""
        if self._is_stale and self._wanted:
            self._read()

    def _read(self) -> None:
        self._is_stale = False
        self._asked += 1
        work = partial(self.shown.clients.file, self._wanted, today=self.shown.today)
        done = partial(self._on_read, self._asked)
        self._desk.jobs.run(self, work, done, failed=self._on_failed)

    def _on_read(self, asked: int, file: ClientFile) -> None:
        """Show what was read, unless something newer was asked for."""
        if asked != self._asked:
            return
        is_other = self.head is None or self.shown.client_id != file.client.id
        self.shown.file = file
        if is_other:
            self._make_cards()
        if self.head is not None:
            self.head.show_file()
        self._waiting = list(self.cards)
        if is_other:
            self._scroll.verticalScrollBar().setValue(0)
            self._show_next()
        else:
            while self._waiting:
                self._waiting.pop(0).show_file()

    def _show_next(self) -> None:
        """Fill one card at a time, so that the window never stands still for all of them."""
        if self._waiting:
            self._waiting.pop(0).show_file()
            self._filling.start()

    def _on_failed(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self._desk.routes.page_wanted.emit("clients")
        else:
            self._desk.jobs.failed.emit(error)

    def _make_cards(self) -> None:
        """Make the cards anew for another client, so that nothing typed passes over to her."""
        self._scroll.clear()
        shown = self.shown
        self.head = head = Head(shown)
        self._visits = VisitsCard(shown)
        self._talks = TalksCard(shown)
        left: list[FileCard] = [FamilyCard(shown), ProjectsCard(shown), self._visits]
        right: list[FileCard] = [PreferencesCard(shown), self._talks, PromisesCard(shown)]
        left += [ComplaintsCard(shown), ActivitiesCard(shown)]
        right += [GiftsCard(shown), NumbersCard(shown), PapersCard(shown)]
        below = [ProfileCard(shown), HistoryCard(shown)]
        # What is seen without scrolling is filled first.
        self.cards = [left[0], *right[:3], left[1], right[3], *left[2:], *right[4:], *below]
        self._scroll.content.addSpacing(_TOP)
        self._scroll.content.addWidget(head)
        self._scroll.content.addWidget(_columns(left, right))
        for card in below:
            self._scroll.content.addWidget(card)
        self._scroll.content.addSpacing(_TOP)
        head.back_wanted.connect(self._desk.routes.back_wanted)
        head.visit_wanted.connect(self._on_visit)
        head.talk_wanted.connect(self._on_talk)
        head.archive_wanted.connect(self._on_archive)
        head.quiet_wanted.connect(self._on_quiet)
        head.death_wanted.connect(self._on_death)
        head.removal_wanted.connect(self._on_removal)

    def _on_visit(self) -> None:
        self._visits.visits.add()
        self._scroll.ensureWidgetVisible(self._visits, 0, _TOP)

    def _on_talk(self) -> None:
        self._talks.talks.add()
        self._scroll.ensureWidgetVisible(self._talks, 0, _TOP)

    def _on_archive(self) -> None:
        is_archived = self.shown.file.client.archived_on is not None
        self.shown.archive(None if is_archived else self.shown.today)

    def _on_quiet(self) -> None:
        client = self.shown.file.client
        self.shown.put(replace(client, do_not_contact=not client.do_not_contact))

    def _on_death(self) -> None:
        client = self.shown.file.client
        died_on = None if client.deceased_on else self.shown.today
        self.shown.put(replace(client, deceased_on=died_on))

    def _on_removal(self) -> None:
        self.shown.remove(self.shown.file.client)

    def _on_changed(self, change: Change) -> None:
        if not self._wanted or (change.client_ids and self._wanted not in change.client_ids):
            return
        if self.isVisible():
            self._read()
        else:
            self._is_stale = True


def _columns(left: list[FileCard], right: list[FileCard]) -> QWidget:
    """Return two columns of one width, whatever stands in them."""
    both = QWidget()
    grid = QGridLayout(both)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(SPACE_M)
    for place, cards in enumerate((left, right)):
        side = QWidget()
        stack = QVBoxLayout(side)
        stack.setContentsMargins(0, 0, 0, 0)
        stack.setSpacing(SPACE_M)
        for card in cards:
            stack.addWidget(card)
        stack.addStretch(1)
        grid.addWidget(side, 0, place, Qt.AlignmentFlag(0))
        grid.setColumnStretch(place, 1)
        side.setMinimumWidth(1)
    return both
