"""A new client: her name is enough; who may be the same person is shown while she types."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.checks import Around, check
from crm_desktop.domain.cleaning import cleaned
from crm_desktop.domain.findings import Finding, refused
from crm_desktop.domain.matching import Grounds
from crm_desktop.domain.records import Change, Client, ClientDate, Phone
from crm_desktop.services.book import Book
from crm_desktop.services.duplicates import Draft
from crm_desktop.services.search import ClientHit, Scope
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.fields.dates import DateField
from crm_desktop.ui.fields.told import Told
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane, Latest
from crm_desktop.ui.text.likeness import reason
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Somebody in the book whom she may be, and on what grounds if there are any."""

    id: int
    called: str
    facts: tuple[str, ...]
    is_big: bool
    grounds: Grounds | None = None


class NewClientDialog(Dialog):
    """Asks for name, phone, birthday and the big mark; all but the name may wait.

    Signals:
        created: the id of the client that was added, or of the one she is already.
    """

    created = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self._desk = desk
        self._clients = desk.book.clients
        self._comparing = Latest(desk.jobs, self)
        self.name = QLineEdit()
        self.phone = QLineEdit()
        self.birthday = DateField(self.tr("Birthday"), today=today(desk.clock))
        self.big = QCheckBox(self.tr("Big client: prepare her days two days ahead"))
        self._told: dict[QWidget, Told] = {}
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
            over = label(words, Role.FIELD_LABEL)
            over.setBuddy(field)
            self.body.addWidget(over)
            self.body.addSpacing(SPACE_XS - self.body.spacing())
            self.body.addWidget(field)
            self._told[field] = told = Told(field)
            self.body.addWidget(told)
        self.body.addWidget(self.big)
        self.body.addWidget(self._like)
        self.name.setFocus()

    def _connect(self) -> None:
        self.name.textChanged.connect(self._on_typed)
        self.phone.textChanged.connect(self._on_typed)
        self.birthday.committed.connect(self._on_typed)
        self.phone.editingFinished.connect(self._on_phone_left)

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

    def _check(self, *, is_phone_whole: bool) -> bool:
        """Say at each field what is the matter with it; return whether she can be added."""
        around = Around(today=today(self._desk.clock))
        told = (
            (self.name, check(self.client(), around)),
            (self.phone, _found((Phone(digits=digits) for digits in self._phones()), around)),
            (self.birthday, _found(self._dates(), around)),
        )
        for field, found in told:
            # A number is not called incomplete while it is being typed.
            self._told[field].say(found if field is not self.phone or is_phone_whole else ())
        return not any(refused(found) for _, found in told)

    def _on_phone_left(self) -> None:
        self._check(is_phone_whole=True)

    def _phones(self) -> tuple[str, ...]:
        typed = self.phone.text().strip()
        digits = "".join(sign for sign in typed if sign.isdecimal() or sign == "+")
        phone = cleaned(Phone(digits=digits or typed))
        return (phone.digits,) if phone.digits else ()

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
        can_be_added = self._check(is_phone_whole=False)
        self.accept_button.setEnabled(bool(name) and can_be_added)
        phone = phones[0] if phones and len(phones[0]) >= _LEAST_FIGURES else ""
        draft = Draft(name=name, phones=phones, birthday=self.birthday.value())
        self._comparing.run(partial(_alike, self._desk.book, draft, phone), self._on_alike)

    def _on_alike(self, seen: tuple[Seen, ...]) -> None:
        while (item := self._like_rows.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        if seen:
            self._like_rows.addWidget(Band(self.tr("In the book already? Open her instead:")))
            self._like_rows.addSpacing(SPACE_S)
        for one in seen:
            self._like_rows.addWidget(self._row(one))
        self._like.setVisible(bool(seen))
        self.adjustSize()

    def _row(self, seen: Seen) -> ListRow:
        opener = IconButton(Icon.CHEVRON_RIGHT, self.tr("Open her file"))
        opener.setProperty("client", seen.id)
        opener.clicked.connect(self._on_open)
        why = "" if seen.grounds is None else reason(seen.grounds)
        detail = " · ".join(fact for fact in (why, *seen.facts) if fact)
        tone = Tone.ACCENT if seen.is_big else Tone.PLAIN
        return ListRow(seen.called, detail, opener, leading=Avatar(seen.called, SMALL, tone))

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


def _found(records: Iterable[Phone | ClientDate], around: Around) -> tuple[Finding, ...]:
    return tuple(each for record in records for each in check(record, around))


def _alike(book: Book, draft: Draft, phone: str) -> tuple[Seen, ...]:
    """Return who she may be, the surest first, then whose phone or name begins like hers."""
    found: dict[int, Seen] = {}
    for alike in book.duplicates.like(draft, _LIKE_AT_MOST):
        face = alike.other
        name = face.name if face.called != face.name else ""
        found[face.id] = Seen(
            id=face.id,
            called=face.called,
            facts=(name, face.phone),
            is_big=face.is_big,
            grounds=alike.likeness.grounds,
        )
    for text in (phone, draft.name):
        for hit in _beginning(book, text):
            name = hit.name if hit.called != hit.name else ""
            facts = (name, hit.phone, hit.wechat)
            seen = Seen(id=hit.id, called=hit.called, facts=facts, is_big=hit.is_big)
            found.setdefault(hit.id, seen)
    return tuple(found.values())[:_LIKE_AT_MOST]


def _beginning(book: Book, text: str) -> tuple[ClientHit, ...]:
    return book.clients.search(text, _LIKE_AT_MOST, scope=Scope.WHO) if text else ()
