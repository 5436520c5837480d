"""Sheet 家庭成员 and sheet 礼物: the people around her, and what was given to them and to her."""

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Final

from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import (
    ClientDate,
    DateKind,
    Gift,
    GiftState,
    Knows,
    Person,
    Preference,
    PreferenceKind,
    Relation,
    Sex,
)
from crm_desktop.domain.returned import GiftDay
from crm_desktop.domain.sync_child_cells import Cells, Place, day, number, text
from crm_desktop.domain.sync_child_days import write_likes, write_main_day, write_other_days
from crm_desktop.domain.sync_child_folder import EditedFolder

HERSELF: Final = frozenset({"本人", "自己", "客户本人"})
"""What the one is called for whom a gift is when it is for the client."""

RELATION_WORDS: Final[Mapping[Relation, tuple[str, ...]]] = {
    Relation.HUSBAND: ("丈夫", "老公", "先生", "爱人"),
    Relation.WIFE: ("妻子", "老婆", "太太"),
    Relation.PARTNER: ("伴侣", "男友", "女友", "男朋友", "女朋友"),
    Relation.CHILD: ("孩子", "小孩", "子女"),
    Relation.PARENT: ("父母", "爸爸", "妈妈", "父亲", "母亲"),
    Relation.SIBLING: ("兄弟姐妹", "哥哥", "姐姐", "弟弟", "妹妹"),
    Relation.FRIEND: ("朋友", "闺蜜"),
    Relation.OTHER: ("其他",),
}
"""What somebody is called who has neither a name nor a nickname; the workbook's word first."""

_PERSON: Final[Mapping[str, Place]] = {
    "relation": Place("relation", Relation, needed=True),
    "nickname": text("nickname"),
    "name": text("name"),
    "sex": Place("sex", Sex),
    "occupation": text("occupation"),
    "income": number("income"),
    "knows": Place("knows", Knows, Knows.UNKNOWN),
    "notes": text("notes"),
}
_LIKES: Final = (
    ("likes", PreferenceKind.LIKE),
    ("taboos", PreferenceKind.TABOO),
    ("allergies", PreferenceKind.ALLERGY),
)
_GIFT: Final[Mapping[str, Place]] = {
    "occasion": text("occasion"),
    "state": Place("state", GiftState, needed=True),
    "item": text("item"),
    "cost": number("cost"),
    "on": Place("on", GiftDay),
    "ordered_on": day("ordered_on"),
    "delivered_on": day("delivered_on"),
    "sent_as": text("sent_as"),
    "card_text": text("card_text"),
    "reaction": text("reaction"),
    "overruled": text("overruled"),
    "confirmed_on": day("confirmed_on"),
    "notes": text("notes"),
}


def edit_person(work: EditedFolder, person: Person, cells: Cells) -> str:
    """Write what a row says of somebody of her family, and return the part of the row."""
    person = work.put(cells.written(person, _PERSON, work.options.now.date()))
    write_main_day(work, person.id, DateKind.BIRTHDAY, cells, "birthday")
    write_other_days(work, person.id, cells, "other_dates")
    for name, kind in _LIKES:
        write_likes(work, person.id, kind, cells, name)
    return f"p{person.id}"


def add_person(work: EditedFolder, cells: Cells) -> str:
    """Write somebody new; the relation or some name must be told."""
    if not cells.speaks_of(["relation", "nickname", "name"]):
        cells.refuse(None, ProblemCode.NAME_MISSING)
        return ""
    relation = cells.value("relation", Relation) or Relation.OTHER
    known = [each for each in work.of(Person) if each.relation is relation]
    person = Person(
        relation=relation,
        position=len(known),
        learnt_on=work.options.now.date(),
        learnt_from=work.options.source,
    )
    return edit_person(work, person, cells)


def remove_person(work: EditedFolder, person: Person) -> None:
    """Take somebody out with the days, the likes and the gifts of that person."""
    kinds = (work.of(ClientDate), work.of(Preference), work.of(Gift))
    hanging: Iterable[ClientDate | Preference | Gift] = itertools.chain(*kinds)
    for fact in hanging:
        if fact.person_id == person.id:
            work.remove(fact)
    work.remove(person)


def edit_gift(work: EditedFolder, gift: Gift, cells: Cells) -> str:
    """Write what a row says of a gift, and return the part of the row."""
    gift = _for_whom(work, gift, cells)
    said = cells.value("on", GiftDay)
    clears = cells.clears("on")
    gift = cells.written(gift, _GIFT, work.options.now.date())
    if clears or (said is not None and said.on == gift.on):
        gift = replace(gift, month_only=said is not None and said.month_only)
    return f"g{work.put(gift).id}"


def add_gift(work: EditedFolder, cells: Cells) -> str:
    """Write a new gift; what it was or what it was for must be told.

    One without a state is given where its day has come, an idea where it has not.
    """
    if not cells.speaks_of(["item", "occasion"]):
        cells.refuse("item", ProblemCode.VALUE_NEEDED)
        return ""
    said = cells.value("on", GiftDay)
    has_come = said is not None and said.on <= work.options.now.date()
    gift = _for_whom(work, Gift(state=GiftState.GIVEN if has_come else GiftState.IDEA), cells)
    return "" if cells.problems else edit_gift(work, gift, cells)


def whom(people: Sequence[Person], called: str) -> tuple[int | None] | None:
    """Return who of these is called so, in a tuple (None is herself); None for nobody or several.

    A nickname goes before a name, a name before a relation; 孩子 is first the one who has no
    name at all.
    """
    if not called.strip() or called.strip() in HERSELF:
        return (None,)
    sought = text_key(called)
    for names in (_nickname, _name, _relation_of_unnamed, _relation):
        found = [person.id for person in people if sought in names(person)]
        if found:
            return (found[0],) if len(found) == 1 else None
    return None


def _nickname(person: Person) -> tuple[str, ...]:
    return (text_key(person.nickname),)


def _name(person: Person) -> tuple[str, ...]:
    return (text_key(person.name),)


def _relation_of_unnamed(person: Person) -> tuple[str, ...]:
    return () if person.nickname or person.name else _relation(person)


def _relation(person: Person) -> tuple[str, ...]:
    return RELATION_WORDS[person.relation]


def _for_whom(work: EditedFolder, gift: Gift, cells: Cells) -> Gift:
    called = "" if cells.clears("recipient") else cells.value("recipient", str)
    if called is None:
        return gift
    found = whom(work.of(Person), called)
    if found is None:
        cells.refuse("recipient", ProblemCode.PERSON_UNKNOWN)
        return gift
    return replace(gift, person_id=found[0])
