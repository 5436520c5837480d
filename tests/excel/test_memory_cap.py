"""What each system is asked for; the calls of Windows and Mac are not tried on them."""

import ctypes
import struct
import sys

import pytest

from crm_desktop.excel import memory_cap

MOST = 3 * 1024**3


class Kernel:
    """Notes what kernel32 is asked, and answers as told."""

    def __init__(self, *, job: int = 7, sets: int = 1) -> None:
        self.asked: list[tuple[str, tuple[object, ...]]] = []
        self.CreateJobObjectW = self._answer("create", job)
        self.GetCurrentProcess = self._answer("current", 2**64 - 1)
        self.SetInformationJobObject = self._answer("set", sets)
        self.AssignProcessToJobObject = self._answer("assign", 1)

    def _answer(self, name: str, answer: int) -> "Asked":
        return Asked(self.asked, name, answer)


class Asked:
    restype: object = None

    def __init__(self, log: list[tuple[str, tuple[object, ...]]], name: str, answer: int) -> None:
        self._log, self._name, self._answer = log, name, answer

    def __call__(self, *given: object) -> int:
        self._log.append((self._name, given))
        return self._answer


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no resource limits")
def test_address_space_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    import resource  # noqa: PLC0415 - does not exist on Windows

    bounds: dict[int, tuple[int, int]] = {}
    monkeypatch.setattr(resource, "setrlimit", bounds.__setitem__)

    memory_cap.cap_memory(MOST)

    assert bounds == {resource.RLIMIT_AS: (MOST, MOST), resource.RLIMIT_CORE: (0, 0)}


def test_windows_is_asked_for_a_job_of_bounded_processes() -> None:
    kernel = Kernel()

    assert memory_cap.cap_by_job(kernel, MOST)

    assert [name for name, _given in kernel.asked] == ["create", "set", "current", "assign"]
    job, kind, limits, length = kernel.asked[1][1]
    assert isinstance(job, ctypes.c_void_p)
    assert (job.value, limits) == (7, memory_cap.job_limits(MOST))
    assert (getattr(kind, "value", 0), getattr(length, "value", 0)) == (9, 144)


@pytest.mark.parametrize(("kernel", "last"), [(Kernel(job=0), "create"), (Kernel(sets=0), "set")])
def test_a_job_that_is_refused_is_no_job(kernel: Kernel, last: str) -> None:
    assert not memory_cap.cap_by_job(kernel, MOST)
    assert kernel.asked[-1][0] == last


def test_limits_lie_where_windows_looks() -> None:
    """Offsets of JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64 bits (winnt.h)."""
    limits = memory_cap.job_limits(MOST)

    assert len(limits) == 144
    assert struct.unpack_from("<I", limits, 16) == (0x100 | 0x400,)
    assert struct.unpack_from("<Q", limits, 112) == (MOST,)


@pytest.mark.parametrize(("failed", "resident"), [(0, 123_456_789), (-1, 0)])
def test_a_mac_tells_how_large_the_child_is(failed: int, resident: int) -> None:
    class Library:
        def proc_pid_rusage(
            self, pid: object, kind: object, usage: ctypes.Array[ctypes.c_char]
        ) -> int:
            assert (getattr(pid, "value", 0), getattr(kind, "value", 1)) == (42, 0)
            ctypes.memmove(ctypes.addressof(usage) + 64, struct.pack("<Q", 123_456_789), 8)
            return failed

    assert memory_cap.resident_by_usage(Library(), 42) == resident
