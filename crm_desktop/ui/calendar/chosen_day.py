"""The chosen day beside the calendar: its names, everything on it, and what can be done."""

import datetime as dt
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from crm_desktop.services.calendar import DayFacts, DayLine
from crm_desktop.ui.calendar.day_card import DayCard
from crm_desktop.ui.calendar.day_list import LINE_ROLE, DayListModel, DayRow
from crm_desktop.ui.calendar.words import day_off_words, festival_words, lunar_whole
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day, day_with_year, relative
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, primary
from crm_desktop.ui.widgets.empty import EmptyState
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row

_WIDTH: Final = 320


class ChosenDay(QFrame):
    """A card with one day.

    Signals:
        chosen: a `DayLine` was walked to or pressed.
        opened: a `DayLine` was opened by Enter or a double click.
        new_client_wanted: nobody is in the book yet, and she wants to begin.
        task_wanted: she wants to note something to do on the day.

    Attributes:
        card: what can be done about the line that is chosen.
        list: the lines.
    """

    chosen = Signal(object)
    opened = Signal(object)
    new_client_wanted = Signal()
    task_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        set_role(self, Role.CARD)
        self.setFixedWidth(_WIDTH)
        self._day = label("", Role.SECTION)
        self._names = wrapped("", Role.SECOND)
        self.add_button = IconButton(Icon.PLUS, self.tr("Something to do on this day (N)"))
        self.add_button.clicked.connect(self.task_wanted)
        self.model = DayListModel(self)
        self.list = QListView()
        self.card = DayCard()
        self._line = hairline()
        self._nothing = EmptyState(Icon.CALENDAR, self.tr("Nothing on this day"))
        begin = primary(self.tr("New client"), Icon.USER_PLUS)
        begin.clicked.connect(self.new_client_wanted)
        self._nobody = EmptyState(Icon.USERS, self.tr("Nobody is in the book yet"), "", begin)
        self._build()
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.activated.connect(self._on_activated)

    def show_day(  # noqa: PLR0913 - a day, its names and its lines
        self,
        on: dt.date,
        today: dt.date,
        facts: DayFacts,
        lines: Sequence[DayLine],
        *,
        is_anybody: bool = True,
        place: object = None,
    ) -> None:
        """Show what happens on `on`; the line of `place` is chosen, else the first."""
        self._day.setText(day(on) if on.year == today.year else day_with_year(on))
        names = [relative(on, today), lunar_whole(on), *festival_words(facts), day_off_words(facts)]
        self._names.setText(" · ".join(filter(None, names)))
        self.model.show(lines)
        for part in (self.list, self._line, self.card):
            part.setVisible(bool(lines))
        self.add_button.setVisible(is_anybody)
        self._nothing.setVisible(not lines and is_anybody)
        self._nobody.setVisible(not lines and not is_anybody)
        self.choose(place)

    def choose(self, place: object) -> None:
        """Choose the line of an entry, else the first."""
        lines = self.model.lines
        found = (number for number, line in enumerate(lines) if line.entry.place == place)
        if lines:
            self.list.setCurrentIndex(self.model.index(next(found, 0)))
            # The card below may take more room for it, once it is laid out.
            QTimer.singleShot(0, self, self._keep_in_sight)

    def _build(self) -> None:
        self.list.setProperty("role", "plain")
        self.list.setModel(self.model)
        self.list.setItemDelegate(DayRow(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(self.tr("On this day"))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        whole.setSpacing(SPACE_S)
        whole.addLayout(row(self._day, 1, self.add_button))
        whole.addWidget(self._names)
        whole.addWidget(self.list, 1)
        whole.addWidget(self._nothing, 1)
        whole.addWidget(self._nobody, 1)
        whole.addWidget(self._line)
        whole.addWidget(self.card)

    def _keep_in_sight(self) -> None:
        self.list.scrollTo(self.list.currentIndex())

    def _on_current(self, index: QModelIndex) -> None:
        if index.isValid():
            line: DayLine = index.data(LINE_ROLE)
            self.card.show_line(line)
            self.chosen.emit(line)

    def _on_activated(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(LINE_ROLE))
