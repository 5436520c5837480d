"""The table of festivals: which there are, when, for whom, how long ahead, and what she changed.

A festival is one campaign for many clients. Her changes are lines of `BookSettings.festivals`:

    mid_autumn=on,7                    on or off, and how many days ahead
    own_1=on,3,solar 6-18,店庆          one of her own: its day and its name as well
"""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

from crm_desktop.domain.festival_days import FestivalDay, days_in, read_day

MOST_LEAD: Final = 60
LONGEST_NAME: Final = 30
OWN: Final = "own_"
"""How the code of a festival of her own begins; its number follows."""

_FIRST_OWN: Final = 1_000


class Audience(StrEnum):
    """Whom a festival is for.

    WOMEN are all but men, MOTHERS and PARENTS have a child, YOUNG_CHILDREN one under 14;
    ELDERS are sixty, or have a parent in the family.
    """

    EVERYBODY = "everybody"
    WOMEN = "women"
    MOTHERS = "mothers"
    YOUNG_CHILDREN = "young_children"
    TEACHERS = "teachers"
    ELDERS = "elders"
    PARENTS = "parents"


class Silence(StrEnum):
    """Why a day is left alone: 清明 bears no greetings, 中元 no gifts, and days she chose."""

    NO_GREETINGS = "no_greetings"
    NO_GIFTS = "no_gifts"
    OWN = "own"


@dataclass(frozen=True, slots=True, kw_only=True)
class Festival:
    """One festival; `name` is filled for her own only, `silence` for days that keep silent.

    `number` is what its reminders are kept under. `lead_days` 0 is the day alone.
    """

    code: str
    number: int
    day: FestivalDay
    lead_days: int = 2
    audience: Audience = Audience.EVERYBODY
    is_on: bool = True
    silence: Silence | None = None
    name: str = ""

    @property
    def is_own(self) -> bool:
        """Return whether she added it."""
        return self.code.startswith(OWN)

    @property
    def is_campaign(self) -> bool:
        """Return whether its list is told."""
        return self.is_on and self.silence is None


@dataclass(frozen=True, slots=True)
class FestivalTable:
    """The festivals in the order of the year, hers last."""

    festivals: tuple[Festival, ...] = ()

    def get(self, code: str) -> Festival | None:
        """Return the festival of a code."""
        return next((each for each in self.festivals if each.code == code), None)

    def between(self, first: dt.date, last: dt.date) -> list[tuple[dt.date, Festival]]:
        """Return every festival from `first` through `last`, on or not, by day."""
        found = [
            (day, each)
            for each in self.festivals
            for year in range(first.year, last.year + 1)
            for day in days_in(each.day, year)
            if first <= day <= last
        ]
        return sorted(found, key=_by_day)

    def next_day(self, code: str, since: dt.date) -> dt.date | None:
        """Return the first day of a festival from `since` on, None if none comes any more."""
        each = self.get(code)
        years = range(since.year, since.year + 3) if each is not None else ()
        days = (day for year in years for day in days_in(each.day, year)) if each else ()
        return next((day for day in days if day >= since), None)

    @property
    def longest_lead(self) -> int:
        """Return the most days ahead a list is told, 0 if none is."""
        return max((each.lead_days for each in self.festivals if each.is_campaign), default=0)

    def with_festival(self, changed: Festival) -> "FestivalTable":
        """Return the table with one festival changed."""
        return FestivalTable(
            tuple(changed if each.code == changed.code else each for each in self.festivals)
        )

    def with_own(self, name: str, day: FestivalDay, lead_days: int) -> "FestivalTable":
        """Return the table with one more of her own."""
        number = max(_FIRST_OWN, *(each.number + 1 for each in self.festivals), 0)
        code = f"{OWN}{number - _FIRST_OWN + 1}"
        own = Festival(code=code, number=number, day=day, lead_days=lead_days, name=_tidy(name))
        return FestivalTable((*self.festivals, own))

    def without_own(self, code: str) -> "FestivalTable":
        """Return the table without one of her own; the others can only be turned off."""
        kept = (each for each in self.festivals if each.code != code or not each.is_own)
        return FestivalTable(tuple(kept))


NO_FESTIVALS: Final = FestivalTable()


def read_table(lines: Iterable[str]) -> FestivalTable:
    """Return the table that comes with the app, by the lines of its file.

    Raises:
        ValueError: A line is not written as the file says.
    """
    return FestivalTable(tuple(_built_in(line) for line in lines if "=" in line.split("#")[0]))


def with_changes(table: FestivalTable, lines: Iterable[str]) -> FestivalTable:
    """Return the table as she changed it; a line of another hand is passed over."""
    for line in lines:
        code, _, told = line.partition("=")
        known = table.get(code)
        if code.startswith(OWN) and known is None:
            own = _own(code, told.split(",", 3))
            table = table if own is None else FestivalTable((*table.festivals, own))
        elif known is not None:
            stands, _, days = told.partition(",")
            lead = known.lead_days if _lead(days) is None else _lead(days) or 0
            table = table.with_festival(replace(known, is_on=stands == "on", lead_days=lead))
    return table


def is_kept(code: str, lines: Iterable[str]) -> bool:
    """Return whether her changes leave on what came with the app turned on."""
    return not any(line.startswith(f"{code}=off") for line in lines)


def changes(table: FestivalTable, built_in: FestivalTable) -> tuple[str, ...]:
    """Return the lines in which a table differs from the one that came with the app."""
    differing = (each for each in table.festivals if each != built_in.get(each.code))
    return tuple(_line(each) for each in differing)


def _line(each: Festival) -> str:
    stands = f"{each.code}={'on' if each.is_on else 'off'},{each.lead_days}"
    return f"{stands},{each.day},{each.name}" if each.is_own else stands


def _built_in(line: str) -> Festival:
    code, _, told = line.partition("=")
    number, stands, lead, audience, day = (part.strip() for part in told.strip(' "\n').split(";"))
    rule = read_day(day)
    if rule is None:
        raise ValueError(line)
    return Festival(
        code=code.strip(),
        number=int(number),
        day=rule,
        lead_days=int(lead),
        audience=Audience(audience),
        is_on=stands != "off",
        silence=None if stands in {"on", "off"} else Silence(stands),
    )


def _own(code: str, parts: Sequence[str]) -> Festival | None:
    if len(parts) != len(("stands", "lead", "day", "name")) or not code[len(OWN) :].isdecimal():
        return None
    rule, lead, name = read_day(parts[2]), _lead(parts[1]), _tidy(parts[3])
    if rule is None or lead is None or not name:
        return None
    number = _FIRST_OWN + int(code[len(OWN) :]) - 1
    is_on = parts[0] == "on"
    return Festival(code=code, number=number, day=rule, lead_days=lead, is_on=is_on, name=name)


def _lead(days: str) -> int | None:
    return int(days) if days.isdecimal() and int(days) <= MOST_LEAD else None


def _tidy(name: str) -> str:
    return " ".join(name.split())[:LONGEST_NAME]


def _by_day(found: tuple[dt.date, Festival]) -> tuple[dt.date, int]:
    return found[0], found[1].number
