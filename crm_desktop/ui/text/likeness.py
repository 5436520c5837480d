"""Two clients side by side in words: why they may be one, the fields, what hangs on them."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.duplicates import Sureness
from crm_desktop.domain.joining import BIRTHDAY, MAIN_PHONE, WEDDING, Difference, Side
from crm_desktop.domain.matching import Grounds
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import dated_fact, day_with_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_GROUNDS: Final[Mapping[Grounds, str]] = {
    Grounds.KEY: QT_TRANSLATE_NOOP("Likeness", "Same card number"),
    Grounds.PHONE_AND_NAME: QT_TRANSLATE_NOOP("Likeness", "Same phone, same name"),
    Grounds.PHONE_AND_BIRTHDAY: QT_TRANSLATE_NOOP("Likeness", "Same phone, same birthday"),
    Grounds.PHONE_AND_SIMILAR_NAME: QT_TRANSLATE_NOOP("Likeness", "Same phone, similar name"),
    Grounds.NAME_AND_HANDLE: QT_TRANSLATE_NOOP("Likeness", "Same name, same WeChat or QQ"),
    Grounds.NAME_AND_BIRTHDAY: QT_TRANSLATE_NOOP("Likeness", "Same name, same birthday"),
    Grounds.NAME_AND_CLOSE_PHONE: QT_TRANSLATE_NOOP(
        "Likeness", "Same name, phones one figure apart"
    ),
    Grounds.NAME_ALONE_ON_BOTH: QT_TRANSLATE_NOOP("Likeness", "Same name, nothing else known"),
    Grounds.CARD_ONLY: QT_TRANSLATE_NOOP("Likeness", "Same card number only: given on?"),
    Grounds.PHONE_ONLY: QT_TRANSLATE_NOOP("Likeness", "Same phone only: relatives?"),
    Grounds.NAME_ONLY: QT_TRANSLATE_NOOP("Likeness", "Same name only: namesakes?"),
    Grounds.SEVERAL: QT_TRANSLATE_NOOP("Likeness", "Several are alike"),
}
_SURENESS: Final[Mapping[Sureness, str]] = {
    Sureness.A: QT_TRANSLATE_NOOP("Likeness", "Sure"),
    Sureness.B: QT_TRANSLATE_NOOP("Likeness", "Likely"),
    Sureness.C: QT_TRANSLATE_NOOP("Likeness", "Ask"),
    Sureness.D: QT_TRANSLATE_NOOP("Likeness", "Ask"),
}
_FIELDS: Final[Mapping[str, str]] = {
    "name": QT_TRANSLATE_NOOP("Likeness", "Name"),
    "display_name": QT_TRANSLATE_NOOP("Likeness", "Called"),
    "sex": QT_TRANSLATE_NOOP("Likeness", "Sex"),
    "wechat": QT_TRANSLATE_NOOP("Likeness", "WeChat"),
    "qq": QT_TRANSLATE_NOOP("Likeness", "QQ"),
    "occupation": QT_TRANSLATE_NOOP("Likeness", "Occupation"),
    "income": QT_TRANSLATE_NOOP("Likeness", "Yearly income"),
    "address": QT_TRANSLATE_NOOP("Likeness", "Address"),
    "source": QT_TRANSLATE_NOOP("Likeness", "Source"),
    "referred_by_id": QT_TRANSLATE_NOOP("Likeness", "Brought by"),
    "first_contact_on": QT_TRANSLATE_NOOP("Likeness", "First contact"),
    "personality": QT_TRANSLATE_NOOP("Likeness", "Character"),
    "dialect": QT_TRANSLATE_NOOP("Likeness", "Language"),
    "affordability": QT_TRANSLATE_NOOP("Likeness", "Can afford"),
    "risk_attitude": QT_TRANSLATE_NOOP("Likeness", "Attitude to risk"),
    "appearance_expectation": QT_TRANSLATE_NOOP("Likeness", "Wanted look"),
    "health_notes": QT_TRANSLATE_NOOP("Likeness", "Health"),
    "notes": QT_TRANSLATE_NOOP("Likeness", "Notes"),
    "private_notes": QT_TRANSLATE_NOOP("Likeness", "Private notes"),
    "lead_state": QT_TRANSLATE_NOOP("Likeness", "How far she came"),
    "owner": QT_TRANSLATE_NOOP("Likeness", "Whose client"),
    "tier": QT_TRANSLATE_NOOP("Likeness", "Tier"),
    "vip": QT_TRANSLATE_NOOP("Likeness", "VIP"),
    "marked_big": QT_TRANSLATE_NOOP("Likeness", "Big client"),
    "children_count": QT_TRANSLATE_NOOP("Likeness", "Children"),
    "visits_stated": QT_TRANSLATE_NOOP("Likeness", "Visits as stated"),
    "do_not_contact": QT_TRANSLATE_NOOP("Likeness", "Do not contact"),
    "archived_on": QT_TRANSLATE_NOOP("Likeness", "Archived on"),
    "deceased_on": QT_TRANSLATE_NOOP("Likeness", "Died on"),
    MAIN_PHONE: QT_TRANSLATE_NOOP("Likeness", "Main phone"),
    BIRTHDAY: QT_TRANSLATE_NOOP("Likeness", "Birthday kept"),
    WEDDING: QT_TRANSLATE_NOOP("Likeness", "Wedding day kept"),
}
_KINDS: Final[Mapping[type[Any], str]] = {
    kinds.Phone: QT_TRANSLATE_NOOP("Likeness", "phones"),
    kinds.ClinicCard: QT_TRANSLATE_NOOP("Likeness", "cards"),
    kinds.Preference: QT_TRANSLATE_NOOP("Likeness", "likes and taboos"),
    kinds.Tag: QT_TRANSLATE_NOOP("Likeness", "tags"),
    kinds.Consent: QT_TRANSLATE_NOOP("Likeness", "consents"),
    kinds.FactSource: QT_TRANSLATE_NOOP("Likeness", "sources"),
    kinds.Person: QT_TRANSLATE_NOOP("Likeness", "family"),
    kinds.ClientDate: QT_TRANSLATE_NOOP("Likeness", "days"),
    kinds.Visit: QT_TRANSLATE_NOOP("Likeness", "visits"),
    kinds.Bill: QT_TRANSLATE_NOOP("Likeness", "bills"),
    kinds.CompletedProject: QT_TRANSLATE_NOOP("Likeness", "projects done"),
    kinds.PotentialProject: QT_TRANSLATE_NOOP("Likeness", "projects wanted"),
    kinds.Package: QT_TRANSLATE_NOOP("Likeness", "packages"),
    kinds.Deposit: QT_TRANSLATE_NOOP("Likeness", "deposits"),
    kinds.Gift: QT_TRANSLATE_NOOP("Likeness", "gifts"),
    kinds.Contact: QT_TRANSLATE_NOOP("Likeness", "talks"),
    kinds.Promise: QT_TRANSLATE_NOOP("Likeness", "promises"),
    kinds.Complaint: QT_TRANSLATE_NOOP("Likeness", "complaints"),
    kinds.ActivityGuest: QT_TRANSLATE_NOOP("Likeness", "activities"),
    kinds.PointsEntry: QT_TRANSLATE_NOOP("Likeness", "points entries"),
    kinds.Attachment: QT_TRANSLATE_NOOP("Likeness", "photos and papers"),
}
_LEFT: Final = QT_TRANSLATE_NOOP("Likeness", "Left aside when merged: {values}")
_BETWEEN: Final = QT_TRANSLATE_NOOP("Likeness", "; ")
_STANDING: Final = frozenset({MAIN_PHONE, BIRTHDAY, WEDDING})
_YES: Final = QT_TRANSLATE_NOOP("Likeness", "Yes")
_NO: Final = QT_TRANSLATE_NOOP("Likeness", "No")


def reason(grounds: Grounds) -> str:
    """Return on what two clients may be one."""
    return QCoreApplication.translate("Likeness", _GROUNDS[grounds])


def sureness(how: Sureness) -> str:
    """Return how sure that is, in a word."""
    return QCoreApplication.translate("Likeness", _SURENESS[how])


def field_name(difference: Difference) -> str:
    """Return what a difference is about."""
    return QCoreApplication.translate("Likeness", _FIELDS[difference.name])


def kind_name(kind: type[Any]) -> str:
    """Return what records of a kind are called, several of them."""
    return QCoreApplication.translate("Likeness", _KINDS[kind])


def value_text(name: str, value: object, brought: Mapping[int, str]) -> str:
    """Return the value of a field in words; `brought` names clients by id."""
    if value is None or value == "":
        return "—"
    if name in _NUMBERS and isinstance(value, int):
        return _NUMBERS[name](value, brought)
    if isinstance(value, bool):
        return QCoreApplication.translate("Likeness", _YES if value else _NO)
    if isinstance(value, StrEnum):
        return choice(value)
    if isinstance(value, DatedFact):
        return dated_fact(value)
    return day_with_year(value) if isinstance(value, dt.date) else str(value)


def left_aside(answers: Iterable[tuple[Difference, Side]], brought: Mapping[int, str]) -> str:
    """Return the values that were not chosen in one line, so that they can be noted; "" for none.

    Phones and days stand in the file whichever is the main one, and a flag says nothing.
    """
    told = [
        f"{field_name(one)} {value_text(one.name, value, brought)}"
        for one, side in answers
        if side is not Side.BOTH and one.name not in _STANDING
        for value in [one.other if side is Side.KEPT else one.kept]
        if value is not None and not isinstance(value, bool)
    ]
    if not told:
        return ""
    between = QCoreApplication.translate("Likeness", _BETWEEN)
    return QCoreApplication.translate("Likeness", _LEFT).format(values=between.join(told))


def _income(fen: int, _brought: Mapping[int, str]) -> str:
    return money(fen)


def _referrer(client_id: int, brought: Mapping[int, str]) -> str:
    return brought.get(client_id, "—")


_NUMBERS: Final[Mapping[str, Callable[[int, Mapping[int, str]], str]]] = {
    "income": _income,
    "referred_by_id": _referrer,
}
