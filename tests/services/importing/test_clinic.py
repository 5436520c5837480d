"""A clinic's export taken into a real book: equal to its truth, three-way from the second on."""

import pathlib
from collections.abc import Callable, Sequence
from dataclasses import replace

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.import_plan import Accept, ImportPlan, ListKind, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.reading_rules import BlankRule, ReadingRules
from crm_desktop.domain.records import Bill, Client, Tag, Visit
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, fetch, put, remove
from tests.services.importing.clinic import HER, PHONE, Line, line, truth_of, write
from tests.services.importing.lists import clients_of, counts, dump, taken_in

Take = Callable[..., ImportPlan]


@pytest.fixture
def take(imports: Imports, tmp_path: pathlib.Path) -> Take:
    """Return what takes an export of these clients and lines in, and returns its plan."""

    def taking(
        clients: Sequence[Line] = (HER,), lines: Sequence[Line] = (), **rules: object
    ) -> ImportPlan:
        path = write(tmp_path / "导出.xlsx", clients, lines)
        said = ReadingRules(**rules)  # type: ignore[arg-type] # its fields, each with its own type
        made = imports.plan(imports.read(path, rules=said))
        imports.apply(made)
        return made

    return taking


def edit(journal: Journal, record: Record) -> None:
    with journal.change("client.edit") as work:
        put(work.session, record)


def only(database: Database, kind: type[Record]) -> Record:
    with database.read() as session:
        (found,) = fetch(session, kind)
    return found


@pytest.mark.parametrize("name", ["clinic_export.xlsx", "clinic_export.xls"])
def test_the_sample_comes_in_as_its_truth_says(
    imports: Imports, book_database: Database, shared_data: pathlib.Path, name: str
) -> None:
    truth = truth_of(shared_data)

    made = taken_in(imports, shared_data / "clinic" / name)

    found = {client["cards"][0]["number"]: client for client in clients_of(book_database)}
    wrong = [
        told["card"]
        for told in truth["clients"]
        if (found[told["card"]]["name"], found[told["card"]]["paid_total"])
        != (told["name"], told["spent"])
        or len({visit["on"] for visit in found[told["card"]]["visits"]}) != told["visits"]
    ]
    assert wrong == []
    assert sum(client["paid_total"] for client in found.values()) == pytest.approx(truth["spent"])
    assert made.total == len(truth["clients"]) + truth["bills"] + 1
    assert counts(made) == {"new": made.total - 1, "skipped": 1}
    assert not any(client["vip"] for client in found.values())


def test_those_of_her_own_list_are_linked_and_nobody_else(
    imports: Imports, book_database: Database, sample: pathlib.Path, shared_data: pathlib.Path
) -> None:
    truth = truth_of(shared_data)
    phones = {told["card"]: (told["phone"], told["name"]) for told in truth["clients"]}
    taken_in(imports, sample)
    hers = {client["id"]: client for client in clients_of(book_database)}

    taken_in(imports, shared_data / "clinic" / "clinic_export.xlsx")
    after = {client["id"]: client for client in clients_of(book_database)}

    linked = [client for client in after.values() if client["id"] in hers and client["cards"]]
    assert len(linked) == truth["overlap_with_own_list"]
    assert {
        (client["phones"][0], client["name"]) == phones[client["cards"][0]["number"]]
        for client in linked
    } == {True}
    assert len(after) == len(hers) + len(truth["clients"]) - len(linked)
    kept = ("name", "phones", "dates", "occupation", "income", "family", "visits_stated")
    assert [one for one in hers for field in kept if hers[one][field] != after[one][field]] == []


def test_the_same_export_again_changes_nothing(
    imports: Imports, book_database: Database, shared_data: pathlib.Path
) -> None:
    taken_in(imports, shared_data / "clinic" / "clinic_export.xlsx")
    before = dump(book_database)

    made = taken_in(imports, shared_data / "clinic" / "clinic_export.xls")

    assert counts(made) == {"same": made.total - 1, "skipped": 1}
    assert (made.writes_nothing, made.bases) == (True, ())
    assert dump(book_database) == before


def test_an_import_is_undone_as_one_change(
    take: Take, book_database: Database, journal: Journal
) -> None:
    before = dump(book_database)

    take(lines=[line(), line("S2", kind="退款", paid=100)])
    journal.undo()

    assert dump(book_database) == before


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ([line()], (1280, 1, 1)),
        ([line(), line("S2", project="脱毛", paid=300)], (1580, 1, 2)),
        ([line(), line(project="脱毛", paid=0.1)], (1280.1, 1, 2)),
        ([line(), line(project="水光针", paid=1280)], (2560, 1, 2)),
        ([line(project="", paid=0, quantity=1)], (0, 1, 0)),
        ([line(), line("S2", on="2025-04-01", paid=-280)], (1000, 2, 1)),
        ([line(), line("S2", kind="退款", paid=280)], (1000, 1, 1)),
        (
            [line(kind="储值", project="储值卡", paid=5000), line("S2", kind="储值划扣")],
            (5000, 1, 1),
        ),
        ([line(kind="预约金", paid=500), line("S2", kind="预约金转消费", paid=500)], (500, 1, 1)),
        ([line(kind="消次", paid=0, quantity=2)], (0, 1, 1)),
    ],
)
def test_a_line_makes_what_it_says(
    take: Take,
    book_database: Database,
    lines: Sequence[Line],
    expected: tuple[float, int, int],
) -> None:
    """Expected are what she paid, how often she came, how many projects were done."""
    take(lines=lines)

    (client,) = clients_of(book_database)
    found = (client["paid_total"], len(client["visits"]), len(client["completed"]))
    assert found == expected
    assert counts(take(lines=lines)) == {"same": 1 + len(lines)}


@pytest.mark.parametrize(
    ("fresh", "outcome", "paid"),
    [
        (line(paid=1000), Outcome.UPDATED, 100_000),
        (line(project="超声炮", paid=1280), Outcome.UPDATED, 128_000),
        (line(on="2025-03-05"), Outcome.UPDATED, 128_000),
        (line(), Outcome.SAME, 128_000),
    ],
)
def test_what_the_clinic_changed_is_taken_and_told(
    take: Take, book_database: Database, fresh: Line, outcome: Outcome, paid: int
) -> None:
    take(lines=[line()])

    made = take(lines=[fresh])

    bill, visit = only(book_database, Bill), only(book_database, Visit)
    assert isinstance(bill, Bill)
    assert isinstance(visit, Visit)
    assert made.rows[-1].outcome is outcome
    assert (bill.paid, bill.project, bill.on.isoformat()) == (paid, fresh[5], fresh[3])
    assert (visit.on, visit.id) == (bill.on, bill.visit_id)


def test_what_both_changed_is_asked_until_it_is_decided(
    take: Take, imports: Imports, book_database: Database, journal: Journal, tmp_path: pathlib.Path
) -> None:
    take(lines=[line()])
    bill = only(book_database, Bill)
    assert isinstance(bill, Bill)
    edit(journal, replace(bill, paid=99_900))

    for made in [take(lines=[line(paid=1000)]) for _ in range(2)]:
        (difference,) = made.open_conflicts
        assert (difference.field, difference.ours, difference.theirs, difference.base) == (
            "visit.paid", 99_900, 100_000, "128000",
        )  # fmt: skip
    read = imports.read(tmp_path / "导出.xlsx")
    decided = {("消费明细", 2, "visit.paid"): Accept.THEIRS}
    options = replace(imports.options_for(read), decided=decided)
    imports.apply(imports.plan(read, options=options))
    bill = only(book_database, Bill)
    assert isinstance(bill, Bill)
    assert bill.paid == 100_000


def test_a_bill_she_typed_herself_is_adopted_and_not_doubled(
    take: Take, book_database: Database, journal: Journal
) -> None:
    take()
    client, day = only(book_database, Client), Bill(client_id=1).on.replace(2025, 3, 2)
    edit(journal, Bill(client_id=client.id, on=day, project="水光针", paid=128_000))

    made = take(lines=[line()])

    bill = only(book_database, Bill)
    assert isinstance(bill, Bill)
    assert (bill.order_number, made.rows[-1].outcome) == ("S1", Outcome.UPDATED)


def test_a_line_that_is_missing_later_stays_and_one_she_took_out_stays_out(
    take: Take, book_database: Database, journal: Journal
) -> None:
    take(lines=[line(), line("S2", paid=300)])

    take(lines=[line()])
    assert clients_of(book_database)[0]["paid_total"] == 1580
    with journal.change("bill.remove") as work:
        remove(work.session, Bill, 2)
    made = take(lines=[line(), line("S2", paid=300)])

    assert clients_of(book_database)[0]["paid_total"] == 1280
    assert made.rows[-1].outcome is Outcome.SAME


@pytest.mark.parametrize(
    "said",
    [
        ("会计", "老师", "老师"),
        ("律师", "会计", "律师"),
        ("律师", "律师", "律师"),
        ("", "会计", ""),
        ("会计", "", "会计"),
    ],
)
def test_a_field_is_merged_with_what_the_clinic_said_before(
    take: Take, book_database: Database, journal: Journal, said: tuple[str, str, str]
) -> None:
    ours, theirs, expected = said
    take()
    client = only(book_database, Client)
    assert isinstance(client, Client)
    edit(journal, replace(client, occupation=ours))

    made = take([(*HER[:5], theirs, "")])

    client = only(book_database, Client)
    assert isinstance(client, Client)
    assert client.occupation == expected
    assert made.open_conflicts == ()


def test_a_refund_that_comes_alone_is_not_the_sale_of_its_order(
    take: Take, book_database: Database
) -> None:
    take(lines=[line()])

    take((), [line(on="2025-04-01", paid=-280)])

    assert clients_of(book_database)[0]["paid_total"] == 1000


def test_a_field_both_changed_is_a_conflict_that_stays(
    take: Take, book_database: Database, journal: Journal
) -> None:
    take()
    client = only(book_database, Client)
    assert isinstance(client, Client)
    edit(journal, replace(client, occupation="律师"))

    outcomes = [take([(*HER[:5], "老师", "")]).rows[0].outcome for _ in range(2)]

    assert outcomes == [Outcome.CONFLICT, Outcome.CONFLICT]
    assert clients_of(book_database)[0]["occupation"] == "律师"


def test_a_name_is_asked_about_even_where_she_never_changed_it(
    take: Take, book_database: Database
) -> None:
    take()

    made = take([(HER[0], "林婉", *HER[2:])])

    assert made.rows[0].outcome is Outcome.CONFLICT
    assert clients_of(book_database)[0]["name"] == "林晚"


def test_what_the_clinic_owns_is_taken_unasked(
    take: Take, book_database: Database, journal: Journal
) -> None:
    take()
    client = only(book_database, Client)
    assert isinstance(client, Client)
    edit(journal, replace(client, source="朋友"))

    take(clinic_owned=frozenset({"source"}))

    assert clients_of(book_database)[0]["source"] == "抖音"


@pytest.mark.parametrize(("rule", "left"), [(BlankRule.CLEARS, None), (BlankRule.KEEPS, "会计")])
def test_a_blank_clears_only_where_it_was_said_so(
    take: Take, book_database: Database, rule: BlankRule, left: str | None
) -> None:
    take()

    take([(*HER[:5], "", "")], blank=rule)

    assert clients_of(book_database)[0]["occupation"] == left


def test_a_level_makes_room_for_the_next_and_she_may_take_it_off(
    take: Take, book_database: Database, journal: Journal
) -> None:
    take()

    take([(*HER[:4], "钻石", *HER[5:])])

    tag = only(book_database, Tag)
    assert isinstance(tag, Tag)
    assert tag.name == "会员等级:钻石"
    with journal.change("client.edit") as work:
        remove(work.session, Tag, tag.id)
    take([(*HER[:4], "钻石", *HER[5:])])
    assert clients_of(book_database)[0]["tags"] == []


def test_a_masked_phone_finds_her_and_changes_nothing(take: Take, book_database: Database) -> None:
    take()

    take([(HER[0], "林晚", "138****0001", *HER[3:])])

    assert [client["phones"] for client in clients_of(book_database)] == [[PHONE]]


def test_two_cards_with_one_name_are_two_people(take: Take, book_database: Database) -> None:
    take([HER, ("K2", "林晚", "139****2222", "", "", "", "")])

    assert len(clients_of(book_database)) == 2


@pytest.mark.parametrize(
    ("lines", "outcomes", "code"),
    [
        ([line(card="K9", name="周桐")], [Outcome.NEW], None),
        ([line(card="", name="林晚")], [Outcome.CONFLICT], ProblemCode.SAME_NAME),
        (
            [line(card="", name="周桐"), line("S2")],
            [Outcome.ERROR, Outcome.NEW],
            ProblemCode.CLIENT_UNKNOWN,
        ),
        ([line(card="K9", name="")], [Outcome.ERROR], ProblemCode.CLIENT_UNKNOWN),
        ([line(on="2026-12-01")], [Outcome.ERROR], ProblemCode.FUTURE_DATE),
    ],
)
def test_bills_alone_say_whose_they_are_or_are_told(
    take: Take, lines: Sequence[Line], outcomes: list[Outcome], code: ProblemCode | None
) -> None:
    take()

    made = take((), lines)

    assert [row.outcome for row in made.rows] == outcomes
    assert [problem.code for problem in made.problems] == ([code] if code else [])


def test_a_total_that_is_not_what_its_bills_come_to_is_told(take: Take) -> None:
    made = take([(*HER[:6], 2000)], [line()])

    (problem,) = made.problems
    assert (problem.code, problem.column, problem.raw) == (
        ProblemCode.TOTAL_DIFFERS, "G", "2000.00",
    )  # fmt: skip
    assert made.rows[0].outcome is Outcome.NEW


def test_an_export_is_known_by_itself_and_asks_about_every_column(
    imports: Imports, tmp_path: pathlib.Path
) -> None:
    read = imports.read(write(tmp_path / "导出.xlsx", [HER], [line()]))

    fields = [str(column.field) for column in imports.columns(read)]
    assert read.kind is ListKind.CLINIC
    assert imports.options_for(read).mark_big is False
    assert fields == [
        "card_number", "name", "phone", "source", "member_level", "occupation", "paid_stated",
        "order_number", "card_number", "name", "on", "visit_type", "project", "quantity", "paid",
        "kind", "doctor",
    ]  # fmt: skip
