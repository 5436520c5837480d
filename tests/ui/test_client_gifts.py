"""The gifts of a client: ideas, this year beside last year, the guard while she types."""

import datetime as dt

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crm_desktop.domain.records import Gift, GiftState, Knows, Person, Relation
from crm_desktop.ui.client.gift_row import GiftDraft, GiftRow
from crm_desktop.ui.client.gifts import GiftsCard
from crm_desktop.ui.fields.texts import LongTextField, TextField
from crm_desktop.ui.widgets.buttons import IconButton
from tests.ui.desks import Laid
from tests.ui.filing import WANG, card, file_of, opened, put
from tests.ui.settling import settled

TODAY = dt.date(2026, 11, 22)


@pytest.fixture
def client_id(laid: Laid) -> int:
    return next(iter(laid.desk.book.clients.add(WANG).client_ids))


def row_of(found: GiftsCard, item: str) -> GiftRow:
    for each in found.gifts.rows.values():
        if isinstance(each, GiftRow) and isinstance(each.record, Gift) and each.record.item == item:
            return each
    raise LookupError(item)


def draft_in(found: GiftsCard) -> GiftDraft:
    draft = found.gifts._draft
    assert isinstance(draft, GiftDraft)
    return draft


def words(row: GiftRow) -> str:
    seen = [each for each in row.head.findChildren(QLabel) if each.isVisibleTo(row)]
    return " | ".join(each.text() for each in seen if each.text())


def gifts_of(laid: Laid, client_id: int) -> list[tuple[str, GiftState, str]]:
    found = file_of(laid, client_id).folder.gifts
    return [(gift.item, gift.state, gift.overruled) for gift in found]


def given(client_id: int, item: str, on: str, **facts: object) -> Gift:
    day = dt.date.fromisoformat(on)
    plain = {"client_id": client_id, "item": item, "on": day, "occasion": "birthday"}
    return Gift(**(plain | facts))  # type: ignore[arg-type] # facts of a gift


def test_this_year_stands_beside_last_year(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, given(client_id, "百合花束", "2025-03-08", cost=26_800, reaction="很喜欢"))
    put(laid, given(client_id, "康乃馨", "2026-03-08", cost=32_800))
    put(laid, given(client_id, "羊绒围巾", "2025-10-01", occasion="anniversary"))

    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)

    assert "百合花束 ¥268 | 很喜欢" in words(row_of(found, "康乃馨"))
    assert words(row_of(found, "羊绒围巾")) == (
        "Wedding anniversary | Nothing yet this year | 羊绒围巾"
    )
    assert found.spent.text() == "2026: ¥328 of ¥1,500"


def test_each_gift_stands_once_and_last_years_is_opened_from_this_years(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    for item, on in (("百合花束", "2025-03-08"), ("燕窝", "2025-03-09"), ("康乃馨", "2026-03-08")):
        put(laid, given(client_id, item, on))
    put(laid, given(client_id, "旧香水", "2023-03-08"))
    put(laid, given(client_id, "羊绒围巾", "2025-10-01", occasion="anniversary"))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    items = [each.item for each in found.gifts._records if isinstance(each, Gift)]
    row = row_of(found, "康乃馨")
    row.open_sheet()
    links = [each for each in row.findChildren(QPushButton) if "Last year" in each.text()]

    links[1].click()

    assert items == ["康乃馨", "羊绒围巾", "旧香水"]
    assert [each.text() for each in links] == ["Last year: 燕窝", "Last year: 百合花束"]
    assert row_of(found, "百合花束").is_open


def test_what_was_given_last_year_leads_to_an_idea_for_this(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, given(client_id, "羊绒围巾", "2025-10-01", occasion="anniversary"))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    row_of(found, "羊绒围巾")._step.click()
    draft = draft_in(found)
    item = draft.form.field_of("item")
    assert isinstance(item, TextField)
    item.setText("香薰灯")

    draft.submit()
    qtbot.waitUntil(settled(laid))

    idea = file_of(laid, client_id).folder.gifts[0]
    assert (idea.item, idea.state, idea.occasion) == ("香薰灯", GiftState.IDEA, "anniversary")
    assert [chip.text() for chip in found.chips] == ["香薰灯"]


def test_the_guard_speaks_while_a_gift_is_added_and_is_overruled(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Person(client_id=client_id, relation=Relation.HUSBAND, knows=Knows.NO))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    found.gifts.add()
    draft = draft_in(found)
    item, card_text = draft.form.field_of("item"), draft.form.field_of("card_text")
    assert isinstance(item, TextField)
    assert isinstance(card_text, LongTextField)
    item.setText("百合")
    quiet = (draft._add.text(), draft.notes.words())
    item.setText("红玫瑰")
    card_text.setPlainText("术后好好休息")
    loud = (draft._add.text(), draft.notes.words())

    draft.submit()
    qtbot.waitUntil(settled(laid))

    assert quiet == ("Add", "Husband does not know about her treatments: no word of the clinic")
    assert loud[0] == "Add all the same"
    assert '"术后"' in loud[1]
    assert "never roses" in loud[1]
    assert gifts_of(laid, client_id) == [("红玫瑰", GiftState.IDEA, "tells_unaware roses")]


def test_an_idea_that_is_warned_of_is_ordered_all_the_same(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, Gift(client_id=client_id, item="座钟", state=GiftState.IDEA))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    next(each for each in found.findChildren(IconButton) if each.property("gift")).click()
    qtbot.waitUntil(settled(laid))
    row = row_of(found, "座钟")
    opened_by_the_guard = row.is_open
    before = gifts_of(laid, client_id)
    assert row._keep is not None
    said = row._keep.text()

    row._keep.click()
    qtbot.waitUntil(settled(laid))

    assert (opened_by_the_guard, said) == (True, "Order all the same")
    assert before == [("座钟", GiftState.IDEA, "")]
    assert gifts_of(laid, client_id) == [("座钟", GiftState.ORDERED, "taboo")]
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert gifts_of(laid, client_id) == before


def test_what_was_set_aside_is_told_in_words(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, given(client_id, "座钟", "2026-05-20", overruled="taboo price_spike"))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    row = row_of(found, "座钟")

    row.open_sheet()

    assert row._told is not None
    assert row._told.text() == "You set aside: never given; a dear day"
    assert all("price_spike" not in each.text() for each in found.findChildren(QLabel))


def test_the_guard_speaks_while_an_ordered_gift_is_edited_in_place(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, given(client_id, "百合", "2026-11-24", state=GiftState.ORDERED))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    qtbot.waitUntil(lambda: found.ground is not None)
    row = row_of(found, "百合")
    row.open_sheet()
    assert row.form is not None
    assert row._notes is not None
    item = row.form.field_of("item")
    assert isinstance(item, TextField)
    silent = row._notes.words()

    item.setText("红玫瑰")
    while_typed = row._notes.words()
    item.commit()
    qtbot.waitUntil(settled(laid))

    assert silent == ""
    assert "never roses" in while_typed
    assert "never roses" in row._notes.words()
    assert gifts_of(laid, client_id) == [("红玫瑰", GiftState.ORDERED, "roses")]
    assert row._told is not None
    assert row._told.text() == "You set aside: roses"


def test_her_reaction_is_asked_for_where_it_is_missing(
    qtbot: QtBot, laid: Laid, client_id: int
) -> None:
    put(laid, given(client_id, "百合", "2026-11-20"))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)
    row = row_of(found, "百合")

    row._step.click()

    assert row._step.text() == "Reaction"
    assert row.form is not None
    assert row.form.field_of("reaction").hasFocus()


@pytest.mark.parametrize(
    ("knows", "state", "told"),
    [
        (Knows.NO, GiftState.ORDERED, "老公 does not know"),
        (Knows.NO, GiftState.GIVEN, ""),
        (Knows.YES, GiftState.ORDERED, ""),
    ],
)
def test_a_gift_on_its_way_tells_who_does_not_know(
    qtbot: QtBot, laid: Laid, knows: Knows, state: GiftState, told: str
) -> None:
    her = next(iter(laid.desk.book.clients.add(WANG).client_ids))
    put(laid, Person(client_id=her, relation=Relation.HUSBAND, nickname="老公", knows=knows))
    put(laid, given(her, "百合", "2026-11-24", state=state, delivered_on=TODAY))
    page = opened(qtbot, laid, her)

    eye = row_of(card(page, GiftsCard), "百合")._eye

    assert eye.isHidden() is not bool(told)
    assert told in (eye.accessibleName() if not eye.isHidden() else "")


def test_pressed_chips_open_and_close_their_idea(qtbot: QtBot, laid: Laid, client_id: int) -> None:
    put(laid, Gift(client_id=client_id, item="燕窝", cost=68_000, state=GiftState.IDEA))
    page = opened(qtbot, laid, client_id)
    found = card(page, GiftsCard)

    found.chips[0].click()
    opened_row = row_of(found, "燕窝").is_open
    found.chips[0].click()

    assert found.chips[0].text() == "燕窝 · ¥680"
    assert (opened_row, dict(found.gifts.rows)) == (True, {})
