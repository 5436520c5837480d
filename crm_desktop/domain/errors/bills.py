"""Lines of a bill that cannot be."""

from enum import StrEnum

from crm_desktop.domain.errors.base import CrmError


class BillProblem(StrEnum):
    """Why a line of a bill, or a visit, was refused."""

    NEGATIVE = "negative"
    FUTURE = "future"
    NO_SESSION_LEFT = "no_session_left"
    SESSIONS_USED = "sessions_used"
    DEPOSIT_USED = "deposit_used"
    DEPOSIT_TOO_SMALL = "deposit_too_small"
    REFUND_TOO_LARGE = "refund_too_large"
    STORED_VALUE_OVERDRAWN = "stored_value_overdrawn"


class BillRefused(CrmError):
    """A line of a bill would say what cannot be; nothing was written."""

    def __init__(self, problem: BillProblem) -> None:
        super().__init__(problem)
        self.problem = problem
