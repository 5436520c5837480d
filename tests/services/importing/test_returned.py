"""The manager's sheet comes back: what he wrote is taken, asked about, or left alone."""

import dataclasses
import datetime as dt
import pathlib
from collections.abc import Callable
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Accept, Caution, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Client, Gift, PreferenceKind, Tag
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import get, remove
from tests.fakes import FixedClock
from tests.services.importing.lists import dump
from tests.services.importing.returning import FULL, PLAIN, Desk, Manager, counts, row_of, told

CLIENTS, GIFTS, PEOPLE = "客户", "礼物", "家庭成员"
HER, OTHER = 2, 3
"""The rows of the client with everything, and of the one with hardly anything."""


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)


def edited(
    desk: Desk,
    sheet: str = CLIENTS,
    row: int = HER,
    **cells: Any,  # noqa: ANN401 - whatever is typed
) -> pathlib.Path:
    """Return the manager's sheet after an edit of one row."""
    path = desk.out()
    with Manager(path) as manager:
        manager.write(sheet, row, **cells)
    return path


def edit_client(desk: Desk, client_id: int = FULL, **fields: object) -> None:
    """Let her edit a client meanwhile."""
    desk.put(dataclasses.replace(desk.folder(client_id).client, **fields))  # type: ignore[arg-type] # fields of a client


@pytest.mark.parametrize("choices", [{}, {"mask_phones": True}])
def test_what_nobody_touched_is_the_same(desk: Desk, choices: dict[str, bool]) -> None:
    made = desk.plan(desk.out(**choices))

    assert counts(made) == {"same": made.total}
    assert made.writes_nothing
    assert not made.bases


Look = Callable[[ClientFolder], object]

TAKEN: list[tuple[str, int, dict[str, object], dict[str, str], Look, object]] = [
    (
        CLIENTS,
        HER,
        {"职业": "老师"},
        {"client.occupation": "taken"},
        lambda f: f.client.occupation,
        "老师",
    ),
    (CLIENTS, HER, {"QQ号": None}, {}, lambda f: f.client.qq, "10001"),
    (CLIENTS, HER, {"QQ号": "[清空]"}, {"client.qq": "cleared"}, lambda f: f.client.qq, ""),
    (
        CLIENTS,
        HER,
        {"年收入": "40万"},
        {"client.income": "taken"},
        lambda f: f.client.income,
        40_000_000,
    ),
    (CLIENTS, HER, {"VIP": "否"}, {"client.vip": "cleared"}, lambda f: f.client.vip, False),
    (CLIENTS, HER, {"等级": "C级"}, {"client.tier": "taken"}, lambda f: f.client.tier, "C"),
    (
        CLIENTS,
        HER,
        {"喜好": "普洱茶、兰花"},
        {"client.likes": "removed"},
        lambda f: f.liked(PreferenceKind.LIKE),
        "普洱茶、兰花",
    ),
    (
        CLIENTS,
        HER,
        {"标签": "老客/闺蜜"},
        {"client.tags": "added"},
        lambda f: [tag.name for tag in f.tags if not tag.is_need],
        ["老客", "闺蜜"],
    ),
    (
        CLIENTS,
        HER,
        {"电话": "13800138000、02788881234、13900000009"},
        {"client.phone": "added"},
        lambda f: [phone.digits for phone in f.phones],
        ["13800138000", "02788881234", "13900000009"],
    ),
    (
        CLIENTS,
        HER,
        {"备注": "上午方便接电话\n老公手机 139-0000-5678\n怕打雷"},
        {"client.notes": "taken"},
        lambda f: f.client.notes,
        "上午方便接电话\n老公手机 139-0000-5678\n怕打雷\n【私密】和婆婆不和",
    ),
    (
        CLIENTS,
        HER,
        {"结婚纪念日": "2009-05-02"},
        {"client.wedding": "taken"},
        lambda f: [date.day for date in f.dates if date.kind == "wedding"],
        [2],
    ),
    (
        CLIENTS,
        HER,
        {"推荐人": "[清空]"},
        {"client.referred_by": "cleared"},
        lambda f: f.referred_by,
        "",
    ),
    (
        CLIENTS,
        HER,
        {"首次接触": "2021.4.2"},
        {"client.first_contact": "taken"},
        lambda f: f.client.first_contact_on,
        dt.date(2021, 4, 2),
    ),
    (GIFTS, 2, {"金额": 200}, {"gift.cost": "taken"}, lambda f: f.gifts[0].cost, 20_000),
    (
        PEOPLE,
        2,
        {"职业": "司机"},
        {"person.occupation": "taken"},
        lambda f: f.persons[0].occupation,
        "司机",
    ),
]


@pytest.mark.parametrize(("sheet", "row", "cells", "decided", "look", "stands"), TAKEN)
def test_what_only_he_changed_is_taken_and_undo_brings_ours_back(  # noqa: PLR0913, PLR0917 - a table
    desk: Desk,
    sheet: str,
    row: int,
    cells: dict[str, object],
    decided: dict[str, str],
    look: Look,
    stands: object,
) -> None:
    path = edited(desk, sheet, row, **cells)
    before = dump(desk.database)

    made = desk.back(path)

    assert told(made) == decided
    assert look(desk.folder()) == stands
    again = desk.plan(path)
    assert (counts(again), again.bases) == ({"same": again.total}, ())
    assert again.writes_nothing
    if decided:
        desk.journal.undo()
        assert dump(desk.database) == before


ASKED = [
    {"姓名": "王雅芹"},
    {"电话": "13900000009"},
    {"电话": "02788881234、13800138000"},
    {"电话": "[清空]"},
    {"生日": "1973-03-02"},
]


@pytest.mark.parametrize("cells", ASKED)
def test_name_phone_and_birthday_are_never_replaced_unasked(
    desk: Desk, cells: dict[str, Any]
) -> None:
    path = edited(desk, **cells)
    before = dump(desk.database)

    made = desk.plan(path)
    desk.imports.apply(made)

    assert [row.outcome for row in made.rows if row.differences] == [Outcome.CONFLICT]
    assert len(made.open_conflicts) == 1
    assert {name: rows for name, rows in dump(desk.database).items() if name != "sync_base"} == {
        name: rows for name, rows in before.items() if name != "sync_base"
    }
    assert counts(desk.plan(path)) == counts(made), "undecided, it comes again"


def test_blanks_of_ours_are_filled_even_where_a_value_would_be_asked_about(desk: Desk) -> None:
    path = edited(desk, row=OTHER, 电话="13900000009", 生日="1980-03-02")

    desk.back(path)

    folder = desk.folder(PLAIN)
    assert [phone.digits for phone in folder.phones] == ["13900000009"]
    assert folder.phones[0].is_main
    assert [date.year for date in folder.dates] == [1980]


def test_what_both_changed_is_a_conflict_that_is_decided_once(desk: Desk) -> None:
    path = edited(desk, 职业="老师")
    edit_client(desk, occupation="会计")
    key = (CLIENTS, HER, "client.occupation")

    asked = desk.plan(path)
    assert told(asked) == {"client.occupation": "kept"}
    (difference,) = asked.open_conflicts
    assert (difference.ours, difference.theirs, difference.base) == ("会计", "老师", "餐饮老板")

    mine = desk.back(path, decided={key: Accept.MINE})
    assert (mine.counts[Outcome.CONFLICT], mine.open_conflicts) == (0, ())
    assert desk.folder().client.occupation == "会计"
    assert counts(desk.plan(path)) == {"same": mine.total}, "decided, it does not come again"

    desk.journal.undo()
    desk.back(path, decided={key: Accept.THEIRS})
    assert desk.folder().client.occupation == "老师"


def test_what_only_she_changed_stays(desk: Desk) -> None:
    path = edited(desk, 微信号="wx_new")
    edit_client(desk, occupation="会计", notes="下午方便接电话\n新的一行")

    made = desk.back(path)

    assert told(made) == {"client.wechat": "taken"}
    assert desk.folder().client.occupation == "会计"


def test_lists_and_notes_of_both_sides_come_together(desk: Desk) -> None:
    path = edited(desk, 标签="闺蜜", 备注="下午方便接电话\n老公手机 139-0000-5678\n他的一行")
    desk.put(Tag(client_id=FULL, name="她的"))
    edit_client(desk, notes="她的一行\n【私密】和婆婆不和")

    desk.back(path)

    folder = desk.folder()
    assert {tag.name for tag in folder.tags if not tag.is_need} == {"她的", "闺蜜"}
    assert folder.client.notes == "她的一行\n【私密】和婆婆不和\n他的一行"


def test_without_a_base_nothing_of_ours_is_overwritten(desk: Desk) -> None:
    path = edited(desk, 职业="老师", 称呼="王总", 喜好="兰花")
    with desk.journal.change("test.forget") as work:
        for table in ("sync_base", "sync_content"):
            work.session.connection().exec_driver_sql(f"DELETE FROM {table}")  # noqa: S608 - names of ours
    edit_client(desk, display_name="")

    made = desk.back(path)

    assert told(made) == {
        "client.occupation": "kept",
        "client.display_name": "filled",
        "client.likes": "added",
    }
    assert desk.folder().liked(PreferenceKind.LIKE) == "百合、普洱茶、兰花"


def test_masked_numbers_come_back_as_they_are(desk: Desk) -> None:
    path = desk.out(mask_phones=True)
    with Manager(path) as manager:
        notes = "下午方便接电话\n老公手机 139****5678 白天打"
        manager.write(CLIENTS, HER, 备注=notes, 职业="老师", 地址="139****9999 门口")

    made = desk.back(path)

    client = desk.folder().client
    assert (client.wechat, client.occupation) == ("13800138000", "老师")
    assert "老公手机 139-0000-5678 白天打" in client.notes
    assert client.address == "中央公馆28栋560"
    assert [problem.code for problem in made.problems] == [ProblemCode.PHONE_MASKED]
    assert Caution.PHONES_MASKED in made.cautions
    assert [phone.digits for phone in desk.folder().phones] == ["13800138000", "02788881234"]


def test_a_row_of_another_sheet_is_taken_out_unless_she_changed_it(desk: Desk) -> None:
    path = edited(desk, GIFTS, 操作="删除")
    gift = desk.folder().gifts[0]
    gone = desk.plan(path)
    desk.put(dataclasses.replace(gift, item="她改的"))

    asked = desk.plan(path)

    assert gone.removed == (gift,)
    assert (row_of(asked, GIFTS, 2).outcome, asked.removed) == (Outcome.CONFLICT, ())
    kept = desk.back(path, decided={(GIFTS, 2, "action"): Accept.MINE})
    assert kept.removed == ()
    assert counts(desk.plan(path)) == {"same": asked.total}
    desk.back(edited(desk, GIFTS, 操作="删除"))
    assert gift.id not in {each.id for each in desk.folder().gifts}


def test_a_client_goes_into_the_trash_only_where_she_says_so(desk: Desk) -> None:
    path = edited(desk, row=OTHER, 操作="删除")

    assert desk.back(path, accept=Accept.THEIRS).trashed == ()
    made = desk.back(path, decided={(CLIENTS, OTHER, "action"): Accept.THEIRS})

    assert made.trashed == (PLAIN,)
    with desk.database.read() as session:
        assert get(session, Client, PLAIN).trashed_on is not None
    skipped = row_of(desk.plan(path), CLIENTS, OTHER)
    assert (skipped.outcome, skipped.problems[0].code) == (Outcome.SKIPPED, ProblemCode.IN_TRASH)
    desk.journal.undo()
    assert desk.folder(PLAIN).client.trashed_on is None


def test_a_missing_row_deletes_nothing(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        manager.sheet(CLIENTS).delete_rows(HER)
        manager.sheet(GIFTS).delete_rows(2)

    assert desk.plan(path).writes_nothing


def test_rows_he_wrote_in_are_new_once(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        manager.add(
            CLIENTS, 姓名="赵新", 电话="13900000777", 生日="农历1990年八月十五", 标签="新客"
        )
        manager.add(GIFTS, 客户="赵新", 礼物="丝巾", 日期=dt.date(2026, 10, 1), 金额=300)
        number = manager.sheet(CLIENTS).cell(HER, 1).value
        manager.add(GIFTS, 编号=number, 礼物="雨伞", 日期=dt.date(2026, 10, 2))
        manager.add(GIFTS, 客户="没有这人", 礼物="茶")

    made = desk.back(path)

    (fresh,) = [fact for fact in made.new if isinstance(fact, Client)]
    folder = desk.folder(fresh.id)
    assert (folder.client.name, folder.phones[0].digits) == ("赵新", "13900000777")
    assert folder.dates[0].fact.is_lunar
    assert [(gift.item, gift.cost) for gift in folder.gifts] == [("丝巾", 30_000)]
    assert "雨伞" in {gift.item for gift in desk.folder().gifts}
    assert counts(made) | {"same": 0} == {"same": 0, "new": 3, "error": 1}
    assert [problem.code for problem in made.problems] == [ProblemCode.WHOSE_UNKNOWN]
    again = desk.plan(path)
    assert again.writes_nothing
    assert counts(again) == {"same": again.total - 1, "error": 1}


def test_what_he_wrote_in_is_not_doubled_after_she_changed_it(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        manager.add(GIFTS, 客户="王雅琴", 礼物="丝巾", 日期=dt.date(2026, 10, 1), 金额=300)
    desk.back(path)
    scarf = next(gift for gift in desk.folder().gifts if gift.item == "丝巾")

    desk.put(dataclasses.replace(scarf, item="丝巾(蓝)", cost=28_000))
    assert desk.plan(path).writes_nothing
    with desk.journal.change("gift.remove") as work:
        remove(work.session, Gift, scarf.id)
    assert desk.plan(path).writes_nothing


def test_a_copied_row_is_proposed_as_new(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        row = manager.copy(GIFTS, 2, 礼物="另一件")
        twice = manager.copy(GIFTS, 3)
        client = manager.copy(CLIENTS, HER, 姓名="新来的", 电话="13900000778", 微信号=None)

    asked = desk.plan(path)
    assert {row_of(asked, *at).outcome for at in [(GIFTS, row), (CLIENTS, client)]} == {
        Outcome.CONFLICT
    }
    assert row_of(asked, CLIENTS, client).candidates == (FULL,)
    assert row_of(asked, GIFTS, twice).problems[0].code is ProblemCode.ROW_TWICE
    assert asked.writes_nothing

    desk.back(path, who={(GIFTS, row): 0, (CLIENTS, client): 0})
    assert "另一件" in {gift.item for gift in desk.folder().gifts}
    again = desk.plan(path)
    assert again.writes_nothing
    assert (again.counts[Outcome.CONFLICT], again.counts[Outcome.NEW]) == (0, 0)


def test_an_unknown_row_is_an_error_unless_it_is_surely_hers(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        for row in (HER, OTHER):
            sheet = manager.sheet(CLIENTS)
            sheet.cell(row, 2).value = f"elsewhere-{row}|0123456789abcdef"
            manager.write(CLIENTS, row, 编号=None)

    made = desk.plan(path)

    sure, unknown = row_of(made, CLIENTS, HER), row_of(made, CLIENTS, OTHER)
    assert (sure.outcome, sure.candidates) == (Outcome.CONFLICT, (FULL,))
    assert (unknown.outcome, unknown.problems[0].code) == (Outcome.ERROR, ProblemCode.UNKNOWN_ROW)


def test_an_older_sheet_after_a_newer_one_reverts_nothing(desk: Desk) -> None:
    older = edited(desk, QQ号="20002")
    edit_client(desk, occupation="会计", wechat="wx_1")
    newer = edited(desk, 微信号="wx_2")
    desk.back(newer)

    made = desk.back(older)

    assert Caution.OLDER_FILE in made.cautions
    assert told(made) == {"client.qq": "taken"}
    client = desk.folder().client
    assert (client.occupation, client.wechat, client.qq) == ("会计", "wx_2", "20002")


def test_an_old_change_does_not_overrule_what_he_was_told_since(desk: Desk) -> None:
    older = edited(desk, 职业="老师")
    edit_client(desk, occupation="会计")
    desk.out()

    assert told(desk.plan(older)) == {"client.occupation": "kept"}


def test_a_sheet_edited_again_goes_on_from_what_was_taken(desk: Desk) -> None:
    path = edited(desk, 职业="老师")
    desk.back(path)
    with Manager(path) as manager:
        manager.write(CLIENTS, HER, 职业="校长")

    assert told(desk.back(path)) == {"client.occupation": "taken"}


def test_columns_moved_renamed_and_gone_and_sheets_renamed_say_nothing_new(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        sheet = manager.sheet(CLIENTS)
        sheet.delete_cols(11)
        sheet.title = "我的客户"
        manager.sheet(GIFTS).insert_cols(4)

    made = desk.plan(path)

    assert made.writes_nothing
    assert counts(made) == {"same": made.total}


def test_a_record_she_took_out_meanwhile_is_not_made_again(desk: Desk) -> None:
    path = edited(desk, GIFTS, 礼物="改过的")
    with desk.journal.change("gift.remove") as work:
        remove(work.session, Gift, desk.folder().gifts[0].id)

    row = row_of(desk.plan(path), GIFTS, 2)

    assert (row.outcome, row.problems[0].code) == (Outcome.ERROR, ProblemCode.ROW_GONE)


def test_a_cell_that_cannot_be_read_is_told_and_the_rest_is_taken(desk: Desk) -> None:
    path = edited(desk, 首次接触="2025-02-30", 职业="老师", 推荐人="没有这人")

    made = desk.back(path)

    assert {(each.code, each.field) for each in made.problems} == {
        (ProblemCode.IMPOSSIBLE_DATE, "client.first_contact"),
        (ProblemCode.CHOICE_UNKNOWN, "client.referred_by"),
    }
    assert all(each.column for each in made.problems)
    assert desk.folder().client.occupation == "老师"
    assert desk.folder().referred_by == "李兰"


def test_values_learnt_of_her_say_from_which_sheet(desk: Desk) -> None:
    path = edited(desk, 职业="老师", 电话="13800138000、02788881234、13900000009")

    desk.back(path)

    folder = desk.folder()
    learnt = {source.field: source.learnt_from for source in folder.sources}
    assert learnt["occupation"] == path.name
    new = next(phone for phone in folder.phones if phone.digits == "13900000009")
    assert new.learnt_from == path.name
