"""The client page: every fact shown, edited where it stands, her states, her history."""

import dataclasses
import datetime as dt

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.records import Change, Client, Gift, Person
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.history import HistoryCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.notes import NotesCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.preferences import PreferencesCard
from crm_desktop.ui.client.profile import ProfileCard
from crm_desktop.ui.fields.texts import LongTextField, MoneyField, TextField
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, every_kind, file_of, opened, put, said
from tests.ui.settling import settled


@pytest.fixture
def client_id(laid: Laid) -> int:
    change = laid.desk.book.clients.add(WANG, ("13800004321",))
    return next(iter(change.client_ids))


def test_what_matters_before_she_comes_is_seen(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    husband = Person(
        client_id=client_id,
        relation=kinds.Relation.HUSBAND,
        nickname="老李",
        knows=kinds.Knows.NO,
    )
    put(
        laid,
        husband,
        kinds.Contact(client_id=client_id, on=dt.date(2026, 11, 20), outcome="想换医生"),
        kinds.Preference(client_id=client_id, kind=kinds.PreferenceKind.ALLERGY, text="芒果"),
        kinds.Package(client_id=client_id, project="水光针", bought=5, used=4),
        kinds.Promise(client_id=client_id, what="发案例", due_on=dt.date(2026, 11, 20)),
        Gift(client_id=client_id, item="百合花束", cost=16_800, on=dt.date(2026, 6, 19)),
    )

    page = opened(qtbot, laid, client_id)

    facts = ("老李 must not know", "想换医生", "1 left", "发案例", "Overdue", "百合花束 ¥168")
    qtbot.waitUntil(lambda: all(fact in said(page) for fact in facts))
    assert [chip.text() for chip in card(page, PreferencesCard).chips] == ["芒果"]


def test_a_page_prepared_by_one_file_shows_another_whole(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, kinds.Promise(client_id=client_id, what="留面膜"))
    other = next(iter(laid.desk.book.clients.add(Client(name="周小满")).client_ids))
    put(laid, kinds.Promise(client_id=other, what="带案例"))
    page = ClientPage(laid.desk)
    qtbot.addWidget(page)
    page.prepare(client_id, QSize(1182, 768))
    qtbot.waitUntil(lambda: page.is_whole)

    page.show()
    page.show_client(other)
    qtbot.waitUntil(lambda: page.is_whole and page.shown.client_id == other)
    qtbot.waitUntil(settled(laid))

    assert "带案例" in said(page)
    assert "留面膜" not in said(page)
    assert page.sight.updatesEnabled()


def test_every_kind_of_record_has_a_line_and_a_form(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, *every_kind(client_id))

    page = opened(qtbot, laid, client_id)
    rows = [row for each in page.findChildren(RecordList) for row in each.rows.values()]
    for row in rows:
        row.open_sheet()

    assert all(row.is_open for row in rows)
    shown = {type(row.record) for row in rows}
    assert shown >= set(SPECS) - {kinds.Preference, kinds.ActivityGuest, kinds.Gift}


def test_a_fact_is_saved_as_its_field_is_left(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form
    field = form.field_of("occupation")
    assert isinstance(field, TextField)

    field.setText("店主")
    with qtbot.waitSignal(laid.desk.edits.did) as did:
        QTest.keyClick(field, Qt.Key.Key_Return)
    qtbot.waitUntil(settled(laid))

    assert did.args is not None
    assert did.args[0].action == "client.edit"
    assert file_of(laid, client_id).client.occupation == "店主"
    assert "店主" in said(page)


def test_two_facts_in_a_row_are_both_kept(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form
    income, notes = form.field_of("income"), card(page, NotesCard).form.field_of("notes")
    assert isinstance(income, MoneyField)
    assert isinstance(notes, LongTextField)

    income.setText("80万")
    income.commit()
    notes.setPlainText("周二下午有空")
    notes.commit()
    qtbot.waitUntil(settled(laid))

    client = file_of(laid, client_id).client
    assert (client.income, client.notes) == (80_000_000, "周二下午有空")


def test_a_name_cannot_be_emptied(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form
    name = form.field_of("name")
    assert isinstance(name, TextField)

    name.setText("")
    name.commit()
    qtbot.waitUntil(settled(laid))

    assert name.text() == "王雅琴"
    assert file_of(laid, client_id).client.name == "王雅琴"


def test_an_empty_long_field_is_seen_to_be_one(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    fields = card(page, PreferencesCard).findChildren(LongTextField)
    assert [field.placeholderText() for field in fields] == ["Add…", "Add…"]


def test_the_page_leads_back(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    back = next(each for each in page.findChildren(QToolButton) if "Back" in each.toolTip())

    with qtbot.waitSignal(laid.desk.routes.back_wanted):
        back.click()


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("_quiet", "do_not_contact"),
        ("_archive", "archived_on"),
        ("_death", "deceased_on"),
        ("_trash", "trashed_on"),
    ],
)
def test_reminders_stop_at_once_and_begin_again(
    qtbot: QtBot, laid: Laid, client_id: int, asked: str, field: str
) -> None:
    page = opened(qtbot, laid, client_id)
    assert page.head is not None

    getattr(page.head.menu, asked).trigger()
    qtbot.waitUntil(settled(laid))
    stopped = file_of(laid, client_id).client.is_quiet
    qtbot.waitUntil(lambda: "Every reminder about her has stopped." in said(page))
    getattr(page.head.menu, asked).trigger()
    qtbot.waitUntil(settled(laid))

    assert stopped
    assert not getattr(file_of(laid, client_id).client, field)


def test_a_client_who_is_gone_leads_back_to_the_list(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    assert page.head is not None

    with qtbot.waitSignal(laid.desk.routes.page_wanted) as wanted:
        page.shown.remove(file_of(laid, client_id).client)

    assert wanted.args == ["clients"]


def test_history_tells_what_stood_before(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    client = file_of(laid, client_id).client
    put(laid, dataclasses.replace(client, occupation="店主"))
    page = opened(qtbot, laid, client_id)

    card(page, HistoryCard)._on_show()

    qtbot.waitUntil(lambda: "Occupation: 老师 → 店主" in said(page))


def test_a_change_of_another_client_is_not_read(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    asked = page._asked

    page._on_changed(Change(id=9, action="gift.add", client_ids=frozenset({client_id + 1})))

    assert page._asked == asked
