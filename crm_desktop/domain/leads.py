"""How long ahead an occasion is told: a table by what it is and by whose client she is."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from crm_desktop.domain.records.enums import DateKind, Relation, Tier

MOST_DAYS: Final = 60
"""No lead is longer: beyond it a reminder is forgotten again before the day."""

_SPOUSES: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER})


class LeadKind(StrEnum):
    """What an occasion is, as far as the lead goes; a row of the table."""

    OWN_BIRTHDAY = "own_birthday"
    SPOUSE_BIRTHDAY = "spouse_birthday"
    CHILD_BIRTHDAY = "child_birthday"
    FAMILY_BIRTHDAY = "family_birthday"
    WEDDING = "wedding"
    VALUED = "valued"
    MILESTONE = "milestone"


class Audience(StrEnum):
    """Whose client she is, as far as the lead goes; a column of the table.

    BIG are VIPs and whom the consultant marked herself, whatever their tier.
    """

    BIG = "big"
    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    NONE = "none"


BIG_AUDIENCES: Final = frozenset({Audience.BIG, Audience.A, Audience.B})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """One cell that differs from the rule; `days` 0 is the day alone, None not at all."""

    kind: LeadKind
    audience: Audience
    days: int | None


@dataclass(frozen=True, slots=True)
class LeadTable:
    """The cells that differ; the rule stands everywhere else."""

    cells: tuple[Lead, ...] = ()

    def own(self, kind: LeadKind, audience: Audience) -> Lead | None:
        """Return the cell if it differs from the rule."""
        wanted = (kind, audience)
        return next((cell for cell in self.cells if (cell.kind, cell.audience) == wanted), None)

    def days(self, kind: LeadKind, audience: Audience, rule: int) -> int | None:
        """Return how many days ahead: 0 is the day alone, None not at all.

        Where no cell says otherwise `rule` for big clients, the day alone for the others.
        """
        cell = self.own(kind, audience)
        if cell is not None:
            return cell.days
        return rule if audience in BIG_AUDIENCES else 0

    def longest(self) -> int:
        """Return the most days any cell names, 0 for none."""
        return max((cell.days or 0 for cell in self.cells), default=0)

    def with_cell(self, cell: Lead) -> "LeadTable":
        """Return the table with one more cell, in the place of the one it had."""
        return self.without(cell.kind, cell.audience, cell)

    def without(self, kind: LeadKind, audience: Audience, *instead: Lead) -> "LeadTable":
        """Return the table with the rule, or with `instead`, in one place."""
        others = [cell for cell in self.cells if (cell.kind, cell.audience) != (kind, audience)]
        return LeadTable((*others, *instead))


NO_LEADS: Final = LeadTable()


def audience_of(tier: Tier | None, *, vip: bool, marked: bool) -> Audience:
    """Return the column a client stands in: her tier if that is A or B, else big, else her tier."""
    if tier in {Tier.A, Tier.B} and tier is not None:
        return Audience(tier.value)
    if vip or marked:
        return Audience.BIG
    return Audience.NONE if tier is None else Audience(tier.value)


def lead_kind(kind: DateKind, relation: Relation | None) -> LeadKind:
    """Return the row a dated fact stands in; `relation` None is the client herself."""
    if kind is DateKind.WEDDING:
        return LeadKind.WEDDING
    if kind is DateKind.VALUED:
        return LeadKind.VALUED
    if relation is None:
        return LeadKind.OWN_BIRTHDAY
    if relation is Relation.CHILD:
        return LeadKind.CHILD_BIRTHDAY
    return LeadKind.SPOUSE_BIRTHDAY if relation in _SPOUSES else LeadKind.FAMILY_BIRTHDAY


def written(table: LeadTable) -> tuple[str, ...]:
    """Return the table as it is stored: `wedding.A=3`, `child_birthday.none=off`."""
    return tuple(
        f"{cell.kind}.{cell.audience}={'off' if cell.days is None else cell.days}"
        for cell in table.cells
    )


def read(lines: Iterable[str]) -> LeadTable:
    """Return what `written` wrote; a line of another hand is passed over."""
    return LeadTable(tuple(cell for line in lines if (cell := _cell(line)) is not None))


def _cell(line: str) -> Lead | None:
    place, _, days = line.partition("=")
    kind, _, audience = place.partition(".")
    try:
        count = None if days == "off" else int(days)
        cell = Lead(kind=LeadKind(kind), audience=Audience(audience), days=count)
    except ValueError:
        return None
    return cell if count is None or 0 <= count <= MOST_DAYS else None
