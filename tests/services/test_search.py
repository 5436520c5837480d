"""Search finds a client by every way she may be typed, and keeps up with what is written."""

import pathlib
import subprocess
import sys

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.records import Client, Person, Phone, Tag
from crm_desktop.models import CLIENT_KEYS, CLIENT_SEARCH, DATE_BUCKET
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.pinyin import readings
from crm_desktop.services.records import put, put_new, remove
from crm_desktop.services.search_keys import Findable, Found, figures, keys_of, sort_key
from tests.builders import client, date, person, phone

ROOT = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    """Return the clients of a book with 王雅琴 and seven others."""
    with journal.change("fill") as work:
        put_new(work.session, Client, [_wang(), *map(client, _OTHERS)])
        put(work.session, phone(1, "13912348888"))
        put(work.session, phone(1, "01065551234", is_main=False))
        put(work.session, person(1, name="李强", nickname="老公"))
        put(work.session, Tag(client_id=1, name="热玛吉"))
        put(work.session, phone(4, "13800000001"))
    return Clients(book_database, journal)


def _wang() -> Client:
    return client(display_name="王姐", wechat="wx_meimei88", qq="70012345")


_OTHERS = ("单美玲", "曾小曦", "尉迟兰", "王静", "吕燕", "Anna Wang", "李雅")


@pytest.mark.parametrize(
    ("typed", "by"),
    [
        ("王", Found.NAME),
        ("王雅琴", Found.NAME),
        ("雅", Found.PART_OF_NAME),
        ("琴", Found.PART_OF_NAME),
        ("王姐", Found.NAME),
        ("w", Found.NAME),
        ("wyq", Found.NAME),
        ("WYQ", Found.NAME),
        ("yq", Found.PART_OF_NAME),
        ("q", Found.PART_OF_NAME),
        ("wangyaqin", Found.NAME),
        ("wangya", Found.NAME),
        ("yaqin", Found.PART_OF_NAME),
        ("qin", Found.PART_OF_NAME),
        ("wang ya qin", None),
        ("wang'ya", Found.NAME),
        ("1391", Found.PHONE),
        ("139 1234 8888", Found.PHONE),
        ("+86 139-1234-8888", Found.PHONE),
        ("8888", Found.PART_OF_PHONE),
        ("12348888", Found.PART_OF_PHONE),
        ("６５５５", Found.PART_OF_PHONE),
        ("wx_mei", Found.ACCOUNT),
        ("meimei", Found.ACCOUNT),
        ("70012", Found.ACCOUNT),
        ("李强", Found.FAMILY),
        ("lq", Found.FAMILY),
        ("老公", Found.FAMILY),
        ("热玛", Found.TAG),
        ("rmj", Found.TAG),
        ("王y", None),
        ("王yaq", None),
        ("wang雅", None),
        ("w雅琴", None),
        ("王 8888", None),
        ("wang 139", None),
        ("老公 王", None),
    ],
)
def test_she_is_found_by(typed: str, by: Found | None, clients: Clients) -> None:
    hits = {hit.id: hit for hit in clients.search(typed)}

    assert hits[1].name == "王雅琴"
    assert by in {None, hits[1].found}


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("shan", "单美玲"),
        ("dan", "单美玲"),
        ("sml", "单美玲"),
        ("dml", "单美玲"),
        ("zeng", "曾小曦"),
        ("ceng", "曾小曦"),
        ("yuchi", "尉迟兰"),
        ("weichi", "尉迟兰"),
        ("ycl", "尉迟兰"),
        ("lv", "吕燕"),
        ("lü", "吕燕"),
        ("anna", "Anna Wang"),
        ("ANNAW", "Anna Wang"),
        ("aw", "Anna Wang"),
    ],
)
def test_every_reading_of_a_surname_finds(typed: str, name: str, clients: Clients) -> None:
    assert name in [hit.name for hit in clients.search(typed)]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("wang", ["王雅琴", "王静", "Anna Wang"]),
        ("雅", ["李雅", "王雅琴"]),
        ("王 静", ["王静"]),
        ("王 9999", []),
        ("雅王", []),
        ("", []),
        ("   ", []),
        ("不在", []),
    ],
)
def test_the_best_come_first_and_every_word_must_be_found(
    typed: str, names: list[str], clients: Clients
) -> None:
    assert [hit.name for hit in clients.search(typed)] == names


@pytest.mark.parametrize(
    "typed",
    ['"', "'", "王*", "* AND", "NOT 王", "name:王", "(", "a OR (b", "\x00", "%_", "--", "\ud800"],
)
def test_no_input_is_an_error(typed: str, clients: Clients) -> None:
    assert isinstance(clients.search(typed * 30), tuple)


def test_a_search_gives_no_more_than_asked(clients: Clients) -> None:
    assert len(clients.search("w", limit=1)) == 1


@pytest.mark.parametrize(("typed", "limit", "count"), [("王", 50, 2), ("王", 1, 1), ("", 50, 0)])
def test_clients_found_are_counted_up_to_a_limit(
    typed: str, limit: int, count: int, clients: Clients
) -> None:
    assert clients.count_found(typed, limit) == count


def test_archived_clients_come_last(clients: Clients, journal: Journal) -> None:
    with journal.change("client.archive") as work:
        put(work.session, client(id=1, display_name="王姐", archived_on=work.at.date()))

    hits = clients.search("wang")

    assert [hit.name for hit in hits] == ["王静", "Anna Wang", "王雅琴"]
    assert [hit.is_archived for hit in hits] == [False, False, True]


def test_the_index_follows_every_write_and_undo(clients: Clients, journal: Journal) -> None:
    with journal.change("client.edit") as work:
        put(work.session, client("陈雅琴", id=1, uid="uid-王雅琴"))
        remove(work.session, Phone, 1)
        remove(work.session, Person, 1)

    changed = _names(clients, "王雅", "陈雅", "8888", "李强")
    journal.undo()
    back = _names(clients, "王雅", "陈雅", "8888", "李强")

    assert changed == [[], ["陈雅琴"], [], []]
    assert back == [["王雅琴"], [], ["王雅琴"], ["王雅琴"]]


def test_nothing_of_a_removed_client_stays_in_the_index(
    clients: Clients, journal: Journal, book_database: Database
) -> None:
    with journal.change("client.edit") as work:
        put(work.session, date(1, 5, 12))
    with journal.change("client.remove") as work:
        remove(work.session, Client, 1)

    with book_database.read() as session:
        for table in (CLIENT_SEARCH, CLIENT_KEYS, DATE_BUCKET):
            assert session.query(table).filter(table.c.client_id == 1).count() == 0
    assert _names(clients, "王雅", "8888") == [[], []]


@pytest.mark.parametrize(
    ("name", "likely"),
    [
        ("单雄信", "shan xiong xin"),
        ("曾雅琴", "zeng ya qin"),
        ("区小红", "ou xiao hong"),
        ("仇英", "qiu ying"),
        ("解晓东", "xie xiao dong"),
        ("查良", "zha liang"),
        ("尉迟恭", "yu chi gong"),
        ("长孙兰", "zhang sun lan"),
        ("吕女", "lv nv"),
        ("Anna Wang", "anna wang"),
        ("O'Neil", "o neil"),
        ("王1号", "wang 1 hao"),
        ("ＡＢ李", "ab li"),
    ],
)
def test_the_likely_reading_comes_first(name: str, likely: str) -> None:
    assert " ".join(readings(name)[0]) == likely


@pytest.mark.parametrize("name", ["", " ", "···", "，"])
def test_a_name_without_letters_has_no_reading(name: str) -> None:
    assert readings(name) == []


@pytest.mark.parametrize(
    ("name", "read"),
    [
        pytest.param("方红梅", ["fang hong mei"], id="nobody says wang for 方"),
        pytest.param("单琴", ["shan qin", "dan qin", "chan qin"], id="both are said"),
        pytest.param("曾琴", ["zeng qin", "ceng qin"], id="the dictionary is wrong first"),
    ],
)
def test_a_surname_is_read_as_people_read_it(name: str, read: list[str]) -> None:
    assert [" ".join(syllables) for syllables in readings(name)] == read


def test_names_sort_by_pinyin_syllable_by_syllable() -> None:
    names = ["张三", "李娜", "李安", "连云", "单美", "王", "Bella"]

    assert sorted(names, key=sort_key) == ["Bella", "李安", "李娜", "连云", "单美", "王", "张三"]


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86 13800138000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("(010) 6555-1234", "01065551234"),
        ("86", "86"),
        ("１３８", "138"),
        ("王 138", ""),
        ("", ""),
    ],
)
def test_figures_are_told_from_words(typed: str, digits: str) -> None:
    assert figures(typed) == digits


def test_a_very_long_name_has_few_keys() -> None:
    assert len(keys_of(Findable(names=("单" * 500,)))) < 200


def test_nothing_reads_names_at_the_start_of_the_app() -> None:
    look = "import sys, crm_desktop.services.clients as _; print('pypinyin' in sys.modules)"

    told = subprocess.run(  # noqa: S603 - our own interpreter and text
        [sys.executable, "-c", look], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert told.stdout.strip() == "False"


def _names(clients: Clients, *typed: str) -> list[list[str]]:
    return [[hit.name for hit in clients.search(text)] for text in typed]
