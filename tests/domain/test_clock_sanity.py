"""A clock that cannot be right is noticed; zones, slips and a long holiday are not."""

import datetime as dt

import pytest

from crm_desktop.domain.clock_sanity import ClockTrouble, clock_trouble

CHINA = dt.timezone(dt.timedelta(hours=8))
LOOK = dt.datetime(2026, 11, 22, 9, 0, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("now", "last_look", "trouble"),
    [
        (dt.datetime(1970, 1, 1, tzinfo=CHINA), None, ClockTrouble.LONG_AGO),
        (dt.datetime(1970, 1, 1, tzinfo=CHINA), LOOK, ClockTrouble.LONG_AGO),
        (dt.datetime(2025, 12, 31, 23, 59, tzinfo=CHINA), LOOK, ClockTrouble.LONG_AGO),
        (dt.datetime(2026, 1, 1, tzinfo=CHINA), None, None),
        (dt.datetime(2101, 1, 28, 23, 59, tzinfo=CHINA), None, None),
        (dt.datetime(2101, 1, 29, tzinfo=CHINA), None, ClockTrouble.FAR_AHEAD),
        (dt.datetime(2150, 1, 1, tzinfo=CHINA), LOOK, ClockTrouble.FAR_AHEAD),
        (LOOK - dt.timedelta(hours=60), LOOK, None),
        (LOOK - dt.timedelta(days=3, minutes=1), LOOK, ClockTrouble.BEHIND),
        (LOOK + dt.timedelta(days=400), LOOK, None),
        (LOOK + dt.timedelta(days=400, minutes=1), LOOK, ClockTrouble.AHEAD),
        # The same moment told in another zone.
        (LOOK.astimezone(dt.UTC), LOOK, None),
    ],
)
def test_what_seems_wrong_with_the_clock(
    now: dt.datetime, last_look: dt.datetime | None, trouble: ClockTrouble | None
) -> None:
    assert clock_trouble(now, last_look) is trouble
