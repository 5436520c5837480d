"""Finding: what is wrong, or only odd, about one field of a record, without words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether a fact is refused, may stand though it looks wrong, or was only cleaned."""

    REFUSED = "refused"
    DOUBTFUL = "doubtful"
    NOTED = "noted"


class Fault(StrEnum):
    """What is the matter; `ui/text/findings.py` holds the sentences."""

    TOO_LONG = "too_long"
    CLEANED = "cleaned"
    IN_FUTURE = "in_future"
    BEFORE_1900 = "before_1900"
    NO_SUCH_DAY = "no_such_day"
    OLDER_THAN_PARENT = "older_than_parent"
    PARENT_TOO_YOUNG = "parent_too_young"
    REFERRED_BY_HERSELF = "referred_by_herself"
    REFERRAL_CYCLE = "referral_cycle"
    LINKED_TO_HERSELF = "linked_to_herself"
    HUSBANDS_OF_EACH_OTHER = "husbands_of_each_other"
    NOT_A_PHONE = "not_a_phone"
    NEGATIVE = "negative"
    MORE_THAN_BOUGHT = "more_than_bought"


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One fault of one field; `facts` are the numbers its sentence tells, by name."""

    code: Fault
    field: str
    severity: Severity = Severity.REFUSED
    facts: tuple[tuple[str, int], ...] = ()


def refused(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return the findings that keep a record out of the book."""
    return tuple(found for found in findings if found.severity is Severity.REFUSED)
