"""To her face her 老公 is 先生, and nobody who died is named."""

import datetime as dt

import pytest

from crm_desktop.domain.greetings import GreetingDay, GreetingFor
from crm_desktop.domain.merge_text import Field
from crm_desktop.domain.records import Person, Relation, Sex
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.addressing import addressed
from crm_desktop.ui.text.greeting_facts import facts
from tests.domain.folders import child, folder, husband


@pytest.mark.parametrize(
    ("person", "english", "chinese"),
    [
        (None, "", ""),
        (child("朵朵"), "朵朵", "朵朵"),
        (husband(nickname="老公"), "your husband", "先生"),
        (husband(nickname="Hubby "), "your husband", "先生"),
        (husband(nickname="", name="陈明"), "陈明", "陈明"),
        (husband(nickname=""), "your husband", "先生"),
        (child("女儿"), "your daughter", "孩子"),
        (child("", sex=Sex.MALE), "your son", "孩子"),
        (Person(relation=Relation.PARENT, nickname="我妈"), "your mother", "阿姨"),
        (Person(relation=Relation.PARENT, sex=Sex.MALE), "your father", "叔叔"),
        (Person(relation=Relation.PARENT), "your parents", "叔叔阿姨"),
        (Person(relation=Relation.SIBLING), "your family", "家人"),
    ],
)
def test_people_are_called_as_one_calls_them_to_her(
    translators: Translators, person: Person | None, english: str, chinese: str
) -> None:
    translators.speak(Language.ENGLISH)
    in_english = addressed(person)
    translators.speak(Language.CHINESE)

    assert (in_english, addressed(person)) == (english, chinese)


def test_neither_the_dead_nor_a_husband_who_left_are_named() -> None:
    her = folder(persons=[child("朵朵"), child("豆豆", id=5, notes="已故"), husband()])
    day = GreetingDay(kind=GreetingFor.MOTHERS_DAY, on=dt.date(2027, 5, 9))

    known = facts(her, day, "小林", parted=True)

    assert (known[Field.CHILD], known[Field.HUSBAND]) == ("朵朵", "")
    assert facts(her, day, "小林")[Field.HUSBAND] == "老陈"
