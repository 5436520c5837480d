"""Which stages an occasion has, when each is raised, and what the house rule asks for."""

import datetime as dt
from typing import Final

from crm_desktop.domain.occasions import (
    LONGEST_RUN_OFF,
    PREPARED,
    UNTIL_DONE,
    Kind,
    Occasion,
    Planned,
    Rules,
    Stage,
    What,
)
from crm_desktop.domain.records.enums import Relation

_ONE_DAY: Final = dt.timedelta(days=1)
_CAKE_FOR: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER, Relation.CHILD})


def stages(occasion: Occasion, rules: Rules) -> tuple[Planned, ...]:
    """Return the stages of an occasion in order; none where reminding has stopped.

    Big clients and facts with a lead of their own are prepared; a lead of 0 asks for none.
    """
    if occasion.stopped:
        return ()
    day = Planned(stage=Stage.DAY, raise_on=occasion.on)
    lead = lead_of(occasion, rules)
    if lead <= 0:
        return (day,)
    meant = occasion.on - dt.timedelta(days=lead)
    raised = rules.last_working_day(meant)
    again = meant if raised < meant else None
    return (Planned(stage=Stage.PREPARE, raise_on=raised, again_on=again), day)


def lead_of(occasion: Occasion, rules: Rules) -> int:
    """Return how many days ahead an occasion is prepared; 0 for none."""
    if occasion.kind not in PREPARED:
        return 0
    if occasion.lead_days is not None:
        return occasion.lead_days
    return rules.lead_days if occasion.big else 0


def what_for(occasion: Occasion) -> What:
    """Return what the house rule asks for: cake, flowers, something small or a greeting."""
    if occasion.kind in UNTIL_DONE:
        return What.CALL
    prepared = occasion.big or bool(occasion.lead_days)
    if not prepared or occasion.kind in {Kind.FESTIVAL, Kind.POINTS}:
        return What.GREETING
    if occasion.kind is Kind.ANNIVERSARY:
        return What.FLOWERS
    if occasion.kind is Kind.VALUED:
        return What.SMALL_GIFT
    if occasion.person_relation is None:
        return What.FLOWERS
    return What.CAKE if occasion.person_relation in _CAKE_FOR else What.SMALL_GIFT


def window(
    since: dt.date, today: dt.date, rules: Rules, longest_lead: int
) -> tuple[dt.date, dt.date]:
    """Return the first and last day whose occasions `due` and `missed` need to be given.

    Occasions of rows snoozed beyond the grace, and what waits until done, come on top.
    """
    reach = today
    while (reach - today).days < LONGEST_RUN_OFF and rules.is_day_off(reach + _ONE_DAY):
        reach += _ONE_DAY
    first = min(since, today) - dt.timedelta(days=rules.grace_days)
    return first, reach + dt.timedelta(days=longest_lead)
