"""One person in several files: occasions that are one day of one person, told once."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from crm_desktop.domain.occasions import AnyOccasion, Kind, Rules, Source
from crm_desktop.domain.records.enums import Relation
from crm_desktop.domain.stages import lead_of

One = TypeVar("One", bound=AnyOccasion)


def parties(occasions: Iterable[One], rules: Rules) -> Iterator[tuple[One, ...]]:
    """Yield occasions that remind, those of one person in several files together.

    The client's own file stands first, then the longest lead, then the big client; a file that
    asks for the day alone stands behind one that prepares: nobody's days ahead are lost to it.
    Children of one name and day are two where their ages differ or one client has both.
    """
    shared: dict[tuple[object, ...], list[One]] = {}
    for occasion in occasions:
        if occasion.stopped or lead_of(occasion, rules) is None:
            continue
        whose = _whose(occasion)
        if whose:
            shared.setdefault((whose, occasion.on, occasion.calendar), []).append(occasion)
        else:
            yield (occasion,)
    for same in shared.values():
        if len(same) == 1:
            yield (same[0],)
        elif _are_one(same):
            yield tuple(sorted(same, key=lambda one: _rank(one, rules)))
        else:
            yield from ((occasion,) for occasion in same)


def _whose(occasion: AnyOccasion) -> str:
    """Return what tells whose birthday it is in several files at once, "" where nothing does."""
    if occasion.kind is not Kind.BIRTHDAY or occasion.source is not Source.DATE:
        return ""
    if occasion.also_client_id is not None:
        return str(occasion.also_client_id)
    if occasion.person_relation is None:
        return str(occasion.client_id)
    if occasion.person_relation is not Relation.CHILD:
        return ""
    # A name never reads as the number of a client.
    name = "".join(occasion.person_name.split()).casefold()
    return f"={name}" if name else ""


def _are_one(same: list[One]) -> bool:
    ages = {occasion.age for occasion in same} - {None}
    clients = {occasion.client_id for occasion in same}
    return len(ages) <= 1 and len(clients) == len(same)


def _rank(occasion: AnyOccasion, rules: Rules) -> tuple[bool, bool, int, bool, int]:
    lead, is_hers = lead_of(occasion, rules) or 0, occasion.person_relation is None
    return not lead, not is_hers, -lead, not occasion.big, occasion.source_id
