"""The questions of a plan as a list: a head for each client, under it what is to be decided."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from typing_extensions import override

from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.import_questions import Answer, Answers, Place, Question
from crm_desktop.ui.exchange.conflict_lines import Head, Laid, laid
from crm_desktop.ui.exchange.overview import Overview
from crm_desktop.ui.text.import_questions import base_words, question_word, side_words

if TYPE_CHECKING:
    from crm_desktop.ui.text.import_rows import RowWords

LINE_ROLE: Final = Qt.ItemDataRole.UserRole
_NO_PARENT = QModelIndex()

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One question as it is shown; `what` says which row below the client it is about."""

    question: Question
    word: str
    what: str
    base: str
    mine: str
    theirs: str


class ConflictModel(QAbstractListModel):
    """Holds questions and answers; an answer is shown at once, whatever is planned of it later.

    Attributes:
        questions: every question, also those that are filtered out.
        answers: what was said so far.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.questions: tuple[Question, ...] = ()
        self.answers = Answers()
        self._names: dict[int, str] = {}
        self._words: RowWords | None = None
        self._decided = 0
        self._field: str | None = None
        self._is_open_only = False
        self._lines: Sequence[Head | Question] = ()
        self._told_lines: dict[int, Line] = {}
        self._rows: Mapping[Place, int] = {}
        self._heads: Mapping[Place, int] = {}

    @property
    def decided(self) -> int:
        """How many questions were answered."""
        return self._decided

    @property
    def fields(self) -> dict[str, int]:
        """How many questions there are of each field."""
        found: dict[str, int] = {}
        for one in self.questions:
            found[one.field] = found.get(one.field, 0) + 1
        return found

    def show(self, questions: Sequence[Question], answers: Answers, seen: Overview) -> None:
        """Show the questions of a plan; where they are the same ones the list is not moved."""
        is_same = self.questions == tuple(questions) and answers is self.answers
        self.questions, self.answers, self._words = tuple(questions), answers, seen.words
        if is_same:
            self._count()
        else:
            self._rebuild(seen.laid if self.questions == seen.questions else None)

    def show_names(self, names: Mapping[int, str]) -> None:
        """Learn what candidates are called."""
        self._names.update(names)
        self._rebuild()

    def filter(self, field: str | None, *, open_only: bool) -> None:
        """Show one field alone (None: all), perhaps only what is not decided now."""
        self._field, self._is_open_only = field, open_only
        self._rebuild()

    def shown(self) -> list[Question]:
        """Return the questions that are not filtered out."""
        return [line for line in self._lines if isinstance(line, Question)]

    def line(self, index: Index) -> Head | Line | None:
        """Return what stands at `index`."""
        if not index.isValid():
            return None
        line = self._lines[index.row()]
        if isinstance(line, Head):
            return line
        if index.row() not in self._told_lines:
            self._told_lines[index.row()] = self._line(line)
        return self._told_lines[index.row()]

    def answer(self, question: Question) -> Answer | None:
        """Return what was answered."""
        return self.answers.get(question)

    def names(self) -> Mapping[int, str]:
        """Return what candidates are called, as far as it is known."""
        return self._names

    def index_of(self, place: Place) -> QModelIndex:
        """Return where a question stands, invalid where it is not shown."""
        row = self._rows.get(place, -1)
        return self.index(row) if row >= 0 else QModelIndex()

    def next_open(self, after: int) -> QModelIndex:
        """Return the next question nobody has answered, from the top again after the last."""
        count = len(self._lines)
        for step in range(1, count + 1):
            row = (after + step) % count
            line = self._lines[row]
            if isinstance(line, Question) and self.answers.get(line) is None:
                return self.index(row)
        return QModelIndex()

    def give(self, answers: Mapping[Place, Answer | None]) -> bool:
        """Answer as one step; return whether that says anything."""
        if not self.answers.give(answers):
            return False
        self._told(answers)
        return True

    def back(self) -> tuple[Place, ...]:
        """Take the last step back and return which questions it was about."""
        places = self.answers.back()
        self._told(places)
        return places

    @override
    def rowCount(self, parent: Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None:
            return None
        if role == LINE_ROLE:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return self._told_line(line)
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(line, Line):
            return line.what or None
        return None

    def progress(self, head: Head) -> tuple[int, int]:
        """Return how many of the questions of a client were answered, of how many."""
        done = sum(self.answers.get(one) is not None for one in head.questions)
        return done, len(head.questions)

    def _told_line(self, line: Head | Line) -> str:
        if isinstance(line, Head):
            done, count = self.progress(line)
            words = self.tr("{name}: {done} of {count} decided")
            return words.format(name=line.name, done=done, count=count)
        words = self.tr("{field} {what}: last synced {base}, mine {mine}, theirs {theirs}; {said}")
        return words.format(
            field=line.word,
            what=line.what,
            base=line.base,
            mine=line.mine,
            theirs=line.theirs,
            said=self._said(self.answers.get(line.question)),
        )

    def _said(self, answer: Answer | None) -> str:
        if answer is None:
            return self.tr("not decided")
        if answer is Accept.MINE:
            return self.tr("mine stays")
        return self.tr("theirs is taken") if answer is Accept.THEIRS else self.tr("decided")

    def _told(self, places: Collection[Place]) -> None:
        """Paint anew what was answered, and the heads above it."""
        self._count()
        rows = [self._rows[place] for place in places if place in self._rows]
        if not rows:
            return
        first = min(self._heads[place] for place in places if place in self._rows)
        self.dataChanged.emit(self.index(first), self.index(max(rows)))

    def _rebuild(self, ready: Laid | None = None) -> None:
        self.beginResetModel()
        if ready is None or self._field is not None or self._is_open_only:
            ready = laid([one for one in self.questions if self._is_wanted(one)])
        self._lines, self._rows, self._heads = ready.lines, ready.rows, ready.heads
        self._told_lines = {}
        self._count()
        self.endResetModel()

    def _count(self) -> None:
        self._decided = sum(self.answers.get(one) is not None for one in self.questions)

    def _is_wanted(self, question: Question) -> bool:
        if self._field is not None and question.field != self._field:
            return False
        return not self._is_open_only or self.answers.get(question) is None

    def _line(self, question: Question) -> Line:
        what = "" if self._words is None else self._words.of(*question.row)
        return Line(
            question=question,
            word=question_word(question, what),
            what=what,
            base=base_words(question),
            mine=side_words(question, Accept.MINE, self._names, what),
            theirs=side_words(question, Accept.THEIRS, self._names, what),
        )
