"""What she types is told about at its field; where facts come from; the history in words."""

import dataclasses
import datetime as dt
import re

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.records import Person
from crm_desktop.services.records import KINDS, table_of
from crm_desktop.ui.client.family import FamilyCard, PersonDraft
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.history import HistoryCard
from crm_desktop.ui.client.more import NumbersCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.profile import ProfileCard
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.fields.told import Told
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, every_kind, file_of, opened, put, said
from tests.ui.settling import settled

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def client_id(laid: Laid) -> int:
    return next(iter(laid.desk.book.clients.add(WANG, ("13800004321",)).client_ids))


def type_into(form: RecordForm, name: str, words: str) -> TextField:
    field = form.field_of(name)
    assert isinstance(field, TextField)
    field.setText(words)
    field.commit()
    return field


def told(form: RecordForm) -> list[str]:
    return [each.words for each in form.findChildren(Told) if each.isVisible()]


def test_what_is_refused_is_told_and_stays_typed_while_the_next_fact_is_kept(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form

    field = type_into(form, "display_name", "王" * 101)
    qtbot.waitUntil(settled(laid))
    refused = told(form)
    type_into(form, "occupation", "店主")
    qtbot.waitUntil(settled(laid))

    assert refused == ["101 characters; at most 100 fit here. Shorten it to save."]
    assert field.text() == "王" * 101
    client = file_of(laid, client_id).client
    assert (client.display_name, client.occupation) == ("王姐", "店主")


def test_a_refused_fact_is_saved_once_it_is_mended(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    form = card(page, ProfileCard).form
    type_into(form, "display_name", "王" * 101)
    qtbot.waitUntil(settled(laid))

    type_into(form, "display_name", "王小姐")
    qtbot.waitUntil(settled(laid))

    assert told(form) == []
    assert file_of(laid, client_id).client.display_name == "王小姐"


def test_what_is_doubtful_is_told_and_stands(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, NumbersCard).phones.rows.values()))
    row.open_sheet()
    assert row.form is not None

    type_into(row.form, "digits", "138")
    qtbot.waitUntil(settled(laid))

    assert told(row.form) == ["This is not a complete phone number. It is kept as it is."]
    assert file_of(laid, client_id).folder.phones[0].digits == "138"


def test_a_draft_that_is_refused_stays_open_with_what_was_typed(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    people = card(page, FamilyCard).people
    people.add()
    draft = people.draft
    assert isinstance(draft, PersonDraft)
    name = draft.form.field_of("nickname")
    assert isinstance(name, TextField)
    name.setText("朵朵")
    draft.birthday.set_value(DatedFact(calendar=Calendar.SOLAR, year=2027, month=3, day=8))

    draft.submit()
    qtbot.waitUntil(settled(laid))
    stayed, words = people.draft is draft, [each.words for each in draft.findChildren(Told)]
    draft.birthday.set_value(DatedFact(calendar=Calendar.SOLAR, year=2018, month=3, day=8))
    draft.submit()
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.persons))
    qtbot.waitUntil(settled(laid))

    assert stayed
    assert "This day is still to come." in words
    assert people.draft is None


def test_a_fact_does_not_take_back_what_another_card_wrote_meanwhile(
    laid: Laid, client_id: int
) -> None:
    clients = laid.desk.book.clients
    older = file_of(laid, client_id).client
    clients.put(dataclasses.replace(older, income=800_000_00))

    clients.edit(dataclasses.replace(older, notes="周二有空"), ("notes",))

    client = file_of(laid, client_id).client
    assert (client.income, client.notes) == (800_000_00, "周二有空")


def test_where_a_fact_comes_from_is_noted_at_its_field(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    profile = card(page, ProfileCard)

    dialog = profile._sources.ask("income")
    dialog.source.setText("朋友圈")
    dialog.accept()
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.sources))
    qtbot.waitUntil(settled(laid))

    source = file_of(laid, client_id).folder.sources[0]
    assert (source.field, source.learnt_on, source.learnt_from) == ("income", TODAY, "朋友圈")
    assert profile.form.labels["income"].text() == "Yearly income · today · 朋友圈"
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_when_and_from_where_is_told_on_the_row(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    learnt = dt.date(2026, 11, 20)
    put(laid, Person(client_id=client_id, nickname="老李", learnt_on=learnt, learnt_from="微信"))

    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, FamilyCard).people.rows.values()))

    assert row.head.toolTip() == "Learnt two days ago: 微信"


def history_of(qtbot: QtBot, laid: Laid, page: ClientPage) -> HistoryCard:
    history = card(page, HistoryCard)
    history.open()
    qtbot.waitUntil(settled(laid))
    qtbot.waitUntil(lambda: not history._filling.is_filling)
    return history


def seen_in(history: HistoryCard) -> str:
    return "\n".join(label.text() for label in history.findChildren(QLabel) if label.isVisible())


def test_the_history_has_words_for_every_kind_and_no_codes(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, *every_kind(client_id))
    page = opened(qtbot, laid, client_id)

    history = history_of(qtbot, laid, page)

    words = "\n".join(label.text() for label in history.findChildren(QLabel))
    columns = {column.name for kind in KINDS for column in table_of(kind).columns}
    codes = {name for name in columns if "_" in name}
    assert not {name for name in codes if re.search(rf"\b{name}:", words)}
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\bTrue\b|\bNone\b", words)


def test_the_history_is_narrowed_by_kind(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(
        laid,
        kinds.Promise(client_id=client_id, what="回电"),
        Person(client_id=client_id, name="李"),
    )
    page = opened(qtbot, laid, client_id)
    history = history_of(qtbot, laid, page)

    history.kinds.set_value(("person", "client_date"))
    history.kinds.committed.emit(("person", "client_date"))
    # A layout shows its rows by a queued call.
    qtbot.waitUntil(lambda: "回电" not in seen_in(history))
    qtbot.waitUntil(lambda: "Family member added" in seen_in(history))

    assert "Promise" not in seen_in(history)


def test_older_entries_come_a_hundred_at_a_time(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    for number in range(101):
        put(laid, kinds.Promise(client_id=client_id, what=f"承诺{number}"))
    page = opened(qtbot, laid, client_id)
    history = history_of(qtbot, laid, page)
    first, more = history._lines.count(), history.older.isVisible()

    history.older.click()
    qtbot.waitUntil(settled(laid))
    qtbot.waitUntil(lambda: not history._filling.is_filling)

    assert (first, more) == (100, True)
    assert history._lines.count() > 101
    assert not history.older.isVisible()
    qtbot.waitUntil(lambda: "承诺0" in said(page))
