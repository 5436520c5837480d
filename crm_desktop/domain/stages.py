"""Which stages an occasion has, when each is raised, and what the house rule asks for."""

import datetime as dt
from typing import Final

from crm_desktop.domain.leads import LeadKind, audience_of, lead_kind
from crm_desktop.domain.occasions import (
    LONGEST_RUN_OFF,
    PREPARED,
    UNTIL_DONE,
    AnyOccasion,
    Kept,
    Kind,
    Occasion,
    Planned,
    ReminderState,
    Rules,
    Stage,
    What,
)
from crm_desktop.domain.records.enums import DateKind, Relation

REACTION_DAYS: Final = 7
"""How long after the day her reaction is asked for; then the question lapses in silence."""

POINTS_AHEAD: Final = {Stage.POINTS_60: 60, Stage.POINTS_30: 30, Stage.POINTS_7: 7}
"""How many days before they expire points are told of, the longest first."""

_ONE_DAY: Final = dt.timedelta(days=1)
_CAKE_FOR: Final = frozenset({Relation.HUSBAND, Relation.WIFE, Relation.PARTNER, Relation.CHILD})
_RULES: Final = Rules()
_DATES: Final = {
    Kind.BIRTHDAY: DateKind.BIRTHDAY,
    Kind.ANNIVERSARY: DateKind.WEDDING,
    Kind.VALUED: DateKind.VALUED,
}


def stages(
    occasion: AnyOccasion, rules: Rules, prepared: Kept | None = None
) -> tuple[Planned, ...]:
    """Return the stages of an occasion in order; none where reminding has stopped or is off.

    `prepared` is what is kept of its stage of preparing: what was ordered is to be confirmed
    the day before, unless it was ordered that day or later, and asked about the day after;
    so it is where nobody asks to prepare it any more.
    """
    lead = lead_of(occasion, rules)
    if occasion.stopped or lead is None:
        return ()
    if occasion.kind is Kind.POINTS:
        return tuple(
            Planned(stage=stage, raise_on=occasion.on - ahead * _ONE_DAY)
            for stage, ahead in POINTS_AHEAD.items()
        )
    day = Planned(stage=Stage.DAY, raise_on=occasion.on)
    prepare = (_before(occasion.on, lead, Stage.PREPARE, rules),) if lead > 0 else ()
    if prepared is None or prepared.state is not ReminderState.ORDERED:
        return (*prepare, day)
    reaction = Planned(stage=Stage.REACTION, raise_on=occasion.on + _ONE_DAY)
    if prepared.changed_at.date() >= occasion.on - _ONE_DAY:
        return (*prepare, day, reaction)
    return (*prepare, _confirm(occasion.on, prepare, rules), day, reaction)


def lead_of(occasion: AnyOccasion, rules: Rules) -> int | None:
    """Return how many days ahead an occasion is prepared: 0 the day alone, None not at all.

    What the single date says stands before the table, the table before the rule.
    """
    if occasion.kind not in PREPARED:
        return 0
    if occasion.lead_days is not None:
        return occasion.lead_days
    if occasion.kind is Kind.FESTIVAL:
        return rules.lead_days
    if not rules.leads.cells:
        return rules.lead_days if occasion.big else 0
    audience = audience_of(occasion.tier, vip=occasion.vip, marked=occasion.big)
    return rules.leads.days(lead_row(occasion), audience, rules.lead_days)


def lead_row(occasion: AnyOccasion) -> LeadKind:
    """Return the row of the table of leads an occasion of a dated fact stands in."""
    if occasion.kind is Kind.MILESTONE:
        return LeadKind.MILESTONE
    return lead_kind(_DATES[occasion.kind], occasion.person_relation)


def what_for(occasion: Occasion, rules: Rules | None = None) -> What:
    """Return what the house rule asks for: cake, flowers, something small or a greeting.

    An ordinary client is given something only where a lead asks to prepare it.
    """
    if occasion.kind in UNTIL_DONE or occasion.kind is Kind.POINTS:
        return What.CALL
    prepared = occasion.big or bool(lead_of(occasion, rules or _RULES))
    if not prepared or occasion.kind is Kind.FESTIVAL:
        return What.GREETING
    if occasion.kind is Kind.ANNIVERSARY:
        return What.FLOWERS
    if occasion.kind in {Kind.VALUED, Kind.MILESTONE}:
        return What.SMALL_GIFT
    if occasion.person_relation is None:
        return What.FLOWERS
    return What.CAKE if occasion.person_relation in _CAKE_FOR else What.SMALL_GIFT


def window(
    since: dt.date, today: dt.date, rules: Rules, longest_lead: int
) -> tuple[dt.date, dt.date]:
    """Return the first and last day whose occasions `due` and `missed` need to be given.

    On top come those of rows snoozed beyond the grace or ordered in the week before it, and
    what waits until done.
    """
    reach = today
    while (reach - today).days < LONGEST_RUN_OFF and rules.is_day_off(reach + _ONE_DAY):
        reach += _ONE_DAY
    first = min(since, today) - dt.timedelta(days=rules.grace_days)
    return first, reach + dt.timedelta(days=longest_lead)


def _before(on: dt.date, lead: int, stage: Stage, rules: Rules) -> Planned:
    """Return a stage some days ahead, or on the last working day before where that is off."""
    meant = on - lead * _ONE_DAY
    raised = rules.last_working_day(meant)
    return Planned(stage=stage, raise_on=raised, again_on=meant if raised < meant else None)


def _confirm(on: dt.date, prepare: tuple[Planned, ...], rules: Rules) -> Planned:
    """Return the stage of the day before; days off never move it onto that of the order."""
    planned = _before(on, 1, Stage.CONFIRM, rules)
    if all(planned.raise_on > one.raise_on for one in prepare):
        return planned
    return Planned(stage=Stage.CONFIRM, raise_on=on - _ONE_DAY)
