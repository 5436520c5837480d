"""Whom a festival is for, asked of the whole book: `domain/festival_audience.py` in SQL."""

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select
from sqlalchemy.orm import Session

from crm_desktop.domain.festival_audience import TEACHERS, eldest, youngest
from crm_desktop.domain.festivals import Audience, Festival
from crm_desktop.domain.records import DateKind, Relation, Sex
from crm_desktop.domain.tact import LOSS_WORDS
from crm_desktop.models import (
    CLIENT_INDEX,
    ClientDateRow,
    ClientRow,
    FestivalMarkRow,
    PersonRow,
)

_index: Final = CLIENT_INDEX.c
_client, _date, _person, _mark = (
    kind.__table__.c for kind in (ClientRow, ClientDateRow, PersonRow, FestivalMarkRow)
)

Conditions = tuple[ColumnElement[bool], ...]


def waiting(session: Session, festival: Festival, on: dt.date) -> int:
    """Return how many are still to be greeted for a festival on a day."""
    done = select(_mark.client_id).where(_mark.festival == festival.code, _mark.on == on)
    wanted = for_whom(festival.audience, on), _index.id.not_in(done)
    return session.scalar(select(func.count()).select_from(CLIENT_INDEX).where(*wanted)) or 0


def for_whom(audience: Audience, on: dt.date) -> ColumnElement[bool]:
    """Return which rows of the index of clients a festival is for; the quiet are left out."""
    return and_(~_index.is_quiet, *_CONDITIONS[audience](on))


def _everybody(_on: dt.date) -> Conditions:
    return ()


def _women(_on: dt.date) -> Conditions:
    return (_index.id.not_in(select(_client.id).where(_client.sex == Sex.MALE)),)


def _with_child(_on: dt.date) -> Conditions:
    return (_index.id.in_(_clients_with(Relation.CHILD)),)


def _mothers(on: dt.date) -> Conditions:
    return (*_women(on), *_with_child(on))


def _with_young_child(on: dt.date) -> Conditions:
    young = _born() > youngest(on), _date.person_id == _person.id
    children = _clients_with(Relation.CHILD, exists().where(*_birthdays(), *young))
    return (_index.id.in_(children),)


def _teachers(_on: dt.date) -> Conditions:
    # Most say nothing: no word is looked for in nothing.
    return (_index.occupation != "", or_(*(_index.occupation.icontains(word) for word in TEACHERS)))


def _elders(on: dt.date) -> Conditions:
    own = _date.person_id.is_(None), _born() <= eldest(on)
    sixty = select(_date.client_id).where(*_birthdays(), *own)
    return (or_(_index.id.in_(sixty), _index.id.in_(_clients_with(Relation.PARENT))),)


def _clients_with(relation: Relation, *more: ColumnElement[bool]) -> Select[tuple[int]]:
    """Return the clients who have somebody of a relation who is alive, as far as is known."""
    birthday = _date.kind == DateKind.BIRTHDAY
    ended = select(_date.person_id).where(birthday, _date.is_ended, _date.person_id.is_not(None))
    told = and_(_person.notes != "", or_(*(_person.notes.icontains(word) for word in LOSS_WORDS)))
    alive = _person.relation == relation, _person.id.not_in(ended), ~told
    return select(_person.client_id).where(*alive, *more)


def _birthdays() -> Conditions:
    return _date.kind == DateKind.BIRTHDAY, _date.is_main, _date.year.is_not(None)


def _born() -> ColumnElement[int]:
    """Return a birthday as the number 20120601."""
    return _date.year * 10_000 + _date.month * 100 + _date.day


_CONDITIONS: Final[Mapping[Audience, Callable[[dt.date], Conditions]]] = {
    Audience.EVERYBODY: _everybody,
    Audience.WOMEN: _women,
    Audience.MOTHERS: _mothers,
    Audience.YOUNG_CHILDREN: _with_young_child,
    Audience.TEACHERS: _teachers,
    Audience.ELDERS: _elders,
    Audience.PARENTS: _with_child,
}
