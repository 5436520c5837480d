"""Activities: events clients are invited to, and what became of each invitation."""

import datetime as dt
from collections.abc import Collection

from sqlalchemy import func
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.records import Activity, ActivityGuest, Change, Client
from crm_desktop.services.checking import checked
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, table_of


class Activities:
    """The events of the book, the latest first."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def all(self) -> tuple[Activity, ...]:
        """Return every activity, the one furthest ahead first, those without a day last."""
        activity = table_of(Activity).c
        with self._database.read() as session:
            order = [activity.on.is_(None), activity.on.desc(), activity.id.desc()]
            return tuple(fetch(session, Activity, order=order))

    def add(self, activity: Activity) -> Change:
        """Add an activity nobody is invited to yet."""
        with self._journal.change("activity.add", activity.name) as work:
            put(work.session, checked(work.session, activity, work.at.date()))
        return work.change

    def invite(self, client_ids: Collection[int], name: str, on: dt.date | None = None) -> Change:
        """Invite clients to the activity of this name, which is added if there is none.

        Where several have the name, it is the latest. Who is invited already is passed over.

        Raises:
            RecordGone: One of them is no longer in the book.
        """
        with self._journal.change("activity.invite", name) as work:
            clients = [get(work.session, Client, client_id) for client_id in client_ids]
            if len(clients) == 1:
                work.about(clients[0].called)
            activity_id = _called(work.session, name)
            if activity_id is None:
                made = Activity(name=name.strip(), on=on)
                activity_id = put(work.session, checked(work.session, made, work.at.date()))
            guest = table_of(ActivityGuest).c
            known = fetch(work.session, ActivityGuest, guest.activity_id == activity_id)
            invited = {each.client_id for each in known}
            for client in clients:
                if client.id not in invited:
                    put(work.session, ActivityGuest(client_id=client.id, activity_id=activity_id))
        return work.change


def _called(session: Session, name: str) -> int | None:
    activity = table_of(Activity).c
    same = func.lower(activity.name) == name.strip().lower()
    found = fetch(session, Activity, same, order=[activity.on.desc(), activity.id.desc()], limit=1)
    return found[0].id if found else None
