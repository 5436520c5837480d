"""`crm-desktop consolidate`: several workbooks into one and back, without a book."""

import pathlib

import pytest

from crm_desktop.cli.arguments import parser
from tests.consultants import HE, LIN, ZHOU, cells, exported, three_books
from tests.shells import Shell


def test_sheets_are_put_together_and_taken_apart_without_a_book(
    empty: Shell, tmp_path: pathlib.Path
) -> None:
    books = [str(path) for path in three_books(tmp_path)]
    whole, back = tmp_path / "whole.xlsx", tmp_path / "new" / "back"

    report = empty.json("consolidate", str(whole), *books)
    shares = empty.json("consolidate", "--split", str(back), str(whole))

    assert (report["clients"], report["same"], report["maybe"]) == (8, 2, 1)
    assert [book["consultant"] for book in report["books"]] == ["林岚", "周周", "何静"]
    assert shares["shares"][1]["rows"]["客户"] == len(ZHOU)
    assert (
        cells(pathlib.Path(shares["shares"][2]["file"]))["客户"]
        == cells(pathlib.Path(books[2]))["客户"]
    )
    assert not empty.book.path.exists()


def test_what_was_left_out_is_told_beside_the_answer(empty: Shell, tmp_path: pathlib.Path) -> None:
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("姓名,手机\n云小小,15400000099\n", encoding="utf-8")
    book = exported(tmp_path / "a.xlsx", "a", LIN)

    told = empty.done("consolidate", str(tmp_path / "whole.xlsx"), str(book), str(foreign))

    assert "Consultants: 1, clients: 4" in told
    assert "foreign.csv" in empty.err


def test_where_nothing_can_be_used_the_reason_is_told(empty: Shell, tmp_path: pathlib.Path) -> None:
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("姓名,手机\n云小小,15400000099\n", encoding="utf-8")

    told = empty.told("consolidate", str(tmp_path / "whole.xlsx"), str(foreign))

    assert "foreign.csv" in told
    assert not (tmp_path / "whole.xlsx").exists()


def test_one_password_opens_and_protects(empty: Shell, tmp_path: pathlib.Path) -> None:
    book = exported(tmp_path / "a.xlsx", "a", HE)
    whole, again = tmp_path / "whole.xlsx", tmp_path / "again"
    again.mkdir()

    empty.done("consolidate", str(whole), str(book), "--password-stdin", lines=("heron",))

    assert "whole.xlsx" in empty.told("consolidate", "--split", str(again), str(whole))
    empty.done(
        "consolidate", "--split", str(again), str(whole), "--password-stdin", lines=("heron",)
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("whole.xlsx",),
        ("whole.csv", "a.xlsx"),
        ("--split", "folder"),
        ("--split", "folder", "a.xlsx", "b.xlsx"),
    ],
)
def test_what_makes_no_sense_is_a_usage_error(arguments: tuple[str, ...]) -> None:
    with pytest.raises(SystemExit) as ended:
        parser().parse_args(["consolidate", *arguments])

    assert ended.value.code == 2
