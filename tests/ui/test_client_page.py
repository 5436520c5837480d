"""The client page: every fact shown, edited where it stands, added, removed, taken back."""

import dataclasses
import datetime as dt
import pathlib
from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from crm_desktop.clock import today
from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import Change, Client, Gift, GiftState, Person
from crm_desktop.services.client_file import ClientFile
from crm_desktop.services.records import KINDS, Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.care import GiftsCard, PromisesCard
from crm_desktop.ui.client.clinic import VisitsCard
from crm_desktop.ui.client.facts import SPECS
from crm_desktop.ui.client.family import FamilyCard, PersonDraft
from crm_desktop.ui.client.form import Draft
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.preferences import PreferencesCard
from crm_desktop.ui.client.profile import HistoryCard, ProfileCard
from crm_desktop.ui.fields.texts import LongTextField, MoneyField, TextField
from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.theme.theme import Theme
from tests.builders import filled
from tests.ui.desks import Laid, lay
from tests.ui.settling import settled

pytestmark = pytest.mark.usefixtures("cheap_keys")
WANG = Client(name="王雅琴", display_name="王姐", tier=kinds.Tier.A, vip=True, occupation="老师")
ELSEWHERE = {kinds.Attachment, kinds.NotSame, kinds.SmartList, kinds.GreetingTemplate}
LONG_NAME = "欧阳慧敏·古丽扎尔买买提阿卜杜拉欧阳慧敏"


@pytest.fixture
def laid(tmp_path: pathlib.Path, qapp: QApplication, theme: Theme, jobs: Jobs) -> Iterator[Laid]:
    made = lay(tmp_path, qapp, theme, jobs)
    yield made
    made.desk.book.database.close()


@pytest.fixture
def client_id(laid: Laid) -> int:
    change = laid.desk.book.clients.add(WANG, ("13800004321",))
    return next(iter(change.client_ids))


def put(laid: Laid, *records: Record) -> None:
    for record in records:
        laid.desk.book.clients.put(record)


def opened(
    qtbot: QtBot, laid: Laid, client_id: int, size: tuple[int, int] = (1182, 768)
) -> ClientPage:
    page = ClientPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    page.show_client(client_id)
    qtbot.waitUntil(lambda: page.is_whole)
    qtbot.waitUntil(settled(laid))
    return page


C = TypeVar("C", bound=FileCard)


def card(page: ClientPage, kind: type[C]) -> C:
    return next(each for each in page.cards if isinstance(each, kind))


def file_of(laid: Laid, client_id: int) -> ClientFile:
    return laid.desk.book.clients.file(client_id, today=today(laid.clock))


def draft_of(records: RecordList) -> Draft | None:
    return records._draft


def said(page: ClientPage) -> str:
    """Return every word on the page."""
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def every_kind(client_id: int) -> list[Record]:
    """Return one record of each kind that hangs on a client and needs no other record."""
    left_out = {kinds.Client, kinds.Activity, kinds.ActivityGuest, kinds.PointsEntry, *ELSEWHERE}
    points: Record = kinds.PointsEntry(client_id=client_id, points=7, on=dt.date(2026, 3, 1))
    others: list[Record] = [_filled(kind, client_id) for kind in KINDS if kind not in left_out]
    return [*others, points]


def _filled(kind: type[Record], client_id: int) -> Record:
    made: Record = filled(kind, client_id=client_id)
    return made


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
    assert shown >= set(SPECS) - {kinds.Preference, kinds.ActivityGuest}


def test_a_fact_is_saved_as_its_field_is_left(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form
    assert form is not None
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
    assert form is not None
    income, notes = form.field_of("income"), form.field_of("notes")
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
    assert form is not None
    name = form.field_of("name")
    assert isinstance(name, TextField)

    name.setText("")
    name.commit()
    qtbot.waitUntil(settled(laid))

    assert name.text() == "王雅琴"
    assert file_of(laid, client_id).client.name == "王雅琴"


def test_a_promise_is_added_by_one_click_and_a_few_keys(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    promises = card(page, PromisesCard).promises
    promises.add()
    draft = promises._draft
    assert draft is not None
    what = draft.form.field_of("what")

    QTest.keyClicks(what, "call her")
    QTest.keyClick(what, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.promises))
    qtbot.waitUntil(settled(laid))

    assert [row.record.what for row in promises.rows.values()] == ["call her"]  # type: ignore[union-attr] # promises only
    assert promises._draft is None


def test_a_draft_without_what_it_needs_stays_open(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    gifts = card(page, GiftsCard).gifts
    gifts.add()
    draft = draft_of(gifts)
    assert draft is not None

    draft.submit()
    stayed = draft_of(gifts) is draft
    QTest.keyClick(draft, Qt.Key.Key_Escape)

    assert (stayed, draft_of(gifts)) == (True, None)
    assert file_of(laid, client_id).folder.gifts == ()


def test_a_person_is_added_together_with_the_birthday(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = people._draft
    assert isinstance(draft, PersonDraft)
    called = draft.form.field_of("nickname")
    assert isinstance(called, TextField)
    called.setText("朵朵")
    draft.birthday.set_value(DatedFact(calendar=Calendar.LUNAR, month=3, day=8, year=2018))

    draft.submit()
    qtbot.waitUntil(settled(laid))

    found = file_of(laid, client_id).folder
    assert [person.nickname for person in found.persons] == ["朵朵"]
    assert found.dates[0].person_id == found.persons[0].id
    assert (found.dates[0].calendar, found.dates[0].month) == (Calendar.LUNAR, 3)


def test_tab_reaches_the_birthday_of_a_person_before_the_buttons(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = people._draft
    assert isinstance(draft, PersonDraft)
    after = draft.birthday.nextInFocusChain()

    assert isinstance(after, QPushButton)
    assert (after.text(), after.nextInFocusChain()) == ("Cancel", draft._add)


def test_an_empty_long_field_is_seen_to_be_one(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    fields = card(page, PreferencesCard).findChildren(LongTextField)
    assert [field.placeholderText() for field in fields] == ["Add…", "Add…"]


def test_the_page_leads_back(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    back = next(each for each in page.findChildren(QToolButton) if "Back" in each.toolTip())

    with qtbot.waitSignal(laid.desk.routes.back_wanted):
        back.click()


def test_removing_is_taken_back_by_undo(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯"))
    page = opened(qtbot, laid, client_id)
    gifts = card(page, GiftsCard).gifts

    next(iter(gifts.rows.values()))._on_remove()
    qtbot.waitUntil(settled(laid))
    gone = len(gifts.rows)
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))

    assert (gone, len(gifts.rows)) == (0, 1)


def test_a_gift_goes_from_idea_to_given_by_two_presses(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯", state=GiftState.IDEA))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, GiftsCard).gifts.rows.values()))

    for _ in range(2):
        row._step.click()
        qtbot.waitUntil(settled(laid))

    gift = file_of(laid, client_id).folder.gifts[0]
    assert gift.state is GiftState.GIVEN
    assert gift.ordered_on == gift.delivered_on == dt.date(2026, 11, 22)


def test_an_open_row_stays_open_when_another_fact_changes(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Gift(client_id=client_id, item="香薰灯"))
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, GiftsCard).gifts.rows.values()))
    row.open_sheet()
    assert row.form is not None
    field = row.form.field_of("item")
    assert isinstance(field, TextField)
    field.setText("香薰灯和")

    change = laid.desk.book.clients.put(kinds.Promise(client_id=client_id, what="回电"))
    laid.desk.edits.done(change)
    qtbot.waitUntil(settled(laid))

    assert row.is_open
    assert field.text() == "香薰灯和"


def test_bills_stand_under_their_visit(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, kinds.Visit(client_id=client_id, on=dt.date(2026, 11, 10)))
    visit_id = file_of(laid, client_id).folder.visits[0].id
    bill = kinds.Bill(
        client_id=client_id, visit_id=visit_id, on=dt.date(2026, 11, 10), project="热玛吉", paid=100
    )
    put(laid, bill)
    page = opened(qtbot, laid, client_id)
    visits = card(page, VisitsCard)

    visits.visits.rows[visit_id].open_sheet()

    assert visits.bills.rows == {}
    assert len(visits.visits.rows[visit_id].findChildren(RecordList)[0].rows) == 1


@pytest.mark.parametrize(
    ("asked", "field"),
    [
        ("quiet_wanted", "do_not_contact"),
        ("archive_wanted", "archived_on"),
        ("death_wanted", "deceased_on"),
    ],
)
def test_reminders_stop_at_once_and_begin_again(
    qtbot: QtBot, laid: Laid, client_id: int, asked: str, field: str
) -> None:
    page = opened(qtbot, laid, client_id)
    assert page.head is not None

    getattr(page.head, asked).emit()
    qtbot.waitUntil(settled(laid))
    stopped = file_of(laid, client_id).client.is_quiet
    qtbot.waitUntil(lambda: "Every reminder about her has stopped." in said(page))
    getattr(page.head, asked).emit()
    qtbot.waitUntil(settled(laid))

    assert stopped
    assert not getattr(file_of(laid, client_id).client, field)


def test_a_client_who_is_gone_leads_back_to_the_list(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    assert page.head is not None

    with qtbot.waitSignal(laid.desk.routes.page_wanted) as wanted:
        page.head.removal_wanted.emit()

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
