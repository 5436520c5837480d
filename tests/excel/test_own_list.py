import datetime as dt
import io
import pathlib
from collections.abc import Sequence

import pytest
import xlsxwriter

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.drafts import ChildDraft, ClientDraft, Field, PartnerDraft
from crm_desktop.domain.errors import Cancelled, NoKnownColumns
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.excel.own_list import OwnList, read_own_list
from crm_desktop.excel.reading import open_workbook, read_workbook
from crm_desktop.excel.rows import ListRow
from crm_desktop.excel.skipping import SkipReason
from crm_desktop.excel.synonyms import Synonyms
from crm_desktop.excel.workbook import CellValue, Sheet, Workbook
from tests.excel.truth import compared, truth_of

TODAY = dt.date(2026, 11, 22)
OTHER_WORDS = {
    "姓名": "客户姓名",
    "出生年月日": "生日",
    "职业": "工作",
    "电话": "联系方式",
    "收入": "年收入",
    "地址": "家庭住址",
    "有几个孩子": "孩子个数",
    "孩子生日": "宝宝生日",
    "老公生日": "爱人生日",
    "老公职业": "先生职业",
    "老公收入": "配偶收入",
    "结婚纪念日": "结婚日期",
    "顾客性格": "性格",
    "微信号": "WeChat",
    "QQ号": "qq",
    "喜好/忌口": "喜好与禁忌",
    "可开发项目": "潜在项目",
    "已完成项目": "做过的项目",
    "送过的礼物": "礼品",
    "来院次数": "到店次数",
    "来院详情": "备 注:",
}


@pytest.fixture(scope="module")
def sample(shared_data: pathlib.Path) -> Workbook:
    return open_workbook(shared_data / "clinic" / "own_list.xlsx")


@pytest.fixture(scope="module")
def own_list(sample: Workbook, synonyms: Synonyms) -> OwnList:
    return read_own_list(sample, synonyms, today=TODAY)


def read_rows(synonyms: Synonyms, *rows: Sequence[CellValue]) -> OwnList:
    book = Workbook(name="list.xlsx", sheets=(Sheet(name="S", rows=rows),))
    return read_own_list(book, synonyms, today=TODAY)


def rewritten(sample: Workbook, order: Sequence[int], titles: int) -> bytes:
    """Return the sample with its columns in `order`, other words and `titles` title rows."""
    stream = io.BytesIO()
    rows = sample.sheets[0].rows
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet("客户")
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for title in range(titles):
            sheet.merge_range(title, 0, title, len(order) - 1, f"第 {title} 行标题")
        for number, row in enumerate(rows[1:]):
            for column, source in enumerate(order):
                value = OTHER_WORDS[str(row[source])] if number == 0 else row[source]
                if isinstance(value, dt.date):
                    sheet.write_datetime(number + titles, column, value, day)
                elif value != "":
                    sheet.write(number + titles, column, value)
    return stream.getvalue()


def test_every_field_of_the_sample_is_as_its_truth_says(
    own_list: OwnList, shared_data: pathlib.Path
) -> None:
    results = list(compared(own_list, truth_of(shared_data)))

    assert [what for what, right in results if not right] == []
    assert len(results) == 160 * 20


def test_every_heading_of_the_sample_is_known(own_list: OwnList) -> None:
    report = own_list.sheets[0]

    assert report.header_row == 2
    assert len(report.mapping) == 21
    assert report.ignored == ()


@pytest.mark.parametrize(
    ("number", "name", "held_back", "problems"),
    [
        (167, "邱语嫣", False, []),
        (168, "测试 无电话", False, []),
        (169, "张曾", True, [("D", "phone", ProblemCode.PHONE_BAD, "12345")]),
        (170, "坏日期甲", False, [("B", "birthday", ProblemCode.IMPOSSIBLE_DATE, "1990-02-30")]),
        (
            171,
            "坏日期乙",
            False,
            [("B", "birthday", ProblemCode.LEAP_MONTH_ABSENT, "农历1990年闰八月初一")],
        ),
        (172, "", True, [("A", "name", ProblemCode.FORMULA, "")]),
    ],
)
def test_each_odd_row_of_the_sample_is_handled_as_its_note_says(
    own_list: OwnList,
    *,
    number: int,
    name: str,
    held_back: bool,
    problems: list[tuple[str, str, ProblemCode, str]],
) -> None:
    row = next(row for row in own_list.rows if row.row_number == number)

    assert row.draft.name == name
    assert row.is_held_back is held_back
    assert [(one.column, one.field, one.code, one.raw) for one in row.problems] == problems
    assert row.draft.birthday is None


def test_total_row_is_no_client(own_list: OwnList) -> None:
    assert [(one.row_number, one.reason) for one in own_list.skipped] == [(173, SkipReason.TOTAL)]


@pytest.mark.parametrize(
    ("order", "titles"),
    [(list(range(21)), 2), (list(reversed(range(21))), 0), ([*range(7, 21), *range(7)], 5)],
)
def test_other_words_another_order_and_title_rows_give_the_same_drafts(
    own_list: OwnList, sample: Workbook, synonyms: Synonyms, order: list[int], titles: int
) -> None:
    data = rewritten(sample, order, titles)

    again = read_own_list(read_workbook(data, "other.xlsx"), synonyms, today=TODAY)

    assert again.sheets[0].header_row == titles + 1
    assert again.sheets[0].ignored == ()
    expected = [row.draft for row in own_list.rows if row.draft.name]
    assert [row.draft for row in again.rows] == expected


def test_two_levels_of_headings_are_joined(synonyms: Synonyms) -> None:
    sheet = Sheet(
        name="S",
        rows=[
            ["基本信息", "", "配偶信息", "", ""],
            ["姓名", "电话", "姓名", "生日", "年收入"],
            ["甲", "13800138000", "乙", "85年3月2号", "20万"],
        ],
        merged=(((1, 1), (1, 2)), ((1, 3), (1, 5))),
    )

    found = read_own_list(Workbook(name="x", sheets=(sheet,)), synonyms, today=TODAY)

    assert found.rows[0].draft == ClientDraft(
        name="甲",
        phones=("13800138000",),
        husband=PartnerDraft(
            name="乙",
            birthday=DatedFact(calendar=Calendar.SOLAR, year=1985, month=3, day=2),
            income=20_000_000,
        ),
    )


def test_two_levels_are_joined_where_the_file_does_not_tell_merged_cells(
    synonyms: Synonyms,
) -> None:
    found = read_rows(
        synonyms,
        ["姓名", "老公", "", "孩子", ""],
        ["", "职业", "生日", "生日", "个数"],
        ["甲", "医生", "3月2日", "女儿 6月1日", "1"],
    )

    draft = found.rows[0].draft
    assert draft.husband is not None
    assert draft.husband.occupation == "医生"
    assert (draft.name, draft.occupation, draft.children_count) == ("甲", "", 1)
    assert draft.children[0].label == "女儿"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (["合计", "", "3"], SkipReason.TOTAL),
        (["总计:3人", "", ""], SkipReason.TOTAL),
        (["", "合 计", "3"], SkipReason.TOTAL),
        (["制表人:王小姐", "", ""], SkipReason.SIGNATURE),
        (["备注：以上为示例", "", ""], SkipReason.SIGNATURE),
        (["姓名", "电话", "来院次数"], SkipReason.REPEATED_HEADER),
        (["示例:张三", "13800138000", "1"], SkipReason.SAMPLE),
        (["(例如)张三", "13800138000", "1"], SkipReason.SAMPLE),
    ],
)
def test_rows_that_are_no_clients_are_skipped_and_listed(
    synonyms: Synonyms, row: list[CellValue], reason: SkipReason
) -> None:
    found = read_rows(
        synonyms, ["姓名", "电话", "来院次数"], ["甲", "13800138000", 1], row, ["乙", "", 2]
    )

    assert [(one.row_number, one.reason) for one in found.skipped] == [(3, reason)]
    assert [one.draft.name for one in found.rows] == ["甲", "乙"]


def test_names_that_begin_like_a_total_are_clients(synonyms: Synonyms) -> None:
    found = read_rows(synonyms, ["姓名", "电话"], ["总小姐", ""], ["范例莎", ""], ["合悦", ""])

    assert [one.draft.name for one in found.rows] == ["总小姐", "合悦"]


def test_blank_rows_in_the_middle_end_nothing(synonyms: Synonyms) -> None:
    found = read_rows(synonyms, ["姓名", "QQ"], ["甲", ""], [], ["", "  "], ["乙", 12345.0])

    assert [(one.row_number, one.draft.name) for one in found.rows] == [(2, "甲"), (5, "乙")]
    assert found.rows[1].draft.qq == "12345"


@pytest.mark.parametrize(
    ("cells", "held_back"),
    [
        (["", "13800138000", ""], True),
        (["甲", "12345", ""], True),
        (["甲", "12345", "wx_1"], False),
        (["甲", "138****1234", ""], False),
        (["甲", "", ""], False),
    ],
)
def test_rows_without_a_name_or_with_only_a_bad_phone_are_held_back(
    synonyms: Synonyms, cells: list[CellValue], *, held_back: bool
) -> None:
    found = read_rows(synonyms, ["姓名", "电话", "微信"], cells)

    assert found.rows[0].is_held_back is held_back


def only_row(synonyms: Synonyms, headings: list[str], cells: list[CellValue]) -> ListRow:
    return read_rows(synonyms, ["姓名", *headings], ["甲", *cells]).rows[0]


def test_calendar_flag_makes_a_birthday_lunar(synonyms: Synonyms) -> None:
    lunar = only_row(synonyms, ["生日", "历法"], ["1985-03-02", "农历"])
    solar = only_row(synonyms, ["生日", "历法"], ["1985-03-02", "公历"])

    assert lunar.draft.birthday == DatedFact(calendar=Calendar.LUNAR, year=1985, month=3, day=2)
    assert solar.draft.birthday == DatedFact(calendar=Calendar.SOLAR, year=1985, month=3, day=2)


def test_heading_that_says_lunar_or_ten_thousands_counts(synonyms: Synonyms) -> None:
    row = only_row(synonyms, ["农历生日", "年收入(万元)"], ["8.15", 15.0])

    assert row.draft.birthday == DatedFact(calendar=Calendar.LUNAR, month=8, day=15)
    assert row.draft.income == 15_000_000


def test_several_columns_of_one_fact_are_joined(synonyms: Synonyms) -> None:
    row = only_row(
        synonyms,
        ["手机1", "手机2", "大宝生日", "小宝生日", "喜好", "忌口", "备注", "来院详情"],
        ["13800138000", "13900139000", "2015-6-1", "9月3日", "百合", "芒果", "一", "二"],
    )

    assert row.draft.phones == ("13800138000", "13900139000")
    assert [child.label for child in row.draft.children] == ["大宝", "小宝"]
    assert row.draft.children[1] == ChildDraft(
        label="小宝", birthday=DatedFact(calendar=Calendar.SOLAR, month=9, day=3)
    )
    assert (row.draft.likes, row.draft.taboos) == (("百合",), ("芒果",))
    assert row.draft.notes == "一\n二"


def test_wechat_that_says_same_as_phone_is_the_phone(synonyms: Synonyms) -> None:
    row = only_row(synonyms, ["微信", "电话"], ["同手机", "13800138000"])

    assert row.draft.wechat == "13800138000"


def test_text_that_looks_like_a_formula_is_no_name(synonyms: Synonyms) -> None:
    row = read_rows(synonyms, ["姓名", "QQ"], ['=HYPERLINK("http://127.0.0.1/","x")', "12"]).rows[0]

    assert row.draft.name == ""
    assert [one.code for one in row.problems] == [ProblemCode.FORMULA]
    assert row.is_held_back


def test_resembling_heading_is_suggested_and_read_once_it_is_chosen(synonyms: Synonyms) -> None:
    rows = [["姓名", "QQ", "客户的性格", "星座"], ["甲", "1", "爽快", "白羊"]]
    book = Workbook(name="x", sheets=(Sheet(name="S", rows=rows),))

    before = read_own_list(book, synonyms, today=TODAY)
    chosen = {"客户的性格": Field.PERSONALITY}
    after = read_own_list(book, synonyms, today=TODAY, rules=ReadingRules(columns=chosen))

    assert before.sheets[0].ignored == ("客户的性格", "星座")
    assert [one.field for one in before.sheets[0].suggestions] == [Field.PERSONALITY]
    assert before.rows[0].draft.personality == ""
    assert after.rows[0].draft.personality == "爽快"


@pytest.mark.parametrize("heading", ["紧急联系人电话", "首次消费电话", "是否过敏", "配偶学历"])
def test_veto_words_and_strangers_are_never_taken(synonyms: Synonyms, heading: str) -> None:
    report = read_rows(synonyms, ["姓名", "QQ", heading], ["甲", "1", "x"]).sheets[0]

    assert report.ignored == (heading,)
    assert report.suggestions == ()


def test_phone_column_without_phones_is_not_taken(synonyms: Synonyms) -> None:
    rows = [[f"甲{number}", f"说明 {number}"] for number in range(12)]

    report = read_rows(synonyms, ["姓名", "联系方式"], *rows).sheets[0]

    assert report.ignored == ("联系方式",)


def test_sheets_that_list_no_clients_are_passed_over(synonyms: Synonyms) -> None:
    prices = Sheet(name="价目", rows=[["项目", "备注"], ["热玛吉", "新"]])
    clients = Sheet(name="客户", rows=[["姓名"], ["甲"]])

    found = read_own_list(Workbook(name="x", sheets=(prices, clients)), synonyms, today=TODAY)

    assert [report.header_row for report in found.sheets] == [None, 1]
    assert [row.sheet for row in found.rows] == ["客户"]


@pytest.mark.parametrize("rows", [[["价格", "库存"], [1, 2]], [["项目", "备注"]], [[]]])
def test_no_known_columns_is_told(synonyms: Synonyms, rows: list[list[CellValue]]) -> None:
    with pytest.raises(NoKnownColumns) as caught:
        read_rows(synonyms, *rows)

    assert caught.value.file == "list.xlsx"


def test_columns_keep_their_true_letters_where_a_sheet_begins_late(synonyms: Synonyms) -> None:
    sheet = Sheet(name="S", rows=[["姓名", "生日"], ["甲", "?!"]], first_row=4, first_column=27)

    found = read_own_list(Workbook(name="x", sheets=(sheet,)), synonyms, today=TODAY)

    assert found.sheets[0].header_row == 4
    assert [(one.row, one.column) for one in found.rows[0].problems] == [(5, "AB")]


def test_reading_can_be_stopped(synonyms: Synonyms) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    rows = [["姓名"], *[["甲"]] * 600]
    book = Workbook(name="x", sheets=(Sheet(name="S", rows=rows),))

    with pytest.raises(Cancelled):
        read_own_list(book, synonyms, today=TODAY, tick=stop)
