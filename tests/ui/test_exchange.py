"""An import on the page: nothing written unseen, everything undone by one step."""

import pathlib

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.errors import CrmError
from crm_desktop.domain.import_plan import Accept, Outcome
from crm_desktop.excel.protect import encrypted
from crm_desktop.services.client_list import ListQuery
from crm_desktop.services.read_list import ReadList
from crm_desktop.ui.exchange.drop_area import dropped_file
from crm_desktop.ui.exchange.page import ExchangePage
from crm_desktop.ui.i18n import Language, Translators
from crm_desktop.ui.theme.theme import Theme, ThemeChoice
from tests import builders
from tests.ui.desks import Laid
from tests.ui.looking import cut_texts, lay_out, overlapping, unnamed_controls

HEADINGS = ("姓名", "手机号", "生日", "职业", "备用栏")
ROWS = (
    ("林一一", "13900000001", "1990-05-01", "画师", "甲"),
    ("林二二", "13900000002", "2025-02-30", "茶师", "乙"),
    ("林三三", "12345", "", "", ""),
)


def workbook(path: pathlib.Path, *rows: tuple[str, ...]) -> pathlib.Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for line in (HEADINGS, *rows):
        sheet.append(line)
    book.save(path)
    return path


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


def read(qtbot: QtBot, page: ExchangePage, path: pathlib.Path) -> None:
    with qtbot.waitSignal(page.wizard.flow.columns_known):
        page.open_file(path)


def compare(qtbot: QtBot, page: ExchangePage, path: pathlib.Path) -> None:
    read(qtbot, page, path)
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.columns.compare_button.click()


def counts(page: ExchangePage) -> dict[Outcome, int]:
    seen = page.wizard.preview._seen
    assert seen is not None
    return {outcome: count for outcome, count in seen.counts.items() if count}


def clients_in(laid: Laid) -> int:
    return laid.desk.book.clients.count(ListQuery())


def test_columns_are_shown_with_samples_and_the_unknown_one_marked(
    qtbot: QtBot, page: ExchangePage, source: pathlib.Path
) -> None:
    read(qtbot, page, source)

    columns = page.wizard.flow.columns()
    assert [column.letter for column in columns] == ["A", "B", "C", "D", "E"]
    assert [column.field for column in columns] == [
        Field.NAME,
        Field.PHONE,
        Field.BIRTHDAY,
        Field.OCCUPATION,
        None,
    ]
    assert columns[4].samples == ("甲", "乙")


def test_a_field_given_to_another_column_is_taken_from_the_first(
    qtbot: QtBot, page: ExchangePage, source: pathlib.Path
) -> None:
    read(qtbot, page, source)
    page.wizard.flow.choose("备用栏", Field.OCCUPATION)
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.columns.compare_button.click()

    assert [column.field for column in page.wizard.flow.columns()][3:] == [None, Field.OCCUPATION]
    seen = page.wizard.preview._seen
    assert seen is not None
    assert isinstance(seen.plan.source, ReadList)
    assert {row.draft.occupation for row in seen.plan.source.rows} == {"甲", "乙", ""}


def test_nothing_is_written_before_apply_and_one_undo_takes_all_of_it_back(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    assert counts(page) == {Outcome.NEW: 2, Outcome.ERROR: 1}
    assert clients_in(laid) == 0

    with qtbot.waitSignal(page.wizard.flow.applied):
        page.wizard.preview.apply_button.click()
    assert clients_in(laid) == 2
    assert [entry.reason.value for entry in laid.desk.book.backups.list()] == ["import"]

    with qtbot.waitSignal(page.wizard.flow.undone):
        page.wizard.result.undo_button.click()
    assert clients_in(laid) == 0
    assert page.wizard.result.undo_button.isHidden()


def test_after_an_import_it_is_one_step_to_who_is_in_the_book_twice(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    with qtbot.waitSignal(page.wizard.flow.applied):
        page.wizard.preview.apply_button.click()

    with qtbot.waitSignal(laid.desk.routes.duplicates_wanted) as wanted:
        page.wizard.result.duplicates_button.click()

    assert wanted.args == [0]


def test_cards_filter_rows_and_the_reason_is_told_by_cell(
    qtbot: QtBot, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    preview = page.wizard.preview
    QAbstractItemModelTester(
        preview.model, QAbstractItemModelTester.FailureReportingMode.Fatal, preview
    )

    preview.cards.cards[Outcome.ERROR].click()
    shown = [preview.model.index(row, 1).data() for row in range(preview.model.rowCount())]
    assert shown == ["林三三"]
    assert "12345" in preview.model.index(0, 3).data()

    preview.cards.cards[Outcome.ERROR].click()
    preview.troubled.click()
    assert preview.model.rowCount() == 2


def test_a_client_written_meanwhile_is_noticed_and_the_plan_shown_anew(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    change = laid.desk.book.clients.add(builders.client("林一一"), ("13900000001",))
    with qtbot.waitSignal(page.wizard.flow.planned) as planned:
        laid.desk.edits.changed.emit(change)

    assert planned.args[1] is True
    assert counts(page) == {Outcome.NEW: 1, Outcome.UPDATED: 1, Outcome.ERROR: 1}
    assert page.wizard.preview.moved.isVisible()


def test_an_outdated_plan_is_not_written_but_shown_anew(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    laid.desk.book.clients.add(builders.client("林一一"), ("13900000001",))
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.preview.apply_button.click()

    assert clients_in(laid) == 1
    assert counts(page)[Outcome.UPDATED] == 1


def test_mine_stands_where_both_differ_until_she_takes_theirs(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    laid.desk.book.clients.add(builders.client("林一一", occupation="老师"), ("13900000001",))
    compare(qtbot, page, source)
    preview, flow = page.wizard.preview, page.wizard.flow
    preview.cards.cards[Outcome.CONFLICT].click()
    row = preview.model.row(preview.model.index(0, 0))
    assert row is not None

    with qtbot.waitSignal(flow.planned):
        preview.detail.decided.emit(row, "occupation", Accept.THEIRS)
    with qtbot.waitSignal(flow.applied):
        preview.apply_button.click()

    today = laid.clock.now().date()
    found = laid.desk.book.clients.search("林一一")[0]
    assert laid.desk.book.clients.file(found.id, today=today).client.occupation == "画师"


def test_big_clients_are_marked_unless_the_tick_is_taken_away(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.preview.big.click()
    with qtbot.waitSignal(page.wizard.flow.applied):
        page.wizard.preview.apply_button.click()

    assert laid.desk.book.clients.count(ListQuery(big_only=True)) == 0


def test_rows_with_problems_are_saved_for_mending(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path, tmp_path: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    with qtbot.waitSignal(page.wizard.flow.applied):
        page.wizard.preview.apply_button.click()
    laid.ask.path = tmp_path / "mend.xlsx"
    with qtbot.waitSignal(page.wizard.flow.errors_saved):
        page.wizard.result.errors_button.click()

    sheet = openpyxl.load_workbook(tmp_path / "mend.xlsx").active
    assert sheet is not None
    lines = [[cell.value for cell in line] for line in sheet.iter_rows()]
    assert [line[0] for line in lines] == ["姓名", "林二二", "林三三"]
    assert "2025-02-30" in str(lines[1][-1])


def test_a_protected_workbook_asks_for_its_password_until_it_is_right(
    qtbot: QtBot, page: ExchangePage, source: pathlib.Path
) -> None:
    source.write_bytes(encrypted(source.read_bytes(), "open sesame"))
    flow, step = page.wizard.flow, page.wizard.password
    with qtbot.waitSignal(flow.password_wanted) as asked:
        page.open_file(source)
    assert asked.args == [False]
    step.secret.setText("wrong")
    with qtbot.waitSignal(flow.password_wanted) as asked:
        step.open_button.click()
    assert asked.args == [True]
    step.secret.setText("open sesame")
    with qtbot.waitSignal(flow.columns_known):
        step.open_button.click()

    assert len(flow.columns()) == len(HEADINGS)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("空.xlsx", b""),
        ("坏.xlsx", b"PK\x03\x04 broken"),
        ("图.png", b"\x89PNG\r\n\x1a\n" + bytes(64)),
        ("文.csv", b"1,2\n3,4\n"),
        ("没有.xlsx", None),
    ],
)
def test_a_file_that_cannot_be_used_is_told_on_the_page(
    qtbot: QtBot, page: ExchangePage, tmp_path: pathlib.Path, name: str, content: bytes | None
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with qtbot.waitSignal(page.wizard.flow.failed) as failed:
        page.open_file(path)

    assert isinstance(failed.args[0], CrmError)
    assert page.wizard.steps.currentWidget() is page.wizard.trouble
    assert name in page.wizard.trouble.says.text()


def test_cancelled_reading_leads_back_at_once(page: ExchangePage, source: pathlib.Path) -> None:
    page.open_file(source)
    page.wizard.working.cancel_button.click()

    assert page.stack.currentIndex() == 0
    assert page.wizard.flow.columns() == ()


def test_cancelled_comparing_leads_back_to_the_columns(
    qtbot: QtBot, page: ExchangePage, source: pathlib.Path
) -> None:
    read(qtbot, page, source)
    page.wizard.columns.compare_button.click()
    page.wizard.working.cancel_button.click()

    assert page.wizard.steps.currentWidget() is page.wizard.columns


def test_cancelled_writing_leaves_the_book_as_it_was(
    qtbot: QtBot, laid: Laid, page: ExchangePage, source: pathlib.Path
) -> None:
    compare(qtbot, page, source)
    with qtbot.waitSignal(page.wizard.flow.stopped):
        page.wizard.preview.apply_button.click()
        page.wizard.working.cancel_button.click()

    assert clients_in(laid) == 0
    assert page.wizard.steps.currentWidget() is page.wizard.preview


def test_only_one_local_file_can_be_dropped(tmp_path: pathlib.Path) -> None:
    content = QMimeData()
    content.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.xlsx"))])
    assert dropped_file(content) == tmp_path / "a.xlsx"
    content.setUrls([QUrl("https://example.com/a.xlsx")])
    assert dropped_file(content) is None


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("choice", [ThemeChoice.LIGHT, ThemeChoice.DARK])
@pytest.mark.parametrize("size", [(1182, 768), (1736, 1080)])
def test_every_step_is_fair(  # noqa: PLR0913, PLR0917 - every look
    qtbot: QtBot,
    laid: Laid,
    translators: Translators,
    theme: Theme,
    source: pathlib.Path,
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
    page.export.protected.click()
    assert_fair(page)
    read(qtbot, page, source)
    assert_fair(page)
    with qtbot.waitSignal(page.wizard.flow.planned):
        page.wizard.columns.compare_button.click()
    assert_fair(page)
    with qtbot.waitSignal(page.wizard.flow.applied):
        page.wizard.preview.apply_button.click()
    assert_fair(page)


def assert_fair(page: ExchangePage) -> None:
    lay_out()
    assert cut_texts(page) == []
    assert unnamed_controls(page) == []
    assert overlapping(page) == []
