"""The manager's sheet comes back: what he wrote is taken, asked about, or left alone."""

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Accept, Caution, Outcome
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import PreferenceKind, Tag
from tests.services.importing.lists import dump
from tests.services.importing.returning import (
    CLIENTS,
    FULL,
    GIFTS,
    HER,
    OTHER,
    PEOPLE,
    PLAIN,
    Desk,
    Manager,
    counts,
    edited,
    told,
)


def edit_client(desk: Desk, client_id: int = FULL, **fields: object) -> None:
    """Let her edit a client meanwhile."""
    desk.put(dataclasses.replace(desk.folder(client_id).client, **fields))  # type: ignore[arg-type] # fields of a client


@pytest.mark.parametrize("mask_phones", [False, True])
def test_what_nobody_touched_is_the_same(desk: Desk, mask_phones: bool) -> None:  # noqa: FBT001 - a case
    made = desk.plan(desk.out(mask_phones=mask_phones))

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
