"""What a year is called: 整寿, 本命年, the names of wedding anniversaries, the days of a baby."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.occasions import Milestone
from crm_desktop.domain.years import YearMark
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_MARKS: Final = {
    YearMark.FIRST: QT_TRANSLATE_NOOP("Years", "first birthday"),
    YearMark.COMING_OF_AGE: QT_TRANSLATE_NOOP("Years", "comes of age"),
    YearMark.ROUND: QT_TRANSLATE_NOOP("Years", "round birthday"),
    YearMark.ROUND_AT_NINE: QT_TRANSLATE_NOOP("Years", "kept as the {round}th"),
    YearMark.HUNDRED: QT_TRANSLATE_NOOP("Years", "a hundred years"),
    YearMark.OWN_ANIMAL: QT_TRANSLATE_NOOP("Years", "own zodiac year"),
}
_MILESTONES: Final = {
    Milestone.FULL_MONTH: QT_TRANSLATE_NOOP("Years", "One month old"),
    Milestone.HUNDRED_DAYS: QT_TRANSLATE_NOOP("Years", "A hundred days old"),
    Milestone.SCHOOL: QT_TRANSLATE_NOOP("Years", "First day of school"),
}
# The customary table: every year to the fifteenth, then every fifth.
_WEDDINGS: Final = {
    1: QT_TRANSLATE_NOOP("Years", "paper wedding"),
    2: QT_TRANSLATE_NOOP("Years", "cotton wedding"),
    3: QT_TRANSLATE_NOOP("Years", "leather wedding"),
    4: QT_TRANSLATE_NOOP("Years", "fruit and flower wedding"),
    5: QT_TRANSLATE_NOOP("Years", "wooden wedding"),
    6: QT_TRANSLATE_NOOP("Years", "iron wedding"),
    7: QT_TRANSLATE_NOOP("Years", "copper wedding"),
    8: QT_TRANSLATE_NOOP("Years", "bronze wedding"),
    9: QT_TRANSLATE_NOOP("Years", "pottery wedding"),
    10: QT_TRANSLATE_NOOP("Years", "tin wedding"),
    11: QT_TRANSLATE_NOOP("Years", "steel wedding"),
    12: QT_TRANSLATE_NOOP("Years", "silk wedding"),
    13: QT_TRANSLATE_NOOP("Years", "lace wedding"),
    14: QT_TRANSLATE_NOOP("Years", "ivory wedding"),
    15: QT_TRANSLATE_NOOP("Years", "crystal wedding"),
    20: QT_TRANSLATE_NOOP("Years", "china wedding"),
    25: QT_TRANSLATE_NOOP("Years", "silver wedding"),
    30: QT_TRANSLATE_NOOP("Years", "pearl wedding"),
    35: QT_TRANSLATE_NOOP("Years", "coral wedding"),
    40: QT_TRANSLATE_NOOP("Years", "ruby wedding"),
    45: QT_TRANSLATE_NOOP("Years", "sapphire wedding"),
    50: QT_TRANSLATE_NOOP("Years", "golden wedding"),
    55: QT_TRANSLATE_NOOP("Years", "emerald wedding"),
    60: QT_TRANSLATE_NOOP("Years", "diamond wedding"),
    70: QT_TRANSLATE_NOOP("Years", "platinum wedding"),
}


def wedding_name(years: int | None) -> str:
    """Return `silver wedding`, `银婚`; "" for a year that has no name of its own."""
    known = None if years is None else _WEDDINGS.get(years)
    return "" if known is None else QCoreApplication.translate("Years", known)


def milestone_words(milestone: Milestone) -> str:
    """Return `A hundred days old`, `百日`."""
    return QCoreApplication.translate("Years", _MILESTONES[milestone])


def mark_words(marks: Sequence[YearMark], nominal_age: int | None) -> str:
    """Return `round birthday · own zodiac year`, `整寿 · 本命年`; "" where there are none."""
    reached = (nominal_age or 0) + 1
    words = (QCoreApplication.translate("Years", _MARKS[mark]) for mark in marks)
    return " · ".join(each.format(round=reached) for each in words)
