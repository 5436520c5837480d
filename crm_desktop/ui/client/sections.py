"""Sections: what the page is made of, in reading order, and in which column each stands."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from crm_desktop.ui.client.activity import ActivitiesCard
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.care import ComplaintsCard, PromisesCard, TalksCard
from crm_desktop.ui.client.clinic import VisitsCard
from crm_desktop.ui.client.family import FamilyCard
from crm_desktop.ui.client.gifts import GiftsCard
from crm_desktop.ui.client.history import HistoryCard
from crm_desktop.ui.client.more import NumbersCard, PapersCard
from crm_desktop.ui.client.notes import NotesCard
from crm_desktop.ui.client.photos import PhotosCard
from crm_desktop.ui.client.preferences import PreferencesCard
from crm_desktop.ui.client.profile import ProfileCard
from crm_desktop.ui.client.projects import ProjectsCard
from crm_desktop.ui.client.shown import Shown


@dataclass(frozen=True, slots=True)
class Section:
    """One card; its column where there are two and where there are three, None below them all."""

    make: Callable[[Shown], FileCard]
    of_two: int | None = None
    of_three: int | None = None

    def column(self, count: int) -> int | None:
        """Return the column of the card where there are `count`."""
        return self.of_two if count == len(("left", "right")) else self.of_three


SECTIONS: Final[tuple[Section, ...]] = (
    Section(FamilyCard, 0, 0),
    Section(PreferencesCard, 1, 1),
    Section(NotesCard, 1, 1),
    Section(TalksCard, 1, 2),
    Section(ProjectsCard, 0, 1),
    Section(PromisesCard, 1, 2),
    Section(VisitsCard, 0, 1),
    Section(GiftsCard, 1, 2),
    Section(ComplaintsCard, 0, 2),
    Section(ActivitiesCard, 0, 2),
    Section(NumbersCard, 1, 0),
    Section(PapersCard, 1, 0),
    Section(PhotosCard, 1, 0),
    Section(ProfileCard),
    Section(HistoryCard),
)
"""What is seen without scrolling stands first: it is read, filled and reached first."""
