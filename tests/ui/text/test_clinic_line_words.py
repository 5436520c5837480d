import datetime as dt

import pytest

from crm_desktop.domain.import_plan import (
    Accept,
    Decision,
    Difference,
    GoneLine,
    ImportPlan,
    ListKind,
    Options,
    Purchase,
)
from crm_desktop.domain.import_questions import LATE_LINE, WHICH_LINE, Question, same_for_all
from crm_desktop.ui.text.import_questions import (
    answer_words,
    base_words,
    question_word,
    side_words,
)
from crm_desktop.ui.text.import_sources import notes_on

DAY = dt.date(2026, 3, 2)
OURS = Purchase(on=DAY, project="水光针", paid=1280_00)
THEIRS = Purchase(on=dt.date(2026, 3, 9), project="水光针", paid=-900_00)


def question(field: str, ours: Purchase | None) -> Question:
    one = Difference(
        client_id=1,
        field=field,
        ours=ours,
        theirs=THEIRS,
        decision=Decision.KEPT,
        base=ours,
        has_base=ours is not None,
    )
    return Question(sheet="a", row_number=2, name="林晚", field=field, differences=(one,))


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (
            question(WHICH_LINE, OURS),
            (
                "Is it corrected?",
                "2 Mar 2026 水光针 ¥1,280",
                "2 Mar 2026 水光针 ¥1,280",
                "9 Mar 2026 水光针 -¥900",
                "Another one",
                "This one corrected",
            ),
        ),
        (
            question(LATE_LINE, None),
            (
                "Not in newer lists",
                "—",
                "—",
                "9 Mar 2026 水光针 -¥900",
                "Leave it out",
                "Take it in",
            ),
        ),
    ],
)
def test_both_purchases_and_both_answers_are_told(asked: Question, words: tuple[str, ...]) -> None:
    assert (
        question_word(asked),
        base_words(asked),
        side_words(asked, Accept.MINE, {}),
        side_words(asked, Accept.THEIRS, {}),
        answer_words(asked, Accept.MINE, {}),
        answer_words(asked, Accept.THEIRS, {}),
    ) == words


@pytest.mark.parametrize("side", Accept)
def test_whether_a_purchase_is_another_is_never_answered_in_bulk(side: Accept) -> None:
    assert same_for_all([question(WHICH_LINE, OURS), question(LATE_LINE, None)], side) == {}


ONE = (
    "1 purchase the clinic had told before is not in this list any more (¥500). "
    "It stays in your book."
)
THREE = (
    "3 purchases the clinic had told before are not in this list any more "
    "(¥1,500 in all). They stay in your book."
)


@pytest.mark.parametrize(("count", "told"), [(0, []), (1, [ONE]), (3, [THREE])])
def test_what_is_gone_from_a_list_is_told_with_how_much(count: int, told: list[str]) -> None:
    now = dt.datetime(2026, 11, 23, tzinfo=dt.UTC)
    gone = GoneLine(client_id=1, bill_id=1, on=DAY, project="", paid=500_00)
    options = Options(source="a", now=now, kind=ListKind.CLINIC)

    assert notes_on(ImportPlan(options=options, rows=(), gone=(gone,) * count)) == told
