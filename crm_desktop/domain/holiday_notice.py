"""The yearly notice of the public holidays, read out of its own words.

The State Council announces them each November in sentences that have not changed for years:
`二、春节：2月5日（周五）至11日（周四）放假调休，共7天。2月14日（周日）上班。`
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

_ASIDE: Final = re.compile(r"\([^()]*\)")
_CLAUSE: Final = re.compile(r"[,。;\n]+")
_YEAR: Final = re.compile(r"(\d{4})\s*年(?!\s*\d{1,2}\s*月)")
_DAY: Final = re.compile(r"(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日")
_UNTIL: Final = re.compile(r"^(?:至|到|-|~|—|–)+(?:次年|翌年)?$")
_LONGEST: Final = dt.timedelta(days=31)
_AUTUMN: Final = 10
_DECEMBER: Final = 12
_ONE_DAY: Final = dt.timedelta(days=1)


class Notice(NamedTuple):
    """The days off, and those that are worked instead."""

    days_off: frozenset[dt.date]
    working_days: frozenset[dt.date]


def read_notice(text: str, today: dt.date) -> Notice:
    """Return the days a notice tells; what is no such sentence is passed over.

    The year is the one named first, else the year to come from October on.
    """
    plain = _ASIDE.sub("", unicodedata.normalize("NFKC", text).replace(" ", ""))
    named = _YEAR.search(plain)
    year = int(named[1]) if named else today.year + (today.month >= _AUTUMN)
    off: set[dt.date] = set()
    worked: set[dt.date] = set()
    for clause in _CLAUSE.split(plain):
        if "上班" in clause:
            worked.update(_days(clause, year))
        elif "放假" in clause:
            off.update(_days(clause, year))
    return Notice(frozenset(off - worked), frozenset(worked))


def _days(clause: str, year: int) -> Iterator[dt.date]:
    """Yield every day of a clause: `9月20日、10月10日`, `2月5日至11日`."""
    rows: list[tuple[dt.date, dt.date]] = []
    end, month = 0, 0
    for found in _DAY.finditer(clause):
        month = int(found[2] or month)
        known = rows[-1][1].year if rows else year
        day = _day(int(found[1] or known), month, int(found[3]))
        if day is None:
            break
        if rows and _UNTIL.match(clause[end : found.start()]):
            rows[-1] = _row(rows[-1][0], day, has_year="年" in clause[: found.start()])
        else:
            rows.append((day, day))
        end = found.end()
    for first, last in rows:
        yield first
        yield from _between(first, last)
        yield last


def _row(first: dt.date, last: dt.date, *, has_year: bool) -> tuple[dt.date, dt.date]:
    """Return a row of days; one over the turn of the year ends in the year the notice is about."""
    if last >= first or first.month != _DECEMBER or last.month != 1:
        return first, last
    if has_year:
        return first, last.replace(year=first.year + 1)
    return first.replace(year=first.year - 1), last


def _between(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    if last - first <= _LONGEST:
        for number in range(1, (last - first).days):
            yield first + number * _ONE_DAY


def _day(year: int, month: int, day: int) -> dt.date | None:
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None
