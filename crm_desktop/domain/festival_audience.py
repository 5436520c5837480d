"""Whom a festival is for, by the file of one client; `services/campaigns.py` asks it of all."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.festivals import Audience
from crm_desktop.domain.records import DateKind, Relation, Sex
from crm_desktop.domain.tact import lost

TEACHERS: Final = ("教师", "老师", "教授", "讲师", "班主任", "teacher", "professor", "lecturer")
"""By which an occupation tells that she teaches; capitals do not matter."""

_OLDEST_CHILD: Final = 14
_ELDER: Final = 60


def youngest(on: dt.date) -> int:
    """Return the birthday, as the number 20120601, after which a child is under 14 `on`.

    Lunar birthdays are compared by their own numbers: at most seven weeks amiss.
    """
    return _years_before(on, _OLDEST_CHILD)


def eldest(on: dt.date) -> int:
    """Return the birthday, as the number 19660601, up to which somebody is sixty `on`."""
    return _years_before(on, _ELDER)


def is_for(audience: Audience, folder: ClientFolder, on: dt.date) -> bool:
    """Return whether a festival on a day is for this client; who died has no part in it."""
    return _RULES[audience](folder, on)


def _everybody(_folder: ClientFolder, _on: dt.date) -> bool:
    return True


def _is_woman(folder: ClientFolder, _on: dt.date) -> bool:
    return folder.client.sex is not Sex.MALE


def _has_child(folder: ClientFolder, _on: dt.date) -> bool:
    return _has(folder, Relation.CHILD)


def _is_mother(folder: ClientFolder, on: dt.date) -> bool:
    return _is_woman(folder, on) and _has_child(folder, on)


def _has_young_child(folder: ClientFolder, on: dt.date) -> bool:
    gone = lost(folder)
    return any(
        _born(folder, person.id) > youngest(on)
        for person in folder.persons
        if person.relation is Relation.CHILD and person.id not in gone
    )


def _teaches(folder: ClientFolder, _on: dt.date) -> bool:
    occupation = folder.client.occupation.lower()
    return any(word in occupation for word in TEACHERS)


def _is_elder(folder: ClientFolder, on: dt.date) -> bool:
    return 0 < _born(folder, None) <= eldest(on) or _has(folder, Relation.PARENT)


def _has(folder: ClientFolder, relation: Relation) -> bool:
    gone = lost(folder)
    return any(each.relation is relation and each.id not in gone for each in folder.persons)


def _born(folder: ClientFolder, person_id: int | None) -> int:
    """Return a birthday as the number 20120601, 0 where its year is not known."""
    found = folder.main_date(DateKind.BIRTHDAY, person_id)
    if found is None or not found.is_main or found.year is None:
        return 0
    return found.year * 10_000 + found.month * 100 + found.day


def _years_before(on: dt.date, years: int) -> int:
    return (on.year - years) * 10_000 + on.month * 100 + on.day


_RULES: Final[Mapping[Audience, Callable[[ClientFolder, dt.date], bool]]] = {
    Audience.EVERYBODY: _everybody,
    Audience.WOMEN: _is_woman,
    Audience.MOTHERS: _is_mother,
    Audience.YOUNG_CHILDREN: _has_young_child,
    Audience.TEACHERS: _teaches,
    Audience.ELDERS: _is_elder,
    Audience.PARENTS: _has_child,
}
