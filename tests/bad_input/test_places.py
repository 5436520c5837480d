"""A full disk, a folder that refuses, a second instance: told, and nothing half done."""

import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator

import pytest

from tests.shells import Shell, mounted, one_sentence, small_disk, write_list
from tests.vaults import PASSPHRASE

ROWS = (("姓名", "手机号", "备注"), *((f"云{n}", f"154{n:08}", "爱喝茶" * 50) for n in range(400)))
NOBODY = 65534
HOLDER = (
    "import pathlib, sys\n"
    "from crm_desktop.security.instance import hold\n"
    "with hold(pathlib.Path(sys.argv[1])):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


@pytest.fixture
def tiny(spoken: Shell, tmp_path: pathlib.Path) -> Iterator[Shell]:
    """Return the shell with its book on a disk of 6 MB."""
    disk = tmp_path / "disk"
    with small_disk(disk, "6m") as could:
        if not could:
            pytest.skip("only root on Linux may mount a small file system")
        shutil.copytree(spoken.folder, disk, dirs_exist_ok=True)
        spoken.folder = disk
        write_list(disk / "long.xlsx", *ROWS)
        yield spoken


def fill(folder: pathlib.Path, leave: int) -> pathlib.Path:
    """Fill the disk of `folder` but for some bytes."""
    filler = folder / "filler"
    with filler.open("wb") as file:
        while (room := shutil.disk_usage(folder).free - leave) > 0:
            file.write(b"x" * min(room, 65536))
            file.flush()
    return filler


@pytest.mark.parametrize(
    ("command", "leave"),
    [
        (("import", "long.xlsx"), 0),
        (("import", "long.xlsx"), 300_000),
        (("import", "long.xlsx"), 460_000),
        (("import", "people.xlsx", "--dry-run", "--errors", "errors.xlsx"), 0),
        (("export", "out.json"), 0),
        (("export", "out.xlsx"), 8_192),
        (("export", "out.xlsx"), 0),
        (("backup", "safe"), 0),
        (("backup", "safe"), 200_000),
        (("undo",), 0),
    ],
)
def test_a_full_disk_is_told_and_work_goes_on_with_room(
    tiny: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], leave: int
) -> None:
    monkeypatch.chdir(tiny.folder)
    before = tiny.everything()["clients"]
    filler = fill(tiny.folder, leave)
    beside = set(tiny.folder.rglob("*"))

    told = tiny.told(*command)

    assert ("full" if tiny.language == "en" else "磁盘已满") in told
    filler.unlink()
    left = {path for path in set(tiny.folder.rglob("*")) - beside if path.parent.name != "logs"}
    # A log that could not be brought into the file holds what was acknowledged before.
    assert {path.name.partition(".db")[2] or path.name for path in left} <= {"-wal", "-shm", "safe"}
    assert tiny.everything()["clients"] == before
    assert tiny.run("verify") == 0
    assert tiny.run(*command) == 0


def test_on_a_full_disk_no_book_is_begun(tiny: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tiny.folder)
    shutil.rmtree(tiny.book.path)
    fill(tiny.folder, 100_000).rename(tiny.folder / "filler")

    told = tiny.told("init")

    assert ("full" if tiny.language == "en" else "磁盘已满") in told
    (tiny.folder / "filler").unlink()
    assert not list(tiny.book.path.glob("*.db")) + list(tiny.book.path.glob("slots*"))
    assert tiny.run("init") == 0
    assert tiny.everything()["clients"] == []


@pytest.mark.parametrize("command", [("due",), ("find", "云"), ("lock-check",)])
def test_on_a_full_disk_reading_goes_on(tiny: Shell, command: tuple[str, ...]) -> None:
    fill(tiny.folder, 0)

    assert tiny.run(*command) in {0, 1}
    if tiny.err:
        one_sentence(tiny.err, tiny.language)


@pytest.fixture
def read_only(tiny: Shell) -> Iterator[Shell]:
    (tiny.folder / "safe").mkdir()
    if not mounted("-o", "remount,ro", str(tiny.folder)):
        pytest.skip("this system does not let us mount a file system read-only")
    yield tiny
    mounted("-o", "remount,rw", str(tiny.folder))


@pytest.mark.parametrize(
    "command",
    [
        ("due",),
        ("import", "long.xlsx"),
        ("export", "out.json"),
        ("backup", "safe"),
        ("undo",),
        ("verify",),
        ("passphrase",),
        ("restore", "people.xlsx"),
    ],
)
def test_a_read_only_book_is_told(
    read_only: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(read_only.folder)
    before = read_only.files()

    told = read_only.told(*command, lines=(PASSPHRASE, "another lamp on river 93"))

    assert ("book" if command[0] != "restore" else "people.xlsx") in told
    assert read_only.files() == before


@pytest.mark.parametrize(
    "command", [("export", "ro/out.xlsx"), ("export", "ro/out.json"), ("backup", "ro"),
                ("backup", "ro/new"), ("import", "long.xlsx", "--errors", "ro/errors.xlsx")]
)  # fmt: skip
def test_a_target_that_refuses_is_named(
    spoken: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(spoken.folder)
    write_list(spoken.folder / "long.xlsx", *ROWS[:3])
    before = spoken.files()
    with small_disk(spoken.folder / "ro", "1m") as could:
        if not could or not mounted("-o", "remount,ro", str(spoken.folder / "ro")):
            pytest.skip("only root on Linux may mount a file system read-only")
        told = spoken.told(*command)

    assert "ro" in told
    assert spoken.files() == before


@pytest.mark.skipif(sys.platform == "win32" or os.geteuid() != 0, reason="root becomes nobody")
@pytest.mark.parametrize("mode", [0o755, 0o700])
@pytest.mark.parametrize("command", [("init",), ("due",), ("lock-check",)])
def test_a_folder_of_somebody_else_is_told(
    empty: Shell, mode: int, command: tuple[str, ...]
) -> None:
    # What a command loads is loaded first: nobody may not even read the interpreter.
    assert empty.run("init") == 0
    with tempfile.TemporaryDirectory() as place:
        pathlib.Path(place).chmod(mode)
        empty.folder = pathlib.Path(place)
        os.seteuid(NOBODY)
        try:
            told = empty.told(*command)
        finally:
            os.seteuid(0)
        assert list(pathlib.Path(place).iterdir()) == []

    assert "book" in told


@pytest.mark.parametrize("name", ["file", "file/book"])
def test_a_file_in_the_place_of_the_folder_is_told(spoken: Shell, name: str) -> None:
    (spoken.folder / "file").write_bytes(b"mine")
    shutil.rmtree(spoken.book.path)
    spoken.book_name = name

    for command in (("init",), ("due",), ("lock-check",)):
        spoken.told(*command)

    assert (spoken.folder / "file").read_bytes() == b"mine"


@pytest.mark.parametrize(
    "command",
    [
        ("export", "book/slots.json"),
        ("export", "safe/../book/all.xlsx"),
        ("import", "people.xlsx", "--errors", "book/vault-1.db"),
    ],
)
def test_nothing_is_written_among_the_files_of_the_book(
    spoken: Shell, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...]
) -> None:
    monkeypatch.chdir(spoken.folder)
    before = spoken.files()

    assert "book" in spoken.told(*command)

    assert spoken.files() == before


def test_a_book_held_by_another_process_is_told(spoken: Shell) -> None:
    before = spoken.files()
    with subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", HOLDER, str(spoken.book.lock)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdin is not None
        assert holder.stdout.readline() == "held\n"
        for command in (("due",), ("import", "people.xlsx"), ("lock-check",), ("undo",)):
            assert "book" in spoken.told(*command)
        holder.stdin.close()

    assert spoken.files() == before
    assert spoken.run("lock-check") == 0


def test_a_stale_lock_file_keeps_nobody_out(shell: Shell) -> None:
    shell.book.lock.write_text(json.dumps({"pid": 1}))

    assert shell.run("due") == 0
