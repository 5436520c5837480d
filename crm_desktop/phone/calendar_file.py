"""A calendar file (.ics) that every phone takes: whole days, no repeating rules, alarms at nine.

A lunar day cannot be told as a rule that phones understand, so every turn is an entry of its own.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from icalendar import Alarm, Calendar, Component, Event

PRODUCT: Final = "-//crm-desktop//days//EN"
NINE: Final = dt.timedelta(hours=9)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry: `rings` counts days before `on`, 0 for the day itself, each at nine."""

    uid: str
    on: dt.date
    summary: str
    rings: tuple[int, ...] = ()


def calendar_file(
    entries: Iterable[Entry], stamp: dt.datetime, tick: Callable[[int], None] | None = None
) -> bytes:
    """Return the file; the same entries at the same `stamp` make the same bytes.

    `tick` is called with how many entries are done and raises `Cancelled` to stop.
    """
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("CALSCALE", "GREGORIAN")
    calendar.add("METHOD", "PUBLISH")
    parts = [_open(calendar)]
    written = stamp.astimezone(dt.UTC).replace(microsecond=0)
    # All the years of one date share their alarms, which are dear; a name is not kept for long.
    alarms: dict[tuple[tuple[int, ...], str], bytes] = {}
    for done, entry in enumerate(sorted(entries, key=_by_day), 1):
        key = (entry.rings, entry.summary)
        if key not in alarms:
            alarms[key] = _alarms(*key)
        parts += (_open(_event(entry, written)), alarms[key], _END_EVENT)
        if tick:
            tick(done)
    return b"".join((*parts, _END_CALENDAR))


_END_CALENDAR: Final = b"END:VCALENDAR\r\n"
_END_EVENT: Final = b"END:VEVENT\r\n"


def _open(part: Component) -> bytes:
    """Return a component without its last line, so that others can be put into it."""
    whole: bytes = part.to_ical()
    return whole.removesuffix(_END_CALENDAR).removesuffix(_END_EVENT)


def _by_day(entry: Entry) -> tuple[dt.date, str]:
    return entry.on, entry.uid


def _event(entry: Entry, stamp: dt.datetime) -> Event:
    event = Event()
    event.add("UID", f"{entry.uid}@crm-desktop")
    event.add("DTSTAMP", stamp)
    event.add("DTSTART", entry.on)
    event.add("SUMMARY", entry.summary)
    event.add("TRANSP", "TRANSPARENT")
    event.add("CLASS", "PRIVATE")
    return event


def _alarms(rings: tuple[int, ...], summary: str) -> bytes:
    """Return the alarms of an entry."""
    return b"".join(_alarm(days, summary).to_ical() for days in rings)


def _alarm(days: int, summary: str) -> Alarm:
    """Return an alarm at nine: `-P1DT15H` before the midnight a day begins is two days ahead."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", summary)
    alarm.add("TRIGGER", NINE - dt.timedelta(days=days))
    return alarm
