"""The question what came of a call or a talk, and when to talk again."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.occasions import Reminder
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.text.cards import card_line, card_title
from crm_desktop.ui.text.occasions import red_line
from crm_desktop.ui.theme.roles import Role, Tone, set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import wrapped

_WIDTH = 440


class TalkDialog(Dialog):
    """Asks in two lines; both may stay empty, Enter notes it.

    Signals:
        told: what came of it, and the `date` of the next talk or None.
    """

    told = Signal(str, object)

    def __init__(self, reminder: Reminder, today: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        title = self.tr("What came of it?")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Note it"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)
        occasion = reminder.occasion
        line = card_line(reminder, today, with_day=False)
        self.body.addWidget(wrapped(f"{card_title(occasion)} · {line}", Role.SECOND))
        if warning := red_line(occasion):
            self.body.addWidget(Band(warning, Tone.BAD))
        self.outcome = QLineEdit()
        self.outcome.setAccessibleName(self.tr("What came of it"))
        self.next_on = DayField(self.tr("Talk again on"), None, today)
        set_mark(self.next_on, "role", "")
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.addRow(self.tr("What came of it"), self.outcome)
        form.addRow(self.tr("Talk again on"), self.next_on)
        self.body.addLayout(form)
        self.outcome.setFocus()

    @override
    def accept(self) -> None:
        self.next_on.commit()
        super().accept()
        self.told.emit(self.outcome.text().strip(), self.next_on.value())
