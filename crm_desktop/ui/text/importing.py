"""An import in words: fields, outcomes, what a row changes, why a cell was not taken."""

import datetime as dt
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import CellProblem, Field
from crm_desktop.domain.import_plan import (
    Decision,
    Difference,
    Outcome,
    PlannedRow,
    Purchase,
    Value,
)
from crm_desktop.services.sheet_words import says_yes_or_nothing
from crm_desktop.ui.text.amounts import money
from crm_desktop.ui.text.canonical import cell_words
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import dated_fact, day_with_year
from crm_desktop.ui.text.import_fields import bill_field_word
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.problems import problem_text
from crm_desktop.ui.text.returned import column_word, is_money

_MONEY: Final = {Field.INCOME, Field.HUSBAND_INCOME, Field.PAID_STATED}
_FIELDS: Final[dict[str, str]] = {
    Field.NAME: QT_TRANSLATE_NOOP("ImportFields", "Name"),
    Field.DISPLAY_NAME: QT_TRANSLATE_NOOP("ImportFields", "What she is called"),
    Field.SEX: QT_TRANSLATE_NOOP("ImportFields", "Sex"),
    Field.BIRTHDAY: QT_TRANSLATE_NOOP("ImportFields", "Birthday"),
    Field.BIRTHDAY_CALENDAR: QT_TRANSLATE_NOOP("ImportFields", "Birthday solar or lunar"),
    Field.PHONE: QT_TRANSLATE_NOOP("ImportFields", "Phone"),
    Field.WECHAT: QT_TRANSLATE_NOOP("ImportFields", "WeChat"),
    Field.QQ: QT_TRANSLATE_NOOP("ImportFields", "QQ"),
    Field.OCCUPATION: QT_TRANSLATE_NOOP("ImportFields", "Occupation"),
    Field.INCOME: QT_TRANSLATE_NOOP("ImportFields", "Yearly income"),
    Field.ADDRESS: QT_TRANSLATE_NOOP("ImportFields", "Address"),
    Field.CHILDREN_COUNT: QT_TRANSLATE_NOOP("ImportFields", "How many children"),
    Field.CHILDREN: QT_TRANSLATE_NOOP("ImportFields", "Children and birthdays"),
    Field.HUSBAND_NAME: QT_TRANSLATE_NOOP("ImportFields", "Husband's name"),
    Field.HUSBAND_PHONE: QT_TRANSLATE_NOOP("ImportFields", "Husband's phone"),
    Field.HUSBAND_BIRTHDAY: QT_TRANSLATE_NOOP("ImportFields", "Husband's birthday"),
    Field.HUSBAND_OCCUPATION: QT_TRANSLATE_NOOP("ImportFields", "Husband's occupation"),
    Field.HUSBAND_INCOME: QT_TRANSLATE_NOOP("ImportFields", "Husband's income"),
    Field.WEDDING: QT_TRANSLATE_NOOP("ImportFields", "Wedding anniversary"),
    Field.PERSONALITY: QT_TRANSLATE_NOOP("ImportFields", "Personality"),
    Field.PREFERENCES: QT_TRANSLATE_NOOP("ImportFields", "Likes and taboos"),
    Field.LIKES: QT_TRANSLATE_NOOP("ImportFields", "Likes"),
    Field.TABOOS: QT_TRANSLATE_NOOP("ImportFields", "Taboos"),
    Field.ALLERGIES: QT_TRANSLATE_NOOP("ImportFields", "Allergies"),
    Field.HEALTH_NOTES: QT_TRANSLATE_NOOP("ImportFields", "Health notes"),
    Field.POTENTIAL: QT_TRANSLATE_NOOP("ImportFields", "Projects she may want"),
    Field.COMPLETED: QT_TRANSLATE_NOOP("ImportFields", "Projects done"),
    Field.GIFTS: QT_TRANSLATE_NOOP("ImportFields", "Gifts given"),
    Field.VISITS_STATED: QT_TRANSLATE_NOOP("ImportFields", "Number of visits"),
    Field.NOTES: QT_TRANSLATE_NOOP("ImportFields", "Notes"),
    Field.SOURCE: QT_TRANSLATE_NOOP("ImportFields", "How she came to us"),
    Field.REFERRED_BY: QT_TRANSLATE_NOOP("ImportFields", "Referred by"),
    Field.FIRST_CONTACT: QT_TRANSLATE_NOOP("ImportFields", "First contact"),
    Field.TIER: QT_TRANSLATE_NOOP("ImportFields", "Tier"),
    Field.TAGS: QT_TRANSLATE_NOOP("ImportFields", "Tags"),
    Field.CARD_NUMBER: QT_TRANSLATE_NOOP("ImportFields", "Clinic card number"),
    Field.DIALECT: QT_TRANSLATE_NOOP("ImportFields", "Dialect"),
    Field.AFFORDABILITY: QT_TRANSLATE_NOOP("ImportFields", "What she can afford"),
    Field.RISK_ATTITUDE: QT_TRANSLATE_NOOP("ImportFields", "Attitude to risk"),
    Field.APPEARANCE_EXPECTATION: QT_TRANSLATE_NOOP("ImportFields", "What she hopes to look like"),
    Field.OWNER: QT_TRANSLATE_NOOP("ImportFields", "Consultant in charge"),
    Field.MEMBER_LEVEL: QT_TRANSLATE_NOOP("ImportFields", "Clinic's member level"),
    Field.PAID_STATED: QT_TRANSLATE_NOOP("ImportFields", "Total paid"),
    Field.LAST_VISIT_STATED: QT_TRANSLATE_NOOP("ImportFields", "Last visit"),
    "marked_big": QT_TRANSLATE_NOOP("ImportFields", "Big client"),
}
_OUTCOMES: Final[dict[Outcome, str]] = {
    Outcome.NEW: QT_TRANSLATE_NOOP("Imports", "New"),
    Outcome.UPDATED: QT_TRANSLATE_NOOP("Imports", "Updated"),
    Outcome.SAME: QT_TRANSLATE_NOOP("Imports", "Unchanged"),
    Outcome.CONFLICT: QT_TRANSLATE_NOOP("Imports", "To decide"),
    Outcome.ERROR: QT_TRANSLATE_NOOP("Imports", "With an error"),
    Outcome.SKIPPED: QT_TRANSLATE_NOOP("Imports", "Skipped"),
}
_AT_MOST: Final = 3


def field_word(name: str | None) -> str:
    """Return `Birthday`; a field that has no word of its own is called a cell."""
    if name is not None and ("." in name or name == "action"):
        return column_word(name)
    if name in _FIELDS:
        return QCoreApplication.translate("ImportFields", _FIELDS[name])
    cell = QCoreApplication.translate("ImportFields", "Cell")
    return bill_field_word(name or "") or cell


def outcome_word(outcome: Outcome) -> str:
    """Return `New`, `Updated`, ..."""
    return QCoreApplication.translate("Imports", _OUTCOMES[outcome])


def value_words(field: str, value: Value) -> str:
    """Return one side of a difference as she would write it."""
    if isinstance(value, DatedFact):
        return dated_fact(value)
    if isinstance(value, dt.date):
        return day_with_year(value)
    if isinstance(value, Purchase):
        return " ".join(filter(None, (day_with_year(value.on), value.project, money(value.paid))))
    if isinstance(value, StrEnum):
        return choice(value)
    if isinstance(value, int) and (field in _MONEY or is_money(field)):
        return money(value)
    return "—" if value is None or value == "" else _text_words(field, str(value))


def _text_words(field: str, text: str) -> str:
    if field == Field.MEMBER_LEVEL:
        # Kept with the heading of the clinic's ladder (会员等级:金卡), which the field says too.
        return text.rpartition(":")[2] or text
    return cell_words(field, text)


def place(problem: CellProblem) -> str:
    """Return `我的大客户 D12`, the cell as Excel calls it; cards of a phone are counted."""
    if not problem.sheet:
        return QCoreApplication.translate("Imports", "Contact {row}").format(row=problem.row)
    if problem.column:
        return f"{problem.sheet} {problem.column}{problem.row}"
    return QCoreApplication.translate("Imports", "{sheet}, row {row}").format(
        sheet=problem.sheet, row=problem.row
    )


def explained(problem: CellProblem) -> str:
    """Return what is wrong with a cell: `Birthday “2025-02-30”: There is no such day`."""
    words = {
        "field": field_word(problem.field),
        "raw": " ".join(problem.raw.split()),
        "why": problem_text(problem.code),
    }
    if problem.raw:
        return QCoreApplication.translate("Imports", "{field} “{raw}”: {why}").format(**words)
    if words["field"] == field_word(None):
        # The whole row is meant.
        return words["why"]
    return QCoreApplication.translate("Imports", "{field}: {why}").format(**words)


def difference_words(difference: Difference) -> str:
    """Return what a difference does to the file, in one line."""
    words = {
        "field": field_word(difference.field),
        "ours": value_words(difference.field, difference.ours),
        "theirs": " ".join(value_words(difference.field, difference.theirs).split()),
    }
    if difference.field == "marked_big":
        return QCoreApplication.translate("Imports", "becomes a big client")
    if difference.field == "action":
        return _deleted(difference, words)
    if says_yes_or_nothing(difference.field) and difference.decision in {
        Decision.REMOVED,
        Decision.CLEARED,
    }:
        return QCoreApplication.translate("Imports", "{field}: no longer").format(**words)
    if difference.decision in {Decision.REMOVED, Decision.CLEARED}:
        return QCoreApplication.translate("Imports", "{field}: − {ours}").format(**words)
    if difference.decision in {Decision.FILLED, Decision.ADDED}:
        return QCoreApplication.translate("Imports", "{field}: + {theirs}").format(**words)
    pattern = (
        QCoreApplication.translate("Imports", "{field}: {ours} → {theirs}")
        if difference.decision is Decision.TAKEN
        else QCoreApplication.translate("Imports", "{field}: {ours} / {theirs}")
    )
    return pattern.format(**words)


def _deleted(difference: Difference, words: dict[str, str]) -> str:
    """Return what becomes of a row that is to be deleted."""
    if difference.decision is Decision.KEPT:
        return QCoreApplication.translate("Imports", "delete the row ({ours})?").format(**words)
    return QCoreApplication.translate("Imports", "the row is deleted")


def row_words(row: PlannedRow) -> str:
    """Return what comes of a row in one line: its problems, what is undecided, the rest."""
    told = [explained(problem) for problem in row.problems]
    told += [difference_words(one) for one in row.differences if one.decision is Decision.KEPT]
    told += [difference_words(one) for one in row.differences if one.decision is not Decision.KEPT]
    rest = len(told) - _AT_MOST
    shown = QCoreApplication.translate("Imports", "; ").join(
        each.rstrip("。.") for each in told[:_AT_MOST]
    )
    if rest > 0:
        more = QCoreApplication.translate("Imports", "{shown} and {count} more")
        return more.format(shown=shown, count=rest)
    return shown
