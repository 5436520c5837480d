"""A bound on the memory of this process, by what each system offers.

Linux bounds the address space. Windows has job objects, and a process may put itself into one.
On a Mac neither works: there the parent looks how large its child is (`resident_bytes`).
The calls for Windows and Mac are tested for what they ask, not on those systems.
"""

import contextlib
import ctypes
import struct
import sys
from typing import Any, Final

_LIMITS: Final = "<qqI4xQQI4xQII6Q4Q"
"""JOBOBJECT_EXTENDED_LIMIT_INFORMATION on 64-bit Windows, 144 bytes."""
_FLAGS: Final = 2
_PROCESS_MEMORY: Final = 15
_LIMIT_PROCESS_MEMORY: Final = 0x100
_LIMIT_NO_CRASH_DIALOG: Final = 0x400
_EXTENDED_LIMITS: Final = 9
_USAGE_BYTES: Final = 96
_USAGE_RESIDENT: Final = 64


def cap_memory(most: int) -> None:
    """Let this process have `most` bytes and no more, where the system can."""
    if sys.platform == "win32":
        cap_by_job(ctypes.windll.kernel32, most)
        return
    import resource  # noqa: PLC0415 - does not exist on Windows

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def cap_by_job(kernel: Any, most: int) -> bool:  # noqa: ANN401 - kernel32 as ctypes loads it
    """Put this process into a job of its own with bounded memory; return whether that worked.

    The job's handle stays open to the end of the process, for it lives as long.
    """
    for function in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
        function.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    if not job.value:
        return False
    limits = job_limits(most)
    kind = ctypes.c_int(_EXTENDED_LIMITS)
    if not kernel.SetInformationJobObject(job, kind, limits, ctypes.c_uint32(len(limits))):
        return False
    process = ctypes.c_void_p(kernel.GetCurrentProcess())
    return bool(kernel.AssignProcessToJobObject(job, process))


def job_limits(most: int) -> bytes:
    """Return the structure Windows wants, its flags and the memory of a process filled in."""
    values = [0] * 19
    values[_FLAGS] = _LIMIT_PROCESS_MEMORY | _LIMIT_NO_CRASH_DIALOG
    values[_PROCESS_MEMORY] = most
    return struct.pack(_LIMITS, *values)


def resident_bytes(pid: int) -> int:
    """Return how much memory a child of ours holds; 0 where its own bound holds, or unknown."""
    if sys.platform == "darwin":
        return resident_by_usage(ctypes.CDLL("/usr/lib/libproc.dylib"), pid)
    return 0


def resident_by_usage(library: Any, pid: int) -> int:  # noqa: ANN401 - libproc as ctypes loads it
    """Ask libproc for `rusage_info_v0` of a process, and return `ri_resident_size` of it."""
    usage = ctypes.create_string_buffer(_USAGE_BYTES)
    if library.proc_pid_rusage(ctypes.c_int(pid), ctypes.c_int(0), usage) != 0:
        return 0
    (resident,) = struct.unpack_from("<Q", usage.raw, _USAGE_RESIDENT)
    return int(resident)
