"""A client with a row of every kind on every child sheet, and her rows as they go out."""

import datetime as dt
import itertools
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import replace

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Fact, Options
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Complaint,
    ComplaintState,
    CompletedProject,
    Contact,
    DateKind,
    Deposit,
    Gift,
    GiftState,
    Knows,
    Package,
    Person,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    Relation,
    Sex,
    Visit,
)
from crm_desktop.domain.returned import SaidValue
from crm_desktop.domain.sync_child import ChildRow, Edits, child_edits
from crm_desktop.excel.columns import Sheet
from crm_desktop.excel.returned_values import Said, reader_of
from crm_desktop.excel.workbook_layout import SHEETS
from tests.excel.canonical_texts import meaning_of_text
from tests.folders import FULL

NOW = dt.datetime(2026, 11, 22, 9, 0, tzinfo=dt.timezone(dt.timedelta(hours=8)))
TODAY = NOW.date()
CHILD_SHEETS: Mapping[str, Sheet] = {sheet.key: sheet for sheet in SHEETS if sheet.key != "client"}
OPTIONS = Options(source="客户簿.xlsx", now=NOW)
NOBODY = ClientFolder(client=Client(id=1, uid="uid-1", name="王雅琴"))

RICH = replace(
    FULL,
    persons=(
        replace(FULL.persons[0], sex=Sex.MALE),
        replace(FULL.persons[1], name="王小宝", occupation="学生", knows=Knows.UNKNOWN),
    ),
    dates=(
        *FULL.dates,
        ClientDate(
            id=7, client_id=1, person_id=2, kind=DateKind.VALUED, label="开学", month=9, day=1
        ),
        ClientDate(id=8, client_id=1, person_id=2, month=3, day=3, is_main=False, origin="身份证"),
    ),
    preferences=(
        *FULL.preferences,
        Preference(id=7, client_id=1, person_id=2, kind=PreferenceKind.TABOO, text="辣"),
        Preference(id=8, client_id=1, person_id=2, kind=PreferenceKind.ALLERGY, text="花生"),
        Preference(id=9, client_id=1, person_id=2, text="积木、恐龙"),
    ),
    visits=(
        FULL.visits[0],
        replace(FULL.visits[1], on=dt.date(2026, 9, 9)),
        Visit(id=3, client_id=1, on=dt.date(2026, 10, 1), doctor="林医生"),
    ),
    completed=(
        *FULL.completed,
        CompletedProject(
            id=2, client_id=1, project="水光", on=dt.date(2026, 3, 1), doctor="陈医生", bill_id=2
        ),
    ),
    potential=(
        replace(
            FULL.potential[0],
            idea_from="闲聊",
            next_step="发案例",
            next_on=dt.date(2026, 12, 1),
        ),
        PotentialProject(id=2, client_id=1, project="吸脂", closed_on=dt.date(2026, 5, 1)),
    ),
    packages=(
        replace(FULL.packages[0], paid=880_000, bought_on=dt.date(2026, 1, 5)),
        Package(id=2, client_id=1, project="脱毛"),
    ),
    deposits=(replace(FULL.deposits[0], notes="定金"), Deposit(id=2, client_id=1, amount=100)),
    gifts=(
        *FULL.gifts,
        Gift(
            id=3,
            client_id=1,
            person_id=2,
            state=GiftState.GIVEN,
            occasion="生日",
            item="书",
            cost=5_000,
            on=dt.date(2026, 2, 28),
            ordered_on=dt.date(2026, 2, 20),
            delivered_on=dt.date(2026, 2, 28),
            sent_as="王姐",
            confirmed_on=dt.date(2026, 2, 27),
            notes="订两本",
        ),
    ),
    contacts=(replace(FULL.contacts[0], notes="聊了近况\n说想来", next_on=dt.date(2026, 12, 5)),),
    complaints=(
        replace(FULL.complaints[0], state=ComplaintState.IN_HAND, resolution="已道歉"),
        Complaint(id=2, client_id=1, on=dt.date(2026, 1, 2), what="停车难"),
    ),
    promises=(*FULL.promises, Promise(id=2, client_id=1, what="送样品")),
)
"""`FULL` with something in every column of every child sheet."""

LONELY = replace(
    RICH,
    persons=(Person(id=1, client_id=1, relation=Relation.HUSBAND),),
    dates=(ClientDate(id=5, client_id=1, person_id=1, month=11, day=18),),
    preferences=(),
    contacts=(Contact(id=1, client_id=1, on=TODAY),),
)


def rows(folder: ClientFolder, table: str) -> dict[str, dict[str, str]]:
    """Return the filled cells of every row of a sheet by its part, without derived columns."""
    sheet = CHILD_SHEETS[table]
    return {
        part: {
            sheet.full_key(column): str(cell)
            for column, cell in zip(sheet.columns, cells, strict=True)
            if cell not in {None, ""} and not column.is_derived
        }
        for part, cells in sheet.rows(folder)
    }


def meant(table: str, texts: Mapping[str, str]) -> dict[str, SaidValue]:
    """Return what the texts of a row mean, as a workbook that comes back says them."""
    kind = _meant(f"{table}.kind", texts[f"{table}.kind"]) if f"{table}.kind" in texts else None
    return {key: _meant(key, text, kind) for key, text in texts.items()}


def _meant(key: str, text: str, beside: SaidValue | None = None) -> SaidValue:
    if key == "follow_up.state":
        said = reader_of(key, beside)(text, TODAY)
    else:
        said = meaning_of_text(key, text, today=TODAY)
    assert isinstance(said, Said), (key, text, said)
    return said.value


def edits(folder: ClientFolder, *asked: ChildRow) -> Edits:
    """Return what the rows come to; new records are numbered from 1001."""
    counts: defaultdict[type[Fact], Iterable[int]] = defaultdict(lambda: itertools.count(1001))

    def number(kind: type[Fact]) -> int:
        return next(iter(counts[kind]))

    return child_edits(folder, asked, number, OPTIONS)


def setting(table: str, part: str, **values: SaidValue) -> ChildRow:
    """Return a row that sets these columns; without a part it is a new one."""
    said = {f"{table}.{name}": value for name, value in values.items()}
    return ChildRow(table=table, part=part, values=said)


def clearing(table: str, part: str, *names: str) -> ChildRow:
    return ChildRow(table=table, part=part, cleared=frozenset(f"{table}.{each}" for each in names))


def removing(table: str, part: str) -> ChildRow:
    return ChildRow(table=table, part=part, removes=True)


def refusals(done: Edits) -> list[tuple[str | None, str]]:
    """Return the refused cells, by column and reason."""
    return [(problem.field, problem.code.value) for row in done.rows for problem in row.problems]
