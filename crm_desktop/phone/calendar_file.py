"""A calendar file (.ics) that every phone takes: whole days, no repeating rules, alarms at nine.

A lunar day cannot be told as a rule that phones understand, so every turn is an entry of its own.
"""

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from icalendar import Alarm, Calendar, Event

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
    parts = [calendar.to_ical().partition(_END)[0]]
    written = stamp.astimezone(dt.UTC).replace(microsecond=0)
    for done, entry in enumerate(sorted(entries, key=_by_day), 1):
        parts.append(_event(entry, written).to_ical())
        if tick:
            tick(done)
    return b"".join((*parts, _END, b"\r\n"))


_END: Final = b"END:VCALENDAR"


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
    for days in entry.rings:
        event.add_component(_alarm(days, entry.summary))
    return event


def _alarm(days: int, summary: str) -> Alarm:
    """Return an alarm at nine: `-P1DT15H` before the midnight a day begins is two days ahead."""
    alarm = Alarm()
    alarm.add("ACTION", "DISPLAY")
    alarm.add("DESCRIPTION", summary)
    alarm.add("TRIGGER", NINE - dt.timedelta(days=days))
    return alarm
