"""The settings page: everything saved at once, a section of cards at a time."""

from functools import cached_property
from typing import Final

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.ui.desk import Desk
from crm_desktop.ui.settings.backups_card import BackupsCard
from crm_desktop.ui.settings.dates_card import DatesCard
from crm_desktop.ui.settings.gifts_card import GiftsSettingsCard
from crm_desktop.ui.settings.greetings_card import GreetingsCard
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.look_card import LookCard
from crm_desktop.ui.settings.place_card import AboutCard, PlaceCard
from crm_desktop.ui.settings.presence_card import PresenceCard
from crm_desktop.ui.settings.reminders_card import RemindersCard
from crm_desktop.ui.settings.safety_card import SafetyCard
from crm_desktop.ui.settings.sections import Halves, Sections
from crm_desktop.ui.settings.suppliers_card import SuppliersCard
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import scrolling_page

_LOADED: Final = ("presence", "greetings", "suppliers", "safety", "backups", "look")
"""The cards that read something of their own whenever the page comes to the front."""

_Loading = PresenceCard | GreetingsCard | SuppliersCard | SafetyCard | BackupsCard | LookCard


class SettingsPage(QWidget):
    """Reminders first; then greetings and gifts, safety and backups, the look of the app."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._has_arrived = False
        self.keeping = Keeping(desk, self)
        self.sections = Sections(
            {
                self.tr("Reminders"): self._reminding,
                self.tr("Greetings"): self._greeting,
                self.tr("Safety"): self._keeping_safe,
                self.tr("Look"): self._looking,
            }
        )
        heading = PageHeading(self.tr("Settings"), self.sections.choice)
        heading.set_detail(self.tr("Every change is saved at once."))
        scrolling_page(self, heading).content.addWidget(self.sections)
        self.setFocusProxy(self.reminders.lead)

    # The cards are built with their section, when it is first looked at: all of them at once
    # would hold the window up.

    @cached_property
    def reminders(self) -> RemindersCard:
        """When and how long ahead she is reminded."""
        return RemindersCard(self.keeping, self)

    @cached_property
    def dates(self) -> DatesCard:
        """Leads, festivals and days off."""
        return DatesCard(self._desk, self.keeping, self)

    @cached_property
    def presence(self) -> PresenceCard:
        """The start at login, the tray and desk mode."""
        return PresenceCard(self._desk, self.keeping, self)

    @cached_property
    def greetings(self) -> GreetingsCard:
        """The words of greetings."""
        return GreetingsCard(self._desk, self.keeping, self)

    @cached_property
    def gifts(self) -> GiftsSettingsCard:
        """What the guard of gifts goes by."""
        return GiftsSettingsCard(self.keeping, self)

    @cached_property
    def suppliers(self) -> SuppliersCard:
        """Where gifts are ordered."""
        return SuppliersCard(self._desk, self)

    @cached_property
    def safety(self) -> SafetyCard:
        """Keys and the lock."""
        return SafetyCard(self._desk, self.keeping, self)

    @cached_property
    def backups(self) -> BackupsCard:
        """Backups, and the way back to one."""
        return BackupsCard(self._desk, self.keeping, self)

    @cached_property
    def place(self) -> PlaceCard:
        """Where the book lies."""
        return PlaceCard(self._desk, self)

    @cached_property
    def look(self) -> LookCard:
        """Language, theme and size."""
        return LookCard(self._desk, self)

    def arrive(self) -> None:
        """Bring everything that is built up to date."""
        self._has_arrived = True
        self.keeping.load()
        for name in _LOADED:
            if (card := vars(self).get(name)) is not None:
                card.load()

    def _reminding(self) -> Halves:
        return [self.reminders, self._loaded(self.presence)], [self.dates]

    def _greeting(self) -> Halves:
        return [self._loaded(self.greetings)], [self.gifts, self._loaded(self.suppliers)]

    def _keeping_safe(self) -> Halves:
        return [self._loaded(self.safety)], [self._loaded(self.backups), self.place]

    def _looking(self) -> Halves:
        return [self._loaded(self.look)], [AboutCard(self)]

    def _loaded(self, card: _Loading) -> QWidget:
        """Return a card that was just built, up to date where the page is seen already."""
        if self._has_arrived:
            self.keeping.load()
            card.load()
        return card

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keeping.save()
        if not event.spontaneous():
            # Whoever is sent here, or comes back, finds what reminds her first.
            self.sections.show_section(0)
        super().hideEvent(event)
