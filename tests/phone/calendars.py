"""Calendar files as another program reads them."""

from typing import Any

import icalendar


def events_of(data: bytes) -> list[Any]:
    """Return the events of a calendar file; what their properties are is for the test to say."""
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))
