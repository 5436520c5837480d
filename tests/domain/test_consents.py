"""Her last word counts."""

import datetime as dt

import pytest

from crm_desktop.domain.consents import agrees
from crm_desktop.domain.records import Consent, ConsentKind

MAY = dt.date(2026, 5, 1)
JUNE = dt.date(2026, 6, 1)


def photo(given_on: dt.date | None, withdrawn_on: dt.date | None = None) -> Consent:
    return Consent(kind=ConsentKind.PHOTO, given_on=given_on, withdrawn_on=withdrawn_on)


@pytest.mark.parametrize(
    ("consents", "agreed"),
    [
        ([], False),
        ([photo(MAY)], True),
        ([photo(None)], True),
        ([photo(MAY, JUNE)], False),
        ([photo(MAY), photo(MAY, JUNE)], False),
        ([photo(None), photo(MAY, JUNE)], False),
        ([photo(MAY, JUNE), photo(JUNE)], True),
        ([Consent(kind=ConsentKind.RECORD, given_on=MAY)], False),
    ],
)
def test_the_last_word_counts(consents: list[Consent], agreed: bool) -> None:  # noqa: FBT001 - a row of the table
    assert agrees(consents, ConsentKind.PHOTO) is agreed
    assert agrees(consents[::-1], ConsentKind.PHOTO) is agreed
