"""What narrows the list and in which order it stands: one line of buttons."""

from typing import Final

from PySide6.QtCore import QSettings, QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from crm_desktop.domain.records import Tier
from crm_desktop.services.client_list import ListQuery, Sort
from crm_desktop.ui.clients.words import sort_words
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S
from crm_desktop.ui.widgets.buttons import IconButton, button
from crm_desktop.ui.widgets.layouts import row

_TIER: Final = "clients/tier"
_BIG: Final = "clients/big"
_ARCHIVED: Final = "clients/archived"
_SORT: Final = "clients/sort"
_DESCENDING: Final = "clients/descending"


class Filters(QWidget):
    """Tier, big clients, archived ones; the order and its direction.

    Signals:
        changed: another `ListQuery` is wanted.
    """

    changed = Signal(object)

    def __init__(self, remembered: QSettings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._remembered = remembered
        self._query = _read(remembered)
        self._tiers = QButtonGroup(self)
        self._big = self._toggle(self.tr("Big clients"))
        self._archived = self._toggle(self.tr("Archived"))
        self._sort = ChoiceField[Sort](
            self.tr("Order"), [(sort, sort_words(sort)) for sort in Sort], self._query.sort
        )
        self._turn = IconButton(Icon.DOWN, self.tr("Turn the order round"))
        whole = row(*self._tier_buttons(), spacing=SPACE_S)
        whole.addSpacing(SPACE_M)
        for other in (self._big, self._archived):
            whole.addWidget(other)
        whole.addStretch(1)
        whole.addWidget(self._sort)
        whole.addWidget(self._turn)
        self.setLayout(whole)
        self._show()
        self._tiers.buttonClicked.connect(self._on_tier)
        self._big.clicked.connect(self._on_toggled)
        self._archived.clicked.connect(self._on_toggled)
        self._sort.committed.connect(self.sort_by)
        self._turn.clicked.connect(self._on_turned)

    @property
    def query(self) -> ListQuery:
        """What is asked for now."""
        return self._query

    @property
    def is_narrowed(self) -> bool:
        """Whether some clients are kept out of the list by choice."""
        return bool(self._query.tiers or self._query.big_only or self._query.archived)

    def sort_by(self, sort: Sort, *, descending: bool | None = None) -> None:
        """Put the list in another order; the best first, names from the start."""
        first = sort in {Sort.LAST_VISIT, Sort.PAID_TOTAL}
        self._ask(sort=sort, descending=first if descending is None else descending)

    def clear(self) -> None:
        """Let every client in who is not archived."""
        self._ask(tiers=frozenset(), big_only=False, archived=False)

    def _tier_buttons(self) -> list[QWidget]:
        made: list[QWidget] = []
        for tier in (None, *Tier):
            each = self._toggle(self.tr("All") if tier is None else tier.value)
            each.setAccessibleName(
                self.tr("Clients of every tier")
                if tier is None
                else self.tr("Clients of tier {tier}").format(tier=tier.value)
            )
            each.setProperty("tier", "" if tier is None else tier.value)
            self._tiers.addButton(each)
            made.append(each)
        return made

    def _toggle(self, words: str) -> QPushButton:
        made = button(words)
        made.setCheckable(True)
        return made

    def _show(self) -> None:
        query = self._query
        for each in self._tiers.buttons():
            each.setChecked(each.property("tier") == next(iter(query.tiers), ""))
        self._big.setChecked(query.big_only)
        self._archived.setChecked(query.archived)
        with QSignalBlocker(self._sort):
            self._sort.set_value(query.sort)
        self._turn.point(Icon.DOWN if query.descending else Icon.UP)

    def _ask(self, **parts: object) -> None:
        values = {name: getattr(self._query, name) for name in _PARTS} | parts
        asked = ListQuery(**values)
        if asked == self._query:
            return
        self._query = asked
        _write(self._remembered, asked)
        self._show()
        self.changed.emit(asked)

    def _on_tier(self, pressed: QPushButton) -> None:
        tier = pressed.property("tier")
        self._ask(tiers=frozenset({Tier(tier)} if tier else ()))

    def _on_toggled(self) -> None:
        self._ask(big_only=self._big.isChecked(), archived=self._archived.isChecked())

    def _on_turned(self) -> None:
        self._ask(descending=not self._query.descending)


_PARTS: Final = ("sort", "descending", "tiers", "big_only", "archived")


def _read(remembered: QSettings) -> ListQuery:
    sort, tier = str(remembered.value(_SORT, "")), str(remembered.value(_TIER, ""))
    return ListQuery(
        sort=Sort(sort) if sort in set(Sort) else Sort.NAME,
        descending=_flag(remembered, _DESCENDING),
        tiers=frozenset({Tier(tier)} if tier in set(Tier) else ()),
        big_only=_flag(remembered, _BIG),
        archived=_flag(remembered, _ARCHIVED),
    )


def _write(remembered: QSettings, query: ListQuery) -> None:
    remembered.setValue(_SORT, query.sort.value)
    remembered.setValue(_DESCENDING, int(query.descending))
    remembered.setValue(_TIER, next(iter(query.tiers), ""))
    remembered.setValue(_BIG, int(query.big_only))
    remembered.setValue(_ARCHIVED, int(query.archived))


def _flag(remembered: QSettings, name: str) -> bool:
    return str(remembered.value(name, "0")) == "1"
