"""Her lists: kept, called, ordered, deleted, each taken back by one undo."""

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import RecordGone
from crm_desktop.domain.list_query import ListQuery
from crm_desktop.domain.records import SmartList
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from crm_desktop.services.smart_lists import SmartLists

BIG = ListQuery(big_only=True, tags=frozenset({"护肤"}))


@pytest.fixture
def lists(book_database: Database, journal: Journal) -> SmartLists:
    return SmartLists(book_database, journal)


def names(lists: SmartLists) -> list[str]:
    return [saved.name for saved in lists.all()]


def test_a_list_is_kept_with_its_query(lists: SmartLists) -> None:
    change = lists.save("护肤大客户", BIG)

    (saved,) = lists.all()
    assert (saved.name, saved.query, saved.unknown) == ("护肤大客户", BIG, ())
    assert (change.action, change.subject) == ("smart_list.add", "护肤大客户")


def test_lists_stand_in_her_order(lists: SmartLists) -> None:
    for name in "甲乙丙":
        lists.save(name, BIG)
    one, two, three = (saved.id for saved in lists.all())

    lists.order([three, one])

    assert names(lists) == ["丙", "甲", "乙"]
    assert lists.order([three, one, two]).id == 0


def test_a_list_gets_another_name_and_another_query(lists: SmartLists) -> None:
    lists.save("甲", BIG)
    (saved,) = lists.all()

    lists.rename(saved.id, "乙")
    lists.replace(saved.id, ListQuery())

    (after,) = lists.all()
    assert (after.name, after.query) == ("乙", ListQuery())


def test_undo_brings_a_deleted_list_back_to_its_place(lists: SmartLists, journal: Journal) -> None:
    for name in "甲乙丙":
        lists.save(name, BIG)
    before = lists.all()

    lists.delete(before[1].id)
    gone = names(lists)
    journal.undo()

    assert gone == ["甲", "丙"]
    assert lists.all() == before


def test_who_is_gone_cannot_be_renamed(lists: SmartLists) -> None:
    for act in (lists.delete, lambda id_: lists.rename(id_, "x")):
        with pytest.raises(RecordGone):
            act(9)


def test_a_list_of_a_newer_version_says_what_it_leaves_out(
    lists: SmartLists, journal: Journal
) -> None:
    with journal.change("fill") as work:
        put(work.session, SmartList(name="新", query='{"big_only": true, "mood": 1}'))

    (saved,) = lists.all()

    assert saved.query == ListQuery(big_only=True)
    assert saved.unknown == ("mood",)
