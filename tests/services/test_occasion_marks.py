"""An occasion says by itself what is special about a birthday."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.records import DateKind, Relation, Sex
from crm_desktop.domain.years import YearMark
from crm_desktop.services.journal import Journal
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import put
from crm_desktop.services.settings import Settings
from tests.builders import client, date, person

DAY = dt.date(2026, 11, 24)
FEMALE, MALE = {"sex": Sex.FEMALE}, {"sex": Sex.MALE}
HUSBAND, WIFE = {"relation": Relation.HUSBAND}, {"relation": Relation.WIFE}
FATHER = {"relation": Relation.PARENT, "sex": Sex.MALE}
BABY = {"relation": Relation.CHILD}
NINE, ROUND = YearMark.ROUND_AT_NINE, YearMark.ROUND
ANIMAL, FIRST = YearMark.OWN_ANIMAL, YearMark.FIRST
Facts = dict[str, Any]


def found(database: Database, journal: Journal, *who: Facts, year: int | None) -> list[Any]:
    """Return the marks of a birthday of a client, or of the second of `who`, in her family."""
    her, *family = who
    with journal.change("client.add") as work:
        client_id = put(work.session, client(**her))
        owner = [put(work.session, person(client_id, **each)) for each in family]
        person_id = owner[0] if owner else None
        put(work.session, date(client_id, 11, 24, year=year, person_id=person_id))
        put(work.session, date(client_id, 11, 24, year=1966, kind=DateKind.WEDDING))
    with database.read() as session:
        return sorted(each.marks for each in occasions_between(session, DAY, DAY))


@pytest.mark.parametrize(
    ("who", "year", "marks"),
    [
        (({},), 1966, (ROUND, ANIMAL)),
        (({},), None, ()),
        ((MALE,), 1968, (NINE,)),
        ((FEMALE,), 1968, ()),
        # The sex of whose day it is, not hers.
        ((FEMALE, HUSBAND), 1968, (NINE,)),
        ((MALE, WIFE), 1968, ()),
        (({}, FATHER), 1966, (ANIMAL,)),
        (({}, BABY), 2025, (FIRST,)),
    ],
)
def test_a_round_birthday_of_a_man_is_kept_early_where_she_says_so(
    book_database: Database,
    journal: Journal,
    who: tuple[Facts, ...],
    year: int | None,
    marks: tuple[YearMark, ...],
) -> None:
    settings = Settings(book_database, journal)
    settings.put(replace(settings.get(), rounds_men_at_nine=True))

    assert found(book_database, journal, *who, year=year) == [(), marks]


@pytest.mark.parametrize(
    ("year", "marks"), [(1968, ()), (1966, (ROUND, ANIMAL)), (2008, (YearMark.COMING_OF_AGE,))]
)
def test_without_the_custom_full_years_count_for_all(
    book_database: Database, journal: Journal, year: int, marks: tuple[YearMark, ...]
) -> None:
    assert found(book_database, journal, MALE, year=year) == [(), marks]
