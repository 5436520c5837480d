"""The day that is chosen in the calendar: everything that happens on it."""

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from crm_desktop.domain.occasions import Occasion
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day_and_relative, lunar_of
from crm_desktop.ui.text.occasions import client_called, event, red_line, whose
from crm_desktop.ui.theme.roles import Role, Tone, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.avatar import Avatar
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import ScrollColumn
from crm_desktop.ui.widgets.listing import ListRow
from crm_desktop.ui.widgets.pill import Pill

_WIDTH = 320


class ChosenDay(QFrame):
    """A card with the occasions of one day.

    Signals:
        client_wanted: the client whose page is to be opened.
    """

    client_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setFixedWidth(_WIDTH)
        self._day = label("", Role.SECTION)
        self._lunar = label("", Role.SECOND)
        self._list = ScrollColumn()
        self._list.content.setSpacing(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addWidget(self._day)
        whole.addWidget(self._lunar)
        whole.addWidget(self._list, 1)

    def show_day(self, on: dt.date, today: dt.date, occasions: Sequence[Occasion]) -> None:
        """Show what happens on `on`."""
        self._day.setText(day_and_relative(on, today))
        self._lunar.setText(lunar_of(on))
        self._list.clear()
        for occasion in occasions:
            self._list.content.addWidget(self._row(occasion))
        if occasions:
            self._list.content.addStretch(1)
        else:
            nothing = EmptyState(Icon.CALENDAR, self.tr("Nothing on this day"))
            self._list.content.addWidget(nothing, 1)

    def _row(self, occasion: Occasion) -> QWidget:
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open her file"))
        opener.setProperty("client", occasion.client_id)
        opener.clicked.connect(self._on_open)
        marks: list[QWidget] = []
        if occasion.big:
            marks.append(Pill(self.tr("Big client"), Tone.ACCENT))
        line = ListRow(
            whose(occasion),
            event(occasion),
            *marks,
            opener,
            leading=Avatar(client_called(occasion)),
        )
        warning = red_line(occasion)
        if not warning:
            return line
        both = QWidget()
        stack = QVBoxLayout(both)
        stack.setContentsMargins(0, 0, 0, SPACE_S)
        stack.setSpacing(0)
        stack.addWidget(line)
        stack.addWidget(wrapped(warning, Role.BAD), 0, Qt.AlignmentFlag.AlignTop)
        return both

    def _on_open(self) -> None:
        self.client_wanted.emit(self.sender().property("client"))
