"""The trash: clients put aside for 30 days, out of every list and search, before they are gone."""

import datetime as dt
import json
from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from sqlalchemy import func, select, update
from sqlalchemy.dialects.sqlite import insert

from crm_desktop.database import Database
from crm_desktop.domain.records import Change, Client
from crm_desktop.domain.trash import KEPT_DAYS, days_left, is_over
from crm_desktop.models import SettingRow
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.records import fetch, table_of

_SEEN: Final = "trash.seen"
"""The setting with the last days on which the book was open while somebody was in the trash."""

_client: Final = table_of(Client).c


@dataclass(frozen=True, slots=True, kw_only=True)
class TrashLine:
    """A client in the trash; `days_left` is 0 once she goes by herself."""

    id: int
    name: str
    called: str
    put_in_on: dt.date
    days_left: int


class Trash:
    """What is done with the trash of one open book."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def put_in(self, client_ids: Collection[int], on: dt.date) -> Change:
        """Put clients in the trash; those in it already keep their day."""
        return self._move("trash", client_ids, on)

    def take_out(self, client_ids: Collection[int]) -> Change:
        """Take clients back with everything they had, their reminders too."""
        return self._move("untrash", client_ids, None)

    def list(self, today: dt.date) -> tuple[TrashLine, ...]:
        """Return who is in the trash, the one put in last first."""
        with self._database.read() as session:
            order = (_client.trashed_on.desc(), _client.id.desc())
            found = fetch(session, Client, _client.trashed_on.is_not(None), order=order)
        return tuple(_line(client, today) for client in found)

    def count(self) -> int:
        """Return how many clients are in the trash."""
        with self._database.read() as session:
            query = select(func.count()).where(_client.trashed_on.is_not(None))
            return session.execute(query).scalar_one()

    def over(self, today: dt.date) -> tuple[int, ...]:
        """Note that the book is open today; return whose 30 days are over (domain/trash.py)."""
        lines = self.list(today)
        seen = self._seen(today) if lines else set()
        return tuple(line.id for line in lines if is_over(line.put_in_on, today, seen))

    def _move(self, deed: str, client_ids: Collection[int], on: dt.date | None) -> Change:
        is_in = _client.trashed_on.is_not(None) if on is None else _client.trashed_on.is_(None)
        wanted = func.json_each(json.dumps(list(client_ids))).table_valued("value").c.value
        where = _client.id.in_(select(wanted)), is_in
        thing = "client" if len(client_ids) == 1 else "clients"
        with self._journal.change(f"{thing}.{deed}") as work:
            moved = fetch(work.session, Client, *where)
            work.about(moved[0].called if len(moved) == 1 else f"{len(moved):,}")
            _mark(work, moved, on)
        return work.change

    def _seen(self, today: dt.date) -> set[dt.date]:
        """Return the days on which the book was open lately, today among them from now on."""
        query = select(SettingRow.value).where(SettingRow.name == _SEEN)
        with self._database.read() as session:
            stored = session.scalar(query)
        seen = {dt.date.fromisoformat(day) for day in json.loads(stored or "[]")}
        if today in seen:
            return seen
        seen = set(sorted({*seen, today})[-2 * KEPT_DAYS :])
        value = json.dumps(sorted(day.isoformat() for day in seen))
        with self._journal.change(_SEEN, can_undo=False) as work:
            row = insert(SettingRow).values(name=_SEEN, value=value)
            work.session.execute(row.on_conflict_do_update(["name"], set_={"value": value}))
        return seen


def _mark(work: Work, moved: Collection[Client], on: dt.date | None) -> None:
    ids = json.dumps([client.id for client in moved])
    wanted = func.json_each(ids).table_valued("value").c.value
    change = update(table_of(Client)).where(_client.id.in_(select(wanted)))
    work.session.execute(change.values(trashed_on=on, updated_at=work.at))


def _line(client: Client, today: dt.date) -> TrashLine:
    put_in_on = client.trashed_on or today
    return TrashLine(
        id=client.id,
        name=client.name,
        called=client.called,
        put_in_on=put_in_on,
        days_left=days_left(put_in_on, today),
    )
