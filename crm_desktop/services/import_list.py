"""Her own list, or the contacts of a phone, compared with the book."""

from collections.abc import Callable

from sqlalchemy.orm import Session

from crm_desktop.domain.import_plan import ImportPlan, Options
from crm_desktop.domain.importing import KnownBook, Progress, plan, with_origin
from crm_desktop.domain.placing import clients_near
from crm_desktop.domain.records import Client, Person
from crm_desktop.domain.tombstones import Buried
from crm_desktop.services.import_book import facts_of, free_id, known_identities, trashed
from crm_desktop.services.import_progress import in_turn
from crm_desktop.services.read_list import ReadList

BuriedOf = Callable[[Session], Buried]
"""Who was deleted for good, in one state of the book."""


def plan_list(
    session: Session, read: ReadList, options: Options, buried: BuriedOf, progress: Progress
) -> ImportPlan:
    """Return what the rows of a list come to in this state of the book."""
    known = known_identities(session)
    near = clients_near(read.rows, known, options)
    fetch, compare = in_turn(progress, len(near), len(read.rows))
    book = KnownBook(
        identities=known,
        facts=facts_of(session, near, fetch),
        first_client=free_id(session, Client),
        first_person=free_id(session, Person),
        trashed=trashed(session),
        buried=buried(session),
    )
    made = plan(read.rows, book, options, compare)
    return with_origin(made, read.sheets, read.skipped)
