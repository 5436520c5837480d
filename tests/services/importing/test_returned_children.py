"""The sheets below the clients: out, edited as a manager edits them, and back into the book."""

import dataclasses
import datetime as dt
import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Outcome
from crm_desktop.domain.records import BillKind, GiftState, LeadState, PromiseState
from crm_desktop.domain.short_id import short_id
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.services.importing.returning import FULL, Desk, Manager, counts, row_of, told

HER = short_id(FULL)
MAY = dt.date(2026, 5, 1)


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)


def mine(desk: Desk) -> pathlib.Path:
    """Write a workbook with every column."""
    return desk.out(recipient=Recipient.ME)


def cells_of(path: pathlib.Path, title: str) -> dict[str, dict[str, object]]:
    """Return the filled cells of a sheet by the identity of the row, without its hash."""
    sheet = Manager(path).sheet(title)
    headings = [str(cell.value) for cell in sheet[1]]
    found = {}
    for row in sheet.iter_rows(min_row=2, values_only=True):
        cells = dict(zip(headings, row, strict=True))
        who = str(cells.pop("标识(请勿改动)")).partition("|")[0]
        found[who] = {name: _plain(value) for name, value in cells.items() if value is not None}
    return found


def _plain(value: object) -> object:
    return value.date() if isinstance(value, dt.datetime) else value


def row_at(path: pathlib.Path, title: str, part: str) -> int:
    sheet = Manager(path).sheet(title)
    for number, (cell,) in enumerate(sheet.iter_rows(min_col=2, max_col=2), start=1):
        if f"/{part}|" in str(cell.value):
            return number
    raise LookupError(part)


EDITS: list[tuple[str, str, dict[str, object]]] = [
    (
        "家庭成员",
        "p1",
        {
            "关系": "伴侣",
            "称呼": "老赵",
            "姓名": "赵建",
            "性别": "男",
            "生日": "农历1970年八月十五",
            "其他日子": "升职 6月1日",
            "职业": "教师",
            "年收入": 120000,
            "知道她的项目吗": "知道",
            "喜好": "钓鱼、茶",
            "忌口忌讳": "香菜",
            "过敏": "花粉",
            "备注": "丈夫嫌她乱花钱\n爱下棋",
        },
    ),
    (
        "到院消费",
        "v1/b1",
        {
            "单号": "0009",
            "收费类型": "储值",
            "项目": "光子",
            "类别": "皮肤",
            "数量": 2,
            "原价": 300.5,
            "实付": 200.25,
            "医生": "林医生",
            "满意度": 4,
            "沟通内容": "聊了抗衰\n很满意",
            "下一步": "发案例",
            "下次日期": dt.date(2026, 12, 1),
        },
    ),
    (
        "项目",
        "c1",
        {"项目": "双眼皮修复", "次数": 3, "日期": dt.date(2026, 5, 1), "备注": "院内"},
    ),
    (
        "项目",
        "w1",
        {
            "金额": 12345,
            "意向": 5,
            "顾虑": "怕肿",
            "由来": "闲聊",
            "下一步": "发案例",
            "下次日期": dt.date(2026, 12, 1),
            "结束日期": dt.date(2026, 11, 1),
        },
    ),
    ("项目", "k1", {"次数": 12, "已用": 5, "到期日": dt.date(2027, 1, 1), "金额": 9800}),
    ("项目", "d1", {"金额": 600, "预付款状态": "已退款", "备注": "退了"}),
    (
        "礼物",
        "g2",
        {
            "送给": "大宝",
            "场合": "生日",
            "状态": "已送",
            "礼物": "书",
            "金额": 66,
            "日期": "2026年10月",
            "订购日期": dt.date(2026, 10, 1),
            "送达日期": dt.date(2026, 10, 2),
            "以谁的名义": "小林",
            "卡片文字": "生日快乐\n平安",
            "反应": "喜欢",
            "订购备注": "两本",
        },
    ),
    (
        "回访",
        "t1",
        {"方式": "微信", "内容": "问候", "结果": "会来", "下次日期": dt.date(2026, 12, 3)},
    ),
    ("回访", "m1", {"日期": dt.date(2026, 12, 9), "内容": "送两张体验卡", "状态": "已兑现"}),
    (
        "回访",
        "x1",
        {"内容": "等了很久", "结果": "道歉", "状态": "已解决", "对象": "医生", "程度": 3},
    ),
]


@pytest.mark.parametrize(("title", "part", "edits"), EDITS)
def test_every_cell_of_a_row_comes_back_and_goes_out_as_it_came(
    desk: Desk, title: str, part: str, edits: dict[str, object]
) -> None:
    path = mine(desk)
    with Manager(path) as manager:
        manager.write(title, row_at(path, title, part), **edits)
    edited = cells_of(path, title)
    before = desk.folder()

    made = desk.back(path)

    assert counts(made)["updated"] == 1
    assert made.problems == ()
    assert made.open_conflicts == ()
    again = cells_of(mine(desk), title)
    derived = {"剩余"}
    for who, cells in edited.items():
        assert {name: value for name, value in again[who].items() if name not in derived} == {
            name: value for name, value in cells.items() if name not in derived
        }
    assert desk.plan(path).writes_nothing
    desk.journal.undo()
    assert desk.folder() == before


ROWS: list[tuple[str, dict[str, object]]] = [
    ("家庭成员", {"关系": "孩子", "称呼": "二宝", "生日": "2020-01-02", "喜好": "积木"}),
    ("到院消费", {"日期": MAY, "到院类型": "复查", "医生": "林医生", "沟通内容": "恢复得好"}),
    ("到院消费", {"日期": "2026.5.1", "项目": "皮秒", "实付": "1,280", "到院类型": "复诊"}),
    ("到院消费", {"日期": MAY, "项目": "皮秒", "收费类型": "收预约金", "实付": 500}),
    ("项目", {"类别": "可开发", "项目": "吸脂", "金额": "3.5万", "意向": 4}),
    ("项目", {"类别": "疗程卡", "项目": "脱毛", "次数": 6, "已用": 1, "金额": 3000}),
    ("项目", {"类别": "预付款", "项目": "皮秒", "金额": 300, "预付款状态": "缴费未治疗"}),
    ("项目", {"类别": "已完成", "项目": "双眼皮", "次数": 1, "日期": MAY}),
    ("礼物", {"送给": "老公", "礼物": "茶", "金额": 168, "日期": "2026年4月"}),
    ("回访", {"类别": "回访", "日期": MAY, "方式": "电话", "内容": "问候"}),
    ("回访", {"类别": "承诺", "内容": "留号", "日期": dt.date(2026, 12, 1)}),
    ("回访", {"类别": "投诉", "日期": MAY, "内容": "等太久", "对象": "前台", "程度": 2}),
]


@pytest.mark.parametrize(("title", "cells"), ROWS)
def test_a_row_written_in_is_there_once_however_often_the_file_comes(
    desk: Desk, title: str, cells: dict[str, object]
) -> None:
    path, before = mine(desk), desk.folder()
    with Manager(path) as manager:
        number = manager.add(title, 编号=HER, **cells)

    made = desk.back(path)

    assert row_of(made, title, number).outcome is Outcome.NEW
    assert made.problems == ()
    assert len(cells_of(mine(desk), title)) == len(cells_of(path, title))
    assert desk.plan(path).writes_nothing
    assert counts(desk.plan(path)).keys() <= {"same"}
    desk.journal.undo()
    assert desk.folder() == before


def test_what_a_sale_written_in_makes_is_made_as_in_the_window(desk: Desk) -> None:
    path = mine(desk)
    with Manager(path) as manager:
        manager.add(
            "到院消费", 编号=HER, 日期=MAY, 到院类型="复诊", 项目="隆鼻", 实付=9000, 医生="陈"
        )
        manager.add("项目", 编号=HER, 类别="已完成", 项目="隆鼻", 次数=1, 日期=MAY, 备注="顺利")
        manager.add("到院消费", 编号=HER, 日期=MAY, 收费类型="消次", 项目="光子嫩肤")

    desk.back(path)

    folder = desk.folder()
    done = [(each.doctor, each.notes) for each in folder.completed if each.project == "隆鼻"]
    assert done == [("陈", "顺利")]
    assert folder.packages[0].used == 5
    assert folder.potential[0].closed_on == MAY
    assert folder.client.lead_state is LeadState.SOLD
    assert len([visit for visit in folder.visits if visit.on == MAY]) == 1


TAKEN_OUT = [
    ("家庭成员", "p1"),
    ("到院消费", "v1/b1"),
    ("到院消费", "v2"),
    ("到院消费", "b3"),
    ("项目", "c1"),
    ("项目", "w1"),
    ("项目", "k1"),
    ("项目", "d1"),
    ("礼物", "g1"),
    ("回访", "t1"),
    ("回访", "m1"),
    ("回访", "x1"),
]


@pytest.mark.parametrize(("title", "part"), TAKEN_OUT)
def test_a_row_marked_to_go_goes_alone_and_once(desk: Desk, title: str, part: str) -> None:
    path, before = mine(desk), desk.folder()
    with Manager(path) as manager:
        manager.write(title, row_at(path, title, part), 操作="删除")

    made = desk.back(path)

    assert told(made) == {"action": "removed"}
    left, were = cells_of(mine(desk), title), cells_of(path, title)
    assert left.keys() == {who for who in were if not who.endswith(f"/{part}")}
    assert desk.plan(path).writes_nothing
    desk.journal.undo()
    assert desk.folder() == before


def test_a_row_she_changed_since_is_not_taken_out_unasked(desk: Desk) -> None:
    path = mine(desk)
    gift = desk.folder().gifts[0]
    with Manager(path) as manager:
        manager.write("礼物", row_at(path, "礼物", f"g{gift.id}"), 操作="删除")
    desk.journal.undo()
    desk.journal.redo()
    desk.put(type(gift)(**{name: getattr(gift, name) for name in gift.__slots__} | {"cost": 1}))

    made = desk.back(path)

    assert told(made) == {"action": "kept"}
    assert gift.id in {each.id for each in desk.folder().gifts}


REFUSED: list[tuple[str, str, dict[str, object], tuple[str, str]]] = [
    ("到院消费", "v1/b1", {"日期": dt.date(2030, 1, 1)}, ("visit.on", "future_date")),
    ("到院消费", "v1/b1", {"实付": -5}, ("visit.paid", "negative")),
    ("到院消费", "v1/b1", {"收费类型": "储值划扣"}, ("visit.bill_kind", "stored_value_overdrawn")),
    ("项目", "k1", {"已用": 99}, ("project.used", "count_differs")),
    ("项目", "c1", {"类别": "可开发"}, ("project.kind", "kind_fixed")),
    ("项目", "c1", {"意向": 3}, ("project.interest", "no_such_entry")),
    ("礼物", "g2", {"送给": "婆婆"}, ("gift.recipient", "person_unknown")),
    ("回访", "t1", {"程度": 3}, ("follow_up.severity", "no_such_entry")),
]


@pytest.mark.parametrize(("title", "part", "cells", "told_so"), REFUSED)
def test_what_the_window_refuses_is_told_at_its_cell(
    desk: Desk, title: str, part: str, cells: dict[str, object], told_so: tuple[str, str]
) -> None:
    path, before = mine(desk), desk.folder()
    number = row_at(path, title, part)
    with Manager(path) as manager:
        manager.write(title, number, **cells)

    made = desk.back(path)

    problem = made.problems[0]
    assert (problem.field, problem.code.value) == told_so
    assert (problem.sheet, problem.row) == (title, number)
    assert Manager(path).sheet(title)[f"{problem.column}1"].value == next(iter(cells))
    assert desk.folder() == before


BAD_ROWS: list[tuple[str, dict[str, object]]] = [
    ("到院消费", {"日期": MAY, "项目": "皮秒", "实付": "约3万"}),
    ("到院消费", {"日期": "2026-02-30", "项目": "皮秒", "实付": 100}),
    ("到院消费", {"日期": dt.date(2030, 1, 1), "项目": "皮秒", "实付": 100}),
    ("项目", {"类别": "疗程卡", "项目": "脱毛", "次数": "若干"}),
    ("礼物", {"送给": "婆婆", "礼物": "茶"}),
    ("回访", {"类别": "回访", "内容": "没写日期"}),
]


@pytest.mark.parametrize(("title", "cells"), BAD_ROWS)
def test_of_a_bad_row_written_in_nothing_is_taken(
    desk: Desk, title: str, cells: dict[str, object]
) -> None:
    path, before = mine(desk), desk.folder()
    with Manager(path) as manager:
        number = manager.add(title, 编号=HER, **cells)

    made = desk.back(path)

    assert row_of(made, title, number).outcome is Outcome.ERROR
    assert row_of(made, title, number).problems != ()
    assert desk.folder() == before


def test_states_and_kinds_come_back_as_what_they_are(desk: Desk) -> None:
    path = mine(desk)
    with Manager(path) as manager:
        manager.write("礼物", row_at(path, "礼物", "g2"), 状态="已送", 日期=MAY)
        manager.write("回访", row_at(path, "回访", "m1"), 状态="未兑现")
        manager.write("到院消费", row_at(path, "到院消费", "v1/b2"), 收费类型="收预约金")

    desk.back(path)

    folder = desk.folder()
    assert folder.gifts[1].state is GiftState.GIVEN
    assert folder.promises[0].state is PromiseState.BROKEN
    assert [each.kind for each in folder.bills if each.id == 2] == [BillKind.DEPOSIT]


def test_what_was_open_about_a_birthday_goes_with_the_day_it_was_about(desk: Desk) -> None:
    path = mine(desk)
    with desk.journal.change("test.snooze") as work:
        work.session.connection().exec_driver_sql(
            "INSERT INTO reminder (client_id, source, source_id, occurs_on, stage, state,"
            " changed_at) VALUES (1, 'date', 5, '2026-11-18', 'day', 'snoozed', ?)",
            ("2026-11-17T09:00:00.000+08:00",),
        )
    with Manager(path) as manager:
        manager.write("家庭成员", row_at(path, "家庭成员", "p1"), 生日="12月1日")

    desk.back(path)

    with desk.database.read() as session:
        left = session.connection().exec_driver_sql("SELECT count(*) FROM reminder").scalar()
    assert left == 0


@pytest.mark.parametrize("typed", [{}, {"反应": "好"}, {"日期": dt.date(2026, 12, 1)}])
def test_what_is_on_its_way_comes_along_with_a_birthday_whatever_else_he_wrote(
    desk: Desk, typed: dict[str, object]
) -> None:
    born = next(date for date in desk.folder().dates if date.person_id == 1)
    on = dt.date(2026, born.month, born.day)
    cake = dataclasses.replace(desk.folder().gifts[1], date_id=born.id, on=on)
    desk.put(cake)
    path = mine(desk)
    with Manager(path) as manager:
        manager.write("家庭成员", row_at(path, "家庭成员", "p1"), 生日="12月1日")
        manager.write("礼物", row_at(path, "礼物", "g2"), **typed)

    desk.back(path)

    assert desk.folder().gifts[1].on == dt.date(2026, 12, 1)
