import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.drafts import (
    CellProblem,
    ChildDraft,
    ClientDraft,
    CompletedDraft,
    Field,
    PartnerDraft,
)
from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Outcome,
)
from crm_desktop.domain.importing import KnownBook, plan
from crm_desktop.domain.matching import Grounds, Identities
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    ClinicCard,
    CompletedProject,
    FactSource,
    Gift,
    Person,
    Phone,
    PotentialProject,
    Preference,
    Relation,
    Sex,
    Tag,
    Tier,
)
from tests.domain.import_rows import (
    FULL,
    NOW,
    OPTIONS,
    A,
    ARow,
    B,
    applied,
    book_of,
    day,
    edited,
    of_kind,
    planned,
    rows_of,
)


def test_a_new_client_comes_in_with_all_she_is_told_of() -> None:
    made = planned(rows_of(FULL), options=replace(OPTIONS, mark_big=True))

    (client,) = of_kind(made.new, Client)
    assert isinstance(client, Client)
    assert (client.id, client.name, client.tier, client.vip, client.marked_big) == (
        1, "林晚", Tier.B, True, True,
    )  # fmt: skip
    assert client.created_at == NOW
    assert len(of_kind(made.new, Person)) == 3
    assert len(of_kind(made.new, ClientDate)) == 5
    assert [len(of_kind(made.new, kind)) for kind in (Phone, ClinicCard, Preference, Tag)] == [
        2, 1, 4, 2,
    ]  # fmt: skip
    assert len(of_kind(made.new, CompletedProject)) == 2
    assert len(of_kind(made.new, PotentialProject)) == 1
    assert len(of_kind(made.new, Gift)) == 3
    assert made.counts[Outcome.NEW] == made.total == 1
    assert made.rows[0].differences == ()


def test_new_facts_say_where_and_when_they_were_learnt() -> None:
    made = planned(rows_of(FULL))

    facts = [fact for fact in made.new if isinstance(fact, Person | ClientDate | Preference)]
    assert {(fact.learnt_on, fact.learnt_from) for fact in facts} == {
        (dt.date(2026, 11, 22), "名单.xlsx")
    }


def test_children_and_husband_are_people_with_days_of_their_own() -> None:
    made = planned(rows_of(FULL))

    people = {
        (fact.relation, fact.nickname or fact.name, fact.sex): fact.id
        for fact in made.new
        if isinstance(fact, Person)
    }
    days = {fact.person_id: fact.fact for fact in made.new if isinstance(fact, ClientDate)}
    assert days[people[Relation.CHILD, "大宝", None]] == day(6, 1, 2015)
    assert days[people[Relation.CHILD, "女儿", Sex.FEMALE]] == day(9, 3)
    assert days[people[Relation.HUSBAND, "周舟", None]] == day(1, 9)


def test_the_day_of_a_gift_is_kept_as_far_as_it_is_known() -> None:
    made = planned(rows_of(FULL))

    gifts = [fact for fact in made.new if isinstance(fact, Gift)]
    assert [(gift.item, gift.on, gift.month_only, gift.cost) for gift in gifts] == [
        ("百合花束", dt.date(2025, 3, 1), True, 16_800),
        ("蛋糕", dt.date(2024, 7, 2), False, None),
        ("手链", None, False, None),
    ]


@pytest.mark.parametrize("accept", list(Accept))
def test_the_same_list_again_changes_nothing(accept: Accept) -> None:
    options = replace(OPTIONS, accept=accept)
    book = book_of()

    again = planned(rows_of(FULL), book, options)

    assert again.writes_nothing
    assert [row.outcome for row in again.rows] == [Outcome.SAME]


def test_a_blank_never_clears() -> None:
    again = planned(rows_of(ClientDraft(name="林晚", phones=(A,))), book_of())

    assert again.writes_nothing
    assert again.rows[0].outcome is Outcome.SAME


def test_blanks_of_ours_are_filled_and_say_from_where() -> None:
    book = book_of(ClientDraft(name="林晚", phones=(A,)))

    again = planned(rows_of(FULL), book)

    assert again.rows[0].outcome is Outcome.UPDATED
    assert of_kind(again.new, Client) == []
    (client,) = of_kind(again.changed, Client)
    assert isinstance(client, Client)
    assert (client.occupation, client.updated_at) == ("会计", NOW)
    sources = {fact.field for fact in again.new if isinstance(fact, FactSource)}
    assert {"occupation", "wechat", "first_contact_on", "vip"} <= sources
    assert {d.decision for d in again.rows[0].differences} == {Decision.FILLED, Decision.ADDED}


_SCALARS: list[tuple[str, object]] = [
    ("occupation", "医生"),
    ("income", 1),
    ("address", "别处"),
    ("sex", Sex.MALE),
    ("children_count", 3),
    ("visits_stated", 9),
    ("tier", Tier.A),
    ("first_contact_on", dt.date(2021, 1, 5)),
    ("personality", "慢热"),
    ("birthday", day(3, 3, 1985)),
    ("wedding", day(5, 21, 2010)),
    ("husband", PartnerDraft(name="吴越")),
    ("husband", PartnerDraft(birthday=day(1, 10))),
    ("husband", PartnerDraft(income=7)),
    ("children", (ChildDraft(label="大宝", birthday=day(6, 2, 2015)),)),
    ("completed", (CompletedDraft(project="水光针", times=4),)),
    ("card_number", "C008"),
]


@pytest.mark.parametrize(("name", "value"), _SCALARS)
def test_where_both_speak_hers_stays_and_is_listed(name: str, value: object) -> None:
    row = edited(name, value)

    again = planned(rows_of(row), book_of())

    assert again.writes_nothing
    assert again.rows[0].outcome is Outcome.CONFLICT
    assert len(again.open_conflicts) == 1


@pytest.mark.parametrize(("name", "value"), _SCALARS)
def test_theirs_is_taken_when_asked_for_and_then_it_is_settled(name: str, value: object) -> None:
    row = edited(name, value)
    options = replace(OPTIONS, accept=Accept.THEIRS)
    book = book_of()

    taken = planned(rows_of(row), book, options)
    settled = planned(rows_of(row), applied(taken, book))

    assert taken.rows[0].outcome is Outcome.UPDATED
    assert not taken.writes_nothing
    assert taken.open_conflicts == ()
    assert settled.writes_nothing
    assert settled.rows[0].outcome is Outcome.SAME


def test_one_difference_can_be_decided_by_itself() -> None:
    edited = replace(FULL, occupation="医生", address="别处")
    options = replace(OPTIONS, decided={("大客户", 3, Field.ADDRESS): Accept.THEIRS})

    made = planned(rows_of(edited), book_of(), options)

    (client,) = of_kind(made.changed, Client)
    assert isinstance(client, Client)
    assert (client.address, client.occupation) == ("别处", "会计")
    assert [difference.field for difference in made.open_conflicts] == [Field.OCCUPATION]


@pytest.mark.parametrize(
    ("side", "outcome"), [(Accept.MINE, Outcome.SAME), (Accept.THEIRS, Outcome.UPDATED)]
)
def test_a_row_that_is_decided_is_no_longer_asked(side: Accept, outcome: Outcome) -> None:
    edited = replace(FULL, address="别处")
    options = replace(OPTIONS, decided={("大客户", 3, Field.ADDRESS): side})

    assert planned(rows_of(edited), book_of(), options).rows[0].outcome is outcome


def test_a_second_row_for_a_person_of_the_file_is_matched_not_added() -> None:
    rows = rows_of(
        FULL,
        ClientDraft(name="林晚", phones=(A,)),
        ClientDraft(name="林晚", phones=(A,), dialect="粤语"),
        ClientDraft(name="林晚", phones=(A,), occupation="医生"),
    )

    made = planned(rows, options=replace(OPTIONS, accept=Accept.THEIRS))

    assert [row.outcome for row in made.rows] == [
        Outcome.NEW, Outcome.SAME, Outcome.UPDATED, Outcome.CONFLICT,
    ]  # fmt: skip
    (client,) = of_kind(made.new, Client)
    assert isinstance(client, Client)
    assert (client.dialect, client.occupation) == ("粤语", "会计")


def test_rows_that_contradict_each_other_change_nothing_the_second_time() -> None:
    rows = rows_of(FULL, ClientDraft(name="林晚", phones=(A,), occupation="医生"))
    options = replace(OPTIONS, accept=Accept.THEIRS)

    again = planned(rows, applied(planned(rows, options=options)), options)

    assert again.writes_nothing
    assert [row.outcome for row in again.rows] == [Outcome.SAME, Outcome.CONFLICT]


def test_one_name_with_two_phones_is_two_clients() -> None:
    made = planned(
        rows_of(ClientDraft(name="邱曼", phones=(A,)), ClientDraft(name="邱曼", phones=(B,)))
    )

    assert made.counts[Outcome.NEW] == 2


def test_a_shared_phone_is_held_back_and_asked_about() -> None:
    made = planned(rows_of(ClientDraft(name="周桐", phones=(A,))), book_of())

    (row,) = made.rows
    assert made.writes_nothing
    assert (row.outcome, row.grounds, row.candidates) == (
        Outcome.CONFLICT, Grounds.PHONE_ONLY, (1,),
    )  # fmt: skip
    assert [problem.code for problem in row.problems] == [ProblemCode.RELATIVES]


@pytest.mark.parametrize(("answer", "outcome"), [(1, Outcome.CONFLICT), (0, Outcome.NEW)])
def test_an_answered_question_is_settled(answer: int, outcome: Outcome) -> None:
    options = replace(OPTIONS, who={("大客户", 3): answer})

    made = planned(rows_of(ClientDraft(name="周桐", phones=(A,))), book_of(), options)

    (row,) = made.rows
    assert row.outcome is outcome
    assert row.client_id == (answer or 2)


def test_taking_theirs_makes_a_relative_a_client_of_her_own() -> None:
    options = replace(OPTIONS, accept=Accept.THEIRS)
    rows = rows_of(ClientDraft(name="周桐", phones=(A,)))
    book = book_of()

    made = planned(rows, book, options)

    assert made.counts[Outcome.NEW] == 1
    assert planned(rows, applied(made, book), options).writes_nothing


def test_a_row_that_is_held_back_is_told_and_nothing_else() -> None:
    problem = CellProblem(
        sheet="大客户", row=3, column="D", field=Field.PHONE, code=ProblemCode.PHONE_BAD, raw="123"
    )
    row = ARow(draft=ClientDraft(name="张曾"), problems=(problem,), is_held_back=True)

    made = planned([row])

    assert (made.rows[0].outcome, made.problems) == (Outcome.ERROR, (problem,))
    assert made.writes_nothing


def test_a_bad_cell_drops_its_field_and_keeps_the_row() -> None:
    problem = CellProblem(
        sheet="大客户", row=3, column="D", field=Field.PHONE, code=ProblemCode.PHONE_BAD, raw="123"
    )
    row = ARow(draft=ClientDraft(name="张曾", wechat="zz"), problems=(problem,))

    made = planned([row])

    assert (made.rows[0].outcome, made.problems) == (Outcome.NEW, (problem,))


def test_who_referred_her_is_found_further_down_the_list() -> None:
    made = planned(
        rows_of(
            ClientDraft(name="林晚", phones=(A,), referred_by="周桐"),
            ClientDraft(name="周桐", phones=(B,), referred_by="无名氏"),
        )
    )

    clients = {fact.name: fact for fact in made.new if isinstance(fact, Client)}
    assert clients["林晚"].referred_by_id == clients["周桐"].id
    assert clients["周桐"].referred_by_id is None
    assert [(problem.field, problem.raw) for problem in made.problems] == [
        (Field.REFERRED_BY, "无名氏")
    ]


def test_another_phone_is_asked_about_and_becomes_the_main_one_when_taken() -> None:
    book = book_of(ClientDraft(name="林晚", phones=(A,), birthday=day(3, 2, 1985)))
    rows = rows_of(ClientDraft(name="林晚", phones=(B,), birthday=day(3, 2, 1985)))

    kept = planned(rows, book)
    taken = planned(rows, book, replace(OPTIONS, accept=Accept.THEIRS))

    assert kept.writes_nothing
    phones = [fact for fact in applied(taken, book)[1].facts if isinstance(fact, Phone)]
    assert {(phone.digits, phone.is_main) for phone in phones} == {(A, False), (B, True)}


def test_cancelling_stops_the_plan() -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    book = KnownBook(identities=Identities(), facts={}, first_client=1, first_person=1)

    with pytest.raises(InterruptedError):
        plan(rows_of(FULL), book, OPTIONS, stop)
