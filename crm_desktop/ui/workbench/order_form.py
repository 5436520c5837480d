"""The form of the order: what, from whom, for how much, with which words, past the guard."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.gift_guard import GiftWarning, open_warnings, overruled_codes
from crm_desktop.domain.records import Change, Gift, GiftState, Supplier
from crm_desktop.domain.trades import supplier_for
from crm_desktop.domain.workbench import Step
from crm_desktop.services.workbench import Bench
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.reminding.supplier import SupplierDialog
from crm_desktop.ui.text import money_from, plain_amount
from crm_desktop.ui.text.openers import shortened
from crm_desktop.ui.text.workbench import card_texts, order_note, supplier_line, treat_words
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.scale import scaled
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.flow import FlowLayout
from crm_desktop.ui.widgets.guard_notes import GuardNotes
from crm_desktop.ui.widgets.layouts import row
from crm_desktop.ui.workbench.form import StepForm, named

_LINES: Final = 3
_COST_WIDTH: Final = 130
_LONGEST_IDEA: Final = 30
_SHORTEST: Final = 8


class OrderForm(StepForm):
    """Fields for one order; the guard speaks while she types and can be set aside."""

    def __init__(self, desk: Desk, bench: Bench, step: Step) -> None:
        super().__init__(desk, bench, step, primary("", Icon.CHECK))
        self._today = today(desk.clock)
        self._gift = bench.planned(self._today)
        self._left: tuple[GiftWarning, ...] = ()
        self._texts = card_texts(bench)
        self._number = 0
        self._is_picked = bool(self._gift.id)
        self.item = QLineEdit(self._gift.item)
        self.cost = MoneyField(self.tr("Cost"), hint="¥")
        self.suppliers = QComboBox()
        self.card = QPlainTextEdit()
        self.notes = QLineEdit(self._gift.notes)
        self.guard = GuardNotes()
        self.idea_button = button(self.tr("Keep as an idea"))
        self.copy_button = button(self.tr("Copy for the supplier"), None, Icon.COPY)
        self.with_address = QCheckBox(self.tr("with name and address"))
        self.new_supplier = IconButton(Icon.PLUS, self.tr("A new supplier"))
        self.next_card = IconButton(Icon.REFRESH, self.tr("Other words for the card"))
        self._fill()
        self._build()
        self._connect()
        self.setFocusProxy(self.item)
        self._on_typed()

    def gift(self) -> Gift:
        """Return the gift as it stands in the fields."""
        return replace(
            self._gift,
            item=self.item.text().strip(),
            cost=money_from(self.cost.text()),
            card_text=self.card.toPlainText().strip(),
            supplier_id=self.suppliers.currentData(),
            notes=self.notes.text().strip(),
        )

    @override
    def deed(self) -> Callable[[], Change]:
        return partial(
            self.desk.book.workbench.order,
            self.bench.reminder(self.step.stage),
            self.gift(),
            self.desk.clock.now(),
            frozenset(each.code for each in self._left),
        )

    @override
    def told(self) -> None:
        self._offer_suppliers(self.suppliers.currentData())
        self._on_typed()

    def _fill(self) -> None:
        # In a form a field looks like one before it is pointed at.
        set_mark(self.cost, "role", "")
        self.cost.setFixedWidth(scaled(_COST_WIDTH))
        if self._gift.cost is not None:
            self.cost.setText(plain_amount(self._gift.cost))
        suggested = self._suggestions()
        if not self._gift.id and len(suggested) == 1:
            self.item.setText(suggested[0][0])
            self.item.selectAll()
        words = self._gift.card_text
        if not self._gift.id and self._texts:
            words = self._texts[0]
        self.card.setPlainText(words)
        self.card.setTabChangesFocus(True)
        self.card.setFixedHeight(self.card.fontMetrics().lineSpacing() * _LINES + 2 * SPACE_S)
        self.notes.setPlaceholderText(self.tr("In the morning; no visiting cards"))
        self._offer_suppliers(self._gift.supplier_id)

    def _build(self) -> None:
        suggested = QWidget()
        flow = FlowLayout(suggested, SPACE_XS + 2)
        for words, gift in self._suggestions():
            chip = button(shortened(words, _LONGEST_IDEA))
            set_mark(chip, "pill", "plain")
            chip.setToolTip(words)
            chip.clicked.connect(partial(self._on_suggestion, words, gift))
            flow.addWidget(chip)
        self.body.addWidget(suggested)
        line = QHBoxLayout()
        line.setSpacing(SPACE_S)
        line.addLayout(named(self.tr("Item"), self.item), 1)
        line.addLayout(named(self.tr("Cost"), self.cost))
        self.body.addLayout(line)
        chooser = QWidget()
        chooser.setLayout(row(self.suppliers, self.new_supplier, spacing=SPACE_XS))
        self.suppliers.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.suppliers.setMinimumContentsLength(_SHORTEST)
        where = QHBoxLayout()
        where.setSpacing(SPACE_S)
        where.addLayout(named(self.tr("From"), chooser), 1)
        where.addLayout(named(self.tr("What the supplier is to know"), self.notes), 1)
        self.body.addLayout(where)
        self.suppliers.setAccessibleName(self.tr("From"))
        self.add_field(self.tr("Words on the card"), self.card, self.next_card)
        # Shown before it has its place, it would be a window of its own for a moment.
        self.next_card.setVisible(len(self._texts) > 1)
        self.body.addWidget(self.guard)
        self.body.addLayout(row(self.copy_button, self.with_address, 1))
        self.add_buttons(self.idea_button)
        self.idea_button.setVisible(not self._gift.id)

    def _connect(self) -> None:
        for typed in (self.item, self.cost):
            typed.textChanged.connect(self._on_typed)
            typed.returnPressed.connect(self.do)
        self.suppliers.activated.connect(self._on_picked)
        self.notes.returnPressed.connect(self.do)
        self.card.textChanged.connect(self._on_typed)
        self.next_card.clicked.connect(self._on_next_card)
        self.copy_button.clicked.connect(self._on_copy)
        self.new_supplier.clicked.connect(self._on_new_supplier)
        self.idea_button.clicked.connect(self._on_idea)

    def _suggestions(self) -> list[tuple[str, Gift | None]]:
        """Return what the rule and her own ideas suggest, each word once."""
        found: dict[str, Gift | None] = {idea.item: idea for idea in self.bench.ideas}
        for treat in self.bench.treats:
            found.setdefault(treat_words(treat), None)
        return list(found.items())

    def _offer_suppliers(self, chosen: int | None) -> None:
        with QSignalBlocker(self.suppliers):
            self.suppliers.clear()
            self.suppliers.addItem(self.tr("Not said"), None)
            for supplier in self.bench.suppliers:
                self.suppliers.addItem(supplier_line(supplier), supplier.id)
            self.suppliers.setCurrentIndex(max(self.suppliers.findData(chosen), 0))

    def _on_picked(self) -> None:
        self._is_picked = True

    def _follow(self) -> None:
        """Name the supplier who sells what is ordered, as long as she has picked none."""
        if self._is_picked:
            return
        usual = supplier_for(self.item.text(), self.bench.suppliers)
        self.suppliers.setCurrentIndex(0 if usual is None else self.suppliers.findData(usual.id))

    def _on_suggestion(self, words: str, idea: Gift | None) -> None:
        if idea is not None:
            # Her idea becomes the order: it is not to stand in the book twice.
            self._gift = idea
            self._is_picked = self._is_picked or idea.supplier_id is not None
            self._offer_suppliers(idea.supplier_id or self.suppliers.currentData())
            if idea.cost is not None:
                self.cost.setText(plain_amount(idea.cost))
            self.idea_button.hide()
        self.item.setText(words)
        self.cost.setFocus()

    def _on_typed(self) -> None:
        self._follow()
        gift = self.gift()
        if gift.state is GiftState.IDEA:
            gift = replace(gift, state=GiftState.ORDERED, on=self.bench.occasion.on)
        for acts in (self.done_button, self.idea_button, self.copy_button):
            acts.setEnabled(bool(gift.item))
        warnings = self.bench.ground.check(gift, self._today) if gift.item else ()
        self._left = open_warnings(warnings, overruled_codes(gift))
        # Who does not know stands over the whole page already.
        self.guard.tell([each for each in warnings if each in self._left])
        usual = self.tr("Save the order") if self.bench.gift else self.tr("It is ordered")
        self.done_button.setText(self.tr("Order all the same") if self._left else usual)

    def _on_next_card(self) -> None:
        self._number = (self._number + 1) % len(self._texts)
        self.card.setPlainText(self._texts[self._number])

    def _on_copy(self) -> None:
        told = order_note(self.bench, self.gift(), with_address=self.with_address.isChecked())
        self.copied.emit(told)

    def _on_idea(self) -> None:
        idea = replace(self.gift(), state=GiftState.IDEA, ordered_on=None)
        codes = frozenset(each.code for each in self._left)
        self.wanted.emit(partial(self.desk.book.gifts.save, idea, self._today, codes))

    def _on_new_supplier(self) -> None:
        dialog = SupplierDialog(Supplier(), self.window())
        dialog.told.connect(self._on_supplier)
        dialog.open()

    def _on_supplier(self, supplier: Supplier) -> None:
        known = frozenset(one.id for one in self.bench.suppliers)
        work = partial(_saved, self.desk, supplier)
        done = partial(self._on_saved, known)
        self.desk.jobs.run(self, work, done, lane=Lane.DATABASE)

    def _on_saved(self, known: frozenset[int], saved: tuple[Change, tuple[Supplier, ...]]) -> None:
        change, suppliers = saved
        self.bench = replace(self.bench, suppliers=suppliers)
        new = next((one.id for one in suppliers if one.id not in known), None)
        self._is_picked = True
        self._offer_suppliers(new)
        self.desk.edits.done(change)


def _saved(desk: Desk, supplier: Supplier) -> tuple[Change, tuple[Supplier, ...]]:
    change = desk.book.suppliers.save(supplier)
    return change, desk.book.suppliers.list()
