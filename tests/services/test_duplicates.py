"""Who may be in the book twice: asked at entry, of one client, and over the whole book."""

import datetime as dt

import pytest

from crm_desktop.database import Database
from crm_desktop.services.duplicates import Draft, Duplicates
from crm_desktop.services.journal import Journal
from tests.builders import client, phone
from tests.services.pairs import fill, two

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def duplicates(book_database: Database, journal: Journal) -> Duplicates:
    return Duplicates(book_database, journal)


def test_one_answer_takes_a_pair_off_the_list_and_undo_puts_it_back(
    duplicates: Duplicates, journal: Journal
) -> None:
    two(journal)
    fill(journal, phone(1), phone(2))
    first = duplicates.all()

    duplicates.not_same(2, 1, TODAY)
    answered = (duplicates.all(), duplicates.about(1), duplicates.not_same(1, 2, TODAY).id)
    journal.undo()

    assert [(one.likeness.one_id, one.likeness.other_id) for one in first] == [(1, 2)]
    assert answered == ((), (), 0)
    assert duplicates.all() == first == duplicates.about(2)


def test_who_is_in_the_trash_is_nobodys_double(duplicates: Duplicates, journal: Journal) -> None:
    two(journal, other=client("王雅芹", trashed_on=TODAY))
    fill(journal, phone(1), phone(2))

    assert duplicates.all() == duplicates.about(1) == ()


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        (Draft(name="王雅琴", phones=("13800138000",)), ["phone_and_name"]),
        (Draft(name="王雅芹", phones=("13800138000",)), ["phone_and_similar_name"]),
        (Draft(name="王雅琴", phones=("13800138008",)), ["name_and_close_phone"]),
        (Draft(name="王雅琴"), ["name_only"]),
        (Draft(name="陈建国", phones=("13800138000",)), ["phone_only"]),
        (Draft(name="王雅"), []),
        (Draft(), []),
    ],
)
def test_a_new_client_is_known_while_she_is_typed(
    draft: Draft, found: list[str], duplicates: Duplicates, journal: Journal
) -> None:
    fill(journal, client("王雅琴", display_name="王姐"), phone(1))

    like = duplicates.like(draft)

    assert [one.likeness.grounds.value for one in like] == found
    assert all(
        (one.one, one.other.called, one.other.phone) == (None, "王姐", "13800138000")
        for one in like
    )


def test_looking_through_the_book_can_be_stopped(duplicates: Duplicates, journal: Journal) -> None:
    two(journal)
    fill(journal, phone(1), phone(2))

    class Stopped(Exception):
        pass

    def stop(_done: int, total: int) -> None:
        if total:
            raise Stopped

    with pytest.raises(Stopped):
        duplicates.all(stop)
