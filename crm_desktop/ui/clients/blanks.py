"""What stands in the place of the table while nobody does."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from crm_desktop.ui.icons import Icon
from crm_desktop.ui.widgets.buttons import button, primary
from crm_desktop.ui.widgets.empty import EmptyState


def empty_book(bring: Callable[[], None], add: Callable[[], None]) -> EmptyState:
    """Return the blank of a book without a client: import, or add one."""
    translate = QCoreApplication.translate
    importing = primary(translate("ClientsPage", "Import a list"), Icon.SPREADSHEET)
    adding = button(translate("ClientsPage", "New client"), None, Icon.PLUS)
    importing.clicked.connect(bring)
    adding.clicked.connect(add)
    return EmptyState(
        Icon.USERS,
        translate("ClientsPage", "No client yet"),
        translate(
            "ClientsPage",
            "Import the list you have, as Excel or CSV, or add the first client by hand.",
        ),
        importing,
        adding,
    )


def nothing_found(clear: Callable[[], None]) -> EmptyState:
    """Return the blank of a search without an answer."""
    translate = QCoreApplication.translate
    everyone = button(translate("ClientsPage", "Show everyone"))
    everyone.clicked.connect(clear)
    return EmptyState(
        Icon.SEARCH,
        translate("ClientsPage", "Nobody found"),
        translate(
            "ClientsPage",
            "A name, its pinyin or initials, the end of a phone number, "
            "WeChat, a tag or a family member finds a client.",
        ),
        everyone,
    )


def nobody_fits(clear: Callable[[], None]) -> EmptyState:
    """Return the blank of filters that let nobody in."""
    translate = QCoreApplication.translate
    without = button(translate("ClientsPage", "Clear the filters"))
    without.clicked.connect(clear)
    return EmptyState(
        Icon.FILTER,
        translate("ClientsPage", "Nobody fits these filters"),
        translate("ClientsPage", "Take a filter away, or clear them all to see every client."),
        without,
    )
