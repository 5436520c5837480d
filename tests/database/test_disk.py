"""A full disk and a folder that refuses: told as what they are, and work goes on after."""

import multiprocessing
import multiprocessing.connection
import os
import pathlib
import signal
import sys
from collections.abc import Iterator

import pytest

from crm_desktop.database import DatabaseKey
from crm_desktop.domain.errors import CrmError, DiskFailed, DiskFull, FolderNotWritable
from tests.vaults import jot, jotted, key, new_database, open_database

ROOM = 300_000

posix_only = pytest.mark.skipif(sys.platform == "win32", reason="limits of files are POSIX")


def fill(
    path: str, secret: bytes, salt: bytes, out: "multiprocessing.connection.Connection"
) -> None:
    """Write until the limit of the file size says stop; then lift it and write on."""
    import resource  # noqa: PLC0415 - there is none on Windows

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    database = open_database(pathlib.Path(path), DatabaseKey(key=bytearray(secret), salt=salt))
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, resource.RLIM_INFINITY))
    acknowledged = 0
    try:
        for number in range(1000):
            jot(database, f"{number}" * 1000)
            acknowledged += 1
    except CrmError as error:
        out.send((type(error).__name__, acknowledged, len(jotted(database))))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    jot(database, "space is back")
    out.send(jotted(database)[-1])
    database.close()


@posix_only
def test_no_room_loses_nothing_acknowledged_and_work_goes_on(tmp_path: pathlib.Path) -> None:
    path, secret = tmp_path / "vault-1.db", key()
    new_database(path, secret).close()
    context = multiprocessing.get_context("forkserver")
    receiver, sender = context.Pipe(duplex=False)

    child = context.Process(target=fill, args=(str(path), bytes(secret.key), secret.salt, sender))
    child.start()
    name, acknowledged, kept = receiver.recv()
    last = receiver.recv()
    child.join(20)

    assert name in {DiskFull.__name__, DiskFailed.__name__}
    assert 0 < acknowledged == kept
    assert last == "space is back"
    book = open_database(path, secret)
    assert len(jotted(book)) == acknowledged + 1
    book.close()


@pytest.fixture
def tiny_disk(tmp_path: pathlib.Path) -> Iterator[pathlib.Path]:
    """Return an empty file system of 1 MB, where the system lets us make one."""
    folder = tmp_path / "tiny"
    folder.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a small file system")
    if os.system(f"mount -t tmpfs -o size=1m tmpfs '{folder}' 2>/dev/null") != 0:  # noqa: S605 - a path of pytest's own
        pytest.skip("this system does not let us mount a small file system")
    yield folder
    os.system(f"umount '{folder}'")  # noqa: S605 - as above


def test_a_full_disk_is_told_as_full(tiny_disk: pathlib.Path) -> None:
    secret = key()
    book = new_database(tiny_disk / "vault-1.db", secret)

    with pytest.raises(DiskFull):
        jot(book, *["x" * 4000] * 500)

    jot(book, "fits")
    book.close()
    again = open_database(tiny_disk / "vault-1.db", secret)
    assert jotted(again) == ["fits"]
    again.close()


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="root may write everywhere"
)
def test_a_folder_that_refuses_is_named(tmp_path: pathlib.Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o500)

    with pytest.raises(FolderNotWritable) as caught:
        new_database(folder / "vault-1.db", key())

    assert caught.value.folder == folder
