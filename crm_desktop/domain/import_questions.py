"""What a plan leaves a person to decide, and her answers so far, each to be taken back.

A question is asked once for all differences that one answer settles.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain.import_plan import Accept, Decision, Difference, ImportPlan, PlannedRow
from crm_desktop.domain.problems import ProblemCode

ACTION: Final = "action"
"""The field of a row that is to be taken out."""

WHICH_LINE: Final = "visit.which"
"""The field of a clinic's line that may be one it has no more, corrected, or another purchase."""

LATE_LINE: Final = "visit.late"
"""The field of a line of an older list which newer ones have no more."""

LINES: Final = frozenset({WHICH_LINE, LATE_LINE})
"""Fields of which money may stand twice by the answer."""

Place = tuple[str, int, str]
"""Sheet, row, field; "" for whom the row is about."""

Answer = Accept | int
"""Whose value stands, or the id of the client a row is about (0: somebody new)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One thing to decide: a value of two, or (no `field`) whom a row is about.

    `copied` rows are about a client who has such a row already: it may be one more.
    """

    sheet: str
    row_number: int
    name: str
    field: str = ""
    client_id: int | None = None
    differences: tuple[Difference, ...] = ()
    candidates: tuple[int, ...] = ()
    copied: bool = False

    @property
    def place(self) -> Place:
        """Return by what it is known while plans come and go."""
        return self.sheet, self.row_number, self.field

    @property
    def row(self) -> tuple[str, int]:
        """Return the row it is asked of."""
        return self.sheet, self.row_number

    @property
    def group(self) -> object:
        """Return what questions of one client have in common."""
        if self.client_id is not None:
            return self.client_id
        return self.row

    @property
    def is_who(self) -> bool:
        """Return whether it asks whom a row is about."""
        return not self.field

    @property
    def takes_client_out(self) -> bool:
        """Return whether the other side wants a whole client gone: never decided in bulk."""
        return self.field == ACTION and not any(one.part for one in self.differences)

    @property
    def is_about_lines(self) -> bool:
        """Return whether money may stand twice by the answer: never decided in bulk."""
        return self.field in LINES

    @property
    def answers(self) -> tuple[Answer, ...]:
        """Return what may be answered, in the order of the keys that say it."""
        if self.is_who:
            return (*self.candidates, 0)
        return Accept.MINE, Accept.THEIRS


def questions_of(plan: ImportPlan) -> tuple[Question, ...]:
    """Return the questions of a plan, also those answered, one client after the other.

    A row whose `who` was answered asks no more; `Answers` keeps that question.
    """
    decided = plan.options.decided
    found = [
        question
        for row in plan.rows
        if row.differences or row.candidates
        for question in _of_row(row, decided)
    ]
    return by_client(found)


def by_client(questions: Iterable[Question]) -> tuple[Question, ...]:
    """Return the questions with those of one client together, in the order they came."""
    groups: dict[object, list[Question]] = {}
    for question in questions:
        groups.setdefault(question.group, []).append(question)
    return tuple(question for group in groups.values() for question in group)


def renewed(
    before: Iterable[Question], now: Iterable[Question], answers: "Answers"
) -> tuple[Question, ...]:
    """Return the questions `now`, those that were answered before still among them.

    Of a row that is about somebody else now, the differences are another's.
    """
    fresh = {question.place: question for question in now}
    told = answers.who
    stay = [
        fresh.get(question.place, question)
        for question in before
        if question.place in fresh
        or (answers.get(question) is not None and (question.is_who or question.row not in told))
    ]
    known = {question.place for question in stay}
    return by_client([*stay, *(one for one in fresh.values() if one.place not in known)])


def _of_row(row: PlannedRow, decided: Mapping[Place, Accept]) -> Iterable[Question]:
    if row.candidates:
        yield Question(
            sheet=row.sheet,
            row_number=row.row_number,
            name=row.name,
            client_id=row.client_id,
            candidates=row.candidates,
            copied=any(one.code is ProblemCode.COPIED_ROW for one in row.problems),
        )
    asked: dict[str, list[Difference]] = {}
    for one in row.differences:
        place = (row.sheet, row.row_number, one.field)
        if one.decision is Decision.KEPT or place in decided:
            asked.setdefault(one.field, []).append(_undecided(one))
    for field, differences in asked.items():
        yield Question(
            sheet=row.sheet,
            row_number=row.row_number,
            name=row.name,
            field=field,
            client_id=row.client_id,
            differences=tuple(differences),
        )


def _undecided(one: Difference) -> Difference:
    """Return a difference as it was before it was decided, so that its question stays the same."""
    return one if one.decision is Decision.KEPT else replace(one, decision=Decision.KEPT)


class Answers:
    """Answers by place, and the way back through them."""

    def __init__(self, given: Mapping[Place, Answer] | None = None) -> None:
        self._given: dict[Place, Answer] = dict(given or {})
        self._before: list[dict[Place, Answer | None]] = []

    @classmethod
    def of(cls, plan: ImportPlan) -> "Answers":
        """Return the answers a plan was made with."""
        options = plan.options
        who = {(*place, ""): client_id for place, client_id in options.who.items()}
        return cls({**options.decided, **who})

    @property
    def decided(self) -> dict[Place, Accept]:
        """Return the answers to differences, as `Options.decided` wants them."""
        return {
            place: answer for place, answer in self._given.items() if isinstance(answer, Accept)
        }

    @property
    def who(self) -> dict[tuple[str, int], int]:
        """Return the answers to whom rows are about, as `Options.who` wants them."""
        return {
            place[:2]: answer
            for place, answer in self._given.items()
            if not isinstance(answer, Accept)
        }

    @property
    def can_go_back(self) -> bool:
        """Return whether an answer can be taken back."""
        return bool(self._before)

    def get(self, question: Question) -> Answer | None:
        """Return the answer to a question, None while there is none."""
        return self._given.get(question.place)

    def give(self, answers: Mapping[Place, Answer | None]) -> bool:
        """Answer as one step, None leaves undecided again; return whether that says anything."""
        news = {place: said for place, said in answers.items() if self._given.get(place) != said}
        if not news:
            return False
        self._before.append({place: self._given.get(place) for place in news})
        self._put(news)
        return True

    def back(self) -> tuple[Place, ...]:
        """Take the last step back, and return which answers it was."""
        if not self._before:
            return ()
        last = self._before.pop()
        self._put(last)
        return tuple(last)

    def _put(self, answers: Mapping[Place, Answer | None]) -> None:
        for place, answer in answers.items():
            if answer is None:
                self._given.pop(place, None)
            else:
                self._given[place] = answer


def same_for_all(questions: Iterable[Question], side: Accept) -> dict[Place, Answer | None]:
    """Return the answers that let one side win in all of these; graver questions are left out."""
    return {
        question.place: side
        for question in questions
        if not (question.is_who or question.takes_client_out or question.is_about_lines)
    }
