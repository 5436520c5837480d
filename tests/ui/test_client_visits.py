"""Visits noted in one go, the timeline, projects side by side, what was paid a year."""

import datetime as dt

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain import records as kinds
from crm_desktop.domain.records import Bill, BillKind, Deposit, DepositState, Package, Visit
from crm_desktop.ui.client.bill_draft import BillsDraft
from crm_desktop.ui.client.clinic import BillRow, VisitRow, VisitsCard
from crm_desktop.ui.client.page import ClientPage
from crm_desktop.ui.client.projects import ProjectsCard
from crm_desktop.ui.client.visit_draft import VisitDraft
from crm_desktop.ui.client.visit_ways import LATER, PACKAGE, ways
from crm_desktop.ui.fields.numbers import NumberField
from crm_desktop.ui.text.amounts import short_money
from crm_desktop.ui.widgets.bars import Bar, Bars
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, file_of, opened, put
from tests.ui.looking import cut_texts, lay_out, unnamed_controls
from tests.ui.settling import settled

K = BillKind
DAY = dt.date(2026, 11, 10)
TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def client_id(laid: Laid) -> int:
    change = laid.desk.book.clients.add(WANG, ("13800004321",))
    found: int = next(iter(change.client_ids))
    put(
        laid,
        Package(client_id=found, project="光子", bought=6, used=2),
        Deposit(client_id=found, project="热玛吉", amount=50_000),
    )
    return found


def composer(page: ClientPage) -> VisitDraft:
    assert page.head is not None
    page.head._on_visit()
    draft = card(page, VisitsCard).visits._draft
    assert isinstance(draft, VisitDraft)
    return draft


def typed(field: QWidget, words: str, *, enter: bool = False) -> None:
    field.setFocus()
    QTest.keyClicks(field, words)
    if enter:
        QTest.keyClick(field, Qt.Key.Key_Return)


def test_a_visit_with_two_lines_is_typed_and_taken_back_by_one_undo(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    before = file_of(laid, client_id).folder
    draft = composer(page)
    first = draft.lines.lines[0]

    typed(first.project, "cream")
    typed(first.paid, "380", enter=True)
    qtbot.waitUntil(lambda: len(draft.lines.lines) == 2)
    second = draft.lines.lines[1]
    second.project.setText("光子")
    QTest.keyClick(second.project, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(draft.lines.lines) == 3)
    QTest.keyClick(draft.lines.lines[2].project, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(file_of(laid, client_id).folder.visits))
    qtbot.waitUntil(settled(laid))
    noted = file_of(laid, client_id).folder
    closed = card(page, VisitsCard).visits._draft is None
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))

    assert [(bill.project, bill.kind, bill.paid) for bill in noted.bills] == [
        ("cream", K.PAYMENT, 38_000),
        ("光子", K.SESSION, 0),
    ]
    assert noted.visits[0].type is kinds.VisitType.FIRST
    assert noted.packages[0].left == 3
    assert closed
    assert file_of(laid, client_id).folder == before


def test_a_refused_visit_stays_typed_and_says_why(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    line.project.setText("光子")
    line.project.commit()
    line.count.setText("9")

    draft.submit()
    qtbot.waitUntil(settled(laid))

    told = [label.text() for label in draft.findChildren(QLabel) if label.isVisible()]
    assert "The package has not so many sessions left. Nothing was changed." in told
    assert line.count.text() == "9"
    assert file_of(laid, client_id).folder.visits == ()


def test_a_package_asks_for_its_sessions_before_it_is_noted(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    line = draft.lines.lines[0]
    line.project.setText("皮秒")
    line.way.set_value(PACKAGE)
    line._on_way(PACKAGE)

    draft.submit()
    asked = line.sessions.property("wrong")
    line.sessions.setText("5")
    draft.submit()
    qtbot.waitUntil(lambda: len(file_of(laid, client_id).folder.packages) == 2)
    qtbot.waitUntil(settled(laid))

    assert asked == "yes"
    assert file_of(laid, client_id).folder.packages[1].bought == 5


def test_escape_lets_a_visit_go(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)

    QTest.keyClick(draft, Qt.Key.Key_Escape)

    assert card(page, VisitsCard).visits._draft is None


def test_a_line_left_out_is_not_noted(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    page = opened(qtbot, laid, client_id)
    draft = composer(page)
    draft.lines.lines[0].project.setText("皮秒")
    draft.lines.more.click()
    draft.lines.lines[1].project.setText("水光")

    draft.lines.lines[0]._drop.click()
    taken = draft.lines.take()

    assert taken is not None
    assert [bill.project for bill in taken] == ["水光"]


@pytest.mark.parametrize("is_at_a_visit", [False, True])
def test_bills_are_added_with_what_is_hers_as_one_change(
    qtbot: QtBot, laid: Laid, client_id: int, *, is_at_a_visit: bool
) -> None:
    put(laid, Visit(client_id=client_id, on=DAY))
    page = opened(qtbot, laid, client_id)
    visits = card(page, VisitsCard)
    bills = visits.bills
    if is_at_a_visit:
        (visit,) = visits.visits.rows.values()
        visit.open_sheet()
        assert isinstance(visit, VisitRow)
        assert visit._bills is not None
        bills = visit._bills
    before = file_of(laid, client_id).folder

    bills.add()
    draft = bills.draft
    assert isinstance(draft, BillsDraft)
    nothing = draft.lines.take()
    draft.submit()
    line = draft.lines.lines[0]
    has_focus = line.project.hasFocus()
    typed(line.project, "cream")
    typed(line.paid, "380", enter=True)
    qtbot.waitUntil(lambda: len(draft.lines.lines) == 2)
    draft.lines.lines[1].project.setText("光子")
    QTest.keyClick(draft, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(file_of(laid, client_id).folder.bills) == 2)
    qtbot.waitUntil(settled(laid))
    noted = file_of(laid, client_id).folder
    is_closed = bills.draft is None
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))

    on, visit_id = (DAY, noted.visits[0].id) if is_at_a_visit else (TODAY, None)
    assert [(each.project, each.kind) for each in noted.bills] == [
        ("cream", K.PAYMENT),
        ("光子", K.SESSION),
    ]
    assert {(each.on, each.visit_id) for each in noted.bills} == {(on, visit_id)}
    assert (nothing, has_focus, is_closed) == ([], True, True)
    assert file_of(laid, client_id).folder == before


def test_what_is_hers_is_offered_to_be_drawn_on(laid: Laid, client_id: int) -> None:
    put(laid, Bill(client_id=client_id, on=DAY, kind=K.STORED_VALUE, paid=100_000))
    put(laid, Bill(client_id=client_id, on=DAY, project="水光", paid=9_000, is_treated=False))

    offered = [words for _, words in ways(file_of(laid, client_id).folder)]

    assert offered == [
        "Paid and treated",
        "Paid, to be treated later",
        "Package bought",
        "Session of 光子 (4 left)",
        "Deposit of ¥500 used: 热玛吉",
        "From stored value (¥1,000 left)",
        "Deposit taken",
        "Stored value added",
        "Refund",
        "Refund of sessions: 光子",
        "Refund of ¥500: 热玛吉",
        "Refund of ¥90: 水光",
        "Stored value given back",
    ]


def test_each_way_makes_the_line_it_says(laid: Laid, client_id: int) -> None:
    folder = file_of(laid, client_id).folder
    line = Bill(project="皮秒", paid=5, sessions=3)

    made = {words: way.bill(line) for way, words in ways(folder)}

    assert made["Session of 光子 (4 left)"].package_id == folder.packages[0].id
    assert made["Deposit of ¥500 used: 热玛吉"].deposit_id == folder.deposits[0].id
    assert made["Package bought"].sessions == 3
    assert made["Paid and treated"].sessions is None
    assert LATER.bill(line).is_treated is False


def rich(laid: Laid, client_id: int) -> None:
    """Write visits of two years, one with a refund, and a bill without a visit."""
    record = laid.desk.book.visits.record
    first = Visit(client_id=client_id, on=dt.date(2025, 3, 1), type=kinds.VisitType.FIRST)
    record(first, [Bill(on=first.on, project="水光", paid=200_000)])
    last = Visit(client_id=client_id, on=DAY, type=kinds.VisitType.DISPUTE)
    record(last, [Bill(on=DAY, kind=K.REFUND, project="水光", paid=50_000)])
    put(laid, Bill(client_id=client_id, on=DAY, project="面膜", paid=39_800))


def test_the_timeline_tells_what_was_done_and_paid(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    rich(laid, client_id)

    page = opened(qtbot, laid, client_id)
    visits = card(page, VisitsCard)

    rows = list(visits.visits.rows.values())
    words = [label.text() for label in visits.findChildren(QLabel) if label.isVisible()]
    assert "-¥500" in words
    assert {"2025", "2026", "First consultation", "Dispute", "Bills without a visit"} <= set(words)
    assert [bar.value for bar in visits.sums.bars.bars] == [200_000, -10_200]
    assert "¥1,898" in words
    assert "10 Nov 2026 -¥500" in rows[0].head.accessibleName()
    assert "Refund -¥500" in words


def test_a_refused_edit_of_a_line_is_taken_back_in_its_field(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Bill(client_id=client_id, on=DAY, kind=K.SESSION, project="光子"))
    page = opened(qtbot, laid, client_id)
    (line,) = card(page, VisitsCard).bills.rows.values()
    line.open_sheet()
    assert isinstance(line, BillRow)
    assert line.form is not None
    count = line.form.field_of("quantity")
    assert isinstance(count, NumberField)

    count.setText("7")
    count.commit()
    qtbot.waitUntil(settled(laid))

    assert count.text() == "1"
    assert file_of(laid, client_id).folder.packages[0].used == 3


def test_a_session_is_used_and_a_deposit_treated_by_one_press(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    projects = card(page, ProjectsCard)

    for rows in (projects.packages.rows, projects.deposits.rows):
        next(iter(rows.values()))._step.click()
        qtbot.waitUntil(settled(laid))

    folder = file_of(laid, client_id).folder
    assert folder.packages[0].used == 3
    assert folder.deposits[0].state is DepositState.CONVERTED
    assert {each.project for each in folder.completed} == {"光子", "热玛吉"}
    assert len(projects.completed.rows) == 2


def test_a_deposit_is_given_back_from_its_open_row(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    page = opened(qtbot, laid, client_id)
    row = next(iter(card(page, ProjectsCard).deposits.rows.values()))
    row.open_sheet()
    back = next(each for each in row.findChildren(QPushButton) if "Given back" in each.text())

    back.click()
    qtbot.waitUntil(settled(laid))

    assert file_of(laid, client_id).folder.deposits[0].state is DepositState.REFUNDED


@pytest.mark.parametrize("width", [820, 1182])
def test_nothing_on_the_cards_is_cut_or_nameless(
    qtbot: QtBot, laid: Laid, client_id: int, width: int
) -> None:
    rich(laid, client_id)
    page = opened(qtbot, laid, client_id, (width, 768))
    draft = composer(page)
    lay_out()

    for shown in (card(page, ProjectsCard), card(page, VisitsCard), draft):
        assert cut_texts(shown) == []
        assert unnamed_controls(shown) == []


@pytest.mark.parametrize(
    ("fen", "words"),
    [(0, "¥0"), (99_900, "¥999"), (128_000, "¥1.3k"), (23_680_000, "¥236.8k"), (-200_000, "-¥2k")],
)
def test_amounts_over_bars_are_short(fen: int, words: str) -> None:
    assert short_money(fen) == words


def test_each_bar_tells_its_amount_when_pointed_at(qtbot: QtBot) -> None:
    bars = Bars("Paid per year")
    qtbot.addWidget(bars)
    bars.resize(200, 104)
    bars.show_bars(
        [
            Bar(name="2025", value=5, short="¥5", words="2025: ¥5 paid"),
            Bar(name="2026", value=-3, short="-¥3", words="2026: -¥3 paid", is_now=True),
        ]
    )
    bars.show()

    place = QPoint(190, 50)
    QApplication.sendEvent(bars, QHelpEvent(QEvent.Type.ToolTip, place, bars.mapToGlobal(place)))

    assert QToolTip.text() == "2026: -¥3 paid"
    assert bars.bar_at(5) is None
    assert bars.accessibleDescription() == "2025: ¥5 paid\n2026: -¥3 paid"
    QToolTip.hideText()
