"""Everything the book holds about one client, gathered for what leaves the book."""

from dataclasses import dataclass

from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.records import (
    ActivityGuest,
    Attachment,
    Bill,
    Client,
    ClientDate,
    ClinicCard,
    Complaint,
    CompletedProject,
    Consent,
    Contact,
    DateKind,
    Deposit,
    FactSource,
    FestivalMark,
    Gift,
    Package,
    Person,
    Phone,
    PointsEntry,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    Tag,
    Visit,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientFolder:
    """One client with every record that hangs on her; `referred_by` is a name, "" for nobody.

    `guests` pairs an invitation with the name of its activity.
    """

    client: Client
    referred_by: str = ""
    phones: tuple[Phone, ...] = ()
    cards: tuple[ClinicCard, ...] = ()
    preferences: tuple[Preference, ...] = ()
    tags: tuple[Tag, ...] = ()
    consents: tuple[Consent, ...] = ()
    sources: tuple[FactSource, ...] = ()
    persons: tuple[Person, ...] = ()
    dates: tuple[ClientDate, ...] = ()
    visits: tuple[Visit, ...] = ()
    bills: tuple[Bill, ...] = ()
    completed: tuple[CompletedProject, ...] = ()
    potential: tuple[PotentialProject, ...] = ()
    packages: tuple[Package, ...] = ()
    deposits: tuple[Deposit, ...] = ()
    gifts: tuple[Gift, ...] = ()
    contacts: tuple[Contact, ...] = ()
    promises: tuple[Promise, ...] = ()
    complaints: tuple[Complaint, ...] = ()
    guests: tuple[tuple[ActivityGuest, str], ...] = ()
    points: tuple[PointsEntry, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    festival_marks: tuple[FestivalMark, ...] = ()

    @property
    def paid_total(self) -> int:
        """Return all she ever paid less what she got back, in fen."""
        return paid(self.bills)

    def main_date(self, kind: DateKind, person_id: int | None = None) -> ClientDate | None:
        """Return the date of this kind that is kept for a person (None: herself), if any."""
        found = None
        for date in self.dates:
            if date.person_id == person_id and date.kind is kind:
                if date.is_main:
                    return date
                found = found or date
        return found

    def other_dates(self, person_id: int | None = None) -> tuple[ClientDate, ...]:
        """Return the dates of a person beside the main birthday and the main wedding day."""
        main = {
            id(self.main_date(DateKind.BIRTHDAY, person_id)),
            id(self.main_date(DateKind.WEDDING, person_id)),
        }
        return tuple(
            date for date in self.dates if date.person_id == person_id and id(date) not in main
        )

    def liked(self, kind: PreferenceKind, person_id: int | None = None) -> str:
        """Return what a person likes, avoids or must not get, joined with 、."""
        return "、".join(
            item.text
            for item in self.preferences
            if item.kind is kind and item.person_id == person_id
        )

    def person(self, person_id: int | None) -> Person | None:
        """Return somebody of her family by number, None for herself."""
        for person in self.persons:
            if person.id == person_id:
                return person
        return None
