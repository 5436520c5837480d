import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import (
    Cancelled,
    DiskFull,
    NoKnownColumns,
    PlanOutdated,
    RecordGone,
)
from crm_desktop.domain.import_plan import Accept, Options, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.records import Gift
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from tests import builders
from tests.fakes import FixedClock
from tests.own_list_truth import compared, truth_of
from tests.services.importing.lists import (
    HEADINGS,
    SMALL,
    Backup,
    Save,
    clients_of,
    counts,
    dump,
    taken_in,
)


def test_the_sample_comes_in_as_its_truth_says(
    imports: Imports, book_database: Database, sample: pathlib.Path, shared_data: pathlib.Path
) -> None:
    taken_in(imports, sample)

    answers = list(compared(clients_of(book_database), truth_of(shared_data)))
    assert [field for field, right in answers if not right] == []
    assert len(answers) == 160 * 21


@pytest.mark.parametrize(
    ("row", "outcome", "problem"),
    [
        (167, Outcome.SAME, None),
        (168, Outcome.NEW, None),
        (169, Outcome.ERROR, ("D", "phone", ProblemCode.PHONE_BAD, "12345")),
        (170, Outcome.NEW, ("B", "birthday", ProblemCode.IMPOSSIBLE_DATE, "1990-02-30")),
        (
            171,
            Outcome.NEW,
            ("B", "birthday", ProblemCode.LEAP_MONTH_ABSENT, "农历1990年闰八月初一"),
        ),
        (172, Outcome.ERROR, ("A", "name", ProblemCode.FORMULA, "")),
    ],
)
def test_each_odd_row_of_the_sample_is_handled(
    imports: Imports,
    sample: pathlib.Path,
    row: int,
    outcome: Outcome,
    problem: tuple[str, str, ProblemCode, str] | None,
) -> None:
    made = imports.plan(imports.read(sample))

    (found,) = [planned for planned in made.rows if planned.row_number == row]
    told = [(one.column, one.field, one.code, one.raw) for one in found.problems]
    assert found.outcome is outcome
    assert told == ([] if problem is None else [problem])


def test_the_report_of_the_sample_keeps_the_contract(
    imports: Imports, sample: pathlib.Path
) -> None:
    report, change = imports.apply(imports.plan(imports.read(sample)))

    told = report.to_json()
    assert list(told) == [
        "file", "kind", "profile", "sheets", "rows", "same", "updated", "new", "conflict",
        "error", "skipped", "problems", "applied", "undo_id",
    ]  # fmt: skip
    assert [told[key] for key in list(told)[4:11]] == [167, 1, 0, 163, 0, 2, 1]
    assert (told["file"], told["kind"], told["applied"]) == ("own_list.xlsx", "own-list", True)
    assert told["undo_id"] == change.id > 0
    assert change.action == "import.own_list"
    assert change.subject == "own_list.xlsx"
    sheet = report.sheets[0]
    assert (sheet.name, sheet.header_row, len(sheet.mapping)) == ("我的大客户", 2, 21)


def test_the_same_file_again_changes_nothing(
    imports: Imports, book_database: Database, backup: Backup, sample: pathlib.Path
) -> None:
    taken_in(imports, sample)
    before = dump(book_database)

    again = imports.plan(imports.read(sample))
    report, change = imports.apply(again)

    assert again.writes_nothing
    assert counts(again) == {"same": 164, "error": 2, "skipped": 1}
    assert (change.id, report.undo_id, backup.made) == (0, None, 1)
    assert dump(book_database) == before


def test_undo_takes_the_whole_import_back(
    imports: Imports, book_database: Database, journal: Journal, save: Save, sample: pathlib.Path
) -> None:
    taken_in(imports, save(SMALL))
    before = dump(book_database)

    taken_in(imports, sample)
    after = dump(book_database)
    journal.undo()
    undone = dump(book_database)
    journal.redo()

    assert after != before
    assert undone == before
    assert dump(book_database) == after


def test_an_edited_copy_fills_blanks_and_asks_about_the_rest(
    imports: Imports, book_database: Database, save: Save
) -> None:
    taken_in(imports, save(SMALL))

    made = taken_in(
        imports,
        save(
            [
                HEADINGS,
                ("林晚", "13800000001", "1985-3-2", "医生", "20万", "爱喝茶"),
                ("周桐", "13800000002", "农历八月十五", "老师", None, None),
                ("陈晨", "13800000003", None, None, None, None),
            ]
        ),
    )

    assert counts(made) == {"conflict": 1, "updated": 1, "new": 1}
    assert [(one.field, one.ours, one.theirs) for one in made.open_conflicts] == [
        (Field.OCCUPATION, "会计", "医生")
    ]
    jobs = {client["name"]: client["occupation"] for client in clients_of(book_database)}
    assert jobs == {"林晚": "会计", "周桐": "老师", "陈晨": None}


def test_theirs_goes_in_where_it_was_accepted(
    imports: Imports, book_database: Database, save: Save
) -> None:
    taken_in(imports, save(SMALL))
    edited = save([HEADINGS, ("林晚", "13800000001", "1985-3-2", "医生", None, None)])

    made = imports.plan(imports.read(edited), accept=Accept.THEIRS)
    imports.apply(made)

    assert counts(made) == {"updated": 1}
    assert clients_of(book_database)[0]["occupation"] == "医生"


@pytest.mark.parametrize("mark_big", [True, False])
def test_people_of_her_own_list_are_big_clients_if_she_says_so(
    imports: Imports, book_database: Database, save: Save, *, mark_big: bool
) -> None:
    imports.apply(imports.plan(imports.read(save(SMALL)), mark_big=mark_big))

    assert {client["big"] for client in clients_of(book_database)} == {mark_big}


def test_without_a_backup_nothing_is_taken_in(
    imports: Imports, book_database: Database, backup: Backup, save: Save
) -> None:
    made = imports.plan(imports.read(save(SMALL)))
    backup.failure = DiskFull(pathlib.Path("backups"))

    with pytest.raises(DiskFull):
        imports.apply(made)

    assert clients_of(book_database) == []


def test_a_book_that_moved_on_asks_for_a_new_plan(
    imports: Imports, book_database: Database, journal: Journal, save: Save
) -> None:
    made = imports.plan(imports.read(save(SMALL)))
    with journal.change("client.add") as work:
        put(work.session, builders.client("别人"))

    with pytest.raises(PlanOutdated):
        imports.apply(made)
    fresh = imports.plan_again(made)
    imports.apply(fresh)

    assert counts(fresh) == {"new": 2}
    assert [client["name"] for client in clients_of(book_database)] == ["别人", "林晚", "周桐"]


def test_a_change_that_does_not_touch_the_plan_lets_it_pass(
    imports: Imports, book_database: Database, journal: Journal, save: Save
) -> None:
    taken_in(imports, save(SMALL))
    made = imports.plan(
        imports.read(save([HEADINGS, ("林晚", "13800000001", None, None, 1, "新")]))
    )
    with journal.change("gift.add") as work:
        put(work.session, Gift(client_id=2, item="蛋糕"))

    report, _ = imports.apply(made)

    assert report.applied
    assert clients_of(book_database)[0]["notes"] == "爱喝茶\n新"


def test_a_cancelled_import_leaves_nothing(
    imports: Imports, book_database: Database, save: Save
) -> None:
    def stop_at_the_end(done: int, total: int) -> None:
        if done == total:
            raise Cancelled

    made = imports.plan(imports.read(save(SMALL)))

    with pytest.raises(Cancelled):
        imports.apply(made, stop_at_the_end)

    assert clients_of(book_database) == []


def test_an_answer_that_names_a_client_who_is_gone_is_told(
    imports: Imports, save: Save, journal: Journal, clock: FixedClock
) -> None:
    read = imports.read(save(SMALL))
    taken_in(imports, save(SMALL))
    journal.undo()
    options = Options(source=read.file, now=clock.now(), who={("客户", 2): 1})

    with pytest.raises(RecordGone):
        imports.plan(read, options=options)


def test_a_list_without_a_known_column_says_so(imports: Imports, save: Save) -> None:
    with pytest.raises(NoKnownColumns):
        imports.read(save([("甲", "乙"), ("1", "2")]))


def test_columns_can_be_chosen_by_hand(imports: Imports, save: Save) -> None:
    read = imports.read(save([("姓名", "电话", "她干啥的"), ("林晚", "13800000001", "会计")]))

    again = imports.read_again(read, ReadingRules(columns={"她干啥的": Field.OCCUPATION}))

    assert read.sheets[0].ignored == ("她干啥的",)
    assert again.rows[0].draft.occupation == "会计"
