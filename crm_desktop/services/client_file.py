"""One client's whole file: every record that hangs on her, and what is added up of them."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.base_facts import arrival_days, paid
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Client
from crm_desktop.services.folders import folder_of
from crm_desktop.services.line_facts import YEAR, NextDay, upcoming
from crm_desktop.services.records import get, table_of

_MEN_AT_NINE: Final = text("SELECT value FROM setting WHERE name = 'rounds_men_at_nine'")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFile:
    """Everything about one client; amounts in fen, 12 months are 365 days up to today.

    `folder` has her records and `referred_by`; `next_days` every date within a year, soonest
    first, none while her reminders are stopped; `referred` the clients she brought, (id, name);
    `linked` the clients who brought her or whom her people are as well. `men_at_nine` is the
    custom of the book, see `domain.years.marks`.
    """

    folder: ClientFolder
    paid_total: int
    paid_12_months: int
    visits_12_months: int
    last_visit_on: dt.date | None
    next_days: tuple[NextDay, ...]
    referred: tuple[tuple[int, str], ...]
    linked: tuple[tuple[int, str], ...] = ()
    men_at_nine: bool = False

    @property
    def client(self) -> Client:
        """Return the client herself."""
        return self.folder.client

    def name_of(self, client_id: int) -> str:
        """Return the name of a client her file leads to, "" for any other."""
        return dict(self.linked).get(client_id, "")


def client_file(session: Session, client_id: int, today: dt.date) -> ClientFile:
    """Gather the file of one client.

    Raises:
        RecordGone: She is no longer in the book.
    """
    folder = folder_of(session, get(session, Client, client_id))
    visit_days = arrival_days(folder.visits)
    since = today - YEAR + dt.timedelta(days=1)
    persons = {person.id: person for person in folder.persons}
    next_days = [] if folder.client.is_quiet else upcoming(folder.dates, persons, today)
    return ClientFile(
        folder=folder,
        paid_total=folder.paid_total,
        paid_12_months=paid(folder.bills, since, today),
        visits_12_months=len([day for day in visit_days if since <= day <= today]),
        last_visit_on=max(visit_days, default=None),
        next_days=tuple(next_days),
        referred=_referred(session, client_id),
        linked=_linked(session, folder),
        men_at_nine=session.scalar(_MEN_AT_NINE) == "true",
    )


def _referred(session: Session, client_id: int) -> tuple[tuple[int, str], ...]:
    client = table_of(Client).c
    brought = select(client.id, client.name).where(client.referred_by_id == client_id)
    return tuple((id_, name) for id_, name in session.execute(brought.order_by(client.id)))


def _linked(session: Session, folder: ClientFolder) -> tuple[tuple[int, str], ...]:
    ids = {person.also_client_id for person in folder.persons} | {folder.client.referred_by_id}
    if not ids - {None}:
        return ()
    client = table_of(Client).c
    found = session.execute(select(client.id, client.name).where(client.id.in_(ids - {None})))
    return tuple((id_, name) for id_, name in found)
