"""The must-have three, and the balance of points."""

import datetime as dt

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.must_have import must_have
from crm_desktop.domain.points import Balance, balance
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Person,
    PointsEntry,
    PointsKind,
    Relation,
)

TODAY = dt.date(2026, 11, 22)
HUSBAND = Person(id=1, relation=Relation.HUSBAND)
CHILD = Person(id=2, relation=Relation.CHILD)
SECOND_CHILD = Person(id=3, relation=Relation.CHILD)
OWN, HIS, CHILDS = ClientDate(), ClientDate(person_id=1), ClientDate(person_id=2)
ENDED = ClientDate(person_id=1, is_ended=True)
E, R = PointsKind.EARNED, PointsKind.REDEEMED


@pytest.mark.parametrize(
    ("persons", "dates", "count", "told"),
    [
        ((), (), None, [("own", False, None), ("spouse", False, None)]),
        ((), (OWN,), 0, [("own", True, None), ("spouse", False, None)]),
        ((), (), 1, [("own", False, None), ("spouse", False, None), ("child", False, None)]),
        ((HUSBAND,), (OWN, HIS), None, [("own", True, None), ("spouse", True, None)]),
        ((HUSBAND,), (OWN,), None, [("own", True, None), ("spouse", False, 1)]),
        ((HUSBAND,), (OWN, ENDED), None, [("own", True, None)]),
        (
            (HUSBAND, CHILD),
            (OWN, HIS, CHILDS),
            None,
            [("own", True, None), ("spouse", True, None), ("child", True, None)],
        ),
        (
            (HUSBAND, CHILD),
            (OWN, HIS, CHILDS),
            2,
            [("own", True, None), ("spouse", True, None), ("child", False, None)],
        ),
        (
            (HUSBAND, CHILD, SECOND_CHILD),
            (OWN, HIS, CHILDS),
            None,
            [("own", True, None), ("spouse", True, None), ("child", False, 3)],
        ),
    ],
)
def test_the_must_have_three_are_those_that_apply(
    persons: tuple[Person, ...],
    dates: tuple[ClientDate, ...],
    count: int | None,
    told: list[tuple[str, bool, int | None]],
) -> None:
    folder = ClientFolder(client=Client(children_count=count), persons=persons, dates=dates)

    marks = must_have(folder)

    assert [(mark.which.value, mark.is_known, mark.person_id) for mark in marks] == told


def entry(id_: int, kind: PointsKind, points: int, on: int, until: int = 0) -> PointsEntry:
    """Return an entry; days are counted from 2026-01-01, 0 is never."""
    start = dt.date(2026, 1, 1)
    expires = start + dt.timedelta(days=until) if until else None
    day = start + dt.timedelta(days=on)
    return PointsEntry(id=id_, kind=kind, points=points, on=day, expires_on=expires)


SOON = dt.date(2026, 1, 1) + dt.timedelta(days=350)
LATER = dt.date(2026, 1, 1) + dt.timedelta(days=400)


@pytest.mark.parametrize(
    ("entries", "left"),
    [
        ([], Balance()),
        ([entry(1, E, 500, 1)], Balance(left=500)),
        (
            [entry(1, E, 500, 1, 350), entry(2, E, 300, 2, 400)],
            Balance(left=800, expiring=500, expires_on=SOON),
        ),
        (
            [entry(1, E, 500, 1, 350), entry(2, E, 300, 2, 400), entry(3, R, 500, 3)],
            Balance(left=300, expiring=300, expires_on=LATER),
        ),
        ([entry(1, E, 500, 1, 100)], Balance()),
        (
            [entry(1, E, 500, 1, 100), entry(2, E, 300, 2, 400), entry(3, R, 200, 200)],
            Balance(left=100, expiring=100, expires_on=LATER),
        ),
        ([entry(1, E, 100, 1), entry(2, R, 900, 2)], Balance(left=0)),
    ],
)
def test_points_go_by_the_lots_that_expire_first(entries: list[PointsEntry], left: Balance) -> None:
    assert balance(entries, TODAY) == left


def test_what_names_its_lot_draws_on_it() -> None:
    taken = PointsEntry(id=3, kind=R, points=300, on=TODAY, lot_id=2)
    entries = [entry(1, E, 500, 1, 350), entry(2, E, 300, 2, 400), taken]

    assert balance(entries, TODAY) == Balance(left=500, expiring=500, expires_on=SOON)
