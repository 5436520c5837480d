"""A sentence for every reason a value was not taken."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.problems import ProblemCode
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_TEXTS: dict[ProblemCode, str] = {
    ProblemCode.IMPOSSIBLE_DATE: QT_TRANSLATE_NOOP("Problems", "There is no such day."),
    ProblemCode.LEAP_MONTH_ABSENT: QT_TRANSLATE_NOOP(
        "Problems", "That lunar year has no such leap month."
    ),
    ProblemCode.DATE_UNREADABLE: QT_TRANSLATE_NOOP("Problems", "This does not read as a date."),
    ProblemCode.LUNAR_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "Problems", "Lunar dates are known from 1901 to 2100."
    ),
    ProblemCode.MONEY_UNREADABLE: QT_TRANSLATE_NOOP("Problems", "This does not read as an amount."),
    ProblemCode.NUMBER_UNREADABLE: QT_TRANSLATE_NOOP("Problems", "This does not read as a number."),
    ProblemCode.PHONE_BAD: QT_TRANSLATE_NOOP("Problems", "This is not a complete phone number."),
    ProblemCode.PHONE_DIGITS_LOST: QT_TRANSLATE_NOOP(
        "Problems", "Excel has cut off digits of this phone number."
    ),
    ProblemCode.PHONE_MASKED: QT_TRANSLATE_NOOP(
        "Problems", "This phone number is masked with asterisks."
    ),
    ProblemCode.NAME_MISSING: QT_TRANSLATE_NOOP("Problems", "The name is missing."),
    ProblemCode.YES_NO_UNREADABLE: QT_TRANSLATE_NOOP(
        "Problems", "This reads neither as yes nor as no."
    ),
    ProblemCode.CHOICE_UNKNOWN: QT_TRANSLATE_NOOP("Problems", "This is none of the choices."),
    ProblemCode.TEXT_TOO_LONG: QT_TRANSLATE_NOOP("Problems", "This text is too long."),
    ProblemCode.FORMULA: QT_TRANSLATE_NOOP(
        "Problems", "This formula has no stored result. Open the file in Excel and save it once."
    ),
    ProblemCode.DUPLICATE_IN_FILE: QT_TRANSLATE_NOOP(
        "Problems", "The same person stands in the file more than once."
    ),
    ProblemCode.RELATIVES: QT_TRANSLATE_NOOP(
        "Problems", "Two people share a phone number; they may be relatives."
    ),
    ProblemCode.SAME_NAME: QT_TRANSLATE_NOOP(
        "Problems", "Somebody of the same name is in the book already."
    ),
    ProblemCode.CARD_OF_ANOTHER: QT_TRANSLATE_NOOP(
        "Problems", "In the book this card number belongs to somebody of another name and phone."
    ),
    ProblemCode.COUNT_DIFFERS: QT_TRANSLATE_NOOP(
        "Problems", "The counts in the file do not add up."
    ),
    ProblemCode.DELETED_FOR_GOOD: QT_TRANSLATE_NOOP(
        "Problems",
        "This client was deleted for good, so the row was left out. "
        "If you want her back, enter her yourself.",
    ),
    ProblemCode.IN_TRASH: QT_TRANSLATE_NOOP(
        "Problems", "This client is in the trash. Take her back first, then import the row."
    ),
    ProblemCode.VALUE_NEEDED: QT_TRANSLATE_NOOP("Problems", "This cannot be left blank."),
    ProblemCode.FUTURE_DATE: QT_TRANSLATE_NOOP("Problems", "This day is still to come."),
    ProblemCode.NEGATIVE: QT_TRANSLATE_NOOP("Problems", "This cannot be less than zero."),
    ProblemCode.KIND_FIXED: QT_TRANSLATE_NOOP(
        "Problems", "A row cannot become one of another kind. Delete it and write a new one."
    ),
    ProblemCode.NO_SUCH_ENTRY: QT_TRANSLATE_NOOP(
        "Problems", "Rows of this kind have no such entry."
    ),
    ProblemCode.PERSON_UNKNOWN: QT_TRANSLATE_NOOP("Problems", "Nobody of the family is called so."),
    ProblemCode.SAID_OTHERWISE: QT_TRANSLATE_NOOP(
        "Problems", "Another row of the same visit says otherwise."
    ),
    ProblemCode.NO_SESSION_LEFT: QT_TRANSLATE_NOOP(
        "Problems", "No session is left of this package."
    ),
    ProblemCode.SESSIONS_USED: QT_TRANSLATE_NOOP(
        "Problems", "Sessions of this package were used already."
    ),
    ProblemCode.DEPOSIT_USED: QT_TRANSLATE_NOOP(
        "Problems", "This deposit was used or given back already."
    ),
    ProblemCode.DEPOSIT_TOO_SMALL: QT_TRANSLATE_NOOP(
        "Problems", "The deposit is smaller than what was taken from it."
    ),
    ProblemCode.REFUND_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Problems", "More would be given back than was paid."
    ),
    ProblemCode.STORED_VALUE_OVERDRAWN: QT_TRANSLATE_NOOP(
        "Problems", "More stored value would be used than she has."
    ),
    ProblemCode.ROW_GONE: QT_TRANSLATE_NOOP(
        "Problems", "What this row was about is no longer in the book."
    ),
    ProblemCode.ROW_TWICE: QT_TRANSLATE_NOOP(
        "Problems", "This row stands in the file twice; once is enough."
    ),
    ProblemCode.COPIED_ROW: QT_TRANSLATE_NOOP(
        "Problems", "This row was copied from another and changed: say whether it is a new one."
    ),
    ProblemCode.UNKNOWN_ROW: QT_TRANSLATE_NOOP(
        "Problems", "This row is of no client in this book."
    ),
    ProblemCode.WHOSE_UNKNOWN: QT_TRANSLATE_NOOP(
        "Problems", "Whose row this is can't be told: write her number, or her name as in the book."
    ),
    ProblemCode.SHORT_ID_BROKEN: QT_TRANSLATE_NOOP(
        "Problems", "No client has this number: a character in it is wrong."
    ),
    ProblemCode.CLIENT_UNKNOWN: QT_TRANSLATE_NOOP(
        "Problems", "Nobody can be told by this alone: a card or phone number is missing."
    ),
    ProblemCode.TOTAL_DIFFERS: QT_TRANSLATE_NOOP(
        "Problems", "The clinic's own figure is not what its bills come to; the bills count."
    ),
}


def problem_text(code: ProblemCode) -> str:
    """Return the sentence of `code`."""
    return QCoreApplication.translate("Problems", _TEXTS[code])
