"""`due` by the contract: what she sees on a day, and every stage of the days ahead."""

from typing import Any

import pytest

from tests.shells import Row, Shell, write_list

HEADINGS: Row = ("姓名", "手机号", "生日", "老公生日", "结婚纪念日", "大宝生日")
PEOPLE: tuple[Row, ...] = (
    HEADINGS,
    ("白公历", "15400000031", "1990-11-24", None, None, None),
    ("白农历", "15400000032", "农历1985年十月十五", None, None, None),
    ("白闰月", "15400000033", "农历1984年闰十月初五", None, None, None),
    ("白闰日", "15400000034", "1992-02-29", None, None, None),
    ("白家人", "15400000035", None, "1980-11-23", "2010-11-25", "2018-11-22"),
    ("白三十", "15400000036", "农历1988年十月三十", None, None, None),
    ("白无年", "15400000037", "11月24日", None, None, None),
)
KEYS = ["on", "raise_on", "stage", "kind", "client", "person", "age", "calendar", "what", "state"]


@pytest.fixture
def people(empty: Shell) -> Shell:
    empty.done("init")
    empty.done("import", str(write_list(empty.folder / "people.xlsx", *PEOPLE)))
    return empty


def seen(shell: Shell, *arguments: str) -> list[tuple[str, str, str, str]]:
    return [
        (one["on"], one["stage"], one["client"]["name"], one["kind"])
        for one in shell.json("due", *arguments)
    ]


def test_each_entry_keeps_the_keys_of_the_contract(people: Shell) -> None:
    found = people.json("due", "--on", "2026-11-22", "--ahead", "366")

    assert found
    for one in found:
        assert set(KEYS) <= set(one)
        assert set(one["client"]) == {"id", "name"}
        assert one["stage"] in {"prepare", "day"}
        assert one["calendar"] in {"solar", "lunar"}
        assert one["person"] is None or {"relation", "name"} <= set(one["person"])
        assert one["age"] is None or one["age"] >= 0
    assert found == sorted(found, key=lambda one: (one["on"], one["raise_on"]))


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        ("2026-11-20", [("2026-11-22", "prepare", "白家人", "birthday")]),
        (
            "2026-11-24",
            [
                # Yesterday's are not done yet.
                ("2026-11-23", "day", "白农历", "birthday"),
                ("2026-11-23", "day", "白家人", "birthday"),
                ("2026-11-24", "day", "白公历", "birthday"),
                ("2026-11-24", "day", "白无年", "birthday"),
                ("2026-11-25", "prepare", "白家人", "anniversary"),
            ],
        ),
        # Children's Day, for the one client with a young child.
        ("2026-06-01", [("2026-06-01", "day", "", "festival")]),
        ("2026-06-10", []),
    ],
)
def test_on_a_day_she_sees_what_is_raised_by_then(
    people: Shell, on: str, expected: list[tuple[str, str, str, str]]
) -> None:
    found = seen(people, "--on", on)

    assert found == expected


@pytest.mark.parametrize(
    ("name", "days"),
    [
        # By the Hong Kong Observatory: 2026 has no leap tenth month; 2033 has a leap eleventh.
        ("白农历", {"2026": "2026-11-23", "2027": "2027-11-12"}),
        ("白闰月", {"2026": "2026-11-13", "2027": "2027-11-02"}),
        ("白三十", {"2026": "2026-12-08", "2027": "2027-11-27"}),
        ("白闰日", {"2026": "2026-02-28", "2028": "2028-02-29"}),
    ],
)
def test_a_lunar_or_leap_birthday_falls_where_its_rule_says(
    people: Shell, name: str, days: dict[str, str]
) -> None:
    for year, day in days.items():
        found = seen(people, "--on", f"{year}-01-01", "--ahead", "364")

        assert {on for on, _stage, who, _kind in found if who == name} == {day}


def test_ahead_counts_both_ends_and_every_stage(people: Shell) -> None:
    assert seen(people, "--on", "2026-11-24", "--ahead", "0") == [
        ("2026-11-24", stage, who, "birthday")
        for stage in ("prepare", "day")
        for who in ("白公历", "白无年")
    ]
    assert {on for on, *_ in seen(people, "--on", "2026-11-22", "--ahead", "3")} == {
        "2026-11-22", "2026-11-23", "2026-11-24", "2026-11-25",
    }  # fmt: skip


def test_who_is_meant_and_how_old_she_turns(people: Shell) -> None:
    found = people.json("due", "--on", "2026-11-22", "--ahead", "3")
    told = {
        (one["client"]["name"], one["kind"], (one["person"] or {}).get("relation")): one["age"]
        for one in found
    }

    assert told == {
        ("白家人", "birthday", "child"): 8,
        ("白家人", "birthday", "husband"): 46,
        ("白家人", "anniversary", None): 16,
        ("白公历", "birthday", None): 36,
        ("白无年", "birthday", None): None,
        ("白农历", "birthday", None): 41,
    }


def test_looking_twice_shows_the_same(people: Shell) -> None:
    first: Any = people.json("due", "--on", "2026-11-22", "--ahead", "60")

    assert people.json("due", "--on", "2026-11-22", "--ahead", "60") == first


@pytest.mark.parametrize(
    "arguments",
    [
        ("--on", "0001-01-01"),
        ("--on", "9999-12-31"),
        ("--on", "9999-12-31", "--ahead", "5"),
        ("--on", "1850-01-01", "--ahead", "30"),
        ("--ahead", "999999999999"),
    ],
)
def test_days_beyond_every_calendar_are_wrong_usage(
    people: Shell, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...]
) -> None:
    with pytest.raises(SystemExit) as ended:
        people.run("due", *arguments)

    assert ended.value.code == 2
    assert arguments[-1] in capsys.readouterr().err or len(arguments) > 2


@pytest.mark.parametrize(
    "arguments",
    [("1900-01-01", "60"), ("2099-12-01", "800"), ("2150-01-01", "400"), ("2200-12-31", "36525")],
)
def test_beyond_the_lunar_table_the_solar_days_go_on(
    people: Shell, arguments: tuple[str, str]
) -> None:
    on, ahead = arguments

    found = people.json("due", "--on", on, "--ahead", ahead)

    assert all(one["on"] >= on for one in found)
    people.done("due", "--on", on)


def test_the_text_form_has_a_line_for_each(spoken: Shell) -> None:
    assert len(spoken.done("due").splitlines()) == len(spoken.json("due"))


def test_a_festival_is_one_entry_that_names_itself_and_no_client(people: Shell) -> None:
    found = people.json("due", "--on", "2026-12-24", "--ahead", "1")

    festivals = [one for one in found if one["kind"] == "festival"]
    assert [(one["on"], one["label"], one["client"]) for one in festivals] == [
        ("2026-12-25", "christmas", {"id": 0, "name": ""})
    ] * len(festivals)
    assert {one["stage"] for one in festivals} == {"prepare", "day"}


def test_a_festival_is_told_by_its_name(people: Shell) -> None:
    told = people.done("due", "--on", "2026-12-25")

    assert "Christmas\tGreet them and tick them off" in told
