"""QuickBox (Ctrl+K): three letters, the client; words behind them, the facts; Enter."""

import datetime as dt
from functools import partial
from typing import Final

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QLayout,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crm_desktop.clock import today
from crm_desktop.domain.capture import Goes, Proposal, rest_as
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records import Change
from crm_desktop.services.capture_asking import HITS, Asked, asked
from crm_desktop.services.search import ClientHit
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane, Latest
from crm_desktop.ui.quick.entry import Entry, is_enter
from crm_desktop.ui.quick.facts import GOES, Fact, fact_words
from crm_desktop.ui.quick.hits import HIT_ROLE, ROW, HitRow, HitsModel
from crm_desktop.ui.quick.proposals import ProposalList
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row

_WIDTH: Final = 660
_FROM_TOP: Final = 72
_SHOWN_WITH_FACTS: Final = 3
_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_FIGURES: Final = {Qt.Key(Qt.Key.Key_1 + place): place for place in range(9)}
_OF_REST: Final[dict[Goes | None, Fact]] = {Goes.NOTE: Fact.NOTE, Goes.TALK: Fact.CONTACT}
_REST: Final = frozenset(_OF_REST)


class QuickBox(QDialog):
    """A line to type into, the clients it finds, and what was said about the chosen one.

    Up and Down choose the client, Alt and a figure ticks a proposal, Enter writes what is
    ticked and Ctrl+Enter all of it; with nothing said, Enter opens her file. At the end of
    the line Right chooses what the rest is written as.

    Attributes:
        about: the client whose page is open: facts without a name are hers.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._desk = desk
        self._capture = desk.book.capture
        self._finding = Latest(desk.jobs, self)
        self._reading = Latest(desk.jobs, self)
        self.about: int | None = None
        self._asked = Asked()
        self._chosen: int | None = None
        self._answered: str | None = None
        self._enter_waits: bool | None = None
        self._is_writing = False
        self._has_chosen_kind = False
        self.entry = Entry()
        self.model = HitsModel(self)
        self.list = QListView()
        self.proposals = ProposalList()
        self.kinds = QButtonGroup(self)
        self._kind_row = QWidget()
        self._buttons: dict[Fact, QPushButton] = {}
        self._says = wrapped("", Role.SECOND)
        self._hint = label("", Role.HINT)
        self._build()
        self.entry.typed.connect(self._on_typed)
        self.entry.pressed.connect(self._on_key)
        self.list.clicked.connect(self._on_clicked)
        self.kinds.buttonClicked.connect(self._on_kind)
        self.proposals.changed.connect(self._say)

    @property
    def line(self) -> QLineEdit:
        """The line she types into."""
        return self.entry.line

    @property
    def fact(self) -> Fact:
        """What the rest would be written as."""
        checked = self.kinds.checkedButton()
        return next(fact for fact, each in self._buttons.items() if each is checked)

    def ask(self) -> None:
        """Open empty, in the upper middle of the window, with the clients of late."""
        self.entry.clear()
        self._chosen = None
        self._has_chosen_kind = False
        self._buttons[Fact.NOTE].setChecked(True)
        self._show(Asked())
        self._on_typed()
        window = self.parentWidget()
        if window is not None:
            left = (window.width() - _WIDTH) // 2
            self.move(window.mapToGlobal(QPoint(left, _FROM_TOP)))
        self.open()
        self.entry.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Quick box"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.line.setPlaceholderText(self.tr("wyt · wyt daughter 3 Sep · 8888 likes lilies"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Clients found"))
        kinds = row(*self._kind_buttons(), 1, spacing=SPACE_XS)
        self._kind_row.setLayout(kinds)
        sheet = QFrame()
        sheet.setProperty("role", "popup")
        sheet.setFixedWidth(_WIDTH)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        inside.setSpacing(SPACE_S)
        for part in (self.entry, self.list, self._says, self.proposals, self._kind_row):
            inside.addWidget(part)
        inside.addWidget(hairline())
        inside.addWidget(self._hint)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetFixedSize)
        whole.addWidget(sheet)

    def _kind_buttons(self) -> list[QWidget]:
        made: list[QWidget] = []
        for fact in Fact:
            each = button(fact_words(fact))
            each.setCheckable(True)
            each.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.kinds.addButton(each)
            self._buttons[fact] = each
            made.append(each)
        return made

    def _on_typed(self) -> None:
        typed = self.entry.text
        self._enter_waits = None
        work = partial(asked, self._desk.book, typed, self.about, self._today())
        self._finding.run(work, partial(self._on_asked, typed))

    def _on_asked(self, typed: str, answer: Asked) -> None:
        self._answered = typed
        self._show(answer)
        self._enter_late()

    def _show(self, answer: Asked) -> None:
        self._reading.forget()
        self._asked = answer
        self.model.show(answer.hits)
        shown = _SHOWN_WITH_FACTS if answer.words else HITS
        self.list.setFixedHeight(min(len(answer.hits), shown) * ROW)
        self.list.setVisible(bool(answer.hits))
        ids = [hit.id for hit in answer.hits]
        place = ids.index(self._chosen) if self._chosen in ids else 0
        self.list.setCurrentIndex(self.model.index(place))
        self._show_proposals(answer.proposals)
        if place:
            self._read_again()

    def _show_proposals(self, proposals: tuple[Proposal, ...]) -> None:
        """Show what was heard; the rest is shown as the kind of fact she chose for it."""
        rest = next((one.heard.goes for one in proposals if one.heard.goes in _REST), None)
        if not self._has_chosen_kind:
            self._buttons[_OF_REST.get(rest, Fact.NOTE)].setChecked(True)
        self.proposals.show_all([self._as_chosen(one) for one in proposals], self._today())
        self._kind_row.setVisible(rest is not None)
        self._say()

    def _as_chosen(self, proposal: Proposal) -> Proposal:
        goes = proposal.heard.goes
        if goes not in _REST or goes is GOES[self.fact]:
            return proposal
        return rest_as(proposal, GOES[self.fact])

    def _say(self) -> None:
        index = self.list.currentIndex()
        called = index.data(HIT_ROLE).called if index.isValid() else ""
        alike = sum(hit.called == called for hit in self._asked.hits)
        if called and self._asked.words and alike > 1:
            pattern = self.tr("About {called}: {count} clients are called so, {keys} chooses.")
            keys = "Alt+↑ ↓" if self.entry.is_sheet else "↑ ↓"
            told = self._told(index.data(HIT_ROLE))
            text = pattern.format(called=told, count=alike, keys=keys)
        elif called and self._asked.words:
            text = self.tr("About {called}:").format(called=called)
        elif self._asked.is_recent and called:
            text = self.tr("The clients you wrote about last. Type three letters of a name.")
        elif called:
            text = self.tr("Enter opens her file; words behind her name are added to it.")
        elif self.entry.text:
            text = self.tr("Nobody found.")
        else:
            text = self.tr("Three letters of pinyin, a name, or the end of a phone number.")
        self._says.setText(text)
        self._hint.setText(self._keys())

    def _told(self, hit: ClientHit) -> str:
        if hit.name == hit.called:
            return hit.called
        return self.tr("{called} ({name})").format(called=hit.called, name=hit.name)

    def _keys(self) -> str:
        if not self.proposals.rows:
            return self.tr("↑ ↓ client    Enter opens    Esc closes")
        if self._kind_row.isVisibleTo(self):
            return self.tr(
                "Enter adds what is ticked    Ctrl+Enter all    Alt+1…9 tick    → kind of the rest"
            )
        return self.tr("Enter adds what is ticked    Ctrl+Enter all    Alt+1…9 tick    ↑ ↓ client")

    def _today(self) -> dt.date:
        return today(self._desk.clock)

    def _move(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(place))
            self._choose()

    def _choose(self) -> None:
        """Stay with the client she points at, whatever she types about her."""
        self._chosen = self.list.currentIndex().data(HIT_ROLE).id
        self._read_again()

    def _read_again(self) -> None:
        """Set the words against the file of the client chosen now."""
        index = self.list.currentIndex()
        if index.isValid() and self._asked.words:
            client_id, words = index.data(HIT_ROLE).id, self._asked.words
            work = partial(self._capture.propose, client_id, words, self._today())
            self._answered = None
            self._reading.run(work, partial(self._on_read, self.entry.text))
        else:
            self._say()

    def _on_read(self, typed: str, proposals: tuple[Proposal, ...]) -> None:
        self._answered = typed
        self._asked = Asked(hits=self._asked.hits, words=self._asked.words, proposals=proposals)
        self._show_proposals(proposals)
        self._enter_late()

    def _turn_kind(self, by: int) -> None:
        facts = list(Fact)
        following = facts[(facts.index(self.fact) + by) % len(facts)]
        self._buttons[following].setChecked(True)
        self._on_kind()

    def _on_kind(self) -> None:
        self._has_chosen_kind = True
        self._show_proposals(self._asked.proposals)
        self.entry.setFocus()

    def _on_clicked(self) -> None:
        if self._asked.words:
            self._choose()
        else:
            self._enter(everything=False)

    def _enter_late(self) -> None:
        """She was faster than the answer: Enter counts now that it is there."""
        if self._enter_waits is not None:
            self._enter(everything=self._enter_waits)

    def _enter(self, *, everything: bool) -> None:
        """Open her file, or write what is ticked."""
        if self._answered != self.entry.text:
            self._enter_waits = everything
            return
        self._enter_waits = None
        index = self.list.currentIndex()
        if not index.isValid() or self._is_writing:
            return
        client_id = index.data(HIT_ROLE).id
        if not self._asked.words:
            self.accept()
            self._desk.routes.client_wanted.emit(client_id)
            return
        chosen = self.proposals.takeable() if everything else self.proposals.chosen()
        if chosen:
            self._write(client_id, chosen)
        elif self.proposals.takeable():
            self._says.setText(self.tr("Nothing is ticked: Alt+1…9 ticks what is right."))

    def _write(self, client_id: int, chosen: list[Proposal]) -> None:
        source = self.tr("a chat") if self.entry.is_sheet else ""
        work = partial(self._capture.accept, client_id, chosen, self._today(), source)
        self._is_writing = True
        self._desk.jobs.run(
            self, work, self._on_written, failed=self._on_failed, lane=Lane.DATABASE
        )

    def _on_written(self, change: Change) -> None:
        self._is_writing = False
        self.accept()
        self._desk.edits.done(change)

    def _on_failed(self, error: CrmError) -> None:
        self._is_writing = False
        self._desk.jobs.failed.emit(error)

    def _on_key(self, event: QKeyEvent) -> None:
        """Do what a key means here, and accept it, or leave it to the field."""
        if self._means(event):
            event.accept()

    def _means(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        held = event.modifiers()
        is_alt = bool(held & Qt.KeyboardModifier.AltModifier)
        is_new_line = self.entry.is_sheet and bool(held & Qt.KeyboardModifier.ShiftModifier)
        if is_enter(event) and not is_new_line:
            self._enter(everything=bool(held & Qt.KeyboardModifier.ControlModifier))
        elif is_alt and key in _FIGURES:
            self.proposals.toggle(_FIGURES[key])
        elif key in _DOWN and (is_alt or not self.entry.is_sheet):
            self._move(_DOWN[key])
        else:
            return self._turns(key, is_alt=is_alt)
        return True

    def _turns(self, key: Qt.Key, *, is_alt: bool) -> bool:
        """Choose another kind for the rest, where the arrow has nothing else to do."""
        if not self._kind_row.isVisibleTo(self):
            return False
        if key == Qt.Key.Key_Right and (is_alt or self.entry.at_end()):
            self._turn_kind(1)
        elif key == Qt.Key.Key_Left and is_alt:
            self._turn_kind(-1)
        else:
            return False
        return True
