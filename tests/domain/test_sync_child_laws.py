"""What goes out comes back: one cell edited is one cell changed, whatever the column."""

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import (
    BillKind,
    ComplaintState,
    DepositState,
    GiftState,
    Knows,
    PromiseState,
    Relation,
    Sex,
    VisitType,
)
from crm_desktop.domain.returned import GiftDay, LineKind, NamedDay, SaidValue
from crm_desktop.domain.sync_child import ChildRow, Edits, current_part, same_fact
from crm_desktop.excel.columns import Column, Kind
from tests.domain.child_rows import (
    CHILD_SHEETS,
    LONELY,
    NOBODY,
    RICH,
    edits,
    meant,
    refusals,
    removing,
    rows,
    setting,
)

TABLES = tuple(CHILD_SHEETS)
MOVED = dt.date(2026, 8, 8)
CHOICES: dict[str, tuple[SaidValue, ...]] = {
    "relation": tuple(Relation),
    "sex": tuple(Sex),
    "knows": tuple(Knows),
    "visit": tuple(VisitType),
    "bill": (BillKind.PAYMENT, BillKind.STORED_VALUE, BillKind.DEPOSIT),
    "gift": tuple(GiftState),
    "deposit": tuple(DepositState),
}
LISTS: dict[str, SaidValue] = {
    "likes": ("钓鱼", "茶"),
    "taboos": ("香菜",),
    "allergies": ("海鲜", "花粉"),
    "other_dates": (
        NamedDay(label="升职", fact=DatedFact(calendar=Calendar.LUNAR, month=8, day=15)),
    ),
}


BY_KIND: dict[Kind, tuple[SaidValue, ...]] = {
    Kind.TEXT: ("改了",),
    Kind.NOTE: ("改了\n两行",),
    Kind.DAY: (DatedFact(calendar=Calendar.SOLAR, year=1980, month=7, day=6),),
    Kind.DATE: (MOVED,),
    Kind.MONEY: (3_000,),
    Kind.COUNT: (4, 5),
}
BY_KEY: dict[str, tuple[SaidValue, ...]] = {
    "gift.recipient": ("本人", "大宝"),
    "gift.on": (GiftDay(on=MOVED), GiftDay(on=MOVED.replace(day=1), month_only=True)),
    "visit.next_step": ("改了",),
    "project.next_step": ("改了",),
    "follow_up.state": (*PromiseState, *ComplaintState),
}


def others(column: Column, table: str, part: str) -> tuple[SaidValue, ...]:
    """Return values a cell of this column may be edited to."""
    if column.name in LISTS:
        return (LISTS[column.name],)
    values = BY_KEY.get(f"{table}.{column.name}", CHOICES.get(column.choices, ()))
    states = PromiseState if part.startswith("m") else ComplaintState
    if column.name == "state" and table == "follow_up":
        return tuple(each for each in values if isinstance(each, states))
    return values or BY_KIND[column.kind]


CASES = [
    (table, part, column.name)
    for table, sheet in CHILD_SHEETS.items()
    for part in rows(RICH, table)
    for column in sheet.columns
    if not column.is_derived and column.name != "kind"
]
SHARED = {("v1/b2", name) for name in ("doctor", "satisfaction", "notes", "next_step", "next_on")}
OF_BOTH_ROWS = {(part, name) for part in ("v1/b1", "v1/b2") for name in ("on", "type")}


@pytest.mark.parametrize(("table", "part", "name"), CASES)
def test_one_cell_edited_is_that_cell_changed_and_no_other(
    table: str, part: str, name: str
) -> None:
    column = next(each for each in CHILD_SHEETS[table].columns if each.name == name)
    key, before = f"{table}.{name}", rows(RICH, table)
    for value in others(column, table, part):
        done = edits(RICH, ChildRow(table=table, part=part, values={key: value}))
        after = rows(done.folder, table)

        if done.rows[0].problems:
            assert {field for field, _ in refusals(done)} == {key}
            assert after == before
            continue
        now = done.rows[0].part
        assert current_part(done.folder, table, part) == now
        assert {each: cells for each, cells in after.items() if each != now} == {
            each: cells for each, cells in before.items() if each != part
        } or (part, name) in OF_BOTH_ROWS | SHARED
        others_now = {each: text for each, text in after[now].items() if each != key}
        others_were = {each: text for each, text in before[part].items() if each != key}
        if not (part in {"v2", "v3"} and name in _BILL):
            assert others_now == others_were
        if (part, name) not in SHARED:
            assert meant(table, after[now])[key] == value
        again = edits(done.folder, ChildRow(table=table, part=part, values={key: value}))
        assert (again.new, again.changed, again.removed) == ((), (), ())


_BILL = {
    "order_number",
    "bill_kind",
    "project",
    "category",
    "quantity",
    "list_price",
    "paid",
}
"""Any of them turns a visit without a line into one with it: 收款, 1, 0 yuan."""

NOT_CLEARED = {
    "person": {"relation"},
    "visit": {"on", "bill_kind", "quantity"},
    "project": {"kind"},
    "gift": {"state"},
    "follow_up": {"kind"},
}


@pytest.mark.parametrize(("table", "part", "name"), CASES)
def test_a_cell_cleared_is_blank_or_refused(table: str, part: str, name: str) -> None:
    key, before = f"{table}.{name}", rows(RICH, table)
    if key not in before[part] or (part, name) in SHARED:
        return

    done = edits(RICH, ChildRow(table=table, part=part, cleared=frozenset({key})))

    after = rows(done.folder, table).get(done.rows[0].part, {})
    if done.rows[0].problems:
        assert after == before[part]
        return
    assert name not in NOT_CLEARED[table]
    left = after.get(key)
    assert left in {None, "0", "不清楚", "本人"} or name == "birthday", left
    assert {each: text for each, text in after.items() if each != key} == {
        each: text for each, text in before[part].items() if each != key
    } or name == "birthday"


@pytest.mark.parametrize(
    ("table", "part"), [(table, part) for table in TABLES for part in rows(RICH, table)]
)
def test_a_row_removed_is_gone_and_no_other_with_it(table: str, part: str) -> None:
    done = edits(RICH, removing(table, part))

    after, before = rows(done.folder, table), rows(RICH, table)
    assert refusals(done) == []
    assert set(after) == before.keys() - {part}
    assert {each: after[each] for each in after if part != "v1/b1" or each != "v1/b2"} == {
        each: before[each] for each in after if part != "v1/b1" or each != "v1/b2"
    }
    assert not edits(done.folder, removing(table, part)).removed


def written_in(table: str) -> list[ChildRow]:
    return [
        ChildRow(table=table, values=meant(table, texts)) for texts in rows(RICH, table).values()
    ]


@pytest.mark.parametrize("table", TABLES)
def test_every_row_written_in_anew_goes_out_as_it_came(table: str) -> None:
    base = NOBODY if table != "gift" else replace(NOBODY, persons=RICH.persons)

    done = edits(base, *written_in(table))

    assert refusals(done) == []
    after = sorted(map(sorted, (each.items() for each in rows(done.folder, table).values())))
    assert after == sorted(map(sorted, (each.items() for each in rows(RICH, table).values())))
    assert {fact.id for fact in done.new if type(fact).__name__ == "ClientDate"} <= {0}


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("folder", [RICH, LONELY], ids=["rich", "lonely"])
def test_a_row_that_is_there_already_is_found_and_found_once(
    table: str, folder: ClientFolder
) -> None:
    for part, texts in rows(folder, table).items():
        if folder is LONELY and part == "g3":
            continue  # It is for a child that is not there.
        said = meant(table, texts)
        others_taken = [each for each in rows(folder, table) if each != part]

        assert same_fact(folder, table, said, others_taken) == part
        if table != "visit" or "visit.bill_kind" in texts:
            assert same_fact(folder, table, said, [*others_taken, part]) is None


LEANING = (
    setting("person", "", relation=Relation.CHILD, nickname="二宝"),
    setting("gift", "", recipient="二宝", item="书", state=GiftState.IDEA),
    setting("visit", "", on=MOVED, paid=900, bill_kind=BillKind.STORED_VALUE),
    setting("visit", "", on=MOVED, project="吸脂", paid=800, bill_kind=BillKind.FROM_STORED_VALUE),
    setting("visit", "", on=MOVED, project="光子嫩肤", bill_kind=BillKind.SESSION),
    setting("project", "", kind=LineKind.DONE, project="吸脂", on=MOVED, notes="顺利"),
    setting("project", "k1", expires_on=MOVED),
    setting("visit", "v1/b1", notes="新的"),
    removing("visit", "v1/b2"),
    removing("visit", "b3"),
    removing("person", "p1"),
)


@given(st.permutations(LEANING))
def test_the_order_of_the_rows_of_a_file_makes_no_difference(asked: list[ChildRow]) -> None:
    def told(done: Edits) -> set[str]:
        return {
            str(sorted(cells.items()))
            for table in TABLES
            for cells in rows(done.folder, table).values()
        }

    done, as_listed = edits(RICH, *asked), edits(RICH, *LEANING)

    assert refusals(done) == []
    assert told(done) == told(as_listed)
    assert len(done.folder.completed) == len(as_listed.folder.completed)
