"""Shown: what every card of the page reads from, and the one way they write."""

import datetime as dt
from functools import partial

from PySide6.QtCore import QObject

from crm_desktop.clock import today
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Change, ClientDate, Person
from crm_desktop.services.client_file import ClientFile
from crm_desktop.services.clients import Clients
from crm_desktop.services.records import Record
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.text.choices import choice


class Shown(QObject):
    """The file that is shown now; its cards hold this instead of copies of it.

    Attributes:
        file: everything about the client; set before any card is made.
    """

    file: ClientFile

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = desk

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

    def put(self, record: Record) -> None:
        """Write a fact, added or edited."""
        self._write(partial(self.clients.put, record))

    def put_person(self, person: Person, dates: tuple[ClientDate, ...]) -> None:
        """Write a new person with the dates known of that person."""
        self._write(partial(self.clients.put_person, person, dates))

    def remove(self, record: Record) -> None:
        """Take a fact away; the toast offers to undo it."""
        self._write(partial(self.clients.remove, record))

    def archive(self, on: dt.date | None) -> None:
        """Put the client aside, or take her back."""
        self._write(partial(self.clients.archive, self.client_id, on))

    def _write(self, work: "partial[Change]") -> None:
        self.desk.jobs.run(self, work, self.desk.edits.done, lane=Lane.DATABASE)


def called(person: Person) -> str:
    """Return what a person is called: nickname, name, or what that person is to her."""
    return person.nickname or person.name or choice(person.relation)
