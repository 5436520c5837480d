"""Cells with a value that cannot be: the row kept, the field dropped, the cell listed."""

from typing import Any

import pytest

from tests.shells import Shell, write_list

BIRTHDAYS = [
    ("1990-02-30", "impossible_date"),
    ("1990-13-01", "impossible_date"),
    ("2023-02-29", "impossible_date"),
    ("2月30日", "impossible_date"),
    ("4月31日", "impossible_date"),
    ("农历1990年闰八月初一", "leap_month_absent"),
    ("闰八月1990", None),
    ("农历1990年一月三十一", None),
    ("农历2026年二月三十", None),
    ("农历八月三十一", None),
    ("农历1850年正月初一", None),
    ("农历2150年正月初一", None),
    ("不记得了", None),
    ("19900230", "impossible_date"),
    (-5, None),
    (99999999, None),
]
PHONES = [
    ("12345", "phone_bad"),
    ("1.38E+10", "phone_digits_lost"),
    ("138****1234", "phone_masked"),
    ("1540000002", "phone_bad"),
    ("154000000211", "phone_bad"),
]
MONEY = ["约3万", "很多", "三五万", "两三千", "三四十万", "20-30万", "1.2.3"]


def imported(shell: Shell, heading: str, value: str | float) -> Any:  # noqa: ANN401 - the document of the contract
    """Import a small list with `value` under `heading` and return the report."""
    path = write_list(
        shell.folder / "list.xlsx",
        ("姓名", "手机号" if heading != "手机号" else "微信号", heading, "备注"),
        ("云知意", "15400000021" if heading != "手机号" else "yunzhiyi", value, "爱喝茶"),
        ("云知秋", "15400000022" if heading != "手机号" else "yunzhiqiu", None, None),
    )
    return shell.json("import", str(path))


@pytest.mark.parametrize(("value", "code"), BIRTHDAYS)
@pytest.mark.parametrize("heading", ["生日", "老公生日", "结婚纪念日"])
def test_an_impossible_day_drops_the_field_and_keeps_the_row(
    shell: Shell, heading: str, value: str | int, code: str | None
) -> None:
    report = imported(shell, heading, value)

    (problem,) = report["problems"]
    assert (problem["sheet"], problem["row"], problem["column"]) == ("客户", 2, "C")
    assert problem["raw"] == str(value)
    assert code in {None, problem["code"]}
    assert (report["new"], report["error"]) == (2, 0)
    (client,) = [one for one in shell.everything()["clients"] if one["name"] == "云知意"]
    assert client["dates"] == []
    assert [one for person in client["family"] for one in person["dates"]] == []
    assert client["notes"] == "爱喝茶"


@pytest.mark.parametrize(("value", "code"), PHONES)
def test_a_bad_phone_is_listed_and_another_identity_keeps_the_row(
    shell: Shell, value: str, code: str
) -> None:
    report = imported(shell, "手机号", value)

    (problem,) = report["problems"]
    assert (problem["field"], problem["code"], problem["raw"]) == ("phone", code, value)
    assert (report["new"], report["error"]) == (2, 0)
    (client,) = [one for one in shell.everything()["clients"] if one["name"] == "云知意"]
    assert client["phones"] == []


@pytest.mark.parametrize(("value", "code"), PHONES)
def test_a_bad_phone_alone_holds_the_row_back(shell: Shell, value: str, code: str) -> None:
    path = write_list(
        shell.folder / "list.xlsx", ("姓名", "手机号"), ("云知意", value), ("云知秋", "15400000022")
    )

    report = shell.json("import", str(path))

    # A masked phone is no bad one: it may name somebody known, and is never kept.
    held_back = int(code != "phone_masked")
    assert (report["new"], report["error"], report["rows"]) == (2 - held_back, held_back, 2)
    assert [one["code"] for one in report["problems"]] == [code]


@pytest.mark.parametrize("value", MONEY)
def test_unreadable_money_drops_the_field(shell: Shell, value: str) -> None:
    report = imported(shell, "收入", value)

    assert [(one["field"], one["code"]) for one in report["problems"]] == [
        ("income", "money_unreadable")
    ]
    (client,) = [one for one in shell.everything()["clients"] if one["name"] == "云知意"]
    assert client["income"] is None


def test_each_problem_is_told_with_its_cell_in_her_language(spoken: Shell) -> None:
    path = write_list(
        spoken.folder / "list.xlsx",
        ("姓名", "手机号", "生日"),
        ("云知意", "15400000021", "1990-02-30"),
        (None, "15400000022", None),
    )

    lines = spoken.done("import", str(path)).splitlines()

    assert lines[0].startswith("客户!C2\t")
    assert lines[0].endswith("\t1990-02-30")
    assert lines[1].startswith("客户!")
    assert len(lines) == 3
    assert spoken.err == ""


@pytest.mark.parametrize(
    "name",
    ["", " ", "\u200b", "x" * 5000, "=1+1", "😀", "\U00020000", "O'Brien\"; DROP TABLE"],
)
def test_odd_names_neither_break_nor_change(shell: Shell, name: str) -> None:
    path = write_list(
        shell.folder / "list.xlsx", ("姓名", "手机号"), (name, "15400000021"), ("甲", "15400000022")
    )

    report = shell.json("import", str(path))

    clients = [one["name"] for one in shell.everything()["clients"]][3:]
    assert report["rows"] == sum(
        report[key] for key in ("same", "updated", "new", "conflict", "error", "skipped")
    )
    assert len(clients) == report["new"]
    if report["new"] == 2:
        assert name in clients
