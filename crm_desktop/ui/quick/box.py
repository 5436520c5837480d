"""QuickBox (Ctrl+K): three letters, the client; words behind them, the fact; Enter."""

from functools import partial
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QFrame,
    QLineEdit,
    QListView,
    QPushButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.records import Change
from crm_desktop.services.search import ClientHit
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane, Latest
from crm_desktop.ui.quick.facts import Fact, fact_words, understood, write
from crm_desktop.ui.quick.hits import HIT_ROLE, ROW, HitRow, HitsModel
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row

_WIDTH: Final = 620
_FROM_TOP: Final = 96
_SHOWN: Final = 8
_DOWN: Final = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class QuickBox(QDialog):
    """A line to type into, the clients it finds, and the kind of fact to be added.

    Up and Down choose the client; at the end of the line Right chooses the next kind of fact
    and Alt+Left the one before. Enter opens her file or, with words behind her name, adds.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self._desk = desk
        self._clients = desk.book.clients
        self._finding = Latest(desk.jobs, self)
        self._words = ""
        self._answered = ""
        self._enter_waits = False
        self._is_writing = False
        self.line = QLineEdit()
        self.model = HitsModel(self)
        self.list = QListView()
        self.kinds = QButtonGroup(self)
        self._buttons: dict[Fact, QPushButton] = {}
        self._says = wrapped("", Role.SECOND)
        self._build()
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.clicked.connect(self._on_enter)
        self.kinds.buttonClicked.connect(self._on_kind)

    @property
    def fact(self) -> Fact:
        """The kind of fact that would be added."""
        checked = self.kinds.checkedButton()
        return next(fact for fact, each in self._buttons.items() if each is checked)

    def ask(self) -> None:
        """Open empty, in the upper middle of the window."""
        self.line.clear()
        self._buttons[Fact.NOTE].setChecked(True)
        self._show((), "")
        window = self.parentWidget()
        if window is not None:
            left = (window.width() - _WIDTH) // 2
            self.move(window.mapToGlobal(QPoint(left, _FROM_TOP)))
        self.open()
        self.line.setFocus()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("Quick box"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setFixedWidth(_WIDTH)
        set_role(self.line, Role.SEARCH)
        self.line.setAccessibleName(self.tr("Client, then the fact"))
        self.line.setPlaceholderText(self.tr("wyt · wyt likes lilies · 8888 promised a call"))
        self.line.addAction(icon(Icon.QUICK, "accent"), QLineEdit.ActionPosition.LeadingPosition)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitRow(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("Clients found"))
        sheet = QFrame()
        sheet.setProperty("role", "popup")
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        inside.setSpacing(SPACE_S)
        inside.addWidget(self.line)
        inside.addWidget(self.list)
        inside.addWidget(self._says)
        inside.addWidget(hairline())
        inside.addLayout(row(*self._kind_buttons(), 1, spacing=SPACE_XS))
        hint = self.tr("↑ ↓ client    → kind of fact    Enter adds or opens    Esc closes")
        inside.addWidget(label(hint, Role.HINT))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(sheet)

    def _kind_buttons(self) -> list[QWidget]:
        made: list[QWidget] = []
        for fact in Fact:
            each = button(fact_words(fact))
            each.setCheckable(True)
            self.kinds.addButton(each)
            self._buttons[fact] = each
            made.append(each)
        return made

    def _on_typed(self) -> None:
        typed = self.line.text().strip()
        self._enter_waits = False
        if not typed:
            self._finding.forget()
            self._answered = ""
            self._show((), "")
            return
        work = partial(understood, self._clients, typed)
        self._finding.run(work, partial(self._on_found, typed))

    def _on_found(self, typed: str, found: tuple[tuple[ClientHit, ...], str]) -> None:
        self._answered = typed
        self._show(*found)
        if self._enter_waits:
            self._on_enter()

    def _show(self, hits: tuple[ClientHit, ...], words: str) -> None:
        self._words = words
        self.model.show(hits)
        self.list.setFixedHeight(min(len(hits), _SHOWN) * ROW)
        self.list.setVisible(bool(hits))
        if hits:
            self.list.setCurrentIndex(self.model.index(0))
        self._say()
        self.adjustSize()

    def _say(self) -> None:
        index = self.list.currentIndex()
        if index.isValid() and self._words:
            pattern = self.tr("{called} · {kind}: {words}")
            called = index.data(HIT_ROLE).called
            kind = fact_words(self.fact)
            text = pattern.format(called=called, kind=kind, words=self._words)
        elif index.isValid():
            text = self.tr("Enter opens her file; words behind her name are added to it.")
        elif self.line.text().strip():
            text = self.tr("Nobody found.")
        else:
            text = self.tr("Three letters of pinyin, a name, or the end of a phone number.")
        self._says.setText(text)

    def _move(self, by: int) -> None:
        place = self.list.currentIndex().row() + by
        if 0 <= place < self.model.rowCount():
            self.list.setCurrentIndex(self.model.index(place))
            self._say()

    def _turn_kind(self, by: int) -> None:
        facts = list(Fact)
        following = facts[(facts.index(self.fact) + by) % len(facts)]
        self._buttons[following].setChecked(True)
        self._say()

    def _on_kind(self) -> None:
        self._say()
        self.line.setFocus()

    def _on_enter(self) -> None:
        if self._answered != self.line.text().strip():
            # She was faster than the search: Enter counts once it has answered.
            self._enter_waits = True
            return
        self._enter_waits = False
        index = self.list.currentIndex()
        if not index.isValid() or self._is_writing:
            return
        client_id = index.data(HIT_ROLE).id
        if not self._words:
            self.accept()
            self._desk.routes.client_wanted.emit(client_id)
            return
        now = today(self._desk.clock)
        work = partial(write, self._clients, client_id, self.fact, self._words, now)
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

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event) or super().eventFilter(watched, event)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        """Do what a key means here; return whether the line is not to see it."""
        key = Qt.Key(event.key())
        at_end = self.line.cursorPosition() == len(self.line.text())
        is_alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if key in _DOWN:
            self._move(_DOWN[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
        elif key == Qt.Key.Key_Right and (at_end or is_alt):
            self._turn_kind(1)
        elif key == Qt.Key.Key_Left and is_alt:
            self._turn_kind(-1)
        else:
            return False
        return True
