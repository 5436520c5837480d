"""A new client: her name is enough; who may be the same person is shown while she types."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.domain.records import Change, Client, ClientDate
from crm_desktop.services.clients import Clients
from crm_desktop.services.search import ClientHit, Scope
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.dates import DateField
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane, Latest
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.avatar import SMALL, Avatar
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.listing import ListRow

_WIDTH: Final = 440
_LIKE_AT_MOST: Final = 3
_LEAST_FIGURES: Final = 4


class NewClientDialog(Dialog):
    """Asks for name, phone, birthday and the big mark; all but the name may wait.

    Signals:
        created: the id of the client that was added, or of the one she is already.
    """

    created = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self._desk = desk
        self._clients: Clients = desk.book.clients
        self._comparing = Latest(desk.jobs, self)
        self.name = QLineEdit()
        self.phone = QLineEdit()
        self.birthday = DateField(self.tr("Birthday"))
        self.big = QCheckBox(self.tr("Big client: prepare her days two days ahead"))
        self._like = QWidget()
        self._like_rows = QVBoxLayout(self._like)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setWindowTitle(self.tr("New client"))
        self.setFixedWidth(_WIDTH)
        self.heading.setText(self.tr("New client"))
        self.accept_button.setText(self.tr("Add"))
        self.cancel_button.setText(self.tr("Cancel"))
        self.accept_button.setEnabled(False)
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self._like_rows.setContentsMargins(0, 0, 0, 0)
        self._like_rows.setSpacing(0)
        self._like.hide()
        fields = (
            (self.tr("Name"), self.name),
            (self.tr("Phone"), self.phone),
            (self.tr("Birthday"), self.birthday),
        )
        for words, field in fields:
            field.setAccessibleName(words)
            told = label(words, Role.FIELD_LABEL)
            told.setBuddy(field)
            self.body.addWidget(told)
            self.body.addSpacing(SPACE_XS - self.body.spacing())
            self.body.addWidget(field)
        self.body.addWidget(self.big)
        self.body.addWidget(self._like)
        self.name.setFocus()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_typed)
        self.phone.textChanged.connect(self._on_typed)

    def client(self) -> Client:
        """Return the client as entered so far."""
        return Client(name=self.name.text().strip(), marked_big=self.big.isChecked())

    @override
    def accept(self) -> None:
        if not self.accept_button.isEnabled():
            return
        self.accept_button.setEnabled(False)
        work = partial(self._clients.add, self.client(), self._phones(), self._dates())
        self._desk.jobs.run(self, work, self._on_added, failed=self._on_failed, lane=Lane.DATABASE)

    def _phones(self) -> tuple[str, ...]:
        digits = "".join(sign for sign in self.phone.text() if sign.isdecimal() or sign == "+")
        return (digits,) if digits else ()

    def _dates(self) -> tuple[ClientDate, ...]:
        fact = self.birthday.value()
        if fact is None:
            return ()
        return (
            ClientDate(
                calendar=fact.calendar,
                year=fact.year,
                month=fact.month,
                day=fact.day,
                leap=fact.leap,
            ),
        )

    def _on_typed(self) -> None:
        name, phones = self.name.text().strip(), self._phones()
        self.accept_button.setEnabled(bool(name))
        phone = phones[0] if phones and len(phones[0]) >= _LEAST_FIGURES else ""
        self._comparing.run(partial(_alike, self._clients, name, phone), self._on_alike)

    def _on_alike(self, hits: tuple[ClientHit, ...]) -> None:
        while (item := self._like_rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if hits:
            self._like_rows.addWidget(Band(self.tr("In the book already? Open her instead:")))
            self._like_rows.addSpacing(SPACE_S)
        for hit in hits:
            self._like_rows.addWidget(self._row(hit))
        self._like.setVisible(bool(hits))
        self.adjustSize()

    def _row(self, hit: ClientHit) -> ListRow:
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open her file"))
        opener.setProperty("client", hit.id)
        opener.clicked.connect(self._on_open)
        facts = (hit.name if hit.called != hit.name else "", hit.phone, hit.wechat)
        tone = Tone.ACCENT if hit.is_big else Tone.PLAIN
        detail = " · ".join(fact for fact in facts if fact)
        return ListRow(hit.called, detail, opener, leading=Avatar(hit.called, SMALL, tone))

    def _on_open(self) -> None:
        self.created.emit(self.sender().property("client"))
        self.reject()

    def _on_added(self, change: Change) -> None:
        self._desk.edits.done(change)
        for client_id in change.client_ids:
            self.created.emit(client_id)
        super().accept()

    def _on_failed(self, error: object) -> None:
        self.accept_button.setEnabled(True)
        self._desk.jobs.failed.emit(error)


def _alike(clients: Clients, name: str, phone: str) -> tuple[ClientHit, ...]:
    """Return who has this phone, then whose name is or begins like this one."""
    found: dict[int, ClientHit] = {}
    for text in (phone, name):
        if text:
            hits = clients.search(text, _LIKE_AT_MOST, scope=Scope.WHO)
            found.update({hit.id: hit for hit in hits})
    return tuple(found.values())[:_LIKE_AT_MOST]
