"""Why a visit or a line of a bill was refused, and what to do about it."""

from enum import Enum
from typing import Final

from crm_desktop.domain.errors import BillProblem
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

BILL_PROBLEMS: Final[dict[Enum, str]] = {
    BillProblem.NEGATIVE: QT_TRANSLATE_NOOP(
        "Errors", "An amount cannot be below nothing. For money given back choose a refund."
    ),
    BillProblem.FUTURE: QT_TRANSLATE_NOOP(
        "Errors", "That day is still to come. Visits and bills are noted from today back."
    ),
    BillProblem.NO_SESSION_LEFT: QT_TRANSLATE_NOOP(
        "Errors", "The package has not so many sessions left."
    ),
    BillProblem.SESSIONS_USED: QT_TRANSLATE_NOOP(
        "Errors", "Sessions of this package were used already. Take those visits out first."
    ),
    BillProblem.DEPOSIT_USED: QT_TRANSLATE_NOOP(
        "Errors", "This deposit was used or given back already."
    ),
    BillProblem.DEPOSIT_TOO_SMALL: QT_TRANSLATE_NOOP(
        "Errors", "The deposit is smaller than that. Note the rest as a payment."
    ),
    BillProblem.REFUND_TOO_LARGE: QT_TRANSLATE_NOOP(
        "Errors", "That is more than she paid for it and has not got back."
    ),
    BillProblem.STORED_VALUE_OVERDRAWN: QT_TRANSLATE_NOOP(
        "Errors", "Her stored value does not reach for that. Note first what she put in."
    ),
}
