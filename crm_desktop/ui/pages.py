"""What the window knows of a page: its name, its place in the navigation, how it is made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from crm_desktop.ui.icons import Icon


@dataclass(frozen=True, slots=True, kw_only=True)
class PageSpec:
    """One page; it is made when it is first opened.

    `name` is stable (`today`, `clients`, `client`); a page not `listed` is reached from
    others only and Esc leads back from it; the navigation marks the page it is `under`.
    """

    name: str
    icon: Icon
    title: str
    make: Callable[[], QWidget]
    listed: bool = True
    under: str = ""


@runtime_checkable
class Searchable(Protocol):
    """A page with a search field, which Ctrl+F goes to."""

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        ...


@runtime_checkable
class Arriving(Protocol):
    """A page that wants to know when it comes to the front."""

    def arrive(self) -> None:
        """Bring what is shown up to date."""
        ...
