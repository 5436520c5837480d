"""What a plan asks, and answers with their way back."""

import datetime as dt
from collections.abc import Mapping

import pytest

from crm_desktop.domain.drafts import CellProblem
from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    ImportPlan,
    Options,
    Outcome,
    PlannedRow,
)
from crm_desktop.domain.import_questions import (
    ACTION,
    Answers,
    Place,
    Question,
    questions_of,
    renewed,
    same_for_all,
)
from crm_desktop.domain.problems import ProblemCode

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
MINE, THEIRS = Accept.MINE, Accept.THEIRS


def difference(
    field: str, decision: Decision = Decision.KEPT, client_id: int = 1, part: str = ""
) -> Difference:
    return Difference(
        client_id=client_id, field=field, ours="我", theirs="他", decision=decision, part=part
    )


def row(
    number: int, *differences: Difference, client_id: int | None = 1, sheet: str = "客户"
) -> PlannedRow:
    return PlannedRow(
        sheet=sheet,
        row_number=number,
        name=f"林{client_id}",
        outcome=Outcome.CONFLICT,
        client_id=client_id,
        differences=differences,
    )


def asked(number: int, *candidates: int, code: ProblemCode | None = None) -> PlannedRow:
    problem = CellProblem(
        sheet="客户", row=number, column="", field=None, code=code or ProblemCode.SAME_NAME, raw=""
    )
    return PlannedRow(
        sheet="客户",
        row_number=number,
        name="林",
        outcome=Outcome.CONFLICT,
        candidates=candidates,
        problems=(problem,),
    )


def plan(
    *rows: PlannedRow,
    decided: Mapping[Place, Accept] | None = None,
    who: Mapping[tuple[str, int], int] | None = None,
) -> ImportPlan:
    options = Options(source="x", now=NOW, decided=decided or {}, who=who or {})
    return ImportPlan(options=options, rows=rows)


def places(questions: tuple[Question, ...]) -> list[tuple[int, str]]:
    return [(one.row_number, one.field) for one in questions]


@pytest.mark.parametrize(
    ("decision", "is_asked"),
    [(each, each is Decision.KEPT) for each in Decision],
)
def test_only_what_was_kept_is_asked(decision: Decision, is_asked: bool) -> None:  # noqa: FBT001 - a table
    assert bool(questions_of(plan(row(2, difference("a", decision))))) is is_asked


def test_what_was_decided_stays_among_the_questions() -> None:
    taken = row(2, difference("a", Decision.TAKEN))
    assert places(questions_of(plan(taken, decided={("客户", 2, "a"): THEIRS}))) == [(2, "a")]


def test_questions_of_one_client_stand_together_in_the_order_of_the_file() -> None:
    rows = (
        row(2, difference("a"), client_id=1),
        row(3, difference("b", client_id=2), client_id=2),
        row(9, difference("c", part="v1"), client_id=1, sheet="到院消费"),
    )
    assert places(questions_of(plan(*rows))) == [(2, "a"), (9, "c"), (3, "b")]


def test_several_differences_with_one_answer_are_one_question() -> None:
    found = questions_of(plan(row(2, difference("children"), difference("children"))))
    assert [len(one.differences) for one in found] == [2]


def test_a_row_of_nobody_asks_who_it_is_and_a_copy_says_so() -> None:
    who, copy = questions_of(plan(asked(2, 5, 7), asked(3, 5, code=ProblemCode.COPIED_ROW)))
    assert (who.answers, who.is_who, who.copied) == ((5, 7, 0), True, False)
    assert (copy.answers, copy.copied) == ((5, 0), True)


def test_taking_a_client_out_is_told_from_taking_a_row_out() -> None:
    client, visit = questions_of(
        plan(row(2, difference(ACTION)), row(3, difference(ACTION, part="v1")))
    )
    assert (client.takes_client_out, visit.takes_client_out) == (True, False)


def test_all_at_once_leaves_out_who_it_is_and_clients_to_be_deleted() -> None:
    found = questions_of(plan(row(2, difference(ACTION), difference("a")), asked(3, 5)))
    assert same_for_all(found, THEIRS) == {("客户", 2, "a"): THEIRS}


def test_answers_are_told_as_options_want_them_and_come_from_them() -> None:
    answers = Answers()
    answers.give({("客户", 2, "a"): THEIRS, ("客户", 3, ""): 0, ("客户", 4, ""): 7})
    assert answers.decided == {("客户", 2, "a"): THEIRS}
    assert answers.who == {("客户", 3): 0, ("客户", 4): 7}
    again = Answers.of(plan(decided=answers.decided, who=answers.who))
    assert (again.decided, again.who) == (answers.decided, answers.who)


def test_each_step_is_taken_back_whole_and_a_step_that_says_nothing_is_none() -> None:
    one, two = ("客户", 2, "a"), ("客户", 2, "b")
    answers = Answers({one: MINE})
    assert answers.give({one: THEIRS, two: THEIRS})
    assert not answers.give({one: THEIRS})
    assert answers.give({one: None})
    assert answers.decided == {two: THEIRS}
    assert answers.back() == (one,)
    assert set(answers.back()) == {one, two}
    assert (answers.decided, answers.can_go_back, answers.back()) == ({one: MINE}, False, ())


def test_an_answered_question_stays_when_the_plan_no_longer_asks_it() -> None:
    before = questions_of(plan(asked(2, 5)))
    answers = Answers()
    answers.give({("客户", 2, ""): 5})
    fresh = plan(row(2, difference("a", client_id=5), client_id=5), who=answers.who)
    assert places(renewed(before, questions_of(fresh), answers)) == [(2, ""), (2, "a")]


def test_differences_of_a_row_that_is_about_another_now_are_gone() -> None:
    before = questions_of(plan(asked(2, 5), row(2, difference("a"))))
    answers = Answers({("客户", 2, ""): 0, ("客户", 2, "a"): THEIRS})
    assert places(renewed(before, questions_of(plan(who=answers.who)), answers)) == [(2, "")]


def test_an_open_question_the_plan_no_longer_asks_is_gone() -> None:
    before = questions_of(plan(row(2, difference("a")), row(3, difference("b"))))
    assert places(renewed(before, questions_of(plan(row(3, difference("b")))), Answers())) == [
        (3, "b")
    ]
