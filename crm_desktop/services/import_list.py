"""Her own list, or the contacts of a phone, compared with the book."""

from collections.abc import Callable
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.import_plan import ImportPlan, Options
from crm_desktop.domain.importing import KnownBook, Progress, plan, with_origin
from crm_desktop.domain.placing import clients_near
from crm_desktop.domain.records import Client, Person
from crm_desktop.domain.tombstones import Buried
from crm_desktop.services.import_book import facts_of, free_id, known_identities, trashed
from crm_desktop.services.import_progress import in_turn, share_of
from crm_desktop.services.read_list import ReadList

_SOUGHT: Final = 0.02
"""How far planning is, as a share, once it is known who the rows may be about."""

BuriedOf = Callable[[Session], Buried]
"""Who was deleted for good, in one state of the book."""


def plan_list(
    session: Session, read: ReadList, options: Options, buried: BuriedOf, progress: Progress
) -> ImportPlan:
    """Return what the rows of a list come to in this state of the book."""
    known = known_identities(session)
    rows = len(read.rows)
    near = clients_near(read.rows, known, options, share_of(progress, 0, _SOUGHT, rows))
    fetch, compare = in_turn(share_of(progress, _SOUGHT, 1, rows), len(near), rows)
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
