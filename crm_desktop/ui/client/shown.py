"""Shown: what every card of the page reads from, and the one way they write."""

import datetime as dt
from collections.abc import Callable, Collection, Sequence
from dataclasses import fields
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from crm_desktop.clock import today
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import CrmError, FactRefused
from crm_desktop.domain.findings import Finding
from crm_desktop.domain.records import Change, ClientDate, Person
from crm_desktop.services.client_file import ClientFile
from crm_desktop.services.clients import Clients
from crm_desktop.services.parting import part
from crm_desktop.services.records import Record
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.choices import choice

if TYPE_CHECKING:
    from crm_desktop.ui.client.picture import Taken

Refused = Callable[[Sequence[Finding]], None]


class Shown(QObject):
    """The file that is shown now; its cards hold this instead of copies of it.

    Attributes:
        file: everything about the client; set before any card is made.
        photos_waiting: photos held back for want of consent, by client, until she agrees.
    """

    file: ClientFile

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.photos_waiting: dict[int, list[Taken]] = {}

    @property
    def clients(self) -> Clients:
        """The service."""
        return self.desk.book.clients

    @property
    def folder(self) -> ClientFolder:
        """Her records."""
        return self.file.folder

    @property
    def client_id(self) -> int:
        """The client that is shown."""
        return self.file.client.id

    @property
    def today(self) -> dt.date:
        """The day it is."""
        return today(self.desk.clock)

    def person_called(self, person_id: int | None) -> str:
        """Return what somebody of her family is called, "" for herself."""
        person = self.folder.person(person_id)
        return "" if person is None else called(person)

    def put(self, record: Record, refused: Refused | None = None) -> None:
        """Write a fact, added or edited; `refused` is handed what kept it out of the book."""
        self._write(partial(self.clients.put, record), refused)

    def edit(self, record: Record, names: Collection[str], refused: Refused) -> None:
        """Write some facts of a known record; its others stay as the book has them by then."""
        self._write(partial(self.clients.edit, record, names), refused)

    def change(self, before: Record, after: Record) -> None:
        """Write what differs; what was typed beside it and is not read back yet stays."""
        names = [
            each.name
            for each in fields(after)
            if getattr(after, each.name) != getattr(before, each.name)
        ]
        self._write(partial(self.clients.edit, after, names))

    def put_person(
        self, person: Person, dates: tuple[ClientDate, ...], refused: Refused | None = None
    ) -> None:
        """Write a new person with the dates known of that person."""
        self._write(partial(self.clients.put_person, person, dates), refused)

    def remove(self, record: Record) -> None:
        """Take a fact away; the toast offers to undo it."""
        self._write(partial(self.clients.remove, record))

    def archive(self, on: dt.date | None) -> None:
        """Put the client aside, or take her back."""
        self._write(partial(self.clients.archive, self.client_id, on))

    def trash(self, on: dt.date | None) -> None:
        """Put the client into the trash, or take her out of it."""
        trash, ids = self.desk.book.trash, (self.client_id,)
        self._write(partial(trash.take_out, ids) if on is None else partial(trash.put_in, ids, on))

    def part(self, person_id: int) -> None:
        """Let the days of a husband or partner come round no more."""
        self._write(partial(part, self.desk.book.journal, person_id))

    def do(self, work: Callable[[], Change]) -> None:
        """Run a use case of another service and tell of its change."""
        self._write(work)

    def _write(self, work: Callable[[], Change], refused: Refused | None = None) -> None:
        failed = None if refused is None else partial(self._on_failed, refused)
        lane = Lane.DATABASE
        self.desk.jobs.run(self, work, self.desk.edits.done, failed=failed, lane=lane)

    def _on_failed(self, refused: Refused, error: CrmError) -> None:
        if isinstance(error, FactRefused):
            refused(error.findings)
        else:
            self.desk.jobs.failed.emit(error)


def called(person: Person) -> str:
    """Return what a person is called: nickname, name, or what that person is to her."""
    return person.nickname or person.name or choice(person.relation)
