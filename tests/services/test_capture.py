"""Quick capture: what was heard is set against her file, and written as one change."""

import datetime as dt

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.capture import Goes, Heard, Proposal, Standing
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import FactRefused
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    DateKind,
    Person,
    PotentialProject,
    Preference,
    PreferenceKind,
    Relation,
    Sex,
)
from crm_desktop.services.capture import Capture
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, put, put_new
from tests.builders import client

TODAY = dt.date(2026, 11, 22)
"""A Sunday."""


@pytest.fixture
def capture(book_database: Database, journal: Journal) -> Capture:
    """Return the capture of a book with 王姐: a daughter, two sons, her birthday, tastes."""
    facts: tuple[Record, ...] = (
        Person(id=1, client_id=1, relation=Relation.CHILD, name="李果果", sex=Sex.FEMALE),
        Person(id=2, client_id=1, relation=Relation.CHILD, nickname="大宝", sex=Sex.MALE),
        Person(id=3, client_id=1, relation=Relation.CHILD, nickname="小宝", sex=Sex.MALE),
        ClientDate(id=1, client_id=1, kind=DateKind.BIRTHDAY, month=5, day=12),
        ClientDate(id=2, client_id=1, person_id=2, month=6, day=1),
        Preference(client_id=1, kind=PreferenceKind.TABOO, text="芒果"),
        PotentialProject(client_id=1, project="热玛吉"),
    )
    with journal.change("fill") as work:
        put(work.session, client(display_name="王姐", wechat="wx_old", notes="周二有空"))
        for fact in facts:
            put_new(work.session, type(fact), [fact])
    return Capture(book_database, journal)


def stands(one: Proposal) -> str:
    whose = "" if one.person is None else str(one.person.id)
    return " ".join(filter(None, (one.standing, whose, "" if one.is_sure else "?")))


@pytest.mark.parametrize(
    ("text", "standing"),
    [
        pytest.param("女儿 9月3日", ["new 1"], id="to the daughter who is there"),
        pytest.param("老公 9月3日", ["new"], id="a husband comes with it"),
        pytest.param("儿子 9月3日", ["differs 2 ?", "new 3 ?"], id="two sons: neither is sure"),
        pytest.param("小宝 9月3日", ["new 3"], id="the one called so"),
        pytest.param("大宝 6月1日", ["known 2 ?"], id="the same day"),
        pytest.param("大宝 2015年6月1日", ["fills 2"], id="the year was not known"),
        pytest.param("大宝 6月2日", ["differs 2 ?"], id="another day is asked about"),
        pytest.param("生日 5月13日", ["differs ?"], id="her own, another"),
        pytest.param("女儿叫果果", ["differs 1 ?"], id="another name"),
        pytest.param("不吃芒果", ["known ?"], id="a taboo she has"),
        pytest.param("喜欢芒果", ["new"], id="liked, which is another thing"),
        pytest.param("想做热玛吉", ["known ?"], id="a wish she has"),
        pytest.param("微信 wx_old", ["known ?"], id="her WeChat"),
        pytest.param("微信 wx_new", ["differs ?"], id="another WeChat"),
        pytest.param("周二有空", ["known ?"], id="a note that stands there"),
    ],
)
def test_what_was_heard_is_set_against_her_file(
    text: str, standing: list[str], capture: Capture
) -> None:
    assert [stands(one) for one in capture.propose(1, text, TODAY)] == standing


def folder(clients: Clients) -> ClientFolder:
    return clients.file(1, today=TODAY).folder


def test_all_that_is_accepted_is_one_change_and_one_undo(
    capture: Capture, book_database: Database, journal: Journal
) -> None:
    clients = Clients(book_database, journal)
    before = folder(clients)
    text = (
        "老公 3月8日 老公不喝酒 18811112222 微信 wx_new 生日送了百合 下次带面膜"
        " 下周三打电话 想做水光 忙"
    )

    proposals = capture.propose(1, text, TODAY)
    change = capture.accept(1, proposals, TODAY, "一次聊天")
    after = folder(clients)
    journal.undo()

    husband = after.persons[-1]
    assert (change.action, change.subject) == ("fact.add", "王姐")
    assert (husband.relation, husband.nickname, husband.sex, husband.learnt_from) == (
        Relation.HUSBAND,
        "老公",
        Sex.MALE,
        "一次聊天",
    )
    assert len(after.persons) == 4
    assert [date.person_id for date in after.dates][-1] == husband.id
    assert [(one.text, one.person_id) for one in after.preferences][-1] == ("酒", husband.id)
    assert [(one.digits, one.learnt_on) for one in after.phones] == [("18811112222", TODAY)]
    assert (after.client.wechat, after.client.notes) == ("wx_new", "周二有空\n忙")
    assert [source.field for source in after.sources] == ["wechat"]
    assert [(one.item, one.occasion) for one in after.gifts] == [("百合", "生日")]
    assert [(one.what, one.made_on) for one in after.promises] == [("下次带面膜", TODAY)]
    assert [one.next_on for one in after.contacts] == [dt.date(2026, 11, 25)]
    assert [one.project for one in after.potential] == ["热玛吉", "水光"]
    assert folder(clients) == before


def test_what_was_said_in_a_chat_was_learnt_on_its_day(
    capture: Capture, book_database: Database, journal: Journal
) -> None:
    clients = Clients(book_database, journal)
    chat = "王姐 2026/11/18 9:15\n对花生过敏\n18811112222\n王姐 2026/11/20 9:00\n对花生过敏\n好忙"

    proposals = capture.propose(1, chat, TODAY)
    capture.accept(1, proposals, TODAY, "一次聊天")
    after = folder(clients)

    assert [(one.text, one.learnt_on) for one in after.preferences][-1] == (
        "花生",
        dt.date(2026, 11, 18),
    )
    assert [one.learnt_on for one in after.phones] == [dt.date(2026, 11, 18)]
    assert [(one.outcome, one.on) for one in after.contacts] == [("好忙", dt.date(2026, 11, 20))]


def test_a_date_replaced_keeps_its_place_and_says_from_where(
    capture: Capture, book_database: Database, journal: Journal
) -> None:
    capture.accept(1, capture.propose(1, "大宝 6月2日", TODAY), TODAY, "一次聊天")

    dates = {date.id: date for date in folder(Clients(book_database, journal)).dates}
    assert (dates[2].fact.raw, dates[2].learnt_from, len(dates)) == ("--06-02", "一次聊天", 2)


@pytest.mark.parametrize(
    ("said_then", "written"),
    [
        (("大宝 2015年6月1日", "大宝 6月2日"), "2015-06-02"),
        (("大宝 2015年6月1日", "大宝 2016年6月2日"), "2016-06-02"),
        (("大宝 2015年6月1日", "大宝 农历六月初二"), "--l06-02"),
        (("大宝 2015年6月1日", "大宝 2月29日"), "--02-29"),
        (("大宝 2016年6月1日", "大宝 2月29日"), "2016-02-29"),
    ],
)
def test_a_day_put_right_keeps_the_year_that_was_known(
    capture: Capture,
    book_database: Database,
    journal: Journal,
    said_then: tuple[str, str],
    written: str,
) -> None:
    for words in said_then:
        capture.accept(1, capture.propose(1, words, TODAY), TODAY)

    dates = {date.id: date for date in folder(Clients(book_database, journal)).dates}
    assert dates[2].fact.raw == written


def test_what_is_known_writes_nothing(capture: Capture) -> None:
    assert capture.accept(1, capture.propose(1, "不吃芒果", TODAY), TODAY).id == 0


def test_what_cannot_be_true_is_refused_whole(
    capture: Capture, book_database: Database, journal: Journal
) -> None:
    proposals = capture.propose(1, "不吃海鲜 女儿 2027年5月1日", TODAY)
    clients = Clients(book_database, journal)
    before = folder(clients)

    with pytest.raises(FactRefused) as refused:
        capture.accept(1, proposals, TODAY)

    assert "海鲜" not in str(refused.value)
    assert folder(clients) == before


def test_the_clients_of_late_come_first(capture: Capture, journal: Journal) -> None:
    with journal.change("client.add") as work:
        put(work.session, client("何静"))
        put(work.session, client("陈兰", archived_on=TODAY))
    capture.accept(1, capture.propose(1, "忙", TODAY), TODAY)

    assert [hit.name for hit in capture.recent(6)] == ["王雅琴", "何静"]
    assert [hit.id for hit in capture.hits((2, 99))] == [2]


def test_every_place_can_be_written(capture: Capture) -> None:
    for goes in Goes:
        one = Proposal(heard=Heard(goes=goes, words="词"), standing=Standing.NEW)
        if goes not in {Goes.BIRTHDAY, Goes.WEDDING, Goes.PERSON, Goes.PHONE}:
            assert capture.accept(1, [one], TODAY).id, goes


def test_a_client_gone_meanwhile_is_told(capture: Capture) -> None:
    with pytest.raises(Exception, match=Client.__name__):
        capture.propose(99, "忙", TODAY)
