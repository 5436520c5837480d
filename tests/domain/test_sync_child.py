"""Rows of child sheets that came back: what each comes to, and what is refused for which cell."""

import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Client,
    ClientDate,
    CompletedProject,
    DateKind,
    Deposit,
    DepositState,
    Gift,
    GiftState,
    LeadState,
    Package,
    Person,
    PotentialProject,
    Preference,
    Relation,
    Visit,
    VisitType,
)
from crm_desktop.domain.returned import GiftDay, LineKind, NamedDay
from crm_desktop.domain.sync_child import current_part, same_fact
from crm_desktop.domain.sync_child_days import KIND_WORDS
from crm_desktop.domain.sync_child_family import HERSELF, RELATION_WORDS
from crm_desktop.excel import words
from tests.domain.child_rows import (
    NOBODY,
    RICH,
    TODAY,
    clearing,
    edits,
    refusals,
    removing,
    rows,
    setting,
)

MARCH = dt.date(2026, 3, 1)
MAY = dt.date(2026, 5, 1)
TOMORROW = TODAY + dt.timedelta(days=1)
K = BillKind


def test_the_words_of_the_workbook_are_those_it_is_read_by() -> None:
    assert dict(KIND_WORDS) == dict(words.DATE_KIND)
    assert {of: known[0] for of, known in RELATION_WORDS.items()} == dict(words.RELATION)
    assert words.HERSELF in HERSELF


def test_a_birthday_keeps_its_policy_and_place_and_a_cleared_one_is_succeeded() -> None:
    base = replace(
        NOBODY,
        persons=(Person(id=1, client_id=1, relation=Relation.CHILD),),
        dates=(
            ClientDate(id=1, client_id=1, person_id=1, month=3, day=3, policy="x", lead_days=9),
            ClientDate(
                id=2, client_id=1, person_id=1, month=4, day=4, is_main=False, origin="身份证"
            ),
        ),
    )
    lunar = DatedFact(calendar=Calendar.LUNAR, year=2018, month=1, day=8)

    moved = edits(base, setting("person", "p1", birthday=lunar))
    cleared = edits(base, clearing("person", "p1", "birthday"))

    assert moved.changed == (
        replace(base.dates[0], calendar=Calendar.LUNAR, year=2018, month=1, day=8),
    )
    assert cleared.removed == (base.dates[0],)
    assert cleared.changed == (replace(base.dates[1], is_main=True),)


def test_days_and_likes_that_stay_keep_their_records() -> None:
    days = (
        NamedDay(label="开学", fact=DatedFact(calendar=Calendar.SOLAR, month=9, day=2)),
        NamedDay(label="毕业", fact=DatedFact(calendar=Calendar.SOLAR, month=6, day=30)),
    )

    done = edits(
        RICH, setting("person", "p2", other_dates=days, likes=("积木", "恐龙", "画画"), taboos=())
    )

    assert [(type(each), each.id) for each in done.changed] == [(ClientDate, 7)]
    new = {(type(each), getattr(each, "label", getattr(each, "text", ""))) for each in done.new}
    assert new == {(ClientDate, "毕业"), (Preference, "画画")}
    assert {(type(each), each.id) for each in done.removed} == {(ClientDate, 8), (Preference, 7)}
    assert all(each.id == 0 for each in done.new)


def test_a_second_birthday_written_in_stands_behind_the_first() -> None:
    said = (NamedDay(label="生日", fact=DatedFact(calendar=Calendar.LUNAR, month=3, day=3)),)

    done = edits(RICH, setting("person", "p1", other_dates=said))

    assert [(each.kind, each.is_main) for each in done.new if isinstance(each, ClientDate)] == [
        (DateKind.BIRTHDAY, False)
    ]


def test_a_person_taken_out_goes_with_days_likes_and_gifts() -> None:
    done = edits(RICH, removing("person", "p2"))

    assert {(type(each), each.id) for each in done.removed} == {
        (Person, 2),
        (ClientDate, 6),
        (ClientDate, 7),
        (ClientDate, 8),
        (Preference, 7),
        (Preference, 8),
        (Preference, 9),
        (Gift, 3),
    }


CALLED = [
    ("本人", (None,)),
    ("", (None,)),
    ("老公", (1,)),
    ("赵建国", (1,)),
    ("丈夫", (1,)),
    ("大宝", (2,)),
    ("孩子", (2,)),
    ("朋友", None),
]


@pytest.mark.parametrize(("called", "person"), CALLED)
def test_a_gift_finds_the_one_it_is_for(called: str, person: tuple[int | None] | None) -> None:
    done = edits(RICH, setting("gift", "", recipient=called, item="茶"))

    found = [(each.person_id,) for each in done.new if isinstance(each, Gift)]
    assert found == ([] if person is None else [person])


def test_a_relation_two_people_have_means_nobody_unless_one_has_no_name() -> None:
    twins = tuple(
        Person(id=number, client_id=1, relation=Relation.CHILD, nickname=called)
        for number, called in ((1, "大宝"), (2, "二宝"), (3, ""))
    )
    gift = setting("gift", "", recipient="孩子", item="书")

    named = edits(replace(NOBODY, persons=twins[:2]), gift)
    with_unnamed = edits(replace(NOBODY, persons=twins), gift)

    assert refusals(named) == [("gift.recipient", "person_unknown")]
    assert [each.person_id for each in with_unnamed.new if isinstance(each, Gift)] == [3]


def test_a_gift_may_be_for_somebody_of_a_row_further_down() -> None:
    done = edits(
        NOBODY,
        setting("gift", "", recipient="小宝", item="书", on=GiftDay(on=MARCH)),
        setting("person", "", relation=Relation.CHILD, nickname="小宝"),
    )

    gift = next(each for each in done.new if isinstance(each, Gift))
    assert gift.person_id == 1001
    assert gift.state is GiftState.GIVEN
    assert [each.part for each in done.rows] == ["g1001", "p1001"]


def test_a_visit_moved_takes_its_lines_and_what_they_did_along() -> None:
    done = edits(RICH, setting("visit", "v1/b2", on=MAY, doctor="陈医生"))

    visits = {each.id: each.on for each in done.folder.visits}
    bills = {each.id: each.on for each in done.folder.bills}
    days = {each.id: each.on for each in done.folder.completed}
    assert (visits[1], bills[1], bills[2], days[2]) == (MAY, MAY, MAY, MAY)


def test_another_doctor_of_the_visit_is_the_doctor_of_what_was_done() -> None:
    done = edits(RICH, setting("visit", "v1/b1", doctor="林医生"))

    assert {each.id: each.doctor for each in done.folder.completed} == {1: "", 2: "林医生"}


def test_two_rows_that_move_one_visit_to_two_days_are_not_both_taken() -> None:
    done = edits(
        RICH, setting("visit", "v1/b1", on=MAY), setting("visit", "v1/b2", on=dt.date(2026, 6, 1))
    )

    assert refusals(done) == [("visit.on", "said_otherwise")]
    assert {each.on for each in done.folder.visits if each.id == 1} == {MAY}


def test_lines_written_in_for_one_day_share_its_visit_and_make_what_they_sell() -> None:
    done = edits(
        NOBODY,
        setting("visit", "", on=MARCH, project="水光", paid=9_000),
        setting("visit", "", on=MARCH, type=VisitType.FIRST, doctor="陈", project="皮秒", paid=100),
        setting("visit", "", on=MARCH, project="热玛吉", paid=50, bill_kind=K.DEPOSIT),
        setting("project", "", kind=LineKind.DONE, project="皮秒", times=1, on=MARCH, notes="好"),
        setting("project", "", kind=LineKind.DONE, project="双眼皮", times=1),
    )

    assert [each.part for each in done.rows][:2] == ["b1001", "v1001/b1002"]
    assert len(done.folder.visits) == 1
    done_projects = {each.project: (each.doctor, each.notes) for each in done.folder.completed}
    assert done_projects == {"水光": ("", ""), "皮秒": ("陈", "好"), "双眼皮": ("", "")}
    assert [(each.project, each.amount) for each in done.folder.deposits] == [("热玛吉", 50)]
    assert [each.lead_state for each in done.changed if isinstance(each, Client)] == [
        LeadState.SOLD
    ]


def test_a_session_finds_the_package_and_the_stored_value_of_rows_further_down() -> None:
    package = Package(id=1, client_id=1, project="光子", bought=1)
    base = replace(NOBODY, packages=(package,))

    done = edits(
        base,
        setting("visit", "", on=MAY, project="水光", paid=500, bill_kind=K.FROM_STORED_VALUE),
        setting("visit", "", on=MARCH, project="光子", bill_kind=K.SESSION),
        setting("visit", "", on=MAY, paid=500, bill_kind=K.STORED_VALUE),
    )

    assert refusals(done) == []
    assert replace(package, used=1) in done.changed


def test_a_session_too_many_is_refused_as_in_the_window() -> None:
    base = replace(NOBODY, packages=(Package(id=1, client_id=1, project="光子", used=1),))

    done = edits(base, setting("visit", "", on=MARCH, project="光子", bill_kind=K.SESSION))

    assert refusals(done) == [("visit.bill_kind", "no_session_left")]
    assert done.new == ()


def test_what_is_refused_as_things_stand_is_tried_again_after_the_rest() -> None:
    bought = edits(
        NOBODY,
        setting("visit", "", on=MARCH, paid=500, bill_kind=K.STORED_VALUE),
        setting("visit", "", on=MAY, paid=500, project="水光", bill_kind=K.FROM_STORED_VALUE),
    )

    both = edits(bought.folder, removing("visit", "b1001"), removing("visit", "b1002"))
    first = edits(bought.folder, removing("visit", "b1001"))

    assert refusals(both) == []
    assert both.folder.bills == ()
    assert refusals(first) == [(None, "stored_value_overdrawn")]
    assert first.rows[0].part == "b1001"
    assert (first.changed, first.removed) == ((), ())


def test_a_line_taken_out_takes_back_what_it_made_and_reopens_the_wish() -> None:
    wish = PotentialProject(id=1, client_id=1, project="皮秒")
    sold = edits(
        replace(NOBODY, potential=(wish,)),
        setting("visit", "", on=MARCH, type=VisitType.FIRST, project="皮秒", paid=100),
    )
    assert sold.folder.potential == (replace(wish, closed_on=MARCH),)

    back = edits(sold.folder, removing("visit", "v1001/b1001"))

    assert (back.folder.visits, back.folder.bills, back.folder.completed) == ((), (), ())
    assert back.folder.potential == (wish,)
    assert {type(each) for each in back.removed} == {Visit, Bill, CompletedProject}


def test_a_visit_of_two_lines_goes_with_the_second() -> None:
    one = edits(RICH, removing("visit", "v1/b1"))
    both = edits(RICH, removing("visit", "v1/b1"), removing("visit", "v1/b2"))

    assert {each.id for each in one.folder.visits} == {1, 2, 3}
    assert rows(one.folder, "visit")["v1/b2"]["visit.notes"] == "聊了抗衰"
    assert {each.id for each in both.folder.visits} == {2, 3}


def test_a_refund_written_with_a_minus_is_the_amount_given_back() -> None:
    done = edits(NOBODY, setting("visit", "", on=MARCH, bill_kind=K.REFUND, project="脱", paid=-5))

    assert [each.paid for each in done.new if isinstance(each, Bill)] == [5]


def test_a_line_without_a_visit_gets_one_where_the_row_says_what_only_a_visit_has() -> None:
    done = edits(RICH, setting("visit", "b3", type=VisitType.DISPUTE, notes="要求退"))

    assert done.rows[0].part == "v1001/b3"
    assert [each.on for each in done.new if isinstance(each, Visit)] == [dt.date(2026, 11, 20)]
    assert current_part(done.folder, "visit", "b3") == "v1001/b3"


def test_more_notes_on_the_second_row_of_a_visit_join_its_notes() -> None:
    row = setting("visit", "v1/b2", notes="聊了抗衰\n想约下次", type=VisitType.FIRST)

    done = edits(RICH, row)

    assert next(iter(done.folder.visits)).notes == "聊了抗衰\n想约下次"
    assert edits(done.folder, row).changed == ()


def test_what_is_cleared_of_a_visit_that_is_not_there_makes_none() -> None:
    done = edits(RICH, clearing("visit", "b3", "doctor", "notes"))
    bare = edits(RICH, clearing("visit", "v2", "project", "paid"))

    assert (done.new, done.changed) == ((), ())
    assert (bare.new, bare.changed) == ((), ())


def test_a_package_or_deposit_taken_out_lets_go_of_the_lines_that_drew_on_it() -> None:
    base = replace(
        NOBODY,
        packages=(Package(id=1, client_id=1, project="光子", used=1),),
        deposits=(Deposit(id=1, client_id=1, amount=50, state=DepositState.CONVERTED),),
        bills=(
            Bill(id=1, client_id=1, on=MARCH, kind=K.SESSION, package_id=1),
            Bill(id=2, client_id=1, on=MARCH, kind=K.FROM_DEPOSIT, paid=50, deposit_id=1),
        ),
    )

    done = edits(base, removing("project", "k1"), removing("project", "d1"))

    assert [(each.package_id, each.deposit_id) for each in done.folder.bills] == [(None, None)] * 2
    assert {type(each) for each in done.removed} == {Package, Deposit}


def test_a_row_gone_already_is_taken_out_without_a_word() -> None:
    done = edits(RICH, removing("gift", "g99"), removing("visit", "v99"), removing("person", "x"))

    assert refusals(done) == []
    assert done.removed == ()


PARTS = [
    ("visit", "v1", "v1/b1"),
    ("visit", "v1/b2", "v1/b2"),
    ("visit", "v9/b2", "v1/b2"),
    ("visit", "v1/b99", None),
    ("visit", "v2", "v2"),
    ("visit", "b3", "b3"),
    ("person", "p1", "p1"),
    ("person", "g1", None),
    ("gift", "g3", "g3"),
    ("project", "k2", "k2"),
    ("project", "x1", None),
    ("follow_up", "x1", "x1"),
    ("follow_up", "", None),
]


@pytest.mark.parametrize(("table", "part", "now"), PARTS)
def test_a_row_of_an_earlier_workbook_is_found_where_it_is_now(
    table: str, part: str, now: str | None
) -> None:
    assert current_part(RICH, table, part) == now


def test_of_equal_rows_written_in_each_meets_one_of_ours() -> None:
    twice = setting("gift", "", item="花", cost=100, on=GiftDay(on=MARCH))
    done = edits(NOBODY, twice, twice)

    first = same_fact(done.folder, "gift", twice.values, ())
    second = same_fact(done.folder, "gift", twice.values, ("g1001",))
    third = same_fact(done.folder, "gift", twice.values, ("g1001", "g1002"))

    assert (first, second, third) == ("g1001", "g1002", None)
