"""What goes to the phone: a calendar file and a contact file, each written down as an export."""

import datetime as dt
import pathlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.exporting import ExportReport, Progress, Recipient
from crm_desktop.domain.gift_words import LOGO, TREATMENTS
from crm_desktop.domain.phone_days import (
    CalendarChoice,
    CalendarOrder,
    ContactsChoice,
    PhoneDay,
    days_of,
    name_as,
)
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Phone
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import ClientRow, ExportRow
from crm_desktop.phone.calendar_file import Entry, calendar_file
from crm_desktop.phone.card_file import Contact, contact_file
from crm_desktop.services.export_log import ALL_CLIENTS
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.unfinished_file import UnfinishedFile, unfinished

CALENDAR: Final = "calendar"
CONTACTS: Final = "contacts"
_AT_ONCE: Final = 500
_BETWEEN_REPORTS: Final = 200


class PhoneFiles:
    """Writes files that a phone takes in; none of them is encrypted."""

    def __init__(
        self,
        database: Database,
        settings: Callable[[], BookSettings],
        book_uid: Callable[[], str],
    ) -> None:
        self._database = database
        self._settings = settings
        self._book_uid = book_uid

    def calendar(
        self,
        path: pathlib.Path,
        choice: CalendarChoice,
        *,
        say: Callable[[PhoneDay], str],
        now: dt.datetime,
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write the days to come as an .ics; `say` finds the words of one entry.

        Raises:
            FolderNotWritable, DiskFull, DiskFailed, WorkbookOpenElsewhere: Of the target.
            Cancelled: `progress` raised it.
        """
        settings = self._settings()
        order = CalendarOrder(
            choice=choice,
            rules=settings.rules,
            book=self._book_uid(),
            today=now.date(),
            unsaid=_unsaid(settings),
        )
        with collector_resting(), unfinished(path) as file:
            entries, uids = self._entries(order, say)
            file.write(calendar_file(entries, now, _ticking(progress, len(entries))))
            columns = (choice.names, *sorted(choice.days))
            size = self._finish(file, CALENDAR, columns, uids, now)
        return _report(path, columns, {CALENDAR: len(entries)}, len(uids), size)

    def contacts(
        self,
        path: pathlib.Path,
        choice: ContactsChoice,
        *,
        now: dt.datetime,
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write the clients as a .vcf: names, and phones and birthdays where she ticked them.

        Raises the same errors as `calendar`.
        """
        with collector_resting(), unfinished(path) as file:
            contacts = self._contacts(choice, progress)
            for part in contact_file(contacts):
                file.write(part)
            uids = [contact.uid for contact in contacts]
            columns = ("name", *_ticked(choice))
            size = self._finish(file, CONTACTS, columns, uids, now)
        return _report(path, columns, {CONTACTS: len(uids)}, len(uids), size)

    def _entries(
        self, order: CalendarOrder, say: Callable[[PhoneDay], str]
    ) -> tuple[list[Entry], list[str]]:
        """Return the entries, and whose they are."""
        entries, uids = [], []
        with self._database.read() as session:
            for client, dates, persons, _ in _clients(session, big_only=order.choice.big_only):
                hers = [
                    Entry(uid=day.uid, on=day.on, summary=say(day), rings=day.rings)
                    for day in days_of(client, dates, persons, order)
                ]
                entries += hers
                if hers:
                    uids.append(client.uid)
        return entries, uids

    def _contacts(self, choice: ContactsChoice, progress: Progress | None) -> list[Contact]:
        """Return the clients as contacts, reporting as they pass."""
        unsaid = _unsaid(self._settings())
        contacts: list[Contact] = []
        with self._database.read() as session:
            tick = _ticking(progress, self._count(session))
            for client, dates, _, phones in _clients(session, big_only=choice.big_only):
                contacts.append(_contact(client, dates, phones, choice, unsaid))
                tick(len(contacts))
        return contacts

    def _finish(
        self,
        file: UnfinishedFile,
        kind: str,
        columns: Collection[str],
        uids: Sequence[str],
        now: dt.datetime,
    ) -> int:
        """Write the export down and put the file in its place: both or neither."""
        with self._database.write() as session:
            is_whole = len(uids) == self._count(session)
            session.add(
                ExportRow(
                    at=now,
                    recipient=Recipient.ME.value,
                    kind=kind,
                    columns=" ".join(columns),
                    clients=len(uids),
                    client_uids=ALL_CLIENTS if is_whole else " ".join(uids),
                )
            )
            session.flush()
            return file.finish()

    @staticmethod
    def _count(session: Session) -> int:
        query = select(func.count()).select_from(ClientRow).where(ClientRow.trashed_on.is_(None))
        return int(session.scalar(query) or 0)


F = TypeVar("F", ClientDate, Person, Phone)
Parts = tuple[Client, list[ClientDate], list[Person], list[Phone]]


def _clients(session: Session, *, big_only: bool) -> Iterator[Parts]:
    """Yield the clients whose reminders have not stopped, with what a phone is told of them."""
    table, after = table_of(Client).c, 0
    while clients := fetch(session, Client, table.id > after, limit=_AT_ONCE):
        reach = (after, clients[-1].id)
        dates = _by_client(session, ClientDate, *reach)
        persons = _by_client(session, Person, *reach)
        phones = _by_client(session, Phone, *reach)
        for one in clients:
            if not one.is_quiet and (one.is_big or not big_only):
                yield one, dates[one.id], persons[one.id], phones[one.id]
        after = clients[-1].id


def _by_client(session: Session, kind: type[F], after: int, last: int) -> defaultdict[int, list[F]]:
    column = table_of(kind).c.client_id
    found: defaultdict[int, list[F]] = defaultdict(list)
    for fact in fetch(session, kind, column > after, column <= last):
        found[fact.client_id].append(fact)
    return found


def _contact(
    client: Client,
    dates: Sequence[ClientDate],
    phones: Sequence[Phone],
    choice: ContactsChoice,
    unsaid: tuple[str, ...],
) -> Contact:
    birthday = next((date.fact for date in dates if _is_her_birthday(date)), None)
    by_use = sorted(phones, key=_is_second)
    return Contact(
        uid=client.uid,
        name=name_as(client, choice.names, unsaid),
        phones=tuple(phone.digits for phone in by_use) if choice.phones else (),
        birthday=birthday if choice.birthdays else None,
    )


def _is_her_birthday(date: ClientDate) -> bool:
    return date.kind is DateKind.BIRTHDAY and date.person_id is None and date.is_main


def _is_second(phone: Phone) -> bool:
    return not phone.is_main


def _ticked(choice: ContactsChoice) -> list[str]:
    said = {"phones": choice.phones, "birthday": choice.birthdays}
    return [name for name, ticked in said.items() if ticked]


def _unsaid(settings: BookSettings) -> tuple[str, ...]:
    return (*settings.clinic_words, *LOGO, *TREATMENTS)


def _ticking(progress: Progress | None, total: int) -> Callable[[int], None]:
    def tick(done: int) -> None:
        if progress is not None and done % _BETWEEN_REPORTS == 0:
            progress(done, total)

    return tick


def _report(
    path: pathlib.Path, columns: Collection[str], rows: dict[str, int], clients: int, size: int
) -> ExportReport:
    return ExportReport(
        path=path,
        recipient=Recipient.ME,
        clients=clients,
        rows=rows,
        columns=tuple(columns),
        is_encrypted=False,
        size=size,
    )
