"""SummaryLines: what an import meant to her, line by line, each with its clients to open."""

import datetime as dt
from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crm_desktop.services.import_summary import ImportSummary
from crm_desktop.ui.icons import icon
from crm_desktop.ui.text.discretion import discreet_name
from crm_desktop.ui.text.import_summary import SummaryLine, summary_lines
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, hairline, row

_SYMBOL = 20
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_AT_FIRST = 5
_AT_FIRST_ALONE = 12
_NAME_WIDTH = 160
_PADDING = 7
"""What a link has around its words, which are to stand under those of its line."""

_CLIENT = "client_id"
_TITLE = "line_title"


class SummaryLines(QWidget):
    """The lines of a summary, one under the other.

    Signals:
        client_wanted: open the page of the client with this id.
    """

    client_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QVBoxLayout(self)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(SPACE_S)
        self._summary = ImportSummary()
        self._today = dt.date.min
        self._names: Mapping[int, str] = {}
        self._whole: set[str] = set()

    def show_summary(self, summary: ImportSummary, today: dt.date) -> None:
        """Show a summary; the names come by `show_names`."""
        self._summary, self._today = summary, today
        self._names, self._whole = {}, set()
        self._fill()

    def show_names(self, names: Mapping[int, str]) -> None:
        """Show the clients by their names; who is no longer in the book is left out."""
        self._names = names
        self._fill()

    def _fill(self) -> None:
        while (item := self._inside.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        lines = summary_lines(self._summary, self._today)
        for number, line in enumerate(lines):
            if number:
                self._inside.addWidget(hairline())
            self._inside.addWidget(self._line(line))
        if not lines:
            nothing = self.tr("No new client, visit, amount or date came with it.")
            self._inside.addWidget(wrapped(nothing, Role.SECOND))

    def _line(self, line: SummaryLine) -> QWidget:
        symbol = label()
        symbol.setPixmap(icon(line.symbol).pixmap(_SYMBOL))
        words = column(_indented(line.title, Role.STRONG), spacing=SPACE_XS)
        if line.detail:
            words.addWidget(_indented(line.detail, Role.SECOND))
        known = [one for one in line.people if one[0] in self._names]
        at_first = _AT_FIRST if any(said for _, said in known) else _AT_FIRST_ALONE
        shown = known if line.title in self._whole else known[:at_first]
        if any(said for _, said in shown):
            words.addLayout(self._people(shown))
        elif shown:
            words.addWidget(self._names_alone(shown))
        if len(known) > len(shown):
            words.addLayout(self._rest(line.title, len(known) - len(shown)))
        elif known and line.more > 0:
            more = self.tr("and {count} more").format(count=f"{line.more:,}")
            words.addWidget(_indented(more, Role.SECOND))
        made = QWidget()
        inside = QHBoxLayout(made)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_S)
        inside.addWidget(symbol, 0, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(words, 1)
        return made

    def _names_alone(self, people: list[tuple[int, str]]) -> QWidget:
        """Return the names one after another, where nothing is said of each."""
        made = QWidget()
        flow = FlowLayout(made, SPACE_XS)
        for client_id, _ in people:
            flow.addWidget(self._name(client_id))
        return made

    def _people(self, people: list[tuple[int, str]]) -> QGridLayout:
        """Return the names under one another, what is said of each beside them."""
        grid = QGridLayout()
        grid.setHorizontalSpacing(SPACE_S)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        for place, (client_id, said) in enumerate(people):
            grid.addWidget(self._name(client_id), place, 0, _LEFT)
            grid.addWidget(ElidedLabel(said, Role.SECOND), place, 1)
        return grid

    def _name(self, client_id: int) -> QPushButton:
        name = discreet_name(self._names[client_id])
        link = button("", Role.LINK)
        short = link.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, _NAME_WIDTH)
        link.setText(short.replace("&", "&&"))
        link.setToolTip(name if short != name else "")
        link.setAccessibleName(self.tr("Open {name}").format(name=name))
        link.setProperty(_CLIENT, client_id)
        link.clicked.connect(self._on_name)
        return link

    def _rest(self, title: str, hidden: int) -> QHBoxLayout:
        more = button(self.tr("Show {count} more").format(count=f"{hidden:,}"), Role.LINK)
        more.setProperty(_TITLE, title)
        more.clicked.connect(self._on_more)
        return row(more, 1)

    def _on_name(self) -> None:
        self.client_wanted.emit(self.sender().property(_CLIENT))

    def _on_more(self) -> None:
        self._whole.add(self.sender().property(_TITLE))
        self._fill()


def _indented(words: str, role: Role) -> QLabel:
    made = wrapped(words, role)
    made.setContentsMargins(_PADDING, 0, 0, 0)
    return made
