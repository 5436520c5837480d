"""What speaks against a gift, in words; and what was set aside, never as a code."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.gift_guard import GiftWarning, GuardCode, overruled_codes
from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.price_days import PriceDay
from crm_desktop.domain.records import Gift, Person
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import day_with_year, month_and_year
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.occasions import called, unaware_line

_WHY: Final = {
    GuardCode.TELLS_UNAWARE: QT_TRANSLATE_NOOP(
        "Guard", 'The card says "{word}": {persons} must not read that'
    ),
    GuardCode.ROSES: QT_TRANSLATE_NOOP(
        "Guard", '"{word}": never roses; lilies or carnations instead'
    ),
    GuardCode.CLINIC: QT_TRANSLATE_NOOP(
        "Guard", '"{word}" gives the clinic away: no name, no logo on a gift or its card'
    ),
    GuardCode.TABOO: QT_TRANSLATE_NOOP("Guard", '"{word}" is on your list of what is never given'),
    GuardCode.PRICE_DAY: QT_TRANSLATE_NOOP(
        "Guard", "{day} is {name}: everything is dear. Order a week ahead, or choose another day"
    ),
    GuardCode.BUDGET: QT_TRANSLATE_NOOP(
        "Guard", "That makes {spent} on gifts in {year}; {budget} is meant for her tier"
    ),
    GuardCode.SENT_AS: QT_TRANSLATE_NOOP("Guard", 'Sent as "{word}": gifts are sent as a friend'),
    GuardCode.SILENT_DAY: QT_TRANSLATE_NOOP(
        "Guard", "{day} is the Ghost Festival: nothing is handed over then. Choose another day"
    ),
}
_HER_ALLERGY: Final = QT_TRANSLATE_NOOP("Guard", "She is allergic: {word}")
_ALLERGY: Final = QT_TRANSLATE_NOOP("Guard", "{person} is allergic: {word}")
_HER_TABOO: Final = QT_TRANSLATE_NOOP("Guard", "She does not want: {word}")
_TABOO: Final = QT_TRANSLATE_NOOP("Guard", "{person} does not want: {word}")
_GIVEN_ON: Final = QT_TRANSLATE_NOOP("Guard", "The same was given within the time set: {day}")

_SHORT: Final = {
    GuardCode.UNAWARE: QT_TRANSLATE_NOOP("Guard", "somebody does not know"),
    GuardCode.TELLS_UNAWARE: QT_TRANSLATE_NOOP("Guard", "the card gives it away"),
    GuardCode.ROSES: QT_TRANSLATE_NOOP("Guard", "roses"),
    GuardCode.CLINIC: QT_TRANSLATE_NOOP("Guard", "the clinic is named"),
    GuardCode.TABOO: QT_TRANSLATE_NOOP("Guard", "never given"),
    GuardCode.ALLERGY: QT_TRANSLATE_NOOP("Guard", "an allergy"),
    GuardCode.DISLIKED: QT_TRANSLATE_NOOP("Guard", "not wanted"),
    GuardCode.REPEATED: QT_TRANSLATE_NOOP("Guard", "the same again"),
    GuardCode.PRICE_DAY: QT_TRANSLATE_NOOP("Guard", "a dear day"),
    GuardCode.BUDGET: QT_TRANSLATE_NOOP("Guard", "over the budget"),
    GuardCode.SENT_AS: QT_TRANSLATE_NOOP("Guard", "not sent as a friend"),
    GuardCode.SILENT_DAY: QT_TRANSLATE_NOOP("Guard", "handed over on the Ghost Festival"),
}
_DAYS: Final = {
    PriceDay.VALENTINE: QT_TRANSLATE_NOOP("Guard", "Valentine's Day"),
    PriceDay.MAY_20: QT_TRANSLATE_NOOP("Guard", "20 May"),
    PriceDay.QIXI: QT_TRANSLATE_NOOP("Guard", "Qixi"),
    PriceDay.MOTHERS_DAY: QT_TRANSLATE_NOOP("Guard", "Mother's Day"),
}
_SET_ASIDE: Final = QT_TRANSLATE_NOOP("Guard", "You set aside: {reasons}")


def reason(warning: GiftWarning) -> str:
    """Return why a gift is warned of, in one sentence."""
    if warning.code is GuardCode.UNAWARE:
        return unaware_line([called(person) for person in warning.persons])
    if warning.code in {GuardCode.ALLERGY, GuardCode.DISLIKED}:
        return _harm(warning)
    if warning.code is GuardCode.REPEATED:
        return _say(_GIVEN_ON, day=_day_of(warning))
    return _say(
        _WHY[warning.code],
        word=warning.word,
        persons=_names(warning.persons),
        day=_day_of(warning),
        name=_say(_DAYS[warning.price_day]) if warning.price_day else "",
        spent=money(warning.spent),
        budget=money(warning.budget),
        year=warning.year,
    )


def set_aside(gift: Gift) -> str:
    """Return what she set aside for a gift, "" for nothing; words of an older hand as they are."""
    codes = overruled_codes(gift)
    known = [_say(_SHORT[code]) for code in GuardCode if code in codes]
    strange = [word for word in gift.overruled.split() if word not in set(GuardCode)]
    between = QCoreApplication.translate("Guard", "; ", "between reasons")
    reasons = between.join([*([" ".join(strange)] if strange else []), *known])
    return _say(_SET_ASIDE, reasons=reasons) if reasons else ""


def occasion_of(code: str) -> str:
    """Return what a gift was for; the words of an older hand as they are."""
    words = choice(Kind(code)) if code in set(Kind) else code
    return words[:1].upper() + words[1:]


def _harm(warning: GiftWarning) -> str:
    is_allergy = warning.code is GuardCode.ALLERGY
    if warning.person is None:
        return _say(_HER_ALLERGY if is_allergy else _HER_TABOO, word=warning.word)
    pattern = _ALLERGY if is_allergy else _TABOO
    return _say(pattern, word=warning.word, person=called(warning.person))


def _day_of(warning: GiftWarning) -> str:
    if warning.on is None:
        return ""
    return month_and_year(warning.on) if warning.month_only else day_with_year(warning.on)


def _names(persons: Sequence[Person]) -> str:
    between = QCoreApplication.translate("Occasions", ", ", "between names")
    return between.join(called(person) for person in persons)


def _say(english: str, **facts: object) -> str:
    return QCoreApplication.translate("Guard", english).format(**facts)
