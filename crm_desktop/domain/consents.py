"""What she agrees to now, out of all the consents and withdrawals that stand in her file."""

import datetime as dt
from collections.abc import Iterable

from crm_desktop.domain.records import Consent, ConsentKind


def agrees(consents: Iterable[Consent], kind: ConsentKind) -> bool:
    """Return whether a consent of a kind stands and was not taken back after it was given.

    Her last word counts, also where two entries of her became one; on the same day the consent.
    """
    hers = [each for each in consents if each.kind is kind]
    taken_back = max((each.withdrawn_on or dt.date.min for each in hers), default=dt.date.min)
    return any(
        each.withdrawn_on is None and (each.given_on or dt.date.min) >= taken_back for each in hers
    )
