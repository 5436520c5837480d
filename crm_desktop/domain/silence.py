"""Silent days: when nobody is greeted or given anything, and why."""

import datetime as dt

from crm_desktop.domain.festival_days import days_in
from crm_desktop.domain.festivals import FestivalTable, Silence
from crm_desktop.domain.settings import BookSettings


def silence_on(day: dt.date, table: FestivalTable, settings: BookSettings) -> Silence | None:
    """Return why a day is left alone, None for most days; the days she chose come first.

    No list of a festival is told on a day that bears no greetings; what is a client's own is
    told all the same, with a quiet note.
    """
    if day in settings.silent_days:
        return Silence.OWN
    silent = (each for each in table.festivals if each.silence is not None and each.is_on)
    return next((each.silence for each in silent if day in days_in(each.day, day.year)), None)


def bears_greetings(day: dt.date, table: FestivalTable, settings: BookSettings) -> bool:
    """Return whether many may be greeted on a day; a day without gifts is one."""
    return silence_on(day, table, settings) in {None, Silence.NO_GIFTS}
