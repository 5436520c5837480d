"""The line of state under the navigation: how safe the book is at this moment."""

import datetime as dt

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.clock_sanity import clock_trouble
from crm_desktop.ui.text.days import day, relative

_NEAR = dt.timedelta(days=2)


def state_line(backed_up_at: dt.datetime | None, now: dt.datetime) -> str:
    """Return `Encrypted · backed up today 08:12`, or that the clock cannot be right."""
    trouble = clock_trouble(now, backed_up_at)
    if trouble is not None:
        from crm_desktop.ui.text.reminder_check import (  # noqa: PLC0415 - hardly ever
            clock_words,
        )

        return clock_words(trouble, now)
    if backed_up_at is None:
        return QCoreApplication.translate("State", "Encrypted · no backup yet")
    at = backed_up_at.astimezone(now.tzinfo)
    on = at.date()
    told = relative(on, now.date()) if now.date() - on < _NEAR else day(on)
    pattern = QCoreApplication.translate("State", "Encrypted · backed up {day} {time}")
    return pattern.format(day=told, time=f"{at:%H:%M}")
