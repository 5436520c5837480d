"""A few fictional people around Sunday, 22 November 2026, when the tests take place."""

import datetime as dt
from typing import Any

from crm_desktop.domain.occasions import Kind, Occasion, Reminder, ReminderState, Stage, What
from crm_desktop.domain.records import Client, ClientDate, Knows, Person, Relation, Tier
from crm_desktop.services.book import Book

SUNDAY = dt.date(2026, 11, 22)
TUESDAY = dt.date(2026, 11, 24)
CHILD = "朵朵"
BIG = "王姐"
SMALL = "李雯"


def invite(book: Book) -> int:
    """Write a big client with a child and an ordinary one; return the id of the big one.

    Due on the Sunday: the child's birthday to be prepared, the ordinary client's own day.
    """
    wang = Client(name="王雅琴", display_name=BIG, tier=Tier.A, vip=True)
    big = next(iter(book.clients.add(wang).client_ids))
    child = Person(client_id=big, relation=Relation.CHILD, nickname=CHILD, knows=Knows.NO)
    book.clients.put_person(child, [ClientDate(client_id=big, year=2018, month=11, day=24)])
    born = ClientDate(year=1995, month=11, day=22)
    book.clients.add(Client(name=SMALL), dates=[born])
    return big


def occasion(date_id: int = 1, on: dt.date = TUESDAY, **facts: Any) -> Occasion:  # noqa: ANN401 - whatever fits the record
    """Return a birthday of the big client, changed by `facts`."""
    plain: dict[str, Any] = {
        "source_id": date_id,
        "on": on,
        "kind": Kind.BIRTHDAY,
        "client_id": 1,
        "client_name": "王雅琴",
        "client_display_name": BIG,
        "big": True,
    }
    return Occasion(**(plain | facts))


def reminder(
    date_id: int = 1,
    stage: Stage = Stage.PREPARE,
    what: What = What.CAKE,
    on: dt.date = TUESDAY,
    **facts: Any,  # noqa: ANN401 - whatever fits the record
) -> Reminder:
    """Return a reminder of such an occasion."""
    return Reminder(
        occasion=occasion(date_id, on, **facts),
        stage=stage,
        raise_on=SUNDAY,
        state=ReminderState.PENDING,
        what=what,
        pops_up=True,
    )
