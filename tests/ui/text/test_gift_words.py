"""Every reason of the guard is said in words of both languages, and no code is ever shown."""

import datetime as dt

import pytest

from crm_desktop.domain.gift_guard import GiftWarning, GuardCode
from crm_desktop.domain.price_days import PriceDay
from crm_desktop.domain.records import Gift, Person, Relation
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.gifts import occasion_of, reason, set_aside

HUSBAND = Person(relation=Relation.HUSBAND, nickname="老公")
CHILD = Person(relation=Relation.CHILD, nickname="朵朵")


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("code", list(GuardCode))
@pytest.mark.parametrize("day", list(PriceDay))
def test_every_reason_has_words(
    translators: Translators, language: Language, code: GuardCode, day: PriceDay
) -> None:
    translators.speak(language)
    warning = GiftWarning(
        code=code, word="百合", persons=(HUSBAND,), on=dt.date(2026, 5, 20), price_day=day
    )

    told = (reason(warning), set_aside(Gift(overruled=code.value)))

    assert all(told)
    assert "{" not in "".join(told)
    # `roses` and `clinic` are English words, too.
    assert "_" not in "".join(told)


@pytest.mark.parametrize(
    ("warning", "words"),
    [
        (GiftWarning(code=GuardCode.ALLERGY, word="芒果"), "She is allergic: 芒果"),
        (GiftWarning(code=GuardCode.ALLERGY, word="芒果", person=CHILD), "朵朵 is allergic: 芒果"),
        (GiftWarning(code=GuardCode.DISLIKED, word="香水"), "She does not want: 香水"),
        (
            GiftWarning(code=GuardCode.UNAWARE, persons=(HUSBAND, CHILD)),
            "老公, 朵朵 do not know about her treatments: no word of the clinic",
        ),
        (
            GiftWarning(code=GuardCode.BUDGET, spent=90_000, budget=80_000, year=2026),
            "That makes ¥900 on gifts in 2026; ¥800 is meant for her tier",
        ),
        (
            GiftWarning(code=GuardCode.REPEATED, on=dt.date(2026, 3, 31), month_only=True),
            "The same was given within the time set: Mar 2026",
        ),
    ],
)
def test_a_reason_tells_its_facts(warning: GiftWarning, words: str) -> None:
    assert reason(warning) == words


@pytest.mark.parametrize(
    ("overruled", "words"),
    [
        ("", ""),
        ("roses budget", "You set aside: roses; over the budget"),
        ("她自己要的", "You set aside: 她自己要的"),
    ],
)
def test_what_was_set_aside(overruled: str, words: str) -> None:
    assert set_aside(Gift(overruled=overruled)) == words


@pytest.mark.parametrize(("code", "words"), [("birthday", "Birthday"), ("乔迁", "乔迁"), ("", "")])
def test_an_occasion(code: str, words: str) -> None:
    assert occasion_of(code) == words
