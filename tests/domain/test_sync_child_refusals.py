"""Cells of child sheets that cannot be: refused by themselves, as the window refuses them."""

import datetime as dt

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import BillKind, GiftState, PromiseState, Relation, VisitType
from crm_desktop.domain.returned import GiftDay, LineKind, NamedDay
from crm_desktop.domain.sync_child import ChildRow
from tests.domain.child_rows import RICH, TODAY, clearing, edits, refusals, rows, setting

MAY = dt.date(2026, 5, 1)
TOMORROW = TODAY + dt.timedelta(days=1)
K = BillKind

REFUSED: list[tuple[ChildRow, str | None, str]] = [
    (setting("visit", "v1/b1", on=TOMORROW), "visit.on", "future_date"),
    (setting("visit", "b3", on=TOMORROW), "visit.on", "future_date"),
    (setting("visit", "v1/b1", on=dt.date(1899, 1, 1)), "visit.on", "impossible_date"),
    (setting("visit", "v1/b1", paid=-1), "visit.paid", "negative"),
    (setting("visit", "v1/b1", quantity=0), "visit.quantity", "negative"),
    (setting("visit", "v1/b1", satisfaction=6), "visit.satisfaction", "choice_unknown"),
    (setting("visit", "v1/b1", type=Relation.CHILD), "visit.type", "choice_unknown"),
    (setting("visit", "v1/b1", paid="很多"), "visit.paid", "choice_unknown"),
    (
        setting("visit", "v1/b1", bill_kind=K.FROM_STORED_VALUE),
        "visit.bill_kind",
        "stored_value_overdrawn",
    ),
    (setting("visit", "v1/b2", doctor="别人"), "visit.doctor", "said_otherwise"),
    (clearing("visit", "v1/b1", "on"), "visit.on", "value_needed"),
    (clearing("visit", "v1/b1", "bill_kind"), "visit.bill_kind", "value_needed"),
    (setting("visit", "v99/b99", paid=1), None, "row_gone"),
    (setting("visit", "", project="水光"), "visit.on", "value_needed"),
    (setting("visit", "", on=TOMORROW, project="水光"), "visit.on", "future_date"),
    (setting("visit", "", on=TOMORROW, type=VisitType.CHECK), "visit.on", "future_date"),
    (setting("visit", "", on=MAY, project="水光", paid=-5), "visit.paid", "negative"),
    (setting("visit", "", on=dt.date(1899, 1, 1), paid=5), "visit.on", "impossible_date"),
    (setting("project", "c1", kind=LineKind.WISH), "project.kind", "kind_fixed"),
    (setting("project", "c1", interest=3), "project.interest", "no_such_entry"),
    (setting("project", "c1", on=TOMORROW), "project.on", "future_date"),
    (setting("project", "k1", used=11), "project.used", "count_differs"),
    (setting("project", "k1", times=3), "project.times", "count_differs"),
    (setting("project", "d1", amount=-1), "project.amount", "negative"),
    (setting("project", "d1", state=GiftState.IDEA), "project.state", "choice_unknown"),
    (clearing("project", "w1", "project"), "project.project", "value_needed"),
    (setting("project", "", project="水光"), "project.kind", "value_needed"),
    (setting("project", "", kind=LineKind.WISH, amount=5), "project.project", "value_needed"),
    (setting("project", "", kind=LineKind.CONTACT), "project.kind", "value_needed"),
    (setting("gift", "g1", recipient="婆婆"), "gift.recipient", "person_unknown"),
    (setting("gift", "", recipient="婆婆", item="茶"), "gift.recipient", "person_unknown"),
    (setting("gift", "g1", on=GiftDay(on=TOMORROW)), "gift.on", "future_date"),
    (setting("gift", "", cost=5), "gift.item", "value_needed"),
    (setting("gift", "g1", cost=-5), "gift.cost", "negative"),
    (setting("follow_up", "t1", state=PromiseState.KEPT), "follow_up.state", "no_such_entry"),
    (setting("follow_up", "", kind=LineKind.CONTACT), "follow_up.on", "value_needed"),
    (setting("follow_up", "", kind=LineKind.PROMISE), "follow_up.content", "value_needed"),
    (setting("person", "p1", name="很" * 101), "person.name", "text_too_long"),
    (setting("person", "", occupation="教师"), None, "name_missing"),
    (
        setting("person", "p2", birthday=DatedFact(calendar=Calendar.SOLAR, month=2, day=30)),
        "person.birthday",
        "impossible_date",
    ),
    (
        setting(
            "person", "p2", birthday=DatedFact(calendar=Calendar.SOLAR, year=2027, month=2, day=3)
        ),
        "person.birthday",
        "future_date",
    ),
    (
        setting(
            "person",
            "p2",
            other_dates=(
                NamedDay(label="毕业", fact=DatedFact(calendar=Calendar.SOLAR, month=6, day=30)),
                NamedDay(label="开学", fact=DatedFact(calendar=Calendar.SOLAR, month=2, day=30)),
            ),
        ),
        "person.other_dates",
        "impossible_date",
    ),
    (clearing("person", "p1", "relation"), "person.relation", "value_needed"),
]


@pytest.mark.parametrize(("row", "field", "code"), REFUSED)
def test_what_cannot_be_is_refused_for_its_cell_and_changes_nothing(
    row: ChildRow, field: str | None, code: str
) -> None:
    done = edits(RICH, row)

    assert refusals(done) == [(field, code)]
    assert (done.new, done.changed, done.removed) == ((), (), ())


def test_a_refused_cell_leaves_the_others_of_its_row() -> None:
    done = edits(RICH, setting("visit", "v1/b1", paid=-1, project="新项目", doctor="林医生"))

    assert refusals(done) == [("visit.paid", "negative")]
    assert rows(done.folder, "visit")["v1/b1"]["visit.project"] == "新项目"
    assert rows(done.folder, "visit")["v1/b1"]["visit.doctor"] == "林医生"
