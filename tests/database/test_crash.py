"""Killed while writing: a smaller run of `benchmarks/crash.py`."""

import os

from benchmarks import crash

KILLS = int(os.environ.get("CRM_KILLS", "30"))


def test_kill_9_while_writing_loses_nothing_acknowledged() -> None:
    found = crash.kill_while_writing(KILLS)

    assert found.is_clean, found
