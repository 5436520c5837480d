"""One window or command at a time, and what the process asks of the system."""

import pathlib
import subprocess
import sys

import pytest

from crm_desktop.domain.errors import AlreadyOpen
from crm_desktop.security import instance

ROOT = pathlib.Path(__file__).resolve().parents[2]
HOLDER = (
    "import pathlib, sys\n"
    "from crm_desktop.security.instance import hold\n"
    "with hold(pathlib.Path(sys.argv[1])):\n"
    "    print('held', flush=True)\n"
    "    sys.stdin.read()\n"
)


def holder(lock: pathlib.Path) -> "subprocess.Popen[str]":
    """Return a process that holds the lock until its input ends."""
    child = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", HOLDER, str(lock)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert child.stdout is not None
    assert child.stdout.readline() == "held\n"
    return child


def test_a_second_hold_is_refused_and_a_later_one_is_not(tmp_path: pathlib.Path) -> None:
    lock = tmp_path / "book.lock"

    with instance.hold(lock):
        assert instance.is_held(lock)
        with pytest.raises(AlreadyOpen) as caught, instance.hold(lock):
            pass

    assert caught.value.folder == tmp_path
    assert not instance.is_held(lock)


def test_a_killed_process_leaves_no_lock_behind(tmp_path: pathlib.Path) -> None:
    lock = tmp_path / "book.lock"
    with holder(lock) as child:
        held = instance.is_held(lock)
        child.kill()
        child.wait()

        assert held
        with instance.hold(lock):
            assert lock.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="umask and core limits are POSIX")
def test_files_are_private_and_memory_is_not_dumped(tmp_path: pathlib.Path) -> None:
    code = (
        "import pathlib, resource, sys\n"
        "from crm_desktop.security.hardening import harden\n"
        "harden()\n"
        "pathlib.Path(sys.argv[1]).write_text('x')\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE))\n"
    )

    answer = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code, str(tmp_path / "file")],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert answer.stdout.strip() == "(0, 0)"
    assert (tmp_path / "file").stat().st_mode & 0o077 == 0
