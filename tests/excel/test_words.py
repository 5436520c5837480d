"""Every value of a closed set has one word of its own in the workbook, and comes back from it."""

from collections.abc import Mapping
from enum import StrEnum

import pytest

from crm_desktop.excel import words

SETS: list[Mapping[StrEnum, str]] = [
    value
    for name, value in vars(words).items()
    if name.isupper() and name != "CHOICES" and isinstance(value, dict)
]


@pytest.mark.parametrize("known", SETS, ids=[type(next(iter(known))).__name__ for known in SETS])
def test_words_are_complete_and_come_back(known: Mapping[StrEnum, str]) -> None:
    kind = type(next(iter(known)))

    assert set(known) == set(kind)
    assert len(set(known.values())) == len(known)
    for value, word in known.items():
        assert words.meant(known, f" {word} ") is value
    assert words.meant(known, "别的") is None


def test_there_are_words_for_all_sets_of_the_workbook() -> None:
    assert len(SETS) == 13
