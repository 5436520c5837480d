"""The menu of filters: what is set has a tick; what needs typing leads to a dialog."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import Tier
from crm_desktop.domain.traits import Missing, Standing
from crm_desktop.services.client_list import ListValues
from crm_desktop.ui.clients.filter_words import (
    SPANS,
    flag_words,
    month_words,
    span_words,
    standing_words,
    tier_words,
)
from crm_desktop.ui.clients.words import lacking

_MONTHS: Final = range(1, 13)
_Act = Callable[[], object]


class FilterMenu(QMenu):
    """Shown once and gone; keys lead through it as through any menu.

    Signals:
        asked: the fields of the query that are to be others, by name.
        values_wanted: the name of a field whose values are to be picked in a dialog.
        limits_wanted: the name of what is to be bounded in a dialog: `paid` or `visited`.
    """

    asked = Signal(dict)
    values_wanted = Signal(str)
    limits_wanted = Signal(str)

    def __init__(self, query: ListQuery, values: ListValues, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._query = query
        self._deeds: dict[QAction, _Act] = {}
        self._tiers(self._sub(self.tr("Tier")))
        self._flags(self, "big_only", "vip_only")
        self._missing(self._sub(self.tr("Missing")))
        self._standing(self._sub(self.tr("Paid and still to come")))
        self._visits(self._sub(self.tr("Last visit")))
        self._birthdays(self._sub(self.tr("Birthday")))
        self._dialogs(values)
        self.addSeparator()
        self._flags(self, "do_not_contact", "archived")
        self.triggered.connect(self._on_triggered)

    def _sub(self, words: str) -> QMenu:
        menu = QMenu(words, self)
        self.addMenu(menu)
        return menu

    def _tiers(self, menu: QMenu) -> None:
        for tier in (*Tier, None):
            self._member(menu, "tiers", tier, tier_words(tier))

    def _missing(self, menu: QMenu) -> None:
        for fact in Missing:
            self._member(menu, "missing", fact, lacking(fact))

    def _standing(self, menu: QMenu) -> None:
        for standing in Standing:
            self._member(menu, "standing", standing, standing_words(standing))

    def _visits(self, menu: QMenu) -> None:
        for field in ("visited_within", "not_visited_for"):
            for days in SPANS[field]:
                self._value(menu, field, days, span_words(field, days))
            menu.addSeparator()
        self._flags(menu, "never_visited")
        between = menu.addAction(self.tr("Between two days…"))
        self._deeds[between] = partial(self.limits_wanted.emit, "visited")

    def _birthdays(self, menu: QMenu) -> None:
        for days in SPANS["birthday_within"]:
            self._value(menu, "birthday_within", days, span_words("birthday_within", days))
        menu.addSeparator()
        for month in _MONTHS:
            self._value(menu, "birthday_month", month, month_words(month))

    def _dialogs(self, values: ListValues) -> None:
        paid = self.addAction(self.tr("Paid in all…"))
        self._deeds[paid] = partial(self.limits_wanted.emit, "paid")
        self.addSeparator()
        for field, words, known in (
            ("tags", self.tr("Tags…"), values.tags),
            ("done", self.tr("Treatments she had…"), values.done),
            ("wanted", self.tr("Treatments she may want…"), values.wanted),
            ("owners", self.tr("Whose client…"), values.owners),
            ("sources", self.tr("Came through…"), values.sources),
        ):
            pick = self.addAction(words)
            pick.setEnabled(bool(known))
            self._deeds[pick] = partial(self.values_wanted.emit, field)

    def _flags(self, menu: QMenu, *fields: str) -> None:
        for field in fields:
            is_set = getattr(self._query, field)
            self._tickable(menu, flag_words(field), {field: not is_set}, is_set=is_set)

    def _member(self, menu: QMenu, field: str, member: object, words: str) -> None:
        """Offer one member of a set to be put in or taken out."""
        held: frozenset[object] = getattr(self._query, field)
        other = held ^ {member}
        self._tickable(menu, words, {field: other}, is_set=member in held)

    def _value(self, menu: QMenu, field: str, value: int, words: str) -> None:
        """Offer one value of a field that has one at most."""
        is_set = getattr(self._query, field) == value
        self._tickable(menu, words, {field: None if is_set else value}, is_set=is_set)

    def _tickable(self, menu: QMenu, words: str, parts: dict[str, object], *, is_set: bool) -> None:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked(is_set)
        self._deeds[action] = partial(self.asked.emit, parts)

    def _on_triggered(self, action: QAction) -> None:
        self._deeds[action]()
