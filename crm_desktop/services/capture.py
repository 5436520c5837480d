"""Quick capture: what was said becomes proposals, and those she accepts are one change."""

import calendar
import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, TypeVar

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.capture import (
    DAYS,
    TASTES,
    Goes,
    Kin,
    Proposal,
    proposed,
)
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.records import (
    Change,
    Client,
    ClientDate,
    Contact,
    FactSource,
    Gift,
    GiftState,
    Person,
    Phone,
    PotentialProject,
    Preference,
    Promise,
)
from crm_desktop.services.capture_chat import speakers
from crm_desktop.services.capture_reading import heard
from crm_desktop.services.checking import checked
from crm_desktop.services.corrected_dates import follow_date
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.recent import hits_of, recent
from crm_desktop.services.records import Record, fetch, get, put, table_of
from crm_desktop.services.search import ClientHit

R = TypeVar("R", bound=Record)

_PROJECTS: Final = text(
    "SELECT DISTINCT project FROM completed_project"
    " UNION SELECT DISTINCT project FROM potential_project"
)
_SHORTEST_PROJECT: Final = 2
_LEAP_DAY: Final = (2, 29)


@dataclass(slots=True)
class _Writing:
    """One change under way: whose file, when and from where it was learnt, who was added."""

    work: Work
    client_id: int
    learnt_on: dt.date
    learnt_from: str
    added: dict[Kin, int] = field(default_factory=dict)

    def put(self, record: Record) -> int:
        return put(self.work.session, checked(self.work.session, record, self.work.at.date()))


class Capture:
    """Reads what she typed or pasted about a client, and writes what she accepts of it."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._known_at = -1
        self._projects: tuple[str, ...] = ()

    def propose(self, client_id: int, words: str, today: dt.date) -> tuple[Proposal, ...]:
        """Return what `words` say about a client, set against her file.

        Raises:
            RecordGone: She is no longer in the book.
        """
        with self._database.read() as session:
            folder = _folder(session, client_id)
            return proposed(heard(words, today, self._names(session)), folder)

    def recent(self, most: int) -> tuple[ClientHit, ...]:
        """Return the clients she wrote about last, the latest first."""
        with self._database.read() as session:
            return recent(session, most)

    def hits(self, ids: Sequence[int]) -> tuple[ClientHit, ...]:
        """Return these clients as a search shows them."""
        with self._database.read() as session:
            return hits_of(session, ids)

    def speakers(self, words: str) -> tuple[str, ...]:
        """Return who speaks in a pasted chat, the consultant left out."""
        return speakers(words)

    def accept(
        self,
        client_id: int,
        proposals: Sequence[Proposal],
        learnt_on: dt.date,
        learnt_from: str = "",
    ) -> Change:
        """Write the proposals into her file as one change; a person they name is added once.

        What was said in a chat that tells its days was learnt on that day, not on `learnt_on`.

        Raises:
            RecordGone: She is no longer in the book.
            FactRefused: Something cannot be true; nothing was written.
        """
        with self._journal.change("fact.add") as work:
            work.about(get(work.session, Client, client_id).called)
            writing = _Writing(work, client_id, learnt_on, learnt_from)
            for proposal in proposals:
                if proposal.can_be_taken:
                    writing.learnt_on = proposal.heard.said_on or learnt_on
                    _WRITERS[proposal.heard.goes](writing, proposal)
        return work.change

    def _names(self, session: Session) -> tuple[str, ...]:
        """Return the names of projects the book knows, read again after a write only."""
        if self._known_at != self._database.changes:
            self._known_at = self._database.changes
            names = session.execute(_PROJECTS).scalars()
            self._projects = tuple(name for name in names if len(name) >= _SHORTEST_PROJECT)
        return self._projects


def _folder(session: Session, client_id: int) -> ClientFolder:
    """Return as much of a client's folder as proposals are set against, at every keystroke."""

    def of(kind: type[R]) -> tuple[R, ...]:
        return tuple(fetch(session, kind, table_of(kind).c.client_id == client_id))

    return ClientFolder(
        client=get(session, Client, client_id),
        phones=of(Phone),
        preferences=of(Preference),
        persons=of(Person),
        dates=of(ClientDate),
        potential=of(PotentialProject),
        promises=of(Promise),
    )


def _day(writing: _Writing, proposal: Proposal) -> None:
    """Write a day that comes round: added, or over the one it differs from."""
    day = proposal.heard.day
    assert day is not None  # noqa: S101 - a day was heard, or it would not go there
    known = _date(writing, proposal)
    record = replace(
        known,
        calendar=day.calendar,
        year=_year(known, day),
        month=day.month,
        day=day.day,
        leap=day.leap,
        learnt_on=writing.learnt_on,
        learnt_from=writing.learnt_from,
    )
    if record.id:
        follow_date(writing.work.session, record)
    writing.put(record)


def _year(known: ClientDate, day: DatedFact) -> int | None:
    """Return the year that was said; unsaid, the one known stays where that day was in it."""
    is_alike = known.calendar is day.calendar and not day.leap
    if day.year is not None or known.year is None or not is_alike:
        return day.year
    is_leap_day = (day.month, day.day) == _LEAP_DAY and not day.is_lunar
    return None if is_leap_day and not calendar.isleap(known.year) else known.year


def _date(writing: _Writing, proposal: Proposal) -> ClientDate:
    """Return the date as it stands, or a new one of that person."""
    if proposal.record_id:
        return get(writing.work.session, ClientDate, proposal.record_id)
    return ClientDate(
        client_id=writing.client_id,
        person_id=_person_id(writing, proposal),
        kind=DAYS[proposal.heard.goes],
        created_at=writing.work.at,
    )


def _person_id(writing: _Writing, proposal: Proposal) -> int | None:
    """Return whom it is about: nobody but herself, somebody known, or somebody added now."""
    if proposal.person is not None:
        return proposal.person.id
    kin = proposal.heard.kin
    if kin is None:
        return None
    if kin not in writing.added:
        writing.added[kin] = writing.put(_new_person(writing, kin))
    return writing.added[kin]


def _new_person(writing: _Writing, kin: Kin) -> Person:
    person = table_of(Person).c
    alike = fetch(
        writing.work.session,
        Person,
        person.client_id == writing.client_id,
        person.relation == kin.relation,
    )
    return Person(
        client_id=writing.client_id,
        relation=kin.relation,
        nickname=kin.word,
        sex=kin.sex,
        position=len(alike),
        learnt_on=writing.learnt_on,
        learnt_from=writing.learnt_from,
    )


def _person(writing: _Writing, proposal: Proposal) -> None:
    person_id = _person_id(writing, proposal)
    assert person_id is not None  # noqa: S101 - a name is always somebody's
    known = get(writing.work.session, Person, person_id)
    writing.put(replace(known, name=proposal.heard.words))


def _phone(writing: _Writing, proposal: Proposal) -> None:
    phone = table_of(Phone).c
    has_one = fetch(writing.work.session, Phone, phone.client_id == writing.client_id, limit=1)
    kin = proposal.heard.kin
    writing.put(
        Phone(
            client_id=writing.client_id,
            digits=proposal.heard.words,
            label="" if kin is None else kin.word,
            is_main=not has_one and kin is None,
            learnt_on=writing.learnt_on,
            learnt_from=writing.learnt_from,
        )
    )


def _wechat(writing: _Writing, proposal: Proposal) -> None:
    client = get(writing.work.session, Client, writing.client_id)
    writing.put(replace(client, wechat=proposal.heard.words, updated_at=writing.work.at))
    source = table_of(FactSource).c
    of_field = source.client_id == writing.client_id, source.field == "wechat"
    known = fetch(writing.work.session, FactSource, *of_field, limit=1)
    writing.put(
        FactSource(
            id=known[0].id if known else 0,
            client_id=writing.client_id,
            field="wechat",
            learnt_on=writing.learnt_on,
            learnt_from=writing.learnt_from,
        )
    )


def _taste(writing: _Writing, proposal: Proposal) -> None:
    writing.put(
        Preference(
            client_id=writing.client_id,
            person_id=_person_id(writing, proposal),
            kind=TASTES[proposal.heard.goes],
            text=proposal.heard.words,
            learnt_on=writing.learnt_on,
            learnt_from=writing.learnt_from,
        )
    )


def _promise(writing: _Writing, proposal: Proposal) -> None:
    said = proposal.heard
    writing.put(
        Promise(
            client_id=writing.client_id,
            what=said.words,
            due_on=said.on,
            made_on=writing.learnt_on,
        )
    )


def _talk(writing: _Writing, proposal: Proposal) -> None:
    said = proposal.heard
    writing.put(
        Contact(
            client_id=writing.client_id,
            on=writing.learnt_on,
            outcome=said.words,
            next_on=said.on,
        )
    )


def _project(writing: _Writing, proposal: Proposal) -> None:
    writing.put(
        PotentialProject(
            client_id=writing.client_id,
            project=proposal.heard.words,
            idea_from=writing.learnt_from,
            learnt_on=writing.learnt_on,
        )
    )


def _gift(writing: _Writing, proposal: Proposal) -> None:
    said = proposal.heard
    is_idea = said.goes is Goes.GIFT_IDEA
    writing.put(
        Gift(
            client_id=writing.client_id,
            person_id=_person_id(writing, proposal),
            state=GiftState.IDEA if is_idea else GiftState.GIVEN,
            item=said.words,
            occasion=said.occasion,
            on=said.on,
            reaction=said.reaction,
        )
    )


def _note(writing: _Writing, proposal: Proposal) -> None:
    client = get(writing.work.session, Client, writing.client_id)
    words = proposal.heard.words
    notes = f"{client.notes}\n{words}" if client.notes else words
    writing.put(replace(client, notes=notes, updated_at=writing.work.at))


_WRITERS: Final[dict[Goes, Callable[[_Writing, Proposal], None]]] = {
    Goes.BIRTHDAY: _day,
    Goes.WEDDING: _day,
    Goes.PERSON: _person,
    Goes.PHONE: _phone,
    Goes.WECHAT: _wechat,
    Goes.LIKE: _taste,
    Goes.TABOO: _taste,
    Goes.ALLERGY: _taste,
    Goes.PROMISE: _promise,
    Goes.NEXT: _talk,
    Goes.PROJECT: _project,
    Goes.GIFT: _gift,
    Goes.GIFT_IDEA: _gift,
    Goes.TALK: _talk,
    Goes.NOTE: _note,
}
