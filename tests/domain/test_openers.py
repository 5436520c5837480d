"""Openers: real ones, ranked, each from another part of her file, never against tact."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.openers import MOST, Opener, Source, openers
from crm_desktop.domain.records import (
    Bill,
    DateKind,
    Gift,
    GiftState,
    Knows,
    Preference,
    Promise,
    PromiseState,
    Visit,
)
from crm_desktop.domain.school import SchoolTime
from crm_desktop.domain.tact import cautions
from tests.domain.folders import (
    CLIENT,
    TODAY,
    born,
    child,
    complaint,
    days_ago,
    folder,
    husband,
    taboo,
    talk,
    wedding,
)

LOST = "父亲去世了"
YOGA = Preference(category="爱好", text="瑜伽")
COFFEE = Preference(category="饮品", text="美式")


def promise(ahead: int | None, what: str = "留面膜", **facts: object) -> Promise:
    due = None if ahead is None else TODAY + dt.timedelta(days=ahead)
    return replace(Promise(what=what, due_on=due), **facts)  # type: ignore[arg-type] # fields of a promise


def gift(ago: int, reaction: str = "", **facts: object) -> Gift:
    given = Gift(item="百合", on=days_ago(ago), state=GiftState.GIVEN, reaction=reaction)
    return replace(given, **facts)  # type: ignore[arg-type] # fields of a gift


def told(her: ClientFolder, most: int = MOST) -> list[Opener]:
    return [topic.code for topic in openers(her, TODAY, cautions(her, TODAY), most)]


@pytest.mark.parametrize(
    ("her", "first"),
    [
        pytest.param(folder(), None, id="nothing is known, nothing invented"),
        pytest.param(
            folder(replace(CLIENT, deceased_on=TODAY), promises=[promise(1)]), None, id="she died"
        ),
        (folder(complaints=[complaint()]), Opener.COMPLAINT),
        (folder(promises=[promise(-2)]), Opener.PROMISE),
        (folder(promises=[promise(None)]), Opener.PROMISE),
        (folder(promises=[promise(1, state=PromiseState.KEPT)]), None),
        (folder(promises=[promise(1, what="")]), None),
        (folder(bills=[Bill(on=days_ago(2), project="水光针")]), Opener.RECOVERY),
        (folder(dates=[born(1988, 12, 6)]), Opener.OWN_BIRTHDAY),
        pytest.param(folder(dates=[born(1988, 12, 7)]), None, id="15 days ahead"),
        (folder(dates=[born(1988, 11, 15)]), Opener.OWN_BIRTHDAY),
        pytest.param(folder(dates=[born(1988, 11, 14)]), None, id="8 days ago"),
        (folder(dates=[replace(born(1988, 11, 24), is_ended=True)]), None),
        (folder(dates=[replace(born(1988, 11, 24), is_main=False)]), None),
        (folder(persons=[child()], dates=[born(2018, 11, 24, 2)]), Opener.BIRTHDAY),
        (folder(dates=[wedding(2010, 11, 30)]), Opener.ANNIVERSARY),
        (
            folder(dates=[replace(born(None, 11, 30), kind=DateKind.VALUED, label="开店")]),
            Opener.VALUED_DAY,
        ),
        (folder(contacts=[talk(180, "想去海边")]), Opener.LAST_TALK),
        (folder(contacts=[talk(181, "想去海边")]), None),
        (folder(contacts=[talk(3, "")]), None),
        pytest.param(
            folder(contacts=[talk(1, "", notes="生日快乐", about="greeting.birthday")]),
            None,
            id="a greeting sent tells nothing of her",
        ),
        (folder(gifts=[gift(180, "很喜欢")]), Opener.GIFT_REACTION),
        (folder(gifts=[gift(181, "很喜欢")]), None),
        (folder(gifts=[gift(60)]), Opener.GIFT_UNANSWERED),
        (folder(gifts=[gift(61)]), None),
        (folder(gifts=[gift(1, state=GiftState.ORDERED)]), None),
        (folder(persons=[child()], dates=[born(2016, 6, 1, 2)]), Opener.SCHOOL),
        (folder(persons=[child()]), Opener.CHILD),
        (folder(visits=[Visit(on=days_ago(20), notes="说要去旅行")]), Opener.LAST_VISIT),
        (folder(visits=[Visit(on=days_ago(91), notes="说要去旅行")]), Opener.LONG_AWAY),
        (folder(visits=[Visit(on=TODAY + dt.timedelta(days=3), notes="约好的")]), None),
        (folder(preferences=[YOGA]), Opener.HOBBY),
        (folder(preferences=[COFFEE]), Opener.LIKING),
        (folder(persons=[husband()], preferences=[replace(YOGA, person_id=3)]), None),
    ],
)
def test_each_opener_stands_on_a_fact_of_hers(her: ClientFolder, first: Opener | None) -> None:
    assert told(her) == ([] if first is None else [first])


def test_the_weightiest_comes_first_and_each_part_of_the_file_speaks_once() -> None:
    her = folder(
        persons=[child()],
        dates=[born(2018, 11, 24, 2), born(1988, 11, 25)],
        promises=[promise(3), promise(-1, "发案例")],
        contacts=[talk(30, "上次"), talk(2, "这次")],
        preferences=[YOGA, COFFEE],
        gifts=[gift(20, "很喜欢")],
    )

    found = openers(her, TODAY, cautions(her, TODAY), most=9)

    assert [topic.code for topic in found] == [
        Opener.PROMISE,
        Opener.OWN_BIRTHDAY,
        Opener.BIRTHDAY,
        Opener.LAST_TALK,
        Opener.GIFT_REACTION,
        Opener.HOBBY,
    ]
    assert [topic.words for topic in found if topic.source is Source.PROMISE] == ["发案例"]
    assert [topic.words for topic in found if topic.source is Source.TALK] == ["这次"]
    assert len(told(her)) == MOST


def test_the_same_file_gives_the_same_openers_in_any_order() -> None:
    ones = [promise(3), promise(3, "订花"), promise(3, "停车券")]

    both = [told(folder(promises=many)) for many in (ones, ones[::-1])]
    words = [
        [topic.words for topic in openers(folder(promises=many), TODAY, ())]
        for many in (ones, ones[::-1])
    ]

    assert both[0] == both[1]
    assert words[0] == words[1]


@pytest.mark.parametrize(
    ("her", "left"),
    [
        pytest.param(
            folder(
                contacts=[talk(3, LOST)],
                dates=[born(1988, 11, 24)],
                gifts=[gift(5, "很喜欢")],
                preferences=[YOGA],
                promises=[promise(1)],
            ),
            [Opener.MOURNING, Opener.PROMISE],
            id="nothing merry in mourning",
        ),
        pytest.param(
            folder(contacts=[talk(150, LOST), talk(20, "说起她离婚了"), talk(30, "想去海边")]),
            [Opener.LAST_TALK],
            id="a sore matter is not taken up",
        ),
        pytest.param(
            folder(contacts=[talk(3, "聊到前夫")], preferences=[taboo("别提前夫")]),
            [],
            id="nor what she does not want to hear of",
        ),
        pytest.param(
            folder(dates=[replace(born(None, 11, 30), kind=DateKind.VALUED, label="父亲忌日")]),
            [],
            id="a day of remembrance",
        ),
        pytest.param(
            folder(persons=[husband(notes="已故")], dates=[wedding(2010, 11, 30)]),
            [],
            id="no anniversary of a widow",
        ),
        pytest.param(folder(gifts=[gift(9, "不太喜欢，退回了")]), [], id="a gift not liked"),
        pytest.param(folder(contacts=[talk(3, "没接，晚点再打")]), [], id="a call not answered"),
        pytest.param(
            folder(contacts=[talk(3, "说最近没接新项目，忙")]), [Opener.LAST_TALK], id="an answer"
        ),
        pytest.param(
            folder(
                persons=[husband()],
                dates=[wedding(2010, 11, 25, ended=True), born(1980, 11, 25, 3)],
                preferences=[YOGA],
            ),
            [Opener.HOBBY],
            id="nothing of him after a parting",
        ),
        pytest.param(
            folder(persons=[child(notes="已故")], dates=[born(2018, 11, 24, 2)]),
            [],
            id="nothing of the dead",
        ),
    ],
)
def test_openers_keep_to_tact(her: ClientFolder, left: list[Opener]) -> None:
    assert told(her) == left


@pytest.mark.parametrize(
    ("knows", "alone"), [(Knows.NO, True), (Knows.UNKNOWN, True), (Knows.YES, False)]
)
def test_what_touches_the_clinic_is_said_when_she_is_alone(knows: Knows, *, alone: bool) -> None:
    her = folder(persons=[husband(knows)], visits=[Visit(on=days_ago(9), notes="问了恢复期")])

    (topic,) = openers(her, TODAY, cautions(her, TODAY))

    assert topic.only_alone is alone


def test_words_that_name_a_treatment_are_for_her_alone_wherever_they_stand() -> None:
    her = folder(
        persons=[husband(Knows.NO)],
        promises=[promise(1, "留热玛吉的位子")],
        contacts=[talk(2, "说下周去三亚")],
    )

    found = openers(her, TODAY, cautions(her, TODAY))

    assert [(topic.code, topic.only_alone) for topic in found] == [
        (Opener.PROMISE, True),
        (Opener.LAST_TALK, False),
    ]


def test_a_birthday_tells_how_old_and_on_which_side_of_today() -> None:
    her = folder(persons=[child()], dates=[born(2018, 11, 20, 2), born(1988, 11, 22)])

    own, of_child = openers(her, TODAY, ())

    assert (own.age, own.towards) == (38, 0)
    assert (of_child.age, of_child.towards, of_child.on) == (8, -1, days_ago(2))


def test_school_is_asked_after_by_age_and_season() -> None:
    her = folder(persons=[child()], dates=[born(2016, 6, 1, 2)])

    (topic,) = openers(her, TODAY, ())

    assert (topic.school, topic.age) == (SchoolTime.MID_TERM, 10)
