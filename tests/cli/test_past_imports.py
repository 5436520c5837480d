"""Imports of before at the command line: listed, and taken back by their number."""

from tests.shells import Shell, write_list


def test_the_latest_imports_are_listed_with_what_they_came_to(shell: Shell) -> None:
    [past] = shell.json("imports")

    assert (past["file"], past["kind"], past["new"]) == ("people.xlsx", "own-list", 3)
    assert (past["standing"], past["kept"]) == ("stands", 0)
    assert past["summary"]["new_clients"][0] == 3
    assert "云清欢" not in str(past)


def test_an_import_is_taken_back_after_a_later_one(shell: Shell) -> None:
    later = write_list(shell.folder / "later.xlsx", ("姓名", "手机号"), ("云北辰", "15400000019"))
    shell.done("import", str(later))

    told = shell.done("undo", "--import", "1")

    assert told.splitlines()[-1] == "people.xlsx was taken back: 12 entries."
    assert [client["name"] for client in shell.everything()["clients"]] == ["云北辰"]
    assert [past["standing"] for past in shell.json("imports")] == ["stands", "back"]
    shell.done("undo")
    assert len(shell.everything()["clients"]) == 4


def test_one_that_was_taken_back_is_refused_in_a_sentence(shell: Shell) -> None:
    shell.done("undo", "--import", "1")

    assert "already" in shell.told("undo", "--import", "1")


def test_without_imports_it_says_so(empty: Shell) -> None:
    empty.done("init")

    assert empty.done("imports").strip() == "Nothing was imported yet."
