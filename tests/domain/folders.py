"""Folders of plainly fictional clients around Sunday, 22 November 2026."""

import datetime as dt
from typing import Any

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Complaint,
    Contact,
    DateKind,
    Knows,
    Person,
    Preference,
    PreferenceKind,
    Relation,
)

TODAY = dt.date(2026, 11, 22)
CLIENT = Client(id=1, name="王雅琴", display_name="王姐")


def days_ago(days: int) -> dt.date:
    return TODAY - dt.timedelta(days=days)


def folder(client: Client = CLIENT, **parts: Any) -> ClientFolder:  # noqa: ANN401 - whatever the folder holds
    """Return her folder with these records in it."""
    records: dict[str, Any] = {name: tuple(each) for name, each in parts.items()}
    return ClientFolder(client=client, **records)


def child(name: str = "朵朵", knows: Knows = Knows.YES, **facts: Any) -> Person:  # noqa: ANN401 - facts of a person
    return Person(
        **{"id": 2, "relation": Relation.CHILD, "nickname": name, "knows": knows, **facts}
    )


def husband(knows: Knows = Knows.YES, **facts: Any) -> Person:  # noqa: ANN401 - facts of a person
    return Person(
        **{"id": 3, "relation": Relation.HUSBAND, "nickname": "老陈", "knows": knows, **facts}
    )


def born(year: int | None, month: int, day: int, person_id: int | None = None) -> ClientDate:
    return ClientDate(
        id=100 + (person_id or 0), person_id=person_id, year=year, month=month, day=day
    )


def wedding(year: int, month: int, day: int, *, ended: bool = False) -> ClientDate:
    return ClientDate(
        id=200, kind=DateKind.WEDDING, year=year, month=month, day=day, is_ended=ended
    )


def talk(ago: int, outcome: str, **facts: Any) -> Contact:  # noqa: ANN401 - facts of a talk
    return Contact(**{"id": 300 + ago, "on": days_ago(ago), "outcome": outcome, **facts})


def complaint(ago: int = 5, what: str = "等太久", **facts: Any) -> Complaint:  # noqa: ANN401 - facts of a complaint
    return Complaint(**{"on": days_ago(ago), "what": what, **facts})


def taboo(text: str, **facts: Any) -> Preference:  # noqa: ANN401 - facts of a taboo
    return Preference(**{"kind": PreferenceKind.TABOO, "text": text, **facts})
