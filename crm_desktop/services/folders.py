"""Client folders out of the book: one query a kind of record for a thousand clients at a time."""

import json
from collections import defaultdict
from collections.abc import Generator, Iterator, Mapping
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, bindparam, func, select
from sqlalchemy.orm import Session

from crm_desktop.domain import records as kinds
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.services.records import Record, fetch, read, selection, table_of

AT_ONCE: Final = 1_000
_AFTER: Final = "after"
_THROUGH: Final = "through"

_PARTS: Final[Mapping[str, tuple[type[Record], tuple[str, ...]]]] = {
    "phones": (kinds.Phone, ()),
    "cards": (kinds.ClinicCard, ()),
    "preferences": (kinds.Preference, ()),
    "tags": (kinds.Tag, ()),
    "consents": (kinds.Consent, ()),
    "sources": (kinds.FactSource, ()),
    "persons": (kinds.Person, ("position",)),
    "dates": (kinds.ClientDate, ()),
    "visits": (kinds.Visit, ("on",)),
    "bills": (kinds.Bill, ("on",)),
    "completed": (kinds.CompletedProject, ()),
    "potential": (kinds.PotentialProject, ()),
    "packages": (kinds.Package, ()),
    "deposits": (kinds.Deposit, ()),
    "gifts": (kinds.Gift, ("on",)),
    "contacts": (kinds.Contact, ("on",)),
    "promises": (kinds.Promise, ()),
    "complaints": (kinds.Complaint, ("on",)),
    "guests": (kinds.ActivityGuest, ()),
    "points": (kinds.PointsEntry, ("on",)),
    "attachments": (kinds.Attachment, ()),
    "festival_marks": (kinds.FestivalMark, ("on",)),
}
"""The fields of `ClientFolder` below the client, what fills them, and what they are sorted by."""


def folders(
    session: Session, *, with_archived: bool, client_ids: frozenset[int] | None = None
) -> Generator[ClientFolder, None, None]:
    """Yield every client outside the trash with all her records, in the order she was added.

    With `client_ids` these alone. Only `AT_ONCE` clients are in memory at a time.
    """
    activities = _activities(session)
    table = table_of(kinds.Client)
    wanted = [table.c.trashed_on.is_(None)]
    if not with_archived:
        wanted.append(table.c.archived_on.is_(None))
    if client_ids is not None:
        these = func.json_each(json.dumps(sorted(client_ids))).table_valued("value").c.value
        wanted.append(table.c.id.in_(select(these)))
    after = 0
    while True:
        clients = fetch(session, kinds.Client, table.c.id > after, *wanted, limit=AT_ONCE)
        if not clients:
            return
        yield from _gathered(session, clients, after, activities)
        after = clients[-1].id


def folder_of(session: Session, client: kinds.Client) -> ClientFolder:
    """Return the folder of one client."""
    return next(_gathered(session, [client], client.id - 1, _activities(session)))


def _activities(session: Session) -> dict[int, str]:
    activity = table_of(kinds.Activity).c
    return {row.id: row.name for row in session.execute(select(activity.id, activity.name))}


def _gathered(
    session: Session, clients: list[kinds.Client], after: int, activities: Mapping[int, str]
) -> Iterator[ClientFolder]:
    """Yield the folders of these clients, whose numbers follow `after`."""
    found: defaultdict[int, dict[str, list[Any]]] = defaultdict(_lists)
    between = {_AFTER: after, _THROUGH: clients[-1].id}
    for name, (kind, _) in _PARTS.items():
        for record in read(session, kind, _part(name), between):
            folder = found[getattr(record, "client_id", 0)]
            folder[name].append(_with_activity(record, activities))
    names = _names(session, {client.referred_by_id for client in clients})
    for client in clients:
        parts = found.pop(client.id, _lists())
        if "phones" in parts:
            parts["phones"].sort(key=_is_second)
        yield ClientFolder(
            client=client,
            referred_by=names.get(client.referred_by_id, ""),
            **{name: tuple(records) for name, records in parts.items()},
        )


@cache
def _part(name: str) -> Select[tuple[Any, ...]]:
    """Return what asks for one kind of record of clients by number; making it takes longest."""
    kind, order = _PARTS[name]
    columns = table_of(kind).c
    within = (columns.client_id > bindparam(_AFTER)) & (columns.client_id <= bindparam(_THROUGH))
    return selection(kind, within, order=[columns[field] for field in order])


def _lists() -> dict[str, list[Any]]:
    return defaultdict(list)


def _with_activity(record: Any, activities: Mapping[int, str]) -> object:  # noqa: ANN401 - any kind of `_PARTS`
    """Return an invitation with the name of its activity, any other record as it is."""
    if isinstance(record, kinds.ActivityGuest):
        return record, activities.get(record.activity_id, "")
    return record


def _is_second(phone: kinds.Phone) -> bool:
    return not phone.is_main


def _names(session: Session, ids: set[int | None]) -> dict[int | None, str]:
    """Return the names of the clients with these numbers."""
    table = table_of(kinds.Client)
    query = select(table.c.id, table.c.name).where(table.c.id.in_(ids - {None}))
    return {row.id: row.name for row in session.execute(query)}
