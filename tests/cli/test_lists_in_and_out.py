"""Her list in, everything out again, by the contract; the manager's sheet without secrets."""

import io
import json
import pathlib
import zipfile

import msoffcrypto
import openpyxl
import pytest

from crm_desktop.domain.exporting import ExportEntry
from crm_desktop.domain.records import Knows, Relation
from crm_desktop.paths import resources_folder
from crm_desktop.services.book import open_book
from crm_desktop.services.records import put
from tests import builders
from tests.own_list_truth import share, truth_of
from tests.shells import Row, Shell, write_list
from tests.vaults import PASSPHRASE, vault

REPORT = [
    "file", "kind", "profile", "sheets", "rows", "same", "updated", "new", "conflict", "error",
    "skipped", "problems", "applied", "undo_id",
]  # fmt: skip
CLIENT = [
    "id", "name", "display_name", "sex", "phones", "wechat", "qq", "occupation", "income",
    "address", "personality", "preferences", "taboos", "notes", "tags", "source", "referred_by",
    "cards", "tier", "vip", "lead_state", "archived", "dates", "children_count", "family",
    "completed", "potential", "packages", "gifts", "visits", "visits_stated", "paid_total",
    "contacts", "promises", "complaints",
]  # fmt: skip
PERSON = ["relation", "nickname", "name", "occupation", "income", "knows", "dates"]
DAY = ["kind", "label", "calendar", "year", "month", "day", "leap"]
SECRETS = ("机密一", "888888", "机密三", "机密四")
"""Her private notes, her husband's income, a line marked private, the notes about him."""


@pytest.fixture
def sample(empty: Shell, shared_data: pathlib.Path) -> Shell:
    empty.done("init")
    empty.done("import", str(shared_data / "clinic" / "own_list.xlsx"))
    return empty


def test_the_sample_comes_out_as_its_truth_says_and_again_changes_nothing(
    sample: Shell, shared_data: pathlib.Path
) -> None:
    before = sample.everything()
    assert share(before["clients"], truth_of(shared_data)) == 1.0

    again = sample.json("import", str(shared_data / "clinic" / "own_list.xlsx"))

    assert list(again) == REPORT
    assert (again["new"], again["updated"], again["conflict"]) == (0, 0, 0)
    assert (again["rows"], again["undo_id"]) == (167, None)
    assert sample.everything() == before


def test_the_document_keeps_the_keys_of_the_contract(sample: Shell) -> None:
    document = sample.everything()

    assert set(document) >= {"schema", "exported_at", "clients"}
    assert document["schema"] == 1
    for client in document["clients"]:
        assert set(CLIENT) <= set(client)
        for person in client["family"]:
            assert set(PERSON) <= set(person)
            assert person["knows"] in {"yes", "no", "unknown"}
        for day in [*client["dates"], *(d for one in client["family"] for d in one["dates"])]:
            assert set(DAY) <= set(day)


def test_undo_and_redo_of_the_sample_are_whole(sample: Shell) -> None:
    after = sample.everything()

    sample.done("undo")
    assert sample.everything()["clients"] == []
    sample.done("redo")

    assert sample.everything() == after
    listed = sample.done("undo", "--list").splitlines()
    assert [line[0] for line in listed] == ["*"]


def columns(shared_data: pathlib.Path) -> tuple[list[str], list[list[object]]]:
    """Return the headings of the sample's sheet, and its rows the truth speaks of."""
    sheet = openpyxl.load_workbook(shared_data / "clinic" / "own_list.xlsx")["我的大客户"]
    rows: list[list[object]] = [list(row) for row in sheet.iter_rows(min_row=2, values_only=True)]
    names = {one["name"] for one in truth_of(shared_data)}
    return [str(heading) for heading in rows[0]], [row for row in rows[1:] if row[0] in names]


OTHER_WORDS = {
    "姓名": "客户姓名", "出生年月日": "生日", "职业": "工作", "电话": "手机号码", "收入": "年收入",
    "地址": "家庭住址", "有几个孩子": "孩子数量", "孩子生日": "宝宝生日", "老公生日": "先生生日",
    "老公职业": "配偶职业", "老公收入": "爱人收入", "结婚纪念日": "结婚日期",
    "顾客性格": "性格特点", "微信号": "微信", "QQ号": "QQ", "喜好/忌口": "喜好与忌口",
    "可开发项目": "意向项目",
    "已完成项目": "做过的项目", "送过的礼物": "礼物", "来院次数": "到店次数", "来院详情": "备注",
}  # fmt: skip


@pytest.mark.parametrize("turn", [0, 7, -1], ids=["same order", "turned", "backwards"])
def test_other_words_in_another_order_come_to_the_same(
    empty: Shell, shared_data: pathlib.Path, turn: int
) -> None:
    headings, rows = columns(shared_data)
    order = list(range(len(headings)))
    order = order[::-1] if turn < 0 else order[turn:] + order[:turn]
    written: list[Row] = [[OTHER_WORDS[headings[place]] for place in order]]
    for row in rows:
        cells = [row[place] for place in order]
        written.append([None if cell is None else _said(cell) for cell in cells])
    path = write_list(empty.folder / "other.xlsx", *written)
    empty.done("init")

    report = empty.json("import", str(path))

    assert report["sheets"][0]["ignored"] == []
    assert report["rows"] == len(rows) > 155
    clients = empty.everything()["clients"]
    assert share(clients, truth_of(shared_data)) > 0.99


def _said(cell: object) -> str:
    text = str(cell)
    return text.removesuffix(" 00:00:00").removesuffix(".0")


def test_the_bad_rows_mended_come_in(spoken: Shell) -> None:
    path = write_list(
        spoken.folder / "list.xlsx",
        ("姓名", "手机号", "生日", "收入"),
        ("云知意", "12345", None, "30万"),
        ("云知秋", "15400000042", "1990-02-30", "约3万"),
        ("云知春", "15400000043", "1991-01-01", None),
    )
    errors = spoken.folder / "errors.xlsx"
    first = spoken.json("import", str(path), "--errors", str(errors))
    book = openpyxl.load_workbook(errors)
    sheet = book.worksheets[0]
    headings = {cell.value: place for place, cell in enumerate(sheet[1], 1)}
    names = {sheet.cell(row, headings["姓名"]).value: row for row in range(2, sheet.max_row + 1)}

    assert (first["new"], first["error"]) == (2, 1)
    assert set(names) == {"云知意", "云知秋"}
    sheet.cell(names["云知意"], headings["手机号"]).value = "15400000041"
    sheet.cell(names["云知秋"], headings["生日"]).value = "1990-02-28"
    sheet.cell(names["云知秋"], headings["收入"]).value = "3万"
    book.save(errors)
    mended = spoken.json("import", str(errors))

    assert (mended["new"], mended["updated"], mended["error"]) == (1, 1, 0)
    assert mended["problems"] == []
    by_name = {one["name"]: one for one in spoken.everything()["clients"]}
    assert by_name["云知意"]["phones"] == ["15400000041"]
    assert by_name["云知秋"]["income"] == 30000
    assert by_name["云知秋"]["dates"][0]["day"] == 28
    assert len(by_name) == 6


@pytest.mark.parametrize(("accept", "income"), [("mine", 350000), ("theirs", 400000)])
def test_a_conflict_is_kept_or_taken_as_asked(shell: Shell, accept: str, income: int) -> None:
    path = write_list(
        shell.folder / "list.xlsx",
        ("姓名", "手机号", "收入", "职业"),
        ("云清欢", "15400000011", "40万", "律师"),
    )

    report = shell.json("import", str(path), "--accept", accept)

    client = shell.everything()["clients"][0]
    assert (client["income"], client["occupation"]) == (income, "律师")
    assert (report["conflict"], report["updated"]) == ((1, 0) if accept == "mine" else (0, 1))
    again = shell.json("import", str(path), "--accept", accept)
    assert (again["updated"], again["new"]) == (0, 0)
    assert again["conflict"] == (1 if accept == "mine" else 0)


def logged(shell: Shell) -> tuple[ExportEntry, ...]:
    """Return what the window would show of what left the book."""
    opened = vault(shell.book.path, shell.clock).unlock(PASSPHRASE)
    entries = open_book(opened, shell.clock, resources_folder()).exports.recent()
    opened.database.close()
    return entries


def with_secrets(shell: Shell) -> None:
    """Put in what no manager may read."""
    opened = vault(shell.book.path, shell.clock).unlock(PASSPHRASE)
    book = open_book(opened, shell.clock, resources_folder())
    with book.journal.change("client.add") as work:
        client = builders.client(
            "云秘密", private_notes=SECRETS[0], notes=f"爱喝茶\n私密：{SECRETS[2]}"
        )
        client_id = put(work.session, client)
        put(
            work.session,
            builders.person(client_id, relation=Relation.HUSBAND, income=88_888_800,
                            knows=Knows.NO, notes=SECRETS[3]),
        )  # fmt: skip
    opened.database.close()


def texts(path: pathlib.Path) -> str:
    """Return every part of a workbook as one text."""
    with zipfile.ZipFile(path) as archive:
        return "\n".join(
            archive.read(name).decode("utf-8", "replace") for name in archive.namelist()
        )


def test_the_managers_sheet_holds_no_secret(shell: Shell) -> None:
    with_secrets(shell)
    for recipient in ("me", "manager", "florist"):
        shell.done("export", str(shell.folder / f"{recipient}.xlsx"), "--for", recipient)

    mine = texts(shell.folder / "me.xlsx")
    manager = texts(shell.folder / "manager.xlsx")
    florist = texts(shell.folder / "florist.xlsx")

    assert "云秘密" in mine
    assert "云秘密" in manager
    for secret in SECRETS:
        assert secret in mine
        assert secret not in manager
        assert secret not in florist
    assert "15400000011" not in florist


@pytest.mark.parametrize("recipient", ["me", "manager", "florist"])
def test_a_protected_sheet_opens_with_its_password_only(shell: Shell, recipient: str) -> None:
    path = shell.folder / "sheet.xlsx"
    arguments = ("export", str(path), "--for", recipient, "--password-stdin")

    shell.done(*arguments, lines=(PASSPHRASE, "quiet-heron-77"))

    data = path.read_bytes()
    assert "云清欢".encode() not in data
    office = msoffcrypto.OfficeFile(io.BytesIO(data))
    office.load_key(password="quiet-heron-78")
    with pytest.raises(Exception, match=r".*"):
        office.decrypt(io.BytesIO())
    clear = io.BytesIO()
    right = msoffcrypto.OfficeFile(io.BytesIO(data))
    right.load_key(password="quiet-heron-77")
    right.decrypt(clear)
    assert "客户" in openpyxl.load_workbook(clear).sheetnames or recipient == "florist"


def test_nothing_is_left_beside_an_export(shell: Shell) -> None:
    before = set(shell.folder.iterdir())

    shell.done("export", str(shell.folder / "all.json"))
    shell.done("export", str(shell.folder / "sheet.xlsx"), "--for", "manager")

    made = {path.name for path in set(shell.folder.iterdir()) - before}
    assert made == {"all.json", "sheet.xlsx"}
    assert json.loads((shell.folder / "all.json").read_text(encoding="utf-8"))["schema"] == 1


def test_a_sheet_goes_to_somebody_for_something_with_these_columns(shell: Shell) -> None:
    with_secrets(shell)
    path = shell.folder / "sheet.xlsx"
    arguments = ("export", str(path), "--for", "manager", "--to", "王主管", "--purpose", "月度对接")

    shell.done(*arguments, "--mask-phones", "--columns", "client.phone, client.tier")

    said = texts(path)
    assert "王主管" in said
    assert "月度对接" in said
    assert "15400000011" not in said
    assert "家庭成员" not in openpyxl.load_workbook(path).sheetnames
    [entry] = logged(shell)
    assert (entry.to, entry.purpose, entry.clients) == ("王主管", "月度对接", 4)
    assert {"client.phone", "client.tier"} <= set(entry.columns)
    shell.done(*arguments, "--changed", "--mask-phones", "--columns", "client.phone,client.tier")
    assert "客户 0 行" in texts(path)


def test_only_hers_go_and_of_these_only_who_changed(shell: Shell) -> None:
    path = shell.folder / "list.csv"
    rows = "客户卡号,姓名,现场咨询师\nHM1,林一,\nHM2,林二,何顾问\n"
    path.write_text(rows, encoding="utf-8")
    shell.done("import", str(path), "--as", "clinic")
    out = ("export", str(shell.folder / "sheet.xlsx"), "--for", "manager", "--to", "王主管")

    said = [shell.done(*out, *more) for more in ((), ("--mine",), ("--mine", "--changed"))]

    whole, hers, changed = (int(words.partition(" ")[0]) for words in said)
    assert (hers, changed) == (whole - 1, 0)
    assert said[0].splitlines()[1] == f"Folder: {shell.folder}"


def test_a_table_is_written_and_has_no_password(shell: Shell) -> None:
    with_secrets(shell)
    path = shell.folder / "sheet.csv"

    shell.done("export", str(path), "--for", "manager")

    assert path.read_bytes().startswith("\ufeff编号,".encode())
    path.unlink()
    told = shell.told("export", str(path), "--password-stdin", lines=(PASSPHRASE, "x"))
    assert "sheet.csv" in told
    assert not path.exists()


def test_a_folder_that_is_not_there_is_told_as_such(shell: Shell) -> None:
    told = shell.told("export", str(shell.folder / "none" / "x.xlsx"))

    assert "The folder none cannot be written to or is not there" in told
