"""Tact: in front of whom nothing is said, what is not spoken of, and when nothing is sold."""

from dataclasses import replace

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    ComplaintState,
    CompletedProject,
    Knows,
    Tag,
    Visit,
)
from crm_desktop.domain.tact import Hush, cautions, is_about_talk, no_selling
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

LOST = "说父亲上周去世了，心情不好。下周再约"


def bill(ago: int, project: str = "水光针", **facts: object) -> Bill:
    return replace(Bill(on=days_ago(ago), project=project, paid=1), **facts)  # type: ignore[arg-type] # fields of a bill


@pytest.mark.parametrize(
    ("her", "kinds"),
    [
        pytest.param(folder(), [], id="nothing is known"),
        pytest.param(folder(persons=[child(), husband()]), [], id="both know"),
        (folder(persons=[husband(Knows.NO), child()]), [Hush.UNAWARE]),
        (
            folder(persons=[child(knows=Knows.UNKNOWN), husband(Knows.NO)]),
            [Hush.UNAWARE, Hush.PERHAPS_UNAWARE],
        ),
        (folder(complaints=[complaint()]), [Hush.COMPLAINT]),
        (folder(complaints=[complaint(state=ComplaintState.IN_HAND)]), [Hush.COMPLAINT]),
        (folder(complaints=[complaint(state=ComplaintState.CLOSED)]), []),
        (folder(contacts=[talk(100, LOST)]), [Hush.MOURNING]),
        pytest.param(folder(contacts=[talk(101, LOST)]), [], id="after a hundred days"),
        (folder(visits=[Visit(on=days_ago(3), notes=LOST)]), [Hush.MOURNING]),
        (folder(persons=[husband(notes="2019 年病逝")]), [Hush.LOSS]),
        (
            folder(persons=[husband()], dates=[replace(born(1980, 1, 1, 3), is_ended=True)]),
            [Hush.LOSS],
        ),
        (folder(dates=[wedding(2010, 5, 1, ended=True)]), [Hush.PARTING]),
        (folder(dates=[wedding(2010, 5, 1)]), []),
        (folder(contacts=[talk(900, "刚离婚，想换个状态")]), [Hush.PARTING]),
        (folder(tags=[Tag(name="离异")]), [Hush.PARTING]),
        (folder(replace(CLIENT, notes="Her ex-husband lives abroad")), [Hush.PARTING]),
        (folder(bills=[bill(7)]), [Hush.RECOVERY]),
        (folder(bills=[bill(8)]), []),
        (folder(bills=[bill(30, "双眼皮", category="手术")]), [Hush.RECOVERY]),
        (folder(bills=[bill(31, "双眼皮", category="手术")]), []),
        pytest.param(folder(bills=[bill(1, is_treated=False)]), [], id="paid, not treated"),
        pytest.param(folder(bills=[bill(1, sessions=5)]), [], id="a package was bought"),
        pytest.param(folder(bills=[bill(1, kind=BillKind.STORED_VALUE)]), [], id="money put in"),
        (folder(bills=[bill(2, kind=BillKind.SESSION)]), [Hush.RECOVERY]),
        (folder(completed=[CompletedProject(project="光子", on=days_ago(2))]), [Hush.RECOVERY]),
        (folder(completed=[CompletedProject(project="光子")]), []),
        (folder(preferences=[taboo("别提前夫")]), [Hush.TOPIC]),
        (folder(preferences=[taboo("忌菊花")]), []),
    ],
)
def test_each_fact_asks_for_its_own_care(her: ClientFolder, kinds: list[Hush]) -> None:
    assert [each.kind for each in cautions(her, TODAY)] == kinds


@pytest.mark.parametrize(
    ("her", "why"),
    [
        (folder(), None),
        (folder(persons=[husband(Knows.NO)]), None),
        (folder(dates=[wedding(2010, 5, 1, ended=True)]), None),
        (folder(complaints=[complaint()]), Hush.COMPLAINT),
        (folder(contacts=[talk(3, LOST)]), Hush.MOURNING),
        (folder(bills=[bill(1)]), Hush.RECOVERY),
        (folder(bills=[bill(1)], complaints=[complaint()]), Hush.COMPLAINT),
    ],
)
def test_nothing_is_sold_over_a_complaint_in_mourning_and_while_she_recovers(
    her: ClientFolder, why: Hush | None
) -> None:
    assert no_selling(cautions(her, TODAY)) is why


def test_a_caution_quotes_the_sentence_it_comes_from() -> None:
    (mourning,) = cautions(folder(contacts=[talk(3, LOST)]), TODAY)

    assert (mourning.words, mourning.on) == ("说父亲上周去世了，心情不好", days_ago(3))


@pytest.mark.parametrize(
    ("taboo_text", "about_talk"),
    [
        ("别提前夫", True),
        ("不要问年龄", True),
        ("别当面谈价格", True),
        ("不提孩子成绩", True),
        ("do not mention her age", True),
        ("no prices in front of others", True),
        ("忌菊花", False),
        ("不要玫瑰", False),
        ("不吃芒果", False),
        ("别打座机", False),
        ("never the landline", False),
        ("no roses", False),
    ],
)
def test_taboos_of_talk_are_told_from_those_of_things(taboo_text: str, *, about_talk: bool) -> None:
    assert is_about_talk(taboo_text) is about_talk
