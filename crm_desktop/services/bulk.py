"""Bulk: one deed for many clients at once, written as one change and undone as one."""

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Final

from sqlalchemy import Select, delete, func, insert, literal, select, update

from crm_desktop.database import Database
from crm_desktop.domain.list_query import Chosen
from crm_desktop.domain.records import Change, Client, Tag
from crm_desktop.services import client_list
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.records import table_of
from crm_desktop.services.search_index import Progress

_client: Final = table_of(Client)
_tag: Final = table_of(Tag)


class Bulk:
    """What is done to many clients; who is so already is left as she is.

    Every method returns one `Change`, whose id is 0 where nothing was to be done. `progress`
    hears how many are done and may raise to stop; then nothing was written. `today` is what
    a query among the chosen counts from.
    """

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def ids(self, chosen: Chosen, *, today: dt.date) -> list[int]:
        """Return the clients chosen, by id."""
        if chosen.query is None:
            return sorted(chosen.ids)
        with self._database.read() as session:
            found = client_list.ids(session, chosen.query, today)
        return sorted(set(found) - chosen.ids)

    def add_tag(
        self, chosen: Chosen, name: str, *, today: dt.date, progress: Progress | None = None
    ) -> Change:
        """Give a tag to those who do not have it."""
        with self._deed("clients.tag", name, chosen, today, progress) as (work, ids):
            has = select(_tag.c.client_id).where(_tag.c.name == name)
            wanted = _client.c.id.in_(_listed(ids)), _client.c.id.not_in(has)
            given = select(_client.c.id, literal(name), literal(value=False)).where(*wanted)
            columns = ["client_id", "name", "is_need"]
            work.session.execute(insert(_tag).from_select(columns, given))
        return work.change

    def remove_tag(
        self, chosen: Chosen, name: str, *, today: dt.date, progress: Progress | None = None
    ) -> Change:
        """Take a tag off."""
        with self._deed("clients.untag", name, chosen, today, progress) as (work, ids):
            of_them = _tag.c.client_id.in_(_listed(ids)), _tag.c.name == name
            work.session.execute(delete(_tag).where(*of_them))
        return work.change

    def give_owner(
        self, chosen: Chosen, owner: str, *, today: dt.date, progress: Progress | None = None
    ) -> Change:
        """Say who looks after them; "" for nobody."""
        return self._set("clients.owner", owner, chosen, {"owner": owner}, today, progress)

    def mark_big(
        self, chosen: Chosen, *, marked: bool, today: dt.date, progress: Progress | None = None
    ) -> Change:
        """Mark them by hand as big clients, or take the mark off."""
        action = "clients.mark_big" if marked else "clients.unmark_big"
        return self._set(action, "", chosen, {"marked_big": marked}, today, progress)

    def archive(
        self,
        chosen: Chosen,
        on: dt.date | None,
        *,
        today: dt.date,
        progress: Progress | None = None,
    ) -> Change:
        """Put them aside from the day `on`, or take them back (None)."""
        action = "clients.unarchive" if on is None else "clients.archive"
        with self._deed(action, "", chosen, today, progress) as (work, ids):
            is_so = _client.c.archived_on.is_not(None) if on else _client.c.archived_on.is_(None)
            _write(work, ids, {"archived_on": on}, ~is_so)
        return work.change

    def _set(  # noqa: PLR0913, PLR0917 - one deed in full, for the methods above
        self,
        action: str,
        subject: str,
        chosen: Chosen,
        values: dict[str, Any],
        today: dt.date,
        progress: Progress | None,
    ) -> Change:
        with self._deed(action, subject, chosen, today, progress) as (work, ids):
            for name, value in values.items():
                _write(work, ids, values, _client.c[name] != value)
        return work.change

    @contextmanager
    def _deed(
        self,
        action: str,
        subject: str,
        chosen: Chosen,
        today: dt.date,
        progress: Progress | None,
    ) -> Iterator[tuple[Work, Sequence[int]]]:
        """Open the change; its subject says what was given and to how many."""
        ids = self.ids(chosen, today=today)
        if progress is not None:
            progress(0, len(ids))
        told = " · ".join(part for part in (subject, f"{len(ids):,}") if part)
        with self._journal.change(action, told, progress=progress) as work:
            yield work, ids


def _write(work: Work, ids: Sequence[int], values: dict[str, Any], other: Any) -> None:  # noqa: ANN401 - a condition
    """Write values into the rows of these clients that have others."""
    of_them = _client.c.id.in_(_listed(ids)), other
    work.session.execute(update(_client).where(*of_them).values(**values, updated_at=work.at))


def _listed(ids: Sequence[int]) -> Select[Any]:
    """Return ids as one parameter, however many they are."""
    return select(func.json_each(json.dumps(list(ids))).table_valued("value").c.value)
