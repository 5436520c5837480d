"""Rows of the manager's sheet: taken out, missing, written in, copied, of nobody."""

import dataclasses
import datetime as dt

from crm_desktop.domain.import_plan import Accept, Caution, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import Client, DateKind, Gift, PreferenceKind
from crm_desktop.services.records import get, remove
from tests.services.importing.returning import (
    CLIENTS,
    FULL,
    GIFTS,
    HER,
    OTHER,
    PLAIN,
    Desk,
    Manager,
    counts,
    edited,
    row_of,
    told,
)


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


def test_a_row_typed_by_hand_fills_and_adds_and_leaves_nothing_out(desk: Desk) -> None:
    path = desk.out()
    with Manager(path) as manager:
        manager.add(CLIENTS, 姓名="王雅琴", 电话="13800138000", 微信号="wx_9", 喜好="兰花")

    made = desk.back(path)
    later = edited(desk, 职业="老师")

    assert told(made) == {"client.wechat": "kept", "client.likes": "added"}
    assert desk.folder().liked(PreferenceKind.LIKE) == "百合、普洱茶、兰花"
    assert told(desk.plan(later)) == {"client.occupation": "taken"}


def test_a_sheet_of_another_book_is_told_and_changes_nothing(desk: Desk) -> None:
    path = edited(desk, 职业="老师")
    with desk.journal.change("test.other") as work:
        connection = work.session.connection()
        connection.exec_driver_sql("UPDATE client SET uid = 'b' || uid")
        connection.exec_driver_sql("UPDATE setting SET value = '\"b\"' WHERE name = 'book.uid'")

    made = desk.plan(path, accept=Accept.THEIRS)

    assert made.writes_nothing
    assert Caution.ANOTHER_BOOK in made.cautions
    assert row_of(made, CLIENTS, HER).candidates == (FULL,)
    assert made.counts[Outcome.ERROR] == made.total - 1


def test_all_of_theirs_takes_every_conflict_but_no_deletion_of_a_client(desk: Desk) -> None:
    path = edited(desk, 姓名="王雅芹", 电话="13900000009", 生日="1973-03-02")
    with Manager(path) as manager:
        manager.write(CLIENTS, OTHER, 操作="删除")

    made = desk.back(path, accept=Accept.THEIRS)

    folder = desk.folder()
    assert (folder.client.name, [phone.digits for phone in folder.phones]) == (
        "王雅芹",
        ["13900000009"],
    )
    birthday = folder.main_date(DateKind.BIRTHDAY)
    assert birthday is not None
    assert (birthday.year, birthday.origin) == (1973, "农历")
    assert made.trashed == ()
    assert [(each.field, each.client_id) for each in made.open_conflicts] == [("action", PLAIN)]


def test_a_table_he_was_given_since_makes_a_sheet_an_older_one(desk: Desk) -> None:
    path = edited(desk, CLIENTS, HER, 职业="老师")
    client = desk.folder(FULL).client
    desk.put(dataclasses.replace(client, occupation="设计师"))
    desk.out("csv")

    made = desk.back(path)

    assert told(made) == {"client.occupation": "kept"}
    assert desk.folder(FULL).client.occupation == "设计师"
