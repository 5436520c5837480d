"""Outfit: the application object with its language, theme, log and hook for bugs."""

import pathlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from crm_desktop import __version__
from crm_desktop.ui.ask import Ask
from crm_desktop.ui.bugs import BugHook
from crm_desktop.ui.i18n import Translators
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.look import Look
from crm_desktop.ui.theme.theme import Theme

if TYPE_CHECKING:
    from crm_desktop.services.autostart import Autostart


@dataclass(frozen=True, slots=True, kw_only=True)
class Outfit:
    """What a run wears whatever book it opens; `remembered` holds no personal fact.

    `autostart` is None where nothing may be entered at the system, as in the demo.
    """

    application: QApplication
    look: Look
    remembered: QSettings
    jobs: Jobs
    ask: Ask
    bugs: BugHook
    autostart: "Autostart | None" = None


def make_application() -> QApplication:
    """Return the one application object, named."""
    made = QApplication.instance()
    application = made if isinstance(made, QApplication) else QApplication(["crm-desktop"])
    application.setApplicationName("crm-desktop")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName("crm-desktop")
    application.setQuitOnLastWindowClosed(False)
    return application


def dressed(
    application: QApplication, resources: pathlib.Path, remembered: QSettings, ask: Ask
) -> Outfit:
    """Dress the application after what is remembered of language and theme."""
    theme = Theme(application, resources / "icons")
    look = Look(theme, Translators(application, resources / "i18n"), remembered)
    look.put_on()
    application.setWindowIcon(QIcon(str(resources / "icons" / "app.svg")))
    bugs = BugHook(ask, application)
    return Outfit(
        application=application,
        look=look,
        remembered=remembered,
        jobs=Jobs(application, bug=bugs.take),
        ask=ask,
        bugs=bugs,
    )
