"""Words for our own sheet come back: every column, every caution, what becomes of a cell."""

import datetime as dt

import pytest

from crm_desktop.domain.drafts import CellProblem, Field
from crm_desktop.domain.import_plan import (
    Caution,
    Decision,
    Difference,
    Outcome,
    PlannedRow,
)
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.excel.columns import WHOSE
from crm_desktop.excel.workbook_layout import SHEETS
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.importing import difference_words, explained, row_words, value_words
from crm_desktop.ui.text.problems import problem_text
from crm_desktop.ui.text.returned import caution_text, column_word

KEYS = [
    sheet.full_key(column)
    for sheet in SHEETS
    for column in sheet.columns
    if not column.is_derived and column is not WHOSE
]
DIFFERENCES = [
    ("client.occupation", "餐饮老板", "老师", Decision.TAKEN, "Occupation: 餐饮老板 → 老师"),
    ("client.qq", "10001", None, Decision.CLEARED, "QQ: − 10001"),
    ("client.likes", "百合", None, Decision.REMOVED, "Likes: − 百合"),
    ("client.likes", None, "兰花", Decision.ADDED, "Likes: + 兰花"),
    ("client.marked_big", "是", None, Decision.CLEARED, "Big client: no longer"),
    ("action", "项链", None, Decision.REMOVED, "the row is deleted"),
    ("action", "项链", None, Decision.KEPT, "delete the row (项链)?"),
]


@pytest.mark.parametrize("key", [*KEYS, "action"])
def test_every_column_has_a_word(key: str) -> None:
    assert column_word(key) not in {"Cell", ""}


@pytest.mark.parametrize("caution", list(Caution))
def test_every_caution_is_told_in_both_languages(
    caution: Caution, translators: Translators
) -> None:
    translators.speak(Language.ENGLISH)
    at = dt.datetime(2026, 11, 20, 9, 5, tzinfo=dt.UTC)
    english = caution_text(caution, at)
    translators.speak(Language.CHINESE)
    chinese = caution_text(caution, at)

    assert english.endswith(".")
    assert chinese.endswith("。")
    assert ("20 Nov 2026" in english and "09:05" in chinese) is (caution is Caution.SAME_FILE)


@pytest.mark.parametrize(("field", "ours", "theirs", "decision", "words"), DIFFERENCES)
def test_what_becomes_of_a_cell(
    field: str, ours: str | None, theirs: str | None, decision: Decision, words: str
) -> None:
    difference = Difference(client_id=1, field=field, ours=ours, theirs=theirs, decision=decision)

    assert difference_words(difference) == words


def test_the_level_of_the_clinic_is_told_without_its_heading() -> None:
    assert value_words(Field.MEMBER_LEVEL, "会员等级:金卡") == "金卡"


def test_fen_are_told_as_money() -> None:
    assert value_words("gift.cost", 30_000) == "¥300"
    assert value_words("client.children_count", 2) == "2"


def test_what_is_undecided_comes_before_what_is_taken() -> None:
    told = [
        Difference(
            client_id=1, field="client.sex", ours=None, theirs="女", decision=Decision.FILLED
        ),
        Difference(
            client_id=1, field="client.qq", ours="10001", theirs="2", decision=Decision.KEPT
        ),
    ]
    row = PlannedRow(
        sheet="客户", row_number=2, name="林晚", outcome=Outcome.CONFLICT, differences=tuple(told)
    )

    assert row_words(row) == "QQ: 10001 / 2; Sex: + Female"


def test_of_a_whole_row_only_the_reason_is_told() -> None:
    problem = CellProblem(
        sheet="客户", row=4, column="", field=None, code=ProblemCode.UNKNOWN_ROW, raw=""
    )

    assert explained(problem) == problem_text(ProblemCode.UNKNOWN_ROW)
