"""Handover: what a locking app tells its restarted self, days and counts without any name."""

import datetime as dt
import json
import os
from collections.abc import Mapping, Sequence
from typing import Final

VARIABLE: Final = "CLIENT_KEEPER_HANDOVER"


def written(raises: Mapping[dt.date, int], *, was_locked: bool = True) -> str:
    """Return the text handed over: how many reminders are raised on which of the coming days."""
    counts = {day.isoformat(): count for day, count in sorted(raises.items()) if count}
    return json.dumps({"locked": was_locked, "raises": counts})


def read(text: str | None) -> dict[dt.date, int]:
    """Return the days and counts in `text`; a text of another hand gives none."""
    try:
        raises = json.loads(text or "{}").get("raises", {})
        return {dt.date.fromisoformat(day): int(count) for day, count in raises.items()}
    except (ValueError, AttributeError, TypeError):
        return {}


def taken() -> str | None:
    """Return what the environment hands over and remove it, so that no child inherits it."""
    return os.environ.pop(VARIABLE, None)


def count_due(raises: Mapping[dt.date, int], today: dt.date) -> int:
    """Return how many of the handed-over reminders are raised by `today`."""
    return sum(count for day, count in raises.items() if day <= today)


def command(arguments: Sequence[str], executable: str, *, frozen: bool) -> tuple[str, list[str]]:
    """Return program and arguments that start this app anew, bundled or not."""
    if frozen:
        return executable, list(arguments)
    return executable, ["-m", "crm_desktop", *arguments]
