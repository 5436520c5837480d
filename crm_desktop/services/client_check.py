"""The check of one client: what stands in her file, held against what the rule finds."""

import dataclasses
import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from sqlalchemy.orm import Session

from crm_desktop.domain import reminder_check as check
from crm_desktop.domain import reminders as rule
from crm_desktop.domain.dates import born_on
from crm_desktop.domain.milestones import milestone_days
from crm_desktop.domain.occasions import Kept, Key, Occasion, Rules, Source
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Relation
from crm_desktop.domain.reminder_check import ClientCheck, Line, Told, Why
from crm_desktop.services.due_followups import followups_between
from crm_desktop.services.due_milestones import milestones_between
from crm_desktop.services.due_points import points_between
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import get, table_of
from crm_desktop.services.reminder_rows import kept_between
from crm_desktop.services.reminder_traces import days_set, told_of
from crm_desktop.services.unreadable import Broken, bare_client, broken_rows

_A_YEAR: Final = dt.timedelta(days=366)
_ONE_DAY: Final = dt.timedelta(days=1)

_FINDING: Final = {
    Source.DATE: occasions_between,
    Source.MILESTONE: milestones_between,
    Source.POINTS: points_between,
}

Traces: TypeAlias = Mapping[tuple[Source, int], tuple[Told, ...]]
"""What was told, by what it comes from, the latest first."""


@dataclass
class ClientChecking:
    """Looks at each day that concerns one client once, all clients' occasions of it together."""

    session: Session
    now: dt.datetime
    rules: Rules
    pop_up_at: dt.time
    _seen: dict[tuple[Source, dt.date], tuple[list[Occasion], dict[Key, Kept]]] = field(
        default_factory=dict
    )

    def result(self, client_id: int) -> ClientCheck:
        """Return everything that may remind of a client, soonest first.

        Raises:
            RecordGone: She is no longer in the book.
        """
        broken = broken_rows(self.session, client_id)
        client = self._client(client_id, broken)
        hers = table_of(Person).c.client_id == client_id
        people = broken.sound(self.session, Person, hers)
        hers = table_of(ClientDate).c.client_id == client_id
        dates = broken.sound(self.session, ClientDate, hers)
        stopped, told = check.why_stopped(client), told_of(self.session, client_id)
        persons = {person.id: person for person in people}
        lines = [self._of_date(date, persons, stopped, told) for date in dates]
        if stopped is None:
            lines += self._milestones(dates, persons, told)
            lines += self._set_days(client_id, told)
        lines += check.birthdays_unknown(people, dates)
        return ClientCheck(
            client=client,
            stopped=stopped,
            lines=tuple(sorted(lines, key=_soonest)),
            unreadable=broken.clients.get(client_id, 0),
        )

    def _client(self, client_id: int, broken: Broken) -> Client:
        bare = bare_client(self.session, client_id) if broken.rows[Client] else None
        return bare or get(self.session, Client, client_id)

    def _of_date(
        self,
        date: ClientDate,
        persons: Mapping[int, Person],
        stopped: Why | None,
        told: Traces,
    ) -> Line:
        today = self.now.date()
        day = check.next_on(date, today)
        why = stopped or check.why_not(date, day)
        known = Line(
            source=Source.DATE,
            date=date,
            person=persons.get(date.person_id or 0),
            why=why,
            next_on=day if why is None else None,
            told=told.get((Source.DATE, date.id), ()),
            entered_after=check.entered_after(date, today) if why is None else None,
        )
        if why is not None or day is None:
            return known
        just_past = check.next_on(date, today - self.rules.grace_days * _ONE_DAY)
        days = sorted({day, just_past or day})
        found = self._raised(known, date.id, days)
        return dataclasses.replace(found, later=check.later(date, day, today))

    def _milestones(
        self, dates: Sequence[ClientDate], persons: Mapping[int, Person], told: Traces
    ) -> Iterator[Line]:
        """Yield the coming days of a young child, as far as the rule finds them."""
        for date in dates:
            person, born = persons.get(date.person_id or 0), born_on(date.fact)
            is_child = person is not None and person.relation is Relation.CHILD
            if date.kind is not DateKind.BIRTHDAY or not is_child or born is None:
                continue
            for _, day in milestone_days(born):
                if self.now.date() <= day <= self.now.date() + _A_YEAR:
                    key = (Source.MILESTONE, date.id)
                    line = Line(
                        source=Source.MILESTONE, person=person, next_on=day, told=told.get(key, ())
                    )
                    yield from self._if_found(line, date.id, day)

    def _set_days(self, client_id: int, told: Traces) -> Iterator[Line]:
        """Yield the days she set herself: of talks, visits, promises, and points that expire."""
        for source, source_id, day in days_set(self.session, client_id):
            line = Line(source=source, next_on=day, told=told.get((source, source_id), ()))
            yield from self._if_found(line, source_id, day)

    def _if_found(self, line: Line, source_id: int, day: dt.date) -> Iterator[Line]:
        found = self._raised(line, source_id, [day])
        if found.why is not Why.LOST:
            yield found

    def _raised(self, line: Line, source_id: int, days: Sequence[dt.date]) -> Line:
        """Return the line with what the rule raises for these of its days, or why it does not."""
        members: list[Occasion] = []
        kept: dict[Key, Kept] = {}
        own = None
        for day in days:
            occasions, rows = self._on(line.source, day)
            is_it = (
                one for one in occasions if (one.source, one.source_id) == (line.source, source_id)
            )
            own = next(is_it, None)
            if own is not None:
                members += check.party(own, occasions, self.rules)
                kept |= rows
        if own is None or not members:
            why = Why.LOST if own is None else Why.LEAD_OFF
            return dataclasses.replace(line, occasion=own, why=why)
        moments = check.moments(members, kept, self.now, self.rules, self.pop_up_at)
        return dataclasses.replace(
            line,
            occasion=own,
            raises=check.raises(members, kept, moments, self.rules),
            waits=tuple(rule.due(members, kept, self.now, self.rules)),
        )

    def _on(self, source: Source, day: dt.date) -> tuple[list[Occasion], dict[Key, Kept]]:
        if (source, day) not in self._seen:
            find = _FINDING.get(source, followups_between)
            kept = kept_between(self.session, day, day)
            self._seen[source, day] = find(self.session, day, day), kept
        return self._seen[source, day]


def _soonest(line: Line) -> tuple[bool, dt.date]:
    return line.next_on is None, line.next_on or dt.date.max
