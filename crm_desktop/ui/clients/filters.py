"""What narrows the list and in which order it stands: a line of chips and buttons."""

import datetime as dt
from functools import partial
from typing import Any, Final

from PySide6.QtCore import QPoint, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from crm_desktop.domain.list_query import FIELDS, ListQuery, Sort
from crm_desktop.services.client_list import ListValues
from crm_desktop.ui.clients.filter_dialogs import LimitsDialog, PickDialog
from crm_desktop.ui.clients.filter_menu import FilterMenu
from crm_desktop.ui.clients.filter_words import Chip, chips
from crm_desktop.ui.clients.words import sort_words
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.icons import Icon, icon
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button, quiet
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.layouts import row

_CROSS: Final = QSize(18, 12)
_LONGEST_CHIP: Final = 40
_BEST_FIRST: Final = frozenset({Sort.LAST_VISIT, Sort.PAID_TOTAL})


class Filters(QWidget):
    """Chips for what is set, each taken away by a press; a menu for more; the order.

    Signals:
        changed: another `ListQuery` is wanted.
        save_wanted: the present query is to be kept as a list.
    """

    changed = Signal(object)
    save_wanted = Signal()

    def __init__(self, query: ListQuery, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = today
        self.values = ListValues()
        self._query = query
        self._kept = ListQuery()
        self._chips = FlowLayout(spacing=SPACE_S)
        self.add = button(self.tr("Filter"), None, Icon.FILTER)
        self._clear = quiet(self.tr("Clear"))
        self._save = button(self.tr("Save as list…"), Role.LINK)
        self._sort = ChoiceField[Sort](
            self.tr("Order"), [(sort, sort_words(sort)) for sort in Sort], query.sort
        )
        self._turn = IconButton(Icon.DOWN, self.tr("Turn the order round"))
        self._build()
        self._show()
        self.add.clicked.connect(self._on_add)
        self._clear.clicked.connect(self.clear)
        self._save.clicked.connect(self.save_wanted)
        self._sort.committed.connect(self.sort_by)
        self._turn.clicked.connect(self._on_turned)

    @property
    def query(self) -> ListQuery:
        """What is asked for now."""
        return self._query

    def show_query(self, query: ListQuery) -> None:
        """Show what is asked for, without asking for it."""
        self._query = query
        self._show()

    def show_kept(self, kept: ListQuery) -> None:
        """Offer to save what differs from the list that stands open."""
        self._kept = kept
        self._show()

    def sort_by(self, sort: Sort, *, descending: bool | None = None) -> None:
        """Put the list in another order; the best first, names from the start."""
        first = sort in _BEST_FIRST
        self._ask(sort=sort, descending=first if descending is None else descending)

    def clear(self) -> None:
        """Let every client in who is not archived."""
        self._take(self._query.everyone)

    def _build(self) -> None:
        left = QWidget()
        left.setLayout(self._chips)
        policy = left.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        left.setSizePolicy(policy)
        whole = row(spacing=SPACE_S)
        whole.addWidget(left, 1)
        for widget in (self._save, self._sort, self._turn):
            whole.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(whole)

    def _show(self) -> None:
        query = self._query
        for kept in (self.add, self._clear):
            self._chips.removeWidget(kept)
        self._chips.clear()
        self._chips.addWidget(self.add)
        for chip in chips(query):
            self._chips.addWidget(self._chip(chip))
        self._chips.addWidget(self._clear)
        self._clear.setVisible(query.is_narrowed)
        self._save.setVisible(query.is_narrowed and query != self._kept)
        with QSignalBlocker(self._sort):
            self._sort.set_value(query.sort)
        self._turn.point(Icon.DOWN if query.descending else Icon.UP)
        self.updateGeometry()

    def _chip(self, chip: Chip) -> QPushButton:
        words = chip.words
        short = words if len(words) <= _LONGEST_CHIP else f"{words[:_LONGEST_CHIP]}…"
        made = QPushButton(short)
        set_mark(made, "pill", Tone.ACCENT)
        set_mark(made, "chip", "yes")
        made.setIcon(icon(Icon.CLOSE, "accent"))
        made.setIconSize(_CROSS)
        made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setToolTip(self.tr("Remove the filter {filter}").format(filter=words))
        made.setAccessibleName(made.toolTip())
        made.clicked.connect(partial(self._on_removed, chip.fields))
        return made

    def _ask(self, **parts: Any) -> None:  # noqa: ANN401 - the fields of a query
        values = {name: getattr(self._query, name) for name in FIELDS} | parts
        self._take(ListQuery(**values))

    def _take(self, query: ListQuery) -> None:
        if query != self._query:
            self._query = query
            self._show()
            self.changed.emit(query)

    def _on_add(self) -> None:
        menu = FilterMenu(self._query, self.values, self)
        menu.asked.connect(self._on_asked)
        menu.values_wanted.connect(self._on_values)
        menu.limits_wanted.connect(self._on_limits)
        menu.popup(self.add.mapToGlobal(QPoint(0, self.add.height())))

    def _on_asked(self, parts: dict[str, object]) -> None:
        self._ask(**parts)

    def _on_removed(self, fields: tuple[str, ...]) -> None:
        usual = ListQuery()
        self._ask(**{field: getattr(usual, field) for field in fields})
        self.add.setFocus()

    def _on_turned(self) -> None:
        self._ask(descending=not self._query.descending)

    def _on_values(self, field: str) -> None:
        titles = {
            "tags": self.tr("Which tags?"),
            "done": self.tr("Which treatments did she have?"),
            "wanted": self.tr("Which treatments may she want?"),
            "owners": self.tr("Whose clients?"),
            "sources": self.tr("How did she come?"),
        }
        needs_all = self._query.all_tags if field == "tags" else None
        ticked = getattr(self._query, field)
        known = {*getattr(self.values, field), *ticked} - {""}
        dialog = PickDialog(titles[field], known, ticked, self.window(), needs_all=needs_all)
        dialog.picked.connect(partial(self._on_picked, field))
        dialog.open()

    def _on_picked(self, field: str, picked: frozenset[str], needs_all: bool) -> None:  # noqa: FBT001 - a Qt signal
        more = {"all_tags": needs_all and len(picked) > 1} if field == "tags" else {}
        self._ask(**{field: picked}, **more)

    def _on_limits(self, what: str) -> None:
        query = self._query
        if what == "paid":
            low = MoneyField(self.tr("From"), query.paid_from, self.tr("any"))
            high = MoneyField(self.tr("To"), query.paid_until, self.tr("any"))
            dialog = LimitsDialog(self.tr("Paid in all"), low, high, self.window())
            dialog.limited.connect(self._on_paid)
        else:
            first = DayField(self.tr("From"), query.visited_from, self.today)
            last = DayField(self.tr("To"), query.visited_until, self.today)
            dialog = LimitsDialog(self.tr("Last visit"), first, last, self.window())
            dialog.limited.connect(self._on_visited)
        dialog.open()

    def _on_paid(self, low: int | None, high: int | None) -> None:
        self._ask(paid_from=low, paid_until=high)

    def _on_visited(self, first: dt.date | None, last: dt.date | None) -> None:
        self._ask(visited_from=first, visited_until=last)
