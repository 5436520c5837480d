"""NewTask: something to do for a client on the day that is chosen."""

import datetime as dt

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Promise
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.client_picker import ClientPicker
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.theme.roles import set_mark
from crm_desktop.ui.theme.tokens import SPACE_S
from crm_desktop.ui.widgets.dialog import Dialog

_WIDTH = 440


class NewTask(Dialog):
    """Asks for whom, what and when; Enter notes it.

    It becomes a promise with a day, which waits until it is kept. A talk would not do: noted
    today, it would say that she has just been spoken to, and close every talk that still waits.

    Signals:
        told: the `Promise` to write.
    """

    told = Signal(object)

    def __init__(self, desk: Desk, on: dt.date, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        title = self.tr("Something to do")
        self.setWindowTitle(title)
        self.heading.setText(title)
        self.accept_button.setText(self.tr("Note it"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.setMinimumWidth(_WIDTH)
        self._today = desk.clock.now().date()
        self.client = ClientPicker(desk, self.tr("Client"), self.tr("Name or pinyin"))
        self.client.keeps_name = True
        set_mark(self.client, "role", "")
        self.what = QLineEdit()
        self.what.setAccessibleName(self.tr("To do"))
        self.what.setPlaceholderText(self.tr("Call her, send the price list…"))
        self.due_on = DayField(self.tr("On"), on, self._today)
        set_mark(self.due_on, "role", "")
        form = QFormLayout()
        form.setVerticalSpacing(SPACE_S)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        form.addRow(self.tr("Client"), self.client)
        form.addRow(self.tr("To do"), self.what)
        form.addRow(self.tr("On"), self.due_on)
        self.body.addLayout(form)
        self.client.textChanged.connect(self._on_changed)
        self.client.picked.connect(self._on_picked)
        self.what.textChanged.connect(self._on_changed)
        self._on_changed()
        self.client.setFocus()

    @override
    def accept(self) -> None:
        self.due_on.commit()
        task = Promise(
            client_id=self.client.client_id,
            what=self.what.text().strip(),
            due_on=self.due_on.value(),
            made_on=self._today,
        )
        super().accept()
        self.told.emit(task)

    def _on_picked(self) -> None:
        self._on_changed()
        self.what.setFocus()

    def _on_changed(self) -> None:
        is_whole = self.client.client_id > 0 and bool(self.what.text().strip())
        self.accept_button.setEnabled(is_whole)
