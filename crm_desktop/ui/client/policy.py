"""PolicyField: what to do in years that lack or repeat the day; only what this day needs."""

from dataclasses import replace
from enum import StrEnum
from typing import Any, Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.domain.dates import (
    LONGEST_LUNAR_MONTH,
    DatedFact,
    Feb29,
    LeapAbsent,
    LeapPresent,
    RecurrencePolicy,
    Repeated,
    ShortMonth,
    policy_from_code,
)
from crm_desktop.ui.fields.choice import ChoiceField
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_XS
from crm_desktop.ui.widgets.labels import label

Fact = tuple[DatedFact, str]

_WORDS: Final[tuple[tuple[str, tuple[tuple[StrEnum, str], ...]], ...]] = (
    (
        "feb29",
        (
            (Feb29.FEB28, QT_TRANSLATE_NOOP("Policy", "In common years on 28 February")),
            (Feb29.MAR01, QT_TRANSLATE_NOOP("Policy", "In common years on 1 March")),
            (Feb29.LEAP_YEARS, QT_TRANSLATE_NOOP("Policy", "In leap years only")),
        ),
    ),
    (
        "short_month",
        (
            (ShortMonth.LAST, QT_TRANSLATE_NOOP("Policy", "In a month of 29 days on its last day")),
            (ShortMonth.NEXT, QT_TRANSLATE_NOOP("Policy", "In a month of 29 days a day later")),
            (ShortMonth.SKIP, QT_TRANSLATE_NOOP("Policy", "In a month of 29 days not at all")),
        ),
    ),
    (
        "leap_absent",
        (
            (
                LeapAbsent.ORDINARY,
                QT_TRANSLATE_NOOP("Policy", "Without the leap month: in the ordinary month"),
            ),
            (
                LeapAbsent.LEAP_YEARS,
                QT_TRANSLATE_NOOP("Policy", "Without the leap month: not at all"),
            ),
        ),
    ),
    (
        "leap_present",
        (
            (
                LeapPresent.LEAP,
                QT_TRANSLATE_NOOP("Policy", "With the leap month: in the leap month"),
            ),
            (
                LeapPresent.ORDINARY,
                QT_TRANSLATE_NOOP("Policy", "With the leap month: in the ordinary month"),
            ),
            (LeapPresent.BOTH, QT_TRANSLATE_NOOP("Policy", "With the leap month: in both")),
        ),
    ),
    (
        "repeated",
        (
            (
                Repeated.FIRST,
                QT_TRANSLATE_NOOP("Policy", "Where the month is repeated: the first one"),
            ),
            (Repeated.BOTH, QT_TRANSLATE_NOOP("Policy", "Where the month is repeated: both")),
        ),
    ),
)


class PolicyField(QWidget):
    """One choice for each doubt the day raises; most days raise none.

    Signals:
        committed: the new code of the policy.
    """

    committed = Signal(str)

    def __init__(self, name: str, value: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value = value
        self._parts: dict[str, ChoiceField[StrEnum]] = {}
        self._none = label(self.tr("This day comes every year."), Role.HINT)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(SPACE_XS)
        inside.addWidget(self._none)
        self._none.setIndent(10)
        policy = policy_from_code(value[1])
        for part, pairs in _WORDS:
            choices = [(each, QCoreApplication.translate("Policy", words)) for each, words in pairs]
            made = ChoiceField[StrEnum](name, choices, getattr(policy, part))
            made.setObjectName(part)
            made.committed.connect(self._on_picked)
            self._parts[part] = made
            inside.addWidget(made)
        self.set_value(value)

    def value(self) -> Fact:
        """Return the day and the code as saved last."""
        return self._value

    def set_value(self, value: Fact) -> None:
        """Show the choices of this day as saved."""
        self._value = value
        fact, code = value
        policy, needed = policy_from_code(code), doubts(fact)
        for part, made in self._parts.items():
            made.set_value(getattr(policy, part))
            made.setVisible(part in needed)
        self._none.setVisible(not needed)

    def _on_picked(self, picked: StrEnum) -> None:
        policy: RecurrencePolicy = policy_from_code(self._value[1])
        part = self.sender().objectName()
        changed: dict[str, Any] = {part: picked}
        code = replace(policy, **changed).policy_code()
        self._value = (self._value[0], code)
        self.committed.emit(code)


def doubts(fact: DatedFact) -> frozenset[str]:
    """Return the parts of the policy that matter for a day."""
    if not fact.is_lunar:
        return frozenset({"feb29"} if fact.is_29_february else ())
    parts = {"leap_absent", "leap_present"} if fact.leap else {"repeated"}
    if fact.day == LONGEST_LUNAR_MONTH:
        parts.add("short_month")
    return frozenset(parts)
