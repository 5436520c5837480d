"""They parted: the days of a husband or partner, and the wedding, no longer come round."""

import dataclasses

from crm_desktop.domain.records import Change, Client, ClientDate, DateKind, Person
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, table_of


def part(journal: Journal, person_id: int) -> Change:
    """End every date of this person, and the client's wedding anniversary, in one change.

    The dates stay in the file as ended; what was answered about them stays, too.

    Raises:
        RecordGone: the person is no longer in the book.
    """
    with journal.change("person.part") as work:
        person = get(work.session, Person, person_id)
        work.about(get(work.session, Client, person.client_id).called)
        date = table_of(ClientDate).c
        theirs = (date.person_id == person_id) | (
            (date.kind == DateKind.WEDDING) & date.person_id.is_(None)
        )
        hers = date.client_id == person.client_id
        for one in fetch(work.session, ClientDate, hers, theirs, date.is_ended.is_(False)):
            ended = dataclasses.replace(one, is_ended=True)
            put(work.session, ended)
    return work.change
