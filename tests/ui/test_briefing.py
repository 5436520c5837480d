"""The briefing page and its paper: what is read first, one sheet whatever stands in it."""

import pathlib
import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QLabel
from pytestqt.qtbot import QtBot

from crm_desktop.domain.briefing import Briefing, briefing
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    Complaint,
    Contact,
    Knows,
    Package,
    Person,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
    Relation,
    Tier,
    Visit,
)
from crm_desktop.services.book import Book
from crm_desktop.ui.briefing.page import BriefingPage
from crm_desktop.ui.briefing.paper import paper, pdf
from crm_desktop.ui.briefing.part_card import PartCard
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text.briefings import Slot
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.card import Band
from crm_desktop.ui.widgets.toast import Toast
from tests.domain.folders import TODAY, born, days_ago, folder, husband
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

LONG = "欧阳上官慕容司马诸葛的名字很长很长一直写到尽头" * 4
SECRET = "只有我知道的事"


@pytest.fixture
def look(translators: Translators, theme: Theme, language: Language, choice: ThemeChoice) -> None:
    translators.speak(language)
    theme.wear(choice)


def somebody(book: Book, **facts: object) -> int:
    """Write a client with something for every part of the page; return her id."""
    her = Client(
        name="王雅琴",
        display_name="王姐",
        tier=Tier.A,
        vip=True,
        notes="喜欢周二来",
        private_notes=SECRET,
        **facts,  # type: ignore[arg-type] # fields of a client
    )
    client_id = next(iter(book.clients.add(her).client_ids))
    him = Person(client_id=client_id, relation=Relation.HUSBAND, nickname="老陈", knows=Knows.NO)
    book.clients.put_person(him, [])
    child = Person(client_id=client_id, relation=Relation.CHILD, nickname="朵朵", knows=Knows.YES)
    book.clients.put_person(child, [ClientDate(client_id=client_id, year=2018, month=11, day=24)])
    for record in (
        Contact(client_id=client_id, on=days_ago(3), channel="微信", outcome="约下周"),
        Visit(client_id=client_id, on=days_ago(20), notes="说要去旅行", doctor="白医生"),
        Promise(client_id=client_id, what="发案例", due_on=days_ago(1)),
        Preference(client_id=client_id, kind=PreferenceKind.ALLERGY, text="芒果"),
        Preference(client_id=client_id, text="美式"),
        Package(client_id=client_id, project="水光针", bought=5, used=4),
        PotentialProject(client_id=client_id, project="脂肪填充", obstacle="怕疼"),
    ):
        book.clients.put(record)
    return client_id


def shown(qtbot: QtBot, laid: Laid, client_id: int, width: int = 1182) -> BriefingPage:
    page = BriefingPage(laid.desk)
    qtbot.addWidget(page)
    page.resize(width, 768)
    page.show()
    page.show_client(client_id)
    qtbot.waitUntil(lambda: bool(slots(page)))
    lay_out()
    return page


def slots(page: BriefingPage) -> list[Slot]:
    return [card.slot for card in page.findChildren(PartCard) if card.isVisible()]


def columns(page: BriefingPage) -> int:
    lay_out()
    cards = [card for card in page.findChildren(PartCard) if card.isVisible()]
    return len({card.mapTo(page, card.rect().topLeft()).x() for card in cards})


def said(page: BriefingPage) -> str:
    labels = [label for label in page.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def crammed() -> Briefing:
    """Return a briefing with more of everything than fits on a page."""
    persons = [
        husband(Knows.NO, id=number, nickname=LONG, notes=LONG, occupation=LONG)
        for number in range(1, 15)
    ]
    return briefing(
        folder(
            Client(id=1, name=LONG, notes=LONG * 5, private_notes=SECRET, health_notes=LONG),
            persons=persons,
            dates=[born(1980, 11, 24, person.id) for person in persons],
            promises=[Promise(what=LONG) for _ in range(20)],
            packages=[Package(project=LONG, bought=9) for _ in range(20)],
            potential=[PotentialProject(project=LONG, obstacle=LONG) for _ in range(20)],
            preferences=[Preference(text=LONG) for _ in range(20)],
            contacts=[Contact(on=TODAY, outcome=LONG, notes=LONG)],
            visits=[Visit(on=TODAY, notes=LONG, next_step=LONG)],
        ),
        TODAY,
    )


def test_the_red_line_comes_first_then_the_openers(qtbot: QtBot, laid: Laid) -> None:
    page = shown(qtbot, laid, somebody(laid.desk.book))

    bands = [band for band in page.findChildren(Band) if band.isVisible()]
    assert [band.accessibleName() for band in bands] == [
        "老陈 must not hear of her treatments: no word of the clinic in front of them."
    ]
    assert slots(page)[0] is Slot.OPENERS
    assert "Begin with what you promised: 发案例" in said(page)
    assert "Allergic: 芒果" in said(page)
    assert "水光针: 1 of 5 left" in said(page)
    assert SECRET in said(page)


def test_of_a_long_list_the_first_lines_are_shown_but_of_who_must_not_hear_all(
    qtbot: QtBot, laid: Laid
) -> None:
    her = somebody(laid.desk.book)
    for number in range(9):
        laid.desk.book.clients.put(Promise(client_id=her, what=f"第{number}件", due_on=TODAY))
        friend = Person(client_id=her, relation=Relation.FRIEND, nickname=f"友{number}")
        laid.desk.book.clients.put_person(friend, [])

    page = shown(qtbot, laid, her)

    assert "… and 4 more in her file" in said(page)
    assert "第5件" not in said(page)
    assert all(f"友{number}" in said(page) for number in range(9))


def test_of_somebody_new_it_says_what_to_ask(qtbot: QtBot, laid: Laid) -> None:
    new = next(iter(laid.desk.book.clients.add(Client(name="李雯")).client_ids))

    page = shown(qtbot, laid, new)

    assert slots(page) == [Slot.ASK]
    assert "Nothing is known of 李雯 yet" in said(page)


def test_over_an_open_complaint_nothing_is_sold(qtbot: QtBot, laid: Laid) -> None:
    her = somebody(laid.desk.book)
    page = shown(qtbot, laid, her)
    assert Slot.WISHES in slots(page)

    change = laid.desk.book.clients.put(Complaint(client_id=her, on=days_ago(2), what="等太久"))
    laid.desk.edits.done(change)

    qtbot.waitUntil(lambda: "care first, nothing is sold" in said(page))
    assert Slot.WISHES not in slots(page)


@pytest.mark.parametrize("width", [900, 1182, 1700])
@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.usefixtures("look")
def test_the_page_is_fair(qtbot: QtBot, laid: Laid, width: int) -> None:
    her = somebody(laid.desk.book, occupation=LONG, personality=LONG, health_notes=LONG)

    page = shown(qtbot, laid, her, width)

    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


def test_there_are_three_columns_where_there_is_room(qtbot: QtBot, laid: Laid) -> None:
    page = shown(qtbot, laid, somebody(laid.desk.book), 900)
    assert columns(page) == 2

    page.resize(1182, 768)

    qtbot.waitUntil(lambda: columns(page) == 3)


def test_a_client_taken_out_of_the_book_is_left(qtbot: QtBot, laid: Laid) -> None:
    page = BriefingPage(laid.desk)
    qtbot.addWidget(page)

    with qtbot.waitSignal(laid.desk.routes.back_wanted):
        page.show_client(99)


def test_the_pdf_is_written_by_the_key_and_said_to_be_readable(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path
) -> None:
    page = shown(qtbot, laid, somebody(laid.desk.book))
    laid.ask.path = tmp_path / "her.pdf"
    toast = Toast(page)

    QTest.keyClick(page, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(toast.isVisible)

    assert "not encrypted" in toast.text
    assert toast.has_action
    assert laid.ask.path.read_bytes().startswith(b"%PDF-")
    assert [entry.kind for entry in laid.desk.book.exports.recent()] == ["briefing"]


def test_the_sheet_goes_to_the_printer_she_chose(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "printed.pdf"
    opened: list[QPrintDialog] = []

    def choose_a_printer(dialog: QPrintDialog) -> None:
        opened.append(dialog)
        dialog.printer().setOutputFileName(str(target))
        dialog.accepted.emit(dialog.printer())

    monkeypatch.setattr(QDialog, "open", choose_a_printer)
    page = shown(qtbot, laid, somebody(laid.desk.book))

    QTest.keyClick(page, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)

    assert len(opened) == 1
    assert len(re.findall(rb"/Type\s*/Page\b", target.read_bytes())) == 1


@pytest.mark.parametrize("place", ["book/her.pdf", "nowhere/her.pdf"])
def test_a_place_that_cannot_be_is_refused_in_a_sentence(
    qtbot: QtBot, laid: Laid, tmp_path: pathlib.Path, place: str
) -> None:
    page = shown(qtbot, laid, somebody(laid.desk.book))
    laid.ask.path = tmp_path / place

    page.pdf_button.click()
    qtbot.waitUntil(page.band.isVisible)

    assert page.band.property("tone") == "bad"
    assert not laid.ask.path.exists()


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_the_paper_is_one_sheet_however_much_there_is(
    translators: Translators, language: Language
) -> None:
    translators.speak(language)

    sheets = [paper(each, TODAY) for each in (crammed(), briefing(folder(), TODAY))]

    assert [sheet.pageCount() for sheet in sheets] == [1, 1]


def test_the_paper_says_all_but_what_is_private(laid: Laid) -> None:
    her = laid.desk.book.briefings.of(somebody(laid.desk.book), TODAY)

    words = paper(her, TODAY).toPlainText()

    for told in (
        "王姐",
        "老陈 must not hear",
        "发案例",
        "芒果",
        "水光针",
        "喜欢周二来",
        "脂肪填充",
    ):
        assert told in words
    assert SECRET not in words


def test_what_she_is_thought_to_be_like_and_to_have_is_on_the_screen_only(
    qtbot: QtBot, laid: Laid
) -> None:
    facts = {"personality": "爱面子易怒", "affordability": "手头紧", "occupation": "教师"}
    client_id = somebody(laid.desk.book, **facts)
    wish = PotentialProject(client_id=client_id, project="热玛吉", budget=2_345_600)
    laid.desk.book.clients.put(wish)
    page = shown(qtbot, laid, client_id)

    words = paper(laid.desk.book.briefings.of(client_id, TODAY), TODAY).toPlainText()

    for secret in ("爱面子易怒", "手头紧", "23,456", SECRET):
        assert secret not in words
    assert "教师" in words
    assert "热玛吉" in words
    assert "爱面子易怒" in said(page)
    assert "23,456" in said(page)


def test_words_of_hers_are_never_markup() -> None:
    her = briefing(folder(Client(id=1, name="<b>王</b>&amp;", notes="<img src=x>")), TODAY)

    words = paper(her, TODAY).toPlainText()

    assert "<b>王</b>&amp;" in words
    assert "<img src=x>" in words


def test_the_pdf_has_one_page_and_its_fonts_within() -> None:
    page = pdf(paper(crammed(), TODAY), "briefing")

    assert len(re.findall(rb"/Type\s*/Page\b", page)) == 1
    assert re.search(rb"/FontFile[23]?\b", page)
