"""Problem: why a value was not taken, as a code and the raw value, without words."""

from dataclasses import dataclass
from enum import StrEnum


class ProblemCode(StrEnum):
    """Why a value could not be taken as it stands; `ui/text.py` holds the sentences."""

    IMPOSSIBLE_DATE = "impossible_date"
    LEAP_MONTH_ABSENT = "leap_month_absent"
    DATE_UNREADABLE = "date_unreadable"
    LUNAR_OUT_OF_RANGE = "lunar_out_of_range"
    MONEY_UNREADABLE = "money_unreadable"
    NUMBER_UNREADABLE = "number_unreadable"
    PHONE_BAD = "phone_bad"
    PHONE_DIGITS_LOST = "phone_digits_lost"
    PHONE_MASKED = "phone_masked"
    NAME_MISSING = "name_missing"
    YES_NO_UNREADABLE = "yes_no_unreadable"
    CHOICE_UNKNOWN = "choice_unknown"
    TEXT_TOO_LONG = "text_too_long"
    FORMULA = "formula"
    DUPLICATE_IN_FILE = "duplicate_in_file"
    RELATIVES = "relatives"
    SAME_NAME = "same_name"
    CARD_OF_ANOTHER = "card_of_another"
    COUNT_DIFFERS = "count_differs"
    DELETED_FOR_GOOD = "deleted_for_good"
    IN_TRASH = "in_trash"
    CLIENT_UNKNOWN = "client_unknown"
    TOTAL_DIFFERS = "total_differs"
    VALUE_NEEDED = "value_needed"
    FUTURE_DATE = "future_date"
    NEGATIVE = "negative"
    KIND_FIXED = "kind_fixed"
    NO_SUCH_ENTRY = "no_such_entry"
    PERSON_UNKNOWN = "person_unknown"
    SAID_OTHERWISE = "said_otherwise"
    NO_SESSION_LEFT = "no_session_left"
    SESSIONS_USED = "sessions_used"
    DEPOSIT_USED = "deposit_used"
    DEPOSIT_TOO_SMALL = "deposit_too_small"
    REFUND_TOO_LARGE = "refund_too_large"
    STORED_VALUE_OVERDRAWN = "stored_value_overdrawn"
    ROW_GONE = "row_gone"
    ROW_TWICE = "row_twice"
    COPIED_ROW = "copied_row"
    UNKNOWN_ROW = "unknown_row"
    WHOSE_UNKNOWN = "whose_unknown"
    SHORT_ID_BROKEN = "short_id_broken"


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One value that was not taken: why, which field, and what stood there."""

    code: ProblemCode
    field: str | None = None
    value: str = ""
