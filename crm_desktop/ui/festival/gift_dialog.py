"""The question what was given on a festival: once for all who are picked, past the guard."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.services.festival_gifts import AgainstGift, FestivalGift
from crm_desktop.services.festivals import FestivalLine
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.texts import MoneyField
from crm_desktop.ui.text import money_from, plain_amount
from crm_desktop.ui.theme.roles import Role, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.guard_notes import GuardNotes, is_grave
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_WIDTH: Final = 440
_MOST_NAMES: Final = 3


class FestivalGiftDialog(Dialog):
    """Asks for item, cost and whether it has been handed over; Enter notes it.

    What speaks against it is told with whom it concerns: they can be left out, or be given it
    all the same.

    Signals:
        told: the `FestivalGift`, and the list of the `FestivalLine`s it is for.
    """

    told = Signal(object, object)

    def __init__(  # noqa: PLR0913 - what is asked, and of whom
        self,
        desk: Desk,
        festival: str,
        on: dt.date,
        lines: Sequence[FestivalLine],
        *,
        last: FestivalGift | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", "", "", parent)
        self._desk, self._on, self._lines = desk, on, list(lines)
        self._gift = replace(last or FestivalGift(), occasion=festival, overruled=frozenset())
        self._against: tuple[AgainstGift, ...] = ()
        self._looked: FestivalGift | None = None
        self.setWindowTitle(self.tr("What was given?"))
        self.heading.setText(self.windowTitle())
        self.cancel_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)
        whom = self.tr("{count} clients").format(count=len(self._lines))
        whom = self._lines[0].called if len(self._lines) == 1 else whom
        self.body.addWidget(wrapped(f"{festival} · {whom}", Role.SECOND))
        self.notes = GuardNotes()
        self.body.addWidget(self.notes)
        self.leave_out_button = button("", Role.QUIET)
        self.leave_out_button.hide()
        self.leave_out_button.clicked.connect(self._on_leave_out)
        self.buttons.insertWidget(0, self.leave_out_button)
        self._make_fields()
        self._on_typed()
        self.item.setFocus()

    @property
    def gift(self) -> FestivalGift:
        """What stands in the fields, nothing set aside."""
        return replace(
            self._gift,
            item=self.item.text().strip(),
            cost=money_from(self.cost.text()),
            ordered=self.ordered.isChecked(),
        )

    def _make_fields(self) -> None:
        self.item = QLineEdit(self._gift.item)
        self.item.setAccessibleName(self.tr("Item"))
        self.item.selectAll()
        self.cost = MoneyField(self.tr("Cost of each"), hint="¥")
        # In a dialog a field looks like one before it is pointed at.
        set_mark(self.cost, "role", "")
        if self._gift.cost is not None:
            self.cost.setText(plain_amount(self._gift.cost))
        self.given = button(self.tr("Handed over"))
        self.ordered = button(self.tr("Only ordered yet"))
        self._states = QButtonGroup(self)
        for made, place in ((self.given, "first"), (self.ordered, "last")):
            made.setCheckable(True)
            made.setAutoDefault(False)
            set_mark(made, "segment", place)
            self._states.addButton(made)
        (self.ordered if self._gift.ordered else self.given).setChecked(True)
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.addRow(self.tr("Item"), self.item)
        each = self.tr("Cost of each") if len(self._lines) > 1 else self.tr("Cost")
        form.addRow(each, self.cost)
        form.addRow(label(""), row(self.given, self.ordered, 1, spacing=0))
        self.body.addLayout(form)
        self.body.addStretch(1)
        for typed in (self.item, self.cost):
            typed.textChanged.connect(self._on_typed)
        self._states.buttonClicked.connect(self._on_typed)

    def _on_typed(self) -> None:
        """What speaks against it is looked for anew once it is said differently."""
        if self.gift != self._looked:
            self._tell(())
        self.accept_button.setEnabled(bool(self.gift.item))

    @override
    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        if self._against:
            codes = frozenset(each.warning.code for each in self._against)
            self._close_with(replace(self.gift, overruled=codes), self._lines)
            return
        self.accept_button.setEnabled(False)
        self.accept_button.setText(self.tr("Looking…"))
        ids = [line.client_id for line in self._lines]
        work = partial(
            self._desk.book.festivals.against, self._on, ids, self.gift, today(self._desk.clock)
        )
        self._desk.jobs.run(self, work, partial(self._on_looked, self.gift), failed=self._on_failed)

    def _on_looked(self, gift: FestivalGift, found: tuple[AgainstGift, ...]) -> None:
        if gift != self.gift:
            return
        if not found:
            self._close_with(gift, self._lines)
            return
        self._looked = gift
        self._tell(found)
        self.accept_button.setEnabled(True)
        self.accept_button.setFocus()

    def _on_failed(self, error: CrmError) -> None:
        self.reject()
        self._desk.jobs.failed.emit(error)

    def _on_leave_out(self) -> None:
        self._close_with(self.gift, self._others())

    def _close_with(self, gift: FestivalGift, lines: list[FestivalLine]) -> None:
        super().accept()
        self.told.emit(gift, lines)

    def _tell(self, found: tuple[AgainstGift, ...]) -> None:
        self._against = found
        grave = [each for each in found if is_grave(each.warning)]
        others = [each for each in found if not is_grave(each.warning)]
        self.notes.say(self._reasons(grave), self._reasons(others))
        noted, same = self.tr("Note it"), self.tr("Give it all the same")
        self.accept_button.setText(same if found else noted)
        left = len(self._lines) - len(self._others())
        leave_out = self.tr("Leave {count} out").format(count=left)
        self.leave_out_button.setText(leave_out)
        self.leave_out_button.setVisible(0 < left < len(self._lines))

    def _others(self) -> list[FestivalLine]:
        """Return those against whose gift nothing speaks."""
        concerned = {client_id for each in self._against for client_id in each.client_ids}
        return [line for line in self._lines if line.client_id not in concerned]

    def _reasons(self, found: Sequence[AgainstGift]) -> list[str]:
        """Return every reason once, with whom it concerns."""
        concerned: dict[str, list[int]] = {}
        for each in found:
            concerned.setdefault(self._reason(each), []).extend(each.client_ids)
        return [self._with_names(told, set(ids)) for told, ids in concerned.items()]

    def _reason(self, each: AgainstGift) -> str:
        """Return a reason; of many without the sums and days, which differ from one to another."""
        from crm_desktop.ui.text.gifts import reason  # noqa: PLC0415 - where something is warned of

        if len(self._lines) > 1 and each.warning.code is GuardCode.BUDGET:
            return self.tr("More than is meant for gifts this year")
        if len(self._lines) > 1 and each.warning.code is GuardCode.REPEATED:
            return self.tr("The same was given not long ago")
        return reason(each.warning)

    def _with_names(self, told: str, ids: set[int]) -> str:
        """Return `She is allergic: nuts (何姐, 王姐)`, no names where it is for all."""
        called = [line.called for line in self._lines if line.client_id in ids]
        if len(called) == len(self._lines):
            return told
        between = self.tr(", ", "between names")
        names = between.join(called[:_MOST_NAMES])
        if len(called) > _MOST_NAMES:
            many = self.tr("{names} and others, {count} in all")
            names = many.format(names=names, count=len(called))
        return self.tr("{reason} ({names})").format(reason=told, names=names)
