"""People around the client and the dates that matter."""

import datetime as dt
from dataclasses import dataclass

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records.enums import DateKind, Knows, Relation, Sex


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of her family or a friend; `nickname` is 大宝, 小宝, 老公 as she says it.

    `also_client_id` names the client this person is as well, if any.
    """

    id: int = 0
    client_id: int = 0
    relation: Relation = Relation.OTHER
    name: str = ""
    nickname: str = ""
    sex: Sex | None = None
    occupation: str = ""
    income: int | None = None
    knows: Knows = Knows.UNKNOWN
    notes: str = ""
    position: int = 0
    learnt_on: dt.date | None = None
    learnt_from: str = ""
    also_client_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientDate:
    """A dated fact of the client (`person_id` None) or of a person of hers, as it was typed.

    `policy` is the compact code of its recurrence policy ("" is the default); `lead_days`
    its own lead, None for the rule's; `is_main` marks the one that is celebrated when a
    person has several of one kind; `origin` tells an ID-card date from a celebrated one.
    """

    id: int = 0
    client_id: int = 0
    person_id: int | None = None
    kind: DateKind = DateKind.BIRTHDAY
    label: str = ""
    calendar: Calendar = Calendar.SOLAR
    year: int | None = None
    month: int = 1
    day: int = 1
    leap: bool = False
    policy: str = ""
    is_main: bool = True
    origin: str = ""
    lead_days: int | None = None
    is_ended: bool = False
    learnt_on: dt.date | None = None
    learnt_from: str = ""
    created_at: dt.datetime | None = None

    @property
    def fact(self) -> DatedFact:
        """Return the date itself."""
        return DatedFact(
            calendar=self.calendar,
            year=self.year,
            month=self.month,
            day=self.day,
            leap=self.leap,
        )
