"""Rows and books for the tests of imports, built in a line."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import (
    CellProblem,
    ChildDraft,
    ClientDraft,
    CompletedDraft,
    GiftDraft,
    PartnerDraft,
)
from crm_desktop.domain.import_plan import ClientFacts, Fact, ImportPlan, Options
from crm_desktop.domain.importing import KnownBook, plan
from crm_desktop.domain.matching import Identities
from crm_desktop.domain.placing import standing
from crm_desktop.domain.records import (
    Client,
    Person,
    Sex,
    Tier,
)

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
OPTIONS = Options(source="名单.xlsx", now=NOW, mark_big=False)


A = "13800000001"
B = "13911112222"


def day(month: int, day: int, year: int | None = None) -> DatedFact:
    return DatedFact(calendar=Calendar.SOLAR, year=year, month=month, day=day)


FULL = ClientDraft(
    name="林晚",
    display_name="晚姐",
    sex=Sex.FEMALE,
    birthday=day(3, 2, 1985),
    phones=(A, B),
    wechat="lw85",
    qq="123456",
    occupation="会计",
    income=20_000_000,
    address="滨江花园1栋",
    children_count=2,
    children=(
        ChildDraft(label="大宝", birthday=day(6, 1, 2015)),
        ChildDraft(label="女儿", birthday=day(9, 3)),
    ),
    husband=PartnerDraft(
        name="周舟", phone="13700000000", birthday=day(1, 9), occupation="律师", income=100
    ),
    wedding=day(5, 20, 2010),
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


@dataclass(frozen=True, slots=True, kw_only=True)
class ARow:
    """A row as the reader gives it."""

    draft: ClientDraft
    row_number: int = 3
    sheet: str = "大客户"
    problems: tuple[CellProblem, ...] = ()
    is_held_back: bool = False


def rows_of(*drafts: ClientDraft) -> list[ARow]:
    """Return rows from row 3 on."""
    return [ARow(draft=draft, row_number=number) for number, draft in enumerate(drafts, 3)]


def planned(
    rows: Sequence[ARow],
    held: Mapping[int, ClientFacts] | None = None,
    options: Options = OPTIONS,
) -> ImportPlan:
    """Return the plan of `rows` against a book that holds `held`."""
    held = held or {}
    identities = Identities()
    for client_id, facts in held.items():
        identities.replace(client_id, standing(facts.client, facts.facts))
    book = KnownBook(
        identities=identities,
        facts=held,
        first_client=max(held, default=0) + 1,
        first_person=_free_person(held),
    )
    return plan(rows, book, options)


def applied(
    made: ImportPlan, held: Mapping[int, ClientFacts] | None = None
) -> dict[int, ClientFacts]:
    """Return the book after the plan, every new fact with an id of its own."""
    clients = {key: facts.client for key, facts in (held or {}).items()}
    stored: dict[tuple[type[Fact], int], Fact] = {
        (type(fact), fact.id): fact for facts in (held or {}).values() for fact in facts.facts
    }
    first = max((number for _kind, number in stored), default=5000) + 1
    for number, fact in enumerate((*made.changed, *made.new), first):
        if isinstance(fact, Client):
            clients[fact.id] = fact
        else:
            kept = fact if fact.id else _numbered(fact, number)
            stored[type(kept), kept.id] = kept
    owned: dict[int, list[Fact]] = {key: [] for key in clients}
    for fact in stored.values():
        if not isinstance(fact, Client):
            owned[fact.client_id].append(fact)
    return {
        key: ClientFacts(client=client, facts=tuple(owned[key])) for key, client in clients.items()
    }


def of_kind(facts: Sequence[Fact], kind: type[Fact]) -> list[Fact]:
    """Return the facts of one kind."""
    return [fact for fact in facts if type(fact) is kind]


def _free_person(held: Mapping[int, ClientFacts]) -> int:
    people = [fact.id for file in held.values() for fact in file.facts if isinstance(fact, Person)]
    return max(people, default=1000) + 1


def _numbered(fact: Fact, number: int) -> Fact:
    return replace(fact, id=number)


def book_of(draft: ClientDraft = FULL) -> dict[int, ClientFacts]:
    return applied(planned(rows_of(draft)))


def edited(name: str, value: object) -> ClientDraft:
    return replace(FULL, **{name: value})  # type: ignore[arg-type] # the tables below hold fitting values
