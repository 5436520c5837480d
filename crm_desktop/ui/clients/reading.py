"""What the page reads beside the screen: plain values in, lines out."""

import datetime as dt
from dataclasses import dataclass
from typing import Final

from crm_desktop.domain.list_query import ListQuery
from crm_desktop.services.client_list import ClientLine, Cursor
from crm_desktop.services.clients import Clients

FOUND_AT_MOST: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Some lines, and whether more stand below; `after` is where the list goes on."""

    lines: tuple[ClientLine, ...]
    has_more: bool = False
    after: Cursor | None = None


def found_first(clients: Clients, typed: str, first: int, now: dt.date) -> Read:
    """Return the first clients found; archived ones stand last of all, so they wait."""
    hits = clients.search(typed, first)
    if len(hits) < first:
        return Read(lines=clients.lines([hit.id for hit in hits], today=now))
    ids = [hit.id for hit in hits if not hit.is_archived]
    if not ids:
        return found(clients, typed, now)
    return Read(lines=clients.lines(ids, today=now), has_more=True)


def found(clients: Clients, typed: str, now: dt.date) -> Read:
    """Return every client found, up to as many as a person looks at."""
    hits = clients.search(typed, FOUND_AT_MOST)
    return Read(lines=clients.lines([hit.id for hit in hits], today=now))


def listed(
    clients: Clients, query: ListQuery, limit: int, now: dt.date, after: Cursor | None = None
) -> Read:
    """Return a stretch of the list."""
    read = clients.page(query, after, limit, today=now)
    return Read(lines=read.lines, after=read.after, has_more=read.after is not None)
