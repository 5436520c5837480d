"""The card of the phone: what is chosen goes out and is remembered; contacts come in."""

import pathlib

import pytest
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.domain.import_plan import Outcome
from crm_desktop.domain.phone_days import CalendarChoice, ContactsChoice, DayKind, NamesAs, PhoneDay
from crm_desktop.domain.records import ClientDate, Relation
from crm_desktop.services.client_list import ListQuery
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.exchange.phone_card import PhoneCard
from crm_desktop.ui.exchange.phone_choice import (
    PhoneFile,
    remembered_calendar,
    remembered_contacts,
)
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.text import sentence
from crm_desktop.ui.text.phone import summary
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests import builders
from tests.phone.calendars import events_of
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

CONTACTS = (
    "BEGIN:VCARD\nFN:林一一\nTEL:13900000001\nBDAY:--0308\nNOTE:喜欢百合\nEND:VCARD\n"
    "BEGIN:VCARD\nFN:林二二\nTEL:13900000002\nBDAY:1990-02-30\nEND:VCARD\n"
    "BEGIN:VCARD\nTEL:13900000003\nEND:VCARD\n"
)


@pytest.fixture
def laid(laid: Laid) -> Laid:
    clients = laid.desk.book.clients
    clients.add(builders.client("林一一", marked_big=True), ("13900000001",))
    clients.put(ClientDate(client_id=1, month=3, day=8))
    return laid


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ExchangePage:
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    return made


@pytest.fixture
def contacts(tmp_path: pathlib.Path) -> pathlib.Path:
    path = tmp_path / "contacts.vcf"
    path.write_text(CONTACTS, encoding="utf-8")
    return path


def written(qtbot: QtBot, page: ExchangePage, laid: Laid, path: pathlib.Path) -> bytes:
    laid.ask.path = path
    with qtbot.waitSignal(page.phone.exported):
        page.phone.export_button.click()
    return path.read_bytes()


def test_the_calendar_is_written_by_initials_and_logged_as_birthdays(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    data = written(qtbot, page, laid, tmp_path / "days.ics")

    assert {str(event["SUMMARY"]) for event in events_of(data)} == {"林**: birthday"}
    [entry] = laid.desk.book.exports.recent()
    title, detail = page.log._words(entry)
    assert title == "Calendar for the phone"
    assert "contains birthdays, not encrypted" in detail


def test_the_contacts_are_written_in_full_without_what_is_not_ticked(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    page.phone.files[PhoneFile.CONTACTS].click()
    page.phone.birthdays.click()

    data = written(qtbot, page, laid, tmp_path / "contacts.vcf").decode()

    assert "FN:林一一" in data
    assert "13900000001" in data
    assert "BDAY" not in data
    assert "birthdays" not in page.phone.warning.text()
    [entry] = laid.desk.book.exports.recent()
    assert "birthdays" not in page.log._words(entry)[1]


def test_choices_are_remembered_for_each_file(qtbot: QtBot, laid: Laid) -> None:
    card = PhoneCard(laid.desk)
    qtbot.addWidget(card)
    card.days[DayKind.VALUED].click()
    card.prepares.click()
    card.years.set_value(2)
    card.years.committed.emit(2)
    card.files[PhoneFile.CONTACTS].click()
    card.phones.click()
    card.whose.set_value(False)
    card.whose.committed.emit(False)

    assert remembered_calendar(laid.desk.remembered) == CalendarChoice(
        days=frozenset(DayKind) - {DayKind.VALUED}, years=2, prepares=True
    )
    assert remembered_contacts(laid.desk.remembered) == ContactsChoice(phones=False, big_only=False)


def test_what_was_remembered_strangely_is_passed_over(laid: Laid) -> None:
    for name, value in (("names", "all"), ("years", "99"), ("days", "nothing"), ("prepares", "?")):
        laid.desk.remembered.setValue(f"phone/calendar/{name}", value)

    assert remembered_calendar(laid.desk.remembered) == CalendarChoice(days=frozenset())


def test_without_a_day_there_is_nothing_to_save(qtbot: QtBot, laid: Laid) -> None:
    card = PhoneCard(laid.desk)
    qtbot.addWidget(card)

    for tick in card.days.values():
        tick.click()

    assert not card.export_button.isEnabled()


def test_a_folder_that_cannot_be_written_to_is_told(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    laid.ask.path = tmp_path / "gone" / "days.ics"
    page.phone.export_button.click()
    qtbot.waitUntil(page.phone.writing.band.isVisible)

    assert page.phone.writing.band.accessibleName() == sentence(
        FolderNotWritable(tmp_path / "gone")
    )
    assert page.phone.export_button.isEnabled()


def test_the_folder_of_the_book_is_no_place_for_it(
    qtbot: QtBot, laid: Laid, page: ExchangePage
) -> None:
    laid.ask.path = laid.desk.book.folder / "days.ics"
    page.phone.export_button.click()
    qtbot.waitUntil(page.phone.writing.band.isVisible)

    assert not laid.ask.path.exists()


@pytest.mark.parametrize(
    ("day", "english", "chinese"),
    [
        ({}, "王**: birthday", "王** 生日"),
        (
            {"kind": DayKind.FAMILY_BIRTHDAY, "relation": Relation.CHILD, "person": "朵朵"},
            "王**: birthday (Child 朵朵)",
            "王** 孩子 朵朵 生日",
        ),
        ({"kind": DayKind.WEDDING}, "王**: wedding anniversary", "王** 结婚纪念日"),
        ({"kind": DayKind.VALUED, "label": "入职"}, "王**: 入职", "王** 入职"),
        ({"kind": DayKind.VALUED}, "王**: a special day", "王** 重要的日子"),
    ],
)
def test_entries_are_put_in_words(
    laid: Laid, translators: Translators, day: dict[str, object], english: str, chinese: str
) -> None:
    on = laid.clock.now().date()
    facts = {"uid": "u", "on": on, "kind": DayKind.OWN_BIRTHDAY, "name": "王**", **day}
    entry = PhoneDay(**facts)  # type: ignore[arg-type] # each of the type of its field

    assert summary(entry) == english
    translators.speak(Language.CHINESE)
    assert summary(entry) == chinese


def test_contacts_go_straight_to_what_would_change_and_one_undo_takes_them_back(
    qtbot: QtBot, laid: Laid, page: ExchangePage, contacts: pathlib.Path
) -> None:
    flow, preview = page.wizard.flow, page.wizard.preview
    with qtbot.waitSignal(flow.planned):
        page.open_file(contacts)
    seen = preview._seen
    assert seen is not None
    assert page.wizard.steps.currentWidget() is preview
    assert not preview.big.isChecked()
    assert seen.counts[Outcome.UPDATED] == seen.counts[Outcome.NEW] == 1

    with qtbot.waitSignal(flow.applied):
        preview.apply_button.click()
    assert laid.desk.book.clients.count(ListQuery()) == 2

    with qtbot.waitSignal(flow.undone):
        page.wizard.result.undo_button.click()
    assert laid.desk.book.clients.count(ListQuery()) == 1


def test_only_people_in_the_book_when_she_says_so(
    qtbot: QtBot, laid: Laid, page: ExchangePage, contacts: pathlib.Path
) -> None:
    flow, preview = page.wizard.flow, page.wizard.preview
    with qtbot.waitSignal(flow.planned):
        page.open_file(contacts)
    with qtbot.waitSignal(flow.planned):
        preview.known.click()
    with qtbot.waitSignal(flow.applied):
        preview.apply_button.click()

    assert laid.desk.book.clients.count(ListQuery()) == 1


def test_back_from_contacts_asks_for_another_file(
    qtbot: QtBot, laid: Laid, page: ExchangePage, contacts: pathlib.Path
) -> None:
    laid.ask.path = contacts
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(contacts)

    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.preview.back_button.click()

    assert page.wizard.steps.currentWidget() is page.wizard.preview


def test_cancelled_writing_of_contacts_leads_back_to_the_preview(
    qtbot: QtBot, laid: Laid, page: ExchangePage, contacts: pathlib.Path
) -> None:
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(contacts)
    with qtbot.waitSignal(page.wizard.flow.stopped):
        page.wizard.preview.apply_button.click()
        page.wizard.working.cancel_button.click()

    assert page.wizard.steps.currentWidget() is page.wizard.preview
    assert laid.desk.book.clients.count(ListQuery()) == 1


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
def test_the_card_and_the_wizard_are_fair(  # noqa: PLR0913, PLR0917 - every look
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    contacts: pathlib.Path,
    tmp_path: pathlib.Path,
    language: Language,
    choice: ThemeChoice,
    size: tuple[int, int],
) -> None:
    translators.speak(language)
    theme.wear(choice)
    page = ExchangePage(laid.desk)
    qtbot.addWidget(page)
    page.resize(*size)
    page.show()
    for file in PhoneFile:
        page.phone.files[file].click()
        written(qtbot, page, laid, tmp_path / file)
        assert_fair(page)
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.open_file(contacts)
    assert_fair(page)


def assert_fair(page: ExchangePage) -> None:
    lay_out()
    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []


def test_names_are_initials_in_a_calendar_unless_she_says_otherwise() -> None:
    assert CalendarChoice().names is NamesAs.INITIALS


def test_a_stopped_file_is_told_and_the_next_can_be_written(
    qtbot: QtBot,
    laid: Laid,
    page: ExchangePage,
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("crm_desktop.services.phone_files._BETWEEN_REPORTS", 1)
    laid.ask.path = tmp_path / "days.ics"
    page.phone.export_button.click()
    was_busy = not page.phone.export_button.isEnabled()
    page.phone.writing.running.cancel_button.click()
    qtbot.waitUntil(page.phone.writing.band.isVisible)

    assert was_busy
    assert page.phone.writing.band.accessibleName() == "Stopped. No file was written."
    assert not laid.ask.path.exists()
    assert page.phone.writing.running.isHidden()
    assert page.phone.export_button.isEnabled()
