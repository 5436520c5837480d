from collections.abc import Iterable

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.matching import Grounds, Identities, Identity, Match


def _day(month: int, day: int, year: int | None = None) -> DatedFact:
    return DatedFact(calendar=Calendar.SOLAR, year=year, month=month, day=day)


def _lunar(month: int, day: int, year: int | None = None) -> DatedFact:
    return DatedFact(calendar=Calendar.LUNAR, year=year, month=month, day=day)


def _who(
    names: str,
    phones: Iterable[str] = (),
    birthday: DatedFact | None = None,
    *,
    masked: str = "",
    handles: Iterable[str] = (),
) -> Identity:
    return Identity(
        names=tuple(names.split("/")),
        phones=tuple(phones),
        masked_phone=masked,
        birthday=birthday,
        handles=tuple(handles),
    )


def _card(name: str, number: str) -> Identity:
    return Identity(names=(name,), keys=(f"card:clinic:{number}",))


def _carried(name: str, phones: Iterable[str], number: str) -> Identity:
    return Identity(names=(name,), phones=tuple(phones), keys=(f"card:clinic:{number}",))


_A = "13800000001"
_B = "13911112222"
_C = "13733334444"
_CLOSE = "13800000007"


@pytest.mark.parametrize(
    ("known", "sought", "grounds"),
    [
        (_card("林晚", "7"), _card("别人", "7"), Grounds.KEY),
        (_who("林晚", [_A]), _who("林 晚", [_A]), Grounds.PHONE_AND_NAME),
        (_who("林晚/晚姐", [_A]), _who("晚姐", [_A]), Grounds.PHONE_AND_NAME),
        (_who("林晚", [_A]), _who("林晚", masked="138****0001"), Grounds.PHONE_AND_NAME),
        (
            _who("林晚", [_A], _day(3, 2, 1985)),
            _who("林婉清", [_A], _day(3, 2, 1985)),
            Grounds.PHONE_AND_BIRTHDAY,
        ),
        (_who("林雨桐", [_A]), _who("林雨彤", [_A]), Grounds.PHONE_AND_SIMILAR_NAME),
        (_who("林晚清", [_A]), _who("晚清姐", [_A]), Grounds.PHONE_AND_SIMILAR_NAME),
        (_who("林晚", handles=["w:abc"]), _who("林晚", handles=["w:abc"]), Grounds.NAME_AND_HANDLE),
        (
            _who("林晚", [_A], _day(3, 2, 1985)),
            _who("林晚", [_B], _day(3, 2, 1985)),
            Grounds.NAME_AND_BIRTHDAY,
        ),
        (
            _who("林晚", [_A], _lunar(8, 15, 1990)),
            _who("林晚", [_B], _day(10, 3, 1990)),
            Grounds.NAME_AND_BIRTHDAY,
        ),
        (_who("林晚", [], _day(3, 2)), _who("林晚", [_A], _day(3, 2)), Grounds.NAME_AND_BIRTHDAY),
        (_who("林晚", [_A]), _who("林晚", [_CLOSE]), Grounds.NAME_AND_CLOSE_PHONE),
        (_who("林晚", [_A]), _who("林晚", [_A[:-1]]), Grounds.NAME_AND_CLOSE_PHONE),
        (_who("林晚"), _who("林晚"), Grounds.NAME_ALONE_ON_BOTH),
    ],
)
def test_one_client_is_meant(known: Identity, sought: Identity, grounds: Grounds) -> None:
    identities = Identities()
    identities.add(7, known)

    assert identities.find(sought) == Match(grounds=grounds, client_id=7)


@pytest.mark.parametrize(
    ("known", "sought", "grounds"),
    [
        (_who("林晚", [_A]), _who("周桐", [_A]), Grounds.PHONE_ONLY),
        (_who("林晚", [_A]), _who("林早", [_A]), Grounds.PHONE_ONLY),
        (
            _who("林雨桐", [_A], _day(3, 2, 1985)),
            _who("林雨彤", [_A], _day(9, 9, 2010)),
            Grounds.PHONE_ONLY,
        ),
        (_who("林晚", [_A]), _who("林晚"), Grounds.NAME_ONLY),
        (_who("林晚"), _who("林晚", [_A]), Grounds.NAME_ONLY),
        (_who("林晚", [_A], _day(3, 2)), _who("林晚", [_B], _day(3, 2)), Grounds.NAME_ONLY),
        (
            _who("林晚", [_A], _day(3, 2, 1985)),
            _who("林晚", [_CLOSE], _day(9, 9, 1960)),
            Grounds.NAME_ONLY,
        ),
    ],
)
def test_a_person_must_decide(known: Identity, sought: Identity, grounds: Grounds) -> None:
    identities = Identities()
    identities.add(7, known)

    assert identities.find(sought) == Match(grounds=grounds, candidates=(7,))


@pytest.mark.parametrize(
    ("known", "sought"),
    [
        (_who("林晚", [_A]), _who("周桐", [_B])),
        (_who("林晚", [_A]), _who("林晚", [_B])),
        (_who("林晚", [_A], _day(3, 2)), _who("林晚", [], _day(9, 9))),
        (_who("林晚", [_A]), _who("林晚", masked="139****2222")),
        (_who("林晚", handles=["w:abc"]), _who("林晚", handles=["w:xyz"])),
        (_who("林晚", [], _day(3, 2)), _who("周桐", [], _day(3, 2))),
    ],
)
def test_two_people_are_two_people(known: Identity, sought: Identity) -> None:
    identities = Identities()
    identities.add(7, known)

    assert identities.find(sought) == Match()


@pytest.mark.parametrize(
    ("sought", "expected"),
    [
        (_carried("林晚", [_A], "7"), Match(grounds=Grounds.KEY, client_id=1)),
        (_carried("林婉", [_A], "7"), Match(grounds=Grounds.KEY, client_id=1)),
        (_carried("林晚", [_C], "7"), Match(grounds=Grounds.KEY, client_id=1)),
        (_carried("何青", [_CLOSE], "7"), Match(grounds=Grounds.KEY, client_id=1)),
        (_carried("何青", [], "7"), Match(grounds=Grounds.KEY, client_id=1)),
        (_carried("何青", [_C], "7"), Match(grounds=Grounds.CARD_ONLY, candidates=(1,))),
        (_carried("周桐", [_B], "7"), Match(grounds=Grounds.CARD_ONLY, candidates=(2, 1))),
        (_carried("周桐", [], "7"), Match(grounds=Grounds.CARD_ONLY, candidates=(2, 1))),
        (_carried("周桐", [_B], "9"), Match(grounds=Grounds.PHONE_AND_NAME, client_id=2)),
    ],
)
def test_a_card_that_was_given_to_somebody_else_is_a_question(
    sought: Identity, expected: Match
) -> None:
    identities = Identities()
    identities.add(1, _carried("林晚", [_A], "7"))
    identities.add(2, _carried("周桐", [_B], "8"))

    assert identities.find(sought) == expected


def test_of_two_who_had_a_card_the_one_it_says_is_meant() -> None:
    identities = Identities()
    identities.add(1, _carried("林晚", [_A], "7"))
    identities.add(2, _carried("周桐", [_B], "7"))

    for client_id, sought in (
        (1, _carried("林晚", [], "7")),
        (2, _carried("周桐", [], "7")),
        (2, _carried("周桐", [_B], "7")),
        (1, _carried("", [], "7")),
    ):
        assert identities.find(sought) == Match(grounds=Grounds.KEY, client_id=client_id)


def test_two_clients_on_the_same_grounds_are_a_question() -> None:
    identities = Identities()
    identities.add(7, _who("林晚", [_A]))
    identities.add(8, _who("林晚", [_A]))

    assert identities.find(_who("林晚", [_A])) == Match(grounds=Grounds.SEVERAL, candidates=(7, 8))


def test_the_strongest_grounds_win() -> None:
    identities = Identities()
    identities.add(7, _who("林晚", [_B], _day(3, 2, 1985)))
    identities.add(8, _who("林晚", [_A]))
    identities.add(9, _who("周桐", [_A]))

    assert identities.find(_who("林晚", [_A], _day(3, 2, 1985))).client_id == 8


def test_what_rows_say_later_is_known_from_then_on() -> None:
    identities = Identities()
    identities.add(7, _who("林晚", [_A]))

    identities.add(7, _who("林晚/晚晚", [_B]))

    assert identities.find(_who("晚晚", [_B])).client_id == 7
    assert identities.named("林晚") == (7,)
