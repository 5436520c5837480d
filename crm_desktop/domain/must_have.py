"""The must-have three: her own birthday, her husband's, her child's."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import ClientDate, DateKind, Person, Relation

SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})


class MustHave(StrEnum):
    """Whose birthday it is."""

    OWN = "own"
    SPOUSE = "spouse"
    CHILD = "child"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """One of the three; `person_id` is whose birthday is missing, None where nobody is noted."""

    which: MustHave
    is_known: bool
    person_id: int | None = None


def must_have(folder: ClientFolder) -> tuple[Mark, ...]:
    """Return the marks that apply, in their order.

    A spouse applies unless she parted from every one; children where there are any. Children
    are known once the birthday of each who is noted is.
    """
    spouses = [person for person in folder.persons if person.relation in SPOUSES]
    children = [person for person in folder.persons if person.relation is Relation.CHILD]
    present = [person for person in spouses if not _is_parted(person, folder.dates)]
    marks = [Mark(which=MustHave.OWN, is_known=_is_known(folder, None))]
    if present or not spouses:
        marks.append(_mark(MustHave.SPOUSE, present, folder, count=1))
    count = folder.client.children_count or 0
    if children or count:
        marks.append(_mark(MustHave.CHILD, children, folder, count=max(count, 1)))
    return tuple(marks)


def _mark(which: MustHave, persons: list[Person], folder: ClientFolder, count: int) -> Mark:
    lacking = next((each for each in persons if not _is_known(folder, each.id)), None)
    is_known = lacking is None and len(persons) >= count
    return Mark(which=which, is_known=is_known, person_id=lacking.id if lacking else None)


def _is_known(folder: ClientFolder, person_id: int | None) -> bool:
    return folder.main_date(DateKind.BIRTHDAY, person_id) is not None


def _is_parted(person: Person, dates: Iterable[ClientDate]) -> bool:
    """Tell whether the days of a person are kept no more."""
    own = [date for date in dates if date.person_id == person.id]
    return bool(own) and all(date.is_ended for date in own)
