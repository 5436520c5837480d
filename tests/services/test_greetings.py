"""Greetings in the book: texts of the app and hers, what fits her, what was sent."""

import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import GreetingUnfit, RecordGone
from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.greetings import OF_MILESTONE, GreetingFor, GreetingText
from crm_desktop.domain.merge_text import Field, fields_of, filled, problems
from crm_desktop.domain.occasions import Kind, Occasion
from crm_desktop.domain.records import ClientDate, GreetingTemplate, Tier
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.clients import Clients
from crm_desktop.services.greetings import Greetings
from crm_desktop.services.journal import Journal
from tests.builders import client
from tests.domain.folders import TODAY, folder
from tests.fakes import FixedClock

RESOURCES = pathlib.Path(__file__).resolve().parents[2] / "resources"
FESTIVALS = tuple(GreetingFor)[tuple(GreetingFor).index(GreetingFor.NEW_YEAR) : -1]
LANGUAGES = ("zh_CN", "en")
MORE_CLINIC_WORDS = ("医", "治疗", "项目", "皮肤", "doctor", "treatment", "skin")


@pytest.fixture
def clients(book_database: Database, journal: Journal) -> Clients:
    return Clients(book_database, journal)


@pytest.fixture
def greetings(book_database: Database, journal: Journal) -> Greetings:
    return Greetings(book_database, journal, RESOURCES, BookSettings)


@pytest.fixture
def somebody(clients: Clients) -> int:
    born = ClientDate(year=1988, month=11, day=24)
    return next(iter(clients.add(client(tier=Tier.A), dates=[born]).client_ids))


def of_birthday(greetings: Greetings) -> list[GreetingText]:
    return [text for text in greetings.texts("zh_CN") if text.kind is GreetingFor.BIRTHDAY]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_occasion_has_three_texts_without_a_fault_or_a_word_of_the_clinic(
    greetings: Greetings, language: str
) -> None:
    texts = greetings.texts(language)

    for kind in GreetingFor:
        for_all = [text for text in texts if text.kind is kind and not text.for_big]
        assert len(for_all) >= 3
    for text in texts:
        assert problems(text.text) == ()
        assert card_tells(text.text, folder(), BookSettings()) == ""
        assert not [word for word in MORE_CLINIC_WORDS if word in text.text.lower()]
    assert len({text.key for text in texts}) == len(texts)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", [*FESTIVALS, GreetingFor.AFTER_VISIT, GreetingFor.BIRTHDAY])
def test_her_name_alone_fills_three_texts(
    greetings: Greetings, language: str, kind: GreetingFor
) -> None:
    texts = [text.text for text in greetings.texts(language) if text.kind is kind]

    told = [filled(text, {Field.CLIENT: "王姐"}) for text in texts]

    assert all(Field.CLIENT in fields_of(text) for text in texts)
    assert len([words for words in told if "王姐" in words]) >= 3


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "kind",
    [*OF_MILESTONE.values(), GreetingFor.FIRST, GreetingFor.OF_AGE, GreetingFor.ROUND_FAMILY],
)
def test_a_milestone_names_whose_it_is_and_asks_for_no_age(
    greetings: Greetings, language: str, kind: GreetingFor
) -> None:
    texts = [text.text for text in greetings.texts(language) if text.kind is kind]
    whose = Field.PERSON if kind is GreetingFor.ROUND_FAMILY else Field.CHILD

    told = [filled(text, {Field.CLIENT: "王姐", whose: "豆豆"}) for text in texts]

    assert all("王姐" in words and "豆豆" in words for words in told)


def test_a_text_of_hers_stands_in_place_of_the_apps_until_it_is_taken_back(
    greetings: Greetings, journal: Journal
) -> None:
    first = of_birthday(greetings)[0]
    greetings.save(GreetingTemplate(occasion="birthday", text="{称呼}！", replaces=first.key))
    changed = of_birthday(greetings)[0]
    assert changed.own is not None

    greetings.remove(changed.own)

    assert (changed.text, changed.key) == ("{称呼}！", first.key)
    assert of_birthday(greetings)[0] == first
    journal.undo()
    assert of_birthday(greetings)[0].text == "{称呼}！"


def test_a_text_can_be_added_and_edited(greetings: Greetings) -> None:
    greetings.save(GreetingTemplate(occasion="birthday", text="一", tier=Tier.C))
    added = of_birthday(greetings)[-1].own
    assert added is not None

    change = greetings.save(GreetingTemplate(id=added.id, occasion="birthday", text="二"))

    assert [text.text for text in of_birthday(greetings) if text.own] == ["二"]
    assert (change.action, change.tables) == ("template.edit", frozenset({"greeting_template"}))


@pytest.mark.parametrize("text", ["", "{称呼", "{不认识}好", "好" * 501])
def test_a_text_with_a_fault_is_not_kept(greetings: Greetings, text: str) -> None:
    with pytest.raises(GreetingUnfit):
        greetings.save(GreetingTemplate(occasion="birthday", text=text))

    assert not [each for each in greetings.texts("zh_CN") if each.own]


def test_the_sheet_begins_with_her_nearest_day_and_its_warmest_text(
    greetings: Greetings, somebody: int
) -> None:
    sheet = greetings.sheet(somebody, TODAY, "zh_CN")

    first = sheet.texts_for(sheet.days[0])[0]
    assert (sheet.days[0].kind, sheet.days[0].age) == (GreetingFor.BIRTHDAY, 38)
    assert first.for_big


def test_sent_is_a_contact_and_can_be_undone(
    greetings: Greetings, clients: Clients, journal: Journal, clock: FixedClock, somebody: int
) -> None:
    change = greetings.mark_sent(
        somebody, GreetingFor.BIRTHDAY, "生日快乐", channel="微信", now=clock.now()
    )

    (talk,) = clients.file(somebody, today=TODAY).folder.contacts
    assert (talk.about, talk.notes, talk.channel) == ("greeting.birthday", "生日快乐", "微信")
    assert (change.action, change.subject) == ("greeting.sent", "王雅琴")
    journal.undo()
    assert clients.file(somebody, today=TODAY).folder.contacts == ()


def test_a_greeting_names_the_day_it_was_for(
    greetings: Greetings, clients: Clients, clock: FixedClock, somebody: int
) -> None:
    date = clients.file(somebody, today=TODAY).folder.dates[0]
    day = Occasion(
        source_id=date.id, on=TODAY, kind=Kind.BIRTHDAY, client_id=somebody, client_name=""
    )

    greetings.mark_sent(
        somebody, GreetingFor.BIRTHDAY, "好", channel="微信", now=clock.now(), occasion=day
    )

    (talk,) = clients.file(somebody, today=TODAY).folder.contacts
    assert (talk.date_id, talk.occasion_on) == (date.id, TODAY)


def test_nobody_gone_is_greeted(greetings: Greetings, clock: FixedClock) -> None:
    with pytest.raises(RecordGone):
        greetings.mark_sent(99, GreetingFor.BIRTHDAY, "好", channel="微信", now=clock.now())
