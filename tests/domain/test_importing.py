import datetime as dt
from dataclasses import replace

import pytest

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import (
    CellProblem,
    ChildDraft,
    ClientDraft,
    CompletedDraft,
    Field,
    GiftDraft,
    PartnerDraft,
)
from crm_desktop.domain.import_plan import (
    Accept,
    ClientFacts,
    Decision,
    Fact,
    Outcome,
)
from crm_desktop.domain.importing import KnownBook, place_rows, plan
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
from tests.domain.import_rows import NOW, OPTIONS, ARow, applied, of_kind, planned, rows_of

_A = "13800000001"
_B = "13911112222"


def _day(month: int, day: int, year: int | None = None) -> DatedFact:
    return DatedFact(calendar=Calendar.SOLAR, year=year, month=month, day=day)


_FULL = ClientDraft(
    name="林晚",
    display_name="晚姐",
    sex=Sex.FEMALE,
    birthday=_day(3, 2, 1985),
    phones=(_A, _B),
    wechat="lw85",
    qq="123456",
    occupation="会计",
    income=20_000_000,
    address="滨江花园1栋",
    children_count=2,
    children=(
        ChildDraft(label="大宝", birthday=_day(6, 1, 2015)),
        ChildDraft(label="女儿", birthday=_day(9, 3)),
    ),
    husband=PartnerDraft(
        name="周舟", phone="13700000000", birthday=_day(1, 9), occupation="律师", income=100
    ),
    wedding=_day(5, 20, 2010),
    personality="急性子",
    likes=("百合", "美式"),
    taboos=("芒果",),
    allergies=("花粉",),
    health_notes="低血糖",
    potential=("鼻综合",),
    completed=(CompletedDraft(project="水光针", times=3), CompletedDraft(project="双眼皮")),
    gifts=(
        GiftDraft(item="百合花束", year=2025, month=3, cost=16_800),
        GiftDraft(item="蛋糕", year=2024, month=7, day=2),
        GiftDraft(item="手链"),
    ),
    visits_stated=4,
    notes="带闺蜜来过两次\n已补偿",
    source="朋友介绍",
    first_contact_on=dt.date(2020, 1, 5),
    tier=Tier.B,
    vip=True,
    tags=("怕疼", "爱拍照"),
    card_number="C007",
)


def _book(draft: ClientDraft = _FULL) -> dict[int, ClientFacts]:
    return applied(planned(rows_of(draft)))


def test_a_new_client_comes_in_with_all_she_is_told_of() -> None:
    made = planned(rows_of(_FULL), options=replace(OPTIONS, mark_big=True))

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
    made = planned(rows_of(_FULL))

    facts = [fact for fact in made.new if isinstance(fact, Person | ClientDate | Preference)]
    assert {(fact.learnt_on, fact.learnt_from) for fact in facts} == {
        (dt.date(2026, 11, 22), "名单.xlsx")
    }


def test_children_and_husband_are_people_with_days_of_their_own() -> None:
    made = planned(rows_of(_FULL))

    people = {
        (fact.relation, fact.nickname or fact.name, fact.sex): fact.id
        for fact in made.new
        if isinstance(fact, Person)
    }
    days = {fact.person_id: fact.fact for fact in made.new if isinstance(fact, ClientDate)}
    assert days[people[Relation.CHILD, "大宝", None]] == _day(6, 1, 2015)
    assert days[people[Relation.CHILD, "女儿", Sex.FEMALE]] == _day(9, 3)
    assert days[people[Relation.HUSBAND, "周舟", None]] == _day(1, 9)


def test_the_day_of_a_gift_is_kept_as_far_as_it_is_known() -> None:
    made = planned(rows_of(_FULL))

    gifts = [fact for fact in made.new if isinstance(fact, Gift)]
    assert [(gift.item, gift.on, gift.month_only, gift.cost) for gift in gifts] == [
        ("百合花束", dt.date(2025, 3, 1), True, 16_800),
        ("蛋糕", dt.date(2024, 7, 2), False, None),
        ("手链", None, False, None),
    ]


@pytest.mark.parametrize("accept", list(Accept))
def test_the_same_list_again_changes_nothing(accept: Accept) -> None:
    options = replace(OPTIONS, accept=accept)
    book = _book()

    again = planned(rows_of(_FULL), book, options)

    assert again.writes_nothing
    assert [row.outcome for row in again.rows] == [Outcome.SAME]


def test_a_blank_never_clears() -> None:
    again = planned(rows_of(ClientDraft(name="林晚", phones=(_A,))), _book())

    assert again.writes_nothing
    assert again.rows[0].outcome is Outcome.SAME


def test_blanks_of_ours_are_filled_and_say_from_where() -> None:
    book = _book(ClientDraft(name="林晚", phones=(_A,)))

    again = planned(rows_of(_FULL), book)

    assert again.rows[0].outcome is Outcome.UPDATED
    assert of_kind(again.new, Client) == []
    (client,) = of_kind(again.changed, Client)
    assert isinstance(client, Client)
    assert (client.occupation, client.updated_at) == ("会计", NOW)
    sources = {fact.field for fact in again.new if isinstance(fact, FactSource)}
    assert {"occupation", "wechat", "first_contact_on", "vip"} <= sources
    assert {d.decision for d in again.rows[0].differences} == {Decision.FILLED, Decision.ADDED}


def _edited(name: str, value: object) -> ClientDraft:
    return replace(_FULL, **{name: value})  # type: ignore[arg-type] # the tables below hold fitting values


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
    ("birthday", _day(3, 3, 1985)),
    ("wedding", _day(5, 21, 2010)),
    ("husband", PartnerDraft(name="吴越")),
    ("husband", PartnerDraft(birthday=_day(1, 10))),
    ("husband", PartnerDraft(income=7)),
    ("children", (ChildDraft(label="大宝", birthday=_day(6, 2, 2015)),)),
    ("completed", (CompletedDraft(project="水光针", times=4),)),
    ("card_number", "C008"),
]


@pytest.mark.parametrize(("name", "value"), _SCALARS)
def test_where_both_speak_hers_stays_and_is_listed(name: str, value: object) -> None:
    edited = _edited(name, value)

    again = planned(rows_of(edited), _book())

    assert again.writes_nothing
    assert again.rows[0].outcome is Outcome.CONFLICT
    assert len(again.open_conflicts) == 1


@pytest.mark.parametrize(("name", "value"), _SCALARS)
def test_theirs_is_taken_when_asked_for_and_then_it_is_settled(name: str, value: object) -> None:
    edited = _edited(name, value)
    options = replace(OPTIONS, accept=Accept.THEIRS)
    book = _book()

    taken = planned(rows_of(edited), book, options)
    settled = planned(rows_of(edited), applied(taken, book))

    assert taken.rows[0].outcome is Outcome.UPDATED
    assert not taken.writes_nothing
    assert taken.open_conflicts == ()
    assert settled.writes_nothing
    assert settled.rows[0].outcome is Outcome.SAME


def test_one_difference_can_be_decided_by_itself() -> None:
    edited = replace(_FULL, occupation="医生", address="别处")
    options = replace(OPTIONS, decided={("大客户", 3, Field.ADDRESS): Accept.THEIRS})

    made = planned(rows_of(edited), _book(), options)

    (client,) = of_kind(made.changed, Client)
    assert isinstance(client, Client)
    assert (client.address, client.occupation) == ("别处", "会计")
    assert [difference.field for difference in made.open_conflicts] == [Field.OCCUPATION]


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        ("tags", ("怕疼", "新标签"), Tag),
        ("likes", ("美式", "茉莉"), Preference),
        ("potential", ("鼻综合", "植发"), PotentialProject),
        ("completed", (CompletedDraft(project="线雕"),), CompletedProject),
        ("gifts", (GiftDraft(item="百合花束", year=2026, month=3, cost=16_800),), Gift),
        ("children", (ChildDraft(label="小宝", birthday=_day(7, 7)),), Person),
        ("phones", (_A, "13655556666"), Phone),
    ],
)
def test_lists_are_joined(name: str, value: object, kind: type[Fact]) -> None:
    made = planned(rows_of(_edited(name, value)), _book())

    assert made.rows[0].outcome is Outcome.UPDATED
    assert len(of_kind(made.new, kind)) == 1
    assert made.changed == ()


def test_notes_grow_by_the_lines_we_lack() -> None:
    made = planned(rows_of(replace(_FULL, notes="已补偿\n爱喝茶")), _book())

    (client,) = of_kind(made.changed, Client)
    assert isinstance(client, Client)
    assert client.notes == "带闺蜜来过两次\n已补偿\n爱喝茶"


def test_a_year_learnt_later_completes_the_day() -> None:
    book = _book(replace(_FULL, birthday=_day(3, 2)))

    made = planned(rows_of(_FULL), book)

    (date,) = of_kind(made.changed, ClientDate)
    assert isinstance(date, ClientDate)
    assert date.fact == _day(3, 2, 1985)
    assert made.rows[0].outcome is Outcome.UPDATED


def test_a_gift_known_to_the_day_is_the_gift_of_that_month() -> None:
    book = _book()
    facts = tuple(
        replace(fact, on=dt.date(2025, 3, 8), month_only=False)
        if isinstance(fact, Gift) and fact.item == "百合花束"
        else fact
        for fact in book[1].facts
    )

    made = planned(rows_of(_FULL), {1: replace(book[1], facts=facts)})

    assert made.writes_nothing


def test_twins_stay_two() -> None:
    twins = tuple(ChildDraft(label=label, birthday=_day(6, 1, 2015)) for label in ("大宝", "小宝"))
    draft = replace(_FULL, children=twins)

    made = planned(rows_of(draft), _book(draft))

    assert made.writes_nothing


def test_a_child_named_later_is_the_child_we_know_by_birthday() -> None:
    book = _book(replace(_FULL, children=(ChildDraft(birthday=_day(6, 1, 2015)),)))

    made = planned(rows_of(replace(_FULL, children=_FULL.children[:1])), book)

    (child,) = of_kind(made.changed, Person)
    assert isinstance(child, Person)
    assert child.nickname == "大宝"
    assert of_kind(made.new, Person) == []


def test_a_second_row_for_a_person_of_the_file_is_matched_not_added() -> None:
    rows = rows_of(
        _FULL,
        ClientDraft(name="林晚", phones=(_A,)),
        ClientDraft(name="林晚", phones=(_A,), dialect="粤语"),
        ClientDraft(name="林晚", phones=(_A,), occupation="医生"),
    )

    made = planned(rows, options=replace(OPTIONS, accept=Accept.THEIRS))

    assert [row.outcome for row in made.rows] == [
        Outcome.NEW, Outcome.SAME, Outcome.UPDATED, Outcome.CONFLICT,
    ]  # fmt: skip
    (client,) = of_kind(made.new, Client)
    assert isinstance(client, Client)
    assert (client.dialect, client.occupation) == ("粤语", "会计")


def test_rows_that_contradict_each_other_change_nothing_the_second_time() -> None:
    rows = rows_of(_FULL, ClientDraft(name="林晚", phones=(_A,), occupation="医生"))
    options = replace(OPTIONS, accept=Accept.THEIRS)

    again = planned(rows, applied(planned(rows, options=options)), options)

    assert again.writes_nothing
    assert [row.outcome for row in again.rows] == [Outcome.SAME, Outcome.CONFLICT]


def test_one_name_with_two_phones_is_two_clients() -> None:
    made = planned(
        rows_of(ClientDraft(name="邱曼", phones=(_A,)), ClientDraft(name="邱曼", phones=(_B,)))
    )

    assert made.counts[Outcome.NEW] == 2


def test_a_shared_phone_is_held_back_and_asked_about() -> None:
    made = planned(rows_of(ClientDraft(name="周桐", phones=(_A,))), _book())

    (row,) = made.rows
    assert made.writes_nothing
    assert (row.outcome, row.grounds, row.candidates) == (
        Outcome.CONFLICT, Grounds.PHONE_ONLY, (1,),
    )  # fmt: skip
    assert [problem.code for problem in row.problems] == [ProblemCode.RELATIVES]


@pytest.mark.parametrize(("answer", "outcome"), [(1, Outcome.CONFLICT), (0, Outcome.NEW)])
def test_an_answered_question_is_settled(answer: int, outcome: Outcome) -> None:
    options = replace(OPTIONS, who={("大客户", 3): answer})

    made = planned(rows_of(ClientDraft(name="周桐", phones=(_A,))), _book(), options)

    (row,) = made.rows
    assert row.outcome is outcome
    assert row.client_id == (answer or 2)


def test_taking_theirs_makes_a_relative_a_client_of_her_own() -> None:
    options = replace(OPTIONS, accept=Accept.THEIRS)
    rows = rows_of(ClientDraft(name="周桐", phones=(_A,)))
    book = _book()

    made = planned(rows, book, options)

    assert made.counts[Outcome.NEW] == 1
    assert planned(rows, applied(made, book), options).writes_nothing


def _bad(row: int, code: ProblemCode, field: Field = Field.PHONE) -> CellProblem:
    return CellProblem(sheet="大客户", row=row, column="D", field=field, code=code, raw="12345")


@pytest.mark.parametrize(
    ("draft", "codes", "outcome"),
    [
        (ClientDraft(), [], Outcome.ERROR),
        (ClientDraft(phones=(_A,)), [], Outcome.ERROR),
        (ClientDraft(name="张曾"), [ProblemCode.PHONE_BAD], Outcome.ERROR),
        (ClientDraft(name="张曾"), [ProblemCode.PHONE_DIGITS_LOST], Outcome.ERROR),
        (ClientDraft(name="张曾", birthday=_day(1, 2)), [ProblemCode.PHONE_BAD], Outcome.NEW),
        (ClientDraft(name="张曾", phones=(_A,)), [ProblemCode.PHONE_BAD], Outcome.NEW),
        (ClientDraft(name="张曾"), [], Outcome.NEW),
    ],
)
def test_rows_nobody_could_find_again_are_held_back(
    draft: ClientDraft, codes: list[ProblemCode], outcome: Outcome
) -> None:
    row = ARow(draft=draft, problems=tuple(_bad(3, code) for code in codes))

    made = planned([row])

    assert made.rows[0].outcome is outcome
    if not draft.name:
        assert [problem.code for problem in made.problems] == [ProblemCode.NAME_MISSING]


def test_who_referred_her_is_found_further_down_the_list() -> None:
    made = planned(
        rows_of(
            ClientDraft(name="林晚", phones=(_A,), referred_by="周桐"),
            ClientDraft(name="周桐", phones=(_B,), referred_by="无名氏"),
        )
    )

    clients = {fact.name: fact for fact in made.new if isinstance(fact, Client)}
    assert clients["林晚"].referred_by_id == clients["周桐"].id
    assert clients["周桐"].referred_by_id is None
    assert [(problem.field, problem.raw) for problem in made.problems] == [
        (Field.REFERRED_BY, "无名氏")
    ]


def test_another_phone_is_asked_about_and_becomes_the_main_one_when_taken() -> None:
    book = _book(ClientDraft(name="林晚", phones=(_A,), birthday=_day(3, 2, 1985)))
    rows = rows_of(ClientDraft(name="林晚", phones=(_B,), birthday=_day(3, 2, 1985)))

    kept = planned(rows, book)
    taken = planned(rows, book, replace(OPTIONS, accept=Accept.THEIRS))

    assert kept.writes_nothing
    phones = [fact for fact in applied(taken, book)[1].facts if isinstance(fact, Phone)]
    assert {(phone.digits, phone.is_main) for phone in phones} == {(_A, False), (_B, True)}


def test_cancelling_stops_the_plan() -> None:
    def stop(_done: int, _total: int) -> None:
        raise InterruptedError

    identities = Identities()
    placed = place_rows(rows_of(_FULL), identities, OPTIONS, 1)
    book = KnownBook(identities=identities, facts={}, first_person=1)

    with pytest.raises(InterruptedError):
        plan(placed, book, OPTIONS, stop)
