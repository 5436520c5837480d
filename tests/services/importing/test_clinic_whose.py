"""Bills explained by hand: whose each is comes in, is asked, or is told; no money is lost."""

import pathlib
from dataclasses import replace
from typing import Final

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.base_facts import paid
from crm_desktop.domain.drafts import BillField, Field
from crm_desktop.domain.import_plan import Accept, ImportPlan, ListKind, Outcome
from crm_desktop.domain.import_questions import questions_of
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.records import Bill, Client
from crm_desktop.domain.sheet_lists import Lists
from crm_desktop.services.imports import Imports
from crm_desktop.services.records import fetch
from tests.services.importing.clinic import HER, line, write
from tests.services.importing.lists import Rows, Save, taken_in

KNOWN: Final[Rows] = [
    ("姓名", "电话", "卡号"),
    ("林晚", "13800000001", "K1"),
    ("何静", "13800000002", None),
    ("何静", "13922220003", None),
]
HEADINGS: Final = ("大名", "号", "手机", "哪天", "做了啥", "收了多少")
RULES: Final = ReadingRules(
    sheets={"客户": Lists.BILLS},
    columns={"手机": Field.PHONE},
    bill_columns={
        "大名": BillField.NAME,
        "号": BillField.CARD_NUMBER,
        "手机": BillField.PHONE,
        "哪天": BillField.ON,
        "收了多少": BillField.PAID,
    },
)
DAY: Final = ("2025-03-02", "水光针", 1280)
NUMBERED: Final = ("周宁", "", "13700000009", *DAY)
"""A line by which the sheet is one that tells people by more than names."""


def planned(imports: Imports, save: Save, lines: Rows) -> ImportPlan:
    read = imports.read(save([HEADINGS, *lines]), rules=RULES, kind=ListKind.CLINIC)
    return imports.plan(read)


@pytest.mark.parametrize(
    ("who", "alone", "numbered"),
    [
        (("周桐", "", ""), Outcome.NEW, ProblemCode.CLIENT_UNKNOWN),
        (("林晚", "", ""), ProblemCode.SAME_NAME, ProblemCode.SAME_NAME),
        (("何静", "", ""), ProblemCode.SAME_NAME, ProblemCode.SAME_NAME),
        (("周桐", "K9", ""), Outcome.NEW, Outcome.NEW),
        (("周桐", "", "13700000001"), Outcome.NEW, Outcome.NEW),
        (("周桐", "", "137****0001"), Outcome.NEW, Outcome.NEW),
        (("何静", "", "13922220003"), Outcome.NEW, Outcome.NEW),
        (("何静", "", "139****0003"), Outcome.NEW, Outcome.NEW),
        (("周桐", "", "13800000001"), ProblemCode.RELATIVES, ProblemCode.RELATIVES),
        (("", "", "13800000001"), ProblemCode.RELATIVES, ProblemCode.RELATIVES),
        (("", "", "13700000001"), ProblemCode.CLIENT_UNKNOWN, ProblemCode.CLIENT_UNKNOWN),
        (("", "K1", ""), Outcome.NEW, Outcome.NEW),
        (("", "K9", ""), ProblemCode.CLIENT_UNKNOWN, ProblemCode.CLIENT_UNKNOWN),
    ],
)
def test_each_line_comes_in_is_asked_about_or_is_told(
    imports: Imports, save: Save, who: tuple[str, str, str], alone: object, numbered: object
) -> None:
    taken_in(imports, save(KNOWN))

    for lines, expected in (([], alone), ([NUMBERED], numbered)):
        made = planned(imports, save, [(*who, *DAY), *lines])
        row = made.rows[0]
        told = {one.code for one in row.problems} - {ProblemCode.PHONE_MASKED}
        assert expected in {row.outcome, *told}
        new = [fact for fact in made.new if isinstance(fact, Bill)]
        assert len(new) == sum(one.outcome is Outcome.NEW for one in made.rows)
        assert row.outcome is Outcome.NEW or (row.client_id is None and told)
        assert made.total == len(lines) + 1


def test_names_alone_make_clients_once_and_are_known_the_next_month(
    imports: Imports, book_database: Database, save: Save
) -> None:
    lines = [
        ("周桐", "", "", *DAY),
        ("钱芳", "", "", *DAY),
        ("周桐", "", "", "2025-03-09", "脱毛", 90),
    ]
    imports.apply(planned(imports, save, lines))
    again = planned(imports, save, lines)
    assert again.writes_nothing

    imports.apply(planned(imports, save, [*lines, ("周桐", "", "", "2025-04-09", "脱毛", 10)]))

    with book_database.read() as session:
        found = {one.id: one.name for one in fetch(session, Client)}
        bills = fetch(session, Bill)
    assert sorted(found.values()) == ["周桐", "钱芳"]
    assert {
        found[one]: paid([bill for bill in bills if bill.client_id == one]) for one in found
    } == {"周桐": 1380_00, "钱芳": 1280_00}


@pytest.mark.parametrize("said", [{"accept": Accept.THEIRS}, {"who": {("客户", 2): 0}}])
def test_nobody_without_a_name_becomes_a_client(
    imports: Imports, save: Save, said: dict[str, object]
) -> None:
    taken_in(imports, save(KNOWN))
    made = planned(imports, save, [("", "", "13800000001", *DAY)])

    options = replace(made.options, **said)  # type: ignore[arg-type] # its fields, each with its own type
    made = imports.plan(made.source, options=options)  # type: ignore[arg-type] # the list it was made of

    assert [row.outcome for row in made.rows] == [Outcome.ERROR]
    assert [one.code for one in made.problems] == [ProblemCode.NAME_MISSING]
    assert made.writes_nothing


def test_of_many_lines_of_one_it_is_asked_once_and_one_answer_brings_all_in(
    imports: Imports, save: Save
) -> None:
    taken_in(imports, save(KNOWN))
    made = planned(
        imports, save, [("林晚", "", "", f"2025-03-{day:02}", "脱毛", 9) for day in (2, 3, 4)]
    )

    (question,) = questions_of(made)
    options = replace(made.options, who={question.row: question.candidates[0]})
    told = imports.plan(made.source, options=options)  # type: ignore[arg-type] # the list it was made of

    assert [row.outcome for row in made.rows] == [Outcome.CONFLICT] * 3
    assert ([row.outcome for row in told.rows], questions_of(told)) == ([Outcome.NEW] * 3, ())


def test_the_bad_lines_are_handed_back(imports: Imports, tmp_path: pathlib.Path) -> None:
    read = imports.read(write(tmp_path / "导出.xlsx", [HER], [line(), line("S2", on="2025-02-30")]))
    errors = tmp_path / "错误.xlsx"

    count = imports.write_errors(
        read, imports.plan(read), errors, heading="错误说明", explain=lambda one: one.code.value
    )

    again = imports.read(errors)
    assert (count, again.kind, len(again.bills)) == (1, ListKind.CLINIC, 1)


def test_whose_a_row_is_may_be_somebody_whom_the_same_list_makes(
    imports: Imports, save: Save
) -> None:
    rows: Rows = [
        ("姓名", "电话"),
        ("何静", "13800000002"),
        ("林晚", "13800000001"),
        ("林晚", None),
    ]
    made = imports.plan(imports.read(save(rows)))
    (question,) = questions_of(made)
    who = {question.row: question.candidates[0]}

    told = imports.plan(made.source, options=replace(made.options, who=who))  # type: ignore[arg-type] # the list it was made of
    moved = {question.row: question.candidates[0] - 1}
    asked = imports.plan(made.source, options=replace(made.options, who=moved))  # type: ignore[arg-type] # see above
    imports.apply(told)

    assert [row.client_id for row in told.rows][1:] == [question.candidates[0]] * 2
    assert questions_of(asked) == (question,)
