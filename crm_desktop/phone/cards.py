"""One card of a contact file as text, field by field, before anybody asks what it is worth."""

from collections.abc import Mapping
from dataclasses import dataclass

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.records.enums import Relation


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What a card says; `number` counts the cards of the file from 1.

    `texts` holds what a cell of a list would say, several phones joined by 、; `children` are
    names. `partner` is what her HUSBAND_NAME is to her.
    """

    number: int
    texts: Mapping[Field, str]
    children: tuple[str, ...] = ()
    partner: Relation = Relation.HUSBAND
