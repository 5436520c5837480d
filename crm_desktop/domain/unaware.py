"""Who does not know about her treatments and may see or hear what is sent."""

from collections.abc import Collection
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Knows, Person, Relation

_HOUSEHOLD: Final = frozenset(
    {Relation.HUSBAND, Relation.WIFE, Relation.PARTNER, Relation.CHILD, Relation.PARENT}
)


def unaware(folder: ClientFolder, person_id: int | None) -> tuple[Person, ...]:
    """Return who must hear no word of the clinic where something goes to `person_id`.

    That person first, then the household, who are there when it is delivered or read; what
    goes to a friend or a sister does not pass by them. None is the client herself.
    """
    return among(folder.persons, person_id)


def among(persons: Collection[Person], person_id: int | None) -> tuple[Person, ...]:
    """Return the same of the persons around one client."""
    ignorant = [person for person in persons if person.knows is Knows.NO]
    addressed = [person for person in persons if person.id == person_id]
    at_home = not addressed or addressed[0].relation in _HOUSEHOLD
    others = [
        person for person in ignorant if person.id != person_id and person.relation in _HOUSEHOLD
    ]
    own = [person for person in ignorant if person.id == person_id]
    return (*own, *(others if at_home else ()))
