"""The composition root: paths, clock, keychain, book, language, theme and windows.

The only place that knows everything; everything below is handed what it needs.
"""

import datetime as dt
import pathlib

# Loaded before Qt: with Qt loaded, PySide reads the source of every module that is imported.
from crm_desktop.security import hardening, instance, keychain  # noqa: F401 - see above
from crm_desktop.services import book as _book  # noqa: F401 - see above
from crm_desktop.services import (  # noqa: F401 - see above
    campaigns,
    due_milestones,
    restoring,
    safekeeping,
    vault,
)


def run_window(book: pathlib.Path | None, *, hidden: bool = False) -> int:
    """Show the window on the book in `book`, by default the platform's data folder.

    A start at login is `hidden`: the tray and the reminders only.
    """
    from crm_desktop.app import start  # noqa: PLC0415 - the window does without the demo

    return start.run_window(book, hidden=hidden)


def run_demo(
    clients: int, on: dt.date | None, language: str | None, pictures: pathlib.Path | None
) -> int:
    """Open the demo in the window, or write pictures of it into `pictures` and end."""
    from crm_desktop.app import trial  # noqa: PLC0415 - the demo does without the window's start

    return trial.run_demo(clients, on, language, pictures)
