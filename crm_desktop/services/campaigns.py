"""Campaigns: the festivals of a window, one occasion for all whom each is for."""

import datetime as dt

from sqlalchemy.orm import Session

from crm_desktop.domain.festivals import Festival, Silence
from crm_desktop.domain.occasions import Kind, Occasion, Source
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.silence import bears_greetings, silence_on
from crm_desktop.services.festival_table import festival_table


def silence(on: dt.date, settings: BookSettings) -> Silence | None:
    """Return why nobody is greeted or given anything on a day, None for most."""
    return silence_on(on, festival_table(settings), settings)


def campaign_occasions(
    session: Session, first: dt.date, last: dt.date, settings: BookSettings
) -> list[Occasion]:
    """Return the festivals from `first` through `last` somebody is still to be greeted for.

    None on a silent day. Clients are counted for those in the window alone: ask for no longer
    one than `longest_lead` needs.
    """
    table = festival_table(settings)
    found = (
        _occasion(session, day, each)
        for day, each in table.between(first, last)
        if each.is_campaign and bears_greetings(day, table, settings)
    )
    return [occasion for occasion in found if occasion.clients]


def longest_lead(settings: BookSettings) -> int:
    """Return how many days ahead the earliest festival of the table is told."""
    return festival_table(settings).longest_lead


def festival_occasion(festival: Festival, on: dt.date, clients: int) -> Occasion:
    """Return a festival as the rule of reminding knows it; `label` is the name of one of hers."""
    return Occasion(
        source=Source.FESTIVAL,
        source_id=festival.number,
        on=on,
        kind=Kind.FESTIVAL,
        client_id=0,
        client_name="",
        label=festival.name,
        big=True,
        festival=festival.code,
        clients=clients,
        lead_days=festival.lead_days,
    )


def _occasion(session: Session, on: dt.date, festival: Festival) -> Occasion:
    from crm_desktop.services.festival_audience import waiting  # noqa: PLC0415 - when one is near

    return festival_occasion(festival, on, waiting(session, festival, on))
