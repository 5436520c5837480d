"""The question what was ordered or given: item and cost, ready to be confirmed by Enter."""

import datetime as dt
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.gift_guard import GiftWarning, open_warnings, overruled_codes
from crm_desktop.domain.occasions import Reminder, Stage
from crm_desktop.domain.records import Gift, GiftState
from crm_desktop.services.gifts import GiftGround
from crm_desktop.services.reminders import planned_gift
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.text import money_from, plain_amount
from crm_desktop.ui.text.occasions import event, gift_item, red_line, whose
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.guard_notes import GuardNotes
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 440


class GiftDialog(Dialog):
    """Asks for the item and what it cost; ahead for the card, on the day how it was received.

    With a `ground` the guard speaks while she types, and the button says *all the same*.

    Signals:
        told: the `Gift` as she told it, and the frozen set of `GuardCode` she set aside.
    """

    told = Signal(object, object)

    def __init__(
        self,
        reminder: Reminder,
        ordered: Gift | None = None,
        parent: QWidget | None = None,
        *,
        ground: GiftGround | None = None,
        today: dt.date | None = None,
    ) -> None:
        self._is_given = reminder.stage is Stage.DAY
        super().__init__(*_heads(is_given=self._is_given), parent)
        self.setMinimumWidth(_WIDTH)
        self._ground = ground
        self._today = today or reminder.on
        self._planned = _planned(reminder, ordered, self._today)
        self._left: tuple[GiftWarning, ...] = ()
        occasion = reminder.occasion
        self.body.addWidget(wrapped(f"{whose(occasion)} · {event(occasion)}", Role.SECOND))
        warning = red_line(occasion)
        if warning and ground is None:
            self.body.addWidget(Band(warning, Tone.BAD))
        self.notes = GuardNotes()
        self.body.addWidget(self.notes)
        self._make_fields(self._planned.item or gift_item(reminder.what))
        self._on_typed()
        # What was ordered stands there already: what is left to say is how it was received.
        (self.reaction if self._is_given and self._planned.item else self.item).setFocus()

    def _make_fields(self, item: str) -> None:
        self.item = QLineEdit(item)
        self.item.setAccessibleName(self.tr("Item"))
        self.item.selectAll()
        self.cost = MoneyField(self.tr("Cost"), hint="¥")
        # In a dialog a field looks like one before it is pointed at.
        set_mark(self.cost, "role", "")
        if self._planned.cost is not None:
            self.cost.setText(plain_amount(self._planned.cost))
        self.card = QLineEdit(self._planned.card_text)
        self.card.setAccessibleName(self.tr("Words on the card"))
        self.reaction = QLineEdit()
        self.reaction.setAccessibleName(self.tr("Reaction"))
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.addRow(self.tr("Item"), self.item)
        form.addRow(self.tr("Cost"), self.cost)
        if self._is_given:
            form.addRow(self.tr("Reaction"), self.reaction)
        else:
            form.addRow(self.tr("Words on the card"), self.card)
        self.body.addLayout(form)
        self.body.addStretch(1)
        for typed in (self.item, self.cost, self.card):
            typed.textChanged.connect(self._on_typed)

    def gift(self) -> Gift:
        """Return the gift as it stands in the fields."""
        return replace(
            self._planned,
            item=self.item.text().strip(),
            cost=money_from(self.cost.text()),
            card_text=self.card.text().strip(),
            reaction=self.reaction.text().strip() or self._planned.reaction,
        )

    def _on_typed(self) -> None:
        gift = self.gift()
        self.accept_button.setEnabled(bool(gift.item))
        if self._ground is None:
            return
        warnings = self._ground.check(gift, self._today)
        self._left = open_warnings(warnings, overruled_codes(gift))
        self.notes.tell([each for each in warnings if not each.asks or each in self._left])
        _, usual, _ = _heads(is_given=self._is_given)
        self.accept_button.setText(_all_the_same(is_given=self._is_given) if self._left else usual)

    @override
    def accept(self) -> None:
        super().accept()
        self.told.emit(self.gift(), frozenset(each.code for each in self._left))


def _planned(reminder: Reminder, ordered: Gift | None, today: dt.date) -> Gift:
    """Return the gift as it will be once this is confirmed today."""
    if reminder.stage is Stage.PREPARE:
        return replace(planned_gift(reminder, GiftState.ORDERED), ordered_on=today)
    gift = ordered or planned_gift(reminder, GiftState.GIVEN)
    return replace(gift, state=GiftState.GIVEN, delivered_on=gift.delivered_on or today)


def _heads(*, is_given: bool) -> tuple[str, str, str]:
    """Return the question, the word to confirm it and the word to leave it."""
    translate = QCoreApplication.translate
    cancel = translate("GiftDialog", "Cancel")
    if is_given:
        return translate("GiftDialog", "What was given?"), translate("GiftDialog", "Given"), cancel
    ordered = translate("GiftDialog", "Ordered")
    return translate("GiftDialog", "What did you order?"), ordered, cancel


def _all_the_same(*, is_given: bool) -> str:
    if is_given:
        return QCoreApplication.translate("GiftDialog", "Given all the same")
    return QCoreApplication.translate("GiftDialog", "Order all the same")
