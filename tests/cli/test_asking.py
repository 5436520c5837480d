"""`find` and the answers about the book itself: every key, every odd text."""

import pytest

from tests.shells import Shell

HIT = {"id", "name", "display_name", "phone", "wechat", "tier", "vip"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("云", {"云清欢", "云晚晴", "云南星"}),
        ("清欢", {"云清欢"}),
        ("yunqinghuan", {"云清欢"}),
        ("yqh", {"云清欢"}),
        ("YQH", {"云清欢"}),
        ("0012", {"云晚晴"}),
        ("15400000013", {"云南星"}),
        ("云南", {"云南星"}),
        ("没有这个人", set()),
        ("", set()),
        (" ", set()),
        ('"', set()),
        ("*", set()),
        ("云 OR 1", set()),
        ("NEAR(云 晚)", set()),
        ("云'; DROP TABLE client; --", set()),
        ("%", set()),
        ("_", set()),
        ("\\", set()),
        ("云" * 5000, set()),
        ("😀", set()),
        ("\u202e云", None),
    ],
)
def test_any_text_may_be_searched_for(shell: Shell, text: str, names: set[str] | None) -> None:
    found = shell.json("find", text)

    if names is not None and text.strip():
        assert {one["name"] for one in found} == names
    assert all(set(one) >= HIT for one in found)
    assert len(shell.json("find", "云")) == 3


@pytest.mark.parametrize(("limit", "count"), [("0", 0), ("1", 1), ("2", 2), ("999999999", 3)])
def test_the_limit_is_kept(shell: Shell, limit: str, count: int) -> None:
    assert len(shell.json("find", "云", "--limit", limit)) == count


def test_undo_goes_back_to_the_first_change_and_no_further(spoken: Shell) -> None:
    spoken.done("undo")
    spoken.told("undo")
    assert spoken.json("find", "云") == []
    spoken.done("redo")
    spoken.told("redo")
    assert len(spoken.json("find", "云")) == 3


def test_a_backup_and_its_restore_are_told_in_her_language(spoken: Shell) -> None:
    before = spoken.everything()
    told = spoken.done("backup", str(spoken.folder / "safe"))
    (backup,) = (spoken.folder / "safe").iterdir()
    spoken.done("undo")

    restored = spoken.done("restore", str(backup))

    assert backup.name in told
    assert "3" in restored
    assert spoken.everything() == before
    assert spoken.done("verify").count("\n") == 1


def test_a_restore_can_be_taken_back_by_the_backup_before_it(shell: Shell) -> None:
    shell.done("backup", str(shell.folder / "safe"))
    (backup,) = (shell.folder / "safe").iterdir()
    shell.done("undo")
    shell.done("restore", str(backup))

    (before,) = [path for path in shell.book.backups.iterdir() if "restore" in path.name]
    shell.done("restore", str(before))

    assert shell.json("find", "云") == []
