"""Search finds words of a client's file, says where they stand, and keeps up with every write."""

import datetime as dt
import random

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    ClinicCard,
    Complaint,
    CompletedProject,
    Contact,
    DateKind,
    Gift,
    Person,
    PotentialProject,
    Preference,
    Promise,
    Relation,
    Tag,
    Visit,
)
from crm_desktop.models import DERIVED_VERSION
from crm_desktop.services.clients import Clients
from crm_desktop.services.deriving import derive_anew
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, put, put_new, remove
from crm_desktop.services.search import Scope
from crm_desktop.services.search_keys import Found
from crm_desktop.services.search_texts import LONGEST, Source, pairs
from crm_desktop.services.search_words import excerpt
from tests.builders import client

ON = dt.date(2026, 3, 5)
_HER = Client(
    id=1,
    uid="one",
    name="王雅琴",
    display_name="王姐",
    notes="周二有空,喜欢茉莉花茶",
    private_notes="离过一次婚",
    health_notes="高血压",
    occupation="钢琴老师",
    address="云栖路 88 号",
)
_FACTS: tuple[Record, ...] = (
    Preference(client_id=1, category="饮料", text="美式咖啡不加糖"),
    Contact(client_id=1, on=ON, outcome="说想看案例", notes="约了周五再聊"),
    Visit(client_id=1, on=ON, notes="恢复得很好", next_step="下月复查"),
    Gift(client_id=1, item="香薰灯", reaction="摆在床头了", occasion="birthday"),
    Gift(client_id=1, item="月饼", occasion="中秋"),
    Promise(client_id=1, what="带一盒面膜"),
    PotentialProject(client_id=1, project="热玛吉五代", obstacle="怕疼"),
    CompletedProject(client_id=1, project="水光针", notes="鼻翼略红"),
    Complaint(client_id=1, on=ON, what="等了四十分钟"),
    Person(
        id=1, client_id=1, relation=Relation.CHILD, name="李果果", nickname="大宝", notes="练书法"
    ),
    ClientDate(client_id=1, kind=DateKind.VALUED, label="开店纪念", month=5, day=1),
    Tag(client_id=1, name="抗衰老"),
    ClinicCard(client_id=1, source="clinic", number="HX-20190088"),
)


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    """Return the clients of a book with 王雅琴, whose file has words everywhere, and 何静."""
    with journal.change("fill") as work:
        put_new(work.session, Client, [_HER])
        put(work.session, client("何静", notes="爱喝茉莉 花茶 Earl Grey"))
        for fact in _FACTS:
            put_new(work.session, type(fact), [fact])
    return Clients(book_database, journal)


@pytest.mark.parametrize(
    ("typed", "source", "shown"),
    [
        ("周二", Source.NOTE, "周二"),
        ("离过一次", Source.PRIVATE_NOTE, "离过一次"),
        ("血压", Source.HEALTH, "血压"),
        ("钢琴", Source.PROFILE, "钢琴"),
        ("云栖路", Source.PROFILE, "云栖路"),
        ("美式", Source.PREFERENCE, "美式"),
        ("案例", Source.CONTACT, "案例"),
        ("周五", Source.CONTACT, "周五"),
        ("恢复得", Source.VISIT, "恢复得"),
        ("复查", Source.VISIT, "复查"),
        ("香薰", Source.GIFT, "香薰"),
        ("床头", Source.GIFT, "床头"),
        ("中秋", Source.GIFT, "中秋"),
        ("面膜", Source.PROMISE, "面膜"),
        ("热玛吉", Source.PROJECT, "热玛吉"),
        ("怕疼", Source.PROJECT, "怕疼"),
        ("鼻翼", Source.PROJECT, "鼻翼"),
        ("四十分钟", Source.COMPLAINT, "四十分钟"),
        ("书法", Source.FAMILY_NOTE, "书法"),
        ("开店", Source.DATE, "开店"),
    ],
)
def test_two_characters_of_a_word_find_her_and_the_hit_marks_them(
    typed: str, source: Source, shown: str, clients: Clients
) -> None:
    hits = [hit for hit in clients.search(typed) if hit.id == 1]

    found = hits[0].excerpt
    assert hits[0].found is Found.WORDS
    assert found is not None
    assert found.source is source
    assert found.text[found.start : found.start + found.length] == shown


def test_the_code_of_what_a_gift_was_for_is_no_word_of_hers(clients: Clients) -> None:
    found = clients.search("香薰")[0].excerpt

    assert clients.search("birthday") == ()
    assert found is not None
    assert "birthday" not in found.text


@pytest.mark.parametrize(
    ("typed", "source", "line"),
    [
        ("李果果", Source.FAMILY, "大宝 李果果"),
        ("lgg", Source.FAMILY, "大宝 李果果"),
        ("dabao", Source.FAMILY, "大宝 李果果"),
        ("抗衰", Source.TAG, "抗衰老"),
        ("ksl", Source.TAG, "抗衰老"),
        ("hx", Source.ACCOUNT, "HX-20190088"),
        ("20190", Source.ACCOUNT, "HX-20190088"),
        ("0088", Source.ACCOUNT, "HX-20190088"),
    ],
)
def test_a_hit_by_family_tag_or_card_says_which(
    typed: str, source: Source, line: str, clients: Clients
) -> None:
    found = clients.search(typed)[0].excerpt

    assert found is not None
    assert (found.source, found.text) == (source, line)


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        pytest.param("茉莉", ["王雅琴", "何静"], id="both"),
        pytest.param("茉莉花茶", ["王雅琴"], id="a space parts words"),
        pytest.param("王姐 茉莉", ["王雅琴"], id="her name, then the word"),
        pytest.param("茉莉 何", ["何静"], id="the word, then her name"),
        pytest.param("hj earl", ["何静"], id="initials and a Latin word"),
        pytest.param("EARL gr", ["何静"], id="beginnings of Latin words"),
        pytest.param("茉莉 周二", ["王雅琴"], id="two words in different facts"),
        pytest.param("王姐 四十 面膜", ["王雅琴"], id="a name and two words"),
        pytest.param("茶花", [], id="pairs the other way round"),
        pytest.param("喜欢花茶", [], id="both pairs are there, not side by side"),
        pytest.param("莉", [], id="one character is not looked for"),
        pytest.param("arl", [], id="not from the middle of a word"),
    ],
)
def test_words_are_found_as_they_stand(typed: str, names: list[str], clients: Clients) -> None:
    assert [hit.name for hit in clients.search(typed)] == names


def test_names_alone_are_searched_where_that_is_asked(clients: Clients) -> None:
    assert clients.search("茉莉", scope=Scope.WHO) == ()
    assert clients.search("大宝", scope=Scope.WHO) == ()
    assert clients.search("王姐 抗衰", scope=Scope.WHO) == ()
    assert len(clients.search("0088", scope=Scope.WHO)) == 1
    assert clients.count_found("茉莉", 50) == 2


def test_the_words_follow_every_write_and_undo(clients: Clients, journal: Journal) -> None:
    with journal.change("client.edit") as work:
        put(work.session, client("何静", id=2, uid="uid-何静", notes="改喝龙井"))
        remove(work.session, Gift, 1)

    changed = [_names(clients, typed) for typed in ("龙井", "花茶", "香薰")]
    journal.undo()
    back = [_names(clients, typed) for typed in ("龙井", "花茶", "香薰")]

    assert changed == [["何静"], ["王雅琴"], []]
    assert back == [[], ["王雅琴", "何静"], ["王雅琴"]]


def test_nobody_in_the_trash_is_found(clients: Clients, journal: Journal) -> None:
    with journal.change("client.edit") as work:
        put(work.session, client("何静", id=2, uid="uid-何静", notes="爱喝龙井", trashed_on=ON))

    found = [_names(clients, typed) for typed in ("花茶", "龙井", "何静", "hj")]
    journal.undo()

    assert found == [["王雅琴"], [], [], []]
    assert _names(clients, "hj") == ["何静"]


@pytest.mark.usefixtures("clients")
def test_nothing_of_a_removed_client_stays(journal: Journal, book_database: Database) -> None:
    with journal.change("client.remove") as work:
        remove(work.session, Client, 1)

    with book_database.read() as session:
        kept = session.execute(text("SELECT client_id FROM client_text")).scalars().all()
        blocks = session.execute(text("SELECT block FROM client_pairs_data")).scalars().all()
    assert kept == [2]
    assert not any("钢琴".encode() in block for block in blocks)


def test_the_index_holds_just_the_pairs_of_the_words_whatever_was_written(
    book_database: Database, journal: Journal
) -> None:
    chance = random.Random(11)
    clients, signs = Clients(book_database, journal), "茉莉花茶百合香薰灯"
    for number in range(1, 9):
        with journal.change("fill") as work:
            put(work.session, client(f"{number}", uid=f"u{number}"))
    held: dict[int, str] = {}
    for _ in range(120):
        id_ = chance.randrange(1, 9)
        held[id_] = "".join(chance.choices(signs, k=chance.randrange(9)))
        with journal.change("edit") as work:
            put(work.session, client(f"{id_}", id=id_, uid=f"u{id_}", notes=held[id_]))

    wrong = [
        one + two
        for one in signs
        for two in signs
        if {hit.id for hit in clients.search(one + two)}
        != {id_ for id_, words in held.items() if one + two in words}
    ]

    assert wrong == []


def test_a_book_of_an_older_app_is_indexed_once(
    clients: Clients, journal: Journal, book_database: Database
) -> None:
    with book_database.write() as session:
        session.execute(text("UPDATE vault_state SET value = 1 WHERE name = 'derived'"))
        session.execute(text("DELETE FROM client_text"))
        session.execute(text("INSERT INTO client_pairs (client_pairs) VALUES ('delete-all')"))
    told: list[tuple[int, int]] = []

    before = _names(clients, "茉莉")
    first = derive_anew(book_database, lambda done, total: told.append((done, total)))
    second = derive_anew(book_database)

    assert (before, first, second) == ([], True, False)
    assert _names(clients, "茉莉") == ["王雅琴", "何静"]
    assert told[-1] == (2, 2)
    with book_database.read() as session:
        query = "SELECT value FROM vault_state WHERE name = 'derived'"
        assert session.execute(text(query)).scalar_one() == DERIVED_VERSION
    journal.undo()
    assert _names(clients, "茉莉") == []


@pytest.mark.parametrize(
    "typed",
    [
        '"茉莉"', "茉莉*", "茉莉 AND 花茶", "NEAR(茉莉 花茶)", "pairs:茉莉", "茉莉 OR", "-茉莉",
        "^茉莉", "茉莉\x00花茶", "茉莉'", "%茉莉%", "\ud800茉莉", "😀茉莉",
        "茉" * 20_000, "\u202e茉莉",
    ],
)  # fmt: skip
def test_nothing_typed_is_an_operator_or_an_error(typed: str, clients: Clients) -> None:
    assert isinstance(clients.search(typed), tuple)


@pytest.mark.parametrize("word", ["𠮷野", "㛃㛃", "ＣＯＦＦＥＥ", "café", "naïve", "5G手机"])
def test_rare_signs_are_found(word: str, clients: Clients, journal: Journal) -> None:
    with journal.change("client.edit") as work:
        put(work.session, client("何静", id=2, uid="uid-何静", notes=f"说了{word}吗"))

    assert _names(clients, word) == ["何静"]


def test_very_much_text_is_kept_in_bounds(clients: Clients, journal: Journal) -> None:
    notes = "".join(chr(0x4E00 + number % 9_000) for number in range(60_000))
    with journal.change("client.edit") as work:
        put(work.session, client("何静", id=2, uid="uid-何静", notes=notes))

    assert _names(clients, notes[100:104]) == ["何静"]
    assert _names(clients, notes[LONGEST + 500 : LONGEST + 504]) in ([], ["何静"])


@pytest.mark.parametrize(
    ("lines", "held"),
    [
        ("n茉莉花", {"茉莉", "莉花"}),
        ("n茉莉,花茶", {"茉莉", "花茶"}),
        ("n茉莉\ng花茶", {"茉莉", "花茶"}),
        ("nEarl Grey茶", {"earl", "grey"}),
        ("n茶", set()),
        ("f李强\nt抗衰", set()),
        ("", set()),
    ],
)
def test_pairs_and_words_are_what_is_indexed(lines: str, held: set[str]) -> None:
    assert pairs(lines) == held


def test_an_excerpt_is_cut_to_the_words_around() -> None:
    found = excerpt(f"n{'前' * 50}茉莉{'后' * 90}", "茉莉")

    assert found is not None
    assert found.text == f"…{'前' * 12}茉莉{'后' * 46}…"
    assert found.text[found.start : found.start + found.length] == "茉莉"


def _names(clients: Clients, typed: str) -> list[str]:
    return [hit.name for hit in clients.search(typed)]
