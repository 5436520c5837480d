"""Handover: what a locking app tells its restarted self, days and counts without any name."""

import datetime as dt
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

VARIABLE: Final = "CLIENT_KEEPER_HANDOVER"
_NINE: Final = dt.time(9, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """What a locked app may know.

    `raises` counts the reminders that pop up on each coming day, `waiting` those that did and
    are still open; `hidden` says that the window was down when the book was locked. After
    `known_until` nothing is known, None where nothing ever was: then the book is to be opened.
    Without `tells_counts` it may say that something waits, and not how much.
    """

    raises: Mapping[dt.date, int] = field(default_factory=dict)
    waiting: int = 0
    pop_up_at: dt.time = _NINE
    hidden: bool = False
    known_until: dt.date | None = None
    tells_counts: bool = True

    def due(self, today: dt.date) -> int:
        """Return how many of the counted reminders have popped up by `today`, or would have."""
        return sum(count for day, count in self.raises.items() if day <= today)

    def is_known(self, today: dt.date) -> bool:
        """Return whether what is due on `today` was counted."""
        return self.known_until is not None and today <= self.known_until


def written(handover: Handover) -> str:
    """Return the text that is handed over."""
    counts = {day.isoformat(): count for day, count in sorted(handover.raises.items()) if count}
    return json.dumps(
        {
            "raises": counts,
            "waiting": handover.waiting,
            "pop_up_at": handover.pop_up_at.isoformat("minutes"),
            "hidden": handover.hidden,
            "known_until": handover.known_until and handover.known_until.isoformat(),
            "tells_counts": handover.tells_counts,
        }
    )


def read(text: str) -> Handover:
    """Return what `text` hands over; one of another hand hands over nothing."""
    try:
        told = json.loads(text)
        raises, until = told["raises"].items(), told["known_until"]
        return Handover(
            raises={dt.date.fromisoformat(day): int(count) for day, count in raises},
            waiting=int(told["waiting"]),
            pop_up_at=dt.time.fromisoformat(told["pop_up_at"]),
            hidden=bool(told["hidden"]),
            known_until=until and dt.date.fromisoformat(until),
            tells_counts=bool(told["tells_counts"]),
        )
    except (ValueError, AttributeError, TypeError, KeyError):
        return Handover()


def taken() -> Handover | None:
    """Return what a locked self handed over, None at a start of its own.

    It is removed from the environment, so that no child inherits it.
    """
    text = os.environ.pop(VARIABLE, None)
    return None if text is None else read(text)


def command(arguments: Sequence[str], executable: str, *, frozen: bool) -> tuple[str, list[str]]:
    """Return program and arguments that start this app anew, bundled or not."""
    if frozen:
        return executable, list(arguments)
    return executable, ["-m", "crm_desktop", *arguments]
