"""Where things are, and which places are poor ones for a book."""

import errno
import os
import pathlib
import sys

import pytest

from crm_desktop import files, paths
from crm_desktop.domain.errors import DiskFailed, DiskFull, FolderNotWritable
from crm_desktop.paths import BookFolder, PlaceWarning, warnings_about


@pytest.mark.parametrize(
    "folder",
    [
        "/home/x/OneDrive/book",
        "/home/x/OneDrive - 公司/book",
        "/Users/x/Dropbox/book",
        "/home/x/坚果云/book",
        "/home/x/Nutstore Files/book",
        "/Users/x/Library/Mobile Documents/com~apple~CloudDocs/book",
        "/home/x/BaiduSyncdisk/book",
        "/home/x/Google Drive/book",
    ],
)
def test_a_synced_folder_is_warned_about(folder: str) -> None:
    assert PlaceWarning.SYNCED in warnings_about(pathlib.Path(folder))


def test_an_ordinary_folder_is_fine(tmp_path: pathlib.Path) -> None:
    assert warnings_about(tmp_path) == frozenset()


def test_the_folder_onedrive_names_is_synced_whatever_it_is_called(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(tmp_path))

    assert warnings_about(tmp_path / "book") == {PlaceWarning.SYNCED}


@pytest.mark.parametrize(
    ("folder", "kind"),
    [("/mnt/clinic share/book", "cifs"), ("/mnt/other", "ext4"), ("/home/x", "ext4")],
)
def test_the_file_system_of_a_folder_is_that_of_its_longest_mount(folder: str, kind: str) -> None:
    mounts = "/dev/sda1 / ext4 rw 0 0\n//server/share /mnt/clinic\\040share cifs rw 0 0\n"

    assert paths._mount_type(pathlib.Path(folder), mounts) == kind


def test_a_network_path_is_warned_about(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "_mount_type", lambda _folder: "nfs4")

    assert warnings_about(pathlib.Path("/mnt/book")) == {PlaceWarning.NETWORK}


def test_a_folder_is_made_private_with_its_rooms(tmp_path: pathlib.Path) -> None:
    folder = BookFolder(path=tmp_path / "a" / "book")

    folder.prepare()

    assert folder.backups.is_dir()
    assert folder.logs.is_dir()
    assert folder.path.stat().st_mode & 0o077 == 0
    rooms = sorted(path.name for path in folder.path.iterdir())
    assert rooms == ["attachments", "backups", "logs"]


def test_a_folder_that_cannot_be_made_is_named(tmp_path: pathlib.Path) -> None:
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(FolderNotWritable) as caught:
        BookFolder(path=tmp_path / "file" / "book").prepare()

    assert caught.value.folder == tmp_path / "file" / "book"


def test_the_data_folder_belongs_to_this_app_and_does_not_roam() -> None:
    assert paths.data_folder().name == "crm-desktop"
    assert "Roaming" not in str(paths.data_folder())


def test_resources_of_a_frozen_app_are_inside_it(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources").mkdir()
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)

    assert paths.resources_folder() == tmp_path / "resources"


def test_resources_of_the_source_tree_lie_beside_the_package() -> None:
    assert paths.resources_folder().parent == pathlib.Path(paths.__file__).parents[1]


def test_a_replaced_file_is_whole_and_private_and_leaves_nothing_beside(
    tmp_path: pathlib.Path,
) -> None:
    path = tmp_path / "slots.json"

    files.replace_file(path, b"old")
    files.replace_file(path, b"new")

    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o077 == 0
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_replacement_keeps_the_old_file(
    tmp_path: pathlib.Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "slots.json"
    files.replace_file(path, b"old")

    def no_sync(_handle: int) -> None:
        raise OSError(errno.EIO, "the disk")

    monkeypatch.setattr(os, "fsync", no_sync)
    with pytest.raises(DiskFailed):
        files.replace_file(path, b"new")

    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    ("error", "room", "kind"),
    [
        (PermissionError(errno.EACCES, ""), True, FolderNotWritable),
        (OSError(errno.EROFS, ""), True, FolderNotWritable),
        (OSError(errno.ENOSPC, ""), True, DiskFull),
        (OSError(errno.EDQUOT, ""), True, DiskFull),
        (OSError(errno.EIO, ""), False, DiskFull),
        (OSError(errno.EIO, ""), True, DiskFailed),
    ],
)
def test_what_the_system_says_is_told_as_what_it_is(
    tmp_path: pathlib.Path,
    monkeypatch: pytest.MonkeyPatch,
    error: OSError,
    room: bool,  # noqa: FBT001 - a parameter of the table
    kind: type[Exception],
) -> None:
    monkeypatch.setattr(files, "has_room", lambda _path: room)

    with pytest.raises(kind), files.disk(tmp_path / "x"):
        raise error
