"""What the last step of an import says: clients or rows, and what is left to her."""

import pytest

from crm_desktop.domain.drafts import CellProblem, Field
from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.text.import_results import is_left, left_words, title_words

_PROBLEM = CellProblem(
    sheet="客户", row=4, column="D", field=Field.NAME, code=ProblemCode.SAME_NAME, raw="林晚"
)


def report(kind: ListKind, *, problems: int = 0, **counts: int) -> ImportReport:
    return ImportReport(
        file="a.xlsx",
        kind=kind,
        counts={outcome: counts.get(outcome.value, 0) for outcome in Outcome},
        sheets=(),
        problems=(_PROBLEM,) * problems,
        applied=True,
    )


@pytest.mark.parametrize(
    ("kind", "new", "updated", "said"),
    [
        (ListKind.OWN_LIST, 3, 1, "a.xlsx: 4 taken into the book"),
        (ListKind.CONTACTS, 1, 0, "a.xlsx: 1 taken into the book"),
        (ListKind.CLINIC, 3000, 1, "a.xlsx: 3,000 added, 1 updated"),
        (ListKind.ROUNDTRIP, 0, 2, "a.xlsx: 2 updated"),
        (ListKind.ROUNDTRIP, 2, 0, "a.xlsx: 2 added"),
        (ListKind.ROUNDTRIP, 0, 0, "a.xlsx: taken in"),
    ],
)
def test_only_where_every_row_is_a_client_the_title_counts_clients(
    kind: ListKind, new: int, updated: int, said: str
) -> None:
    assert title_words(report(kind, new=new, updated=updated)) == said


@pytest.mark.parametrize(
    ("conflict", "problems", "starts"),
    [
        (0, 0, ["Every row was taken"]),
        (5, 0, ["5 rows hold something undecided"]),
        (0, 2, ["In 1 row something could not"]),
        (1, 1, ["1 row holds something undecided", "In 1 row something could not"]),
    ],
)
def test_what_waits_for_her_is_not_passed_over(
    conflict: int, problems: int, starts: list[str]
) -> None:
    made = report(ListKind.ROUNDTRIP, conflict=conflict, problems=problems)
    lines = left_words(made).splitlines()
    assert [line[: len(start)] for line, start in zip(lines, starts, strict=True)] == starts
    assert is_left(made) is bool(conflict or problems)
