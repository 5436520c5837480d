"""Whom a deed is done to: any client, record, reminder, or word, by chance."""

# ruff: noqa: ANN401 - facts of any kind are handed on
import datetime as dt
import random
from collections.abc import Callable
from typing import Any, Final, TypeVar

from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.list_query import Chosen, ListQuery
from crm_desktop.domain.occasions import Reminder
from crm_desktop.domain.records import (
    Change,
    Client,
)
from crm_desktop.services.book import Book
from crm_desktop.services.records import Record, fetch
from tests.fakes import FixedClock

NOW: Final = FixedClock().now()
TODAY: Final = NOW.date()
CHRISTMAS: Final = dt.date(2026, 12, 25)
EVERY_CODE: Final = frozenset(GuardCode)
PROJECTS: Final = ("水光针", "热玛吉", "脂肪填充")

Deed = Callable[[Book, random.Random], Change]
R = TypeVar("R", bound=Record)


class NothingToDoError(Exception):
    """The book has nothing this deed could be done to."""


def picked(book: Book, chance: random.Random, kind: type[R], /, **like: Any) -> R:
    """Return any record of `kind` whose fields are `like`."""
    with book.database.read() as session:
        found = fetch(session, kind)
    fitting = [one for one in found if all(getattr(one, k) == v for k, v in like.items())]
    if not fitting:
        raise NothingToDoError
    return chance.choice(fitting)


def someone(book: Book, chance: random.Random) -> int:
    """Return the number of any client."""
    return picked(book, chance, Client).id


def reminder(book: Book, chance: random.Random) -> Reminder:
    """Return anything that is due."""
    due = book.reminders.due(NOW)
    if not due:
        raise NothingToDoError
    return chance.choice(due)


def chosen(book: Book, chance: random.Random) -> Chosen:
    """Return some clients, or everybody."""
    if chance.random() < 0.3:
        return Chosen(query=ListQuery())
    return Chosen(ids=frozenset({someone(book, chance), someone(book, chance)}))


def word(chance: random.Random) -> str:
    return "".join(chance.choice("春夏秋冬花雪风月") for _ in range(3))
