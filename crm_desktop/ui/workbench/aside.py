"""What stands beside the steps: likes and taboos, gifts of before, the budget, the supplier."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from crm_desktop.domain.records import PreferenceKind, Supplier
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import money
from crm_desktop.ui.text.briefing_words import listed
from crm_desktop.ui.text.openers import shortened
from crm_desktop.ui.text.workbench import called, gift_line, talk_line
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.card import Card
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import column, row
from crm_desktop.ui.workbench.meter import Meter

_LONGEST_NAME = 16
_KINDS = (PreferenceKind.ALLERGY, PreferenceKind.TABOO, PreferenceKind.LIKE)


class Aside(QWidget):
    """Cards made anew for every event.

    Signals:
        copied: a number or an address of a supplier that is to stand on the clipboard.
    """

    copied = Signal(str)

    def __init__(self, bench: Bench, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        cards: list[QWidget | int] = [self._likes(bench), self._before(bench)]
        if bench.budget.budget:
            cards.append(self._budget(bench, today))
        supplier = None if bench.gift is None else bench.supplier(bench.gift.supplier_id)
        if supplier is not None:
            cards.append(self._supplier(supplier))
        if bench.talks:
            cards.append(self._talks(bench))
        self.setLayout(column(*cards, spacing=SPACE_M))

    def _likes(self, bench: Bench) -> Card:
        card = Card(self.tr("Likes and taboos"))
        card.set_detail(shortened(called(bench), _LONGEST_NAME))
        folder = bench.sheet.folder
        lines = self._tastes(bench, bench.occasion.person_id)
        hers = _liked(bench, PreferenceKind.ALLERGY, None)
        if bench.person is not None and hers:
            told = self.tr("{name} is allergic to {words}")
            lines.append((told.format(name=folder.client.called, words=hers), Role.STRONG_BAD))
        for words, role in lines:
            card.body.addWidget(wrapped(words, role))
        if not lines:
            hint = self.tr("Nothing is known yet. Ask in the next talk and note it in the file.")
            card.body.addWidget(wrapped(hint, Role.SECOND))
        return card

    def _tastes(self, bench: Bench, person_id: int | None) -> list[tuple[str, Role | None]]:
        patterns = {
            PreferenceKind.ALLERGY: (self.tr("Allergic to {words}"), Role.STRONG_BAD),
            PreferenceKind.TABOO: (self.tr("Never: {words}"), Role.WARNING),
            PreferenceKind.LIKE: (self.tr("Likes {words}"), None),
        }
        found: list[tuple[str, Role | None]] = []
        for kind in _KINDS:
            pattern, role = patterns[kind]
            if words := _liked(bench, kind, person_id):
                found.append((pattern.format(words=words), role))
        return found

    def _before(self, bench: Bench) -> Card:
        card = Card(self.tr("Given on this day before"))
        for gift in bench.before:
            card.body.addLayout(
                column(
                    ElidedLabel(gift_line(gift)),
                    *([wrapped(gift.reaction, Role.SECOND)] if gift.reaction else []),
                    spacing=2,
                )
            )
        if not bench.before:
            hint = self.tr("Nothing yet. What you give this time stands here next year.")
            card.body.addWidget(wrapped(hint, Role.SECOND))
        return card

    def _budget(self, bench: Bench, today: dt.date) -> Card:
        card = Card(self.tr("Gifts to her in {year}").format(year=today.year))
        spent, whole = bench.budget.spent, bench.budget.budget
        told = self.tr("{spent} of {budget}").format(spent=money(spent), budget=money(whole))
        left = self.tr("{left} left").format(left=money(whole - spent))
        if spent > whole:
            left = self.tr("{over} over").format(over=money(spent - whole))
        meter = Meter()
        meter.fill(spent, whole, told)
        right = label(left, Role.BAD if spent > whole else Role.SECOND)
        card.body.addLayout(row(label(told), 1, right))
        card.body.addWidget(meter)
        return card

    def _supplier(self, supplier: Supplier) -> Card:
        card = Card(supplier.name)
        card.set_detail(supplier.trade)
        for words, says in (
            (supplier.phone, self.tr("Copy the phone number")),
            (supplier.wechat, self.tr("Copy the WeChat name")),
        ):
            if words:
                copy = _Copy(words, says)
                copy.copied.connect(self.copied)
                card.body.addLayout(row(ElidedLabel(words), copy, spacing=SPACE_XS))
        if supplier.notes:
            card.body.addWidget(wrapped(supplier.notes, Role.SECOND))
        return card

    def _talks(self, bench: Bench) -> Card:
        card = Card(self.tr("For this day"))
        card.body.setSpacing(SPACE_S)
        for talk in bench.talks:
            words = talk.outcome or talk.notes
            card.body.addLayout(
                column(wrapped(words), label(talk_line(talk), Role.SECOND), spacing=2)
            )
        return card


class _Copy(IconButton):
    """Copies words that stand beside it.

    Signals:
        copied: the words.
    """

    copied = Signal(str)

    def __init__(self, words: str, says: str) -> None:
        super().__init__(Icon.COPY, says)
        self._words = words
        self.clicked.connect(self._on_click)

    def _on_click(self) -> None:
        self.copied.emit(self._words)


def _liked(bench: Bench, kind: PreferenceKind, person_id: int | None) -> str:
    """Return what a person likes, avoids or must not get, in a list."""
    found = bench.sheet.folder.preferences
    return listed(each.text for each in found if (each.kind, each.person_id) == (kind, person_id))
