"""Ahead: the next days of a date in both calendars, and what the calendar made of each."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from crm_desktop.domain import lunar
from crm_desktop.domain.ages import age_at, nominal_age
from crm_desktop.domain.coming import Coming, Turn, this_and_next
from crm_desktop.domain.dates import born_on, policy_from_code
from crm_desktop.domain.milestones import milestone_days
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.records import ClientDate, DateKind, Person, Relation
from crm_desktop.domain.records.enums import Sex
from crm_desktop.domain.years import YearMark, marks, own_animal_year, sex_of
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.when import joined, years_words
from crm_desktop.ui.text import day_with_year, lunar_of, relative
from crm_desktop.ui.text.days import lunar_month_name, weekday
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.years import mark_words, milestone_words, wedding_name
from crm_desktop.ui.theme.roles import Role, set_role
from crm_desktop.ui.theme.tokens import SPACE_M, SPACE_XS
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label

_INDENT: Final = 9
# Years further on in which something special is looked for.
_FAR: Final = 10
_TURNS: Final = {
    Turn.COMMON_YEAR: QT_TRANSLATE_NOOP("Ahead", "no 29 February that year"),
    Turn.SHORT_MONTH: QT_TRANSLATE_NOOP("Ahead", "that month has only 29 days"),
    Turn.NO_LEAP: QT_TRANSLATE_NOOP("Ahead", "no leap {month} that year"),
    Turn.ORDINARY: QT_TRANSLATE_NOOP("Ahead", "leap {month} that year, kept in the one before"),
    Turn.FIRST: QT_TRANSLATE_NOOP("Ahead", "leap {month} that year, kept in the first"),
    Turn.AGAIN: QT_TRANSLATE_NOOP("Ahead", "once more in the leap {month}"),
}
Line = tuple[str, str, Role]


class Ahead(QWidget):
    """A line for each of the coming days, then what is special within reach."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(_INDENT, 0, 0, 0)
        self._grid.setHorizontalSpacing(SPACE_M)
        self._grid.setVerticalSpacing(SPACE_XS)
        self._grid.setColumnStretch(1, 1)
        self._lines: list[tuple[ElidedLabel, ElidedLabel]] = []
        self._title = label(self.tr("Coming days"), Role.STRONG)
        self._grid.addWidget(self._title, 0, 0, 1, 2)

    def show_date(self, date: ClientDate, shown: Shown) -> None:
        """Show the days of `date` as it stands now."""
        told = lines(date, shown)
        while len(self._lines) < len(told):
            self._lines.append(self._add_line(len(self._lines) + 1))
        for place, (left, right) in enumerate(self._lines):
            first, second, role = told[place] if place < len(told) else ("", "", Role.SECOND)
            left.setText(first)
            right.setText(second)
            set_role(left, role)
            left.setVisible(bool(first))
            right.setVisible(bool(first))
        self.setVisible(bool(told))
        self.setAccessibleName("\n".join(f"{first} {second}" for first, second, _ in told))

    def _add_line(self, place: int) -> tuple[ElidedLabel, ElidedLabel]:
        made = ElidedLabel(""), ElidedLabel("", Role.SECOND)
        self._grid.addWidget(made[0], place, 0)
        self._grid.addWidget(made[1], place, 1)
        return made


def lines(date: ClientDate, shown: Shown) -> list[Line]:
    """Return the lines of a date: the day, what is to be known of it, how it looks."""
    if not date.month or date.is_ended:
        return []
    coming = this_and_next(date.fact, policy_from_code(date.policy), shown.today)
    person = shown.folder.person(date.person_id)
    sex = _sex(person, shown)
    days = [_line(date, each, sex, shown) for each in coming]
    after = coming[-1].on if coming else shown.today
    special = _next_special(date, after, sex, men_at_nine=shown.file.men_at_nine)
    near = _milestones(date, person, shown.today)
    return [*near, *days, *special, *_animal_year(date, shown.today)]


def _next_special(
    date: ClientDate, after: dt.date, sex: Sex | None, *, men_at_nine: bool
) -> list[Line]:
    """Return the next round birthday, coming of age or named anniversary of those further off."""
    policy, on = policy_from_code(date.policy), after
    for _ in range(_FAR):
        following = next_occurrence(date.fact, policy, on + dt.timedelta(days=1))
        if following is None or date.fact.year is None:
            return []
        on, age = following, age_at(date.fact, following, policy)
        found = marks(date.kind, age, nominal_age(date.fact, on), sex, men_at_nine=men_at_nine)
        is_named = date.kind is DateKind.WEDDING and bool(wedding_name(age))
        if is_named or set(found) - {YearMark.OWN_ANIMAL}:
            return [(_day(on), _years(date, on, sex, men_at_nine=men_at_nine), Role.SECOND)]
    return []


def _line(date: ClientDate, coming: Coming, sex: Sex | None, shown: Shown) -> Line:
    on, today = coming.on, shown.today
    told = joined(
        lunar_of(on) if lunar.FIRST_DAY <= on <= lunar.LAST_DAY else "",
        *(turn_words(turn, date.month) for turn in coming.turns),
        _years(date, on, sex, men_at_nine=shown.file.men_at_nine),
        relative(on, today) if today <= on < _a_year_after(today) else "",
    )
    return _day(on), told, Role.SECOND if on < today else Role.STRONG


def _a_year_after(today: dt.date) -> dt.date:
    return today + dt.timedelta(days=366)


def _years(date: ClientDate, on: dt.date, sex: Sex | None, *, men_at_nine: bool) -> str:
    """Return how many years it is that day, and what is special about that."""
    age = age_at(date.fact, on, policy_from_code(date.policy))
    if age is None:
        return ""
    if date.kind is DateKind.WEDDING:
        years = QCoreApplication.translate("Zodiac", "{years} years married").format(years=age)
        return joined(years, wedding_name(age))
    if date.kind is not DateKind.BIRTHDAY:
        return QCoreApplication.translate("Zodiac", "{years} years on").format(years=age)
    nominal = nominal_age(date.fact, on)
    found = marks(date.kind, age, nominal, sex, men_at_nine=men_at_nine)
    return joined(years_words(age, nominal), mark_words(found, nominal))


def turn_words(turn: Turn, month: int) -> str:
    """Return why the day is another than usual: `leap 五月 that year, kept in the first`."""
    pattern = QCoreApplication.translate("Ahead", _TURNS[turn])
    return pattern.format(month=lunar_month_name(month))


def _milestones(date: ClientDate, person: Person | None, today: dt.date) -> list[Line]:
    """Return the days of a young child that are still to come, within the year."""
    born = born_on(date.fact) if date.kind is DateKind.BIRTHDAY else None
    if born is None or person is None or person.relation is not Relation.CHILD:
        return []
    return [
        (_day(on), joined(milestone_words(which), relative(on, today)), Role.STRONG)
        for which, on in milestone_days(born)
        if today <= on < _a_year_after(today)
    ]


def _animal_year(date: ClientDate, today: dt.date) -> list[Line]:
    """Return from when until when the year of one's own animal lasts."""
    year = own_animal_year(date.fact, today) if date.kind is DateKind.BIRTHDAY else None
    if year is None:
        return []
    pattern = QCoreApplication.translate("Ahead", "{first} to {last}")
    told = pattern.format(first=day_with_year(year.first), last=day_with_year(year.last))
    name = QCoreApplication.translate("Ahead", "Own zodiac year")
    return [(name, told, Role.SECOND)]


def _sex(person: Person | None, shown: Shown) -> Sex | None:
    if person is None:
        return shown.folder.client.sex
    return sex_of(person.sex, person.relation)


def _day(on: dt.date) -> str:
    return f"{day_with_year(on)} {weekday(on)}"
