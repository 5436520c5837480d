"""Smart lists: what she narrowed the list to, kept under a name; and what to narrow it by."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from crm_desktop.database import Database
from crm_desktop.domain.list_query import ListQuery, ReadQuery, from_json, to_json
from crm_desktop.domain.records import Change, SmartList
from crm_desktop.services import client_list
from crm_desktop.services.checking import checked
from crm_desktop.services.client_list import ListValues
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove, table_of


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedList:
    """One of her lists; `unknown` names what a newer version asked for in it."""

    id: int
    name: str
    query: ListQuery
    unknown: tuple[str, ...] = ()


class SmartLists:
    """Her lists in the book, in her order."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self) -> tuple[SavedList, ...]:
        """Return her lists in her order."""
        with self._database.read() as session:
            found = fetch(session, SmartList, order=[table_of(SmartList).c.position])
        return tuple(_saved(each, from_json(each.query)) for each in found)

    def values(self) -> ListValues:
        """Return the tags, owners, sources and projects of the book."""
        with self._database.read() as session:
            return client_list.values(session)

    def save(self, name: str, query: ListQuery) -> Change:
        """Keep a query under a name, behind the other lists."""
        with self._journal.change("smart_list.add", name) as work:
            last = work.session.scalar(select(func.max(table_of(SmartList).c.position)))
            kept = SmartList(name=name, query=to_json(query), position=(last or 0) + 1)
            put(work.session, checked(work.session, kept, work.at.date()))
        return work.change

    def rename(self, list_id: int, name: str) -> Change:
        """Call a list by another name.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("smart_list.edit", name) as work:
            known = get(work.session, SmartList, list_id)
            renamed = dataclasses.replace(known, name=name)
            put(work.session, checked(work.session, renamed, work.at.date()))
        return work.change

    def replace(self, list_id: int, query: ListQuery) -> Change:
        """Keep another query under the name of a list.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("smart_list.edit") as work:
            known = get(work.session, SmartList, list_id)
            work.about(known.name)
            put(work.session, dataclasses.replace(known, query=to_json(query)))
        return work.change

    def order(self, ids: Sequence[int]) -> Change:
        """Put the lists in this order; those not named keep their place behind them."""
        with self._journal.change("smart_list.move") as work:
            known = {each.id: each for each in fetch(work.session, SmartList)}
            named = [id_ for id_ in ids if id_ in known]
            others = sorted(set(known) - set(named), key=lambda id_: known[id_].position)
            for position, id_ in enumerate([*named, *others], start=1):
                put(work.session, dataclasses.replace(known[id_], position=position))
        return work.change

    def delete(self, list_id: int) -> Change:
        """Keep a list no more; the clients in it stay.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("smart_list.delete") as work:
            work.about(get(work.session, SmartList, list_id).name)
            remove(work.session, SmartList, list_id)
        return work.change


def _saved(kept: SmartList, read: ReadQuery) -> SavedList:
    return SavedList(id=kept.id, name=kept.name, query=read.query, unknown=read.unknown)
