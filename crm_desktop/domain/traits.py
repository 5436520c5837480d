"""What of a client lists are narrowed by and shown with: what her file lacks, how she stands.

Held as one number for each client, a bit for a trait: `services/search_index.py` writes it.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.records.enums import DepositState, Relation


class Missing(StrEnum):
    """What the file of a client lacks (缺什么), the most needed first."""

    PHONE = "phone"
    BIRTHDAY = "birthday"
    HUSBAND_BIRTHDAY = "husband_birthday"
    CHILD_BIRTHDAY = "child_birthday"
    FAMILY = "family"
    LAST_TALK = "last_talk"


class Standing(StrEnum):
    """What the clinic still owes her: sessions of a package, a treatment paid, a deposit."""

    SESSIONS_LEFT = "sessions_left"
    PAID_UNTREATED = "paid_untreated"
    DEPOSIT = "deposit"


class Mark(StrEnum):
    """What she is marked as."""

    VIP = "vip"
    DO_NOT_CONTACT = "do_not_contact"


Trait = Missing | Standing | Mark

_TRAITS: Final[tuple[Trait, ...]] = (*Missing, *Standing, *Mark)
_HUSBANDS: Final = frozenset({Relation.HUSBAND, Relation.PARTNER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What of a client's file the traits follow from.

    `birthdays` holds whose are known, None for her own; `was_met` says that she came or was
    talked to; `deposits` holds the states of her deposits.
    """

    has_phone: bool = False
    relations: frozenset[Relation] = frozenset()
    birthdays: frozenset[Relation | None] = frozenset()
    children_count: int = 0
    was_met: bool = False
    sessions_left: int = 0
    deposits: frozenset[DepositState] = frozenset()
    is_vip: bool = False
    is_not_to_be_contacted: bool = False


def traits_of(known: Known) -> frozenset[Trait]:
    """Return the traits; a husband's birthday is missing only where there is a husband."""
    has_husband = bool(known.relations & _HUSBANDS)
    has_child = Relation.CHILD in known.relations or known.children_count > 0
    claims: dict[Trait, bool] = {
        Missing.PHONE: not known.has_phone,
        Missing.BIRTHDAY: None not in known.birthdays,
        Missing.HUSBAND_BIRTHDAY: has_husband and not known.birthdays & _HUSBANDS,
        Missing.CHILD_BIRTHDAY: has_child and Relation.CHILD not in known.birthdays,
        Missing.FAMILY: not known.relations and not has_child,
        Missing.LAST_TALK: not known.was_met,
        Standing.SESSIONS_LEFT: known.sessions_left > 0,
        Standing.PAID_UNTREATED: DepositState.PAID_UNTREATED in known.deposits,
        Standing.DEPOSIT: DepositState.DEPOSIT in known.deposits,
        Mark.VIP: known.is_vip,
        Mark.DO_NOT_CONTACT: known.is_not_to_be_contacted,
    }
    return frozenset(trait for trait, is_so in claims.items() if is_so)


def bits(traits: Iterable[Trait]) -> int:
    """Return the number in which each trait is a bit."""
    return sum(1 << _TRAITS.index(trait) for trait in set(traits))


def missing_in(number: int) -> tuple[Missing, ...]:
    """Return what is missing according to such a number, the most needed first."""
    return tuple(each for each in Missing if number & bits((each,)))
