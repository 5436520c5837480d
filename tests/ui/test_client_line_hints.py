"""What is told of a line while it is typed: a deposit that waits, a refund noted before."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState, Visit
from crm_desktop.ui.client.clinic import VisitsCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.visit_draft import VisitDraft
from crm_desktop.ui.client.visit_lines import BillLine
from crm_desktop.ui.client.visit_ways import Way
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, file_of, opened, put
from tests.ui.looking import cut_texts, lay_out, unnamed_controls
from tests.ui.settling import settled

K = BillKind
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def client_id(laid: Laid) -> int:
    found: int = next(iter(laid.desk.book.clients.add(WANG).client_ids))
    ahead = DepositState.PAID_UNTREATED
    put(
        laid,
        Deposit(client_id=found, project="热玛吉", amount=50_000),
        Deposit(client_id=found, project="水光", amount=9_000, state=ahead),
    )
    return found


def composer(page: ClientPage) -> VisitDraft:
    assert page.head is not None
    page.head._on_visit()
    draft = card(page, VisitsCard).visits.draft
    assert isinstance(draft, VisitDraft)
    return draft


def says(line: BillLine) -> str:
    return "" if line.hint.hint is None else line.hint.words.text()


def fill(line: BillLine, project: str, paid: str = "", way: Way | None = None) -> None:
    if way is not None:
        line.way.set_value(way)
        line._on_way(way)
    for field, words in ((line.project, project), (line.paid, paid)):
        field.setFocus()
        field.setText(words)
        field.commit()


def test_an_open_deposit_is_used_beside_what_is_paid_now(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    first = draft.lines.lines[0]
    fill(first, "热玛吉", "2500")
    offered = says(first)

    first.hint.act.click()
    left = says(first)
    draft.submit()
    qtbot.waitUntil(lambda: len(file_of(laid, client_id).folder.bills) == 2)
    qtbot.waitUntil(settled(laid))

    folder = file_of(laid, client_id).folder
    assert (offered, left) == ("A deposit of ¥500 is open for it", "")
    assert {(bill.kind, bill.paid) for bill in folder.bills} == {
        (K.PAYMENT, 250_000),
        (K.FROM_DEPOSIT, 50_000),
    }
    assert folder.deposits[0].state is DepositState.CONVERTED
    assert [(each.project, each.times) for each in folder.completed] == [("热玛吉", 1)]


def test_a_line_without_an_amount_becomes_the_use_of_the_deposit(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    fill(line, "热玛吉")

    line.hint.act.click()
    taken = draft.lines.take()

    assert taken is not None
    assert [(bill.kind, bill.paid) for bill in taken] == [(K.FROM_DEPOSIT, 50_000)]


def test_what_was_paid_ahead_is_noted_as_treated_and_not_paid_again(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    fill(line, "水光", "90")
    offered = says(line)

    line.hint.act.click()
    qtbot.waitUntil(settled(laid))

    folder = file_of(laid, client_id).folder
    assert offered == "¥90 paid ahead, not treated yet"
    assert folder.deposits[1].state is DepositState.CONVERTED
    assert [each.project for each in folder.completed] == ["水光"]
    assert (draft.lines.take(), folder.bills) == ([], ())
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert file_of(laid, client_id).folder.deposits[1].state is DepositState.PAID_UNTREATED


@pytest.mark.parametrize(
    ("project", "way"),
    [
        ("皮秒", None),
        ("", None),
        ("热玛吉", Way(kind=K.STORED_VALUE)),
        ("水光", Way(is_treated=False)),
    ],
)
def test_of_other_lines_nothing_is_told(
    qtbot: QtBot, laid: Laid, client_id: int, project: str, way: Way | None
) -> None:
    page = opened(qtbot, laid, client_id)
    line = composer(page).lines.lines[0]

    fill(line, project, "100", way)

    assert says(line) == ""
    assert line.hint.isHidden()


@pytest.mark.parametrize(("paid", "is_told"), [("300", True), ("301", False)])
def test_a_refund_noted_before_is_told_and_may_stand(
    qtbot: QtBot, laid: Laid, client_id: int, paid: str, *, is_told: bool
) -> None:
    put(laid, Bill(client_id=client_id, on=TODAY, kind=K.REFUND, project="皮秒", paid=30_000))
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    fill(line, "皮秒", paid, Way(kind=K.REFUND))
    told = says(line)

    draft.submit()
    qtbot.waitUntil(lambda: len(file_of(laid, client_id).folder.bills) == 2)
    qtbot.waitUntil(settled(laid))

    assert ("¥300 is noted already on 22 Nov 2026" in told) is is_told
    labels = card(page, VisitsCard).findChildren(QLabel)
    assert ("Noted twice?" in {each.text() for each in labels if each.isVisible()}) is is_told


def test_another_day_is_another_refund(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, Bill(client_id=client_id, on=TODAY, kind=K.REFUND, project="皮秒", paid=30_000))
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    fill(line, "皮秒", "300", Way(kind=K.REFUND))
    on_the_day = says(line)

    draft.form.show_record(Visit(client_id=client_id, on=dt.date(2026, 11, 1)))
    draft._on_day()

    assert on_the_day
    assert says(line) == ""


@pytest.mark.parametrize("width", [820, 1182])
def test_a_hint_is_neither_cut_nor_nameless(
    qtbot: QtBot, laid: Laid, client_id: int, width: int
) -> None:
    page = opened(qtbot, laid, client_id, (width, 768))
    draft = composer(page)
    line = draft.lines.lines[0]

    fill(line, "热玛吉", "2500")
    qtbot.waitUntil(draft.isVisible)
    lay_out()

    assert line.hint.isVisible()
    assert cut_texts(draft) == []
    assert unnamed_controls(draft) == []
