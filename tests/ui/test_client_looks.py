"""The client page in every look, with nobody, somebody, and forty of a long name around her."""

import dataclasses

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.records import Client, Gift, Person, Preference
from crm_desktop.services.records import put
from crm_desktop.ui.client.gifts import GiftsCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, overlapping, unnamed_controls
from tests.ui.settling import settled

WANG = Client(name="王雅琴", tier=kinds.Tier.A, vip=True)
LONG_NAME = "欧阳慧敏·古丽扎尔买买提阿卜杜拉欧阳慧敏"


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("count", [0, 1, 40])
@pytest.mark.usefixtures("look")
def test_the_page_is_fair_in_every_look(
    qtbot: QtBot, laid: Laid, size: tuple[int, int], count: int
) -> None:
    client = dataclasses.replace(WANG, name=LONG_NAME, display_name=LONG_NAME)
    client_id = next(iter(laid.desk.book.clients.add(client).client_ids))
    with laid.desk.book.journal.change("fill", can_undo=False) as work:
        for number in range(count):
            name = f"{LONG_NAME}{number}"
            child = Person(
                client_id=client_id,
                relation=kinds.Relation.CHILD,
                nickname=name,
                knows=kinds.Knows.NO,
            )
            taboo = Preference(client_id=client_id, text=f"{LONG_NAME}{name}")
            for one in (child, Gift(client_id=client_id, item=name), taboo):
                put(work.session, one)
    page = ClientPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_client(client_id)
    qtbot.waitUntil(lambda: page.is_whole)
    qtbot.waitUntil(settled(laid))
    card = next(each for each in page.cards if isinstance(each, GiftsCard))
    card.gifts.more.click()
    qtbot.waitUntil(lambda: card.gifts.is_whole)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)

    assert len(card.gifts.rows) == count
    inside = page._scroll.widget()
    assert inside is not None
    assert inside.width() <= page._scroll.viewport().width()
    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []
