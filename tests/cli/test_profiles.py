"""Known lists at the command line: listed, passed on, taken in, used by name."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.shells import Shell, write_list

LIST = (("姓名", "手机号", "档案编码"), ("云北辰", "15400000019", "77"))


def passed_on(shell: Shell, name: str, **rules: object) -> Path:
    """Write a profile of the list, as a colleague may send one."""
    body: dict[str, Any] = {
        "client-keeper-profile": 1,
        "name": name,
        "kind": "clinic",
        "headings": list(LIST[0]),
        "rules": {"columns": {"档案编码": "card_number"}, "card_source": name, **rules},
    }
    path = shell.folder / f"{name}.json"
    path.write_text(json.dumps(body, ensure_ascii=False), encoding="utf-8")
    return path


def people(shell: Shell) -> Path:
    return write_list(shell.folder / "clinic.xlsx", *LIST)


def test_without_any_it_says_so(shell: Shell) -> None:
    assert shell.done("profiles").strip() == "No list is known yet."
    assert shell.json("profiles") == []


def test_one_that_was_passed_on_reads_its_lists_by_itself(shell: Shell) -> None:
    assert shell.done("profiles", "--import", str(passed_on(shell, "和美"))).startswith("和美")

    report = shell.json("import", str(people(shell)))

    assert (report["profile"], report["kind"], report["new"]) == ("和美", "clinic", 1)
    [client] = [one for one in shell.everything()["clients"] if one["name"] == "云北辰"]
    assert [(card["source"], card["number"]) for card in client["cards"]] == [("和美", "77")]
    assert "和美" in shell.done("profiles")


def test_of_several_that_fit_one_is_named(shell: Shell) -> None:
    for name in ("和美", "丽人"):
        shell.done("profiles", "--import", str(passed_on(shell, name)))

    told = shell.run("import", str(people(shell)), "--dry-run"), shell.err
    report = shell.json("import", str(people(shell)), "--dry-run", "--profile", "丽人")

    assert told[0] == 1
    assert "丽人, 和美" in told[1]
    assert report["profile"] == "丽人"


def test_what_is_written_out_can_be_taken_in_again(shell: Shell) -> None:
    shell.done("profiles", "--import", str(passed_on(shell, "和美")))
    before = shell.json("profiles")
    out = shell.folder / "out.json"

    shell.done("profiles", "--export", "和美", str(out))
    shell.done("undo")
    assert shell.json("profiles") == []
    shell.done("profiles", "--import", str(out))

    assert shell.json("profiles") == before
    assert before[0]["headings"] == sorted(LIST[0])


def test_what_a_newer_version_wrote_is_told(shell: Shell) -> None:
    told = shell.done("profiles", "--import", str(passed_on(shell, "和美", moods=["glad"])))

    assert "moods" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("import", "people.xlsx", "--profile", "none"),
        ("profiles", "--export", "none", "out.json"),
        ("profiles", "--import", "people.xlsx"),
        ("profiles", "--import", "missing.json"),
        ("profiles", "--export", "none", "book/out.json"),
    ],
    ids=" ".join,
)
def test_what_cannot_be_done_is_told_in_a_sentence(
    spoken: Shell, arguments: tuple[str, ...]
) -> None:
    files = {".xlsx", ".json"}
    placed = [str(spoken.folder / one) if Path(one).suffix in files else one for one in arguments]

    spoken.told(*placed)
