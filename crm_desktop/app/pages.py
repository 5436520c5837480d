"""The pages of the window: names, icons, titles, and how each is made when first opened."""

import functools
import importlib
import linecache

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.pages import PageSpec
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

TODAY = "today"
CLIENTS = "clients"
CLIENT = "client"
CALENDAR = "calendar"
EXCHANGE = "exchange"
SETTINGS = "settings"
BRIEFING = "briefing"
DUPLICATES = "duplicates"
WORKBENCH = "workbench"
FESTIVAL = "festival"
CHECK = "check"

_PAGES = (
    (TODAY, Icon.HOUSE, QT_TRANSLATE_NOOP("Pages", "Today"), "today.page:TodayPage"),
    (CLIENTS, Icon.USERS, QT_TRANSLATE_NOOP("Pages", "Clients"), "clients.page:ClientsPage"),
    (CALENDAR, Icon.CALENDAR, QT_TRANSLATE_NOOP("Pages", "Calendar"), "calendar.page:CalendarPage"),
    (
        EXCHANGE,
        Icon.SPREADSHEET,
        QT_TRANSLATE_NOOP("Pages", "Import / Export"),
        "exchange.page:ExchangePage",
    ),
    (SETTINGS, Icon.SETTINGS, QT_TRANSLATE_NOOP("Pages", "Settings"), "settings.page:SettingsPage"),
    (CLIENT, Icon.USER, QT_TRANSLATE_NOOP("Pages", "Client"), "client.page:ClientPage"),
    (BRIEFING, Icon.FILE, QT_TRANSLATE_NOOP("Pages", "Briefing"), "briefing.page:BriefingPage"),
    (
        DUPLICATES,
        Icon.MERGE,
        QT_TRANSLATE_NOOP("Pages", "Duplicates"),
        "duplicates.page:DuplicatesPage",
    ),
    (
        WORKBENCH,
        Icon.CHECK_LIST,
        QT_TRANSLATE_NOOP("Pages", "Workbench"),
        "workbench.page:WorkbenchPage",
    ),
    (FESTIVAL, Icon.PARTY, QT_TRANSLATE_NOOP("Pages", "Festival"), "festival.page:FestivalPage"),
    (
        CHECK,
        Icon.BELL,
        QT_TRANSLATE_NOOP("Pages", "Check my reminders"),
        "reminder_check.page:CheckPage",
    ),
)

# Pages that are reached from others only, and the page the navigation marks for each.
_UNDER = {
    CLIENT: CLIENTS,
    BRIEFING: CLIENTS,
    DUPLICATES: CLIENTS,
    WORKBENCH: TODAY,
    FESTIVAL: TODAY,
    CHECK: TODAY,
}


def page_specs(desk: Desk) -> list[PageSpec]:
    """Return the pages in the order of the navigation; a page is imported when first opened."""
    return [
        PageSpec(
            name=name,
            icon=symbol,
            title=QCoreApplication.translate("Pages", title),
            make=functools.partial(_made, place, desk),
            listed=name not in _UNDER,
            under=_UNDER.get(name, ""),
        )
        for name, symbol, title, place in _PAGES
    ]


def load_pages() -> None:
    """Import what every page is made of, beside the screen, while she reads the first one.

    Opened for the first time, a page would keep the window waiting for it.
    """
    for *_, place in _PAGES:
        importlib.import_module(_module(place))
    # PySide has read the source of every one of them.
    linecache.clearcache()


def _module(place: str) -> str:
    return f"crm_desktop.ui.{place.partition(':')[0]}"


def _made(place: str, desk: Desk) -> QWidget:
    name = place.partition(":")[2]
    page = getattr(importlib.import_module(_module(place)), name)(desk)
    assert isinstance(page, QWidget)  # noqa: S101 - narrows what importing by name returns
    return page
