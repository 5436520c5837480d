"""The settings page: everything saved at once, a section of cards at a time."""

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
from crm_desktop.ui.settings.sections import Sections
from crm_desktop.ui.settings.suppliers_card import SuppliersCard
from crm_desktop.ui.widgets.heading import PageHeading
from crm_desktop.ui.widgets.layouts import scrolling_page


class SettingsPage(QWidget):
    """Reminders first; then greetings and gifts, safety and backups, the look of the app."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keeping = Keeping(desk, self)
        self.reminders = RemindersCard(self.keeping)
        self.dates = DatesCard(desk, self.keeping)
        self.gifts = GiftsSettingsCard(self.keeping)
        self.presence = PresenceCard(desk, self.keeping)
        self.look = LookCard(desk)
        self.safety = SafetyCard(desk, self.keeping)
        self.backups = BackupsCard(desk, self.keeping)
        self.greetings = GreetingsCard(desk, self.keeping)
        self.suppliers = SuppliersCard(desk)
        self.place = PlaceCard(desk)
        self.sections = Sections(
            {
                self.tr("Reminders"): ([self.reminders, self.presence], [self.dates]),
                self.tr("Greetings"): ([self.greetings], [self.gifts, self.suppliers]),
                self.tr("Safety"): ([self.safety, self.place], [self.backups]),
                self.tr("Look"): ([self.look], [AboutCard()]),
            }
        )
        heading = PageHeading(self.tr("Settings"), self.sections.choice)
        heading.set_detail(self.tr("Every change is saved at once."))
        scrolling_page(self, heading).content.addWidget(self.sections)
        self.setFocusProxy(self.reminders.lead)

    def arrive(self) -> None:
        """Bring everything up to date."""
        self.keeping.load()
        self.look.load()
        self.presence.load()
        self.safety.load()
        self.backups.load()
        self.greetings.load()
        self.suppliers.load()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.keeping.save()
        if not event.spontaneous():
            # Whoever is sent here, or comes back, finds what reminds her first.
            self.sections.show_section(0)
        super().hideEvent(event)
