"""The closed sets of the client file; the stored value is stable, the words are in `ui/text.py`."""

from enum import StrEnum


class Sex(StrEnum):
    """Sex of a client or a person of her family."""

    FEMALE = "female"
    MALE = "male"


class Tier(StrEnum):
    """Depth of service by the last twelve months; None stands for below E."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"


class LeadState(StrEnum):
    """Where a person stands before her first visit counts: 未上门, 已上门未成交, 已上门成交."""

    NOT_VISITED = "not_visited"
    VISITED_NOT_SOLD = "visited_not_sold"
    SOLD = "sold"


class Relation(StrEnum):
    """What a person of the family is to the client."""

    HUSBAND = "husband"
    WIFE = "wife"
    PARTNER = "partner"
    CHILD = "child"
    PARENT = "parent"
    SIBLING = "sibling"
    FRIEND = "friend"
    OTHER = "other"


class Knows(StrEnum):
    """Whether a person knows about the client's treatments."""

    YES = "yes"
    NO = "no"
    UNKNOWN = "unknown"


class DateKind(StrEnum):
    """What a dated fact is about."""

    BIRTHDAY = "birthday"
    WEDDING = "wedding"
    VALUED = "valued"


class PreferenceKind(StrEnum):
    """How a preference is meant: liked, to be avoided, or dangerous."""

    LIKE = "like"
    TABOO = "taboo"
    ALLERGY = "allergy"


class VisitType(StrEnum):
    """Why she came: 初诊 复诊 复查 再消费 纠纷."""

    FIRST = "first"
    RETURN = "return"
    CHECK = "check"
    REPEAT_PURCHASE = "repeat_purchase"
    DISPUTE = "dispute"


class BillKind(StrEnum):
    """What a line of a bill did with the money; `domain/base_facts.py` says which is counted.

    STORED_VALUE is money put in (储值), FROM_STORED_VALUE what was then bought with it (划扣),
    SESSION a session of a package bought before (消次), DEPOSIT 预约金 taken, FROM_DEPOSIT one
    that became a payment, DEPOSIT_REFUND one given back, STORED_VALUE_REFUND stored value paid
    out again; REFUND is of a payment.
    """

    PAYMENT = "payment"
    REFUND = "refund"
    STORED_VALUE = "stored_value"
    FROM_STORED_VALUE = "from_stored_value"
    SESSION = "session"
    DEPOSIT = "deposit"
    FROM_DEPOSIT = "from_deposit"
    DEPOSIT_REFUND = "deposit_refund"
    STORED_VALUE_REFUND = "stored_value_refund"


class DepositState(StrEnum):
    """Money taken before treatment: 预约金, 缴费未治疗, converted, or given back."""

    DEPOSIT = "deposit"
    PAID_UNTREATED = "paid_untreated"
    CONVERTED = "converted"
    REFUNDED = "refunded"


class ConsentKind(StrEnum):
    """What a consent is for: keeping her file, writing and calling, photos, anything else."""

    RECORD = "record"
    CONTACT = "contact"
    PHOTO = "photo"
    OTHER = "other"


class AttachmentKind(StrEnum):
    """What an attachment is."""

    PHOTO = "photo"
    DOCUMENT = "document"


class GiftState(StrEnum):
    """Ideas come before gifts."""

    IDEA = "idea"
    ORDERED = "ordered"
    GIVEN = "given"


class PromiseState(StrEnum):
    """What became of a promise."""

    OPEN = "open"
    KEPT = "kept"
    BROKEN = "broken"


class ComplaintState(StrEnum):
    """How far a complaint is."""

    OPEN = "open"
    IN_HAND = "in_hand"
    CLOSED = "closed"


class GuestState(StrEnum):
    """How far an invitation to an activity went."""

    INVITED = "invited"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CAME = "came"
    UNREACHABLE = "unreachable"


class PointsKind(StrEnum):
    """What an entry does to the balance of points."""

    EARNED = "earned"
    REDEEMED = "redeemed"
    EXPIRED = "expired"
    REVERSED = "reversed"


class FestivalOutcome(StrEnum):
    """What became of a client in the list of a festival."""

    GREETED = "greeted"
    GIFT = "gift"
    SKIPPED = "skipped"
