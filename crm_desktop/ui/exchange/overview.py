"""All the screen wants to know of a plan, found out beside the screen.

A plan of 12,000 rows holds hundreds of thousands of facts; to go through them once takes
longer than the window may stand still.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from crm_desktop.domain.import_plan import Decision, ImportPlan, Outcome, PlannedRow
from crm_desktop.domain.import_questions import Question, questions_of
from crm_desktop.domain.records import Client, FactSource
from crm_desktop.ui.exchange.conflict_lines import Laid, laid
from crm_desktop.ui.text.import_rows import RowWords


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """A plan with what is shown of it.

    `listed` are the outcomes of rows that can be shown, `troubled` counts rows with problems,
    `writes` rows of which anything comes into the book, `left` what is undecided; `facts` counts
    the new facts by client, `candidates` are whose names are shown, `made` the names of those of
    them whom the list itself makes, `sheets` the names of those the rows are from.
    """

    plan: ImportPlan
    counts: Mapping[Outcome, int]
    listed: frozenset[Outcome]
    troubled: int
    writes: int
    left: int
    sheets: tuple[str, ...]
    says_nothing: bool
    candidates: frozenset[int]
    made: Mapping[int, str]
    facts: Mapping[int | None, int]
    words: RowWords
    questions: tuple[Question, ...]
    laid: Laid


def overview_of(plan: ImportPlan, before: Iterable[Question] = ()) -> Overview:
    """Look a plan over; questions that were asked `before` stay the very same ones."""
    rows, counts = plan.rows, plan.counts
    questions = _same(questions_of(plan), before)
    is_open = bool(plan.open_conflicts)
    candidates = frozenset(one for row in rows for one in row.candidates)
    left = len(plan.open_conflicts) + sum(bool(row.candidates) for row in rows)
    return Overview(
        plan=plan,
        counts=counts,
        listed=frozenset(row.outcome for row in rows),
        troubled=sum(bool(row.problems) for row in rows),
        writes=counts[Outcome.NEW] + counts[Outcome.UPDATED] + sum(map(_writes, rows)),
        left=left,
        sheets=tuple(dict.fromkeys(row.sheet for row in rows)),
        says_nothing=bool(rows) and plan.writes_nothing and not is_open and not plan.problems,
        candidates=candidates,
        made={
            one.id: one.name for one in plan.new if isinstance(one, Client) and one.id in candidates
        },
        facts=_facts(plan),
        words=RowWords(plan),
        questions=questions,
        laid=laid(questions),
    )


def _same(questions: tuple[Question, ...], before: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions, equal ones as the object there was: to compare them takes no time."""
    known = {question.place: question for question in before}
    olds = (known.get(question.place) for question in questions)
    return tuple(
        old if old is not None and old == question else question
        for old, question in zip(olds, questions, strict=True)
    )


def _facts(plan: ImportPlan) -> Mapping[int | None, int]:
    new = {row.client_id for row in plan.rows if row.outcome is Outcome.NEW}
    told = (fact for fact in plan.new if not isinstance(fact, Client | FactSource))
    return Counter(fact.client_id for fact in told if fact.client_id in new)


def _writes(row: PlannedRow) -> bool:
    """Return whether anything comes into the book beside what is undecided in a row."""
    return row.outcome is Outcome.CONFLICT and any(
        one.decision is not Decision.KEPT for one in row.differences
    )
