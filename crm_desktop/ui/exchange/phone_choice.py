"""What she chose for the phone, remembered on this computer: never a fact about a client."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QSettings

from crm_desktop.domain.phone_days import (
    MOST_YEARS,
    CalendarChoice,
    ContactsChoice,
    DayKind,
    NamesAs,
)

_PREFIX: Final = "phone"
_YES: Final = "true"


class PhoneFile(StrEnum):
    """The two files a phone takes in."""

    CALENDAR = "calendar"
    CONTACTS = "contacts"


def remembered_calendar(remembered: QSettings) -> CalendarChoice:
    """Return what was chosen for the calendar last time; anything strange is passed over."""
    fresh = CalendarChoice()
    days = str(_value(remembered, PhoneFile.CALENDAR, "days", " ".join(sorted(fresh.days))))
    years = str(_value(remembered, PhoneFile.CALENDAR, "years", str(fresh.years)))
    return CalendarChoice(
        names=_names(remembered, PhoneFile.CALENDAR, fresh.names),
        days=frozenset(kind for kind in DayKind if kind in days.split()),
        years=int(years) if years in map(str, range(1, MOST_YEARS + 1)) else MOST_YEARS,
        prepares=_said(remembered, PhoneFile.CALENDAR, "prepares", fresh=fresh.prepares),
        big_only=_said(remembered, PhoneFile.CALENDAR, "big_only", fresh=fresh.big_only),
    )


def remembered_contacts(remembered: QSettings) -> ContactsChoice:
    """Return what was chosen for the contacts last time."""
    fresh, file = ContactsChoice(), PhoneFile.CONTACTS
    return ContactsChoice(
        names=_names(remembered, file, fresh.names),
        phones=_said(remembered, file, "phones", fresh=fresh.phones),
        birthdays=_said(remembered, file, "birthdays", fresh=fresh.birthdays),
        big_only=_said(remembered, file, "big_only", fresh=fresh.big_only),
    )


def remember_calendar(remembered: QSettings, choice: CalendarChoice) -> None:
    """Keep a choice for next time."""
    _keep(remembered, PhoneFile.CALENDAR, "names", choice.names.value)
    _keep(remembered, PhoneFile.CALENDAR, "days", " ".join(sorted(choice.days)))
    _keep(remembered, PhoneFile.CALENDAR, "years", str(choice.years))
    _keep(remembered, PhoneFile.CALENDAR, "prepares", _word(yes=choice.prepares))
    _keep(remembered, PhoneFile.CALENDAR, "big_only", _word(yes=choice.big_only))


def remember_contacts(remembered: QSettings, choice: ContactsChoice) -> None:
    """Keep a choice for next time."""
    _keep(remembered, PhoneFile.CONTACTS, "names", choice.names.value)
    _keep(remembered, PhoneFile.CONTACTS, "phones", _word(yes=choice.phones))
    _keep(remembered, PhoneFile.CONTACTS, "birthdays", _word(yes=choice.birthdays))
    _keep(remembered, PhoneFile.CONTACTS, "big_only", _word(yes=choice.big_only))


def _names(remembered: QSettings, file: PhoneFile, fresh: NamesAs) -> NamesAs:
    said = str(_value(remembered, file, "names", fresh.value))
    return NamesAs(said) if said in set(NamesAs) else fresh


def _said(remembered: QSettings, file: PhoneFile, name: str, *, fresh: bool) -> bool:
    return str(_value(remembered, file, name, _word(yes=fresh))) == _YES


def _value(remembered: QSettings, file: PhoneFile, name: str, fresh: str) -> object:
    return remembered.value(f"{_PREFIX}/{file}/{name}", fresh)


def _keep(remembered: QSettings, file: PhoneFile, name: str, value: str) -> None:
    remembered.setValue(f"{_PREFIX}/{file}/{name}", value)


def _word(*, yes: bool) -> str:
    return _YES if yes else "false"
