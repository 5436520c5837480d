"""A clinic's export compared with the book, three-way from the second one on."""

from dataclasses import replace
from functools import partial
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.clinic_cover import Cover, cover_of
from crm_desktop.domain.clinic_people import people_of
from crm_desktop.domain.clinic_plan import HERSELF, ClinicBook, plan_clinic_rows, said_of_lines
from crm_desktop.domain.counterparts import Counterpart, CounterpartKind
from crm_desktop.domain.foreign import Foreign
from crm_desktop.domain.import_plan import ImportPlan, Options, SheetRead
from crm_desktop.domain.importing import KnownBook, Progress, with_origin
from crm_desktop.domain.placing import clients_near
from crm_desktop.domain.records import (
    Bill,
    Client,
    CompletedProject,
    Deposit,
    Package,
    Person,
    Visit,
)
from crm_desktop.services.clinic_absent import lines_between
from crm_desktop.services.import_book import facts_of, free_id, known_identities, trashed
from crm_desktop.services.import_list import BuriedOf
from crm_desktop.services.import_log import days_of_newer, is_overtaken
from crm_desktop.services.import_progress import in_turn, share_of
from crm_desktop.services.read_list import ReadList
from crm_desktop.services.sync_bases import bases_of

_NUMBERED: Final = (Visit, Bill, CompletedProject, Package, Deposit)
_SEEN, _SOUGHT = 0.02, 0.04
"""How far planning is, as a share, once the lines have persons, and these may be known."""

_PER_CLIENT: Final = 3
"""Reading the facts of a client takes about as long as comparing so many rows."""


def plan_clinic(
    session: Session, read: ReadList, options: Options, buried: BuriedOf, progress: Progress
) -> ImportPlan:
    """Return what a clinic's export comes to in this state of the book."""
    clinic = Counterpart(kind=CounterpartKind.CLINIC, name=options.card_source)
    options = replace(options, is_overtaken=is_overtaken(session, read, clinic))
    cover = cover_of(read.bills, read.sheets, options.now.date())
    known = known_identities(session)
    total = len(read.rows) + len(read.bills)
    seek, meet = share_of(progress, 0, _SEEN, total), share_of(progress, _SEEN, _SOUGHT, total)
    people = people_of(read.rows, read.bills, known, options, seek)
    near = clients_near(people.rows, known, options, meet)
    stages = len(near) * _PER_CLIENT, len(people.rows), len(read.bills)
    fetch, compare, booking = in_turn(share_of(progress, _SOUGHT, 1, total), *stages)
    beat = partial(fetch, 0, len(near))
    said = bases_of(session, clinic, near, beat)
    lines = lines_between(session, clinic, cover, near, beat)
    beat()
    lines |= said_of_lines(said)
    book = KnownBook(
        identities=known,
        facts=facts_of(session, near, fetch),
        first_client=free_id(session, Client),
        first_person=free_id(session, Person),
        trashed=trashed(session),
        buried=buried(session),
        foreign=Foreign(
            cells={client: cells for (client, part), cells in said.items() if part == HERSELF},
            columns={sheet.name: _columns(sheet) for sheet in read.sheets},
        ),
    )
    free: dict[type[object], int] = {kind: free_id(session, kind) for kind in _NUMBERED}
    newer = days_of_newer(session, read, clinic) if options.is_overtaken else ()
    whole = ClinicBook(
        known=book,
        lines=lines,
        cover=cover,
        newer=Cover(days=newer),
        free=free,
    )
    made = plan_clinic_rows(read.rows, read.bills, whole, options, compare, booking)
    return with_origin(made, read.sheets, read.skipped, clinic)


def _columns(sheet: SheetRead) -> frozenset[str]:
    return frozenset(sheet.mapping.values())
