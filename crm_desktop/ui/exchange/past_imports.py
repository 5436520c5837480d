"""PastImports: what came into the book lately, what stands of it, and the way back of each."""

from collections.abc import Sequence

from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crm_desktop.clock import today
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.services.book import Book
from crm_desktop.services.import_log import PastImport, Standing
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.take_back import TakeBack
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.import_summary import counts_words, kind_word, standing_words
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.buttons import button, quiet
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row
from crm_desktop.ui.widgets.listing import ListRow

_SYMBOL = 18
_AT_FIRST = 5
_PAST = "past_import"
_SYMBOLS = {ListKind.CONTACTS: Icon.SMARTPHONE, ListKind.ROUNDTRIP: Icon.TRANSFER}


class PastImports(Card):
    """A card with the latest imports, five of them at first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.body.setSpacing(SPACE_XS)
        self.body.addWidget(label(self.tr("What came into the book"), Role.SECTION))
        self.take_back = TakeBack(desk)
        self.take_back.ended.connect(self.reload)
        self.body.addWidget(self.take_back)
        self.lines: list[QWidget] = []
        self._found: Sequence[PastImport] = ()
        self._is_whole = False
        desk.edits.changed.connect(self._on_changed)

    def reload(self) -> None:
        """Read the log anew."""
        book = self._desk.book
        self._desk.jobs.run(self, lambda: _recent(book), self._on_read, lane=Lane.FILES)

    def _on_changed(self, _change: object) -> None:
        if self.isVisible():
            self.reload()

    def _on_read(self, found: Sequence[PastImport]) -> None:
        self._found = found
        self._fill()

    def _fill(self) -> None:
        """Put the lines anew; the focus goes over before the old ones go, so nothing scrolls."""
        old, self.lines = self.lines, []
        shown = self._found if self._is_whole else self._found[:_AT_FIRST]
        for number, past in enumerate(shown):
            if number:
                self._add(hairline())
            self._add(self._line(past))
        if not self._found:
            hint = self.tr("Nothing yet. Every import is written down here and can be taken back.")
            self._add(wrapped(hint, Role.SECOND))
        elif len(shown) < len(self._found):
            self._add(self._rest(len(self._found) - len(shown)))
        self._pass_focus(old)
        for line in old:
            line.hide()
            line.deleteLater()

    def _add(self, widget: QWidget) -> None:
        self.body.addWidget(widget)
        widget.show()
        self.lines.append(widget)

    def _pass_focus(self, old: Sequence[QWidget]) -> None:
        """Give the focus to the line of the same import, if one of the `old` lines has it."""
        had = self.window().focusWidget()
        if not any(line.isAncestorOf(had) for line in old):
            return
        same = [
            each
            for line in self.lines
            for each in line.findChildren(QPushButton)
            if each.property(_PAST) == had.property(_PAST) and not each.isHidden()
        ]
        # The way back, which stands last, is gone once it was taken.
        for each in same[-1:]:
            each.setFocus()

    def _line(self, past: PastImport) -> ListRow:
        symbol = label()
        symbol.setPixmap(icon(_SYMBOLS.get(past.kind, Icon.SPREADSHEET)).pixmap(_SYMBOL))
        told = (standing_words(past), kind_word(past.kind), counts_words(past.counts))
        at = day_and_relative(past.at.date(), today(self._desk.clock))
        when = label(f"{at} {past.at:%H:%M}", Role.SECOND)
        look = quiet(self.tr("What it meant"))
        look.setProperty(_PAST, past.id)
        look.clicked.connect(self._on_look)
        name = past.file or self.tr("A file whose name was deleted")
        look.setAccessibleName(self.tr("What it meant: {file}").format(file=name))
        back = self._back_button(past, name)
        return ListRow(name, " · ".join(filter(None, told)), when, look, back, leading=symbol)

    def _back_button(self, past: PastImport, name: str) -> QPushButton:
        back = button(self.tr("Take back"), None, Icon.UNDO)
        back.setAccessibleName(self.tr("Take back: {file}").format(file=name))
        back.setProperty(_PAST, past.id)
        back.clicked.connect(self._on_back)
        # One that was taken back leaves the place of its button empty: lines stay in step.
        policy = back.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        back.setSizePolicy(policy)
        if past.standing is not Standing.STANDS:
            back.hide()
        return back

    def _rest(self, hidden: int) -> QWidget:
        more = button(self.tr("Show {count} more").format(count=hidden), Role.LINK)
        more.clicked.connect(self._on_more)
        made = QWidget()
        made.setLayout(row(more, 1))
        return made

    def _on_more(self) -> None:
        self._is_whole = True
        self._fill()

    def _on_look(self) -> None:
        run_id = self.sender().property(_PAST)
        from crm_desktop.ui.exchange.summary_dialog import SummaryDialog  # noqa: PLC0415 - rarely wanted

        for past in self._found:
            if past.id == run_id:
                SummaryDialog(self._desk, past, self.window()).open()

    def _on_back(self) -> None:
        pressed = self.sender()
        if not isinstance(pressed, QPushButton) or self.take_back.is_busy:
            return
        # How it goes on is told right below the line, wherever the page is scrolled to.
        [line] = [each for each in self.lines if each.isAncestorOf(pressed)]
        self.body.removeWidget(self.take_back)
        self.body.insertWidget(self.body.indexOf(line) + 1, self.take_back)
        self.take_back.begin(pressed.property(_PAST))


def _recent(book: Book) -> tuple[PastImport, ...]:
    return book.import_log.recent()
