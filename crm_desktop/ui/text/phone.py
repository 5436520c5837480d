"""What stands in the calendar of a phone: who, and which day; never a word of the clinic."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.phone_days import DayKind, NamesAs, PhoneDay
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day as day_words
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_PATTERNS: Final[dict[DayKind, str]] = {
    DayKind.OWN_BIRTHDAY: QT_TRANSLATE_NOOP("Phone", "{name}: birthday"),
    DayKind.FAMILY_BIRTHDAY: QT_TRANSLATE_NOOP("Phone", "{name}: birthday ({whom})"),
    DayKind.WEDDING: QT_TRANSLATE_NOOP("Phone", "{name}: wedding anniversary"),
    DayKind.VALUED: QT_TRANSLATE_NOOP("Phone", "{name}: {label}"),
}
_DAYS: Final[dict[DayKind, str]] = {
    DayKind.OWN_BIRTHDAY: QT_TRANSLATE_NOOP("Phone", "Her birthday"),
    DayKind.FAMILY_BIRTHDAY: QT_TRANSLATE_NOOP("Phone", "Birthdays of the family"),
    DayKind.WEDDING: QT_TRANSLATE_NOOP("Phone", "Wedding anniversaries"),
    DayKind.VALUED: QT_TRANSLATE_NOOP("Phone", "Days she values"),
}
_NAMES: Final[dict[NamesAs, str]] = {
    NamesAs.INITIALS: QT_TRANSLATE_NOOP("Phone", "Initials only (V**)"),
    NamesAs.DISPLAY: QT_TRANSLATE_NOOP("Phone", "What she is called"),
    NamesAs.FULL: QT_TRANSLATE_NOOP("Phone", "Full name"),
}


def summary(day: PhoneDay) -> str:
    """Return the line of one entry: `王** 生日`, `准备: 3 月 8 日 王** 老公 生日`."""
    whom = " ".join(filter(None, (choice(day.relation) if day.relation else "", day.person)))
    words = QCoreApplication.translate("Phone", _PATTERNS[day.kind]).format(
        name=day.name,
        whom=whom,
        label=day.label or QCoreApplication.translate("Phone", "a special day"),
    )
    if day.prepare_for is None:
        return words
    pattern = QCoreApplication.translate("Phone", "Prepare for {day}: {what}")
    return pattern.format(day=day_words(day.prepare_for), what=words)


def day_kind_word(kind: DayKind) -> str:
    """Return what a tick of days is called."""
    return QCoreApplication.translate("Phone", _DAYS[kind])


def names_word(names: NamesAs) -> str:
    """Return how much of a name leaves."""
    return QCoreApplication.translate("Phone", _NAMES[names])
