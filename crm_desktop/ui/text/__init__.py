"""Words for what the layers below return as facts.

Knows QtCore only, so that the command line speaks with the same voice.
"""

from crm_desktop.ui.text.amounts import money, money_from, plain_amount
from crm_desktop.ui.text.changes import change_label, redone_label, undone_label
from crm_desktop.ui.text.days import (
    dated_fact,
    day,
    day_and_relative,
    day_with_year,
    lunar_day,
    lunar_of,
    relative,
    since,
    weekday,
)
from crm_desktop.ui.text.errors import sentence
from crm_desktop.ui.text.problems import problem_text

__all__ = [
    "change_label",
    "dated_fact",
    "day",
    "day_and_relative",
    "day_with_year",
    "lunar_day",
    "lunar_of",
    "money",
    "money_from",
    "plain_amount",
    "problem_text",
    "redone_label",
    "relative",
    "sentence",
    "since",
    "undone_label",
    "weekday",
]
