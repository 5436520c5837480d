"""Known lists in the window: recognised, offered, remembered, changed, passed on, taken in."""

import pathlib

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import (
    AS_IT_STANDS,
    BlankRule,
    DateOrder,
    ReadingRules,
)
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.exchange.profile_dialog import ProfileDialog
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from crm_desktop.ui.widgets.buttons import IconButton
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls
from tests.ui.settling import settled
from tests.ui.test_exchange import HEADINGS, ROWS, workbook

LONG = "第二家名字特别长的诊所的收银系统导出的客户资料和消费明细二〇二六年"
RULES = ReadingRules(
    defaults={Field.SOURCE: "抖音"},
    clinic_owned=frozenset({Field.SOURCE, Field.NOTES}),
    blank=BlankRule.CLEARS,
    date_order=DateOrder.MONTH_FIRST,
    card_source="丽人",
)


@pytest.fixture
def page(qtbot: QtBot, laid: Laid) -> ExchangePage:
    made = ExchangePage(laid.desk)
    qtbot.addWidget(made)
    made.resize(1182, 768)
    made.show()
    return made


@pytest.fixture
def source(tmp_path: pathlib.Path) -> pathlib.Path:
    return workbook(tmp_path / "名单.xlsx", *ROWS)


def opened(qtbot: QtBot, laid: Laid, page: ExchangePage, path: pathlib.Path) -> None:
    page.open_file(path)
    qtbot.waitUntil(settled(laid))


def asked(page: ExchangePage) -> ProfileDialog:
    """Return the dialog that stands open."""
    [dialog] = page.window().findChildren(ProfileDialog)
    return dialog


def remember(qtbot: QtBot, laid: Laid, page: ExchangePage, name: str) -> None:
    page.wizard.known.remember_button.click()
    dialog = asked(page)
    dialog.name.setText(name)
    dialog.accept_button.click()
    qtbot.waitUntil(settled(laid))


def kept(laid: Laid, name: str, path: pathlib.Path, rules: ReadingRules = AS_IT_STANDS) -> None:
    laid.desk.book.profiles.save(name, laid.desk.book.imports.read(path), rules)


def shown(page: ExchangePage) -> set[str]:
    """Return what the buttons of the bar say that can be pressed."""
    buttons = page.wizard.known.findChildren(QPushButton)
    return {each.text() for each in buttons if each.isVisible()}


def known(laid: Laid) -> list[Profile]:
    return list(laid.desk.book.profiles.list())


def test_what_was_remembered_is_recognised_with_its_columns(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    opened(qtbot, laid, page, source)
    assert shown(page) == {"Remember this list…"}
    page.wizard.flow.choose("备用栏", Field.TAGS)
    remember(qtbot, laid, page, "我的名单")

    opened(qtbot, laid, page, source)

    assert page.wizard.known.words.text().startswith("This is “我的名单”")
    assert shown(page) == {"Change…", "Read it without"}
    assert {one.heading: one.field for one in page.wizard.flow.columns()}["备用栏"] is Field.TAGS
    assert [one.rules.columns for one in known(laid)] == [{"备用栏": Field.TAGS}]


def test_the_import_is_logged_with_the_known_list_it_was_read_by(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    opened(qtbot, laid, page, source)
    remember(qtbot, laid, page, "我的名单")
    page.wizard.flow.compare()
    qtbot.waitUntil(settled(laid))
    page.wizard.flow.apply()
    qtbot.waitUntil(settled(laid))

    assert laid.desk.book.import_log.recent()[0].profile == "我的名单"


def test_other_columns_are_told_and_kept_when_she_says_so(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    kept(laid, "我的名单", source)
    opened(qtbot, laid, page, source)
    page.wizard.flow.choose("备用栏", Field.TAGS)
    assert "Remember the changes" in shown(page)

    page.wizard.known.save_button.click()
    qtbot.waitUntil(settled(laid))

    assert "Remember the changes" not in shown(page)
    assert [one.rules.columns for one in known(laid)] == [{"备用栏": Field.TAGS}]
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert "Remember the changes" in shown(page)
    assert [one.rules.columns for one in known(laid)] == [{}]


def test_it_can_be_read_without(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    kept(laid, "我的名单", source, ReadingRules(columns={"备用栏": Field.TAGS}))
    opened(qtbot, laid, page, source)

    page.wizard.known.plain_button.click()
    qtbot.waitUntil(settled(laid))

    assert page.wizard.flow.rules == AS_IT_STANDS
    assert shown(page) == {"Read it so", "Remember this list…"}


def test_of_several_that_fit_she_chooses(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    kept(laid, "和美", source, ReadingRules(card_source="和美"))
    kept(laid, "丽人", source, ReadingRules(card_source="丽人"))
    opened(qtbot, laid, page, source)
    bar = page.wizard.known
    assert shown(page) == {"Choose…", "Remember this list…"}

    actions = {action.text(): action for action in bar.menu.actions()}
    actions["丽人"].trigger()
    qtbot.waitUntil(settled(laid))

    assert page.wizard.flow.rules.card_source == "丽人"
    assert "丽人" in bar.words.text()


def test_one_much_like_it_is_offered(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    kept(laid, "我的名单", source, ReadingRules(date_order=DateOrder.DAY_FIRST))
    other = tmp_path / "新.xlsx"
    other.write_text(",".join((*HEADINGS, "新列")) + "\n林一一,13900000001,,,,", encoding="utf-8")
    opened(qtbot, laid, page, other)
    assert page.wizard.flow.rules == AS_IT_STANDS

    page.wizard.known.offer_button.click()
    qtbot.waitUntil(settled(laid))

    assert page.wizard.flow.rules.date_order is DateOrder.DAY_FIRST
    assert page.wizard.known.words.text().startswith("This is “我的名单”")


def test_a_list_without_a_known_heading_is_explained_column_by_column(
    qtbot: QtBot, laid: Laid, page: ExchangePage, tmp_path: pathlib.Path
) -> None:
    path = tmp_path / "怪.csv"
    path.write_text("大名,联络,渠道\n林一一,13900000001,抖音\n", encoding="utf-8")
    opened(qtbot, laid, page, path)
    assert page.wizard.known.words.text().startswith("Its headings do not say enough")
    assert not page.wizard.columns.compare_button.isEnabled()

    page.wizard.flow.choose("大名", Field.NAME)
    page.wizard.flow.choose("联络", Field.PHONE)
    remember(qtbot, laid, page, "怪名单")
    page.wizard.columns.compare_button.click()
    qtbot.waitUntil(settled(laid))
    page.wizard.flow.apply()
    qtbot.waitUntil(settled(laid))

    assert laid.desk.book.import_log.recent()[0].profile == "怪名单"
    assert laid.desk.book.imports.read(path).profile == "怪名单"


def test_every_rule_comes_out_of_the_dialog_as_it_went_in(qtbot: QtBot) -> None:
    dialog = ProfileDialog("丽人", ListKind.CLINIC, RULES, ("丽人", "和美"))
    qtbot.addWidget(dialog)
    dialog.show()
    assert dialog.rules() == RULES

    dialog.name.setText("和美")
    assert dialog._replaces.isVisible()
    dialog.name.setText(" ")
    assert not dialog.accept_button.isEnabled()

    dialog.name.setText("新名")
    dialog.defaults.lines[0].away.click()
    dialog.defaults.add_button.click()
    dialog.defaults.lines[0].field_box.setCurrentIndex(1)
    dialog.defaults.lines[0].text.setText(" 王顾问 ")
    dialog.order.setCurrentIndex(1)
    dialog.source.setText("")
    dialog.clears.setChecked(False)
    dialog.owned[Field.SOURCE].setChecked(False)
    dialog.owned[Field.ADDRESS].setChecked(True)
    with qtbot.waitSignal(dialog.told) as told:
        dialog.accept_button.click()

    assert told.args == [
        "新名",
        ReadingRules(
            defaults={Field.OWNER: "王顾问"},
            clinic_owned=frozenset({Field.ADDRESS, Field.NOTES}),
            date_order=DateOrder.DAY_FIRST,
        ),
    ]


def test_the_rules_of_a_clinic_are_not_asked_of_her_own_list(qtbot: QtBot) -> None:
    dialog = ProfileDialog("", ListKind.OWN_LIST, RULES)
    qtbot.addWidget(dialog)
    dialog.show()

    assert not dialog.clears.isVisible()
    assert not dialog.source.isVisible()
    assert dialog.rules() == RULES


def test_one_is_renamed_and_removed_on_the_card_each_with_its_undo(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    kept(laid, "名单", source)
    page.arrive()
    qtbot.waitUntil(settled(laid))
    edit, _, away = page.known.rows.findChildren(IconButton)

    edit.click()
    asked(page).name.setText("新名单")
    asked(page).accept_button.click()
    qtbot.waitUntil(settled(laid))
    assert [one.name for one in page.known.profiles] == ["新名单"]
    away = page.known.rows.findChildren(IconButton)[-1]
    away.click()
    qtbot.waitUntil(settled(laid))

    assert not known(laid)
    assert not page.known.rows.isVisible()
    laid.desk.edits.undo()
    qtbot.waitUntil(settled(laid))
    assert [one.name for one in page.known.profiles] == ["新名单"]


def test_one_is_passed_on_and_taken_in(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    kept(laid, "名单", source, RULES)
    [before] = known(laid)
    page.arrive()
    qtbot.waitUntil(settled(laid))
    laid.ask.path = tmp_path / "名单.json"
    page.known.rows.findChildren(IconButton)[1].click()
    qtbot.waitUntil(settled(laid))
    assert page.known.band.isVisible()
    laid.desk.book.profiles.remove(before.id)

    page.known.take_in_button.click()
    qtbot.waitUntil(settled(laid))

    [after] = page.known.profiles
    assert (after.name, after.rules, after.headings) == (before.name, RULES, before.headings)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
def test_bar_card_and_dialog_are_fair(  # noqa: PLR0913, PLR0917 - every look
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    source: pathlib.Path,
    language: Language,
    choice: ThemeChoice,
) -> None:
    translators.speak(language)
    theme.wear(choice)
    kept(laid, LONG, source, RULES)
    page = ExchangePage(laid.desk)
    qtbot.addWidget(page)
    page.resize(1182, 768)
    page.show()
    page.arrive()
    qtbot.waitUntil(settled(laid))
    lay_out()
    fair(page.known)
    opened(qtbot, laid, page, source)
    page.wizard.flow.choose("备用栏", Field.TAGS)
    dialog = ProfileDialog(LONG, ListKind.CLINIC, RULES, (), page)
    dialog.open()
    lay_out()

    fair(page.wizard.known)
    fair(dialog)


def fair(part: QWidget) -> None:
    assert part.isVisible()
    assert cut_texts(part) == []
    assert overlapping(part) == []
    assert unnamed_controls(part) == []
