"""The closed sets of the client file in words, for choices, pills and sheets."""

from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import Kind, ReminderState, What
from crm_desktop.domain.records import (
    AttachmentKind,
    BillKind,
    ComplaintState,
    ConsentKind,
    DateKind,
    DepositState,
    GiftState,
    GuestState,
    Knows,
    LeadState,
    PointsKind,
    PreferenceKind,
    PromiseState,
    Relation,
    Sex,
    Tier,
    VisitType,
)
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

# Pairs, not a dict: members of two sets may be equal as strings (DateKind and Kind).
_PAIRS: Final[tuple[tuple[StrEnum, str], ...]] = (
    (Sex.FEMALE, QT_TRANSLATE_NOOP("Choices", "Female")),
    (Sex.MALE, QT_TRANSLATE_NOOP("Choices", "Male")),
    (Tier.A, QT_TRANSLATE_NOOP("Choices", "Tier A")),
    (Tier.B, QT_TRANSLATE_NOOP("Choices", "Tier B")),
    (Tier.C, QT_TRANSLATE_NOOP("Choices", "Tier C")),
    (Tier.D, QT_TRANSLATE_NOOP("Choices", "Tier D")),
    (Tier.E, QT_TRANSLATE_NOOP("Choices", "Tier E")),
    (LeadState.NOT_VISITED, QT_TRANSLATE_NOOP("Choices", "Has not come yet")),
    (LeadState.VISITED_NOT_SOLD, QT_TRANSLATE_NOOP("Choices", "Came, nothing bought")),
    (LeadState.SOLD, QT_TRANSLATE_NOOP("Choices", "Came and bought")),
    (Relation.HUSBAND, QT_TRANSLATE_NOOP("Choices", "Husband")),
    (Relation.WIFE, QT_TRANSLATE_NOOP("Choices", "Wife")),
    (Relation.PARTNER, QT_TRANSLATE_NOOP("Choices", "Partner")),
    (Relation.CHILD, QT_TRANSLATE_NOOP("Choices", "Child")),
    (Relation.PARENT, QT_TRANSLATE_NOOP("Choices", "Parent")),
    (Relation.SIBLING, QT_TRANSLATE_NOOP("Choices", "Brother or sister")),
    (Relation.FRIEND, QT_TRANSLATE_NOOP("Choices", "Friend")),
    (Relation.OTHER, QT_TRANSLATE_NOOP("Choices", "Other person")),
    (Knows.YES, QT_TRANSLATE_NOOP("Choices", "Knows about her treatments")),
    (Knows.NO, QT_TRANSLATE_NOOP("Choices", "Does not know about her treatments")),
    (Knows.UNKNOWN, QT_TRANSLATE_NOOP("Choices", "Not sure whether they know")),
    (DateKind.BIRTHDAY, QT_TRANSLATE_NOOP("Choices", "Birthday")),
    (DateKind.WEDDING, QT_TRANSLATE_NOOP("Choices", "Wedding anniversary")),
    (DateKind.VALUED, QT_TRANSLATE_NOOP("Choices", "A day she values")),
    (PreferenceKind.LIKE, QT_TRANSLATE_NOOP("Choices", "Likes")),
    (PreferenceKind.TABOO, QT_TRANSLATE_NOOP("Choices", "Taboo")),
    (PreferenceKind.ALLERGY, QT_TRANSLATE_NOOP("Choices", "Allergy")),
    (VisitType.FIRST, QT_TRANSLATE_NOOP("Choices", "First consultation")),
    (VisitType.RETURN, QT_TRANSLATE_NOOP("Choices", "Return visit")),
    (VisitType.CHECK, QT_TRANSLATE_NOOP("Choices", "Check-up")),
    (VisitType.REPEAT_PURCHASE, QT_TRANSLATE_NOOP("Choices", "Repeat purchase")),
    (VisitType.DISPUTE, QT_TRANSLATE_NOOP("Choices", "Dispute")),
    (BillKind.PAYMENT, QT_TRANSLATE_NOOP("Choices", "Payment")),
    (BillKind.REFUND, QT_TRANSLATE_NOOP("Choices", "Refund")),
    (BillKind.STORED_VALUE, QT_TRANSLATE_NOOP("Choices", "Stored value added")),
    (BillKind.FROM_STORED_VALUE, QT_TRANSLATE_NOOP("Choices", "Paid from stored value")),
    (BillKind.SESSION, QT_TRANSLATE_NOOP("Choices", "Session of a package")),
    (BillKind.DEPOSIT, QT_TRANSLATE_NOOP("Choices", "Deposit taken")),
    (BillKind.FROM_DEPOSIT, QT_TRANSLATE_NOOP("Choices", "Paid from a deposit")),
    (BillKind.DEPOSIT_REFUND, QT_TRANSLATE_NOOP("Choices", "Deposit given back")),
    (BillKind.STORED_VALUE_REFUND, QT_TRANSLATE_NOOP("Choices", "Stored value given back")),
    (DepositState.DEPOSIT, QT_TRANSLATE_NOOP("Choices", "Deposit")),
    (DepositState.PAID_UNTREATED, QT_TRANSLATE_NOOP("Choices", "Paid, not treated yet")),
    (DepositState.CONVERTED, QT_TRANSLATE_NOOP("Choices", "Converted")),
    (DepositState.REFUNDED, QT_TRANSLATE_NOOP("Choices", "Refunded")),
    (ConsentKind.RECORD, QT_TRANSLATE_NOOP("Choices", "Keeping her file")),
    (ConsentKind.CONTACT, QT_TRANSLATE_NOOP("Choices", "Messages and calls")),
    (ConsentKind.PHOTO, QT_TRANSLATE_NOOP("Choices", "Photos")),
    (ConsentKind.OTHER, QT_TRANSLATE_NOOP("Choices", "Something else")),
    (AttachmentKind.PHOTO, QT_TRANSLATE_NOOP("Choices", "Photo")),
    (AttachmentKind.DOCUMENT, QT_TRANSLATE_NOOP("Choices", "Document")),
    (GiftState.IDEA, QT_TRANSLATE_NOOP("Choices", "Idea")),
    (GiftState.ORDERED, QT_TRANSLATE_NOOP("Choices", "Ordered")),
    (GiftState.GIVEN, QT_TRANSLATE_NOOP("Choices", "Given")),
    (PromiseState.OPEN, QT_TRANSLATE_NOOP("Choices", "To be kept")),
    (PromiseState.KEPT, QT_TRANSLATE_NOOP("Choices", "Kept")),
    (PromiseState.BROKEN, QT_TRANSLATE_NOOP("Choices", "Broken")),
    (ComplaintState.OPEN, QT_TRANSLATE_NOOP("Choices", "Open")),
    (ComplaintState.IN_HAND, QT_TRANSLATE_NOOP("Choices", "Being handled")),
    (ComplaintState.CLOSED, QT_TRANSLATE_NOOP("Choices", "Closed")),
    (GuestState.INVITED, QT_TRANSLATE_NOOP("Choices", "Invited")),
    (GuestState.ACCEPTED, QT_TRANSLATE_NOOP("Choices", "Will come")),
    (GuestState.DECLINED, QT_TRANSLATE_NOOP("Choices", "Declined")),
    (GuestState.CAME, QT_TRANSLATE_NOOP("Choices", "Came")),
    (GuestState.UNREACHABLE, QT_TRANSLATE_NOOP("Choices", "Not reached")),
    (PointsKind.EARNED, QT_TRANSLATE_NOOP("Choices", "Earned")),
    (PointsKind.REDEEMED, QT_TRANSLATE_NOOP("Choices", "Redeemed")),
    (PointsKind.EXPIRED, QT_TRANSLATE_NOOP("Choices", "Expired")),
    (PointsKind.REVERSED, QT_TRANSLATE_NOOP("Choices", "Reversed")),
    (Kind.BIRTHDAY, QT_TRANSLATE_NOOP("Choices", "birthday")),
    (Kind.ANNIVERSARY, QT_TRANSLATE_NOOP("Choices", "wedding anniversary")),
    (Kind.VALUED, QT_TRANSLATE_NOOP("Choices", "day she values")),
    (Kind.MILESTONE, QT_TRANSLATE_NOOP("Choices", "child's day")),
    (Kind.FESTIVAL, QT_TRANSLATE_NOOP("Choices", "festival")),
    (Kind.FOLLOW_UP, QT_TRANSLATE_NOOP("Choices", "follow-up")),
    (Kind.CARE, QT_TRANSLATE_NOOP("Choices", "after-care")),
    (Kind.PROMISE, QT_TRANSLATE_NOOP("Choices", "promise")),
    (Kind.POINTS, QT_TRANSLATE_NOOP("Choices", "points")),
    (What.CAKE, QT_TRANSLATE_NOOP("Choices", "Cake")),
    (What.FLOWERS, QT_TRANSLATE_NOOP("Choices", "Flowers")),
    (What.SMALL_GIFT, QT_TRANSLATE_NOOP("Choices", "A small gift")),
    (What.GREETING, QT_TRANSLATE_NOOP("Choices", "Greeting")),
    (What.CALL, QT_TRANSLATE_NOOP("Choices", "Call")),
    (ReminderState.PENDING, QT_TRANSLATE_NOOP("Choices", "to do")),
    (ReminderState.SHOWN, QT_TRANSLATE_NOOP("Choices", "to do")),
    (ReminderState.SNOOZED, QT_TRANSLATE_NOOP("Choices", "put off")),
    (ReminderState.ORDERED, QT_TRANSLATE_NOOP("Choices", "ordered")),
    (ReminderState.DONE, QT_TRANSLATE_NOOP("Choices", "done")),
    (ReminderState.DISMISSED, QT_TRANSLATE_NOOP("Choices", "let go")),
    (ReminderState.MISSED, QT_TRANSLATE_NOOP("Choices", "missed")),
)


_BY_KIND: Final[dict[type[StrEnum], dict[str, str]]] = {}
for _member, _word in _PAIRS:
    _BY_KIND.setdefault(type(_member), {})[_member.value] = _word


def choice(member: StrEnum) -> str:
    """Return the word for a member of a closed set: `Husband`, `老公`."""
    return QCoreApplication.translate("Choices", _BY_KIND[type(member)][member.value])


def choices(kind: type[StrEnum]) -> list[tuple[StrEnum, str]]:
    """Return every member of a closed set with its word, in its order."""
    return [(member, choice(member)) for member in kind]
