"""A book with what the check of reminders needs."""

import dataclasses
import datetime as dt

from crm_desktop.database import Database
from crm_desktop.domain.occasions import Rules
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Person,
    Relation,
)
from crm_desktop.domain.reminder_check import Line
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.reminder_check import ReminderCheck
from crm_desktop.services.reminders import Reminders
from tests.fakes import CHINA

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=CHINA)
_ENTERED = dt.datetime(2026, 1, 5, 10, tzinfo=CHINA)


class Shelf:
    """A book with what the check needs, and short ways to write into it."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self.database, self.journal = database, journal
        self.settings = BookSettings()
        self.clients = Clients(database, journal)
        self.reminders = Reminders(database, journal, self.rules, lambda: self.settings)
        self.check = ReminderCheck(
            database, journal, self.reminders, self.rules, lambda: self.settings
        )

    def rules(self) -> Rules:
        return self.settings.rules

    def add(self, client: Client, *dates: ClientDate) -> int:
        stamped = [dataclasses.replace(date, created_at=_ENTERED) for date in dates]
        return next(iter(self.clients.add(client, (), stamped).client_ids))

    def person(self, client_id: int, relation: Relation, *dates: ClientDate, name: str = "") -> int:
        stamped = [dataclasses.replace(date, created_at=_ENTERED) for date in dates]
        person = Person(client_id=client_id, relation=relation, name=name)
        self.clients.put_person(person, stamped)
        with self.database.read() as session:
            return fetch(session, Person)[-1].id

    def edit(self, client_id: int, **facts: object) -> None:
        with self.database.read() as session:
            [client] = fetch(session, Client, table_of(Client).c.id == client_id)
        self.clients.put(dataclasses.replace(client, **facts))  # type: ignore[arg-type] # facts of a client

    def lines(self, client_id: int, now: dt.datetime = NOW) -> tuple[Line, ...]:
        return self.check.of(client_id, now).lines
