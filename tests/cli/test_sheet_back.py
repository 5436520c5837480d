"""The manager's sheet out and back on the command line."""

import openpyxl

from tests.shells import Shell, write_list


def test_what_the_manager_wrote_comes_in_once_and_can_be_undone(empty: Shell) -> None:
    empty.done("init")
    headings, her = ["姓名", "电话", "职业"], ["林晚", "13800000001", "会计"]
    empty.done("import", str(write_list(empty.folder / "list.xlsx", headings, her)))
    sheet = empty.folder / "sheet.xlsx"
    empty.done("export", str(sheet), "--for", "manager")
    untouched = empty.json("import", str(sheet), "--dry-run")
    book = openpyxl.load_workbook(sheet)
    titles = [cell.value for cell in book["客户"][1]]
    book["客户"].cell(2, titles.index("职业") + 1).value = "老师"
    book.save(sheet)

    done = empty.json("import", str(sheet), "--as", "roundtrip")
    again = empty.json("import", str(sheet))

    assert (untouched["kind"], untouched["rows"], untouched["same"]) == ("roundtrip", 1, 1)
    assert (done["updated"], done["applied"]) == (1, True)
    assert empty.everything()["clients"][0]["occupation"] == "老师"
    assert (again["same"], again["undo_id"]) == (1, None)
    empty.done("undo")
    assert empty.everything()["clients"][0]["occupation"] == "会计"


def test_a_list_that_is_no_sheet_of_ours_is_refused_in_one_line(empty: Shell) -> None:
    empty.done("init")
    path = write_list(empty.folder / "list.xlsx", ["姓名", "电话"], ["林晚", "13800000001"])

    told = empty.told("import", str(path), "--as", "roundtrip")

    assert "list.xlsx" in told
