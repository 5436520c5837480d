"""What the process asks of the system before it holds a key: no core dumps, private files."""

import contextlib
import ctypes
import os
import sys

PR_SET_DUMPABLE = 4
_PRIVATE = 0o077


def harden() -> None:
    """Make new files private to the user, and keep memory out of core dumps and debuggers."""
    os.umask(_PRIVATE)
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - there is none on Windows

    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with contextlib.suppress(OSError, AttributeError):
            ctypes.CDLL(None, use_errno=True).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
