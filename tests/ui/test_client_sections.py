"""The sections of the client page: bare ones give way, all fold, keys lead to them, none mixes."""

import dataclasses
import datetime as dt
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.records import (
    Client,
    Knows,
    Person,
    Promise,
    PromiseState,
    Relation,
)
from crm_desktop.ui.client.activity import ActivitiesCard, InvitationDraft
from crm_desktop.ui.client.care import PromisesCard, TalksCard
from crm_desktop.ui.client.family import FamilyCard, PersonDraft, PersonRow
from crm_desktop.ui.client.knows import KnowsMenu
from crm_desktop.ui.client.notes import NotesCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.profile import ProfileCard
from crm_desktop.ui.fields.texts import LongTextField, TextField
from crm_desktop.ui.widgets import reading_order
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, file_of, opened, put, said
from tests.ui.settling import settled

BARE = Client(name="周小满")


@pytest.fixture
def client_id(laid: Laid) -> int:
    return next(iter(laid.desk.book.clients.add(WANG, ("13800004321",)).client_ids))


@pytest.fixture
def bare_id(laid: Laid) -> int:
    return next(iter(laid.desk.book.clients.add(BARE).client_ids))


def turn_to(qtbot: QtBot, laid: Laid, page: ClientPage, client_id: int) -> None:
    page.show_client(client_id)
    qtbot.waitUntil(lambda: page.is_whole and page.shown.client_id == client_id)
    qtbot.waitUntil(settled(laid))


def chip(page: ClientPage, words: str) -> QPushButton:
    return next(each for each in page._adding.chips if each.text() == words)


def test_what_is_not_noted_yet_is_one_row_of_chips(qtbot: QtBot, laid: Laid, bare_id: int) -> None:
    page = opened(qtbot, laid, bare_id)

    hidden = {type(each) for each in page.cards if each.isHidden()}

    assert {PromisesCard, TalksCard, NotesCard, ActivitiesCard} <= hidden
    assert not {FamilyCard, ProfileCard} & hidden
    assert {"Promises", "Talks", "Notes"} <= {each.text() for each in page._adding.chips}


def test_a_chip_brings_its_card_with_the_cursor_in_a_field(
    qtbot: QtBot, laid: Laid, bare_id: int
) -> None:
    page = opened(qtbot, laid, bare_id)
    promises = card(page, PromisesCard)

    chip(page, "Promises").click()
    draft = promises.promises.draft
    assert draft is not None
    QTest.keyClicks(draft.form.field_of("what"), "call")
    QTest.keyClick(draft.form.field_of("what"), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(file_of(laid, bare_id).folder.promises))
    qtbot.waitUntil(settled(laid))

    assert not promises.isHidden()
    assert file_of(laid, bare_id).folder.promises[0].made_on == dt.date(2026, 11, 22)


def test_a_folded_card_stays_folded_on_every_client(
    qtbot: QtBot, laid: Laid, client_id: int, bare_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    card(page, FamilyCard)._fold.click()

    turn_to(qtbot, laid, page, bare_id)
    folded = card(page, FamilyCard)
    other = opened(qtbot, laid, client_id)

    assert folded.is_folded
    assert not folded._inside.isVisible()
    assert card(other, FamilyCard).is_folded


def test_a_number_key_leads_to_a_section_and_unfolds_it(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    family = card(page, FamilyCard)
    family._fold.click()

    page._jumps.wanted.emit(page.cards.index(family) + 1)

    assert not family.is_folded
    assert family._fold is page.focusWidget()


def test_nothing_typed_or_begun_passes_over_to_the_next_client(
    qtbot: QtBot, laid: Laid, client_id: int, bare_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    occupation = card(page, ProfileCard).form.field_of("occupation")
    notes = card(page, NotesCard).form.field_of("notes")
    assert isinstance(occupation, TextField)
    assert isinstance(notes, LongTextField)
    card(page, TalksCard).talks.add()
    occupation.setText("店主")
    notes.setPlainText("周二有空")

    turn_to(qtbot, laid, page, bare_id)
    qtbot.waitUntil(lambda: file_of(laid, client_id).client.notes == "周二有空")

    assert occupation.text() == ""
    assert notes.toPlainText() == ""
    assert card(page, TalksCard).talks.draft is None
    assert file_of(laid, client_id).client.occupation == "店主"
    assert file_of(laid, bare_id).client == dataclasses.replace(
        file_of(laid, bare_id).client, occupation="", notes=""
    )


def test_rows_of_one_client_never_show_another(
    qtbot: QtBot, laid: Laid, client_id: int, bare_id: int
) -> None:
    put(laid, Person(client_id=client_id, nickname="老李", knows=Knows.NO))
    put(laid, Person(client_id=bare_id, nickname="小周", occupation="学生"))
    page = opened(qtbot, laid, client_id)

    turn_to(qtbot, laid, page, bare_id)

    assert "小周 · Other person · 学生" in said(page)
    assert "老李" not in said(page)


@pytest.mark.parametrize("knows", list(Knows))
def test_what_somebody_knows_is_chosen_under_the_pill(
    qtbot: QtBot, laid: Laid, client_id: int, knows: Knows
) -> None:
    put(laid, Person(client_id=client_id, nickname="老李"))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, FamilyCard).people.rows.values()))
    assert isinstance(row, PersonRow)
    row.knows.click()
    menu = row.findChild(KnowsMenu)
    assert menu is not None
    marked = [each.isChecked() for each in menu.actions()]

    next(each for each in menu.actions() if each.data() == knows).trigger()
    menu.close()
    qtbot.waitUntil(settled(laid))

    assert file_of(laid, client_id).folder.persons[0].knows is knows
    assert marked == [False, False, True]


def test_a_step_taken_right_after_typing_keeps_what_was_typed(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Promise(client_id=client_id, what="带面膜"))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, PromisesCard).promises.rows.values()))
    row.open_sheet()
    assert row.form is not None
    field = row.form.field_of("what")
    assert isinstance(field, QLineEdit)

    field.setText("带两盒面膜")
    field.editingFinished.emit()
    row._step.click()
    qtbot.waitUntil(settled(laid))

    promise = file_of(laid, client_id).folder.promises[0]
    assert (promise.what, promise.state) == ("带两盒面膜", PromiseState.KEPT)


@pytest.mark.parametrize(("place", "relation"), [(1, Relation.HUSBAND), (2, Relation.CHILD)])
def test_a_missing_birthday_opens_the_field_to_fill(
    qtbot: QtBot, laid: Laid, place: int, relation: Relation
) -> None:
    mother = Client(name="周小满", children_count=1)
    page = opened(qtbot, laid, next(iter(laid.desk.book.clients.add(mother).client_ids)))
    assert page.head is not None
    chips = list(page.head._meter._chips.values())

    chips[place].click()
    draft = card(page, FamilyCard).people.draft

    assert isinstance(draft, PersonDraft)
    assert isinstance(draft.form.record, Person)
    assert draft.form.record.relation is relation


def test_the_birthday_of_a_known_child_is_asked_for_on_its_row(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Person(client_id=client_id, relation=Relation.CHILD, nickname="朵朵"))
    page = opened(qtbot, laid, client_id)
    assert page.head is not None

    list(page.head._meter._chips.values())[2].click()
    row = next(iter(card(page, FamilyCard).people.rows.values()))

    assert isinstance(row, PersonRow)
    assert row.is_open
    assert row._dates is not None
    assert row._dates.draft is not None


def test_parting_ends_his_days(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    husband = Person(client_id=client_id, relation=Relation.HUSBAND, nickname="老李")
    birthday = kinds.ClientDate(month=3, day=8)
    laid.desk.book.clients.put_person(husband, (birthday,))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, FamilyCard).people.rows.values()))
    assert isinstance(row, PersonRow)
    row.open_sheet()

    row._on_parted()
    qtbot.waitUntil(settled(laid))

    assert [date.is_ended for date in file_of(laid, client_id).folder.dates] == [True]


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"archived_on": dt.date(2026, 3, 1)}, "In the archive since 1 Mar 2026."),
        ({"do_not_contact": True}, "She is not to be contacted."),
        ({"deceased_on": dt.date(2026, 3, 1)}, "Deceased, noted for 1 Mar 2026."),
        ({"trashed_on": dt.date(2026, 11, 1)}, "In the trash since 1 Nov 2026."),
    ],
)
def test_each_state_is_told_with_its_way_back(
    qtbot: QtBot, laid: Laid, client_id: int, facts: dict[str, object], words: str
) -> None:
    client = file_of(laid, client_id).client
    put(laid, dataclasses.replace(client, **facts))  # type: ignore[arg-type] # a fact by its name
    page = opened(qtbot, laid, client_id)
    shown = words in said(page)

    page._standing.findChildren(QPushButton)[0].click()
    qtbot.waitUntil(settled(laid))

    assert shown
    assert not file_of(laid, client_id).client.is_quiet
    assert not page._standing.isVisible()


def test_she_is_invited_by_the_name_of_an_activity(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    activities = card(page, ActivitiesCard)
    activities.guests.add()
    draft = activities.guests.draft
    assert isinstance(draft, InvitationDraft)

    draft.name.setText("秋季沙龙")
    draft.submit()
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.guests))
    qtbot.waitUntil(settled(laid))
    next(iter(activities.guests.rows.values()))._step.click()
    qtbot.waitUntil(settled(laid))

    guest, activity = file_of(laid, client_id).folder.guests[0]
    assert (activity, guest.state) == ("秋季沙龙", kinds.GuestState.ACCEPTED)


def test_tab_follows_reading_also_to_rows_made_later(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    put(laid, Person(client_id=client_id, nickname="老李"))
    turn_to(qtbot, laid, page, client_id)
    order = list(reading_order._focusable(page))
    row = next(iter(card(page, FamilyCard).people.rows.values()))
    next_card = page.cards[1]

    assert order.index(card(page, FamilyCard)._fold) < order.index(row.head)
    assert order.index(row.head) < order.index(next_card._fold)


def test_a_change_is_shown_on_the_cards_that_read_its_tables_alone(
    qtbot: QtBot, laid: Laid, client_id: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = opened(qtbot, laid, client_id)
    told: list[type] = []
    for each in page.cards:
        monkeypatch.setattr(each, "show_file", partial(told.append, type(each)))

    change = laid.desk.book.clients.put(kinds.Promise(client_id=client_id, what="回电"))
    laid.desk.edits.done(change)
    qtbot.waitUntil(settled(laid))

    assert PromisesCard in told
    assert not {FamilyCard, TalksCard, ProfileCard} & set(told)
