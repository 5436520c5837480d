"""Clients: the list, the search, one client's whole file, and every way to write in it."""

import dataclasses
import datetime as dt
import re
import uuid
from collections.abc import Collection, Sequence
from typing import Final, TypeVar

from sqlalchemy import update
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.cleaning import cleaned
from crm_desktop.domain.findings import Finding
from crm_desktop.domain.records import (
    Activity,
    Bill,
    Change,
    Client,
    ClientDate,
    Gift,
    GreetingTemplate,
    ImportProfile,
    Person,
    Phone,
    SmartList,
    Supplier,
    Visit,
)
from crm_desktop.services import client_list, search
from crm_desktop.services.checking import checked, findings, findings_of_person, refuse
from crm_desktop.services.client_file import ClientFile, client_file
from crm_desktop.services.client_history import HistoryEntry, history
from crm_desktop.services.client_list import ClientLine, ClientPage, Cursor, ListQuery
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.records import Record, fetch, get, put, remove, table_of
from crm_desktop.services.search import ClientHit, Scope

R = TypeVar("R", bound=Record)

_WORDS: Final = re.compile(r"(?<!^)(?=[A-Z])")


class Clients:
    """What the consultant does with the clients of one open book."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def page(
        self, query: ListQuery, after: Cursor | None = None, limit: int = 100, *, today: dt.date
    ) -> ClientPage:
        """Return up to `limit` lines of the list behind `after`."""
        with self._database.read() as session:
            return client_list.page(session, query, after, limit, today)

    def count(self, query: ListQuery, *, today: dt.date | None = None) -> int:
        """Return how many clients the list has; `today` where the query counts days."""
        with self._database.read() as session:
            return client_list.count(session, query, today or dt.date.min)

    def lines(
        self, ids: Sequence[int], *, today: dt.date, query: ListQuery | None = None
    ) -> tuple[ClientLine, ...]:
        """Return the lines of these clients in the order given.

        Clients gone are left out, with a query also those its list does not have.
        """
        with self._database.read() as session:
            return client_list.lines(session, ids, today, query)

    def place(self, query: ListQuery, letters: str, *, today: dt.date) -> int:
        """Return the row of a list by name at which the names that begin so stand."""
        with self._database.read() as session:
            return client_list.place(session, query, letters, today)

    def search(
        self, text: str, limit: int = 50, *, scope: Scope = Scope.ALL
    ) -> tuple[ClientHit, ...]:
        """Return the clients `text` may mean, those whose name begins with it first.

        `Scope.WHO` looks at who she is and not at what is written about her.
        """
        with self._database.read() as session:
            return search.find(session, text, limit, scope=scope)

    def count_found(self, text: str, limit: int) -> int:
        """Return how many clients `text` may mean, counted up to `limit`."""
        with self._database.read() as session:
            return search.count(session, text, limit)

    def file(self, client_id: int, *, today: dt.date) -> ClientFile:
        """Return everything about one client.

        Raises:
            RecordGone: She is no longer in the book.
        """
        with self._database.read() as session:
            return client_file(session, client_id, today)

    def history(
        self,
        client_id: int,
        limit: int = 100,
        before: int | None = None,
        tables: Collection[str] = (),
    ) -> list[HistoryEntry]:
        """Return what was written about her and stands, newest first.

        `before` asks for what is older than that entry, `tables` for rows of these alone.
        """
        with self._database.read() as session:
            return history(session, client_id, limit, before, tables)

    def add(
        self, client: Client, phones: Sequence[str] = (), dates: Sequence[ClientDate] = ()
    ) -> Change:
        """Add a client with her phones (digits, the main one first) and dates of her own.

        Raises:
            FactRefused: Something about them cannot be true.
        """
        with self._journal.change("client.add") as work:
            client = _checked(work, client)
            work.about(client.called)
            client_id = put(work.session, _stamped(work, client))
            for place, digits in enumerate(phones):
                phone = Phone(client_id=client_id, digits=digits, is_main=place == 0)
                put(work.session, _checked(work, phone))
            for date in dates:
                _put_on(work, _of(client_id, date))
        return work.change

    def check(self, record: Record, *, today: dt.date) -> tuple[Finding, ...]:
        """Return what is the matter with a fact that is to be written: refused, odd, cleaned."""
        with self._database.read() as session:
            return findings(session, record, today)

    def check_person(
        self, person: Person, dates: Sequence[ClientDate], *, today: dt.date
    ) -> tuple[Finding, ...]:
        """Return what is the matter with somebody of her family and the days of that person."""
        with self._database.read() as session:
            return findings_of_person(session, person, dates, today)

    def put(self, record: Record) -> Change:
        """Write one fact, added (id 0) or edited; the same values again leave no change.

        Raises:
            FactRefused: It cannot be true, or does not fit.
            BillRefused: The line of a bill would say what cannot be.
            RecordGone: The fact or its client is no longer in the book.
        """
        verb = "edit" if record.id else "add"
        with self._journal.change(f"{_code(record)}.{verb}") as work:
            work.about(_subject(work.session, record))
            record_id = _put_on(work, record)
            if isinstance(record, Phone) and record.is_main:
                _unmark_others(work.session, record.client_id, record_id)
        return work.change

    def edit(self, record: Record, names: Collection[str]) -> Change:
        """Write these facts of a known record, leaving its others as the book has them by now.

        Raises:
            FactRefused: One of them cannot be true, or does not fit.
            RecordGone: The record is no longer in the book.
        """
        with self._journal.change(f"{_code(record)}.edit") as work:
            known = get(work.session, type(record), record.id)
            facts = {name: getattr(record, name) for name in names}
            edited: Record = dataclasses.replace(known, **facts)
            work.about(_subject(work.session, edited))
            record_id = _put_on(work, edited)
            if isinstance(edited, Phone) and edited.is_main:
                _unmark_others(work.session, edited.client_id, record_id)
        return work.change

    def put_person(self, person: Person, dates: Sequence[ClientDate]) -> Change:
        """Write somebody of her family together with all dates of that person.

        Dates the person had that are not among `dates` are removed.

        Raises:
            FactRefused: Something about them cannot be true.
        """
        verb = "edit" if person.id else "add"
        with self._journal.change(f"person.{verb}") as work:
            work.about(_subject(work.session, person))
            refuse(findings_of_person(work.session, person, dates, work.at.date()))
            person_id = put(work.session, cleaned(person))
            kept = {date.id for date in dates}
            date_table = table_of(ClientDate).c
            for known in fetch(work.session, ClientDate, date_table.person_id == person_id):
                if known.id not in kept:
                    remove(work.session, ClientDate, known.id)
            for date in dates:
                owned = dataclasses.replace(_of(person.client_id, date), person_id=person_id)
                _put_on(work, owned)
        return work.change

    def remove(self, record: Record) -> Change:
        """Take one fact, or a client with all that hangs on her, out of the book.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change(f"{_code(record)}.remove") as work:
            work.about(_subject(work.session, record))
            _remove_on(work, record)
        return work.change

    def archive(self, client_id: int, on: dt.date | None) -> Change:
        """Put a client aside from the day `on`, or take her back (None).

        Raises:
            RecordGone: She is no longer in the book.
        """
        action = "client.unarchive" if on is None else "client.archive"
        with self._journal.change(action) as work:
            client = get(work.session, Client, client_id)
            work.about(client.called)
            put(work.session, _stamped(work, dataclasses.replace(client, archived_on=on)))
        return work.change


def _code(record: Record) -> str:
    """Return the snake name of the record's class, as actions begin with it."""
    return _WORDS.sub("_", type(record).__name__).lower()


def _of(client_id: int, date: ClientDate) -> ClientDate:
    return dataclasses.replace(date, client_id=client_id)


def _put_on(work: Work, record: Record) -> int:
    """Write a record; a date that moved forgets what was open about the days it left."""
    record = _checked(work, record)
    if isinstance(record, Bill | Visit):
        return _put_with_consequences(work, record)
    if isinstance(record, Gift):
        return _put_gift(work, _noted(work, record))
    if isinstance(record, ClientDate):
        return _put_date(work, _stamped(work, record))
    return put(work.session, _stamped(work, record))


def _put_date(work: Work, date: ClientDate) -> int:
    from crm_desktop.services.corrected_dates import follow_date  # noqa: PLC0415 - as above
    from crm_desktop.services.main_dates import put_date  # noqa: PLC0415 - as above

    if date.id:
        follow_date(work.session, date)
    return put_date(work.session, date)


def _put_gift(work: Work, gift: Gift) -> int:
    from crm_desktop.services.gift_days import follow_gift  # noqa: PLC0415 - as above

    gift_id = put(work.session, gift)
    follow_gift(work.session, gift, work.at)
    return gift_id


def _put_with_consequences(work: Work, record: Bill | Visit) -> int:
    from crm_desktop.services import visit_writing  # noqa: PLC0415 - the first page writes none

    if isinstance(record, Visit):
        return visit_writing.put_visit(work, record)
    return visit_writing.put_bill(work, record)


def _noted(work: Work, gift: Gift) -> Gift:
    from crm_desktop.services.guarded_gifts import noted  # noqa: PLC0415 - as above

    return noted(work.session, gift, work.at.date())


def _remove_on(work: Work, record: Record) -> None:
    from crm_desktop.services import main_dates, visit_writing  # noqa: PLC0415 - as above

    if isinstance(record, Visit):
        visit_writing.remove_visit(work, record.id)
    elif isinstance(record, Bill):
        visit_writing.remove_bill(work, record.id)
    elif isinstance(record, ClientDate):
        main_dates.remove_date(work.session, record.id)
    else:
        remove(work.session, type(record), record.id)


def _checked(work: Work, record: R) -> R:
    return checked(work.session, record, work.at.date())


def _stamped(work: Work, record: R) -> R:
    """Return the record with what the book itself adds: identity, when made, when changed."""
    if isinstance(record, Client):
        return _stamped_client(work, record)  # type: ignore[return-value] # R is Client here
    if isinstance(record, ClientDate) and record.created_at is None:
        return dataclasses.replace(record, created_at=work.at)
    return record


def _stamped_client(work: Work, client: Client) -> Client:
    if not client.id:
        uid = client.uid or uuid.uuid4().hex
        created_at = client.created_at or work.at
        return dataclasses.replace(client, uid=uid, created_at=created_at, updated_at=work.at)
    known = get(work.session, Client, client.id)
    same = dataclasses.replace(client, updated_at=known.updated_at) == known
    return known if same else dataclasses.replace(client, updated_at=work.at)


def _subject(session: Session, record: Record) -> str:
    """Return whom a change is about: the client's name, or that of the activity or the list."""
    if isinstance(record, Client):
        return record.called
    if isinstance(record, Activity | SmartList | Supplier | ImportProfile):
        return record.name
    if isinstance(record, GreetingTemplate):
        return ""
    return get(session, Client, record.client_id).called


def _unmark_others(session: Session, client_id: int, phone_id: int) -> None:
    phone = table_of(Phone)
    others = phone.c.client_id == client_id, phone.c.id != phone_id, phone.c.is_main.is_(True)
    session.execute(update(phone).where(*others).values(is_main=False))
