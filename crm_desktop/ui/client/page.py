"""The client page: everything about one client, in two columns of cards or three."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QElapsedTimer, QSize, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.errors import CrmError, RecordGone
from crm_desktop.domain.records import Change
from crm_desktop.services.client_file import ClientFile
from crm_desktop.ui.client.adding import AddingRow
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.columns import Columns
from crm_desktop.ui.client.head import Head
from crm_desktop.ui.client.jumps import Jumps
from crm_desktop.ui.client.sections import SECTIONS, Section
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.standing import Standing
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.theme.tokens import SPACE_L, SPACE_XL
from crm_desktop.ui.widgets import reading_order
from crm_desktop.ui.widgets.layouts import ScrollColumn

_GUTTER: Final = 18
_TURN_MS: Final = 16
_PAINTING_MS: Final = 40


class ClientPage(QWidget):
    """Shows one client at a time; every fact is changed where it stands.

    Attributes:
        shown: what the cards read from and write by.
        head: the head with all that is done from it; None until a file was read.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wanted = 0
        self._asked = 0
        self._changed: frozenset[str] = frozenset()
        self._is_stale = False
        self.shown = Shown(desk, self)
        self.head: Head | None = None
        self._standing = Standing(self.shown)
        self._columns = Columns(0)
        self._adding = AddingRow()
        self._made: dict[Section, FileCard] = {}
        self._waiting: list[Section] = []
        self._filling = QTimer(self)
        self._filling.setSingleShot(True)
        self._filling.timeout.connect(self._fill)
        self._jumps = Jumps(self)
        self._jumps.wanted.connect(self._on_jump)
        self._scroll = ScrollColumn(gutter=_GUTTER)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_XL, 0, SPACE_XL - _GUTTER, 0)
        whole.addWidget(self._scroll)
        desk.edits.changed.connect(self._on_changed)

    @property
    def cards(self) -> list[FileCard]:
        """The cards made so far, in reading order."""
        return [self._made[section] for section in SECTIONS if section in self._made]

    @property
    def sight(self) -> QWidget:
        """What is painted of the page."""
        return self._scroll.viewport()

    @property
    def is_whole(self) -> bool:
        """Whether every card shows what was read."""
        return self.head is not None and not self._waiting

    @property
    def is_in_sight(self) -> bool:
        """Whether every card shows what was read that is seen without scrolling."""
        if self.head is None:
            return False
        room = self.sight.height() - self._columns.y()
        reach = partial(self._columns.reach, waiting=self._waiting)
        return all(reach(section) > room for section in self._waiting)

    def show_client(self, client_id: int) -> None:
        """Show the file of another client, or of the same one as it stands now."""
        self._wanted = client_id
        self._read()

    def prepare(self, client_id: int, room: QSize) -> None:
        """Build the page unseen, by anybody's file: the first client opened is shown faster."""
        if self._asked or self.isVisible():
            return
        self.resize(room)
        self._asked += 1
        work = partial(self.shown.clients.file, client_id, today=self.shown.today)
        done = partial(self._on_read, self._asked)
        self._desk.jobs.run(self, work, done, failed=_let_be)

    def arrive(self) -> None:
        """Bring the file up to date where it was changed from elsewhere."""
        if self._is_stale and self._wanted:
            self._read()

    def card(self, kind: type[FileCard]) -> FileCard:
        """Return the card of a kind, made if it is not yet."""
        while self._waiting:
            self._show_next()
        return next(card for card in self.cards if isinstance(card, kind))

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return reading_order.step(self, forward=next) or super().focusNextPrevChild(next)

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
            self._begin()
        else:
            self._show_again()
        self._changed = frozenset()

    def _begin(self) -> None:
        """Show another client: nothing of it is painted until what is in sight stands."""
        self.sight.setUpdatesEnabled(False)
        self._waiting = list(SECTIONS)
        if self.head is None:
            self.head = self._furnish()
        self.head.forget()
        if self.isAncestorOf(QApplication.focusWidget() or self):
            # A field that is taken away would hand the focus to any other, and the page scroll.
            self.head.setFocus()
        self._scroll.verticalScrollBar().setValue(0)
        self.head.show_file()
        self._standing.show_file()
        self._fill()

    def _furnish(self) -> Head:
        """Put everything up that stays whoever is shown, and return the head."""
        head = Head(self.shown)
        head.card_wanted.connect(self._on_card_wanted)
        self._adding.begun.connect(self._on_begun)
        self._columns = Columns(self.sight.width() - _GUTTER)
        self._columns.between.addWidget(self._adding)
        self._scroll.content.addSpacing(SPACE_L)
        for part in (head, self._standing, self._columns):
            self._scroll.content.addWidget(part)
        self._scroll.content.addSpacing(SPACE_L)
        self._scroll.content.addStretch(1)
        return head

    def _fill(self) -> None:
        """Show cards for the time of a frame, so that the window never stands still for all."""
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < _TURN_MS:
            self._show_next()
        # What is in sight is painted first; then comes the rest.
        if not self.sight.updatesEnabled() and self.is_in_sight:
            self.sight.setUpdatesEnabled(True)
            self._filling.start(_PAINTING_MS)
        elif self._waiting:
            self._filling.start(0)

    def _show_next(self) -> None:
        """Show the next section: on the card it has, or on a new one."""
        section = self._waiting.pop(0)
        card, old = self._card_of(section), self._made.get(section)
        card.show_file()
        if card is not old:
            self._made[section] = card
            card.say_key(self._jumps.told(SECTIONS.index(section) + 1))
            card.settled.connect(self._show_bare)
            # Hidden before it is put in: a card shown and hidden again makes the page jump.
            card.setParent(self._columns)
            card.setHidden(card.is_left_out)
            self._columns.put(section, card)
        else:
            card.setHidden(card.is_left_out)
        if not self._waiting:
            self._adding.show_cards(self.cards)

    def _card_of(self, section: Section) -> FileCard:
        """Return the card of a section, emptied of the client before, or a new one."""
        known = self._made.get(section)
        if known is None:
            return section.make(self.shown)
        if known.forget():
            return known
        known.hide()
        self._columns.take(known)
        known.deleteLater()
        return section.make(self.shown)

    def _show_again(self) -> None:
        """Show again what reads the tables that were changed."""
        if self.head is not None:
            self.head.show_file()
        self._standing.show_file()
        for card in self.cards:
            if not (self._changed and card.tables) or card.tables & self._changed:
                card.show_file()
        self._show_bare()

    def _show_bare(self) -> None:
        for card in self.cards:
            card.setHidden(card.is_left_out)
        if not self._waiting:
            self._adding.show_cards(self.cards)

    def _on_failed(self, error: CrmError) -> None:
        if isinstance(error, RecordGone):
            self._desk.routes.page_wanted.emit("clients")
        else:
            self._desk.jobs.failed.emit(error)

    def _on_card_wanted(self, kind: type[FileCard], act: Callable[[FileCard], None]) -> None:
        """Show a card and do something on it, as the head asks."""
        card = self.card(kind)
        self._on_begun(card)
        act(card)

    def _on_begun(self, card: FileCard) -> None:
        card.is_asked_for = True
        card.unfold()
        card.show()
        QTimer.singleShot(0, card, partial(self._scroll.ensureWidgetVisible, card, 0, SPACE_L))

    def _on_jump(self, number: int) -> None:
        if self.isVisible() and number <= len(self.cards):
            card = self.cards[number - 1]
            self._on_begun(card)
            card.enter()

    def _on_changed(self, change: Change) -> None:
        if not self._wanted or (change.client_ids and self._wanted not in change.client_ids):
            return
        self._changed |= change.tables
        if self.isVisible():
            self._read()
        else:
            self._is_stale = True


def _let_be(_error: CrmError) -> None:
    """Nobody waits for a page that is only prepared."""
