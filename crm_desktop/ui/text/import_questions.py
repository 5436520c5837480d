"""What a plan asks, in words: what it is about, and what either answer means."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import Accept, Value
from crm_desktop.domain.import_questions import ACTION, WHICH_LINE, Answer, Question
from crm_desktop.ui.text.importing import field_word, value_words

NOTHING = "—"


def question_word(question: Question, what: str = "") -> str:
    """Return what is asked: `Phone`, `Who is this?`; `what` a row below the client tells of."""
    if question.is_who and question.copied and what:
        return QCoreApplication.translate("Questions", "One more like it?")
    if question.is_who:
        return QCoreApplication.translate("Questions", "Who is this?")
    if question.takes_client_out:
        return QCoreApplication.translate("Questions", "Delete the client?")
    if question.field == ACTION:
        return QCoreApplication.translate("Questions", "Delete this row?")
    return field_word(question.field)


def base_words(question: Question) -> str:
    """Return what the other side last had, a dash where that is not known."""
    known = [one.base for one in question.differences if one.has_base]
    return _values(question.field, known) if question.field != ACTION else NOTHING


def side_words(question: Question, side: Accept, names: Mapping[int, str], what: str = "") -> str:
    """Return what stands in the column of one side."""
    if question.is_who:
        return _who_words(question, side, names, what)
    is_mine = side is Accept.MINE
    if question.field == ACTION:
        return answer_words(question, side, names, what)
    sides = [one.ours if is_mine else one.theirs for one in question.differences]
    if not is_mine and not any(sides):
        return QCoreApplication.translate("Questions", "(cleared)")
    return _values(question.field, sides)


def answer_words(
    question: Question, answer: Answer, names: Mapping[int, str], what: str = ""
) -> str:
    """Return what an answer says, as it stands on a button."""
    if question.is_who:
        return _person_words(question, answer, names, what)
    keep, take = _side_answers(question)
    return keep if answer is Accept.MINE else take


def line_answers(field: str) -> tuple[str, str]:
    """Return what may be said of a whole purchase, in the order of the keys."""
    translate = QCoreApplication.translate
    if field == WHICH_LINE:
        return translate("Questions", "Another one"), translate("Questions", "This one corrected")
    return translate("Questions", "Leave it out"), translate("Questions", "Take it in")


def _side_answers(question: Question) -> tuple[str, str]:
    """Return what it is called to keep ours, and to take theirs."""
    translate = QCoreApplication.translate
    if question.takes_client_out:
        return translate("Questions", "Keep her"), translate("Questions", "Put her into the trash")
    if question.field == ACTION:
        return translate("Questions", "Keep it"), translate("Questions", "Delete it")
    if question.is_about_lines:
        return line_answers(question.field)
    return translate("Questions", "Keep mine"), translate("Questions", "Take theirs")


def _who_words(question: Question, side: Accept, names: Mapping[int, str], what: str) -> str:
    if side is Accept.THEIRS:
        return answer_words(question, 0, names, what)
    if len(question.candidates) == 1:
        return answer_words(question, question.candidates[0], names, what)
    known = [names.get(each, "…") for each in question.candidates]
    return QCoreApplication.translate("Questions", " or ").join(known)


def _person_words(question: Question, answer: Answer, names: Mapping[int, str], what: str) -> str:
    if question.copied and what:
        if answer:
            return QCoreApplication.translate("Questions", "Leave it out")
        return QCoreApplication.translate("Questions", "Take it in as one more")
    if not answer:
        return QCoreApplication.translate("Questions", "Somebody new")
    words = QCoreApplication.translate("Questions", "It is {name}")
    return words.format(name=names.get(int(answer), "…"))


def _values(field: str, values: list[Value]) -> str:
    told = [value_words(field, value) for value in values if value is not None and value != ""]
    return "\n".join(dict.fromkeys(told)) or NOTHING
