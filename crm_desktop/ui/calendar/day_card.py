"""What can be done about one line of the chosen day, and the red line if somebody must not hear."""

from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from crm_desktop.domain.day_sheet import Facet
from crm_desktop.domain.occasions import PREPARED, Kind
from crm_desktop.services.calendar import DayLine
from crm_desktop.ui.calendar.day_list import said
from crm_desktop.ui.calendar.words import whose_entry
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text.occasions import red_line
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.labels import wrapped

_GREETED: Final = frozenset({Kind.BIRTHDAY, Kind.ANNIVERSARY, Kind.VALUED, Kind.MILESTONE})


class DayCard(QWidget):
    """One line with its actions; the first is what comes next.

    Signals:
        file_wanted, workbench_wanted, greeting_wanted, festival_wanted, done_wanted, move_wanted:
            what is to be done with the `DayLine` shown.

    Attributes:
        move_button: the button under which another day is picked.
    """

    file_wanted = Signal(object)
    workbench_wanted = Signal(object)
    greeting_wanted = Signal(object)
    festival_wanted = Signal(object)
    done_wanted = Signal(object)
    move_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line: DayLine | None = None
        self._whose = ElidedLabel("", Role.STRONG)
        self._what = wrapped("", Role.SECOND)
        self._warning = wrapped("", Role.BAD)
        self._workbench = primary(self.tr("Prepare"), Icon.GIFT)
        self._festival = primary(self.tr("Open the list"), Icon.CHECK_LIST)
        self._done = primary(self.tr("Done"), Icon.CHECK)
        self.move_button = button(self.tr("Another day…"), None, Icon.CALENDAR_DAYS)
        self._greeting = button(self.tr("Greeting"), None, Icon.MESSAGE)
        self._file = button(self.tr("Open her file"), None, Icon.USER)
        self._deeds = FlowLayout(spacing=SPACE_S)
        self._build()

    def show_line(self, line: DayLine) -> None:
        """Show a line and what can be done about it."""
        self._line = line
        entry, kind = line.entry, line.occasion.kind
        self._whose.setText(whose_entry(entry))
        self._what.setText(said(line))
        warning = red_line(line.occasion)
        self._warning.setText(warning)
        self._warning.setVisible(bool(warning))
        is_festival = entry.facet is Facet.FESTIVAL
        self._offer(
            (self._festival, is_festival),
            (self._workbench, kind in PREPARED and not is_festival),
            (self._done, entry.is_movable),
            (self.move_button, entry.is_movable),
            (self._greeting, kind in _GREETED),
            (self._file, not is_festival),
        )

    def _offer(self, *deeds: tuple[QPushButton, bool]) -> None:
        """Lay out what can be done; a hidden button would leave its gap."""
        while self._deeds.takeAt(0) is not None:
            pass
        for each, is_fitting in deeds:
            each.setVisible(is_fitting)
            if is_fitting:
                self._deeds.addWidget(each)
        self._deeds.invalidate()
        self.updateGeometry()

    def _build(self) -> None:
        deeds = QWidget()
        deeds.setLayout(self._deeds)
        self._workbench.clicked.connect(self._on_workbench)
        self._festival.clicked.connect(self._on_festival)
        self._done.clicked.connect(self._on_done)
        self.move_button.clicked.connect(self._on_move)
        self._greeting.clicked.connect(self._on_greeting)
        self._file.clicked.connect(self._on_file)
        for each in (
            self._workbench,
            self._festival,
            self._done,
            self.move_button,
            self._greeting,
            self._file,
        ):
            each.setParent(deeds)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        deeds.setSizePolicy(policy)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, SPACE_XS, 0, 0)
        whole.setSpacing(SPACE_XS)
        for part in (self._whose, self._what, self._warning):
            whole.addWidget(part)
        whole.addSpacing(SPACE_XS)
        whole.addWidget(deeds)

    def _on_workbench(self) -> None:
        self.workbench_wanted.emit(self._line)

    def _on_festival(self) -> None:
        self.festival_wanted.emit(self._line)

    def _on_done(self) -> None:
        self.done_wanted.emit(self._line)

    def _on_move(self) -> None:
        self.move_wanted.emit(self._line)

    def _on_greeting(self) -> None:
        self.greeting_wanted.emit(self._line)

    def _on_file(self) -> None:
        self.file_wanted.emit(self._line)
