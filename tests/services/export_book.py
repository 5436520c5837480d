"""The folders of `tests.folders` written into a real book."""

import dataclasses
from typing import Any

from crm_desktop.domain.records import Activity, ActivityGuest, Client
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put_new
from tests.folders import DAY, FULL, PLAIN

ARCHIVED = Client(id=3, uid="uid-3", name="孙旧客", archived_on=DAY)
_PARTS = [
    "persons",
    *(
        field.name
        for field in dataclasses.fields(FULL)
        if field.name not in {"client", "referred_by", "guests", "persons"}
    ),
]


def fill(journal: Journal) -> None:
    """Write the full client, the plain one and an archived one."""
    with journal.change("test.fill") as work:
        session = work.session
        put_new(session, Client, [PLAIN.client])
        put_new(session, Client, [FULL.client, ARCHIVED])
        put_new(session, Activity, [Activity(id=1, name="周年沙龙")])
        put_new(session, ActivityGuest, [guest for guest, _ in FULL.guests])
        for name in _PARTS:
            records: tuple[Any, ...] = getattr(FULL, name)
            put_new(session, type(records[0]), records)
